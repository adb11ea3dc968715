/** Columns, and what their engine makes of them. All immutable. */

import type { Counting } from './counting.ts';
import type { Name } from './name.ts';

/** A type as the revision asked for it: knex's word and its arguments, `{ name: 'varchar', args: [255] }`. */
export interface ColumnType {
  readonly name: string;
  readonly args: readonly unknown[];
}

/** What a column holds when nothing is said: a plain value, or an SQL expression kept as written. */
export type Default =
  | {
      readonly kind: 'value';
      readonly value: unknown;
      /** As knex writes it: as text, of which the engine makes what it can. */
      readonly asText?: true;
    }
  | { readonly kind: 'sql'; readonly sql: string };

/** A column that the engine numbers by a sequence of its own, in the words of standard SQL. */
export interface Identity extends Counting {
  /** The engine refuses values that rows bring along. */
  readonly always: boolean;
}

/** A column that the engine works out from others. */
export interface Computed {
  /** As SQL, identifiers already quoted for the dialect. */
  readonly expression: string;
  /** Kept on disk; otherwise worked out when it is read. */
  readonly persisted: boolean;
}

/** The names that an engine makes another name of. */
export interface MadeAs {
  readonly table: string;
  /** The one column that is meant; undefined where there are several, or none. */
  readonly column?: string;
}

export interface ColumnMadeAs extends MadeAs {
  readonly column: string;
}

/** What a column of text takes from its table when it is made, and keeps. */
export interface CharacterOptions {
  readonly charset?: string;
  readonly collate?: string;
}

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** The type as the dialect spells it, `character varying(255)`. */
  readonly sqlType: string;
  readonly nullable: boolean;
  readonly autoIncrement: boolean;
  readonly unsigned: boolean;
  readonly default?: Default;
  readonly comment?: string;
  readonly collation?: string;
  readonly identity?: Identity;
  readonly computed?: Computed;
  /** MySQL and MariaDB: what the column becomes when its row changes, as SQL. */
  readonly onUpdate?: string;
  /** What `sqlType` says beside the type in an author's own words, and nobody reads. */
  readonly unread?: string;
  /** What table and column were called when the nameless check of its list of values was made, or the sequence of its numbers, where either has another name since. */
  readonly madeAs?: ColumnMadeAs;
  /** MySQL and MariaDB: what the options of its table said of character set and collation when it was made, where they say something else since. */
  readonly madeUnder?: CharacterOptions;
}

/** Where nobody names what comes with a column, the engine names it after these, and leaves it so when one gets another name. */
export function madeAsOf({ madeAs }: Pick<Column, 'madeAs'>, table: Name, column: string): ColumnMadeAs {
  return madeAs ?? { table: table.name, column };
}

/** It numbers its rows by a sequence of its own, where the engine has such. */
export function hasSequence({ autoIncrement, identity, sqlType }: Column): boolean {
  return autoIncrement || identity !== undefined || /^(?:small|big)?serial$/i.test(sqlType);
}

/** It numbers itself because its author's own SQL says so, for which knex has no word. */
export function countsByOwnWords({ autoIncrement, type }: Column): boolean {
  return autoIncrement && type.name === 'specificType';
}

/** A check of its own holds it to a list of values, where the engine has no such type. */
export function hasList({ type }: Column): boolean {
  const [, options] = type.args as [unknown, { readonly useNative?: boolean } | undefined];
  return type.name.toLowerCase() === 'enu' && options?.useNative !== true;
}

export function withMadeAs<T extends { readonly madeAs?: MadeAs }>(made: T, before: MadeAs, after: MadeAs): T {
  const { madeAs: old = before, ...rest } = made;
  const isSame = old.table === after.table && old.column === after.column;
  return (isSame ? rest : { ...rest, madeAs: old }) as T;
}

/** The column under another name, of its own or of its table. */
export function withOldNames(column: Column, table: Name, to: ColumnMadeAs): Column {
  if (!hasList(column) && !hasSequence(column)) return column;
  return withMadeAs(column, { table: table.name, column: column.name }, to);
}

/** The column whose list or sequence has just been made, and is called after what it is called now. */
export function withNewNames(column: Column): Column {
  if (column.madeAs === undefined) return column;
  const { madeAs: _, ...rest } = column;
  return rest;
}

/** What `increments()` and its like were told of the primary key, in knex's word `primaryKey`. */
export function primaryKeyOption({ type }: Column): boolean | undefined {
  const [options] = type.args as [{ readonly primaryKey?: boolean } | undefined];
  return options?.primaryKey;
}

/** It numbers itself, and was told to stay out of the primary key. */
export function countsBesideKey(column: Column): boolean {
  return column.autoIncrement && primaryKeyOption(column) === false;
}
