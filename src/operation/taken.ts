/** What a script changes or takes away and finds in the database, beside tables and views. */

import type { Step } from './done.ts';
import { type Found, findings } from './findings.ts';
import type { Operation } from './operation.ts';

export type Taken = Found<'sequence' | 'type' | 'function' | 'procedure'>;

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

export const takenIn = (steps: readonly Step[]): readonly Taken[] =>
  findings(steps, (operation) => {
    const taken = takenBy(operation);
    return taken === undefined ? [] : [taken];
  });
