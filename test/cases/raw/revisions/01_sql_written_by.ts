/**
 * SQL written by hand.
 *
 * Revision ID: raw01
 * Revises:
 * Create Date: 2026-01-01 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'raw01';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  const quote = (name: string) =>
    op.dialect === 'mssql' ? `[${name}]` : /^m|sqlite/.test(op.dialect) ? `\`${name}\`` : `"${name}"`;
  const [word, text, id] = ['word', 'text', 'id'].map(quote);
  op.createTable('word', (t) => {
    t.integer('id').notNullable().primary();
    t.string('text', 100);
  });
  op.execute(`insert into ${word} values (1, 'is it? :x ?? \\\\? $1 %');`);
  op.execute(`insert into ${word}\n\tvalues (2, 'a;b')  ;\n`);
  op.execute(`-- in front\nupdate ${word} /* it's in the middle; */ set ${text} = 'c' -- behind it's\nwhere ${id} = 2`);
  op.execute(`update ${word} set ${text} = 'two\nlines;\nGO\n/\nend' where ${id} = 1`);
}

export function downgrade(op: Op): void {
  const quote = (name: string) =>
    op.dialect === 'mssql' ? `[${name}]` : /^m|sqlite/.test(op.dialect) ? `\`${name}\`` : `"${name}"`;
  const [word, id] = ['word', 'id'].map(quote);
  op.execute(`delete from ${word} where ${id} in (1, 2);`);
  op.dropTable('word');
}
