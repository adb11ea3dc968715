/**
 * Points and shapes.
 *
 * Revision ID: ktg01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'ktg01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export async function upgrade(op: Op): Promise<void> {
  await op.schema.createTable('place', (t) => {
    t.integer('id').notNullable().primary();
    t.point('spot');
    if (op.dialect !== 'postgresql' && op.dialect !== 'redshift') t.geometry('shape').notNullable();
  });
}

export async function downgrade(op: Op): Promise<void> {
  await op.schema.dropTable('place');
}
