/** The complete loader: jiti, with the path aliases of the author's tsconfig. Slower, and able to run nearly anything. */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { MigratorError } from '../errors.ts';
import type { Loaded } from './failure.ts';

/** One that leads to a file that is not there tells no aliases; an import that needed them is an error of its own. */
function found<T>(look: () => T): T | null {
  try {
    return look();
  } catch {
    return null;
  }
}

/** jiti's aliases are prefixes; tsconfig's are patterns that end in `/*`. */
async function aliasesOf(file: string): Promise<Record<string, string>> {
  const { createPathsMatcher, getTsconfig } = await import('get-tsconfig');
  const tsconfig = found(() => getTsconfig(file));
  const matcher = tsconfig && createPathsMatcher(tsconfig);
  if (tsconfig === null || matcher === null || matcher === undefined) return {};
  const { paths = {}, baseUrl } = tsconfig.config.compilerOptions ?? {};
  const ofPaths = Object.keys(paths).flatMap((pattern) => {
    const [target] = matcher(pattern);
    return target === undefined ? [] : [[pattern.replace(/\/\*$/, ''), target.replace(/\/\*$/, '')]];
  });
  return Object.fromEntries([
    ...(baseUrl === undefined ? [] : foldersIn(join(dirname(tsconfig.path), baseUrl))),
    ...ofPaths,
  ]);
}

/** What `baseUrl` lets a file import by its bare name. */
function foldersIn(base: string): readonly (readonly [string, string])[] {
  return readdirSync(base, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
    .map(({ name }) => [name, join(base, name)] as const);
}

interface Fault {
  readonly sentence: string;
  /** Absolute. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

const parseError = /^ParseError: (.*?)[.\s]*\n\s*(.+):(\d+):(\d+)\s*$/s;
const missingModule = /^(Cannot find (?:module|package) '(.+?)')/;

/** The line on which a file asks for a module. */
function lineOfImport(file: string, specifier: string): number | undefined {
  const lines = readFileSync(file, 'utf8').split('\n');
  const at = lines.findIndex((line) => line.includes(`'${specifier}'`) || line.includes(`"${specifier}"`));
  return at < 0 ? undefined : at + 1;
}

function missingImport({ message, requireStack }: Error & { requireStack?: readonly string[] }): Fault | undefined {
  const [, sentence, specifier] = missingModule.exec(message) ?? [];
  const file = requireStack?.[0];
  if (sentence === undefined || specifier === undefined || file === undefined) return undefined;
  const line = lineOfImport(file, specifier);
  return { sentence, file, ...(line === undefined ? {} : { line }) };
}

/** What the author can mend; anything else was thrown by the file itself while it ran. */
function faultOf(error: Error & { code?: string }, file: string): Fault | undefined {
  const [, sentence, at, line, column] = parseError.exec(error.message) ?? [];
  if (sentence !== undefined && at !== undefined) {
    return { sentence, file: at, line: Number(line), column: Number(column) + 1 };
  }
  const [, broken, brokenLine] = /^(\/.+?):(\d+)\n/.exec(error.stack ?? '') ?? [];
  if (error.name === 'SyntaxError' && broken !== undefined) {
    return { sentence: error.message, file: broken, line: Number(brokenLine) };
  }
  const unfound = error.code === 'MODULE_NOT_FOUND' || error.code === 'ERR_MODULE_NOT_FOUND';
  if (!unfound && error.name !== 'SyntaxError') return undefined;
  return missingImport(error) ?? { sentence: error.message.split('\n', 1)[0] ?? '', file };
}

function unloadable({ sentence, file, ...spot }: Fault, { root, stubs }: Loaded, cause: Error): MigratorError {
  const inside = relative(root, file).split(sep).join('/');
  return new MigratorError('cannot-load', `the file cannot be run: ${sentence}`, {
    hint: `Mend the syntax or the import; a file may import packages, its own neighbours, and the path aliases of tsconfig.json.${stubs ? ' For a module that cannot be had here a file can stand: stubs of [knex], --stub of init.' : ''}`,
    place: { file: inside.startsWith('../') ? file : inside, ...spot },
    cause,
  });
}

export async function loadCompletely(loaded: Loaded, provided: Readonly<Record<string, unknown>>): Promise<unknown> {
  const { file } = loaded;
  const { createJiti } = await import('jiti');
  const jiti = createJiti(file, {
    fsCache: false,
    moduleCache: false,
    alias: await aliasesOf(file),
    virtualModules: provided,
  } as Parameters<typeof createJiti>[1]);
  try {
    return await jiti.import(file);
  } catch (error) {
    const fault = faultOf(error as Error, file);
    throw fault === undefined ? error : unloadable(fault, loaded, error as Error);
  }
}
