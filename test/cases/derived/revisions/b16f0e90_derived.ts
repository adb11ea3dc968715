/** A way back derived from the upgrade */
import type { Op } from 'migrator';

export const revision = 'b16f0e90';
export const downRevision = 'a16f0e90';

export async function upgrade(op: Op): Promise<void> {
  op.createTable('part', (t) => {
    t.integer('id').notNullable().primary();
    t.integer('item_id').notNullable();
  });
  op.createForeignKey('part_item', 'part', 'item', ['item_id'], ['id']);
  if (op.dialect !== 'redshift') op.createIndex('part_by_item', 'part', ['item_id']);
  await op.bulkInsert('part', [{ id: 1, item_id: 1 }]);
  op.addColumn('item', (t) => t.string('remark', 20));
}
