/** How long scripts wait: what an engine takes by default, and what it cannot bound. */

import { expect, test } from 'vitest';
import { dialectOf } from '../../../src/dialect/dialects.ts';
import type { DialectName } from '../../../src/dialect/names.ts';
import { waitsOf } from '../../../src/dialect/waits.ts';

const place = { file: 'migrator.toml', line: 3, column: 16 };

const usual: readonly (readonly [DialectName, number | undefined])[] = [
  ['postgresql', 10_000],
  ['cockroachdb', 10_000],
  ['redshift', undefined],
  ['mysql', 30_000],
  ['mariadb', 30_000],
  ['sqlite', 10_000],
  ['mssql', 30_000],
  ['oracle', 30_000],
];

test.each(usual)('%s waits for a lock and not for the end of a statement', (name, lock) => {
  expect(waitsOf(dialectOf(name), {})).toEqual(lock === undefined ? {} : { lock });
});

test.each([
  ['postgresql', 1500, 1500],
  ['mysql', 2000, undefined],
  ['mariadb', 2000, 1500],
] as const)('%s takes what it is given', (name, lock, statement) => {
  const asked = { lock: { milliseconds: lock, place } };
  const both = statement === undefined ? asked : { ...asked, statement: { milliseconds: statement, place } };
  expect(waitsOf(dialectOf(name), both)).toEqual(statement === undefined ? { lock } : { lock, statement });
});

test.each([
  ['mysql', 'lock', 500, 'lock_timeout is 500ms, but lock_wait_timeout of MySQL counts whole seconds'],
  ['oracle', 'lock', 1500, 'lock_timeout is 1500ms, but DDL_LOCK_TIMEOUT of Oracle Database counts whole seconds'],
  ['postgresql', 'lock', 3_000_000_000, 'but lock_timeout of PostgreSQL takes 2147483647ms at most'],
  ['redshift', 'lock', 1000, 'Amazon Redshift has no lock_timeout: only statement_timeout ends'],
  ['mysql', 'statement', 1000, 'MySQL has no statement_timeout: max_execution_time concerns SELECT alone'],
  ['sqlite', 'statement', 1000, 'SQLite has no statement_timeout'],
  ['mssql', 'statement', 1000, 'SQL Server has no statement_timeout: the client has one: sqlcmd -t SECONDS'],
  ['oracle', 'statement', 1000, 'Oracle Database has no statement_timeout'],
] as const)('%s refuses as %s timeout %d ms', (name, sort, milliseconds, message) => {
  expect(() => waitsOf(dialectOf(name), { [sort]: { milliseconds, place } })).toThrow(
    expect.objectContaining({ message: expect.stringContaining(message), place }),
  );
});
