/** Revisions that do what a script cannot: each with what is said, where, and that nothing is written. */

import { test } from 'vitest';
import { bad, badFile, expectSaid, good, refused, type Says } from './mistake.ts';

type Mistake = readonly [upgrade: string, says: Says, place?: string];

const rows = "[{ id: 1, name: 'a' }]";
const unanswered = 'which only a database could answer … Express it in SQL';

const thrown: readonly Mistake[] = [
  ["throw new Error('no way');", 'revision-threw: revision bad threw: no way'],
  ["throw 'a text';", 'revision-threw: revision bad threw: a text', badFile],
  ['throw undefined;', 'revision-threw: the revision threw undefined', badFile],
  ["await 1;\n  throw new Error('later');", 'revision-threw: revision bad threw: later', `${badFile}:6`],
  ["await Promise.reject(new Error('rejected'));", 'revision-threw: revision bad threw: rejected'],
  [
    'op.createTabel();',
    'revision-threw: revision bad threw: op.createTabel is not a function … There is no createTabel; op has createTable.',
  ],
  [
    'op.frobnicate();',
    'revision-threw: revision bad threw: op.frobnicate is not a function … docs/operations.md has every directive.',
  ],
  [
    "op.createTable('x', (t) => { t.incremens('a'); });",
    "revision-threw: revision bad threw: t.incremens is not a function … op and knex's builders have increments.",
  ],
  [
    "op.createTable('x', (t) => { t.serial('a'); });",
    'unsupported: knex has no type serial for … t.specificType("a", ',
  ],
  ["op.createTable('x', (t) => t.integer());", 'revision-threw: revision bad threw: You did not specify a column name'],
  ["await op.knex.raw('select ?, ?', [1]);", 'revision-threw: revision bad threw: Expected 1 bindings, saw 2'],
  ["await op.knex('users').update({});", 'revision-threw: revision bad threw: Empty .update() call detected'],
  [
    "await op.knex('users').where('id', undefined).del();",
    'revision-threw: revision bad threw: Undefined binding(s) detected when compiling DEL',
  ],
  ['process.exit(0);', 'revision-exits: the revision called process.exit'],
];

const forgotten: readonly Mistake[] = [
  ["op.schema.createTable('x', (t) => t.integer('a'));", 'forgotten-await: schema.createTable(…) was built'],
  ["op.knex.schema.alterTable('users', (t) => t.integer('a'));", 'forgotten-await: schema.alterTable(…) was built'],
  ["op.knex('users').insert({ id: 1 });", 'forgotten-await: a knex insert was built but never awaited … Put await'],
  ["op.knex('users').update({ id: 1 });", 'forgotten-await: a knex update was built'],
  ["op.knex('users').del();", 'forgotten-await: a knex del was built'],
  ["op.knex('users').truncate();", 'forgotten-await: a knex truncate was built'],
  ["op.knex.raw('select 1');", 'forgotten-await: raw(…) was built'],
  [
    "await op.knex.transaction(async (trx) => { trx('users').del(); });",
    'forgotten-await: a knex del was built but never awaited',
  ],
  [
    "op.bulkInsert('users', later());\n}\nasync function* later() {\n  await new Promise(() => {});",
    'forgotten-await: op.bulkInsert into users was still running when its revision had ended',
  ],
];

