import { describe, expect, it } from 'vitest';
import { encode, releaseOf, topLevel } from './spec';

describe('encode', () => {
  it('encodes UTF-8', () => expect(encode('é')).toBe('w6k='));
});

describe('topLevel', () => {
  it('finds a value', () => expect(topLevel('namespace: fate-9999\n', 'namespace')).toBe('fate-9999'));
  it('is empty without the key', () => expect(topLevel('name: a', 'namespace')).toBe(''));
  it('is empty for a file that is not YAML', () => expect(topLevel('a: [', 'a')).toBe(''));
});

describe('releaseOf', () => {
  const releases = ['eggroll', 'spark'].map((engine) => ({ name: 'fate', version: 'v1.5.0', engine }));
  const file = 'chartName: fate\nchartVersion: v1.5.0\n';

  it('is the first if the file names no engine', () => expect(releaseOf(file, releases)).toBe(releases[0]));
  it('is that of the engine', () => expect(releaseOf(`${file}backend: spark\n`, releases)).toBe(releases[1]));
  it('is none of another version', () => expect(releaseOf('chartName: fate\nchartVersion: v9\n', releases)).toBeUndefined());
});
