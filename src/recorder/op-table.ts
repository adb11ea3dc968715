/** Directives about tables, their columns, keys and indexes, as revisions call them. */

import type { Knex } from 'knex';
import type { Storage } from '../schema/table-index.ts';
import type { ComputedOptions, IdentityOptions } from './column-words.ts';
import type { DataLoss, IfExists, IfNotExists, InSchema } from './in-schema.ts';

export type Deferrable = 'not deferrable' | 'immediate' | 'deferred';

export interface Partition {
  readonly name: string;
  /** What it holds, in the words of the engine: `from ('2026-01-01') to ('2027-01-01')`, `less than (2027)`. */
  readonly values: string;
}

export interface CreateTableOptions extends InSchema, IfNotExists {
  readonly comment?: string;
  /** How it is stored, in the words of the engine: `{ fillfactor: 70 }`, `{ engine: 'InnoDB' }`, `{ strict: true }`. */
  readonly options?: Storage;
  /** `range (placed_at)`, `hash (id) partitions 4`, as SQL. */
  readonly partitionBy?: string;
  readonly partitions?: readonly Partition[];
}

export interface DropTableOptions extends InSchema, IfExists, DataLoss {
  /** With the foreign keys that refer to it. */
  readonly cascade?: boolean;
}

/** Only what is named changes; everything else of the column stays as the history left it. */
export interface AlterColumnOptions extends InSchema, DataLoss, AlterManner {
  readonly nullable?: boolean;
  /** The new type, said with knex's own builder: `(t, name) => t.string(name, 60)`. */
  readonly type?: (t: Knex.CreateTableBuilder, name: string) => Knex.ColumnBuilder;
  /** PostgreSQL: how an old value becomes one of the new type, as SQL: `amount::integer`. */
  readonly using?: string;
  /** A value or `op.knex.raw(…)`; null drops the default. */
  readonly default?: unknown;
  /** Null removes the comment. */
  readonly comment?: string | null;
  readonly newColumnName?: string;
  /** Null goes back to the usual one. */
  readonly collation?: string | null;
  /** Null makes it a plain column again. */
  readonly identity?: IdentityOptions | null;
  /** The expression, as SQL; null makes it a plain column that keeps its values. */
  readonly computed?: string | ({ readonly expression: string } & ComputedOptions) | null;
  /** MySQL and MariaDB; null takes it away. */
  readonly onRowUpdate?: string | null;
}

export interface PrimaryKeyOptions extends InSchema {
  readonly deferrable?: Deferrable;
  /** Columns that its index carries along. */
  readonly include?: readonly string[];
  /** SQL Server: whether the table is sorted by it. */
  readonly clustered?: boolean;
}

export interface UniqueOptions extends PrimaryKeyOptions {
  /** Two NULLs are the same value. */
  readonly nullsNotDistinct?: boolean;
}

export interface CheckOptions extends InSchema {
  /** Rows that are there already are not looked at until `op.validateConstraint`. */
  readonly notValid?: boolean;
}

export interface ForeignKeyOptions {
  readonly onUpdate?: string;
  readonly onDelete?: string;
  readonly match?: string;
  readonly deferrable?: Deferrable;
  /** Rows that are there already are not looked at until `op.validateConstraint`. */
  readonly notValid?: boolean;
  readonly sourceSchema?: string;
  readonly referentSchema?: string;
}

/** A column by its name, an expression as `op.knex.raw('lower(name)')`, or either with what is unusual about it. */
export type IndexPartSaid =
  | string
  | Knex.Raw
  | ({ readonly column: string } & IndexPartOptions)
  | ({ readonly expression: string } & IndexPartOptions);

export interface IndexPartOptions {
  readonly order?: 'asc' | 'desc';
  readonly nulls?: 'first' | 'last';
  readonly collation?: string;
  /** PostgreSQL's operator class. */
  readonly opclass?: string;
  /** MySQL and MariaDB: how many characters count. */
  readonly length?: number;
}

export interface ExcludeOptions extends InSchema {
  /** The index method; `gist` unless another is named. */
  readonly using?: string;
  readonly where?: string;
  readonly deferrable?: Deferrable;
}

