/**
 * Servers that speak PostgreSQL's protocol, in SQL alone and without its blocks: a cast that fails carries the message and
 * dooms the transaction around it, so that its COMMIT undoes everything, whatever the tool does after errors.
 */

import type { Name } from '../../schema/name.ts';
import type { Client, Entry, Frame, PartOf, Terms } from '../client.ts';
import { freeKnexLock, lookAt } from './book.ts';
import { announcement, hintOf, mayPass, sentence, switchLines, type Voice } from './check-words.ts';
import { commentLines } from './comment.ts';
import { faultAt, faultWords } from './expect-words.ts';
import { rulesInWords } from './house.ts';
import { ledgerReset, logRow, matches, otherLeft, otherLeftHint, ownLeft, ownLeftHint, unfinished } from './ledger.ts';
import { moves } from './move.ts';
import { plainRun, plainTerms, switchByLine } from './plain.ts';
import { createTables, ledgerTable, spoken } from './psql-ledger.ts';
import { bookVoice, setWaits, statement, versionRows, versionTable, waitSettings } from './psql-words.ts';
import { doubleQuoted, holdsExactly, quoted } from './spelling.ts';
import {
  alreadyThere,
  arrived,
  type Demand,
  demandAfter,
  demandAtEnd,
  demandOfRevision,
  demandOfScript,
  failedBefore,
  failedBeforeHint,
  incomplete,
  noVersionTable,
  refused,
  startsAtBase,
  tableReady,
  undone,
  versionName,
} from './words.ts';

interface Server {
  /** Settings before the first transaction. */
  readonly settings?: string;
  /** A condition: the table is there. */
  readonly there: (table: Name) => string;
  /** An expression over the version table: its rows, joined. */
  readonly rows: string;
  /** Keeps other scripts out until the transaction ends. */
  readonly lock?: (table: string) => string;
  readonly moment: string;
  readonly now: string;
  readonly user: string;
  readonly givesUp: Terms['givesUp'];
  readonly cannot?: Client['cannot'];
}

const whole = (sql: string): string => `BEGIN;\n${sql}COMMIT;\n`;

/** Fails with the sentence unless the condition holds. */
function demand(condition: string, otherwise: string, from = ''): string {
  return ask(`CASE WHEN ${condition} THEN '0'\n    ELSE ${otherwise} END`, from);
}

const ask = (answer: string, from = ''): string => `SELECT CAST(${answer} AS integer) AS migrator${from};\n`;

const words = (said: string, hint: string): string => quoted(`${said}. ${hint}`);

const set = (name: string, value: string): string =>
  `SELECT set_config('migrator.${name}', '${value}', false) AS migrator;\n`;

/** No setting of that name is an error, too: the session is another one then. */
const isSet = (name: string, value: string): string => `current_setting('migrator.${name}') = '${value}'`;

const unlessStopped = demand(isSet('stopped', 'off'), words(`${refused}: ${failedBefore}`, failedBeforeHint));

const switchLine = { off: set('accept_loss', 'off'), on: set('accept_loss', 'on') };
const howToSwitch = switchByLine(switchLine.off.replace(/ AS migrator;\n$/, ''), "'on'", "'off'");

/** Where settings fail nothing is admitted. */
function open(part: PartOf<'open'>, frame: Frame, { settings = '' }: Server): string {
  return [
    set('stopped', 'on'),
    settings,
    whole(
      [
        setWaits(frame),
        "SET TimeZone = 'UTC';\n",
        frame.schema === undefined ? '' : `SET search_path TO ${doubleQuoted(frame.schema)}, public;\n`,
        part.lossSwitch === true ? commentLines(switchLines(howToSwitch)) : '',
        switchLine.off,
        set('stopped', part.guarded ? 'asking' : 'off'),
      ].join(''),
    ),
  ].join('');
}

function askFor(frame: Frame, when: Parameters<typeof faultAt>[1]): string {
  const fault = faultAt(frame, when);
  return fault === undefined ? '' : ask(`coalesce(${quoted(faultWords(frame))} || ${fault}, '0')`);
}

