/** Runs the author's files on Node 20 with no build step: fast for ordinary modules, and by a complete loader for the rest. */

import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, relative, sep } from 'node:path';
import { compileFunction } from 'node:vm';
import { MigratorError } from '../errors.ts';
import { loadCompletely } from './complete.ts';
import { guarded } from './guard.ts';
import { isBuiltin, isPureImport, isPureText } from './purity.ts';
import { isRelative, resolveFile } from './resolve.ts';
import { toCommonJs } from './transform.ts';

export interface Loader {
  /** What the file exports. `file` is absolute. */
  load(file: string): Promise<Readonly<Record<string, unknown>>>;
  /** The file's exports as it made them, whatever they are. */
  whole(file: string): Promise<unknown>;
  /** Remembers a file of the author's that was read as data; `sum` as in `files`. Absolute. */
  note(file: string, sum: string): void;
  /** The outcome depends on what else there may be: on the files that a folder holds, say. */
  doubt(): void;
  /** Every file of the author's that was run or read, absolute, and the SHA-256 of its bytes as they were read. */
  readonly files: ReadonlyMap<string, string>;
  /** Where a file would have been taken instead, had there been one. */
  readonly absent: ReadonlySet<string>;
  /** False once anything was run whose outcome may depend on more than those files. */
  readonly pure: boolean;
}

interface Loading {
  readonly exports: Record<string, unknown>;
}

/** What the fast way cannot do: the complete loader takes over. An import in the middle of a run comes too late for that. */
const beyondFast = Symbol('beyond the fast loader');

function beyond(cause: unknown): Error {
  const [sentence = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n');
  const hint = 'Import it at the top of the file, and see that it is installed.';
  return Object.assign(new MigratorError('cannot-load', sentence, { cause, hint }), { [beyondFast]: true });
}

function isBeyond(error: unknown): boolean {
  return error instanceof Error && beyondFast in error;
}

/** `file` is relative to the project. */
export function changedMeanwhile(file: string): MigratorError {
  return new MigratorError('changed-meanwhile', `${file} was changed while it was being compiled`, {
    hint: 'Run the command again when nothing writes to the file any more.',
    place: { file },
  });
}

export interface LoaderSettings {
  /** The project's folder, absolute. */
  readonly root: string;
  /** Modules handed over instead of resolved: `migrator` itself. */
  readonly provided: ReadonlyMap<string, Record<string, unknown>>;
  /** By the specifier of an import: the file that stands for the module, absolute. Undefined where there is no way to name some. */
  readonly stubs?: ReadonlyMap<string, string>;
  /** What was run before, on which the outcome depends as well. */
  readonly earlier?: Pick<Loader, 'files' | 'absent' | 'pure'>;
  /** Is shown every file's text before it runs, and may refuse it by throwing. `file` is absolute. */
  readonly inspect?: (file: string, text: string) => void;
}

export function createLoader({ root, provided, stubs, earlier, inspect }: LoaderSettings): Loader {
  const files = new Map<string, string>(earlier?.files);
  const absent = new Set<string>(earlier?.absent);
  const modules = new Map<string, Loading>();
  let pure = true;

  const requireForeign = (specifier: string, from: string): unknown => {
    const given = provided.get(specifier);
    if (given !== undefined) return given;
    if (!isPureImport(specifier)) pure = false;
    try {
      return createRequire(from)(specifier);
    } catch (error) {
      throw isBuiltin(specifier) ? error : beyond(error);
    }
  };
  const requireFrom = (from: string) => (specifier: string) => {
    const stub = stubs?.get(specifier);
    if (stub !== undefined) return run(stub);
    if (!isRelative(specifier)) return requireForeign(specifier, from);
    const { path, absent: missing } = resolveFile(specifier, from);
    for (const file of missing) absent.add(file);
    if (path === undefined) throw beyond(new Error(`cannot find ${specifier}`));
    return run(path);
  };
  const read = (file: string): string => {
    const bytes = bytesOf(file);
    const sum = hash('sha256', bytes, 'hex');
    const text = bytes.toString('utf8');
    inspect?.(file, text);
    note(file, sum);
    return text;
  };
  const note = (file: string, sum: string): void => {
    if ((files.get(file) ?? sum) !== sum) throw changedMeanwhile(relative(root, file).split(sep).join('/'));
    files.set(file, sum);
  };
  const compile = (code: string, file: string) => {
    try {
      return compileFunction(toCommonJs(code, file), ['exports', 'require', 'module', '__filename', '__dirname'], {
        filename: file,
      });
    } catch (error) {
      throw beyond(error);
    }
  };
  const run = (file: string): unknown => {
    const known = modules.get(file);
    if (known !== undefined) return known.exports;
    const code = read(file);
    if (!isPureText(code)) pure = false;
    if (file.endsWith('.json')) return JSON.parse(code);
    const module: Loading = { exports: {} };
    modules.set(file, module);
    try {
      compile(code, file)(module.exports, requireFrom(file), module, file, dirname(file));
    } catch (error) {
      modules.delete(file);
      throw error;
    }
    return module.exports;
  };

  const modulesGiven = (): Record<string, unknown> => {
    const given: Record<string, unknown> = Object.fromEntries(provided);
    for (const [specifier, stub] of stubs ?? []) {
      Object.defineProperty(given, specifier, { enumerable: true, get: () => run(stub) });
    }
    return given;
  };
  const whole = (file: string): Promise<unknown> => {
    const loaded = { file, root, stubs: stubs !== undefined };
    return guarded(loaded, async () => {
      try {
        return run(file);
      } catch (error) {
        if (!isBeyond(error)) throw error;
        pure = false;
        return await loadCompletely(loaded, modulesGiven());
      }
    });
  };

  return {
    note,
    doubt() {
      pure = false;
    },
    files,
    absent,
    get pure() {
      return pure && earlier?.pure !== false;
    },
    whole,
    load: async (file) => exportsOf(await whole(file)),
  };
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    const hint = 'See that it is still there, and that you may read it.';
    throw new MigratorError('cannot-load', `${file} cannot be read`, { cause, hint });
  }
}

/** `module.exports = {…}` and `export default {…}` are as good as named exports. */
function exportsOf(exported: unknown): Readonly<Record<string, unknown>> {
  const named = holdsExports(exported) ? exported : {};
  const whole = named.default;
  return holdsExports(whole) ? Object.assign(Object.create(whole), named) : named;
}

/** A class is a function, and its statics are exports. */
function holdsExports(value: unknown): value is Record<string, unknown> {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
