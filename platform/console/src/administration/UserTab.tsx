import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { useState } from 'react';
import { api, body, type Schemas } from '../api/client';
import { useText } from '../i18n/text';
import { ListPage } from '../ui/ListPage';
import { Empty } from '../ui/states';
import { Status } from '../ui/Status';
import { Time } from '../ui/Time';
import { useList } from '../ui/useList';
import { DeleteButton } from './DeleteButton';
import { PasswordDialog, UserDialog } from './UserDialogs';

export type Account = Schemas['Account'];

function EnabledSwitch({ account }: { account: Account }) {
  const t = useText();
  const path = { uuid: account.uuid ?? '' };
  const action = account.enabled ? t('administration.disable') : t('administration.enable');
  return (
    <DeleteButton
      list="users"
      action={action}
      question={`${action}: ${account.username}`}
      send={() => body(api.PUT('/v1/user/{uuid}', { params: { path }, body: { enabled: !account.enabled } }))}
    />
  );
}

export function UserTab() {
  const t = useText();
  const [creating, setCreating] = useState(false);
  const [password, setPassword] = useState<Account>();
  const list = useList({ name: 'users', filters: ['text', 'status'], defaultSort: 'name', load: (query) => body(api.GET('/v1/user', { params: { query: query as never } })) });
  const actions = (account: Account) => (
    <div className="console-tools">
      <Button size="sm" variant="secondary" onClick={() => setPassword(account)}>{t('administration.setPassword')}</Button>
      <EnabledSwitch account={account} />
      <DeleteButton
        list="users"
        action={t('common.delete')}
        question={t('administration.deleteUser', { name: account.username ?? '' })}
        send={() => body(api.DELETE('/v1/user/{uuid}', { params: { path: { uuid: account.uuid ?? '' } } }))}
      />
    </div>
  );
  return (
    <>
      <ListPage
        label={t('administration.users')}
        list={list}
        rowKey={(account) => account.uuid ?? ''}
        actions={<Button onClick={() => setCreating(true)}>{t('administration.createUser')}</Button>}
        empty={<Empty title={t('administration.noUsers')} />}
        columns={[
          { title: t('common.name'), sort: 'name', cell: (account) => account.username },
          { title: t('administration.email'), cell: (account) => account.email || '–' },
          { title: t('common.status'), sort: 'status', cell: (account) => <Status status={account.enabled ? t('administration.enabled') : t('administration.disabled')} /> },
          { title: t('common.created'), sort: 'created', cell: (account) => <Time value={account.CreatedAt} /> },
          { title: t('common.actions'), isActions: true, cell: actions },
        ]}
      />
      {creating && <UserDialog close={() => setCreating(false)} />}
      {password && <PasswordDialog account={password} close={() => setPassword(undefined)} />}
    </>
  );
}
