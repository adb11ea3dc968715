/**
 * Defaults that are no plain text or number.
 *
 * Revision ID: od02
 * Revises: od01
 * Create Date: 2026-01-02 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'od02';
export const downRevision = 'od01';
export const branchLabels = null;
export const dependsOn = null;

export async function upgrade(op: Op): Promise<void> {
  op.addColumn('setting', (t) => t.string('ends', 20).defaultTo('two\nlines'));
  await op.bulkInsert('setting', [{ id: 1 }]);
}

export async function downgrade(op: Op): Promise<void> {
  op.dropColumn('setting', 'ends');
}
