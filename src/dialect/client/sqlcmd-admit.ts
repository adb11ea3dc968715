/** The guard of a script for SQL Server, and the tables of the scripts. */

import type { Name } from '../../schema/name.ts';
import type { Frame, PartOf } from '../client.ts';
import { takeKnexLock } from './book.ts';
import {
  keyName,
  ledgerColumns,
  ledgerName,
  logColumns,
  logName,
  otherLeft,
  otherLeftHint,
  positionIn,
  unfinished,
} from './ledger.ts';
import { bracketed } from './spelling.ts';
import { declaresFault, faultFirst, faultThen } from './sqlcmd-expect.ts';
import { text } from './sqlcmd-text.ts';
import {
  bookVoice,
  declare,
  fits,
  go,
  idOf,
  ledgerTable,
  quoteTable,
  raise,
  rowsJoined,
  sentence,
  tableId,
  versionRows,
  versionTable,
} from './sqlcmd-words.ts';
import {
  alreadyThere,
  busy,
  demandOfScript,
  doneWithoutTable,
  noVersionTable,
  refused,
  startsAtBase,
  versionName,
} from './words.ts';

/** Who ends the transactions of a script: the script itself, or whoever runs it. */
export interface Ending {
  /** Statements that take and free the lock of a script. */
  readonly takesLock: string;
  readonly freesLock: string;
  /** The beginning of an IF: what the session must not be like. */
  readonly refuses: string;
  /** What the session's context says behind the place. */
  readonly goAhead: string;
}

export const lockOf = (frame: Frame): string =>
  `  DECLARE @migrator_lock nvarchar(255) = LEFT(${text(`migrator:${versionTable(frame)}`)}, 255), @migrator_locked int;\n`;

/** Held until its owner ends when the script does not: https://learn.microsoft.com/sql/relational-databases/system-stored-procedures/sp-getapplock-transact-sql */
export const takeLock = (owner: 'Session' | 'Transaction'): string =>
  `EXEC @migrator_locked = sp_getapplock @Resource = @migrator_lock, @LockMode = N'Exclusive', @LockOwner = N'${owner}', @LockTimeout = 0;\n`;

export const freeLock = (owner: 'Session' | 'Transaction'): string =>
  `EXEC sp_releaseapplock @Resource = @migrator_lock, @LockOwner = N'${owner}';\n`;

const open = `${refused}: a transaction is already open in this session. Nothing was changed: COMMIT or ROLLBACK it first, and run this file again.`;

export const byScript: Ending = {
  takesLock: takeLock('Session'),
  freesLock: freeLock('Session'),
  refuses: `IF @@TRANCOUNT <> 0\n  SET @migrator_message = ${text(open)};\nELSE `,
  goAhead: go,
};

export function admit(
  { path }: PartOf<'admit'>,
  frame: Frame,
  { takesLock, refuses, freesLock, goAhead }: Ending,
): string {
  const demand = demandOfScript(frame);
  const read =
    `SELECT @fits = ${fits(frame.from)},\n    @done = ${fits(frame.to)}\n  FROM ${versionRows(frame)};\n` +
    `SET @found = ${rowsJoined(versionRows(frame))};`;
  const known =
    `SELECT @place = ${positionIn(path, "COALESCE(@found, N'base')", text)}\n` +
    `  FROM ${ledgerTable(frame)} WHERE script = ${text(frame.script)};`;
  const left = `SELECT @fits = COUNT(*) FROM ${ledgerTable(frame)} WHERE ${unfinished} AND script <> ${text(frame.script)};`;
  return [
    declare,
    declaresFault(frame),
    lockOf(frame),
    takesLock,
    `${refuses}IF @migrator_locked < 0\n  SET @migrator_message = ${text(busy)};\n`,
    `ELSE IF ${tableId(frame)} IS NULL\n`,
    startsAtBase(frame)
      ? `  SELECT @migrator_fits = 1, @migrator_done = ${Number(doneWithoutTable(frame))};\n`
      : `  SET @migrator_message = LEFT(${text(`${noVersionTable(frame)}. ${demand.hint}`)}, 2048);\n`,
    'ELSE\n',
    `  EXEC sp_executesql ${text(read)},\n    N'@fits int OUTPUT, @done int OUTPUT, @found nvarchar(2000) OUTPUT',\n`,
    '    @fits = @migrator_fits OUTPUT, @done = @migrator_done OUTPUT, @found = @migrator_found OUTPUT;\n',
    faultFirst(frame),
    `IF ${idOf(ledgerTable(frame))} IS NOT NULL\nBEGIN\n`,
    path.length === 0
      ? ''
      : `  IF @migrator_fits = 0 AND @migrator_done = 0\n  BEGIN\n    EXEC sp_executesql ${text(known)},\n` +
        "      N'@found nvarchar(2000), @place int OUTPUT', @found = @migrator_found, @place = @migrator_place OUTPUT;\n" +
        '    IF @migrator_place > 0 SET @migrator_fits = 1;\n  END;\n',
    `  EXEC sp_executesql ${text(left)}, N'@fits int OUTPUT', @fits = @migrator_moved OUTPUT;\n`,
    `  IF @migrator_message IS NULL AND @migrator_moved > 0 SET @migrator_message = ${text(`${otherLeft}. ${otherLeftHint(ledgerTable(frame))}`)};\nEND;\n`,
    faultThen(frame),
    'IF @migrator_locked >= 0 AND (@migrator_message IS NOT NULL OR @migrator_done = 1 OR @migrator_fits <> 1)\n',
    `  ${freesLock}`,
    `IF @migrator_message IS NOT NULL\nBEGIN\n${raise}END\n`,
    'ELSE IF @migrator_done = 1\nBEGIN\n',
    `  SET @migrator_message = ${text(alreadyThere(frame))};\n  PRINT @migrator_message;\n  SET NOEXEC ON;\nEND\n`,
    `ELSE IF @migrator_fits <> 1\nBEGIN\n  ${sentence(demand, refused)}${raise}END\nELSE\nBEGIN\n`,
    `  DECLARE @migrator_context varbinary(128) = CONVERT(varbinary(4), @migrator_place) + ${goAhead};\n  SET CONTEXT_INFO @migrator_context;\nEND;\nGO\n`,
  ].join('');
}

export function createTables(frame: Frame): string {
  const log = logName(frame);
  const { book } = frame;
  const types = { text: (length: number) => `NVARCHAR(${length})`, integer: 'INT', moment: 'DATETIMEOFFSET' };
  return [
    ...(book === undefined
      ? [createTable(versionName(frame), ['version_num VARCHAR(32) NOT NULL'], 'version_num')]
      : [...book.tables.migrations, ...book.tables.lock].map((sql) => `${sql};\n`)),
    createTable(ledgerName(frame), ledgerColumns(frame, types), 'revision'),
    ...(log === undefined ? [] : [createTable(log, logColumns(frame, types), 'entry')]),
    'GO\n',
    ...takeKnexLock(frame, bookVoice, ledgerTable(frame)).map((sql) => `${sql};\n`),
    book === undefined ? '' : 'GO\n',
  ].join('');
}

function createTable(name: Name, columns: readonly string[], key: string): string {
  const lines = [...columns, `CONSTRAINT ${bracketed(keyName(name))} PRIMARY KEY (${key})`].map(
    (line) => `    ${line}`,
  );
  const table = quoteTable(name);
  return `IF ${idOf(table)} IS NULL\n  CREATE TABLE ${table} (\n${lines.join(',\n')}\n  );\n`;
}
