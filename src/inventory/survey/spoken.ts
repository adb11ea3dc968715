/** What raw SQL may have changed is not compared with what the revisions say. */

import { type Name, showName } from '../../schema/name.ts';
import { entries, type Registry } from '../../schema/registry.ts';
import type { Schema } from '../../schema/schema.ts';
import { registryOf } from '../facts.ts';

export interface Settled {
  /** What is known beyond doubt. */
  readonly schema: Schema;
  /** Things that the history knows and that raw SQL spoke of. */
  readonly doubtful: readonly string[];
  /** Raw SQL may have added to everything. */
  readonly open: boolean;
}

/** Such a statement changes nothing but what it names. */
const naming = /^(?:create|alter|drop|rename|truncate|reindex)\b/;
const reaching =
  /\bdrop\b[\s\S]*\bcascade\b|\bexecute\b(?!\s+(?:function|procedure)\b)|\b(?:exec|do|call|perform|prepare|owned)\b/i;

const leading = /^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)+/;
/** Behind a comment the history does not see that such a statement leaves the schema alone. */
const harmless = /^(?:insert|update|delete|merge|select|set|comment|grant|revoke|analyze|vacuum)\b(?!.*;\s*\S)/s;

/** Nothing is known where a statement may have changed what it does not name. */
export function settled(schema: Schema): Settled {
  const texts = schema.unread
    .map(({ sql }) => sql.replace(leading, '').toLowerCase())
    .filter((text) => text !== '' && !harmless.test(text));
  if (texts.length === 0) return { schema, doubtful: [], open: false };
  const reaches = texts.some((text) => !naming.test(text) || reaching.test(text));
  const spoken = (...names: readonly (string | undefined)[]): boolean =>
    reaches || names.some((name) => name !== undefined && texts.some((text) => text.includes(name.toLowerCase())));
  const doubtful: string[] = [];
  const kept = <T>(registry: Registry<T>, names: (item: T) => readonly (string | undefined)[]): Registry<T> => {
    const known = entries(registry);
    doubtful.push(...known.filter(([, item]) => spoken(...names(item))).map(([key]) => key));
    const keys = new Map(known.map(([key, item]) => [item, key]));
    return registryOf(
      known.map(([, item]) => item).filter((item) => !spoken(...names(item))),
      (item) => keys.get(item)!,
    );
  };
  const named = ({ name }: { readonly name: Name }) => [name.name];
  const tables = kept(schema.tables, ({ name, constraints, indexes }) => [
    name.name,
    ...[...constraints, ...indexes].map((one) => one.name),
  ]);
  const known: Schema = {
    ...schema,
    tables: registryOf(
      entries(tables).map(([, table]) => ({
        ...table,
        constraints: table.constraints.filter((key) => key.kind !== 'foreign' || !spoken(key.references.table.name)),
      })),
      ({ name }) => showName(name),
    ),
    views: kept(schema.views, ({ name, indexes }) => [name.name, ...indexes.map((one) => one.name)]),
    sequences: kept(schema.sequences, named),
    enums: kept(schema.enums, named),
    routines: kept(schema.routines, named),
    triggers: kept(schema.triggers, ({ name, table }) => [name, table.name]),
    extensions: kept(schema.extensions, ({ name }) => [name]),
    schemas: kept(schema.schemas, (name) => [name]),
  };
  return { schema: known, doubtful, open: true };
}
