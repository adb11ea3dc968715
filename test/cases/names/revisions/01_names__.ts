/**
 * Names: *\/ /* -- ; $(x) it's "quoted" & {{mustache}} ümlaut
 *
 * Revision ID: nam01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'nam01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.createTable(
    'select',
    (t) => {
      t.integer('Group By').notNullable().primary();
      t.string("it's", 20);
      t.string('ümläut', 20);
      t.string('a`b', 20);
      t.string('x]y[z', 20);
      t.integer('semi;colon').defaultTo(1);
      t.unique(["it's"], { indexName: 'once; -- really' });
    },
    { comment: 'names' },
  );
  if (op.dialect !== 'redshift') op.createIndex('Ünder score', 'select', ['ümläut']);
  op.renameTable('select', 'From "where"'.replaceAll('"', op.dialect === 'oracle' ? '' : '"'));
}

export function downgrade(op: Op): void {
  op.renameTable('From "where"'.replaceAll('"', op.dialect === 'oracle' ? '' : '"'), 'select');
  if (op.dialect !== 'redshift') op.dropIndex('Ünder score', 'select');
  op.dropTable('select');
}
