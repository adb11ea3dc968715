import { expect, test } from 'vitest';
import { type Files, stage } from './transcript.ts';

const table = (id: string, parent: string | null, body: readonly [up: string, down?: string]): string =>
  [
    `/** ${id} */`,
    `export const revision = '${id}';`,
    `export const downRevision = ${parent === null ? 'null' : `'${parent}'`};`,
    'export const branchLabels = null;',
    'export const dependsOn = null;',
    `export async function upgrade(op) { ${body[0]} }`,
    ...(body[1] === undefined ? [] : [`export async function downgrade(op) { ${body[1]} }`]),
    '',
  ].join('\n');

const create = (name: string): string => `await op.createTable('${name}', (t) => { t.integer('id').notNullable(); });`;
const drop = (name: string): string => `await op.dropTable('${name}');`;

const project: Files = {
  'migrator.toml': `[target.lite]\ndialect = "sqlite"\n[target.main]\ndialect = "postgresql"\nschema = "\${schema:-public}"\n`,
  'revisions/a.ts': table('aa', null, [create('one'), drop('one')]),
  'revisions/b.ts': table('bb', 'aa', [create('two'), drop('two')]),
};
const lite = ['--sql', '--target', 'lite'];

test('upgrade writes one script to stdout, and nothing else', async () => {
  const place = stage(project);
  const { code, stdout, stderr } = await place.run(['upgrade', ...lite]);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('-- From: base\n-- To:   bb\n');
  expect(stdout.indexOf('one')).toBeLessThan(stdout.lastIndexOf('two'));
  expect(place.files()).toEqual(project);
});

test('ranges, and starts with --from', async () => {
  const { run } = stage(project);
  const ends = async (...argv: string[]) => /-- From: (.*)\n-- To: {3}(.*)\n/.exec((await run(argv)).stdout)?.slice(1);
  expect(await ends('upgrade', 'aa:bb', ...lite)).toEqual(['aa', 'bb']);
  expect(await ends('upgrade', '+1', ...lite)).toEqual(['base', 'aa']);
  expect(await ends('upgrade', '+1', '--from', 'aa', ...lite)).toEqual(['aa', 'bb']);
  expect(await ends('downgrade', 'head:base', ...lite)).toEqual(['bb', 'base']);
  expect(await ends('downgrade', '-1', '--from', 'bb', ...lite)).toEqual(['bb', 'aa']);
  expect(await ends('stamp', 'head', ...lite)).toEqual(['base', 'bb']);
  expect(await ends('stamp', 'aa:bb', ...lite)).toEqual(['aa', 'bb']);
  expect(await ends('stamp', 'base', '--from', 'bb', ...lite)).toEqual(['bb', 'base']);
});

test('ensure-version needs no history', async () => {
  const { run } = stage({ 'migrator.toml': project['migrator.toml']! });
  const { code, stdout } = await run(['ensure-version', ...lite]);
  expect(code).toBe(0);
  expect(stdout).toContain('CREATE TABLE IF NOT EXISTS');
});

test('rights may be given on the tables of the scripts, whatever they are called', async () => {
  const grant = (name: string) => `op.grant(['select'], '${name}', 'r');`;
  const place = stage({
    'migrator.toml': '[target.main]\ndialect = "postgresql"\nversion_table = "steps"\nlog = true\n',
    'revisions/a.ts': table('aa', null, [['steps', 'steps_ledger', 'steps_log'].map(grant).join(' ')]),
    'revisions/b.ts': table('bb', 'aa', [grant('migrator_version')]),
  });
  const { stdout } = await place.run(['upgrade', 'aa', '--sql']);
  for (const own of ['steps', 'steps_ledger', 'steps_log']) expect(stdout).toContain(`grant select on table "${own}"`);
  const { stderr } = await place.run(['upgrade', '--sql']);
  expect(stderr).toContain('there is no table migrator_version at this point of the history');
});

test('-o writes a file that was not there, and refuses one that was', async () => {
  const place = stage(project);
  expect(await place.run(['upgrade', ...lite, '-o', 'sql/june.sql'])).toEqual({
    code: 0,
    stdout: 'sql/june.sql\n',
    stderr: '',
  });
  const before = place.files();
  expect(before['sql/june.sql']).toMatch(/^-- june\.sql: made by migrator/);
  const { code, stderr } = await place.run(['downgrade', 'head:base', ...lite, '-o', 'sql/june.sql']);
  expect([code, stderr.split('\n')[0]]).toEqual([2, 'error[file-exists]: sql/june.sql is there already']);
  expect(place.files()).toEqual(before);
});

