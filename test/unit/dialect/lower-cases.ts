/** A small shop as replay knows it, and how a dialect lowers what is done to it. */
import { dialects } from '../../../src/dialect/dialects.ts';
import type { DialectName } from '../../../src/dialect/names.ts';
import type { Statement } from '../../../src/dialect/statement.ts';
import { MigratorError } from '../../../src/errors.ts';
import type { Operation } from '../../../src/operation/operation.ts';
import type { Column } from '../../../src/schema/column.ts';
import { nothing, put } from '../../../src/schema/registry.ts';
import { emptySchema, type Schema } from '../../../src/schema/schema.ts';
import type { Table } from '../../../src/schema/table.ts';

export function column(name: string, word: string, sqlType: string, more: Partial<Column> = {}): Column {
  return {
    name,
    type: { name: word, args: [] },
    sqlType,
    nullable: true,
    autoIncrement: false,
    unsigned: false,
    ...more,
  };
}

export const users: Table = {
  name: { name: 'users' },
  columns: [
    column('id', 'increments', 'int', { nullable: false, autoIncrement: true }),
    column('email', 'varchar', 'varchar(50)', {
      nullable: false,
      default: { kind: 'value', value: "it's" },
      comment: "the user's",
    }),
    column('age', 'integer', 'int', { unsigned: true }),
    column('town', 'integer', 'int'),
    column('bio', 'text', 'text'),
  ],
  constraints: [
    { kind: 'primary', columns: ['id'] },
    { kind: 'unique', name: 'users_email_unique', columns: ['email'] },
    { kind: 'check', expression: '`age` > 0' },
    {
      kind: 'foreign',
      name: 'users_town_foreign',
      columns: ['town'],
      references: { table: { name: 'towns' }, columns: ['id'] },
    },
  ],
  indexes: [],
};

export const shop: Schema = { ...emptySchema, tables: put(nothing, 'users', users) };

export function lower(
  name: DialectName,
  operation: Operation,
  { before = shop, version }: { readonly before?: Schema; readonly version?: string } = {},
): readonly Statement[] | undefined {
  const dialect = dialects[name];
  return dialect.lower(operation, before, version ?? dialect.defaultVersion);
}

/** The SQL, `!code` for a refusal, or undefined where knex is left to do it. */
export function sqlOf(...args: Parameters<typeof lower>): readonly string[] | string | undefined {
  try {
    return lower(...args)?.map((statement) => String(statement.sql));
  } catch (error) {
    if (!(error instanceof MigratorError)) throw error;
    return `!${error.code}`;
  }
}

export const table = { name: 'users' } as const;
