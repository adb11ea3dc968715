/** A revision that reads, from its file to the bundle, and what is refused. */

import { expect, test } from 'vitest';
import { type Files, stage } from './transcript.ts';

const revision = (id: string, parent: string | null, body: string, more = ''): Files => ({
  [`revisions/${id}.ts`]: `export const revision = '${id}';\nexport const downRevision = ${JSON.stringify(parent)};\n${more}export async function upgrade(op) {\n${body}\n}\n`,
});

const tables = revision(
  'a1',
  null,
  `op.createTable('roles', (t) => { t.increments('id'); t.string('name', 20).notNullable().unique(); t.string('title', 20); });
op.createTable('people', (t) => { t.increments('id'); t.string('name', 20); t.integer('role_id'); });
await op.knex('roles').insert({ name: 'admin', title: 'Chief' });`,
);

const configuration = (more = ''): Files => ({ 'migrator.toml': `[target.main]\ndialect = "sqlite"\n${more}` });

const byKey = revision(
  'b2',
  'a1',
  "const { title } = await op.knex('roles').where({ name: 'admin' }).first('title');\nawait op.knex('people').insert({ name: title });",
);

const byId = (more = '') =>
  revision(
    'b2',
    'a1',
    "const { id } = await op.knex('roles').where({ name: 'admin' }).first('id');\nawait op.knex('people').insert({ role_id: id * 10 });",
    more,
  );

test('rows of the history are read, and the bundle says what hangs on them', async () => {
  const { run, files } = stage({ ...configuration(), ...tables, ...byKey });
  expect(await run(['bundle', '--name', 'made'])).toMatchObject({ code: 0, stderr: '' });
  const of = (name: string) => files()[`out/main/made/${name}`] ?? '';
  const sql = of('upgrade.sql').replace(/\n-- +/g, ' ');
  expect(sql).toContain(
    'Answered from the shadow: select `title` from `roles` where `name` = \'admin\' limit 1: 1 row, {"title":"Chief"} (revisions/b2.ts:4) [history rows; 1 statement depends on it, and which statements there are]',
  );
  expect(of('upgrade.sql')).toContain('\n-- depends on what was read in revisions/b2.ts:4: history rows\n');
  expect(of('upgrade.sql')).toContain("('Chief')");
  expect(of('README.md')).toContain('- b2, revisions/b2.ts:4: select');
  expect(JSON.parse(of('manifest.json')).reads).toEqual([
    {
      direction: 'up',
      revision: 'b2',
      asked: "select `title` from `roles` where `name` = 'admin' limit 1",
      answer: '1 row, {"title":"Chief"}',
      source: 'shadow',
      kind: 'history rows',
      reaches: [1],
      decides: true,
      place: 'revisions/b2.ts:4',
    },
  ]);
});

