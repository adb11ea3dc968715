/** An index with storage options */
import type { Op } from 'migrator';

export const revision = 'bc2b2d3b';
export const downRevision = 'ac2b2d3b';

export function upgrade(op: Op): void {
  const options = {
    postgresql: { fillfactor: 70 },
    cockroachdb: { bucket_count: 4 },
    redshift: { fillfactor: 70 },
    mysql: { key_block_size: 4 },
    mariadb: { key_block_size: 4 },
    sqlite: { fillfactor: 70 },
    mssql: { fillfactor: 70 },
    oracle: { tablespace: 'users' },
  }[op.dialect];
  op.createIndex('item_name', 'item', ['name'], { options });
}

export function downgrade(op: Op): void {
  op.dropIndex('item_name', 'item');
}
