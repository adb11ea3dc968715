/** The sqlite3 shell: a gate that no COMMIT can pass unless the guard opened it, then one transaction a revision. */

import type { Client, Frame, PartOf } from '../client.ts';
import { commentLines } from './comment.ts';
import { moves, rowsOf } from './move.ts';
import { statement } from './psql-words.ts';
import { doubleQuoted, holdsExactly, quoted, shellWord } from './spelling.ts';
import {
  alreadyThere,
  arrived,
  committed,
  type Demand,
  demandAfter,
  demandAtEnd,
  demandOfRevision,
  demandOfScript,
  incomplete,
  noVersionTable,
  refused,
  startsAtBase,
  tableReady,
  undone,
} from './words.ts';

/** A version table in an attached database is its own business; a target's schema means nothing here. */
const versionTable = (frame: Frame): string =>
  `${doubleQuoted(frame.versionTable.schema ?? 'main')}.${doubleQuoted(frame.versionTable.name)}`;

/**
 * A row of `migrator_gate` refers to nothing until a guard has passed. While foreign keys are on and deferred, no COMMIT
 * succeeds before that, and the transaction stays open: whatever runs in it is undone when the session ends.
 * https://www.sqlite.org/foreignkeys.html#fk_deferred
 */
const gate = [
  'CREATE TEMP TABLE migrator_pass (asked TEXT PRIMARY KEY);\n',
  'CREATE TEMP TABLE migrator_gate (asked TEXT REFERENCES migrator_pass (asked) DEFERRABLE INITIALLY DEFERRED);\n',
  'CREATE TEMP TABLE migrator_verdict (fits INTEGER, done INTEGER);\n',
  'CREATE TEMP TABLE migrator_moved (rows INTEGER);\n',
].join('');
const forget = ['gate', 'pass', 'verdict', 'moved']
  .map((name) => `DROP TABLE IF EXISTS temp.migrator_${name};\n`)
  .join('');

function open(part: PartOf<'open'>): string {
  return ['.bail on\n', '.timeout 10000\n', part.guarded ? `PRAGMA foreign_keys = OFF;\n${forget}${gate}` : ''].join(
    '',
  );
}

function createVersionTable(frame: Frame): string {
  const key = doubleQuoted(`${frame.versionTable.name}_pkc`);
  return (
    `CREATE TABLE IF NOT EXISTS ${versionTable(frame)} (\n` +
    `  version_num VARCHAR(32) NOT NULL,\n  CONSTRAINT ${key} PRIMARY KEY (version_num)\n);\n`
  );
}

/** RAISE takes a literal before SQLite 3.47, so what was found is printed and not raised: https://www.sqlite.org/lang_createtrigger.html#raise */
function refusal(name: string, when: string, message: string, action = 'ABORT'): string {
  return (
    `CREATE TEMP TRIGGER migrator_${name} BEFORE INSERT ON migrator_verdict WHEN ${when}\n` +
    `BEGIN\n  SELECT RAISE(${action}, ${quoted(message)});\nEND;\n`
  );
}

/** Asked again before each revision: a ROLLBACK in between would otherwise forget that the script was refused. */
const admitted = `EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script')`;

interface Question {
  /** Each question has a gate of its own, which no later question can open. */
  readonly asked: string;
  readonly demand: Demand;
  readonly done?: readonly string[];
  readonly doneMessage?: string;
  readonly first?: string;
}

/** The guard's own transaction: it commits, or it is the last one of this session. */
function ask({ asked, demand, done, doneMessage, first }: Question, frame: Frame): string {
  const table = versionTable(frame);
  const key = quoted(asked);
  const passed = `FROM temp.migrator_pass WHERE asked = ${key}`;
  const fits = holdsExactly(demand.expected, quoted);
  const isDone = done === undefined ? '0' : `(SELECT ${holdsExactly(done, quoted)} FROM ${table})`;
  return [
    'PRAGMA foreign_keys = ON;\nBEGIN IMMEDIATE;\n',
    first ?? '',
    `DELETE FROM temp.migrator_pass WHERE asked = ${key};\n`,
    'DELETE FROM temp.migrator_moved;\n',
    `INSERT INTO temp.migrator_gate (asked) VALUES (${key});\n`,
    `INSERT INTO temp.migrator_pass (asked)\n  SELECT ${key} WHERE (SELECT ${fits} FROM ${table}) AND ${done === undefined ? admitted : `NOT ${isDone}`};\n`,
    said(demand, frame, `EXISTS (SELECT 1 ${passed}) OR ${isDone}`),
    doneMessage === undefined ? '' : refusal('done', 'NEW.done IS 1', doneMessage),
    refusal('refused', 'NEW.done IS 0 AND NEW.fits IS NOT 1', `${refused}: ${demand.needs}`),
    `INSERT INTO temp.migrator_verdict (fits, done)\n  SELECT (SELECT count(*) ${passed}), ${isDone};\n`,
    doneMessage === undefined ? '' : 'DROP TRIGGER temp.migrator_done;\n',
    'DROP TRIGGER temp.migrator_refused;\nCOMMIT;\nPRAGMA foreign_keys = OFF;\n',
  ].join('');
}

