/** The way back of operations: each kind's own, and that of everything a revision does; a kind that is missing here does not compile. */

import { showName } from '../schema/name.ts';
import type { Schema } from '../schema/schema.ts';
import { goesWithColumn } from './column-verbs.ts';
import type { Kind, Of, Operation } from './operation.ts';
import { isNoWay, type NoWayBack, type Reversal, type Reverse } from './reversal.ts';
import { codeReversals } from './reverse-code.ts';
import { columnReversals } from './reverse-column.ts';
import { dataReversals } from './reverse-data.ts';
import { enumReversals } from './reverse-enum.ts';
import { keyReversals } from './reverse-key.ts';
import { objectReversals } from './reverse-object.ts';
import { inward, type StepBack, withoutPointless } from './reverse-pointless.ts';
import { tableReversals } from './reverse-table.ts';
import { touchedBy } from './touched.ts';
import { apply } from './verbs.ts';

const reversals: { readonly [K in Kind]: Reverse<K> } = {
  ...tableReversals,
  ...columnReversals,
  ...keyReversals,
  ...objectReversals,
  ...codeReversals,
  ...enumReversals,
  ...dataReversals(reverseList),
};

/** What takes the operation back where it met that schema. */
export function reverse<K extends Kind>(operation: Of<K>, before: Schema): Reversal {
  const reversal: Reverse<K> = reversals[operation.kind as K];
  return reversal(operation, before);
}

/** The tables that these operations have made so far, by the names that they have now. */
type Own = ReadonlySet<string>;

function ownAfter(own: Own, operation: Operation, before: Schema): Own {
  if (operation.kind === 'createTable' && !operation.ifNotExists)
    return new Set([...own, showName(operation.table.name)]);
  if (operation.kind === 'dropTable') return new Set([...own].filter((name) => name !== showName(operation.table)));
  if (operation.kind !== 'renameTable' || !own.has(showName(operation.table))) {
    return operation.kind === 'raw' || operation.kind === 'custom'
      ? (operation.does ?? []).reduce((left, one) => ownAfter(left, one, before), own)
      : own;
  }
  const others = [...own].filter((name) => name !== showName(operation.table));
  return new Set([...others, showName({ ...operation.table, name: operation.to })]);
}

/** The table that goes as a whole on the way back, so that nothing inside it needs to be taken back. */
function goesWith(operation: Operation): string | undefined {
  if (operation.kind === 'raw') {
    const touched = touchedBy(operation.sql);
    return touched === undefined ? undefined : showName(touched);
  }
  return operation.kind !== 'createTable' && 'table' in operation ? showName(operation.table) : undefined;
}

function needsNothing(operation: Operation, own: Own, reversal: Reversal): boolean {
  const table = goesWith(operation);
  if (table === undefined || !own.has(table)) return false;
  return inward.has(operation.kind) || isNoWay(reversal);
}

/** A check without a name goes with a column of the revision's own. */
function goesWithOwnColumn(operation: Operation, added: readonly Of<'addColumn'>[]): boolean {
  if (operation.kind !== 'addConstraint' || operation.constraint.kind !== 'check') return false;
  const { table: name, constraint } = operation;
  return added.some(
    ({ table, column }) =>
      showName(table) === showName(name) &&
      goesWithColumn({ name, columns: [], constraints: [constraint], indexes: [] }, column.name).constraints.length > 0,
  );
}

/** The way back of everything, last things first, or the first operation that has none. */
export function reverseAll(
  operations: readonly Operation[],
  before: Schema,
): readonly StepBack[] | (NoWayBack & { readonly at: number }) {
  const steps: StepBack[] = [];
  let schema = before;
  let own: Own = new Set();
  const added: Of<'addColumn'>[] = [];
  for (const [at, operation] of operations.entries()) {
    const reversal = reverse(operation, schema);
    const skipped =
      needsNothing(operation, own, reversal) || (isNoWay(reversal) && goesWithOwnColumn(operation, added));
    if (operation.kind === 'addColumn' && operation.ifNotExists !== true) added.push(operation);
    if (isNoWay(reversal) && !skipped) return { ...reversal, at };
    if (!isNoWay(reversal) && !skipped) steps.push({ ...reversal, at });
    own = ownAfter(own, operation, schema);
    schema = apply(operation, schema);
  }
  return withoutPointless(steps, operations);
}

function reverseList(operations: readonly Operation[], before: Schema): Reversal {
  const steps = reverseAll(operations, before);
  if ('irreversible' in steps) return { irreversible: steps.irreversible };
  return { operations: steps.flatMap((step) => step.operations), notes: steps.flatMap(({ notes }) => notes) };
}
