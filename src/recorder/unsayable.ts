/** Which operations, or parts of them, knex has no words for. */

import type { Of, Operation } from '../operation/operation.ts';
import type { Column } from '../schema/column.ts';
import { type Constraint, isNamelessCheck } from '../schema/constraint.ts';
import type { Table } from '../schema/table.ts';
import type { Index } from '../schema/table-index.ts';

/** What knex has no words for, so that leaving it to knex would lose it without a word. */
export function unsayable(operation: Operation): string | undefined {
  switch (operation.kind) {
    case 'createTable':
      return beyondTable(operation.table);
    case 'addColumn':
      return operation.ifNotExists ? 'if not exists' : beyondColumn(operation.column);
    case 'alterColumn':
      return beyondColumn(operation.change);
    case 'addConstraint':
      return isNamelessCheck(operation.constraint) ? 'a check without a name' : beyondKey(operation.constraint);
    case 'createIndex':
      return operation.ifNotExists ? 'if not exists' : beyondIndex(operation.index);
    case 'dropTable':
      return operation.cascade ? 'cascade' : undefined;
    case 'dropColumn':
      return operation.ifExists ? 'if exists' : undefined;
    case 'dropConstraint':
      return operation.ifExists ? 'if exists' : dotted(operation.constraint.name);
    case 'dropIndex':
      return operation.ifExists ? 'if exists' : dotted(operation.index);
    default:
      return undefined;
  }
}

const knownOptions = new Set(['engine', 'charset', 'collate', 'inherits']);

function beyondTable({ columns, constraints, indexes, options = {}, partitioning }: Table): string | undefined {
  if (partitioning !== undefined) return 'partitions';
  const option = Object.keys(options).find((key) => !knownOptions.has(key));
  if (option !== undefined) return `the option ${option}`;
  const parts = [...columns.map(beyondColumn), ...constraints.map(beyondKey), ...indexes.map(beyondIndex)];
  return parts.find((part) => part !== undefined);
}

function beyondColumn(
  column: Pick<Column, 'identity' | 'computed' | 'onUpdate'> | Of<'alterColumn'>['change'],
): string | undefined {
  if (column.identity !== undefined) return 'identity columns';
  if (column.computed !== undefined) return 'computed columns';
  if (column.onUpdate !== undefined) return 'on update';
  if ('using' in column && column.using !== undefined) return 'using';
  return undefined;
}

function dotted(name: string | undefined): string | undefined {
  return name?.includes('.') ? `knex takes what stands before the dot in ${name} for a schema` : undefined;
}

function beyondKey(key: Constraint): string | undefined {
  if (key.kind === 'exclude') return 'exclusion constraints';
  const name = key.kind === 'check' ? undefined : dotted(key.name);
  if (name !== undefined) return name;
  return ['include', 'clustered', 'nullsNotDistinct', 'match', 'notValid'].find((word) => word in key);
}

function beyondIndex(index: Index): string | undefined {
  if (index.columns.some((part) => typeof part !== 'string')) return 'expressions and orders in indexes';
  return dotted(index.name) ?? ['include', 'nullsNotDistinct', 'storage'].find((word) => word in index);
}
