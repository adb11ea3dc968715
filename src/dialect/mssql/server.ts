/** One SQL Server as a lowering meets it, and the small words that every statement for it is made of. */

import type { Name } from '../../schema/name.ts';
import type { Schema } from '../../schema/schema.ts';
import { type Dialect, quoteName } from '../dialect.ts';
import { schemaStatement } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { isAtLeast } from '../version.ts';

export type Accent = Pick<Dialect, 'title' | 'quote' | 'literal' | 'text'>;

/** Its words, its version, and the schema before the operation. */
export interface Server extends Accent {
  readonly version: string;
  readonly before: Schema;
}

/** A statement with a variable is two, and is left as it is laid out here. */
export function plain(...statements: readonly string[]): readonly Statement[] {
  return statements.map((sql) => (sql.startsWith('DECLARE ') ? block(sql) : schemaStatement(sql)));
}

/** Several statements that are sent as one, or a body with semicolons of its own. */
export function block(sql: string): Statement {
  return { sql, transactional: true, sort: 'block' };
}

export function list(columns: readonly string[], { quote }: Pick<Server, 'quote'>): string {
  return `(${columns.map(quote).join(', ')})`;
}

export function alter(table: Name, clause: string, server: Server): string {
  return `ALTER TABLE ${quoteName(server, table)} ${clause}`;
}

/** Constraints and triggers live in the schema of their table. */
export function besideTable(table: Name, name: string): Name {
  return { ...table, name };
}

/** As functions of the server take it: the quoted name as a string. */
export function nameText(name: Name, server: Server): string {
  return server.text(quoteName(server, name));
}

/** https://learn.microsoft.com/sql/t-sql/functions/object-id-transact-sql */
export function objectId(name: Name, server: Server, type?: string): string {
  return `OBJECT_ID(${nameText(name, server)}${type === undefined ? '' : `, N'${type}'`})`;
}

/** https://learn.microsoft.com/sql/relational-databases/system-stored-procedures/sp-rename-transact-sql */
export function rename(object: string, to: string, what: 'OBJECT' | 'COLUMN' | 'INDEX', server: Server): string {
  server.quote(to);
  return `EXEC sp_rename ${server.text(object)}, ${server.text(to)}, N'${what}'`;
}

/** DROP … IF EXISTS and CREATE OR ALTER: https://learn.microsoft.com/sql/t-sql/statements/drop-table-transact-sql */
export function isModern({ version }: Server): boolean {
  return isAtLeast(version, '2016');
}

/** `DROP VIEW IF EXISTS [v]`, or a question before it where the server is older. */
export function dropObject(
  what: string,
  name: Name,
  server: Server,
  ifExists: boolean | undefined,
  type?: string,
): string {
  const shown = quoteName(server, name);
  if (ifExists !== true) return `DROP ${what} ${shown}`;
  if (isModern(server)) return `DROP ${what} IF EXISTS ${shown}`;
  return `IF ${objectId(name, server, type)} IS NOT NULL DROP ${what} ${shown}`;
}
