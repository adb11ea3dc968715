/** Views and triggers that stand in the way of a column whose type changes, or of a view that is made anew: dropped before, made again after. */

import { grantsOn, triggersOn } from '../../operation/dependents.ts';
import type { Of } from '../../operation/operation.ts';
import { triggersReading, viewsOver, withStars } from '../../operation/readers.ts';
import { viewsOf } from '../../operation/verb.ts';
import { speaksOf } from '../../schema/expression.ts';
import { type Name, showName } from '../../schema/name.ts';
import type { View } from '../../schema/objects.ts';
import { viewOf } from '../../schema/schema.ts';
import { impossibleFor, step } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { tokensOf } from '../tokens.ts';
import { createTrigger, createView, dropTrigger, dropView } from './code.ts';
import { grant } from './object.ts';
import { refuseOnCockroach, type Server } from './server.ts';

export interface Use {
  readonly table: Name;
  readonly column: string;
}

/** CockroachDB renames nothing that a view reads. */
export function refuseRead({ table, column }: Pick<Use, 'table'> & Partial<Use>, server: Server): void {
  const reading = viewsOf(server.before).find((view) =>
    column === undefined ? speaksOf(view.query, table.name, 'table') : readsColumn(view, { table, column }),
  );
  if (reading === undefined) return;
  const shown = column === undefined ? showName(table) : `${showName(table)}.${column}`;
  refuseOnCockroach(
    server,
    `renames nothing that a view reads: ${shown} in ${showName(reading.name)}`,
    'drop the view first and create it again after',
  );
}

function readsColumn({ query }: View, { table, column }: Use): boolean {
  return speaksOf(query, table.name, 'table') && (speaksOf(query, column) || query.includes('*'));
}

function again(what: string, statements: readonly Statement[]): readonly Statement[] {
  return statements.map((statement) => step(`${what} again`, statement));
}

function dropped({ name, materialized, more }: View, server: Server): readonly Statement[] {
  if (more !== undefined) {
    throw impossibleFor(
      `view ${showName(name)} would be made anew, without what raw SQL has said of it (${more})`,
      'Drop the view before, and create it again after, with what belongs to it.',
    );
  }
  return dropView({ kind: 'dropView', view: name, materialized }, server).map((statement) =>
    step(`take view ${showName(name)} out of the way`, statement),
  );
}

/** What goes with a view. */
function beside({ name }: View, server: Server): readonly Statement[] {
  return [
    ...triggersOn(server.before, name).flatMap((trigger) =>
      again(
        `create trigger ${trigger.name}`,
        createTrigger({ kind: 'createTrigger', trigger, replace: false }, server),
      ),
    ),
    ...grantsOn(server.before, ['table'], name).flatMap((one) =>
      again(`grant rights on view ${showName(name)}`, grant({ kind: 'grant', grant: one }, server)),
    ),
  ];
}

function made(view: View, server: Server): readonly Statement[] {
  const created = createView({ kind: 'createView', view, replace: false }, server);
  return [...again(`create view ${showName(view.name)}`, created), ...beside(view, server)];
}

/** https://www.postgresql.org/docs/current/rules-views.html: the engine refuses to alter the type of a column that a view or a trigger reads. */
export function withoutViews(
  uses: readonly Use[],
  statements: readonly Statement[],
  server: Server,
): readonly Statement[] {
  const reading = viewsOf(server.before).filter((view) => uses.some((use) => readsColumn(view, use)));
  const views = viewsOver(server.before, reading);
  const triggers = [...new Set(uses.flatMap((use) => triggersReading(server.before, use)))];
  const away = triggers.flatMap(({ name, table }) =>
    dropTrigger({ kind: 'dropTrigger', trigger: name, table }, server).map((statement) =>
      step(`take trigger ${name} out of the way`, statement),
    ),
  );
  const back = triggers.flatMap((trigger) =>
    again(`create trigger ${trigger.name}`, createTrigger({ kind: 'createTrigger', trigger, replace: false }, server)),
  );
  return [
    ...away,
    ...views.toReversed().flatMap((view) => dropped(view, server)),
    ...statements,
    ...views.flatMap((view) => made(view, server)),
    ...back,
  ];
}

