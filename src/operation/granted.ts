/** What a script gives or takes rights on, and finds in the database. */

import { type Name, showName } from '../schema/name.ts';
import type { Grant } from '../schema/objects.ts';
import { madeBy } from './names-made.ts';
import type { Operation } from './operation.ts';

const keyOf = (name: Name): string => showName(name).toLowerCase();

function madeIn(operation: Operation): readonly Name[] {
  if (operation.kind === 'createSchema') return [{ name: operation.schema }];
  if (operation.kind === 'createRoutine' && !operation.replace) return [operation.routine.name];
  return madeBy(operation).map(({ name }) => name);
}

/** Each grant or revocation on what the operations have not made before; nothing is known after raw SQL. */
export function grantedOn(operations: readonly Operation[]): readonly Grant[] {
  const made = new Set<string>();
  const found: Grant[] = [];
  for (const operation of operations) {
    if (operation.kind === 'raw' || operation.kind === 'unread') break;
    for (const name of madeIn(operation)) made.add(keyOf(name));
    if (operation.kind !== 'grant' && operation.kind !== 'revoke') continue;
    if (!made.has(keyOf(operation.grant.on.name))) found.push(operation.grant);
  }
  return found;
}
