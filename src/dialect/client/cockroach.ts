/** psql on CockroachDB: PostgreSQL's script without what CockroachDB lacks (LOCK TABLE, GET DIAGNOSTICS, blocks that name an absent table). */

import { cockroachAscii } from '../ascii/postgres.ts';
import type { Client, Frame, PartOf } from '../client.ts';
import { freeKnexLock } from './book.ts';
import { announcement, hintOf, mayPass, sentence, switchLines } from './check-words.ts';
import { commentLines } from './comment.ts';
import { anonymousBlock } from './dollar.ts';
import { cannotObey } from './house.ts';
import { moves } from './move.ts';
import { askByCast, askThenByCast } from './psql-expect.ts';
import { askCockroach } from './psql-inquiry.ts';
import {
  createTables,
  endIf,
  enterPlainly,
  ifStepToDo,
  ledgerTable,
  lookAtLedger,
  mark,
  moveLedger,
  quitWhenDone,
  type Refuse,
  refuseDoubt,
  register,
  unlessDone,
} from './psql-ledger.ts';
import {
  acceptLoss,
  bookVoice,
  check,
  checkVoice,
  commit,
  countedStatement,
  echo,
  echoUnlessError,
  howToSwitch,
  ownManners,
  psqlRules,
  run,
  setWaits,
  statement,
  switchVariable,
  versionRows,
  versionThere,
  waitSettings,
} from './psql-words.ts';
import { doubleQuoted, holdsExactly, quoted } from './spelling.ts';
import {
  arrived,
  type Demand,
  demandAfter,
  demandAtEnd,
  demandOfRevision,
  demandOfScript,
  frozen,
  incomplete,
  noVersionTable,
  refused,
  startsAtBase,
  tableReady,
  undone,
} from './words.ts';

const latch = 'SET default_transaction_read_only = on;\n';

/**
 * What a role or a cluster may have otherwise: DROP COLUMN and a DELETE of all rows would be refused, INT would be another
 * type, and no transaction would hold a schema change. https://www.cockroachlabs.com/docs/stable/session-variables
 */
export const cockroachSession: readonly (readonly [name: string, value: string])[] = [
  ['sql_safe_updates', 'off'],
  ['default_int_size', '8'],
  ['default_transaction_isolation', 'serializable'],
];

/** From 25.1 on a schema change would commit the transaction around it: https://www.cockroachlabs.com/docs/stable/session-variables */
const keepTransactions: readonly string[] = [
  'SELECT count(*) > 0 AS migrator_autocommits FROM pg_settings\n',
  "  WHERE name = 'autocommit_before_ddl' \\gset\n",
  '\\if :migrator_autocommits\n',
  'SET autocommit_before_ddl = off;\n',
  '\\endif\n',
];

function open(part: PartOf<'open'>, frame: Frame): string {
  return [
    ownManners,
    "SET client_encoding = 'UTF8';\n",
    'SET standard_conforming_strings = on;\n',
    setWaits(frame),
    "SET TimeZone = 'UTC';\n",
    ...cockroachSession.map(([name, value]) => `SET ${name} = ${quoted(value)};\n`),
    frame.schema === undefined ? '' : `SET search_path TO ${doubleQuoted(frame.schema)}, public;\n`,
    ...keepTransactions,
    part.lossSwitch === true ? commentLines(switchLines(howToSwitch)) + switchVariable : '',
    remember,
    part.guarded ? commentLines(['The session stays read-only until the guard below has passed.']) + latch : '',
  ].join('');
}

/** What the session was before the script made it read-only. */
const remember =
  "\\set migrator_frozen on\nSELECT current_setting('default_transaction_read_only') AS migrator_frozen \\gset\n";
const refuseFrozen = `\\if :migrator_frozen\n${anonymousBlock(
  `BEGIN\n  IF true THEN\n    RAISE EXCEPTION '${frozen}';\n  END IF;\nEND\n`,
)}\\quit\n\\endif\n`;

