/**
 * Another default, and the old one when it is taken back.
 *
 * Revision ID: fd02
 * Revises: fd01
 * Create Date: 2026-01-02 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'fd02';
export const downRevision = 'fd01';
export const branchLabels = null;
export const dependsOn = null;

export async function upgrade(op: Op): Promise<void> {
  op.alterColumn('plan', 'starts_at', { default: null });
  op.alterColumn('plan', 'seats', { default: 2 });
  await op.bulkInsert('plan', [{ id: 1 }]);
}

export async function downgrade(op: Op): Promise<void> {
  op.alterColumn('plan', 'seats', { default: true });
  op.alterColumn('plan', 'starts_at', { default: '2024-07-01T12:00:00+02:00' });
}
