import { api, body } from '../api/client';
import { useText } from '../i18n/text';
import { ListPage } from '../ui/ListPage';
import { Empty } from '../ui/states';
import { Status } from '../ui/Status';
import { Time } from '../ui/Time';
import { useList } from '../ui/useList';

const RESULTS = ['ok', 'denied', 'rejected', 'failed'];

export function AuditTab() {
  const t = useText();
  const list = useList({
    name: 'audit',
    filters: ['text', 'result', 'user', 'verb', 'namespace', 'cluster', 'since', 'until'],
    defaultSort: '-created',
    load: (query) => body(api.GET('/v1/audit', { params: { query: query as never } })),
  });
  return (
    <ListPage
      label={t('administration.audit')}
      list={list}
      rowKey={(entry) => String(entry.number)}
      texts={[
        { name: 'user', label: t('session.user') },
        { name: 'verb', label: t('audit.verb') },
        { name: 'namespace', label: t('common.namespace') },
        { name: 'cluster', label: t('clusters.one') },
      ]}
      times={[
        { name: 'since', label: t('audit.since') },
        { name: 'until', label: t('audit.until') },
      ]}
      choices={[{ name: 'result', label: t('audit.result'), values: RESULTS }]}
      empty={<Empty title={t('audit.none')} />}
      columns={[
        { title: t('common.time'), sort: 'created', cell: (entry) => <Time value={entry.at} /> },
        { title: t('session.user'), sort: 'user', cell: (entry) => entry.user || '–' },
        { title: t('audit.verb'), cell: (entry) => entry.verb },
        { title: t('plan.object'), cell: (entry) => [entry.kind, entry.name].filter(Boolean).join(' ') || '–' },
        { title: t('common.namespace'), sort: 'namespace', cell: (entry) => entry.namespace || '–' },
        { title: t('audit.result'), cell: (entry) => <Status status={entry.result} /> },
        { title: t('audit.address'), cell: (entry) => entry.address },
        { title: t('plan.detail'), cell: (entry) => entry.detail || '–' },
      ]}
    />
  );
}
