/** What rights are given on: it must be there. */

import { hasSequence } from '../schema/column.ts';
import { type Name, showName } from '../schema/name.ts';
import type { Grant } from '../schema/objects.ts';
import { entries, find, type Registry } from '../schema/registry.ts';
import type { Schema } from '../schema/schema.ts';
import { impossible, mayExist } from './verb.ts';

function holds<T>(registry: Registry<T>, is: (item: T) => boolean): boolean {
  return entries(registry).some(([, item]) => is(item));
}

function isThere({ kind, name }: Grant['on'], schema: Schema): boolean {
  const isIt = (other: string) => other.toLowerCase() === name.name.toLowerCase();
  switch (kind) {
    case 'table': {
      const { tables, views, sequences } = schema;
      const isPart = holds(
        tables,
        ({ partitioning }) => partitioning?.partitions.some((one) => isIt(one.name)) === true,
      );
      // PostgreSQL gives rights on a sequence as on a table
      return (
        isPart ||
        [tables, views, sequences].some((named) => holds<{ name: typeof name }>(named, (one) => isIt(one.name.name)))
      );
    }
    case 'sequence':
      return (
        holds(schema.sequences, (one) => isIt(one.name.name)) ||
        holds(schema.tables, ({ columns }) => columns.some(hasSequence))
      );
    case 'function':
    case 'procedure':
      // an extension has routines of its own
      return entries(schema.extensions).length > 0 || holds(schema.routines, (one) => isIt(one.name.name));
    default:
      return true;
  }
}

/** A schema that no revision made may hold anybody's things, and the database brings some along that need no schema. */
function mayBeOthers({ schema: place, name }: Name, schema: Schema): boolean {
  const { schemas, sharedSchemas = [], ownTables = [], broughtAlong } = schema;
  if (place !== undefined && (find(schemas, place) === undefined || sharedSchemas.includes(place))) return true;
  return ownTables.some((own) => own.name === name) || broughtAlong?.test(name) === true;
}

/** Throws `impossible` for what nothing made. */
export function requireTarget({ on }: Grant, schema: Schema): void {
  const { kind, name } = on;
  if (mayBeOthers(name, schema) || mayExist(schema) || isThere(on, schema)) return;
  throw impossible(
    `there is no ${kind} ${showName(name)} at this point of the history`,
    `Name ${kind === 'table' ? 'a table or a view' : `a ${kind}`} that an earlier revision creates; of one that is there without, name the schema as well.`,
  );
}