function said(demand: Demand, frame: Frame, unless: string): string {
  const words = quoted(`${refused}: ${demand.needs}, but it is at `);
  const found = `(SELECT coalesce(group_concat(version_num, ', '), 'base') FROM ${versionTable(frame)})`;
  return `SELECT ${words} || ${found}\n  WHERE NOT (${unless});\n`;
}

function needVersionTable({ versionTable: { schema = 'main', name }, ...frame }: Frame): string {
  const known = `${doubleQuoted(schema)}.sqlite_master WHERE type = 'table' AND name = ${quoted(name)} COLLATE NOCASE`;
  return [
    refusal('absent', 'NEW.fits IS NOT 1', noVersionTable({ ...frame, versionTable: { schema, name } })),
    `INSERT INTO temp.migrator_verdict (fits, done)\n  SELECT count(*), 0 FROM ${known};\n`,
    'DROP TRIGGER temp.migrator_absent;\n',
  ].join('');
}

function admit(frame: Frame): string {
  return ask(
    {
      asked: 'script',
      demand: demandOfScript(frame),
      done: frame.to,
      doneMessage: alreadyThere(frame),
      first: startsAtBase(frame) ? createVersionTable(frame) : needVersionTable(frame),
    },
    frame,
  );
}

/** The shell has foreign keys off by default; on, they refuse orphans and fire ON DELETE: https://www.sqlite.org/foreignkeys.html#fk_enable */
function begin(part: PartOf<'begin'>, frame: Frame): string {
  const guard = ask({ asked: `revision ${part.revision}`, demand: demandOfRevision(part) }, frame);
  return `${guard}PRAGMA foreign_keys = ON;\nBEGIN IMMEDIATE;\n`;
}

/** Every row moves first and is judged then: what follows RAISE(ROLLBACK) would stand outside a transaction. */
function move(part: PartOf<'move'>, frame: Frame): string {
  const table = versionTable(frame);
  const demand = demandAfter(part);
  const moved = moves(part, table, quoted);
  return [
    ...moved.map(({ sql }) => `${sql}INSERT INTO temp.migrator_moved (rows) SELECT changes();\n`),
    refusal('undone', 'NEW.fits IS NOT 1', `${undone}: ${demand.needs}`, 'ROLLBACK'),
    'INSERT INTO temp.migrator_verdict (fits, done)\n',
    `  SELECT (SELECT total(rows) FROM temp.migrator_moved) = ${rowsOf(moved)}\n`,
    `    AND (SELECT ${holdsExactly(part.leaves, quoted)} FROM ${table}), 0;\n`,
    'DROP TRIGGER temp.migrator_undone;\n',
  ].join('');
}

/** A gate that no guard opened: then this session's work is in a transaction that cannot commit. */
const shut = 'SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass)';

/** Rows that moved are forgotten by the next guard, and by a ROLLBACK. */
function commit(part: PartOf<'commit'>): string {
  const through = `EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (${shut})`;
  const says = `SELECT ${quoted(committed(part))}\n  WHERE ${through};\n`;
  return `COMMIT;\nPRAGMA foreign_keys = OFF;\n${part.moved ? says : ''}`;
}

function close(part: PartOf<'close'>, frame: Frame): string {
  if (!part.guarded) return `SELECT ${quoted(tableReady(frame))};\n`;
  const demand = demandAtEnd(frame);
  const fits = `(SELECT ${holdsExactly(demand.expected, quoted)} FROM ${versionTable(frame)})`;
  const through = `${fits} AND ${admitted} AND NOT EXISTS (${shut})`;
  return [
    refusal('incomplete', 'NEW.fits IS NOT 1', `${incomplete}: ${demand.needs}`),
    `INSERT INTO temp.migrator_verdict (fits, done)\n  SELECT ${through}, 0;\n`,
    `SELECT ${quoted(arrived(frame))}\n  WHERE ${through};\n`,
    forget,
  ].join('');
}

export const sqlite3: Client = {
  tool: 'sqlite3',
  statusWhenDone: 'a status other than 0',
  run: (file) => `sqlite3 -bail DATABASE.db < ${shellWord(file)}`,
  check: (frame) => [
    `sqlite3 DATABASE.db ${shellWord(`SELECT version_num FROM ${versionTable(frame)} ORDER BY version_num`)}`,
  ],
  spell: {
    comment: (part) => [commentLines(part.lines)],
    open: (part) => [open(part)],
    admit: (_, frame) => [admit(frame)],
    versionTable: (_, frame) => [createVersionTable(frame)],
    begin: (part, frame) => [begin(part, frame)],
    statement,
    move: (part, frame) => [move(part, frame)],
    commit: (part) => [commit(part)],
    outside: (part, frame) => [ask({ asked: `revision ${part.revision}`, demand: demandOfRevision(part) }, frame)],
    close: (part, frame) => [close(part, frame)],
  },
};
