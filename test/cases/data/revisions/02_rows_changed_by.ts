/**
 * Rows inserted, updated and deleted by knex.
 *
 * Revision ID: dat02
 * Revises: dat01
 * Create Date: 2026-01-02 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'dat02';
export const downRevision = 'dat01';
export const branchLabels = null;
export const dependsOn = null;

export async function upgrade(op: Op): Promise<void> {
  const { knex } = op;
  await knex('new').insert({ id: 10, name: "by knex: it's", price: 10.25, active: false });
  await knex('new').insert([
    { id: 11, name: 'a' },
    { id: 12, name: 'b', since: '2026-05-05' },
  ]);
  await knex('new').insert(
    knex('old').select('id', 'name', 'price', 'active', 'since').where('price', '>', 1).whereNotNull('since'),
  );
  await knex('old').where({ name: "it's three?" }).update({ name: 'three \\ & $(x)', price: 4.5, since: '2026-02-01' });
  await knex('old')
    .where('price', '<', 2)
    .orWhere({ active: false })
    .update({ active: knex.ref('active') });
  await knex('old')
    .whereIn('id', knex('new').select('id').whereBetween('price', [3, 5]))
    .update({ price: knex.raw('?? * ?', ['price', 2]) });
  await knex('new').where('id', 12).del();
  await knex('new').increment('price', 1);
}

export async function downgrade(op: Op): Promise<void> {
  const { knex } = op;
  await knex('new').del();
  await knex('old').where('id', 3).update({ name: "it's three?", price: 3, since: '2025-12-31' });
}
