/** A database as replay knows it, without asking one. */

import type { Place } from '../errors.ts';
import type { Mark } from './expression.ts';
import { type Name, showName } from './name.ts';
import type { EnumType, Extension, Grant, Routine, Sequence, Trigger, View } from './objects.ts';
import { find, nothing, type Registry } from './registry.ts';
import type { Table } from './table.ts';

/** Raw SQL whose effect on the schema is not known, or a whole revision that does not compile or is not a script's. */
export interface Unread {
  readonly sql: string;
  readonly place?: Place;
  readonly uncompiled?: true;
  readonly online?: true;
  /** It changed rows alone, as its author says. */
  readonly rowsOnly?: true;
}

/** The first words of a statement, on one line. */
export function firstWords(sql: string): string {
  const line = sql.trim().replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 57)}...`;
}

/** Each registry by the key that `keyOf` gives. */
export interface Schema {
  readonly tables: Registry<Table>;
  readonly views: Registry<View>;
  readonly sequences: Registry<Sequence>;
  readonly enums: Registry<EnumType>;
  readonly routines: Registry<Routine>;
  readonly triggers: Registry<Trigger>;
  readonly extensions: Registry<Extension>;
  /** Schemas that the history made; the value is their name. */
  readonly schemas: Registry<string>;
  readonly grants: Registry<Grant>;
  readonly unread: readonly Unread[];
  /** How the dialect quotes a name that an author's SQL gets to know by renaming; `"` unless said. */
  readonly mark?: Mark;
}

export const emptySchema: Schema = {
  tables: nothing,
  views: nothing,
  sequences: nothing,
  enums: nothing,
  routines: nothing,
  triggers: nothing,
  extensions: nothing,
  schemas: nothing,
  grants: nothing,
  unread: [],
};

/** Triggers are known by their table, routines by the types of their arguments where these are given. */
export const keyOf = {
  named: ({ name }: { readonly name: Name }): string => showName(name),
  routine: ({ name, arguments: types = '' }: Pick<Routine, 'name' | 'arguments'>): string => showName(name) + types,
  trigger: ({ name, table }: Pick<Trigger, 'name' | 'table'>): string => `${showName(table)} ${name}`,
  grant: ({ on, to }: Grant): string =>
    `${on.kind} ${showName(on.name)}${on.arguments ?? ''} (${(on.columns ?? []).join(', ')}) to ${to}`,
} as const;

/** The schema after a change at that place of the author's: raw SQL in it is known by it. */
export function placedUnread(before: Schema, after: Schema, place: Place | undefined): Schema {
  if (place === undefined || after.unread.length === before.unread.length) return after;
  const unread = after.unread.map((one, at) =>
    at < before.unread.length || one.place !== undefined ? one : { ...one, place },
  );
  return { ...after, unread };
}

/** What last may have done what replay does not know of, in a sentence; undefined when there was nothing. */
export function blameUnread({ unread }: Schema): string | undefined {
  // behind it nothing is known any more, whatever raw SQL did afterwards
  const lost = unread.findLast(({ uncompiled }) => uncompiled);
  const last = lost ?? unread.findLast(({ rowsOnly }) => rowsOnly !== true);
  if (last === undefined) return undefined;
  const { file, line } = last.place ?? {};
  if (last.uncompiled) return `${file} may have changed it, and does not compile`;
  if (last.online) return `${file} may have changed it, and is applied online`;
  const where = file === undefined ? '' : ` in ${line === undefined ? file : `${file}:${line}`}`;
  return `raw SQL${where} (${firstWords(last.sql)}) may have changed it; declare what it does with op.execute(sql, { does: [...] })`;
}

export function tableOf(schema: Schema, name: Name): Table | undefined {
  return find(schema.tables, showName(name));
}

export function viewOf(schema: Schema, name: Name): View | undefined {
  return find(schema.views, showName(name));
}

export function enumOf(schema: Schema, name: Name): EnumType | undefined {
  return find(schema.enums, showName(name));
}

export function sequenceOf(schema: Schema, name: Name): Sequence | undefined {
  return find(schema.sequences, showName(name));
}
