/** Keys of PostgreSQL over tables that have partitions. */

import type { Constraint } from '../../schema/constraint.ts';
import { showName } from '../../schema/name.ts';
import type { Table } from '../../schema/table.ts';
import type { Index } from '../../schema/table-index.ts';
import { unsupported } from '../lower.ts';
import { keyName, keyWord, requirePartitionColumns, uniqueColumns } from '../partition-key.ts';
import { requireFeature, type Server } from './server.ts';

const namesAlone = /^\s*\w+\s*\([^()]*\)\s*$/;

/** https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-LIMITATIONS */
export function requireParts(key: Constraint | Index, table: Table, server: Server): void {
  const { partitioning } = table;
  if (partitioning === undefined) return;
  if ('kind' in key && key.kind === 'exclude') {
    requireFeature(server, 'exclusion constraints over partitions', 'add it to each partition with op.execute(…)');
  }
  if (uniqueColumns(key) === undefined) return;
  if (!namesAlone.test(partitioning.by)) {
    throw unsupported(
      `${server.title} has no ${keyWord(key)} over partitions that an expression makes: ${keyName(key)} of ${showName(table.name)}, which is parted by ${partitioning.by}`,
      'part the table by columns alone, or add the key to each partition with op.execute(…)',
    );
  }
  requirePartitionColumns(key, table, { title: server.title, mark: '"' });
}
