/** What computed columns are worked out from, where an engine does not take every column of their table. */

import { changeColumn } from '../operation/column-verbs.ts';
import type { Operation } from '../operation/operation.ts';
import type { Column } from '../schema/column.ts';
import { speaksOf } from '../schema/expression.ts';
import { showName } from '../schema/name.ts';
import { type Schema, tableOf } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import type { Dialect } from './dialect.ts';
import { unsupported } from './lower.ts';

/** The table with the columns that it would have; undefined where none is made or becomes another. */
export function tableWithColumns(operation: Operation, before: Schema): Table | undefined {
  switch (operation.kind) {
    case 'createTable':
      return operation.table;
    case 'addColumn': {
      const known = tableOf(before, operation.table);
      return known === undefined ? undefined : { ...known, columns: [...known.columns, operation.column] };
    }
    case 'alterColumn': {
      const known = tableOf(before, operation.table);
      if (known === undefined) return undefined;
      const next = (column: Column) =>
        column.name === operation.column ? changeColumn(column, operation.change) : column;
      return { ...known, columns: known.columns.map(next) };
    }
    default:
      return undefined;
  }
}

/** Whether the operation is about one of the columns. */
export function isAbout(operation: Operation, ...columns: readonly Column[]): boolean {
  if (operation.kind === 'addColumn') return columns.some(({ name }) => name === operation.column.name);
  return operation.kind !== 'alterColumn' || columns.some(({ name }) => name === operation.column);
}

/** The columns that such a text speaks of, but for those whose names differ in case alone. */
export function columnsIn(sql: string, { columns }: Table, mark: Dialect['mark']): readonly Column[] {
  const isAlone = ({ name }: Column) =>
    columns.filter((other) => other.name.toLowerCase() === name.toLowerCase()).length === 1;
  return columns.filter((column) => speaksOf(sql, column.name, 'column', mark) && isAlone(column));
}

type Ground = Pick<Dialect, 'title' | 'mark'>;

/**
 * https://www.postgresql.org/docs/current/ddl-generated-columns.html, https://www.cockroachlabs.com/docs/stable/computed-columns#considerations,
 * https://learn.microsoft.com/sql/t-sql/statements/alter-table-computed-column-definition-transact-sql,
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/CREATE-TABLE.html: column_expression
 */
export function refuseComputedOnComputed(operation: Operation, before: Schema, { title, mark }: Ground): void {
  const table = tableWithColumns(operation, before);
  if (table === undefined) return;
  for (const column of table.columns.filter(({ computed }) => computed !== undefined)) {
    const source = columnsIn(column.computed!.expression, table, mark).find(
      (one) => one.computed !== undefined && one !== column && isAbout(operation, column, one),
    );
    if (source === undefined) continue;
    throw unsupported(
      `${title} works no computed column out from another: ${showName(table.name)}.${column.name} is computed from ${source.name}`,
      `write what ${source.name} is computed from in its place: (${source.computed!.expression})`,
    );
  }
}
