/**
 * Tables for every kind of value.
 *
 * Revision ID: row01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'row01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.createTable('item', (t) => {
    t.integer('id').notNullable().primary();
    t.string('what', 200);
    t.decimal('price', 10, 2);
    t.bigInteger('big');
    t.boolean('on');
    t.date('day');
    t.datetime('at', { precision: 6 });
  });
  op.createTable('sparse', (t) => {
    t.integer('id').notNullable().primary();
    t.string('a', 20).defaultTo('from default');
    t.integer('b').defaultTo(7);
  });
}

export function downgrade(op: Op): void {
  op.dropTable('sparse');
  op.dropTable('item');
}
