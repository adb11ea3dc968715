/** What a header is made of, however it is found. */

import type { MigratorError, Place } from '../errors.ts';
import type { Literal } from './literal.ts';

export const names = ['revision', 'downRevision', 'branchLabels', 'dependsOn'] as const;
export type Key = (typeof names)[number];

/** Python's spelling of them, which is refused rather than passed over. */
export const foreign: ReadonlyMap<string, Key> = new Map([
  ['down_revision', 'downRevision'],
  ['branch_labels', 'branchLabels'],
  ['depends_on', 'dependsOn'],
]);

/** `value` is undefined when it is not a literal. */
export interface Declaration {
  readonly value: Literal | undefined;
  readonly place: Place;
}

export interface Header {
  readonly exported: ReadonlyMap<Key, Declaration>;
  /** The file's first comment as written: a block, or a run of `//` lines. */
  readonly comment: readonly string[];
  readonly faults: readonly MigratorError[];
}

export const isKey = (name: string): name is Key => (names as readonly string[]).includes(name);

/** Whether the text from `at` on can be left unread: nothing in it looks like a part of the header. */
export function leavesHeaderBehind(text: string, at: number, exported: ReadonlyMap<Key, Declaration>): boolean {
  if (!exported.has('revision')) return false;
  for (const name of names) if (!exported.has(name) && text.includes(name, at)) return false;
  for (const name of foreign.keys()) if (text.includes(name, at)) return false;
  return true;
}
