/**
 * Rows with bytes and times of day.
 *
 * Revision ID: rb01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'rb01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export async function upgrade(op: Op): Promise<void> {
  op.createTable('shop', (t) => {
    t.integer('id').notNullable().primary();
    t.binary('logo');
    t.time('opens');
  });
  await op.bulkInsert('shop', [
    { id: 1, logo: Buffer.from([0, 1, 39, 92, 255]), opens: '08:30:00' },
    { id: 2, logo: new Uint8Array(5000).fill(7), opens: null },
  ]);
}

export async function downgrade(op: Op): Promise<void> {
  op.dropTable('shop');
}
