/**
 * A table and a column in other letters, and a view that knex makes of them.
 *
 * Revision ID: rnc02
 * Revises: rnc01
 * Create Date: 2026-01-02 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'rnc02';
export const downRevision = 'rnc01';
export const branchLabels = null;
export const dependsOn = null;

export async function upgrade(op: Op): Promise<void> {
  op.renameTable('Part', 'PART');
  op.alterColumn('PART', 'name', { newColumnName: 'NAME' });
  await op.schema.createViewOrReplace('part_name', (v) => {
    v.as(op.knex('PART').select('NAME'));
  });
}
