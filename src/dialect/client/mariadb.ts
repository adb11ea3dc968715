/** The mariadb client on MariaDB: guards are compound statements that signal. https://mariadb.com/kb/en/begin-end/ */

import { mysqlAscii } from '../ascii/mysql.ts';
import type { Client, Frame, PartOf } from '../client.ts';
import { freeKnexLock } from './book.ts';
import { announcement } from './check-words.ts';
import { commentLines } from './comment.ts';
import { goesOn, otherLeft } from './ledger.ts';
import { compound, ifToDo, latch, mismatch, settle, verdict } from './mariadb-guard.ts';
import { begin, checks, enter, outside, register, statement } from './mariadb-step.ts';
import { moves, rowsOf } from './move.ts';
import { admitHint, askShown, faultSentence, wrongFirst } from './mysql-expect.ts';
import { askMariadb } from './mysql-inquiry.ts';
import {
  acceptLoss,
  bookVoice,
  check,
  createTables,
  fits,
  found,
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

/** MariaDB's own default, so that a my.cnf cannot change what the statements mean. */
export const sqlMode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION';

/** What is asked when the rows fit; names only where no earlier run of this script has begun. */
function expected(frame: Frame): string {
  const [undone, names] = [faultSentence(frame, 'undone'), faultSentence(frame, 'beginning')];
  const ask = (sentence: string, when: string) => `  IF ${when} THEN\n    SET migrator_no = ${sentence};\n  END IF;\n`;
  const asked = [
    ...(undone === undefined ? [] : [ask(undone, 'migrator_no IS NULL')]),
    ...(names === undefined ? [] : [ask(names, 'migrator_no IS NULL AND migrator_place = 0 AND NOT migrator_half')]),
  ];
  return askShown(frame).replace(/^(?=.)/gm, '  ') + asked.join('');
}

function admit({ path }: PartOf<'admit'>, frame: Frame): string {
  const demand = demandOfScript(frame);
  const { exists, own, place, left } = ledgerWords(path, frame, 'migrator_found');
  const absent = startsAtBase(frame)
    ? `migrator_fits = 1, migrator_done = ${Number(doneWithoutTable(frame))}, migrator_found = 'base'`
    : `migrator_no = COALESCE(migrator_no, ${text(noVersionTable(frame))})`;
  return compound(
    [
      `  SET migrator_no = ${wrongFirst(frame)};\n`,
      `  IF migrator_no IS NULL AND NOT COALESCE(GET_LOCK(${lockName(frame)}, 0), 0) THEN\n`,
      `    SET migrator_no = ${text(busy)};\n  END IF;\n`,
      `  IF migrator_no IS NULL AND ${tableExists(versionName(frame))} THEN\n`,
      `    SELECT ${fits(frame.from)},\n        ${fits(frame.to)},\n        ${found}\n`,
      `      INTO migrator_fits, migrator_done, migrator_found FROM ${versionRows(frame)};\n`,
      `  ELSE\n    SET ${absent};\n  END IF;\n`,
      `  IF migrator_no IS NULL AND ${exists} THEN\n    SET migrator_left = ${left};\n`,
      faultSentence(frame, 'beginning') === undefined ? '' : `    SET migrator_half = ${own};\n`,
      path.length === 0 ? '' : `    IF migrator_fits = 0 THEN\n      SET migrator_place = ${place};\n    END IF;\n`,
      '  END IF;\n',
      `  SET migrator_no = CASE\n    WHEN migrator_no IS NOT NULL THEN migrator_no\n`,
      `    WHEN migrator_left THEN ${text(otherLeft)}\n`,
      `    WHEN migrator_done = 1 THEN ${text(alreadyThere(frame))}\n`,
      `    WHEN @migrator_frozen THEN ${text(frozen)}\n`,
      `    WHEN migrator_fits <> 1 AND migrator_place = 0 THEN ${mismatch(demand, refused)}\n  END;\n`,
      expected(frame),
      `  IF migrator_no IS NOT NULL THEN DO RELEASE_LOCK(${lockName(frame)}); END IF;\n`,
      settle(
        admitHint(demand, frame, 'migrator_no'),
        `  IF migrator_place > 0 THEN SELECT ${text(goesOn)} AS migrator; END IF;\n  SET @migrator_place = migrator_place;\n  SET SESSION ${latch} = 0;\n`,
      ),
    ].join(''),
  );
}

function move(part: PartOf<'move'>, frame: Frame): string {
  const moved = moves(part, frame, bookVoice);
  const rows = rowsOf(moved);
  const counted = moved.map(({ sql }) => `  ${sql}  SET migrator_moved = migrator_moved + ROW_COUNT();\n`);
  const short = [
    `  IF migrator_moved <> ${rows} THEN\n`,
    `    SET migrator_no = CONCAT('${undone}: ', migrator_moved, ' rows of the version table moved instead of ${rows}');\n`,
    '  END IF;\n',
  ];
  const rest = moveLedger(part, frame).map((sql) => `  ${sql};\n`);
  return compound(
    ifToDo(part.entry, counted.join('') + short.join('') + verdict(demandAfter(part), frame, undone) + rest.join('')),
  );
}

function commit(part: PartOf<'commit'>, frame: Frame): string {
  const { entry, moved } = part;
  const through = `NOT @@${latch} AND @migrator_step < ${entry.step}`;
  const says = `SELECT ${text(committed(part))} AS migrator FROM DUAL WHERE ${through};\n`;
  const counts = moved ? '' : compound(ifToDo(entry, `    ${mark(entry, frame, entry.step, 'done')};\n`));
  return `${counts}EXECUTE IMMEDIATE IF(@@${latch}, 'ROLLBACK', 'COMMIT');\nSET autocommit = 1;\n${moved ? says : ''}`;
}

function close(part: PartOf<'close'>, frame: Frame): string {
  if (!part.guarded) return `SELECT ${text(tableReady(frame))} AS migrator;\n`;
  const ends = [`DELETE FROM ${ledgerTable(frame)}`, ...freeKnexLock(frame, bookVoice)];
  const done = `${ends.map((sql) => `  ${sql};\n`).join('')}  SELECT ${text(arrived(frame))} AS migrator;\n`;
  return `${compound(verdict(demandAtEnd(frame), frame, incomplete) + done)}${letGo(frame, latch)}`;
}

export const mariadb: Client = {
  tool: 'mariadb',
  run: run('mariadb'),
  check: check('mariadb'),
  acceptLoss: acceptLoss('mariadb'),
  statusWhenDone: 'a status other than 0',
  resumes: true,
  ascii: mysqlAscii,
  asking: askMariadb,
  rules: mysqlRules,
  spell: {
    comment: (part) => [commentLines(part.lines)],
    open: (part, frame) => [open(part, frame, { latch, sqlMode, lossSwitch, server: 'MariaDB' })],
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
