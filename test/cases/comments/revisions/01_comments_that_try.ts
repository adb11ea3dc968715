/**
 * Comments that try to break out of their quotes.
 *
 * Revision ID: com01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'com01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.createTable(
    'note',
    (t) => {
      t.integer('id').notNullable().primary().comment('100% & :name ? ?? $(x) -- not a comment */ /* $$ $migrator$');
      t.string('path', 200).comment('C:\\new\\table;');
      t.string('lines', 200).comment('One\nGO\n/\r\n.quit\n\ttwo -\n');
    },
    { comment: "'; drop table note; --" },
  );
  op.createTableComment('note', "It's on\ntwo lines");
}

export function downgrade(op: Op): void {
  op.dropTable('note');
}
