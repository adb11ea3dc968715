/**
 * Keys and indexes in the ways that knex lets them be said.
 *
 * Revision ID: ktk01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'ktk01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export async function upgrade(op: Op): Promise<void> {
  await op.schema.createTable('firm', (t) => {
    t.increments('id');
    t.string('name', 60).notNullable().unique({ indexName: 'firm_name_once' });
    t.string('country', 2).notNullable();
    t.integer('number').notNullable();
    t.unique(['country', 'number']);
  });
  await op.schema.createTable('worker', (t) => {
    t.bigIncrements('id');
    t.integer('firm_id').unsigned().notNullable().references('id').inTable('firm').onDelete('CASCADE');
    t.integer('second_firm_id').unsigned().references('firm.id').index();
    t.bigInteger('boss_id').unsigned().references('id').inTable('worker');
    t.string('firm_country', 2);
    t.integer('firm_number');
    t.string('name', 60).notNullable().index();
    t.string('mail', 80).unique();
    t.foreign(['firm_country', 'firm_number'], 'worker_firm_number').references(['country', 'number']).inTable('firm');
    t.index(['name', 'mail'], 'worker_name_mail');
  });
  await op.schema.createTable('badge', (t) => {
    t.string('code', 10).notNullable();
    t.integer('issue').notNullable();
    t.bigInteger('worker_id').unsigned();
    t.primary(['code', 'issue']);
    t.foreign('worker_id').references('worker.id').withKeyName('badge_worker');
  });
  await op.knex('firm').insert({ name: 'Acme', country: 'at', number: 7 });
  await op.knex('worker').insert({ firm_id: 1, name: 'Ann', firm_country: 'at', firm_number: 7 });
}

export async function downgrade(op: Op): Promise<void> {
  await op.schema.dropTable('badge').dropTable('worker').dropTable('firm');
}
