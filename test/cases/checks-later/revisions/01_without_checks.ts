/**
 * Without checks.
 *
 * Revision ID: cl01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'cl01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.createTable('offer', (t) => {
    t.integer('id').notNullable().primary();
    t.integer('price').notNullable();
  });
}

export function downgrade(op: Op): void {
  op.dropTable('offer');
}
