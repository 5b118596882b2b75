import { Label } from '@patternfly/react-core/dist/dynamic/components/Label';
import { toneOf } from './tone';

/** A status as colour and word: colour alone says nothing to some people. */
export function Status({ status, kind }: { status: string; kind?: 'cluster' | 'job' }) {
  const tone = toneOf(status, kind);
  return tone ? <Label status={tone} isCompact>{status}</Label> : <Label isCompact>{status}</Label>;
}
