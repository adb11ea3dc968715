/** An identity column that starts at 100 and counts by 10 */
import type { Op } from 'migrator';

export const revision = 'bf097de6';
export const downRevision = null;

export async function upgrade(op: Op): Promise<void> {
  op.createTable('item', (t) => {
    t.integer('id').identity({ start: 100, increment: 10 }).primary();
    t.string('name', 40).notNullable();
  });
  await op.bulkInsert('item', [{ name: 'first' }, { name: 'second' }]);
}

export function downgrade(op: Op): void {
  op.dropTable('item');
}
