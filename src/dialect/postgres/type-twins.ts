/** Types and relations of one name: each table and view is a type, too. */

import { madeBy } from '../../operation/enum-verbs.ts';
import type { Operation } from '../../operation/operation.ts';
import type { Column } from '../../schema/column.ts';
import { type Name, showName } from '../../schema/name.ts';
import { enumOf, type Schema, tableOf, viewOf } from '../../schema/schema.ts';
import { impossibleFor } from '../lower.ts';

interface Named {
  readonly types?: readonly Name[];
  readonly relations?: readonly Name[];
}

function typesOf(columns: readonly Column[], table: Name): readonly Name[] {
  return columns.flatMap((column) => madeBy(column, table)?.name ?? []);
}

function named(operation: Operation): Named {
  switch (operation.kind) {
    case 'createTable': {
      const { name, columns } = operation.table;
      return { types: typesOf(columns, name), relations: [name] };
    }
    case 'addColumn':
      return { types: typesOf([operation.column], operation.table) };
    case 'createEnum':
      return { types: [operation.type.name] };
    case 'renameEnum':
      return { types: [{ ...operation.type, name: operation.to }] };
    case 'renameTable':
      return { relations: [{ ...operation.table, name: operation.to }] };
    case 'createView':
      return { relations: [operation.view.name] };
    default:
      return {};
  }
}

function refuse(title: string, name: Name, relation: string): never {
  throw impossibleFor(
    `${title} takes every ${relation} for a type, too: there cannot be an enum and a ${relation} ${showName(name)}`,
    'Give the enum another name.',
  );
}

/** Throws `impossible` where both would have one name: https://www.postgresql.org/docs/current/sql-createtype.html */
export function refuseTypeTwins(operation: Operation, before: Schema, title: string): void {
  // raw SQL may have dropped the other
  if (before.unread.length > 0) return;
  const { types = [], relations = [] } = named(operation);
  for (const name of types) {
    const isOwn = relations.some((one) => showName(one) === showName(name));
    if (isOwn || tableOf(before, name) !== undefined) refuse(title, name, 'table');
    if (viewOf(before, name) !== undefined) refuse(title, name, 'view');
  }
  const relation = operation.kind === 'createView' ? 'view' : 'table';
  for (const name of relations) if (enumOf(before, name) !== undefined) refuse(title, name, relation);
}
