/** Runs a command line in a folder of its own and tells everything that came of it. */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Context } from '../../src/cli/command.ts';
import { run } from '../../src/cli/run.ts';

export type Files = Readonly<Record<string, string>>;

export interface Transcript {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Stage {
  readonly root: string;
  run(argv: readonly string[], context?: Partial<Context>): Promise<Transcript>;
  files(): Files;
}

/** A temporary folder that is gone after the test. */
export function stage(files: Files = {}): Stage {
  const root = mkdtempSync(join(tmpdir(), 'migrator-cli-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  let drawn = 0;
  const random = (bytes: number): Uint8Array => new Uint8Array(bytes).fill(++drawn);
  return { root, files: () => filesIn(root), run: (argv, context) => runIn(root, argv, { random, ...context }) };
}

export async function runIn(
  root: string,
  argv: readonly string[],
  context: Partial<Context> = {},
): Promise<Transcript> {
  let [stdout, stderr] = ['', ''];
  const code = await run(argv, {
    cwd: root,
    env: { PATH: process.env.PATH },
    provide: provideForTest,
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    now: () => new Date('2026-03-01T12:34:56Z'),
    random: (bytes) => new Uint8Array(bytes).fill(1),
    colour: false,
    ...context,
  });
  return { code, stdout, stderr };
}

/** The variables are gone after the test. */
function provideForTest(variables: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(variables)) {
    const before = process.env[name];
    onTestFinished(() => {
      if (before === undefined) delete process.env[name];
      else process.env[name] = before;
    });
    process.env[name] = value;
  }
}

function filesIn(root: string): Files {
  const found = readdirSync(root, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    found.sort().map((path) => [
      path
        .slice(root.length + 1)
        .split(sep)
        .join('/'),
      readFileSync(path, 'utf8'),
    ]),
  );
}

/** A revision file as the template writes one, with nothing to do. */
export function revisionFile(
  id: string,
  parent: string | readonly string[] | null,
  more: { label?: string; needs?: string; message?: string } = {},
): string {
  const literal = (value: unknown): string => JSON.stringify(value).replaceAll('"', "'").replaceAll(',', ', ');
  return [
    '/**',
    ` * ${more.message ?? `step ${id}`}`,
    ' *',
    ` * Revision ID: ${id}`,
    ' * Create Date: 2026-01-02 03:04:05+00:00',
    ' */',
    `export const revision = '${id}';`,
    `export const downRevision = ${literal(parent)};`,
    `export const branchLabels = ${more.label === undefined ? 'null' : literal([more.label])};`,
    `export const dependsOn = ${more.needs === undefined ? 'null' : literal([more.needs])};`,
    'export async function upgrade() {}',
    'export async function downgrade() {}',
    '',
  ].join('\n');
}

export const configuration = '[migrator]\n\n[target.main]\ndialect = "postgresql"\n';

/** a1 → a2 → {b1 (shop), c1} → d1, and e1 (bill) alone, which needs a2. */
export const history: Files = {
  'migrator.toml': configuration,
  'revisions/a1.ts': revisionFile('a1aaaa', null, { message: 'accounts' }),
  'revisions/a2.ts': revisionFile('a2aaaa', 'a1aaaa', { message: 'a column' }),
  'revisions/b1.ts': revisionFile('b1bbbb', 'a2aaaa', { label: 'shop' }),
  'revisions/c1.ts': revisionFile('c1cccc', 'a2aaaa'),
  'revisions/d1.ts': revisionFile('d1dddd', ['b1bbbb', 'c1cccc'], { message: 'join' }),
  'revisions/e1.ts': revisionFile('e1eeee', null, { label: 'bill', needs: 'a2aaaa', message: 'billing' }),
};
