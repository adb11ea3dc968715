/** What a call resolves to when only a database could know it: a thing that no revision can look at unnoticed. */

import { MigratorError, type Place } from '../errors.ts';
import type { Change } from './recording.ts';

const waysOut =
  'Express it in SQL (insert … select, a condition in the statement itself), write the values into the revision, declare what is answered (answers), or leave the revision to be applied online (onlineOnly); of files that stay as they are, migrator.toml says it.';

/** On one line, and cut where it is long. */
export function shorten(text: string, most: number): string {
  const line = [...text.trim().replace(/\s+/g, ' ')];
  return line.length <= most ? line.join('') : `${line.slice(0, most - 3).join('')}...`;
}

/** The SQL of a change, as its author may say it again. */
export function shownSql(change: Change | undefined): string {
  const texts = change?.statements.map(({ statement: { sql } }) => (typeof sql === 'string' ? sql : '')) ?? [];
  return shorten(texts.join('; ').slice(0, 2000), 200);
}

export function needsData(what: string, place: Place | undefined): MigratorError {
  return new MigratorError('needs-data', `${what}, which only a database could answer`, {
    hint: waysOut,
    ...(place === undefined ? {} : { place }),
  });
}

/** Symbols that a library asks of any value it is handed; they tell nothing. */
const harmless = new Set<string | symbol>(['then', Symbol.toStringTag, Symbol.isConcatSpreadable]);

/** Looking at any part of the answer throws `needs-data`, told to `refused` as well; awaiting or dropping it does not. */
export function unanswered(
  what: () => string,
  place: Place | undefined,
  refused: (fault: MigratorError) => void,
): unknown {
  const refuse = (): never => {
    const fault = needsData(`the revision uses ${what()}`, place);
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