const reading: readonly Mistake[] = [
  [
    "await op.knex('users').select('id');",
    `needs-data: the revision reads rows (select "id" from "users"), ${unanswered}`,
  ],
  ["const { id } = await op.knex('users').first();", 'needs-data: the revision reads rows'],
  ["await op.knex('users').pluck('id');", 'needs-data: the revision reads rows'],
  ["await op.knex('users').count();", 'needs-data: the revision reads rows'],
  [
    "(await op.knex('users').columnInfo('id')).type;",
    `needs-data: the revision asks columnInfo of users.id, and uses id.type, ${unanswered}`,
  ],
  [
    "await op.knex.raw('create table x (id int)'); if (await op.schema.hasTable('x')) return;",
    'needs-data: the revision asks hasTable("x"), and raw SQL in',
  ],
  [
    "await op.schema.hasColumn('users', 'ID');",
    'needs-data: the revision asks hasColumn("users", "ID"), and the history knows id,',
  ],
  ["op.knex('users').select().stream();", 'needs-data: the revision streams rows'],
  ["for await (const row of op.knex('users').stream()) row;", 'needs-data: the revision streams rows'],
  [
    `const [id] = await op.knex('users').insert(${rows}).returning('id');`,
    `needs-data: the revision uses what a statement returned (insert into "users" ("id", "name") values (1, 'a')), ${unanswered}`,
  ],
  [`(await op.knex('users').insert(${rows})).length;`, 'needs-data: the revision uses what a statement returned'],
  ["(await op.knex('users').update({ id: 2 })) > 0;", 'needs-data: the revision uses what a statement returned'],
  ["(await op.knex.raw('select 1')).rows;", 'needs-data: the revision uses the result of raw SQL'],
  ["try { await op.knex('users').select(); } catch {}", 'needs-data: the revision reads rows'],
  ["await op.knex('users').select().catch(() => []);", 'needs-data: the revision reads rows'],
  ["await op.knex.client.query({}, 'select 1');", 'needs-database: knex sent select 1 past the recorder'],
  ['await op.knex.migrate.latest();', 'needs-database: knex.migrate works on a database … Leave it out'],
  ['await op.knex.seed.run();', 'needs-database: knex.seed works on a database'],
  [
    "if ((await op.knex('users').update({ id: 2 })) === 1) op.dropTable('users');",
    `needs-data: the revision uses how many rows a statement touched (update "users" set "id" = 2), ${unanswered}`,
  ],
  [
    "if (await op.knex('users').del()) op.dropTable('users');",
    'needs-data: the revision uses how many rows a statement touched',
  ],
  [
    'await op.knex.transaction(async (trx) => { await trx.rollback(); });',
    'rolled-back: a transaction of the revision',
  ],
  ["await op.knex.transaction(async () => { throw new Error('undo'); });", 'rolled-back: a transaction', badFile],
  ['await op.knex.transaction(() => Promise.reject(1)).catch(() => 1);', 'rolled-back: a transaction', badFile],
];

