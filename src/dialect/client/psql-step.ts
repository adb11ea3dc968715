/** The steps of a revision on PostgreSQL: entered in the ledger, judged by their rows, and passed over when an earlier run has done them. */

import type { RowRange } from '../../schema/row-range.ts';
import type { Entry, Frame, PartOf } from '../client.ts';
import { commentLines } from './comment.ts';
import { anonymousBlock } from './dollar.ts';
import { isUnexpected, unexpected, unexpectedHint } from './expect-rows.ts';
import { type IndexBuild, indexBuildOf } from './index-build.ts';
import { howToSettle, inDoubt, ledgerReset, matches } from './ledger.ts';
import { guard, latch, remember, unlatch, unlessStopped } from './psql-guard.ts';
import { endIf, enter as enterRevision, ifStepToDo, ledgerTable, readStep, spoken } from './psql-ledger.ts';
import { commit, setWaits, statement, versionTable } from './psql-words.ts';
import { quoted } from './spelling.ts';
import { demandOfRevision, refused } from './words.ts';

export function enter(part: PartOf<'enter'>, frame: Frame): string {
  const { entry } = part;
  const skip = enterRevision(part, "current_setting('migrator.position')::integer");
  return entry.steps === 1 ? skip : skip + readStep(entry, frame);
}

export function register({ entry }: PartOf<'register'>, frame: Frame, first: string = unlessStopped): string {
  const [clear, add] = ledgerReset(entry, frame, spoken, 0);
  const missing = `NOT EXISTS (SELECT FROM ${ledgerTable(frame)} WHERE ${matches(entry, quoted)})`;
  return anonymousBlock(`BEGIN\n${first}  IF ${missing} THEN\n    ${clear};\n    ${add};\n  END IF;\nEND\n`);
}

export function begin(part: PartOf<'begin'>, frame: Frame): string {
  const todo = part.entry.steps === 1 ? '' : ifStepToDo(part.entry);
  return `${todo}BEGIN;\n${guardRevision(part, frame)}`;
}

export function guardRevision(part: PartOf<'begin'>, frame: Frame): string {
  const table = versionTable(frame);
  const first = `${unlessStopped}  LOCK TABLE ${table} IN SHARE ROW EXCLUSIVE MODE;\n`;
  return guard({ ...demandOfRevision(part), frame, word: refused, first, last: remember(part.entry) });
}

/** Counts a step as `state`; fails when the ledger is not where it should be. */
function mark(entry: Entry, frame: Frame, state: 'started' | 'done'): string {
  const { step } = entry;
  const before =
    state === 'started'
      ? `(step = ${step - 1} AND state = 'done' OR step = ${step} AND state = 'started')`
      : `step IN (${step - 1}, ${step})`;
  return [
    `  UPDATE ${ledgerTable(frame)} SET step = ${step}, state = '${state}'\n    WHERE ${matches(entry, quoted)} AND ${before};\n`,
    '  GET DIAGNOSTICS moved = ROW_COUNT;\n',
    "  IF moved <> 1 THEN\n    RAISE EXCEPTION 'migration refused: the ledger is not where this script left it';\n  END IF;\n",
  ].join('');
}

const marked = (entry: Entry, frame: Frame, state: 'started' | 'done'): string =>
  anonymousBlock(`DECLARE\n  moved bigint;\nBEGIN\n${mark(entry, frame, state)}END\n`);

export function commitStep(part: PartOf<'commit'>, frame: Frame): string {
  const { entry } = part;
  if (entry.steps === 1) return commit(part);
  return `${part.moved ? '' : marked(entry, frame, 'done')}${commit(part)}${endIf}`;
}

export function outside(part: PartOf<'outside'>, frame: Frame): string {
  const { entry } = part;
  const closed = [
    `Step ${entry.step} of ${entry.steps} of revision ${entry.revision}.`,
    'No transaction protects what follows, so the session is closed again and the guard asked anew.',
  ];
  const doubt = `SELECT FROM ${ledgerTable(frame)} WHERE step = ${entry.step} AND state = 'started'`;
  const refuseDoubt =
    indexBuildOf(part.statement) === undefined
      ? [
          `  IF EXISTS (${doubt}) THEN\n    RAISE EXCEPTION '%', ${quoted(inDoubt(entry))}\n`,
          `      USING HINT = ${quoted(howToSettle(entry, ledgerTable(frame), part.says))};\n  END IF;\n`,
        ].join('')
      : '';
  return [
    ifStepToDo(entry),
    commentLines(closed),
    latch,
    guard({ ...demandOfRevision(part), frame, word: refused, first: unlessStopped + refuseDoubt, last: unlatch }),
    marked(entry, frame, 'started'),
  ].join('');
}

