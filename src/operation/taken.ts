/** What a script changes or takes away and finds in the database, beside tables and the views that it names. */

import type { Name } from '../schema/name.ts';
import { type Schema, tableOf } from '../schema/schema.ts';
import type { Step } from './done.ts';
import { goingWith, isOfType, madeBy } from './enum-verbs.ts';
import { type Found, findings } from './findings.ts';
import type { Of, Operation } from './operation.ts';
import { inTheWay } from './readers.ts';

export type Taken = Found<'sequence' | 'type' | 'function' | 'procedure' | 'schema' | 'extension' | 'view'>;

const typesWith = (before: Schema, table: Name, columns: readonly string[]): readonly Taken[] =>
  goingWith(before, table, columns).map(({ name }) => ({ kind: 'type', name }));

/** One of the same name that the column makes for itself again takes the place of the old one. */
function typesLeft({ table, column, change: { type } }: Of<'alterColumn'>, before: Schema): readonly Taken[] {
  if (type === undefined) return [];
  const isMade = madeBy(type, table) !== undefined;
  return typesWith(before, table, [column]).filter(({ name }) => isMade || !isOfType(type, name));
}

function takenBy(operation: Operation, before: Schema): readonly Taken[] {
  switch (operation.kind) {
    case 'alterSequence':
    case 'renameSequence':
    case 'dropSequence':
      return [{ kind: 'sequence', name: operation.sequence }];
    case 'addEnumValue':
    case 'renameEnumValue':
    case 'dropEnumValue':
    case 'renameEnum':
    case 'dropEnum':
      return [{ kind: 'type', name: operation.type }];
    case 'createRoutine':
      return operation.replace ? [operation.routine] : [];
    case 'dropRoutine':
      return [operation.routine];
    case 'dropSchema':
      return [{ kind: 'schema', name: { name: operation.schema } }];
    case 'dropExtension':
      return [{ kind: 'extension', name: { name: operation.extension } }];
    case 'dropTable': {
      const columns = tableOf(before, operation.table)?.columns ?? [];
      return typesWith(
        before,
        operation.table,
        columns.map(({ name }) => name),
      );
    }
    case 'dropColumn':
      return typesWith(before, operation.table, [operation.column]);
    case 'alterColumn':
      return [
        ...typesLeft(operation, before),
        ...inTheWay(operation, before).views.map(({ name }): Taken => ({ kind: 'view', name })),
      ];
    default:
      return [];
  }
}

export const takenIn = (steps: readonly Step[]): readonly Taken[] => findings(steps, takenBy);
