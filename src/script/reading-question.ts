/** Questions for what an expectation finds, and whether the account may read what is asked next. */

import type { Asked } from '../dialect/expect/accent.ts';
import type { Question } from '../dialect/inquiry.ts';
import { showName } from '../schema/name.ts';
import type { Script } from './script.ts';

export const finding: readonly string[] = ['finding'];

/** What reads a table that not every account is shown is a question of its own. */
export function faultQuestion({ client }: Script, asked: readonly Asked[], title: string): readonly Question[] {
  const { nowhere } = client.asking;
  const keyOf = ({ reads }: Asked) => reads && showName(reads);
  const tables = new Map(asked.map((one) => [keyOf(one), one.reads]));
  return [...tables].map(([key, only]): Question => {
    const faults = asked.filter((one) => keyOf(one) === key).map(({ fault }) => `SELECT ${fault} AS finding${nowhere}`);
    const sql = `SELECT finding FROM (\n${faults.join('\nUNION ALL\n')}\n) asked WHERE finding IS NOT NULL`;
    const question = { title, columns: finding, sql };
    const absent = `SELECT finding FROM (SELECT NULL AS finding${nowhere}) asked WHERE finding IS NOT NULL`;
    return only === undefined ? question : { ...question, only, absent };
  });
}

/** Without that right the client would end with an error of the server instead of a verdict. */
export function readingQuestion(script: Script, reading: readonly Asked[]): readonly Question[] {
  const title = 'The account may read what is asked next. Where it may not: GRANT SELECT on it, and ask again.';
  return faultQuestion(script, reading, title).map((question) => ({ ...question, last: true }));
}
