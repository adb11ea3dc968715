/** Questions for psql, whichever server listens: one transaction that cannot write. */

import { type Name, showName } from '../../schema/name.ts';
import type { Asking, Frame } from '../client.ts';
import { type Inquiry, placed, type Question, titleOf } from '../inquiry.ts';
import { appliedIn } from './book.ts';
import { commentLines } from './comment.ts';
import { anonymousBlock } from './dollar.ts';
import { indexBuildOf } from './index-build.ts';
import { ownTables } from './ledger.ts';
import { showRows } from './psql-guard.ts';
import { isLocked } from './psql-lock.ts';
import { bookVoice, echo, isFrozen, run, setWaits, startsFrozen, versionRows } from './psql-words.ts';
import { doubleQuoted, ended, holdsExactly, qualified, quoted } from './spelling.ts';

interface Server {
  /** A query for true where the table is there. */
  readonly there: (question: Question & { readonly only: NonNullable<Question['only']> }) => string;
  /** https://www.postgresql.org/docs/current/sql-set-transaction.html */
  readonly begin: string;
  /** The rows of the version table, joined. */
  readonly rows: string;
  readonly more?: Pick<Asking, 'busy' | 'frozen' | 'mayRepeat'>;
  /** Fails with these words. */
  readonly fail: (words: string) => string;
}

/** psql is told how many rows the last statement had: https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-VARIABLES */
function* ask(question: Question, place: number, server: Server): Generator<string> {
  const { only, absent } = question;
  const variable = counterOf(question, place);
  const counts = variable === undefined ? '' : `\\set ${variable} :ROW_COUNT\n`;
  yield `\n${echo(titleOf(question, place))}`;
  if (only === undefined) {
    yield* ended([question.sql]);
    yield counts;
  } else {
    yield `\\set migrator_there false\nSELECT ${server.there({ ...question, only })} AS migrator_there \\gset\n\\if :migrator_there\n`;
    yield* ended([question.sql]);
    yield `${counts}\\else\n`;
    if (absent === undefined) yield echo(`There is no table ${showName(only)}.`);
    else {
      yield* ended([absent]);
      yield counts;
    }
    yield '\\endif\n';
  }
  if (question.last === true) yield `SELECT :${variable} = 0 AS migrator_on \\gset\n`;
}

/** The variable that holds how many rows were found, where that matters. */
function counterOf({ tells, last }: Question, place: number): string | undefined {
  if (tells !== true) return `migrator_found_${place + 1}`;
  return last === true ? `migrator_told_${place + 1}` : undefined;
}

function* spell(inquiry: Inquiry, frame: Frame, server: Server): Generator<string> {
  const { questions, good, bad, open } = inquiry;
  const counters = questions.flatMap((question, n) => counterOf(question, n) ?? []);
  const counted = counters.filter((_, n) => counters[n]!.startsWith('migrator_found'));
  yield '\\set ON_ERROR_STOP on\n';
  yield commentLines(['Nothing in this transaction can write, and its settings end with it.']);
  yield server.begin;
  yield "SET LOCAL client_encoding = 'UTF8';\n";
  yield setWaits(frame).replace(/^SET /gm, 'SET LOCAL ');
  if (frame.schema !== undefined) yield `SET LOCAL search_path TO ${doubleQuoted(frame.schema)}, public;\n`;
  yield counters.map((name) => `\\set ${name} 0\n`).join('');
  for (const [question, n, waits] of placed(inquiry)) {
    if (waits) yield '\n\\if :migrator_on';
    yield* ask(question, n, server);
    if (waits) yield '\\endif\n';
  }
  const sum = counted.map((name) => `:${name}`).join(' + ') || '0';
  const left = questions.flatMap((question, n) => (question.open === true ? (counterOf(question, n) ?? []) : []));
  const unknown = left.length === 0 ? '' : `, ${left.map((name) => `:${name}`).join(' + ')} > 0 AS migrator_open`;
  yield `\n\\set migrator_good false\nSELECT ${sum} AS migrator_found, ${sum} = 0 AS migrator_good${unknown} \\gset\nROLLBACK;\n`;
  const end =
    open === undefined || left.length === 0
      ? echo(good)
      : `\\if :migrator_open\n${server.fail(open)}\\else\n${echo(good)}\\endif\n`;
  yield `\\if :migrator_good\n${end}\\else\n\\echo :migrator_found 'found'\n${server.fail(bad)}\\endif\n`;
}

function asking(server: Server): Asking {
  return {
    run,
    own: ownTables,
    applied: (frame) => appliedIn(frame, bookVoice),
    table: (name) => qualified(name, doubleQuoted),
    text: quoted,
    nowhere: '',
    holds: (heads, frame) =>
      `(SELECT CASE WHEN ${holdsExactly(heads, quoted)} THEN 1 ELSE 0 END FROM ${versionRows(frame)}) = 1`,
    rows: (frame) => `(SELECT ${server.rows} FROM ${versionRows(frame)})`,
    ...server.more,
    spell: (inquiry, frame) => spell(inquiry, frame, server),
  };
}

export const regclass = ({ only }: { readonly only: Name }): string =>
  `to_regclass(${quoted(qualified(only, doubleQuoted))}) IS NOT NULL`;

const raise = (words: string): string =>
  anonymousBlock(`BEGIN\n  IF true THEN\n    RAISE EXCEPTION '%', ${quoted(words)};\n  END IF;\nEND\n`);

/** Backslashes in text stand for themselves. */
const plainStrings = 'SET LOCAL standard_conforming_strings = on;\n';

export const askPostgres: Asking = asking({
  there: regclass,
  begin: `BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;\n${plainStrings}`,
  rows: showRows('array_agg(version_num ORDER BY version_num COLLATE "C")'),
  more: { busy: isLocked, frozen: isFrozen, mayRepeat: (statement) => indexBuildOf(statement) !== undefined },
  fail: raise,
});

/** https://www.cockroachlabs.com/docs/stable/begin-transaction */
export const askCockroach: Asking = asking({
  there: regclass,
  begin: `BEGIN TRANSACTION READ ONLY;\n${plainStrings}`,
  rows: "string_agg(version_num, ', ' ORDER BY version_num)",
  more: { frozen: startsFrozen },
  fail: raise,
});

/** https://docs.aws.amazon.com/redshift/latest/dg/r_BEGIN.html */
export const askRedshift: Asking = asking({
  there: ({ only: { schema, name } }) =>
    `(SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = ${quoted(name)} AND table_schema = ${schema === undefined ? 'current_schema()' : quoted(schema)})`,
  begin: 'BEGIN READ ONLY;\n',
  rows: "listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num)",
  fail: (words) => `SELECT CAST(${quoted(words)} AS integer);\n\\quit\n`,
});
