/** Keys and checks as SQL Server declares them. */

import type { Constraint, ForeignKey, PrimaryKey, UniqueConstraint } from '../../schema/constraint.ts';
import type { Name } from '../../schema/name.ts';
import type { Table } from '../../schema/table.ts';
import { quoteName } from '../dialect.ts';
import { unsupported } from '../lower.ts';
import { requireForeign } from './foreign.ts';
import { isNullable, requireSorted } from './index-clause.ts';
import { primaryName } from './name.ts';
import { alter, list, type Server } from './server.ts';
import { inMemory } from './storage.ts';

/**
 * To a UNIQUE constraint two NULLs are the same; elsewhere they are not. A column that holds NULL is therefore kept unique by an index
 * that leaves NULL out, which no foreign key can refer to; any other gets the constraint.
 * https://learn.microsoft.com/sql/relational-databases/tables/unique-constraints-and-check-constraints
 */
export function isRealConstraint(key: UniqueConstraint, table: Table | undefined): boolean {
  if (key.include !== undefined) return false;
  return key.nullsNotDistinct === true || !key.columns.some((column) => isNullable(table, column));
}

/** Nothing is sorted on disk of a table in memory, so that even its primary key must say so (message 12317). */
function order(key: PrimaryKey | UniqueConstraint, table: Table | undefined): string {
  if (!inMemory(table?.options))
    return key.clustered === undefined ? '' : key.clustered ? ' CLUSTERED' : ' NONCLUSTERED';
  if (key.clustered !== true) return ' NONCLUSTERED';
  throw unsupported(
    `SQL Server has no clustered keys in a table that is kept in memory: ${key.name ?? 'its primary key'}`,
    'leave clustered out',
  );
}

function primaryClause(name: Name, key: PrimaryKey, table: Table | undefined, server: Server): string {
  if (key.include !== undefined) {
    throw unsupported(
      `the index of a primary key cannot carry other columns along on SQL Server: ${primaryName(name, key)}`,
      'leave include out: a clustered key has the whole row beside it; or create an index with include',
    );
  }
  const named = server.quote(primaryName(name, key));
  return `CONSTRAINT ${named} PRIMARY KEY${order(key, table)} ${list(key.columns, server)}`;
}

/** RESTRICT is what NO ACTION does here: nothing is put off until the end of a transaction. */
function action(deed: string): string {
  return /^restrict$/i.test(deed) ? 'NO ACTION' : deed.toUpperCase();
}

function foreignClause(key: ForeignKey, server: Server): string {
  if (key.match !== undefined && !/^simple$/i.test(key.match)) {
    throw unsupported(
      `SQL Server compares foreign keys by MATCH SIMPLE alone: ${key.name} says ${key.match}`,
      'leave match out, and let the columns be NOT NULL or add a check',
    );
  }
  const target = `${quoteName(server, key.references.table)} ${list(key.references.columns, server)}`;
  const remove = key.onDelete === undefined ? '' : ` ON DELETE ${action(key.onDelete)}`;
  const update = key.onUpdate === undefined ? '' : ` ON UPDATE ${action(key.onUpdate)}`;
  return `CONSTRAINT ${server.quote(key.name)} FOREIGN KEY ${list(key.columns, server)} REFERENCES ${target}${remove}${update}`;
}

function refuseDeferred(key: Constraint): void {
  if (key.kind === 'check' || key.deferrable === undefined || key.deferrable === 'not deferrable') return;
  throw unsupported(
    `SQL Server looks at a constraint when the statement ends, and cannot defer it: ${key.name ?? `the ${key.kind} key`}`,
    'leave deferrable out',
  );
}

export function requireSortedKey(name: Name, key: Constraint, table: Table | undefined): void {
  if (key.kind === 'primary') requireSorted(primaryName(name, key), key.columns, table);
  if (key.kind === 'unique') requireSorted(key.name, key.columns, table);
}

/** Throws for what the engine does not have. */
export function constraintClause(name: Name, key: Constraint, table: Table | undefined, server: Server): string {
  refuseDeferred(key);
  requireSortedKey(name, key, table);
  switch (key.kind) {
    case 'primary':
      return primaryClause(name, key, table, server);
    case 'unique':
      return `CONSTRAINT ${server.quote(key.name)} UNIQUE${order(key, table)} ${list(key.columns, server)}`;
    case 'foreign':
      requireForeign(key, table, server);
      return foreignClause(key, server);
    case 'check': {
      const named = key.name === undefined ? '' : `CONSTRAINT ${server.quote(key.name)} `;
      return `${named}CHECK (${key.expression})`;
    }
    case 'exclude':
      throw unsupported(
        `SQL Server has no exclusion constraints: ${key.name}`,
        'compare the rows in a trigger, or leave it out for this database',
      );
  }
}

/** https://learn.microsoft.com/sql/t-sql/statements/alter-table-table-constraint-transact-sql */
export function addConstraintSql(name: Name, key: Constraint, table: Table | undefined, server: Server): string {
  const unseen = 'notValid' in key && key.notValid === true ? 'WITH NOCHECK ' : '';
  return alter(name, `${unseen}ADD ${constraintClause(name, key, table, server)}`, server);
}
