/** An exclusion constraint: no two rows overlap */
import type { Op } from 'migrator';

export const revision = 'bdde01f2';
export const downRevision = null;

export function upgrade(op: Op): void {
  op.createTable('booking', (t) => {
    t.integer('id').notNullable().primary();
    t.specificType('during', 'tsrange').notNullable();
  });
  op.createExcludeConstraint('booking_once', 'booking', [['during', '&&']]);
}

export function downgrade(op: Op): void {
  op.dropConstraint('booking_once', 'booking');
  op.dropTable('booking');
}
