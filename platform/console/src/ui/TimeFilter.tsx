import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput';
import { useId } from 'react';
import { localTime, utcTime } from './localTime';
import { useDelayed } from './useDelayed';

/** A time in the time zone of the browser; the filter is in UTC. */
export function TimeFilter({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const id = useId();
  const [text, change] = useDelayed(localTime(value), (next) => onChange(utcTime(next)));
  return (
    <div className="console-time">
      <label htmlFor={id}>{label}</label>
      <TextInput id={id} type="datetime-local" value={text} onChange={(_, next) => change(next)} />
    </div>
  );
}
