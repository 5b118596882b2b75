import { ExpandableSection } from '@patternfly/react-core/dist/dynamic/components/ExpandableSection';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import { useQuery } from '@tanstack/react-query';
import { api, data } from '../api/client';
import { useText } from '../i18n/text';
import { Status } from '../ui/Status';
import { isActive, type Job } from './jobs';

/** The steps of an upgrade and their logs. */
export function JobSteps({ job }: { job: Job }) {
  const t = useText();
  const steps = useQuery({
    queryKey: ['steps', job.uuid],
    queryFn: () => data(api.GET('/v1/job/{uuid}/steps', { params: { path: { uuid: job.uuid } } })),
    refetchInterval: isActive(job) ? 3_000 : false,
  });
  if (!steps.data || steps.data.length === 0) return null;
  return (
    <>
      <Title headingLevel="h2" size="lg">{t('jobs.steps')}</Title>
      {steps.data.map((step) => (
        <div key={step.name}>
          {step.name} <Status status={step.status} kind="job" /> {step.message}
          {step.log && (
            <ExpandableSection toggleText={t('jobs.stepLog', { name: step.name })}>
              <pre className="console-pre">{step.log}</pre>
            </ExpandableSection>
          )}
        </div>
      ))}
    </>
  );
}
