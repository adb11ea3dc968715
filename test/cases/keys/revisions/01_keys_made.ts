/**
 * Keys made with their tables.
 *
 * Revision ID: key01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'key01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.createTable('country', (t) => {
    t.string('code', 2).notNullable();
    t.string('name', 60).notNullable();
    t.integer('phone');
    t.primary(['code'], { constraintName: 'country_key' });
    t.unique(['name'], { indexName: 'country_name_once' });
  });
  op.createTable('city', (t) => {
    t.integer('id').notNullable().primary();
    t.string('country', 2).notNullable().references('code').inTable('country');
    t.string('name', 60).notNullable();
    t.integer('twin');
    t.unique(['country', 'name']);
    t.foreign('twin', 'city_twin').references('id').inTable('city');
  });
}

export function downgrade(op: Op): void {
  op.dropTable('city');
  op.dropTable('country');
}
