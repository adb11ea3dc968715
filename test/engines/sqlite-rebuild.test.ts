import { expect, test } from 'vitest';
import { sqlite3 } from '../../src/dialect/client/sqlite3.ts';
import { sqlite } from '../../src/dialect/sqlite.ts';
import type { Statement } from '../../src/dialect/statement.ts';
import type { Operation } from '../../src/operation/operation.ts';
import { apply } from '../../src/operation/verbs.ts';
import { emptySchema, type Schema } from '../../src/schema/schema.ts';
import type { Table } from '../../src/schema/table.ts';
import { scriptText } from '../../src/script/script-text.ts';
import { column } from '../unit/dialect/lower-cases.ts';
import { recordingOf, scriptOf } from '../unit/script/made.ts';
import { describeEngines } from './describe-engines.ts';
import type { Database, Engine } from './engine.ts';

/** Parent, child with ON DELETE CASCADE, and a table that refers to itself. */
const parent: Table = {
  name: { name: 'parent' },
  columns: [
    column('id', 'increments', 'integer', { nullable: false, autoIncrement: true }),
    column('email', 'varchar', 'varchar(50)', { nullable: false, default: { kind: 'value', value: "it's" } }),
    column('size', 'enu', 'text', { type: { name: 'enu', args: [['s', "m'l"]] } }),
    column('age', 'integer', 'integer'),
    column('above', 'integer', 'integer'),
    column('wide', 'integer', 'integer', { computed: { expression: '`age` * 2', persisted: true } }),
  ],
  constraints: [
    { kind: 'primary', columns: ['id'] },
    { kind: 'unique', name: 'parent_email_once', columns: ['email'] },
    { kind: 'check', name: 'parent_age', expression: '`age` >= 0' },
    {
      kind: 'foreign',
      name: 'parent_above',
      columns: ['above'],
      references: { table: { name: 'parent' }, columns: ['id'] },
      onDelete: 'set null',
    },
  ],
  indexes: [
    { name: 'parent_young', columns: ['age'], unique: false, where: '`age` < 30' },
    { name: 'parent_low', columns: [{ expression: 'lower(`email`)', order: 'desc' }], unique: true },
  ],
};
const child: Table = {
  name: { name: 'child' },
  columns: [
    column('id', 'integer', 'integer', { nullable: false }),
    column('of', 'integer', 'integer'),
    column('note', 'text', 'text'),
  ],
  constraints: [
    { kind: 'primary', columns: ['id'] },
    {
      kind: 'foreign',
      name: 'child_of',
      columns: ['of'],
      references: { table: { name: 'parent' }, columns: ['id'] },
      onDelete: 'cascade',
      deferrable: 'deferred',
    },
  ],
  indexes: [],
};
const table = parent.name;
const beginning: readonly Operation[] = [
  { kind: 'createTable', table: parent, ifNotExists: false },
  { kind: 'createTable', table: child, ifNotExists: false },
  {
    kind: 'createTrigger',
    replace: false,
    trigger: {
      name: 'parent_noted',
      table,
      definition:
        "after update of `email` on `parent` begin insert into `child` (`note`) values (new.`email` || ';'); end",
    },
  },
  {
    kind: 'createTrigger',
    replace: false,
    trigger: {
      name: 'child_noted',
      table: child.name,
      definition: 'after insert on `child` begin update `parent` set `age` = `age` + 1 where `id` = new.`of`; end',
    },
  },
  {
    kind: 'createView',
    replace: false,
    view: { name: { name: 'emails' }, query: 'select `id`, `email` from `parent`', materialized: false, indexes: [] },
  },
];

interface Lowered {
  readonly statements: readonly Statement[];
  readonly after: Schema;
}

function lowered(operations: readonly Operation[], before: Schema): Lowered {
  const statements: Statement[] = [];
  let after = before;
  for (const operation of operations) {
    const made = sqlite.lower(operation, after, '3.40');
    if (made === undefined) throw new Error(`${operation.kind} is left to knex`);
    statements.push(...made);
    after = apply(operation, after);
  }
  return { statements, after };
}

const start = lowered(beginning, emptySchema);

function script(id: string, before: readonly string[], statements: readonly Statement[]): string {
  return [...scriptText(scriptOf(sqlite, sqlite3, [recordingOf({ id, before, after: [id], statements })]))].join('');
}

