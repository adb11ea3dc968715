/** Nothing connects to a database yet, so the commands that would say so. */

import type { Given } from './command.ts';
import { usageError } from './usage.ts';

export function requireSql(command: string, given: Given): void {
  if (given.flag('sql')) return;
  throw usageError(
    'needs-sql',
    `${command} without --sql would connect to a database, which migrator does not do`,
    `write "migrator ${command} … --sql"`,
  );
}

/** `--from r1,r2` and `--from r1 --from r2` are the same. */
export function startOf(given: Given): readonly string[] {
  return given
    .texts('from')
    .flatMap((text) => text.split(','))
    .map((text) => text.trim());
}
