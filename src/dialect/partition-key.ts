/** Keys over partitions, each of which knows its own rows alone. */

import type { Operation } from '../operation/operation.ts';
import type { Constraint } from '../schema/constraint.ts';
import { showName } from '../schema/name.ts';
import { type Schema, tableOf } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { columnNames, type Index } from '../schema/table-index.ts';
import { columnsIn } from './computed.ts';
import type { Dialect } from './dialect.ts';
import { unsupported } from './lower.ts';

const equals = /^\s*(?:=|operator\s*\(\s*(?:\w+\s*\.\s*)?=\s*\))\s*$/i;

/** The columns that tell rows apart, or set apart those that are compared; undefined where rows may be alike. */
export function uniqueColumns(key: Constraint | Index): readonly string[] | undefined {
  if (!('kind' in key)) return key.unique ? columnNames(key.columns) : undefined;
  if (key.kind === 'exclude') {
    return columnNames(key.elements.filter(({ operator }) => equals.test(operator)).map(({ part }) => part));
  }
  return key.kind === 'primary' || key.kind === 'unique' ? key.columns : undefined;
}

const isExclusion = (key: Constraint | Index): boolean => 'kind' in key && key.kind === 'exclude';

export const keyWord = (key: Constraint | Index): string => (isExclusion(key) ? 'exclusion constraint' : 'unique key');

export const keyName = ({ name = 'the primary key' }: Constraint | Index): string => name;

/** Throws `unsupported` for a unique key that leaves out a column by which its table is parted. */
export function requirePartitionColumns(
  key: Constraint | Index,
  table: Table,
  { title, mark }: Pick<Dialect, 'title' | 'mark'>,
): void {
  const columns = uniqueColumns(key);
  if (columns === undefined || table.partitioning === undefined) return;
  const missing = columnsIn(table.partitioning.by, table, mark).find(({ name }) => !columns.includes(name));
  if (missing === undefined) return;
  throw unsupported(
    `${title} has no ${keyWord(key)} over partitions that says nothing of the column they are made by: ${keyName(key)} of ${showName(table.name)} lacks ${missing.name}`,
    isExclusion(key)
      ? `compare it by ['${missing.name}', '='] as well, or add it to each partition with op.execute(…)`
      : `add ${missing.name} to its columns, or let it not be unique`,
  );
}

/** Throws `unsupported` where a column by which its table is parted shall go; `stays`: where it shall get another type, too. */
export function refusePartedColumn(
  operation: Operation,
  before: Schema,
  { title, mark }: Pick<Dialect, 'title' | 'mark'>,
  stays = false,
): void {
  const retypes =
    operation.kind === 'alterColumn' &&
    (operation.change.type !== undefined || operation.change.collation !== undefined);
  if (operation.kind !== 'dropColumn' && !(stays && retypes)) return;
  const table = tableOf(before, operation.table);
  if (table?.partitioning === undefined) return;
  if (!columnsIn(table.partitioning.by, table, mark).some(({ name }) => name === operation.column)) return;
  throw unsupported(
    `${title} keeps a column by which its table is parted as it is: ${showName(table.name)}.${operation.column}`,
    'make another table, and move the rows',
  );
}
