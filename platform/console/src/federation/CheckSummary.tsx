import { useText } from '../i18n/text';
import { Time } from '../ui/Time';
import type { FederationCluster } from './federation';

/** The result of the newest check of a cluster, in a few words. */
export function CheckSummary({ cluster }: { cluster: FederationCluster }) {
  const t = useText();
  const { check } = cluster;
  if (!check) return <>{t('federation.notChecked')}</>;
  const failed = check.failed.length;
  const result = check.status === 'Success' ? t('federation.checked') : failed > 0 ? t('federation.checksFailed', { n: failed }) : check.status;
  return (
    <span className={check.status === 'Success' ? undefined : 'console-removed'}>
      {result} <Time value={check.ended_at} />
    </span>
  );
}
