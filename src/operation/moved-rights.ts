/** Names of tables on which rights are given and taken because something gets another name, where rights stay on names. */

import type { Name } from '../schema/name.ts';
import type { Schema } from '../schema/schema.ts';
import { rightsOnColumn } from './column-rights.ts';
import { grantsOn } from './dependents.ts';
import { inSchemaOf } from './names-made.ts';
import type { Operation } from './operation.ts';

/** `before`: as the step found the schema. */
export function movedRights(operation: Operation, before: Schema): readonly Name[] {
  switch (operation.kind) {
    case 'renameTable': {
      const { table, to } = operation;
      return grantsOn(before, ['table'], table).length === 0 ? [] : [table, inSchemaOf(table, to)];
    }
    case 'renameColumn': {
      const { table, column } = operation;
      return rightsOnColumn(before, table, column).length === 0 ? [] : [table];
    }
    default:
      return [];
  }
}
