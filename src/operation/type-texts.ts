/** SQL that speaks of a type by its name: the engine has the type itself in it, and follows its new name. */

import { type Name, showName } from '../schema/name.ts';
import type { Routine } from '../schema/objects.ts';
import { entries, mapped } from '../schema/registry.ts';
import type { Schema } from '../schema/schema.ts';
import { namesType, speaksOfType, withRenamedType } from '../schema/type-words.ts';
import { withIndexTexts, withTextsOf } from './texts.ts';
import { impossible } from './verb.ts';

/** As it is read when it runs. */
const unwrapped = ({ definition }: Routine): string => definition.replaceAll(/\$(?:[A-Za-z_]\w*)?\$/g, ' ');

const argumentsOf = ({ arguments: types, definition }: Routine): string =>
  types ?? /^\s*\([^)]*\)/.exec(definition)?.[0] ?? '';

/** A body in quotes knows the type by its old name. */
function refuseRoutine(schema: Schema, type: Name): void {
  const routine = entries(schema.routines)
    .map(([, one]) => one)
    .find((one) => speaksOfType(unwrapped(one), type) || namesType(argumentsOf(one), type));
  if (routine === undefined) return;
  throw impossible(
    `${routine.kind} ${showName(routine.name)} speaks of the type ${showName(type)}, and its text would keep the old name`,
    'Drop it before the rename, and create it again after with the new name.',
  );
}

/** The schema in which tables, views and triggers speak of the type by its new name. */
export function withTypeRenamed(schema: Schema, type: Name, to: string): Schema {
  refuseRoutine(schema, type);
  const moved = (sql: string): string => withRenamedType(sql, type, to);
  return {
    ...schema,
    tables: mapped(schema.tables, (table) => withTextsOf(table, moved)),
    views: mapped(schema.views, (view) => ({
      ...view,
      query: moved(view.query),
      indexes: view.indexes.map((index) => withIndexTexts(index, moved)),
    })),
    triggers: mapped(schema.triggers, (trigger) => ({ ...trigger, definition: moved(trigger.definition) })),
  };
}
