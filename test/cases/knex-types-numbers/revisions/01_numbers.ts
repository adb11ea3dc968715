/**
 * Every number that knex has a word for.
 *
 * Revision ID: ktn01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'ktn01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export async function upgrade(op: Op): Promise<void> {
  await op.schema.createTable('number', (t) => {
    t.increments();
    t.integer('plain').notNullable().defaultTo(-7).index();
    t.integer('positive').unsigned().defaultTo(0);
    t.tinyint('tiny').notNullable().defaultTo(1);
    t.smallint('small').unsigned();
    t.mediumint('medium').defaultTo(70000);
    t.bigint('big').unsigned().notNullable().defaultTo('9007199254740993');
    t.bigInteger('bigger').defaultTo(-1);
    t.float('ratio').defaultTo(0.5);
    t.float('exact', 12, 4);
    t.double('twice').notNullable().defaultTo(-2.25);
    t.decimal('price').defaultTo(9.5);
    t.decimal('total', 14, 4).notNullable().defaultTo('0.0001');
    t.decimal('whole', 10, 0).unsigned();
    t.boolean('open').notNullable().defaultTo(true);
    t.boolean('maybe').defaultTo(false);
    t.specificType('rank', 'smallint').notNullable().defaultTo(3);
  });
  await op.schema.createTable('large', (t) => {
    t.bigIncrements('large_id');
    t.integer('worth').defaultTo(op.knex.raw('(1 + 1)'));
  });
  await op.schema.createTable('paired', (t) => {
    // SQLite numbers a primary key alone
    if (op.dialect === 'sqlite') t.integer('number').notNullable();
    else t.increments('number', { primaryKey: false });
    t.string('code', 10).notNullable();
    t.primary(['number', 'code']);
  });
  await op.knex('number').insert([
    { plain: 2147483647, positive: 2000000000, small: 30000, exact: 1234.5, whole: 12 },
    { plain: -2147483648, tiny: 0, bigger: '-9007199254740993', price: '12.25', open: false, maybe: true },
  ]);
  await op.knex('large').insert({ worth: 5 });
  await op.knex('paired').insert({ number: 1, code: 'one' });
}

export async function downgrade(op: Op): Promise<void> {
  await op.schema.dropTable('paired').dropTable('large').dropTable('number');
}
