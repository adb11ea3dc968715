/** A column takes its numbers from a sequence, which gets another name */
import type { Op } from 'migrator';

export const revision = 'd5a1c001';
export const downRevision = null;

export function upgrade(op: Op): void {
  op.createSequence('Ticket no');
  op.createTable('ticket', (t) => {
    t.integer('id').notNullable().primary();
    t.integer('number').defaultTo(op.knex.raw(`nextval('"Ticket no"')`));
  });
  op.renameSequence('Ticket no', 'ticket_number');
}
