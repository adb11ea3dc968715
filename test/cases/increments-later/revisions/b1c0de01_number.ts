/** Rows that are there get numbers, which are the primary key */
import type { Op } from 'migrator';

export const revision = 'b1c0de01';
export const downRevision = 'a1c0de01';

export async function upgrade(op: Op): Promise<void> {
  op.addColumn('item', (t) => t.increments('number'));
  await op.bulkInsert('item', [{ id: 3, name: 'third' }]);
}

export async function downgrade(op: Op): Promise<void> {
  await op.knex('item').where({ id: 3 }).del();
  op.dropColumn('item', 'number');
}
