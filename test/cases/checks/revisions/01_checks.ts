/**
 * Checks made with their table.
 *
 * Revision ID: che01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'che01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.createTable('offer', (t) => {
    t.integer('id').notNullable().primary();
    t.integer('price').notNullable();
    t.integer('reduced');
    t.string('state', 10).notNullable();
    t.check('?? < ??', ['reduced', 'price'], 'offer_reduced');
    t.check("?? <> 'it''s'", ['state']);
    t.integer('rating').checkBetween([1, 5]);
    t.string('size', 1).checkIn(['s', 'm', 'l']);
  });
}

export function downgrade(op: Op): void {
  op.dropTable('offer');
}
