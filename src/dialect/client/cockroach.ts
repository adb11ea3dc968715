/** psql on CockroachDB: PostgreSQL's script without what CockroachDB lacks (LOCK TABLE, GET DIAGNOSTICS, blocks that name an absent table). */

import type { Client, Frame, PartOf } from '../client.ts';
import { commentLines } from './comment.ts';
import { anonymousBlock } from './dollar.ts';
import { moves } from './move.ts';
import {
  check,
  commit,
  createVersionTable,
  echo,
  echoUnlessError,
  quitWhenDone,
  run,
  statement,
  versionTable,
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
    '\\set ON_ERROR_STOP on\n',
    "SET client_encoding = 'UTF8';\n",
    'SET standard_conforming_strings = on;\n',
    "SET lock_timeout = '10s';\n",
    "SET TimeZone = 'UTC';\n",
    frame.schema === undefined ? '' : `SET search_path TO ${doubleQuoted(frame.schema)}, public;\n`,
    ...keepTransactions,
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
    ...['lock_timeout', ...(frame.schema === undefined ? [] : ['search_path'])].map((name) => `RESET ${name};\n`),
  ].join('');

function refusal(demand: Demand, word: string, found: string): string {
  return (
    `    RAISE EXCEPTION '${word}: %, but it is at %', ${quoted(demand.needs)}, ${found}\n` +
    `      USING HINT = ${quoted(demand.hint)};\n`
  );
}

const unlatch = "  found := set_config('default_transaction_read_only', 'off', false);\n";

/** The table must be there: CockroachDB compiles the whole block first. */
function guard(demand: Demand, table: string, word: string, then = ''): string {
  return anonymousBlock(
    `DECLARE\n  fits bool;\n  found text;\nBEGIN\n` +
      `  SELECT ${holdsExactly(demand.expected, quoted)},\n` +
      `    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')\n    INTO fits, found FROM ${table};\n` +
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

function* admit(_: PartOf<'admit'>, frame: Frame): Generator<string> {
  const table = versionTable(frame);
  const demand = demandOfScript(frame);
  yield quitWhenDone(frame, `to_regclass(${quoted(table)}) IS NOT NULL`, putBack(frame));
  yield refuseFrozen;
  yield `\\if :migrator_there\n${guard(demand, table, refused, unlatch)}\\else\n${guardWithoutTable(frame)}\\endif\n`;
}

const stopAfterError = `\\if :ERROR\n${latch}\\quit\n\\endif\n`;

function* spellStatement(part: PartOf<'statement'>): Generator<string> {
  yield* statement(part);
  if (!part.statement.transactional) yield stopAfterError;
}

function move(part: PartOf<'move'>, frame: Frame): string {
  const table = versionTable(frame);
  const moved = moves(part, table, quoted).map(({ sql }) => sql);
  return moved.join('') + guard(demandAfter(part), table, undone);
}

function close(part: PartOf<'close'>, frame: Frame): string {
  if (!part.guarded) return echo(tableReady(frame)) + putBack(frame);
  return guard(demandAtEnd(frame), versionTable(frame), incomplete) + echoUnlessError(arrived(frame)) + putBack(frame);
}

export const cockroach: Client = {
  tool: 'psql',
  run,
  check,
  statusWhenDone: 'status 0',
  spell: {
    comment: (part) => [commentLines(part.lines)],
    open: (part, frame) => [open(part, frame)],
    admit,
    versionTable: (_, frame) => [createVersionTable(frame)],
    begin: (part, frame) => ['BEGIN;\n', guard(demandOfRevision(part), versionTable(frame), refused)],
    statement: spellStatement,
    move: (part, frame) => [move(part, frame)],
    commit: (part) => [commit(part)],
    outside: (part, frame) => [latch, guard(demandOfRevision(part), versionTable(frame), refused, unlatch)],
    close: (part, frame) => [close(part, frame)],
  },
};
