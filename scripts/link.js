/** Makes `npx migrator` run the program of this folder, as it does in a project that depends on it. */

import { existsSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const commands = fileURLToPath(new URL('../node_modules/.bin', import.meta.url));
if (existsSync(commands)) {
  const link = join(commands, 'migrator');
  rmSync(link, { force: true });
  symlinkSync('../../dist/main.js', link);
}
