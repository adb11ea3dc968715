/** What a dialect lowers, applied by the real client, is what replay says that it does. */
import { expect, test } from 'vitest';
import { dialects } from '../../src/dialect/dialects.ts';
import type { Operation } from '../../src/operation/operation.ts';
import { apply } from '../../src/operation/verbs.ts';
import type { Column } from '../../src/schema/column.ts';
import { nothing, put } from '../../src/schema/registry.ts';
import { emptySchema, type Schema } from '../../src/schema/schema.ts';
import type { Table } from '../../src/schema/table.ts';
import { describeEngines } from '../engines/describe-engines.ts';
import { type Engine, isOfMysql } from '../engines/engine.ts';

type Tested = Engine['dialect'];

const opening: Readonly<Record<Tested, string>> = {
  postgresql: '\\set ON_ERROR_STOP on\n',
  mariadb: "set names utf8mb4;\nset session sql_mode = 'STRICT_ALL_TABLES';\n",
  mysql: "set names utf8mb4;\nset session sql_mode = 'STRICT_ALL_TABLES';\n",
  sqlite: '.bail on\n',
};

const column = (name: string, sqlType: string, more: Partial<Column> = {}): Column => ({
  name,
  type: { name: 'specificType', args: [sqlType] },
  sqlType,
  nullable: true,
  autoIncrement: false,
  unsigned: false,
  ...more,
});

const users: Table = {
  name: { name: 'users' },
  columns: [
    column('id', 'int', { nullable: false }),
    column('email', 'varchar(50)', {
      nullable: false,
      default: { kind: 'value', value: "it's" },
      comment: "the user's",
    }),
    column('age', 'int'),
    column('bio', 'text'),
  ],
  constraints: [
    { kind: 'primary', columns: ['id'] },
    { kind: 'unique', name: 'users_email_unique', columns: ['email'] },
    { kind: 'check', expression: '`age` > 0' },
  ],
  indexes: [],
};

const mysqlTable = `create table users (id int not null primary key, email varchar(50) not null default 'it''s' comment 'the user''s', age int check (\`age\` > 0), bio text);
alter table users add unique users_email_unique (email);\n`;

const made: Readonly<Record<Tested, string>> = {
  postgresql: `create table users (id int not null primary key, email varchar(50) not null default 'it''s', age int check (age > 0), bio text);
comment on column users.email is 'the user''s';
alter table users add constraint users_email_unique unique (email);\n`,
  mariadb: mysqlTable,
  mysql: mysqlTable,
  sqlite: `create table users (id int not null primary key, email varchar(50) not null default 'it''s', age int check (age > 0), bio text);
create unique index users_email_unique on users (email);\n`,
};

const table = users.name;
const alter = (name: string, change: object): Operation =>
  ({ kind: 'alterColumn', table, column: name, change }) as Operation;
const type = (sqlType: string) => ({ type: { name: 'specificType', args: [sqlType] }, sqlType, unsigned: false });

const awkward = 'a\r\n\\\'"\té';

interface Case {
  readonly does: readonly Operation[];
  /** Lines of the catalog, by engine: what must stand there, or (null) must be gone. */
  readonly leaves: Readonly<Partial<Record<Tested, Readonly<Record<string, string | RegExp | null>>>>>;
}

