import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, data } from '../api/client';
import { useText } from '../i18n/text';
import { useSession } from '../session/session';
import { ListTable } from '../ui/ListTable';
import { Empty } from '../ui/states';
import { Status } from '../ui/Status';
import type { Cluster } from './clusters';
import { moduleRows, type ModuleRow } from './modules';

function Pages({ cluster }: { cluster: Cluster }) {
  const t = useText();
  const pages = useQuery({
    queryKey: ['pages', cluster.uuid, cluster.revision],
    queryFn: () => data(api.GET('/v1/cluster/{uuid}/pages', { params: { path: { uuid: cluster.uuid } } })),
  });
  const links = (pages.data ?? []).flatMap((page) => page.urls.map((url) => ({ name: page.name, url })));
  if (links.length === 0) return null;
  return (
    <>
      <Title headingLevel="h2" size="lg">{t('clusters.pages')}</Title>
      <ul>
        {links.map((link) => (
          <li key={link.url}>
            <a href={link.url} target="_blank" rel="noreferrer">{link.name}</a> ({link.url})
          </li>
        ))}
      </ul>
    </>
  );
}

function Reasons({ row }: { row: ModuleRow }) {
  if (row.reasons.length === 0) return <>–</>;
  return (
    <ul>
      {row.reasons.map((reason) => <li key={reason.code + reason.object}>{reason.message} ({reason.object})</li>)}
    </ul>
  );
}

export function OverviewTab({ cluster }: { cluster: Cluster }) {
  const t = useText();
  const { can } = useSession();
  if (!cluster.Info) return <Empty title={t('clusters.noInfo')}>{t('clusters.noInfoBody')}</Empty>;
  const logs = can('logs', cluster.namespaces);
  return (
    <div className="console-stack">
      {(cluster.Info.warnings ?? []).map((text) => <Alert key={text} isInline variant="warning" title={text} />)}
      <ListTable
        label={t('clusters.modules')}
        rows={moduleRows(cluster.Info)}
        rowKey={(row) => row.name}
        columns={[
          { title: t('common.module'), cell: (row) => row.name },
          { title: t('common.status'), cell: (row) => <Status status={row.status} /> },
          { title: t('clusters.pods'), cell: (row) => row.pods.join(', ') || '–' },
          { title: t('clusters.reason'), cell: (row) => <Reasons row={row} /> },
          ...(logs
            ? [{ title: t('logs.title'), cell: (row: ModuleRow) => <Link to={`/clusters/${cluster.uuid}/logs?container=${row.name}`}>{t('logs.of', { name: row.name })}</Link> }]
            : []),
        ]}
      />
      <Pages cluster={cluster} />
    </div>
  );
}
