/** Questions for sqlcmd and SSMS: one batch of SELECTs in a transaction that is rolled back. */

import { type Name, showName } from '../../schema/name.ts';
import type { Asking, Frame } from '../client.ts';
import { type Inquiry, placed, type Question, titleOf } from '../inquiry.ts';
import { appliedIn } from './book.ts';
import { ownTables } from './ledger.ts';
import { shellWord } from './spelling.ts';
import { text } from './sqlcmd-text.ts';
import { bookVoice, fits, idOf, inOrder, quoteTable, settings, versionRows, versionTable } from './sqlcmd-words.ts';

/** A table that is missing is looked for when its statement runs: https://learn.microsoft.com/sql/relational-databases/stored-procedures/deferred-name-resolution-and-compilation */
function ask(question: Question, place: number, waits: boolean): string {
  const { sql, only, absent, tells, last } = question;
  const counts = [
    tells === true && last !== true ? '' : 'SET @migrator_rows = @@ROWCOUNT;\n',
    tells === true ? '' : 'SET @migrator_found += @migrator_rows;\n',
    last === true ? 'IF @migrator_rows > 0 SET @migrator_on = 0;\n' : '',
  ].join('');
  const run = (query: string) => `${waits ? `EXEC sp_executesql ${text(query)}` : query};\n${counts}`;
  const title = `PRINT ${text(titleOf(question, place))};\n`;
  const asked = only === undefined ? run(sql) : askOf(only, run(sql), absent === undefined ? undefined : run(absent));
  return waits ? `\nIF @migrator_on = 1\nBEGIN\n${title}${asked}END;\n` : `\n${title}${asked}`;
}

function askOf(only: Name, asked: string, absent: string | undefined): string {
  const words = `PRINT ${text(`There is no table ${showName(only)}.`)};\n`;
  const otherwise = absent === undefined ? words : `BEGIN\n${absent}END\n`;
  return `IF ${idOf(quoteTable(only))} IS NULL\n${otherwise}ELSE\nBEGIN\n${asked}END;\n`;
}

/** Nothing makes a session of SQL Server read-only: https://learn.microsoft.com/sql/t-sql/statements/set-transaction-isolation-level-transact-sql */
function* spell(inquiry: Inquiry, frame: Frame): Generator<string> {
  const { good, bad } = inquiry;
  yield `${settings(frame)}GO\n`;
  yield 'DECLARE @migrator_found int = 0, @migrator_rows int = 0, @migrator_on int = 1, @migrator_message nvarchar(2048);\nBEGIN TRANSACTION;\n';
  for (const [question, n, waits] of placed(inquiry)) yield ask(question, n, waits);
  yield '\nROLLBACK TRANSACTION;\nIF @migrator_found = 0\n';
  yield `  PRINT ${text(good)};\nELSE\nBEGIN\n  SET @migrator_message = ${text(`${bad}: `)} + CONVERT(nvarchar(20), @migrator_found);\n`;
  yield "  RAISERROR(N'%s', 16, 127, @migrator_message);\nEND;\nGO\n";
}

export const askSqlcmd: Asking = {
  run: (file) => `sqlcmd -S SERVER -d DATABASE -b -I -W -s "|" -f 65001 -i ${shellWord(file)}`,
  own: ownTables,
  applied: (frame) => appliedIn(frame, bookVoice),
  table: quoteTable,
  text,
  nowhere: '',
  holds: (heads, frame) => `(SELECT ${fits(heads)} FROM ${versionRows(frame, heads)}) = 1`,
  // STRING_AGG since 2017: https://learn.microsoft.com/sql/t-sql/functions/string-agg-transact-sql
  rows: (frame) =>
    `STUFF((SELECT N', ' + version_num FROM ${versionRows(frame)}${inOrder} FOR XML PATH(N'')), 1, 2, N'')`,
  busy: (frame) =>
    `APPLOCK_TEST(N'public', LEFT(${text(`migrator:${versionTable(frame)}`)}, 255), N'Exclusive', N'Session') = 0`,
  spell,
};
