// Fails if the console gets larger than its budgets. Sizes of scripts and styles are those of the compressed files.
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const folder = 'target/classes/io/kubefate/console';
const KIB = 1024;
const manifestFolder = join(folder, '.vite');
const manifest = JSON.parse(readFileSync(join(manifestFolder, 'manifest.json'), 'utf8'));
rmSync(manifestFolder, { recursive: true });

const size = (file) => statSync(join(folder, existsSync(join(folder, `${file}.gz`)) ? `${file}.gz` : file)).size;

/** The chunks that a chunk loads before it runs. */
function closure(key, found = new Set()) {
  if (found.has(key)) return found;
  found.add(key);
  for (const next of manifest[key].imports ?? []) closure(next, found);
  return found;
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const scripts = (keys) => sum([...keys].map((key) => size(manifest[key].file)));
const styles = (keys) => sum([...new Set([...keys].flatMap((key) => manifest[key].css ?? []))].map(size));

const entry = closure('index.html');
/** What a page that is loaded later adds. */
const added = (key) => new Set([...closure(key)].filter((part) => !entry.has(part)));

function folderSize(path) {
  return sum(readdirSync(path, { withFileTypes: true }).map((file) => (file.isDirectory() ? folderSize(join(path, file.name)) : statSync(join(path, file.name)).size)));
}

/** The jar stores compressed files as they are, and compresses the others about as well as their copies. */
function jarSize() {
  const assets = readdirSync(join(folder, 'assets'));
  return sum(assets.map((name) => size(`assets/${name.replace(/\.gz$/, '')}`)));
}

const results = [
  ['first page, scripts', scripts(entry), 200 * KIB],
  ['first page, styles', styles(entry), 60 * KIB],
  ['editor', scripts(added('src/editor/YamlEditor.tsx')), 170 * KIB],
  ['jar (estimate)', jarSize(), 1.8 * KIB * KIB],
];
for (const [name, key, limit] of [
  ['form', 'src/form/SchemaForm.tsx', 110 * KIB],
  ['terminal', 'src/terminal/Terminal.tsx', 95 * KIB],
  ['map', 'src/map/Map.tsx', 85 * KIB],
]) {
  if (manifest[key]) results.push([name, scripts(added(key)), limit]);
}

let failed = false;
for (const [name, bytes, limit] of results) {
  const over = bytes > limit;
  failed ||= over;
  console.log(`${over ? 'TOO LARGE' : 'ok       '} ${name}: ${(bytes / KIB).toFixed(1)} KiB of ${(limit / KIB).toFixed(0)}`);
}
console.log(`unpacked: ${(folderSize(folder) / KIB).toFixed(0)} KiB`);
process.exit(failed ? 1 : 0);
