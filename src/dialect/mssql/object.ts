/** Schemas, sequences and rights, and what SQL Server does not have. */

import type { Of } from '../../operation/operation.ts';
import { type Counting, type CountingChange, firstNumber, recounted, recountOf } from '../../schema/counting.ts';
import type { Name } from '../../schema/name.ts';
import type { Grant, Sequence } from '../../schema/objects.ts';
import { find } from '../../schema/registry.ts';
import { keyOf, sequenceOf } from '../../schema/schema.ts';
import { quoteName } from '../dialect.ts';
import { refuseColumnPrivileges, refuseTaken, refuseTakers, unsupported } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { dropObject, isModern, list, objectId, plain, rename, type Server } from './server.ts';

/** CREATE SCHEMA is alone in its batch: https://learn.microsoft.com/sql/t-sql/statements/create-schema-transact-sql */
export function createSchema(operation: Of<'createSchema'>, server: Server): readonly Statement[] {
  const { schema, authorization, ifNotExists } = operation;
  const owner = authorization === undefined ? '' : ` AUTHORIZATION ${server.quote(authorization)}`;
  const sql = `CREATE SCHEMA ${server.quote(schema)}${owner}`;
  if (ifNotExists !== true) return plain(sql);
  return plain(`IF SCHEMA_ID(${server.text(schema)}) IS NULL EXEC(${server.text(sql)})`);
}

export function dropSchema({ schema, cascade, ifExists }: Of<'dropSchema'>, server: Server): readonly Statement[] {
  if (cascade === true) {
    throw unsupported(`SQL Server drops a schema only when it is empty: ${schema}`, 'drop what is in it first');
  }
  const quoted = server.quote(schema);
  if (ifExists !== true) return plain(`DROP SCHEMA ${quoted}`);
  if (isModern(server)) return plain(`DROP SCHEMA IF EXISTS ${quoted}`);
  return plain(`IF SCHEMA_ID(${server.text(schema)}) IS NOT NULL DROP SCHEMA ${quoted}`);
}

function limits({ increment, minValue, maxValue, cycle, cache }: Counting): readonly string[] {
  return [
    ...(increment === undefined ? [] : [`INCREMENT BY ${increment}`]),
    ...(minValue === undefined ? [] : [`MINVALUE ${minValue}`]),
    ...(maxValue === undefined ? [] : [`MAXVALUE ${maxValue}`]),
    ...(cycle === undefined ? [] : [cycle ? 'CYCLE' : 'NO CYCLE']),
    ...(cache === undefined ? [] : [/^[01]$/.test(cache) ? 'NO CACHE' : `CACHE ${cache}`]),
  ];
}

/**
 * Left alone a sequence begins at the least number of its type, where elsewhere it begins at 1:
 * https://learn.microsoft.com/sql/t-sql/statements/create-sequence-transact-sql
 */
function counting(given: Sequence): Counting & { readonly start: string } {
  const { start: _, ...sequence } = given;
  const down = sequence.increment?.startsWith('-') === true;
  const first = firstNumber(given);
  if (down) return { maxValue: first.startsWith('-') ? '-1' : first, ...sequence, start: first };
  return { minValue: /^(?:-|0$)/.test(first) ? first : '1', ...sequence, start: first };
}

export function createSequence({ sequence, ifNotExists }: Of<'createSequence'>, server: Server): readonly Statement[] {
  const { start, ...rest } = counting(sequence);
  const type = sequence.type === undefined ? '' : ` AS ${sequence.type}`;
  const sql = `CREATE SEQUENCE ${quoteName(server, sequence.name)}${type} ${[`START WITH ${start}`, ...limits(rest)].join(' ')}`;
  return plain(ifNotExists === true ? `IF ${objectId(sequence.name, server, 'SO')} IS NULL\n  ${sql}` : sql);
}

/** The words for what is told, and for what is to be as it was made. */
function changes(sequence: Name, change: CountingChange, { before }: Server): readonly string[] {
  const { told, gone } = recountOf(change);
  const after = counting(recounted(sequenceOf(before, sequence) ?? { name: sequence }, change));
  const usual: Readonly<Record<keyof Counting, readonly string[]>> = {
    start: [],
    increment: ['INCREMENT BY 1'],
    minValue: after.minValue === undefined ? ['NO MINVALUE'] : limits({ minValue: after.minValue }),
    maxValue: after.maxValue === undefined ? ['NO MAXVALUE'] : limits({ maxValue: after.maxValue }),
    cycle: ['NO CYCLE'],
    cache: ['CACHE'],
  };
  return [...limits(told), ...gone.flatMap((word) => usual[word])];
}

