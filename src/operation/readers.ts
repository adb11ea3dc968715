/** Who reads a table or a column in SQL of their own: views and triggers, whose text no engine keeps right through every change. */

import { readsColumn, speaksOf } from '../schema/expression.ts';
import { type Name, showName } from '../schema/name.ts';
import type { Trigger, View } from '../schema/objects.ts';
import { entries, remove } from '../schema/registry.ts';
import { type Schema, viewOf } from '../schema/schema.ts';
import { triggersOn, withoutDependents } from './dependents.ts';
import type { Of } from './operation.ts';
import { impossible, viewsOf } from './verb.ts';

export interface Read {
  readonly table: Name;
  /** Undefined for the table as a whole. */
  readonly column?: string;
}

/** Where `*` stands for columns; `count(*)` and a product are none. */
const star = /(?:\bselect|\bdistinct|\ball|[,.])\s*\*/i;

/** The view as it is made now: engines write down what `*` stands for at that moment. */
export function withStars(view: View, schema: Schema): View {
  const { stars: _, ...plain } = view;
  if (!star.test(view.query)) return plain;
  const tables = entries(schema.tables).map(([, table]) => table);
  const read = tables.filter(({ name }) => speaksOf(view.query, name.name, 'table', schema.mark));
  return { ...plain, stars: [...new Set(read.flatMap(({ columns }) => columns.map(({ name }) => name)))].sort() };
}

function viewReads({ query, stars = [] }: View, { table, column }: Read, { mark }: Schema): boolean {
  if (!speaksOf(query, table.name, 'table', mark)) return false;
  return column === undefined || stars.includes(column) || readsColumn(query, table.name, column, mark);
}

export function viewsReading(schema: Schema, read: Read): readonly View[] {
  return viewsOf(schema).filter((view) => viewReads(view, read, schema));
}

function readsView({ query }: View, other: View): boolean {
  return speaksOf(query, other.name.name, 'table');
}

/** In the order in which they can be made. */
function inOrder(views: readonly View[]): readonly View[] {
  const [first] = views.filter((view) => !views.some((other) => other !== view && readsView(view, other)));
  if (first === undefined) return views;
  return [first, ...inOrder(views.filter((view) => view !== first))];
}

/** These, and all that read them, in the order in which they can be made. */
export function viewsOver(before: Schema, views: readonly View[]): readonly View[] {
  const all = viewsOf(before);
  let found = views;
  for (let size = -1; size !== found.length; ) {
    size = found.length;
    const reached = found;
    found = all.filter((view) => reached.includes(view) || reached.some((one) => readsView(view, one)));
  }
  return inOrder(found);
}

/** A trigger without the function that it calls, whose name may be a table's too. */
function ownText({ definition }: Trigger): string {
  return definition.replace(/\bexecute\s+(?:function|procedure)\b[\s\S]*$/i, '');
}

function triggerReads(trigger: Trigger, { table, column }: Read, { mark }: Schema): boolean {
  const own = showName(trigger.table) === showName(table);
  const text = ownText(trigger);
  if (column === undefined) return !own && speaksOf(text, table.name, 'table', mark);
  return (own || speaksOf(text, table.name, 'table', mark)) && speaksOf(text, column, 'column', mark);
}

/** Triggers of any table that would miss it; a table takes its own triggers along. */
export function triggersReading(schema: Schema, read: Read): readonly Trigger[] {
  return entries(schema.triggers)
    .map(([, trigger]) => trigger)
    .filter((trigger) => triggerReads(trigger, read, schema));
}

/** What is taken away and made again where no type changes under it. */
export function inTheWay(
  { table, column, change }: Of<'alterColumn'>,
  before: Schema,
): { readonly views: readonly View[]; readonly triggers: readonly Trigger[] } {
  if (change.type === undefined && change.collation === undefined) return { views: [], triggers: [] };
  const read = { table, column };
  return { views: viewsOver(before, viewsReading(before, read)), triggers: triggersReading(before, read) };
}

export function showTrigger({ name, table }: Trigger): string {
  return `trigger ${name} on ${showName(table)}`;
}

/** `view v`, or a trigger; undefined where nothing reads it. */
export function readerOf(schema: Schema, read: Read): string | undefined {
  const [view] = viewsReading(schema, read);
  if (view !== undefined) return `view ${showName(view.name)}`;
  const [trigger] = triggersReading(schema, read);
  return trigger === undefined ? undefined : showTrigger(trigger);
}

function showRead({ table, column }: Read): string {
  return column === undefined ? `table ${showName(table)}` : `column ${showName(table)}.${column}`;
}

/** Throws `impossible` for what goes while something reads it. */
export function refuseRead(schema: Schema, read: Read): void {
  const reader = readerOf(schema, read);
  if (reader === undefined) return;
  throw impossible(
    `${showRead(read)} cannot go while ${reader} reads it`,
    `Drop the ${reader.split(' ')[0]} first; create it again after, without what is gone.`,
  );
}

/** The schema without the views that read a table or a view, and those that read them. */
export function withoutReaders(schema: Schema, name: Name): Schema {
  return viewsReading(schema, { table: name }).reduce((left, view) => {
    if (viewOf(left, view.name) === undefined || showName(view.name) === showName(name)) return left;
    const { views, ...rest } = withoutDependents(withoutReaders(left, view.name), view.name);
    return { ...rest, views: remove(views, showName(view.name)) };
  }, schema);
}

/** A body may speak of other tables' columns of the same name; `new` and `old` are the table's own rows. */
function isCertain({ definition }: Trigger, column: string, { mark }: Schema): boolean {
  const body = /\bbegin\b[\s\S]*$/i.exec(definition)?.[0];
  return body === undefined || !speaksOf(body.replace(/\b(?:new|old)\s*\.\s*\S+/gi, ''), column, 'column', mark);
}

/** Throws `impossible` for a new name that no text can follow for certain: what a view calls its own columns hangs on it too. */
export function refuseRenamed(schema: Schema, read: Read & { readonly column: string }): void {
  const [view] = viewsReading(schema, read);
  const trigger = triggersReading(schema, read).find(
    (one) => !triggersOn(schema, read.table).includes(one) || !isCertain(one, read.column, schema),
  );
  const reader = view === undefined ? trigger && showTrigger(trigger) : `view ${showName(view.name)}`;
  if (reader === undefined) return;
  throw impossible(
    `${showRead(read)} cannot get another name while ${reader} reads it`,
    `Drop the ${reader.split(' ')[0]} before the rename, and create it again after with the new name.`,
  );
}
