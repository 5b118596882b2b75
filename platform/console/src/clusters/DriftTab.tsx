import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, data } from '../api/client';
import { useText } from '../i18n/text';
import { PlanView } from '../plans/PlanView';
import { changedObjects } from '../plans/plan';
import { useSession } from '../session/session';
import { Empty, Result } from '../ui/states';
import type { Cluster } from './clusters';
import { ReconcileDialog } from './ReconcileDialog';

export function DriftTab({ cluster }: { cluster: Cluster }) {
  const t = useText();
  const { can } = useSession();
  const [reconciling, setReconciling] = useState(false);
  const drift = useQuery({
    queryKey: ['drift', cluster.uuid, cluster.etag],
    queryFn: () => data(api.GET('/v1/cluster/{uuid}/drift', { params: { path: { uuid: cluster.uuid } } })),
    refetchInterval: 30_000,
  });
  return (
    <Result query={drift}>
      {(plan) =>
        changedObjects(plan.objects).length === 0 ? (
          <Empty title={t('drift.none')}>{t('drift.noneBody', { revision: cluster.revision })}</Empty>
        ) : (
          <div className="console-stack">
            <p>{t('drift.body', { revision: cluster.revision })}</p>
            <PlanView plan={plan} />
            {can('change', cluster.namespaces) && <Button onClick={() => setReconciling(true)}>{t('drift.reconcile')}</Button>}
            {reconciling && <ReconcileDialog cluster={cluster} plan={plan} close={() => setReconciling(false)} />}
          </div>
        )
      }
    </Result>
  );
}
