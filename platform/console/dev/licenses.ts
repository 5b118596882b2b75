import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const LICENSE = /^(licen[cs]e|copying|notice)/i;

interface Package {
  name?: string;
  version?: string;
  license?: string;
}

const packageOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package;

/** The folder of the package that a module is from; some have further package.json files, without a version. */
function folderOf(module: string): string | undefined {
  if (!module.startsWith('/') || !module.includes('/node_modules/')) return undefined;
  for (let folder = dirname(module); folder.includes('/node_modules/'); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) && packageOf(folder).version) return folder;
  }
  return undefined;
}

function describe(folder: string): string {
  const { name, version, license } = packageOf(folder);
  const files = readdirSync(folder, { withFileTypes: true }).filter((file) => file.isFile() && LICENSE.test(file.name));
  const texts = files.map((file) => readFileSync(join(folder, file.name), 'utf8').trim());
  return [`${name} ${version} (${license})`, ...texts].join('\n\n');
}

/** Tells browsers that the file is UTF-8: its type does not. */
const BYTE_ORDER_MARK = '\uFEFF';

const RULE = `\n\n${'-'.repeat(80)}\n\n`;

/** Writes the licenses of the packages of which the bundle contains code. Browsers keep an asset for ever, so its name has a hash. */
export function licenses(): Plugin {
  const lock = readFileSync(join(import.meta.dirname, '../package-lock.json'));
  const fileName = `assets/licenses-${createHash('sha256').update(lock).digest('hex').slice(0, 8)}.txt`;
  return {
    name: 'licenses',
    config: () => ({ define: { LICENSES: JSON.stringify(`/${fileName}`) } }),
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((part) => part.type === 'chunk');
      const folders = new Set(chunks.flatMap((chunk) => Object.keys(chunk.modules)).map(folderOf));
      const known = [...folders].filter((folder) => folder !== undefined).sort();
      this.emitFile({ type: 'asset', fileName, source: `${BYTE_ORDER_MARK}${known.map(describe).join(RULE)}\n` });
    },
  };
}
