/** Questions for psql, whichever server listens: one transaction that cannot write. */

import { showName } from '../../schema/name.ts';
import type { Asking, Frame } from '../client.ts';
import { type Inquiry, type Question, titleOf } from '../inquiry.ts';
import { commentLines } from './comment.ts';
import { anonymousBlock } from './dollar.ts';
import { ownTables } from './ledger.ts';
import { echo, run, setWaits } from './psql-words.ts';
import { doubleQuoted, ended, qualified, quoted } from './spelling.ts';

interface Server {
  /** A query for true where the table is there. */
  readonly there: (question: Question & { readonly only: NonNullable<Question['only']> }) => string;
  /** https://www.postgresql.org/docs/current/sql-set-transaction.html */
  readonly begin: string;
  /** Fails with these words. */
  readonly fail: (words: string) => string;
}

/** psql is told how many rows the last statement had: https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-VARIABLES */
function* ask(question: Question, place: number, server: Server): Generator<string> {
  const { only, tells } = question;
  const counts = tells === true ? '' : `\\set migrator_found_${place + 1} :ROW_COUNT\n`;
  yield `\n${echo(titleOf(question, place))}`;
  if (only === undefined) {
    yield* ended([question.sql]);
    yield counts;
    return;
  }
  yield `\\set migrator_there false\nSELECT ${server.there({ ...question, only })} AS migrator_there \\gset\n\\if :migrator_there\n`;
  yield* ended([question.sql]);
  yield `${counts}\\else\n${echo(`There is no table ${showName(only)}.`)}\\endif\n`;
}

function* spell({ questions, good, bad }: Inquiry, frame: Frame, server: Server): Generator<string> {
  const counted = questions.flatMap(({ tells }, n) => (tells === true ? [] : [`migrator_found_${n + 1}`]));
  yield '\\set ON_ERROR_STOP on\n';
  yield commentLines(['Nothing in this transaction can write, and its settings end with it.']);
  yield server.begin;
  yield "SET LOCAL client_encoding = 'UTF8';\n";
  yield setWaits(frame).replace(/^SET /gm, 'SET LOCAL ');
  if (frame.schema !== undefined) yield `SET LOCAL search_path TO ${doubleQuoted(frame.schema)}, public;\n`;
  yield counted.map((name) => `\\set ${name} 0\n`).join('');
  for (const [n, question] of questions.entries()) yield* ask(question, n, server);
  const sum = counted.map((name) => `:${name}`).join(' + ') || '0';
  yield `\n\\set migrator_good false\nSELECT ${sum} AS migrator_found, ${sum} = 0 AS migrator_good \\gset\nROLLBACK;\n`;
  yield `\\if :migrator_good\n${echo(good)}\\else\n\\echo :migrator_found 'found'\n${server.fail(bad)}\\endif\n`;
}

function asking(server: Server): Asking {
  return {
    run,
    own: ownTables,
    table: (name) => qualified(name, doubleQuoted),
    text: quoted,
    spell: (inquiry, frame) => spell(inquiry, frame, server),
  };
}

const regclass: Server['there'] = ({ only }) => `to_regclass(${quoted(qualified(only, doubleQuoted))}) IS NOT NULL`;

const raise = (words: string): string =>
  anonymousBlock(`BEGIN\n  IF true THEN\n    RAISE EXCEPTION '%', ${quoted(words)};\n  END IF;\nEND\n`);

export const askPostgres: Asking = asking({
  there: regclass,
  begin: 'BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;\n',
  fail: raise,
});

/** https://www.cockroachlabs.com/docs/stable/begin-transaction */
export const askCockroach: Asking = asking({ there: regclass, begin: 'BEGIN TRANSACTION READ ONLY;\n', fail: raise });

/** https://docs.aws.amazon.com/redshift/latest/dg/r_BEGIN.html */
export const askRedshift: Asking = asking({
  there: ({ only: { schema, name } }) =>
    `(SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = ${quoted(name)} AND table_schema = ${schema === undefined ? 'current_schema()' : quoted(schema)})`,
  begin: 'BEGIN READ ONLY;\n',
  fail: (words) => `SELECT CAST(${quoted(words)} AS integer);\n\\quit\n`,
});
