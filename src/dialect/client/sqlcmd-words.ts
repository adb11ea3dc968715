/** Names, conditions and refusals that the batches of a script for SQL Server share. */

import type { Name } from '../../schema/name.ts';
import type { Entry, Frame } from '../client.ts';
import { type BookVoice, versionRows as rowsIn } from './book.ts';
import { alreadyDone, ledgerName, matches, type Spoken } from './ledger.ts';
import { bracketed, holdsExactly, qualified } from './spelling.ts';
import { text } from './sqlcmd-text.ts';
import { type Demand, versionName } from './words.ts';

/** What filtered indexes, indexed views, computed columns and XML ask for: https://learn.microsoft.com/sql/t-sql/statements/set-quoted-identifier-transact-sql */
export function settings({ waits: { lock = -1 } }: Frame): string {
  const on = [
    'XACT_ABORT',
    'QUOTED_IDENTIFIER',
    'ANSI_NULLS',
    'ANSI_NULL_DFLT_ON',
    'ANSI_PADDING',
    'ANSI_WARNINGS',
    'ARITHABORT',
  ];
  return [
    'SET NOEXEC OFF;\nSET NOCOUNT ON;\n',
    ...on.map((name) => `SET ${name} ON;\n`),
    'SET CONCAT_NULL_YIELDS_NULL ON;\nSET NUMERIC_ROUNDABORT OFF;\nSET IMPLICIT_TRANSACTIONS OFF;\n',
    'SET DATEFORMAT ymd;\n',
    `SET LOCK_TIMEOUT ${lock};\n`,
  ].join('');
}

/** What Management Studio would keep, and has otherwise from the start: https://learn.microsoft.com/sql/ssms/menu-help/options-query-execution-sql-server-advanced-page */
export const putBack = ({ waits: { lock } }: Frame): string =>
  `SET XACT_ABORT OFF;\n${lock === undefined ? '' : 'SET LOCK_TIMEOUT -1;\n'}`;

export const versionTable = (frame: Frame): string => qualified(versionName(frame), bracketed);

export const idOf = (table: string): string => `OBJECT_ID(${text(table)}, N'U')`;

export const tableId = (frame: Frame): string => idOf(versionTable(frame));

export const quoteTable = (name: Name): string => qualified(name, bracketed);

export const ledgerTable = (frame: Frame): string => quoteTable(ledgerName(frame));

export const spoken: Spoken = { quote: quoteTable, said: text };

export const bookVoice: BookVoice = {
  ...spoken,
  joined: (parts) => parts.join(' + '),
  column: bracketed,
  exact: (column) => `${column} COLLATE Latin1_General_BIN2`,
  now: 'SYSUTCDATETIME()',
};

/** `hint` locks the version table. */
export const versionRows = (frame: Frame, expected?: readonly string[], hint = ''): string =>
  rowsIn(frame, { ...bookVoice, quote: (name) => quoteTable(name) + hint }, expected);

/** How far an earlier run of this script came, kept where every batch of the session finds it: https://learn.microsoft.com/sql/t-sql/statements/set-context-info-transact-sql */
export const place = 'CONVERT(int, SUBSTRING(CONTEXT_INFO(), 1, 4))';

export const passOver = (entry: Entry): string =>
  `IF ${place} > ${entry.place}\nBEGIN\n  PRINT ${text(alreadyDone(entry))};\n  RETURN;\nEND;\n`;

/** Leaves the batch when an earlier run has done this step. */
export const passOverStep = (entry: Entry, frame: Frame): string =>
  `IF ${place} > ${entry.place} RETURN;\nIF EXISTS (SELECT 1 FROM ${ledgerTable(frame)} WHERE ${matches(entry, text)}\n` +
  `    AND (step > ${entry.step} OR step = ${entry.step} AND state = N'done')) RETURN;\n`;

/** Revisions are compared byte for byte, whatever the database's collation. */
export const fits = (heads: readonly string[]): string =>
  `CASE WHEN ${holdsExactly(heads, text, 'version_num COLLATE Latin1_General_BIN2')} THEN 1 ELSE 0 END`;

export const declare: string =
  '  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,\n' +
  '    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);\n';

/** Behind the place stands the guard's go-ahead, for batches that are run as texts. */
export const go = '0x01';

export const unlessGo: string = `IF ISNULL(SUBSTRING(CONTEXT_INFO(), 5, 1), 0x00) <> ${go} RETURN;\n`;

/** NOEXEC ends with a batch that is run as a text, and the go-ahead with the session. */
export const brake = '  SET CONTEXT_INFO 0x00;\n  SET NOEXEC ON;\n';

/** Severity 16 with state 127 makes sqlcmd quit, also without -b; the brake keeps every other client from going on. */
export const raise: string = `  RAISERROR(N'%s', 16, 127, @migrator_message);\n${brake}`;

export function sentence(demand: Demand, word: string): string {
  const words = `${text(`${word}: ${demand.needs}, but it is at `)} + COALESCE(@migrator_found, N'base')`;
  return `SET @migrator_message = LEFT(${words} + ${text(`. ${demand.hint}`)}, 2048);\n`;
}

/**
 * An expression: the rows in order and joined; NULL where there are none. STRING_AGG came with 2017, and what a variable
 * that gathers them holds is not defined:
 * https://learn.microsoft.com/sql/t-sql/functions/string-agg-transact-sql, https://learn.microsoft.com/sql/t-sql/language-elements/set-local-variable-transact-sql
 */
export const rowsJoined = (rows: string): string =>
  `STUFF((SELECT N', ' + version_num FROM ${rows} ORDER BY version_num COLLATE Latin1_General_BIN2\n` +
  "    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'')";

const found = (rows: string): string => `SET @migrator_found = ${rowsJoined(rows)};\n`;

/** State 127 again: THROW ends the batch and its transaction, and takes a % for the beginning of a place: https://learn.microsoft.com/sql/t-sql/language-elements/throw-transact-sql */
export const throwMessage = (number: number): string =>
  "    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');\n" +
  `    THROW ${number}, @migrator_message, 127;\n`;

export function verdict(demand: Demand, frame: Frame, word: string, hint = ''): string {
  const rows = versionRows(frame, demand.expected);
  return [
    `  SELECT @migrator_fits = ${fits(demand.expected)}\n    FROM ${versionRows(frame, demand.expected, hint)};\n`,
    '  IF @migrator_fits <> 1\n  BEGIN\n',
    `    ${found(rows)}    ${sentence(demand, word)}${throwMessage(50003)}  END;\n`,
  ].join('');
}

export const mark = (entry: Entry, frame: Frame, step: number, state: 'started' | 'done'): string =>
  `UPDATE ${ledgerTable(frame)} SET step = ${step}, state = N'${state}' WHERE ${matches(entry, text)};\n`;

/** A batch of its own: what follows runs in no transaction. */
export function fitsOutside(demand: Demand, frame: Frame, word: string, otherwise = ''): string {
  const rows = versionRows(frame, demand.expected);
  return [
    declare,
    `SELECT @migrator_fits = ${fits(demand.expected)}\n  FROM ${rows};\n`,
    `IF @migrator_fits <> 1\nBEGIN\n  ${found(rows)}  ${sentence(demand, word)}${raise}END${otherwise};\nGO\n`,
  ].join('');
}