/** Nothing of a failed statement stays but an index, which is seen and built again; so its step may begin anew. */
function undoMark({ step }: Entry, frame: Frame): string {
  return `UPDATE ${ledgerTable(frame)} SET step = ${step - 1}, state = 'done';\n`;
}

/**
 * A client that goes on after errors must not take a failed statement for done:
 * https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-VARIABLES
 */
function stopAfterError(entry: Entry, frame: Frame): string {
  const words = `step ${entry.step} of ${entry.steps} of revision ${entry.revision} failed; its message stands above`;
  return [
    '\\set migrator_failed :ERROR\n\\set ON_ERROR_STOP on\n',
    '\\if :migrator_failed\n',
    undoMark(entry, frame),
    'SET migrator.stopped = on;\n',
    latch,
    anonymousBlock(`BEGIN\n  RAISE EXCEPTION 'migration stopped: ${words}';\nEND\n`),
    '\\else\n',
    marked(entry, frame, 'done'),
    '\\endif\n',
  ].join('');
}

/** What an earlier run built or dropped is not done again; an invalid index is dropped, because it serves nobody. */
function lookAtIndex({ action, index, table }: IndexBuild, { step }: Entry): string {
  const known = `to_regclass(${quoted(index)})`;
  const ofTable = table === undefined ? '' : ` AND indrelid = to_regclass(${quoted(table)})`;
  const found = `FROM pg_index WHERE indexrelid = ${known}${ofTable}`;
  const did = action === 'create' ? `EXISTS (SELECT ${found} AND indisvalid)` : `${known} IS NULL`;
  return [
    '\\set migrator_invalid false\n\\set migrator_did false\n',
    `SELECT EXISTS (SELECT ${found} AND NOT indisvalid) AS migrator_invalid,\n`,
    `    :migrator_begun = ${step} AND ${did} AS migrator_did \\gset\n`,
    action === 'create' ? `\\if :migrator_invalid\nDROP INDEX CONCURRENTLY ${index};\n\\endif\n` : '',
    '\\if :migrator_did\n\\else\n',
  ].join('');
}

/** https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-VARIABLES */
function judgeRows(entry: Entry, range: RowRange): string {
  return [
    '\\set migrator_rows :ROW_COUNT\n',
    "SELECT set_config('migrator.rows', cast(:migrator_rows AS text), true) AS migrator_rows \\gset\n",
    anonymousBlock(
      [
        "DECLARE\n  touched CONSTANT bigint := current_setting('migrator.rows');\nBEGIN\n",
        `  IF ${isUnexpected('touched', range)} THEN\n`,
        `    RAISE EXCEPTION '%', ${quoted(unexpected(entry, range))} || touched\n`,
        `      USING HINT = ${quoted(unexpectedHint)};\n  END IF;\nEND\n`,
      ].join(''),
    ),
  ].join('');
}

function* inTransaction(part: PartOf<'statement'>): Generator<string> {
  yield* statement(part);
  const { expectRows } = part.statement;
  if (expectRows !== undefined) yield judgeRows(part.entry, expectRows);
}

/** An index that gave up waiting for a long reader would stay behind, invalid; so it waits for as long as that takes. */
export function* spellStatement(part: PartOf<'statement'>, frame: Frame): Generator<string> {
  if (!part.alone) return yield* inTransaction(part);
  const { entry } = part;
  const build = indexBuildOf(part.statement);
  yield 'SET lock_timeout = 0;\n';
  if (build !== undefined) yield lookAtIndex(build, entry);
  yield '\\set ON_ERROR_STOP off\n';
  yield* statement(part);
  yield (build === undefined ? '' : endIf) + stopAfterError(entry, frame);
  yield setWaits(frame) + endIf;
}
