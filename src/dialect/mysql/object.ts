/** Views, routines, triggers, sequences, databases and rights of MySQL and MariaDB. */

import type { Of } from '../../operation/operation.ts';
import { type Counting, firstNumber, recounted, recountOf } from '../../schema/counting.ts';
import { showName } from '../../schema/name.ts';
import type { Sequence } from '../../schema/objects.ts';
import { sequenceOf } from '../../schema/schema.ts';
import { quoteName } from '../dialect.ts';
import { mysqlText } from '../literal-mysql.ts';
import { refuseColumnPrivileges, refuseTakers, schemaStatement, step, unsupported } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { columnList } from './beside.ts';
import { onlyIf } from './guard.ts';
import { requireFeature, type Server } from './server.ts';

type Lowered = readonly Statement[];

function block(sql: string): Statement {
  return { sql, transactional: true, sort: 'block' };
}

const exists = (said: boolean | undefined) => (said === true ? 'if exists ' : '');
const notExists = (said: boolean | undefined) => (said === true ? 'if not exists ' : '');

function noMaterialized(view: string, { title }: Server): Error {
  return unsupported(
    `${title} has no materialized views: ${view}`,
    'make a table, and fill it by an event or by the application',
  );
}

export function createView({ view, replace }: Of<'createView'>, server: Server): Lowered {
  const shown = showName(view.name);
  if (view.materialized) throw noMaterialized(shown, server);
  if (view.comment !== undefined) {
    throw unsupported(`${server.title} has no comments on views: ${shown}`, 'leave the comment out');
  }
  const columns = view.columns === undefined ? '' : ` ${columnList(view.columns, server)}`;
  const verb = replace ? 'create or replace' : 'create';
  return [schemaStatement(`${verb} view ${quoteName(server, view.name)}${columns} as ${view.query}`)];
}

export function dropView({ view, materialized, ifExists }: Of<'dropView'>, server: Server): Lowered {
  if (materialized) throw noMaterialized(showName(view), server);
  return [schemaStatement(`drop view ${exists(ifExists)}${quoteName(server, view)}`)];
}

export function refreshView({ view }: Of<'refreshView'>, server: Server): Lowered {
  throw noMaterialized(showName(view), server);
}

/** MySQL has no OR REPLACE for programs: https://dev.mysql.com/doc/refman/8.0/en/create-procedure.html */
function made(what: string, definition: string, replace: boolean, server: Server): Lowered {
  if (!replace) return [block(`create ${what} ${definition}`)];
  if (server.traits.ifClauses) return [block(`create or replace ${what} ${definition}`)];
  const [kind = '', ...name] = what.split(' ');
  const gone = schemaStatement(`drop ${kind} if exists ${name.join(' ')}`);
  return [step(`drop the old ${kind}`, gone), block(`create ${what} ${definition}`)];
}

export function createRoutine({ routine, replace }: Of<'createRoutine'>, server: Server): Lowered {
  return made(`${routine.kind} ${quoteName(server, routine.name)}`, routine.definition, replace, server);
}

export function dropRoutine({ routine, ifExists }: Of<'dropRoutine'>, server: Server): Lowered {
  return [schemaStatement(`drop ${routine.kind} ${exists(ifExists)}${quoteName(server, routine.name)}`)];
}

/** A trigger stands in the database of its table. */
export function createTrigger({ trigger, replace }: Of<'createTrigger'>, server: Server): Lowered {
  const name = quoteName(server, { ...trigger.table, name: trigger.name });
  return made(`trigger ${name}`, trigger.definition, replace, server);
}

export function dropTrigger({ trigger, table, ifExists }: Of<'dropTrigger'>, server: Server): Lowered {
  return [schemaStatement(`drop trigger ${exists(ifExists)}${quoteName(server, { ...table, name: trigger })}`)];
}

const noSequences = 'number rows by AUTO_INCREMENT, or keep a table with one row that counts';

/** https://mariadb.com/docs/server/reference/sql-structure/sequences/create-sequence */
function counting({ start, increment, minValue, maxValue, cache, cycle }: Counting): readonly string[] {
  const said = (word: string, value: string | undefined) => (value === undefined ? [] : [`${word} ${value}`]);
  return [
    ...said('start with', start),
    ...said('increment by', increment),
    ...said('minvalue', minValue),
    ...said('maxvalue', maxValue),
    ...said('cache', cache),
    ...(cycle === undefined ? [] : [cycle ? 'cycle' : 'nocycle']),
  ];
}

export function createSequence({ sequence, ifNotExists }: Of<'createSequence'>, server: Server): Lowered {
  requireFeature(server, 'sequences', noSequences);
  if (sequence.type !== undefined) requireFeature(server, 'types of sequences', 'leave the type out');
  const type = sequence.type === undefined ? [] : [`as ${sequence.type}`];
  const name = `create sequence ${notExists(ifNotExists)}${quoteName(server, sequence.name)}`;
  return [schemaStatement([name, ...type, ...counting(sequence)].join(' '))];
}

/** Where sequences that count down end; told of no limit, ALTER takes those of one that counts up: https://mariadb.com/docs/server/reference/sql-structure/sequences/alter-sequence */
const leastOf: Readonly<Record<string, string>> = {
  tinyint: '-127',
  smallint: '-32767',
  mediumint: '-8388607',
  int: '-2147483647',
  integer: '-2147483647',
  bigint: '-9223372036854775807',
};

