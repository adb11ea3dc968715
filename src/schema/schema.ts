/** A database as replay knows it, without asking one. */

import { type Place, showPlace } from '../errors.ts';
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
  /** It stands in a migration of knex's, whose author cannot declare what it does. */
  readonly ofKnex?: true;
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
  /** Options of tables that the dialect sets back to what they are where nobody says them, in lower case. */
  readonly resets?: RegExp;
  /** Names, without a schema, that the database gives to things of its own. */
  readonly broughtAlong?: RegExp;
  /** Of the schemas those that were made unless they were there: anybody's things may be in them. */
  readonly sharedSchemas?: readonly string[];
  /** Tables that no revision makes, because scripts do. */
  readonly ownTables?: readonly Name[];
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

/** The schema after a change of the author's: raw SQL in it is known by what is said of where it stands. */
export function placedUnread(before: Schema, after: Schema, where: Pick<Unread, 'place' | 'ofKnex'>): Schema {
  if (after.unread.length === before.unread.length) return after;
  const unread = after.unread.map((one, at) => (at < before.unread.length ? one : { ...where, ...one }));
  return { ...after, unread };
}

function lastUnread({ unread }: Schema): Unread | undefined {
  // behind it nothing is known any more, whatever raw SQL did afterwards
  const lost = unread.findLast(({ uncompiled }) => uncompiled);
  return lost ?? unread.findLast(({ rowsOnly }) => rowsOnly !== true);
}

/** What last may have done what replay does not know of, in a sentence; undefined when there was nothing. */
export function blameUnread(schema: Schema): string | undefined {
  const last = lastUnread(schema);
  if (last === undefined) return undefined;
  if (last.uncompiled) return `${last.place?.file} may have changed it, and does not compile: mend that first`;
  if (last.online) return `${last.place?.file} may have changed it, and is applied online`;
  const where = last.place === undefined ? '' : ` in ${showPlace(last.place)}`;
  const blame = `raw SQL${where} (${firstWords(last.sql)}) may have changed it`;
  return last.ofKnex ? blame : `${blame}; declare what it does with op.execute(sql, { does: [...] })`;
}

/** The same, with what is left to the author of a change that cannot be written therefore. */
export function remedyForUnread(schema: Schema): string | undefined {
  const blame = blameUnread(schema);
  if (blame === undefined || !lastUnread(schema)?.ofKnex) return blame;
  return `${blame}: write this change with knex.raw(…), too, or leave it to knex with online_only in migrator.toml`;
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
