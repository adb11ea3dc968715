/** sqlcmd and SSMS on SQL Server: one TRY/CATCH batch and one transaction a revision. */

import type { Name } from '../../schema/name.ts';
import { mssqlAscii } from '../ascii/mssql.ts';
import type { Client, Frame, PartOf } from '../client.ts';
import { freeKnexLock, lookAt, takeKnexLock } from './book.ts';
import { announcement } from './check-words.ts';
import { commentLines } from './comment.ts';
import { isUnexpected, unexpected, unexpectedHint } from './expect-rows.ts';
import { cannotObey, logFile, nothingToDo, ownSpool } from './house.ts';
import {
  howToSettle,
  inDoubt,
  keyName,
  ledgerColumns,
  ledgerName,
  ledgerReset,
  logColumns,
  logName,
  logRow,
  matches,
  otherLeft,
  otherLeftHint,
  positionIn,
  unfinished,
} from './ledger.ts';
import { moves, rowsOf } from './move.ts';
import { bracketed, joinedText, shellWord } from './spelling.ts';
import { checks, howToSwitch, lossSwitch, switchedOn } from './sqlcmd-check.ts';
import { declaresFault, faultFirst, faultThen } from './sqlcmd-expect.ts';
import { askSqlcmd } from './sqlcmd-inquiry.ts';
import { execute, text } from './sqlcmd-text.ts';
import {
  bookVoice,
  brake,
  declare,
  fits,
  fitsOutside,
  go,
  idOf,
  inOrder,
  ledgerTable,
  mark,
  passOver,
  passOverStep,
  quoteTable,
  raise,
  sentence,
  settings,
  spoken,
  tableId,
  verdict,
  versionRows,
  versionTable,
} from './sqlcmd-words.ts';
import {
  alreadyThere,
  arrived,
  busy,
  committed,
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

/** Settings, and the switch of a script that has one. */
export function opening(part: PartOf<'open'>, frame: Frame): string {
  return `${settings(frame)}${part.lossSwitch === true ? lossSwitch : ''}`;
}

/** Held by the session, so until it ends when the script does not: https://learn.microsoft.com/sql/relational-databases/system-stored-procedures/sp-getapplock-transact-sql */
const lock = (frame: Frame): string =>
  `  DECLARE @migrator_lock nvarchar(255) = LEFT(${text(`migrator:${versionTable(frame)}`)}, 255), @migrator_locked int;\n`;

const takeLock =
  "EXEC @migrator_locked = sp_getapplock @Resource = @migrator_lock, @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = 0;\n";

const freeLock = "EXEC sp_releaseapplock @Resource = @migrator_lock, @LockOwner = N'Session';\n";

function admit({ path }: PartOf<'admit'>, frame: Frame): string {
  const demand = demandOfScript(frame);
  const read =
    `SELECT @fits = ${fits(frame.from)},\n    @done = ${fits(frame.to)}\n  FROM ${versionRows(frame)};\n` +
    `SELECT @found = COALESCE(@found + N', ', N'') + version_num FROM ${versionRows(frame)}${inOrder};`;
  const known =
    `SELECT @place = ${positionIn(path, "COALESCE(@found, N'base')", text)}\n` +
    `  FROM ${ledgerTable(frame)} WHERE script = ${text(frame.script)};`;
  const left = `SELECT @fits = COUNT(*) FROM ${ledgerTable(frame)} WHERE ${unfinished} AND script <> ${text(frame.script)};`;
  return [
    declare,
    declaresFault(frame),
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
    faultFirst(frame),
    `IF ${idOf(ledgerTable(frame))} IS NOT NULL AND @migrator_done = 0\nBEGIN\n`,
    path.length === 0
      ? ''
      : `  IF @migrator_fits = 0\n  BEGIN\n    EXEC sp_executesql ${text(known)},\n` +
        "      N'@found nvarchar(2000), @place int OUTPUT', @found = @migrator_found, @place = @migrator_place OUTPUT;\n" +
        '    IF @migrator_place > 0 SET @migrator_fits = 1;\n  END;\n',
    `  EXEC sp_executesql ${text(left)}, N'@fits int OUTPUT', @fits = @migrator_moved OUTPUT;\n`,
    `  IF @migrator_fits = 1 AND @migrator_moved > 0 SET @migrator_message = ${text(`${otherLeft}. ${otherLeftHint(ledgerTable(frame))}`)};\nEND;\n`,
    faultThen(frame),
    'IF @migrator_locked >= 0 AND (@migrator_message IS NOT NULL OR @migrator_done = 1 OR @migrator_fits <> 1)\n',
    `  ${freeLock}`,
    `IF @migrator_message IS NOT NULL\nBEGIN\n${raise}END\n`,
    'ELSE IF @migrator_done = 1\nBEGIN\n',
    `  SET @migrator_message = ${text(alreadyThere(frame))};\n  PRINT @migrator_message;\n  SET NOEXEC ON;\nEND\n`,
    `ELSE IF @migrator_fits <> 1\nBEGIN\n  ${sentence(demand, refused)}${raise}END\nELSE\nBEGIN\n`,
    `  DECLARE @migrator_context varbinary(128) = CONVERT(varbinary(4), @migrator_place) + ${go};\n  SET CONTEXT_INFO @migrator_context;\nEND;\nGO\n`,
  ].join('');
}

function createTables(frame: Frame): string {
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
    ...takeKnexLock(frame, bookVoice).map((sql) => `${sql};\n`),
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

function register({ entry, outside }: PartOf<'register'>, frame: Frame): string {
  const add = ledgerReset(entry, frame, spoken, 0).map((sql) => `  ${sql};\n`);
  const missing = `NOT EXISTS (SELECT 1 FROM ${ledgerTable(frame)} WHERE ${matches(entry, text)})`;
  const enters = `IF ${missing}\nBEGIN\n${add.join('')}END;\n`;
  return outside ? `${passOver(entry)}${enters}GO\n` : enters;
}

/** The table lock keeps a second run waiting until this revision is done. */
function begin(part: PartOf<'begin'>, frame: Frame): string {
  return [
    part.entry.steps === 1 ? passOver(part.entry) : passOverStep(part.entry, frame),
    'BEGIN TRY\n',
    `  IF @@TRANCOUNT <> 0 THROW 50001, N'${refused}: a transaction is already open in this session', 127;\n`,
    '  BEGIN TRANSACTION;\n',
    declare,
    verdict(demandOfRevision(part), frame, refused, ' WITH (TABLOCKX, HOLDLOCK)'),
  ].join('');
}

/** https://learn.microsoft.com/sql/t-sql/functions/rowcount-transact-sql */
function judgeRows({ entry, statement: { expectRows } }: PartOf<'statement'>): string {
  if (expectRows === undefined) return '';
  const words = `${text(unexpected(entry, expectRows))} + CONVERT(nvarchar(20), @@ROWCOUNT) + ${text(`. ${unexpectedHint}`)}`;
  return [
    `  SET @migrator_message = CASE WHEN ${isUnexpected('@@ROWCOUNT', expectRows)}\n    THEN ${words} END;\n`,
    '  IF @migrator_message IS NOT NULL THROW 50005, @migrator_message, 127;\n',
  ].join('');
}

function statement(part: PartOf<'statement'>, frame: Frame): string {
  const says = commentLines(part.says);
  const sql = joinedText(part.sql);
  const { entry } = part;
  if (!part.alone) return says.replace(/^/gm, '  ').trimEnd() + (says && '\n') + execute(sql, frame) + judgeRows(part);
  return [
    says,
    passOverStep(entry, frame),
    `BEGIN TRY\n${declare}${execute(sql, frame)}  ${mark(entry, frame, entry.step, 'done')}END TRY\nBEGIN CATCH\n`,
    '  DECLARE @migrator_error nvarchar(2048) = ERROR_MESSAGE();\n',
    '  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;\n',
    `  ${mark(entry, frame, entry.step - 1, 'done')}`,
    `  RAISERROR(N'%s', 16, 127, @migrator_error);\n${brake}END CATCH;\nGO\n`,
  ].join('');
}

function move(part: PartOf<'move'>, frame: Frame): string {
  const moved = moves(part, frame, bookVoice);
  const count = rowsOf(moved);
  const log = logRow(part, frame, {
    ...spoken,
    now: 'SYSDATETIMEOFFSET()',
    user: 'ORIGINAL_LOGIN()',
    accepted: `CASE WHEN ${switchedOn} THEN 1 ELSE 0 END`,
  });
  const rows = [...ledgerReset(part.entry, frame, spoken, part.entry.steps), ...(log === undefined ? [] : [log])];
  const wrong = `${undone}: the version table did not move the ${count} rows that it should`;
  return [
    ...moved.map(({ sql }) => `  ${sql}  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;\n`),
    `  IF @migrator_moved <> ${count} THROW 50004, N'${wrong}', 127;\n`,
    verdict(demandAfter(part), frame, undone),
    ...rows.map((sql) => `  ${sql};\n`),
  ].join('');
}

function commit(part: PartOf<'commit'>, frame: Frame): string {
  const { entry } = part;
  return [
    part.moved ? '' : `  ${mark(entry, frame, entry.step, 'done')}`,
    '  COMMIT TRANSACTION;\n',
    part.moved ? `  SET @migrator_message = ${text(committed(part))};\n  PRINT @migrator_message;\n` : '',
    'END TRY\nBEGIN CATCH\n  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;\n  THROW;\nEND CATCH;\nGO\n',
  ].join('');
}

/** Refuses where an earlier run began this step and did not say how it ended. */
function outside(part: PartOf<'outside'>, frame: Frame): string {
  const { entry } = part;
  const doubt = `step = ${entry.step} AND state = N'started'`;
  const words = `${inDoubt(entry)}. ${howToSettle(entry, ledgerTable(frame), part.says)}`;
  const begin = `\nELSE IF EXISTS (SELECT 1 FROM ${ledgerTable(frame)} WHERE ${doubt})\nBEGIN\n  SET @migrator_message = LEFT(${text(words)}, 2048);\n${raise}END\nELSE\n  ${mark(entry, frame, entry.step, 'started').replace(/;\n$/, '')}`;
  return passOverStep(entry, frame) + fitsOutside(demandOfRevision(part), frame, refused, begin);
}

function close(part: PartOf<'close'>, frame: Frame): string {
  const ends = [`DELETE FROM ${ledgerTable(frame)}`, ...freeKnexLock(frame, bookVoice)];
  const last = part.guarded
    ? fitsOutside(
        demandAtEnd(frame),
        frame,
        incomplete,
        `\nELSE\nBEGIN\n${ends.map((sql) => `  ${sql};\n`).join('')}  PRINT ${text(arrived(frame))};\nEND`,
      )
    : `PRINT ${text(tableReady(frame))};\nGO\n`;
  const free = part.guarded ? `${lock(frame)}${freeLock}GO\n` : '';
  return `${last}${free}SET NOEXEC OFF;\nGO\n`;
}

/** What is sent and its results go into the log, and messages to the screen, which -o would not let them: https://learn.microsoft.com/sql/tools/sqlcmd/sqlcmd-utility */
const echo = ' -e -r1';
const intoFile = (file: string): string => ` > ${shellWord(logFile(file))}`;

export const sqlcmd: Client = {
  tool: 'sqlcmd',
  statusWhenDone: 'status 0',
  resumes: true,
  onWindows: true,
  run: (file) => `sqlcmd -S SERVER -d DATABASE -b -I -f 65001${echo} -i ${shellWord(file)}${intoFile(file)}`,
  rules: {
    'no commit': cannotObey('each revision is one TRY block that commits or undoes its own transaction'),
    'no whenever': nothingToDo,
    'own spool': ownSpool(() => echo, intoFile),
  },
  acceptLoss: () => howToSwitch,
  check: (frame) => [`sqlcmd -S SERVER -d DATABASE -Q ${shellWord(lookAt(frame, versionTable(frame)))}`],
  ascii: mssqlAscii,
  asking: askSqlcmd,
  spell: {
    comment: (part) => [commentLines(part.lines)],
    open: (part, frame) => [opening(part, frame), 'GO\n'],
    admit: (part, frame) => [admit(part, frame)],
    versionTable: (_, frame) => [createTables(frame)],
    enter: () => [],
    register: (part, frame) => [register(part, frame)],
    leave: () => [],
    begin: (part, frame) => [begin(part, frame)],
    check: (part, frame) => [commentLines(announcement(part)), checks(part, frame)],
    statement: (part, frame) => [statement(part, frame)],
    move: (part, frame) => [move(part, frame)],
    commit: (part, frame) => [commit(part, frame)],
    outside: (part, frame) => [outside(part, frame)],
    close: (part, frame) => [close(part, frame)],
  },
};
