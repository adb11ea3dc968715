/** Keys of tables that have partitions. */

import { speaksOf } from '../../schema/expression.ts';
import { showName } from '../../schema/name.ts';
import { tableOf } from '../../schema/schema.ts';
import type { Constraint, ForeignKey, Index, Table } from '../../schema/table.ts';
import { unsupported } from '../lower.ts';
import type { Server } from './server.ts';

/** Undefined where rows may be alike. */
function columnsOf(key: Constraint | Index): readonly string[] | undefined {
  if ('kind' in key) return key.kind === 'primary' || key.kind === 'unique' ? key.columns : undefined;
  if (!key.unique) return undefined;
  return key.columns.flatMap((part) => (typeof part === 'string' ? part : (part.column ?? [])));
}

/** At neither end: https://dev.mysql.com/doc/refman/8.0/en/partitioning-limitations-storage-engines.html, https://mariadb.com/kb/en/partitioning-limitations-with-foreign-key-constraints/ */
export function refusePartitions(key: ForeignKey, table: Table, { title, before }: Server): void {
  const parted = [table, tableOf(before, key.references.table)].find((one) => one?.partitioning !== undefined);
  if (parted === undefined) return;
  throw unsupported(
    `${title} has no foreign keys on tables with partitions, or to them: ${key.name} of ${showName(table.name)}${parted === table ? '' : ` refers to ${showName(parted.name)}`}`,
    'leave the key out, or the partitions',
  );
}

/** Each partition knows its own rows alone: https://dev.mysql.com/doc/refman/8.0/en/partitioning-limitations-partitioning-keys-unique-keys.html */
export function requirePartitionColumns(key: Constraint | Index, table: Table, { title }: Server): void {
  const columns = columnsOf(key);
  const { partitioning } = table;
  if (columns === undefined || partitioning === undefined) return;
  const missing = table.columns.find(
    ({ name }) => !columns.includes(name) && speaksOf(partitioning.by, name, 'column', '`'),
  );
  if (missing === undefined) return;
  throw unsupported(
    `${title} has no unique key over partitions that says nothing of the column they are made by: ${key.name ?? 'the primary key'} of ${showName(table.name)} lacks ${missing.name}`,
    `add ${missing.name} to its columns, or let it not be unique`,
  );
}
