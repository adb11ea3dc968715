/**
 * Everything changes, and no downgrade: all of it is derived.
 *
 * Revision ID: back_2
 * Revises: back_1
 */
import type { Op } from 'migrator';

export const revision = 'back_2';
export const downRevision = 'back_1';

export async function upgrade(op: Op): Promise<void> {
  op.dropTable('invoice');
  op.createTable('level', (t) => {
    t.integer('id').notNullable().primary();
    t.string('title', 20).notNullable();
  });
  await op.bulkInsert('level', [
    { id: 1, title: 'bronze' },
    { id: 2, title: 'silver' },
  ]);
  await op.knex('level').where({ id: 2 }).update({ title: 'gold' });
  op.createIndex('level_by_title', 'level', ['title']);
  op.dropColumn('customer', 'note');
  op.addColumn('customer', (t) => t.date('born'));
  op.alterColumn('customer', 'name', { type: (t, name) => t.string(name, 120), newColumnName: 'full_name' });
  op.dropConstraint('customer_email', 'customer');
  op.createIndex('customer_by_name', 'customer', ['full_name']);
  op.renameTable('customer', 'client');
}
