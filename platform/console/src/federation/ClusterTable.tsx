import { Link } from 'react-router';
import type { Key } from '../i18n/catalogue';
import { useText } from '../i18n/text';
import { ListTable } from '../ui/ListTable';
import { Status } from '../ui/Status';
import { CheckSummary } from './CheckSummary';
import type { FederationCluster } from './federation';

function Party({ cluster }: { cluster: FederationCluster }) {
  const t = useText();
  if (cluster.unknown) return <>{t(`federation.unknown.${cluster.unknown}` as Key)}</>;
  return <>{cluster.exchange ? t('federation.exchange') : cluster.party_id}</>;
}

function Check({ cluster }: { cluster: FederationCluster }) {
  return (
    <>
      <Link to={`/clusters/${cluster.uuid}/checks`}><CheckSummary cluster={cluster} /></Link>
      {(cluster.check?.failed.length ?? 0) > 0 && <><br /><small>{cluster.check!.failed.join(', ')}</small></>}
    </>
  );
}

export function ClusterTable({ clusters }: { clusters: FederationCluster[] }) {
  const t = useText();
  return (
    <ListTable
      label={t('clusters.title')}
      rows={clusters}
      rowKey={(cluster) => cluster.uuid}
      columns={[
        { title: t('federation.partyTitle'), cell: (cluster) => <Party cluster={cluster} /> },
        { title: t('common.name'), cell: (cluster) => <Link to={`/clusters/${cluster.uuid}`}>{cluster.name}</Link> },
        { title: t('common.namespace'), cell: (cluster) => cluster.namespace },
        { title: t('federation.release'), cell: (cluster) => `${cluster.chart_name} ${cluster.chart_version}${cluster.engine ? ` (${cluster.engine})` : ''}` },
        { title: t('common.status'), cell: (cluster) => <Status status={cluster.status} /> },
        { title: t('federation.check'), cell: (cluster) => <Check cluster={cluster} /> },
      ]}
    />
  );
}
