/** Constraints and indexes of SQLite: unique constraints are indexes, every other one is a part of the table's text. */

import type { Of } from '../../operation/operation.ts';
import { showName } from '../../schema/name.ts';
import { type Schema, tableOf } from '../../schema/schema.ts';
import type { Index } from '../../schema/table-index.ts';
import { type Lowering, step, unsupported } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { createIndex, dropIndex } from './index-text.ts';
import { cannotAsk, requireKnown, unreadOf } from './known.ts';
import { rebuild } from './rebuild.ts';
import { refuseIndex, refuseKey } from './refusals.ts';
import { type Accent, indexesOf, isPlain } from './table-text.ts';

function renameIndex(operation: Of<'renameIndex'>, before: Schema, accent: Accent): readonly Statement[] {
  const { table: name, index: old, to } = operation;
  const known = requireKnown(operation, before).indexes.find((index) => index.name === old);
  if (known === undefined)
    throw unsupported(
      `SQLite cannot rename index ${old}: it would be made anew, and no revision says what it is`,
      'drop it and create it',
    );
  return renamed(name, known, to, accent);
}

/** There is no ALTER INDEX: https://www.sqlite.org/lang.html */
function renamed(table: Of<'renameIndex'>['table'], index: Index, to: string, accent: Accent): readonly Statement[] {
  return [
    step('drop it under its old name', dropIndex(table, index.name, accent)),
    step('create it under its new name', createIndex(table, { ...index, name: to }, accent)),
  ];
}

function renameConstraint(
  operation: Of<'renameConstraint'>,
  before: Schema,
  version: string,
  accent: Accent,
): readonly Statement[] {
  const table = requireKnown(operation, before);
  const key = table.constraints.find(({ name }) => name === operation.constraint);
  if (key?.kind !== 'unique') return rebuild([operation], before, version, accent);
  const index = indexesOf(table).find(({ name }) => name === operation.constraint)!;
  return renamed(operation.table, index, operation.to, accent);
}

function dropConstraint(
  operation: Of<'dropConstraint'>,
  before: Schema,
  version: string,
  accent: Accent,
): readonly Statement[] | undefined {
  const { table: name, constraint, ifExists = false } = operation;
  if (constraint.kind === 'unique') {
    if (!ifExists || constraint.name === undefined) return undefined;
    return [dropIndex(name, constraint.name, accent, true)];
  }
  const isIt = (key: { readonly kind: string; readonly name?: string }) =>
    key.kind === constraint.kind &&
    (key.kind === 'primary' || constraint.name === undefined || key.name === constraint.name);
  if (ifExists && tableOf(before, name)?.constraints.some(isIt) === false) {
    if (unreadOf(before, name) === undefined) return [];
    throw cannotAsk(
      `the ${constraint.kind} constraint ${constraint.name ?? ''} of table ${showName(name)}`,
      name,
      before,
    );
  }
  return rebuild([operation], before, version, accent);
}

export function keyLowering(accent: Accent): Lowering {
  return {
    addConstraint: (operation, before, version) => {
      refuseKey(operation.constraint);
      return operation.constraint.kind === 'unique' ? undefined : rebuild([operation], before, version, accent);
    },
    dropConstraint: (operation, before, version) => dropConstraint(operation, before, version, accent),
    renameConstraint: (operation, before, version) => renameConstraint(operation, before, version, accent),
    // every row was looked at when the table took the constraint
    validateConstraint: () => [],
    createIndex: ({ table, index, ifNotExists = false }, _, version) => {
      refuseIndex(index, version);
      return isPlain(index) && !ifNotExists ? undefined : [createIndex(table, index, accent, ifNotExists)];
    },
    dropIndex: ({ table, index, ifExists = false }) => (ifExists ? [dropIndex(table, index, accent, true)] : undefined),
    renameIndex: (operation, before) => renameIndex(operation, before, accent),
  };
}
