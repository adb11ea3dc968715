/** Functions of one name, where a database has them; elsewhere a table */
import type { Op } from 'migrator';

export const revision = '01';
export const downRevision = null;

export function upgrade(op: Op): void {
  if (!['postgresql', 'cockroachdb', 'redshift'].includes(op.dialect)) {
    op.createTable('item', (t) => t.integer('id').notNullable().primary());
    return;
  }
  const language =
    op.dialect === 'redshift' ? 'immutable as $$ select 1 $$ language sql' : 'language sql as $$ select 1; $$';
  for (const types of ['(integer)', '(text)']) {
    const text = op.dialect === 'redshift' && types === '(text)' ? '(varchar)' : types;
    op.createFunction('one', `${text} returns integer ${language}`, { arguments: text });
  }
}
