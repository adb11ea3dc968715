/** Primary keys of columns that do not say NOT NULL: NULL in them where SQLite lets it be, also after the table is made anew */
import type { Knex } from 'knex';
import type { Op } from 'migrator';

export const revision = 'kn01';
export const downRevision = null;

export function upgrade(op: Op): void {
  // MySQL 5.6 would give them a default of its own
  const key = (column: Knex.ColumnBuilder) => (op.dialect === 'mysql' ? column.notNullable() : column);
  op.createTable('stay', (t) => {
    key(t.integer('room'));
    key(t.integer('night'));
    t.string('guest', 40);
    t.primary(['room', 'night']);
  });
  op.createTable('room', (t) => {
    key(t.string('code', 8)).primary();
    t.string('view', 40);
  });
  op.createTable('bill', (t) => {
    key(t.integer('number'));
    t.string('paid', 40);
  });
  const nobody = op.dialect === 'sqlite' ? null : 0;
  op.bulkInsert('stay', [
    { room: 1, night: nobody, guest: 'Ada' },
    { room: 2, night: nobody, guest: 'Grace' },
  ]);
}
