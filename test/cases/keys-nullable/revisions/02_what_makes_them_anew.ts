import type { Op } from 'migrator';

export const revision = 'kn02';
export const downRevision = 'kn01';

export function upgrade(op: Op): void {
  op.alterColumn('stay', 'guest', { nullable: false });
  op.alterColumn('room', 'view', { default: 'sea' });
  op.createPrimaryKey('bill_key', 'bill', ['number']);
  op.dropTable('room');
}
