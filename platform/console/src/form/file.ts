import { isMap, isScalar, isSeq, parse, parseDocument, Scalar, visit, YAMLMap, YAMLSeq, type Document, type Node, type Pair } from 'yaml';
import { commonEnds } from '../ui/commonEnds';
import { dataOf, emptyOf, isFields, isNothing, isSame, members, otherKeys, pairOf, type Data, type Fields } from './data';
import { keepFormat, replaceScalars, styleOf, type Replacement } from './format';
import { isYaml, type FormSchema } from './schema';

/** A form needs a file that is one map, and whose parts are independent: a change of an anchor changes other parts. */
export type Obstacle = 'syntax' | 'anchor';

export interface Reading {
  fields: Fields;
  obstacle?: Obstacle;
}

const open = (text: string) => parseDocument(text, { intAsBigInt: true });

function obstacleOf(document: Document.Parsed): Obstacle | undefined {
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) return 'syntax';
  let anchored = false;
  visit(document, { Alias: () => void (anchored = true), Pair: (_, pair) => void (anchored ||= isScalar(pair.key) && pair.key.value === '<<') });
  return anchored ? 'anchor' : undefined;
}

export function read(text: string, schema: FormSchema): Reading {
  const document = open(text);
  const obstacle = obstacleOf(document);
  return { fields: obstacle === 'syntax' ? {} : ((dataOf(document.contents, schema) as Fields | undefined) ?? {}), obstacle };
}

const INTEGER = /^-?(0|[1-9][0-9]*)$/;
const NUMBER = /^-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?$/;

