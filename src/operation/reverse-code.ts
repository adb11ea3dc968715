/** How views, routines and triggers are taken back: by the text that stood there before. */

import { type Name, showName } from '../schema/name.ts';
import type { View } from '../schema/objects.ts';
import { find } from '../schema/registry.ts';
import { keyOf, type Schema, viewOf } from '../schema/schema.ts';
import { type CodeKind, routineName } from './code-verbs.ts';
import { grantsOn, grantsOnRoutine, triggersOn } from './dependents.ts';
import type { Operation } from './operation.ts';
import { back, noWay, type Reversal, type Reverse, unknown } from './reversal.ts';

/** A replacement puts the earlier text back. Where replay knows of none, there was none, unless raw SQL may have made one. */
function reverseCreation(
  replace: boolean,
  before: Schema,
  what: string,
  earlier: readonly Operation[] | undefined,
  drop: Operation,
): Reversal {
  if (!replace) return back([drop]);
  if (earlier !== undefined) return back(earlier);
  if (before.unread.length === 0) return back([drop]);
  return noWay(`raw SQL before it may have made another ${what}`);
}

function indexesOf({ name, indexes }: View): readonly Operation[] {
  return indexes.map((index) => ({ kind: 'createIndex', table: name, index }));
}

function grantsBack(before: Schema, name: Name): readonly Operation[] {
  return grantsOn(before, ['table'], name).map((grant) => ({ kind: 'grant', grant }));
}

function viewBack(view: View, replace: boolean): readonly Operation[] {
  return [{ kind: 'createView', view: { ...view, indexes: [] }, replace }, ...indexesOf(view)];
}

export const codeReversals: { readonly [K in CodeKind]: Reverse<K> } = {
  createView({ view, replace }, before) {
    const old = viewOf(before, view.name);
    const drop: Operation = { kind: 'dropView', view: view.name, materialized: view.materialized };
    const earlier = old === undefined ? undefined : viewBack(old, true);
    return reverseCreation(replace, before, `view ${showName(view.name)}`, earlier, drop);
  },
  dropView(op, before) {
    const view = viewOf(before, op.view);
    if (view === undefined) return unknown(`view ${showName(op.view)}`);
    const triggers = triggersOn(before, op.view).map(
      (trigger): Operation => ({ kind: 'createTrigger', trigger, replace: false }),
    );
    return back([...viewBack(view, false), ...triggers, ...grantsBack(before, op.view)]);
  },
  refreshView: () => back([]),
  createRoutine({ routine, replace }, before) {
    const old = find(before.routines, keyOf.routine(routine));
    const earlier: readonly Operation[] | undefined =
      old === undefined ? undefined : [{ kind: 'createRoutine', routine: old, replace: true }];
    const { definition: _, ...target } = routine;
    return reverseCreation(replace, before, routineName(routine), earlier, { kind: 'dropRoutine', routine: target });
  },
  dropRoutine({ routine }, before) {
    const old = find(before.routines, keyOf.routine(routine));
    if (old === undefined) return unknown(routineName(routine));
    const rights = grantsOnRoutine(before, routine).map((grant): Operation => ({ kind: 'grant', grant }));
    return back([{ kind: 'createRoutine', routine: old, replace: false }, ...rights]);
  },
  createTrigger({ trigger, replace }, before) {
    const old = find(before.triggers, keyOf.trigger(trigger));
    const earlier: readonly Operation[] | undefined =
      old === undefined ? undefined : [{ kind: 'createTrigger', trigger: old, replace: true }];
    const drop: Operation = { kind: 'dropTrigger', trigger: trigger.name, table: trigger.table };
    return reverseCreation(replace, before, `trigger ${trigger.name}`, earlier, drop);
  },
  dropTrigger(op, before) {
    const trigger = find(before.triggers, keyOf.trigger({ name: op.trigger, table: op.table }));
    if (trigger === undefined) return unknown(`trigger ${op.trigger}`);
    return back([{ kind: 'createTrigger', trigger, replace: false }]);
  },
};
