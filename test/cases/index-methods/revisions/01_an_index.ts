/**
 * An index of another method (hash).
 *
 * Revision ID: im01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'im01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.createTable('job', (t) => {
    t.integer('id').notNullable().primary();
    t.string('state', 20).notNullable();
  });
  op.createIndex('job_state', 'job', ['state'], { using: 'hash' });
}

export function downgrade(op: Op): void {
  op.dropIndex('job_state', 'job');
  op.dropTable('job');
}
