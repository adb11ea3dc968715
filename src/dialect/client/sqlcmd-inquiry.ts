/** Questions for sqlcmd and SSMS: one batch of SELECTs in a transaction that is rolled back. */

import { showName } from '../../schema/name.ts';
import type { Asking, Frame } from '../client.ts';
import { type Inquiry, type Question, titleOf } from '../inquiry.ts';
import { ownTables } from './ledger.ts';
import { shellWord } from './spelling.ts';
import { text } from './sqlcmd-text.ts';
import { idOf, quoteTable } from './sqlcmd-words.ts';

/** A table that is missing is looked for when its statement runs: https://learn.microsoft.com/sql/relational-databases/stored-procedures/deferred-name-resolution-and-compilation */
function ask(question: Question, place: number): string {
  const { sql, only, tells } = question;
  const asked = `${sql};\n${tells === true ? '' : 'SET @migrator_found += @@ROWCOUNT;\n'}`;
  const title = `\nPRINT ${text(titleOf(question, place))};\n`;
  if (only === undefined) return `${title}${asked}`;
  const absent = `PRINT ${text(`There is no table ${showName(only)}.`)};\n`;
  return `${title}IF ${idOf(quoteTable(only))} IS NULL\n${absent}ELSE\nBEGIN\n${asked}END;\n`;
}

/** Nothing makes a session of SQL Server read-only: https://learn.microsoft.com/sql/t-sql/statements/set-transaction-isolation-level-transact-sql */
function* spell({ questions, good, bad }: Inquiry, { waits: { lock = -1 } }: Frame): Generator<string> {
  yield 'SET NOEXEC OFF;\nSET NOCOUNT ON;\nSET XACT_ABORT ON;\nSET QUOTED_IDENTIFIER ON;\nSET ANSI_WARNINGS ON;\n';
  yield `SET CONCAT_NULL_YIELDS_NULL ON;\nSET IMPLICIT_TRANSACTIONS OFF;\nSET LOCK_TIMEOUT ${lock};\nGO\n`;
  yield 'DECLARE @migrator_found int = 0, @migrator_message nvarchar(2048);\nBEGIN TRANSACTION;\n';
  for (const [n, question] of questions.entries()) yield ask(question, n);
  yield '\nROLLBACK TRANSACTION;\nIF @migrator_found = 0\n';
  yield `  PRINT ${text(good)};\nELSE\nBEGIN\n  SET @migrator_message = ${text(`${bad}: `)} + CONVERT(nvarchar(20), @migrator_found);\n`;
  yield "  RAISERROR(N'%s', 16, 127, @migrator_message);\nEND;\nGO\n";
}

export const askSqlcmd: Asking = {
  run: (file) => `sqlcmd -S SERVER -d DATABASE -b -I -W -s "|" -f 65001 -i ${shellWord(file)}`,
  own: ownTables,
  table: quoteTable,
  text,
  spell,
};
