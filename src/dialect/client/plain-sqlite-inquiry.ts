/** Questions for SQLite in SQL alone: as for the shell, with a constraint instead of a stop, and nothing left behind but the verdict. */

import type { Asking, Frame } from '../client.ts';
import type { Inquiry, Question } from '../inquiry.ts';
import { titleOf } from '../inquiry.ts';
import { commentLines } from './comment.ts';
import { plainRun } from './plain.ts';
import { doubleQuoted, quoted } from './spelling.ts';
import { askSqlite, create, standIn, view } from './sqlite3-inquiry.ts';

type Placed = readonly [question: Question, place: number];

/** What may end the questions ends a stage, because nothing in SQL is asked under a condition. */
function stagesOf({ questions }: Inquiry): readonly (readonly Placed[])[] {
  const stages: Placed[][] = [[]];
  for (const [place, question] of questions.entries()) {
    stages.at(-1)!.push([question, place]);
    if (question.last === true && place < questions.length - 1) stages.push([]);
  }
  return stages;
}

function* stage(asked: readonly Placed[], frame: Frame): Generator<string> {
  const counted = asked.filter(([{ tells }]) => tells !== true).map(([, n]) => `(SELECT count(*) FROM ${view(n)})`);
  const found = counted.join(' + ') || '0';
  yield standIn(frame);
  for (const [question, n] of asked) yield create(question, n);
  yield 'PRAGMA query_only = ON;\nBEGIN;\n';
  for (const [question, n] of asked)
    yield `\nSELECT ${quoted(titleOf(question, n))} AS migrator;\nSELECT * FROM ${view(n)};\n`;
  yield `\nROLLBACK;\nPRAGMA query_only = OFF;\nINSERT INTO temp.migrator_count (found) SELECT ${found};\n`;
  yield asked.map(([, n]) => `DROP VIEW ${view(n)};\n`).join('');
  yield frame.versionTable.schema === undefined ? 'DETACH migrator_absent;\n' : '';
}

/** The name of a constraint reaches whoever breaks it: https://www.sqlite.org/lang_createtable.html#check_constraints */
function* spell(inquiry: Inquiry, frame: Frame): Generator<string> {
  const { good, bad } = inquiry;
  const stages = stagesOf(inquiry);
  yield `PRAGMA busy_timeout = ${frame.waits.lock ?? 0};\n`;
  yield commentLines([
    'What is made here is made beside the database, and ends with the session. After that nothing can write until the',
    'questions are answered.',
  ]);
  yield ['count', 'verdict'].map((name) => `DROP TABLE IF EXISTS temp.migrator_${name};\n`).join('');
  yield 'CREATE TEMP TABLE migrator_count (found INTEGER);\n';
  yield `CREATE TEMP TABLE migrator_verdict (found INTEGER CONSTRAINT ${doubleQuoted(bad)} CHECK (found = 0));\n`;
  for (const [n, asked] of stages.entries()) {
    if (n > 0) yield '\nINSERT INTO temp.migrator_verdict (found) SELECT sum(found) FROM temp.migrator_count;\n';
    yield* stage(asked, frame);
  }
  const verdict = `WHEN found = 0 THEN ${quoted(good)} ELSE ${quoted(`${bad}: `)} || found || ' found' END`;
  yield `SELECT CASE WHEN stages < ${stages.length} THEN 'the questions were not answered: an error stands above'\n    ${verdict} AS migrator\n`;
  yield '  FROM (SELECT count(*) AS stages, sum(found) AS found FROM temp.migrator_count);\n';
}

export const askPlainSqlite: Asking = {
  ...askSqlite,
  run: plainRun,
  inWords: [
    'Under each question stands what it found. The last result is the verdict; so is an error, where what was found',
    'leaves nothing more to ask.',
  ],
  spell,
};
