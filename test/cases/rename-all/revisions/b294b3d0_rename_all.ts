/** A column, an index and a table are renamed */
import type { Op } from 'migrator';

export const revision = 'b294b3d0';
export const downRevision = 'a294b3d0';

export function upgrade(op: Op): void {
  op.createIndex('item_name', 'item', ['name']);
  op.alterColumn('item', 'name', { newColumnName: 'title' });
  op.alterColumn('item', 'facts', { newColumnName: 'more' });
  op.renameIndex('item_name', 'item_title', 'item');
  op.renameTable('item', 'thing');
}

export function downgrade(op: Op): void {
  op.renameTable('thing', 'item');
  op.dropIndex('item_title', 'item');
  op.alterColumn('item', 'more', { newColumnName: 'facts' });
  op.alterColumn('item', 'title', { newColumnName: 'name' });
}
