/** How tables are taken back. */

import { speaksOf } from '../schema/expression.ts';
import { showName } from '../schema/name.ts';
import { type Schema, tableOf } from '../schema/schema.ts';
import { type Table, withOptions, withoutOptions } from '../schema/table.ts';
import type { Storage } from '../schema/table-index.ts';
import { grantsOn, keysTo, triggersOn } from './dependents.ts';
import { broughtBack, goneWith } from './enum-verbs.ts';
import type { Of, Operation } from './operation.ts';
import { back, lacks, loses, noWay, type Reversal, type Reverse, unknown, unlessThere } from './reversal.ts';
import type { TableKind } from './table-verbs.ts';
import { viewsOf } from './verb.ts';
import { apply } from './verbs.ts';

const rowsOf = (table: string): string => `the rows of table ${table}`;

/** The table as it was, and what went with it: keys of other tables, triggers, rights. */
function recreated(table: Table, before: Schema, after: Schema): readonly Operation[] {
  return [
    ...goneWith(table.columns, before, after).map((type): Operation => ({ kind: 'createEnum', type })),
    {
      kind: 'createTable',
      table: { ...table, columns: table.columns.map((column) => broughtBack(column, before)) },
      ifNotExists: false,
    },
    ...keysTo(before, table.name).map(
      ({ table: other, key }): Operation => ({ kind: 'addConstraint', table: other.name, constraint: key }),
    ),
    ...triggersOn(before, table.name).map((trigger): Operation => ({ kind: 'createTrigger', trigger, replace: false })),
    ...grantsOn(before, ['table'], table.name).map((grant): Operation => ({ kind: 'grant', grant })),
  ];
}

interface Earlier {
  readonly options: Storage;
  readonly resets: readonly string[];
}

/** What nobody had said is set back where the dialect can do that, unless it was said in other words. */
function earlierOptions(
  table: Table,
  op: Of<'alterTable'>,
  resets: RegExp | undefined,
): Earlier | { readonly missing: string } {
  const { options: old = {} } = table;
  const words = Object.keys(old).map((option) => option.toLowerCase());
  const unsaid = Object.keys(op.options).filter((option) => old[option] === undefined);
  const missing = unsaid.find(
    (option) => words.includes(option.toLowerCase()) || resets?.test(option.toLowerCase()) !== true,
  );
  if (missing !== undefined) return { missing };
  const { options: now = {} } = withOptions(withoutOptions(table, op.resets ?? []), op.options);
  const changed = Object.entries(old).filter(([option, value]) => now[option] !== value);
  return { options: Object.fromEntries(changed), resets: unsaid };
}

function reverseDrop(op: Of<'dropTable'>, table: Table, before: Schema): Reversal {
  const shown = showName(table.name);
  const view = op.cascade ? viewsOf(before).find(({ query }) => speaksOf(query, table.name.name, 'table')) : undefined;
  if (view !== undefined) return noWay(`with cascade it may drop view ${showName(view.name)} too`);
  return back(recreated(table, before, apply(op, before)), lacks(rowsOf(shown)));
}

export const tableReversals: { readonly [K in TableKind]: Reverse<K> } = {
  createTable(op, before) {
    const { name } = op.table;
    return unlessThere(op.ifNotExists, tableOf(before, name), `table ${showName(name)}`, () =>
      back([{ kind: 'dropTable', table: name, ifExists: false }], loses(rowsOf(showName(name)))),
    );
  },
  dropTable(op, before) {
    const table = tableOf(before, op.table);
    return table === undefined ? unknown(`table ${showName(op.table)}`) : reverseDrop(op, table, before);
  },
  renameTable: (op) => back([{ kind: 'renameTable', table: { ...op.table, name: op.to }, to: op.table.name }]),
  commentTable(op, before) {
    const table = tableOf(before, op.table);
    if (table === undefined) return unknown(`the comment on table ${showName(op.table)}`);
    return back([{ kind: 'commentTable', table: op.table, comment: table.comment ?? null }]);
  },
  alterTable(op, before) {
    const table = tableOf(before, op.table);
    if (table === undefined) return unknown(`table ${showName(op.table)}`);
    const earlier = earlierOptions(table, op, before.resets);
    if ('missing' in earlier) return unknown(`${earlier.missing} of table ${showName(op.table)}`);
    const { options, resets } = earlier;
    if (Object.keys(options).length === 0 && resets.length === 0) return back([]);
    return back([{ kind: 'alterTable', table: op.table, options, ...(resets.length === 0 ? {} : { resets }) }]);
  },
  addPartition: (op) =>
    back(
      [{ kind: 'dropPartition', table: op.table, partition: op.partition.name }],
      loses(`the rows of partition ${op.partition.name} of table ${showName(op.table)}`),
    ),
  dropPartition(op, before) {
    const partitions = tableOf(before, op.table)?.partitioning?.partitions ?? [];
    const partition = partitions.find(({ name }) => name === op.partition);
    const what = `partition ${op.partition} of table ${showName(op.table)}`;
    if (partition === undefined) return unknown(what);
    // MySQL and Oracle add such partitions above all others only: https://dev.mysql.com/doc/refman/8.4/en/partitioning-management-range-list.html
    if (/\bless\s+than\b/i.test(partition.values) && partition !== partitions.at(-1))
      return noWay('a partition cannot be put back below others');
    return back([{ kind: 'addPartition', table: op.table, partition }], lacks(`the rows of ${what}`));
  },
};
