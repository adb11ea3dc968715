/**
 * A table like another, with its keys, checks, indexes and defaults.
 *
 * Revision ID: tlk01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'tlk01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export async function upgrade(op: Op): Promise<void> {
  const plain = op.dialect === 'redshift';
  await op.schema.createTable('bill', (t) => {
    t.integer('id').notNullable().primary();
    t.string('code', 20).notNullable().unique();
    t.string('state', 10).notNullable().defaultTo('open');
    t.integer('amount');
    if (plain) return;
    t.index(['state']);
    t.check('?? >= 0', ['amount'], 'bill_amount');
  });
  await op.schema.createTableLike('bill_archive', 'bill');
  await op.knex('bill_archive').insert({ id: 1, code: 'a', amount: 3 });
}

export async function downgrade(op: Op): Promise<void> {
  await op.schema.dropTable('bill_archive').dropTable('bill');
}
