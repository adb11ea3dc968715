/** A loss that a revision accepts in words, from the revision to the bundle. */

import { expect, test } from 'vitest';
import { stage } from './transcript.ts';

const revision = (id: string, parent: string | null, body: string): string =>
  `export const revision = '${id}';\nexport const downRevision = ${JSON.stringify(parent)};\nexport function upgrade(op) {\n${body}\n}\n`;

const project = (loses: string) => ({
  'migrator.toml': '[target.main]\ndialect = "postgresql"\n',
  'revisions/a1.ts': revision(
    'a1',
    null,
    "op.createTable('users', (t) => { t.integer('id').notNullable().primary(); t.string('bio', 90); });",
  ),
  'revisions/b2.ts': revision('b2', 'a1', loses),
});

test('the words stand in script, README and manifest', async () => {
  const { run, files } = stage(project("op.dropColumn('users', 'bio', { dataLoss: ' moved to profile in 3f2a ' });"));
  expect(await run(['check', '--offline'])).toMatchObject({ stdout: '2 of 2 revisions compile\n' });
  expect(await run(['bundle', '--name', 'made'])).toMatchObject({ code: 0, stdout: 'out/main/made  2 revisions\n' });
  const made = files();
  const of = (name: string) => made[`out/main/made/${name}`] ?? '';
  expect(of('upgrade.sql')).toContain('\n-- loss accepted: moved to profile in 3f2a\n-- drop column users.bio');
  expect(of('upgrade.sql')).not.toContain('"bio" IS NOT NULL');
  expect(of('README.md')).toContain('- b2, drop column users.bio: moved to profile in 3f2a\n');
  expect(of('README.md')).toContain('psql -X -v accept_loss=on -d DATABASE -L downgrade.log -f downgrade.sql');
  expect(JSON.parse(of('manifest.json')).acceptedLosses).toEqual([
    { direction: 'up', revision: 'b2', what: 'drop column users.bio', words: 'moved to profile in 3f2a' },
  ]);
});

test('without words the script counts, and an upgrade has no switch', async () => {
  const { run, files } = stage(project("op.dropColumn('users', 'bio');"));
  const checked = await run(['check', '--offline']);
  expect(checked.code).toBe(0);
  expect(checked.stdout).toMatch(/^Counted before it goes; .*dataLoss.*:\nrevision b2: values of users\.bio\n\n2 of 2/);
  const { code, stdout } = await run(['bundle', '--name', 'made']);
  expect([code, stdout]).toEqual([0, 'out/main/made  2 revisions, 1 loss counted first\n']);
  const made = files();
  expect(made['out/main/made/upgrade.sql']).toContain('"bio" IS NOT NULL');
  expect(made['out/main/made/upgrade.sql']).not.toMatch(/SWITCH|SET migrator\.accept_loss/);
  expect(made['out/main/made/manifest.json']).not.toContain('acceptedLosses');
  expect(made['out/main/made/README.md']).toMatch(
    /^Counted before it goes; .*\n\n- revision b2: values of users\.bio\n$/m,
  );
});

test.each([
  ["op.dropColumn('users', 'bio', { dataLoss: ' ' });", 'op.dropColumn'],
  ["op.dropTable('users', { dataLoss: true });", 'op.dropTable'],
  ["op.dropPartition('users', 'old', { dataLoss: '' });", 'op.dropPartition'],
  ["op.dropSchema('old', { cascade: true, dataLoss: 7 });", 'op.dropSchema'],
  ["op.alterColumn('users', 'bio', { nullable: false, dataLoss: '' });", 'op.alterColumn'],
])('%s is a mistake', async (loses, directive) => {
  const { run } = stage(project(loses));
  const { code, stderr } = await run(['bundle']);
  expect(code).toBe(2);
  expect(stderr).toContain(`error[bad-argument]: ${directive} is told dataLoss without words\n  --> revisions/b2.ts:4`);
});
