import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { useState } from 'react';
import { send, type Schemas } from '../api/client';
import { useText } from '../i18n/text';
import { Confirm } from '../ui/Confirm';
import { usePluginChange } from './usePluginChange';

export function EnabledButton({ plugin }: { plugin: Schemas['Plugin'] }) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const enable = plugin.state === 'disabled';
  const mutation = usePluginChange(
    () => send('PUT', `/v1/plugin/${encodeURIComponent(plugin.id)}/enabled`, String(enable), { 'content-type': 'application/json' }),
    () => setAsking(false),
  );
  const label = enable ? t('plugins.enable') : t('plugins.disable');
  return (
    <>
      <Button size="sm" variant="secondary" onClick={() => setAsking(true)}>{label}</Button>
      {asking && (
        <Confirm title={`${label}: ${plugin.id}`} action={label} mutation={mutation} close={() => setAsking(false)}>
          {enable ? t('plugins.enableBody') : t('plugins.disableBody')}
        </Confirm>
      )}
    </>
  );
}
