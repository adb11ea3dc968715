/** The mysql client on MySQL, without stored programs: a guard is a prepared statement that either does nothing or cannot run. */

import { mysqlAscii } from '../ascii/mysql.ts';
import type { Client, Frame, PartOf } from '../client.ts';
import { freeKnexLock } from './book.ts';
import { announcement } from './check-words.ts';
import { commentLines } from './comment.ts';
import { faultWords } from './expect-words.ts';
import { goesOn, otherLeft } from './ledger.ts';
import { moves, rowsOf } from './move.ts';
import { checks } from './mysql-check.ts';
import { admitHint, askShown, faultSentence, wrongFirst } from './mysql-expect.ts';
import { execute, failing, guard, isPast, latchOf, look, mismatch, settleWith, verdict } from './mysql-guard.ts';
import { askMysql } from './mysql-inquiry.ts';
import {
  acceptLoss,
  bookVoice,
  check,
  closeAfterError,
  createTables,
  fits,
  found,
  isLost,
  ledgerTable,
  ledgerWords,
  letGo,
  lockName,
  lossSwitch,
  mark,
  moveLedger,
  mysqlRules,
  open,
  run,
  tableExists,
  text,
  versionRows,
} from './mysql-session.ts';
import { begin, enter, onlyIf, outside, register, statement } from './mysql-step.ts';
import {
  alreadyThere,
  arrived,
  busy,
  committed,
  demandAfter,
  demandAtEnd,
  demandOfScript,
  doneWithoutTable,
  frozen,
  incomplete,
  noVersionTable,
  refused,
  startsAtBase,
  tableReady,
  undone,
  versionName,
} from './words.ts';

/** MySQL 8's own default, so that a my.cnf cannot change what the statements mean. */
export const sqlMode =
  'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';

/** No literal spans lines: a file that got CRLF on its way would lose or gain characters. */
function prepared(sql: string): string {
  return `CONCAT(${sql
    .split('\n')
    .map((line) => text(`${line} `))
    .join(',\n    ')})`;
}

const unasked = (frame: Frame): string => text(`${faultWords(frame)}cannot ask what it expects`);

/** Asked when the rows fit; what cannot be asked leaves the sentence that says so. */
function expected(frame: Frame): string {
  const ask = (sentence: string | undefined, when: string): string =>
    sentence === undefined
      ? ''
      : 'SET @migrator_asked = @migrator_no;\n' +
        `SET @migrator_no = COALESCE(@migrator_no, ${unasked(frame)});\n` +
        `SET @migrator_no = IF(@migrator_asked IS NULL${when}, ${sentence}, @migrator_asked);\n`;
  return (
    askShown(frame) +
    ask(faultSentence(frame, 'undone'), '') +
    ask(faultSentence(frame, 'beginning'), ' AND @migrator_place = 0 AND NOT @migrator_half')
  );
}

function admit({ path }: PartOf<'admit'>, frame: Frame): string {
  const demand = demandOfScript(frame);
  const { exists, own, place, left } = ledgerWords(path, frame, '@migrator_found');
  const [half, halfTo, noHalf] =
    faultSentence(frame, 'beginning') === undefined
      ? ['', '', '']
      : [`, ${own}`, ', @migrator_half', ', @migrator_half = 0'];
  const look = `SELECT ${left}, ${place}${half} INTO @migrator_left, @migrator_place${halfTo}`;
  const absent = startsAtBase(frame) ? '' : `  WHEN NOT @migrator_there THEN ${text(noVersionTable(frame))}\n`;
  const read =
    `SELECT ${fits(frame.from)},\n    ${fits(frame.to)},\n    ${found}\n` +
    `  INTO @migrator_fits, @migrator_done, @migrator_found FROM ${versionRows(frame)}`;
  return [
    faultSentence(frame, 'always') === undefined ? '' : `SET @migrator_no = ${unasked(frame)};\n`,
    `SET @migrator_no = ${wrongFirst(frame)};\n`,
    `SET @migrator_no = CASE\n  WHEN @migrator_no IS NOT NULL THEN @migrator_no\n`,
    `  WHEN GET_LOCK(${lockName(frame)}, 0) = 1 THEN NULL\n  ELSE ${text(busy)}\nEND;\n`,
    `SET @migrator_there = @migrator_no IS NULL AND ${tableExists(versionName(frame))};\n`,
    "SET @migrator_found = IF(@migrator_there, 'an unreadable version table', 'base'),\n",
    `  @migrator_fits = NOT @migrator_there AND ${Number(startsAtBase(frame))}, `,
    `@migrator_done = NOT @migrator_there AND ${Number(doneWithoutTable(frame))};\n`,
    `SET @migrator_sql = IF(@migrator_there,\n  ${prepared(read)},\n  'DO 0');\n`,
    execute,
    `SET @migrator_left = 0, @migrator_place = 0${noHalf};\n`,
    `SET @migrator_sql = IF(@migrator_there AND ${exists},\n  ${prepared(look)},\n  'DO 0');\n`,
    execute,
    'SET @migrator_place = IF(@migrator_fits = 1, 0, @migrator_place);\n',
    `SET @migrator_no = CASE\n  WHEN @migrator_no IS NOT NULL THEN @migrator_no\n`,
    absent,
    `  WHEN @migrator_left THEN ${text(otherLeft)}\n`,
    `  WHEN @migrator_done = 1 THEN ${text(alreadyThere(frame))}\n`,
    `  WHEN @migrator_frozen THEN ${text(frozen)}\n`,
    `  WHEN @migrator_fits <> 1 AND @migrator_place = 0 THEN ${mismatch(demand, refused)}\nEND;\n`,
    expected(frame),
    `DO IF(@migrator_no IS NULL, 0, RELEASE_LOCK(${lockName(frame)}));\n`,
    settleWith(admitHint(demand, frame, '@migrator_no'), frame),
    path.length === 0 ? '' : `SELECT ${text(goesOn)} AS migrator FROM DUAL WHERE @migrator_place > 0;\n`,
  ].join('');
}

