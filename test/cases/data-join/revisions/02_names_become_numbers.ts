/**
 * Names become numbers: rows updated from another table.
 *
 * Revision ID: dj02
 * Revises: dj01
 * Create Date: 2026-01-02 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'dj02';
export const downRevision = 'dj01';
export const branchLabels = null;
export const dependsOn = null;

export async function upgrade(op: Op): Promise<void> {
  const { knex } = op;
  await knex('street').update({ town_id: knex('town').select('id').where('town.name', knex.ref('street.town')) });
  await knex('street')
    .whereNotExists(knex('town').select('id').whereRaw('?? = ??', ['town.id', 'street.town_id']))
    .del();
}

export async function downgrade(op: Op): Promise<void> {
  const { knex } = op;
  await knex('street').del();
  await knex('street').insert([
    { id: 1, town: 'Graz' },
    { id: 2, town: 'Linz' },
  ]);
}
