/** How long a script waits: for a lock, and for a statement to end. */

import { MigratorError, type Place } from '../errors.ts';

/** Milliseconds; what is absent has no end. */
export interface Waits {
  readonly lock?: number;
  readonly statement?: number;
}

/** One sort of waiting, as an engine bounds it. */
export interface Bound {
  /** What the engine calls it: `lock_timeout`. */
  readonly setting: string;
  /** Milliseconds that it counts in. */
  readonly unit: 1 | 1000;
  /** Milliseconds at most. */
  readonly most: number;
  /** Milliseconds when a target names none; absent: no end. */
  readonly default?: number;
}

/** What an engine has of it, or why it has nothing, as the end of a sentence. */
export interface Bounds {
  readonly lock: Bound | { readonly none: string };
  readonly statement: Bound | { readonly none: string };
  /** What a lock that was not had looks like, and how to see who holds it: SQL, or words. */
  readonly message: string;
  readonly holders: string;
  /** Statements that wait without end all the same, and that in a sentence. */
  readonly endless?: { readonly statement: RegExp; readonly says: string };
}

interface Bounded {
  readonly title: string;
  readonly waits: Bounds;
}

export interface Asked {
  readonly milliseconds: number;
  readonly place: Place;
}

const key = { lock: 'lock_timeout', statement: 'statement_timeout' } as const;

/** `10s`, `90s`, `1500ms` */
export function showWait(milliseconds: number): string {
  return milliseconds % 1000 === 0 ? `${milliseconds / 1000}s` : `${milliseconds}ms`;
}

/** Throws `unsupported` for what the engine cannot bound, and `bad-value` for a time that it cannot count. */
function waitOf(sort: 'lock' | 'statement', { title, waits }: Bounded, asked: Asked | undefined): number | undefined {
  const bound = waits[sort];
  if (asked === undefined) return 'none' in bound ? undefined : bound.default;
  const { milliseconds, place } = asked;
  if ('none' in bound) {
    throw new MigratorError('unsupported', `${title} has no ${key[sort]}: ${bound.none}`, {
      hint: `Leave ${key[sort]} out of this target.`,
      place,
    });
  }
  const { unit, most } = bound;
  if (milliseconds % unit === 0 && milliseconds <= most) return milliseconds;
  const why = milliseconds > most ? `takes ${showWait(most)} at most` : 'counts whole seconds';
  throw new MigratorError(
    'bad-value',
    `${key[sort]} is ${showWait(milliseconds)}, but ${bound.setting} of ${title} ${why}`,
    {
      place,
    },
  );
}

export function waitsOf(dialect: Bounded, asked: { readonly lock?: Asked; readonly statement?: Asked }): Waits {
  const lock = waitOf('lock', dialect, asked.lock);
  const statement = waitOf('statement', dialect, asked.statement);
  return { ...(lock === undefined ? {} : { lock }), ...(statement === undefined ? {} : { statement }) };
}
