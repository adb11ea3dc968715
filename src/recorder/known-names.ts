/** Objects of which every name is known: a mistyped one would be left out without a word. */

import { MigratorError } from '../errors.ts';
import { nearest } from '../nearest.ts';

/** Every key of a type. */
export type Names<T> = { readonly [K in keyof T]-?: true };

/** Throws `bad-argument`. Nothing was given where `given` is undefined or null. */
export function refuseUnknown(what: string, given: unknown, known: Readonly<Record<string, unknown>>): void {
  if (given === undefined || given === null) return;
  const names = Object.keys(known);
  const takes = `${what} takes ${names.join(', ')}.`;
  const bad = (sentence: string, hint: string) => new MigratorError('bad-argument', sentence, { hint });
  if (typeof given !== 'object' || Array.isArray(given)) throw bad(`the options of ${what} are no object`, takes);
  const unknown = Object.keys(given).find((key) => !names.includes(key));
  if (unknown === undefined) return;
  const near = nearest(unknown, names);
  throw bad(`${what} has no option ${unknown}`, near === undefined ? takes : `Did you mean ${near}? ${takes}`);
}
