/** What scripts for psql share, whichever server listens. */

import type { Client, Frame, PartOf } from '../client.ts';
import { commentLines } from './comment.ts';
import { doubleQuoted, ended, holdsExactly, qualified, quoted, shellWord } from './spelling.ts';
import { alreadyThere, committed, doneWithoutTable, frozen, versionName } from './words.ts';

export const versionTable = (frame: Frame): string => qualified(versionName(frame), doubleQuoted);

export const run = (file: string): string => `psql -X -d DATABASE -f ${shellWord(file)}`;

export const check: Client['check'] = (frame) => [
  `psql -X -d DATABASE -c ${shellWord(`SELECT version_num FROM ${versionTable(frame)} ORDER BY version_num`)}`,
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

/** What the session had before, for better or worse. */
export const putBackFrozen: string = [
  "SELECT set_config('default_transaction_read_only', current_setting('migrator.frozen'), false) AS migrator_frozen \\gset\n",
  'RESET migrator.frozen;\n',
].join('');

export const unlessFrozen: string = [
  "  IF current_setting('migrator.frozen', true) = 'on' THEN\n",
  `    RAISE EXCEPTION '${frozen}';\n  END IF;\n`,
].join('');

/** Leaves the file when the version table already holds exactly `to`. `there` answers whether the table exists. */
export function quitWhenDone(frame: Frame, there: string, putBack: string): string {
  return [
    `\\set migrator_done ${doneWithoutTable(frame)}\n`,
    '\\set migrator_there false\n',
    `SELECT ${there} AS migrator_there \\gset\n`,
    '\\if :migrator_there\n',
    '\\set migrator_done false\n',
    `SELECT ${holdsExactly(frame.to, quoted)} AS migrator_done\n  FROM ${versionTable(frame)} \\gset\n`,
    '\\endif\n',
    '\\if :migrator_done\n',
    putBack,
    echo(alreadyThere(frame)),
    '\\quit\n',
    '\\endif\n',
  ].join('');
}

export function createVersionTable(frame: Frame): string {
  const key = doubleQuoted(`${frame.versionTable.name}_pkc`);
  return (
    `CREATE TABLE IF NOT EXISTS ${versionTable(frame)} (\n` +
    `  version_num VARCHAR(32) NOT NULL,\n  CONSTRAINT ${key} PRIMARY KEY (version_num)\n);\n`
  );
}

export function* statement(part: PartOf<'statement'>): Generator<string> {
  yield commentLines(part.says);
  yield* ended(part.sql);
}
