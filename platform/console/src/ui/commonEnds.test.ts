import { expect, test } from 'vitest';
import { commonEnds } from './commonEnds';

const ends = (one: string, other: string) => commonEnds(one.length, other.length, (index) => one.at(index) === other.at(index));

test('counts the same elements at both ends', () => expect(ends('start-a-end', 'start-bc-end')).toEqual({ head: 6, tail: 4 }));

test('counts each element once', () => expect(ends('aa', 'aaa')).toEqual({ head: 2, tail: 0 }));

test('counts nothing of an empty sequence', () => expect(ends('', 'a')).toEqual({ head: 0, tail: 0 }));
