import { describe, expect, it } from 'vitest';
import { duration, isTime, relative } from './relative';

const now = Date.parse('2026-11-30T12:00:00Z');

describe('relative', () => {
  it('counts in the largest unit', () => expect(relative('2026-11-30T09:30:00Z', now, 'en')).toBe('2 hours ago'));
  it('knows the future', () => expect(relative('2026-12-03T12:00:00Z', now, 'en')).toBe('in 3 days'));
  it('speaks Chinese', () => expect(relative('2026-11-30T11:59:00Z', now, 'zh')).toBe('1分钟前'));
});

describe('duration', () => {
  it('shows two units at most', () => expect(duration(3_725_000)).toBe('1h2m'));
  it('shows seconds', () => expect(duration(900)).toBe('1s'));
});

describe('isTime', () => {
  it('knows the zero time', () => expect(isTime('0001-01-01T00:00:00Z')).toBe(false));
});
