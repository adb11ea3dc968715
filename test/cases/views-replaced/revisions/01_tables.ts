/** A table with rows, and views upon each other */
import type { Op } from 'migrator';

export const revision = '01';
export const downRevision = null;

export async function upgrade(op: Op): Promise<void> {
  op.createTable('human', (t) => {
    t.integer('id').notNullable().primary();
    t.string('mail', 40);
    t.string('nick', 20);
  });
  await op.bulkInsert('human', [{ id: 1, mail: 'a@example.org', nick: 'Ann' }]);
  const of = (columns: string, from: string) =>
    `select ${columns} from ${from}`.replaceAll(/\b(?!select|from)\w+\b/g, op.dialect === 'oracle' ? '"$&"' : '$&');
  op.createView('person', of('id, mail', 'human'));
  if (op.dialect === 'postgresql') op.grant(['select'], 'person', 'public');
  op.createView('address', of('mail', 'person'));
}
