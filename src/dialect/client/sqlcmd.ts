/** sqlcmd and SSMS on SQL Server: one TRY/CATCH batch and one transaction a revision. */

import type { Client, Frame, PartOf } from '../client.ts';
import { commentLines } from './comment.ts';
import { moves, rowsOf } from './move.ts';
import { bracketed, holdsExactly, joinedText, qualified, shellWord } from './spelling.ts';
import { execute, text } from './sqlcmd-text.ts';
import {
  alreadyThere,
  arrived,
  busy,
  committed,
  type Demand,
  demandAfter,
  demandAtEnd,
  demandOfRevision,
  demandOfScript,
  doneWithoutTable,
  incomplete,
  noVersionTable,
  refused,
  startsAtBase,
  tableReady,
  undone,
  versionName,
} from './words.ts';

const versionTable = (frame: Frame): string => qualified(versionName(frame), bracketed);
const tableId = (frame: Frame): string => `OBJECT_ID(${text(versionTable(frame))}, N'U')`;

/** Revisions are compared byte for byte, whatever the database's collation. */
const fits = (heads: readonly string[]): string =>
  `CASE WHEN ${holdsExactly(heads, text, 'version_num COLLATE Latin1_General_BIN2')} THEN 1 ELSE 0 END`;

const declare =
  '  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved int = 0,\n' +
  '    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);\n';

/** What filtered indexes, indexed views and computed columns ask for: https://learn.microsoft.com/sql/t-sql/statements/set-quoted-identifier-transact-sql */
function open(): string {
  const on = ['XACT_ABORT', 'QUOTED_IDENTIFIER', 'ANSI_NULLS', 'ANSI_PADDING', 'ANSI_WARNINGS', 'ARITHABORT'];
  return [
    'SET NOEXEC OFF;\nSET NOCOUNT ON;\n',
    ...on.map((name) => `SET ${name} ON;\n`),
    'SET CONCAT_NULL_YIELDS_NULL ON;\nSET NUMERIC_ROUNDABORT OFF;\nSET IMPLICIT_TRANSACTIONS OFF;\n',
    'SET DATEFORMAT ymd;\n',
    'SET LOCK_TIMEOUT 30000;\n',
    'GO\n',
  ].join('');
}

/** Severity 16 with state 127 makes sqlcmd quit, also without -b; NOEXEC keeps every other client from going on. */
const raise = "  RAISERROR(N'%s', 16, 127, @migrator_message);\n  SET NOEXEC ON;\n";

function sentence(demand: Demand, word: string): string {
  const words = `${text(`${word}: ${demand.needs}, but it is at `)} + COALESCE(@migrator_found, N'base')`;
  return `SET @migrator_message = LEFT(${words} + ${text(`. ${demand.hint}`)}, 2048);\n`;
}

const found = (frame: Frame): string =>
  `SELECT @migrator_found = COALESCE(@migrator_found + N', ', N'') + version_num FROM ${versionTable(frame)};\n`;

/** Held by the session, so until it ends when the script does not: https://learn.microsoft.com/sql/relational-databases/system-stored-procedures/sp-getapplock-transact-sql */
const lock = (frame: Frame): string =>
  `  DECLARE @migrator_lock nvarchar(255) = LEFT(${text(`migrator:${versionTable(frame)}`)}, 255), @migrator_locked int;\n`;
const takeLock =
  "EXEC @migrator_locked = sp_getapplock @Resource = @migrator_lock, @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = 0;\n";
const freeLock = "EXEC sp_releaseapplock @Resource = @migrator_lock, @LockOwner = N'Session';\n";

function admit(frame: Frame): string {
  const demand = demandOfScript(frame);
  const read =
    `SELECT @fits = ${fits(frame.from)},\n    @done = ${fits(frame.to)}\n  FROM ${versionTable(frame)};\n` +
    `SELECT @found = COALESCE(@found + N', ', N'') + version_num FROM ${versionTable(frame)};`;
  return [
    declare,
    lock(frame),
    takeLock,
    `IF @migrator_locked < 0\n  SET @migrator_message = ${text(busy)};\n`,
    `ELSE IF ${tableId(frame)} IS NULL\n`,
    startsAtBase(frame)
      ? `  SELECT @migrator_fits = 1, @migrator_done = ${Number(doneWithoutTable(frame))};\n`
      : `  SET @migrator_message = LEFT(${text(`${noVersionTable(frame)}. ${demand.hint}`)}, 2048);\n`,
    'ELSE\n',
    `  EXEC sp_executesql ${text(read)},\n    N'@fits int OUTPUT, @done int OUTPUT, @found nvarchar(2000) OUTPUT',\n`,
    '    @fits = @migrator_fits OUTPUT, @done = @migrator_done OUTPUT, @found = @migrator_found OUTPUT;\n',
    'IF @migrator_locked >= 0 AND (@migrator_message IS NOT NULL OR @migrator_done = 1 OR @migrator_fits <> 1)\n',
    `  ${freeLock}`,
    `IF @migrator_message IS NOT NULL\nBEGIN\n${raise}END\n`,
    'ELSE IF @migrator_done = 1\nBEGIN\n',
    `  SET @migrator_message = ${text(alreadyThere(frame))};\n  PRINT @migrator_message;\n  SET NOEXEC ON;\nEND\n`,
    `ELSE IF @migrator_fits <> 1\nBEGIN\n  ${sentence(demand, refused)}${raise}END;\nGO\n`,
  ].join('');
}

