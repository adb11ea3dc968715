/** A table with storage options */
import type { Op } from 'migrator';

export const revision = 'b75c152e';
export const downRevision = null;

export function upgrade(op: Op): void {
  const options = {
    postgresql: { fillfactor: 70 },
    cockroachdb: { exclude_data_from_backup: true },
    redshift: { diststyle: 'all' },
    mysql: { row_format: 'dynamic' },
    mariadb: { row_format: 'dynamic' },
    sqlite: { strict: true },
    mssql: { data_compression: 'page' },
    oracle: { compress: true },
  }[op.dialect];
  op.createTable(
    'item',
    (t) => {
      t.integer('id').notNullable().primary();
      t.text('note');
    },
    { options },
  );
}

export function downgrade(op: Op): void {
  op.dropTable('item');
}
