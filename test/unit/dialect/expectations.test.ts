/** What a target may expect of a database: what each engine can be asked, and what it has nothing of. */

import { expect, test } from 'vitest';
import { dialectOf } from '../../../src/dialect/dialects.ts';
import { type Expected, expectationsOf } from '../../../src/dialect/expect/expectation.ts';
import { type DialectName, dialectNames, expectWords } from '../../../src/dialect/names.ts';
import type { Step } from '../../../src/operation/done.ts';
import type { MadeOn } from '../../../src/operation/names-made-on.ts';
import type { Operation } from '../../../src/operation/operation.ts';
import { wantsOf } from '../../../src/operation/wants.ts';
import type { Constraint } from '../../../src/schema/constraint.ts';
import { nothing, put } from '../../../src/schema/registry.ts';
import { emptySchema } from '../../../src/schema/schema.ts';
import type { Table } from '../../../src/schema/table.ts';

const place = { file: 'migrator.toml', line: 3, column: 12 };

function asked(name: DialectName, expected: Expected, schema?: string, steps: readonly Step[] = []) {
  const dialect = dialectOf(name);
  return expectationsOf(expected, {
    title: dialect.title,
    accent: dialect.expects,
    serverVersion: dialect.defaultVersion,
    ...(schema === undefined ? {} : { schema }),
    steps,
    versionTable: { name: 'migrator_version' },
    fromBase: true,
    ofKnex: false,
    reads: [],
    notes: [{ table: { name: 'migrator_version' }, rights: [] }],
  });
}

const unasked: Readonly<Partial<Record<DialectName, string>>> = {
  mysql: 'expects an engine that can undo what fails',
  mariadb: 'expects an engine that can undo what fails',
  postgresql: 'expects a schema to make things in',
  cockroachdb: 'expects a schema to make things in',
  redshift: 'expects a schema to make things in',
};

const closed: Readonly<Partial<Record<DialectName, readonly [of: string, fault: string]>>> = {
  postgresql: ['server', 'pg_is_in_recovery()'],
  mysql: ['server', '@@global.super_read_only'],
  mariadb: ['server', "privilege_type IN ('READ_ONLY ADMIN'"],
  mssql: ['database', "N'Updateability'"],
  oracle: ['database', "'PHYSICAL STANDBY'"],
};

test.each(dialectNames)('nothing is asked on %s unless the target says so, but what no script could do', (name) => {
  const [of, fault] = closed[name] ?? [];
  const always = [
    ...(of === undefined ? [] : [`expects a ${of} that takes changes`]),
    ...(unasked[name] === undefined ? [] : [unasked[name]]),
  ];
  const found = asked(name, {});
  expect(found.map(({ expects }) => expects.replace(/,.*/, ''))).toEqual(always);
  if (fault !== undefined) expect(found[0]).toMatchObject({ when: 'undone', fault: expect.stringContaining(fault) });
});

test.each(dialectNames.filter((name) => name !== 'sqlite'))('%s can be asked for everything', (name) => {
  const expected = { database: { name: 'shop', place }, expect: { words: expectWords, place } };
  const found = asked(name, expected, 'shop').map(({ when, expects }) => `${when}: ${expects}`);
  expect(found).toEqual([
    'always: expects the database shop',
    expect.stringMatching(/^always: expects .* or later$/),
    expect.stringMatching(/^always: expects the (?:schema|database) shop$/),
    ...found.slice(3),
  ]);
  expect(found.slice(3).join()).toMatch(/^undone: expects the /);
});

test.each([
  [{ database: { name: 'shop', place } }, 'SQLite cannot be asked for its database: a database is a file'],
  [{ expect: { words: ['privileges'], place } }, 'SQLite cannot be asked for its privileges: it has no accounts'],
  [{ expect: { words: ['roles'], place } }, 'SQLite cannot be asked for its roles: it has no accounts'],
  [{ expect: { words: ['schema'], place } }, "SQLite cannot be asked for its schema: a target's schema means nothing"],
] as const)('sqlite has nothing of %j', (expected, message) => {
  expect(() => asked('sqlite', expected, 'main')).toThrow(
    expect.objectContaining({ code: 'unsupported', message: expect.stringContaining(message), place }),
  );
});

test('a schema is expected where the target names one', () => {
  expect(() => asked('postgresql', { expect: { words: ['schema'], place } })).toThrow(
    expect.objectContaining({ code: 'bad-value', message: 'expect says "schema", but the target names none', place }),
  );
});

const step = (operation: Operation): Step => ({
  before: emptySchema,
  changes: [{ operations: [operation], statements: [1] }],
});
const collating: Operation = {
  kind: 'alterColumn',
  table: { name: 'item' },
  column: 'name',
  change: { collation: 'binary_ci' },
};
const made: Operation = { kind: 'createSequence', sequence: { name: { name: 'counter' } } };

