/** What a script gives or takes rights on. */

import type { Grant } from '../schema/objects.ts';
import { keyOf, namesMadeBy } from './names-made.ts';
import type { Operation } from './operation.ts';

/** One statement that makes things or changes rows, and gives nothing to another owner. */
const leavesOwners =
  /^\s*(?:(?:insert|update|delete|truncate|comment|analyze)\b|create\s+(?:(?:temp|temporary|unlogged|unique)\s+)*(?:table|index|sequence|type|extension)\b|alter\s+table\b(?!.*\b(?:owner|rename|schema)\b))[^;]*;?\s*$/is;

/** After it nobody knows who owns what, or may do what. */
export function hidesOwners(operation: Operation): boolean {
  return operation.kind === 'unread' || (operation.kind === 'raw' && !leavesOwners.test(operation.sql));
}

export interface Granted {
  readonly grant: Grant;
  /** The script has made the thing itself. */
  readonly made: boolean;
}

export function grantedIn(operations: readonly Operation[]): readonly Granted[] {
  const made = new Set<string>();
  const found: Granted[] = [];
  for (const operation of operations) {
    if (hidesOwners(operation)) break;
    for (const name of namesMadeBy(operation)) made.add(keyOf(name));
    if (operation.kind !== 'grant' && operation.kind !== 'revoke') continue;
    found.push({ grant: operation.grant, made: made.has(keyOf(operation.grant.on.name)) });
  }
  return found;
}
