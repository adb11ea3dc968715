/**
 * Names with quotes, spaces and reserved words.
 *
 * Revision ID: nam02
 * Revises: nam01
 * Create Date: 2026-01-02 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'nam02';
export const downRevision = 'nam01';
export const branchLabels = null;
export const dependsOn = null;

export async function upgrade(op: Op): Promise<void> {
  const table = 'From "where"'.replaceAll('"', op.dialect === 'oracle' ? '' : '"');
  await op.bulkInsert(table, [{ 'Group By': 1, "it's": 'a', ümläut: 'b', 'a`b': 'c', 'x]y[z': 'd' }]);
  await op.knex(table).where({ "it's": 'a' }).update({ 'a`b': 'e' });
  op.alterColumn(table, 'semi;colon', { newColumnName: 'colon' });
}

export async function downgrade(op: Op): Promise<void> {
  const table = 'From "where"'.replaceAll('"', op.dialect === 'oracle' ? '' : '"');
  op.alterColumn(table, 'colon', { newColumnName: 'semi;colon' });
  await op.knex(table).where({ "it's": 'a' }).del();
}