function fits(asked: Demand, word: string, frame: Frame, { rows }: Server, first = ''): string {
  const from = versionRows(frame, first === '' ? asked.expected : undefined);
  const { expected, needs, hint } = asked;
  const answer = [
    `CASE ${first}WHEN ${holdsExactly(expected, quoted)} THEN '0'\n`,
    `    ELSE ${quoted(`${word}: ${needs}, but it is at `)} || ${rows} || ${quoted(`. ${hint}`)} END`,
  ].join('');
  return ask(answer, `\n  FROM ${from}`);
}

function unlessHalfDone(frame: Frame): string {
  const table = ledgerTable(frame);
  const left = [
    `max(CASE WHEN script = ${quoted(frame.script)} THEN ${words(ownLeft, ownLeftHint(table, 'psql'))}\n`,
    `    ELSE ${words(otherLeft, otherLeftHint(table))} END)`,
  ].join('');
  return ask(`coalesce(${left}, '0')`, `\n  FROM ${table} WHERE ${unfinished}`);
}

/** Missing tables are made and asked in the transaction that a refusal undoes. */
function admit(frame: Frame, server: Server): string {
  const asked = demandOfScript(frame);
  const done = `WHEN ${holdsExactly(frame.to, quoted)} THEN ${quoted(alreadyThere(frame))}\n    `;
  return whole(
    [
      demand(isSet('stopped', 'asking'), words(`${refused}: ${failedBefore}`, failedBeforeHint)),
      askFor(frame, 'always'),
      startsAtBase(frame) ? '' : demand(server.there(versionName(frame)), words(noVersionTable(frame), asked.hint)),
      createTables(frame, server.moment),
      unlessHalfDone(frame),
      fits(asked, refused, frame, server, done),
      askFor(frame, 'undone'),
      set('stopped', 'off'),
    ].join(''),
  );
}

/** What stands in the ledger between BEGIN and COMMIT alone: another session does not find it. */
const isBegun = (entry: Entry): string => `${matches(entry, quoted)} AND step = ${entry.step} AND state = 'started'`;

function beginStep(entry: Entry, frame: Frame): string {
  const table = ledgerTable(frame);
  const start = (from: string) => `UPDATE ${table} SET step = ${entry.step}, state = 'started'\n  WHERE ${from};\n`;
  if (entry.step > 1) {
    const before = `${matches(entry, quoted)} AND step = ${entry.step - 1} AND state = 'done'`;
    const lost = quoted('migration refused: the ledger is not where this script left it');
    return demand('count(*) = 1', lost, `\n  FROM ${table} WHERE ${before}`) + start(before);
  }
  const [clear, add] = ledgerReset(entry, frame, spoken, 0);
  return [
    unlessHalfDone(frame),
    entry.place === 0 ? askFor(frame, 'beginning') : '',
    `${clear};\n${add};\n`,
    start(matches(entry, quoted)),
  ].join('');
}

function begin(part: PartOf<'begin'>, frame: Frame, server: Server): string {
  return [
    'BEGIN;\n',
    server.lock?.(versionTable(frame)) ?? '',
    unlessStopped,
    fits(demandOfRevision(part), refused, frame, server),
    beginStep(part.entry, frame),
  ].join('');
}

function finishStep(entry: Entry, frame: Frame): string {
  return `UPDATE ${ledgerTable(frame)} SET state = 'done'\n  WHERE ${isBegun(entry)};\n`;
}

const voice: Voice = {
  literal: quoted,
  joined: (parts) => parts.join(' || '),
  count: 'found',
  first: 'first_one',
};

function checks(part: PartOf<'check'>): string {
  const each = part.checks.map((check) => {
    const first = check.sample === undefined ? '' : `,\n    (${check.sample}) AS first_one`;
    const pass = mayPass(check, part) ? ` OR ${isSet('accept_loss', 'on')}` : '';
    const otherwise = `${sentence(check, part.deed, voice)} || ${quoted(`. ${hintOf(check, part, false)}`)}`;
    return demand(`found = 0${pass}`, otherwise, `\n  FROM (SELECT (${check.count}) AS found${first}) asked`);
  });
  return commentLines(announcement(part)) + each.join('');
}

