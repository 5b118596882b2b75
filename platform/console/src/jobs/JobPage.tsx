import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert';
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import { Link, useParams } from 'react-router';
import { useText } from '../i18n/text';
import { useSession } from '../session/session';
import { PageHeader } from '../ui/PageHeader';
import { Result } from '../ui/states';
import { Status } from '../ui/Status';
import { Time } from '../ui/Time';
import { CheckResults } from './CheckResults';
import { JobModules } from './JobModules';
import { JobSteps } from './JobSteps';
import { isActive, progressOf, targetOf, type Job } from './jobs';
import { StopButton } from './StopButton';
import { useJob } from './useJob';

function Reasons({ job }: { job: Job }) {
  const t = useText();
  const { can } = useSession();
  const logs = can('logs', targetOf(job).namespace);
  return job.reasons.map((reason) => (
    <Alert
      key={reason.code + reason.object}
      isInline
      variant={reason.code === 'STARTING' ? 'info' : 'warning'}
      title={`${reason.module || reason.object}: ${reason.message}`}
      actionLinks={logs && reason.module && <Link to={`/clusters/${job.cluster_id}/logs?container=${reason.module}`}>{t('logs.of', { name: reason.module })}</Link>}
    >
      {reason.object}
    </Alert>
  ));
}

function States({ job }: { job: Job }) {
  const t = useText();
  return (
    <>
      <Title headingLevel="h2" size="lg">{t('jobs.states')}</Title>
      <ol aria-live="polite" aria-label={t('jobs.states')}>
        {job.states.map((state, index) => <li key={`${index} ${state}`}>{state}</li>)}
      </ol>
    </>
  );
}

function Content({ job }: { job: Job }) {
  const t = useText();
  const { ready, all } = progressOf(job);
  const { namespace, name } = targetOf(job);
  return (
    <div className="console-stack">
      <p>
        <Link to={`/clusters/${job.cluster_id}`}>{name ? `${namespace}/${name}` : t('clusters.one')}</Link>{' '}
        {t('jobs.by', { name: job.creator })} <Time value={job.start_time} />. {all > 0 && t('jobs.progress', { ready, all })}
      </p>
      {job.result && <p>{job.result}</p>}
      <Reasons job={job} />
      <JobModules job={job} />
      {(job.checks ?? []).length > 0 && <CheckResults results={job.checks ?? []} />}
      <JobSteps job={job} />
      <States job={job} />
    </div>
  );
}

export default function JobPage() {
  const t = useText();
  const { can } = useSession();
  const uuid = useParams().uuid ?? '';
  const { query, interrupted } = useJob(uuid);
  const job = query.data;
  const stoppable = job && isActive(job) && job.status !== 'Stopping' && can('change', targetOf(job).namespace || undefined);
  return (
    <>
      <PageHeader
        title={job ? `${job.method} ${job.uuid.slice(0, 8)}` : t('jobs.one')}
        parent={{ title: t('jobs.title'), path: '/jobs' }}
        status={job && <Status status={job.status} kind="job" />}
        actions={stoppable && <StopButton job={job} />}
      />
      <PageSection hasBodyWrapper={false}>
        {interrupted && <Alert isInline variant="warning" title={t('jobs.interrupted')} />}
        <Result query={query}>{(loaded) => <Content job={loaded} />}</Result>
      </PageSection>
    </>
  );
}
