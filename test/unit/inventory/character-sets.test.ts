/** Character sets and collations, as revisions and as catalogs spell them. */

import { expect, test } from 'vitest';
import { canonical } from '../../../src/inventory/canonical/canonical.ts';
import type { CharacterOptions, Column } from '../../../src/schema/column.ts';
import { nothing, put } from '../../../src/schema/registry.ts';
import { emptySchema, type Schema } from '../../../src/schema/schema.ts';
import type { Table } from '../../../src/schema/table.ts';

const usual = {
  home: 'shop',
  engine: 'InnoDB',
  charset: 'utf8mb4',
  collation: 'utf8mb4_general_ci',
  collations: { latin1: 'latin1_swedish_ci', utf8mb3: 'utf8mb3_general_ci', utf8mb4: 'utf8mb4_general_ci' },
};

const text = (more: Partial<Column> = {}): Column => ({
  name: 'body',
  type: { name: 'string', args: [40] },
  sqlType: 'varchar(40)',
  nullable: true,
  autoIncrement: false,
  unsigned: false,
  ...more,
});

function plain(options: CharacterOptions, column: Column): Schema['tables'] {
  const table: Table = {
    name: { name: 'letter' },
    columns: [column],
    constraints: [],
    indexes: [],
    options: { ...options },
  };
  const schema: Schema = { ...emptySchema, tables: put(nothing as Schema['tables'], 'letter', table) };
  return canonical(schema, 'mariadb', usual).tables;
}

test.each<[told: CharacterOptions, column: Partial<Column>, found: string, itsOwn?: string]>([
  [{ charset: 'utf8', collate: 'utf8_czech_ci' }, {}, 'utf8mb3_czech_ci'],
  [{ charset: 'utf8' }, {}, 'utf8mb3_general_ci'],
  [{ collate: 'UTF8_bin' }, {}, 'utf8mb3_bin'],
  [{ charset: 'latin1' }, {}, 'latin1_swedish_ci'],
  [{ charset: 'utf8mb4' }, {}, 'utf8mb4_general_ci'],
  [{}, { collation: 'utf8_bin' }, 'utf8mb4_general_ci', 'utf8mb3_bin'],
  [{ charset: 'utf8' }, { collation: 'utf8mb3_general_ci' }, 'utf8mb3_general_ci'],
  [{ collate: 'utf8_bin' }, { collation: 'utf8mb4_general_ci' }, 'utf8mb3_bin', 'utf8mb4_general_ci'],
  [{ collate: 'utf8_bin' }, { madeUnder: {} }, 'utf8mb3_bin', 'utf8mb4_general_ci'],
  [{ collate: 'utf8_bin' }, { madeUnder: { charset: 'latin1' } }, 'utf8mb3_bin', 'latin1_swedish_ci'],
])('a table %o with a column %o is one of %s, %s', (told, column, collate, collation) => {
  const charset = collate.split('_')[0]!;
  const found = plain({ charset, collate }, text(collation === undefined ? {} : { collation }));
  expect(plain(told, text(column))).toEqual(found);
});

test('others are others', () => {
  const found = plain({ charset: 'utf8mb3', collate: 'utf8mb3_bin' }, text());
  for (const told of [{}, { charset: 'utf8' }, { collate: 'utf8mb4_bin' }])
    expect(plain(told, text())).not.toEqual(found);
});
