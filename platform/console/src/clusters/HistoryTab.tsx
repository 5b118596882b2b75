import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { Label } from '@patternfly/react-core/dist/dynamic/components/Label';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api, body } from '../api/client';
import { useText } from '../i18n/text';
import { useSession } from '../session/session';
import { ListPage } from '../ui/ListPage';
import type { Column } from '../ui/ListTable';
import { Empty } from '../ui/states';
import { Status } from '../ui/Status';
import { Time } from '../ui/Time';
import { useList } from '../ui/useList';
import type { Cluster, Revision } from './clusters';
import { RevisionDiff } from './RevisionDiff';
import { RollbackDialog } from './RollbackDialog';

function useColumns(cluster: Cluster, rollback: (revision: Revision) => void): Column<Revision>[] {
  const t = useText();
  const { can } = useSession();
  const columns: Column<Revision>[] = [
    { title: t('clusters.revision'), sort: 'created', cell: (revision) => <>{revision.number} {revision.current && <Label isCompact color="blue">{t('history.current')}</Label>}</> },
    { title: t('common.status'), sort: 'status', cell: (revision) => <Link to={`/jobs/${revision.job_id}`}><Status status={revision.job_status} kind="job" /></Link> },
    { title: t('clusters.release'), cell: (revision) => `${revision.chart_version} (${revision.engine})` },
    { title: t('common.creator'), cell: (revision) => revision.creator },
    { title: t('common.created'), cell: (revision) => <Time value={revision.created_at} /> },
  ];
  if (!can('change', cluster.namespaces)) return columns;
  const action = (revision: Revision) =>
    !revision.current && <Button variant="secondary" size="sm" onClick={() => rollback(revision)}>{t('history.rollbackTo', { n: revision.number })}</Button>;
  return [...columns, { title: t('common.actions'), isActions: true, cell: action }];
}

export function HistoryTab({ cluster }: { cluster: Cluster }) {
  const t = useText();
  const [target, setTarget] = useState<Revision>();
  const [search] = useSearchParams();
  const columns = useColumns(cluster, setTarget);
  const list = useList({
    name: `revisions/${cluster.uuid}/${cluster.revision}`,
    filters: ['text', 'status'],
    defaultSort: '-created',
    load: (query) => body(api.GET('/v1/cluster/{uuid}/revision', { params: { path: { uuid: cluster.uuid }, query: query as never } })),
  });
  const from = Number(search.get('from')) || Math.max(1, cluster.revision - 1);
  const to = Number(search.get('to')) || cluster.revision;
  return (
    <div className="console-stack">
      <ListPage label={t('clusters.history')} list={list} columns={columns} rowKey={(revision) => String(revision.number)} empty={<Empty title={t('history.none')} />} />
      {cluster.revision > 1 && <RevisionDiff cluster={cluster} from={from} to={to} />}
      {target && <RollbackDialog cluster={cluster} revision={target.number} close={() => setTarget(undefined)} />}
    </div>
  );
}
