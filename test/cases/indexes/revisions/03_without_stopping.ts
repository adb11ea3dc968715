/**
 * Indexes are built and dropped without blocking writers.
 *
 * Revision ID: ind03
 * Revises: ind02
 * Create Date: 2026-01-03 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'ind03';
export const downRevision = 'ind02';
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.createIndex('log_user_status', 'log', ['user', 'status'], { concurrently: true });
  op.addColumn('log', (t) => t.integer('size'));
  op.dropIndex('log_status', 'log', { concurrently: true });
}

export function downgrade(op: Op): void {
  op.createIndex('log_status', 'log', ['status'], { concurrently: true });
  op.dropColumn('log', 'size');
  op.dropIndex('log_user_status', 'log', { concurrently: true });
}
