/** Views and routines. */

import { grantsOn } from '../../operation/dependents.ts';
import type { Of } from '../../operation/operation.ts';
import { type Name, showName } from '../../schema/name.ts';
import type { Routine, View } from '../../schema/objects.ts';
import { find } from '../../schema/registry.ts';
import { keyOf, viewOf } from '../../schema/schema.ts';
import { quoteName } from '../dialect.ts';
import { needsDatabase, schemaStatement, steps, unsupported } from '../lower.ts';
import { block, columnList, ifExists } from '../postgres/words.ts';
import type { Statement } from '../statement.ts';
import { grant } from './grant.ts';
import { refuseIndex } from './key.ts';
import { refuseCondition, type Server } from './server.ts';
import { commentOn } from './table.ts';

type Lowered = readonly Statement[];

/** What stands between SELECT and FROM; undefined where that does not tell the columns. */
function listOf({ query, columns = [] }: View): string | undefined {
  const [, list] = /^\s*select\b([\s\S]*?)\bfrom\b/i.exec(query) ?? [];
  if (list === undefined || list.includes('*') || list.includes('(')) return undefined;
  return [...columns, list.trim().replace(/\s+/g, ' ').replaceAll('"', '').toLowerCase()].join();
}

/** A view is replaced by one with the same columns only: https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_VIEW.html */
function keepsColumns(view: View, before: View): boolean {
  const list = listOf(view);
  return list !== undefined && list === listOf(before);
}

function viewText(view: View, verb: string, server: Server): string {
  const list = view.columns === undefined ? '' : ` ${columnList(view.columns, server)}`;
  const word = view.materialized ? 'materialized view' : 'view';
  return `${verb} ${word} ${quoteName(server, view.name)}${list} as ${view.query}`;
}

/** A view with other columns is made anew, with the rights that the history gave on it. */
function replaceView(view: View, server: Server): Lowered {
  const before = viewOf(server.before, view.name);
  if (before === undefined && !view.materialized) return [schemaStatement(viewText(view, 'create or replace', server))];
  if (before !== undefined && !view.materialized && !before.materialized && keepsColumns(view, before)) {
    return [schemaStatement(viewText(view, 'create or replace', server))];
  }
  const { materialized } = before ?? view;
  return [
    ...steps(
      'drop the old view',
      dropView({ kind: 'dropView', view: view.name, materialized, ifExists: before === undefined }, server),
    ),
    schemaStatement(viewText(view, 'create', server)),
    ...steps(
      'grant the rights on it again',
      grantsOn(server.before, ['table'], view.name).flatMap((one) => grant({ kind: 'grant', grant: one }, server)),
    ),
  ];
}

export function createView({ view, replace }: Of<'createView'>, server: Server): Lowered {
  const [index] = view.indexes;
  if (index !== undefined) refuseIndex(index.name);
  // https://docs.aws.amazon.com/redshift/latest/dg/materialized-view-create-sql-command.html
  if (view.materialized && view.columns !== undefined) {
    throw unsupported(
      `Redshift has no list of columns for a materialized view: ${showName(view.name)}`,
      'name them in the query: select a as b',
    );
  }
  return [
    ...(replace ? replaceView(view, server) : [schemaStatement(viewText(view, 'create', server))]),
    ...(view.comment === undefined ? [] : [commentOn('view', view.name, view.comment, server)]),
  ];
}

/** https://docs.aws.amazon.com/redshift/latest/dg/r_DROP_VIEW.html, https://docs.aws.amazon.com/redshift/latest/dg/materialized-view-drop-sql-command.html */
export function dropView({ view, materialized, ...operation }: Of<'dropView'>, server: Server): Lowered {
  const word = materialized ? 'materialized view' : 'view';
  return [schemaStatement(`drop ${word} ${ifExists(operation.ifExists)}${quoteName(server, view)}`)];
}

/** It is a transaction of its own, and sees only rows that are committed: https://docs.aws.amazon.com/redshift/latest/dg/materialized-view-refresh-sql-command.html */
export function refreshView({ view, concurrently }: Of<'refreshView'>, server: Server): Lowered {
  if (concurrently) {
    throw unsupported(`Redshift has no REFRESH … CONCURRENTLY: ${showName(view)}`, 'leave concurrently out');
  }
  return [schemaStatement(`refresh materialized view ${quoteName(server, view)}`, false)];
}

/** https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_FUNCTION.html, https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_PROCEDURE.html */
export function createRoutine({ routine, replace }: Of<'createRoutine'>, server: Server): Lowered {
  const { kind, name, definition } = routine;
  return [block(`create ${replace ? 'or replace ' : ''}${kind} ${quoteName(server, name)} ${definition}`)];
}

/** The brackets with which a definition begins. */
function leadingBrackets(definition: string): string | undefined {
  let depth = 0;
  for (const [at, letter] of [...definition.trimStart()].entries()) {
    if (letter === '(') depth++;
    if (letter === ')') depth--;
    if (depth === 0) return at === 0 ? undefined : definition.trimStart().slice(0, at + 1);
  }
  return undefined;
}

/** Many routines may have one name, so that the types of the arguments are asked for: https://docs.aws.amazon.com/redshift/latest/dg/r_DROP_FUNCTION.html */
export function dropRoutine(operation: Of<'dropRoutine'>, server: Server): Lowered {
  const { kind, name } = operation.routine;
  refuseCondition(operation.ifExists, 'IF EXISTS', `DROP ${kind.toUpperCase()}: ${showName(name)}`);
  return [schemaStatement(`drop ${kind} ${signature(operation, name, operation.routine, server)}`)];
}

function signature(
  operation: Of<'dropRoutine'>,
  name: Name,
  routine: Pick<Routine, 'name' | 'arguments'>,
  server: Server,
): string {
  const known = find(server.before.routines, keyOf.routine(routine));
  const types = routine.arguments ?? (known === undefined ? undefined : leadingBrackets(known.definition));
  if (types !== undefined) return `${quoteName(server, name)}${types}`;
  throw needsDatabase(server.title, operation, "say the types of its arguments: { arguments: '(integer, varchar)' }");
}