const values: readonly Mistake[] = [
  ["await op.bulkInsert('users', [{ id: 1, name: 'a\\0b' }]);", 'unrepresentable: row 1, column name: … binary column'],
  ["await op.bulkInsert('users', [{ id: 1, name: '\\ud83d' }]);", 'unrepresentable: row 1, column name: '],
  [`await op.bulkInsert('users', [...${rows}, { id: NaN }]);`, 'unrepresentable: row 2, column id: '],
  ["await op.bulkInsert('users', [{ id: Infinity }]);", 'unrepresentable: row 1, column id: '],
  ["await op.bulkInsert('users', [{ id: 1.5 }]);", 'unrepresentable: row 1, column id: '],
  ["await op.bulkInsert('users', [{ id: 'one' }]);", 'unrepresentable: row 1, column id: '],
  ["await op.bulkInsert('users', [{ id: 3_000_000_000 }]);", 'unrepresentable: row 1, column id: '],
  ["await op.bulkInsert('users', [{ born: new Date('x') }]);", 'unrepresentable: row 1, column born: '],
  ["await op.bulkInsert('users', [{ name: () => 'a' }]);", 'unrepresentable: row 1, column name: '],
  ["await op.bulkInsert('users', [{ name: new Map() }]);", 'unrepresentable: row 1, column name: '],
  [
    `await op.bulkInsert('users', [...${rows}, { id: 2, name: null }]);`,
    'unrepresentable: row 2, column name: the column',
  ],
  ["await op.bulkInsert('users', [{ id: 1 }]);", 'unrepresentable: row 1, column name: the row leaves it out'],
  ["await op.bulkInsert('users', [{ id: undefined }]);", 'bad-row: row 1 has no values'],
  [`await op.bulkInsert('users', [...${rows}, {}]);`, 'bad-row: row 2 has no values'],
  ["await op.bulkInsert('users', [[1, 'a']]);", 'bad-row: row 1 is not an object of column names and values'],
  [`await op.bulkInsert('users', [...${rows}, 3]);`, 'bad-row: row 2 is not an object'],
  [
    "await op.bulkInsert('users', { id: 1 });",
    'bad-row: op.bulkInsert takes an array or an iterable … Wrap a single row',
  ],
  ["await op.bulkInsert('users', 'abc');", 'bad-row: op.bulkInsert takes an array or an iterable'],
  [`await op.bulkInsert('usres', ${rows});`, 'impossible: there is no table usres at this point of the history'],
  ["await op.bulkInsert('users', [{ nmae: 'a' }]);", 'impossible: table users has no column nmae … id, name, born'],
  ["await op.knex('users').insert({ nmae: 'a' });", 'impossible: table users has no column nmae'],
  ["await op.knex('usres').where({ id: 1 }).del();", 'impossible: there is no table usres'],
  ["await op.knex('users').update({ id: NaN });", 'unrepresentable: this value cannot be written as SQL: NaN'],
  ["await op.knex.raw('select ?', ['a\\0']);", 'unrepresentable: this value cannot be written as SQL: text with a NUL'],
  ["op.createTableComment('users', 'a\\0b');", 'unrepresentable: this value cannot be written as SQL: text with a NUL'],
  ["op.addColumn('users', (t) => t.enu('e', ['\\0']));", 'unrepresentable: this value cannot be written as SQL'],
];

const child = "op.createTable('x', (t) => t.integer('a').references('id').inTable('users'));";

