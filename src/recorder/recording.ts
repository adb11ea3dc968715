/** What recording a revision yields: data for the critic, SQL for the scribe. */

import type { Statement } from '../dialect/statement.ts';
import type { Place } from '../errors.ts';
import type { Step } from '../history/revision.ts';
import type { Operation } from '../operation/operation.ts';
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

export interface Recording {
  readonly step: Step;
  readonly before: Schema;
  readonly changes: readonly Change[];
  readonly after: Schema;
}