test.each(dialectNames)('a collation is asked for on %s where not every database takes one', (name) => {
  const words = asked(name, {}, undefined, [step(collating)]).map(({ when, expects }) => `${when}: ${expects}`);
  const wanted = 'always: expects MAX_STRING_SIZE = EXTENDED for its collations';
  expect(words.includes(wanted)).toBe(name === 'oracle');
});

const inPaths: readonly DialectName[] = ['postgresql', 'cockroachdb', 'mssql'];

test.each(dialectNames)('%s is asked where new things go, unless the target says it', (name) => {
  const wanted = 'expects new tables to be made in the schema of migrator_version';
  const words = (schema?: string) => asked(name, {}, schema, [step(made)]).map(({ expects }) => expects);
  expect(words().includes(wanted)).toBe(inPaths.includes(name));
  expect(words('shop')).not.toContain(wanted);
});

test.each<readonly [DialectName, version: string, list: string | undefined]>([
  ['postgresql', '15', 'string_agg('],
  ['redshift', '1.0', undefined],
  ['mssql', '2017', 'STRING_AGG('],
  ['mssql', '2016', undefined],
  ['oracle', '12.2', 'LISTAGG('],
  ['oracle', '12.1', undefined],
])('%s %s is asked for the names that are taken, and lists them where it can', (name, version, list) => {
  const makes = ['a', 'b'].map((table) => ({ kind: 'table', name: { name: table } }) as const);
  const faults = dialectOf(name)
    .expects.freeNames(makes, version)
    .map(({ fault }) => fault);
  expect(faults).toHaveLength(1);
  const fault = faults.join();
  expect(fault).toContain(list ?? 'MIN(');
  expect(fault).toContain('makes table ');
  expect(fault.includes('makes tables ')).toBe(list !== undefined);
});

const raw = (sql: string): Operation => ({ kind: 'raw', sql });
const half = (definition: string): Operation => ({
  kind: 'createRoutine',
  replace: false,
  routine: { kind: 'function', name: { name: 'half' }, definition },
});
const right = 'expects the right SUPER or log_bin_trust_function_creators = ON for ';
const silent = 'expects log_bin_trust_function_creators = ON for function half, not said to be DETERMINISTIC';

test.each<[what: string, operation: Operation, of: string | undefined, silent: boolean]>([
  ['a function', half('(n int) returns int deterministic return n'), 'function half', false],
  ['one that says nothing', half('(n int) returns int return n'), 'function half', true],
  ['one that says what it is not', half('() returns int not deterministic return 1'), 'function half', true],
  [
    'one whose body has the words',
    half("() returns int comment 'no sql' begin /* no sql */ end"),
    'function half',
    true,
  ],
  [
    'one of raw SQL',
    raw('/* a */ CREATE DEFINER = `a`@`b` FUNCTION `half`() RETURNS int NO SQL RETURN 1'),
    'function half',
    false,
  ],
  [
    'one of raw SQL that says nothing',
    raw('create or replace function s.half() returns int return 1'),
    'function s.half',
    false,
  ],
  ['one of a library', raw("create function half returns integer soname 'half.so'"), undefined, false],
  [
    'a trigger of raw SQL',
    raw('create trigger t before insert on item for each row set new.n = 1'),
    'trigger t',
    false,
  ],
  ['a trigger that goes', raw('drop trigger if exists t'), 'trigger t', false],
  ['a procedure', raw('create procedure p() select 1'), undefined, false],
  ['a word in rows', raw("insert into item values ('create trigger t')"), undefined, false],
])('a binary log and %s', (_, operation, of, isSilent) => {
  const found = asked('mariadb', {}, undefined, [step(operation)]).map(({ expects }) => expects);
  expect(found.filter((words) => words.startsWith(right))).toEqual(
    of === undefined ? [] : [`${right}${of}, where there is a binary log`],
  );
  expect(found.some((words) => words.startsWith(silent))).toBe(isSilent);
});

test.each([
  ['8.0', false],
  ['5.7', true],
] as const)('MySQL %s and who may drop a trigger', (version, isAsked) => {
  const { settings } = dialectOf('mysql').expects;
  const found = settings?.(wantsOf([step(raw('drop trigger t'))]), version);
  expect(found).toHaveLength(isAsked ? 1 : 0);
});

const bare: Table = { name: { name: 'bare' }, columns: [], constraints: [], indexes: [] };
const keyed: Table = { ...bare, constraints: [{ kind: 'primary', columns: ['id'] }] };
const shared: Table = { ...bare, constraints: [{ kind: 'unique', name: 'u', columns: ['n'] }] };
const creates = (table: Table): Operation => ({ kind: 'createTable', table, ifNotExists: false });
const dropsKey: Operation = { kind: 'dropConstraint', table: bare.name, constraint: { kind: 'primary' } };
const dropsColumn = (column: string): Operation => ({ kind: 'dropColumn', table: bare.name, column });

