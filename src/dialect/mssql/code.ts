/** Views, routines and triggers. Each is alone in its batch, which the client sees to. */

import type { Of } from '../../operation/operation.ts';
import { type Name, showName } from '../../schema/name.ts';
import type { Routine } from '../../schema/objects.ts';
import { find } from '../../schema/registry.ts';
import { keyOf } from '../../schema/schema.ts';
import { quoteName } from '../dialect.ts';
import { impossibleFor, unsupported } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { callerOf } from './caller.ts';
import { refreshOver } from './refresh.ts';
import { besideTable, block, dropObject, isModern, list, objectId, plain, type Server } from './server.ts';

/** https://learn.microsoft.com/sql/relational-databases/views/create-indexed-views */
export function refuseMaterialized(): never {
  throw unsupported(
    'SQL Server has no materialized views that are refreshed: it keeps an indexed view as its tables are',
    'create a view WITH SCHEMABINDING and a unique clustered index on it, with op.execute(…)',
  );
}

type Said = (verb: string) => string;

/** CREATE OR ALTER, or where the server is older, ALTER of what is there: rights on it stay. */
function replaced(said: Said, stub: string, missing: string, server: Server): readonly Statement[] {
  if (isModern(server)) return [block(said('CREATE OR ALTER'))];
  return [...plain(`IF ${missing} IS NULL EXEC(${server.text(stub)})`), block(said('ALTER'))];
}

export function createView({ view, replace }: Of<'createView'>, server: Server): readonly Statement[] {
  if (view.materialized) refuseMaterialized();
  const name = quoteName(server, view.name);
  const columns = view.columns === undefined ? '' : ` ${list(view.columns, server)}`;
  const said: Said = (verb) => `${verb} VIEW ${name}${columns} AS ${view.query}`;
  if (!replace) return plain(said('CREATE'));
  return [
    ...replaced(said, `CREATE VIEW ${name} AS SELECT 1 AS nothing`, objectId(view.name, server, 'V'), server),
    ...refreshOver(view.name, server),
  ];
}

export function dropView({ view, materialized, ifExists }: Of<'dropView'>, server: Server): readonly Statement[] {
  if (materialized) refuseMaterialized();
  return plain(dropObject('VIEW', view, server, ifExists, 'V'));
}

/** A function that becomes one of another kind must be dropped first; nobody knows here of what kind the old one is. */
function anew(said: Said, what: string, name: Name, isKnown: boolean, server: Server): readonly Statement[] {
  if (isModern(server)) return [block(said('CREATE OR ALTER'))];
  if (isKnown) return [block(said('ALTER'))];
  return [...plain(dropObject(what, name, server, true)), block(said('CREATE'))];
}

/** https://learn.microsoft.com/sql/t-sql/statements/alter-function-transact-sql */
function refuseBound({ kind, name }: Pick<Routine, 'kind' | 'name'>, { before }: Server): void {
  const holder = kind === 'function' ? callerOf(before, name) : undefined;
  if (holder === undefined) return;
  throw impossibleFor(
    `SQL Server neither changes nor drops function ${showName(name)} while ${holder} calls it`,
    `Drop the ${holder.split(' ')[0]} first, and add it again after.`,
  );
}

export function createRoutine({ routine, replace }: Of<'createRoutine'>, server: Server): readonly Statement[] {
  const what = routine.kind.toUpperCase();
  const name = quoteName(server, routine.name);
  const said: Said = (verb) => `${verb} ${what} ${name} ${routine.definition}`;
  if (!replace) return [block(said('CREATE'))];
  refuseBound(routine, server);
  if (routine.kind === 'procedure') {
    return replaced(said, `CREATE PROCEDURE ${name} AS RETURN 0`, objectId(routine.name, server, 'P'), server);
  }
  const isKnown = find(server.before.routines, keyOf.routine(routine)) !== undefined;
  return anew(said, what, routine.name, isKnown, server);
}

export function dropRoutine({ routine, ifExists }: Of<'dropRoutine'>, server: Server): readonly Statement[] {
  refuseBound(routine, server);
  return plain(dropObject(routine.kind.toUpperCase(), routine.name, server, ifExists));
}

export function createTrigger({ trigger, replace }: Of<'createTrigger'>, server: Server): readonly Statement[] {
  const name = besideTable(trigger.table, trigger.name);
  const said: Said = (verb) => `${verb} TRIGGER ${quoteName(server, name)} ${trigger.definition}`;
  if (!replace) return [block(said('CREATE'))];
  return anew(said, 'TRIGGER', name, find(server.before.triggers, keyOf.trigger(trigger)) !== undefined, server);
}

export function dropTrigger({ trigger, table, ifExists }: Of<'dropTrigger'>, server: Server): readonly Statement[] {
  return plain(dropObject('TRIGGER', besideTable(table, trigger), server, ifExists, 'TR'));
}
