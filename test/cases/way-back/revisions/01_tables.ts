/**
 * Tables, and no downgrade
 *
 * Revision ID: back_1
 * Revises: base
 */
import type { Op } from 'migrator';

export const revision = 'back_1';
export const downRevision = null;

export function upgrade(op: Op): void {
  op.createTable('customer', (t) => {
    t.integer('id').notNullable().primary();
    t.string('name', 40).notNullable();
    t.string('email', 80).unique({ indexName: 'customer_email' });
    t.string('note', 80).index('customer_by_note');
    t.integer('level').notNullable().defaultTo(3);
  });
  op.createTable('invoice', (t) => {
    t.integer('number').notNullable().primary();
    t.integer('customer_id').notNullable();
    t.decimal('total', 12, 2).notNullable();
    t.foreign(['customer_id'], 'invoice_customer').references(['id']).inTable('customer').onDelete('cascade');
    t.check('?? >= 0', ['total'], 'invoice_total_positive');
    t.index(['total'], 'invoice_by_total');
  });
}
