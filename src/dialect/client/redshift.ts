/** psql on Amazon Redshift, which has no DO, no session latch and no advisory locks: a cast that fails carries the message. */

import type { Client, Frame, PartOf } from '../client.ts';
import { commentLines } from './comment.ts';
import { moves } from './move.ts';
import { check, commit, createVersionTable, echo, quitWhenDone, run, statement, versionTable } from './psql-words.ts';
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

function open(frame: Frame): string {
  return [
    '\\set ON_ERROR_STOP on\n',
    "SET client_encoding = 'UTF8';\n",
    "SET TimeZone = 'UTC';\n",
    frame.schema === undefined ? '' : `SET search_path TO ${doubleQuoted(frame.schema)}, public;\n`,
  ].join('');
}

function tableExists(frame: Frame): string {
  const { schema, name } = versionName(frame);
  const place = schema === undefined ? 'current_schema()' : quoted(schema);
  return `(SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = ${quoted(name)} AND table_schema = ${place})`;
}

/** psql leaves the file after a refusal, so that nothing runs where errors do not stop it. */
function refusal(demand: Demand, word: string, found: string): string {
  const sentence = `${word}: ${demand.needs}`;
  return echo(`${sentence}. It is at:`) + found + stop(sentence, demand);
}

function stop(sentence: string, { hint }: Demand): string {
  return `${echo(hint)}SELECT CAST(${quoted(sentence)} AS integer);\n\\quit\n`;
}

function guard(demand: Demand, table: string, word: string): string {
  return [
    '\\set migrator_fits false\n',
    `SELECT ${holdsExactly(demand.expected, quoted)} AS migrator_fits\n  FROM ${table} \\gset\n`,
    '\\if :migrator_fits\n\\else\n',
    refusal(demand, word, `SELECT version_num FROM ${table} ORDER BY version_num;\n`),
    '\\endif\n',
  ].join('');
}

function admit(frame: Frame): string {
  const table = versionTable(frame);
  const demand = demandOfScript(frame);
  const absent = noVersionTable(frame);
  const whenAbsent = startsAtBase(frame) ? '' : echo(absent) + stop(absent, demand);
  return (
    quitWhenDone(frame, tableExists(frame), '') +
    `\\if :migrator_there\n${guard(demand, table, refused)}\\else\n${whenAbsent}\\endif\n`
  );
}

/** https://docs.aws.amazon.com/redshift/latest/dg/r_LOCK.html */
function begin(part: PartOf<'begin'>, frame: Frame): string {
  const table = versionTable(frame);
  return `BEGIN;\nLOCK TABLE ${table};\n${guard(demandOfRevision(part), table, refused)}`;
}

function* spellStatement(part: PartOf<'statement'>): Generator<string> {
  yield* statement(part);
  if (!part.statement.transactional) yield '\\if :ERROR\n\\quit\n\\endif\n';
}

function move(part: PartOf<'move'>, frame: Frame): string {
  const table = versionTable(frame);
  const moved = moves(part, table, quoted).map(({ sql }) => sql);
  return moved.join('') + guard(demandAfter(part), table, undone);
}

function close(part: PartOf<'close'>, frame: Frame): string {
  const verified = part.guarded ? guard(demandAtEnd(frame), versionTable(frame), incomplete) : '';
  return verified + echo(part.guarded ? arrived(frame) : tableReady(frame));
}

export const redshift: Client = {
  tool: 'psql',
  run,
  check,
  statusWhenDone: 'status 0',
  spell: {
    comment: (part) => [commentLines(part.lines)],
    open: (_, frame) => [open(frame)],
    admit: (_, frame) => [admit(frame)],
    versionTable: (_, frame) => [createVersionTable(frame)],
    begin: (part, frame) => [begin(part, frame)],
    statement: spellStatement,
    move: (part, frame) => [move(part, frame)],
    commit: (part) => [commit(part)],
    outside: (part, frame) => [guard(demandOfRevision(part), versionTable(frame), refused)],
    close: (part, frame) => [close(part, frame)],
  },
};