export function alterSequence({ sequence, change }: Of<'alterSequence'>, server: Server): readonly Statement[] {
  const { restart: next, ...counted } = change;
  if (change.start !== undefined) {
    throw unsupported(
      'SQL Server is told the start of a sequence only when it is made',
      'say restart: the next number',
    );
  }
  const restart = next === undefined ? [] : [`RESTART WITH ${next}`];
  return plain(
    `ALTER SEQUENCE ${quoteName(server, sequence)} ${[...restart, ...changes(sequence, counted, server)].join(' ')}`,
  );
}

export function renameSequence(operation: Of<'renameSequence'>, server: Server): readonly Statement[] {
  const { sequence, to } = operation;
  refuseTakers(operation, server.before, server.title);
  return plain(rename(quoteName(server, sequence), to, 'OBJECT', server));
}

/** Message 3729: https://learn.microsoft.com/sql/t-sql/statements/drop-sequence-transact-sql */
export function dropSequence(operation: Of<'dropSequence'>, server: Server): readonly Statement[] {
  const { sequence, ifExists } = operation;
  refuseTaken(operation, server.before);
  return plain(dropObject('SEQUENCE', sequence, server, ifExists, 'SO'));
}

/** Rights of other databases, and what gives them here. */
const unheard: Readonly<Record<string, string>> = {
  usage: 'grant update on a sequence, or rights on the schema itself',
  truncate: 'grant alter: it is what TRUNCATE TABLE asks for',
  trigger: 'grant alter: it is what CREATE TRIGGER asks for',
  maintain: 'grant alter',
};

/** https://learn.microsoft.com/sql/t-sql/statements/grant-object-permissions-transact-sql */
const onColumns = /^(select|update|references|all( privileges)?)$/i;

function privileges(grant: Grant): string {
  const said = grant.privileges
    .map((privilege) => {
      const hint = unheard[privilege.toLowerCase()];
      if (hint !== undefined) throw unsupported(`SQL Server has no privilege ${privilege}`, hint);
      if (/^[a-z][a-z ]*$/i.test(privilege)) return privilege.toUpperCase();
      throw unsupported(`SQL Server has no privilege ${privilege}`, 'name columns by the option columns');
    })
    .join(', ');
  refuseColumnPrivileges(grant, 'SQL Server', onColumns);
  return said;
}

const securables = { schema: 'SCHEMA', database: 'DATABASE' } as const;

/** https://learn.microsoft.com/sql/t-sql/statements/grant-transact-sql */
function securable({ on }: Grant, server: Server): string {
  const columns = on.columns === undefined ? '' : ` ${list(on.columns, server)}`;
  const word = on.kind === 'schema' || on.kind === 'database' ? securables[on.kind] : 'OBJECT';
  return `${word}::${quoteName(server, on.name)}${columns}`;
}

export function grant({ grant: given }: Of<'grant'>, server: Server): readonly Statement[] {
  const more = given.withGrantOption ? ' WITH GRANT OPTION' : '';
  return plain(`GRANT ${privileges(given)} ON ${securable(given, server)} TO ${server.quote(given.to)}${more}`);
}

/** What may have been passed on is taken back from all who have it (message 4611). */
export function revoke({ grant: taken }: Of<'revoke'>, server: Server): readonly Statement[] {
  const passedOn = taken.withGrantOption || find(server.before.grants, keyOf.grant(taken))?.withGrantOption === true;
  const sql = `REVOKE ${privileges(taken)} ON ${securable(taken, server)} FROM ${server.quote(taken.to)}`;
  return plain(passedOn ? `${sql} CASCADE` : sql);
}

export function refuseExtension(): never {
  throw unsupported('SQL Server has no extensions', 'leave it out for this database');
}

export function refuseEnum(): never {
  throw unsupported(
    'SQL Server has no enumerated types',
    'use t.enu(…), which checks the values of a column, or a table of the values',
  );
}
