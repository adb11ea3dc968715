/** `migrator check --offline` names every revision that cannot be compiled, and no other. */

import { expect, test } from 'vitest';
import { type Files, stage } from './transcript.ts';

const configuration = '[target.main]\ndialect = "postgresql"\nshadow = false\n';

const id = (n: number): string => `r${String(n).padStart(3, '0')}`;

function revision(n: number, upgrade: string, more = ''): Files {
  const text = `/** Number ${n}. */
export const revision = '${id(n)}';
export const downRevision = ${n === 0 ? 'null' : `'${id(n - 1)}'`};

export async function upgrade(op) {
  ${upgrade}
}
${more}`;
  return { [`revisions/${id(n)}.ts`]: text };
}

const inspecting: readonly (readonly [sql: string, what: string])[] = [
  ["for (const { id } of await op.knex('t').select('id')) op.execute(`delete from u where id = ${id}`);", 'reads rows'],
  ["const [row] = await op.knex('t').insert({ id: 1 }).returning('id'); row.id;", 'uses what a statement returned'],
  ["(await op.knex.raw('select 1')).rows;", 'uses the result of raw SQL'],
];

const looks = (n: number): boolean => n % 5 < 3;

const history: Files = Object.assign(
  { 'migrator.toml': configuration },
  ...Array.from({ length: 130 }, (_, n) =>
    revision(n, looks(n) ? inspecting[n % 3]![0] : `op.createTable('t${n}', (t) => t.integer('id'));`),
  ),
);

test('all of many are listed, each with its line and a way out, and the rest compiles', async () => {
  const { run } = stage(history);
  const { code, stdout, stderr } = await run(['check', '--offline']);
  expect([code, stderr]).toEqual([1, '']);
  const offenders = Array.from({ length: 130 }, (_, n) => n).filter(looks);
  expect(offenders).toHaveLength(78);
  const [title, ...lines] = stdout.trimEnd().split('\n');
  expect(title).toBe('78 revisions cannot be compiled:');
  expect(lines.at(-1)).toBe('52 of 130 revisions compile, the others do not');
  const told = lines.filter((line) => line.startsWith('revisions/'));
  expect(told).toEqual(
    offenders.map((n) =>
      expect.stringMatching(`^revisions/${id(n)}\\.ts:6(:\\d+)?: needs-data: .* ${inspecting[n % 3]![1]}`),
    ),
  );
  expect(lines.filter((line) => line.startsWith('  Express it in SQL'))).toHaveLength(78);
});

test('a range that none of them touches compiles', async () => {
  const { run } = stage(history);
  const { code, stdout } = await run(['check', '--offline', 'r002:r004']);
  expect([code, stdout]).toEqual([0, '2 of 2 revisions compile\n']);
  const script = await run(['upgrade', '--sql', '--target', 'main', 'r002:r004']);
  expect(script.code).toBe(0);
  expect(script.stdout).toContain('create table "t4"');
  expect(script.stdout).toContain('revisions/r000.ts does not compile');
});

test('what cannot be told because of another is listed apart', async () => {
  const { run } = stage({
    'migrator.toml': '[target.main]\ndialect = "mysql"\nshadow = false\n',
    ...revision(0, "op.createTable('t', (t) => { t.integer('id'); t.string('name', 9); });"),
    ...revision(1, "await op.knex('t').select('id');"),
    ...revision(2, "op.execute('create procedure tidy() begin end');"),
    ...revision(3, "op.alterColumn('t', 'name', { nullable: false });"),
    ...revision(4, "op.createTable('u', (t) => t.integer('id'));"),
  });
  const { code, stdout } = await run(['check', '--offline', '--json']);
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    compiled: 3,
    offences: [
      { revision: 'r001', code: 'needs-data', waits: false, targets: ['main'] },
      { revision: 'r003', code: 'needs-database', waits: true },
    ],
  });
});

test('one that fails does not hide what is wrong behind it with the table that it was at', async () => {
  const { run } = stage({
    'migrator.toml': configuration,
    ...revision(0, "op.createTable('t', (t) => { t.integer('id'); t.integer('n'); });"),
    ...revision(1, "await op.bulkInsert('t', [{ id: 1, n: 'one' }]);"),
    ...revision(2, "op.dropColumn('t', 'perhaps'); op.dropTable('perhaps');"),
    ...revision(3, "await op.bulkInsert('t', [{ id: 2, n: 'two' }]);"),
    ...revision(4, "op.createIndex('t_n', 't', ['n']);"),
  });
  const { code, stdout } = await run(['check', '--offline', '--json']);
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    compiled: 3,
    offences: [
      { revision: 'r001', code: 'unrepresentable', waits: false },
      { revision: 'r003', code: 'unrepresentable', waits: true },
    ],
  });
});

