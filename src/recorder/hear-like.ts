/** `createTableLike` where the engine would copy columns and nothing else: the copy is made from what the history knows. */

import { MigratorError } from '../errors.ts';
import type { Operation } from '../operation/operation.ts';
import { withNewNames } from '../schema/column.ts';
import type { Constraint } from '../schema/constraint.ts';
import { type Name, showName } from '../schema/name.ts';
import { remedyForUnread, type Schema, tableOf } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';

/** Names of keys and indexes say of which table they are, and a database has each once. */
function renamed(name: string, from: Name, to: Name): string {
  return name.startsWith(`${from.name}_`) ? to.name + name.slice(from.name.length) : `${to.name}_${name}`;
}

function newlyMade(key: Constraint): Constraint {
  const { madeFor: _, madeAs: __, ...rest } = key as Constraint & { madeFor?: unknown; madeAs?: unknown };
  return rest as Constraint;
}

/** Foreign keys are left out, as `like … including all` leaves them out: https://www.postgresql.org/docs/current/sql-createtable.html */
function copyOf(source: Table, name: Name): Table {
  const named = <T extends { readonly name?: string }>(item: T): T =>
    item.name === undefined ? item : { ...item, name: renamed(item.name, source.name, name) };
  return {
    ...source,
    name,
    columns: source.columns.map(withNewNames),
    constraints: source.constraints.flatMap((key) => (key.kind === 'foreign' ? [] : [named(newlyMade(key))])),
    indexes: source.indexes.map(named),
  };
}

/** Throws `needs-database` where no revision says what the other table is. */
export function hearLike(name: Name, like: Name, before: Schema): Operation {
  const source = tableOf(before, like);
  if (source !== undefined) return { kind: 'createTable', table: copyOf(source, name), ifNotExists: false };
  throw new MigratorError(
    'needs-database',
    `no earlier revision says what ${showName(like)} is, of which ${showName(name)} should be a copy`,
    { hint: remedyForUnread(before) ?? 'Declare it where it is made: op.execute(sql, { does: [...] }).' },
  );
}
