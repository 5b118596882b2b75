import { Link } from 'react-router';
import { useText } from '../i18n/text';
import { ListPage } from '../ui/ListPage';
import type { Column } from '../ui/ListTable';
import { Empty } from '../ui/states';
import { Status } from '../ui/Status';
import { duration, isTime } from '../ui/relative';
import { Time } from '../ui/Time';
import { useList } from '../ui/useList';
import { JOB_FILTERS, JOB_STATUSES, listJobs, targetOf, type Job } from './jobs';

const METHODS = ['ClusterInstall', 'ClusterUpdate', 'ClusterDelete', 'ClusterCheck'];

function target(job: Job): string {
  const { namespace, name } = targetOf(job);
  return name ? `${namespace}/${name}` : '–';
}

function taken(job: Job): string {
  return isTime(job.end_time) ? duration(Date.parse(job.end_time) - Date.parse(job.start_time)) : '–';
}

function useColumns(cluster?: string): Column<Job>[] {
  const t = useText();
  const columns: Column<Job>[] = [
    { title: t('jobs.one'), sort: 'method', cell: (job) => <Link to={`/jobs/${job.uuid}`}>{job.method} {job.uuid.slice(0, 8)}</Link> },
    { title: t('common.status'), sort: 'status', cell: (job) => <Status status={job.status} kind="job" /> },
    { title: t('clusters.one'), cell: (job) => <Link to={`/clusters/${job.cluster_id}`}>{target(job)}</Link> },
    { title: t('clusters.reason'), cell: (job) => job.reasons[0]?.message ?? (job.result || '–') },
    { title: t('common.creator'), cell: (job) => job.creator },
    { title: t('jobs.started'), sort: 'created', cell: (job) => <Time value={job.start_time} /> },
    { title: t('jobs.duration'), cell: taken },
  ];
  return cluster ? columns.filter((column) => column.title !== t('clusters.one')) : columns;
}

/** The jobs of all clusters, or of one. */
export function JobList({ cluster }: { cluster?: string }) {
  const t = useText();
  const columns = useColumns(cluster);
  const list = useList({
    name: cluster ? `jobs/${cluster}` : 'jobs',
    filters: JOB_FILTERS,
    defaultSort: '-created',
    load: (query) => listJobs(cluster ? { ...query, cluster } : query),
    refetchInterval: 5_000,
  });
  return (
    <ListPage
      label={t('jobs.title')}
      list={list}
      columns={columns}
      rowKey={(job) => job.uuid}
      texts={cluster ? [] : [
        { name: 'namespace', label: t('common.namespace') },
        { name: 'chart', label: t('list.chart') },
      ]}
      choices={[
        { name: 'status', label: t('common.status'), values: JOB_STATUSES },
        { name: 'method', label: t('jobs.method'), values: METHODS },
      ]}
      empty={<Empty title={t('jobs.none')}>{t('jobs.noneBody')}</Empty>}
    />
  );
}
