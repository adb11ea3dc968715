/** Columns as SQL Server declares them. */

import type { Column, Default, Identity } from '../../schema/column.ts';
import type { Name } from '../../schema/name.ts';
import type { Table } from '../../schema/table.ts';
import { kindOf } from '../column-kind.ts';
import { defaultText, unsupported } from '../lower.ts';
import { defaultName, holdsNull } from './name.ts';
import { nowFor } from './now.ts';
import type { Server } from './server.ts';

/** https://learn.microsoft.com/sql/t-sql/statements/create-table-transact-sql-identity-property */
function identityClause(identity: Identity, column: string): string {
  const more = (['minValue', 'maxValue', 'cache', 'cycle'] as const).find((word) => identity[word] !== undefined);
  if (more !== undefined) {
    throw unsupported(
      `SQL Server's identity columns have a start and an increment, and no ${more}: ${column}`,
      'leave it out, or take the values from a sequence: default NEXT VALUE FOR …',
    );
  }
  return ` IDENTITY(${identity.start ?? '1'},${identity.increment ?? '1'})`;
}

export function refuseOnUpdate(column: string): never {
  throw unsupported(
    `SQL Server has nothing that changes a column when its row changes: ${column}`,
    'write a trigger with op.createTrigger(…)',
  );
}

/** The type with its collation, which ALTER COLUMN sets back when it is not repeated. */
export function typeOf({ sqlType, collation }: Column): string {
  return collation === undefined ? sqlType : `${sqlType} COLLATE ${collation}`;
}

/** The type is the expression's own. A cast rounds as others do; text it would cut, and of a number with a fraction that becomes whole it would drop that. */
function rounded(column: Column, expression: string): string {
  const isFraction = column.sqlType !== '' && ['decimal', 'float'].includes(kindOf(column) ?? '');
  return isFraction ? `CAST(${expression} AS ${column.sqlType})` : expression;
}

/** https://learn.microsoft.com/sql/relational-databases/tables/specify-computed-columns-in-a-table */
function computedClause(column: Column): string {
  const { name, computed, nullable } = column;
  const { persisted = false } = computed ?? {};
  const expression = rounded(column, computed?.expression ?? '');
  if (nullable) return ` AS (${expression})${persisted ? ' PERSISTED' : ''}`;
  if (persisted) return ` AS (${expression}) PERSISTED NOT NULL`;
  throw unsupported(
    `SQL Server promises NOT NULL of a computed column only when it is kept on disk: ${name}`,
    'say { persisted: true }, or let it be NULL',
  );
}

function defaultExpression(given: Default, column: Column, literal: Server['literal']): string {
  return given.kind === 'sql' ? nowFor(given.sql, column) : defaultText(given, column, literal);
}

export function hasOtherNow(column: Column): boolean {
  const { default: given } = column;
  return given?.kind === 'sql' && nowFor(given.sql, column) !== given.sql;
}

export function defaultClause(table: Name, column: Column, { quote, literal }: Server): string {
  if (column.default === undefined) return '';
  return ` CONSTRAINT ${quote(defaultName(table.name, column.name))} DEFAULT ${defaultExpression(column.default, column, literal)}`;
}

/** `table` is the one that the column belongs to, as it will be. */
export function columnDefinition(name: Name, column: Column, table: Table | undefined, server: Server): string {
  if (column.onUpdate !== undefined) refuseOnUpdate(column.name);
  const quoted = server.quote(column.name);
  if (column.computed !== undefined) return quoted + computedClause(column);
  const { identity = column.autoIncrement ? { always: true } : undefined } = column;
  const numbered = identity === undefined ? '' : identityClause(identity, column.name);
  const given = defaultClause(name, column, server);
  return `${quoted} ${typeOf(column)}${given}${numbered} ${holdsNull(table, column) ? 'NULL' : 'NOT NULL'}`;
}
