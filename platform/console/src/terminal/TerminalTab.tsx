import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { FormSelect, FormSelectOption } from '@patternfly/react-core/dist/dynamic/components/FormSelect';
import { lazy, Suspense, useState } from 'react';
import type { Cluster } from '../clusters/clusters';
import { useText } from '../i18n/text';
import { Loading } from '../ui/states';

const Terminal = lazy(() => import('./Terminal'));

/** Nothing runs in a container before the user chooses it. */
export function TerminalTab({ cluster }: { cluster: Cluster }) {
  const t = useText();
  const [module, setModule] = useState('');
  const [session, setSession] = useState({ number: 0, isOpen: false, end: '' });
  const modules = Object.keys(cluster.Info?.status.modules ?? {}).sort();
  const open = () => setSession({ number: session.number + 1, isOpen: true, end: '' });
  return (
    <div className="console-stack">
      <div className="console-bar">
        <FormSelect aria-label={t('common.module')} value={module} onChange={(_, name) => setModule(name)} isDisabled={session.isOpen}>
          <FormSelectOption value="" label={t('terminal.choose')} isDisabled />
          {modules.map((name) => <FormSelectOption key={name} value={name} label={name} />)}
        </FormSelect>
        {session.isOpen ? (
          <Button variant="secondary" onClick={() => setSession({ ...session, isOpen: false })}>{t('terminal.close')}</Button>
        ) : (
          <Button onClick={open} isDisabled={!module}>{t('terminal.open')}</Button>
        )}
      </div>
      {session.end && <Alert isInline variant="info" title={session.end} />}
      {session.isOpen && (
        <Suspense fallback={<Loading />}>
          <Terminal
            key={session.number}
            cluster={cluster.uuid}
            module={module}
            label={t('terminal.in', { name: module })}
            onEnd={(reason) => setSession({ ...session, isOpen: false, end: reason || t('terminal.ended') })}
          />
        </Suspense>
      )}
    </div>
  );
}
