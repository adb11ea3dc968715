/** What goes wrong while a revision is recorded, with the author's line. */

import { MigratorError, type Place } from '../errors.ts';

/** Where errors of other packages came up: their own stack may have lost the author's line. */
const spots = new WeakMap<object, Place>();

export function spotOf(error: unknown): Place | undefined {
  return typeof error === 'object' && error !== null ? spots.get(error) : undefined;
}

/** An error from inside gets the place of the call it came from. */
export function located(error: unknown, place: Place | undefined): unknown {
  if (error instanceof Error && place !== undefined) spots.set(error, place);
  if (!(error instanceof MigratorError) || error.place !== undefined || place === undefined) return error;
  return new MigratorError(error.code, error.message, {
    place,
    cause: error.cause ?? error,
    exit: error.exit,
    ...(error.hint === undefined ? {} : { hint: error.hint }),
  });
}

export function forgottenAwait(place: Place | undefined, what: string): MigratorError {
  return new MigratorError('forgotten-await', what, {
    hint: 'Put await (or return) before it.',
    ...(place === undefined ? {} : { place }),
  });
}

export function tooLate(place: Place | undefined, what: string): MigratorError {
  return forgottenAwait(place, `${what} came when its revision had already ended`);
}

export function rolledBack(): MigratorError {
  const sentence = 'a transaction of the revision was rolled back; a script cannot take back what it has written';
  return new MigratorError('rolled-back', sentence, { hint: 'Write only what is to stay.' });
}

/** What was thrown, were it nothing at all. */
export function thrown(error: unknown): unknown {
  return error ?? new MigratorError('revision-threw', `the revision threw ${String(error)}`);
}
