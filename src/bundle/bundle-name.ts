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
  const digest = createHash('sha256').update(JSON.stringify(heads)).digest('hex').slice(0, 8);
  return `${fileWord(heads[0]!).slice(0, 40)}+${heads.length - 1}_more_${digest}`;
}

/** Letters, digits, `_`, `-` and dots that are not the first: safe in every file system and shell. */
export function fileWord(text: string): string {
  return text.replace(/[^\w.-]+/g, '_').replace(/^\.+/, '_');
}

/** One for each revision, both ways in it. */
