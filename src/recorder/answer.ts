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

/** Looking at any part of the answer throws `needs-data`; awaiting or dropping it does not. */
export function unanswered(what: string, place: Place | undefined): unknown {
  const refuse = (): never => {
    throw needsData(`the revision uses ${what}`, place);
  };
  return new Proxy(Object.freeze({}), {
    get: (_, key) => (key === 'then' ? undefined : refuse()),
    has: refuse,
    ownKeys: refuse,
    getOwnPropertyDescriptor: refuse,
  });
}
