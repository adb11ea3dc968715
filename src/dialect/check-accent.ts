/** What a database must say of itself so that what would be lost or refused can be counted. */

import type { Column } from '../schema/column.ts';
import type { Name } from '../schema/name.ts';
import type { Spelling } from './spelling.ts';

/**
 * A condition for values that come out of the new type as others, in another way than by the size of a text, the range
 * of a number or the digits of a decimal. Undefined where there are none.
 */
export type Changing = (sql: string, from: Column, to: Column) => string | undefined;

/** Whole numbers that a column holds. */
export interface Span {
  readonly low: bigint;
  readonly high: bigint;
}

/** What checks need to know of a database. */
export interface CheckAccent {
  /** As text of any length. */
  text(sql: string): string;
  /** The first sixty characters of a text. */
  cut(text: string): string;
  joined(parts: readonly string[]): string;
  /** One row of a SELECT whose list is `what`. */
  first(what: string, rest: string): string;
  /** Counts more rows than an int holds, where COUNT(*) does not. */
  readonly counted?: string;
  /** Bytes as hexadecimal digits, where `text` would not do. */
  hex?(sql: string): string;
  /** The length of a text in the unit in which the type counts. Absent: the engine does not keep to the sizes of its types. */
  size?(sql: string, unit: 'characters' | 'bytes' | 'UTF-16 units'): string;
  /** Rows are the same in a unique key though some of its columns are NULL, unless all are. */
  readonly partNulls?: true;
  /** What rows get in a new column that needs a value, though nobody said which; undefined where that is not told. Absent: they are refused. */
  fillsColumns?(column: Column): string | undefined;
  /** Keys are declared and not looked after. */
  readonly trustsKeys?: true;
  /** A type that does not hold a text cuts it off, instead of refusing it. */
  cuts?(from: string, to: string): boolean;
  /** Absent: the engine changes no type of a column with values to one that would not hold them. */
  readonly changed?: Changing;
  /** Values that the cast of `changed` would stop at. `span`: the numbers that the new type holds. */
  unread?(sql: string, from: Column, to: Column, span: Span): string | undefined;
  /** The type becomes the other only while the column holds no value, whatever its values are. */
  needsEmpty?(from: Column, to: Column): boolean;
  /** A column as a number that can be reckoned with, where its type is no such number. */
  number?(sql: string, column: Column): string;
  /** A query of the number 1, where `SELECT 1` is none. */
  readonly one?: string;
  /** The name of a collation of an index. Absent: parts of indexes have none of their own. */
  collation?(name: string, quote: (name: string) => string): string;
  /** A partition as what rows are selected from. Absent: a table has none. */
  partition?(table: Name, partition: string, quote: (name: string) => string): string;
  /** A query that counts a table by this name, or its columns of this name. Absent: nothing can be counted only if it is there. */
  there?(table: Name, column: string | undefined, dialect: Names): string;
  /** FROM and WHERE of a query about tables and views of a schema that are not among those named, and how it names them. */
  strangers?(
    schema: string,
    known: readonly string[],
    text: (value: string) => string,
  ): readonly [name: string, rest: string];
  readonly spelling: Pick<Spelling, 'room' | 'integer' | 'digits'>;
}

interface Names {
  quote(name: string): string;
  text(value: string): string;
}

export interface SpelledCheck {
  /** Somebody may accept a loss; nobody can accept what the engine refuses. */
  readonly loss: boolean;
  /** A query of one number. */
  readonly count: string;
  /** Another: where it is 0, `count` could not even be asked, and nothing is lost. */
  readonly there?: string;
  /** A query of one text: where the first is. It may have no row. */
  readonly sample?: string;
  /** `value`: one of those that are counted. */
  readonly noun: string;
  /** ` of users.bio` */
  readonly of: string;
  /** What to do with the rows, where mending them is not it. */
  readonly mend?: string;
  /** Nothing is counted: why whatever comes stops here, and what to do before it goes on. */
  readonly stops?: { readonly why: string; readonly first: string; readonly then: string };
}
