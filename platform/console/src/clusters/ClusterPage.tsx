import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { useText } from '../i18n/text';
import { LogTab } from '../logs/LogTab';
import type { Permission } from '../session/permissions';
import { useSession } from '../session/session';
import { TerminalTab } from '../terminal/TerminalTab';
import { PageHeader } from '../ui/PageHeader';
import { RouteTabs } from '../ui/RouteTabs';
import { Result } from '../ui/states';
import { Status } from '../ui/Status';
import { CheckTab } from './CheckTab';
import { ClusterActions } from './ClusterActions';
import { clusterKey, findCluster, release, type Cluster } from './clusters';
import { DriftTab } from './DriftTab';
import { EventTab } from './EventTab';
import { HistoryTab } from './HistoryTab';
import { JobTab } from './JobTab';
import { OverviewTab } from './OverviewTab';

const TABS = {
  overview: { title: 'clusters.overview', Content: OverviewTab },
  jobs: { title: 'jobs.title', Content: JobTab },
  events: { title: 'clusters.events', Content: EventTab },
  logs: { title: 'logs.title', Content: LogTab },
  terminal: { title: 'terminal.title', Content: TerminalTab },
  checks: { title: 'clusters.checks', Content: CheckTab },
  drift: { title: 'clusters.drift', Content: DriftTab },
  history: { title: 'clusters.history', Content: HistoryTab },
} as const;
type TabName = keyof typeof TABS;

const PERMISSIONS: Partial<Record<TabName, Permission>> = { logs: 'logs', terminal: 'exec' };

function Tabs({ cluster }: { cluster: Cluster }) {
  const t = useText();
  const { can } = useSession();
  const { tab } = useParams();
  const names = (Object.keys(TABS) as TabName[]).filter((name) => can(PERMISSIONS[name] ?? 'view', cluster.namespaces));
  const active = names.find((name) => name === tab) ?? 'overview';
  const { Content } = TABS[active];
  return (
    <>
      <RouteTabs
        label={t('clusters.parts')}
        base={`/clusters/${cluster.uuid}`}
        active={active}
        tabs={names.map((name) => ({ name, title: t(TABS[name].title) }))}
      />
      <PageSection hasBodyWrapper={false}>
        <Content cluster={cluster} />
      </PageSection>
    </>
  );
}

const POLL = 10_000;
/** While something starts, whoever looks at the page waits for it. */
const POLL_WHEN_NOT_READY = 4_000;

export default function ClusterPage() {
  const t = useText();
  const uuid = useParams().uuid ?? '';
  const query = useQuery({
    queryKey: clusterKey(uuid),
    queryFn: () => findCluster(uuid),
    refetchInterval: ({ state }) => (state.data?.status === 'Running' ? POLL : POLL_WHEN_NOT_READY),
  });
  const parent = { title: t('clusters.title'), path: '/clusters' };
  if (!query.data) {
    return (
      <>
        <PageHeader title={t('clusters.one')} parent={parent} />
        <PageSection hasBodyWrapper={false}>
          <Result query={query}>{() => null}</Result>
        </PageSection>
      </>
    );
  }
  const cluster = query.data;
  return (
    <>
      <PageHeader title={cluster.name} parent={parent} status={<Status status={cluster.status} />} actions={<ClusterActions cluster={cluster} />}>
        <p>{t('clusters.subtitle', { namespace: cluster.namespaces, release: release(cluster), revision: cluster.revision })} · <Link to={`/federation?text=${encodeURIComponent(cluster.name)}`}>{t('federation.title')}</Link></p>
      </PageHeader>
      <Tabs cluster={cluster} />
    </>
  );
}
