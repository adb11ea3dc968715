/** Server versions: `8.0`, `10.5.2`, `2019`. */

import { MigratorError } from '../errors.ts';

/** What the version leaves open counts as the newest: `8` is at least 8.4. Only a version without any number is none. */
export function isAtLeast(version: string, wanted: string): boolean {
  const given = parts(version);
  for (const [at, part] of parts(wanted).entries()) {
    const own = given[at];
    if (own === undefined) return at > 0;
    if (own !== part) return own > part;
  }
  return true;
}

/** Throws `needs-version` when the target's server is too old for what is asked. */
export function requireVersion(title: string, version: string, since: string, what: string): void {
  if (isAtLeast(version, since)) return;
  throw new MigratorError('needs-version', `${what} needs ${title} ${since}, and the target says ${version}`, {
    hint: 'If the server is newer, raise `version` of the target in migrator.toml.',
  });
}

function parts(version: string): readonly number[] {
  return (version.match(/\d+/g) ?? []).map(Number);
}
