import { describe, expect, it } from 'vitest';
import { encode, topLevel } from './spec';

describe('encode', () => {
  it('encodes UTF-8', () => expect(encode('é')).toBe('w6k='));
});

describe('topLevel', () => {
  it('finds a value', () => expect(topLevel('namespace: fate-9999\n', 'namespace')).toBe('fate-9999'));
  it('is empty without the key', () => expect(topLevel('name: a', 'namespace')).toBe(''));
  it('is empty for a file that is not YAML', () => expect(topLevel('a: [', 'a')).toBe(''));
});
