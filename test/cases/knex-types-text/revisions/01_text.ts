/**
 * Every text that knex has a word for, and what travels as text.
 *
 * Revision ID: ktt01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'ktt01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export async function upgrade(op: Op): Promise<void> {
  await op.schema.createTable('text', (t) => {
    t.integer('id').notNullable().primary();
    t.string('usual').notNullable().unique();
    t.string('short', 10).defaultTo('none');
    t.text('long');
    t.text('longer', 'mediumtext');
    t.text('longest', 'longtext');
    t.enu('state', ['open', 'closed', 'on hold']).notNullable().defaultTo('open');
    t.enum('kind', ['a', 'b']);
    t.uuid('key');
    t.uuid('packed', { useBinaryUuid: true });
    t.json('loose');
    t.jsonb('strict').notNullable();
    t.binary('picture');
    t.binary('digest', 16);
    t.specificType('country', 'char(2)').notNullable().defaultTo('at').index('text_country');
  });
  await op.schema.createTable('keyed', (t) => {
    t.uuid('id').notNullable().primary();
    t.string('name', 30).notNullable().comment('As it is written on the door');
  });
  await op.knex('text').insert([
    { id: 1, usual: 'Käse', long: 'x'.repeat(300), key: '0f8fad5b-d9cb-469f-a165-70867728950e', strict: '{"a":[1,2]}' },
    {
      id: 2,
      usual: "O'Brien",
      state: 'on hold',
      kind: 'b',
      strict: '{}',
      loose: '{"b":null}',
      picture: Buffer.from('hi'),
    },
  ]);
  await op.knex('keyed').insert({ id: '0f8fad5b-d9cb-469f-a165-70867728950e', name: 'Zoë' });
}

export async function downgrade(op: Op): Promise<void> {
  await op.schema.dropTable('keyed').dropTable('text');
}
