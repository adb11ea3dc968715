/** What a script gives or takes rights on. */

import type { Grant } from '../schema/objects.ts';
import { keyOf, namesMadeBy } from './names-made.ts';
import type { Operation } from './operation.ts';

export interface Granted {
  readonly grant: Grant;
  /** The script has made the thing itself. */
  readonly made: boolean;
}

/** Nothing is known after raw SQL. */
export function grantedIn(operations: readonly Operation[]): readonly Granted[] {
  const made = new Set<string>();
  const found: Granted[] = [];
  for (const operation of operations) {
    if (operation.kind === 'raw' || operation.kind === 'unread') break;
    for (const name of namesMadeBy(operation)) made.add(keyOf(name));
    if (operation.kind !== 'grant' && operation.kind !== 'revoke') continue;
    found.push({ grant: operation.grant, made: made.has(keyOf(operation.grant.on.name)) });
  }
  return found;
}
