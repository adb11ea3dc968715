/** The partitions that MySQL and MariaDB make where nobody names them. */

import { expect, test } from 'vitest';
import { canonical } from '../../../src/inventory/canonical/canonical.ts';
import { nothing, put } from '../../../src/schema/registry.ts';
import { emptySchema } from '../../../src/schema/schema.ts';
import type { Partitioning } from '../../../src/schema/table.ts';

function plain(partitioning: Partitioning): unknown {
  const table = { name: { name: 't' }, columns: [], constraints: [], indexes: [], partitioning };
  return canonical({ ...emptySchema, tables: put(nothing, 't', table) }, 'mariadb').tables;
}

const told = (by: string, ...names: readonly string[]): Partitioning => ({
  by,
  partitions: names.map((name) => ({ name, values: '' })),
});

test.each<[said: Partitioning, catalog: Partitioning]>([
  [told('hash (id)'), told('hash (`id`)', 'p0')],
  [told('hash (id) partitions 3'), told('hash (`id`)', 'p0', 'p1', 'p2')],
  [told('LINEAR KEY (id) PARTITIONS 2'), told('linear key (`id`)', 'p0', 'p1')],
  [told('hash (id)', 'one', 'two'), told('hash (`id`)', 'one', 'two')],
])('%j is what the catalog tells', (said, catalog) => {
  expect(plain(said)).toEqual(plain(catalog));
});

test('others are all named', () => {
  expect(plain(told('range (id)'))).not.toEqual(plain(told('range (id)', 'p0')));
});
