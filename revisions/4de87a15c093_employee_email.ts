/**
 * Employees have an e-mail address.
 *
 * Revision ID: 4de87a15c093
 * Revises: 37b1d2f0a8ce
 * Create Date: 2026-04-01 11:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = '4de87a15c093';
export const downRevision = '37b1d2f0a8ce';
export const branchLabels = ['people'];
export const dependsOn = null;

export async function upgrade(op: Op): Promise<void> {
  op.addColumn('employee', (t) => t.string('email', 120));
  await op.knex('employee').where({ number: 1001 }).update({ email: 'zoe.obrien@example.com' });
}

export function downgrade(op: Op): void {
  op.dropColumn('employee', 'email');
}
