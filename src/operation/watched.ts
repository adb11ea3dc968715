/** Whether a trigger may have its say in what rows of a table hold. */

import { type Name, showName } from '../schema/name.ts';
import { entries } from '../schema/registry.ts';
import type { Schema } from '../schema/schema.ts';

/** One that the history declares, or one that raw SQL, or a revision that was not read, may have made. */
export function isWatched(table: Name, { triggers, unread }: Schema): boolean {
  return (
    entries(triggers).some(([, trigger]) => showName(trigger.table) === showName(table)) ||
    unread.some(({ sql, uncompiled, online }) => uncompiled || online || /\btrigger\b/i.test(sql))
  );
}
