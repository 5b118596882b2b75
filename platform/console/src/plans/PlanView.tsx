import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert';
import { ExpandableSection } from '@patternfly/react-core/dist/dynamic/components/ExpandableSection';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import { useText } from '../i18n/text';
import { ListTable } from '../ui/ListTable';
import { Status } from '../ui/Status';
import { Changes } from './Changes';
import { LostData } from './LostData';
import { changedObjects, countActions, failedChecks, restartedModules, type Plan } from './plan';

function Summary({ plan }: { plan: Plan }) {
  const t = useText();
  const objects = changedObjects(plan.objects);
  const restarted = restartedModules(plan.objects);
  return (
    <>
      <p>
        {objects.length === 0
          ? t('plan.nothing')
          : t('plan.summary', { counts: countActions(objects).map(([action, count]) => `${action} ${count}`).join(', ') })}
      </p>
      {restarted.length > 0 && <Alert isInline variant="warning" title={t('plan.restartsModules', { modules: restarted.join(', ') })} />}
      <LostData texts={plan.data_lost} />
      {plan.warnings.map((text) => <Alert key={text} isInline variant="warning" title={text} />)}
    </>
  );
}

function Preflight({ plan }: { plan: Plan }) {
  const t = useText();
  const failed = failedChecks(plan);
  if (plan.preflight.length === 0) return null;
  return (
    <>
      {failed.map((check) => (
        <Alert key={check.check} isInline variant="danger" title={`${check.check}: ${check.message}`}>{check.remedy}</Alert>
      ))}
      <ExpandableSection toggleText={t('plan.preflight', { n: plan.preflight.length, failed: failed.length })}>
        <ListTable
          label={t('plan.preflightChecks')}
          rows={plan.preflight}
          rowKey={(check) => check.check}
          columns={[
            { title: t('plan.check'), cell: (check) => check.check },
            { title: t('common.status'), cell: (check) => <Status status={check.status} /> },
            { title: t('common.message'), cell: (check) => [check.message, check.remedy].filter(Boolean).join(' ') },
          ]}
        />
      </ExpandableSection>
    </>
  );
}

/** What a request does before it is sent. */
export function PlanView({ plan }: { plan: Plan }) {
  const t = useText();
  const objects = changedObjects(plan.objects);
  return (
    <section className="console-stack" aria-label={t('plan.title')}>
      <Title headingLevel="h2" size="lg">{t('plan.title')}</Title>
      <Summary plan={plan} />
      <Preflight plan={plan} />
      {plan.steps.length > 0 && (
        <>
          <Title headingLevel="h3">{t('plan.steps')}</Title>
          <ol>{plan.steps.map((step) => <li key={step.name}>{step.name}</li>)}</ol>
        </>
      )}
      {objects.length > 0 && <Changes objects={objects} />}
    </section>
  );
}
