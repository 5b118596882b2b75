import type { RJSFSchema } from '@rjsf/utils';

/** A JSON Schema as the service sends it; only what the form reads. */
export interface JsonSchema {
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  type?: string | string[];
  title?: string;
  description?: string;
  default?: unknown;
  deprecated?: boolean;
  enum?: unknown[];
  const?: unknown;
  not?: JsonSchema;
  oneOf?: JsonSchema[];
  anyOf?: JsonSchema[];
  allOf?: JsonSchema[];
  required?: string[];
  properties?: Record<string, JsonSchema>;
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  'x-former-names'?: string[];
}

/**
 * What the form shows of a schema. Every value is a text, as it is in the file: the form shows 1.50 and large numbers as the user
 * wrote them, and a field without a value differs from one that repeats the default.
 */
export interface FormSchema extends RJSFSchema {
  type: 'object' | 'array' | 'string';
  title: string;
  properties?: Record<string, FormSchema>;
  items?: FormSchema;
  /** Of keys that are not named. The form shows them itself: the library would sort them. */
  'x-others'?: FormSchema;
  enum?: string[];
  /** The types that a text can have in the file; empty for a part of the file that is edited as YAML. */
  'x-types': string[];
  /** Shown in an empty field. */
  'x-default'?: string;
  'x-former-names': string[];
}

/** Parts of a schema that refer to themselves are edited as YAML below this depth. */
const DEEPEST = 16;

function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const name = schema.$ref?.match(/^#\/\$defs\/(.+)$/)?.[1];
  if (!name) return schema;
  return { ...resolve(root.$defs?.[name] ?? {}, root), ...schema, $ref: undefined };
}

const isNever = (schema: JsonSchema) => schema.not !== undefined && Object.keys(schema.not).length === 0;

const textOf = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value));

function defaultOf({ default: value }: JsonSchema): Pick<FormSchema, 'x-default'> {
  const isShown = value !== undefined && value !== null && value !== '' && typeof value !== 'object';
  return isShown ? { 'x-default': textOf(value) } : {};
}

function typesOf(schema: JsonSchema): string[] {
  const constants = schema.const === undefined ? schema.enum : [schema.const];
  const types = constants ? [...new Set(constants.map((value) => typeof value as string))] : [schema.type ?? 'string'].flat();
  return types.filter((type) => type !== 'null');
}

function choices(schema: JsonSchema): Pick<FormSchema, 'enum'> {
  if (schema.const !== undefined) return { enum: [textOf(schema.const)] };
  if (schema.enum) return { enum: schema.enum.filter((value) => value !== '' && value !== null).map(textOf) };
  return typesOf(schema).every((type) => type === 'boolean') ? { enum: ['true', 'false'] } : {};
}

function isObject(schema: JsonSchema): boolean {
  return schema.properties !== undefined || (typeof schema.additionalProperties === 'object' && typesOf(schema).includes('object'));
}

const isAlternative = (schema: JsonSchema) => Boolean(schema.oneOf ?? schema.anyOf ?? schema.allOf);

function propertiesOf(schema: JsonSchema, root: JsonSchema, depth: number): Record<string, FormSchema> {
  const properties = Object.entries(schema.properties ?? {}).filter(([, property]) => !isNever(resolve(property, root)));
  return Object.fromEntries(properties.map(([key, property]) => [key, convert(key, property, root, depth)]));
}

function convert(key: string, unresolved: JsonSchema, root: JsonSchema, depth: number): FormSchema {
  const schema = resolve(unresolved, root);
  const { description, deprecated } = schema;
  const common = { title: key, description, deprecated, 'x-types': [], 'x-former-names': schema['x-former-names'] ?? [] };
  if (isAlternative(schema) || depth > DEEPEST) return { ...common, type: 'string' };
  if (isObject(schema)) {
    const { additionalProperties: others } = schema;
    return {
      ...common,
      type: 'object',
      required: schema.required,
      properties: propertiesOf(schema, root, depth + 1),
      ...(typeof others === 'object' ? { 'x-others': convert('', others, root, depth + 1) } : {}),
    };
  }
  const types = typesOf(schema);
  if (types.includes('array') && schema.items) return { ...common, type: 'array', items: convert('', schema.items, root, depth + 1) };
  if (types.includes('object') || types.includes('array')) return { ...common, type: 'string' };
  return { ...common, type: 'string', 'x-types': types, ...choices(schema), ...defaultOf(schema) };
}

export function formSchema(schema: JsonSchema): FormSchema {
  return convert('', schema, schema, 0);
}

export const isYaml = (schema: FormSchema) => schema.type === 'string' && schema['x-types'].length === 0;

/** A list of which each element is one of several words, for example the modules. */
export const isSelection = (schema: FormSchema) => schema.type === 'array' && schema.items?.enum !== undefined;
