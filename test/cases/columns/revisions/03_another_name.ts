/**
 * Columns of every type are renamed and dropped.
 *
 * Revision ID: col03
 * Revises: col02
 * Create Date: 2026-01-03 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'col03';
export const downRevision = 'col02';
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.alterColumn('thing', 'short', { newColumnName: 'label' });
  op.alterColumn('thing', 'remark', { newColumnName: 'note' });
  op.dropColumn('thing', 'price');
  op.dropColumn('thing', 'seen_at');
}

export function downgrade(op: Op): void {
  op.addColumn('thing', (t) => t.datetime('seen_at', { useTz: false }));
  op.addColumn('thing', (t) => t.decimal('price', 10, 2).notNullable().defaultTo(9.5));
  op.alterColumn('thing', 'note', { newColumnName: 'remark' });
  op.alterColumn('thing', 'label', { newColumnName: 'short' });
}
