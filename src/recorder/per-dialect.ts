/** SQL that may differ from database to database. */

import type { Dialect } from '../dialect/dialect.ts';
import type { DialectName } from '../dialect/names.ts';
import { MigratorError } from '../errors.ts';

/** One text for all databases, or one for each; `default` is for those that are not named, null for nothing at all. */
export type PerDialect<T = string> = T | { readonly [D in DialectName | 'default']?: T | null };

/** The dialect's own; null when nothing is to be done on it. Throws `no-text` when it is not said. */
export function textFor(
  given: PerDialect,
  { name, title }: Pick<Dialect, 'name' | 'title'>,
  what: string,
): string | null {
  if (typeof given === 'string') return given;
  if (typeof given !== 'object' || given === null) {
    throw new MigratorError('bad-argument', `${what} takes SQL as text, or an object with a text for each dialect`);
  }
  const own = given[name] === undefined ? given.default : given[name];
  if (own === null || typeof own === 'string') return own;
  const known = Object.keys(given).join(', ');
  throw new MigratorError('no-text', `${what} has no SQL for ${title}: it has some for ${known || 'no database'}`, {
    hint: `Add ${name}: '…', or ${name}: null where there is nothing to do.`,
  });
}
