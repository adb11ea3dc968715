/** A table that is there gets other storage options */
import type { Op } from 'migrator';

export const revision = 'bdec9dec';
export const downRevision = 'adec9dec';

export function upgrade(op: Op): void {
  const options = {
    postgresql: { fillfactor: 70 },
    cockroachdb: { exclude_data_from_backup: true },
    redshift: { diststyle: 'all' },
    mysql: { row_format: 'compact' },
    mariadb: { row_format: 'compact' },
    sqlite: { strict: true },
    mssql: { data_compression: 'page' },
    oracle: { compress: true },
  }[op.dialect];
  op.alterTableOptions('item', options);
}
