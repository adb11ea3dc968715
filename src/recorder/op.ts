/** The directives that a revision calls: Alembic's, in camelCase, taking knex's own column builders. */

import type { Knex } from 'knex';
import type { DialectName } from '../dialect/names.ts';

export interface InSchema {
  /** The schema of the table, when it is not the target's own. */
  readonly schema?: string;
}

export interface CreateTableOptions extends InSchema {
  readonly comment?: string;
  readonly ifNotExists?: boolean;
}

/** Only what is named changes; everything else of the column stays as the history left it. */
export interface AlterColumnOptions extends InSchema {
  readonly nullable?: boolean;
  /** The new type, said with knex's own builder: `(t, name) => t.string(name, 60)`. */
  readonly type?: (t: Knex.CreateTableBuilder, name: string) => Knex.ColumnBuilder;
  /** A value or `op.knex.raw(…)`; null drops the default. */
  readonly default?: unknown;
  /** Null removes the comment. */
  readonly comment?: string | null;
  readonly newColumnName?: string;
}

export interface UniqueOptions extends InSchema {
  readonly deferrable?: 'not deferrable' | 'immediate' | 'deferred';
}

export interface ForeignKeyOptions {
  readonly onUpdate?: string;
  readonly onDelete?: string;
  readonly deferrable?: 'not deferrable' | 'immediate' | 'deferred';
  readonly sourceSchema?: string;
  readonly referentSchema?: string;
}

export interface DropConstraintOptions extends InSchema {
  /** Needed only for a constraint that raw SQL made: the history does not know it. */
  readonly type?: 'foreign' | 'primary' | 'unique' | 'check';
}

export interface CreateIndexOptions extends InSchema {
  readonly unique?: boolean;
  /** The condition of a partial index, as SQL. */
  readonly where?: string;
  /** The index method: `gin`, `hash` … */
  readonly using?: string;
  /** PostgreSQL: do not block writers. Such a statement runs outside any transaction; other databases build the index plainly. */
  readonly concurrently?: boolean;
}

export interface DropIndexOptions extends InSchema {
  readonly concurrently?: boolean;
}

/** What a revision's `upgrade` and `downgrade` are given. Directives take effect in the order in which they are called. */
export interface Op {
  /** Which database the script is for; the same revision is compiled once for each target. */
  readonly dialect: DialectName;
  /** The server version that the target names, such as `15` or `8.0.36`. */
  readonly version: string;
  /** The `-x key=value` arguments of the command line. */
  readonly x: Readonly<Record<string, string>>;
  /** knex itself, in offline mode: every awaited call is recorded, none is answered. */
  readonly knex: Knex;
  readonly schema: Knex.SchemaBuilder;

  createTable(name: string, build: (t: Knex.CreateTableBuilder) => void, options?: CreateTableOptions): void;
  dropTable(name: string, options?: InSchema & { readonly ifExists?: boolean }): void;
  renameTable(oldName: string, newName: string, options?: InSchema): void;
  createTableComment(table: string, comment: string, options?: InSchema): void;
  dropTableComment(table: string, options?: InSchema): void;

  addColumn(table: string, build: (t: Knex.CreateTableBuilder) => unknown, options?: InSchema): void;
  alterColumn(table: string, column: string, options: AlterColumnOptions): void;
  dropColumn(table: string, column: string, options?: InSchema): void;

  createPrimaryKey(name: string, table: string, columns: readonly string[], options?: InSchema): void;
  createUniqueConstraint(name: string, table: string, columns: readonly string[], options?: UniqueOptions): void;
  createCheckConstraint(name: string, table: string, condition: string, options?: InSchema): void;
  createForeignKey(
    name: string,
    sourceTable: string,
    referentTable: string,
    localColumns: readonly string[],
    remoteColumns: readonly string[],
    options?: ForeignKeyOptions,
  ): void;
  dropConstraint(name: string, table: string, options?: DropConstraintOptions): void;

  createIndex(name: string, table: string, columns: readonly string[], options?: CreateIndexOptions): void;
  dropIndex(name: string, table: string, options?: DropIndexOptions): void;

  /** Rows as arrays, iterables or async iterables of objects; await it. A column that a row leaves out takes its default. */
  bulkInsert(table: string, rows: Iterable<object> | AsyncIterable<object>, options?: InSchema): Promise<void>;
  /** SQL written into the script exactly as it stands, but for a semicolon at its end. */
  execute(sql: string): void;
}
