/** What a client tool takes for a command of its own in the text of a script: no server reads it. */

import type { Dialect } from './dialect.ts';
import { tokensOf } from './tokens.ts';

/** https://learn.microsoft.com/sql/t-sql/language-elements/sql-server-utilities-statements-go */
export const sqlcmdCommands: RegExp = /^[ \t]*go(?:[ \t]+\d+)?[ \t]*;?[ \t]*$/im;

/** Anywhere on a line, as no SQL has a bare backslash: https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-META-COMMANDS */
export const psqlCommands: RegExp = /\\[^\n]*$/m;

/** https://dev.mysql.com/doc/refman/8.0/en/mysql-commands.html */
export const mysqlCommands: RegExp = /^[ \t]*delimiter[ \t]+\S+[ \t]*$/im;

/** https://www.sqlite.org/cli.html#special_commands_to_sqlite3_dot_commands_ */
export const sqliteCommands: RegExp = /^\.[a-z]\w*[^\n]*$/im;

/** A slash divides, too, where no statement follows: https://docs.oracle.com/en/database/oracle/oracle-database/19/sqpug/slash.html */
export const sqlplusCommands: RegExp =
  /^[ \t]*\/[ \t]*$(?=\s*(?:(?![\s\S])|(?:create|alter|drop|insert|update|delete|merge|grant|revoke|comment|begin|declare|truncate|call)\b))/im;

/** The first command in the text that stands in no string, name or comment. */
export function clientCommandIn(
  sql: string,
  { formatter, clientCommands }: Pick<Dialect, 'formatter' | 'clientCommands'>,
): string | undefined {
  if (!clientCommands.test(sql)) return undefined;
  const bare = tokensOf(sql, formatter)
    ?.map(({ kind, text, gap }) => gap + (kind === 'string' || kind === 'name' || kind === 'comment' ? '?' : text))
    .join('');
  return bare === undefined ? undefined : clientCommands.exec(bare)?.[0].trim();
}
