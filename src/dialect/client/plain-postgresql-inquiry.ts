/** Questions for PostgreSQL in SQL alone: a block that asks them all in a transaction that cannot write, and one result with every answer. */

import { showName } from '../../schema/name.ts';
import type { Asking, Frame } from '../client.ts';
import { type Inquiry, placed, type Question, titleOf } from '../inquiry.ts';
import { commentLines } from './comment.ts';
import { anonymousBlock } from './dollar.ts';
import { plainRun } from './plain.ts';
import { askPostgres, regclass } from './psql-inquiry.ts';
import { setWaits } from './psql-words.ts';
import { doubleQuoted, quoted } from './spelling.ts';

/** A query for the lines that a question shows, and how many they are. */
function listing(sql: string, columns: readonly string[]): string {
  const cells = columns.map((column) => `coalesce(${column}::text, '')`).join(', ');
  return `SELECT coalesce(jsonb_agg('  ' || concat_ws(' | ', ${cells})), '[]'), count(*)\nFROM (\n${sql}\n) asked`;
}

function queryOf({ sql, columns, only, absent }: Question): string {
  const query = quoted(listing(sql, columns));
  if (only === undefined) return query;
  const otherwise =
    absent === undefined
      ? `SELECT jsonb_build_array(${quoted(`  There is no table ${showName(only)}.`)}), 0`
      : listing(absent, columns);
  return `CASE WHEN ${regclass({ only })} THEN ${query}\n    ELSE ${quoted(otherwise)} END`;
}

function ask(question: Question, place: number, waits: boolean): string {
  const { tells, last, open } = question;
  const asked = [
    `  migrator_said := migrator_said || to_jsonb(${quoted(titleOf(question, place))}::text);\n`,
    `  EXECUTE ${queryOf(question)}\n    INTO migrator_lines, migrator_rows;\n`,
    '  migrator_said := migrator_said || migrator_lines;\n',
    tells === true ? '' : '  migrator_found := migrator_found + migrator_rows;\n',
    open === true ? '  migrator_open := migrator_rows > 0;\n' : '',
    last === true ? '  migrator_on := migrator_rows = 0;\n' : '',
  ].join('');
  return waits ? `  IF migrator_on THEN\n${asked}  END IF;\n` : asked;
}

const declares = [
  "  migrator_said jsonb := '[]';\n  migrator_lines jsonb;\n  migrator_rows bigint;\n",
  '  migrator_found bigint := 0;\n  migrator_on boolean := true;\n  migrator_open boolean := false;\n',
].join('');

const unanswered = '["the questions were not answered: an error stands above"]';

/** The answers outlive the transaction, because some tools show the last result alone. */
function* spell(inquiry: Inquiry, frame: Frame): Generator<string> {
  const { good, bad, open } = inquiry;
  yield `SET migrator.said = ${quoted(unanswered)};\n`;
  yield commentLines(['Nothing in this transaction can write.']);
  yield 'BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;\n';
  yield 'SET LOCAL standard_conforming_strings = on;\n';
  yield setWaits(frame).replace(/^SET /gm, 'SET LOCAL ');
  if (frame.schema !== undefined) yield `SET LOCAL search_path TO ${doubleQuoted(frame.schema)}, public;\n`;
  const questions = [...placed(inquiry)].map(([question, place, waits]) => ask(question, place, waits));
  const unless = open === undefined ? '' : `WHEN migrator_found = 0 AND migrator_open THEN ${quoted(open)} `;
  const verdict = `CASE ${unless}WHEN migrator_found = 0 THEN ${quoted(good)} ELSE ${quoted(`${bad}: `)} || migrator_found || ' found' END`;
  yield anonymousBlock(
    [
      `DECLARE\n${declares}BEGIN\n`,
      ...questions,
      `  migrator_said := migrator_said || to_jsonb(${verdict});\n`,
      "  PERFORM set_config('migrator.said', migrator_said::text, false);\nEND\n",
    ].join(''),
  );
  yield 'COMMIT;\n';
  yield "SELECT line AS migrator\n  FROM jsonb_array_elements_text(current_setting('migrator.said')::jsonb) WITH ORDINALITY AS said (line, place)\n";
  yield '  ORDER BY place;\n';
}

export const askPlainPostgres: Asking = {
  ...askPostgres,
  run: plainRun,
  inWords: ['The last result holds each question, under it what it found, and in its last row the verdict.'],
  spell,
};
