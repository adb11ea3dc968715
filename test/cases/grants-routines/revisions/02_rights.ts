/** Rights on one of two functions of the same name (PostgreSQL's kin), which goes after */
import type { Op } from 'migrator';

export const revision = '02';
export const downRevision = '01';

export function upgrade(op: Op): void {
  if (!['postgresql', 'cockroachdb', 'redshift'].includes(op.dialect)) return;
  op.revoke(['execute'], 'one', 'public', { on: 'function', arguments: '(integer)' });
  op.grant(['execute'], 'one', 'public', { on: 'function', arguments: '(integer)' });
  op.dropFunction('one', { arguments: '(integer)' });
}

export function downgrade(op: Op): void {
  if (!['postgresql', 'cockroachdb', 'redshift'].includes(op.dialect)) return;
  const language =
    op.dialect === 'redshift' ? 'immutable as $$ select 1 $$ language sql' : 'language sql as $$ select 1; $$';
  op.createFunction('one', `(integer) returns integer ${language}`, { arguments: '(integer)' });
}