test('--json holds the text and what it does', async () => {
  const { run } = stage(project);
  const plain = await run(['upgrade', 'aa', ...lite]);
  const { sql, ...facts } = JSON.parse((await run(['upgrade', 'aa', '--json', ...lite])).stdout);
  expect(sql).toBe(plain.stdout);
  expect(facts).toEqual({
    target: 'lite',
    from: [],
    to: ['aa'],
    steps: [{ direction: 'up', id: 'aa', message: 'aa' }],
  });
});

test('--dry-run tells the steps, and does not run the revisions', async () => {
  const broken = { ...project, 'revisions/a.ts': table('aa', null, ["throw new Error('ran');"]) };
  const place = stage(broken);
  expect((await place.run(['upgrade', '--dry-run', '-o', 'x.sql', ...lite])).stdout).toBe(
    'lite: base -> bb\n  up aa aa\n  up bb bb\n',
  );
  expect(place.files()).toEqual(broken);
});

test('the command lines of a script run as they are written, for several targets and heads', async () => {
  const { run } = stage({
    ...project,
    'revisions/c.ts': table('cc', null, ["await op.createTable('c', (t) => t.integer('id'));"]),
  });
  const scripts = [
    ['upgrade', 'base:heads', ...lite],
    ['downgrade', 'bb,cc:aa', ...lite],
    ['stamp', 'aa:bb,cc', ...lite],
  ];
  const asked = await Promise.all(
    scripts.map(async (argv) => /^-- {3}migrator (.*)$/m.exec((await run(argv)).stdout)?.[1]),
  );
  expect(asked).toEqual([
    'bundle WHERE_IT_IS:bb,cc --target lite',
    'downgrade --sql WHERE_IT_IS:aa,cc --target lite',
    'stamp --sql WHERE_IT_IS:bb,cc --target lite',
  ]);
  const [up, down, stamp] = asked.map((line) => line!.replace('WHERE_IT_IS', 'bb,cc').split(' '));
  expect(await run(up!.map((word) => word.replace('bb,cc:', 'aa:')))).toMatchObject({ code: 0, stderr: '' });
  expect(await run(down!)).toMatchObject({ code: 0, stderr: '' });
  expect(await run(stamp!.map((word) => word.replace('bb,cc:', 'aa:')))).toMatchObject({ code: 0, stderr: '' });
});

test('bundle writes a folder for each target, the same bytes each time', async () => {
  const place = stage(project);
  const { code, stdout, stderr } = await place.run(['bundle']);
  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stdout: 'out/lite/base_to_bb  2 revisions\nout/main/base_to_bb  2 revisions\n',
    stderr: '',
  });
  const first = place.files();
  expect(Object.keys(first).filter((path) => path.startsWith('out/lite/'))).toEqual(
    expect.arrayContaining(
      ['README.md', 'SHA256SUMS', 'downgrade.sql', 'manifest.json', 'upgrade.sql'].map(
        (name) => `out/lite/base_to_bb/${name}`,
      ),
    ),
  );
  await place.run(['bundle']);
  expect(place.files()).toEqual(first);
});

test('bundle: range, target, folder and name', async () => {
  const place = stage(project);
  const argv = ['bundle', 'aa:', '--target', 'main', '--out', 'dba', '--name', 'june', '-x', 'schema=shop'];
  expect((await place.run([...argv, '--dry-run'])).stdout).toBe('dba/main/june  1 revision\n');
  expect(place.files()).toEqual(project);
  const { bundles } = JSON.parse((await place.run([...argv, '--json'])).stdout);
  expect(bundles).toMatchObject([{ target: 'main', name: 'june', folder: 'dba/main/june', from: ['aa'], to: ['bb'] }]);
  expect(place.files()['dba/main/june/upgrade.sql']).toContain('schema: shop\n');
});

