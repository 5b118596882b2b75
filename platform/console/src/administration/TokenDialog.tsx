import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { Form, FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form';
import { FormSelect, FormSelectOption } from '@patternfly/react-core/dist/dynamic/components/FormSelect';
import { Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core/dist/dynamic/components/Modal';
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput';
import { useState } from 'react';
import { api, data } from '../api/client';
import { useText } from '../i18n/text';
import { Confirm } from '../ui/Confirm';
import { useAdministrationChange } from './useAdministrationChange';
import { Field } from './UserDialogs';

const DAYS = [7, 30, 90, 365];
const DAY = 86_400_000;

/** The only time that the token can be seen. */
function Created({ token, close }: { token: string; close: () => void }) {
  const t = useText();
  return (
    <Modal isOpen variant="medium" onClose={close} aria-label={t('tokens.created')}>
      <ModalHeader title={t('tokens.created')} />
      <ModalBody>
        <p>{t('tokens.createdBody')}</p>
        <TextInput readOnly readOnlyVariant="plain" aria-label={t('tokens.token')} value={token} />
      </ModalBody>
      <ModalFooter>
        <Button onClick={() => void navigator.clipboard?.writeText(token)}>{t('common.copy')}</Button>
        <Button variant="link" onClick={close}>{t('common.close')}</Button>
      </ModalFooter>
    </Modal>
  );
}

export function TokenDialog({ close }: { close: () => void }) {
  const t = useText();
  const [name, setName] = useState('');
  const [days, setDays] = useState(30);
  const [token, setToken] = useState('');
  const send = () => data(api.POST('/v1/token', { body: { name, expires: new Date(Date.now() + days * DAY).toISOString() } }));
  const mutation = useAdministrationChange('tokens', send, (created) => setToken(created.token ?? ''));
  if (token) return <Created token={token} close={close} />;
  return (
    <Confirm title={t('tokens.create')} action={t('common.create')} isDisabled={!name} mutation={mutation} close={close}>
      <Form onSubmit={(event) => event.preventDefault()}>
        <Field id="token-name" label={t('common.name')} value={name} onChange={setName} />
        <FormGroup label={t('tokens.lifetime')} fieldId="token-days">
          <FormSelect id="token-days" value={days} onChange={(_, value) => setDays(Number(value))}>
            {DAYS.map((number) => <FormSelectOption key={number} value={number} label={t('tokens.days', { n: number })} />)}
          </FormSelect>
        </FormGroup>
      </Form>
    </Confirm>
  );
}
