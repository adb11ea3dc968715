/**
 * A table of the less usual types.
 *
 * Revision ID: rt01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'rt01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.createTable('sample', (t) => {
    t.increments('id');
    t.uuid('key').notNullable();
    t.json('data');
    t.text('long');
    t.double('ratio');
    t.enu('size', ['s', 'm', "l'"]);
  });
}

export function downgrade(op: Op): void {
  op.dropTable('sample');
}
