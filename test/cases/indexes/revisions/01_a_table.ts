/**
 * A table to look things up in.
 *
 * Revision ID: ind01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'ind01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.createTable('log', (t) => {
    t.integer('id').notNullable().primary();
    t.string('host', 60).notNullable();
    t.string('user', 60);
    t.integer('status').notNullable();
    t.index(['host', 'status'], 'log_host_status');
    t.index('user');
  });
}

export function downgrade(op: Op): void {
  op.dropTable('log');
}
