/**
 * A column gets another name, another type and another default at once.
 *
 * Revision ID: ac03
 * Revises: ac02
 * Create Date: 2026-01-03 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'ac03';
export const downRevision = 'ac02';
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.alterColumn('account', 'points', {
    newColumnName: 'score',
    type: (t, name) => t.decimal(name, 12, 2),
    default: op.knex.raw('0.5'),
    comment: 'Was points',
  });
}

export function downgrade(op: Op): void {
  op.alterColumn('account', 'score', {
    newColumnName: 'points',
    type: (t, name) => t.bigInteger(name),
    default: 10,
    comment: null,
  });
}
