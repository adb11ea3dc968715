/** A bad project, what is said of it and where, and that nothing is written. */

import { expect } from 'vitest';
import { type Files, stage, type Transcript } from './transcript.ts';

/** `code: sentence` and, after ` … `, a part of the help. */
export type Says = string;

/** The error as it is printed: its first line, its place if it has one, and a part of its help. */
export function expectSaid(stderr: string, says: Says, place: string | undefined): void {
  const [said = '', help] = says.split(' … ');
  const [code, sentence = ''] = said.split(/: (.*)/s);
  expect(stderr).toContain(`error[${code}]: ${sentence}`);
  if (place === undefined) expect(stderr).not.toContain('  --> ');
  else expect(stderr.split('\n')[1]).toBe(`  --> ${place}`);
  if (help !== undefined) expect(stderr.split('help: ')[1]).toContain(help);
  expect(stderr).not.toMatch(/^\s+at /m);
}

/** Bundles the project, which must fail as a mistake of the user and leave the folder as it was. */
export async function refused(files: Files, argv: readonly string[] = ['bundle']): Promise<Transcript> {
  const project = stage(files);
  const answer = await project.run(argv);
  expect({ ...answer, stderr: '', files: project.files() }, answer.stderr).toEqual({
    code: 2,
    stdout: '',
    stderr: '',
    files,
  });
  return answer;
}

const header = (id: string, parent: string | null): readonly string[] => [
  `/** ${id} */`,
  `export const revision = '${id}';`,
  `export const downRevision = ${parent === null ? 'null' : `'${parent}'`};`,
];

/** A revision file whose `upgrade` begins on line 5; `before` stands on line 4. */
export function bad(upgrade: string, before = ''): string {
  return [
    ...header('bad', 'users'),
    before,
    `export async function upgrade(op) { ${upgrade}`,
    '}',
    'export function downgrade() {}',
    '',
  ].join('\n');
}

const users = [
  ...header('users', null),
  'export function upgrade(op) {',
  "  op.createTable('users', (t) => {",
  "    t.integer('id').notNullable().primary();",
  "    t.string('name', 40).notNullable();",
  "    t.timestamp('born');",
  '  });',
  '}',
  "export function downgrade(op) { op.dropTable('users'); }",
  '',
].join('\n');

/** Two targets, and one revision that makes a table of users. */
export const good: Files = {
  'migrator.toml': '[target.main]\ndialect = "postgresql"\n\n[target.second]\ndialect = "sqlite"\n',
  'revisions/a_users.ts': users,
};

export const badFile = 'revisions/b_bad.ts';
