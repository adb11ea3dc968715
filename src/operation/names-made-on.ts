/** Names that a script gives to what stands on tables. */

import type { Constraint } from '../schema/constraint.ts';
import type { Name } from '../schema/name.ts';
import { entries, lookupBy } from '../schema/registry.ts';
import { type Schema, tableOf } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { done, isUnknown, type Step } from './done.ts';
import { inSchemaOf, keyOf } from './names-made.ts';
import type { Operation } from './operation.ts';

interface On {
  readonly table: Name;
  readonly name: string;
}

export interface MadeKey extends On {
  readonly kind: 'key';
  readonly key: Constraint;
  /** The table as it is known when it gets the key. */
  readonly of: Table | undefined;
}

/** `isNew`: the script itself has made the table, where nobody else has given names. */
export type MadeOn = (MadeKey | (On & { readonly kind: 'column' | 'trigger' | 'partition' })) & {
  readonly isNew: boolean;
};
type Met = MadeKey | (On & { readonly kind: Exclude<MadeOn['kind'], 'key'> });

/** What the engine makes a name up for finds one that is free. */
function keyOn(table: Name, key: Constraint, of: Table | undefined): readonly Met[] {
  return key.name === undefined ? [] : [{ kind: 'key', table, name: key.name, key, of }];
}

function madeOn(operation: Operation, before: Schema): readonly Met[] {
  switch (operation.kind) {
    case 'createTable': {
      const { table, ifNotExists } = operation;
      if (ifNotExists) return [];
      const parts = table.partitioning?.partitions ?? [];
      return [
        ...table.constraints.flatMap((key) => keyOn(table.name, key, table)),
        ...parts.map(({ name }): Met => ({ kind: 'partition', table: table.name, name })),
      ];
    }
    case 'addConstraint':
      return keyOn(operation.table, operation.constraint, tableOf(before, operation.table));
    case 'renameConstraint': {
      const table = tableOf(before, operation.table);
      const key = table?.constraints.find(({ name }) => name === operation.constraint);
      return key === undefined ? [] : keyOn(operation.table, { ...key, name: operation.to } as Constraint, table);
    }
    case 'addColumn':
      return operation.ifNotExists ? [] : [{ kind: 'column', table: operation.table, name: operation.column.name }];
    case 'renameColumn':
      return [{ kind: 'column', table: operation.table, name: operation.to }];
    case 'createTrigger': {
      const { table, name } = operation.trigger;
      return operation.replace ? [] : [{ kind: 'trigger', table, name }];
    }
    case 'addPartition':
      return [{ kind: 'partition', table: operation.table, name: operation.partition.name }];
    default:
      return [];
  }
}

/** By the widest list of names that any engine has for the kind. */
function wordOf(kind: MadeOn['kind'], table: Name, name: string): string {
  return kind === 'column'
    ? `column ${keyOf(table)} ${name.toLowerCase()}`
    : `${kind} ${keyOf(inSchemaOf(table, name))}`;
}

/** A key that has the name that the engine made up for it. */
const namelessOn = (table: Name): string => `nameless key ${keyOf(table)}`;

function freedOn(operation: Operation): readonly string[] {
  switch (operation.kind) {
    case 'dropConstraint': {
      const { table, constraint } = operation;
      return [constraint.name === undefined ? namelessOn(table) : wordOf('key', table, constraint.name)];
    }
    case 'renameConstraint':
      return [wordOf('key', operation.table, operation.constraint)];
    case 'dropIndex':
    case 'renameIndex':
      return [wordOf('key', operation.table, operation.index)];
    case 'dropColumn':
    case 'renameColumn':
      return [wordOf('column', operation.table, operation.column)];
    case 'dropTrigger':
      return [wordOf('trigger', operation.table, operation.trigger)];
    case 'dropPartition':
      return [wordOf('partition', operation.table, operation.partition)];
    default:
      return [];
  }
}

const onTables = lookupBy(({ name: table, columns, constraints, indexes, partitioning }: Table) =>
  [
    ...columns.map(({ name }) => wordOf('column', table, name)),
    ...[...constraints, ...indexes].flatMap(({ name }) => (name === undefined ? [] : wordOf('key', table, name))),
    ...(partitioning?.partitions ?? []).map(({ name }) => wordOf('partition', table, name)),
  ].map((word) => [word, true] as const),
);

/** What replay saw go, in whatever way, the script has taken away itself. */
function wasThere(word: string, { tables, triggers }: Schema): boolean {
  if (onTables(tables, word) === true) return true;
  return entries(triggers).some(([, { table, name }]) => wordOf('trigger', table, name) === word);
}

/** What nobody knows may be gone with it. */
function isBlind(operation: Operation, before: Schema, own: ReadonlySet<string>): boolean {
  if (isUnknown(operation) || operation.kind === 'dropSchema') return true;
  return (
    operation.kind === 'dropTable' && !own.has(keyOf(operation.table)) && tableOf(before, operation.table) === undefined
  );
}

/** What is not there yet on tables, in the order of the script. */
export function madeOnTables(steps: readonly Step[]): readonly MadeOn[] {
  const [made, handled, own] = [[] as MadeOn[], new Set<string>(), new Set<string>()];
  for (const step of steps) {
    for (const operation of done(step)) {
      if (isBlind(operation, step.before, own)) return made;
      if (operation.kind === 'createTable' && !operation.ifNotExists) own.add(keyOf(operation.table.name));
      for (const word of freedOn(operation)) handled.add(word);
      for (const one of madeOn(operation, step.before)) {
        const word = wordOf(one.kind, one.table, one.name);
        const mayBeFreed = one.kind === 'key' && handled.has(namelessOn(one.table));
        if (!mayBeFreed && !handled.has(word) && !wasThere(word, steps[0]!.before))
          made.push({ ...one, isNew: own.has(keyOf(one.table)) });
        handled.add(word);
      }
      if (operation.kind === 'renameTable' && own.has(keyOf(operation.table)))
        own.add(keyOf(inSchemaOf(operation.table, operation.to)));
    }
  }
  return made;
}
