/** A primary key that carries a column along (INCLUDE) */
import type { Op } from 'migrator';

export const revision = 'bc767686';
export const downRevision = null;

export function upgrade(op: Op): void {
  op.createTable('item', (t) => {
    t.integer('id').notNullable();
    t.string('name', 40).notNullable();
  });
  op.createPrimaryKey('item_key', 'item', ['id'], { include: ['name'] });
}

export function downgrade(op: Op): void {
  op.dropTable('item');
}
