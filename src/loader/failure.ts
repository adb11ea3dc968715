/** What was thrown while a file was loaded: which file threw, how it was imported, and what it looks like it wants. */

import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { MigratorError } from '../errors.ts';
import { codeFolder } from '../home.ts';
import { type Environment, variableWanted } from './wanted.ts';

/** What was being loaded. */
export interface Loaded {
  /** Absolute. */
  readonly file: string;
  readonly root: string;
  /** Whether another file may stand for a module. */
  readonly stubs: boolean;
}

interface Frame {
  readonly file: string;
  readonly line: number;
}

const frame = /^\s+at (?:.*?\()?(?:file:\/\/)?(\/.+?|[A-Za-z]:.+?):(\d+):\d+\)?$/;

function framesOf(error: unknown): readonly Frame[] {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return stack.split('\n').flatMap((text) => {
    const [, file, line] = frame.exec(text) ?? [];
    return file === undefined ? [] : [{ file, line: Number(line) }];
  });
}

const packages = `${sep}node_modules${sep}`;

/** The package that a frame is of. */
function packageOf({ file }: Frame): string | undefined {
  const at = file.lastIndexOf(packages);
  if (at < 0) return undefined;
  const [first = '', second = ''] = file.slice(at + packages.length).split(sep);
  return first.startsWith('@') ? `${first}/${second}` : first;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const connecting = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EAI_AGAIN', 'EHOSTUNREACH']);

function connects(error: NodeJS.ErrnoException & { readonly errors?: readonly unknown[] }, message: string): boolean {
  const inner = error.errors?.[0] as NodeJS.ErrnoException | undefined;
  return connecting.has(error.code ?? inner?.code ?? '') || /\b(?:connect|connection)\b/i.test(message);
}

function wantOf(
  error: NodeJS.ErrnoException,
  message: string,
  route: readonly [Frame, ...Frame[]],
  environment: Environment,
  shown: (file: string) => string,
): { readonly says: string; readonly way: string } {
  if (error.code === 'ENOENT' && typeof error.path === 'string') {
    return { says: `It wants the file ${shown(error.path)}`, way: 'make the file' };
  }
  const texts = route.map(({ file }) => textOf(file));
  const variable = variableWanted({ message, line: route[0].line, environment, texts });
  if (variable !== undefined) {
    return { says: `It wants the environment variable ${variable}`, way: 'give it with --env-file FILE' };
  }
  const [, property] = /\bconfiguration property "([^"]+)"/i.exec(message) ?? [];
  if (property !== undefined) {
    const way = 'give it where that configuration is kept, or the variable that it is read from with --env-file FILE';
    return { says: `It wants the configuration property ${property}`, way };
  }
  if (connects(error, message)) return { says: 'It wants a connection while it is loaded', way: '' };
  return {
    says: 'It must load without the application',
    way: 'give variables of the environment with --env-file FILE',
  };
}

function inner(root: string, file: string): string {
  const path = relative(root, file).split(sep).join('/');
  return path.startsWith('../') ? file : path;
}

/** The author's files on the way, the innermost first, each once; the one that was asked for stands last. */
function routeOf(frames: readonly Frame[], { file, root }: Loaded): readonly [Frame, ...Frame[]] {
  const end = frames.findLastIndex((one) => one.file === file);
  const within = end < 0 ? frames.filter((one) => one.file.startsWith(root)) : frames.slice(0, end + 1);
  const own = within.filter((one) => packageOf(one) === undefined && !isForeign(one));
  const last = own.find((one) => one.file === file) ?? { file, line: 0 };
  const [first, ...rest] = own.filter(
    (one, at) => one.file !== file && own.findIndex((other) => other.file === one.file) === at,
  );
  return first === undefined ? [last] : [first, ...rest, last];
}

const isForeign = ({ file }: Frame): boolean => file.startsWith('node:') || file.startsWith(codeFolder);

export function failureOf(error: unknown, loaded: Loaded, environment: Environment): MigratorError {
  const { root, stubs } = loaded;
  const shown = (path: string): string => inner(root, path);
  const all = framesOf(error);
  const route = routeOf(all, loaded);
  const [threw] = route;
  const whole = error instanceof Error ? error.message : String(error);
  const message = whole.split('\n').find((line) => line.trim() !== '') ?? String((error as Error)?.name ?? 'nothing');
  const by = all[0] === undefined ? undefined : packageOf(all[0]);
  const { says, way } = wantOf(error as NodeJS.ErrnoException, whole, route, environment, shown);
  const ways = [way, ...(stubs ? ['let a file stand for a module on the way: stubs of [knex], --stub of init'] : [])];
  const names = route.map((one) => shown(one.file)).toReversed();
  const path = names.length < 2 ? '' : ` The imports: ${names.join(' -> ')}.`;
  const remedy = ways.filter((one) => one !== '').join(', or ');
  return new MigratorError(
    'cannot-load',
    `${shown(threw.file)} threw while it was loaded${by === undefined ? '' : `, in the package ${by}`}: ${message.trim()}`,
    {
      hint: `${says}${remedy === '' ? '' : `: ${remedy}`}.${path}`,
      place: { file: shown(threw.file), ...(threw.line === 0 ? {} : { line: threw.line }) },
      cause: error,
    },
  );
}
