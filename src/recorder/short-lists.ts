/** Lists of values that are longer than the engine takes. */

import type { Dialect } from '../dialect/dialect.ts';
import { MigratorError } from '../errors.ts';
import type { QueryBuilder } from './knex-shapes.ts';

interface Listing {
  readonly column?: unknown;
  readonly value?: unknown;
}

/** Lists of several columns have no such limit. */
export function requireShortLists({ _statements }: QueryBuilder, { maxList, title }: Dialect): void {
  if (maxList === undefined) return;
  for (const { type, column, value } of _statements as readonly (QueryBuilder['_statements'][number] & Listing)[]) {
    if (!/^(?:where|having)In$/.test(type ?? '') || !Array.isArray(value) || value.length <= maxList) continue;
    if (Array.isArray(column)) continue;
    throw new MigratorError(
      'impossible',
      `${title} takes ${maxList} values in a list, and that of ${column} has ${value.length}`,
      { hint: 'Make several of it: .where((some) => some.whereIn(column, first).orWhereIn(column, second)).' },
    );
  }
}
