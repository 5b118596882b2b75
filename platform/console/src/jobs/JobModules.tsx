import { Link } from 'react-router';
import { useText } from '../i18n/text';
import { useSession } from '../session/session';
import { ListTable } from '../ui/ListTable';
import { Status } from '../ui/Status';
import { targetOf, type Job } from './jobs';

/** How far each module is. */
export function JobModules({ job }: { job: Job }) {
  const t = useText();
  const { can } = useSession();
  const modules = Object.values(job.sub_jobs).sort((a, b) => a.ModuleName.localeCompare(b.ModuleName));
  if (modules.length === 0) return null;
  const log = {
    title: t('logs.title'),
    cell: (module: { ModuleName: string }) => <Link to={`/clusters/${job.cluster_id}/logs?container=${module.ModuleName}`}>{t('logs.of', { name: module.ModuleName })}</Link>,
  };
  return (
    <ListTable
      label={t('clusters.modules')}
      rows={modules}
      rowKey={(module) => module.ModuleName}
      columns={[
        { title: t('common.module'), cell: (module) => module.ModuleName },
        { title: t('common.status'), cell: (module) => <Status status={module.Status} kind="job" /> },
        { title: t('clusters.pods'), cell: (module) => module.ModulesPodStatus },
        { title: t('jobs.workload'), cell: (module) => module.ModulesStatus },
        ...(can('logs', targetOf(job).namespace) ? [log] : []),
      ]}
    />
  );
}
