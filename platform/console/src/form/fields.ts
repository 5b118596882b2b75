import type { Problem } from '../api/error';
import type { Data, Fields } from './data';
import type { FormSchema } from './schema';

/** A part of the form that opens and closes. The first has an empty name, and the keys at the top of the file. */
export interface Section {
  name: string;
  schema: FormSchema;
}

/** The words that a list of modules may contain; empty if the release has no modules. */
const modulesOf = (schema: FormSchema) => schema.properties?.modules?.items?.enum ?? [];

function isOffered(section: FormSchema, known: string[], fields: Fields): boolean {
  const names = [section.title, ...section['x-former-names']];
  if (!names.some((name) => known.includes(name)) || fields[section.title] !== undefined) return true;
  const chosen: Data = fields.modules;
  return Array.isArray(chosen) && names.some((name) => chosen.includes(name));
}

/** Divides the form: the keys at the top, and a section for each map. Modules that the file does not deploy are left out. */
export function sectionsOf(schema: FormSchema, fields: Fields): Section[] {
  const all = Object.entries(schema.properties ?? {});
  const isSection = ([, property]: [string, FormSchema]) => property.type === 'object';
  const top = { ...schema, description: undefined, properties: Object.fromEntries(all.filter((entry) => !isSection(entry))) };
  const maps = all.filter(isSection).filter(([, property]) => isOffered(property, modulesOf(schema), fields));
  return [{ name: '', schema: top }, ...maps.map(([name, property]) => ({ name, schema: property }))];
}

export function fieldsOf(section: Section, fields: Fields): Fields {
  return section.name === '' ? fields : ((fields[section.name] as Fields | undefined) ?? {});
}

/** Puts the changed fields of a section into those of the file. */
export function withSection(section: Section, fields: Fields, changed: Fields): Fields {
  if (section.name !== '') return { ...fields, [section.name]: changed };
  const top = Object.keys(section.schema.properties ?? {}).map((key) => [key, changed[key]]);
  return { ...fields, ...(Object.fromEntries(top) as Fields) };
}

/** Writes a path as the problems of the service do: rollsite.partyList[0].partyId. */
export function pathOf(path: (string | number)[]): string {
  return path.reduce<string>((text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}${text && '.'}${part}`), '');
}

const startsWith = (problem: Problem, path: string) => problem.path === path || problem.path.startsWith(`${path}.`) || problem.path.startsWith(`${path}[`);

export const problemsAt = (problems: Problem[], path: string) => problems.filter((problem) => problem.path === path);

/** The problems in a section, of which the form shows the number when it is closed. */
export function problemsIn(problems: Problem[], section: Section): Problem[] {
  const paths = section.name === '' ? Object.keys(section.schema.properties ?? {}) : [section.name];
  return problems.filter((problem) => paths.some((path) => startsWith(problem, path)));
}

export const problemsBelow = (problems: Problem[], path: string) => problems.filter((problem) => startsWith(problem, path));