const impossible: readonly Mistake[] = [
  ["op.dropTable('nothing');", 'impossible: there is no table nothing at this point of the history'],
  ["try { op.dropTable('nothing'); } catch {}", 'impossible: there is no table nothing'],
  ["op.renameTable('nothing', 'x');", 'impossible: there is no table nothing'],
  ["op.renameTable('users', 'users');", 'impossible: there already is a table users'],
  ["op.createTable('users', (t) => t.integer('id'));", 'impossible: there already is a table users'],
  ["op.createTable('x', () => {});", 'impossible: table x would have no columns'],
  ["op.createTable('x', (t) => t.integer('a') && t.text('a'));", 'impossible: table x would have two columns a'],
  ["op.dropColumn('users', 'nothing');", 'impossible: there is no column users.nothing'],
  ["op.addColumn('users', (t) => t.integer('id'));", 'impossible: there already is a column users.id'],
  ["op.alterColumn('users', 'no', { nullable: true });", 'impossible: there is no column users.no … id, name, born'],
  ["op.alterColumn('users', 'id', { newColumnName: 'name' });", 'impossible: there already is a column users.name'],
  [
    "op.createView('v', op.knex('users').select('name'));\n  op.dropColumn('users', 'name');",
    'impossible: column users.name cannot go while view v reads it … Drop the view first',
    `${badFile}:6`,
  ],
  [
    "op.createView('v', 'select name from users');\n  op.alterColumn('users', 'name', { newColumnName: 'title' });",
    'impossible: column users.name cannot get another name while view v reads it … create it again after',
    `${badFile}:6`,
  ],
  [
    "op.createView('v', 'select id from users');\n  op.dropTable('users');",
    'impossible: table users cannot go while view v reads it … Drop the view first',
    `${badFile}:6`,
  ],
  ["op.createIndex('i', 'users', ['nothing']);", 'impossible: there is no column users.nothing'],
  ["op.createIndex('i', 'users', []);", 'impossible: index i names no columns'],
  ["op.dropIndex('i', 'users');", 'impossible: there is no index i'],
  ["op.createPrimaryKey('p', 'users', ['name']);", 'impossible: there already is a primary key p on table users'],
  ["op.createUniqueConstraint('u', 'users', ['no']);", 'impossible: there is no column users.no'],
  [
    "op.createForeignKey('f', 'users', 'users', ['id'], ['id', 'name']);",
    'impossible: the foreign key f has 1 columns',
  ],
  ["op.createTable('x', (t) => t.integer('a').references('id'));", 'bad-foreign-key: the foreign key on x names no'],
  [
    "op.createTable('x', (t) => t.integer('a').references('id').inTable('usres'));",
    'impossible: there is no table usres',
  ],
  [
    "op.createForeignKey('f', 'users', 'users', ['id'], ['no']);",
    'impossible: there is no column users.no at this point of the history … id, name, born',
  ],
  [
    "op.createTable('x', (t) => t.string('a', 9).references('id').inTable('users'));",
    'impossible: the foreign key x_a_foreign would compare x.a (varchar(9)) with users.id (integer) … the same type',
  ],
  [
    "op.addColumn('users', (t) => t.string('boss'));\n  op.createForeignKey('f', 'users', 'users', ['boss'], ['name']);",
    'impossible: the foreign key f refers to users (name), which is neither its primary key nor unique … createUniqueConstraint',
    `${badFile}:6`,
  ],
  [
    `${child}\n  op.dropTable('users');`,
    'impossible: the foreign key x_a_foreign of table x refers to table users … Drop that key first, or say cascade: true.',
    `${badFile}:6`,
  ],
  [
    `${child}\n  op.dropConstraint('users_pkey', 'users', { type: 'primary' });`,
    'impossible: the foreign key x_a_foreign of table x refers to that key of users … Drop the foreign key first.',
    `${badFile}:6`,
  ],
  [
    `${child}\n  op.dropColumn('users', 'id');`,
    'impossible: the foreign key x_a_foreign of table x refers to column users.id … Drop that key first.',
    `${badFile}:6`,
  ],
  [
    "op.createTable('u', (t) => void t.integer('a'), null as never);",
    'bad-argument: op.createTable takes an object for its options, not null … It is op.createTable(name, build, [options]).',
  ],
  ['op.autocommitBlock(undefined as never);', 'bad-argument: op.autocommitBlock takes a function'],
  [
    "op.dropIndex('i', 'users');",
    'impossible: there is no index i at this point of the history … Name one that an earlier revision creates.',
  ],
  [
    "op.grant(['delete'], 'users', 'public', { columns: ['name'] });",
    'unsupported: PostgreSQL grants delete on whole tables only, not on columns … grant it on a view',
  ],
  [
    "op.grant(['select'], 'users', 'public', { columns: ['nowhere'] });",
    'impossible: there is no column users.nowhere at this point of the history … Its columns are',
  ],
  ["op.grant(['select'], 'usres', 'public');", 'impossible: there is no table usres at … Name a table or a view that'],
  ["op.revoke(['select'], 'usres', 'public');", 'impossible: there is no table usres at this point of the history'],
  [
    "op.grant(['usage'], 'numbers', 'public', { on: 'sequence' });",
    'impossible: there is no sequence numbers at this point of the history … Name a sequence that',
  ],
  [
    "op.grant(['execute'], 'add_tax', 'public', { on: 'function' });",
    'impossible: there is no function add_tax at this point of the history … Name a function that',
  ],
  [
    "op.dropConstraint('made_by_hand', 'users', { type: 'primary', ifExists: true });",
    'impossible: the primary key of table users is users_pkey, not made_by_hand … Name users_pkey',
  ],
  [
    "op.createCheckConstraint('c', 'users', \"name <> 'q' -- no q\");",
    'bad-argument: the SQL of the check c ends with a comment, which would swallow what stands after it: -- no q … /* … */',
  ],
  [
    "op.createCheckConstraint('c', 'users', 'length(name > 1');",
    'bad-argument: the SQL of the check c has a bracket that stays open … Close each bracket',
  ],
  [
    "op.addColumn('users', (t) => t.integer('b').computed('id) + (1', { persisted: true }));",
    'bad-argument: the SQL of column b has a bracket that nothing opens … Close each bracket',
  ],
  ...(
    [
      ["op.createIndex('i', 'users', ['id'], { where: ' ' });", 'index i'],
      ["op.createIndex('i', 'users', [{ expression: '-- later' }]);", 'index i'],
      ["op.createCheckConstraint('c', 'users', '/* later */');", 'the check c'],
      ["op.createTable('x', (t) => { t.integer('a').checkIn(['1']); t.check(''); });", 'the check'],
      ["op.alterColumn('users', 'id', { type: (t, name) => t.bigint(name), using: ' ' });", 'using of column id'],
      ["op.addColumn('users', (t) => t.integer('b').computed(' ', { persisted: true }));", 'column b'],
      ["op.addColumn('users', (t) => t.integer('b').defaultTo(op.knex.raw('')));", 'the default of column b'],
      ["op.alterColumn('users', 'name', { default: op.knex.raw(' ') });", 'the default of column name'],
      ["op.createView('v', ' ');", 'view v'],
      ["op.createFunction('f', ' ');", 'function f'],
      ["op.createTrigger('g', 'users', ' ');", 'trigger g'],
    ] as const
  ).map(
    ([upgrade, what]): Mistake => [upgrade, `bad-argument: the SQL of ${what} says nothing … Say it, or leave it out`],
  ),
  [
    "op.createTable('x', (t) => { t.integer('a').index('i'); t.integer('b').index('i'); });",
    'impossible: table x would have two indexes i',
  ],
  [
    "op.createTable('x', (t) => { t.integer('a'); t.check('a > 0', undefined, 'c'); t.check('a > 1', undefined, 'c'); });",
    'impossible: table x would have two check constraints c',
  ],
  ["op.createView('users', 'select 1');", 'impossible: there already is a table users'],
  [
    "op.execute('do something');\n  op.alterColumn('users', 'x', { newColumnName: 'y' });",
    'impossible: there is no column users.x … But raw SQL in revisions/b_bad.ts:5 (do something) may have changed it; declare',
    `${badFile}:6`,
  ],
  ["op.dropConstraint('c', 'users');", 'impossible: there is no constraint c on table users … an earlier revision'],
  ["op.createTable('a\\nb', (t) => t.integer('a'));", 'bad-name: the name "a\\nb" holds a control character'],
  ["op.createTable('a\\0b', (t) => t.integer('a'));", 'bad-name: the name "a\\u0000b" holds a control character'],
  ["op.createTable('x', (t) => t.integer('a\\rb'));", 'bad-name: the name "a\\rb" holds a control character'],
  ["op.createTable('', (t) => t.integer('a'));", 'bad-name: a name is empty'],
  [
    "op.createTable('a.b.c', (t) => t.integer('a'));",
    'bad-name: the name a.b.c has more parts than a schema and a name … Say schema.name and no more. What lies in another database',
  ],
  ["await op.schema.createTable('a.b.c', (t) => t.integer('a'));", 'bad-name: the name a.b.c has more parts'],
  ["op.createView('a.b.c', 'select 1');", 'bad-name: the name a.b.c has more parts'],
  [
    "op.createTable('x', (t) => t.integer('a').references('id').inTable('a.b.c'));",
    'bad-name: the name a.b.c has more parts',
  ],
  [
    "op.renameTable('users', 'crm.users');",
    'bad-name: table users cannot be renamed to crm.users: it stays in its schema … Name it users. Into another schema',
  ],
  ["await op.schema.renameTable('users', 'crm.people');", 'bad-name: table users cannot be renamed to crm.people'],
  ["op.createSequence('n'); op.renameSequence('n', 'crm.m');", 'bad-name: sequence n cannot be renamed to crm.m'],
  ["op.createEnum('mood', ['a']); op.renameEnum('mood', 'crm.m');", 'bad-name: enum mood cannot be renamed to crm.m'],
  ["op.alterColumn('users', 'name', { newColumnName: 'a.b' });", 'bad-name: the name of a column has a dot: "a.b"'],
  [
    "await op.schema.alterTable('users', (t) => t.renameColumn('name', 'a.b'));",
    'bad-name: the name of a column has a dot: "a.b"',
  ],
  [
    "op.createTable('x', (t) => t.enu('a', ['b'], { useNative: true, enumName: 'o\"dd' }));",
    'bad-name: the name of a type has a quote: "o\\"dd"',
  ],
  ["op.createTable('é'.repeat(32), (t) => t.integer('a'));", 'bad-name: the name "éééé'],
  ["op.createIndex('i'.repeat(64), 'users', ['id']);", 'bad-name: the name "iiii'],
  ["op.createTable(undefined, (t) => t.integer('a'));", 'bad-argument: op.createTable takes text for name'],
  ["op.createTable('x');", 'bad-argument: op.createTable takes a function that says the columns'],
  [
    "op.createTrigger('crm.touch', 'users', 'before insert on users for each row execute function touch()');",
    'bad-argument: trigger crm.touch cannot live in another schema than its table users … the schema: crm.users, or { schema:',
  ],
  [
    "op.dropTrigger('crm.touch', 'shop.users');",
    'bad-argument: trigger crm.touch cannot live in another schema than its table shop.users … Name the trigger touch',
  ],
  [
    "op.createTable('x', async (t) => { t.integer('a'); });",
    'forgotten-await: the callback that builds a table is async',
  ],
  ["op.addColumn('users', () => {});", 'bad-argument: the function given to op.addColumn says no column'],
  [
    "op.createTable('x', (t) => { t.specificType('qty', 'integer not null check (qty > 0)'); });",
    'bad-argument: the type of column qty says not null, which is no part of a type … Say it by itself: .notNullable()',
  ],
  [
    "op.addColumn('users', (t) => t.specificType('s', 'varchar(20) collate \"C\"'));",
    'bad-argument: the type of column s says collate, which is no part of a type',
  ],
  ...(
    [
      [
        "t.unique(['a'], { deferrable: 'no' as never })",
        'unique: deferrable takes one of not deferrable, immediate, deferred, not "no"',
      ],
      [
        "t.unique(['a'], { deferrable: 'deferrd' as never })",
        'unique: deferrable takes one of not deferrable, immediate, deferred, not "deferrd" … Did you mean deferred?',
      ],
      ["t.unique(['a'], { useConstraint: 'no' as never })", 'unique: useConstraint takes true or false, not "no"'],
      ["t.unique(['a'], { name: 'u' } as never)", 'unique has no option name … unique takes'],
      ["t.primary(['a'], { constraintName: 3 as never })", 'primary: constraintName takes text, not 3'],
      ["t.index(['a'], 'i', { type: 'gin' } as never)", 'index has no option type'],
      ["t.foreign('a').references('id').inTable('users').deferrable('no' as never)", 'deferrable takes one of'],
      ["t.foreign('a').references('id').inTable('users').onDelete('bogus')", 'onDelete takes one of'],
      ["t.integer('b').nullable('no' as never)", 'column b: nullable takes true or false, not "no"'],
      ["t.integer('b').comment(3 as never)", 'column b: comment takes text, not 3'],
    ] as const
  ).map(
    ([said, says]): Mistake => [`op.createTable('x', (t) => { t.integer('a'); ${said}; });`, `bad-argument: ${says}`],
  ),
  [
    "op.createTable('x', (t) => { t.integer('a').unique({ indexName: 'my.key' }); });",
    'unsupported: SQLite cannot create table x (1 column): knex takes what stands before the dot in my.key for a schema',
  ],
  ["op.alterColumn('users', 'id', {});", 'bad-argument: op.alterColumn is told nothing to change'],
  ["op.execute('');", 'empty-statement: op.execute was given no SQL'],
  ["op.execute(' ; -- only this\\n/* and that */');", 'empty-statement: op.execute was given no SQL'],
  ['op.execute(undefined);', 'bad-argument: op.execute takes SQL as text'],
  ["op.execute(op.knex.raw('select ?', [1]));", 'bad-argument: op.execute takes SQL as text … op.knex.raw'],
  ["op.execute('select \\0');", 'unrepresentable: SQL with a NUL character in it'],
  ["op.execute('select \\udc00');", 'unrepresentable: SQL with half a character in it'],
];

