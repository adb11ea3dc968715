/** psql on PostgreSQL: one transaction a revision, behind a session that starts read-only. */

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
  putBackFrozen,
  quitWhenDone,
  rememberFrozen,
  run,
  statement,
  unlessFrozen,
  versionTable,
} from './psql-words.ts';
import { doubleQuoted, listed, quoted } from './spelling.ts';
import {
  arrived,
  busy,
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

const lockTimeout = "SET lock_timeout = '10s';\n";
const latch = 'SET default_transaction_read_only = on;\n';

const settings: readonly string[] = [
  'client_encoding',
  'standard_conforming_strings',
  'client_min_messages',
  'lock_timeout',
  'TimeZone',
];

function open(part: PartOf<'open'>, frame: Frame): string {
  return [
    '\\set ON_ERROR_STOP on\n',
    "SET client_encoding = 'UTF8';\n",
    'SET standard_conforming_strings = on;\n',
    'SET client_min_messages = warning;\n',
    lockTimeout,
    "SET TimeZone = 'UTC';\n",
    frame.schema === undefined ? '' : `SET search_path TO ${doubleQuoted(frame.schema)}, public;\n`,
    'SET migrator.stopped = off;\n',
    rememberFrozen,
    part.guarded ? commentLines(['The session stays read-only until the guard below has passed.']) + latch : '',
  ].join('');
}

function putBack(frame: Frame): string {
  const names = frame.schema === undefined ? settings : [...settings, 'search_path'];
  return putBackFrozen + names.map((name) => `RESET ${name};\n`).join('');
}

interface Guard extends Demand {
  readonly table: string;
  readonly word: string;
  /** Statements of the block before and after the check. */
  readonly first?: string;
  readonly last?: string;
  /** Statements for a table that may be missing; nothing counts as base. */
  readonly absent?: string;
}

/** Compares as sets, both ways and in number: an array of revisions has no order, and a row may stand twice. */
function guard({ table, expected, needs, hint, word, first = '', last = '', absent }: Guard): string {
  const read = `SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM ${table};\n`;
  const wanted = `ARRAY[${listed(expected.map(quoted))}]::text[]`;
  return anonymousBlock(
    [
      `DECLARE\n  wanted CONSTANT text[] := ${wanted};\n  found text[] := '{}';\n  moved bigint;\nBEGIN\n`,
      first,
      absent === undefined
        ? `  ${read}`
        : `  IF to_regclass(${quoted(table)}) IS NOT NULL THEN\n    ${read}${absent && `  ELSE\n${absent}`}  END IF;\n`,
      '  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN\n',
      `    RAISE EXCEPTION '${word}: %, but it is at %', ${quoted(needs)},\n`,
      `      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = ${quoted(hint)};\n  END IF;\n`,
      last,
      'END\n',
    ].join(''),
  );
}

const unlessStopped =
  `  IF current_setting('migrator.stopped', true) = 'on' THEN\n` +
  `    RAISE EXCEPTION '${refused}: an earlier statement of this script failed';\n  END IF;\n`;

function schemaIsThere(schema: string): string {
  return (
    `  IF to_regnamespace(${quoted(doubleQuoted(schema))}) IS NULL THEN\n` +
    `    RAISE EXCEPTION '${refused}: there is no schema %', ${quoted(schema)};\n  END IF;\n`
  );
}

/** Held by the session, so until it ends when the script does not: https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS */
function lockKey(frame: Frame): string {
  return `hashtextextended('migrator:' || current_database() || ':' || ${quoted(versionTable(frame))}, 0)`;
}

function lockOut(frame: Frame): string {
  return `  IF NOT pg_try_advisory_lock(${lockKey(frame)}) THEN\n    RAISE EXCEPTION '${busy}';\n  END IF;\n`;
}

function refuseWithoutTable(frame: Frame): string {
  const { hint } = demandOfScript(frame);
  return `    RAISE EXCEPTION '%', ${quoted(noVersionTable(frame))} USING HINT = ${quoted(hint)};\n`;
}

const unlatch = "  PERFORM set_config('default_transaction_read_only', 'off', false);\n";

function* admit(_: PartOf<'admit'>, frame: Frame): Generator<string> {
  const table = versionTable(frame);
  yield quitWhenDone(frame, `to_regclass(${quoted(table)}) IS NOT NULL`, putBack(frame));
  yield guard({
    ...demandOfScript(frame),
    table,
    word: refused,
    absent: startsAtBase(frame) ? '' : refuseWithoutTable(frame),
    first: unlessFrozen + (frame.schema === undefined ? '' : schemaIsThere(frame.schema)) + lockOut(frame),
    last: unlatch,
  });
}

function begin(part: PartOf<'begin'>, frame: Frame): string {
  const table = versionTable(frame);
  const first = `${unlessStopped}  LOCK TABLE ${table} IN SHARE ROW EXCLUSIVE MODE;\n`;
  return `BEGIN;\n${guard({ ...demandOfRevision(part), table, word: refused, first })}`;
}

function outside(part: PartOf<'outside'>, frame: Frame): string {
  const table = versionTable(frame);
  return (
    commentLines(['No transaction protects what follows, so the session is closed again and the guard asked anew.']) +
    latch +
    guard({ ...demandOfRevision(part), table, word: refused, first: unlessStopped, last: unlatch })
  );
}

/** A client that goes on after errors must not take a failed statement for done: https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-VARIABLES */
const stopAfterError = ['\\if :ERROR\n', 'SET migrator.stopped = on;\n', latch, '\\endif\n'].join('');

/** An index that gave up waiting for a long reader would stay behind, invalid; so it waits for as long as that takes. */
function* spellStatement(part: PartOf<'statement'>): Generator<string> {
  if (part.statement.transactional) return yield* statement(part);
  yield 'SET lock_timeout = 0;\n';
  yield* statement(part);
  yield stopAfterError + lockTimeout;
}

/** https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY */
const leftovers: Client['leftovers'] = {
  of: /\bindex\s+concurrently\b/i,
  lines: [
    'An index built CONCURRENTLY that failed is still there, INVALID: it slows down writes and serves no',
    'query. See which, and drop it before you run the script again:',
    '  SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid',
    '  DROP INDEX CONCURRENTLY that_index',
  ],
};

function move(part: PartOf<'move'>, frame: Frame): string {
  const table = versionTable(frame);
  const steps = moves(part, table, quoted).map(
    ({ sql, rows }) =>
      `  ${sql}  GET DIAGNOSTICS moved = ROW_COUNT;\n  IF moved <> ${rows} THEN\n` +
      `    RAISE EXCEPTION '${undone}: % rows of the version table moved instead of ${rows}', moved;\n  END IF;\n`,
  );
  return guard({ ...demandAfter(part), table, word: undone, first: steps.join('') });
}

export const psql: Client = {
  tool: 'psql',
  run,
  check,
  statusWhenDone: 'status 0',
  leftovers,
  spell: {
    comment: (part) => [commentLines(part.lines)],
    open: (part, frame) => [open(part, frame)],
    admit,
    versionTable: (_, frame) => [createVersionTable(frame)],
    begin: (part, frame) => [begin(part, frame)],
    statement: spellStatement,
    move: (part, frame) => [move(part, frame)],
    commit: (part) => [commit(part)],
    outside: (part, frame) => [outside(part, frame)],
    close: (part, frame) => [close(part, frame)],
  },
};

function close(part: PartOf<'close'>, frame: Frame): string {
  if (!part.guarded) return echo(tableReady(frame)) + putBack(frame);
  const last = `  PERFORM pg_advisory_unlock(${lockKey(frame)});\n`;
  return (
    guard({ ...demandAtEnd(frame), table: versionTable(frame), word: incomplete, last }) +
    echoUnlessError(arrived(frame)) +
    putBack(frame)
  );
}
