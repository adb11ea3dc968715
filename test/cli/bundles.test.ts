/** Bundles for several targets are written all or none. */

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { revisionFile, stage } from './transcript.ts';

const project = {
  'migrator.toml': '[target.first]\ndialect = "postgresql"\n[target.second]\ndialect = "sqlite"\n',
  'revisions/a1.ts': revisionFile('a1aaaa', null),
};

test.each([
  [
    "a stranger's folder",
    'not-a-bundle',
    (at: string) => mkdirSync(join(at, 'base_to_a1aaaa/theirs'), { recursive: true }),
  ],
  ['a file', 'cannot-write', (at: string) => writeFileSync(at, '')],
  ['a link that leads nowhere', 'cannot-write', (at: string) => symlinkSync('nowhere', at)],
])('where %s is in the way of one target, no other is written', async (_, code, spoil) => {
  const { root, run, files } = stage(project);
  const at = join(root, 'out/second');
  mkdirSync(dirname(at));
  spoil(at);
  const before = files();
  const done = await run(['bundle']);
  expect(done.stderr).toMatch(new RegExp(`^error\\[${code}\\]: .*out/second/base_to_a1aaaa`));
  expect(done.code).toBe(2);
  expect(files()).toEqual(before);
});
