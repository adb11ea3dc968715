/** On what rights may be given and taken, as far as the history knows. */
import { expect, test } from 'vitest';
import type { Operation } from '../../../src/operation/operation.ts';
import { apply } from '../../../src/operation/verbs.ts';
import type { GrantTarget } from '../../../src/schema/objects.ts';
import { emptySchema, type Schema } from '../../../src/schema/schema.ts';
import { column } from '../dialect/lower-cases.ts';

const history: readonly Operation[] = [
  {
    kind: 'createTable',
    table: {
      name: { name: 'sale' },
      columns: [column('id', 'increments', 'serial', { nullable: false, autoIncrement: true })],
      constraints: [],
      indexes: [],
      partitioning: { by: 'range (id)', partitions: [{ name: 'sale_2025', values: 'from (1) to (2)' }] },
    },
    ifNotExists: false,
  },
  {
    kind: 'createView',
    view: { name: { name: 'sold' }, query: 'select id from sale', materialized: false, indexes: [] },
    replace: false,
  },
  {
    kind: 'createRoutine',
    routine: { kind: 'function', name: { name: 'one' }, arguments: '(int)', definition: '' },
    replace: false,
  },
];
const shop = history.reduce((schema, operation) => apply(operation, schema), emptySchema);

function give(kind: GrantTarget, name: string, before: Schema, schema?: string): Schema {
  const on = { kind, name: { name, ...(schema === undefined ? {} : { schema }) } };
  return apply({ kind: 'grant', grant: { privileges: ['all'], on, to: 'r', withGrantOption: false } }, before);
}

test.each<[GrantTarget, string, string?]>([
  ['table', 'sale'],
  ['table', 'sale_2025'],
  ['table', 'sold'],
  ['table', 'pg_stat_activity'],
  ['table', 'migrator_version'],
  ['table', 'theirs', 'other'],
  ['sequence', 'sale_id_seq'],
  ['function', 'one'],
  ['function', 'pg_stat_reset'],
  ['schema', 'public'],
  ['database', 'shop'],
])('on %s %s', (kind, name, schema) => {
  expect(() => give(kind, name, shop, schema)).not.toThrow();
});

test.each<[GrantTarget, string]>([
  ['table', 'sales'],
  ['function', 'two'],
  ['procedure', 'two'],
])('not on %s %s, which nothing made', (kind, name) => {
  expect(() => give(kind, name, shop)).toThrow(`there is no ${kind} ${name} at this point of the history`);
});

test('raw SQL may have made anything, an extension any routine', () => {
  const raw = apply({ kind: 'raw', sql: 'create something' } as Operation, shop);
  expect(() => give('table', 'sales', raw)).not.toThrow();
  const extended = apply({ kind: 'createExtension', extension: { name: 'pgcrypto' } }, shop);
  expect(() => give('function', 'digest', extended)).not.toThrow();
});
