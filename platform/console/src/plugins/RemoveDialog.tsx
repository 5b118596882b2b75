import { Checkbox } from '@patternfly/react-core/dist/dynamic/components/Checkbox';
import { useState } from 'react';
import { api, body, type Schemas } from '../api/client';
import { useText } from '../i18n/text';
import { Confirm } from '../ui/Confirm';
import { Usage } from './Usage';
import { usePluginChange } from './usePluginChange';

export function RemoveDialog({ plugin, close }: { plugin: Schemas['Plugin']; close: () => void }) {
  const t = useText();
  const [force, setForce] = useState(false);
  const mutation = usePluginChange(() => body(api.DELETE('/v1/plugin/{id}', { params: { path: { id: plugin.id }, query: { force } } })), close);
  return (
    <Confirm title={t('plugins.removeTitle', { name: plugin.id })} action={t('common.remove')} isDanger mutation={mutation} close={close}>
      <div className="console-stack">
        <p>{t('plugins.removeBody')}</p>
        <Usage plugin={plugin} />
        {plugin.clusters && plugin.clusters.length > 0 && <Checkbox id="plugin-force" label={t('plugins.force')} isChecked={force} onChange={(_, checked) => setForce(checked)} />}
      </div>
    </Confirm>
  );
}
