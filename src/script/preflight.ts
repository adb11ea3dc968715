/** The script that looks whether an upgrade would run now, what it touches, and what its checks would find. */

import type { Entry } from '../dialect/client.ts';
import type { Asked } from '../dialect/expect/accent.ts';
import type { Expectation } from '../dialect/expect/expectation.ts';
import type { Inquiry, Question } from '../dialect/inquiry.ts';
import type { Foreseen } from '../recorder/foreseen.ts';
import type { Name } from '../schema/name.ts';
import { revisionParts } from './compose.ts';
import { inquiryText } from './inquiry.ts';
import { faultQuestion, finding, readingQuestion } from './reading-question.ts';
import type { Script } from './script.ts';
import { onlineIn, showHeads } from './title.ts';

export interface Preflight {
  /** Whether the account may read what the other questions are about. */
  readonly reading: readonly Asked[];
  readonly expects: readonly Expectation[];
  /** What the account may lack and cannot be asked about. */
  readonly rightHints: readonly Asked[];
  /** What may be wrong with the roles that the script names. */
  readonly roleHints: readonly Asked[];
  /** The tables that the script finds and touches, by the names that they have before it. */
  readonly touches: readonly Name[];
  /** What its checks can be asked before it begins, and what only while it runs. */
  readonly now: readonly Foreseen[];
  readonly later: readonly Foreseen[];
}

/** The whole file, piece by piece. */
export function* preflightText(script: Script, preflight: Preflight, file: string): Generator<string> {
  const { frame } = script;
  const expected = (is: (one: Expectation) => boolean, title: string) =>
    faultQuestion(script, preflight.expects.filter(is), title);
  const asksRows = preflight.now.length + preflight.later.length > 0;
  const purpose = [
    `It looks whether ${frame.file} would run now: where the database stands, what else it needs, how big the`,
    'tables are that it touches, and what its checks would find.',
    '',
    `From: ${showHeads(frame.from)}`,
    `To:   ${showHeads(frame.to)}`,
  ];
  const inquiry: Inquiry = {
    questions: [
      ...expected(({ when }) => when === 'always', 'The server and the database are those that it was made for.'),
      ...expected(({ when }) => when === 'undone', 'The account may do what it does.'),
      ...rightHintQuestion(script, preflight),
      ...readingQuestion(script, preflight.reading),
      ...frozenQuestion(script),
      ...busyQuestion(script),
      ...ledgerQuestions(script, asksRows),
      doneQuestion(script),
      versionQuestion(script),
      ...sizeQuestion(script, preflight),
      ...expected(({ role }) => role === true, 'The roles that it names are there.'),
      ...roleHintQuestion(script, preflight),
      ...expected(({ when, role }) => when === 'beginning' && role !== true, 'Nothing has the names of what it makes.'),
      ...preflight.now.map((one) => checkQuestion(one, script)),
      ...laterQuestion(script, preflight),
      ...stopQuestion(script),
    ],
    good: `${frame.file} would run`,
    bad: `${frame.file} would refuse: see what was found above`,
    ...(asksRows
      ? { open: `${frame.file} goes on where it stopped, but rows may stop it: they were not looked at` }
      : {}),
  };
  yield* inquiryText(script, { file, purpose, inquiry });
}

function rightHintQuestion(script: Script, { rightHints }: Preflight): readonly Question[] {
  const title = 'It may lack these rights: what a role brings along is not shown.';
  return faultQuestion(script, rightHints, title).map((question) => ({ ...question, tells: true }));
}

/** What the author's own SQL makes is not there yet, and what is not shown may be there. */
function roleHintQuestion(script: Script, { roleHints }: Preflight): readonly Question[] {
  const title = 'These roles may be missing when it comes to them: its own SQL may make them, or they are not shown.';
  return faultQuestion(script, roleHints, title).map((question) => ({ ...question, tells: true }));
}

function frozenQuestion({ client, frame }: Script): readonly Question[] {
  const { frozen, text, nowhere } = client.asking;
  if (frozen === undefined) return [];
  const words = `this session is read-only, which ${frame.file} leaves as it is: whoever made it so must allow writing first`;
  const sql = `SELECT ${text(words)} AS finding${nowhere}\nWHERE ${frozen}`;
  return [{ title: 'The session may write.', columns: finding, sql }];
}

function busyQuestion({ client, frame }: Script): readonly Question[] {
  const { busy, text, nowhere } = client.asking;
  if (busy === undefined) return [];
  const sql = `SELECT ${text('another session is running a script on this database')} AS finding${nowhere}\nWHERE ${busy(frame)}`;
  return [{ title: 'No other session is running a script.', columns: finding, sql }];
}

