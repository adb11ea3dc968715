/**
 * More indexes, and one less.
 *
 * Revision ID: ind02
 * Revises: ind01
 * Create Date: 2026-01-02 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'ind02';
export const downRevision = 'ind01';
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.createIndex('log_status', 'log', ['status']);
  op.createIndex('log_once', 'log', ['host', 'user'], { unique: true });
  op.dropIndex('log_host_status', 'log');
}

export function downgrade(op: Op): void {
  op.createIndex('log_host_status', 'log', ['host', 'status']);
  op.dropIndex('log_once', 'log');
  op.dropIndex('log_status', 'log');
}
