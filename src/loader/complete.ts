/** The complete loader: jiti, with the path aliases of the author's tsconfig. Slower, and able to run nearly anything. */

import { relative, sep } from 'node:path';
import { MigratorError, type Place } from '../errors.ts';

/** jiti's aliases are prefixes; tsconfig's are patterns that end in `/*`. */
async function aliasesOf(file: string): Promise<Record<string, string>> {
  const { createPathsMatcher, getTsconfig } = await import('get-tsconfig');
  const tsconfig = getTsconfig(file);
  const matcher = tsconfig && createPathsMatcher(tsconfig);
  if (tsconfig === null || matcher === null || matcher === undefined) return {};
  const patterns = Object.keys(tsconfig.config.compilerOptions?.paths ?? {});
  return Object.fromEntries(
    patterns.flatMap((pattern) => {
      const [target] = matcher(pattern);
      return target === undefined ? [] : [[pattern.replace(/\/\*$/, ''), target.replace(/\/\*$/, '')]];
    }),
  );
}

function isUnloadable(error: unknown): error is Error & { code?: string } {
  const { code, name } = error as { code?: string; name?: string };
  return (
    code === 'MODULE_NOT_FOUND' ||
    code === 'ERR_MODULE_NOT_FOUND' ||
    name === 'SyntaxError' ||
    code === 'BABEL_PARSER_SYNTAX_ERROR'
  );
}

function unloadable(error: Error, place: Place): MigratorError {
  const [sentence = ''] = error.message.split('\n');
  return new MigratorError(
    'cannot-load',
    `the file cannot be run: ${sentence.replace(/^.*?: (?=.)/s, (start) => (start.includes('/') ? '' : start))}`,
    {
      hint: 'Mend the syntax or the import; a file may import packages, its own neighbours, and the path aliases of tsconfig.json.',
      place,
      cause: error,
    },
  );
}

export async function loadCompletely(
  file: string,
  root: string,
  provided: ReadonlyMap<string, Record<string, unknown>>,
  syntax: Omit<Place, 'file'> | undefined,
): Promise<unknown> {
  const { createJiti } = await import('jiti');
  const jiti = createJiti(file, {
    fsCache: false,
    moduleCache: false,
    alias: await aliasesOf(file),
    virtualModules: Object.fromEntries(provided),
  } as Parameters<typeof createJiti>[1]);
  try {
    return await jiti.import(file);
  } catch (error) {
    if (!isUnloadable(error)) throw error;
    throw unloadable(error, { file: relative(root, file).split(sep).join('/'), ...syntax });
  }
}