export function alterSequence({ sequence, change }: Of<'alterSequence'>, server: Server): Lowered {
  requireFeature(server, 'sequences', noSequences);
  const { restart, ...rest } = change;
  const { told, gone } = recountOf(rest);
  const after: Sequence = recounted(sequenceOf(server.before, sequence) ?? { name: sequence }, rest);
  const { type = 'bigint', increment } = after;
  const isDown = increment?.startsWith('-') === true;
  const usual: Readonly<Record<keyof Counting, string>> = {
    start: `start with ${firstNumber(after)}`,
    increment: 'increment by 1',
    minValue: isDown ? `minvalue ${leastOf[type.toLowerCase()] ?? leastOf.bigint}` : 'nominvalue',
    maxValue: isDown ? 'maxvalue -1' : 'nomaxvalue',
    cache: 'cache 1000',
    cycle: 'nocycle',
  };
  const parts = [
    ...counting(told),
    ...gone.map((word) => usual[word]),
    ...(restart === undefined ? [] : [`restart with ${restart}`]),
  ];
  return [schemaStatement(`alter sequence ${quoteName(server, sequence)} ${parts.join(' ')}`)];
}

/** https://mariadb.com/docs/server/reference/sql-structure/sequences/sequence-overview: RENAME TABLE is for sequences too. */
export function renameSequence(operation: Of<'renameSequence'>, server: Server): Lowered {
  const { sequence, to } = operation;
  requireFeature(server, 'sequences', noSequences);
  refuseTakers(operation, server.before, server.title);
  const target = quoteName(server, { ...sequence, name: to });
  return [schemaStatement(`rename table ${quoteName(server, sequence)} to ${target}`)];
}

export function dropSequence({ sequence, ifExists }: Of<'dropSequence'>, server: Server): Lowered {
  requireFeature(server, 'sequences', noSequences);
  return [schemaStatement(`drop sequence ${exists(ifExists)}${quoteName(server, sequence)}`)];
}

export function createSchema({ schema, ifNotExists, authorization }: Of<'createSchema'>, server: Server): Lowered {
  if (authorization !== undefined) {
    throw unsupported(`a schema of ${server.title} is a database, which has no owner: ${schema}`, 'grant rights on it');
  }
  return [schemaStatement(`create database ${notExists(ifNotExists)}${server.quote(schema)}`)];
}

/** DROP DATABASE takes its tables along unasked: https://dev.mysql.com/doc/refman/8.0/en/drop-database.html */
export function dropSchema({ schema, ifExists, cascade }: Of<'dropSchema'>, server: Server): Lowered {
  const sql = `drop database ${exists(ifExists)}${server.quote(schema)}`;
  if (cascade === true) return [schemaStatement(sql)];
  const name = mysqlText(schema);
  const full = ['tables', 'routines'].map(
    (view) => `exists (select 1 from information_schema.${view} where ${view.slice(0, -1)}_schema = ${name})`,
  );
  return onlyIf(
    `not (${full.join(' or ')})`,
    sql,
    `select ${server.quote(`the database ${schema} is not empty`.slice(0, 64))}`,
  );
}

/** Rights of databases are patterns: https://dev.mysql.com/doc/refman/8.0/en/grant.html#grant-database-privileges */
function grantTarget({ kind, name }: Of<'grant'>['grant']['on'], server: Server): string {
  if (kind === 'schema' || kind === 'database') return `${server.quote(name.name.replace(/[_%\\]/g, '\\$&'))}.*`;
  const word = kind === 'function' || kind === 'procedure' ? `${kind} ` : '';
  return `${word}${quoteName(server, name)}`;
}

/** `anna@localhost`, or a name that may come from anywhere: https://dev.mysql.com/doc/refman/8.0/en/account-names.html */
export function accountOf(to: string): { readonly user: string; readonly host?: string } {
  const at = to.lastIndexOf('@');
  return at < 0 ? { user: to } : { user: to.slice(0, at), host: to.slice(at + 1) };
}

function account(to: string, { text }: Server): string {
  const { user, host } = accountOf(to);
  return host === undefined ? text(user) : `${text(user)}@${text(host)}`;
}

/** https://dev.mysql.com/doc/refman/8.0/en/grant.html#grant-column-privileges */
const onColumns = /^(select|insert|update|references)$/i;

function privileges(grant: Of<'grant'>['grant'], server: Server): string {
  refuseColumnPrivileges(grant, server.title, onColumns);
  const {
    privileges: words,
    on: { columns },
  } = grant;
  const over = columns === undefined ? '' : ` ${columnList(columns, server)}`;
  return words.map((word) => `${word}${over}`).join(', ');
}

export function grant({ grant: given }: Of<'grant'>, server: Server): Lowered {
  const passed = given.withGrantOption ? ' with grant option' : '';
  const what = `grant ${privileges(given, server)} on ${grantTarget(given.on, server)}`;
  return [schemaStatement(`${what} to ${account(given.to, server)}${passed}`)];
}

export function revoke({ grant: given }: Of<'revoke'>, server: Server): Lowered {
  const what = `revoke ${privileges(given, server)} on ${grantTarget(given.on, server)}`;
  return [schemaStatement(`${what} from ${account(given.to, server)}`)];
}

export function refuseExtension(operation: Of<'createExtension' | 'dropExtension'>, { title }: Server): never {
  const name = operation.kind === 'createExtension' ? operation.extension.name : operation.extension;
  throw unsupported(`${title} has no extensions of a database: ${name}`, 'leave it to the server’s configuration');
}

type EnumOperation = Of<
  'createEnum' | 'addEnumValue' | 'renameEnumValue' | 'dropEnumValue' | 'renameEnum' | 'dropEnum'
>;

/** https://dev.mysql.com/doc/refman/8.0/en/enum.html */
export function refuseEnum({ type }: EnumOperation, { title }: Server): never {
  const name = 'values' in type ? type.name : type;
  throw unsupported(
    `${title} keeps the values of an enum in each column, so that there is no type ${showName(name)} of its own`,
    'use table.enu(…) for the column, and op.alterColumn with all its values to change them',
  );
}
