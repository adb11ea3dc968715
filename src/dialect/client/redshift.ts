/** psql on Amazon Redshift, which has no DO, no session latch and no advisory locks: a cast that fails carries the message. */

import type { Name } from '../../schema/name.ts';
import { redshiftAscii } from '../ascii/redshift.ts';
import type { Client, Frame, PartOf } from '../client.ts';
import { freeKnexLock } from './book.ts';
import { announcement, hintOf, mayPass, plainSentence, switchLines } from './check-words.ts';
import { commentLines } from './comment.ts';
import { cannotObey } from './house.ts';
import { ledgerName } from './ledger.ts';
import { moves } from './move.ts';
import { askByCast, askThenByCast } from './psql-expect.ts';
import { askRedshift } from './psql-inquiry.ts';
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
  commit,
  countedStatement,
  echo,
  howToSwitch,
  ownManners,
  psqlRules,
  run,
  setWaits,
  statement,
  switchVariable,
  versionRows,
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
  incomplete,
  noVersionTable,
  refused,
  startsAtBase,
  tableReady,
  undone,
  versionName,
} from './words.ts';

function open(part: PartOf<'open'>, frame: Frame): string {
  return [
    ownManners,
    "SET client_encoding = 'UTF8';\n",
    "SET TimeZone = 'UTC';\n",
    setWaits(frame),
    frame.schema === undefined ? '' : `SET search_path TO ${doubleQuoted(frame.schema)}, public;\n`,
    part.lossSwitch === true ? commentLines(switchLines(howToSwitch)) + switchVariable : '',
  ].join('');
}

export function tableExists({ schema, name }: Name): string {
  const place = schema === undefined ? 'current_schema()' : quoted(schema);
  return `(SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = ${quoted(name)} AND table_schema = ${place})`;
}

/** psql leaves the file after a refusal, so that nothing runs where errors do not stop it. */
function refusal(demand: Demand, word: string, found: string): string {
  const sentence = `${word}: ${demand.needs}`;
  return echo(`${sentence}. It is at:`) + found + stop(sentence, demand);
}

function stop(sentence: string, { hint }: Pick<Demand, 'hint'>): string {
  return `${echo(hint)}SELECT CAST(${quoted(sentence)} AS integer);\n\\quit\n`;
}

function guard(demand: Demand, rows: string, word: string): string {
  return [
    '\\set migrator_fits false\n',
    `SELECT ${holdsExactly(demand.expected, quoted)} AS migrator_fits\n  FROM ${rows} \\gset\n`,
    '\\if :migrator_fits\n\\else\n',
    refusal(demand, word, `SELECT version_num FROM ${rows} ORDER BY version_num;\n`),
    '\\endif\n',
  ].join('');
}

export const rowsFound: string = "coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')";
const refuse: Refuse = (sentence, hint) => echo(sentence) + stop(sentence, { hint });

function admit({ path }: PartOf<'admit'>, frame: Frame): string {
  const demand = demandOfScript(frame);
  const absent = noVersionTable(frame);
  const there = { version: tableExists(versionName(frame)), ledger: tableExists(ledgerName(frame)) };
  const whenAbsent = startsAtBase(frame) ? '' : echo(absent) + stop(absent, demand);
  return (
    askByCast(frame, 'always') +
    quitWhenDone(frame, there, '') +
    lookAtLedger(path, frame, { there: there.ledger, found: rowsFound, refuse }) +
    `\\if :migrator_on\n\\elif :migrator_there\n${guard(demand, versionRows(frame), refused)}\\else\n${whenAbsent}\\endif\n` +
    askThenByCast(frame)
  );
}

/** https://docs.aws.amazon.com/redshift/latest/dg/r_LOCK.html */
function begin(part: PartOf<'begin'>, frame: Frame): string {
  const table = versionTable(frame);
  const todo = part.entry.steps === 1 ? '' : ifStepToDo(part.entry);
  return `${todo}BEGIN;\nLOCK TABLE ${table};\n${guard(demandOfRevision(part), versionRows(frame, part.expected), refused)}`;
}

function checks(part: PartOf<'check'>): string {
  const each = part.checks.map((check) => {
    const sentence = plainSentence(check, part);
    const first = check.sample === undefined ? '' : `,\n    (${check.sample}) AS first`;
    const ask = `SELECT (${check.count}) = 0 AS migrator_fits \\gset\n`;
    return [
      '\\set migrator_fits false\n',
      mayPass(check, part) ? `\\if :accept_loss\n\\set migrator_fits true\n\\else\n${ask}\\endif\n` : ask,
      '\\if :migrator_fits\n\\else\n',
      echo(`${sentence}. Their number and the first:`),
      `SELECT (${check.count}) AS found${first};\n`,
      stop(sentence, { hint: hintOf(check, part) }),
      '\\endif\n',
    ].join('');
  });
  return unlessDone(part, each.join(''));
}

function* spellStatement(part: PartOf<'statement'>, frame: Frame): Generator<string> {
  if (!part.alone) return yield* countedStatement(part);
  yield mark(part.entry, frame, part.entry.step, 'started');
  yield* statement(part);
  yield `\\if :ERROR\n\\quit\n\\endif\n${mark(part.entry, frame, part.entry.step, 'done')}${endIf}`;
}

function commitStep(part: PartOf<'commit'>, frame: Frame): string {
  const { entry } = part;
  if (entry.steps === 1) return commit(part);
  return `${part.moved ? '' : mark(entry, frame, entry.step, 'done')}${commit(part)}${endIf}`;
}

function outside(part: PartOf<'outside'>, frame: Frame): string {
  return `${ifStepToDo(part.entry)}${refuseDoubt(part, frame, refuse)}${guard(demandOfRevision(part), versionRows(frame, part.expected), refused)}`;
}

function move(part: PartOf<'move'>, frame: Frame): string {
  const moved = moves(part, frame, bookVoice).map(({ sql }) => sql);
  return (
    moved.join('') +
    guard(demandAfter(part), versionRows(frame, part.leaves), undone) +
    moveLedger(part, frame, { now: 'SYSDATE', user: 'CURRENT_USER' })
  );
}

function close(part: PartOf<'close'>, frame: Frame): string {
  const verified = part.guarded ? guard(demandAtEnd(frame), versionRows(frame, frame.to), incomplete) : '';
  const ends = [`DELETE FROM ${ledgerTable(frame)}`, ...freeKnexLock(frame, bookVoice)];
  const forget = part.guarded ? ends.map((sql) => `${sql};\n`).join('') : '';
  return verified + forget + echo(part.guarded ? arrived(frame) : tableReady(frame));
}

export const redshift: Client = {
  tool: 'psql',
  run,
  check,
  acceptLoss,
  statusWhenDone: 'status 0',
  resumes: true,
  ascii: redshiftAscii,
  asking: askRedshift,
  rules: {
    ...psqlRules,
    'no commit': cannotObey('nothing tells a script on Redshift whether a transaction is open around it'),
  },
  spell: {
    comment: (part) => [commentLines(part.lines)],
    open: (part, frame) => [open(part, frame)],
    admit: (part, frame) => [admit(part, frame)],
    versionTable: (_, frame) => [createTables(frame, 'TIMESTAMP')],
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
