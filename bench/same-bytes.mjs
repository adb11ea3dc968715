/** Writes as many bytes as the files of a folder hold into one file: what it costs to put them on the disk, and nothing else. */

import { closeSync, openSync, readdirSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const [folder, file] = process.argv.slice(2);
const sizes = readdirSync(folder, { recursive: true })
  .map((name) => statSync(join(folder, name)))
  .map((entry) => (entry.isFile() ? entry.size : 0));
const chunk = Buffer.alloc(65_536, 'insert into t values (1);\n');
const descriptor = openSync(file, 'w');
for (let left = sizes.reduce((sum, size) => sum + size, 0); left > 0; left -= chunk.length) {
  writeSync(descriptor, chunk, 0, Math.min(left, chunk.length));
}
closeSync(descriptor);
