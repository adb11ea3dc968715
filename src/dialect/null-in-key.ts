/** What its primary key keeps NOT NULL: engines refuse to let it hold NULL, or leave it as it is without a word. */

import type { MigratorError } from '../errors.ts';
import type { Operation } from '../operation/operation.ts';
import { filledBy } from '../schema/constraint.ts';
import { showName } from '../schema/name.ts';
import { type Schema, tableOf } from '../schema/schema.ts';
import { unsupported } from './lower.ts';

export function nullInKey(title: string, column: string): MigratorError {
  return unsupported(
    `${title} lets no column of a primary key hold NULL: ${column}`,
    'drop the primary key first, or keep the column NOT NULL: leave nullable out, and say .notNullable() before .alter()',
  );
}

/** Throws `unsupported` where a column of a primary key shall hold NULL. */
export function refuseNullInKey(operation: Operation, before: Schema, title: string): void {
  if (operation.kind !== 'alterColumn' || operation.change.nullable !== true) return;
  const { table: name, column } = operation;
  const table = tableOf(before, name);
  if (table?.constraints.some((key) => filledBy(key, table).includes(column)) !== true) return;
  throw nullInKey(title, `${showName(name)}.${column}`);
}
