/** Checks beside columns, and of the table */
import type { Op } from 'migrator';

export const revision = 'a9c4ec5b';
export const downRevision = null;

export function upgrade(op: Op): void {
  op.createTable('shelf', (t) => {
    t.integer('id').notNullable().primary();
    t.integer('width').notNullable().checkPositive();
    t.integer('height').notNullable();
    t.check('?? > 2', ['height']);
  });
  op.addColumn('shelf', (t) => t.integer('depth').checkPositive());
  const ofMysql = op.dialect === 'mysql' || op.dialect === 'mariadb';
  op.createTable(
    'rack',
    (t) => {
      t.integer('id').notNullable().primary();
      t.integer('width').notNullable().checkPositive();
      t.integer('height').notNullable();
      t.check('?? > 2', ['height']);
    },
    { options: ofMysql ? { row_format: 'dynamic' } : {} },
  );
}

export function downgrade(op: Op): void {
  op.dropTable('rack');
  op.dropTable('shelf');
}
