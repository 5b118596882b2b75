import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert';
import { useText } from '../i18n/text';

/** The data that a change deletes, one sentence each. */
export function LostData({ texts }: { texts: string[] }) {
  const t = useText();
  if (texts.length === 0) return null;
  return (
    <Alert isInline variant="danger" title={t('plan.dataLost')}>
      <ul>{texts.map((text) => <li key={text}>{text}</li>)}</ul>
    </Alert>
  );
}
