/** What a revision's functions are given: Alembic's directives, in camelCase, taking knex's own column builders. */

import type { Knex } from 'knex';
import type { DialectName } from '../dialect/names.ts';
import type { Operation } from '../operation/operation.ts';
import type { ExpectRows } from './expect-rows.ts';
import type { InSchema } from './in-schema.ts';
import type { CodeDirectives, EnumDirectives, ObjectDirectives } from './op-object.ts';
import type { KeyDirectives, TableDirectives } from './op-table.ts';
import type { PerDialect } from './per-dialect.ts';

/** A method, so that a function of an `Op` with the directives of plugins is one too. */
interface Saying {
  say(op: Op): void;
}

/** What happens to the schema: an operation, or a function that says it with directives, which write nothing then. It must not be async. */
export type Declaration = Operation | Saying['say'];

export interface ExecuteOptions {
  /** Values for `?` and names for `??` in order, or values for `:name` and names for `:name:` by name. Without them nothing in the text is touched. */
  readonly bindings?: readonly unknown[] | Readonly<Record<string, unknown>>;
  /** What the SQL does to the schema: directives that say it, which write nothing, or operations. */
  readonly does?: readonly Declaration[];
  /** How many rows the statement must touch; another number undoes its transaction when the script runs. */
  readonly expectRows?: ExpectRows;
}

/** A file with the names of the columns in its first line. */
export interface CsvFile {
  /** Relative to the project's folder. */
  readonly csv: string;
  /** A comma unless another is named. */
  readonly delimiter?: string;
}

export type Rows = Iterable<object> | AsyncIterable<object> | CsvFile;

/** Directives take effect in the order in which they are called. */
export interface Op extends TableDirectives, KeyDirectives, ObjectDirectives, CodeDirectives, EnumDirectives {
  /** Which database the script is for; the same revision is compiled once for each target. */
  readonly dialect: DialectName;
  /** The server version that the target names, such as `15` or `8.0.36`. */
  readonly version: string;
  /** The `-x key=value` arguments of the command line. */
  readonly x: Readonly<Record<string, string>>;
  /** knex itself, in offline mode: every awaited call is recorded, none is answered. */
  readonly knex: Knex;
  readonly schema: Knex.SchemaBuilder;

  /** Rows of objects, or a CSV file; await it. A column that a row leaves out takes its default. */
  bulkInsert(table: string, rows: Rows, options?: InSchema): Promise<void>;
  /** SQL written into the script exactly as it stands, but for a semicolon at its end. */
  execute(sql: PerDialect, options?: ExecuteOptions): void;
  /** What is called inside runs outside any transaction, each statement by itself; await it when `block` is async. */
  autocommitBlock<T>(block: () => T): T;
}
