/**
 * Defaults that are no plain text or number.
 *
 * Revision ID: od01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'od01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.createTable('setting', (t) => {
    t.integer('id').notNullable().primary();
    t.datetime('valid_from', { useTz: false }).defaultTo(new Date('2026-01-31T12:00:00Z'));
    t.enu('kind', ['what?', 'a \\\\? b']).defaultTo('what?');
    t.json('options').defaultTo({ quote: "it's", list: [1, null] });
    t.string('mark', 40).defaultTo('a ? and a \\? and a :name');
  });
}

export function downgrade(op: Op): void {
  op.dropTable('setting');
}
