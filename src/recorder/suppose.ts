/** What is at fault in a revision if the ones before it that do not compile leave alone what is there when they fail. */

import { MigratorError } from '../errors.ts';
import type { Schema } from '../schema/schema.ts';
import type { Session } from './session.ts';

export interface Supposed {
  readonly fault?: MigratorError;
  /** As far as it came. */
  readonly after: Schema;
}

/** What another answer would have changed, and what is there or not because a revision did not come to its end. */
const doubtful: ReadonlySet<string> = new Set([
  'needs-data',
  'needs-acceptance',
  'needs-database',
  'revision-threw',
  'impossible',
]);

/** Runs it to see; nobody answers what it reads, and nothing of it is kept. */
export async function suppose(
  session: Session,
  before: Schema,
  file: string,
  load: () => Promise<() => unknown>,
  asFault: (error: unknown) => unknown,
): Promise<Supposed> {
  let isLoaded = false;
  try {
    const go = await load();
    isLoaded = true;
    return { after: (await session.run(before, file, go)).after };
  } catch (error) {
    const fault = asFault(error);
    const after = isLoaded ? session.schema : before;
    return fault instanceof MigratorError && !doubtful.has(fault.code) ? { after, fault } : { after };
  }
}
