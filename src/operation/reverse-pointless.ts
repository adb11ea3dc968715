/** Steps of a way back that are for nothing, because their table goes as a whole afterwards. */

import { showName } from '../schema/name.ts';
import type { Kind, Operation } from './operation.ts';
import type { WayBack } from './reversal.ts';

/** What takes back one of several operations; `at` counts them. */
export interface StepBack extends WayBack {
  readonly at: number;
}

/** Done to a table of their own, these leave nothing behind that anything else could lean on. */
export const inward: ReadonlySet<Kind> = new Set([
  'commentTable',
  'createIndex',
  'dropIndex',
  'renameIndex',
  'insert',
  'data',
  'raw',
]);

/** What comes later inside the same table does not lean on these being taken back. */
const adding: readonly Kind[] = [
  'addColumn',
  'alterColumn',
  'addConstraint',
  'validateConstraint',
  'alterTable',
  'addPartition',
];

/** Done to a table that goes as a whole, these are not taken back before it goes, unless something in between needs it. */
const pointless: ReadonlySet<Kind> = new Set([
  ...adding,
  'dropColumn',
  'renameColumn',
  'dropConstraint',
  'renameConstraint',
  'dropPartition',
]);

function refersTo(operation: Operation): string | undefined {
  const keys =
    operation.kind === 'createTable'
      ? operation.table.constraints
      : operation.kind === 'addConstraint'
        ? [operation.constraint]
        : [];
  const key = keys.find(({ kind }) => kind === 'foreign');
  return key?.kind === 'foreign' ? showName(key.references.table) : undefined;
}

/** Whether a step back goes as well where the operation has not been taken back: it speaks neither of what that did nor of what its key refers to. */
function leavesAlone(step: Operation, operation: Operation, table: string): boolean {
  if (step.kind === 'dropView' || step.kind === 'dropTrigger') return true;
  if (!inward.has(step.kind) && !pointless.has(step.kind) && step.kind !== 'dropTable') return false;
  if (step.kind === 'raw' || !('table' in step) || step.kind === 'createTable') return false;
  const own = showName(step.table);
  if (own === table) return adding.includes(operation.kind);
  return own !== refersTo(operation) && refersTo(step) !== table;
}

/** `later` are the steps back that come after this one, the last of them first. */
function canBeLeftOut(operation: Operation, later: readonly StepBack[]): boolean {
  if (!pointless.has(operation.kind) || !('table' in operation) || operation.kind === 'createTable') return false;
  const table = showName(operation.table);
  const rest = later.toReversed().flatMap(({ operations }) => operations);
  const end = rest.findIndex((step) => step.kind === 'dropTable' && showName(step.table) === table);
  return end >= 0 && rest.slice(0, end).every((step) => leavesAlone(step, operation, table));
}

/** Without what is done to a table of the revision's own that goes afterwards: SQLite would copy the rows for nothing. */
export function withoutPointless(steps: readonly StepBack[], operations: readonly Operation[]): readonly StepBack[] {
  const kept: StepBack[] = [];
  for (const step of steps) {
    if (!canBeLeftOut(operations[step.at]!, kept)) kept.push(step);
  }
  return kept.reverse();
}