test('a statement that the shadow refuses is at fault, and the revision whose read made it run there waits', async () => {
  const { run } = stage({
    'migrator.toml': '[target.main]\ndialect = "sqlite"\n',
    ...revision(0, "op.createTable('t', (t) => t.integer('id'));"),
    ...revision(1, "await op.knex('t').insert({ id: 1 });\n  op.execute('insert into t (nobody) values (2)');"),
    ...revision(2, "if ((await op.knex('t').where({ id: 1 })).length > 9) op.execute('select 1');"),
  });
  const told = /the shadow, SQLite .*, refuses a statement of revision r001 \(insert into t .*\): .* nobody/;
  const refused = await run(['bundle']);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toMatch(told);
  expect(refused.stderr).toMatch(
    / {2}--> revisions\/r001.ts:7\n {2}help: What revision r002 reads \(revisions\/r002.ts:6\) made it run there/,
  );
  const whole = { code: 'shadow-refused', message: expect.stringMatching(told), place: 'revisions/r001.ts:7' };
  for (const [range, compiled] of [
    ['base:heads', 1],
    ['r001:heads', 0],
  ] as const) {
    const { stdout } = await run(['check', '--offline', range, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      compiled,
      offences: [
        { revision: 'r001', waits: false, ...whole },
        { revision: 'r002', code: 'needs-data', waits: true },
      ],
    });
  }
});

test('what would stop the script for certain is a fault here, too', async () => {
  const { run } = stage({
    'migrator.toml': '[target.main]\ndialect = "oracle"\n',
    ...revision(
      0,
      "op.createTable('t', (t) => t.string('a', 9));\n  await op.bulkInsert('t', [{ a: 'x' }]);\n  op.alterColumn('t', 'a', { type: (t, name) => t.date(name) });",
    ),
  });
  const { code, stdout } = await run(['check', '--offline']);
  expect(code).toBe(1);
  expect(stdout).toMatch(/\nrevisions\/r000\.ts:8: impossible: Oracle .*makes .* only in a column without values/);
});

test('ways back are tried too; a revision without one is no fault', async () => {
  const { run } = stage({
    'migrator.toml': configuration,
    ...revision(0, "op.execute('create table t (id int)');"),
    ...revision(1, "op.createTable('u', (t) => t.integer('id'));", 'export function downgrade(op) { nonsense(); }\n'),
  });
  const { code, stdout } = await run(['check', '--offline']);
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /^1 revision cannot be compiled:\nrevisions\/r001\.ts:\d+(:\d+)?: downgrade: revision-threw: /,
  );
});

test('nothing wrong: status 0; without --offline: usage', async () => {
  const { run } = stage({ 'migrator.toml': configuration, ...revision(0, "op.execute('select 1');") });
  expect(await run(['check', '--offline'])).toEqual({ code: 0, stdout: '1 of 1 revision compile\n', stderr: '' });
  expect(await run(['check'])).toMatchObject({ code: 64, stdout: '' });
});

test('ways back of migrations keep nothing from being bundled: they are listed apart, and are no findings', async () => {
  const knex = '[migrator]\nformat = "knex"\n\n[target.main]\ndialect = "postgresql"\nshadow = false\n';
  const migration = (up: string, down: string): string => `exports.up = (knex) => ${up};\nexports.down = ${down};\n`;
  const files: Files = {
    'migrator.toml': knex,
    'migrations/1_t.js': migration("knex.schema.createTable('t', (t) => { t.integer('id'); })", '() => nonsense()'),
    'migrations/2_u.js': migration("knex('t').insert({ id: 1 })", 'async (knex) => { await knex("t"); }'),
  };
  const { code, stdout } = await stage(files).run(['check', '--offline']);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^These have no way back; .*:\nmigrations\/2_u\.js:2: downgrade: needs-data: .*\n {2}.*\nmigrations\/1_t\.js:2: downgrade: revision-threw: /,
  );
  expect(stdout).toContain('\n2 of 2 revisions compile\n');
  const more = { ...files, 'migrations/3_v.js': migration('nonsense()', '() => nonsense()') };
  const worse = await stage(more).run(['check', '--offline']);
  expect(worse.code).toBe(1);
  expect(worse.stdout).toMatch(/^1 revision cannot be compiled:\nmigrations\/3_v\.js:1: revision-threw: /);
});

test('migrations that fail in a file which they share are named', async () => {
  const { run } = stage({
    'migrator.toml': '[migrator]\nformat = "knex"\n[target.main]\ndialect = "sqlite"\n',
    'migrations/1_one.js': "exports.up = require('../shared').up;",
    'migrations/2_two.js': "exports.up = require('../shared').up;",
    'shared.js': "require('not-a-package');",
  });
  const { stdout } = await run(['check', '--offline']);
  expect(stdout).toMatch(/^1_one\.js: shared\.js:1: cannot-load: .*not-a-package/m);
  expect(stdout).toMatch(/^2_two\.js: shared\.js:1: cannot-load: /m);
});
