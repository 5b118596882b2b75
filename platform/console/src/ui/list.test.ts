import { describe, expect, it } from 'vitest';
import { isFiltered, listQuery, withParameter, withPart } from './list';

const search = (text: string) => new URLSearchParams(text);

describe('listQuery', () => {
  it('has a size without parameters', () => expect(listQuery(search(''), [])).toEqual({ limit: 20 }));
  it('ignores a size that the page does not offer', () => expect(listQuery(search('limit=7'), []).limit).toBe(20));
  it('takes filters, order and part from the address', () =>
    expect(listQuery(search('status=Failed&sort=-created&continue=x&limit=50&other=1'), ['status'])).toEqual({ limit: 50, sort: '-created', continue: 'x', status: 'Failed' }));
  it('uses the default order', () => expect(listQuery(search(''), [], '-created').sort).toBe('-created'));
});

describe('withParameter', () => {
  it('goes back to the first part', () => expect(withParameter(search('continue=x&text=a'), 'text', 'b').toString()).toBe('text=b'));
  it('removes an empty filter', () => expect(withParameter(search('text=a'), 'text', '').toString()).toBe(''));
});

describe('withPart', () => {
  it('keeps filters', () => expect(withPart(search('text=a'), 'y').toString()).toBe('text=a&continue=y'));
});

describe('isFiltered', () => {
  it('does not count the order', () => expect(isFiltered(search('sort=name'), ['text'])).toBe(false));
});
