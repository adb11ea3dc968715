/** The nouns beside tables. All immutable. */

import type { Counting } from './counting.ts';
import type { Name } from './name.ts';
import type { Index } from './table-index.ts';

export interface Sequence extends Counting {
  readonly name: Name;
  /** `smallint`, `integer`, `bigint`, where the engine has a choice. */
  readonly type?: string;
}

export interface View {
  readonly name: Name;
  /** The query as SQL, as the author wrote it. */
  readonly query: string;
  readonly materialized: boolean;
  readonly columns?: readonly string[];
  /** Of a materialized view, where the engine has them. */
  readonly indexes: readonly Index[];
  readonly comment?: string;
  /** Columns of the tables that the query read when it was made, where `*` may stand for them. */
  readonly stars?: readonly string[];
  /** Raw SQL that said more of it than the history can say again. */
  readonly more?: string;
}

/** An enumerated type with a name of its own. */
export interface EnumType {
  readonly name: Name;
  readonly values: readonly string[];
  /** Made by a column that asked for it: dropped with its last use. */
  readonly implicit: boolean;
}

export interface Routine {
  readonly kind: 'function' | 'procedure';
  readonly name: Name;
  /** The types of its arguments in brackets, `(integer, text)`, where the engine tells overloaded routines apart by them. */
  readonly arguments?: string;
  /** Everything after the name: arguments, result, language, body. */
  readonly definition: string;
}

export interface Trigger {
  readonly name: string;
  readonly table: Name;
  /** Everything after the name: moment, events, table, body. */
  readonly definition: string;
}

export interface Extension {
  readonly name: string;
  readonly schema?: string;
  readonly version?: string;
}

export type GrantTarget = 'table' | 'sequence' | 'schema' | 'function' | 'procedure' | 'database';

/** Rights of one role on one thing. */
export interface Grant {
  readonly privileges: readonly string[];
  readonly on: {
    readonly kind: GrantTarget;
    readonly name: Name;
    readonly columns?: readonly string[];
    /** Of a routine, as it has them. */
    readonly arguments?: string;
  };
  readonly to: string;
  readonly withGrantOption: boolean;
}
