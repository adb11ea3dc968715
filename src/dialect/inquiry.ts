/** A script that only asks: questions in SQL, each of which finds what is wrong, and a verdict. */

import type { Name } from '../schema/name.ts';

export interface Question {
  /** What holds when nothing is found: `The version rows are those of ae10.` */
  readonly title: string;
  /** One SELECT of text without its end; a row for each thing that is found. */
  readonly sql: string;
  /** What its columns are called, in their order. */
  readonly columns: readonly string[];
  /** Asked only where this table is there. */
  readonly only?: Name;
  /** What it finds is for reading, and does not count. */
  readonly tells?: true;
}

export interface Inquiry {
  readonly questions: readonly Question[];
  /** The last words when no question that counts found anything, and those when one did. */
  readonly good: string;
  readonly bad: string;
}

/** `1. The version rows are those of ae10. (kind | name)` */
export function titleOf({ title, columns }: Question, place: number): string {
  return `${place + 1}. ${title} (${columns.join(' | ')})`;
}
