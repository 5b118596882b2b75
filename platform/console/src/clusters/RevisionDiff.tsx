import { FormSelect, FormSelectOption } from '@patternfly/react-core/dist/dynamic/components/FormSelect';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { api, data } from '../api/client';
import { useText } from '../i18n/text';
import { Changes } from '../plans/Changes';
import { changedObjects } from '../plans/plan';
import { Empty, Loading, Result } from '../ui/states';
import type { Cluster } from './clusters';

const SpecDiff = lazy(() => import('../editor/SpecDiff'));

function RevisionSelect({ name, value, newest }: { name: 'from' | 'to'; value: number; newest: number }) {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  const select = (number: string) => {
    const changed = new URLSearchParams(search);
    changed.set(name, number);
    setSearch(changed);
  };
  return (
    <FormSelect aria-label={t(`history.${name}`)} value={value} onChange={(_, number) => select(number)}>
      {Array.from({ length: newest }, (_, index) => newest - index).map((number) => (
        <FormSelectOption key={number} value={number} label={`${t(`history.${name}`)} ${number}`} />
      ))}
    </FormSelect>
  );
}

function useRevision(uuid: string, number: number) {
  return useQuery({
    queryKey: ['revision', uuid, number],
    queryFn: () => data(api.GET('/v1/cluster/{uuid}/revision/{number}', { params: { path: { uuid, number } as never } })),
    staleTime: Infinity,
  });
}

/** The differences between any two revisions: of the files, and of the objects. */
export function RevisionDiff({ cluster, from, to }: { cluster: Cluster; from: number; to: number }) {
  const t = useText();
  const before = useRevision(cluster.uuid, from);
  const after = useRevision(cluster.uuid, to);
  const diff = useQuery({
    queryKey: ['diff', cluster.uuid, from, to],
    queryFn: () => data(api.GET('/v1/cluster/{uuid}/revision/{number}/diff', { params: { path: { uuid: cluster.uuid, number: from } as never, query: { to } as never } })),
    staleTime: Infinity,
  });
  return (
    <section className="console-stack" aria-label={t('history.compare')}>
      <Title headingLevel="h2" size="lg">{t('history.compare')}</Title>
      <div className="console-bar">
        <RevisionSelect name="from" value={from} newest={cluster.revision} />
        <RevisionSelect name="to" value={to} newest={cluster.revision} />
      </div>
      <Result query={before}>
        {(old) => (
          <Result query={after}>
            {(current) => (
              <Suspense fallback={<Loading />}>
                <SpecDiff key={`${from}-${to}`} before={old.spec ?? ''} after={current.spec ?? ''} />
              </Suspense>
            )}
          </Result>
        )}
      </Result>
      <Result query={diff}>
        {(differences) => {
          const objects = changedObjects(differences.objects);
          return objects.length === 0 ? <Empty title={t('history.same')} /> : <Changes objects={objects} />;
        }}
      </Result>
    </section>
  );
}
