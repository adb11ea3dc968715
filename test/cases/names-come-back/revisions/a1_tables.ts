/** Checks and sequences that the engine names, in a table and columns that get other names */
import type { Op } from 'migrator';

export const revision = 'a1';
export const downRevision = null;

export function upgrade(op: Op): void {
  // without quotes Oracle would look for columns in upper case
  const q = op.dialect === 'oracle' ? '"' : '';
  op.createTable('first', (t) => {
    t.increments('id');
    t.integer('a');
    t.integer('b');
    t.enu('state', ['x', 'y']);
    t.check(`${q}b${q} > 0`);
    t.check(`${q}b${q} < 10`);
  });
  op.createTable('pair', (t) => {
    t.integer('id').notNullable().primary();
    t.integer('a');
    t.check(`${q}a${q} > 0`);
    t.check(`${q}a${q} < 10`);
  });
  op.renameTable('first', 'second');
}
