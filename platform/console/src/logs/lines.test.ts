import { describe, expect, it } from 'vitest';
import { append, MAX_LINES, matching, pieces, splitLines } from './lines';

describe('log lines', () => {
  it('are split without an empty line at the end', () => expect(splitLines('a\nb\n')).toEqual(['a', 'b']));
  it('are limited to the newest', () => expect(append(new Array<string>(MAX_LINES).fill('x'), ['y']).slice(-2)).toEqual(['x', 'y']));
  it('are limited in number', () => expect(append(new Array<string>(MAX_LINES).fill('x'), ['y'])).toHaveLength(MAX_LINES));
  it('match in any case', () => expect(matching(['Error: 1', 'ok'], 'error')).toEqual(['Error: 1']));
});

describe('pieces', () => {
  it('are the line without a search', () => expect(pieces('abc', '')).toEqual([{ text: 'abc', isMatch: false }]));
  it('mark every match', () =>
    expect(pieces('aXbx', 'x')).toEqual([
      { text: 'a', isMatch: false },
      { text: 'X', isMatch: true },
      { text: 'b', isMatch: false },
      { text: 'x', isMatch: true },
    ]));
});
