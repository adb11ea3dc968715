/** Questions for what an expectation finds, and whether the account may read what is asked next. */

import type { Asked } from '../dialect/expect/accent.ts';
import type { Question } from '../dialect/inquiry.ts';
import type { Script } from './script.ts';

export const finding: readonly string[] = ['finding'];

export function faultQuestion({ client }: Script, asked: readonly Asked[], title: string): readonly Question[] {
  if (asked.length === 0) return [];
  const { nowhere } = client.asking;
  const faults = asked.map(({ fault }) => `SELECT ${fault} AS finding${nowhere}`);
  const sql = `SELECT finding FROM (\n${faults.join('\nUNION ALL\n')}\n) asked WHERE finding IS NOT NULL`;
  return [{ title, columns: finding, sql }];
}

/** Without that right the client would end with an error of the server instead of a verdict. */
export function readingQuestion(script: Script, reading: readonly Asked[]): readonly Question[] {
  const title = 'The account may read what is asked next. Where it may not: GRANT SELECT on it, and ask again.';
  return faultQuestion(script, reading, title).map((question) => ({ ...question, last: true }));
}
