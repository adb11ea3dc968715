/**
 * Some come, some grow.
 *
 * Revision ID: ktn02
 * Revises: ktn01
 * Create Date: 2026-01-02 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'ktn02';
export const downRevision = 'ktn01';
export const branchLabels = null;
export const dependsOn = null;

export async function upgrade(op: Op): Promise<void> {
  await op.schema.alterTable('number', (t) => {
    t.smallint('level').notNullable().defaultTo(1);
    t.decimal('rate', 6, 3);
    t.bigInteger('plain').notNullable().defaultTo(-7).alter();
  });
}

export async function downgrade(op: Op): Promise<void> {
  await op.schema.alterTable('number', (t) => {
    t.integer('plain').notNullable().defaultTo(-7).alter();
    t.dropColumns('rate', 'level');
  });
}
