/** The mariadb client on MariaDB: guards are compound statements that signal. https://mariadb.com/kb/en/begin-end/ */

import type { Client, Frame, PartOf } from '../client.ts';
import { commentLines } from './comment.ts';
import { moves, rowsOf } from './move.ts';
import {
  check,
  createVersionTable,
  delimited,
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

const latch = 'tx_read_only';
/** MariaDB's own default, so that a my.cnf cannot change what the statements mean. */
const sqlMode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION';

/** A compound statement; everything in `body` that fails closes the session and undoes what is not committed. */
function compound(body: string): string {
  return delimited(
    [
      'BEGIN NOT ATOMIC\n',
      '  DECLARE migrator_fits INT DEFAULT 0;\n',
      '  DECLARE migrator_done INT DEFAULT 0;\n',
      '  DECLARE migrator_moved INT DEFAULT 0;\n',
      '  DECLARE migrator_found TEXT DEFAULT NULL;\n',
      '  DECLARE migrator_no TEXT DEFAULT NULL;\n',
      `  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; SET SESSION ${latch} = 1; RESIGNAL; END;\n`,
      body,
      'END',
    ].join(''),
  );
}

/** SIGNAL takes 128 characters, so the whole sentence is printed before: https://mariadb.com/kb/en/signal/ */
function settle(hint: string, then: string): string {
  return [
    '  IF migrator_no IS NOT NULL THEN\n',
    `    SELECT migrator_no AS migrator, ${text(hint)} AS hint;\n`,
    '    SET @migrator_no = LEFT(migrator_no, 128);\n',
    "    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;\n",
    '  END IF;\n',
    then,
  ].join('');
}

function mismatch(demand: Demand, word: string): string {
  return `CONCAT(${text(`${word}: ${demand.needs}, but it is at `)}, migrator_found)`;
}

function admit(frame: Frame): string {
  const demand = demandOfScript(frame);
  const absent = startsAtBase(frame)
    ? `migrator_fits = 1, migrator_done = ${Number(doneWithoutTable(frame))}, migrator_found = 'base'`
    : `migrator_no = COALESCE(migrator_no, ${text(noVersionTable(frame))})`;
  return compound(
    [
      `  SET migrator_no = ${wrongPlace(frame)};\n`,
      `  IF migrator_no IS NULL AND NOT COALESCE(GET_LOCK(${lockName(frame)}, 0), 0) THEN\n`,
      `    SET migrator_no = ${text(busy)};\n  END IF;\n`,
      `  IF ${tableExists(frame)} THEN\n`,
      `    SELECT ${fits(frame.from)},\n        ${fits(frame.to)},\n        ${found}\n`,
      `      INTO migrator_fits, migrator_done, migrator_found FROM ${versionTable(frame)};\n`,
      `  ELSE\n    SET ${absent};\n  END IF;\n`,
      `  SET migrator_no = CASE\n    WHEN migrator_no IS NOT NULL THEN migrator_no\n`,
      `    WHEN migrator_done = 1 THEN ${text(alreadyThere(frame))}\n`,
      `    WHEN @migrator_frozen THEN ${text(frozen)}\n`,
      `    WHEN migrator_fits = 1 THEN NULL\n    ELSE ${mismatch(demand, refused)}\n  END;\n`,
      `  IF migrator_no IS NOT NULL THEN DO RELEASE_LOCK(${lockName(frame)}); END IF;\n`,
      settle(demand.hint, `  SET SESSION ${latch} = 0;\n`),
    ].join(''),
  );
}

function verdict(demand: Demand, frame: Frame, word: string): string {
  return [
    `  SELECT ${fits(demand.expected)},\n      ${found}\n`,
    `    INTO migrator_fits, migrator_found FROM ${versionTable(frame)};\n`,
    `  IF @@${latch} THEN\n    SET migrator_no = '${word}: an earlier statement of this script failed';\n`,
    `  ELSEIF NOT migrator_fits THEN\n    SET migrator_no = ${mismatch(demand, word)};\n  END IF;\n`,
    settle(demand.hint, ''),
  ].join('');
}

/** Data statements wait for the version move: the next COMMIT takes both, or a schema change commits what came before it. */
function begin(part: PartOf<'begin' | 'outside'>, frame: Frame): string {
  return `${compound(verdict(demandOfRevision(part), frame, refused))}SET autocommit = 0;\n`;
}

function move(part: PartOf<'move'>, frame: Frame): string {
  const moved = moves(part, versionTable(frame), text);
  const rows = rowsOf(moved);
  const counted = moved.map(({ sql }) => `  ${sql}  SET migrator_moved = migrator_moved + ROW_COUNT();\n`);
  const short = [
    `  IF migrator_moved <> ${rows} THEN\n`,
    `    SET migrator_no = CONCAT('${undone}: ', migrator_moved, ' rows of the version table moved instead of ${rows}');\n`,
    '  END IF;\n',
  ];
  return compound(counted.join('') + short.join('') + verdict(demandAfter(part), frame, undone));
}

function commit(part: PartOf<'commit'>): string {
  const says = `SELECT ${text(committed(part))} AS migrator FROM DUAL WHERE NOT @@${latch};\n`;
  return `COMMIT;\nSET autocommit = 1;\n${part.moved ? says : ''}`;
}

function close(part: PartOf<'close'>, frame: Frame): string {
  if (!part.guarded) return `SELECT ${text(tableReady(frame))} AS migrator;\n`;
  const done = `  SELECT ${text(arrived(frame))} AS migrator;\n`;
  return `${compound(verdict(demandAtEnd(frame), frame, incomplete) + done)}${letGo(frame, latch)}`;
}

export const mariadb: Client = {
  tool: 'mariadb',
  run: run('mariadb'),
  check: check('mariadb'),
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
