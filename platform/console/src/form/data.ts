import { isMap, isScalar, isSeq, stringify, type Node, type Pair, type YAMLMap } from 'yaml';
import { isYaml, type FormSchema } from './schema';

/** What the form shows: every value is a text. */
export type Data = string | (Data | undefined)[] | { [key: string]: Data | undefined } | undefined;
export type Fields = { [key: string]: Data | undefined };

export const isFields = (data: Data): data is Fields => typeof data === 'object' && !Array.isArray(data);

const keyOf = (pair: Pair) => (isScalar(pair.key) ? String(pair.key.source ?? pair.key.value) : '');

/** Finds a key, also if the file has it as a number or with a former name. */
export function pairOf(map: YAMLMap, name: string, schema: FormSchema): Pair | undefined {
  const names = [name, ...schema['x-former-names']];
  return names.map((one) => map.items.find((pair) => keyOf(pair) === one)).find((pair) => pair !== undefined);
}

/** The keys of a map that the schema does not name. */
export function otherKeys(map: YAMLMap, schema: FormSchema): string[] {
  const named = new Set(Object.values(schema.properties ?? {}).flatMap((property) => [property.title, ...property['x-former-names']]));
  return map.items.map(keyOf).filter((key) => !named.has(key));
}

/** The schemas of the keys of a map: those that the schema names, and others if it allows them. */
export function members(schema: FormSchema, others: Iterable<string>): [string, FormSchema][] {
  const named = Object.entries(schema.properties ?? {});
  const other = schema['x-others'];
  return other ? [...named, ...[...others].map((key): [string, FormSchema] => [key, other])] : named;
}

function fieldsOf(map: YAMLMap, schema: FormSchema): Fields {
  const fields: Fields = {};
  for (const [name, member] of members(schema, otherKeys(map, schema))) {
    const value = dataOf(pairOf(map, name, member)?.value as Node | undefined, member);
    if (value !== undefined) fields[name] = value;
    else if (member === schema['x-others']) fields[name] = emptyOf(member);
  }
  return fields;
}

export function emptyOf(schema: FormSchema): Data {
  if (schema.type === 'object') return {};
  return schema.type === 'array' ? [] : '';
}

function textOf(node: Node): string | undefined {
  if (!isScalar(node) || node.value === null || node.value === undefined) return undefined;
  if (typeof node.value === 'string' || typeof node.value === 'boolean') return String(node.value);
  return node.source ?? String(node.value);
}

/** Reads what the form shows of a part of the file. */
export function dataOf(node: Node | null | undefined, schema: FormSchema): Data {
  if (!node) return undefined;
  if (isYaml(schema)) return isScalar(node) && node.value === null ? undefined : stringify(node, { lineWidth: 0 }).trimEnd();
  if (schema.type === 'object') return isMap(node) ? fieldsOf(node, schema) : undefined;
  if (schema.type === 'array') return isSeq(node) ? node.items.map((item) => dataOf(item as Node, schema.items!) ?? emptyOf(schema.items!)) : undefined;
  return textOf(node);
}

/** Whether there is nothing to write; an empty map or list is the same as none. */
export function isNothing(data: Data): boolean {
  if (data === undefined) return true;
  if (Array.isArray(data)) return data.length === 0;
  return isFields(data) && Object.values(data).every(isNothing);
}

export function isSame(one: Data, other: Data): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
  if (!isFields(one) || !isFields(other) || one === undefined || other === undefined) return false;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => isSame(one[key], other[key]));
}
