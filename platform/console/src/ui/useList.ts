import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { listQuery, withParameter, withPart, type ListQuery } from './list';

export interface Part<T> {
  data: T[];
  continue?: string;
  remaining_item_count?: number;
}

interface Options<T> {
  name: string;
  filters: string[];
  defaultSort?: string;
  load: (query: ListQuery) => Promise<Part<T>>;
  refetchInterval?: number;
}

/** A list whose filters, order and part are in the address. The parts before are in the state of the history. */
export function useList<T>({ name, filters, defaultSort, load, refetchInterval }: Options<T>) {
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const trail = ((useLocation().state as { trail?: string[] } | null)?.trail ?? []) as string[];
  const query = listQuery(search, filters, defaultSort);
  const result = useQuery({ queryKey: [name, query], queryFn: () => load(query), placeholderData: keepPreviousData, refetchInterval });
  const go = (part: string | undefined, newTrail: string[]) => navigate({ search: withPart(search, part).toString() }, { state: { trail: newTrail } });
  return {
    search,
    filters,
    query,
    result,
    set: (parameter: string, value: string) => setSearch(withParameter(search, parameter, value)),
    clear: () => setSearch(new URLSearchParams()),
    next: result.data?.continue ? () => go(result.data?.continue, [...trail, query.continue ?? '']) : undefined,
    previous: query.continue ? () => go(trail.at(-1), trail.slice(0, -1)) : undefined,
  };
}

export type List<T> = ReturnType<typeof useList<T>>;
