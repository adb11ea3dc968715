/** Columns whose values are listed */
import type { Op } from 'migrator';

export const revision = 'e8a1c3d0';
export const downRevision = null;

export async function upgrade(op: Op): Promise<void> {
  op.createTable('ticket', (t) => {
    t.integer('id').notNullable().primary();
    t.enu('state', ['open', 'done']).notNullable().defaultTo('open');
    t.enu('kind', ['a', 'b']).notNullable();
    t.enu('size', ['s', 'm', 'l']);
    t.enu('sort', ['x', 'y']);
  });
  await op.bulkInsert('ticket', [{ id: 1, state: 'open', kind: 'a', size: 'l', sort: 'y' }]);
}

export function downgrade(op: Op): void {
  op.dropTable('ticket', { dataLoss: 'the tickets are samples' });
}
