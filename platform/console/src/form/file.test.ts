import { describe, expect, it } from 'vitest';
import type { Fields } from './data';
import { edit, read } from './file';
import { formSchema } from './schema';

const party = { type: 'object', properties: { id: { type: ['integer', 'string'] }, ip: { type: 'string' } } };
const schema = formSchema({
  type: 'object',
  properties: {
    name: { type: 'string' },
    namespace: { type: 'string', 'x-former-names': ['nameSpace'] },
    partyId: { type: ['integer', 'string'] },
    cpu: { type: ['string', 'number'] },
    cores: { type: 'number' },
    persistence: { type: 'boolean', default: true },
    modules: { type: 'array', items: { enum: ['mysql', 'python'] } },
    parties: { type: 'array', items: party },
    python: { type: 'object', properties: { size: { type: 'string' }, nodeSelector: { type: 'object', additionalProperties: { type: 'string' } } } },
    routes: { type: 'object', additionalProperties: party },
    affinity: { type: 'object' },
  },
});

const changed = (text: string, change: Fields) => edit(text, schema, { ...read(text, schema).fields, ...change });

describe('edit', () => {
  it('keeps comments, order, quotes, empty lines and unknown keys', () => {
    const text = '# top\n\n\nother:   [1,2]\nname:   "a"   # the name\n# before\npartyId: 1\n';
    expect(changed(text, { name: 'b' })).toBe(text.replace('"a"', '"b"'));
  });

  it('adds a key where the schema has it', () => expect(changed('name: a\npartyId: 1\n', { namespace: 'b' })).toBe('name: a\nnamespace: b\npartyId: 1\n'));

  it('adds keys to an empty file', () => expect(changed('', { python: { size: '1Gi' } })).toBe('python:\n  size: 1Gi\n'));

  it('fills a key without a value', () => expect(changed('python:\nname: a\n', { python: { size: '1Gi' } })).toBe('python:\n  size: 1Gi\nname: a\n'));

  it('removes a map with its last key', () => expect(changed('name: a\npython:\n  size: 1Gi\n', { python: {} })).toBe('name: a\n'));

  it('keeps the comment above a removed key', () => {
    expect(changed('name: a\n# about both\npartyId: 1\ncpu: 1\n', { partyId: undefined })).toBe('name: a\n# about both\ncpu: 1\n');
  });

  it('keeps the comment above a removed last key', () => expect(changed('name: a\n# end\npartyId: 1\n', { partyId: undefined })).toBe('name: a\n# end\n'));

  it('keeps a map with a key that the form does not show', () => {
    expect(changed('python:\n  size: 1Gi\n  other: 1\n', { python: {} })).toBe('python:\n  other: 1\n');
  });

  it('removes one element of a list and keeps the comments of the others', () => {
    const text = 'parties:\n  - id: 1 # one\n  - id: 2 # two\n  - id: 3 # three\n';
    expect(changed(text, { parties: [{ id: '1' }, { id: '3' }] })).toBe('parties:\n  - id: 1 # one\n  - id: 3 # three\n');
  });

  it('adds an element in the style of the file', () => expect(changed('modules:\n- mysql\n', { modules: ['mysql', 'python'] })).toBe('modules:\n- mysql\n- python\n'));

  it('changes a key with its former name', () => expect(changed('nameSpace: a\n', { namespace: 'b' })).toBe('nameSpace: b\n'));

  it('changes below a key that is a number', () => expect(changed('routes:\n  10000:\n    ip: a\n', { routes: { 10000: { ip: 'b' } } })).toBe('routes:\n  10000:\n    ip: b\n'));

  it('renames a key in its place', () => {
    const text = 'routes:\n  # about a\n  a:   {ip: x} # the first\n  b:\n    ip: y\n';
    expect(changed(text, { routes: { c: { ip: 'x' }, b: { ip: 'y' } } })).toBe(text.replace('a:   {', 'c:   {'));
  });

  it('renames a key that is quoted', () => expect(changed('routes:\n  "a": {ip: x}\n', { routes: { b: { ip: 'x' } } })).toBe('routes:\n  "b": {ip: x}\n'));

  it('renames a key that is a number', () => {
    expect(changed('routes:\n  10000: {ip: x}\n', { routes: { 9999: { ip: 'x' } } })).toBe('routes:\n  9999: {ip: x}\n');
    expect(changed('routes:\n  10000: {ip: x}\n', { routes: { a: { ip: 'x' } } })).toBe('routes:\n  a: {ip: x}\n');
  });

  it('quotes a new name that would not be a text', () => {
    expect(changed('routes:\n  a: {ip: x}\n', { routes: { true: { ip: 'x' } } })).toBe('routes:\n  "true": {ip: x}\n');
  });

  it('renames one of several keys of the same value', () => {
    expect(changed('routes:\n  a: {ip: x}\n  b: {ip: x}\n', { routes: { a: { ip: 'x' }, c: { ip: 'x' } } })).toBe('routes:\n  a: {ip: x}\n  c: {ip: x}\n');
  });

  it('moves an element of a list with its comments', () => {
    const text = 'parties:\n  # A\n  - id: 1 # one\n    ip:   x\n\n  # B\n  - id: 2\n  - id: 3\nname: x\n';
    expect(changed(text, { parties: [{ id: '2' }, { id: '1', ip: 'x' }, { id: '3' }] })).toBe(
      'parties:\n  # B\n  - id: 2\n\n  # A\n  - id: 1 # one\n    ip: x\n  - id: 3\nname: x\n',
    );
  });

  it('moves a word of a list', () => expect(changed('modules: [mysql, python] # all\n', { modules: ['python', 'mysql'] })).toBe('modules: [python, mysql] # all\n'));

  it('quotes a text that looks like a number', () => {
    expect(changed('', { python: { nodeSelector: { gpu: 'true' } } })).toBe('python:\n  nodeSelector:\n    gpu: "true"\n');
  });

  it('keeps a number that is in quotes in quotes', () => expect(changed("partyId: '1'\n", { partyId: '2' })).toBe("partyId: '2'\n"));

  it('keeps all digits of a number', () => expect(changed('partyId: 1\n', { partyId: '12345678901234567890' })).toBe('partyId: 12345678901234567890\n'));

  it('writes a fraction as a number', () => expect(changed('cores: 1\n', { cores: '1.5' })).toBe('cores: 1.5\n'));

  it('writes YAML as it is', () => expect(changed('', { affinity: 'a:\n  - 1' })).toBe('affinity:\n  a:\n    - 1\n'));

  it('changes nothing if the file is no YAML', () => expect(edit('name: [', schema, { name: 'b' })).toBe('name: ['));

  it('changes nothing if the file has an anchor', () => {
    const text = 'python: &p\n  size: 1Gi\nother: *p\n';
    expect(changed(text, { python: { size: '2Gi' } })).toBe(text);
  });
});

describe('read', () => {
  it('has values as they are written', () => expect(read('partyId: 007\ncpu: 1.50\n', schema).fields).toEqual({ partyId: '007', cpu: '1.50' }));
  it('leaves out what has no value', () => expect(read('name:\npython: {}\n', schema).fields).toEqual({ python: {} }));
  it('says that the file is no YAML', () => expect(read('a: [', schema).obstacle).toBe('syntax'));
  it('says that a list is no file', () => expect(read('- a\n', schema).obstacle).toBe('syntax'));
});
