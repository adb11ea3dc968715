/**
 * A unique constraint that comes and goes.
 *
 * Revision ID: ul01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'ul01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.createTable('person', (t) => {
    t.integer('id').notNullable().primary();
    t.string('email', 120).notNullable();
  });
}

export function downgrade(op: Op): void {
  op.dropTable('person');
}