const putBack = (frame: Frame): string =>
  [
    '\\if :migrator_frozen\nSET default_transaction_read_only = on;\n\\else\nSET default_transaction_read_only = off;\n\\endif\n',
    ...[
      ...waitSettings(frame),
      ...cockroachSession.map(([name]) => name),
      ...(frame.schema === undefined ? [] : ['search_path']),
    ].map((name) => `RESET ${name};\n`),
  ].join('');

function refusal(demand: Demand, word: string, found: string): string {
  return (
    `    RAISE EXCEPTION '${word}: %, but it is at %', ${quoted(demand.needs)}, ${found}\n` +
    `      USING HINT = ${quoted(demand.hint)};\n`
  );
}

const unlatch = "  found := set_config('default_transaction_read_only', 'off', false);\n";

/** The table must be there: CockroachDB compiles the whole block first. */
function guard(demand: Demand, rows: string, word: string, then = ''): string {
  return anonymousBlock(
    `DECLARE\n  fits bool;\n  found text;\nBEGIN\n` +
      `  SELECT ${holdsExactly(demand.expected, quoted)},\n` +
      `    ${rowsFound}\n    INTO fits, found FROM ${rows};\n` +
      `  IF NOT fits THEN\n${refusal(demand, word, 'found')}  END IF;\n${then}END\n`,
  );
}

function guardWithoutTable(frame: Frame): string {
  const refuses = `    RAISE EXCEPTION '%', ${quoted(noVersionTable(frame))} USING HINT = ${quoted(demandOfScript(frame).hint)};\n`;
  return anonymousBlock(
    startsAtBase(frame)
      ? `DECLARE\n  found text;\nBEGIN\n${unlatch}END\n`
      : `BEGIN\n  IF true THEN\n${refuses}  END IF;\nEND\n`,
  );
}

const refuse: Refuse = (sentence, hint) => {
  const raise = `    RAISE EXCEPTION '%', ${quoted(sentence)} USING HINT = ${quoted(hint)};\n`;
  return `${anonymousBlock(`BEGIN\n  IF true THEN\n${raise}  END IF;\nEND\n`)}\\quit\n`;
};

export const rowsFound: string = "coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')";

function* admit({ path }: PartOf<'admit'>, frame: Frame): Generator<string> {
  const demand = demandOfScript(frame);
  yield askByCast(frame, 'always');
  const there = {
    version: `${versionThere(frame)} IS NOT NULL`,
    ledger: `to_regclass(${quoted(ledgerTable(frame))}) IS NOT NULL`,
  };
  yield quitWhenDone(frame, there, putBack(frame));
  yield refuseFrozen;
  yield lookAtLedger(path, frame, { there: there.ledger, found: rowsFound, refuse });
  yield `\\if :migrator_on\n${anonymousBlock(`DECLARE\n  found text;\nBEGIN\n${unlatch}END\n`)}\\else\n`;
  yield `\\if :migrator_there\n${guard(demand, versionRows(frame), refused, unlatch)}\\else\n${guardWithoutTable(frame)}\\endif\n\\endif\n`;
  yield askThenByCast(frame);
}

const stopAfterError = `\\if :ERROR\n${latch}\\quit\n\\endif\n`;

function* spellStatement(part: PartOf<'statement'>, frame: Frame): Generator<string> {
  if (!part.alone) return yield* countedStatement(part);
  yield mark(part.entry, frame, part.entry.step, 'started');
  yield* statement(part);
  yield stopAfterError + mark(part.entry, frame, part.entry.step, 'done') + endIf;
}

function begin(part: PartOf<'begin'>, frame: Frame): string {
  const { entry, later } = part;
  const todo = entry.steps === 1 ? '' : ifStepToDo(entry);
  const doubt = later === undefined ? '' : refuseDoubt({ entry, says: later }, frame, refuse);
  return `${todo}${doubt}BEGIN;\n${guard(demandOfRevision(part), versionRows(frame, part.expected), refused)}`;
}

