/** The state of a list is in the address of the page: filters, order and part. */
export const PAGE_SIZES = [20, 50, 100];
const DEFAULT_SIZE = 20;

export interface ListQuery {
  limit: number;
  sort?: string;
  continue?: string;
  [filter: string]: string | number | undefined;
}

/** Returns the parameters of the request; those of the address that the list does not know are ignored. */
export function listQuery(search: URLSearchParams, filters: string[], defaultSort?: string): ListQuery {
  const size = Number(search.get('limit'));
  const query: ListQuery = { limit: PAGE_SIZES.includes(size) ? size : DEFAULT_SIZE };
  const sort = search.get('sort') ?? defaultSort;
  if (sort) query.sort = sort;
  const part = search.get('continue');
  if (part) query.continue = part;
  for (const name of filters) {
    const value = search.get(name);
    if (value) query[name] = value;
  }
  return query;
}

/** Sets or removes a parameter and goes back to the first part. */
export function withParameter(search: URLSearchParams, name: string, value: string): URLSearchParams {
  const changed = new URLSearchParams(search);
  changed.delete('continue');
  if (value) changed.set(name, value);
  else changed.delete(name);
  return changed;
}

export function withPart(search: URLSearchParams, part: string | undefined): URLSearchParams {
  const changed = new URLSearchParams(search);
  if (part) changed.set('continue', part);
  else changed.delete('continue');
  return changed;
}

export function isFiltered(search: URLSearchParams, filters: string[]): boolean {
  return filters.some((name) => search.get(name));
}

export function isDescending(sort: string | undefined): boolean {
  return sort?.startsWith('-') ?? false;
}

export function sortField(sort: string | undefined): string | undefined {
  return sort?.replace(/^-/, '');
}