/** The value that a text has in the file: a number if it looks like one and may be one. */
function valueOf(text: string, types: string[]): unknown {
  if (types.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  if ((types.includes('integer') || types.includes('number')) && INTEGER.test(text)) return BigInt(text);
  return types.includes('number') && NUMBER.test(text) ? Number(text) : text;
}

const isQuoted = (node: Scalar) => node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE;

/** A change of a file, and the values that it replaces; it is more than these if a key or an element is added or removed. */
interface Change {
  document: Document;
  replaced: Replacement[];
}

function changeScalar({ replaced }: Change, node: Scalar, text: string, types: string[]) {
  node.value = isQuoted(node) && types.includes('string') ? text : valueOf(text, types);
  delete node.format;
  delete node.source;
  delete node.minFractionDigits;
  replaced.push({ range: node.range!, node });
}

function parsed(text: string): unknown {
  try {
    return parse(text, { intAsBigInt: true });
  } catch {
    return text;
  }
}

function create(edited: Change, schema: FormSchema, data: Data): Node {
  if (isYaml(schema)) return edited.document.createNode(parsed(String(data ?? ''))) as Node;
  if (schema.type === 'object') {
    const map = new YAMLMap();
    changeMap(edited, map, schema, isFields(data) ? (data ?? {}) : {});
    return map;
  }
  if (schema.type === 'array') {
    const list = new YAMLSeq();
    list.items = (Array.isArray(data) ? data : []).map((item) => create(edited, schema.items!, item));
    return list;
  }
  return new Scalar(valueOf(String(data ?? ''), schema['x-types']));
}

/** Where a new key belongs: behind the last of the keys that are before it in the schema. */
function placeOf(map: YAMLMap, schema: FormSchema, name: string): number {
  const named = Object.values(schema.properties ?? {});
  const position = named.findIndex((property) => property.title === name);
  const before = named.slice(0, position).map((property) => map.items.indexOf(pairOf(map, property.title, property) as Pair<unknown, unknown>));
  return position < 0 ? map.items.length : Math.max(-1, ...before) + 1;
}

/** Removes a key; the comment above it stays, because it often belongs to more than the key. */
function remove(map: YAMLMap, pair: Pair | undefined) {
  if (!pair) return;
  const index = map.items.indexOf(pair);
  map.items.splice(index, 1);
  const { commentBefore } = pair.key as Scalar;
  const next = map.items[index]?.key as Scalar | undefined;
  if (commentBefore && next) next.commentBefore = [commentBefore, next.commentBefore].filter(Boolean).join('\n');
  else if (commentBefore) map.comment = [commentBefore, map.comment].filter(Boolean).join('\n');
}

function set(edited: Change, map: YAMLMap, schema: FormSchema, [name, member]: [string, FormSchema], data: Data) {
  const pair = pairOf(map, name, member);
  const node = pair?.value as Node | null | undefined;
  if (node && isSameKind(node, member)) change(edited, node, member, data);
  else if (pair) pair.value = create(edited, member, data);
  else map.items.splice(placeOf(map, schema, name), 0, edited.document.createPair(name, create(edited, member, data)));
}

function isSameKind(node: Node, schema: FormSchema): boolean {
  if (isYaml(schema)) return false;
  if (schema.type === 'object') return isMap(node);
  return schema.type === 'array' ? isSeq(node) : isScalar(node);
}

/** The key of a map that has another name now: the only one that is gone, if the only new one has its value. */
function renamed(map: YAMLMap, schema: FormSchema, current: Fields, next: Fields): { from: string; to: string } | undefined {
  const before = otherKeys(map, schema);
  const after = otherNames(schema, next).filter((name) => next[name] !== undefined);
  const [from, ...moreGone] = before.filter((name) => !after.includes(name));
  const [to, ...moreNew] = after.filter((name) => !before.includes(name));
  if (from === undefined || to === undefined || moreGone.length + moreNew.length > 0) return undefined;
  return isSame(current[from], next[to]) ? { from, to } : undefined;
}

/** Writes another name of a key in its place, so that its value keeps its format and its comments. */
function rename(edited: Change, map: YAMLMap, schema: FormSchema, { from, to }: { from: string; to: string }) {
  const key = pairOf(map, from, schema)!.key as Scalar;
  key.value = typeof key.value === 'string' ? to : valueOf(to, ['integer']);
  delete key.source;
  edited.replaced.push({ range: key.range!, node: key });
}

function changeMap(edited: Change, map: YAMLMap, schema: FormSchema, next: Fields) {
  let current = dataOf(map, schema) as Fields;
  const other = schema['x-others'];
  const name = other && renamed(map, schema, current, next);
  if (name) {
    rename(edited, map, other, name);
    current = dataOf(map, schema) as Fields;
  }
  for (const [name, member] of members(schema, new Set([...otherKeys(map, schema), ...otherNames(schema, next)]))) {
    if (isSame(current[name], next[name])) continue;
    const isOther = member === schema['x-others'];
    if (isOther ? next[name] !== undefined : !isNothing(next[name])) set(edited, map, schema, [name, member], next[name]);
    else clear(edited, map, name, member, next[name]);
  }
}

const otherNames = (schema: FormSchema, fields: Fields) => Object.keys(fields).filter((key) => !(key in (schema.properties ?? {})));

/** Removes a key; a map stays if it has keys that the form does not show. */
function clear(edited: Change, map: YAMLMap, name: string, schema: FormSchema, data: Data) {
  const pair = pairOf(map, name, schema);
  const { value } = pair ?? {};
  if (schema.type === 'object' && isMap(value)) {
    changeMap(edited, value, schema, isFields(data) ? (data ?? {}) : {});
    if (value.items.length > 0) return;
  }
  remove(map, pair);
}

/** Where the elements of a list are that are in another order now; nothing if other elements have changed, too. */
function orderOf(current: Data[], next: Data[]): number[] | undefined {
  if (current.length !== next.length) return undefined;
  const left = current.map((_, index) => index);
  const order = next.map((item) => left.splice(left.findIndex((index) => isSame(current[index], item)) >>> 0, 1)[0]);
  return order.every((index) => index !== undefined) ? order : undefined;
}

/** Moves elements with their comments; empty lines stay where they are. The comment above the first one is that of the list. */
function reorder(list: YAMLSeq, order: number[]) {
  const nodes = list.items as Node[];
  const spaces = nodes.map((node) => node.spaceBefore);
  nodes[0]!.commentBefore = list.commentBefore ?? nodes[0]!.commentBefore;
  list.commentBefore = undefined;
  list.items = order.map((index) => nodes[index]);
  (list.items as Node[]).forEach((node, position) => (node.spaceBefore = spaces[position]));
}

/** Changes, adds and removes elements so that those at both ends, which are as before, keep their comments. */
function changeList(edited: Change, list: YAMLSeq, schema: FormSchema, next: Data[]) {
  const items = schema.items!;
  const current = dataOf(list, schema) as Data[];
  const order = orderOf(current, next);
  if (order) {
    if (order.some((index, position) => index !== position)) reorder(list, order);
    return;
  }
  const shorter = Math.min(current.length, next.length);
  const { head, tail } = commonEnds(current.length, next.length, (index) => isSame(current.at(index), next.at(index)));
  for (let index = head; index < shorter - tail; index++) {
    const node = list.items[index] as Node;
    if (isSameKind(node, items)) change(edited, node, items, next[index]);
    else list.items[index] = create(edited, items, next[index]);
  }
  const added = next.slice(shorter - tail, next.length - tail).map((item) => create(edited, items, item ?? emptyOf(items)));
  list.items.splice(shorter - tail, current.length - shorter, ...added);
}

function change(edited: Change, node: Node, schema: FormSchema, data: Data) {
  if (isMap(node)) changeMap(edited, node, schema, isFields(data) ? (data ?? {}) : {});
  else if (isSeq(node)) changeList(edited, node, schema, Array.isArray(data) ? data : []);
  else if (isScalar(node)) changeScalar(edited, node, String(data ?? ''), schema['x-types']);
}

/** Changes a file so that the form would show these fields. Everything else in the file stays as it is. */
export function edit(text: string, schema: FormSchema, next: Fields): string {
  const document = open(text);
  if (obstacleOf(document)) return text;
  const style = styleOf(text);
  const before = document.toString(style);
  if (!isMap(document.contents)) document.contents = new YAMLMap() as unknown as typeof document.contents;
  const edited: Change = { document, replaced: [] };
  changeMap(edited, document.contents as unknown as YAMLMap, schema, next);
  const after = document.toString(style);
  if (after === before) return text;
  const isAccurate = (candidate: string) => open(candidate).toString(style) === after;
  return [replaceScalars(text, edited.replaced), keepFormat(text, before, after)].find(isAccurate) ?? after;
}
