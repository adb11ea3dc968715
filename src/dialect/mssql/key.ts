/** Constraints and indexes added, dropped and renamed. */

import type { ConstraintTarget, Of } from '../../operation/operation.ts';
import { type Constraint, type PrimaryKey, primaryKeyName, type UniqueConstraint } from '../../schema/constraint.ts';
import { type Name, showName } from '../../schema/name.ts';
import { tableOf } from '../../schema/schema.ts';
import type { Table } from '../../schema/table.ts';
import { columnNames, type Index } from '../../schema/table-index.ts';
import { quoteName } from '../dialect.ts';
import { impossibleFor, schemaStatement, steps } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { requireOneWay } from './cascade.ts';
import { addConstraintSql, isRealConstraint } from './constraint.ts';
import { typeOf } from './definition.ts';
import { indexSql } from './index-clause.ts';
import { dropFoundPrimary, holdsNull, namedByServer, primaryName } from './name.ts';
import { alter, besideTable, isModern, nameText, objectId, plain, rename, type Server } from './server.ts';
import { inMemory, isOnline } from './storage.ts';

/** The index that keeps a column unique which may hold NULL. */
export function uniqueIndex(key: UniqueConstraint): Index {
  const { name, columns, include, nullsNotDistinct, clustered } = key;
  return {
    name,
    columns,
    unique: true,
    ...(include === undefined ? {} : { include }),
    ...(nullsNotDistinct === undefined ? {} : { nullsNotDistinct }),
    ...(clustered === undefined ? {} : { method: clustered ? 'clustered' : 'nonclustered' }),
  };
}

/** `table` is the one that the constraint stands on, as it is then. */
export function addKeySql(name: Name, key: Constraint, table: Table | undefined, server: Server): string {
  if (key.kind === 'unique' && !isRealConstraint(key, table)) return indexSql(name, uniqueIndex(key), table, server);
  return addConstraintSql(name, key, table, server);
}

function dropConstraintSql(table: Name, name: string, server: Server, ifExists: boolean | undefined): string {
  const quoted = server.quote(name);
  if (ifExists !== true) return alter(table, `DROP CONSTRAINT ${quoted}`, server);
  if (isModern(server)) return alter(table, `DROP CONSTRAINT IF EXISTS ${quoted}`, server);
  const there = objectId(besideTable(table, name), server);
  return `IF ${there} IS NOT NULL ${alter(table, `DROP CONSTRAINT ${quoted}`, server)}`;
}

export function indexExists(table: Name, index: string, server: Server): string {
  return `EXISTS(SELECT * FROM sys.indexes WHERE object_id = ${objectId(table, server)} AND name = ${server.text(index)})`;
}

export function dropIndexSql(table: Name, index: string, server: Server, ifExists: boolean | undefined): string {
  if (inMemory(tableOf(server.before, table)?.options)) {
    const drop = alter(table, `DROP INDEX ${server.quote(index)}`, server);
    return ifExists === true ? `IF ${indexExists(table, index, server)} ${drop}` : drop;
  }
  const on = `${server.quote(index)} ON ${quoteName(server, table)}`;
  if (ifExists !== true) return `DROP INDEX ${on}`;
  return isModern(server) ? `DROP INDEX IF EXISTS ${on}` : `IF ${indexExists(table, index, server)} DROP INDEX ${on}`;
}

/** A unique key that no revision made may be either. */
function dropUnique(table: Name, name: string, server: Server, ifExists: boolean | undefined): string {
  const known = tableOf(server.before, table);
  const key = known?.constraints.find((one) => one.kind === 'unique' && one.name === name);
  if (key?.kind === 'unique') {
    return isRealConstraint(key, known)
      ? dropConstraintSql(table, name, server, ifExists)
      : dropIndexSql(table, name, server, ifExists);
  }
  const constraint = dropConstraintSql(table, name, server, false);
  const index = dropIndexSql(table, name, server, ifExists);
  return `IF ${objectId(besideTable(table, name), server, 'UQ')} IS NOT NULL\n  ${constraint}\nELSE\n  ${index}`;
}

/** To the history a primary key answers to any name, as it does where it has none. */
function requireName(table: Name, key: PrimaryKey, name: string | undefined): void {
  const names = [primaryName(table, key), primaryKeyName(key, table)];
  if (name === undefined || names.includes(name)) return;
  throw impossibleFor(
    `the primary key of ${showName(table)} is ${names[0]} at this point of the history, and not ${name}`,
    `Drop ${names[0]}, or leave the name out.`,
  );
}

