/**
 * A table altered in one go by a knex migration.
 *
 * Revision ID: pk02
 * Revises: pk01
 * Create Date: 2026-01-02 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'pk02';
export const downRevision = 'pk01';
export const branchLabels = null;
export const dependsOn = null;

export async function upgrade(op: Op): Promise<void> {
  return op.schema.alterTable('users', (table) => {
    table.string('nickname', 30).defaultTo('none');
    table.integer('age');
    table.dropColumn('score');
    if (op.dialect !== 'redshift') table.index(['nickname'], 'users_nickname');
    table.renameColumn('code', 'country');
  });
}

export async function downgrade(op: Op): Promise<void> {
  await op.schema.alterTable('users', (table) => {
    table.renameColumn('country', 'code');
    if (op.dialect !== 'redshift') table.dropIndex(['nickname'], 'users_nickname');
  });
  await op.schema.alterTable('users', (table) => {
    table.dropColumn('nickname');
    table.dropColumn('age');
    table.float('score');
  });
}
