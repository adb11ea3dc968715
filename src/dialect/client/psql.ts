/** psql on PostgreSQL: one transaction a revision, behind a session that starts read-only. */

import { postgresAscii } from '../ascii/postgres.ts';
import type { Client, Frame, PartOf } from '../client.ts';
import { announcement } from './check-words.ts';
import { commentLines } from './comment.ts';
import { goesOn, ledgerReset, logRow, otherLeft, otherLeftHint, positionIn } from './ledger.ts';
import { moves } from './move.ts';
import { acceptedLoss, checks, lossSwitch } from './psql-check.ts';
import { closeSaying, putBack } from './psql-close.ts';
import { askFirst, askThen } from './psql-expect.ts';
import { guard, latch, showRows, unlatch, unlessSame } from './psql-guard.ts';
import { askPostgres } from './psql-inquiry.ts';
import { createTablesTogether, endIf, ledgerTable, leftByOther, quitWhenDone, spoken } from './psql-ledger.ts';
import { lockKey } from './psql-lock.ts';
import { noCommit } from './psql-no-commit.ts';
import { begin, commitStep, enter, outside, register, spellStatement } from './psql-step.ts';
import {
  acceptLoss,
  bookVoice,
  check,
  ownManners,
  psqlRules,
  rememberFrozen,
  run,
  setWaits,
  unlessFrozen,
  versionThere,
} from './psql-words.ts';
import { doubleQuoted, quoted } from './spelling.ts';
import { arrived, busy, demandAfter, demandOfScript, noVersionTable, refused, startsAtBase, undone } from './words.ts';

function open(part: PartOf<'open'>, frame: Frame): string {
  return [
    ownManners,
    "SET client_encoding = 'UTF8';\n",
    'SET standard_conforming_strings = on;\n',
    'SET client_min_messages = warning;\n',
    setWaits(frame),
    "SET TimeZone = 'UTC';\n",
    // rows that a policy hides would be lost uncounted: https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-ROW-SECURITY
    'SET row_security = off;\n',
    frame.schema === undefined ? '' : `SET search_path TO ${doubleQuoted(frame.schema)}, public;\n`,
    'SET migrator.stopped = off;\nSET migrator.position = none;\n',
    part.lossSwitch === true ? lossSwitch : '',
    rememberFrozen,
    part.guarded ? commentLines(['The session stays read-only until the guard below has passed.']) + latch : '',
  ].join('');
}

export function schemaIsThere(schema: string): string {
  return (
    `  IF to_regnamespace(${quoted(doubleQuoted(schema))}) IS NULL THEN\n` +
    `    RAISE EXCEPTION '${refused}: there is no schema %', ${quoted(schema)};\n  END IF;\n`
  );
}

const busyHint =
  "Nothing was changed. See who holds the lock: SELECT pid, state, query FROM pg_stat_activity WHERE pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory'). It may be an open client in which a script was refused: close it.";

function lockOut(frame: Frame): string {
  return `  IF NOT pg_try_advisory_lock(${lockKey(frame)}) THEN\n    RAISE EXCEPTION '${busy}' USING HINT = ${quoted(busyHint)};\n  END IF;\n`;
}

export function refuseWithoutTable(frame: Frame): string {
  const { hint } = demandOfScript(frame);
  return `    RAISE EXCEPTION '%', ${quoted(noVersionTable(frame))} USING HINT = ${quoted(hint)};\n`;
}

export const ledgerThere = (frame: Frame): string => `to_regclass(${quoted(ledgerTable(frame))}) IS NOT NULL`;

