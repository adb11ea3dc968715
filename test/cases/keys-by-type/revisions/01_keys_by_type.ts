/**
 * Primary keys that the type of a column asks for, or does not.
 *
 * Revision ID: kbt01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'kbt01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export async function upgrade(op: Op): Promise<void> {
  op.createTable('document', (t) => {
    t.uuid('id', { primaryKey: true });
    t.string('title', 40);
  });
  await op.schema.createTable('page', (t) => {
    t.uuid('document_id', { primaryKey: true }).references('id').inTable('document');
    t.integer('number').notNullable();
    t.primary(['document_id', 'number'], { constraintName: 'page_key' });
  });
  await op.schema.createTable('shelf', (t) => {
    // SQLite numbers a primary key alone
    if (op.dialect === 'sqlite') t.integer('number').notNullable();
    else t.increments('number', { primaryKey: false });
    t.string('code', 10).notNullable();
    t.unique(['number']);
    t.primary('code' as never, { constraintName: 'shelf_key' });
  });
  await op.knex('document').insert({ id: '3f333df6-90a4-4fda-8dd3-9485d27cee36', title: 'One' });
  await op.knex('shelf').insert({ number: 1, code: 'one' });
}

export async function downgrade(op: Op): Promise<void> {
  await op.schema.dropTable('shelf').dropTable('page').dropTable('document');
}
