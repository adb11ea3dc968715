/** PostgreSQL in SQL alone, for GUIs and drivers: guards that raise, in a session that is read-only until they pass. */

import type { Client, Entry, Frame, PartOf } from '../client.ts';
import { lookAt } from './book.ts';
import { announcement, switchLines } from './check-words.ts';
import { commentLines } from './comment.ts';
import { anonymousBlock } from './dollar.ts';
import { isUnexpected, unexpected, unexpectedHint } from './expect-rows.ts';
import { rulesInWords } from './house.ts';
import { type IndexBuild, indexBuildOf } from './index-build.ts';
import { matches, otherLeft, otherLeftHint, ownLeft, ownLeftHint, unfinished } from './ledger.ts';
import { plainRun, plainTerms, switchByLine } from './plain.ts';
import { askPlainPostgres } from './plain-postgresql-inquiry.ts';
import { ledgerThere, move, psql, refuseWithoutTable, schemaIsThere } from './psql.ts';
import { checkBlock } from './psql-check.ts';
import { askInGuard } from './psql-expect.ts';
import { guard, latch, remember, unlatch } from './psql-guard.ts';
import { createTablesTogether, ledgerTable } from './psql-ledger.ts';
import { register } from './psql-step.ts';
import {
  setWaits,
  unlessFrozen,
  versionTable,
  versionThere,
  waitSettings,
  statement as written,
} from './psql-words.ts';
import { doubleQuoted, holdsExactly, joinedText, quoted } from './spelling.ts';
import {
  alreadyThere,
  arrived,
  demandAtEnd,
  demandOfRevision,
  demandOfScript,
  doneWithoutTable,
  incomplete,
  refused,
  startsAtBase,
  tableReady,
} from './words.ts';

const howToSwitch = switchByLine('SET migrator.accept_loss = off', 'on', 'off');

const switchLine = { off: 'SET migrator.accept_loss = off;\n', on: 'SET migrator.accept_loss = on;\n' };

const lossSwitch = `${commentLines(switchLines(howToSwitch))}${switchLine.off}`;

/** What the session was before a script made it read-only; a refused script that runs again finds its own setting. */
const rememberFrozen = anonymousBlock(
  [
    "BEGIN\n  PERFORM set_config('migrator.frozen',\n",
    "    CASE WHEN current_setting('default_transaction_read_only') = 'off' THEN 'off'\n",
    "      ELSE coalesce(nullif(current_setting('migrator.frozen', true), ''), 'on') END, false);\nEND\n",
  ].join(''),
);

/** In transactions of its own everywhere, because a tool without autocommit opens one that began before the latch. */
const whole = (sql: string): string => `BEGIN;\n${sql}COMMIT;\n`;

function open(part: PartOf<'open'>, frame: Frame): string {
  return whole(
    [
      'SET standard_conforming_strings = on;\n',
      'SET client_min_messages = warning;\n',
      setWaits(frame),
      "SET TimeZone = 'UTC';\n",
      'SET row_security = off;\n',
      frame.schema === undefined ? '' : `SET search_path TO ${doubleQuoted(frame.schema)}, public;\n`,
      'SET migrator.stopped = off;\n',
      part.lossSwitch === true ? lossSwitch : switchLine.off,
      rememberFrozen,
      part.guarded ? commentLines(['The session stays read-only until the guard below has passed.']) + latch : '',
    ].join(''),
  );
}

/** The server shows the text of the whole message that it was sent; the words stand in the script's last statement. */
const refuseTogether = [
  "  IF position('done: ' || 'the database is at' IN current_query()) > 0 THEN\n",
  `    RAISE EXCEPTION '${refused}: this tool sends the whole file as one text, and a statement of it may stand in no transaction'\n`,
  "      USING HINT = 'Nothing was changed. Have the tool send one statement after the other, with autocommit on.';\n  END IF;\n",
].join('');

function refuseHalf(frame: Frame): string {
  const table = ledgerTable(frame);
  const left = (whose: string, words: string, hint: string) =>
    `    IF EXISTS (SELECT FROM ${table} WHERE ${unfinished} AND script ${whose} ${quoted(frame.script)}) THEN\n` +
    `      RAISE EXCEPTION '${words}' USING HINT = ${quoted(hint)};\n    END IF;\n`;
  return [
    `  IF ${ledgerThere(frame)} THEN\n`,
    left('<>', otherLeft, otherLeftHint(table)),
    left('=', ownLeft, ownLeftHint(table, 'psql')),
    '  END IF;\n',
  ].join('');
}

