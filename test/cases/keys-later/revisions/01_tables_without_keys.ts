/**
 * Tables without keys.
 *
 * Revision ID: kl01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'kl01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.createTable('country', (t) => {
    t.string('code', 2).notNullable();
    t.string('name', 60).notNullable();
  });
  op.createTable('city', (t) => {
    t.integer('id').notNullable();
    t.string('country', 2).notNullable();
    t.string('name', 60).notNullable();
    t.integer('mayor');
  });
}

export function downgrade(op: Op): void {
  op.dropTable('city');
  op.dropTable('country');
}
