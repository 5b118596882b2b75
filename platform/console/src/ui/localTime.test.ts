import { describe, expect, it } from 'vitest';
import { localTime, utcTime } from './localTime';

describe('localTime', () => {
  it.each(['2026-01-01T00:00', '2026-07-15T23:59', '0020-03-04T05:06'])('is kept by the address of the page: %s', (local) => expect(localTime(utcTime(local))).toBe(local));

  it('is empty for what is no time', () => expect(['', 'yesterday'].map(localTime)).toEqual(['', '']));
});

describe('utcTime', () => {
  it('is in the format of the service', () => expect(utcTime('2026-01-02T03:04')).toMatch(/^2026-01-0[123]T\d\d:\d\d:00Z$/));

  it('is empty while the input is incomplete', () => expect(utcTime('')).toBe(''));
});