function admit({ alone }: PartOf<'admit'>, frame: Frame): string {
  const there = doneWithoutTable(frame) ? 'true' : `${versionThere(frame)} IS NOT NULL`;
  return whole(
    guard({
      ...demandOfScript(frame),
      frame,
      word: refused,
      absent: startsAtBase(frame) ? '' : refuseWithoutTable(frame),
      first:
        unlessStopped +
        unlessFrozen +
        (frame.schema === undefined ? '' : schemaIsThere(frame.schema)) +
        askInGuard(frame, 'always') +
        (alone ? refuseTogether : '') +
        refuseHalf(frame),
      done: { expected: frame.to, condition: there, says: alreadyThere(frame) },
      last: askInGuard(frame, 'undone') + askInGuard(frame, 'beginning') + unlatch,
    }),
  );
}

const unlessStopped = [
  "  IF current_setting('migrator.stopped', true) IS DISTINCT FROM 'off' THEN\n",
  `    RAISE EXCEPTION '${refused}: an earlier statement of this script failed';\n  END IF;\n`,
].join('');

/** Counts a step as `state`; fails when the ledger is not exactly where it should be. */
function mark(entry: Entry, frame: Frame, state: 'started' | 'done', from: string): string {
  return [
    `  UPDATE ${ledgerTable(frame)} SET step = ${entry.step}, state = '${state}'\n    WHERE ${matches(entry, quoted)} AND ${from};\n`,
    '  GET DIAGNOSTICS moved = ROW_COUNT;\n',
    "  IF moved <> 1 THEN\n    RAISE EXCEPTION 'migration refused: the ledger is not where this script left it';\n  END IF;\n",
  ].join('');
}

const standsBefore = ({ step }: Entry): string => `step = ${step - 1} AND state = 'done'`;
const begun = ({ step }: Entry): string => `step = ${step} AND state = 'started'`;

function begin(part: PartOf<'begin'>, frame: Frame): string {
  const table = versionTable(frame);
  const { entry } = part;
  const first = `${unlessStopped}  LOCK TABLE ${table} IN SHARE ROW EXCLUSIVE MODE;\n`;
  const last = remember(entry) + (entry.step === 1 ? '' : mark(entry, frame, 'started', standsBefore(entry)));
  return `BEGIN;\n${guard({ ...demandOfRevision(part), frame, word: refused, first, last })}`;
}

function commit({ entry, moved }: PartOf<'commit'>, frame: Frame): string {
  const from = entry.step === 1 ? standsBefore(entry) : begun(entry);
  return `${moved ? '' : marked(entry, frame, 'done', from)}COMMIT;\n`;
}

const marked = (...[entry, frame, state, from, first = '']: [...Parameters<typeof mark>, first?: string]): string =>
  anonymousBlock(`DECLARE\n  moved bigint;\nBEGIN\n${first}${mark(entry, frame, state, from)}END\n`);

/** A tool that goes on after errors must not pass a check that found something: only a check itself says that it is over. */
function checks(part: PartOf<'check'>): string {
  if (!part.outside) return checkBlock(part, '', false);
  const asks = "CASE WHEN current_setting('migrator.stopped') = 'off' THEN 'asking' ELSE 'on' END";
  const over = [
    "  IF current_setting('migrator.stopped') = 'asking' THEN\n",
    "    PERFORM set_config('migrator.stopped', 'off', false);\n  END IF;\n",
  ].join('');
  return (
    anonymousBlock(`BEGIN\n  PERFORM set_config('migrator.stopped', ${asks}, false);\nEND\n`) +
    checkBlock(part, over, false)
  );
}

const asksIfExists = /\bif\s+(?:not\s+)?exists\b/i;

/** An index that is there before it is made, or gone before it is dropped, would hide that the statement failed. */
function refuseIndex({ action, index }: IndexBuild, sql: string): string {
  if (asksIfExists.test(sql)) return '';
  const known = `to_regclass(${quoted(index)})`;
  const [wrong, is] =
    action === 'create' ? [`${known} IS NOT NULL`, 'is there already'] : [`${known} IS NULL`, 'is not there'];
  return `  IF ${wrong} THEN\n    RAISE EXCEPTION '${refused}: index % ${is}', ${quoted(index)};\n  END IF;\n`;
}

function outside(part: PartOf<'outside'>, frame: Frame): string {
  const { entry } = part;
  const build = indexBuildOf(part.statement)!;
  const closed = [
    `Step ${entry.step} of ${entry.steps} of revision ${entry.revision}.`,
    'No transaction protects what follows, so the session is closed again and the guard asked anew.',
  ];
  return [
    commentLines(closed),
    latch,
    guard({
      ...demandOfRevision(part),
      frame,
      word: refused,
      first: unlessStopped + refuseIndex(build, String(part.statement.sql)),
      last: unlatch,
    }),
    marked(entry, frame, 'started', standsBefore(entry)),
  ].join('');
}

