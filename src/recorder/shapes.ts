/** What a directive may be given: shapes of values, and how they are called. */

import { MigratorError } from '../errors.ts';
import { nearest } from '../nearest.ts';

export interface Shape {
  /** A noun with its article. */
  readonly what: string;
  fits(value: unknown): boolean;
  readonly words?: readonly string[];
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

export const anything: Shape = { what: 'a value', fits: () => true };
export const text: Shape = { what: 'text', fits: isText };
export const flag: Shape = { what: 'true or false', fits: (value) => typeof value === 'boolean' };
export const list: Shape = { what: 'a list', fits: Array.isArray };
export const texts: Shape = {
  what: 'a list of texts',
  fits: (value) => Array.isArray(value) && value.every(isText),
};
export const plain: Shape = { what: 'an object', fits: (value) => isObject(value) && !Array.isArray(value) };
export const builder: Shape = {
  what: 'a function that says the columns',
  fits: (value) => typeof value === 'function',
};

export const orNull = (shape: Shape): Shape => ({
  ...shape,
  what: `${shape.what}, or null`,
  fits: (value) => value === null || shape.fits(value),
});

/** `also`: what a word may have behind it. */
export const word = (words: readonly string[], also = ''): Shape => {
  const known = new RegExp(`^(?:${words.join('|')})${also}$`, 'i');
  return { what: `one of ${words.join(', ')}`, words, fits: (value) => isText(value) && known.test(value.trim()) };
};

/** What a foreign key does when the row that it refers to goes, or gets another key. */
export const action: Shape = word(['cascade', 'restrict', 'no action', 'set null', 'set default'], '(?:\\s*\\(.*\\))?');
export const deferral: Shape = word(['not deferrable', 'immediate', 'deferred']);

/** What was given, as the author would call it. */
export function calledBy(value: unknown): string {
  if (isText(value)) return value.length > 40 ? 'text' : JSON.stringify(value);
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'function' ? 'a function' : String(value);
}

/** The word that was meant, where one is near. */
function meant({ words = [] }: Shape, value: unknown): string | undefined {
  return isText(value) ? nearest(value, words) : undefined;
}

/** Throws `bad-argument`. Nothing was given where `given` is undefined. */
export function requireShape(shape: Shape, given: unknown, takes: string, otherwise?: string): void {
  if (given === undefined || shape.fits(given)) return;
  const near = meant(shape, given);
  const hint = near === undefined ? otherwise : `Did you mean ${near}?`;
  throw new MigratorError('bad-argument', `${takes}, not ${calledBy(given)}`, hint === undefined ? {} : { hint });
}
