/** A column gets another collation, and the usual one again */
import type { Op } from 'migrator';

export const revision = 'b18c76d7';
export const downRevision = 'a18c76d7';

export function upgrade(op: Op): void {
  const collation = {
    postgresql: 'C',
    cockroachdb: 'de',
    redshift: 'case_insensitive',
    mysql: 'utf8mb4_bin',
    mariadb: 'utf8mb4_bin',
    sqlite: 'NOCASE',
    mssql: 'Latin1_General_BIN2',
    oracle: 'BINARY_CI',
  }[op.dialect];
  op.alterColumn('item', 'name', { collation });
}

export function downgrade(op: Op): void {
  op.alterColumn('item', 'name', { collation: null });
}