/** Where a shadow answers. */
const answered: readonly Mistake[] = [
  [
    "for (const { id } of await op.knex('users')) await op.knex('users').where({ id }).del();",
    'needs-acceptance: revision bad reads (select * from `users`), and rows that only production has would change what is written … Let the database walk its own rows',
  ],
  [
    "await op.knex('users').insert({ id: 1, name: 'a' }); for (const { id, name } of await op.knex('users')) await op.knex('users').where({ id }).update({ name: name.toUpperCase() });",
    'needs-acceptance: revision bad reads … Let the database walk its own rows: update users set name = …. What JavaScript works out of it is worked out in SQL, such as price * 2 or upper(name)',
  ],
  [
    "const [user] = await op.knex('users').where({ id: 1 }); if (!user) await op.knex('users').insert({ id: 1, name: 'a' });",
    'needs-acceptance: revision bad reads … Compile the condition into the script',
  ],
  [
    "const row = await op.knex('users').max('id as last').first(); await op.knex('users').insert({ id: (row.last ?? 0) + 1, name: 'a' });",
    'needs-acceptance: revision bad reads (select max(`id`) as `last` from `users` limit 1) … Let the database look the value up: insert into users (id, name) select …, … from users where …. What JavaScript works out of it is worked out in SQL, such as price * 2',
  ],
  [
    "if ((await op.knex('users').update({ id: 2 })) === 1) op.dropTable('users');",
    'needs-acceptance: revision bad reads … Put the condition into the statement itself',
  ],
  [
    "op.createTable('t', (t) => { t.increments('id'); t.integer('of'); }); const [id] = await op.knex('t').insert({ of: 1 }); await op.knex('t').insert({ of: id });",
    'needs-acceptance: revision bad reads … Keep the id inside SQL: insert into t (of) select … from t where …, or with … as (insert … returning id)',
  ],
  [
    "await op.knex('users').pluck('id'); await op.knex('users').insert({ id: process.pid + (globalThis.times = (globalThis.times ?? 0) + 1), name: 'a' });",
    'unrepeatable: the revision does something else when it is run again with the same answers',
  ],
  [
    "op.execute('create nonsense'); await op.knex('users').select();",
    'shadow-refused: the shadow, SQLite … Give the shadow an engine that takes it',
  ],
  ["await op.knex('nobody').select();", 'shadow-refused: the shadow, SQLite'],
];

