// Writes a compressed copy of each file that gets smaller, which the service sends to browsers as it is.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';

const folder = 'target/classes/io/kubefate/console/assets';
const compressible = /\.(js|css|svg|json|txt)$/;

for (const name of readdirSync(folder).filter((file) => compressible.test(file))) {
  const path = join(folder, name);
  writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: constants.Z_BEST_COMPRESSION }));
}
