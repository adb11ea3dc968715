/**
 * Every date and time that knex has a word for.
 *
 * Revision ID: ktm01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'ktm01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export async function upgrade(op: Op): Promise<void> {
  await op.schema.createTable('moment', (t) => {
    t.increments('id');
    t.date('day').notNullable().defaultTo('2026-01-31');
    t.time('hour');
    t.datetime('plain');
    t.datetime('zoneless', { useTz: false });
    t.datetime('fine', { precision: 6 });
    t.dateTime('coarse', { useTz: false, precision: 0 });
    t.timestamp('stamp').defaultTo(op.knex.fn.now());
    t.timestamp('zoned', { useTz: true }).notNullable().defaultTo(op.knex.fn.now());
    t.timestamp('finest', { useTz: false, precision: 3 }).defaultTo(
      op.dialect === 'sqlite' ? op.knex.fn.now() : op.knex.fn.now(3),
    );
    t.timestamps(true, true);
  });
  await op.schema.createTable('camel', (t) => {
    t.integer('id').notNullable().primary();
    t.timestamps({ useCamelCase: true });
  });
  await op.schema.createTable('nothing', (t) => {
    t.integer('id').notNullable().primary();
    t.timestamps();
  });
  await op
    .knex('moment')
    .insert([
      { day: '2026-02-28', zoneless: '2026-02-28 12:34:56', coarse: '2026-02-28 12:34:56' },
      { zoneless: '1999-12-31 23:59:59' },
    ]);
}

export async function downgrade(op: Op): Promise<void> {
  await op.schema.dropTable('nothing').dropTable('camel').dropTable('moment');
}