const unknownOptions: readonly Mistake[] = [
  [
    "op.createIndex('ai', 'users', ['name'], { uniqe: true });",
    'bad-argument: op.createIndex has no option uniqe … Did you mean unique? op.createIndex takes schema, ifNotExists, algorithm,',
  ],
  [
    "op.createForeignKey('f', 'users', 'users', ['id'], ['id'], { ondelete: 'cascade' });",
    'bad-argument: op.createForeignKey has no option ondelete … Did you mean onDelete?',
  ],
  [
    "op.alterColumn('users', 'name', { nullabel: false });",
    'bad-argument: op.alterColumn has no option nullabel … Did you mean nullable?',
  ],
  [
    "op.dropTable('users', { zzz: 1 });",
    'bad-argument: op.dropTable has no option zzz … op.dropTable takes schema, ifExists, dataLoss, cascade.',
  ],
  ["op.dropColumn('users', 'name', 'cascade');", 'bad-argument: the options of op.dropColumn are no object'],
  [
    "await op.bulkInsert('users', [], { shema: 'x' });",
    'bad-argument: op.bulkInsert has no option shema … Did you mean schema?',
  ],
  [
    "await op.bulkInsert('users', { csv: 'x.csv', delimeter: ';' });",
    'bad-argument: a CSV file has no option delimeter … Did you mean delimiter?',
  ],
  ["op.execute('select 1', { expectRow: 1 });", 'bad-argument: op.execute has no option expectRow … expectRows?'],
  [
    "op.createIndex('ai', 'users', [{ column: 'name', oder: 'desc' }]);",
    'bad-argument: a part of an index has no option oder … Did you mean order?',
  ],
  [
    "op.addColumn('users', (t) => t.integer('n').identity({ startt: 5 }));",
    'bad-argument: identity has no option startt … Did you mean start?',
  ],
  [
    "op.addColumn('users', (t) => t.integer('b').computed('id', { persisted: true })); op.alterColumn('users', 'b', { default: 4 });",
    'impossible: column users.b is computed, and takes no default … computed: null',
  ],
  [
    "op.alterColumn('users', 'id', { nullable: true });",
    'unsupported: PostgreSQL lets no column of a primary key hold NULL: users.id … drop the primary key first',
  ],
  [
    "op.addColumn('users', (t) => t.integer('n').collate('C'));",
    'unsupported: PostgreSQL has collations of text alone: users.n is integer … leave the collation out',
  ],
  [
    "op.alterColumn('users', 'id', { computed: { expression: '1', persist: true } });",
    'bad-argument: computed has no option persist … Did you mean persisted?',
  ],
];

