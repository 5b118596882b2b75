import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { Form, FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form';
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { api, data } from '../api/client';
import icon from '../icon.svg';
import { useText } from '../i18n/text';
import { Preferences } from '../ui/Preferences';
import { Failure } from '../ui/states';
import { useSession } from './session';

function OidcLink() {
  const t = useText();
  const location = useLocation();
  const methods = useQuery({ queryKey: ['login'], queryFn: () => data(api.GET('/v1/user/login')), staleTime: Infinity });
  if (!methods.data?.oidc) return null;
  const back = encodeURIComponent(location.pathname + location.search);
  return (
    <Button variant="secondary" isBlock component="a" href={`/v1/user/session/oidc?return=${back}`}>
      {t('session.oidc')}
    </Button>
  );
}

/** In place of the page that was asked for, which is shown after the sign-in. */
export function SignInPage() {
  const t = useText();
  const { signIn } = useSession();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const mutation = useMutation({ mutationFn: () => signIn(username, password) });
  useEffect(() => {
    document.title = `${t('session.signIn')} – KubeFATE`;
  }, [t]);
  return (
    <div className="console-sign-in">
      <main className="console-stack">
        <div className="console-heading">
          <img src={icon} alt="" width="40" height="40" />
          <Title headingLevel="h1">{t('session.title')}</Title>
        </div>
        {mutation.error && <Failure error={mutation.error} />}
        <Form
          onSubmit={(event) => {
            event.preventDefault();
            mutation.mutate();
          }}
        >
          <FormGroup label={t('session.user')} isRequired fieldId="username">
            <TextInput id="username" autoComplete="username" isRequired value={username} onChange={(_, value) => setUsername(value)} />
          </FormGroup>
          <FormGroup label={t('session.password')} isRequired fieldId="password">
            <TextInput id="password" type="password" autoComplete="current-password" isRequired value={password} onChange={(_, value) => setPassword(value)} />
          </FormGroup>
          <Button type="submit" variant="primary" isBlock isLoading={mutation.isPending} isDisabled={mutation.isPending}>
            {t('session.signIn')}
          </Button>
          <OidcLink />
        </Form>
        <div className="console-bar">
          <Preferences />
        </div>
      </main>
    </div>
  );
}
