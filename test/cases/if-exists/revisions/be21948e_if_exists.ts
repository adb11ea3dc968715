/** Tables and indexes, if they exist and unless they do */
import type { Op } from 'migrator';

export const revision = 'be21948e';
export const downRevision = 'ae21948e';

export function upgrade(op: Op): void {
  op.dropTable('nowhere', { ifExists: true });
  op.createTable('note', (t) => void t.integer('id'), { ifNotExists: true });
  if (op.dialect !== 'redshift') op.createIndex('note_id', 'note', ['id'], { ifNotExists: true });
  if (op.dialect !== 'redshift') op.dropIndex('note_nothing', 'note', { ifExists: true });
}

export function downgrade(op: Op): void {
  op.dropTable('note', { ifExists: true });
}