function createVersionTable(frame: Frame): string {
  const key = bracketed(`${frame.versionTable.name}_pkc`);
  return (
    `IF ${tableId(frame)} IS NULL\n  CREATE TABLE ${versionTable(frame)} (\n` +
    `    version_num VARCHAR(32) NOT NULL,\n    CONSTRAINT ${key} PRIMARY KEY (version_num)\n  );\nGO\n`
  );
}

/** State 127 again: THROW ends the batch and its transaction. */
function verdict(demand: Demand, frame: Frame, word: string, hint = ''): string {
  return [
    `  SELECT @migrator_fits = ${fits(demand.expected)}\n    FROM ${versionTable(frame)}${hint};\n`,
    '  IF @migrator_fits <> 1\n  BEGIN\n',
    `    ${found(frame)}    ${sentence(demand, word)}    THROW 50003, @migrator_message, 127;\n  END;\n`,
  ].join('');
}

/** The table lock keeps a second run waiting until this revision is done. */
function begin(part: PartOf<'begin'>, frame: Frame): string {
  return [
    'BEGIN TRY\n',
    `  IF @@TRANCOUNT <> 0 THROW 50001, N'${refused}: a transaction is already open in this session', 127;\n`,
    '  BEGIN TRANSACTION;\n',
    declare,
    verdict(demandOfRevision(part), frame, refused, ' WITH (TABLOCKX, HOLDLOCK)'),
  ].join('');
}

function statement(part: PartOf<'statement'>): string {
  const says = commentLines(part.says);
  const sql = joinedText(part.sql);
  if (part.statement.transactional) return says.replace(/^/gm, '  ').trimEnd() + (says && '\n') + execute(sql);
  return [
    says,
    `BEGIN TRY\n${declare}${execute(sql)}END TRY\nBEGIN CATCH\n`,
    '  DECLARE @migrator_error nvarchar(2048) = ERROR_MESSAGE();\n',
    "  RAISERROR(N'%s', 16, 127, @migrator_error);\n  SET NOEXEC ON;\nEND CATCH;\nGO\n",
  ].join('');
}

function move(part: PartOf<'move'>, frame: Frame): string {
  const moved = moves(part, versionTable(frame), text);
  const rows = rowsOf(moved);
  const wrong = `${undone}: the version table did not move the ${rows} rows that it should`;
  return [
    ...moved.map(({ sql }) => `  ${sql}  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;\n`),
    `  IF @migrator_moved <> ${rows} THROW 50004, N'${wrong}', 127;\n`,
    verdict(demandAfter(part), frame, undone),
  ].join('');
}

function commit(part: PartOf<'commit'>): string {
  return [
    '  COMMIT TRANSACTION;\n',
    part.moved ? `  SET @migrator_message = ${text(committed(part))};\n  PRINT @migrator_message;\n` : '',
    'END TRY\nBEGIN CATCH\n  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;\n  THROW;\nEND CATCH;\nGO\n',
  ].join('');
}

/** A batch of its own: what follows runs in no transaction. */
function outside(demand: Demand, frame: Frame, word: string, otherwise = ''): string {
  return [
    declare,
    `SELECT @migrator_fits = ${fits(demand.expected)}\n  FROM ${versionTable(frame)};\n`,
    `IF @migrator_fits <> 1\nBEGIN\n  ${found(frame)}  ${sentence(demand, word)}${raise}END${otherwise};\nGO\n`,
  ].join('');
}

function close(part: PartOf<'close'>, frame: Frame): string {
  const last = part.guarded
    ? outside(demandAtEnd(frame), frame, incomplete, `\nELSE\n  PRINT ${text(arrived(frame))}`)
    : `PRINT ${text(tableReady(frame))};\nGO\n`;
  const free = part.guarded ? `${lock(frame)}${freeLock}GO\n` : '';
  return `${last}${free}SET NOEXEC OFF;\nGO\n`;
}

export const sqlcmd: Client = {
  tool: 'sqlcmd',
  statusWhenDone: 'status 0',
  onWindows: true,
  run: (file) => `sqlcmd -S SERVER -d DATABASE -b -I -f 65001 -i ${shellWord(file)}`,
  check: (frame) => [
    `sqlcmd -S SERVER -d DATABASE -Q ${shellWord(`SELECT version_num FROM ${versionTable(frame)} ORDER BY version_num`)}`,
  ],
  spell: {
    comment: (part) => [commentLines(part.lines)],
    open: () => [open()],
    admit: (_, frame) => [admit(frame)],
    versionTable: (_, frame) => [createVersionTable(frame)],
    begin: (part, frame) => [begin(part, frame)],
    statement: (part) => [statement(part)],
    move: (part, frame) => [move(part, frame)],
    commit: (part) => [commit(part)],
    outside: (part, frame) => [outside(demandOfRevision(part), frame, refused)],
    close: (part, frame) => [close(part, frame)],
  },
};
