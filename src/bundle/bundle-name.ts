/** What a bundle's folder is called. */

import { createHash } from 'node:crypto';

/** `base_to_3f2a`; a great many heads are counted, not named. */
export function bundleName(from: readonly string[], to: readonly string[]): string {
  return `${place(from)}_to_${place(to)}`;
}

function place(heads: readonly string[]): string {
  if (heads.length === 0) return 'base';
  const named = heads.map(fileWord).join('+');
  if (named.length <= 80) return named;
  return `${fileWord(heads[0]!).slice(0, 40)}+${heads.length - 1}_more_${digestOf(JSON.stringify(heads))}`;
}

/** Letters, digits, `_`, `-` and dots that are not the first: safe in every file system and shell. What had to be changed gets a digest. */
export function fileWord(text: string): string {
  const word = text.replace(/[^\w.-]+/g, '_').replace(/^\.+/, '_');
  return word === text ? word : `${word}_${digestOf(text)}`;
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** One for each revision, both ways in it. */
