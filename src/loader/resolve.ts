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

/** The absolute path, or undefined when there is no such file. */
export function resolveFile(specifier: string, from: string): string | undefined {
  return candidates(resolve(dirname(from), specifier)).find(isFile);
}
