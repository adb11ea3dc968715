/**
 * Find employees by name, without stopping the writers meanwhile.
 *
 * Revision ID: 7bd9035ea6f2
 * Revises: 68a2c47fe0b5
 * Create Date: 2026-05-04 13:20:00+00:00
 */
import type { Op } from 'migrator';

export const revision = '7bd9035ea6f2';
export const downRevision = '68a2c47fe0b5';
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  if (op.dialect === 'redshift') return; // it has no indexes
  op.createIndex('employee_by_name', 'employee', ['last_name', 'first_name'], { concurrently: true });
}

export function downgrade(op: Op): void {
  if (op.dialect === 'redshift') return;
  op.dropIndex('employee_by_name', 'employee', { concurrently: true });
}
