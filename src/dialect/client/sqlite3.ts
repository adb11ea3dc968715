/** The sqlite3 shell: a gate that no COMMIT can pass unless the guard opened it, then one transaction a revision. */

import type { Client, Frame, PartOf } from '../client.ts';
import { commentLines } from './comment.ts';
import { moves, rowsOf } from './move.ts';
import { statement } from './psql-words.ts';
import { doubleQuoted, holdsExactly, quoted, shellWord } from './spelling.ts';
import {
  alreadyThere,
  arrived,
  type Demand,
  demandAfter,
  demandAtEnd,
  demandOfRevision,
  demandOfScript,
  incomplete,
  refused,
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
  'CREATE TEMP TABLE migrator_pass (id INTEGER PRIMARY KEY);\n',
  'CREATE TEMP TABLE migrator_gate (id INTEGER REFERENCES migrator_pass (id) DEFERRABLE INITIALLY DEFERRED);\n',
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

interface Question {
  readonly demand: Demand;
  readonly done?: readonly string[];
  readonly doneMessage?: string;
  readonly first?: string;
}

/** The guard's own transaction: it commits, or it is the last one of this session. */
function ask({ demand, done, doneMessage, first }: Question, frame: Frame): string {
  const table = versionTable(frame);
  const fits = holdsExactly(demand.expected, quoted);
  const isDone = done === undefined ? '0' : `(SELECT ${holdsExactly(done, quoted)} FROM ${table})`;
  return [
    'PRAGMA foreign_keys = ON;\nBEGIN IMMEDIATE;\n',
    first ?? '',
    'DELETE FROM temp.migrator_gate;\nDELETE FROM temp.migrator_pass;\n',
    'INSERT INTO temp.migrator_gate (id) VALUES (1);\n',
    `INSERT INTO temp.migrator_pass (id)\n  SELECT 1 WHERE (SELECT ${fits} FROM ${table}) AND NOT ${isDone};\n`,
    said(demand, frame, isDone),
    doneMessage === undefined ? '' : refusal('done', 'NEW.done IS 1', doneMessage),
    refusal('refused', 'NEW.done IS 0 AND NEW.fits IS NOT 1', `${refused}: ${demand.needs}`),
    `INSERT INTO temp.migrator_verdict (fits, done)\n  SELECT (SELECT count(*) FROM temp.migrator_pass), ${isDone};\n`,
    doneMessage === undefined ? '' : 'DROP TRIGGER temp.migrator_done;\n',
    'DROP TRIGGER temp.migrator_refused;\nCOMMIT;\nPRAGMA foreign_keys = OFF;\n',
  ].join('');
}

function said(demand: Demand, frame: Frame, isDone: string): string {
  const words = quoted(`${refused}: ${demand.needs}, but it is at `);
  const found = `(SELECT coalesce(group_concat(version_num, ', '), 'base') FROM ${versionTable(frame)})`;
  return `SELECT ${words} || ${found}\n  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass) AND NOT ${isDone};\n`;
}

function admit(frame: Frame): string {
  return ask(
    {
      demand: demandOfScript(frame),
      done: frame.to,
      doneMessage: alreadyThere(frame),
      first: createVersionTable(frame),
    },
    frame,
  );
}

/** Foreign keys stay off, as the shell has them by default: rebuilding a table would fire its children's actions. */
function begin(part: PartOf<'begin'>, frame: Frame): string {
  return `${ask({ demand: demandOfRevision(part) }, frame)}BEGIN IMMEDIATE;\n`;
}

/** Every row moves first and is judged then: what follows RAISE(ROLLBACK) would stand outside a transaction. */
function move(part: PartOf<'move'>, frame: Frame): string {
  const table = versionTable(frame);
  const demand = demandAfter(part);
  const moved = moves(part, table, quoted);
  return [
    'DELETE FROM temp.migrator_moved;\n',
    ...moved.map(({ sql }) => `${sql}INSERT INTO temp.migrator_moved (rows) SELECT changes();\n`),
    refusal('undone', 'NEW.fits IS NOT 1', `${undone}: ${demand.needs}`, 'ROLLBACK'),
    'INSERT INTO temp.migrator_verdict (fits, done)\n',
    `  SELECT (SELECT total(rows) FROM temp.migrator_moved) = ${rowsOf(moved)}\n`,
    `    AND (SELECT ${holdsExactly(part.leaves, quoted)} FROM ${table}), 0;\n`,
    'DROP TRIGGER temp.migrator_undone;\n',
  ].join('');
}

function close(part: PartOf<'close'>, frame: Frame): string {
  if (!part.guarded) return `SELECT ${quoted(tableReady(frame))};\n`;
  const demand = demandAtEnd(frame);
  return [
    refusal('incomplete', 'NEW.fits IS NOT 1', `${incomplete}: ${demand.needs}`),
    `INSERT INTO temp.migrator_verdict (fits, done)\n  SELECT (SELECT ${holdsExactly(demand.expected, quoted)} FROM ${versionTable(frame)}), 0;\n`,
    forget,
    `SELECT ${quoted(arrived(frame))};\n`,
  ].join('');
}

export const sqlite3: Client = {
  tool: 'sqlite3',
  run: (file) => `sqlite3 -bail DATABASE.db < ${shellWord(file)}`,
  check: (frame) =>
    `sqlite3 DATABASE.db ${shellWord(`SELECT version_num FROM ${versionTable(frame)} ORDER BY version_num`)}`,
  spell: {
    comment: (part) => [commentLines(part.lines)],
    open: (part) => [open(part)],
    admit: (_, frame) => [admit(frame)],
    versionTable: (_, frame) => [createVersionTable(frame)],
    begin: (part, frame) => [begin(part, frame)],
    statement,
    move: (part, frame) => [move(part, frame)],
    commit: () => ['COMMIT;\n'],
    outside: (part, frame) => [ask({ demand: demandOfRevision(part) }, frame)],
    close: (part, frame) => [close(part, frame)],
  },
};
