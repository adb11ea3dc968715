/** The same revisions give the same bytes, wherever, whenever and in how many pieces they are compiled. */

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCompiler } from '../../src/compile/compile.ts';
import { dialectOf } from '../../src/dialect/dialects.ts';
import { dialectNames } from '../../src/dialect/names.ts';
import { upgradeWalk, type Walk } from '../../src/history/range.ts';
import type { Target } from '../../src/project/project.ts';
import type { Recording } from '../../src/recorder/recording.ts';
import { spokenOf } from '../../src/script/runs.ts';
import { caseNames, compileCase, openCase, type TargetName } from '../cases/case.ts';
import { compileProject, openProject, repository } from '../project.ts';

const folder = mkdtempSync(join(tmpdir(), 'migrator-determinism-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const main = join(repository, 'dist/main.js');

beforeAll(() => {
  if (!existsSync(main)) throw new Error('dist/main.js is missing: run "npm run build" first');
});

function filesIn(root: string): Readonly<Record<string, string>> {
  const found = readdirSync(root, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  const paths = found.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(root.length), readFileSync(path, 'utf8')]));
}

/** Every file of every target's bundle, made by a process of its own. */
function bundleIn(name: string, cwd: string, env: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  const out = join(folder, name);
  const config = join(repository, 'migrator.toml');
  const argv = [main, 'bundle', '--config', config, '--out', out];
  const { status, stderr } = spawnSync(process.execPath, argv, {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...env },
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return filesIn(out);
}

test('another time zone, another language and another folder give the same bytes', () => {
  const one = bundleIn('one', repository, { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' });
  const other = bundleIn('other', tmpdir(), { TZ: 'America/St_Johns', LC_ALL: 'C', LANG: 'C', NO_COLOR: '1' });
  expect(Object.keys(one).filter((path) => path.endsWith('/upgrade.sql'))).toHaveLength(dialectNames.length);
  expect(other).toEqual(one);
}, 240_000);

/** The example, its files written in this order. */
function copyOf(name: string, order: (files: readonly string[]) => readonly string[]): string {
  const root = join(folder, name);
  mkdirSync(join(root, 'revisions'), { recursive: true });
  cpSync(join(repository, 'migrator.toml'), join(root, 'migrator.toml'));
  cpSync(join(repository, 'revisions/_seed'), join(root, 'revisions/_seed'), { recursive: true });
  const files = readdirSync(join(repository, 'revisions')).filter((file) => file.endsWith('.ts'));
  for (const file of order(files.sort())) {
    writeFileSync(join(root, 'revisions', file), readFileSync(join(repository, 'revisions', file)));
  }
  return root;
}

test('files made in another order give the same bytes', async () => {
  const forwards = copyOf('forwards', (files) => files);
  const backwards = copyOf('backwards', (files) => files.toReversed());
  for (const dialect of dialectNames) {
    const { upgrade, downgrade } = await compileProject(forwards, dialect);
    expect(await compileProject(backwards, dialect)).toMatchObject({ upgrade, downgrade });
  }
});

/** What a script runs, as it is printed. */
function statementsOf(recordings: readonly Recording[], target: Target): readonly string[] {
  const dialect = dialectOf(target.dialect);
  return recordings.flatMap((recording) =>
    spokenOf(recording, dialect).map(({ says, sql }) => [...says, ...sql].join('\n')),
  );
}

async function expectCutsToAgree(root: string, target: Target): Promise<void> {
  const { project, graph } = openProject(root);
  const { from, to, steps } = upgradeWalk(graph, undefined);
  if (steps.length === 1) return;
  const compiler = createCompiler(project, graph, {});
  const statementsIn = async (walk: Walk): Promise<readonly string[]> =>
    statementsOf((await compiler.script(target, walk, 'upgrade.sql')).recordings, target);
  try {
    const whole = await statementsIn({ from, to, steps });
    for (let cut = 1; cut < steps.length; cut++) {
      const middle = steps[cut]!.before;
      const first = await statementsIn({ from, to: middle, steps: steps.slice(0, cut) });
      const second = await statementsIn({ from: middle, to, steps: steps.slice(cut) });
      expect([...first, ...second], `cut at ${middle}`).toEqual(whole);
    }
  } finally {
    compiler.dispose();
  }
}

describe('a script in two pieces has the statements of the whole', () => {
  test.each(dialectNames)('the example for %s', async (dialect) => {
    const target = openProject(repository).project.targets.find(({ name }) => name === dialect)!;
    await expectCutsToAgree(repository, target);
  });

  // each compiles its history many times over: every eighth of them for two targets, and each target in the end
  test.each(caseNames.filter((_, at) => at % 8 === 0))('the case %s', async (name) => {
    const { root, remove } = openCase(name);
    try {
      const { targets } = openProject(root).project;
      const first = caseNames.indexOf(name) % targets.length;
      for (const target of [targets[first]!, targets[(first + 4) % targets.length]!]) {
        const possible = !('notPossible' in (await compileCase(root, target.name as TargetName)));
        if (possible) await expectCutsToAgree(root, target);
      }
    } finally {
      remove();
    }
  });
});
