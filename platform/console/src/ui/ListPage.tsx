import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { FormSelect, FormSelectOption } from '@patternfly/react-core/dist/dynamic/components/FormSelect';
import type { ReactNode } from 'react';
import { useText } from '../i18n/text';
import { isFiltered, PAGE_SIZES } from './list';
import { ListTable, type Column } from './ListTable';
import { SearchFilter } from './SearchFilter';
import { Empty, Result } from './states';
import { TimeFilter } from './TimeFilter';
import type { List } from './useList';

export interface Choice {
  name: string;
  label: string;
  values: string[];
}

interface Properties<T> {
  label: string;
  list: List<T>;
  columns: Column<T>[];
  rowKey: (row: T) => string;
  /** Filters with a text of their own. */
  texts?: Pick<Choice, 'name' | 'label'>[];
  /** Filters that are a time. */
  times?: Pick<Choice, 'name' | 'label'>[];
  choices?: Choice[];
  actions?: ReactNode;
  /** What is shown if there is nothing at all, without a filter. */
  empty: ReactNode;
}

/** The filters, the table and the parts of a list. */
export function ListPage<T>({ label, list, columns, rowKey, texts = [], times = [], choices = [], actions, empty }: Properties<T>) {
  const t = useText();
  const filtered = isFiltered(list.search, list.filters);
  const nothing = filtered ? (
    <Empty title={t('list.noMatch')} actions={<Button variant="link" onClick={list.clear}>{t('list.clear')}</Button>} />
  ) : (
    empty
  );
  return (
    <>
      <div className="console-bar" role="search" aria-label={t('list.filters')}>
        {[...(list.filters.includes('text') ? [{ name: 'text', label: t('list.search') }] : []), ...texts].map(({ name, label: title }) => (
          <SearchFilter key={name} label={title} value={list.search.get(name) ?? ''} onChange={(text) => list.set(name, text)} />
        ))}
        {times.map(({ name, label: title }) => (
          <TimeFilter key={name} label={title} value={list.search.get(name) ?? ''} onChange={(time) => list.set(name, time)} />
        ))}
        {choices.map((choice) => (
          <FormSelect key={choice.name} aria-label={choice.label} value={list.search.get(choice.name) ?? ''} onChange={(_, value) => list.set(choice.name, value)}>
            <FormSelectOption value="" label={`${choice.label}: ${t('list.all')}`} />
            {choice.values.map((value) => <FormSelectOption key={value} value={value} label={value} />)}
          </FormSelect>
        ))}
        {actions && <div className="console-actions">{actions}</div>}
      </div>
      <Result query={list.result}>
        {(part) =>
          part.data.length === 0 && !list.previous ? (
            nothing
          ) : (
            <>
              <ListTable label={label} columns={columns} rows={part.data} rowKey={rowKey} sort={list.query.sort} onSort={(sort) => list.set('sort', sort)} />
              <Parts list={list} />
            </>
          )
        }
      </Result>
    </>
  );
}

function Parts<T>({ list }: { list: List<T> }) {
  const t = useText();
  const remaining = list.result.data?.remaining_item_count;
  return (
    <nav className="console-parts" aria-label={t('list.parts')}>
      <FormSelect aria-label={t('list.size')} value={list.query.limit} onChange={(_, value) => list.set('limit', value)}>
        {PAGE_SIZES.map((size) => <FormSelectOption key={size} value={size} label={t('list.perPage', { n: size })} />)}
      </FormSelect>
      <Button variant="secondary" onClick={list.previous} isDisabled={!list.previous}>{t('list.previous')}</Button>
      <Button variant="secondary" onClick={list.next} isDisabled={!list.next}>{t('list.next')}</Button>
      {remaining !== undefined && remaining > 0 && <span>{t('list.remaining', { n: remaining })}</span>}
    </nav>
  );
}