/** Rows by a generator of numbers that gives the same ones each time. */
function rows(count: number): string {
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const parents = Array.from({ length: count }, (_, n) => {
    const text = String.fromCodePoint(0x41 + next(26), 0xe9, 0x1f600 + next(40));
    const above = n === 0 || next(3) === 0 ? 'null' : 1 + next(n);
    return `(${n + 1}, '${text}${n}''', ${next(2) === 0 ? "'s'" : "'m''l'"}, ${next(90)}, ${above})`;
  });
  const children = Array.from({ length: count }, (_, n) => `(${n + 1}, ${1 + next(count)}, 'n${n}')`);
  return [
    'drop trigger child_noted',
    `insert into parent (id, email, size, age, above) values ${parents.join(', ')}`,
    `insert into child (id, "of", note) values ${children.join(', ')}`,
    `insert into parent (id, email) values (${count + 900}, 'gone')`,
    `delete from parent where id = ${count + 900}`,
    String(start.statements.find(({ sql }) => String(sql).includes('child_noted'))!.sql),
  ].join(';\n');
}

const count = 400;

async function filled(engine: Engine): Promise<Database> {
  const database = await engine.createDatabase();
  expect(await database.runText(script('a1', [], start.statements))).toMatchObject({ status: 0, stderr: '' });
  expect(await database.runText(`PRAGMA foreign_keys = ON;\n${rows(count)};\n`, { strict: true })).toMatchObject({
    status: 0,
    stderr: '',
  });
  return database;
}

async function requireSound(database: Database): Promise<void> {
  expect(await database.query('pragma integrity_check')).toEqual([['ok']]);
  expect(await database.query('select * from pragma_foreign_key_check')).toEqual([]);
}

const integer = { type: { name: 'integer', args: [] }, sqlType: 'integer', unsigned: false };
const bigint = { type: { name: 'bigint', args: [] }, sqlType: 'bigint', unsigned: false };

const changes: readonly (readonly [string, readonly Operation[], RegExp])[] = [
  ['a type', [{ kind: 'alterColumn', table, column: 'age', change: { type: bigint } }], /`age` bigint/],
  ['NOT NULL', [{ kind: 'alterColumn', table, column: 'age', change: { nullable: false } }], /`age` integer not null/],
  [
    'a default',
    [{ kind: 'alterColumn', table, column: 'age', change: { default: { kind: 'sql', sql: 'abs(-5)' } } }],
    /`age` integer default \(abs\(-5\)\)/,
  ],
  [
    'no default',
    [{ kind: 'alterColumn', table, column: 'email', change: { default: null } }],
    /`email` varchar\(50\) not null,/,
  ],
  [
    'a collation',
    [{ kind: 'alterColumn', table, column: 'email', change: { collation: 'nocase' } }],
    /collate `nocase`/,
  ],
  ['a plain column', [{ kind: 'alterColumn', table, column: 'wide', change: { computed: null } }], /`wide` integer,/],
  [
    'a computed column',
    [
      {
        kind: 'alterColumn',
        table,
        column: 'size',
        change: { type: integer, computed: { expression: '`age` + 1', persisted: false } },
      },
    ],
    /`size` integer generated always as \(`age` \+ 1\) virtual/,
  ],
  [
    'a value by an expression',
    [{ kind: 'alterColumn', table, column: 'size', change: { type: integer, using: 'length(`size`)' } }],
    /`size` integer/,
  ],
  [
    'a check',
    [{ kind: 'addConstraint', table, constraint: { kind: 'check', name: 'old', expression: '`age` < 200' } }],
    /constraint `old` check/,
  ],
  [
    'no check',
    [{ kind: 'dropConstraint', table, constraint: { kind: 'check', name: 'parent_age' } }],
    /^(?!.*parent_age)/s,
  ],
  [
    'no foreign key',
    [{ kind: 'dropConstraint', table, constraint: { kind: 'foreign', name: 'parent_above' } }],
    /^(?!.*parent_above)/s,
  ],
  [
    'another name of a check',
    [{ kind: 'renameConstraint', table, constraint: 'parent_age', to: 'grown' }],
    /constraint `grown` check/,
  ],
  ['a column that a key holds', [{ kind: 'dropColumn', table, column: 'above' }], /^(?!.*above)/s],
  [
    'a stored column',
    [
      {
        kind: 'addColumn',
        table,
        column: column('long', 'integer', 'integer', { computed: { expression: 'length(`email`)', persisted: true } }),
      },
    ],
    /`long` integer generated always as \(length\(`email`\)\) stored/,
  ],
  [
    'a default that is worked out',
    [
      {
        kind: 'addColumn',
        table,
        column: column('seen', 'text', 'text', { nullable: false, default: { kind: 'sql', sql: 'CURRENT_TIMESTAMP' } }),
      },
    ],
    /`seen` text not null default CURRENT_TIMESTAMP/,
  ],
  [
    'STRICT, after other names',
    [
      { kind: 'dropTrigger', trigger: 'child_noted', table: child.name },
      { kind: 'dropView', view: { name: 'emails' }, materialized: false },
      { kind: 'renameColumn', table, column: 'age', to: 'years' },
      { kind: 'renameColumn', table, column: 'email', to: 'mail' },
      { kind: 'alterTable', table, options: { strict: true } },
      {
        kind: 'createView',
        replace: false,
        view: { name: { name: 'emails' }, query: 'select `mail` from `parent`', materialized: false, indexes: [] },
      },
      {
        kind: 'createTrigger',
        replace: false,
        trigger: {
          name: 'child_noted',
          table: child.name,
          definition:
            'after insert on `child` begin update `parent` set `years` = `years` + 1 where `id` = new.`of`; end',
        },
      },
    ],
    /check \(`years` >= 0\).*strict$/s,
  ],
];

