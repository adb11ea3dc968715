/** Plain scripts stand the rehearsal, with the switch that their way back needs. */

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
