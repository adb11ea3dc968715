/**
 * Tables with comments.
 *
 * Revision ID: tab01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'tab01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.createTable(
    'author',
    (t) => {
      t.integer('id').notNullable().primary();
      t.string('name', 80).notNullable().comment('The author\'s own spelling, "as is"');
    },
    { comment: "Who wrote it: it's O'Neill's list" },
  );
  op.createTable('book', (t) => {
    t.integer('id').notNullable().primary();
    t.string('title', 200).notNullable();
  });
  op.createTable('book', (t) => void t.integer('id').notNullable(), { ifNotExists: true });
  op.createTable('draft', (t) => void t.integer('id').notNullable().primary());
}

export function downgrade(op: Op): void {
  op.dropTable('draft');
  op.dropTable('book');
  op.dropTable('author');
}
