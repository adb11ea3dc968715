/**
 * A knex migration as it was.
 *
 * Revision ID: pk01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'pk01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export async function upgrade(op: Op): Promise<void> {
  const { knex } = op;
  await knex.schema
    .createTable('users', (table) => {
      table.increments();
      table.string('email').notNullable().unique();
      table.enu('role', ['admin', "o'wner", 'guest']).notNullable().defaultTo('guest');
      table.uuid('key');
      table.json('settings');
      table.specificType('code', 'char(2)');
      table.float('score');
      table.timestamps(true, true);
    })
    .createTable('posts', (table) => {
      table.bigIncrements('id');
      table.integer('user_id').unsigned().notNullable().references('id').inTable('users');
      table.text('body');
      if (op.dialect !== 'redshift') table.index(['user_id'], 'posts_user');
    });
  await knex.transaction(async (trx) => {
    await trx('users').insert({ email: 'a@example.org', role: "o'wner", code: 'at' });
    await trx.transaction(async (inner) => {
      await inner('users').insert({ email: 'b@example.org', settings: JSON.stringify({ a: "it's" }) });
    });
    await trx.raw('update ?? set ?? = ? where ?? in (?, ?)', ['users', 'code', "d'", 'email', 'b@example.org', 'c']);
  });
}

export async function downgrade(op: Op): Promise<void> {
  await op.schema.dropTable('posts').dropTableIfExists('users');
}
