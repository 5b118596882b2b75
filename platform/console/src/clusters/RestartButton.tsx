import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, body, data } from '../api/client';
import { useText } from '../i18n/text';
import { LostData } from '../plans/LostData';
import { Confirm } from '../ui/Confirm';
import { Result } from '../ui/states';
import { clusterKey, type Cluster } from './clusters';

const ROUTE = '/v1/cluster/{uuid}/module/{module}/restart';

interface Properties {
  cluster: Cluster;
  module: string;
}

function RestartDialog({ cluster, module, close }: Properties & { close: () => void }) {
  const t = useText();
  const client = useQueryClient();
  const path = { uuid: cluster.uuid, module };
  const plan = useQuery({
    queryKey: ['restart', cluster.uuid, module],
    queryFn: () => data(api.POST(ROUTE, { params: { path, query: { dryRun: true } } })),
    gcTime: 0,
  });
  const lost = plan.data?.data_lost ?? [];
  const mutation = useMutation<unknown, Error, void>({
    mutationFn: () => body(api.POST(ROUTE, { params: { path, query: { acceptDataLoss: lost.length > 0 } } })),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: clusterKey(cluster.uuid) });
      close();
    },
  });
  return (
    <Confirm title={t('restart.title', { module })} action={t('restart.restart')} isDanger={lost.length > 0} isDisabled={!plan.data} mutation={mutation} close={close}>
      <div className="console-stack">
        <Result query={plan}>{({ workloads }) => <p>{t('restart.body', { workloads: workloads.join(', ') })}</p>}</Result>
        <LostData texts={lost} />
      </div>
    </Confirm>
  );
}

export function RestartButton({ cluster, module }: Properties) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="sm" variant="secondary" onClick={() => setAsking(true)} aria-label={t('restart.title', { module })}>{t('restart.restart')}</Button>
      {asking && <RestartDialog cluster={cluster} module={module} close={() => setAsking(false)} />}
    </>
  );
}
