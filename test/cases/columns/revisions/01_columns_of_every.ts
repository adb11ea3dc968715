/**
 * Columns of every type, with defaults of each kind.
 *
 * Revision ID: col01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'col01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.createTable('thing', (t) => {
    t.integer('id').notNullable().primary();
    t.string('short', 20).notNullable().defaultTo('plain');
    t.string('quoted', 40).notNullable().defaultTo("it's a \\ and a ;");
    t.string('empty', 10).defaultTo('');
    t.integer('count').notNullable().defaultTo(-1);
    t.bigInteger('big').defaultTo('9007199254740993');
    t.decimal('price', 10, 2).notNullable().defaultTo(9.5);
    t.double('ratio').defaultTo(0.1);
    t.boolean('active').notNullable().defaultTo(true);
    t.boolean('hidden').notNullable().defaultTo(false);
    t.date('day').defaultTo('2026-01-31');
    t.timestamp('made_at').notNullable().defaultTo(op.knex.fn.now());
    t.datetime('seen_at', { useTz: false });
    t.time('opens');
    t.specificType('code', 'char(3)').notNullable().defaultTo('abc');
    t.text('remark');
    t.binary('picture');
    t.integer('doubled').defaultTo(op.knex.raw('(1 + 1)'));
  });
}

export function downgrade(op: Op): void {
  op.dropTable('thing');
}
