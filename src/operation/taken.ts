/** What a script changes or takes away and finds in the database, beside tables and views. */

import type { Name } from '../schema/name.ts';
import { keyOf, namesMadeBy } from './names-made.ts';
import type { Operation } from './operation.ts';

export interface Taken {
  readonly kind: 'sequence' | 'type' | 'function' | 'procedure';
  readonly name: Name;
}

function takenBy(operation: Operation): Taken | undefined {
  switch (operation.kind) {
    case 'alterSequence':
    case 'renameSequence':
    case 'dropSequence':
      return { kind: 'sequence', name: operation.sequence };
    case 'addEnumValue':
    case 'renameEnumValue':
    case 'dropEnumValue':
    case 'renameEnum':
    case 'dropEnum':
      return { kind: 'type', name: operation.type };
    case 'createRoutine':
      return operation.replace ? operation.routine : undefined;
    case 'dropRoutine':
      return operation.routine;
    default:
      return undefined;
  }
}

/** Each once; nothing is known after raw SQL. */
export function takenIn(operations: readonly Operation[]): readonly Taken[] {
  const seen = new Set<string>();
  const found: Taken[] = [];
  for (const operation of operations) {
    if (operation.kind === 'raw' || operation.kind === 'unread') break;
    const taken = takenBy(operation);
    if (taken !== undefined && !seen.has(keyOf(taken.name))) found.push({ kind: taken.kind, name: taken.name });
    for (const name of [...namesMadeBy(operation), ...(taken === undefined ? [] : [taken.name])]) seen.add(keyOf(name));
  }
  return found;
}
