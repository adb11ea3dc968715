/** What a target may expect of a database: what each engine can be asked, and what it has nothing of. */

import { expect, test } from 'vitest';
import { dialectOf } from '../../../src/dialect/dialects.ts';
import { type Expected, expectationsOf } from '../../../src/dialect/expect/expectation.ts';
import { type DialectName, dialectNames, expectWords } from '../../../src/dialect/names.ts';
import type { Operation } from '../../../src/operation/operation.ts';
import type { Step } from '../../../src/operation/wants.ts';
import { emptySchema } from '../../../src/schema/schema.ts';

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
    notes: [],
  });
}

test.each(dialectNames)('nothing is asked on %s unless the target says so, but what could not be undone', (name) => {
  const always = name === 'mysql' || name === 'mariadb' ? ['expects an engine that can undo what fails'] : [];
  expect(asked(name, {}).map(({ expects }) => expects.replace(/,.*/, ''))).toEqual(always);
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
