/** The primary key that knex writes beside `increments` has no name but the server's, whatever a revision calls it. */
import { describe, expect, test } from 'vitest';
import type { DialectName } from '../../../src/dialect/names.ts';
import type { Operation } from '../../../src/operation/operation.ts';
import { apply } from '../../../src/operation/verbs.ts';
import type { Column } from '../../../src/schema/column.ts';
import type { PrimaryKey } from '../../../src/schema/constraint.ts';
import { nothing, put } from '../../../src/schema/registry.ts';
import { emptySchema, type Schema } from '../../../src/schema/schema.ts';
import { parseMssql, parseOracle } from '../../grammars/script.ts';
import { column, sqlOf } from './lower-cases.ts';

const table = { name: 'k' };
const counting = column('id', 'increments', 'int identity(1,1)', { nullable: false, autoIncrement: true });
const plain = column('id', 'integer', 'int', { nullable: false });
const parsers: Partial<Record<DialectName, (sql: string) => readonly unknown[]>> = {
  mssql: parseMssql,
  oracle: parseOracle,
};

function schemaOf(one: Column, key: Partial<PrimaryKey> = {}): Schema {
  const columns = [one, column('x', 'varchar', 'varchar(20)')];
  const known = {
    name: table,
    columns,
    constraints: [{ kind: 'primary', columns: ['id'], ...key } as const],
    indexes: [],
  };
  return { ...emptySchema, tables: put(nothing, 'k', known) };
}

const drop = (name: string, of = 'k', ifExists?: true): Operation => ({
  kind: 'dropConstraint',
  table: { name: of },
  constraint: { kind: 'primary', name },
  ...(ifExists === undefined ? {} : { ifExists }),
});

function read(name: DialectName, operation: Operation, before: Schema): readonly string[] {
  const sql = sqlOf(name, operation, { before });
  if (!Array.isArray(sql)) return [String(sql)];
  expect(sql.flatMap((one: string) => parsers[name]?.(one) ?? [])).toEqual([]);
  return sql as readonly string[];
}

const renamed = (before: Schema) => apply({ kind: 'renameTable', table, to: 'kk' }, before);
const found = (of: string) => [
  expect.stringMatching(
    new RegExp(`DROP CONSTRAINT ' \\+ QUOTENAME\\(name\\) FROM sys\\.key_constraints[^]*OBJECT_ID\\(N'\\[${of}\\]'\\)`),
  ),
];

describe('SQL Server', () => {
  test('is asked for the name of a nameless one', () => {
    expect(read('mssql', drop('k_pkey'), schemaOf(counting))).toEqual(found('k'));
    expect(read('mssql', drop('k_pkey', 'kk'), renamed(schemaOf(counting)))).toEqual(found('kk'));
  });

  test('if it exists', () => {
    const [sql] = read('mssql', drop('k_pkey', 'k', true), schemaOf(counting));
    expect(sql).toContain('IF @drop IS NOT NULL EXEC(@drop)');
  });

  test('the one that knex or the author named goes by its name', () => {
    expect(read('mssql', drop('k_pkey'), schemaOf(plain))).toEqual(['ALTER TABLE [k] DROP CONSTRAINT [k_pkey]']);
    expect(read('mssql', drop('k_pk'), schemaOf(counting, { name: 'k_pk' }))).toEqual([
      'ALTER TABLE [k] DROP CONSTRAINT [k_pk]',
    ]);
  });

  test('of a table that no revision declares it goes by the name that the revision says', () => {
    expect(read('mssql', drop('raw_pk'), emptySchema)).toEqual(['ALTER TABLE [k] DROP CONSTRAINT [raw_pk]']);
  });
});

describe('Oracle', () => {
  test('drops the only primary key of the table', () => {
    expect(read('oracle', drop('k_pkey'), schemaOf(counting))).toEqual(['alter table "k" drop primary key']);
    expect(read('oracle', drop('k_pkey', 'kk'), renamed(schemaOf(counting)))).toEqual([
      'alter table "kk" drop primary key',
    ]);
    expect(read('oracle', drop('k_pkey', 'k', true), schemaOf(counting))).toEqual([
      expect.stringMatching(/drop primary key'; .* sqlcode not in \(-2441\)/),
    ]);
  });

  test('by the name that was given, or that the revision says of what it does not know', () => {
    expect(sqlOf('oracle', drop('k_pk'), { before: schemaOf(counting, { name: 'k_pk' }) })).toBeUndefined();
    expect(sqlOf('oracle', drop('raw_pk'), { before: emptySchema })).toBeUndefined();
  });
});

test.each(['mssql', 'oracle'] as const)('%s: nobody can say another name for one that has none', () => {
  const rename: Operation = { kind: 'renameConstraint', table, constraint: 'k_pkey', to: 'k_pk' };
  expect(() => apply(rename, schemaOf(counting))).toThrow('there is no constraint k_pkey on table k');
});
