/** Partitions that list their values: each value has one of them. */

import type { Operation } from '../operation/operation.ts';
import { type Name, showName } from '../schema/name.ts';
import { type Schema, tableOf } from '../schema/schema.ts';
import type { Partition } from '../schema/table.ts';
import { impossibleFor } from './lower.ts';

const literal = String.raw`(?:'(?:[^'\\]|'')*'|-?\d+(?:\.\d+)?|null)`;
const literals = new RegExp(
  String.raw`^\s*(?:(?:for\s+)?values\s+)?in\s*\(\s*(${literal}(?:\s*,\s*${literal})*)\s*\)\s*$`,
  'i',
);

/** The values as they are written, where all of them are plain. */
function listed({ values }: Partition): readonly string[] {
  const [, list = ''] = literals.exec(values) ?? [];
  return [...list.matchAll(new RegExp(literal, 'gi'))].map(([value]) =>
    value.startsWith("'") ? value : value.toLowerCase(),
  );
}

function refuseAmong(table: Name, partitions: readonly Partition[], fresh: Partition, title: string): void {
  for (const other of partitions) {
    const held = listed(other);
    const twice = listed(fresh).find((value) => held.includes(value));
    if (twice === undefined) continue;
    throw impossibleFor(
      `${title} has each value in one partition of a table: ${twice} of ${fresh.name} is in ${other.name} of ${showName(table)} already`,
      'Leave it out of one of them.',
    );
  }
}

/** Throws `impossible` where two partitions would hold one value; what is no plain literal is left to the engine. */
export function refuseSharedValues(operation: Operation, before: Schema, title: string): void {
  if (operation.kind === 'createTable') {
    const { name, partitioning: { partitions = [] } = {} } = operation.table;
    partitions.forEach((one, at) => {
      refuseAmong(name, partitions.slice(0, at), one, title);
    });
  }
  // raw SQL may have dropped the other
  if (operation.kind !== 'addPartition' || before.unread.length > 0) return;
  const { table, partition } = operation;
  refuseAmong(table, tableOf(before, table)?.partitioning?.partitions ?? [], partition, title);
}
