/** The sqlite3 shell: a gate that no COMMIT can pass unless the guard opened it, then one transaction a revision. */

import type { RowRange } from '../../schema/row-range.ts';
import { sqliteAscii } from '../ascii/sqlite.ts';
import type { Client, Entry, Frame, PartOf } from '../client.ts';
import { freeKnexLock, lookAt, takeKnexLock } from './book.ts';
import { announcement, switchLines } from './check-words.ts';
import { commentLines } from './comment.ts';
import { isUnexpected, unexpected } from './expect-rows.ts';
import { cannotObey, intoLog, nothingToDo, ownSpool } from './house.ts';
import { keyName, logColumns, logName, logRow } from './ledger.ts';
import { moves, rowsOf } from './move.ts';
import { statement as plainStatement } from './psql-words.ts';
import { doubleQuoted, holdsExactly, quoted, shellWord } from './spelling.ts';
import { checksOf, isOn } from './sqlite3-check.ts';
import { expectation } from './sqlite3-expect.ts';
import { admitted, ask, forgetGate, onlyIf, prepareGate } from './sqlite3-gate.ts';
import { askSqlite } from './sqlite3-inquiry.ts';
import { refusal, shut } from './sqlite3-raise.ts';
import { beginRebuilds, forgetRebuilds, judgeCopy, judgeRebuilds } from './sqlite3-rebuild.ts';
import { bookVoice, inMain, quoteTable, versionRows } from './sqlite3-rows.ts';
import {
  alreadyThere,
  arrived,
  committed,
  demandAfter,
  demandAtEnd,
  demandOfRevision,
  demandOfScript,
  incomplete,
  noVersionTable,
  startsAtBase,
  tableReady,
  undone,
} from './words.ts';

/** A version table in an attached database is its own business; a target's schema means nothing here. */
export const versionTable = (frame: Frame): string =>
  `${doubleQuoted(frame.versionTable.schema ?? 'main')}.${doubleQuoted(frame.versionTable.name)}`;

/** Each statement before its result: https://www.sqlite.org/cli.html */
const echo = ' -echo';

const line = (file: string, more = ''): string =>
  `sqlite3 -bail${echo}${more} DATABASE.db < ${shellWord(file)}${intoLog(file)}`;

const acceptLoss = (file: string): string => line(file, " -cmd 'CREATE TEMP TABLE migrator_accept_loss (yes)'");

function open(part: PartOf<'open'>, { waits: { lock = 0 } }: Frame): string {
  return [
    // a byte order mark hides the first of them
    '.bail on\n;\n.bail on\n',
    `.timeout ${lock}\n`,
    part.lossSwitch === true
      ? commentLines(
          switchLines('CREATE TEMP TABLE migrator_accept_loss (yes) before it, as the head of this script shows'),
        )
      : '',
    part.guarded ? prepareGate : '',
  ].join('');
}

/** UTC, as ISO 8601 writes it. */
const clock = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";

function createLog(frame: Frame): string {
  const log = logName(inMain(frame));
  if (log === undefined) return '';
  const columns = logColumns(frame, { text: () => 'TEXT', integer: 'INTEGER', moment: 'TEXT' });
  const lines = [...columns, `CONSTRAINT ${doubleQuoted(keyName(log))} PRIMARY KEY (entry)`];
  return `CREATE TABLE IF NOT EXISTS ${quoteTable(log)} (\n${lines.map((line) => `  ${line}`).join(',\n')}\n);\n`;
}

function createVersionTable(frame: Frame): string {
  const { book } = frame;
  if (book !== undefined) {
    const [row] = takeKnexLock(inMain(frame), bookVoice);
    return [...book.tables.migrations, ...book.tables.lock, row].map((sql) => `${sql};\n`).join('');
  }
  const key = doubleQuoted(`${frame.versionTable.name}_pkc`);
  return (
    `CREATE TABLE IF NOT EXISTS ${versionTable(frame)} (\n` +
    `  version_num VARCHAR(32) NOT NULL,\n  CONSTRAINT ${key} PRIMARY KEY (version_num)\n);\n`
  );
}

