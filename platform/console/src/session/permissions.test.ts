import { describe, expect, it } from 'vitest';
import { permits } from './permissions';

const operatorOfOne = [{ role: 'operator', namespace: 'fate-9999' }];

describe('permits', () => {
  it('a role in its namespace', () => expect(permits(operatorOfOne, 'change', 'fate-9999')).toBe(true));
  it('no role in another namespace', () => expect(permits(operatorOfOne, 'change', 'fate-10000')).toBe(false));
  it('a role in any namespace', () => expect(permits(operatorOfOne, 'change')).toBe(true));
  it('nothing that the role does not contain', () => expect(permits(operatorOfOne, 'plugins')).toBe(false));
  it('a role in all namespaces', () => expect(permits([{ role: 'viewer', namespace: '*' }], 'logs', 'x')).toBe(true));
  it('nothing for a role that it does not know', () => expect(permits([{ role: 'new', namespace: '*' }], 'view')).toBe(false));
});
