/**
 * Two tables.
 *
 * Revision ID: dat01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'dat01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export async function upgrade(op: Op): Promise<void> {
  for (const name of ['old', 'new']) {
    op.createTable(name, (t) => {
      t.integer('id').notNullable().primary();
      t.string('name', 100).notNullable();
      t.decimal('price', 10, 2);
      t.boolean('active').notNullable().defaultTo(true);
      t.date('since');
    });
  }
  await op.bulkInsert('old', [
    { id: 1, name: 'one', price: '1.50', active: true, since: '2026-01-01' },
    { id: 2, name: 'two', price: null, active: false, since: null },
    { id: 3, name: "it's three?", price: 3, active: true, since: '2025-12-31' },
  ]);
}

export async function downgrade(op: Op): Promise<void> {
  op.dropTable('new');
  op.dropTable('old');
}