function keepKnexOut(frame: Frame): string {
  return onlyIf(takeKnexLock(inMain(frame), bookVoice).slice(1), admitted);
}

function needVersionTable({ versionTable: { schema = 'main', name }, ...frame }: Frame): string {
  const known = `${doubleQuoted(schema)}.sqlite_master WHERE type = 'table' AND name = ${quoted(name)} COLLATE NOCASE`;
  return [
    refusal('absent', 'NEW.fits IS NOT 1', noVersionTable({ ...frame, versionTable: { schema, name } })),
    `INSERT INTO temp.migrator_verdict (fits, done)\n  SELECT count(*), 0 FROM ${known};\n`,
    'DROP TRIGGER temp.migrator_absent;\n',
  ].join('');
}

/** Each has a gate of its own; names are asked only where the rows are those of the beginning, and others not at the end. */
function expectationsOf(frame: Frame): string {
  const held = (heads: readonly string[]) => `(SELECT ${holdsExactly(heads, quoted)} FROM ${versionRows(frame)})`;
  const when = { always: '', undone: `NOT ${held(frame.to)}`, beginning: held(frame.from) } as const;
  return frame.expects.map((one, nth) => expectation(one, when[one.when], `expectation ${nth + 1}`, frame)).join('');
}

function admit(frame: Frame): string {
  return ask(
    {
      asked: 'script',
      demand: demandOfScript(frame),
      done: frame.to,
      doneMessage: alreadyThere(frame),
      first: (startsAtBase(frame) ? createVersionTable(frame) : needVersionTable(frame)) + expectationsOf(frame),
    },
    frame,
  );
}

/** The shell has foreign keys off by default; on, they refuse orphans and fire ON DELETE: https://www.sqlite.org/foreignkeys.html#fk_enable */
function begin(part: PartOf<'begin'>, frame: Frame): string {
  const guard = ask({ asked: `revision ${part.entry.revision}`, demand: demandOfRevision(part) }, frame);
  if (part.rebuilds !== undefined) return `${guard}${beginRebuilds}`;
  return `${guard}PRAGMA foreign_keys = ON;\nBEGIN IMMEDIATE;\n`;
}

/**
 * The number is gone after the next change of a row: https://www.sqlite.org/lang_corefunc.html#changes
 * A shell that goes on after errors commits nothing: the gate stays shut, and too many rows have moved.
 */
function judgeRows(entry: Entry, range: RowRange): string {
  const words = unexpected(entry, range);
  const other = quoted(`rows of revision ${entry.revision}`);
  const wrong = `FROM temp.migrator_gate WHERE asked = ${other}`;
  return [
    `SELECT ${quoted(words)} || changes()\n  WHERE ${isUnexpected('changes()', range)};\n`,
    `INSERT INTO temp.migrator_gate (asked)\n  SELECT ${other} WHERE ${isUnexpected('changes()', range)};\n`,
    `INSERT INTO temp.migrator_moved (rows) SELECT 1000000 ${wrong};\n`,
    refusal('rows', 'NEW.fits IS NOT 1', `${words}another number`),
    `INSERT INTO temp.migrator_verdict (fits, done) SELECT NOT EXISTS (SELECT 1 ${wrong}), 0;\n`,
    'DROP TRIGGER temp.migrator_rows;\n',
  ].join('');
}

function* statement(part: PartOf<'statement'>): Generator<string> {
  const { rebuilds, expectRows } = part.statement;
  yield* plainStatement(part);
  if (expectRows !== undefined) yield judgeRows(part.entry, expectRows);
  if (rebuilds !== undefined) yield judgeCopy(rebuilds);
}

