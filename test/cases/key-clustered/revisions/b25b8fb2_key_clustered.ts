/** A clustered index, and a primary key that is not */
import type { Op } from 'migrator';

export const revision = 'b25b8fb2';
export const downRevision = null;

export function upgrade(op: Op): void {
  op.createTable('item', (t) => {
    t.integer('id').notNullable();
    t.string('name', 40).notNullable();
  });
  op.createPrimaryKey('item_key', 'item', ['id'], { clustered: false });
  op.createIndex('item_name', 'item', ['name'], { using: 'clustered' });
}

export function downgrade(op: Op): void {
  op.dropTable('item');
}
