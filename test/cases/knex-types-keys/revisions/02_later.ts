/**
 * The same on tables that are there.
 *
 * Revision ID: ktk02
 * Revises: ktk01
 * Create Date: 2026-01-02 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'ktk02';
export const downRevision = 'ktk01';
export const branchLabels = null;
export const dependsOn = null;

export async function upgrade(op: Op): Promise<void> {
  await op.schema.alterTable('worker', (t) => {
    t.dropForeign(['firm_country', 'firm_number'], 'worker_firm_number');
    t.dropIndex(['name', 'mail'], 'worker_name_mail');
    t.dropUnique(['mail']);
  });
  await op.schema.alterTable('worker', (t) => {
    t.integer('third_firm_id').unsigned().references('id').inTable('firm');
    t.unique(['name', 'firm_id'], { indexName: 'worker_name_in_firm' });
    t.index(['name', 'firm_id', 'mail']);
  });
  await op.schema.renameTable('badge', 'pass');
  await op.schema.alterTable('pass', (t) => {
    t.renameColumn('issue', 'edition');
    t.date('until');
  });
}

export async function downgrade(op: Op): Promise<void> {
  await op.schema.alterTable('pass', (t) => {
    t.dropColumn('until');
    t.renameColumn('edition', 'issue');
  });
  await op.schema.renameTable('pass', 'badge');
  await op.schema.alterTable('worker', (t) => {
    t.dropIndex(['name', 'firm_id', 'mail']);
    t.dropUnique(['name', 'firm_id'], 'worker_name_in_firm');
    t.dropForeign(['third_firm_id']);
  });
  await op.schema.alterTable('worker', (t) => {
    t.dropColumn('third_firm_id');
    t.unique(['mail']);
    t.index(['name', 'mail'], 'worker_name_mail');
    t.foreign(['firm_country', 'firm_number'], 'worker_firm_number').references(['country', 'number']).inTable('firm');
  });
}
