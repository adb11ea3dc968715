/**
 * Names that change in nothing but the case of their letters.
 *
 * Revision ID: rnc01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'rnc01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export async function upgrade(op: Op): Promise<void> {
  op.createTable('Part', (t) => {
    t.integer('id').notNullable().primary();
    t.string('name', 40);
  });
  op.createTable('box', (t) => {
    t.integer('id').notNullable().primary();
    t.integer('part_id').references('id').inTable('Part');
  });
  await op.knex('Part').insert({ id: 1, name: 'one' });
  await op.knex('box').insert({ id: 1, part_id: 1 });
}
