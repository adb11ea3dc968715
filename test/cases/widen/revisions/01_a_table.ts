/**
 * A table to change.
 *
 * Revision ID: wid01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'wid01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.createTable('person', (t) => {
    t.integer('id').notNullable().primary();
    t.string('name', 40).notNullable();
  });
}

export function downgrade(op: Op): void {
  op.dropTable('person');
}
