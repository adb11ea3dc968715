/** Where a script makes things. */

import { type Column, hasSequence } from '../schema/column.ts';
import type { Name } from '../schema/name.ts';
import { type Schema, tableOf } from '../schema/schema.ts';
import { type Made, madeBy } from './names-made.ts';
import type { Of, Operation } from './operation.ts';
import { inTheWay } from './readers.ts';

/** A counter is what numbers the rows of a column; a view is made again where it was in the way of a change, and an enumerated type to lose a value. */
type MadeKind = Made['kind'] | 'routine' | 'partition' | 'counter' | 'view again' | 'enum again';

/** A schema, or wherever names without one lead. */
export interface MadeIn {
  readonly schema: string | undefined;
  readonly kinds: readonly MadeKind[];
  /** What the tables and sequences among them are called. */
  readonly tables: readonly string[];
}

interface Making {
  readonly kind: MadeKind;
  readonly name: Name;
}

function counting(table: Name, column: Column): readonly Making[] {
  return hasSequence(column) ? [{ kind: 'counter', name: table }] : [];
}

function beginningToCount({ table, column, change }: Of<'alterColumn'>, before: Schema): readonly Making[] {
  const known = tableOf(before, table)?.columns.find(({ name }) => name === column);
  const begins = change.identity !== undefined && change.identity !== null && known?.identity === undefined;
  return begins ? [{ kind: 'counter', name: table }] : [];
}

/** The right to make a thing is asked for where it is there already, too. */
export function makingOf(operation: Operation, before: Schema): readonly Making[] {
  switch (operation.kind) {
    case 'createRoutine':
      return [{ kind: 'routine', name: operation.routine.name }];
    case 'createView':
      return madeBy({ ...operation, replace: false });
    case 'createTable':
    case 'createSequence':
    case 'createIndex':
      return madeBy({ ...operation, ifNotExists: false });
    case 'addConstraint': {
      const { kind } = operation.constraint;
      return kind === 'foreign' || kind === 'check' ? [] : [{ kind: 'index', name: operation.table }];
    }
    case 'addPartition':
      return [{ kind: 'partition', name: operation.table }];
    case 'addColumn':
      return counting(operation.table, operation.column);
    case 'alterColumn':
      return [
        ...beginningToCount(operation, before),
        ...inTheWay(operation, before).views.map(({ name }): Making => ({ kind: 'view again', name })),
      ];
    case 'dropEnumValue':
      return [{ kind: 'enum again', name: operation.type }];
    // a type alone gets another name by its owner's right: https://www.postgresql.org/docs/current/sql-altertype.html
    case 'renameEnum':
      return [];
    default:
      return madeBy(operation);
  }
}

export function placesOf(all: readonly Making[]): readonly MadeIn[] {
  const places = new Set(all.map(({ name }) => name.schema));
  return [...places].map((schema) => {
    const made = all.filter(({ name }) => name.schema === schema);
    const tables = made.filter(({ kind }) => kind === 'table' || kind === 'sequence');
    return {
      schema,
      kinds: [...new Set(made.map(({ kind }) => kind))],
      tables: [...new Set(tables.map(({ name }) => name.name))],
    };
  });
}
