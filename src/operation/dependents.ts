/** What goes with a thing when it goes or gets another name: triggers, rights, and the keys of other tables that refer to it. */

import type { Constraint, ForeignKey } from '../schema/constraint.ts';
import { renamedIn, speaksOf } from '../schema/expression.ts';
import { type Name, showName } from '../schema/name.ts';
import type { Grant, GrantTarget, Routine, Trigger } from '../schema/objects.ts';
import { entries, lookupAllBy, put, type Registry, remove } from '../schema/registry.ts';
import { keyOf, type Schema } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';

function same(a: Name, b: Name): boolean {
  return showName(a) === showName(b);
}

function refers(constraint: Constraint, name: Name): constraint is ForeignKey {
  return constraint.kind === 'foreign' && same(constraint.references.table, name);
}

function redirect(constraint: Constraint, from: Name, to: Name): Constraint {
  if (constraint.kind !== 'foreign' || !refers(constraint, from)) return constraint;
  return { ...constraint, references: { ...constraint.references, table: to } };
}

function replaced<T>(
  registry: Registry<T>,
  is: (item: T) => boolean,
  change: (item: T) => readonly (readonly [string, T])[],
): Registry<T> {
  return entries(registry)
    .filter(([, item]) => is(item))
    .reduce((left, [key, item]) => {
      const without = remove(left, key);
      return change(item).reduce((next, [newKey, changed]) => put(next, newKey, changed), without);
    }, registry);
}

const referring = lookupAllBy(({ constraints }: Table) =>
  constraints.flatMap((key) => (key.kind === 'foreign' ? [showName(key.references.table)] : [])),
);

/** Other tables whose foreign keys refer to this one. Sorted by name. */
export function referringTables({ tables }: Schema, name: Name): readonly Table[] {
  return referring(tables, showName(name)).filter((table) => !same(table.name, name));
}

interface OwnedKey {
  readonly table: Table;
  readonly key: ForeignKey;
}

/** Foreign keys that refer to this table, its own among them. */
export function everyKeyTo({ tables }: Schema, name: Name): readonly OwnedKey[] {
  return referring(tables, showName(name)).flatMap((table) =>
    table.constraints.flatMap((key) => (refers(key, name) ? [{ table, key }] : [])),
  );
}

/** Foreign keys of other tables that refer to this one. */
export function keysTo(schema: Schema, name: Name): readonly OwnedKey[] {
  return everyKeyTo(schema, name).filter(({ table }) => !same(table.name, name));
}

/** Of a table or a view. */
export function triggersOn(schema: Schema, name: Name): readonly Trigger[] {
  return entries(schema.triggers)
    .map(([, trigger]) => trigger)
    .filter(({ table }) => same(table, name));
}

export function grantsOn(schema: Schema, kinds: readonly GrantTarget[], name: Name): readonly Grant[] {
  return entries(schema.grants)
    .map(([, grant]) => grant)
    .filter(({ on }) => kinds.includes(on.kind) && same(on.name, name));
}

/** Rights that go with a routine: of several with its name, those on the one with these arguments. */
export function grantsOnRoutine(
  schema: Schema,
  routine: Pick<Routine, 'kind' | 'name' | 'arguments'>,
): readonly Grant[] {
  const { kind, name, arguments: types } = routine;
  const others = entries(schema.routines).some(([key, one]) => same(one.name, name) && key !== keyOf.routine(routine));
  return grantsOn(schema, [kind], name).filter(({ on }) => !others || (types !== undefined && on.arguments === types));
}

/** The schema without the rights on a thing that goes. */
export function withoutGrants(schema: Schema, kinds: readonly GrantTarget[], name: Name): Schema {
  const grants = grantsOn(schema, kinds, name).reduce((left, grant) => remove(left, keyOf.grant(grant)), schema.grants);
  return { ...schema, grants };
}

/** The schema in which the rights on a thing are on its new name. */
export function movedGrants(schema: Schema, kinds: readonly GrantTarget[], from: Name, to: Name): Schema {
  const moved = grantsOn(schema, kinds, from).map((grant) => ({ ...grant, on: { ...grant.on, name: to } }));
  const { grants } = withoutGrants(schema, kinds, from);
  return { ...schema, grants: moved.reduce((left, grant) => put(left, keyOf.grant(grant), grant), grants) };
}

/** The schema without the triggers and rights of a table; keys of others that referred to it are gone with it. */
export function withoutDependents(schema: Schema, name: Name): Schema {
  const tables = referringTables(schema, name).reduce((left, table) => {
    const constraints = table.constraints.filter((constraint) => !refers(constraint, name));
    return put(left, showName(table.name), { ...table, constraints });
  }, schema.tables);
  return {
    ...schema,
    tables,
    triggers: replaced(
      schema.triggers,
      ({ table }) => same(table, name),
      () => [],
    ),
    grants: withoutGrants(schema, ['table'], name).grants,
  };
}

/** The schema in which everything that spoke of `from` speaks of `to`, but for the table itself. */
export function renameDependents(schema: Schema, from: Name, to: Name): Schema {
  const tables = referringTables(schema, from).reduce((left, table) => {
    const constraints = table.constraints.map((constraint) => redirect(constraint, from, to));
    return put(left, showName(table.name), { ...table, constraints });
  }, schema.tables);
  return {
    ...schema,
    tables,
    views: replaced(
      schema.views,
      ({ query }) => speaksOf(query, from.name, 'table'),
      (view) => [
        [keyOf.named(view), { ...view, query: renamedIn(view.query, from.name, to.name, schema.mark, 'table') }],
      ],
    ),
    triggers: replaced(
      schema.triggers,
      ({ table, definition }) => same(table, from) || speaksOf(definition, from.name, 'table'),
      (trigger) => {
        const table = same(trigger.table, from) ? to : trigger.table;
        const moved = {
          ...trigger,
          table,
          definition: renamedIn(trigger.definition, from.name, to.name, schema.mark, 'table'),
        };
        return [[keyOf.trigger(moved), moved]];
      },
    ),
    grants: movedGrants(schema, ['table'], from, to).grants,
  };
}

/** The schema in which keys of other tables, and the table's own triggers, speak of a column by its new name. */
export function renameReferenced(schema: Schema, name: Name, from: string, to: string): Schema {
  const tables = referringTables(schema, name).reduce((left, table) => {
    const constraints = table.constraints.map((key) => {
      if (key.kind !== 'foreign' || !refers(key, name)) return key;
      const columns = key.references.columns.map((column) => (column === from ? to : column));
      return { ...key, references: { ...key.references, columns } };
    });
    return put(left, showName(table.name), { ...table, constraints });
  }, schema.tables);
  const triggers = replaced(
    schema.triggers,
    ({ table }) => same(table, name),
    (trigger) => [
      [keyOf.trigger(trigger), { ...trigger, definition: renamedIn(trigger.definition, from, to, schema.mark) }],
    ],
  );
  return { ...schema, tables, triggers };
}

/** A table whose own keys refer to itself by its new name. */
export function selfReferring(table: Table, from: Name, to: Name): Table {
  return { ...table, constraints: table.constraints.map((constraint) => redirect(constraint, from, to)) };
}
