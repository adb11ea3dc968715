/** Which file a relative import means, with TypeScript's liberties: no extension, `.js` for `.ts`, a folder's index. */

import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const extensions = ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs', '.json'] as const;
const twins: Readonly<Record<string, string>> = { '.js': '.ts', '.mjs': '.mts', '.cjs': '.cts' };

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function candidates(path: string): readonly string[] {
  const twin = /\.[cm]?js$/.exec(path)?.[0];
  return [
    path,
    ...(twin === undefined ? [] : [path.slice(0, -twin.length) + twins[twin]]),
    ...extensions.map((extension) => path + extension),
    ...extensions.map((extension) => join(path, `index${extension}`)),
  ];
}

export function isRelative(specifier: string): boolean {
  return /^\.{0,2}\//.test(specifier) || specifier === '.' || specifier === '..';
}

export interface Resolved {
  /** Absolute; undefined when there is no such file. */
  readonly path: string | undefined;
  /** What was looked for before it, in vain. */
  readonly absent: readonly string[];
}

export function resolveFile(specifier: string, from: string): Resolved {
  const paths = candidates(resolve(dirname(from), specifier));
  const at = paths.findIndex(isFile);
  return at < 0 ? { path: undefined, absent: paths } : { path: paths[at], absent: paths.slice(0, at) };
}
