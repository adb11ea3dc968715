/** A revision's statements as a person reads them, without what a client needs around them. */

import type { Dialect } from '../dialect/dialect.ts';
import type { Recording } from '../recorder/recording.ts';
import { spokenOf } from './runs.ts';

export interface Readable {
  readonly says: readonly string[];
  readonly text: Iterable<string>;
}

export function statementsOf(recording: Recording, dialect: Dialect): readonly Readable[] {
  return spokenOf(recording, dialect).map(({ says, sql }) => ({ says, text: sql }));
}
