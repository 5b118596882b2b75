import { useQuery } from '@tanstack/react-query';
import { api, body, data } from '../api/client';
import { useText } from '../i18n/text';
import type { Plan } from '../plans/plan';
import { PlanView } from '../plans/PlanView';
import { Confirm } from '../ui/Confirm';
import { Result } from '../ui/states';
import { changeHeaders, type Cluster } from './clusters';
import { useChange } from './useChange';

const ROUTE = '/v1/cluster/{uuid}/revision/{number}/rollback';

export function RollbackDialog({ cluster, revision, close }: { cluster: Cluster; revision: number; close: () => void }) {
  const t = useText();
  const path = { uuid: cluster.uuid, number: revision } as never;
  const query = useQuery({
    queryKey: ['rollback', cluster.uuid, revision, cluster.etag],
    queryFn: () => data(api.POST(ROUTE, { params: { path, query: { dryRun: true } }, body: {} })) as Promise<Plan>,
  });
  const plan = query.data;
  const mutation = useChange(cluster, () =>
    body(api.POST(ROUTE, { params: { path, header: changeHeaders(plan ?? cluster) }, body: { accept_data_loss: (plan?.data_lost.length ?? 0) > 0 } })),
  );
  const title = t('history.rollbackTo', { n: revision });
  return (
    <Confirm title={title} action={title} mutation={mutation} close={close} isDisabled={!plan} isDanger={(plan?.data_lost.length ?? 0) > 0} wide>
      <Result query={query}>{(loaded) => <PlanView plan={loaded} />}</Result>
    </Confirm>
  );
}
