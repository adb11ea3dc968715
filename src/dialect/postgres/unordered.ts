/** Indexes and keys over types that have no order: https://www.postgresql.org/docs/current/indexes-opclass.html */

import { changeColumn } from '../../operation/column-verbs.ts';
import type { Operation } from '../../operation/operation.ts';
import type { Column } from '../../schema/column.ts';
import { showName } from '../../schema/name.ts';
import { type Schema, tableOf } from '../../schema/schema.ts';
import type { Table } from '../../schema/table.ts';
import type { Index } from '../../schema/table-index.ts';
import { columnOf, impossibleFor } from '../lower.ts';

type Parts = Pick<Table, 'name' | 'columns' | 'constraints' | 'indexes'>;

/** What the operation brings together. */
function broughtTogether(operation: Operation, before: Schema): Parts | undefined {
  if (operation.kind === 'createTable') return operation.table;
  if (operation.kind !== 'createIndex' && operation.kind !== 'addConstraint' && operation.kind !== 'alterColumn')
    return;
  const table = tableOf(before, operation.table);
  if (table === undefined) return;
  if (operation.kind === 'createIndex') return { ...table, constraints: [], indexes: [operation.index] };
  if (operation.kind === 'addConstraint') return { ...table, constraints: [operation.constraint], indexes: [] };
  const column = columnOf(before, operation.table, operation.column);
  return column && { ...table, columns: [changeColumn(column, operation.change)] };
}

const sorts = /^(?:btree|hash)?$/i;

/** The columns whose type decides how it is sorted. */
function bare({ method = '', columns }: Pick<Index, 'method' | 'columns'>): readonly string[] {
  if (!sorts.test(method)) return [];
  return columns.flatMap((part) =>
    typeof part === 'string' ? part : part.opclass === undefined ? (part.column ?? []) : [],
  );
}

const hasNoOrder = ({ sqlType }: Column): boolean => /^(?:json|xml|point)$/i.test(sqlType.trim());

/** Throws `impossible` where an index or a key would have to sort what has no order. */
export function refuseUnordered(operation: Operation, before: Schema, title: string): void {
  const parts = broughtTogether(operation, before);
  if (parts === undefined || !parts.columns.some(hasNoOrder)) return;
  const keys = parts.constraints.filter((key) => key.kind === 'primary' || key.kind === 'unique');
  for (const sorting of [...keys, ...parts.indexes]) {
    const column = parts.columns.find((one) => hasNoOrder(one) && bare(sorting).includes(one.name));
    if (column === undefined) continue;
    throw impossibleFor(
      `${title} has no order for ${column.sqlType}, by which ${sorting.name ?? 'the primary key'} of table ${showName(parts.name)} would sort`,
      'Make the column jsonb or text, or index an expression.',
    );
  }
}
