/** Packages that a user installs only for what needs them. */

import { MigratorError } from './errors.ts';

/** `work` is what needs the package, as the subject of a sentence: `rehearsing`. */
export async function importPeer<T>(load: () => Promise<T>, name: string, work: string): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') throw error;
    throw new MigratorError('no-engine', `${work} needs the package ${name}, which is not installed`, {
      hint: `Run npm install --save-dev ${name}.`,
      cause: error,
    });
  }
}
