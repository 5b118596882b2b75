import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { Checkbox } from '@patternfly/react-core/dist/dynamic/components/Checkbox';
import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { ApiError, type Problem } from '../api/error';
import { useText } from '../i18n/text';
import { failedChecks, type Plan } from '../plans/plan';
import { PlanView } from '../plans/PlanView';
import { Empty, Failure, Loading } from '../ui/states';
import { Images } from './Images';
import { ProblemList } from './ProblemList';
import { planOf, type Consent } from './requests';
import { useImages } from './useImages';
import { useSchema } from './useSchema';
import { useView, Views } from './Views';

const SchemaForm = lazy(() => import('../form/SchemaForm'));
const YamlEditor = lazy(() => import('../editor/YamlEditor'));

interface Properties {
  text: string;
  setText: (text: string) => void;
  action: string;
  submit: (plan: Plan, consent: Consent) => Promise<{ data?: unknown }>;
}

function jobOf(reply: { data?: unknown }): string | undefined {
  return (reply.data as { uuid?: string } | undefined)?.uuid;
}

/** The plan of the file, what the user has to agree to, and the button that carries it out. */
function Decision({ plan, action, submit }: { plan: Plan } & Pick<Properties, 'action' | 'submit'>) {
  const t = useText();
  const navigate = useNavigate();
  const [consent, setConsent] = useState<Consent>({ force: false, acceptDataLoss: false });
  const mutation = useMutation({
    mutationFn: () => submit(plan, consent),
    onSuccess: (reply) => {
      const job = jobOf(reply);
      void navigate(job ? `/jobs/${job}` : '/jobs');
    },
  });
  const needsForce = !plan.feasible || failedChecks(plan).length > 0;
  const losesData = plan.data_lost.length > 0;
  const agreed = (!needsForce || consent.force) && (!losesData || consent.acceptDataLoss);
  return (
    <div className="console-stack">
      <PlanView plan={plan} />
      {needsForce && <Checkbox id="force" label={t('install.force')} isChecked={consent.force} onChange={(_, force) => setConsent({ ...consent, force })} />}
      {losesData && (
        <Checkbox id="data-loss" label={t('install.acceptDataLoss')} isChecked={consent.acceptDataLoss} onChange={(_, acceptDataLoss) => setConsent({ ...consent, acceptDataLoss })} />
      )}
      {mutation.error && <Failure error={mutation.error} />}
      <Button onClick={() => mutation.mutate()} isDisabled={!agreed || mutation.isPending} isLoading={mutation.isPending}>{action}</Button>
    </div>
  );
}

function FileForm({ text, setText, problems }: Pick<Properties, 'text' | 'setText'> & { problems: Problem[] }) {
  const t = useText();
  const { schema, error, isLoading } = useSchema(text);
  if (error) return <Failure error={error} />;
  if (isLoading) return <Loading />;
  if (!schema) return <Empty title={t('form.noSchema')}>{t('form.noSchemaBody')}</Empty>;
  return <SchemaForm schema={schema} text={text} setText={setText} problems={problems} />;
}

/** The file as a form and in an editor, its problems, its images, its plan. */
export function SpecForm({ text, setText, action, submit }: Properties) {
  const t = useText();
  const [goTo, setGoTo] = useState<{ line: number }>();
  const [view, setView] = useView();
  const goToLine = (line: number) => {
    setView('yaml');
    setGoTo({ line });
  };
  const [planned, setPlanned] = useState<{ text: string; plan: Plan }>();
  const { images, problems, invalid, error } = useImages(text);
  const preview = useMutation({ mutationFn: () => planOf(text), onSuccess: (reply) => setPlanned({ text, plan: reply.data }) });
  const shown = preview.error instanceof ApiError && preview.error.status === 400 && invalid ? null : preview.error;
  return (
    <div className="console-stack">
      <Views
        view={view}
        setView={setView}
        form={<Suspense fallback={<Loading />}><FileForm text={text} setText={setText} problems={problems} /></Suspense>}
        yaml={<Suspense fallback={<Loading />}><YamlEditor label={t('install.file')} value={text} onChange={setText} problems={problems} goTo={goTo} /></Suspense>}
      />
      <ProblemList problems={problems} goTo={goToLine} />
      {error && <Failure error={error} />}
      <Images images={images} />
      <Button variant="secondary" onClick={() => preview.mutate()} isDisabled={invalid || !text.trim() || preview.isPending} isLoading={preview.isPending}>{t('install.preview')}</Button>
      {shown && <Failure error={shown} />}
      {planned?.text === text && <Decision plan={planned.plan} action={action} submit={submit} />}
    </div>
  );
}
