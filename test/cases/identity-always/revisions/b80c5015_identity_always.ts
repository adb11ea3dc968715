/** An identity column that refuses values of its rows */
import type { Op } from 'migrator';

export const revision = 'b80c5015';
export const downRevision = null;

export async function upgrade(op: Op): Promise<void> {
  op.createTable('item', (t) => {
    t.bigInteger('id').identity({ always: true }).primary();
    t.string('name', 40).notNullable();
  });
  await op.bulkInsert('item', [{ name: 'first' }]);
  if (op.dialect === 'postgresql' || op.dialect === 'mssql') await op.bulkInsert('item', [{ id: 7, name: 'seventh' }]);
}

export function downgrade(op: Op): void {
  op.dropTable('item');
}
