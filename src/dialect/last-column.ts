/** Tables need a column, but for those of PostgreSQL and its kin. */

import type { Operation } from '../operation/operation.ts';
import { showName } from '../schema/name.ts';
import { type Schema, tableOf } from '../schema/schema.ts';
import { impossibleFor } from './lower.ts';

/** Throws `impossible` where a table would be left with no column. */
export function refuseLastColumn(operation: Operation, before: Schema, title: string): void {
  if (operation.kind !== 'dropColumn') return;
  const columns = tableOf(before, operation.table)?.columns ?? [];
  if (columns.length !== 1 || columns[0]!.name !== operation.column) return;
  throw impossibleFor(
    `${title} has no tables without columns, and ${operation.column} is the only one of ${showName(operation.table)}`,
    'drop the table, or add another column first',
  );
}
