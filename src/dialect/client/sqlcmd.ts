/** sqlcmd and SSMS on SQL Server: one TRY/CATCH batch and one transaction a revision. */

import { mssqlAscii } from '../ascii/mssql.ts';
import type { Client, Frame, PartOf } from '../client.ts';
import { freeKnexLock, lookAt } from './book.ts';
import { announcement } from './check-words.ts';
import { commentLines } from './comment.ts';
import { isUnexpected, unexpected, unexpectedHint } from './expect-rows.ts';
import { logFile, nothingToDo, ownSpool } from './house.ts';
import { howToSettle, inDoubt, ledgerReset, logRow, matches } from './ledger.ts';
import { moves, rowsOf } from './move.ts';
import { joinedText, shellWord } from './spelling.ts';
import { admit, byScript, createTables, lockOf } from './sqlcmd-admit.ts';
import { checks, howToSwitch, lossSwitch, switchedOn } from './sqlcmd-check.ts';
import { askSqlcmd } from './sqlcmd-inquiry.ts';
import { noCommit } from './sqlcmd-no-commit.ts';
import { execute, text } from './sqlcmd-text.ts';
import {
  bookVoice,
  brake,
  declare,
  fitsOutside,
  ledgerTable,
  mark,
  passOver,
  passOverStep,
  putBack,
  raise,
  settings,
  spoken,
  throwMessage,
  verdict,
  versionTable,
} from './sqlcmd-words.ts';
import {
  arrived,
  committed,
  demandAfter,
  demandAtEnd,
  demandOfRevision,
  incomplete,
  refused,
  tableReady,
  undone,
} from './words.ts';

/** Settings, and the switch of a script that has one. */
export function opening(part: PartOf<'open'>, frame: Frame): string {
  return `${settings(frame)}${part.lossSwitch === true ? lossSwitch(frame) : ''}`;
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

/** https://learn.microsoft.com/sql/t-sql/functions/rowcount-big-transact-sql */
function judgeRows({ entry, statement: { expectRows } }: PartOf<'statement'>): string {
  if (expectRows === undefined) return '';
  const words = `${text(unexpected(entry, expectRows))} + CONVERT(nvarchar(20), ROWCOUNT_BIG()) + ${text(`. ${unexpectedHint}`)}`;
  return [
    `  SET @migrator_message = CASE WHEN ${isUnexpected('ROWCOUNT_BIG()', expectRows)}\n    THEN ${words} END;\n`,
    `  IF @migrator_message IS NOT NULL\n  BEGIN\n${throwMessage(50005)}  END;\n`,
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
    accepted: `CASE WHEN ${switchedOn(frame)} THEN 1 ELSE 0 END`,
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
  // also what an earlier run of this session held when it failed
  const free = part.guarded
    ? `${lockOf(frame)}WHILE APPLOCK_MODE(N'public', @migrator_lock, N'Session') <> N'NoLock'\n  ${byScript.freesLock}GO\n`
    : '';
  return `${last}SET NOEXEC OFF;\nGO\n${free}${putBack(frame)}GO\n`;
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
    'no commit': noCommit({
      needs: [
        'begin.sql and commit.sql are your own: they hold BEGIN TRANSACTION and COMMIT TRANSACTION.',
        'Or start sqlcmd without -i: BEGIN TRANSACTION, read this file in with :r, and look before you COMMIT.',
      ],
      givesUp: [],
      run: (line, file) => line.replace(`-i ${shellWord(file)}`, `-i begin.sql,${shellWord(file)},commit.sql`),
    }),
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
    admit: (part, frame) => [admit(part, frame, byScript)],
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
