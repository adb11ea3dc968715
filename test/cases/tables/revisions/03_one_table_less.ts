/**
 * Tables are dropped, one of them if it exists.
 *
 * Revision ID: tab03
 * Revises: tab02
 * Create Date: 2026-01-03 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'tab03';
export const downRevision = 'tab02';
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.dropTable('draft');
  op.dropTable('never_there', { ifExists: true });
}

export function downgrade(op: Op): void {
  op.createTable('draft', (t) => void t.integer('id').notNullable().primary());
}
