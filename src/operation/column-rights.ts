/** Rights on columns, which go with a column and follow its name. */

import type { Name } from '../schema/name.ts';
import type { Grant } from '../schema/objects.ts';
import { remove } from '../schema/registry.ts';
import { keyOf, type Schema } from '../schema/schema.ts';
import { grantsOn } from './dependents.ts';
import { granted } from './object-verbs.ts';

function over(grant: Grant, columns: readonly string[]): Grant {
  return { ...grant, on: { ...grant.on, columns } };
}

const holding = (schema: Schema, table: Name, column: string): readonly Grant[] =>
  grantsOn(schema, ['table'], table).filter(({ on }) => on.columns?.includes(column));

/** The rights on one column, without the others that were given with it. */
export function rightsOnColumn(schema: Schema, table: Name, column: string): readonly Grant[] {
  return holding(schema, table, column).map((grant) => over(grant, [column]));
}

function changed(schema: Schema, table: Name, column: string, to: readonly string[]): Schema {
  const held = holding(schema, table, column);
  const grants = held.reduce((left, grant) => remove(left, keyOf.grant(grant)), schema.grants);
  const others = held.map(({ on: { columns = [] } }) => columns.flatMap((name) => (name === column ? to : [name])));
  return held.reduce((left, grant, at) => (others[at]?.length ? granted(left, over(grant, others[at])) : left), {
    ...schema,
    grants,
  });
}

export function withoutColumnRights(schema: Schema, table: Name, column: string): Schema {
  return changed(schema, table, column, []);
}

export function renamedColumnRights(schema: Schema, table: Name, from: string, to: string): Schema {
  return changed(schema, table, from, [to]);
}
