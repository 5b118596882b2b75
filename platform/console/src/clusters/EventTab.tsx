import { api, body } from '../api/client';
import { useText } from '../i18n/text';
import { ListPage } from '../ui/ListPage';
import { Empty } from '../ui/states';
import { Status } from '../ui/Status';
import { Time } from '../ui/Time';
import { useList } from '../ui/useList';
import type { Cluster } from './clusters';

export function EventTab({ cluster }: { cluster: Cluster }) {
  const t = useText();
  const list = useList({
    name: `events/${cluster.uuid}`,
    filters: ['text', 'status'],
    defaultSort: '-created',
    load: (query) => body(api.GET('/v1/cluster/{uuid}/events', { params: { path: { uuid: cluster.uuid }, query: query as never } })),
    refetchInterval: 5_000,
  });
  return (
    <ListPage
      label={t('clusters.events')}
      list={list}
      rowKey={(event) => `${event.time} ${event.object} ${event.reason} ${event.message}`}
      choices={[{ name: 'status', label: t('common.type'), values: ['Normal', 'Warning'] }]}
      empty={<Empty title={t('clusters.noEvents')}>{t('clusters.noEventsBody')}</Empty>}
      columns={[
        { title: t('common.time'), sort: 'created', cell: (event) => <Time value={event.time} /> },
        { title: t('common.type'), sort: 'status', cell: (event) => <Status status={event.type} /> },
        { title: t('common.module'), cell: (event) => event.module || '–' },
        { title: t('plan.object'), cell: (event) => event.object },
        { title: t('clusters.reason'), cell: (event) => event.reason },
        { title: t('common.message'), cell: (event) => (event.count > 1 ? `${event.message} (×${event.count})` : event.message) },
      ]}
    />
  );
}