/** Every row moves first, the log's too, and is judged then: what follows RAISE(ROLLBACK) would stand outside a transaction. */
function move(part: PartOf<'move'>, frame: Frame): string {
  const demand = demandAfter(part);
  const moved = moves(part, inMain(frame), bookVoice);
  const log = logRow(part, inMain(frame), {
    quote: (name) => quoteTable(name),
    said: quoted,
    now: clock,
    user: 'NULL',
    accepted: isOn,
  });
  return [
    log === undefined ? '' : `${log};\n`,
    ...moved.map(({ sql }) => `${sql}INSERT INTO temp.migrator_moved (rows) SELECT changes();\n`),
    refusal('undone', 'NEW.fits IS NOT 1', `${undone}: ${demand.needs}`, 'ROLLBACK'),
    'INSERT INTO temp.migrator_verdict (fits, done)\n',
    `  SELECT (SELECT total(rows) FROM temp.migrator_moved) = ${rowsOf(moved)}\n`,
    `    AND (SELECT ${holdsExactly(part.leaves, quoted)} FROM ${versionRows(frame, part.leaves)}), 0;\n`,
    'DROP TRIGGER temp.migrator_undone;\n',
  ].join('');
}

/** Rows that moved are forgotten by the next guard, and by a ROLLBACK. */
function commit(part: PartOf<'commit'>): string {
  const through = `EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (${shut})`;
  const says = `SELECT ${quoted(committed(part))}\n  WHERE ${through};\n`;
  const { rebuilds } = part;
  const [judge, done] = rebuilds === undefined ? ['', ''] : [judgeRebuilds(part, rebuilds), forgetRebuilds];
  return `${judge}COMMIT;\nPRAGMA foreign_keys = OFF;\n${done}${part.moved ? says : ''}`;
}

function close(part: PartOf<'close'>, frame: Frame): string {
  if (!part.guarded) return `SELECT ${quoted(tableReady(frame))};\n`;
  const demand = demandAtEnd(frame);
  const fits = `(SELECT ${holdsExactly(demand.expected, quoted)} FROM ${versionRows(frame, demand.expected)})`;
  const through = `${fits} AND ${admitted} AND NOT EXISTS (${shut})`;
  return [
    refusal('incomplete', 'NEW.fits IS NOT 1', `${incomplete}: ${demand.needs}`),
    `INSERT INTO temp.migrator_verdict (fits, done)\n  SELECT ${through}, 0;\n`,
    `SELECT ${quoted(arrived(frame))}\n  WHERE ${through};\n`,
    onlyIf(freeKnexLock(inMain(frame), bookVoice), through),
    forgetGate,
  ].join('');
}

export const sqlite3: Client = {
  tool: 'sqlite3',
  statusWhenDone: 'a status other than 0',
  resumes: false,
  run: (file) => line(file),
  rules: {
    'no commit': cannotObey(
      'its guard is a COMMIT that fails, and foreign keys, which must be on for that and off while a table is made anew, cannot be switched inside a transaction of yours',
    ),
    'no whenever': nothingToDo,
    'own spool': ownSpool(() => echo, intoLog),
  },
  acceptLoss,
  check: (frame) => [`sqlite3 DATABASE.db ${shellWord(lookAt(frame, versionTable(frame)))}`],
  refusesBom: 'its own commands are not known behind one',
  ascii: sqliteAscii,
  asking: askSqlite,
  spell: {
    comment: (part) => [commentLines(part.lines)],
    open: (part, frame) => [open(part, frame)],
    admit: (_, frame) => [admit(frame)],
    versionTable: (_, frame) => [createVersionTable(frame) + keepKnexOut(frame) + createLog(frame)],
    /** A statement cannot be passed over here, so the guard goes on from nowhere but the beginning. */
    enter: () => [],
    register: () => [],
    leave: () => [],
    begin: (part, frame) => [begin(part, frame)],
    check: (part) => [commentLines(announcement(part)), checksOf(part)],
    statement,
    move: (part, frame) => [move(part, frame)],
    commit: (part) => [commit(part)],
    outside: (part, frame) => [
      ask({ asked: `revision ${part.entry.revision}`, demand: demandOfRevision(part) }, frame),
    ],
    close: (part, frame) => [close(part, frame)],
  },
};
