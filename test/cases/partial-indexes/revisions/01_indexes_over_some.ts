/**
 * Partial indexes made with their table, a unique one among them.
 *
 * Revision ID: pi01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'pi01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.createTable('job', (t) => {
    t.integer('id').notNullable().primary();
    t.string('state', 20).notNullable();
    t.integer('priority').notNullable();
  });
  op.createIndex('job_waiting', 'job', ['priority'], { where: "state = 'waiting'" });
  op.createIndex('job_running_once', 'job', ['state'], { unique: true, where: "state = 'run?ning'" });
}

export function downgrade(op: Op): void {
  op.dropIndex('job_running_once', 'job');
  op.dropIndex('job_waiting', 'job');
  op.dropTable('job');
}
