/** SQL Server's own SQL. A default is a constraint of its own there, and stands in the way of every change. */

import { createHash } from 'node:crypto';
import { changeColumn } from '../operation/column-verbs.ts';
import type { Of } from '../operation/operation.ts';
import type { Name } from '../schema/name.ts';
import { type Schema, tableOf } from '../schema/schema.ts';
import type { Column } from '../schema/table.ts';
import { type Dialect, quoteName } from './dialect.ts';
import { describeColumn, describeTable } from './extended-property.ts';
import { blankColumn, columnOf, defaultText, type Lowering, rememberedColumn, schemaStatement } from './lower.ts';
import type { Statement } from './statement.ts';

type Accent = Pick<Dialect, 'title' | 'quote' | 'literal' | 'text'>;

/** The name that knex gives to a column's default. */
function defaultName(table: string, column: string): string {
  return `${table}_${column}_default`.toLowerCase();
}

export function mssqlLowering(accent: Accent): Lowering {
  const full = (name: Name) => quoteName(accent, name);
  const rename = (object: string, to: string, what: string) => {
    accent.quote(to);
    return `EXEC sp_rename ${accent.text(object)}, ${accent.text(to)}, N'${what}'`;
  };
  const renameDefault = (table: Name, from: string, to: string) => {
    const name = full({ ...table, name: from });
    return schemaStatement(`IF OBJECT_ID(${accent.text(name)}, N'D') IS NOT NULL ${rename(name, to, 'OBJECT')}`);
  };
  return {
    dropTable: ({ table, ifExists }) =>
      ifExists
        ? [schemaStatement(`IF OBJECT_ID(${accent.text(full(table))}, N'U') IS NOT NULL DROP TABLE ${full(table)}`)]
        : undefined,
    commentTable: ({ table, comment }) => [schemaStatement(describeTable(table, comment, accent.text))],
    renameTable: ({ table, to }, before) => [
      schemaStatement(rename(full(table), to, 'OBJECT')),
      ...(tableOf(before, table)?.columns ?? [])
        .filter((column) => column.default !== undefined)
        .map(({ name }) => renameDefault(table, defaultName(table.name, name), defaultName(to, name))),
    ],
    renameColumn: ({ table, column, to }, before) => [
      schemaStatement(rename(`${full(table)}.${accent.quote(column)}`, to, 'COLUMN')),
      ...(columnOf(before, table, column)?.default === undefined
        ? []
        : [renameDefault(table, defaultName(table.name, column), defaultName(table.name, to))]),
    ],
    dropColumn: ({ table, column }, before) => [
      ...dropDefault(table, column, before, accent),
      schemaStatement(`ALTER TABLE ${full(table)} DROP COLUMN ${accent.quote(column)}`),
    ],
    alterColumn: (operation, before) => alterColumn(operation, before, accent),
  };
}

/** By the name that knex gave it when replay knows the column, else by what the server finds. */
function dropDefault(table: Name, column: string, before: Schema, accent: Accent): readonly Statement[] {
  const known = columnOf(before, table, column);
  const drop = `ALTER TABLE ${quoteName(accent, table)} DROP CONSTRAINT `;
  if (known !== undefined) {
    return known.default === undefined ? [] : [schemaStatement(drop + accent.quote(defaultName(table.name, column)))];
  }
  const variable = `@drop_${createHash('sha256')
    .update(`${quoteName(accent, table)}.${column}`)
    .digest('hex')
    .slice(0, 8)}`;
  return [
    {
      sql: [
        `DECLARE ${variable} nvarchar(max) = (SELECT ${accent.text(drop)} + QUOTENAME(name) FROM sys.default_constraints`,
        `  WHERE parent_object_id = OBJECT_ID(${accent.text(quoteName(accent, table))})`,
        `  AND COL_NAME(parent_object_id, parent_column_id) = ${accent.text(column)});`,
        `IF ${variable} IS NOT NULL EXEC(${variable})`,
      ].join('\n'),
      transactional: true,
      sort: 'block',
    },
  ];
}

function alterColumn(operation: Of<'alterColumn'>, before: Schema, accent: Accent): readonly Statement[] {
  const { table, column, change } = operation;
  const redefines = change.type !== undefined || change.nullable !== undefined;
  const touchesDefault = change.default !== undefined || change.type !== undefined;
  const next = redefines || change.default != null ? nextColumn(operation, before, accent) : undefined;
  const alter = `ALTER TABLE ${quoteName(accent, table)}`;
  const quoted = accent.quote(column);
  return [
    ...(touchesDefault ? dropDefault(table, column, before, accent) : []),
    ...(redefines && next !== undefined
      ? [schemaStatement(`${alter} ALTER COLUMN ${quoted} ${next.sqlType} ${next.nullable ? 'NULL' : 'NOT NULL'}`)]
      : []),
    ...(touchesDefault && next?.default !== undefined
      ? [
          schemaStatement(
            `${alter} ADD CONSTRAINT ${accent.quote(defaultName(table.name, column))} DEFAULT ${defaultText(next.default, next, accent.literal)} FOR ${quoted}`,
          ),
        ]
      : []),
    ...(change.comment === undefined
      ? []
      : [schemaStatement(describeColumn(table, column, change.comment, accent.text))]),
  ];
}

/** ALTER COLUMN forgets NULL or NOT NULL: https://learn.microsoft.com/sql/t-sql/statements/alter-table-transact-sql */
function nextColumn(operation: Of<'alterColumn'>, before: Schema, accent: Accent): Column {
  const { column, change } = operation;
  if (change.type !== undefined && change.nullable !== undefined && change.default !== undefined) {
    return changeColumn(columnOf(before, operation.table, column) ?? blankColumn(column), change);
  }
  return changeColumn(rememberedColumn(accent.title, operation, before), change);
}
