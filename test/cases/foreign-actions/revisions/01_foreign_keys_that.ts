/**
 * Foreign keys that do something when a row goes.
 *
 * Revision ID: fac01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'fac01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.createTable('parent', (t) => {
    t.integer('id').notNullable().primary();
  });
  // SQL Server lets no two of its keys follow from one row
  op.createTable('other', (t) => {
    t.integer('id').notNullable().primary();
  });
  op.createTable('child', (t) => {
    t.integer('id').notNullable().primary();
    t.integer('of').references('id').inTable('parent').onDelete('CASCADE');
    t.integer('other').references('id').inTable('other').onDelete('SET NULL');
  });
}

export function downgrade(op: Op): void {
  op.dropTable('child');
  op.dropTable('other');
  op.dropTable('parent');
}
