/** Views, routines and triggers of PostgreSQL and its relative. */

import type { Of } from '../../operation/operation.ts';
import { viewsReading } from '../../operation/readers.ts';
import { showName } from '../../schema/name.ts';
import { quoteName } from '../dialect.ts';
import { schemaStatement, step, steps, unsupported } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { isAtLeast } from '../version.ts';
import { indexText } from './clause.ts';
import { refuseOnCockroach, requireFeature, type Server } from './server.ts';
import { block, columnList, commentText, ifExists } from './words.ts';

type Lowered = readonly Statement[];

function viewWord(materialized: boolean): string {
  return materialized ? 'materialized view' : 'view';
}

/** A materialized view is refreshed in no transaction, and holds only rows that were committed before it was made: https://www.cockroachlabs.com/docs/v24.1/views#known-limitations */
function alone({ traits }: Server, materialized: boolean): boolean {
  return traits.cockroach && materialized;
}

/** Materialized views have no OR REPLACE: https://www.postgresql.org/docs/current/sql-creatematerializedview.html */
export function createView({ view, replace }: Of<'createView'>, server: Server): Lowered {
  const { name, materialized, columns, query, indexes, comment } = view;
  // https://www.cockroachlabs.com/docs/v24.1/comment-on
  if (comment !== undefined) {
    refuseOnCockroach(server, `has no comments on views: ${showName(name)}`, 'leave comment out for CockroachDB');
  }
  const word = viewWord(materialized);
  const shown = quoteName(server, name);
  const verb = replace && !materialized ? 'create or replace' : 'create';
  const list = columns === undefined ? '' : ` ${columnList(columns, server)}`;
  return [
    ...(replace && materialized ? [step('drop the old view', schemaStatement(`drop ${word} if exists ${shown}`))] : []),
    schemaStatement(`${verb} ${word} ${shown}${list} as ${query}`, !alone(server, materialized)),
    ...indexes.map((index) => schemaStatement(indexText(index, name, {}, server))),
    ...(comment === undefined
      ? []
      : [schemaStatement(`comment on ${word} ${shown} is ${commentText(comment, server)}`)]),
  ];
}

/** https://www.postgresql.org/docs/current/sql-dropview.html: without CASCADE the engine refuses. */
export function dropUnreadView(operation: Of<'dropView'>, server: Server): Lowered {
  const { view } = operation;
  const reading = viewsReading(server.before, { table: view }).find(({ name }) => showName(name) !== showName(view));
  if (reading === undefined) return dropView(operation, server);
  throw unsupported(
    `${server.title} drops no view that another one reads: ${showName(view)} in ${showName(reading.name)}`,
    `drop ${showName(reading.name)} first, and create it again after`,
  );
}

export function dropView(operation: Of<'dropView'>, server: Server): Lowered {
  const { view, materialized } = operation;
  const there = ifExists(operation.ifExists);
  return [schemaStatement(`drop ${viewWord(materialized)} ${there}${quoteName(server, view)}`)];
}

export function refreshView({ view, concurrently }: Of<'refreshView'>, server: Server): Lowered {
  const how = concurrently ? 'concurrently ' : '';
  return [schemaStatement(`refresh materialized view ${how}${quoteName(server, view)}`, !alone(server, true))];
}

export function createRoutine({ routine, replace }: Of<'createRoutine'>, server: Server): Lowered {
  const { kind, name, definition } = routine;
  requireFeature(server, kind === 'function' ? 'functions' : 'procedures', 'leave it out for this server');
  return [block(`create ${replace ? 'or replace ' : ''}${kind} ${quoteName(server, name)} ${definition}`)];
}

export function dropRoutine({ routine, ...operation }: Of<'dropRoutine'>, server: Server): Lowered {
  const { kind, name, arguments: types = '' } = routine;
  return [schemaStatement(`drop ${kind} ${ifExists(operation.ifExists)}${quoteName(server, name)}${types}`)];
}

export function createTrigger({ trigger, replace }: Of<'createTrigger'>, server: Server): Lowered {
  requireFeature(server, 'triggers', 'leave it out for this server');
  const { name, table, definition } = trigger;
  const since = server.traits.since['CREATE OR REPLACE TRIGGER'];
  const native = since !== null && isAtLeast(server.version, since);
  const made = `trigger ${server.quote(name)} ${definition}`;
  if (!replace) return [block(`create ${made}`)];
  if (native) return [block(`create or replace ${made}`)];
  return [
    ...steps(
      'drop the old trigger',
      dropTrigger({ kind: 'dropTrigger', trigger: name, table, ifExists: true }, server),
    ),
    block(`create ${made}`),
  ];
}

export function dropTrigger({ trigger, table, ...operation }: Of<'dropTrigger'>, server: Server): Lowered {
  const there = ifExists(operation.ifExists);
  return [schemaStatement(`drop trigger ${there}${server.quote(trigger)} on ${quoteName(server, table)}`)];
}
