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
  /** Asked instead where that table is not there. */
  readonly absent?: string;
  /** When it finds anything, nothing after it is asked. What comes after may name what is not there. */
  readonly last?: true;
  /** What it finds is for reading, and does not count. */
  readonly tells?: true;
  /** When it finds anything and nothing that counts was found, the verdict is neither: what would be asked then was not. */
  readonly open?: true;
}

export interface Inquiry {
  readonly questions: readonly Question[];
  /** The last words when no question that counts found anything, and those when one did. */
  readonly good: string;
  readonly bad: string;
  /** Those where a question that leaves it open found something; as bad as the others for whoever reads the status. */
  readonly open?: string;
}

/** Each question with its place, and whether one before it may be the last. */
export function* placed({
  questions,
}: Inquiry): Generator<readonly [question: Question, place: number, waits: boolean]> {
  let waits = false;
  for (const [place, question] of questions.entries()) {
    yield [question, place, waits];
    waits ||= question.last === true;
  }
}

/** `1. The version rows are those of ae10. (kind | name)` */
export function titleOf({ title, columns }: Question, place: number): string {
  return `${place + 1}. ${title} (${columns.join(' | ')})`;
}
