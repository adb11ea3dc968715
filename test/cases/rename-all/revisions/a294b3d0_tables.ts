/** Two tables with rows */
import type { Op } from 'migrator';

export const revision = 'a294b3d0';
export const downRevision = null;

export async function upgrade(op: Op): Promise<void> {
  op.createTable('item', (t) => {
    t.integer('id').notNullable().primary();
    t.string('name', 40).notNullable();
    t.string('state', 10).notNullable().defaultTo('open');
    t.integer('amount').notNullable().defaultTo(1);
    t.integer('price');
    t.date('due');
    t.json('facts');
  });
  await op.bulkInsert('item', [
    { id: 1, name: 'Käse', state: 'open', amount: 2, price: 30, due: '2026-01-31' },
    { id: 2, name: "O'Brien", state: 'done', amount: 0, price: null, due: null },
  ]);
  op.createTable('part', (t) => {
    t.integer('id').notNullable().primary();
    t.integer('item_id').notNullable();
  });
  op.createForeignKey('part_item', 'part', 'item', ['item_id'], ['id'], { onDelete: 'cascade' });
  await op.bulkInsert('part', [
    { id: 10, item_id: 1 },
    { id: 11, item_id: 2 },
  ]);
}

export function downgrade(op: Op): void {
  op.dropTable('part');
  op.dropTable('item');
}