/** A tool that lost its connection goes on in another session, and so in no transaction: nothing moves there. */
function move(part: PartOf<'move'>, frame: Frame, server: Server): string {
  const { entry } = part;
  const only = `${ledgerTable(frame)} WHERE ${isBegun(entry)}`;
  const log = logRow(part, frame, {
    ...spoken,
    now: server.now,
    user: server.user,
    accepted: `CASE WHEN ${isSet('accept_loss', 'on')} THEN 1 ELSE 0 END`,
  });
  return [
    ...moves(part, frame, bookVoice, only).map(({ sql }) => sql),
    fits(demandAfter(part), undone, frame, server),
    log === undefined ? '' : `${log}\n    HAVING (SELECT count(*) FROM ${only}) = 1;\n`,
    finishStep(entry, frame),
  ].join('');
}

function close(part: PartOf<'close'>, frame: Frame, server: Server): string {
  const names = ['TimeZone', ...waitSettings(frame), ...(frame.schema === undefined ? [] : ['search_path'])];
  const say = (said: string) =>
    `SELECT ${quoted(said)} AS migrator FROM ${versionTable(frame)} HAVING count(*) >= 0;\n`;
  const putBack = names.map((name) => `RESET ${name};\n`).join('') + switchLine.off + set('stopped', 'on');
  const end = part.guarded
    ? [
        fits(demandAtEnd(frame), incomplete, frame, server),
        ...[`DELETE FROM ${ledgerTable(frame)}`, ...freeKnexLock(frame, bookVoice)].map((sql) => `${sql};\n`),
        say(arrived(frame)),
      ].join('')
    : say(tableReady(frame));
  return whole(unlessStopped + end) + putBack;
}

export function plainByCast(best: Client, server: Server): Client {
  return {
    ...best,
    tool: 'plain',
    inWords: true,
    goesOnWith: 'psql',
    terms: plainTerms({
      needs: ['It must set no savepoints of its own around statements.'],
      givesUp: [
        ...server.givesUp,
        'preflight.sql and verify.sql in SQL alone: they need psql, because no SQL here asks about a table that may be missing.',
        'Going on: what an earlier run of this file has done cannot be passed over.',
        'Statements in no transaction, and numbers of rows that a statement must touch: without psql nobody could ask how they ended.',
        'Errors in plain words: a refusal fails as a text that is no number, and that text says why.',
        'Warnings when a counted loss is accepted: the log says it.',
      ],
      keeps: ['An error dooms the transaction around it: nothing of that stays.'],
    }),
    run: plainRun,
    asking: { ...best.asking, tool: best.tool },
    rules: rulesInWords,
    check: (frame) => [lookAt(frame, versionTable(frame))],
    acceptLoss: () => howToSwitch,
    cannot: (asked) =>
      !asked.transactional
        ? 'it may stand in no transaction, and without psql nobody could tell whether it failed'
        : asked.expectRows !== undefined
          ? 'without psql nobody could tell how many rows it touches'
          : server.cannot?.(asked),
    switchLine,
    statusWhenDone: 'an error',
    resumes: false,
    spell: {
      comment: best.spell.comment,
      open: (part, frame) => [open(part, frame, server)],
      admit: (_, frame) => [admit(frame, server)],
      versionTable: (_, frame) => [whole(unlessStopped + createTables(frame, server.moment))],
      enter: () => [],
      register: () => [],
      leave: () => [],
      begin: (part, frame) => [begin(part, frame, server)],
      check: (part) => [checks(part)],
      statement,
      move: (part, frame) => [move(part, frame, server)],
      commit: ({ entry, moved }, frame) => [`${moved ? '' : finishStep(entry, frame)}COMMIT;\n`],
      outside: () => [],
      close: (part, frame) => [close(part, frame, server)],
    },
  };
}
