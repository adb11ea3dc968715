/** What a revision asked of the schema stands in its script, with the answer that decided what was written. */

import { expect, test } from 'vitest';
import { stage } from './transcript.ts';

const files = {
  'migrator.toml': '[target.main]\ndialect = "postgresql"\n',
  'revisions/a.ts': `/** First. */
export const revision = 'aa';
export const downRevision = null;

export async function upgrade(op) {
  if (!(await op.schema.hasTable('users'))) await op.schema.createTable('users', (t) => t.integer('id'));
}
`,
  'revisions/b.ts': `/** Second. */
export const revision = 'bb';
export const downRevision = 'aa';

export async function upgrade(op) {
  if (await op.schema.hasColumn('users', 'id')) op.addColumn('users', (t) => t.integer('age'));
}
`,
};

test('questions and answers stand above the statements', async () => {
  const { stdout, stderr } = await stage(files).run(['upgrade', '--sql', '--target', 'main', 'head']);
  expect(stderr).toBe('');
  expect(stdout).toContain('\n-- Answered from the history: hasTable("users"): no (revisions/a.ts:6)\n');
  expect(stdout).toContain('\n-- Answered from the history: hasColumn("users", "id"): yes (revisions/b.ts:6)\n');
  expect(stdout).toContain('create table "users"');
  expect(stdout).toContain('add column "age"');
});
