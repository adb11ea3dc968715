/** The way back of a revision that exports none: worked out from what its upgrade did. */

import type { Dialect } from '../dialect/dialect.ts';
import { MigratorError, type Place, showPlace } from '../errors.ts';
import type { Step } from '../history/revision.ts';
import type { Operation } from '../operation/operation.ts';
import { distinct, type NoWayBack } from '../operation/reversal.ts';
import { reverseAll } from '../operation/reverse.ts';
import type { StepBack } from '../operation/reverse-pointless.ts';
import { describe } from '../operation/verbs.ts';
import type { Schema } from '../schema/schema.ts';
import { thrown } from './faults.ts';
import type { Recording } from './recording.ts';
import type { Session } from './session.ts';

/** What an upgrade did, without its statements, which may be large. */
export interface Deeds {
  readonly before: Schema;
  readonly deeds: readonly { readonly operation: Operation; readonly place: Place }[];
}

export function deedsOf({ before, changes, step }: Recording): Deeds {
  const deeds = changes.flatMap(({ operations, place }) =>
    operations.map((operation) => ({ operation, place: place ?? { file: step.revision.file } })),
  );
  return { before, deeds };
}

const hint = 'Write export function downgrade(op) { … }.';

function cannot({ revision }: Step, because: string, place: Place, cause?: unknown): MigratorError {
  const sentence = `revision ${revision.id} exports no downgrade, and none can be derived from its upgrade: ${because}`;
  return new MigratorError('no-downgrade', sentence, { hint, place, cause });
}

function stepsBack(step: Step, { before, deeds }: Deeds): readonly StepBack[] {
  const steps: readonly StepBack[] | (NoWayBack & { readonly at: number }) = reverseAll(
    deeds.map(({ operation }) => operation),
    before,
  );
  if (!('irreversible' in steps)) return steps;
  const { operation, place } = deeds[steps.at]!;
  const what = `"${describe(operation)}" (${showPlace(place)}) cannot be taken back: ${steps.irreversible}`;
  throw cannot(step, what, place);
}

/** Each operation stands at the place of the one that it takes back. */
export async function derive(
  step: Step,
  before: Schema,
  did: Deeds,
  session: Session,
  dialect: Dialect,
): Promise<Recording> {
  const steps = stepsBack(step, did);
  let at: Place = { file: step.revision.file };
  try {
    const { changes, after } = await session.run(before, step.revision.file, () => {
      for (const { operations, at: deed } of steps) {
        at = did.deeds[deed]!.place;
        for (const operation of operations) session.perform(operation, at);
      }
    });
    return { step, before, changes, after, derived: { notes: distinct(steps.flatMap(({ notes }) => notes)) } };
  } catch (error) {
    const fault = thrown(error);
    if (!(fault instanceof MigratorError)) throw error;
    const { message } = fault;
    throw cannot(step, message.startsWith(dialect.title) ? message : `on ${dialect.title}, ${message}`, at, fault);
  }
}
