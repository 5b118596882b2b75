import { describe, expect, it } from 'vitest';
import { format } from './catalogue';
import { en } from './en';
import { zh } from './zh';

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe('catalogues', () => {
  it('have the same placeholders in every language', () => {
    const different = Object.keys(en).filter((key) => String(placeholders(en[key as keyof typeof en])) !== String(placeholders(zh[key as keyof typeof en])));
    expect(different).toEqual([]);
  });

  it('have no empty message', () => expect(Object.values({ ...en, ...zh }).filter((text) => text.trim() === '')).toEqual([]));
});

describe('format', () => {
  it('inserts parameters', () => expect(format('{n} of {all}', { n: 1, all: 2 })).toBe('1 of 2'));
  it('keeps what has no parameter', () => expect(format('{n}')).toBe('{n}'));
});
