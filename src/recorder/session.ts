/** One revision being recorded, as the directives see it. */

import type { Knex } from 'knex';
import type { Dialect } from '../dialect/dialect.ts';
import type { Statement } from '../dialect/statement.ts';
import type { Place } from '../errors.ts';
import type { Of, Operation } from '../operation/operation.ts';
import type { Schema } from '../schema/schema.ts';
import type { Given } from './answers.ts';
import type { KnexConfig } from './client.ts';
import type { Compiled } from './knex-shapes.ts';
import type { OwnFiles } from './place.ts';
import type { Question } from './question.ts';
import type { Change, Read, Remark } from './recording.ts';

export interface SessionSettings {
  readonly dialect: Dialect;
  readonly version: string;
  readonly own: OwnFiles;
  /** The schema of the objects, when the target names one. */
  readonly schema?: string | undefined;
  /** Whether the revision is a migration of knex's: what knex takes without a word is taken, and remarked upon. */
  readonly likeKnex: () => boolean;
  /** What a knexfile says to knex, for its migrations. */
  readonly config?: KnexConfig;
}

/** Who answers what a revision asks of the database while it runs. */
export interface Respondent {
  /** False: only what statements come to, and to read is refused as it is without a respondent. */
  readonly reads: boolean;
  /** Whether the author has written down what one of these texts comes to, which goes before what the history knows. */
  declares?(asked: readonly string[]): boolean;
  /** The first `count` of the run's changes came before the question. Undefined: nobody knows, which matters only where the revision looks. */
  answer(question: Question, changes: readonly Change[], count: number): Promise<Given | undefined>;
  /** What knex compiled for a change. */
  worded?(change: number, compiled: Compiled): void;
  /** The revision looks at what a statement came to. */
  looked(question: Question): void;
}

/** What a run of a revision did, and what it asked: of the history, or of whoever answered. */
export interface Ran {
  readonly changes: readonly Change[];
  readonly after: Schema;
  readonly reads: readonly (Read | Question)[];
  readonly remarks: readonly Remark[];
}

/** Says more of an operation than knex could be told. */
export type Mend = (operation: Operation) => Operation;

export interface Session {
  readonly knex: Knex;
  readonly schema: Schema;
  /** The line of the author that the current call came from. */
  place(below: (...args: never[]) => unknown): Place | undefined;
  /** Does one schema change said through a builder, at once. */
  build(place: Place | undefined, say: (schema: Knex.SchemaBuilder) => void, mend?: Mend): void;
  /** Lets knex compile something that becomes a part of a directive's own SQL. */
  compiling<T>(compile: () => T): T;
  /** Gives what goes wrong inside the author's line. */
  at<T>(place: Place | undefined, go: () => T): T;
  /** What the directives called inside do to the schema; nothing of it is written. */
  listen(place: Place | undefined, go: () => unknown): readonly Operation[];
  /** Statements of what is called inside stand outside any transaction. */
  outside<T>(place: Place | undefined, go: () => T): T;
  /** Each statement of what is done inside is an ALTER TABLE, and ends with the clause. */
  inManner(clause: string, go: () => void): void;
  /** Does several operations as the one that stands for them. */
  performAs(operation: Of<'custom'>, place: Place | undefined): void;
  /** Does one operation, as the dialect or knex spells it. */
  perform(operation: Operation, place: Place | undefined): void;
  /** Enters a change whose statements are already written. */
  enter(operations: readonly Operation[], statements: readonly Statement[], place: Place | undefined): void;
  /** Asynchronous work of a directive: it must have ended when the revision ends. */
  work(place: Place | undefined, what: string, go: () => Promise<void>): Promise<void>;
  /** Runs a revision's `upgrade` or `downgrade` and tells what it did. Throws what went wrong on the way; without a respondent, what only a database could answer, too. */
  run(before: Schema, file: string, go: () => unknown, respondent?: Respondent): Promise<Ran>;
  /** What the last run did, were it to its end or not. */
  readonly changes: readonly Change[];
}
