/**
 * Products can be discontinued.
 *
 * Revision ID: 5f60b9e3d71c
 * Revises: 37b1d2f0a8ce
 * Create Date: 2026-04-02 16:30:00+00:00
 */
import type { Op } from 'migrator';

export const revision = '5f60b9e3d71c';
export const downRevision = '37b1d2f0a8ce';
export const branchLabels = ['catalogue'];
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.addColumn('product', (t) => t.boolean('discontinued').notNullable().defaultTo(false));
  op.addColumn('product', (t) => t.date('discontinued_on'));
}

export function downgrade(op: Op): void {
  op.dropColumn('product', 'discontinued_on');
  op.dropColumn('product', 'discontinued');
}
