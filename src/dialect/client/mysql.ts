/** The mysql client on MySQL, without stored programs: a guard is a prepared statement that either does nothing or cannot run. */

import type { Client, Frame, PartOf } from '../client.ts';
import { commentLines } from './comment.ts';
import { moves, rowsOf } from './move.ts';
import {
  check,
  createVersionTable,
  fits,
  found,
  letGo,
  lockName,
  open,
  run,
  statement,
  tableExists,
  text,
  versionTable,
  wrongPlace,
} from './mysql-session.ts';
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
  frozen,
  incomplete,
  noVersionTable,
  refused,
  startsAtBase,
  tableReady,
  undone,
} from './words.ts';

/** https://dev.mysql.com/doc/refman/8.0/en/server-system-variables.html#sysvar_transaction_read_only */
const latch = 'transaction_read_only';
/** MySQL 8's own default, so that a my.cnf cannot change what the statements mean. */
const sqlMode =
  'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';

const execute =
  'PREPARE migrator_step FROM @migrator_sql;\nEXECUTE migrator_step;\nDEALLOCATE PREPARE migrator_step;\n';

/** An unknown column's name reaches the DBA with the error; more than 64 characters of it would not. */
const failing = "CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`')";

/** Closes the session unless `@migrator_no` is NULL, prints the whole sentence, and fails with its beginning. */
function settle(hint: string): string {
  return [
    `SET SESSION ${latch} = IF(@migrator_no IS NULL, 0, 1);\n`,
    `SELECT @migrator_no AS migrator, ${text(hint)} AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;\n`,
    `SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', ${failing});\n`,
    execute,
  ].join('');
}

function mismatch(demand: Demand, word: string): string {
  return `CONCAT(${text(`${word}: ${demand.needs}, but it is at `)}, @migrator_found)`;
}

/** No literal spans lines: a file that got CRLF on its way would lose or gain characters. */
function prepared(sql: string): string {
  return `CONCAT(${sql
    .split('\n')
    .map((line) => text(`${line} `))
    .join(',\n    ')})`;
}

function admit(frame: Frame): string {
  const demand = demandOfScript(frame);
  const absent = startsAtBase(frame) ? '' : `  WHEN NOT @migrator_there THEN ${text(noVersionTable(frame))}\n`;
  const read =
    `SELECT ${fits(frame.from)},\n    ${fits(frame.to)},\n    ${found}\n` +
    `  INTO @migrator_fits, @migrator_done, @migrator_found FROM ${versionTable(frame)}`;
  return [
    `SET @migrator_no = ${wrongPlace(frame)};\n`,
    `SET @migrator_no = CASE\n  WHEN @migrator_no IS NOT NULL THEN @migrator_no\n`,
    `  WHEN GET_LOCK(${lockName(frame)}, 0) = 1 THEN NULL\n  ELSE ${text(busy)}\nEND;\n`,
    `SET @migrator_found = 'base', @migrator_fits = ${Number(startsAtBase(frame))}, `,
    `@migrator_done = ${Number(doneWithoutTable(frame))};\n`,
    `SET @migrator_there = ${tableExists(frame)};\n`,
    `SET @migrator_sql = IF(@migrator_there,\n  ${prepared(read)},\n  'DO 0');\n`,
    execute,
    `SET @migrator_no = CASE\n  WHEN @migrator_no IS NOT NULL THEN @migrator_no\n`,
    absent,
    `  WHEN @migrator_done = 1 THEN ${text(alreadyThere(frame))}\n`,
    `  WHEN @migrator_frozen THEN ${text(frozen)}\n`,
    `  WHEN @migrator_fits = 1 THEN NULL\n  ELSE ${mismatch(demand, refused)}\nEND;\n`,
    `DO IF(@migrator_no IS NULL, 0, RELEASE_LOCK(${lockName(frame)}));\n`,
    settle(demand.hint),
  ].join('');
}

/** What the table holds now; nothing fits when it cannot be read. */
function look(demand: Demand, frame: Frame): string {
  return (
    "SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';\n" +
    `SELECT ${fits(demand.expected)},\n    ${found}\n  INTO @migrator_fits, @migrator_found FROM ${versionTable(frame)};\n`
  );
}

function verdict(demand: Demand, word: string, more = ''): string {
  return (
    `SET @migrator_no = CASE\n  WHEN @@${latch} THEN '${word}: an earlier statement of this script failed'\n${more}` +
    `  WHEN @migrator_fits = 1 THEN NULL\n  ELSE ${mismatch(demand, word)}\nEND;\n`
  );
}

function guard(demand: Demand, frame: Frame, word: string): string {
  return look(demand, frame) + verdict(demand, word) + settle(demand.hint);
}

/** Data statements wait for the version move: the next COMMIT takes both, or a schema change commits what came before it. */
function begin(part: PartOf<'begin' | 'outside'>, frame: Frame): string {
  return `${guard(demandOfRevision(part), frame, refused)}SET autocommit = 0;\n`;
}

function move(part: PartOf<'move'>, frame: Frame): string {
  const demand = demandAfter(part);
  const moved = moves(part, versionTable(frame), text);
  const rows = rowsOf(moved);
  const counted = moved.map(({ sql }) => `${sql}SET @migrator_moved = @migrator_moved + ROW_COUNT();\n`);
  const short =
    `  WHEN @migrator_moved <> ${rows} THEN\n` +
    `    CONCAT('${undone}: ', @migrator_moved, ' rows of the version table moved instead of ${rows}')\n`;
  return `SET @migrator_moved = 0;\n${counted.join('')}${look(demand, frame)}${verdict(demand, undone, short)}`;
}

/** COMMIT only when the move held; ROLLBACK then finds nothing to undo. */
function commit(part: PartOf<'commit'>): string {
  return [
    `SET SESSION ${latch} = IF(@migrator_no IS NULL, 0, 1);\n`,
    'SELECT @migrator_no AS migrator FROM DUAL WHERE @migrator_no IS NOT NULL;\n',
    `SET @migrator_sql = IF(@migrator_no IS NULL, 'COMMIT', ${failing});\n`,
    execute,
    'ROLLBACK;\nSET autocommit = 1;\n',
    part.moved ? `SELECT ${text(committed(part))} AS migrator FROM DUAL WHERE @migrator_no IS NULL;\n` : '',
  ].join('');
}

function close(part: PartOf<'close'>, frame: Frame): string {
  const verified = guard(demandAtEnd(frame), frame, incomplete);
  if (!part.guarded) return `SELECT ${text(tableReady(frame))} AS migrator;\n`;
  return `${verified}SELECT ${text(arrived(frame))} AS migrator FROM DUAL WHERE @migrator_no IS NULL;\n${letGo(frame, latch)}`;
}

export const mysql: Client = {
  tool: 'mysql',
  run: run('mysql'),
  check: check('mysql'),
  statusWhenDone: 'a status other than 0',
  spell: {
    comment: (part) => [commentLines(part.lines)],
    open: (part, frame) => [open(part, frame, latch, sqlMode)],
    admit: (_, frame) => [admit(frame)],
    versionTable: (_, frame) => [createVersionTable(frame)],
    begin: (part, frame) => [begin(part, frame)],
    statement: (part) => statement(part, latch),
    move: (part, frame) => [move(part, frame)],
    commit: (part) => [commit(part)],
    outside: (part, frame) => [begin(part, frame)],
    close: (part, frame) => [close(part, frame)],
  },
};
