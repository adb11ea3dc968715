/** What differs from database to database; everything else is shared. */

import type { Operation } from '../operation/operation.ts';
import type { Column, ColumnType } from '../schema/column.ts';
import type { KeyFills } from '../schema/constraint.ts';
import type { Mark } from '../schema/expression.ts';
import type { Name } from '../schema/name.ts';
import { emptySchema, type Schema } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import type { CheckAccent } from './check-accent.ts';
import type { Client } from './client.ts';
import type { ColumnKind } from './column-kind.ts';
import type { ExpectAccent } from './expect/accent.ts';
import type { DialectName } from './names.ts';
import type { Statement } from './statement.ts';
import type { Rounds } from './target.ts';
import type { Bounds } from './waits.ts';

/** Whether one of the columns that rows bring along is numbered by the engine, and whether it is so always. */
export type Numbering = 'none' | 'by default' | 'always';

/** Where a type is asked for. */
export interface TypePlace {
  readonly version: string;
  /** In a migration of knex's, which keeps what knex makes of it unless its database would refuse that. */
  readonly likeKnex: boolean;
}

export interface Dialect {
  readonly name: DialectName;
  /** As its makers write it: `PostgreSQL`, `SQL Server`. */
  readonly title: string;
  /** knex's name of its client. */
  readonly knex: string;
  /** Whose answers knex takes apart for it; undefined where nothing answers before a script is run. */
  readonly driver?: 'pg' | 'mysql2' | 'sqlite3';
  /** sql-formatter's name of the language. */
  readonly formatter: string;
  /** With what authors quote names in SQL of their own. */
  readonly mark: Mark;
  /** Options of tables that it sets back to what they are where nobody says them. */
  readonly resets?: RegExp;
  /** Names of things that it brings along, and that are found without a schema. */
  readonly broughtAlong?: RegExp;
  /** What its client tools would run by themselves, in a text without its strings, quoted names and comments. */
  readonly clientCommands: RegExp;
  /** The server version that is assumed when a target names none. */
  readonly defaultVersion: string;
  /** DDL is undone by ROLLBACK. */
  readonly transactionalDdl: boolean;
  /** Beginnings of statements that this engine, and not every one, refuses inside a transaction; raw SQL is known by them. */
  readonly outsideTransactions?: RegExp;
  /**
   * Whether a statement's work is done after COMMIT, where it may still fail: it has a transaction of its own, and the
   * version rows another. Where there are such statements, rows wait for a transaction after any schema change.
   */
  readonly finishesAfterCommit?: (sql: string) => boolean;
  /** What is said of an index that was asked for `concurrently` where no word of the statement asks for it. */
  readonly plainIndex?: string;
  readonly waits: Bounds;
  /** What ALTER TABLE lets be said of how it works, and fails when it cannot. */
  readonly alterManners?: Readonly<Record<'algorithm' | 'lock', readonly string[]>>;
  /** An index can be built while its table is written to, by a word of CREATE INDEX. */
  readonly onlineIndexes?: true;
  readonly maxIdentifier: { readonly length: number; readonly unit: 'bytes' | 'characters' };
  /** The schema of a name that says none, where no target says otherwise. */
  readonly homeSchema?: string;
  /** A statement sees the rows as they were when it began, also those of the table that it writes: https://www.postgresql.org/docs/current/transaction-iso.html */
  readonly snapshots?: true;
  /** Nothing is equal to an empty text, which is NULL. */
  readonly emptyTextIsNull?: true;
  /** Views and triggers follow a column's new name by themselves. */
  readonly viewsFollowNames?: true;
  /** A foreign key may stand before the table that it refers to. */
  readonly keysMayComeFirst?: true;
  /** How a primary key keeps NULL from columns that do not say NOT NULL themselves. */
  readonly keysFill?: KeyFills;
  /** What it calls keys that stand beside a column without a name; undefined: nobody could say them again. */
  readonly keysBeside?: {
    /** A name without quotes is kept in lower case. */
    readonly folds?: true;
    unique(table: string, column: string): string | undefined;
    /** `said`: the name that its author gives it. */
    foreign(table: string, column: string, said: string | undefined, version: string): string | undefined;
  };
  /** knex makes the table anew to drop a column, and indexes of several columns without it. */
  readonly knexNarrowsIndexes?: true;
  /** With `alter()` knex says a column anew: what it does not say of it is gone. */
  readonly knexSaysColumnsAnew?: true;
  /** knex's `alter({ alterNullable: false, alterType: false })` leaves those parts of the column as they are; elsewhere it does not read them. */
  readonly knexAltersParts?: true;
  /** A longer name is cut with a notice, and no error. */
  readonly cutsLongNames?: true;
  /** It may be said where a column stands among the others. */
  readonly ordersColumns?: true;
  /** A name without quotes would be kept in upper case, so that one with them would not find it. */
  readonly plainNamesInUpperCase?: true;
  /** One identifier, quoted. Throws `bad-name` for what the dialect cannot hold. */
  quote(name: string): string;
  /**
   * One value as SQL text, typed by the column where it is known.
   * Throws `unrepresentable` for what the dialect cannot represent (NUL in text, infinity, …), and for what the database
   * would round unless somebody hears of it; the caller adds the place.
   */
  literal(value: unknown, column?: Column, rounds?: Rounds): string;
  /** What an author's SQL for a value is in this column, where the engine would read another moment out of it. */
  valueSql?(sql: string, column: Column): string;
  /** One string as a single quoted token, for where the grammar takes no expression: comments, enum values. Throws `unrepresentable`. */
  text(value: string): string;
  /** The types of knex's generated columns, nullability and all, where knex's own way is unfit for a script. */
  readonly increments?: Readonly<Record<'increments' | 'bigincrements', string>>;
  /** The type of a column by the word that asked for it, where what knex writes holds less than the word says. */
  readonly type?: (type: ColumnType, written: () => string, where: TypePlace) => string;
  /** The most values that `in (…)` takes. */
  readonly maxList?: number;
  /** knex leaves out a primary key, with a warning, whose columns do not say NOT NULL themselves. */
  readonly keysSayNotNull?: true;
  /** A table that knex makes like another has its columns and nothing else of it. */
  readonly copiesColumnsOnly?: true;
  /** In which of its questions knex asks for names as `wrapIdentifier` makes them; elsewhere it asks for them as they are written. */
  readonly wrapsProbes?: { readonly hasTable?: 'table'; readonly hasColumn?: 'table' | 'both' };
  /** Defaults are spelled by `literal`: as text, which is knex's way, they would be read by the session's settings. */
  readonly typedDefaults?: true;
  /** `sizes` names the tables where it asks, and fails where one of them is not there. */
  readonly sizesAskTables?: true;
  /** The values that knex's driver makes of those it is given, where the database itself would have others. */
  readonly sentByKnex?: (value: unknown) => unknown;
  /** Whether the column takes such a value of a migration as it is sent: what its type would make of it here is not what the driver does. */
  readonly untypedByKnex?: (value: unknown, kind: ColumnKind | undefined, column: Column) => boolean;
  /** Whether the database may read what the column's type cannot hold here: a migration's value is written as it is sent then. */
  readonly readsAnyway?: (value: unknown, kind: ColumnKind, column: Column) => boolean;
  /** A bound value spelled to take its type from the place that it stands in, as the driver's parameter does; undefined: its literal does. */
  readonly parameter?: (value: unknown) => string | undefined;
  /** An insert may stand in WITH, and hand on what it returns. */
  readonly insertsInWith?: true;
  /** Text where an expression may not stand, such as a default; absent where `literal` is none. */
  readonly constant?: (text: string) => string;
  /** How rows are inserted: one statement for at most `maxRows` rows and about `maxBytes` bytes, whatever the engine would take. */
  readonly insert: {
    readonly maxRows: number;
    readonly maxBytes: number;
    /** No statement that holds a longer row would be taken; undefined: there is no such limit. */
    readonly maxRowBytes?: number;
    /** A row may say DEFAULT for a column that it leaves out. */
    readonly defaultWord: boolean;
    /** Without a default, it has a value of the engine's own for the rows that say none, or NULL. */
    readonly fills?: (column: Column, table: Table) => boolean;
    /** `rows` hold literals in the order of `columns`. Throws `impossible` where the engine takes no values for a column that it numbers. */
    spell(
      table: Name,
      columns: readonly string[],
      rows: readonly (readonly string[])[],
      numbering: Numbering,
    ): readonly Statement[];
  };
  /**
   * The dialect's own SQL for an operation where knex's is wrong, incomplete or asks the database.
   * Undefined leaves the operation to knex. Throws `needs-database` for what cannot be done without one yet.
   */
  lower(operation: Operation, before: Schema, version: string): readonly Statement[] | undefined;
  /** Throws for what the engine takes with a warning, and is sorry for later. A migration of knex's has been taken so. */
  heedWarnings?(operation: Operation, before: Schema, version: string): void;
  /** What one call asks for, done in one go, where that is not the operations one after the other; undefined where it is. */
  lowerTogether?(operations: readonly Operation[], before: Schema, version: string): readonly Statement[] | undefined;
  /** How it counts what would be lost or refused. */
  readonly checks: CheckAccent;
  /** A query for the tables that are there, about how many rows each has, and how many bytes: `name`, `rows_about`, `bytes`. */
  readonly sizes: (tables: readonly Name[]) => string;
  /** What it can be asked before a script begins. */
  readonly expects: ExpectAccent;
  /** The first is the default. */
  readonly clients: readonly Client[];
}

/** What replay begins with. */
export function blankSchema({ mark, resets, broughtAlong }: Pick<Dialect, 'mark' | 'resets' | 'broughtAlong'>): Schema {
  return {
    ...emptySchema,
    mark,
    ...(resets === undefined ? {} : { resets }),
    ...(broughtAlong === undefined ? {} : { broughtAlong }),
  };
}

/** `"shop"."orders"` */
export function quoteName(dialect: Pick<Dialect, 'quote'>, name: Name): string {
  return name.schema === undefined
    ? dialect.quote(name.name)
    : `${dialect.quote(name.schema)}.${dialect.quote(name.name)}`;
}