test('an id that the engine generated is refused until the revision accepts it in words', async () => {
  const refused = await stage({ ...configuration(), ...tables, ...byId() }).run(['bundle', '--name', 'made']);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toMatch(/^error\[needs-acceptance\]: revision b2 reads \(select `id` from `roles`/);
  expect(refused.stderr).toContain('the engine generated what was read');
  expect(refused.stderr).toContain('insert 1 row into people (revisions/b2.ts:5)');
  expect(refused.stderr).toContain('--> revisions/b2.ts:4');
  expect(refused.stderr).toMatch(/help: Keep the id inside SQL: .*acceptsReads/s);

  const words = 'export const acceptsReads = "a1 makes the only role of every database";\n';
  const { run, files } = stage({ ...configuration(), ...tables, ...byId(words) });
  expect(await run(['bundle', '--name', 'made'])).toMatchObject({ code: 0, stderr: '' });
  const said = 'a1 makes the only role of every database';
  expect(files()['out/main/made/upgrade.sql']).toContain(`\n-- Reads accepted: ${said}\n`);
  expect(files()['out/main/made/README.md']).toContain(`Accepted: ${said}`);
  expect(JSON.parse(files()['out/main/made/manifest.json'] ?? '').reads[0]).toMatchObject({ accepted: said });
});

test('what has been applied is read without being accepted again', async () => {
  const third = revision(
    'c3',
    'b2',
    "const [row] = await op.knex('people').where({ id: 1 }).select('name');\nop.addColumn('people', (t) => t.string(row ? 'yes' : 'no', 9));",
  );
  const { run } = stage({ ...configuration(), ...tables, ...byId(), ...third });
  const { code, stderr } = await run(['upgrade', '--sql', '--target', 'main', 'b2:c3']);
  expect(stderr).toContain('error[needs-acceptance]: revision c3');
  expect(code).toBe(2);
});

test('without a shadow a read is refused, once for all targets', async () => {
  const second = '\n[target.second]\ndialect = "postgresql"\nshadow = false\n';
  const { run } = stage({ ...configuration(`shadow = false\n${second}`), ...tables, ...byKey });
  const { code, stderr } = await run(['bundle']);
  expect(code).toBe(2);
  expect(stderr).toContain('error[needs-data]: the revision reads rows');
  expect(stderr.match(/^error/gm)).toHaveLength(1);
  const { stdout } = await run(['check', '--offline', '--json']);
  expect(JSON.parse(stdout).offences).toMatchObject([{ code: 'needs-data', targets: ['main', 'second'] }]);
});

test('where no engine can be the shadow, the error says why', async () => {
  const { run } = stage({ 'migrator.toml': '[target.main]\ndialect = "mysql"\n', ...tables, ...byKey });
  const { stderr } = await run(['bundle']);
  expect(stderr).toMatch(/error\[needs-data\]: the revision reads rows .* no engine inside this process/);
  expect(stderr).toContain('shadow = "mysql://');
});

test('check lists reads that need words, each with its kind and way out', async () => {
  const { run } = stage({
    ...configuration(),
    ...tables,
    ...byId(),
    ...revision(
      'c3',
      'b2',
      "for (const { name } of await op.knex('people')) op.execute(`delete from roles where name = '${name}'`);",
    ),
    ...revision('d4', 'c3', "if ((await op.knex('people').update({ name: 'x' })) > 0) op.execute('select 1');"),
  });
  const { code, stdout } = await run(['check', '--offline']);
  expect(code).toBe(1);
  expect(stdout).toMatch(/revisions\/b2\.ts:4: needs-acceptance: .*generated.*\n {2}Keep the id inside SQL/);
  expect(stdout).toMatch(
    /revisions\/c3\.ts:4: needs-acceptance: .*production has.*\n {2}Let the database walk its own rows/,
  );
  expect(stdout).toMatch(
    /revisions\/d4\.ts:4: needs-acceptance: .*the number of rows.*\n {2}Put the condition into the statement/,
  );
  expect(stdout).toMatch(/^3 revisions cannot be compiled:\n/);
  expect(stdout).toContain('1 of 4 revisions compile');
});

test('of several reads of a revision each is told once', async () => {
  const { run } = stage({
    ...configuration(),
    ...tables,
    ...revision(
      'b2',
      'a1',
      "const { id } = await op.knex('roles').where({ name: 'admin' }).first('id');\nconst all = await op.knex('roles').select('name');\nawait op.knex('people').insert({ role_id: id * 10, name: `${all[0].name}!` });\nfor (const title of ['Boss', 'Chair', 'Head'])\n  if (await op.knex('roles').where({ title }).first('id')) op.execute('select 1');",
    ),
  });
  const places = ['revisions/b2.ts:4', 'revisions/b2.ts:5', 'revisions/b2.ts:8'];
  const { stderr } = await run(['bundle']);
  expect(stderr).toContain("where `title` = 'Boss' limit 1) and 2 more like it, and rows that only production has");
  expect([...stderr.matchAll(/^ {2}--> (.*)$/gm)].map(([, place]) => place)).toEqual(places);
  const { stdout } = await run(['check', '--offline']);
  expect([...stdout.matchAll(/^(revisions.*): needs-acceptance/gm)].map(([, place]) => place)).toEqual(places);
});
