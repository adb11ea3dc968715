/** Schemas, sequences, extensions and rights of PostgreSQL and its relative. */

import type { Of } from '../../operation/operation.ts';
import { recounted, recountOf } from '../../schema/counting.ts';
import { showName } from '../../schema/name.ts';
import type { Grant } from '../../schema/objects.ts';
import { sequenceOf } from '../../schema/schema.ts';
import { type Dialect, quoteName } from '../dialect.ts';
import { refuseColumnPrivileges, refuseTaken, schemaStatement } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { refuseCycle } from './definition.ts';
import { refuseOnCockroach, type Server } from './server.ts';
import { columnList, countingWords, ifExists, ifNotExists, usualWord } from './words.ts';

type Lowered = readonly Statement[];
type Quoting = Pick<Dialect, 'quote'>;
type Granting = Pick<Dialect, 'quote' | 'title'>;

export function createSchema({ schema, authorization, ...operation }: Of<'createSchema'>, server: Quoting): Lowered {
  const owner = authorization === undefined ? '' : ` authorization ${roleName(authorization, server)}`;
  return [schemaStatement(`create schema ${ifNotExists(operation.ifNotExists)}${server.quote(schema)}${owner}`)];
}

export function dropSchema({ schema, cascade, ...operation }: Of<'dropSchema'>, server: Quoting): Lowered {
  const all = cascade === true ? ' cascade' : '';
  return [schemaStatement(`drop schema ${ifExists(operation.ifExists)}${server.quote(schema)}${all}`)];
}

export function createSequence({ sequence, ...operation }: Of<'createSequence'>, server: Server): Lowered {
  const { name, type, ...counting } = sequence;
  refuseCycle(counting, showName(name), server);
  const head = `create sequence ${ifNotExists(operation.ifNotExists)}${quoteName(server, name)}`;
  return [schemaStatement([head, ...(type === undefined ? [] : [`as ${type}`]), ...countingWords(counting)].join(' '))];
}

export function alterSequence({ sequence, change }: Of<'alterSequence'>, server: Server): Lowered {
  const { restart, ...counting } = change;
  const { told, gone } = recountOf(counting);
  const after = recounted(sequenceOf(server.before, sequence) ?? { name: sequence }, counting);
  refuseCycle(told, showName(sequence), server);
  const words = [
    ...countingWords(told),
    ...gone.map((word) => usualWord(word, after)),
    ...(restart === undefined ? [] : [`restart with ${restart}`]),
  ];
  return [schemaStatement(`alter sequence ${quoteName(server, sequence)} ${words.join(' ')}`)];
}

export function renameSequence({ sequence, to }: Of<'renameSequence'>, server: Server): Lowered {
  return [schemaStatement(`alter sequence ${quoteName(server, sequence)} rename to ${server.quote(to)}`)];
}

export function dropSequence(operation: Of<'dropSequence'>, server: Server): Lowered {
  const { sequence } = operation;
  refuseTaken(operation, server.before);
  return [schemaStatement(`drop sequence ${ifExists(operation.ifExists)}${quoteName(server, sequence)}`)];
}

/** https://www.cockroachlabs.com/docs/stable/postgresql-compatibility */
function refuseExtension(extension: string, server: Server): void {
  refuseOnCockroach(server, `has no extensions: ${extension}`, 'leave it out: what CockroachDB has of it is built in');
}

export function createExtension({ extension, ...operation }: Of<'createExtension'>, server: Server): Lowered {
  const { name, schema, version } = extension;
  refuseExtension(name, server);
  const into = schema === undefined ? '' : ` schema ${server.quote(schema)}`;
  const of = version === undefined ? '' : ` version ${server.text(version)}`;
  return [schemaStatement(`create extension ${ifNotExists(operation.ifNotExists)}${server.quote(name)}${into}${of}`)];
}

export function dropExtension({ extension, cascade, ...operation }: Of<'dropExtension'>, server: Server): Lowered {
  refuseExtension(extension, server);
  const all = cascade === true ? ' cascade' : '';
  return [schemaStatement(`drop extension ${ifExists(operation.ifExists)}${server.quote(extension)}${all}`)];
}

export const roleWords: RegExp = /^(?:public|current_user|current_role|session_user)$/i;

/** Words that stand for a role are none when they are quoted: https://www.postgresql.org/docs/current/sql-grant.html */
export function roleName(role: string, { quote }: Quoting): string {
  return roleWords.test(role) ? role.toLowerCase() : quote(role);
}

/** https://www.postgresql.org/docs/current/sql-grant.html */
const onColumns = /^(select|insert|update|references|all( privileges)?)$/i;

/** The privileges and what they are on: `select ("a") on table "t"`. */
export function rights(grant: Grant, server: Granting): string {
  const { privileges, on } = grant;
  refuseColumnPrivileges(grant, server.title, onColumns);
  const { kind, name, columns } = on;
  const of = columns === undefined ? '' : ` ${columnList(columns, server)}`;
  const [, bare = name.name, types = on.arguments ?? ''] = /^([^(]*)(\(.*\))$/s.exec(name.name) ?? [];
  const isRoutine = kind === 'function' || kind === 'procedure';
  const shown = isRoutine ? quoteName(server, { ...name, name: bare }) + types : quoteName(server, name);
  return `${privileges.map((privilege) => privilege + of).join(', ')} on ${kind} ${shown}`;
}

export function grant({ grant: given }: Of<'grant'>, server: Granting): Lowered {
  const further = given.withGrantOption ? ' with grant option' : '';
  return [schemaStatement(`grant ${rights(given, server)} to ${roleName(given.to, server)}${further}`)];
}

export function revoke({ grant: given }: Of<'revoke'>, server: Granting): Lowered {
  return [schemaStatement(`revoke ${rights(given, server)} from ${roleName(given.to, server)}`)];
}
