/** A table made anew, because ALTER TABLE cannot change it: https://www.sqlite.org/lang_altertable.html#otheralter */

import type { Operation } from '../../operation/operation.ts';
import { apply } from '../../operation/verbs.ts';
import { type Name, showName } from '../../schema/name.ts';
import type { Trigger } from '../../schema/objects.ts';
import { type Schema, tableOf } from '../../schema/schema.ts';
import type { Table } from '../../schema/table.ts';
import { quoteName } from '../dialect.ts';
import { refuseUnread, schemaStatement, step, steps } from '../lower.ts';
import type { Rebuild, Statement } from '../statement.ts';
import { requireVersion } from '../version.ts';
import { createIndex } from './index-text.ts';
import { requireKnown } from './known.ts';
import { createTrigger, triggersOf } from './object.ts';
import { refuseTable } from './refusals.ts';
import { type Accent, countsItself, indexesOf, list, tableText } from './table-text.ts';

/** What can be done to one table by making it anew. */
export type TableChange = Extract<
  Operation,
  {
    kind:
      | 'addColumn'
      | 'dropColumn'
      | 'renameColumn'
      | 'alterColumn'
      | 'addConstraint'
      | 'dropConstraint'
      | 'renameConstraint'
      | 'validateConstraint'
      | 'createIndex'
      | 'dropIndex'
      | 'renameIndex'
      | 'alterTable'
      | 'commentTable';
  }
>;

/** Where each column of the new table comes from, as SQL about the old one; a new column is not among them. */
type Sources = ReadonlyMap<string, string>;

function moved(sources: Sources, operation: TableChange): Sources {
  const next = new Map(sources);
  if (operation.kind === 'dropColumn') next.delete(operation.column);
  if (operation.kind === 'renameColumn') {
    const source = next.get(operation.column);
    next.delete(operation.column);
    if (source !== undefined) next.set(operation.to, source);
  }
  if (operation.kind === 'alterColumn' && operation.change.using !== undefined) {
    next.set(operation.column, operation.change.using);
  }
  return next;
}

interface Change {
  readonly from: Table;
  readonly to: Table;
  readonly sources: Sources;
  /** Of the new table. */
  readonly triggers: readonly Trigger[];
}

function withoutName(table: Table, name: Name): Table {
  return { ...table, name };
}

function copyName(table: Name): Name {
  return { ...table, name: `migrator_new_${table.name}` };
}

function copyRows({ from, to, sources }: Change, rebuilds: Rebuild, accent: Accent): Statement {
  const columns = to.columns.filter(({ name, computed }) => computed === undefined && sources.has(name));
  const names = columns.map(({ name }) => name);
  const values = names.map((name) => sources.get(name)!).join(', ');
  const into = `insert into ${quoteName(accent, rebuilds.copy)} ${list(names, accent)}`;
  const copied = schemaStatement(`${into} select ${values} from ${quoteName(accent, from.name)}`);
  return step(`copy the rows of table ${showName(from.name)}`, { ...copied, rebuilds });
}

/** Numbers of rows that are gone are not given again: https://www.sqlite.org/autoinc.html */
function copyCounter({ from, to }: Change, { table, copy }: Rebuild, accent: Accent): readonly Statement[] {
  const counts = [from, to].every((one) => one.columns.some((column) => countsItself(column, one)));
  if (!counts) return [];
  const counters = quoteName(accent, { ...table, name: 'sqlite_sequence' });
  const [old, anew] = [table.name, copy.name].map(accent.text);
  return steps(`keep the count of the numbers that table ${showName(table)} has given`, [
    schemaStatement(`delete from ${counters} where name = ${anew}`),
    schemaStatement(`insert into ${counters} (name, seq) select ${anew}, seq from ${counters} where name = ${old}`),
  ]);
}

/**
 * The new name must not spread: keys, views and triggers elsewhere speak of the old one, which is right again now.
 * https://www.sqlite.org/pragma.html#pragma_legacy_alter_table
 */
function takePlace({ table, copy }: Rebuild, accent: Accent): readonly Statement[] {
  return [
    step(`drop the old table ${showName(table)}`, schemaStatement(`drop table ${quoteName(accent, table)}`)),
    step('let the new name spread to nothing else', schemaStatement('pragma legacy_alter_table = on')),
    step(
      `put the new table in the place of ${showName(table)}`,
      schemaStatement(`alter table ${quoteName(accent, copy)} rename to ${accent.quote(table.name)}`),
    ),
    step('let names spread again', schemaStatement('pragma legacy_alter_table = off')),
  ];
}

/** A column that goes by its own name: the engine reads every view and trigger again, and fails at one that lacks a column. */
function readAgain({ from, to, sources, triggers }: Change, accent: Accent): readonly Statement[] {
  if (triggers.length === 0 && from.columns.every(({ name }) => sources.get(name) === accent.quote(name))) return [];
  const name = accent.quote(to.columns[0]!.name);
  return [
    step(
      'have every view and trigger read again',
      schemaStatement(`alter table ${quoteName(accent, to.name)} rename column ${name} to ${name}`),
    ),
  ];
}

function statements(change: Change, accent: Accent): readonly Statement[] {
  const { from, to, triggers } = change;
  const rebuilds: Rebuild = {
    table: from.name,
    copy: copyName(from.name),
    columns: from.columns.map(({ name }) => name),
    objects: [...indexesOf(from), ...triggers].map(({ name }) => name),
  };
  return [
    step(
      `make table ${showName(from.name)} anew, as ${showName(rebuilds.copy)}`,
      schemaStatement(tableText(withoutName(to, rebuilds.copy), accent)),
    ),
    copyRows(change, rebuilds, accent),
    ...copyCounter(change, rebuilds, accent),
    ...takePlace(rebuilds, accent),
    ...indexesOf(to).map((index) => step(`create index ${index.name}`, createIndex(to.name, index, accent))),
    ...triggers.map((trigger) => step(`create trigger ${trigger.name}`, createTrigger(trigger, accent))),
    ...readAgain(change, accent),
  ];
}

function refuseLostWords({ columns }: Table, operations: readonly TableChange[], { title }: Accent): void {
  for (const operation of operations) {
    if (operation.kind !== 'alterColumn' || operation.change.type === undefined) continue;
    const column = columns.find(({ name }) => name === operation.column);
    if (column !== undefined) refuseUnread(column, operation, title);
  }
}

/** Does all of the operations, which change one table, in one go. */
export function rebuild(
  operations: readonly TableChange[],
  before: Schema,
  version: string,
  accent: Accent,
): readonly Statement[] {
  const [first] = operations;
  const from = requireKnown(first!, before);
  requireVersion(accent.title, version, '3.26', 'making a table anew');
  refuseLostWords(from, operations, accent);
  const after = operations.reduce((schema, operation) => apply(operation, schema), before);
  const to = tableOf(after, from.name)!;
  refuseTable(to, version);
  const own: Sources = new Map(from.columns.map(({ name }) => [name, accent.quote(name)]));
  const sources = operations.reduce(moved, own);
  return statements({ from, to, sources, triggers: triggersOf(after, from.name) }, accent);
}
