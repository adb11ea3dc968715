/**
 * Rows of the less usual types, numbered by hand.
 *
 * Revision ID: rt02
 * Revises: rt01
 * Create Date: 2026-01-02 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'rt02';
export const downRevision = 'rt01';
export const branchLabels = null;
export const dependsOn = null;

export async function upgrade(op: Op): Promise<void> {
  await op.bulkInsert('sample', [
    {
      id: 101,
      key: '0f8fad5b-d9cb-469f-a165-70867728950e',
      data: { text: 'it\'s \\ "quoted"\n', list: [1, 2.5, null, true], nested: { a: {} } },
      long: 'x'.repeat(300),
      ratio: 0.25,
      size: "l'",
    },
    {
      id: 102,
      key: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
      data: [],
      long: `many\nlines\n${'y'.repeat(3000)}`,
      ratio: -0.5,
      size: 's',
    },
  ]);
  await op.bulkInsert('sample', [{ key: '16fd2706-8baf-433b-82eb-8c7fada847da', size: 'm' }]);
}

export async function downgrade(op: Op): Promise<void> {
  await op
    .knex('sample')
    .whereIn('key', ['0f8fad5b-d9cb-469f-a165-70867728950e', '7c9e6679-7425-40de-944b-e07fc1f90ae7'])
    .del();
  await op.knex('sample').del();
}
