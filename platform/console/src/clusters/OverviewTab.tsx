import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import { useQuery } from '@tanstack/react-query';
import { api, data } from '../api/client';
import { useText } from '../i18n/text';
import { Empty } from '../ui/states';
import type { Cluster } from './clusters';
import { ModuleTable } from './ModuleTable';
import { PodTable } from './PodTable';

function Pages({ cluster }: { cluster: Cluster }) {
  const t = useText();
  const pages = useQuery({
    queryKey: ['pages', cluster.uuid, cluster.revision],
    queryFn: () => data(api.GET('/v1/cluster/{uuid}/pages', { params: { path: { uuid: cluster.uuid } } })),
  });
  const links = (pages.data ?? []).flatMap((page) => page.urls.map((url) => ({ name: page.name, url })));
  if (links.length === 0) return null;
  return (
    <>
      <Title headingLevel="h2" size="lg">{t('clusters.pages')}</Title>
      <ul>
        {links.map((link) => (
          <li key={link.url}>
            <a href={link.url} target="_blank" rel="noreferrer">{link.name}</a> ({link.url})
          </li>
        ))}
      </ul>
    </>
  );
}

export function OverviewTab({ cluster }: { cluster: Cluster }) {
  const t = useText();
  if (!cluster.Info) return <Empty title={t('clusters.noInfo')}>{t('clusters.noInfoBody')}</Empty>;
  return (
    <div className="console-stack">
      {(cluster.Info.warnings ?? []).map((text) => <Alert key={text} isInline variant="warning" title={text} />)}
      <ModuleTable cluster={cluster} info={cluster.Info} />
      <PodTable cluster={cluster} info={cluster.Info} />
      <Pages cluster={cluster} />
    </div>
  );
}
