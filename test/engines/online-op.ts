/** The directives of `op` on a connected knex, as plainly as can be: what a revision does when knex itself runs it. */

import type { Knex } from 'knex';
import type { DialectName } from '../../src/dialect/names.ts';
import type { Op } from '../../src/recorder/op.ts';

type Directives = Pick<
  Op,
  | 'dialect'
  | 'knex'
  | 'schema'
  | 'createTable'
  | 'dropTable'
  | 'addColumn'
  | 'dropColumn'
  | 'createIndex'
  | 'dropIndex'
  | 'bulkInsert'
>;

/** Directives start their work at once; a pool of one connection keeps the order, and `done` waits for the end. */
export function onlineOp(knex: Knex, dialect: DialectName): { readonly op: Op; done(): Promise<void> } {
  const started: Promise<unknown>[] = [];
  const then = (work: () => PromiseLike<unknown>): void => {
    started.push(Promise.resolve(work()));
  };
  const directives: Directives = {
    dialect,
    knex,
    get schema() {
      return knex.schema;
    },
    createTable: (name, build, options) =>
      then(() =>
        knex.schema.createTable(name, (t) => {
          build(t);
          if (options?.comment !== undefined) t.comment(options.comment);
        }),
      ),
    dropTable: (name) => then(() => knex.schema.dropTable(name)),
    addColumn: (name, build) =>
      then(() => knex.schema.alterTable(name, (t) => void build(t as unknown as Knex.CreateTableBuilder))),
    dropColumn: (name, column) => then(() => knex.schema.alterTable(name, (t) => void t.dropColumn(column))),
    createIndex: (index, name, columns) =>
      then(() => knex.schema.alterTable(name, (t) => void t.index(columns.map(String), index))),
    dropIndex: (index, name) => then(() => knex.schema.alterTable(name, (t) => void t.dropIndex([], index))),
    async bulkInsert(name, rows) {
      const list: unknown[] = [];
      for await (const row of rows as Iterable<object>) list.push(row);
      await knex(name).insert(list);
    },
  };
  return { op: directives as Op, done: () => Promise.all(started).then(() => undefined) };
}
