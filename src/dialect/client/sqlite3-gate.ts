/** The sqlite3 shell's gate, which no COMMIT can pass unless the guard opened it. */

import type { Frame } from '../client.ts';
import { holdsExactly, quoted } from './spelling.ts';
import { refusal, shownRow } from './sqlite3-raise.ts';
import { versionRows } from './sqlite3-rows.ts';
import { type Demand, refused } from './words.ts';

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
export const forgetGate: string = ['gate', 'pass', 'verdict', 'moved']
  .map((name) => `DROP TABLE IF EXISTS temp.migrator_${name};\n`)
  .join('');

export const prepareGate: string = `PRAGMA foreign_keys = OFF;\n${forgetGate}${gate}`;

/** Asked again before each revision: a ROLLBACK in between would otherwise forget that the script was refused. */
export const admitted = `EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script')`;

interface Question {
  /** Each question has a gate of its own, which no later question can open. */
  readonly asked: string;
  readonly demand: Demand;
  readonly done?: readonly string[];
  readonly doneMessage?: string;
  readonly first?: string;
}

/** The shell cannot pass a statement over, so each asks whether the script was let in. */
export function onlyIf(statements: readonly string[], condition: string): string {
  return statements.map((sql) => `${sql.replace(/ WHERE (.*)$/s, ` WHERE ($1)\n  AND ${condition}`)};\n`).join('');
}

/** The guard's own transaction: it commits, or it is the last one of this session. */
export function ask({ asked, demand, done, doneMessage, first }: Question, frame: Frame): string {
  const rows = versionRows(frame, done === undefined ? demand.expected : undefined);
  const key = quoted(asked);
  const passed = `FROM temp.migrator_pass WHERE asked = ${key}`;
  const fits = holdsExactly(demand.expected, quoted);
  const isDone = done === undefined ? '0' : `(SELECT ${holdsExactly(done, quoted)} FROM ${rows})`;
  return [
    'PRAGMA foreign_keys = ON;\nBEGIN IMMEDIATE;\n',
    first ?? '',
    `DELETE FROM temp.migrator_pass WHERE asked = ${key};\n`,
    'DELETE FROM temp.migrator_moved;\n',
    `INSERT INTO temp.migrator_gate (asked) VALUES (${key});\n`,
    `INSERT INTO temp.migrator_pass (asked)\n  SELECT ${key} WHERE (SELECT ${fits} FROM ${rows}) AND ${done === undefined ? admitted : `NOT ${isDone}`};\n`,
    said(demand, rows, `EXISTS (SELECT 1 ${passed}) OR ${isDone}`),
    doneMessage === undefined ? '' : refusal('done', 'NEW.done IS 1', doneMessage),
    refusal('refused', 'NEW.done IS 0 AND NEW.fits IS NOT 1', `${refused}: ${demand.needs}`),
    `INSERT INTO temp.migrator_verdict (fits, done)\n  SELECT (SELECT count(*) ${passed}), ${isDone};\n`,
    doneMessage === undefined ? '' : 'DROP TRIGGER temp.migrator_done;\n',
    'DROP TRIGGER temp.migrator_refused;\nCOMMIT;\nPRAGMA foreign_keys = OFF;\n',
  ].join('');
}

function said(demand: Demand, from: string, unless: string): string {
  const words = quoted(`${refused}: ${demand.needs}, but it is at `);
  const rows = `SELECT version_num FROM ${from} ORDER BY version_num`;
  const found = `(SELECT coalesce(group_concat(${shownRow}, ', '), 'base')\n    FROM (${rows}))`;
  return `SELECT ${words} || ${found}\n  WHERE NOT (${unless});\n`;
}
