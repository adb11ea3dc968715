/**
 * Two tables with rows.
 *
 * Revision ID: dj01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'dj01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export async function upgrade(op: Op): Promise<void> {
  op.createTable('town', (t) => {
    t.integer('id').notNullable().primary();
    t.string('name', 40).notNullable();
  });
  op.createTable('street', (t) => {
    t.integer('id').notNullable().primary();
    t.string('town', 40);
    t.integer('town_id');
  });
  await op.bulkInsert('town', [
    { id: 1, name: 'Wien' },
    { id: 2, name: 'Graz' },
  ]);
  await op.bulkInsert('street', [
    { id: 1, town: 'Graz' },
    { id: 2, town: 'Linz' },
  ]);
}

export async function downgrade(op: Op): Promise<void> {
  op.dropTable('street');
  op.dropTable('town');
}
