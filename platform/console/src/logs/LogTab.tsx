import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { Checkbox } from '@patternfly/react-core/dist/dynamic/components/Checkbox';
import { FormSelect, FormSelectOption } from '@patternfly/react-core/dist/dynamic/components/FormSelect';
import { Switch } from '@patternfly/react-core/dist/dynamic/components/Switch';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Cluster } from '../clusters/clusters';
import { useText } from '../i18n/text';
import { download } from '../ui/download';
import { SearchFilter } from '../ui/SearchFilter';
import { Failure } from '../ui/states';
import { matching } from './lines';
import { LogView } from './LogView';
import { useLog } from './useLog';

const TAIL = 1_000;

function ContainerSelect({ containers, value, onChange }: { containers: string[]; value: string; onChange: (value: string) => void }) {
  const t = useText();
  return (
    <FormSelect aria-label={t('logs.container')} value={value} onChange={(_, selected) => onChange(selected)}>
      <FormSelectOption value="" label={t('logs.all')} />
      {containers.map((name) => <FormSelectOption key={name} value={name} label={name} />)}
    </FormSelect>
  );
}

function Interruption({ closed, again }: { closed: string; again: () => void }) {
  const t = useText();
  if (!closed) return null;
  const title = closed === 'end' ? t('logs.ended') : closed === 'interrupted' ? t('logs.interrupted') : closed;
  return <Alert isInline variant="info" title={title} actionLinks={<Button variant="link" isInline onClick={again}>{t('common.retry')}</Button>} />;
}

export function LogTab({ cluster }: { cluster: Cluster }) {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  const [previous, setPrevious] = useState(false);
  const [follow, setFollow] = useState(false);
  const [filter, setFilter] = useState('');
  const container = search.get('container') ?? '';
  const known = { ...cluster.Info?.status.modules, ...cluster.Info?.status.containers };
  const containers = [...new Set([...Object.keys(known), ...(container ? [container] : [])])].sort();
  const log = useLog(cluster.uuid, { container, previous, follow: follow && !previous, tail: TAIL });
  const lines = useMemo(() => matching(log.lines, filter), [log.lines, filter]);
  return (
    <div>
      <div className="console-bar">
        <ContainerSelect containers={containers} value={container} onChange={(name) => setSearch(name ? { container: name } : {})} />
        <Checkbox id="previous" label={t('logs.previous')} isChecked={previous} onChange={(_, checked) => setPrevious(checked)} />
        <Switch id="follow" label={t('logs.follow')} isChecked={follow && !previous} isDisabled={previous} onChange={(_, checked) => setFollow(checked)} />
        <SearchFilter label={t('list.search')} value={filter} onChange={setFilter} />
        {!follow && <Button variant="secondary" onClick={() => void log.read.refetch()} isLoading={log.read.isFetching}>{t('common.refresh')}</Button>}
        <Button variant="secondary" isDisabled={lines.length === 0} onClick={() => download(`${cluster.name}-${container || 'all'}.log`, lines.join('\n') + '\n')}>
          {t('logs.download')}
        </Button>
      </div>
      {log.error && <Failure error={log.error} retry={() => void log.read.refetch()} />}
      {follow && <Interruption closed={log.followed.closed} again={log.followed.again} />}
      <p aria-live="polite">{t('logs.count', { n: lines.length })}</p>
      <LogView label={t('logs.title')} lines={lines} search={filter} />
    </div>
  );
}
