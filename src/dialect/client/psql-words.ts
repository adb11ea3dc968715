/** What scripts for psql share, whichever server listens. */

import type { Client, Frame, PartOf } from '../client.ts';
import { showWait } from '../waits.ts';
import { type BookVoice, lookAt, versionRows as rowsIn } from './book.ts';
import type { Voice } from './check-words.ts';
import { commentLines } from './comment.ts';
import { isExpected, unexpected, unexpectedHint } from './expect-rows.ts';
import { logFile, nothingToDo, ownSpool } from './house.ts';
import { doubleQuoted, ended, qualified, quoted, shellWord } from './spelling.ts';
import { committed, frozen, versionName } from './words.ts';

export const versionTable = (frame: Frame): string => qualified(versionName(frame), doubleQuoted);

export const bookVoice: BookVoice = {
  quote: (name) => qualified(name, doubleQuoted),
  said: quoted,
  joined: (parts) => parts.join(' || '),
  column: doubleQuoted,
  now: 'CURRENT_TIMESTAMP',
};

/** knex looks in the current schema alone: NULL where the table is not there. */
export function versionThere(frame: Frame): string {
  const { schema, name } = versionName(frame);
  return frame.book === undefined || schema !== undefined
    ? `to_regclass(${quoted(versionTable(frame))})`
    : `to_regclass(quote_ident(current_schema()) || ${quoted(`.${doubleQuoted(name)}`)})`;
}

export const versionRows = (frame: Frame, expected?: readonly string[]): string => rowsIn(frame, bookVoice, expected);

/** Everything that the server is sent, and its answers: https://www.postgresql.org/docs/current/app-psql.html */
const logging = (file: string): string => ` -L ${shellWord(logFile(file))}`;

const line = (file: string, more = ''): string => `psql -X${more} -d DATABASE${logging(file)} -f ${shellWord(file)}`;

export const run = (file: string): string => line(file);

export const howToSwitch = '-v accept_loss=on, as the head of this script shows';

export const acceptLoss = (file: string): string => line(file, ' -v accept_loss=on');

export const psqlRules: Omit<Client['rules'], 'no commit'> = {
  'no whenever': nothingToDo,
  'own spool': ownSpool(logging),
};

/** Variables of a block. */
export const checkVoice: Voice = {
  literal: quoted,
  joined: (parts: readonly string[]): string => parts.join(' || '),
  count: 'migrator_count',
  first: 'migrator_first',
};

/** Whatever a psqlrc or a command line says: https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-VARIABLES */
export const ownManners = '\\set ON_ERROR_STOP on\n\\set AUTOCOMMIT on\n\\set ON_ERROR_ROLLBACK off\n';

/** Off unless the command line says otherwise. */
export const switchVariable = '\\if :{?accept_loss}\n\\else\n\\set accept_loss off\n\\endif\n';

export const check: Client['check'] = (frame) => [
  `psql -X -d DATABASE -c ${shellWord(lookAt(frame, versionTable(frame)))}`,
];

/** psql takes C-like escapes in single quotes: https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-META-COMMANDS */
export const echo = (words: string): string => `\\echo '${words.replaceAll('\\', '\\\\').replaceAll("'", "''")}'\n`;

/** Said only when the guard before it has passed. */
export const echoUnlessError = (words: string): string => `\\if :ERROR\n\\else\n${echo(words)}\\endif\n`;

/** COMMIT of a transaction that failed is no error, so a client that goes on is asked before and after. */
export function commit(part: PartOf<'commit'>): string {
  if (!part.moved) return 'COMMIT;\n';
  return (
    `\\set migrator_failed :ERROR\nCOMMIT;\n\\if :migrator_failed\n\\elif :ERROR\n\\else\n` +
    `${echo(committed(part))}\\endif\n`
  );
}

/**
 * Remembers whether the session was read-only before the script made it so; a refused script that runs again in its
 * session finds its own setting. https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-DEFAULT-TRANSACTION-READ-ONLY
 */
export const rememberFrozen: string = [
  "SELECT set_config('migrator.frozen', CASE WHEN current_setting('default_transaction_read_only') = 'off' THEN 'off'\n",
  "    ELSE coalesce(nullif(current_setting('migrator.frozen', true), ''), 'on') END, false) AS migrator_frozen \\gset\n",
].join('');

export const startsFrozen = "current_setting('default_transaction_read_only') = 'on'";

/** By somebody else than a script that was refused. */
export const isFrozen: string = `${startsFrozen} AND coalesce(nullif(current_setting('migrator.frozen', true), ''), 'on') = 'on'`;

/** What the session had before, for better or worse. */
export const putBackFrozen: string = [
  "SELECT set_config('default_transaction_read_only', current_setting('migrator.frozen'), false) AS migrator_frozen \\gset\n",
  'RESET migrator.frozen;\n',
].join('');

export const unlessFrozen: string = [
  "  IF current_setting('migrator.frozen', true) = 'on' THEN\n",
  `    RAISE EXCEPTION '${frozen}';\n  END IF;\n`,
].join('');

export function* statement(part: PartOf<'statement'>): Generator<string> {
  yield commentLines(part.says);
  yield* ended(part.sql);
}

/** A cast that fails carries the message: https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-VARIABLES */
export function* countedStatement(part: PartOf<'statement'>): Generator<string> {
  yield* statement(part);
  const { expectRows } = part.statement;
  if (expectRows === undefined) return;
  yield [
    '\\set migrator_rows :ROW_COUNT\n\\set migrator_fits false\n',
    `SELECT ${isExpected(':migrator_rows', expectRows)} AS migrator_fits \\gset\n`,
    `\\if :migrator_fits\n\\else\n${echo(unexpectedHint)}`,
    `SELECT CAST(${quoted(unexpected(part.entry, expectRows))} || CAST(:migrator_rows AS varchar) AS integer);\n\\quit\n\\endif\n`,
  ].join('');
}

/** https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT */
export function setWaits({ waits: { lock, statement } }: Frame): string {
  return [
    lock === undefined ? '' : `SET lock_timeout = '${showWait(lock)}';\n`,
    statement === undefined ? '' : `SET statement_timeout = '${showWait(statement)}';\n`,
  ].join('');
}

export const waitSettings = ({ waits }: Frame): readonly string[] => [
  ...(waits.lock === undefined ? [] : ['lock_timeout']),
  ...(waits.statement === undefined ? [] : ['statement_timeout']),
];
