/** MySQL's and MariaDB's own SQL, where knex asks the database what a column is. */

import { changeColumn } from '../operation/column-verbs.ts';
import type { Of } from '../operation/operation.ts';
import { type Schema, tableOf } from '../schema/schema.ts';
import type { Column, Default } from '../schema/table.ts';
import { type Dialect, quoteName } from './dialect.ts';
import { mysqlConstant } from './literal-mysql.ts';
import { type Lowering, refusePartial, rememberedColumn, schemaStatement } from './lower.ts';
import { isAtLeast } from './version.ts';

type Accent = Pick<Dialect, 'title' | 'quote' | 'literal' | 'text'>;

export interface MysqlTraits {
  /** The first version that knows RENAME COLUMN. */
  readonly renameColumnSince: string;
  /** A column's own check goes when MODIFY does not repeat it. */
  readonly columnChecks: boolean;
}

export function mysqlLowering(accent: Accent, traits: MysqlTraits): Lowering {
  const alter = (operation: Of<'alterColumn'> | Of<'renameColumn'>) =>
    `alter table ${quoteName(accent, operation.table)}`;
  return {
    createTable: ({ table }) => {
      for (const index of table.indexes) refusePartial(accent.title, index);
      return undefined;
    },
    createIndex: ({ index }) => {
      refusePartial(accent.title, index);
      return undefined;
    },
    commentTable: ({ table, comment }) => [
      schemaStatement(`alter table ${quoteName(accent, table)} comment = ${accent.text(comment ?? '')}`),
    ],
    alterColumn: (operation, before) => {
      const column = changeColumn(rememberedColumn(accent.title, operation, before), operation.change);
      const checks = traits.columnChecks ? ownChecks(operation, before, accent) : '';
      return [schemaStatement(`${alter(operation)} modify ${definition(column, accent)}${checks}`)];
    },
    renameColumn: (operation, before, version) => {
      const [from, to] = [accent.quote(operation.column), accent.quote(operation.to)];
      if (isAtLeast(version, traits.renameColumnSince)) {
        return [schemaStatement(`${alter(operation)} rename column ${from} to ${to}`)];
      }
      const column = { ...rememberedColumn(accent.title, operation, before), name: operation.to };
      const checks = traits.columnChecks ? ownChecks(operation, before, accent).replaceAll(from, to) : '';
      return [schemaStatement(`${alter(operation)} change ${from} ${definition(column, accent)}${checks}`)];
    },
  };
}

/** MODIFY and CHANGE forget what they are not told: https://dev.mysql.com/doc/refman/8.0/en/alter-table.html#alter-table-redefine-column */
function definition(column: Column, accent: Accent): string {
  const given = column.default === undefined ? undefined : defaultClause(column.default, column, accent);
  const parts = [
    accent.quote(column.name),
    column.sqlType,
    ...(column.unsigned && !/\bunsigned\b/i.test(column.sqlType) ? ['unsigned'] : []),
    ...(column.collation === undefined ? [] : [`collate ${accent.quote(column.collation)}`]),
    column.nullable ? 'null' : 'not null',
    ...(given === undefined ? [] : [given]),
    ...(column.autoIncrement ? ['auto_increment'] : []),
    ...(column.comment === undefined ? [] : [`comment ${accent.text(column.comment)}`]),
  ];
  return parts.join(' ');
}

/** Long text has no default, as knex has it; JSON has one as an expression only: https://dev.mysql.com/doc/refman/8.0/en/data-type-defaults.html */
function defaultClause(given: Default, column: Column, accent: Accent): string | undefined {
  if (given.kind === 'sql') return `default ${given.sql}`;
  const word = column.type.name.toLowerCase();
  if (/^json/.test(word)) return `default (${accent.literal(given.value, column)})`;
  if (/text|blob/.test(word)) return undefined;
  if (typeof given.value === 'string') {
    const literal = accent.literal(given.value, column);
    return `default ${/^(concat|char)\(/.test(literal) ? mysqlConstant(given.value) : literal}`;
  }
  return `default ${accent.literal(given.value, column)}`;
}

/** The nameless checks that speak of this column alone: https://mariadb.com/docs/server/reference/sql-statements/data-definition/constraint */
function ownChecks(operation: Of<'alterColumn'> | Of<'renameColumn'>, before: Schema, accent: Accent): string {
  const own = accent.quote(operation.column);
  const expressions = (tableOf(before, operation.table)?.constraints ?? []).flatMap((constraint) =>
    constraint.kind === 'check' && constraint.name === undefined ? [constraint.expression] : [],
  );
  const about = expressions.filter((expression) => {
    const names = expression.match(/`(?:[^`]|``)*`/g) ?? [];
    return names.length > 0 && names.every((name) => name === own);
  });
  return about.length === 0 ? '' : ` check (${about.join(' and ')})`;
}
