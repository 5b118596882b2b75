import { api, body } from '../api/client';
import { useText } from '../i18n/text';
import type { Plan } from '../plans/plan';
import { PlanView } from '../plans/PlanView';
import { Confirm } from '../ui/Confirm';
import { changeHeaders, type Cluster } from './clusters';
import { useChange } from './useChange';

export function ReconcileDialog({ cluster, plan, close }: { cluster: Cluster; plan: Plan; close: () => void }) {
  const t = useText();
  const mutation = useChange(cluster, () =>
    body(
      api.POST('/v1/cluster/{uuid}/drift/reconcile', {
        params: { path: { uuid: cluster.uuid }, header: changeHeaders(plan) },
        body: { accept_data_loss: plan.data_lost.length > 0 },
      }),
    ),
  );
  return (
    <Confirm title={t('drift.reconcile')} action={t('drift.reconcile')} mutation={mutation} close={close} isDanger={plan.data_lost.length > 0} wide>
      <PlanView plan={plan} />
    </Confirm>
  );
}
