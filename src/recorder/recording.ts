/** What recording a revision yields: data for the critic, SQL for the scribe. */

import type { SpelledCheck } from '../dialect/check-accent.ts';
import type { Statement } from '../dialect/statement.ts';
import type { Place } from '../errors.ts';
import type { Step } from '../history/revision.ts';
import type { Operation } from '../operation/operation.ts';
import type { Note } from '../operation/reversal.ts';
import type { Name } from '../schema/name.ts';
import type { Schema } from '../schema/schema.ts';

/** A statement and the English line that goes before it. */
export interface Told {
  readonly statement: Statement;
  readonly says: string;
}

/** One awaited call of a revision: what it does, as data and as SQL. */
export interface Change {
  readonly operations: readonly Operation[];
  readonly statements: readonly Told[];
  readonly place?: Place;
}

/** What a step that goes back costs, for a revision whose author wrote no downgrade. */
export interface Derived {
  readonly notes: readonly Note[];
}

/** Counted before the statements of a change, or before everything. */
export interface Precondition {
  /** The number of the change; undefined: before the first. */
  readonly at: number | undefined;
  /** The number of the change that it is for; nothing that it looks at is touched on the way there. */
  readonly by: number;
  readonly check: SpelledCheck;
  readonly reads: readonly Name[];
  /** Whose rows would be lost; absent where nobody knows whether it is there. */
  readonly loses?: Name;
}

/** What a revision loses and says in words that it may. */
export interface Accepted {
  /** The number of the change. */
  readonly at: number;
  /** What is done: `drop column users.bio`. */
  readonly what: string;
  readonly words: string;
}

/** A loss that no check counts, because no revision declares what is dropped if it is there. */
export interface Uncounted {
  /** The number of the change. */
  readonly at: number;
  /** `the rows of table t` */
  readonly what: string;
}

/** What an answer holds in production only if its rows are the history's own, from the harmless to the worst. */
export const readKinds = [
  'declared',
  'schema',
  'history rows',
  'applied rows',
  'generated ids',
  'counts',
  'production rows',
] as const;
export type ReadKind = (typeof readKinds)[number];

/** A question of a revision, and what it was answered. */
export interface Read {
  /** `hasColumn("users", "email")`, or SQL. */
  readonly asked: string;
  readonly answer: string;
  /** The replayed schema answered, an engine that holds what the history made, or the author. */
  readonly source: 'history' | 'shadow' | 'declared';
  readonly kind: ReadKind;
  /** The numbers of the changes that would be others with another answer. */
  readonly reaches: readonly number[];
  /** Whether there are more changes or fewer would depend on the answer, too. */
  readonly decides?: true;
  /** The changes that it reaches ask the database themselves. */
  readonly left?: true;
  /** Why it may reach statements although production may have another answer, in the author's words. */
  readonly accepted?: string;
  readonly place?: Place;
}

/** What knex does otherwise than its migration says; the script does as knex. */
export interface Remark {
  readonly says: string;
  readonly place?: Place;
}

export interface Recording {
  readonly step: Step;
  readonly before: Schema;
  readonly changes: readonly Change[];
  readonly after: Schema;
  readonly reads?: readonly Read[];
  readonly remarks?: readonly Remark[];
  readonly preconditions?: readonly Precondition[];
  readonly accepted?: readonly Accepted[];
  readonly uncounted?: readonly Uncounted[];
  /** Why it is no part of a script: one stops in its place. */
  readonly onlineOnly?: string;
  /** The step was worked out from the revision's upgrade. */
  readonly derived?: Derived;
  /** What a downgrade that the author wrote takes away for good. */
  readonly losses?: readonly Note[];
}