const mistakes = { thrown, forgotten, reading, answered, values, impossible, unknownOptions };

const second = '[target.second]\ndialect = "sqlite"\n';
const configurations: Readonly<Record<string, string>> = {
  reading: `[target.main]\ndialect = "postgresql"\nshadow = false\n\n${second}shadow = false\n`,
  answered: second,
};

const projectOf = (sort: string) => ({
  ...good,
  ...(configurations[sort] === undefined ? {} : { 'migrator.toml': configurations[sort] }),
});

const all = Object.entries(mistakes).flatMap(([sort, list]) =>
  list.map(([upgrade, says, place = `${badFile}:5`]) => ({ sort, upgrade, says, place })),
);

test.each(all)('$sort: $upgrade', async ({ sort, upgrade, says, place }) => {
  const { stderr } = await refused({ ...projectOf(sort), [badFile]: bad(upgrade) });
  expectSaid(stderr, says, place);
});

test('acceptsReads without words', async () => {
  const { stderr } = await refused({ ...good, [badFile]: bad('', "export const acceptsReads = ' ';") });
  expectSaid(stderr, 'bad-argument: revision bad exports acceptsReads without words … Say why', badFile);
});

test('upgrade -o leaves no file', async () => {
  const files = { ...good, [badFile]: bad("op.dropTable('nothing');") };
  const { stderr } = await refused(files, ['upgrade', '--sql', '--target', 'main', '-o', 'up.sql']);
  expectSaid(stderr, 'impossible: there is no table nothing', `${badFile}:5`);
});

test('a fault of one target alone leaves the other unwritten', async () => {
  const files = { ...good, [badFile]: bad("op.createSequence('numbers');") };
  const { stderr } = await refused(files);
  expectSaid(stderr, 'unsupported: SQLite', `${badFile}:5`);
});

test('a key of which SQL Server would only warn', async () => {
  const files = {
    ...good,
    'migrator.toml': '[target.main]\ndialect = "mssql"\n',
    [badFile]: bad(
      "op.createTable('pages', (t) => { t.string('host'); t.string('path'); t.primary(['host', 'path']); });",
    ),
  };
  const { stderr } = await refused(files);
  const says = 'a clustered key holds 900 bytes, and host, path may have 1020 … say { clustered: false }';
  expectSaid(
    stderr,
    `unsupported: SQL Server would refuse rows whose values in pages_pkey are long: ${says}`,
    `${badFile}:5`,
  );
});
