/** What is done to rows, and what raw SQL does, is taken back only where it says how. */

import { showName } from '../schema/name.ts';
import { firstWords, type Schema } from '../schema/schema.ts';
import type { DataKind } from './data-verbs.ts';
import type { Operation } from './operation.ts';
import { back, noWay, type Reversal, type Reverse } from './reversal.ts';

/** `reverseAll` takes a list back in reverse order; it is handed in, because every kind stands above this one. */
export function dataReversals(reverseAll: (operations: readonly Operation[], before: Schema) => Reversal): {
  readonly [K in DataKind]: Reverse<K>;
} {
  return {
    insert: ({ table, rows }) =>
      rows === 0 ? back([]) : noWay(`rows of table ${showName(table)} that were there before look like the new ones`),
    data: ({ verb, table }) =>
      verb === 'insert'
        ? noWay(`rows of table ${showName(table)} that were there before look like the new ones`)
        : noWay(`which rows of table ${showName(table)} it changed is known to the database alone`),
    raw: ({ sql, does }, before) =>
      does === undefined ? noWay(`nothing says what the SQL (${firstWords(sql)}) does`) : reverseAll(does, before),
    unread: () => noWay('knex is not understood here'),
    custom({ name, undo, does }, before) {
      if (undo !== undefined) return back(undo);
      return does.length === 0 ? noWay(`${name} says nothing that takes it back`) : reverseAll(does, before);
    },
  };
}
