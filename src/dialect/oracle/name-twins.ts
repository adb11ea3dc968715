/** Names that a schema of Oracle has once: constraints have theirs together, and so have indexes, whatever tables they stand on. */

import type { Operation } from '../../operation/operation.ts';
import { countsBesideKey } from '../../schema/column.ts';
import { type Constraint, primaryKeyName } from '../../schema/constraint.ts';
import { type Name, showName } from '../../schema/name.ts';
import { lookupBy } from '../../schema/registry.ts';
import type { Schema } from '../../schema/schema.ts';
import type { Table } from '../../schema/table.ts';
import { impossibleFor } from '../lower.ts';
import { beside } from './accent.ts';
import { hasOwnIndex, isKey } from './indexed.ts';

/** The key of a column that numbers itself is named by the engine, where knex makes the table. */
function isNamed(key: Constraint, { columns }: Pick<Table, 'columns'>): boolean {
  if (key.name !== undefined) return true;
  if (key.kind !== 'primary') return false;
  return !columns.some((one) => key.columns.includes(one.name) && one.autoIncrement && !countsBesideKey(one));
}

function constraintNames(table: Table): readonly string[] {
  return table.constraints.flatMap((key) => {
    if (!isNamed(key, table)) return [];
    return showName(beside(table.name, key.kind === 'primary' ? primaryKeyName(key, table.name) : (key.name ?? '')));
  });
}

function indexNames(table: Table): readonly string[] {
  const own = table.constraints.filter((key) => isKey(key) && isNamed(key, table) && hasOwnIndex(key, table));
  const ofKeys = constraintNames({ ...table, constraints: own });
  return [...ofKeys, ...table.indexes.map(({ name }) => showName(beside(table.name, name)))];
}

const spaces = {
  constraint: lookupBy((table: Table) => constraintNames(table).map((name) => [name, table] as const)),
  index: lookupBy((table: Table) => indexNames(table).map((name) => [name, table] as const)),
};

type Named = Readonly<Record<keyof typeof spaces, readonly string[]>>;

function namedBy(operation: Operation): Named {
  const none = { constraint: [], index: [] };
  const of = (table: Table): Named => ({ constraint: constraintNames(table), index: indexNames(table) });
  const one = (table: Name, name: string) => [showName(beside(table, name))];
  switch (operation.kind) {
    case 'createTable':
      return operation.ifNotExists ? none : of(operation.table);
    case 'addConstraint':
      return of({ name: operation.table, columns: [], constraints: [operation.constraint], indexes: [] });
    case 'renameConstraint':
      return { ...none, constraint: one(operation.table, operation.to) };
    case 'createIndex':
      return operation.ifNotExists === true ? none : { ...none, index: one(operation.table, operation.index.name) };
    case 'renameIndex':
      return { ...none, index: one(operation.table, operation.to) };
    default:
      return none;
  }
}

/** Throws `impossible` where another table has the name: https://docs.oracle.com/en/error-help/db/ora-02264/ and https://docs.oracle.com/en/error-help/db/ora-00955/ */
export function refuseNameTwins(operation: Operation, before: Schema): void {
  // raw SQL may have dropped the other
  if (before.unread.length > 0) return;
  if (!('table' in operation)) return;
  const own = showName(operation.kind === 'createTable' ? operation.table.name : (operation.table as Name));
  const named = namedBy(operation);
  for (const space of ['constraint', 'index'] as const) {
    for (const name of named[space]) {
      const other = spaces[space](before.tables, name);
      if (other === undefined || showName(other.name) === own) continue;
      throw impossibleFor(
        `Oracle has one ${space} of a name in a schema: ${name} on ${own} is on ${showName(other.name)} already`,
        'Give one of them another name; a primary key without a name is called after its table as it was.',
      );
    }
  }
}
