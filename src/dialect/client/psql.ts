/** psql on PostgreSQL: one transaction a revision, behind a session that starts read-only. */

import type { Client, Frame, PartOf } from '../client.ts';
import { commentLines } from './comment.ts';
import { anonymousBlock } from './dollar.ts';
import {
  check,
  createVersionTable,
  echo,
  moves,
  quitWhenDone,
  rowsMoved,
  run,
  statement,
  versionTable,
} from './psql-words.ts';
import { doubleQuoted, listed, quoted } from './spelling.ts';
import {
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

const latch = 'SET default_transaction_read_only = on;\n';
const stopped = "current_setting('migrator.stopped', true) = 'on'";

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
    "SET lock_timeout = '10s';\n",
    "SET TimeZone = 'UTC';\n",
    frame.schema === undefined ? '' : `SET search_path TO ${doubleQuoted(frame.schema)}, public;\n`,
    'SET migrator.stopped = off;\n',
    part.guarded ? commentLines(['The session stays read-only until the guard below has passed.']) + latch : '',
  ].join('');
}

function putBack(frame: Frame): string {
  const names = frame.schema === undefined ? settings : [...settings, 'search_path'];
  return ['default_transaction_read_only', ...names].map((name) => `RESET ${name};\n`).join('');
}

interface Guard extends Demand {
  readonly table: string;
  readonly word: string;
  /** Further statements of the block, after the check. */
  readonly after?: string;
  /** The table may be missing, which counts as base. */
  readonly absent?: boolean;
  readonly lock?: boolean;
  readonly first?: string;
  readonly schema?: string | undefined;
}

/** Compares as sets, both ways and in number: an array of revisions has no order, and a row may stand twice. */
function guard({ table, expected, needs, hint, word, after, absent, lock, first, schema }: Guard): string {
  const read = `SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM ${table};\n`;
  const locked = lock ? `LOCK TABLE ${table} IN SHARE ROW EXCLUSIVE MODE;\n` : '';
  const looks = absent
    ? `  IF to_regclass(${quoted(table)}) IS NOT NULL THEN\n    ${read}  END IF;\n`
    : `${locked && `  ${locked}`}  ${read}`;
  return anonymousBlock(
    [
      `DECLARE\n  expected CONSTANT text[] := ARRAY[${listed(expected.map(quoted))}]::text[];\n  found text[] := '{}';\nBEGIN\n`,
      `  IF ${stopped} THEN\n    RAISE EXCEPTION '${refused}: an earlier statement of this script failed';\n  END IF;\n`,
      schema === undefined
        ? ''
        : `  IF to_regnamespace(${quoted(doubleQuoted(schema))}) IS NULL THEN\n    RAISE EXCEPTION '${refused}: there is no schema %', ${quoted(schema)};\n  END IF;\n`,
      first ?? '',
      looks,
      '  IF cardinality(found) <> cardinality(expected) OR NOT (found @> expected AND found <@ expected) THEN\n',
      `    RAISE EXCEPTION '${word}: %, but it is at %',\n      ${quoted(needs)},\n      coalesce(nullif(array_to_string(found, ', '), ''), 'base')\n`,
      `      USING HINT = ${quoted(hint)};\n  END IF;\n`,
      after ?? '',
      'END\n',
    ].join(''),
  );
}

const unlatch = "  PERFORM set_config('default_transaction_read_only', 'off', false);\n";

function* admit(_: PartOf<'admit'>, frame: Frame): Generator<string> {
  const table = versionTable(frame);
  yield quitWhenDone(frame, `to_regclass(${quoted(table)}) IS NOT NULL`, putBack(frame));
  yield guard({
    ...demandOfScript(frame),
    table,
    word: refused,
    absent: true,
    schema: frame.schema,
    after: unlatch,
  });
}

function begin(part: PartOf<'begin'>, frame: Frame): string {
  return `BEGIN;\n${guard({ ...demandOfRevision(part), table: versionTable(frame), word: refused, lock: true })}`;
}

function outside(part: PartOf<'outside'>, frame: Frame): string {
  return (
    commentLines(['No transaction protects what follows, so the session is closed again and the guard asked anew.']) +
    latch +
    guard({ ...demandOfRevision(part), table: versionTable(frame), word: refused, after: unlatch })
  );
}

/** A client that goes on after errors must not take a failed statement for done: https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-VARIABLES */
const stopAfterError = ['\\if :ERROR\n', 'SET migrator.stopped = on;\n', latch, '\\endif\n'].join('');

function* spellStatement(part: PartOf<'statement'>): Generator<string> {
  yield* statement(part);
  if (!part.statement.transactional) yield stopAfterError;
}

function move(part: PartOf<'move'>, frame: Frame): string {
  const table = versionTable(frame);
  const expected = rowsMoved(part);
  const steps = moves(part, table).map(
    (sql, n) =>
      `  ${sql}  GET DIAGNOSTICS moved = ROW_COUNT;\n  IF moved <> ${expected[n]} THEN\n` +
      `    RAISE EXCEPTION '${undone}: % rows of the version table moved instead of ${expected[n]}', moved;\n  END IF;\n`,
  );
  const first = `  DECLARE\n    moved bigint;\n  BEGIN\n${steps.join('').replace(/^/gm, '  ').trimEnd()}\n  END;\n`;
  return guard({ ...demandAfter(part), table, word: undone, first });
}

export const psql: Client = {
  tool: 'psql',
  run,
  check,
  spell: {
    comment: (part) => [commentLines(part.lines)],
    open: (part, frame) => [open(part, frame)],
    admit,
    versionTable: (_, frame) => [createVersionTable(frame)],
    begin: (part, frame) => [begin(part, frame)],
    statement: spellStatement,
    move: (part, frame) => [move(part, frame)],
    commit: () => ['COMMIT;\n'],
    outside: (part, frame) => [outside(part, frame)],
    close: (part, frame) => [close(part, frame)],
  },
};

function close(part: PartOf<'close'>, frame: Frame): string {
  const check = part.guarded ? guard({ ...demandAtEnd(frame), table: versionTable(frame), word: incomplete }) : '';
  return check + putBack(frame) + echo(part.guarded ? arrived(frame) : tableReady(frame));
}
