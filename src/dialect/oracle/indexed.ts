/** A list of columns has one index, which a key over it takes for its own. */

import type { Of, Operation } from '../../operation/operation.ts';
import type { Constraint } from '../../schema/constraint.ts';
import { type Name, showName } from '../../schema/name.ts';
import { type Schema, tableOf, viewOf } from '../../schema/schema.ts';
import type { Table } from '../../schema/table.ts';
import { columnNames, type Index, type IndexPart } from '../../schema/table-index.ts';
import { impossibleFor } from '../lower.ts';

type Key = Extract<Constraint, { kind: 'primary' | 'unique' }>;

interface Indexing {
  readonly shown: string;
  readonly columns: readonly IndexPart[];
  readonly key?: Key;
  readonly index?: Index;
}

/** As the engine compares them: an expression is another where it is written in another way. */
function listOf(columns: readonly IndexPart[]): string {
  const parts = columns.map((part) => {
    if (typeof part === 'string') return [part];
    if (part.column === undefined) return ['', part.expression?.replace(/\s+/g, ' ').trim()];
    return part.order === 'desc' ? [part.column, 'desc'] : [part.column];
  });
  return JSON.stringify(parts);
}

function isSame(one: readonly IndexPart[], other: readonly IndexPart[]): boolean {
  return one.length === other.length && listOf(one) === listOf(other);
}

export function isKey(constraint: Constraint): constraint is Key {
  return constraint.kind === 'primary' || constraint.kind === 'unique';
}

function ofKey(key: Key): Indexing {
  const shown = key.kind === 'primary' ? 'the primary key' : `the unique constraint ${key.name}`;
  return { shown, columns: key.columns, key };
}

function ofIndex(index: Index): Indexing {
  return { shown: `the index ${index.name}`, columns: index.columns, index };
}

function indexingsOf({ constraints, indexes }: Pick<Table, 'constraints' | 'indexes'>): readonly Indexing[] {
  return [...constraints.filter(isKey).map(ofKey), ...indexes.map(ofIndex)];
}

/** https://docs.oracle.com/en/error-help/db/ora-01408/ and https://docs.oracle.com/en/error-help/db/ora-02261/ */
function refuseSecond(fresh: Indexing, there: readonly Indexing[], table: Name): void {
  const twin = there.find(({ columns }) => isSame(columns, fresh.columns));
  if (twin === undefined || mayTake(fresh.key, twin.index)) return;
  const on = `${fresh.shown} on ${showName(table)}`;
  if (fresh.key !== undefined && twin.key !== undefined) {
    throw impossibleFor(
      `Oracle has one key over a list of columns: ${on} has those of ${twin.shown}`,
      'Leave one of them out.',
    );
  }
  throw impossibleFor(
    `Oracle has one index over a list of columns: ${on} has those of ${twin.shown}`,
    twin.key === undefined
      ? 'Leave one of them out, or drop the index first.'
      : 'Leave it out: the index of the key serves.',
  );
}

/** A key that is checked at the end, and so has rows twice for a while, takes no unique index. */
function mayTake(key: Key | undefined, index: Index | undefined): boolean {
  if (key === undefined || index === undefined || index.method?.toLowerCase() === 'bitmap') return false;
  return !index.unique || key.deferrable === undefined || key.deferrable === 'not deferrable';
}

/** https://docs.oracle.com/en/error-help/db/ora-02429/ */
function refuseTaken({ table, index }: Of<'dropIndex'>, known: Table | undefined): void {
  const going = known?.indexes.find(({ name }) => name === index);
  const key = known?.constraints.filter(isKey).find(({ columns }) => isSame(columns, going?.columns ?? []));
  if (key === undefined) return;
  throw impossibleFor(
    `Oracle drops no index that a key uses: ${index} on ${showName(table)} serves ${ofKey(key).shown}`,
    'Drop the key first, or leave the index where it is.',
  );
}

/** Whether the key has an index of its own, which is called as it is; undefined where another may serve it. */
export function hasOwnIndex(key: Key, { indexes }: Table): boolean | undefined {
  if (indexes.some(({ columns }) => isSame(columns, key.columns))) return false;
  const mayServe = ({ columns }: Index) => {
    const first = columnNames(columns.slice(0, key.columns.length));
    return first.length === key.columns.length && first.every((column) => key.columns.includes(column));
  };
  return indexes.some(mayServe) ? undefined : true;
}

function refuseSecondIndex({ table, index, ifNotExists }: Of<'createIndex'>, there: readonly Indexing[]): void {
  if (ifNotExists === true && there.some((other) => other.index?.name === index.name)) return;
  refuseSecond(ofIndex(index), there, table);
}

/** Throws `impossible` for a second index over the same columns, and where one goes that a key uses. */
export function refuseSameColumns(operation: Operation, before: Schema): void {
  // raw SQL may have dropped the other
  if (before.unread.length > 0) return;
  const there = (table: Name): readonly Indexing[] => {
    const known = tableOf(before, table) ?? { constraints: [], indexes: viewOf(before, table)?.indexes ?? [] };
    return indexingsOf(known);
  };
  if (operation.kind === 'createTable') {
    const all = indexingsOf(operation.table);
    for (const [at, one] of all.entries()) refuseSecond(one, all.slice(0, at), operation.table.name);
  } else if (operation.kind === 'createIndex') {
    refuseSecondIndex(operation, there(operation.table));
  } else if (operation.kind === 'addConstraint' && isKey(operation.constraint)) {
    refuseSecond(ofKey(operation.constraint), there(operation.table), operation.table);
  } else if (operation.kind === 'dropIndex') {
    refuseTaken(operation, tableOf(before, operation.table));
  }
}
