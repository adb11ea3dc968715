/** Keys of tables that have partitions. */

import type { Constraint, ForeignKey } from '../../schema/constraint.ts';
import { showName } from '../../schema/name.ts';
import { tableOf } from '../../schema/schema.ts';
import type { Table } from '../../schema/table.ts';
import type { Index } from '../../schema/table-index.ts';
import { unsupported } from '../lower.ts';
import { requirePartitionColumns } from '../partition-key.ts';
import type { Server } from './server.ts';

/** At neither end: https://dev.mysql.com/doc/refman/8.0/en/partitioning-limitations-storage-engines.html, https://mariadb.com/kb/en/partitioning-limitations-with-foreign-key-constraints/ */
export function refusePartitions(key: ForeignKey, table: Table, { title, before }: Server): void {
  const parted = [table, tableOf(before, key.references.table)].find((one) => one?.partitioning !== undefined);
  if (parted === undefined) return;
  throw unsupported(
    `${title} has no foreign keys on tables with partitions, or to them: ${key.name} of ${showName(table.name)}${parted === table ? '' : ` refers to ${showName(parted.name)}`}`,
    'leave the key out, or the partitions',
  );
}

/** https://dev.mysql.com/doc/refman/8.0/en/partitioning-limitations-partitioning-keys-unique-keys.html */
export function requireParts(key: Constraint | Index, table: Table, { title }: Server): void {
  requirePartitionColumns(key, table, { title, mark: '`' });
}
