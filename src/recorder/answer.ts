/** What a call resolves to when only a database could know it: a thing that no revision can look at unnoticed. */

import { MigratorError, type Place } from '../errors.ts';

const waysOut =
  'Express it in SQL (insert … select, a condition in the statement itself), or write the values into the revision.';

export function needsData(what: string, place: Place | undefined): MigratorError {
  return new MigratorError('needs-data', `${what}, which only a database could answer`, {
    hint: waysOut,
    ...(place === undefined ? {} : { place }),
  });
}

/** Symbols that a library asks of any value it is handed; they tell nothing. */
const harmless = new Set<string | symbol>(['then', Symbol.toStringTag, Symbol.isConcatSpreadable]);

/** Looking at any part of the answer throws `needs-data`, told to `refused` as well; awaiting or dropping it does not. */
export function unanswered(what: string, place: Place | undefined, refused: (fault: MigratorError) => void): unknown {
  const refuse = (): never => {
    const fault = needsData(`the revision uses ${what}`, place);
    refused(fault);
    throw fault;
  };
  return new Proxy(Object.freeze({}), {
    get: (_, key) => (harmless.has(key) ? undefined : refuse()),
    has: (_, key) => (harmless.has(key) ? false : refuse()),
    ownKeys: refuse,
    getOwnPropertyDescriptor: refuse,
  });
}

/** The same value; `looked` is told when any part of it is looked at. */
export function watched(value: unknown, looked: () => void): unknown {
  if (typeof value !== 'object' || value === null) {
    if (value !== undefined) looked();
    return value;
  }
  const told = <T>(key: string | symbol, answer: T): T => {
    if (!harmless.has(key)) looked();
    return answer;
  };
  return new Proxy(value, {
    get: (target, key) => told(key, Reflect.get(target, key)),
    has: (target, key) => told(key, Reflect.has(target, key)),
    ownKeys(target) {
      looked();
      return Reflect.ownKeys(target);
    },
    getOwnPropertyDescriptor: (target, key) => told(key, Reflect.getOwnPropertyDescriptor(target, key)),
  });
}
