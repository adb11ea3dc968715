/**
 * Accounts and products.
 *
 * Revision ID: 2c90e5d41f6a
 * Revises: 1a3f08c2b7d4
 * Create Date: 2026-03-09 14:40:00+00:00
 */
import type { Op } from 'migrator';

export const revision = '2c90e5d41f6a';
export const downRevision = '1a3f08c2b7d4';
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.createTable('account', (t) => {
    t.increments('id');
    t.string('holder', 120).notNullable();
    t.decimal('balance', 18, 4).notNullable().defaultTo(0);
    t.boolean('closed').notNullable().defaultTo(false);
    t.date('opened_on').notNullable();
    t.text('terms');
  });
  op.createTable('product', (t) => {
    t.string('sku', 20).notNullable().primary();
    t.string('title', 120).notNullable();
    t.decimal('price', 10, 2).notNullable();
    // Redshift has no checks.
    if (op.dialect !== 'redshift') t.check('?? >= 0', ['price'], 'product_price_not_negative');
  });
}

export function downgrade(op: Op): void {
  op.dropTable('product');
  op.dropTable('account');
}