export interface DropConstraintOptions extends InSchema, IfExists {
  /** Needed only for a constraint that raw SQL made: the history does not know it. */
  readonly type?: 'foreign' | 'primary' | 'unique' | 'check' | 'exclude';
}

/** MySQL and MariaDB: how the table is changed, in their own words; the statement fails where it cannot be done so. */
export interface AlterManner {
  readonly algorithm?: 'default' | 'instant' | 'nocopy' | 'inplace' | 'copy';
  readonly lock?: 'default' | 'none' | 'shared' | 'exclusive';
}

export interface CreateIndexOptions extends InSchema, IfNotExists, AlterManner {
  readonly unique?: boolean;
  /** The condition of a partial index, as SQL. */
  readonly where?: string;
  /** The index method: `gin`, `hash`, `fulltext`, `clustered`, `bitmap` … */
  readonly using?: string;
  /** Columns that are carried along and not searched by. */
  readonly include?: readonly string[];
  readonly nullsNotDistinct?: boolean;
  /** How it is stored, in the words of the engine: `{ fillfactor: 70 }`, `{ tablespace: 'fast' }`. */
  readonly options?: Storage;
  /** PostgreSQL: do not block writers. Such a statement runs outside any transaction; other databases build the index plainly. */
  readonly concurrently?: boolean;
  /** SQL Server and Oracle: the table can be written to meanwhile; editions that cannot do it fail. */
  readonly online?: boolean;
}

export interface DropIndexOptions extends InSchema, IfExists, AlterManner {
  readonly concurrently?: boolean;
}

export interface AddColumnOptions extends InSchema, IfNotExists, AlterManner {}

export interface DropColumnOptions extends InSchema, IfExists, AlterManner, DataLoss {}

export interface TableDirectives {
  createTable(name: string, build: (t: Knex.CreateTableBuilder) => void, options?: CreateTableOptions): void;
  dropTable(name: string, options?: DropTableOptions): void;
  renameTable(oldName: string, newName: string, options?: InSchema): void;
  createTableComment(table: string, comment: string, options?: InSchema): void;
  dropTableComment(table: string, options?: InSchema): void;
  /** Changes how a table is stored, in the words of the engine. */
  alterTableOptions(table: string, options: Storage, where?: InSchema): void;
  addPartition(table: string, name: string, values: string, options?: InSchema): void;
  /** The rows of the partition go with it. */
  dropPartition(table: string, name: string, options?: InSchema & DataLoss): void;

  addColumn(table: string, build: (t: Knex.CreateTableBuilder) => unknown, options?: AddColumnOptions): void;
  alterColumn(table: string, column: string, options: AlterColumnOptions): void;
  dropColumn(table: string, column: string, options?: DropColumnOptions): void;
}

export interface KeyDirectives {
  createPrimaryKey(name: string, table: string, columns: readonly string[], options?: PrimaryKeyOptions): void;
  createUniqueConstraint(name: string, table: string, columns: readonly string[], options?: UniqueOptions): void;
  createCheckConstraint(name: string, table: string, condition: string, options?: CheckOptions): void;
  createForeignKey(
    name: string,
    sourceTable: string,
    referentTable: string,
    localColumns: readonly string[],
    remoteColumns: readonly string[],
    options?: ForeignKeyOptions,
  ): void;
  /** PostgreSQL: pairs of a column or expression and an operator: `[['room', '='], ['during', '&&']]`. */
  createExcludeConstraint(
    name: string,
    table: string,
    elements: readonly (readonly [part: IndexPartSaid, operator: string])[],
    options?: ExcludeOptions,
  ): void;
  dropConstraint(name: string, table: string, options?: DropConstraintOptions): void;
  renameConstraint(name: string, newName: string, table: string, options?: InSchema): void;
  /** Looks at the rows that a constraint made with `notValid` has not looked at. */
  validateConstraint(name: string, table: string, options?: InSchema): void;

  createIndex(name: string, table: string, columns: readonly IndexPartSaid[], options?: CreateIndexOptions): void;
  dropIndex(name: string, table: string, options?: DropIndexOptions): void;
  renameIndex(name: string, newName: string, table: string, options?: InSchema): void;
}
