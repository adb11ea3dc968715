/** Checks and sequences that the engine names, in a table and columns that get other names */
import type { Op } from 'migrator';

export const revision = 'a1';
export const downRevision = null;

export function upgrade(op: Op): void {
  op.createTable('first', (t) => {
    t.increments('id');
    t.integer('a');
    t.integer('b');
    t.enu('state', ['x', 'y']);
    t.check('b > 0');
    t.check('b < 10');
  });
  op.createTable('pair', (t) => {
    t.integer('id').notNullable().primary();
    t.integer('a');
    t.check('a > 0');
    t.check('a < 10');
  });
  op.renameTable('first', 'second');
}
