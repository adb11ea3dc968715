/** Plain scripts stand the rehearsal, with the switch that their way back needs; what has no way back is rehearsed without. */

import { expect, test } from 'vitest';
import { stage } from './transcript.ts';

const revision = `// people
export const revision = 'a1aaaa';
export const downRevision = null;
export async function upgrade(op) {
  await op.createTable('people', (t) => t.integer('id').primary());
  await op.knex('people').insert({ id: 1 });
}
`;

const targets = `
[target.plain]
dialect = "postgresql"
client = "plain"

[target.file]
dialect = "sqlite"
client = "plain"
`;

test('plain on PostgreSQL and SQLite', async () => {
  const project = stage({ 'migrator.toml': targets, 'revisions/a1.js': revision });
  const { code, stdout, stderr } = await project.run(['rehearse']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.match(/downgrade\.sql took everything back/g)).toHaveLength(2);
}, 120_000);

test('no way back', async () => {
  const files = {
    'migrator.toml': '[target.file]\ndialect = "sqlite"\n',
    'revisions/a1.js': revision,
    'revisions/b2.js': `// names
export const revision = 'b2aaaa';
export const downRevision = 'a1aaaa';
export async function upgrade(op) {
  await op.knex('people').update({ id: 2 });
}
`,
  };
  const { code, stdout, stderr } = await stage(files).run(['rehearse']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('upgrade.sql run again changed nothing\n  there is no downgrade.sql: revision b2aaaa ');
}, 60_000);
