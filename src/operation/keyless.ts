/** Tables that are left without a primary key, which some servers do not take. */

import { type Name, showName } from '../schema/name.ts';
import { find } from '../schema/registry.ts';
import type { Schema } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import type { Operation } from './operation.ts';

export interface Keyless {
  readonly table: Name;
  readonly made: boolean;
  /** It has another key that no two rows share. */
  readonly unique: boolean;
}

const isUnique = ({ constraints, indexes }: Table): boolean =>
  constraints.some(({ kind }) => kind === 'unique') || indexes.some(({ unique }) => unique);

function losing(name: Name, before: Schema, takes: (key: readonly string[]) => boolean): readonly Keyless[] {
  const table = find(before.tables, showName(name));
  const key = table?.constraints.find(({ kind }) => kind === 'primary');
  if (table === undefined || key?.kind !== 'primary' || !takes(key.columns)) return [];
  return [{ table: name, made: false, unique: isUnique(table) }];
}

/** `before`: as the step found the schema. */
export function keylessAfter(operation: Operation, before: Schema): readonly Keyless[] {
  switch (operation.kind) {
    case 'createTable': {
      const { table, ifNotExists } = operation;
      if (ifNotExists || table.constraints.some(({ kind }) => kind === 'primary')) return [];
      return [{ table: table.name, made: true, unique: isUnique(table) }];
    }
    case 'dropConstraint':
      return operation.constraint.kind === 'primary' ? losing(operation.table, before, () => true) : [];
    case 'dropColumn':
      return losing(operation.table, before, ([first, ...more]) => first === operation.column && more.length === 0);
    default:
      return [];
  }
}