function commitStep(part: PartOf<'commit'>, frame: Frame): string {
  const { entry } = part;
  if (entry.steps === 1) return commit(part);
  if (part.later === true) {
    return `${mark(entry, frame, entry.step, 'started')}${commit(part)}${stopAfterError}${mark(entry, frame, entry.step, 'done')}${endIf}`;
  }
  return `${part.moved ? '' : mark(entry, frame, entry.step, 'done')}${commit(part)}${endIf}`;
}

function outside(part: PartOf<'outside'>, frame: Frame): string {
  return [
    ifStepToDo(part.entry),
    refuseDoubt(part, frame, refuse),
    latch,
    guard(demandOfRevision(part), versionRows(frame, part.expected), refused, unlatch),
  ].join('');
}

/** psql asks the switch, because the block could not be told of it: https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-INTERPOLATION */
function checks(part: PartOf<'check'>): string {
  const each = part.checks.map((check) => {
    const hint = quoted(hintOf(check, part));
    const block = anonymousBlock(
      [
        'DECLARE\n  migrator_count INT8;\n  migrator_first STRING;\nBEGIN\n',
        `  migrator_count := (${check.count});\n`,
        '  IF migrator_count > 0 THEN\n',
        check.sample === undefined ? '' : `    migrator_first := (${check.sample});\n`,
        `    RAISE EXCEPTION '%', ${sentence(check, part.deed, checkVoice)}\n      USING HINT = ${hint};\n`,
        '  END IF;\nEND\n',
      ].join(''),
    );
    return mayPass(check, part) ? `\\if :accept_loss\n\\else\n${block}\\endif\n` : block;
  });
  return unlessDone(part, each.join('') + (part.outside ? stopAfterError : ''));
}

function move(part: PartOf<'move'>, frame: Frame): string {
  const moved = moves(part, frame, bookVoice).map(({ sql }) => sql);
  return (
    moved.join('') +
    guard(demandAfter(part), versionRows(frame, part.leaves), undone) +
    moveLedger(part, frame, { now: 'clock_timestamp()', user: 'session_user' })
  );
}

function close(part: PartOf<'close'>, frame: Frame): string {
  if (!part.guarded) return echo(tableReady(frame)) + putBack(frame);
  const ends = [`DELETE FROM ${ledgerTable(frame)}`, ...freeKnexLock(frame, bookVoice)];
  const forget = ends.map((sql) => `  ${sql};\n`).join('');
  return (
    guard(demandAtEnd(frame), versionRows(frame, frame.to), incomplete, forget) +
    echoUnlessError(arrived(frame)) +
    putBack(frame)
  );
}

export const cockroach: Client = {
  tool: 'psql',
  run,
  check,
  acceptLoss,
  statusWhenDone: 'status 0',
  resumes: true,
  ascii: cockroachAscii,
  asking: askCockroach,
  rules: {
    ...psqlRules,
    'no commit': cannotObey(
      'CockroachDB finishes schema changes after COMMIT, so that rows must wait for one inside the script',
    ),
  },
  spell: {
    comment: (part) => [commentLines(part.lines)],
    open: (part, frame) => [open(part, frame)],
    admit,
    versionTable: (_, frame) => [createTables(frame, 'TIMESTAMP WITH TIME ZONE')],
    enter: (part, frame) => [enterPlainly(part, frame)],
    register: (part, frame) => [register(part, frame)],
    leave: () => [endIf],
    begin: (part, frame) => [begin(part, frame)],
    check: (part) => [commentLines(announcement(part)), checks(part)],
    statement: spellStatement,
    move: (part, frame) => [move(part, frame)],
    commit: (part, frame) => [commitStep(part, frame)],
    outside: (part, frame) => [outside(part, frame)],
    close: (part, frame) => [close(part, frame)],
  },
};
