/**
 * Defaults become what rows with the same values hold.
 *
 * Revision ID: fd01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'fd01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.createTable('plan', (t) => {
    t.integer('id').notNullable().primary();
    t.datetime('starts_at', { useTz: false }).defaultTo('2024-07-01T12:00:00+02:00');
    t.integer('seats').defaultTo(true);
    t.decimal('price', 4, 2).defaultTo('9.50');
    t.boolean('open').defaultTo('t');
  });
}

export function downgrade(op: Op): void {
  op.dropTable('plan');
}
