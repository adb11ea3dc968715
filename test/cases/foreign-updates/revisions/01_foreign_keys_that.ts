/**
 * A foreign key that does something when a row changes.
 *
 * Revision ID: fup01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'fup01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.createTable('parent', (t) => {
    t.integer('id').notNullable().primary();
  });
  op.createTable('child', (t) => {
    t.integer('id').notNullable().primary();
    t.integer('of').references('id').inTable('parent').onDelete('NO ACTION').onUpdate('CASCADE');
  });
}

export function downgrade(op: Op): void {
  op.dropTable('child');
  op.dropTable('parent');
}
