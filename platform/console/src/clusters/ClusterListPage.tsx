import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { Label } from '@patternfly/react-core/dist/dynamic/components/Label';
import { Link } from 'react-router';
import { useText } from '../i18n/text';
import { useSession } from '../session/session';
import { LinkButton } from '../ui/LinkButton';
import { ListPage } from '../ui/ListPage';
import type { Column } from '../ui/ListTable';
import { PageHeader } from '../ui/PageHeader';
import { Empty } from '../ui/states';
import { Status } from '../ui/Status';
import { Time } from '../ui/Time';
import { useList } from '../ui/useList';
import { CLUSTER_FILTERS, CLUSTER_STATUSES, listClusters, reasonOf, release, type Cluster } from './clusters';

function Reason({ cluster }: { cluster: Cluster }) {
  const t = useText();
  const reason = reasonOf(cluster);
  if (!reason) return <>{cluster.drift && cluster.drift.objects.length > 0 ? t('clusters.drifted') : '–'}</>;
  return <>{reason.text}{reason.more > 0 && ` ${t('clusters.moreReasons', { n: reason.more })}`}</>;
}

function useColumns(): Column<Cluster>[] {
  const t = useText();
  return [
    { title: t('common.name'), sort: 'name', cell: (cluster) => <Link to={`/clusters/${cluster.uuid}`}>{cluster.name}</Link> },
    { title: t('common.namespace'), sort: 'namespace', cell: (cluster) => cluster.namespaces },
    { title: t('common.status'), sort: 'status', cell: (cluster) => <Status status={cluster.status} /> },
    { title: t('clusters.reason'), cell: (cluster) => <Reason cluster={cluster} /> },
    { title: t('clusters.release'), cell: (cluster) => release(cluster) },
    { title: t('clusters.revision'), cell: (cluster) => <Label isCompact>{cluster.revision}</Label> },
    { title: t('common.updated'), sort: 'updated', cell: (cluster) => <Time value={cluster.UpdatedAt} /> },
  ];
}

export function ClusterListPage() {
  const t = useText();
  const { can } = useSession();
  const columns = useColumns();
  const list = useList({ name: 'clusters', filters: CLUSTER_FILTERS, defaultSort: 'name', load: listClusters, refetchInterval: 10_000 });
  const install = can('change') && <LinkButton to="/clusters/new">{t('install.action')}</LinkButton>;
  return (
    <>
      <PageHeader title={t('clusters.title')} actions={install} />
      <PageSection hasBodyWrapper={false}>
        <ListPage
          label={t('clusters.title')}
          list={list}
          columns={columns}
          rowKey={(cluster) => cluster.uuid}
          texts={[
            { name: 'namespace', label: t('common.namespace') },
            { name: 'chart', label: t('list.chart') },
          ]}
          choices={[{ name: 'status', label: t('common.status'), values: CLUSTER_STATUSES }]}
          empty={<Empty title={t('clusters.none')} actions={install}>{can('view') ? t('clusters.noneBody') : t('clusters.noRole')}</Empty>}
        />
      </PageSection>
    </>
  );
}