const cases: Readonly<Record<string, Case>> = {
  'a longer type keeps the rest': {
    does: [alter('email', { type: type('varchar(80)') })],
    leaves: {
      postgresql: {
        'column public.users.email': /varchar\(80\)|character varying\(80\).*not null.*it''s/i,
        'comment table column public.users.email': /the user['\\]'s/,
      },
      mariadb: {
        'column users.email': /varchar\(80\).*not null.*it''s/i,
        'comment column users.email': /the user['\\]'s/,
      },
    },
  },
  'a check survives a change of its column': {
    does: [alter('age', { nullable: false, type: type('bigint') })],
    leaves: {
      postgresql: {
        'column public.users.age': /bigint not null/i,
        'constraint public.users.users_age_check': /age > 0/,
      },
      mariadb: { 'column users.age': /bigint.*not null/i, 'constraint users.age': /`age` > 0/ },
    },
  },
  'an awkward default and comment': {
    does: [alter('email', { default: { kind: 'value', value: awkward }, comment: awkward })],
    leaves: {
      postgresql: { 'column public.users.email': /default/ },
      mariadb: { 'column users.email': /default/i },
    },
  },
  'a column renamed, then dropped': {
    does: [
      { kind: 'renameColumn', table, column: 'bio', to: "life's" },
      { kind: 'dropColumn', table, column: "life's" },
      { kind: 'dropColumn', table, column: 'email' },
    ],
    leaves: {
      sqlite: { 'column users.email': null, 'index users.users_email_unique': null, 'column users.bio': null },
    },
  },
  'an enum made of text': {
    does: [alter('bio', { type: { type: { name: 'enu', args: [['a', "it's"]] }, sqlType: 'text', unsigned: false } })],
    leaves: { postgresql: { 'constraint public.users.users_bio_check': /it''s/ } },
  },
  'a comment on the table': {
    does: [{ kind: 'commentTable', table, comment: awkward }],
    leaves: { postgresql: { 'comment table public.users': /é/ }, mariadb: { 'comment table users': /é/ } },
  },
  'an index built without blocking writers': {
    does: [
      {
        kind: 'createIndex',
        table,
        index: { name: 'i', columns: ['age'], unique: false, where: 'age > 1', concurrently: true },
      },
      { kind: 'createIndex', table, index: { name: 'j', columns: ['age'], unique: false, concurrently: true } },
      { kind: 'dropIndex', table, index: 'j', concurrently: true },
    ],
    leaves: { postgresql: { 'index public.i': /age > 1/, 'index public.j': null } },
  },
};

function script(dialect: Tested, does: readonly Operation[]): string {
  const { lower, defaultVersion } = dialects[dialect];
  let schema: Schema = { ...emptySchema, tables: put(nothing, 'users', users) };
  const statements: string[] = [];
  for (const operation of does) {
    const lowered = lower(operation, schema, defaultVersion);
    if (lowered === undefined) throw new Error(`${dialect} leaves ${operation.kind} to knex`);
    statements.push(...lowered.map(({ sql }) => `${String(sql)};\n`));
    schema = apply(operation, schema);
  }
  return opening[dialect] + made[dialect] + statements.join('');
}

function lowered(engine: Engine): void {
  const { dialect } = engine;
  for (const [title, { does, leaves }] of Object.entries(cases)) {
    const expected = leaves[dialect];
    if (expected === undefined) continue;
    test(title, async () => {
      const database = await engine.createDatabase();
      const ran = await database.runText(script(dialect, does), { strict: true });
      expect(ran).toMatchObject({ status: 0, stderr: '' });
      const catalog = await database.catalog();
      for (const [key, line] of Object.entries(expected)) {
        if (line === null) expect(catalog[key], key).toBeUndefined();
        else expect(catalog[key] ?? `${key} among ${Object.keys(catalog).join()}`, key).toMatch(line);
      }
    });
  }

  test.runIf(dialect !== 'sqlite')('an awkward default is what a new row gets', async () => {
    const database = await engine.createDatabase();
    const operation = alter('email', { default: { kind: 'value', value: awkward } });
    await database.runText(`${script(dialect, [operation])}insert into users (id) values (1);\n`, { strict: true });
    const hex = isOfMysql(engine) ? 'lower(hex(email))' : "encode(convert_to(email, 'UTF8'), 'hex')";
    expect(await database.query(`select ${hex} from users`)).toEqual([[Buffer.from(awkward).toString('hex')]]);
  });
}

describeEngines('lowered', lowered);
