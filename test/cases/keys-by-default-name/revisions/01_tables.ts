/** Tables whose primary keys nobody named */
import type { Op } from 'migrator';

export const revision = '01';
export const downRevision = null;

export function upgrade(op: Op): void {
  op.createTable('counted', (t) => {
    t.increments('id');
    t.string('name', 40).notNullable();
  });
  op.createTable('plain', (t) => {
    t.integer('id').notNullable().primary();
    t.string('name', 40).notNullable();
  });
}