function move(part: PartOf<'move'>, frame: Frame): string {
  const { entry } = part;
  const demand = demandAfter(part);
  const moved = moves(part, frame, bookVoice);
  const rows = rowsOf(moved);
  const todo = `NOT ${isPast(entry)}`;
  const counted = moved.map(
    ({ sql }) => `${onlyIf(sql.replace(/;\n$/, ''), todo)};\nSET @migrator_moved = @migrator_moved + ROW_COUNT();\n`,
  );
  const short =
    `  WHEN @migrator_moved <> ${rows} THEN\n` +
    `    CONCAT('${undone}: ', @migrator_moved, ' rows of the version table moved instead of ${rows}')\n`;
  const close = closeAfterError(latchOf(frame));
  const rest = moveLedger(part, frame).map((sql) => `${onlyIf(sql, todo)};\n${close}`);
  return [
    'SET @migrator_moved = 0;\n',
    ...counted,
    ...rest,
    look(demand, frame),
    verdict(demand, frame, undone, { entry, more: short }),
  ].join('');
}

/** COMMIT only when the move held; ROLLBACK then finds nothing to undo. */
function commit(part: PartOf<'commit'>, frame: Frame): string {
  const { entry, moved } = part;
  const counts = [
    `${mark(entry, frame, entry.step, 'done')} AND NOT ${isPast(entry)};\n${closeAfterError(latchOf(frame))}`,
    `SET @migrator_no = IF(@@${latchOf(frame)}, '${refused}: an earlier statement of this script failed', NULL);\n`,
  ];
  return [
    ...(moved ? [] : counts),
    `SET SESSION ${latchOf(frame)} = IF(@migrator_no IS NULL, 0, 1);\n`,
    'SELECT @migrator_no AS migrator FROM DUAL WHERE @migrator_no IS NOT NULL;\n',
    `SET @migrator_sql = IF(@migrator_no IS NULL, 'COMMIT', ${failing});\n`,
    execute,
    'ROLLBACK;\nSET autocommit = 1;\n',
    moved
      ? `SELECT ${text(committed(part))} AS migrator FROM DUAL WHERE @migrator_no IS NULL AND NOT ${isPast(entry)};\n`
      : '',
  ].join('');
}

function close(part: PartOf<'close'>, frame: Frame): string {
  const verified = guard(demandAtEnd(frame), frame, incomplete);
  if (!part.guarded) return `SELECT ${text(tableReady(frame))} AS migrator;\n`;
  const ends = [`DELETE FROM ${ledgerTable(frame)}`, ...freeKnexLock(frame, bookVoice)];
  const forget = ends.map((sql) => `${onlyIf(sql, `NOT ${isLost}`)};\n`).join('');
  return `${verified}${forget}SELECT ${text(arrived(frame))} AS migrator FROM DUAL WHERE @migrator_no IS NULL AND NOT ${isLost};\n${letGo(frame, latchOf(frame))}`;
}

export const mysql: Client = {
  tool: 'mysql',
  run: run('mysql'),
  check: check('mysql'),
  acceptLoss: acceptLoss('mysql'),
  statusWhenDone: 'a status other than 0',
  resumes: true,
  ascii: mysqlAscii,
  asking: askMysql,
  rules: mysqlRules,
  spell: {
    comment: (part) => [commentLines(part.lines)],
    open: (part, frame) => [open(part, frame, { latch: latchOf(frame), sqlMode, lossSwitch, server: 'MySQL' })],
    admit: (part, frame) => [admit(part, frame)],
    versionTable: (_, frame) => [createTables(frame)],
    enter: (part, frame) => [enter(part, frame)],
    register: (part, frame) => [register(part, frame)],
    leave: () => [],
    begin: (part, frame) => [begin(part, frame)],
    check: (part, frame) => [commentLines(announcement(part)), checks(part, frame)],
    statement,
    move: (part, frame) => [move(part, frame)],
    commit: (part, frame) => [commit(part, frame)],
    outside: (part, frame) => [outside(part, frame)],
    close: (part, frame) => [close(part, frame)],
  },
};
