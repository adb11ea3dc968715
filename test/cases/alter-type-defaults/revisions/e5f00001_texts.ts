/** Columns whose defaults are of another type than they will be */
import type { Op } from 'migrator';

export const revision = 'e5f00001';
export const downRevision = null;

export async function upgrade(op: Op): Promise<void> {
  op.createTable('setting', (t) => {
    t.increments('id');
    t.string('amount', 10).notNullable().defaultTo('5');
    t.string('day', 10).defaultTo('2020-01-31');
    t.boolean('open').notNullable().defaultTo(true);
    t.integer('net').notNullable().defaultTo(1);
  });
  if (op.dialect === 'postgresql') {
    op.addColumn('setting', (t) => t.integer('gross').computed('net + 1', { persisted: true }));
    op.addColumn('setting', (t) => t.text('more').defaultTo('{"a": 1}'));
  }
  await op.bulkInsert('setting', [{ amount: '7', day: '2021-02-03', open: false, net: 2 }]);
}

export function downgrade(op: Op): void {
  op.dropTable('setting', { dataLoss: 'settings are samples' });
}
