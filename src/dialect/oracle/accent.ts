/** What every file about Oracle's SQL is given, and the few spellings that all of them share. */

import type { Name } from '../../schema/name.ts';
import { type Dialect, quoteName } from '../dialect.ts';
import { schemaStatement } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { requireVersion } from '../version.ts';

export interface Accent extends Pick<Dialect, 'title' | 'quote' | 'literal' | 'text'> {
  /** The server's, as the target names it. */
  readonly version: string;
}

/** Refuses what only a later server has. */
export function since({ version }: Accent, wanted: string, what: string): void {
  requireVersion('Oracle Database', version, wanted, what);
}

/** Indexes, triggers and sequences of a table stand in its schema: without one they would go to the session's. */
export function beside(table: Name, name: string): Name {
  return table.schema === undefined ? { name } : { schema: table.schema, name };
}

export function list(names: readonly string[], accent: Accent): string {
  return names.map(accent.quote).join(', ');
}

export function alterTable(table: Name, what: string, accent: Accent): Statement {
  return schemaStatement(`alter table ${quoteName(accent, table)} ${what}`);
}

export const plain: RegExp = /^(?:[a-z][a-z0-9_$#]*|[A-Z][A-Z0-9_$#]*)$/;

/**
 * Roles, tablespaces and collations are mostly made without quotes, so that the engine keeps them in upper case: a plain word
 * stands as it is, https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Database-Object-Names-and-Qualifiers.html
 */
export function word(name: string, { quote }: Accent): string {
  return plain.test(name) ? name : quote(name);
}

/** An empty comment is none: https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/COMMENT.html */
export function commentOn(what: string, comment: string | null | undefined, accent: Accent): Statement {
  return schemaStatement(`comment on ${what} is ${accent.text(comment ?? '')}`);
}

/** Who may read V$PARAMETER is told, and nobody else: https://docs.oracle.com/en/error-help/db/ora-43929/ */
export function collated(statement: Statement, names: boolean): Statement {
  return names ? { ...statement, warns: 'it needs MAX_STRING_SIZE = EXTENDED for its collation' } : statement;
}