describeEngines(
  'a table made anew',
  (engine) => {
    test.each(changes)('%s: rows, children, indexes, triggers and views stay', async (_, operations, shows) => {
      const database = await filled(engine);
      const kept = ['above', 'id'].filter(
        (name) => !operations.some((one) => one.kind === 'dropColumn' && one.column === name),
      );
      const held = `select ${kept.join(', ')}, rowid from parent order by id`;
      const [before, children] = [await database.query(held), await database.rows('child')];
      const objects = (
        await database.query("select type, name from sqlite_schema where name not like 'sqlite%' order by 2")
      ).map(String);
      const upgrade = script('b2', ['a1'], lowered(operations, start.after).statements);
      const ran = await database.runText(upgrade);
      expect(ran, ran.stdout + ran.stderr).toMatchObject({ status: 0, stderr: '' });
      expect(await database.query(held)).toEqual(before);
      expect(await database.rows('child')).toEqual(children);
      expect(
        (await database.query("select type, name from sqlite_schema where name not like 'sqlite%' order by 2")).map(
          String,
        ),
      ).toEqual(objects);
      const [[sql]] = (await database.query("select sql from sqlite_schema where name = 'parent'")) as [[string]];
      expect(sql).toMatch(shows);
      expect(await database.query("select seq from sqlite_sequence where name = 'parent'")).toEqual([
        [String(count + 900)],
      ]);
      expect(await database.query('select count(*) from sqlite_sequence')).toEqual([['1']]);
      expect(await database.query('select count(*) from emails')).toEqual([[String(count)]]);
      await requireSound(database);
      const again = await database.runText(upgrade);
      expect(again.stdout + again.stderr).toContain('already applied');
      expect(await database.query(held)).toEqual(before);
      await database.query('pragma foreign_keys = on; delete from parent where id = 1');
      expect(await database.query('select count(*) from child where "of" = 1')).toEqual([['0']]);
    });

    const required: Operation = { kind: 'alterColumn', table, column: 'above', change: { nullable: false } };
    const careless = (text: string): string => text.replace('.bail on\n', '');
    const stateOf = (database: Database) => database.catalog({ rows: true, except: [/migrator_/] });

    test.each([
      ['the documented way', (text: string) => text, {}],
      ['going on after errors', careless, { strict: false }],
    ] as const)('%s: a copy that fails loses no row', async (_, change, manner) => {
      const database = await filled(engine);
      const stood = await stateOf(database);
      const ran = await database.runText(
        change(script('b2', ['a1'], lowered([required], start.after).statements)),
        manner,
      );
      expect(ran.stderr).toMatch(/NOT NULL constraint failed: migrator_new_parent\.above/);
      expect(ran.stdout).not.toContain('committed');
      expect(await stateOf(database)).toEqual(stood);
      expect(await database.rows('migrator_version')).toEqual([['a1']]);
      await requireSound(database);
    });

    const wider: Operation = { kind: 'alterColumn', table, column: 'age', change: { type: bigint } };

    test.each([
      ['trigger', 'create trigger own after delete on parent begin select 1; end', 'trigger own'],
      ['index', 'create index own on parent (size)', 'index own'],
      ['column', 'alter table parent add column own text', 'column own'],
    ])('a %s that no revision made is not lost', async (_, sql, named) => {
      for (const change of [(text: string) => text, careless]) {
        const database = await filled(engine);
        await database.query(sql);
        const stood = await stateOf(database);
        const ran = await database.runText(change(script('b2', ['a1'], lowered([wider], start.after).statements)), {
          strict: false,
        });
        expect(ran.stdout).toContain(`migration undone: making table parent anew would lose its ${named}`);
        expect(await stateOf(database)).toEqual(stood);
        expect(await database.rows('migrator_version')).toEqual([['a1']]);
      }
    });

    test('a key that rows break is undone, with the table and their number', async () => {
      const key: Operation = {
        kind: 'addConstraint',
        table: child.name,
        constraint: { kind: 'foreign', name: 'late', columns: ['id'], references: { table, columns: ['id'] } },
      };
      for (const change of [(text: string) => text, careless]) {
        const database = await filled(engine);
        await database.query("insert into child (id, note) values (5001, 'x'), (5002, 'y')");
        const stood = await stateOf(database);
        const ran = await database.runText(change(script('b2', ['a1'], lowered([key], start.after).statements)), {
          strict: false,
        });
        expect(ran.stdout).toContain('migration undone: 2 rows of table child refer to nothing, and 0 did before');
        expect(await stateOf(database)).toEqual(stood);
        expect(await database.rows('migrator_version')).toEqual([['a1']]);
      }
    });

    test('orphans that were there before do not stand in the way', async () => {
      const database = await filled(engine);
      await database.query('insert into child (id, "of") values (5001, 99999)');
      const ran = await database.runText(script('b2', ['a1'], lowered([wider], start.after).statements));
      expect(ran).toMatchObject({ status: 0, stderr: '' });
      expect(await database.query('select count(*) from pragma_foreign_key_check')).toEqual([['1']]);
    });

    test('at another revision nothing changes, in a client that goes on either', async () => {
      for (const change of [(text: string) => text, careless]) {
        const database = await filled(engine);
        const stood = await stateOf(database);
        const ran = await database.runText(change(script('c3', ['b2'], lowered([wider], start.after).statements)), {
          strict: false,
        });
        expect(ran.stdout).toMatch(/refused.*at a1/);
        expect(await stateOf(database)).toEqual(stood);
        expect(await database.rows('migrator_version')).toEqual([['a1']]);
      }
    });

    test('killed in the middle, the old table is there', async () => {
      const slow: Statement = {
        sql: 'with recursive n (i) as (select 1 union all select i + 1 from n where i < 2000000000) select count(*) from n',
        transactional: true,
        sort: 'raw',
      };
      const { statements } = lowered([wider], start.after);
      const dropped = statements.findIndex(({ sql }) => sql === 'drop table `parent`');
      const text = script('b2', ['a1'], [...statements.slice(0, dropped + 1), slow, ...statements.slice(dropped + 1)]);
      const database = await filled(engine);
      const stood = await stateOf(database);
      const running = database.start(database.save(text));
      await new Promise((resolve) => setTimeout(resolve, 1500));
      running.kill();
      expect((await running.done).status).toBe(137);
      expect(await stateOf(database)).toEqual(stood);
      await requireSound(database);
      expect(await database.runText(script('b2', ['a1'], statements))).toMatchObject({ status: 0, stderr: '' });
    });

    test('a table that others refer to goes with their keys, and their rows stay', async () => {
      const database = await filled(engine);
      const operations: readonly Operation[] = [
        { kind: 'dropView', view: { name: 'emails' }, materialized: false },
        { kind: 'dropTrigger', trigger: 'child_noted', table: child.name },
        { kind: 'dropTable', table, ifExists: false, cascade: true },
      ];
      const children = await database.rows('child');
      const ran = await database.runText(script('b2', ['a1'], lowered(operations, start.after).statements));
      expect(ran, ran.stderr).toMatchObject({ status: 0, stderr: '' });
      expect(await database.rows('child')).toEqual(children);
      await requireSound(database);
      await database.query('pragma foreign_keys = on; insert into child (id, "of") values (7001, 8001)');
    });
  },
  ['sqlite'],
);
