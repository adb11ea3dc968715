/** The committed bundles of the example are what the program makes of it today. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stage } from './cli/transcript.ts';
import { openProject, repository } from './project.ts';

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

test('out/ holds the bundles of every target, to the byte', async () => {
  const { root, run } = stage();
  const { code, stderr } = await run([
    'bundle',
    '--config',
    join(repository, 'migrator.toml'),
    '--out',
    root,
    '-x',
    'fresh=yes',
  ]);
  expect(code, stderr).toBe(0);
  const committed = join(repository, 'out');
  const names = filesIn(root);
  expect(names.length).toBeGreaterThan(openProject(repository).project.targets.length * 5);
  expect(filesIn(committed)).toEqual(names);
  for (const name of names)
    expect(readFileSync(join(committed, name), 'utf8'), name).toBe(readFileSync(join(root, name), 'utf8'));
});
