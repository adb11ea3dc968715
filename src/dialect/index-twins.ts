/** Names of indexes where a schema has each of them once, whatever tables they stand on; keys have theirs, too. */

import type { Operation } from '../operation/operation.ts';
import type { Constraint } from '../schema/constraint.ts';
import { type Name, showName } from '../schema/name.ts';
import { lookupBy } from '../schema/registry.ts';
import type { Schema } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { impossibleFor } from './lower.ts';

/** Undefined where the engine makes a name up, or there is no index. */
function indexOf(key: Constraint): string | undefined {
  return key.kind === 'foreign' || key.kind === 'check' ? undefined : key.name;
}

function indexNames({ name, constraints, indexes }: Table): readonly string[] {
  const own = [...constraints.flatMap((key) => indexOf(key) ?? []), ...indexes.map((index) => index.name)];
  return own.map((index) => showName({ ...name, name: index }));
}

const owner = lookupBy((table: Table) => indexNames(table).map((name) => [name, table] as const));

/** The table that an index stands on; `index` as `showName` writes it. */
export function ownerOf(index: string, { tables }: Schema): Table | undefined {
  return owner(tables, index);
}

/** The indexes that get a name, as `showName` writes them. */
export function namedIndexes(operation: Operation): readonly string[] {
  const one = (table: Name, name: string) => [showName({ ...table, name })];
  switch (operation.kind) {
    case 'createTable':
      return operation.ifNotExists ? [] : indexNames(operation.table);
    case 'addConstraint': {
      const index = indexOf(operation.constraint);
      return index === undefined ? [] : one(operation.table, index);
    }
    case 'createIndex':
      return one(operation.table, operation.index.name);
    case 'renameIndex':
      return one(operation.table, operation.to);
    default:
      return [];
  }
}

/** Throws `impossible` where another table has the name: https://www.postgresql.org/docs/current/sql-createindex.html, https://www.sqlite.org/lang_createindex.html */
export function refuseIndexTwins(operation: Operation, before: Schema, title: string): void {
  // raw SQL may have dropped the other
  if (before.unread.length > 0 || !('table' in operation)) return;
  const own = showName(operation.kind === 'createTable' ? operation.table.name : (operation.table as Name));
  for (const name of namedIndexes(operation)) {
    const other = ownerOf(name, before);
    if (other === undefined || showName(other.name) === own) continue;
    throw impossibleFor(
      `${title} has one index of a name in a schema: ${name} on ${own} is on ${showName(other.name)} already`,
      'Give one of them another name, or rename the other first with op.renameIndex(…).',
    );
  }
}