test.each<[what: string, operation: Operation, mysql: number, mariadb: number]>([
  ['that is made without', creates(bare), 2, 1],
  ['that has another', creates(shared), 2, 0],
  ['that has one', creates(keyed), 0, 0],
  ['that loses it', dropsKey, 1, 1],
  ['that loses it with its column', dropsColumn('id'), 1, 1],
  ['that loses another column', dropsColumn('n'), 0, 0],
])('the primary key of a table %s', (_, operation, mysql, mariadb) => {
  const before = { ...emptySchema, tables: put(nothing, 'bare', keyed) };
  const wants = wantsOf([{ before, changes: [{ operations: [operation], statements: [1] }] }]);
  const of = (name: DialectName) => dialectOf(name).expects.settings?.(wants, dialectOf(name).defaultVersion);
  expect(of('mysql')).toHaveLength(mysql);
  expect(of('mariadb')).toHaveLength(mariadb);
  expect(of('postgresql')).toBeUndefined();
  expect(dialectOf('mysql').expects.settings?.(wants, '5.7')).toEqual([]);
});

test('Oracle is asked for the own tables of a script by the names that its catalog has', () => {
  const { ownName, reading } = dialectOf('oracle').expects;
  const own = ownName?.({ schema: 'shop', name: 'migrator_version' });
  expect(own).toEqual({ schema: 'SHOP', name: 'MIGRATOR_VERSION' });
  expect(
    reading?.([own!], '19')
      .map(({ fault }) => fault)
      .join(),
  ).toContain("t.table_name = 'MIGRATOR_VERSION'");
});

const onItem = { table: { name: 'item' }, isNew: false } as const;
const items: Table = {
  name: { name: 'item' },
  columns: [],
  constraints: [],
  indexes: [{ name: 'by_n', columns: ['n'], unique: false }],
};
const uniqueKey = (name: string, column: string): MadeOn => {
  const key: Constraint = { kind: 'unique', name, columns: [column], nullsNotDistinct: true };
  return { ...onItem, kind: 'key', name, key, of: items };
};

test.each<readonly [DialectName, version: string, expects: readonly string[]]>([
  ['postgresql', '15', ['keys']],
  ['cockroachdb', '23.1', ['constraints']],
  ['mysql', '8.0', ['constraints']],
  ['mariadb', '10.11', ['constraints']],
  ['sqlite', '3.40', ['keys']],
  ['mssql', '2019', ['constraints']],
  ['oracle', '19', ['constraints', 'keys']],
  ['redshift', '1.0', []],
])('%s %s is asked for the names of unique keys where it would refuse them', (name, version, kinds) => {
  const free = (makes: readonly MadeOn[]) => dialectOf(name).expects.freeOnTables?.(makes, version) ?? [];
  const found = free([uniqueKey('item_m', 'm')]);
  expect(found.map(({ expects }) => expects)).toEqual(
    kinds.map((kind) => `expects the names of the ${kind} that it makes to be free`),
  );
  for (const { fault } of found) expect(fault).toContain("'item_m'");
  const served = free([uniqueKey('item_n', 'n')]);
  expect(served).toHaveLength(name === 'oracle' ? 1 : kinds.length);
  const fresh = free([{ ...uniqueKey('item_m', 'm'), isNew: true }]);
  expect(fresh).toHaveLength(['mysql', 'mariadb', 'cockroachdb'].includes(name) ? 0 : kinds.length);
});

test.each<readonly [DialectName, column: number, trigger: number, partition: number]>([
  ['postgresql', 1, 1, 1],
  ['mysql', 1, 1, 1],
  ['mariadb', 1, 1, 1],
  ['sqlite', 1, 1, 0],
  ['mssql', 1, 1, 0],
  ['oracle', 1, 1, 1],
  ['redshift', 0, 0, 0],
])('%s is asked for the names of columns, triggers and partitions', (name, ...counts) => {
  const { expects, defaultVersion } = dialectOf(name);
  for (const [at, kind] of (['column', 'trigger', 'partition'] as const).entries()) {
    const found = expects.freeOnTables?.([{ ...onItem, kind, name: 'n1' }], defaultVersion) ?? [];
    expect(found, kind).toHaveLength(counts[at]!);
    for (const { fault } of found) expect(fault).toMatch(new RegExp(`makes ${kind} .*'n1'`, 's'));
  }
  const fresh = expects.freeOnTables?.([{ ...onItem, isNew: true, kind: 'column', name: 'n1' }], defaultVersion);
  expect(fresh ?? []).toEqual([]);
});

test.each([
  ['12', 0],
  ['13', 1],
])('PostgreSQL %s has extensions that the owner of a database may make', (version, count) => {
  const operation: Operation = { kind: 'createExtension', extension: { name: 'citext' } };
  const { privileges } = dialectOf('postgresql').expects;
  const found = typeof privileges === 'function' ? privileges(wantsOf([step(operation)]), version) : [];
  expect(found.filter(({ expects }) => expects === 'expects the right to create extension citext')).toHaveLength(count);
});
