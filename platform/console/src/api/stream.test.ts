import { describe, expect, it } from 'vitest';
import { EventParser } from './stream';

describe('EventParser', () => {
  it('returns an event with its name, id and data', () =>
    expect(new EventParser().push('event: job\nid: 7\ndata: {"a":1}\n\n')).toEqual([{ id: '7', name: 'job', data: '{"a":1}' }]));

  it('joins an event that arrives in parts', () => {
    const parser = new EventParser();
    expect(parser.push('event: job\nda')).toEqual([]);
    expect(parser.push('ta: 1\n\nevent')).toEqual([{ id: '', name: 'job', data: '1' }]);
  });

  it('ignores comments', () => expect(new EventParser().push(': ping\n\n')).toEqual([]));

  it('joins lines of data', () => expect(new EventParser().push('data: a\ndata: b\n\n')[0]?.data).toBe('a\nb'));

  it('keeps the id for events without one', () => expect(new EventParser().push('id: 1\ndata: a\n\ndata: b\n\n')[1]?.id).toBe('1'));
});
