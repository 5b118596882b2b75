import { describe, expect, it } from 'vitest';
import { pathOf, problemsIn, sectionsOf, withSection } from './fields';
import { formSchema } from './schema';

const schema = formSchema({
  type: 'object',
  properties: {
    name: { type: 'string' },
    modules: { type: 'array', items: { enum: ['mysql', 'python'] } },
    istio: { type: 'object', properties: { enabled: { type: 'boolean' } } },
    mysql: { type: 'object', properties: { size: { type: 'string' } } },
    python: { type: 'object', properties: { size: { type: 'string' } } },
  },
});
const names = (fields: object) => sectionsOf(schema, fields as never).map((section) => section.name);
const problem = (path: string) => ({ path, line: 1, message: 'wrong', severity: 'error' });

describe('sectionsOf', () => {
  it('offers what is no module, and the modules of the file', () => expect(names({ modules: ['mysql'] })).toEqual(['', 'istio', 'mysql']));
  it('offers a module that the file configures', () => expect(names({ python: {} })).toEqual(['', 'istio', 'python']));
});

describe('withSection', () => {
  const [top, istio] = sectionsOf(schema, {});
  it('replaces the keys at the top', () => expect(withSection(top!, { name: 'a', istio: {} }, {})).toEqual({ name: undefined, modules: undefined, istio: {} }));
  it('replaces a map', () => expect(withSection(istio!, { name: 'a' }, { enabled: 'true' })).toEqual({ name: 'a', istio: { enabled: 'true' } }));
});

describe('pathOf', () => {
  it('is that of the problems of the service', () => expect(pathOf(['rollsite', 'partyList', 0, 'partyId'])).toBe('rollsite.partyList[0].partyId'));
});

describe('problemsIn', () => {
  const [top, istio] = sectionsOf(schema, {});
  it('finds those below a section', () => expect(problemsIn([problem('istio.enabled'), problem('istiod')], istio!)).toEqual([problem('istio.enabled')]));
  it('finds those of the keys at the top', () => expect(problemsIn([problem('modules[0]'), problem('istio')], top!)).toEqual([problem('modules[0]')]));
});
