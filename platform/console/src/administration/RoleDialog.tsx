import { Form, FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form';
import { FormSelect, FormSelectOption } from '@patternfly/react-core/dist/dynamic/components/FormSelect';
import { useState } from 'react';
import { api, body } from '../api/client';
import { useText } from '../i18n/text';
import { ALL_NAMESPACES, GLOBAL_ROLES, ROLE_NAMES } from '../session/permissions';
import { Confirm } from '../ui/Confirm';
import { useAdministrationChange } from './useAdministrationChange';
import { Field } from './UserDialogs';

export function RoleDialog({ close }: { close: () => void }) {
  const t = useText();
  const [kind, setKind] = useState('user');
  const [subject, setSubject] = useState('');
  const [role, setRole] = useState('viewer');
  const [namespace, setNamespace] = useState('');
  const isGlobal = GLOBAL_ROLES.includes(role);
  const target = isGlobal ? ALL_NAMESPACES : namespace;
  const mutation = useAdministrationChange('roles', () => body(api.POST('/v1/permission', { body: { subject_kind: kind, subject, role, namespace: target } })), close);
  return (
    <Confirm title={t('roles.grant')} action={t('roles.grant')} isDisabled={!subject || !target} mutation={mutation} close={close}>
      <Form onSubmit={(event) => event.preventDefault()}>
        <FormGroup label={t('roles.kind')} fieldId="role-kind">
          <FormSelect id="role-kind" value={kind} onChange={(_, value) => setKind(value)}>
            <FormSelectOption value="user" label={t('roles.user')} />
            <FormSelectOption value="group" label={t('roles.group')} />
          </FormSelect>
        </FormGroup>
        <Field id="role-subject" label={t('common.name')} value={subject} onChange={setSubject} />
        <FormGroup label={t('roles.role')} fieldId="role-role">
          <FormSelect id="role-role" value={role} onChange={(_, value) => setRole(value)}>
            {ROLE_NAMES.map((name) => <FormSelectOption key={name} value={name} label={name} />)}
          </FormSelect>
        </FormGroup>
        {!isGlobal && <Field id="role-namespace" label={t('roles.namespace')} value={namespace} onChange={setNamespace} />}
      </Form>
    </Confirm>
  );
}
