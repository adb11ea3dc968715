/** Revisions without a downgrade: what is derived for them, what it says of itself, and what has no way back. */

import { expect, test } from 'vitest';
import { expectSaid } from './mistake.ts';
import { type Files, stage } from './transcript.ts';

const configuration = { 'migrator.toml': '[target.main]\ndialect = "postgresql"\n' };

const header = (id: string, parent: string | null): string =>
  [
    `/** ${id} */`,
    `export const revision = '${id}';`,
    `export const downRevision = ${parent === null ? 'null' : `'${parent}'`};`,
    '',
  ].join('\n');

const users: Files = {
  'revisions/a.ts': `${header('aa', null)}
export function upgrade(op) {
  op.createTable('users', (t) => {
    t.integer('id').notNullable().primary();
    t.string('name', 40).notNullable().unique({ indexName: 'users_name' });
    t.text('bio');
  });
}
`,
};

/** `upgrade` begins on line 5. */
const second = (upgrade: string, more = ''): Files => ({
  ...configuration,
  ...users,
  'revisions/b.ts': `${header('bb', 'aa')}\nexport async function upgrade(op) { ${upgrade}\n}\n${more}`,
});

const down = ['downgrade', '--sql', '--target', 'main'];

test('the script says that it was derived, from which lines, and what it costs', async () => {
  const place = stage(
    second(
      "op.dropColumn('users', 'name');\n  op.addColumn('users', (t) => t.integer('age'));\n  op.alterColumn('users', 'bio', { nullable: false });",
    ),
  );
  const { stdout, stderr } = await place.run([...down, 'head:aa']);
  expect(stderr).toBe('');
  expect(stdout).toContain('--   1. down bb bb\n--      derived from its upgrade\n');
  const step = stdout.slice(stdout.indexOf('==== undoing revision bb'));
  expect(step).toContain(
    [
      '-- Derived from the upgrade, because the revision exports no downgrade.',
      '-- It loses the values of column users.age.',
      '-- It does not bring back the values of column users.name.',
      '-- It needs table users to be empty, since column name is NOT NULL without a default.',
      '',
    ].join('\n'),
  );
  const lines = [
    '-- alter column users.bio: NULL allowed (revisions/b.ts:7)',
    '-- drop column users.age (revisions/b.ts:6)',
    '-- add column users.name (varchar(40), NOT NULL) (revisions/b.ts:5)',
    '-- add unique constraint users_name on name to table users (revisions/b.ts:5)',
  ];
  expect(step.split('\n').filter((line) => lines.includes(line))).toEqual(lines);
});

test('the bundle, its instructions and its manifest know it', async () => {
  const place = stage(second("op.dropTable('users');"));
  expect(await place.run(['bundle'])).toMatchObject({
    code: 0,
    stdout: 'out/main/base_to_bb  2 revisions, 1 loss counted first\n',
  });
  const files = place.files();
  expect(files['out/main/base_to_bb/downgrade.sql']).toMatch(/create table "users"[\s\S]*drop table "users"/);
  expect(files['out/main/base_to_bb/README.md']).toContain(
    '- bb bb. It does not bring back the rows of table users.\n',
  );
  expect(files['out/main/base_to_bb/steps/002_bb_bb.sql']).toContain('-- Derived from the upgrade');
  const { revisions, reversible } = JSON.parse(files['out/main/base_to_bb/manifest.json']!);
  expect(reversible).toBe(true);
  expect(revisions).toMatchObject([
    { id: 'aa', derived: true },
    { id: 'bb', derived: true },
  ]);
});

test('rows and SQL of a table that goes as a whole need no way back', async () => {
  const upgrade = [
    "op.createTable('kinds', (t) => t.integer('id'));",
    "  await op.bulkInsert('kinds', [{ id: 1 }]);",
    "  await op.knex('kinds').update({ id: 2 });",
    "  op.execute('insert into kinds (id) values (3)');",
    "  op.createIndex('kinds_by_id', 'kinds', ['id']);",
  ].join('\n');
  const { stdout } = await stage(second(upgrade)).run([...down, 'head:aa']);
  const says = stdout.split('\n').filter((line) => line.includes('(revisions/b.ts:'));
  expect(says).toEqual(['-- drop table kinds (revisions/b.ts:5)']);
});

test('a downgrade that the author wrote is the one that counts', async () => {
  const own = "export function downgrade(op) { op.execute('select 42'); }\n";
  const { stdout } = await stage(second("op.dropColumn('users', 'bio');", own)).run([...down, 'head:aa']);
  expect(stdout).toContain('select 42');
  expect(stdout).not.toContain('Derived');
});

const none = 'no-downgrade: revision bb exports no downgrade, and none can be derived from its upgrade: ';

test.each([
  [
    "op.createTable('x', (t) => t.integer('a'));\n  await op.bulkInsert('users', [{ id: 1, name: 'a' }]);",
    `${none}"insert 1 row into users" (revisions/b.ts:6) cannot be taken back: … Write export function downgrade`,
    6,
    '',
  ],
  [
    "await op.knex('users').update({ bio: null });",
    `${none}"update users" (revisions/b.ts:5) cannot be taken back: which rows of table users it changed`,
    5,
    '',
  ],
  [
    "op.execute('create type t as (a int)');",
    `${none}"run SQL: create type t as (a int)" (revisions/b.ts:5) cannot be taken back: nothing says what the SQL`,
    5,
    '',
  ],
  [
    "op.dropTable('legacy', { ifExists: true });",
    `${none}"drop table legacy if it exists" (revisions/b.ts:5) cannot be taken back: the history does not know`,
    5,
    ', 1 loss counted first',
  ],
  [
    "op.createTable('legacy', (t) => t.integer('a'), { ifNotExists: true });",
    `${none}"create table legacy (1 column) unless it exists" (revisions/b.ts:5) cannot be taken back: whether table legacy was there`,
    5,
    '',
  ],
])('%s has no way back', async (upgrade, says, line, counted) => {
  const place = stage(second(upgrade));
  const { code, stderr } = await place.run([...down, 'head:aa']);
  expect(code).toBe(2);
  expectSaid(stderr, says, `revisions/b.ts:${line}`);
  expect((await place.run(['bundle'])).stdout).toBe(`out/main/base_to_bb  2 revisions, no way back${counted}\n`);
  expect(place.files()['out/main/base_to_bb/README.md']).toContain('There is no downgrade.sql: revision bb exports no');
});

test("knex's name for it is pointed out", async () => {
  const { stderr } = await stage(second('', 'export function down() {}\n')).run([...down, 'head:aa']);
  expectSaid(stderr, "no-downgrade: revision bb exports no function downgrade … knex's name", 'revisions/b.ts');
});
