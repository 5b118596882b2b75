import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { api, data } from '../api/client';
import { clusterKey, findCluster, type Cluster } from '../clusters/clusters';
import { useText } from '../i18n/text';
import { PageHeader } from '../ui/PageHeader';
import { Loading, Result } from '../ui/states';
import { update } from './requests';
import { SpecForm } from './SpecForm';

function Editor({ cluster, initial }: { cluster: Cluster; initial: string }) {
  const t = useText();
  const [text, setText] = useState(initial);
  return <SpecForm text={text} setText={setText} action={t('install.update')} submit={(plan, consent) => update(text, consent, plan.etag ?? cluster.etag)} />;
}

/** The file of the revision that was current when the page was opened: a newer one would replace what the user has written. */
function Loaded({ cluster: current }: { cluster: Cluster }) {
  const [cluster] = useState(current);
  const path = { uuid: cluster.uuid, number: cluster.revision };
  const revision = useQuery({
    queryKey: ['revision', cluster.uuid, cluster.revision],
    queryFn: () => data(api.GET('/v1/cluster/{uuid}/revision/{number}', { params: { path: path as never } })),
    staleTime: Infinity,
  });
  return <Result query={revision}>{({ spec }) => <Editor cluster={cluster} initial={spec ?? ''} />}</Result>;
}

export default function UpdatePage() {
  const t = useText();
  const uuid = useParams().uuid ?? '';
  const query = useQuery({ queryKey: clusterKey(uuid), queryFn: () => findCluster(uuid), refetchOnMount: 'always' });
  const name = query.data?.name ?? t('clusters.one');
  return (
    <>
      <PageHeader title={t('install.updateTitle', { name })} parent={{ title: name, path: `/clusters/${uuid}` }} />
      <PageSection hasBodyWrapper={false}>
        <Result query={query}>{(cluster) => (query.isFetchedAfterMount ? <Loaded key={uuid} cluster={cluster} /> : <Loading />)}</Result>
      </PageSection>
    </>
  );
}
