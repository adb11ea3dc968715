/** Names of constraints, which are objects of their schema like tables are: one that keeps its name when its table is renamed is in the way of another. */

import type { Operation } from '../../operation/operation.ts';
import type { Constraint } from '../../schema/constraint.ts';
import { type Name, showName } from '../../schema/name.ts';
import { type Schema, tableOf } from '../../schema/schema.ts';
import type { Table } from '../../schema/table.ts';
import { impossibleFor } from '../lower.ts';
import { folded } from '../twins.ts';
import { isRealConstraint } from './constraint.ts';
import { namedByServer, primaryName } from './name.ts';
import { besideTable } from './server.ts';

/** Undefined where the server makes one up, or where it is the name of an index, of which each table has its own. */
export function nameOf(key: Constraint, name: Name, table: Table | undefined): string | undefined {
  if (key.kind === 'primary') return namedByServer(table, key) ? undefined : primaryName(name, key);
  return key.kind === 'unique' && !isRealConstraint(key, table) ? undefined : key.name;
}

function namesOf(name: Name, keys: readonly Constraint[], table: Table | undefined): readonly string[] {
  return keys.flatMap((key) => nameOf(key, name, table) ?? []).map((own) => showName(besideTable(name, own)));
}

type Bucket = ReadonlyMap<string, Table>;

/** Whose each name is, worked out once: a change copies one bucket of many. */
const known = new WeakMap<Bucket, ReadonlyMap<string, string>>();

function ownersIn(bucket: Bucket): ReadonlyMap<string, string> {
  const before = known.get(bucket);
  if (before !== undefined) return before;
  const all = [...bucket.values()].flatMap((table) =>
    namesOf(table.name, table.constraints, table).map((name) => [folded(name), showName(table.name)] as const),
  );
  const owners = new Map(all);
  known.set(bucket, owners);
  return owners;
}

function named(operation: Operation, before: Schema): readonly string[] {
  switch (operation.kind) {
    case 'createTable': {
      const { table, ifNotExists } = operation;
      return ifNotExists ? [] : namesOf(table.name, table.constraints, table);
    }
    case 'addConstraint':
      return namesOf(operation.table, [operation.constraint], tableOf(before, operation.table));
    case 'renameConstraint': {
      const table = tableOf(before, operation.table);
      const key = table?.constraints.find(({ name }) => name === operation.constraint);
      return key === undefined ? [] : namesOf(operation.table, [{ ...key, name: operation.to } as Constraint], table);
    }
    default:
      return [];
  }
}

/** Throws `impossible` where another table's constraint has the name (message 2714): https://learn.microsoft.com/sql/relational-databases/errors-events/mssqlserver-2714-database-engine-error */
export function refuseTakenNames(operation: Operation, before: Schema, title: string): void {
  const names = named(operation, before);
  // raw SQL may have given the other another name
  if (names.length === 0 || before.unread.length > 0) return;
  const own = showName(operation.kind === 'createTable' ? operation.table.name : (operation as { table: Name }).table);
  for (const bucket of before.tables.buckets) {
    if (bucket.size === 0) continue;
    const owners = ownersIn(bucket);
    for (const name of names) {
      const owner = owners.get(folded(name));
      if (owner === undefined || owner === own) continue;
      throw impossibleFor(
        `${title} has one constraint of a name in a schema, and table ${owner} has ${name} already`,
        'Choose another name, or rename the other first with op.renameConstraint(…).',
      );
    }
  }
}
