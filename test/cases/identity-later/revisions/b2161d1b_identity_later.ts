/** A column that is there becomes an identity column, and a plain one again */
import type { Op } from 'migrator';

export const revision = 'b2161d1b';
export const downRevision = 'a2161d1b';

export async function upgrade(op: Op): Promise<void> {
  op.alterColumn('item', 'id', { identity: { start: op.dialect === 'cockroachdb' ? 3 : 1 } });
  await op.bulkInsert('item', [{ name: 'third' }]);
}

export async function downgrade(op: Op): Promise<void> {
  await op.knex('item').where({ name: 'third' }).del();
  op.alterColumn('item', 'id', { identity: null });
}
