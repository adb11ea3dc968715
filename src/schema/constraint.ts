/** The constraints of a table. All immutable. */

import { type Column, type MadeAs, primaryKeyOption } from './column.ts';
import type { Name } from './name.ts';
import type { IndexPart, Storage } from './table-index.ts';

export type Deferrable = 'not deferrable' | 'immediate' | 'deferred';

/** Never, unless the table says otherwise; or while it stands, after which the columns take NULL again. */
export type KeyFills = 'never' | 'while it stands';

export interface PrimaryKey {
  readonly kind: 'primary';
  /** Absent when the author left it to the engine or to knex. */
  readonly name?: string;
  /** What the table was called when its nameless key was made, where it has another name since. */
  readonly madeFor?: string;
  readonly columns: readonly string[];
  readonly deferrable?: Deferrable;
  /** Columns that its index carries along. */
  readonly include?: readonly string[];
  /** SQL Server: whether the table is sorted by it. */
  readonly clustered?: boolean;
  /** How it keeps NULL from columns that take it by themselves; absent: it makes them NOT NULL, and they stay so without it. */
  readonly fills?: KeyFills;
}

export interface UniqueConstraint {
  readonly kind: 'unique';
  readonly name: string;
  readonly columns: readonly string[];
  readonly deferrable?: Deferrable;
  readonly include?: readonly string[];
  readonly clustered?: boolean;
  /** Two NULLs are the same value. */
  readonly nullsNotDistinct?: boolean;
}

export interface ForeignKey {
  readonly kind: 'foreign';
  readonly name: string;
  readonly columns: readonly string[];
  readonly references: { readonly table: Name; readonly columns: readonly string[] };
  readonly onUpdate?: string;
  readonly onDelete?: string;
  readonly match?: string;
  readonly deferrable?: Deferrable;
  /** Rows that are there already are not looked at until the constraint is validated. */
  readonly notValid?: boolean;
  /** The table that it refers to may be made after it. */
  readonly late?: true;
}

export interface CheckConstraint {
  readonly kind: 'check';
  readonly name?: string;
  /** Of a nameless one: what the table and the column that it speaks of were called when it was made, where either has another name since. */
  readonly madeAs?: MadeAs;
  /** Of a nameless one: said of the table, not beside a column, which MariaDB keeps apart. */
  readonly ofTable?: true;
  /** Of a nameless one that the type of a column says in its author's own words: that column. */
  readonly beside?: string;
  /** The condition as SQL, identifiers already quoted for the dialect. */
  readonly expression: string;
  readonly notValid?: boolean;
}

/** PostgreSQL: no two rows for which all of these comparisons hold. */
export interface ExcludeConstraint {
  readonly kind: 'exclude';
  readonly name: string;
  readonly method?: string;
  readonly elements: readonly { readonly part: IndexPart; readonly operator: string }[];
  readonly where?: string;
  readonly deferrable?: Deferrable;
}

export type Constraint = PrimaryKey | UniqueConstraint | ForeignKey | CheckConstraint | ExcludeConstraint;

/** A check that the engine names. knex gives one a name where it adds it to a table that is there. */
export function isNamelessCheck({ kind, name }: Constraint): boolean {
  return kind === 'check' && name === undefined;
}

/** Where nobody names a primary key, PostgreSQL's kin and knex name it after its table, and leave it so when the table gets another name. */
export function primaryKeyName({ name, madeFor }: Pick<PrimaryKey, 'name' | 'madeFor'>, table: Name): string {
  return name ?? `${madeFor ?? table.name}_pkey`;
}

/** The columns that hold no NULL because of a primary key: https://www.sqlite.org/quirks.html#primary_keys_can_sometimes_contain_nulls */
export function filledBy(key: Constraint, { options = {} }: { readonly options?: Storage }): readonly string[] {
  if (key.kind !== 'primary') return [];
  return key.fills !== 'never' || options.withoutRowid === true || options.strict === true ? key.columns : [];
}

/** Those that hold none afterwards either. */
export function filledForGood(key: Constraint, table: { readonly options?: Storage }): readonly string[] {
  return key.kind === 'primary' && key.fills === 'while it stands' ? [] : filledBy(key, table);
}

/** knex's `increments` is the primary key of its table, in a table that has none, unless it was told otherwise. */
export function keyOfCounter(column: Column): PrimaryKey | undefined {
  const counts = column.autoIncrement && primaryKeyOption(column) !== false;
  return counts ? { kind: 'primary', columns: [column.name] } : undefined;
}
