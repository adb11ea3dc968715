/** The nouns inside a table. All immutable. */

import type { Name } from './name.ts';

/** A type as the revision asked for it: knex's word and its arguments, `{ name: 'varchar', args: [255] }`. */
export interface ColumnType {
  readonly name: string;
  readonly args: readonly unknown[];
}

/** What a column holds when nothing is said: a plain value, or an SQL expression kept as written. */
export type Default =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'sql'; readonly sql: string };

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
}

export type Deferrable = 'not deferrable' | 'immediate' | 'deferred';

export interface PrimaryKey {
  readonly kind: 'primary';
  /** Absent when the author left it to the engine or to knex. */
  readonly name?: string;
  readonly columns: readonly string[];
  readonly deferrable?: Deferrable;
}
export interface UniqueConstraint {
  readonly kind: 'unique';
  readonly name: string;
  readonly columns: readonly string[];
  readonly deferrable?: Deferrable;
}
export interface ForeignKey {
  readonly kind: 'foreign';
  readonly name: string;
  readonly columns: readonly string[];
  readonly references: { readonly table: Name; readonly columns: readonly string[] };
  readonly onUpdate?: string;
  readonly onDelete?: string;
  readonly deferrable?: Deferrable;
}
export interface CheckConstraint {
  readonly kind: 'check';
  readonly name?: string;
  /** The condition as SQL, identifiers already quoted for the dialect. */
  readonly expression: string;
}
export type Constraint = PrimaryKey | UniqueConstraint | ForeignKey | CheckConstraint;

export interface Index {
  readonly name: string;
  readonly columns: readonly string[];
  readonly unique: boolean;
  /** `btree`, `gin`, `FULLTEXT` …, where the dialect has a choice. */
  readonly method?: string;
  /** A partial index's condition as SQL, without the word WHERE. */
  readonly where?: string;
  /** PostgreSQL: build without blocking writers, which no transaction may enclose. */
  readonly concurrently?: boolean;
}

export interface Table {
  readonly name: Name;
  readonly columns: readonly Column[];
  readonly constraints: readonly Constraint[];
  readonly indexes: readonly Index[];
  readonly comment?: string;
  /** MySQL and MariaDB: storage engine, character set, collation. */
  readonly options?: Readonly<Record<string, string>>;
}
