/**
 * A table to change.
 *
 * Revision ID: ac01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'ac01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.createTable('account', (t) => {
    t.integer('id').notNullable().primary();
    t.string('holder', 40).notNullable().defaultTo('nobody').comment("The holder's name");
    t.integer('points').defaultTo(0);
    t.string('iban', 34);
    t.decimal('balance', 10, 2);
    t.boolean('open').notNullable().defaultTo(true);
  });
}

export function downgrade(op: Op): void {
  op.dropTable('account');
}
