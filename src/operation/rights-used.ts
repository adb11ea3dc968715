/** The rights that operations take on tables that are there. */

import type { Name } from '../schema/name.ts';
import type { Constraint } from '../schema/table.ts';
import type { Operation } from './operation.ts';
import { touchedBy } from './touched.ts';

export type Right =
  | 'alter'
  | 'rename'
  | 'drop'
  | 'drop partition'
  | 'index'
  | 'trigger'
  | 'reference'
  | 'insert'
  | 'update'
  | 'delete'
  | 'truncate';

/** A table that the script did not make, by the name that it has before the script. */
export interface Used {
  readonly table: Name;
  readonly rights: readonly Right[];
}

type Use = readonly [table: Name, ...rights: readonly Right[]];

function referredTo(constraints: readonly Constraint[]): readonly Use[] {
  return constraints.flatMap((key): readonly Use[] =>
    key.kind === 'foreign' ? [[key.references.table, 'reference']] : [],
  );
}

export function usedBy(operation: Operation): readonly Use[] {
  switch (operation.kind) {
    case 'createTable':
      return referredTo(operation.table.constraints);
    case 'dropTable':
      return [[operation.table, 'drop']];
    case 'renameTable':
      return [[operation.table, 'rename']];
    case 'dropPartition':
      return [[operation.table, 'drop partition']];
    case 'addConstraint':
      return [[operation.table, 'alter'], ...referredTo([operation.constraint])];
    case 'commentTable':
    case 'alterTable':
    case 'addPartition':
    case 'addColumn':
    case 'dropColumn':
    case 'renameColumn':
    case 'alterColumn':
    case 'dropConstraint':
    case 'renameConstraint':
    case 'validateConstraint':
      return [[operation.table, 'alter']];
    case 'createIndex':
    case 'dropIndex':
    case 'renameIndex':
      return [[operation.table, 'index']];
    case 'createTrigger':
      return [[operation.trigger.table, 'trigger']];
    case 'dropTrigger':
      return [[operation.table, 'trigger']];
    case 'insert':
      return [[operation.table, 'insert']];
    case 'data':
      return [[operation.table, operation.verb]];
    case 'raw': {
      const table = operation.does === undefined ? touchedBy(operation.sql) : undefined;
      const verb = /^\s*(insert|update|delete|truncate)\b/i.exec(operation.sql)?.[1]?.toLowerCase() as
        | Right
        | undefined;
      return table === undefined ? [] : [[table, ...(verb === undefined ? [] : [verb])]];
    }
    default:
      return [];
  }
}
