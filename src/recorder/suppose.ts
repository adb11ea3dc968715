/** What is at fault in a revision if the ones before it that do not compile change nothing more than they came to. */

import { MigratorError } from '../errors.ts';
import type { Schema } from '../schema/schema.ts';
import type { Session } from './session.ts';

export interface Supposed {
  readonly fault?: MigratorError;
  /** As far as it came. */
  readonly after: Schema;
}

/** What another answer would have changed. */
const dependsOnAnswers: ReadonlySet<string> = new Set(['needs-data', 'needs-acceptance', 'revision-threw']);

/** Runs it to see; nobody answers what it reads, and nothing of it is kept. */
export async function suppose(
  session: Session,
  before: Schema,
  file: string,
  go: () => unknown,
  asFault: (error: unknown) => unknown,
): Promise<Supposed> {
  try {
    return { after: (await session.run(before, file, go)).after };
  } catch (error) {
    const fault = asFault(error);
    const after = session.schema;
    return fault instanceof MigratorError && !dependsOnAnswers.has(fault.code) ? { after, fault } : { after };
  }
}
