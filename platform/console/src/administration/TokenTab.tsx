import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { useState } from 'react';
import { api, body } from '../api/client';
import { useText } from '../i18n/text';
import { ListPage } from '../ui/ListPage';
import { Empty } from '../ui/states';
import { Time } from '../ui/Time';
import { useList } from '../ui/useList';
import { DeleteButton } from './DeleteButton';
import { TokenDialog } from './TokenDialog';

export function TokenTab() {
  const t = useText();
  const [creating, setCreating] = useState(false);
  const list = useList({ name: 'tokens', filters: ['text', 'user', 'name'], defaultSort: 'name', load: (query) => body(api.GET('/v1/token', { params: { query: query as never } })) });
  const create = <Button onClick={() => setCreating(true)}>{t('tokens.create')}</Button>;
  return (
    <>
      <ListPage
        label={t('administration.tokens')}
        list={list}
        rowKey={(token) => token.uuid ?? token.name}
        actions={create}
        empty={<Empty title={t('tokens.none')}>{t('tokens.noneBody')}</Empty>}
        columns={[
          { title: t('common.name'), sort: 'name', cell: (token) => token.name },
          { title: t('session.user'), sort: 'user', cell: (token) => token.user },
          { title: t('tokens.expires'), sort: 'expires', cell: (token) => <Time value={token.expires} /> },
          { title: t('tokens.used'), cell: (token) => <Time value={token.last_used_at} /> },
          { title: t('common.created'), sort: 'created', cell: (token) => <Time value={token.created_at} /> },
          {
            title: t('common.actions'),
            isActions: true,
            cell: (token) => (
              <DeleteButton
                list="tokens"
                action={t('tokens.revoke')}
                question={t('tokens.revokeTitle', { name: token.name })}
                send={() => body(api.DELETE('/v1/token/{uuid}', { params: { path: { uuid: token.uuid ?? '' } } }))}
              />
            ),
          },
        ]}
      />
      {creating && <TokenDialog close={() => setCreating(false)} />}
    </>
  );
}
