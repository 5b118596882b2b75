import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { Checkbox } from '@patternfly/react-core/dist/dynamic/components/Checkbox';
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useText } from '../i18n/text';
import { PageHeader } from '../ui/PageHeader';
import { SearchFilter } from '../ui/SearchFilter';
import { Empty, Loading, Result } from '../ui/states';
import { ClusterTable } from './ClusterTable';
import { clustersOf, isProblem, loadFederation, membersOf, routesOf, shownMembers, type Federation, type Filter } from './federation';
import { RouteTable } from './RouteTable';

const FederationMap = lazy(() => import('../map/Map'));

/** More boxes are not readable; the tables have all. */
const MAP_LIMIT = 120;
const ROWS = 100;

function useFilter(): [Filter, (name: string, value: string) => void] {
  const [search, setSearch] = useSearchParams();
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next, { replace: true });
  };
  return [{ text: search.get('text') ?? '', problems: search.get('problems') === 'true' }, set];
}

function Summary({ federation }: { federation: Federation }) {
  const t = useText();
  const problems = federation.routes.filter(isProblem).length;
  const names = new Map(federation.clusters.map((cluster) => [cluster.uuid, cluster.name]));
  return (
    <>
      {federation.routes.length > 0 &&
        (problems > 0
          ? <Alert isInline variant="danger" title={t('federation.problems', { n: problems, all: federation.routes.length })} />
          : <Alert isInline variant="success" title={t('federation.noProblems', { all: federation.routes.length })} />)}
      {federation.shared_parties.map((party) => (
        <Alert
          key={`${party.network} ${party.party_id}`}
          isInline
          variant="warning"
          title={t('federation.shared', { id: party.party_id, clusters: party.clusters.map((uuid) => names.get(uuid) ?? uuid).join(', ') })}
        />
      ))}
    </>
  );
}

/** A long table grows when the user asks for more. */
function useRows<T>(rows: T[]): [T[], number, () => void] {
  const [count, setCount] = useState(ROWS);
  return [rows.slice(0, count), Math.max(0, rows.length - count), () => setCount(count + ROWS)];
}

function More({ rest, more }: { rest: number; more: () => void }) {
  const t = useText();
  return rest > 0 ? <Button variant="link" onClick={more}>{t('federation.more', { n: rest })}</Button> : null;
}

function Content({ federation, filter }: { federation: Federation; filter: Filter }) {
  const t = useText();
  const members = useMemo(() => membersOf(federation), [federation]);
  const { text, problems } = filter;
  const routes = useMemo(() => routesOf(federation, members, { text, problems }), [federation, members, text, problems]);
  const shown = useMemo(() => shownMembers(members, routes, { text, problems }), [members, routes, text, problems]);
  const clusters = useMemo(() => clustersOf(federation, text), [federation, text]);
  const [routeRows, moreRoutes, growRoutes] = useRows(routes);
  const [clusterRows, moreClusters, growClusters] = useRows(clusters);
  return (
    <div className="console-stack">
      {shown.length > MAP_LIMIT && <Alert isInline variant="info" title={t('federation.tooMany', { n: shown.length, limit: MAP_LIMIT })} />}
      {shown.length > 0 && shown.length <= MAP_LIMIT && (
        <Suspense fallback={<Loading />}>
          <FederationMap members={shown} routes={routes} />
        </Suspense>
      )}
      <Title headingLevel="h2" size="lg">{t('federation.routes')}</Title>
      {routes.length > 0 ? <RouteTable routes={routeRows} members={members} /> : <p>{t('federation.noRoutes')}</p>}
      <More rest={moreRoutes} more={growRoutes} />
      <Title headingLevel="h2" size="lg">{t('clusters.title')}</Title>
      <ClusterTable clusters={clusterRows} />
      <More rest={moreClusters} more={growClusters} />
    </div>
  );
}

export default function FederationPage() {
  const t = useText();
  const [filter, set] = useFilter();
  const query = useQuery({ queryKey: ['federation'], queryFn: loadFederation, refetchInterval: 10_000 });
  return (
    <>
      <PageHeader title={t('federation.title')}>
        <p>{t('federation.subtitle')}</p>
      </PageHeader>
      <PageSection hasBodyWrapper={false}>
        <Result query={query}>
          {(federation) =>
            federation.clusters.length === 0 ? (
              <Empty title={t('federation.none')} actions={<Link to="/clusters/new">{t('federation.install')}</Link>}>{t('federation.noneBody')}</Empty>
            ) : (
              <>
                <Summary federation={federation} />
                <div className="console-bar">
                  <SearchFilter label={t('list.search')} value={filter.text} onChange={(text) => set('text', text)} />
                  <Checkbox id="problems" label={t('federation.problemsOnly')} isChecked={filter.problems} onChange={(_, checked) => set('problems', checked ? 'true' : '')} />
                </div>
                <Content federation={federation} filter={filter} />
              </>
            )
          }
        </Result>
      </PageSection>
    </>
  );
}
