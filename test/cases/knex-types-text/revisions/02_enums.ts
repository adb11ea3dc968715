/**
 * An enum of its own where the database has such, and a longer name.
 *
 * Revision ID: ktt02
 * Revises: ktt01
 * Create Date: 2026-01-02 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'ktt02';
export const downRevision = 'ktt01';
export const branchLabels = null;
export const dependsOn = null;

export async function upgrade(op: Op): Promise<void> {
  await op.schema.createTable('paint', (t) => {
    t.integer('id').notNullable().primary();
    t.enu('colour', ['red', 'light blue'], { useNative: true, enumName: 'paint_colour' }).notNullable();
  });
  await op.knex('paint').insert({ id: 1, colour: 'light blue' });
  await op.schema.alterTable('text', (t) => {
    t.string('short', 40).defaultTo('none').alter();
    t.string('extra', 5).notNullable().defaultTo('');
    t.unique(['country', 'extra', 'id']);
  });
}

export async function downgrade(op: Op): Promise<void> {
  await op.schema.alterTable('text', (t) => {
    t.dropUnique(['country', 'extra', 'id']);
    t.dropColumn('extra');
    t.string('short', 10).defaultTo('none').alter();
  });
  await op.schema.dropTable('paint');
}
