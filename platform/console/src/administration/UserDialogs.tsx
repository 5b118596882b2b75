import { FormGroup, Form } from '@patternfly/react-core/dist/dynamic/components/Form';
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput';
import { useState } from 'react';
import { api, body, type Schemas } from '../api/client';
import { useText } from '../i18n/text';
import { Confirm } from '../ui/Confirm';
import { useAdministrationChange } from './useAdministrationChange';

interface FieldProperties {
  id: string;
  label: string;
  value: string;
  type?: 'text' | 'email' | 'password';
  onChange: (value: string) => void;
}

export function Field({ id, label, value, type = 'text', onChange }: FieldProperties) {
  return (
    <FormGroup label={label} fieldId={id}>
      <TextInput id={id} type={type} value={value} autoComplete={type === 'password' ? 'new-password' : 'off'} onChange={(_, text) => onChange(text)} />
    </FormGroup>
  );
}

export function UserDialog({ close }: { close: () => void }) {
  const t = useText();
  const [username, setUsername] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const mutation = useAdministrationChange('users', () => body(api.POST('/v1/user', { body: { username, password, ...(email && { email }) } })), close);
  return (
    <Confirm title={t('administration.createUser')} action={t('common.create')} isDisabled={!username || !password} mutation={mutation} close={close}>
      <Form onSubmit={(event) => event.preventDefault()}>
        <Field id="new-username" label={t('session.user')} value={username} onChange={setUsername} />
        <Field id="new-email" label={t('administration.email')} type="email" value={email} onChange={setEmail} />
        <Field id="new-password" label={t('session.password')} type="password" value={password} onChange={setPassword} />
      </Form>
    </Confirm>
  );
}

export function PasswordDialog({ account, close }: { account: Schemas['Account']; close: () => void }) {
  const t = useText();
  const [password, setPassword] = useState('');
  const path = { uuid: account.uuid ?? '' };
  const mutation = useAdministrationChange('users', () => body(api.PUT('/v1/user/{uuid}/password', { params: { path }, body: { password } })), close);
  return (
    <Confirm title={t('administration.passwordOf', { name: account.username ?? '' })} action={t('administration.setPassword')} isDisabled={!password} mutation={mutation} close={close}>
      <Form onSubmit={(event) => event.preventDefault()}>
        <Field id="other-password" label={t('session.password')} type="password" value={password} onChange={setPassword} />
      </Form>
    </Confirm>
  );
}
