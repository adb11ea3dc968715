/** Refuses a column that needs a value where the revision itself has put rows that have none. */

import { kindOf } from '../dialect/column-kind.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { MigratorError } from '../errors.ts';
import { fillsItself } from '../operation/check.ts';
import type { Of, Operation } from '../operation/operation.ts';
import { isWatched } from '../operation/watched.ts';
import { showName } from '../schema/name.ts';
import { type Schema, tableOf } from '../schema/schema.ts';
import type { Change } from './recording.ts';

const isHarmless = new Set<Operation['kind']>([
  'createTable',
  'addColumn',
  'renameColumn',
  'dropColumn',
  'alterColumn',
  'commentTable',
  'addConstraint',
  'dropConstraint',
  'createIndex',
  'dropIndex',
  'createView',
]);

/** Tables with rows that the revision put there and that nothing can have taken away since. */
function follow(filled: ReadonlySet<string>, operation: Operation): ReadonlySet<string> {
  if (operation.kind === 'insert') {
    return operation.rows === 0 ? filled : new Set([...filled, showName(operation.table)]);
  }
  if (operation.kind === 'data' && operation.verb !== 'delete') return filled;
  if (operation.kind === 'renameTable' && filled.has(showName(operation.table))) {
    const rest = [...filled].filter((name) => name !== showName(operation.table));
    return new Set([...rest, showName({ ...operation.table, name: operation.to })]);
  }
  return isHarmless.has(operation.kind) ? filled : new Set();
}

/** The type may have a default of its own where nothing is known of it. */
function needsValue({ column, ifNotExists }: Of<'addColumn'>): boolean {
  return ifNotExists !== true && !fillsItself(column) && kindOf(column) !== 'other';
}

/** Throws `impossible`: the engine would refuse the column, whatever the database holds. */
export function refuseUnfilled(changes: readonly Change[], after: Schema, { checks, title }: Dialect): void {
  if (checks.fillsColumns !== undefined) return;
  let filled: ReadonlySet<string> = new Set();
  for (const { operations, place } of changes) {
    for (const operation of operations) {
      if (operation.kind !== 'addColumn' || !filled.has(showName(operation.table)) || !needsValue(operation)) {
        filled = follow(filled, operation);
        continue;
      }
      if (isWatched(operation.table, after) || tableOf(after, operation.table) === undefined) continue;
      const column = `${showName(operation.table)}.${operation.column.name}`;
      throw new MigratorError(
        'impossible',
        `${title} refuses the column ${column}, which needs a value: the rows that this revision puts there before have none`,
        {
          hint: 'Give the column a default, add it before the rows, or let it be NULL, fill it, and make it NOT NULL then.',
          ...(place === undefined ? {} : { place }),
        },
      );
    }
  }
}
