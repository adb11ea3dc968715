/** What `op.createTable` says of a table beyond knex's own words. */

import type { Table } from '../schema/table.ts';

export type TableWords = Pick<Table, 'options' | 'partitioning'>;

const said = new WeakMap<object, TableWords>();

/** `single` is what knex keeps about the table as a whole. */
export function tableWordsOf(single: object): TableWords {
  return said.get(single) ?? {};
}

export function sayTableWords(single: object, words: TableWords): void {
  said.set(single, words);
}
