/** Refuses what would need the actions of foreign keys in a transaction that has foreign keys off. */

import { MigratorError } from '../errors.ts';
import type { Operation } from '../operation/operation.ts';
import { apply } from '../operation/verbs.ts';
import type { ForeignKey } from '../schema/constraint.ts';
import { speaksOf } from '../schema/expression.ts';
import { type Name, showName } from '../schema/name.ts';
import { entries } from '../schema/registry.ts';
import type { Schema } from '../schema/schema.ts';
import type { Change } from './recording.ts';

type Event = 'onDelete' | 'onUpdate';

function acts(action: string | undefined): boolean {
  return action !== undefined && !/^(?:no action|restrict)$/i.test(action);
}

interface Touched {
  readonly table: Name;
  readonly event: Event;
  /** The columns that are written, where they are known. */
  readonly sets?: readonly string[] | undefined;
}

/** A key that would do something to rows that refer to this table. */
function actingKey(schema: Schema, { table, event, sets }: Touched): ForeignKey | undefined {
  return entries(schema.tables)
    .flatMap(([, { constraints }]) => constraints)
    .find(
      (key): key is ForeignKey =>
        key.kind === 'foreign' &&
        showName(key.references.table) === showName(table) &&
        acts(key[event]) &&
        (sets === undefined || key.references.columns.some((column) => sets.includes(column))),
    );
}

const touches = /\b(delete\s+from|replace\s+into|update)\b/i;

/** The tables whose rows an operation changes or removes, as far as that can be read. */
function touched(operation: Operation, schema: Schema): readonly Touched[] {
  if (operation.kind === 'dropTable')
    return operation.cascade === true ? [] : [{ table: operation.table, event: 'onDelete' }];
  if (operation.kind === 'data' && operation.verb !== 'insert') {
    const { table, verb, sets } = operation;
    return [{ table, event: verb === 'delete' ? 'onDelete' : 'onUpdate', sets }];
  }
  if (operation.kind !== 'raw') return [];
  const word = touches.exec(operation.sql)?.[1];
  if (word === undefined) return [];
  const event = /^update/i.test(word) ? 'onUpdate' : 'onDelete';
  return entries(schema.tables)
    .filter(([, { name }]) => speaksOf(operation.sql, name.name, 'table'))
    .map(([, { name }]) => ({ table: name, event }));
}

function refused(change: Change, name: Name, key: ForeignKey, event: Event): MigratorError {
  const action = `${event === 'onDelete' ? 'on delete' : 'on update'} ${key[event]}`;
  return new MigratorError(
    'impossible',
    `rows of ${showName(name)} change in a revision that makes a table anew, so ${action} of ${key.name} would not happen`,
    {
      hint: 'Foreign keys are off while a table is made anew: put the rows in a revision of their own.',
      ...(change.place === undefined ? {} : { place: change.place }),
    },
  );
}

/** Throws `impossible` where rows of others should follow and would not. */
export function refuseIdleActions(changes: readonly Change[], before: Schema): void {
  if (!changes.some(({ statements }) => statements.some(({ statement }) => statement.rebuilds !== undefined))) return;
  let schema = before;
  for (const change of changes) {
    for (const operation of change.operations) {
      for (const one of touched(operation, schema)) {
        const key = actingKey(schema, one);
        if (key !== undefined) throw refused(change, one.table, key, one.event);
      }
      schema = apply(operation, schema);
    }
  }
}
