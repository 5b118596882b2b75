import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { useState } from 'react';
import { api, body, type Schemas } from '../api/client';
import { useText } from '../i18n/text';
import { useSession } from '../session/session';
import { ListPage } from '../ui/ListPage';
import type { Column } from '../ui/ListTable';
import { PageHeader } from '../ui/PageHeader';
import { Empty } from '../ui/states';
import { Status } from '../ui/Status';
import { Time } from '../ui/Time';
import { useList } from '../ui/useList';
import { EnabledButton } from './EnabledButton';
import { RemoveDialog } from './RemoveDialog';
import { UploadDialog } from './UploadDialog';
import { Usage } from './Usage';

export type Plugin = Schemas['Plugin'];
type Asked = { kind: 'install' } | { kind: 'upgrade' | 'remove'; plugin: Plugin };

function State({ plugin }: { plugin: Plugin }) {
  return <><Status status={plugin.state} /> {plugin.reason}</>;
}

function useColumns(ask: (asked: Asked) => void): Column<Plugin>[] {
  const t = useText();
  const { can } = useSession();
  const columns: Column<Plugin>[] = [
    { title: t('common.name'), sort: 'name', cell: (plugin) => <>{plugin.id}<br /><small>{plugin.description}</small></> },
    { title: t('plugins.version'), cell: (plugin) => plugin.version },
    { title: t('common.status'), sort: 'status', cell: (plugin) => <State plugin={plugin} /> },
    { title: t('plugins.releases'), cell: (plugin) => plugin.releases.join(', ') || '–' },
    { title: t('plugins.source'), cell: (plugin) => <>{plugin.source}<br /><small>{plugin.signer ? t('plugins.signedBy', { name: plugin.signer }) : t('plugins.unsigned')}</small></> },
    { title: t('plugins.usage'), cell: (plugin) => <Usage plugin={plugin} /> },
    { title: t('common.updated'), sort: 'updated', cell: (plugin) => <><Time value={plugin.changedAt} /> {plugin.changedBy}</> },
  ];
  if (!can('plugins')) return columns;
  const actions = (plugin: Plugin) => (
    <div className="console-tools">
      <EnabledButton plugin={plugin} />
      <Button size="sm" variant="secondary" onClick={() => ask({ kind: 'upgrade', plugin })}>{t('plugins.upgrade')}</Button>
      <Button size="sm" variant="danger" onClick={() => ask({ kind: 'remove', plugin })}>{t('common.remove')}</Button>
    </div>
  );
  return [...columns, { title: t('common.actions'), isActions: true, cell: actions }];
}

export default function PluginListPage() {
  const t = useText();
  const { can } = useSession();
  const [asked, setAsked] = useState<Asked>();
  const columns = useColumns(setAsked);
  const list = useList({
    name: 'plugins',
    filters: ['text', 'status'],
    defaultSort: 'name',
    load: (query) => body(api.GET('/v1/plugin', { params: { query: query as never } })),
    refetchInterval: 10_000,
  });
  const install = can('plugins') && <Button onClick={() => setAsked({ kind: 'install' })}>{t('plugins.install')}</Button>;
  const close = () => setAsked(undefined);
  return (
    <>
      <PageHeader title={t('plugins.title')} actions={install} />
      <PageSection hasBodyWrapper={false}>
        <ListPage label={t('plugins.title')} list={list} columns={columns} rowKey={(plugin) => plugin.id} empty={<Empty title={t('plugins.none')} actions={install}>{t('plugins.noneBody')}</Empty>} />
      </PageSection>
      {asked?.kind === 'install' && <UploadDialog close={close} />}
      {asked?.kind === 'upgrade' && <UploadDialog plugin={asked.plugin} close={close} />}
      {asked?.kind === 'remove' && <RemoveDialog plugin={asked.plugin} close={close} />}
    </>
  );
}
