/** What a script changes or takes away and finds in the database, beside tables and views. */

import type { Name } from '../schema/name.ts';
import { hidesOwners } from './granted.ts';
import { keyOf, namesMadeBy } from './names-made.ts';
import type { Operation } from './operation.ts';

export interface Taken {
  readonly kind: 'sequence' | 'type' | 'function' | 'procedure';
  readonly name: Name;
  /** Of a routine, where it has them. */
  readonly arguments?: string;
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

/** Each once. */
export function takenIn(operations: readonly Operation[]): readonly Taken[] {
  const [made, seen] = [new Set<string>(), new Set<string>()];
  const found: Taken[] = [];
  for (const operation of operations) {
    if (hidesOwners(operation)) break;
    const taken = takenBy(operation);
    if (taken !== undefined) {
      const { kind, name, arguments: types } = taken;
      const key = keyOf(name) + (types ?? '');
      if (!made.has(keyOf(name)) && !seen.has(key))
        found.push({ kind, name, ...(types === undefined ? {} : { arguments: types }) });
      seen.add(key);
    }
    for (const name of namesMadeBy(operation)) made.add(keyOf(name));
  }
  return found;
}