/** What a revision calls a key that it left nameless is not what the server calls it. */
function dropPrimary(
  table: Name,
  name: string | undefined,
  server: Server,
  ifExists: boolean | undefined,
): readonly Statement[] {
  const known = tableOf(server.before, table);
  const key = known?.constraints.find((one) => one.kind === 'primary');
  const nameless = key?.kind === 'primary' ? namedByServer(known, key) : name === undefined;
  if (nameless) return [dropFoundPrimary(table, server, ifExists)];
  if (key?.kind === 'primary') requireName(table, key, name);
  const told = key?.kind === 'primary' ? primaryName(table, key) : (name ?? '');
  return plain(dropConstraintSql(table, told, server, ifExists));
}

export function dropKey(
  table: Name,
  { kind, name }: ConstraintTarget,
  server: Server,
  ifExists?: boolean,
): readonly Statement[] {
  if (kind === 'primary') return dropPrimary(table, name, server, ifExists);
  if (name === undefined) return [];
  return plain((kind === 'unique' ? dropUnique : dropConstraintSql)(table, name, server, ifExists));
}

/** A primary key is refused over columns that may hold NULL: https://learn.microsoft.com/sql/relational-databases/tables/create-primary-keys */
function withoutNull(table: Name, key: Constraint, known: Table | undefined, server: Server): readonly string[] {
  if (key.kind !== 'primary') return [];
  return (known?.columns ?? [])
    .filter((column) => key.columns.includes(column.name) && holdsNull(known, column))
    .map((column) => alter(table, `ALTER COLUMN ${server.quote(column.name)} ${typeOf(column)} NOT NULL`, server));
}

export function addConstraint({ table, constraint }: Of<'addConstraint'>, server: Server): readonly Statement[] {
  const known = tableOf(server.before, table);
  requireOneWay(table, [constraint], server);
  return [
    ...steps('make its columns NOT NULL', plain(...withoutNull(table, constraint, known, server))),
    ...plain(addKeySql(table, constraint, known, server)),
  ];
}

export function dropConstraint(operation: Of<'dropConstraint'>, server: Server): readonly Statement[] | undefined {
  const { table, constraint, ifExists } = operation;
  if (constraint.kind !== 'primary' && constraint.name === undefined) return undefined;
  return dropKey(table, constraint, server, ifExists);
}

export function renameConstraint(operation: Of<'renameConstraint'>, server: Server): readonly Statement[] {
  const { table, constraint, to } = operation;
  const known = tableOf(server.before, table);
  const key = known?.constraints.find(({ name }) => name === constraint);
  const name = quoteName(server, besideTable(table, constraint));
  const index = `${quoteName(server, table)}.${server.quote(constraint)}`;
  if (key?.kind === 'unique' && !isRealConstraint(key, known)) return plain(rename(index, to, 'INDEX', server));
  if (key !== undefined) return plain(rename(name, to, 'OBJECT', server));
  const there = `OBJECT_ID(${nameText(besideTable(table, constraint), server)})`;
  return plain(
    `IF ${there} IS NOT NULL\n  ${rename(name, to, 'OBJECT', server)}\nELSE\n  ${rename(index, to, 'INDEX', server)}`,
  );
}

export function createIndex({ table, index, ifNotExists }: Of<'createIndex'>, server: Server): readonly Statement[] {
  const sql = indexSql(table, index, tableOf(server.before, table), server);
  const whole = ifNotExists === true ? `IF NOT ${indexExists(table, index.name, server)}\n  ${sql}` : sql;
  return [schemaStatement(whole, !(index.online === true || isOnline(index.storage)))];
}

export function dropIndex({ table, index, ifExists }: Of<'dropIndex'>, server: Server): readonly Statement[] {
  return plain(dropIndexSql(table, index, server, ifExists));
}

export function renameIndex({ table, index, to }: Of<'renameIndex'>, server: Server): readonly Statement[] {
  return plain(rename(`${quoteName(server, table)}.${server.quote(index)}`, to, 'INDEX', server));
}

/** Whether NULL is left out of an index, so that a column's name stands in its condition. */
export function leavesNullOut({ unique, columns, nullsNotDistinct }: Index, table: Table): boolean {
  if (!unique || nullsNotDistinct === true) return false;
  const names = columnNames(columns);
  return table.columns.some((column) => names.includes(column.name) && holdsNull(table, column));
}

/** https://learn.microsoft.com/sql/t-sql/statements/alter-table-transact-sql#with-check--with-nocheck */
export function validateConstraint(
  { table, constraint }: Of<'validateConstraint'>,
  server: Server,
): readonly Statement[] {
  return plain(alter(table, `WITH CHECK CHECK CONSTRAINT ${server.quote(constraint)}`, server));
}
