/** A table is dropped with the foreign keys that refer to it */
import type { Op } from 'migrator';

export const revision = 'b9c35248';
export const downRevision = 'a9c35248';

export function upgrade(op: Op): void {
  op.dropTable('item', { cascade: true, dataLoss: 'the items are kept elsewhere' });
}

export async function downgrade(op: Op): Promise<void> {
  op.createTable('item', (t) => {
    t.integer('id').notNullable().primary();
    t.string('name', 40).notNullable();
    t.string('state', 10).notNullable().defaultTo('open');
    t.integer('amount').notNullable().defaultTo(1);
    t.integer('price');
    t.date('due');
  });
  await op.bulkInsert('item', [
    { id: 1, name: 'Käse', state: 'open', amount: 2, price: 30, due: '2026-01-31' },
    { id: 2, name: "O'Brien", state: 'done', amount: 0, price: null, due: null },
  ]);
  op.createForeignKey('part_item', 'part', 'item', ['item_id'], ['id'], { onDelete: 'cascade' });
}
