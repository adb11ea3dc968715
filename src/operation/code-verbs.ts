/** Views, routines and triggers: things whose text is the author's. */

import { type Name, showName } from '../schema/name.ts';
import type { Routine } from '../schema/objects.ts';
import { find, put, remove } from '../schema/registry.ts';
import { keyOf, type Schema, tableOf, viewOf } from '../schema/schema.ts';
import { grantsOnRoutine, triggersOn, withoutGrants } from './dependents.ts';
import { withStars } from './readers.ts';
import { added, dropped, ifIn, impossible, type Verb } from './verb.ts';

export type CodeKind =
  | 'createView'
  | 'dropView'
  | 'refreshView'
  | 'createRoutine'
  | 'dropRoutine'
  | 'createTrigger'
  | 'dropTrigger';

function viewWord(materialized: boolean): string {
  return materialized ? 'materialized view' : 'view';
}

function creation(replace: boolean): string {
  return replace ? 'create or replace' : 'create';
}

export function routineName({
  kind,
  name,
  arguments: types = '',
}: Pick<Routine, 'kind' | 'name' | 'arguments'>): string {
  return `${kind} ${showName(name)}${types}`;
}

/** A trigger stands on a table or on a view. */
function requireRelation(schema: Schema, name: Name): void {
  if (tableOf(schema, name) !== undefined || viewOf(schema, name) !== undefined) return;
  if (schema.unread.length > 0 || name.schema !== undefined) return;
  throw impossible(
    `there is no table ${showName(name)} at this point of the history`,
    'Name a table or a view that an earlier revision creates.',
  );
}

function withoutTriggersOf(schema: Schema, name: Name): Schema {
  const gone = triggersOn(schema, name).map(keyOf.trigger);
  return { ...schema, triggers: gone.reduce((left, key) => remove(left, key), schema.triggers) };
}

export const codeVerbs: { readonly [K in CodeKind]: Verb<K> } = {
  createView: {
    describe: (op) => `${creation(op.replace)} ${viewWord(op.view.materialized)} ${showName(op.view.name)}`,
    apply(op, schema) {
      const key = keyOf.named(op.view);
      if (tableOf(schema, op.view.name) !== undefined) {
        throw impossible(`there already is a table ${key} at this point of the history`);
      }
      const more = op.replace ? viewOf(schema, op.view.name)?.more : undefined;
      const view = { ...withStars(op.view, schema), ...(more === undefined ? {} : { more }) };
      if (op.replace) return { ...schema, views: put(schema.views, key, view) };
      return { ...schema, views: added(schema.views, key, view, `a view ${key}`) };
    },
  },
  dropView: {
    describe: (op) => `drop ${viewWord(op.materialized)} ${showName(op.view)}${ifIn(op.ifExists, 'if it exists')}`,
    apply(op, schema) {
      const key = showName(op.view);
      const what = `${viewWord(op.materialized)} ${key}`;
      const views = dropped(schema.views, key, what, schema, op.ifExists);
      return withoutGrants(withoutTriggersOf({ ...schema, views }, op.view), ['table'], op.view);
    },
  },
  refreshView: {
    describe: (op) => `refresh materialized view ${showName(op.view)}`,
    apply(op, schema) {
      const view = viewOf(schema, op.view);
      if (view?.materialized !== true && schema.unread.length === 0) {
        throw impossible(`there is no materialized view ${showName(op.view)} at this point of the history`);
      }
      return schema;
    },
  },
  createRoutine: {
    describe: (op) => `${creation(op.replace)} ${routineName(op.routine)}`,
    apply(op, schema) {
      const key = keyOf.routine(op.routine);
      if (op.replace) return { ...schema, routines: put(schema.routines, key, op.routine) };
      return { ...schema, routines: added(schema.routines, key, op.routine, `a ${routineName(op.routine)}`) };
    },
  },
  dropRoutine: {
    describe: (op) => `drop ${routineName(op.routine)}${ifIn(op.ifExists, 'if it exists')}`,
    apply(op, schema) {
      const key = keyOf.routine(op.routine);
      const routines = dropped(schema.routines, key, routineName(op.routine), schema, op.ifExists);
      const gone = grantsOnRoutine(schema, op.routine).map(keyOf.grant);
      return { ...schema, routines, grants: gone.reduce((left, one) => remove(left, one), schema.grants) };
    },
  },
  createTrigger: {
    describe: (op) => `${creation(op.replace)} trigger ${op.trigger.name} on ${showName(op.trigger.table)}`,
    apply(op, schema) {
      requireRelation(schema, op.trigger.table);
      const key = keyOf.trigger(op.trigger);
      if (op.replace && find(schema.triggers, key) !== undefined) {
        return { ...schema, triggers: put(schema.triggers, key, op.trigger) };
      }
      return { ...schema, triggers: added(schema.triggers, key, op.trigger, `a trigger ${op.trigger.name}`) };
    },
  },
  dropTrigger: {
    describe: (op) => `drop trigger ${op.trigger} on ${showName(op.table)}${ifIn(op.ifExists, 'if it exists')}`,
    apply(op, schema) {
      const key = keyOf.trigger({ name: op.trigger, table: op.table });
      return { ...schema, triggers: dropped(schema.triggers, key, `trigger ${op.trigger}`, schema, op.ifExists) };
    },
  },
};
