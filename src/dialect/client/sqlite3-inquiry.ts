/** Questions for the sqlite3 shell: views of its own, and then a session that cannot write. */

import type { Name } from '../../schema/name.ts';
import type { Asking, Frame } from '../client.ts';
import { type Inquiry, type Question, titleOf } from '../inquiry.ts';
import { appliedIn, versionRows } from './book.ts';
import { commentLines } from './comment.ts';
import { doubleQuoted, ended, holdsExactly, joinedText, quoted, shellWord } from './spelling.ts';
import { refusal, shownRow } from './sqlite3-raise.ts';
import { bookVoice } from './sqlite3-rows.ts';

/** Names without a schema are looked for in what is attached last, so that such a table is empty where there is none: https://www.sqlite.org/lang_naming.html */
export function standIn({ versionTable: { name, schema }, book, log }: Frame): string {
  if (schema !== undefined) return '';
  const columns = 'revision, direction, message, applied_at, applied_by, digest, script, accepted_loss';
  return [
    "ATTACH ':memory:' AS migrator_absent;\n",
    `CREATE TABLE migrator_absent.${doubleQuoted(name)} (${book === undefined ? 'version_num' : 'name'});\n`,
    book === undefined ? '' : `CREATE TABLE migrator_absent.${doubleQuoted(book.lock.name)} (is_locked);\n`,
    log === undefined ? '' : `CREATE TABLE migrator_absent.${doubleQuoted(log.name)} (entry, ${columns});\n`,
  ].join('');
}

const forget = ['count', 'verdict'].map((name) => `DROP TABLE IF EXISTS temp.migrator_${name};\n`).join('');

export const view = (place: number): string => `temp.migrator_question_${place + 1}`;

export function create({ sql }: Question, place: number): string {
  return joinedText(ended([`CREATE TEMP VIEW migrator_question_${place + 1} AS\n${sql}`]));
}

/** Nothing in the shell is asked under a condition, so what is found ends it. */
function stop(found: string, bad: string): string {
  return [
    `SELECT ${quoted(`${bad}: `)} || found FROM (SELECT ${found} AS found) WHERE found > 0;\n`,
    `PRAGMA query_only = OFF;\nINSERT INTO temp.migrator_verdict (fits) SELECT ${found} = 0;\nPRAGMA query_only = ON;\n`,
  ].join('');
}

function* spell({ questions, good, bad }: Inquiry, frame: Frame): Generator<string> {
  const counted = questions.flatMap(({ tells }, n) => (tells === true ? [] : [`(SELECT count(*) FROM ${view(n)})`]));
  const found = counted.length === 0 ? '0' : counted.join(' + ');
  yield `.bail on\n.timeout ${frame.waits.lock ?? 0}\n`;
  yield commentLines([
    'What is made here is made beside the database, and ends with the session. After that nothing can write until the',
    'questions are answered.',
  ]);
  yield standIn(frame);
  yield `${forget}CREATE TEMP TABLE migrator_verdict (fits INTEGER);\n`;
  yield refusal('bad', 'NEW.fits IS NOT 1', bad);
  for (const [n, question] of questions.entries()) yield create(question, n);
  yield 'PRAGMA query_only = ON;\nBEGIN;\n';
  for (const [n, question] of questions.entries()) {
    yield `\nSELECT ${quoted(titleOf(question, n))};\nSELECT * FROM ${view(n)};\n`;
    if (question.last === true) yield stop(counted.slice(0, n + 1).join(' + '), bad);
  }
  yield `\nSELECT CASE WHEN found = 0 THEN ${quoted(good)} ELSE ${quoted(`${bad}: `)} || found END\n  FROM (SELECT ${found} AS found);\n`;
  yield `ROLLBACK;\nPRAGMA query_only = OFF;\nCREATE TEMP TABLE migrator_count AS SELECT ${found} AS found;\n`;
  yield questions.map((_, n) => `DROP VIEW ${view(n)};\n`).join('');
  yield frame.versionTable.schema === undefined ? 'DETACH migrator_absent;\n' : '';
  yield `INSERT INTO temp.migrator_verdict (fits) SELECT found = 0 FROM temp.migrator_count;\n${forget}`;
}

const quoteTable = ({ schema, name }: Name): string =>
  schema === undefined ? doubleQuoted(name) : `${doubleQuoted(schema)}.${doubleQuoted(name)}`;

/** A target's schema means nothing here. */
function rowsOf({ schema: _, ...frame }: Frame): string {
  return versionRows(frame, { ...bookVoice, quote: quoteTable });
}

export const askSqlite: Asking = {
  run: (file) => `sqlite3 -bail DATABASE.db < ${shellWord(file)}`,
  own: ({ versionTable, log }) => ({ version: versionTable, ...(log === undefined ? {} : { log }) }),
  applied: ({ schema: _, ...frame }) => appliedIn(frame, { ...bookVoice, quote: quoteTable }),
  table: quoteTable,
  text: quoted,
  nowhere: '',
  asksAll: true,
  holds: (heads, frame) => `(SELECT ${holdsExactly(heads, quoted)} FROM ${rowsOf(frame)})`,
  rows: (frame) =>
    `(SELECT group_concat(${shownRow}, ', ') FROM (SELECT version_num FROM ${rowsOf(frame)} ORDER BY version_num))`,
  spell,
};