/** Where the rows are not those of the beginning, the ledger may know that this script went as far. */
function goesOnFrom(path: readonly (readonly string[])[], frame: Frame): string {
  if (path.length === 0) return '    place := NULL;\n';
  const own = `SELECT FROM ${ledgerTable(frame)} WHERE script = ${quoted(frame.script)}`;
  const found = showRows('found');
  return [
    '    place := NULL;\n',
    `    IF ${ledgerThere(frame)} THEN\n`,
    `      IF EXISTS (${own}) THEN\n`,
    `        place := ${positionIn(path, found, quoted, '        ')};\n`,
    '      END IF;\n    END IF;\n',
  ].join('');
}

/** What another script left half done is its own affair; this one's half is known again by its digest. */
function refuseLeft(frame: Frame): string {
  const table = ledgerTable(frame);
  return [
    `  IF ${ledgerThere(frame)} THEN\n`,
    `    IF EXISTS (SELECT ${leftByOther(frame)}) THEN\n`,
    `      RAISE EXCEPTION '${otherLeft}' USING HINT = ${quoted(otherLeftHint(table))};\n`,
    '    END IF;\n  END IF;\n',
  ].join('');
}

function* admit({ path }: PartOf<'admit'>, frame: Frame): Generator<string> {
  yield askFirst(frame);
  const there = { version: `${versionThere(frame)} IS NOT NULL`, ledger: ledgerThere(frame) };
  yield quitWhenDone(frame, there, putBack(frame));
  yield guard({
    ...demandOfScript(frame),
    frame,
    word: refused,
    absent: startsAtBase(frame) ? '' : refuseWithoutTable(frame),
    first: [
      unlessFrozen,
      frame.schema === undefined ? '' : schemaIsThere(frame.schema),
      lockOut(frame),
      refuseLeft(frame),
    ].join(''),
    unless: goesOnFrom(path, frame),
    last: [
      askThen(frame, ledgerThere(frame)),
      "  PERFORM set_config('migrator.position', place::text, false);\n",
      path.length === 0 ? '' : `  IF place > 0 THEN RAISE WARNING '${goesOn}'; END IF;\n`,
      unlatch,
    ].join(''),
  });
}

export function move(part: PartOf<'move'>, frame: Frame): string {
  const steps = moves(part, frame, bookVoice).map(
    ({ sql, rows }) =>
      `  ${sql}  GET DIAGNOSTICS moved = ROW_COUNT;\n  IF moved <> ${rows} THEN\n` +
      `    RAISE EXCEPTION '${undone}: % rows of the version table moved instead of ${rows}', moved;\n  END IF;\n`,
  );
  const log = logRow(part, frame, {
    ...spoken,
    now: 'clock_timestamp()',
    user: 'session_user',
    accepted: acceptedLoss,
  });
  const rows = [...ledgerReset(part.entry, frame, spoken, part.entry.steps), ...(log === undefined ? [] : [log])];
  return guard({
    ...demandAfter(part),
    frame,
    word: undone,
    first: unlessSame(part.entry) + steps.join(''),
    last: rows.map((sql) => `  ${sql};\n`).join(''),
  });
}

export const psql: Client = {
  tool: 'psql',
  run,
  check,
  acceptLoss,
  statusWhenDone: 'status 0',
  resumes: true,
  ascii: postgresAscii,
  asking: askPostgres,
  rules: { ...psqlRules, 'no commit': noCommit },
  spell: {
    comment: (part) => [commentLines(part.lines)],
    open: (part, frame) => [open(part, frame)],
    admit,
    versionTable: (_, frame) => [createTablesTogether(frame, 'TIMESTAMP WITH TIME ZONE')],
    enter: (part, frame) => [enter(part, frame)],
    register: (part, frame) => [register(part, frame)],
    leave: () => [endIf],
    begin: (part, frame) => [begin(part, frame)],
    check: (part) => [commentLines(announcement(part)), checks(part)],
    statement: spellStatement,
    move: (part, frame) => [move(part, frame)],
    commit: (part, frame) => [commitStep(part, frame)],
    outside: (part, frame) => [outside(part, frame)],
    close: (part, frame) => [closeSaying(part, frame, arrived(frame))],
  },
};
