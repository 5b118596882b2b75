import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import { Link } from 'react-router';
import { useText } from '../i18n/text';
import { useSession } from '../session/session';
import { ListTable } from '../ui/ListTable';
import { Status } from '../ui/Status';
import { Time } from '../ui/Time';
import type { Cluster } from './clusters';
import { podRows, type Pod } from './modules';

function LastTermination({ of }: { of: Pod['lastTermination'] }) {
  const t = useText();
  if (!of) return <>–</>;
  return (
    <>
      {t('clusters.terminated', { container: of.container, reason: of.reason || t('clusters.ended'), code: of.exitCode })} {of.at && <Time value={of.at} />}
    </>
  );
}

export function PodTable({ cluster, info }: { cluster: Cluster; info: NonNullable<Cluster['Info']> }) {
  const t = useText();
  const { can } = useSession();
  const rows = podRows(info);
  const logs = can('logs', cluster.namespaces);
  if (rows.length === 0) return null;
  return (
    <>
      <Title headingLevel="h2" size="lg">{t('clusters.pods')}</Title>
      <ListTable
        label={t('clusters.pods')}
        rows={rows}
        rowKey={(pod) => pod.name}
        columns={[
          { title: t('clusters.pod'), cell: (pod) => (logs ? <Link to={`/clusters/${cluster.uuid}/logs?container=${pod.name}`}>{pod.name}</Link> : pod.name) },
          { title: t('common.module'), cell: (pod) => pod.module },
          { title: t('common.status'), cell: (pod) => <Status status={pod.status} /> },
          { title: t('clusters.readyContainers'), cell: (pod) => `${pod.ready}/${pod.containers}` },
          { title: t('clusters.restarts'), cell: (pod) => pod.restarts },
          { title: t('clusters.lastTermination'), cell: (pod) => <LastTermination of={pod.lastTermination} /> },
          { title: t('clusters.node'), cell: (pod) => pod.node || '–' },
          { title: t('common.created'), cell: (pod) => <Time value={pod.createdAt} /> },
        ]}
      />
    </>
  );
}
