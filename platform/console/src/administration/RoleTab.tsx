import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { useState } from 'react';
import { api, body } from '../api/client';
import { useText } from '../i18n/text';
import { ROLE_NAMES } from '../session/permissions';
import { ListPage } from '../ui/ListPage';
import { Empty } from '../ui/states';
import { Time } from '../ui/Time';
import { useList } from '../ui/useList';
import { DeleteButton } from './DeleteButton';
import { RoleDialog } from './RoleDialog';

export function RoleTab() {
  const t = useText();
  const [granting, setGranting] = useState(false);
  const list = useList({
    name: 'roles',
    filters: ['text', 'role', 'subject_kind', 'subject', 'namespace'],
    defaultSort: 'subject',
    load: (query) => body(api.GET('/v1/permission', { params: { query: query as never } })),
  });
  const grant = <Button onClick={() => setGranting(true)}>{t('roles.grant')}</Button>;
  return (
    <>
      <ListPage
        label={t('administration.roles')}
        list={list}
        rowKey={(role) => role.id}
        choices={[{ name: 'role', label: t('roles.role'), values: ROLE_NAMES }]}
        actions={grant}
        empty={<Empty title={t('roles.none')} actions={grant} />}
        columns={[
          { title: t('roles.subject'), sort: 'subject', cell: (role) => `${role.subject} (${role.subject_kind})` },
          { title: t('roles.role'), sort: 'role', cell: (role) => role.role },
          { title: t('common.namespace'), sort: 'namespace', cell: (role) => (role.namespace === '*' ? t('roles.everywhere') : role.namespace) },
          { title: t('common.creator'), cell: (role) => role.creator },
          { title: t('common.created'), sort: 'created', cell: (role) => <Time value={role.created_at} /> },
          {
            title: t('common.actions'),
            isActions: true,
            cell: (role) => (
              <DeleteButton
                list="roles"
                action={t('roles.revoke')}
                question={t('roles.revokeTitle', { role: role.role, name: role.subject })}
                send={() => body(api.DELETE('/v1/permission/{id}', { params: { path: { id: role.id } } as never }))}
              />
            ),
          },
        ]}
      />
      {granting && <RoleDialog close={() => setGranting(false)} />}
    </>
  );
}