test('a revision that rules a way back out makes a bundle without one', async () => {
  const place = stage({
    ...project,
    'revisions/b.ts': `${table('bb', 'aa', [create('two')])}export const downgrade = null;\n`,
  });
  expect((await place.run(['bundle', '--target', 'lite'])).stdout).toBe(
    'out/lite/base_to_bb  2 revisions, no way back\n',
  );
  expect(place.files()['out/lite/base_to_bb/downgrade.sql']).toBeUndefined();
  expect((await place.run(['downgrade', 'head:base', ...lite])).stderr).toContain(
    'error[no-downgrade]: revision bb rules a way back out: its downgrade is null\n  --> revisions/b.ts\n',
  );
});

test('a target that fails leaves nothing of any, and what all complain of is said once', async () => {
  const place = stage({ ...project, 'revisions/b.ts': table('bb', 'aa', ["\nthrow new Error('not today');", '']) });
  const before = place.files();
  const { code, stdout, stderr } = await place.run(['bundle']);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toBe('error[revision-threw]: revision bb threw: not today\n  --> revisions/b.ts:7\n');
  expect(place.files()).toEqual(before);
});

test('rehearse runs the scripts on an embedded engine', async () => {
  const { run } = stage(project);
  const { code, stdout } = await run(['rehearse', '--target', 'lite']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^lite: on SQLite .*\n {2}upgrade\.sql applied/);
});

test('the engine inside is not the database that a target expects', async () => {
  const files = { ...project, 'migrator.toml': '[target.pg]\ndialect = "postgresql"\ndatabase = "shop"\n' };
  const { code, stdout, stderr } = await stage(files).run(['rehearse']);
  expect(code, stderr).toBe(0);
  expect(stdout).toMatch(/upgrade\.sql applied/);
});

test.each([
  [['upgrade', '--target', 'lite'], 'needs-sql', 64],
  [['downgrade', '--target', 'lite', 'base'], 'needs-sql', 64],
  [['stamp', 'head'], 'needs-sql', 64],
  [['ensure-version'], 'needs-sql', 64],
  [['upgrade', '--sql'], 'several-targets', 2],
  [
    ['upgrade', '--sql', '--target', 'lit'],
    'unknown-target]: there is no target "lit"\n  help: did you mean "lite"?',
    2,
  ],
  [['bundle', '--target', 'nope'], 'unknown-target', 2],
  [['bundle', '--name', '../x'], 'bad-name]: "../x" cannot name a bundle', 64],
  [['bundle', '--name', 'a b'], 'bad-name', 64],
  [['bundle', 'zz'], 'unknown-revision', 2],
  [['upgrade', 'bb:aa', ...lite], 'wrong-way', 2],
  [['upgrade', 'aa:bb', '--from', 'aa', ...lite], 'two-starts', 2],
  [['upgrade', 'a:b:c', ...lite], 'bad-range', 2],
  [['downgrade', ...lite], 'missing-argument', 64],
  [['downgrade', 'aa', ...lite], 'needs-start', 2],
  [['downgrade', 'aa:bb', ...lite], 'not-below', 2],
  [['stamp', '+1', ...lite], 'relative-stamp', 2],
  [['stamp', 'aa:bb', '--from', 'aa', ...lite], 'two-starts', 2],
  [['stamp', ...lite], 'missing-argument', 64],
  [['upgrade', ...lite, '-o'], 'missing-value', 64],
  [['upgrade', ...lite, '-o', 'revisions/a.ts'], 'file-exists', 2],
  [['upgrade', ...lite, '-o', 'revisions/a.ts/x.sql'], 'cannot-write', 2],
  [['rehearse', '--target', 'nope'], 'unknown-target', 2],
])('migrator %j', async (argv, says, status) => {
  const place = stage(project);
  const { code, stdout, stderr } = await place.run(argv);
  expect({ code, stdout, files: place.files() }).toEqual({ code: status, stdout: '', files: project });
  expect(stderr).toContain(`error[${says}`);
});

test('a project without targets, and a target without an engine', async () => {
  const none = await stage({ ...project, 'migrator.toml': '' }).run(['bundle']);
  expect(none.stderr).toContain(
    'error[no-target]: migrator.toml names no target to write SQL for\n  --> migrator.toml\n',
  );
  const oracle = await stage({ ...project, 'migrator.toml': '[target.o]\ndialect = "oracle"\n' }).run(['rehearse']);
  expect(oracle).toMatchObject({ code: 2, stdout: '' });
  expect(oracle.stderr).toContain('error[no-engine]: there is no embedded engine for oracle');
});
