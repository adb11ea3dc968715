/** Tables, views, sequences and indexes: a schema has each name once for all of them. */

import type { Operation } from '../../operation/operation.ts';
import { type Name, showName } from '../../schema/name.ts';
import { find } from '../../schema/registry.ts';
import type { Schema } from '../../schema/schema.ts';
import { namedIndexes, ownerOf } from '../index-twins.ts';
import { impossibleFor } from '../lower.ts';

/** A partition is a table of its own. */
type Kind = 'table' | 'partition' | 'view' | 'sequence' | 'index';

interface Made {
  readonly kind: Kind;
  /** As `showName` writes it. */
  readonly name: string;
}

function relation(operation: Operation): readonly Made[] {
  const made = (kind: Kind, name: Name) => [{ kind, name: showName(name) }];
  switch (operation.kind) {
    case 'createTable': {
      const { name, partitioning: { partitions = [] } = {} } = operation.table;
      return [...made('table', name), ...partitions.flatMap((one) => made('partition', { ...name, name: one.name }))];
    }
    case 'addPartition':
      return made('partition', { ...operation.table, name: operation.partition.name });
    case 'renameTable':
      return made('table', { ...operation.table, name: operation.to });
    case 'createView':
      return made('view', operation.view.name);
    case 'createSequence':
      return made('sequence', operation.sequence.name);
    case 'renameSequence':
      return made('sequence', { ...operation.sequence, name: operation.to });
    default:
      return [];
  }
}

/** What has the name already; whatever is of the same kind is asked for elsewhere. */
function holderOf({ kind, name }: Made, before: Schema): string | undefined {
  const has = {
    table: () => find(before.tables, name) !== undefined && 'a table',
    view: () => find(before.views, name) !== undefined && 'a view',
    sequence: () => find(before.sequences, name) !== undefined && 'a sequence',
    index: () => {
      const table = ownerOf(name, before);
      return table !== undefined && `an index of ${showName(table.name)}`;
    },
  };
  const likeATable = (one: string) => one === 'table' || one === 'view';
  return Object.entries(has)
    .filter(([other]) => other !== kind && !(likeATable(kind) && likeATable(other)))
    .map(([, holder]) => holder())
    .find((holder) => holder !== false);
}

/** Throws `impossible` where two would have one name: https://www.postgresql.org/docs/current/catalog-pg-class.html */
export function refuseRelationTwins(operation: Operation, before: Schema, title: string): void {
  // raw SQL may have dropped the other
  if (before.unread.length > 0) return;
  const own = relation(operation);
  const indexes = namedIndexes(operation).map((name): Made => ({ kind: 'index', name }));
  for (const made of [...own, ...indexes]) {
    const first = own.find(({ name }) => name === made.name) ?? made;
    const holder = first === made ? holderOf(made, before) : 'a table';
    if (holder === undefined) continue;
    throw impossibleFor(
      `${title} has tables, views, sequences and indexes of a schema under one list of names: ${made.kind} ${made.name} would be called as ${holder} is`,
      'Give one of them another name.',
    );
  }
}
