/** Names that operations give, and names that they make free. */

import { type Name, showName } from '../schema/name.ts';
import type { Operation } from './operation.ts';

/** Something that comes into being under a name of its own. An index has the schema of its table. */
export interface Made {
  readonly kind: 'table' | 'view' | 'sequence' | 'enum' | 'index';
  readonly name: Name;
}

/** Some engines take names for the same in upper case and in lower case. */
export const keyOf = (name: Name): string => showName(name).toLowerCase();

export const inSchemaOf = (table: Name, name: string): Name =>
  table.schema === undefined ? { name } : { schema: table.schema, name };

export function madeBy(operation: Operation): readonly Made[] {
  switch (operation.kind) {
    case 'createTable': {
      const { name, indexes } = operation.table;
      if (operation.ifNotExists) return [];
      return [
        { kind: 'table', name },
        ...indexes.map((index): Made => ({ kind: 'index', name: inSchemaOf(name, index.name) })),
      ];
    }
    case 'renameTable':
      return [{ kind: 'table', name: inSchemaOf(operation.table, operation.to) }];
    case 'createView':
      return operation.replace ? [] : [{ kind: 'view', name: operation.view.name }];
    case 'createSequence':
      return operation.ifNotExists ? [] : [{ kind: 'sequence', name: operation.sequence.name }];
    case 'renameSequence':
      return [{ kind: 'sequence', name: inSchemaOf(operation.sequence, operation.to) }];
    case 'createEnum':
      return [{ kind: 'enum', name: operation.type.name }];
    case 'renameEnum':
      return [{ kind: 'enum', name: inSchemaOf(operation.type, operation.to) }];
    case 'createIndex': {
      const { table, index, ifNotExists } = operation;
      return ifNotExists ? [] : [{ kind: 'index', name: inSchemaOf(table, index.name) }];
    }
    case 'renameIndex':
      return [{ kind: 'index', name: inSchemaOf(operation.table, operation.to) }];
    default:
      return [];
  }
}

/** What has a schema of its own, and not that of its table or of what it was before. */
function placed(operation: Operation): Name | undefined {
  switch (operation.kind) {
    case 'createTable':
      return operation.table.name;
    case 'createView':
      return operation.view.name;
    case 'createSequence':
      return operation.sequence.name;
    case 'createEnum':
      return operation.type.name;
    case 'createRoutine':
      return operation.routine.name;
    default:
      return undefined;
  }
}

export function isMadeAnywhere(operation: Operation): boolean {
  const name = placed(operation);
  return name !== undefined && name.schema === undefined;
}

export function freedBy(operation: Operation): readonly Name[] {
  switch (operation.kind) {
    case 'dropTable':
    case 'renameTable':
      return [operation.table];
    case 'dropView':
      return [operation.view];
    case 'dropSequence':
    case 'renameSequence':
      return [operation.sequence];
    case 'dropEnum':
    case 'renameEnum':
      return [operation.type];
    case 'dropIndex':
    case 'renameIndex':
      return [inSchemaOf(operation.table, operation.index)];
    case 'dropConstraint':
      return operation.constraint.name === undefined ? [] : [inSchemaOf(operation.table, operation.constraint.name)];
    default:
      return [];
  }
}

/** Everything that gets a name, schemas and routines too. */
export function namesMadeBy(operation: Operation): readonly Name[] {
  if (operation.kind === 'createSchema') return [{ name: operation.schema }];
  if (operation.kind === 'createRoutine' && !operation.replace) return [operation.routine.name];
  return madeBy(operation).map(({ name }) => name);
}
