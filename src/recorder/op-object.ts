/** Directives about everything beside tables, as revisions call them. */

import type { Knex } from 'knex';
import type { GrantTarget } from '../schema/objects.ts';
import type { CountingOptions } from './counting-options.ts';
import type { DataLoss, IfExists, IfNotExists, InSchema } from './in-schema.ts';
import type { PerDialect } from './per-dialect.ts';

export interface SequenceOptions extends CountingOptions, InSchema, IfNotExists {
  /** `smallint`, `integer`, `bigint`, where the engine has a choice. */
  readonly type?: string;
}

export interface AlterSequenceOptions extends CountingOptions, InSchema {
  /** The next number. */
  readonly restart?: number | bigint | string;
}

export interface ViewOptions extends InSchema {
  readonly columns?: readonly string[];
}

export interface AddEnumValueOptions extends InSchema {
  readonly before?: string;
  readonly after?: string;
}

export interface RoutineOptions extends InSchema {
  /** The types of its arguments, `(integer, text)`: needed where routines of one name are told apart by them. */
  readonly arguments?: string;
}

export interface GrantOptions extends InSchema {
  /** `table` unless another is named. */
  readonly on?: GrantTarget;
  /** Of a table, these columns only. */
  readonly columns?: readonly string[];
  /** Of a function or procedure, the types of its arguments, `(integer, text)`: needed where routines of one name are told apart by them. */
  readonly arguments?: string;
  readonly withGrantOption?: boolean;
}

/** A query as SQL, or said with knex. */
export type ViewQuery = PerDialect | Knex.QueryBuilder;

export interface ObjectDirectives {
  createSchema(name: string, options?: IfNotExists & { readonly authorization?: string }): void;
  dropSchema(name: string, options?: IfExists & DataLoss & { readonly cascade?: boolean }): void;

  createSequence(name: string, options?: SequenceOptions): void;
  alterSequence(name: string, options: AlterSequenceOptions): void;
  renameSequence(name: string, newName: string, options?: InSchema): void;
  dropSequence(name: string, options?: InSchema & IfExists): void;

  createExtension(name: string, options?: InSchema & IfNotExists & { readonly version?: string }): void;
  dropExtension(name: string, options?: IfExists & { readonly cascade?: boolean }): void;

  grant(privileges: readonly string[], name: string, to: string, options?: GrantOptions): void;
  revoke(privileges: readonly string[], name: string, from: string, options?: GrantOptions): void;
}

export interface CodeDirectives {
  createView(name: string, query: ViewQuery, options?: ViewOptions): void;
  /** Makes the view, or gives it another query when there is one. */
  replaceView(name: string, query: ViewQuery, options?: ViewOptions): void;
  dropView(name: string, options?: InSchema & IfExists): void;
  createMaterializedView(name: string, query: ViewQuery, options?: ViewOptions): void;
  refreshMaterializedView(name: string, options?: InSchema & { readonly concurrently?: boolean }): void;
  dropMaterializedView(name: string, options?: InSchema & IfExists): void;

  /** `definition` is everything after the name: arguments, result, language, body. */
  createFunction(name: string, definition: PerDialect, options?: RoutineOptions): void;
  replaceFunction(name: string, definition: PerDialect, options?: RoutineOptions): void;
  dropFunction(name: string, options?: RoutineOptions & IfExists): void;
  createProcedure(name: string, definition: PerDialect, options?: RoutineOptions): void;
  replaceProcedure(name: string, definition: PerDialect, options?: RoutineOptions): void;
  dropProcedure(name: string, options?: RoutineOptions & IfExists): void;

  /** `definition` is everything after the name: moment, events, table, body. */
  createTrigger(name: string, table: string, definition: PerDialect, options?: InSchema): void;
  replaceTrigger(name: string, table: string, definition: PerDialect, options?: InSchema): void;
  dropTrigger(name: string, table: string, options?: InSchema & IfExists): void;
}

export interface EnumDirectives {
  createEnum(name: string, values: readonly string[], options?: InSchema): void;
  /** At the end, unless a neighbour is named. */
  addEnumValue(name: string, value: string, options?: AddEnumValueOptions): void;
  renameEnumValue(name: string, value: string, newValue: string, options?: InSchema): void;
  /** The script fails where a row still has the value. */
  dropEnumValue(name: string, value: string, options?: InSchema): void;
  renameEnum(name: string, newName: string, options?: InSchema): void;
  dropEnum(name: string, options?: InSchema & IfExists): void;
}