/** What the ledger knows of scripts that stopped half-way: of others, and of this one, whose tables stand between two revisions then. */
function ledgerQuestions(script: Script, asksRows: boolean): readonly Question[] {
  const { client, dialect, frame, recordings } = script;
  const { own, table, text, holds, rows } = client.asking;
  const { ledger } = own(frame);
  if (ledger === undefined) return [];
  const { joined, text: cast } = dialect.checks;
  const step = ['revision', text(', step '), cast('step'), text(' of '), cast('steps')];
  const begun = "state = 'started'";
  const ours = `script = ${text(frame.script)}`;
  const path = recordings.slice(1).map(({ step: { before } }) => text(before.join(', ') || 'base'));
  const onPath = path.length === 0 ? '' : ` OR ${rows(frame)} IN (${path.join(', ')})`;
  const stands = `(${holds(frame.from, frame)}${onPath})`;
  const doubtful = doubtfulOf(script).map(
    ({ revision, step: number }) => `revision = ${text(revision)} AND step = ${number}`,
  );
  const words = (before: string, ...after: readonly string[]) => joined([text(before), ...step, ...after]);
  return [
    {
      title: 'No other script stopped half-way.',
      columns: finding,
      sql:
        `SELECT ${words('another script stopped half-way in revision ')} AS finding\nFROM ${table(ledger)}\n` +
        `WHERE (step BETWEEN 1 AND steps - 1 OR ${begun}) AND NOT ${ours}`,
      only: ledger,
    },
    ...(doubtful.length === 0
      ? []
      : [
          {
            title: 'No step of an earlier run is in doubt.',
            columns: finding,
            sql:
              `SELECT ${words('nobody knows whether this took effect, which an earlier run began: revision ')} AS finding\n` +
              `FROM ${table(ledger)}\nWHERE ${ours} AND ${begun} AND (${doubtful.join(' OR ')})`,
            only: ledger,
          },
        ]),
    {
      title: `${frame.file} goes on where an earlier run of it stopped.`,
      columns: finding,
      sql: `SELECT ${words('an earlier run came to revision ', text(asksRows ? '; whether rows would stop what is left was not looked at' : ''))} AS finding\nFROM ${table(ledger)}\nWHERE ${ours} AND ${stands}`,
      only: ledger,
      tells: true,
      last: true,
      ...(asksRows ? { open: true } : {}),
    },
  ];
}

/** Steps that are not begun again, because nobody knows what they did. */
function doubtfulOf({ recordings, dialect, client, frame }: Script): readonly Entry[] {
  const { mayRepeat, doubtsRows } = client.asking;
  return recordings.flatMap((recording, place) =>
    revisionParts(recording, place, dialect, frame).flatMap((part) => {
      if (part.part === 'begin') return doubtsRows === true ? [part.entry] : [];
      return part.part === 'outside' && mayRepeat?.(part.statement) !== true ? [part.entry] : [];
    }),
  );
}

/** There the script has nothing to do, which is no fault. */
function doneQuestion({ client, frame }: Script): Question {
  const { own, text, nowhere, holds, asksAll } = client.asking;
  const done = `already applied: the database is at ${showHeads(frame.to)}; ${frame.file} would change nothing`;
  return {
    title: `${frame.file} is still to be applied.`,
    columns: finding,
    sql: `SELECT ${text(done)} AS finding${nowhere}\nWHERE ${holds(frame.to, frame)}`,
    only: own(frame).version,
    ...(asksAll === true ? {} : { tells: true }),
    last: true,
  };
}

function versionQuestion({ client, dialect, frame }: Script): Question {
  const { own, text, nowhere, holds, rows } = client.asking;
  const { version } = own(frame);
  const needs = `${frame.file} needs the database at ${showHeads(frame.from)}`;
  const other = dialect.checks.joined([text(`${needs}, but it is at `), `COALESCE(${rows(frame)}, ${text('base')})`]);
  const absent = `SELECT ${text(`there is no version table that this user can see, and ${needs}`)} AS finding${nowhere}`;
  return {
    title: `The database is at ${showHeads(frame.from)}.`,
    columns: finding,
    sql: `SELECT ${other} AS finding${nowhere}\nWHERE NOT (${holds(frame.from, frame)})`,
    only: version,
    ...(frame.from.length === 0 ? {} : { absent }),
    last: true,
  };
}

function sizeQuestion({ dialect }: Script, { touches }: Preflight): readonly Question[] {
  if (touches.length === 0) return [];
  const columns = ['name', 'rows_about', 'bytes'];
  return [{ title: 'It touches these tables.', columns, sql: dialect.sizes(touches), tells: true }];
}

function checkQuestion({ revision, check }: Foreseen, { client }: Script): Question {
  const { nowhere } = client.asking;
  const { count, sample, noun, of, loss } = check;
  const first = sample === undefined ? '' : `, (${sample}) AS first_one`;
  return {
    title: `Revision ${revision} ${loss ? 'loses no' : 'finds no'} ${noun}s${of}.`,
    columns: ['found', ...(sample === undefined ? [] : ['first_one'])],
    sql: `SELECT found${first} FROM (SELECT (${count}) AS found${nowhere}) asked WHERE found > 0`,
  };
}

function laterQuestion({ client }: Script, { later }: Preflight): readonly Question[] {
  if (later.length === 0) return [];
  const { text, nowhere } = client.asking;
  const each = later.map(
    ({ revision, check: { noun, of } }) => `SELECT ${text(`revision ${revision}: ${noun}s${of}`)} AS finding${nowhere}`,
  );
  const title = 'Asked while it runs, because something before it makes or changes what it looks at.';
  return [{ title, columns: finding, sql: each.join('\nUNION ALL\n'), tells: true }];
}

function stopQuestion({ client, recordings }: Script): readonly Question[] {
  const online = onlineIn(recordings);
  if (online.length === 0) return [];
  const { text, nowhere } = client.asking;
  const each = online.map(
    ({ revision, reason }) => `SELECT ${text(`revision ${revision}: ${reason}`)} AS finding${nowhere}`,
  );
  const title = 'It stops in the place of these, which are done online.';
  return [{ title, columns: finding, sql: each.join('\nUNION ALL\n'), tells: true }];
}
