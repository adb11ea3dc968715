/** Names that knex or the server gives to what the author left nameless. */

import { type Column, countsBesideKey } from '../../schema/column.ts';
import type { PrimaryKey } from '../../schema/constraint.ts';
import type { Name } from '../../schema/name.ts';
import type { Table } from '../../schema/table.ts';
import type { Statement } from '../statement.ts';
import { alter, block, objectId, type Server } from './server.ts';

/** The name that knex gives to a column's default. */
export function defaultName(table: string, column: string): string {
  return `${table}_${column}_default`.toLowerCase();
}

export function primaryName(table: Name, key: Pick<PrimaryKey, 'name'>): string {
  return key.name ?? `${table.name}_pkey`;
}

/** `increments()` and its like write their key beside the column, without a name: the server makes one up. */
export function namedByServer(table: Table | undefined, key: PrimaryKey): boolean {
  if (key.name !== undefined) return false;
  const [only, ...more] = key.columns;
  const column = table?.columns.find(({ name }) => name === only);
  if (column === undefined || more.length > 0) return false;
  return column.autoIncrement && !countsBesideKey(column);
}

/** What the server calls it is asked for in the script. */
function dropFound(table: Name, from: string, server: Server, missing: string | undefined): Statement {
  const start = server.text(alter(table, 'DROP CONSTRAINT ', server));
  const none = missing === undefined ? '' : `IF @drop IS NULL THROW 50005, ${server.text(missing)}, 1;\n`;
  return block(
    [
      `DECLARE @drop nvarchar(max) = (SELECT ${start} + QUOTENAME(name) FROM ${from});\n`,
      none,
      missing === undefined ? 'IF @drop IS NOT NULL EXEC(@drop)' : 'EXEC(@drop)',
    ].join(''),
  );
}

/** The default of a column, when it has one. */
export function dropFoundDefault(table: Name, column: string, server: Server): Statement {
  const parent = `parent_object_id = ${objectId(table, server)}`;
  const own = `COL_NAME(parent_object_id, parent_column_id) = ${server.text(column)}`;
  return dropFound(table, `sys.default_constraints\n  WHERE ${parent} AND ${own}`, server, undefined);
}

export function dropFoundPrimary(table: Name, server: Server, ifExists: boolean | undefined): Statement {
  const from = `sys.key_constraints\n  WHERE parent_object_id = ${objectId(table, server)} AND type = 'PK'`;
  return dropFound(table, from, server, ifExists === true ? undefined : `${table.name} has no primary key`);
}

/** The nameless checks that speak of these columns: https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-sql-expression-dependencies-transact-sql */
export function dropFoundChecks(table: Name, columns: readonly string[], server: Server): Statement {
  const start = server.text(alter(table, 'DROP CONSTRAINT ', server));
  const names = columns.map((column) => server.text(column)).join(', ');
  return block(
    [
      "DECLARE @drop nvarchar(max) = N'';",
      `SELECT @drop = @drop + ${start} + QUOTENAME(c.name) + N';' FROM sys.check_constraints AS c`,
      `  WHERE c.parent_object_id = ${objectId(table, server)} AND c.is_system_named = 1`,
      '  AND EXISTS(SELECT * FROM sys.sql_expression_dependencies AS d WHERE d.referencing_id = c.object_id',
      `    AND COL_NAME(d.referenced_id, d.referenced_minor_id) IN (${names}));`,
      'EXEC(@drop)',
    ].join('\n'),
  );
}

/** A primary key makes its columns NOT NULL. */
export function holdsNull(table: Table | undefined, column: Column): boolean {
  if (!column.nullable) return false;
  return table?.constraints.some((key) => key.kind === 'primary' && key.columns.includes(column.name)) !== true;
}
