/** On what rights may be given and taken, as far as the history knows. */
import { expect, test } from 'vitest';
import { blankSchema } from '../../../src/dialect/dialect.ts';
import { dialects } from '../../../src/dialect/dialects.ts';
import type { DialectName } from '../../../src/dialect/names.ts';
import type { Operation } from '../../../src/operation/operation.ts';
import { apply } from '../../../src/operation/verbs.ts';
import type { GrantTarget } from '../../../src/schema/objects.ts';
import type { Schema } from '../../../src/schema/schema.ts';
import { column } from '../dialect/lower-cases.ts';

const history: readonly Operation[] = [
  { kind: 'createSchema', schema: 'crm' },
  { kind: 'createSchema', schema: 'shared', ifNotExists: true },
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
const made = (dialect: DialectName, own: string) =>
  history.reduce<Schema>((schema, operation) => apply(operation, schema), {
    ...blankSchema(dialects[dialect]),
    ownTables: [{ name: own }],
  });
const shop = made('postgresql', 'migrator_version');

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
  ['function', 'set_config', 'pg_catalog'],
  ['table', 'sale', 'crm'],
  ['table', 'theirs', 'shared'],
  ['schema', 'public'],
  ['database', 'shop'],
])('on %s %s', (kind, name, schema) => {
  expect(() => give(kind, name, shop, schema)).not.toThrow();
});

test.each<[DialectName, GrantTarget, string, string?]>([
  ['oracle', 'table', 'V$SESSION'],
  ['oracle', 'function', 'dbms_lock'],
  ['mssql', 'procedure', 'sp_who'],
  ['mysql', 'table', 'user', 'mysql'],
  ['redshift', 'table', 'svv_tables'],
])('%s: on %s %s', (dialect, kind, name, schema) => {
  expect(() => give(kind, name, made(dialect, 'steps'), schema)).not.toThrow();
  if (schema === undefined)
    expect(() => give(kind, name, made('mysql', 'steps'))).toThrow(`there is no ${kind} ${name} at this point`);
});

test('on the version table, whatever it is called, and not on what is called like one', () => {
  expect(() => give('table', 'steps', made('mysql', 'steps'))).not.toThrow();
  for (const name of ['app_version', 'knex_migrations', 'été']) {
    expect(() => give('table', name, made('mysql', 'steps'))).toThrow(`there is no table ${name} at this point`);
  }
});

test.each<[GrantTarget, string]>([
  ['table', 'sales'],
  ['table', 'crm.sales'],
  ['function', 'two'],
  ['procedure', 'two'],
])('not on %s %s, which nothing made', (kind, name) => {
  const [own, schema] = name.split('.').reverse();
  expect(() => give(kind, own!, shop, schema)).toThrow(`there is no ${kind} ${name} at this point of the history`);
});

test('raw SQL may have made anything, an extension any routine', () => {
  const raw = apply({ kind: 'raw', sql: 'create something' } as Operation, shop);
  expect(() => give('table', 'sales', raw)).not.toThrow();
  const extended = apply({ kind: 'createExtension', extension: { name: 'pgcrypto' } }, shop);
  expect(() => give('function', 'digest', extended)).not.toThrow();
});
