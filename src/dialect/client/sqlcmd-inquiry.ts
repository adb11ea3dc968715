/** Questions for sqlcmd and SSMS: one batch of SELECTs in a transaction that is rolled back. */

import { type Name, showName } from '../../schema/name.ts';
import type { Asking } from '../client.ts';
import { type Inquiry, placed, type Question, titleOf } from '../inquiry.ts';
import { appliedIn } from './book.ts';
import { ownTables } from './ledger.ts';
import { shellWord } from './spelling.ts';
import { text } from './sqlcmd-text.ts';
import { bookVoice, fits, idOf, quoteTable, rowsJoined, settings, versionRows, versionTable } from './sqlcmd-words.ts';

type Say = (text: string) => string;

/** How a tool shows words, and the verdict in `@migrator_message` when it is bad. */
interface Manner {
  readonly say: Say;
  readonly refuse: string;
}

const print: Manner = {
  say: (words) => `PRINT ${words};\n`,
  refuse: "RAISERROR(N'%s', 16, 127, @migrator_message);\n",
};

export const select: Manner = {
  say: (words) => `SELECT ${words} AS migrator;\n`,
  refuse: 'SELECT @migrator_message AS migrator;\n',
};

/** A table that is missing is looked for when its statement runs: https://learn.microsoft.com/sql/relational-databases/stored-procedures/deferred-name-resolution-and-compilation */
function ask(question: Question, place: number, waits: boolean, say: Say): string {
  const { sql, only, absent, tells, last, open } = question;
  const counts = [
    tells === true && last !== true ? '' : 'SET @migrator_rows = @@ROWCOUNT;\n',
    tells === true ? '' : 'SET @migrator_found += @migrator_rows;\n',
    open === true ? 'SET @migrator_open = @migrator_rows;\n' : '',
    last === true ? 'IF @migrator_rows > 0 SET @migrator_on = 0;\n' : '',
  ].join('');
  const run = (query: string) => `${waits ? `EXEC sp_executesql ${text(query)}` : query};\n${counts}`;
  const title = say(text(titleOf(question, place)));
  const otherwise = absent === undefined ? undefined : run(absent);
  const asked = only === undefined ? run(sql) : askOf(only, run(sql), otherwise, say);
  return waits ? `\nIF @migrator_on = 1\nBEGIN\n${title}${asked}END;\n` : `\n${title}${asked}`;
}

function askOf(only: Name, asked: string, absent: string | undefined, say: Say): string {
  const words = say(text(`There is no table ${showName(only)}.`));
  const otherwise = absent === undefined ? words : `BEGIN\n${absent}END\n`;
  return `IF ${idOf(quoteTable(only))} IS NULL\n${otherwise}ELSE\nBEGIN\n${asked}END;\n`;
}

/** Nothing makes a session of SQL Server read-only: https://learn.microsoft.com/sql/t-sql/statements/set-transaction-isolation-level-transact-sql */
export function batch(inquiry: Inquiry, { say, refuse }: Manner): string {
  const { good, bad, open } = inquiry;
  const questions = [...placed(inquiry)].map(([question, n, waits]) => ask(question, n, waits, say));
  return [
    open === undefined ? '' : 'DECLARE @migrator_open int = 0;\n',
    'DECLARE @migrator_found int = 0, @migrator_rows int = 0, @migrator_on int = 1, @migrator_message nvarchar(2048);\nBEGIN TRANSACTION;\n',
    ...questions,
    '\nROLLBACK TRANSACTION;\n',
    open === undefined
      ? ''
      : `IF @migrator_found = 0 AND @migrator_open > 0\nBEGIN\n  SET @migrator_message = ${text(open)};\n  ${refuse}END\nELSE `,
    `IF @migrator_found = 0\n  ${say(text(good))}ELSE\nBEGIN\n  SET @migrator_message = ${text(`${bad}: `)} + CONVERT(nvarchar(20), @migrator_found);\n`,
    `  ${refuse}END;\n`,
  ].join('');
}

export const askSqlcmd: Asking = {
  run: (file) => `sqlcmd -S SERVER -d DATABASE -b -I -W -s "|" -f 65001 -i ${shellWord(file)}`,
  own: ownTables,
  applied: (frame) => appliedIn(frame, bookVoice),
  table: quoteTable,
  text,
  nowhere: '',
  holds: (heads, frame) => `(SELECT ${fits(heads)} FROM ${versionRows(frame)}) = 1`,
  rows: (frame) => rowsJoined(versionRows(frame)),
  busy: (frame) =>
    `APPLOCK_TEST(N'public', LEFT(${text(`migrator:${versionTable(frame)}`)}, 255), N'Exclusive', N'Session') = 0`,
  spell: (inquiry, frame) => [`${settings(frame)}GO\n`, `${batch(inquiry, print)}GO\n`],
};