interface Selection {
  /** What stands between SELECT and FROM. */
  readonly list: readonly string[];
  /** From there up to the conditions. */
  readonly from: string;
}

const keyWord = /^(?:from|where|group|having|window|order|limit|offset|fetch|for|with|union|intersect|except)$/;

/** The words of a query, of which those in brackets are one with the bracket. */
function words(query: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  for (const { kind, text } of tokensOf(query, 'postgresql') ?? []) {
    if (kind === 'comment') continue;
    const bare = /^"([a-z_][a-z0-9_]*)"$/.exec(text)?.[1];
    const shown = kind === 'word' ? text.toLowerCase() : bare === undefined || keyWord.test(bare) ? text : bare;
    if (depth > 0) found.push(`${found.pop()} ${shown}`);
    else found.push(shown);
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
  }
  return found;
}

function selection(query: string): Selection | undefined {
  const [first, ...rest] = words(query);
  const from = rest.indexOf('from');
  if (first !== 'select' || from < 0 || rest.some((word) => /^(?:union|intersect|except)$/.test(word)))
    return undefined;
  const end = rest.findIndex((word, at) => at > from && keyWord.test(word));
  return { list: rest.slice(0, from), from: rest.slice(from, end < 0 ? undefined : end).join(' ') };
}

/** The same columns of the same tables, and more at the end, as far as the texts tell it beyond doubt. */
function keepsColumns(view: View, old: View): boolean {
  if (view.materialized || old.materialized || (view.stars ?? old.stars) !== undefined) return false;
  if (view.columns?.join('\n') !== old.columns?.join('\n')) return false;
  const [next, before] = [selection(view.query), selection(old.query)];
  if (next === undefined || before === undefined || next.from !== before.from) return false;
  const more = next.list[before.list.length];
  return before.list.every((word, at) => next.list[at] === word) && (more === undefined || more === ',');
}

/** Undefined where neither a list nor the query says them all beyond doubt. */
function columnsOf({ columns, query }: View): readonly string[] | undefined {
  if (columns !== undefined) return columns;
  const parts = selection(query)?.list.join(' ').split(' , ') ?? [];
  const names = parts.map((part) => /^(?:[a-z_][a-z0-9_]*(?: \. | as ))*([a-z_][a-z0-9_]*)$/.exec(part)?.[1]);
  return names.length > 0 && names.every((name) => name !== undefined) ? names : undefined;
}

/** The engine refuses rights on a column that the new view does not have. */
function refuseColumnRights(view: View, server: Server): void {
  const known = columnsOf(view);
  for (const { on, privileges, to } of grantsOn(server.before, ['table'], view.name)) {
    if (on.columns === undefined || on.columns.every((column) => known?.includes(column))) continue;
    const shown = showName(view.name);
    throw impossibleFor(
      `view ${shown} would be made anew, and nothing says that it still has the columns on which ${to} has rights: ${privileges.join(', ')} on ${on.columns.join(', ')}`,
      'Take these rights away with op.revoke before, and give them again with op.grant after; or list the columns of the view.',
    );
  }
}

/** OR REPLACE only adds columns at the end: https://www.postgresql.org/docs/current/sql-createview.html */
export function createOrReplaceView(operation: Of<'createView'>, server: Server): readonly Statement[] {
  const { view, replace } = operation;
  const old = replace ? viewOf(server.before, view.name) : undefined;
  if (old === undefined || keepsColumns(withStars(view, server.before), old)) return createView(operation, server);
  refuseColumnRights(view, server);
  const above = viewsOver(server.before, [old]).filter((one) => one !== old);
  return [
    ...[old, ...above].toReversed().flatMap((one) => dropped(one, server)),
    ...createView({ ...operation, replace: false }, server),
    ...beside(old, server),
    ...above.flatMap((one) => made(one, server)),
  ];
}
