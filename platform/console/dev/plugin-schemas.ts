import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonSchema } from '../src/form/schema.ts';

const plugins = join(import.meta.dirname, '../../../plugins');
const RESOURCES = 'src/main/resources';
const resources = readdirSync(plugins).map((plugin) => join(plugins, plugin, RESOURCES)).filter((folder) => existsSync(folder));

/** The resources of a plugin, and of the modules that its jar contains. */
function contained(own: string): string[] {
  const pom = readFileSync(join(own, '../../../pom.xml'), 'utf8');
  const others = [...pom.matchAll(/<include>io\.kubefate:kubefate-plugin-([^<]+)<\/include>/g)].map((match) => join(plugins, match[1]!, RESOURCES));
  return [own, ...others, join(plugins, 'shared', RESOURCES)];
}

/** The file with the members of the objects that it includes. */
function whole(file: string, folders: string[]): string {
  return readFileSync(file, 'utf8').replace(/"\$include":\s*"([^"]+)"/g, (_, name: string) => {
    const folder = folders.find((one) => existsSync(join(one, name)));
    if (!folder) throw new Error(`${file} includes ${name}, which its plugin does not have`);
    return whole(join(folder, name), folders).trim().slice(1, -1);
  });
}

/** The schemas of all releases, by their file, as the plugins compose them. */
export function pluginSchemas(): [string, JsonSchema][] {
  return resources.flatMap((own) => {
    const files = (readdirSync(own, { recursive: true }) as string[]).filter((file) => /(^|\/)schema\.json$/.test(file));
    return files.map((file): [string, JsonSchema] => [join(own, file).slice(plugins.length + 1).replace(`${RESOURCES}/`, ''), JSON.parse(whole(join(own, file), contained(own))) as JsonSchema]);
  });
}

/** The examples that a new file begins with. */
export function pluginExamples(): [string, string][] {
  return resources.flatMap((own) => {
    const files = (readdirSync(own, { recursive: true }) as string[]).filter((file) => /\.yaml$/.test(file) && !file.includes('templates'));
    return files.map((file): [string, string] => [join(own, file).slice(plugins.length + 1), readFileSync(join(own, file), 'utf8')]);
  });
}
