import { Checkbox } from '@patternfly/react-core/dist/dynamic/components/Checkbox';
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, body, data } from '../api/client';
import { useText } from '../i18n/text';
import type { Plan } from '../plans/plan';
import { PlanView } from '../plans/PlanView';
import { Confirm } from '../ui/Confirm';
import { Result } from '../ui/states';
import { ifMatch, type Cluster } from './clusters';
import { useChange } from './useChange';

const ROUTE = '/v1/cluster/{uuid}';

export function DeleteDialog({ cluster, close }: { cluster: Cluster; close: () => void }) {
  const t = useText();
  const [purge, setPurge] = useState(false);
  const [name, setName] = useState('');
  const path = { uuid: cluster.uuid };
  const query = useQuery({
    queryKey: ['delete', cluster.uuid, purge, cluster.etag],
    queryFn: () => data(api.DELETE(ROUTE, { params: { path, query: { dryRun: true, purge } } })) as Promise<Plan>,
  });
  const mutation = useChange(cluster, () => body(api.DELETE(ROUTE, { params: { path, query: { purge }, header: ifMatch(query.data?.etag) } })));
  const label = t('clusters.typeName', { name: cluster.name });
  return (
    <Confirm title={t('clusters.deleteTitle', { name: cluster.name })} action={t('common.delete')} isDanger isDisabled={!query.data || name !== cluster.name} mutation={mutation} close={close} wide>
      <div className="console-stack">
        <Checkbox id="purge" label={t('clusters.purge')} isChecked={purge} onChange={(_, checked) => setPurge(checked)} />
        <Result query={query}>{(plan) => <PlanView plan={plan} />}</Result>
        <label htmlFor="delete-name">{label}</label>
        <TextInput id="delete-name" value={name} onChange={(_, value) => setName(value)} />
      </div>
    </Confirm>
  );
}
