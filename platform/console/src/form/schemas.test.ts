import { Validator } from '@cfworker/json-schema';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { pluginExamples, pluginSchemas } from '../../dev/plugin-schemas';
import type { Data, Fields } from './data';
import { edit, read } from './file';
import { formSchema, type FormSchema, type JsonSchema } from './schema';

type Path = (string | number)[];

interface Leaf {
  path: Path;
  schema: JsonSchema;
}

function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
  if (!schema.$ref) return schema;
  const { $ref, ...rest } = schema;
  return { ...resolve(root.$defs![$ref.replace('#/$defs/', '')]!, root), ...rest };
}

/** Every value that a file can have, found without the code under test. */
function leaves(unresolved: JsonSchema, root: JsonSchema, path: Path): Leaf[] {
  const schema = resolve(unresolved, root);
  if (JSON.stringify(schema.not) === '{}') return [];
  if (schema.items) return leaves(schema.items, root, [...path, 0]);
  const others = typeof schema.additionalProperties === 'object' ? leaves(schema.additionalProperties, root, [...path, '10000']) : [];
  const named = Object.entries(schema.properties ?? {}).flatMap(([key, property]) => leaves(property, root, [...path, key]));
  return schema.type === 'object' ? [...named, ...others] : [{ path, schema }];
}

const WORDS = ['a', '1', '30000', '1Gi', '10.0.0.1', '/a', 'a=b'];

function candidates(schema: JsonSchema & { examples?: unknown[] }): unknown[] {
  return [schema.const, ...(schema.enum ?? []), ...(schema.examples ?? []), schema.default, true, ...WORDS, 1, 30000].filter((value) => value !== undefined && value !== '');
}

function validValue({ path, schema }: Leaf): unknown {
  const validator = new Validator(schema as never, '2020-12');
  const found = candidates(schema).find((value) => validator.validate(value).valid);
  expect(found, `no value for ${path.join('.')}`).toBeDefined();
  return found;
}

const at = (value: unknown, path: Path): unknown => path.reduce<unknown>((found, key) => (found as Record<string, unknown> | undefined)?.[key], value);

function withValue(data: Data, [key, ...rest]: Path, value: string): Data {
  if (key === undefined) return value;
  if (typeof key === 'number') return [withValue(undefined, rest, value)];
  return { ...(data as Fields | undefined), [key]: withValue((data as Fields | undefined)?.[key], rest, value) };
}

/** A schema has more than a thousand values; the build may run on a busy machine. */
const SLOW = 120_000;

const BASE = '# The file of a party.\nother: kept # as it is\n';

function roundTrip(schema: FormSchema, { path, schema: leaf }: Leaf) {
  const value = validValue({ path, schema: leaf });
  const fields = read(BASE, schema).fields;
  const next = withValue(fields, path, String(value)) as Fields;
  const changed = edit(BASE, schema, next);
  const written = at(parse(changed), path);
  expect(String(written), path.join('.')).toBe(String(value));
  expect(new Validator(leaf as never, '2020-12').validate(written).valid, `${path.join('.')} is ${typeof written} ${String(written)}`).toBe(true);
  expect(read(changed, schema).fields, path.join('.')).toEqual(next);
  expect(edit(changed, schema, fields), path.join('.')).toBe(BASE);
}

describe.each(pluginSchemas())('the schema %s', (_, root) => {
  const schema = formSchema(root);

  it('has a field for every value, which is written, read and removed', () => {
    const all = leaves(root, root, []);
    expect(all.length).toBeGreaterThan(20);
    all.forEach((leaf) => roundTrip(schema, leaf));
  }, SLOW);
});

describe.each(pluginExamples())('the example %s', (_, text) => {
  const schema = formSchema(pluginSchemas()[0]![1]);
  const { fields } = read(text, schema);

  it('keeps its format when a value changes', () => {
    expect(edit(text, schema, { ...fields, partyId: '12345' })).toBe(text.replace(/^(partyId: *)[0-9]+/m, (_, key: string) => `${key}12345`));
  });

  it('keeps its format when a key is added', () => {
    expect(edit(text, schema, { ...fields, registry: 'example.org' }).replace('registry: example.org\n', '')).toBe(text);
  });
});
