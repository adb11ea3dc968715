/** What reading a catalog means, whatever the engine: questions in SQL, and a schema made of their answers. */

import type { Schema } from '../schema/schema.ts';

/** Which part of a database is meant. */
export interface Frame {
  /** Whose things are called by their name alone; where the session is, unless said. */
  readonly home?: string;
  /** Nothing outside these schemas is looked at; MySQL calls them databases. */
  readonly schemas?: readonly string[];
  /** Tables that are left out, such as the version table. */
  readonly except: readonly string[];
}

/** A SELECT of two columns of text: what a row speaks of, and what it says as JSON. Any client can ask it. */
export interface Question {
  readonly about: string;
  readonly sql: string;
}

/** A row of an answer: the cells as the client printed them. */
export type Row = readonly (string | null)[];

/** What is usual in this database, and therefore not said by whoever writes a revision. */
export interface Usual {
  /** Whose things are called by their name alone. */
  readonly home?: string;
  readonly engine?: string;
  readonly charset?: string;
  readonly collation?: string;
  /** What each character set is sorted by when no collation is named. */
  readonly collations?: Readonly<Record<string, string>>;
}

export interface Inventory {
  questions(frame: Frame): readonly Question[];
  /** What can be asked only when the first answers are here. */
  further(rows: readonly Row[], frame: Frame): readonly Question[];
  /** The rows of all answers, in any order. */
  read(rows: readonly Row[], frame: Frame): Schema;
  usual(rows: readonly Row[], frame: Frame): Usual;
}