/** The catalog says whether the index is whole; no tool is asked. */
function judgeIndex({ action, index, table }: IndexBuild): string {
  const known = `to_regclass(${quoted(index)})`;
  const ofTable = table === undefined ? '' : ` AND indrelid = to_regclass(${quoted(table)})`;
  const whole = `EXISTS (SELECT FROM pg_index WHERE indexrelid = ${known}${ofTable} AND indisvalid)`;
  const did = action === 'create' ? whole : `${known} IS NULL`;
  const words = action === 'create' ? 'was not built' : 'was not dropped';
  return `  IF NOT (${did}) THEN\n    RAISE EXCEPTION 'migration stopped: index % ${words}', ${quoted(index)};\n  END IF;\n`;
}

function counted({ entry, statement: { expectRows }, sql, says }: PartOf<'statement'>): string | undefined {
  if (expectRows === undefined) return undefined;
  return (
    commentLines(says) +
    anonymousBlock(
      [
        `DECLARE\n  touched bigint;\nBEGIN\n  EXECUTE ${quoted(joinedText(sql))};\n  GET DIAGNOSTICS touched = ROW_COUNT;\n`,
        `  IF ${isUnexpected('touched', expectRows)} THEN\n`,
        `    RAISE EXCEPTION '%', ${quoted(unexpected(entry, expectRows))} || touched\n`,
        `      USING HINT = ${quoted(unexpectedHint)};\n  END IF;\nEND\n`,
      ].join(''),
    )
  );
}

function* statement(part: PartOf<'statement'>, frame: Frame): Generator<string> {
  const { entry, alone } = part;
  if (!alone) {
    const judged = counted(part);
    if (judged === undefined) yield* written(part);
    else yield judged;
    return;
  }
  const build = indexBuildOf(part.statement)!;
  yield 'SET lock_timeout = 0;\n';
  yield* written(part);
  yield setWaits(frame) + marked(entry, frame, 'done', begun(entry), judgeIndex(build));
}

function close(part: PartOf<'close'>, frame: Frame): string {
  const table = versionTable(frame);
  const names = [
    'standard_conforming_strings',
    'client_min_messages',
    'TimeZone',
    'row_security',
    ...waitSettings(frame),
    ...(frame.schema === undefined ? [] : ['search_path']),
  ];
  const thaw = [
    "BEGIN\n  PERFORM set_config('default_transaction_read_only', current_setting('migrator.frozen'), false);\n",
    "  PERFORM set_config('migrator.frozen', '', false);\nEND\n",
  ].join('');
  const putBack = [...names, 'migrator.accept_loss', 'migrator.stopped'].map((name) => `RESET ${name};\n`).join('');
  if (!part.guarded) return `SELECT ${quoted(tableReady(frame))} AS migrator;\n${whole(putBack)}`;
  const last = `  DELETE FROM ${ledgerTable(frame)};\n`;
  const fits = `${holdsExactly(frame.to, quoted)}\n    AND current_setting('default_transaction_read_only') = 'off'`;
  return [
    whole(guard({ ...demandAtEnd(frame), frame, word: incomplete, first: unlessStopped, last })),
    `SELECT ${quoted(arrived(frame))} AS migrator FROM ${table}\n  HAVING ${fits};\n`,
    whole(anonymousBlock(thaw) + putBack),
  ].join('');
}

export const plainPostgresql: Client = {
  ...psql,
  tool: 'plain',
  inWords: true,
  goesOnWith: 'psql',
  terms: plainTerms({
    needs: [
      'The tool must know dollar quotes: what stands between two $migrator$ is one text, semicolons and all.',
      'It must set no savepoints of its own around statements.',
    ],
    givesUp: [
      'The advisory lock: a second run at the same time waits for each revision and is refused then.',
      'Going on: what an earlier run of this file has done cannot be passed over.',
      'Statements in no transaction, except indexes built or dropped concurrently, which the catalog shows.',
    ],
  }),
  run: plainRun,
  asking: askPlainPostgres,
  rules: rulesInWords,
  check: (frame) => [lookAt(frame, versionTable(frame))],
  acceptLoss: () => howToSwitch,
  cannot: (statement) =>
    statement.transactional || indexBuildOf(statement) !== undefined
      ? undefined
      : 'it may stand in no transaction, and without psql nobody could tell whether it failed',
  switchLine,
  statusWhenDone: 'an error',
  resumes: false,
  spell: {
    ...psql.spell,
    open: (part, frame) => [open(part, frame)],
    admit: (part, frame) => [admit(part, frame)],
    versionTable: (_, frame) => [whole(createTablesTogether(frame, 'TIMESTAMP WITH TIME ZONE'))],
    enter: () => [],
    register: (part, frame) => [register(part, frame, unlessStopped)],
    leave: () => [],
    begin: (part, frame) => [begin(part, frame)],
    check: (part) => [commentLines(announcement(part)), checks(part)],
    statement,
    move: (part, frame) => [move(part, frame)],
    commit: (part, frame) => [commit(part, frame)],
    outside: (part, frame) => [outside(part, frame)],
    close: (part, frame) => [close(part, frame)],
  },
};
