import { Checkbox } from '@patternfly/react-core/dist/dynamic/components/Checkbox';
import { useState } from 'react';
import { send, type Schemas } from '../api/client';
import { useText } from '../i18n/text';
import { Confirm } from '../ui/Confirm';
import { usePluginChange } from './usePluginChange';

/** Installs a plugin, or upgrades one. */
export function UploadDialog({ plugin, close }: { plugin?: Schemas['Plugin']; close: () => void }) {
  const t = useText();
  const [file, setFile] = useState<File>();
  const [force, setForce] = useState(false);
  const mutation = usePluginChange(() => {
    const form = new FormData();
    form.append('file', file!);
    return plugin ? send('PUT', `/v1/plugin/${encodeURIComponent(plugin.id)}?force=${force}`, form) : send('POST', '/v1/plugin', form);
  }, close);
  const title = plugin ? t('plugins.upgradeTitle', { name: plugin.id }) : t('plugins.install');
  return (
    <Confirm title={title} action={plugin ? t('plugins.upgrade') : t('plugins.install')} isDisabled={!file} mutation={mutation} close={close}>
      <div className="console-stack">
        <label htmlFor="plugin-file">{t('plugins.file')}</label>
        <input id="plugin-file" type="file" accept=".jar" onChange={(event) => setFile(event.target.files?.[0])} />
        {plugin && <Checkbox id="plugin-force" label={t('plugins.force')} isChecked={force} onChange={(_, checked) => setForce(checked)} />}
      </div>
    </Confirm>
  );
}
