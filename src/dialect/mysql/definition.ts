/** A column as CREATE TABLE, ADD, MODIFY and CHANGE say it. */

import {
  type CharacterOptions,
  type Column,
  countsByOwnWords,
  type Default,
  type Identity,
} from '../../schema/column.ts';
import { type Name, showName } from '../../schema/name.ts';
import type { Table } from '../../schema/table.ts';
import type { Index } from '../../schema/table-index.ts';
import { mysqlConstant } from '../literal-mysql.ts';
import { defaultText, impossibleFor, isBracketed, unsupported } from '../lower.ts';
import { sizeArg, sqlTypeOf } from '../sql-type.ts';
import { has, requireFeature, type Server } from './server.ts';

export function isNumbered(column: Column): boolean {
  return column.autoIncrement || column.identity !== undefined;
}

/** MODIFY and CHANGE forget what they are not told: https://dev.mysql.com/doc/refman/8.0/en/alter-table.html#alter-table-redefine-column */
export function definition(column: Column, table: Name, server: Server, keyed = true): string {
  requireColumn(column, table, server);
  const given = column.default === undefined ? undefined : defaultClause(column.default, column, server);
  const parts = [
    server.quote(column.name),
    typeOf(column),
    ...characterClause(column, server),
    ...computedClause(column),
    ...nullClause(column, server),
    ...(given === undefined || column.computed !== undefined ? [] : [given]),
    ...(column.onUpdate === undefined ? [] : [`on update ${column.onUpdate}`]),
    ...(keyed && isNumbered(column) ? ['auto_increment'] : []),
    ...(column.comment === undefined ? [] : [`comment ${server.text(column.comment)}`]),
  ];
  return parts.join(' ');
}

const textual =
  /^(?:national\s+)?(?:(?:var)?char(?:acter)?|(?:tiny|medium|long)?text|enum|set)\b(?!.*\b(?:character set|charset|collate)\b)/is;

/** What the column was made under, where it says nothing itself and its table says something else since. */
function madeUnder({ collation, sqlType, madeUnder }: Column): CharacterOptions | undefined {
  return collation === undefined && textual.test(sqlType) ? madeUnder : undefined;
}

function characterClause(column: Column, { quote }: Server): readonly string[] {
  const { charset, collate = column.collation } = madeUnder(column) ?? {};
  if (collate !== undefined) return [`collate ${quote(collate)}`];
  return charset === undefined ? [] : [`character set ${quote(charset)}`];
}

/** MODIFY and CHANGE give a column its table's present character set: https://dev.mysql.com/doc/refman/8.0/en/charset-column.html */
export function requireKnownCharset(column: Column, table: Name, { title }: Server): void {
  const under = madeUnder(column);
  if (under === undefined || under.charset !== undefined || under.collate !== undefined) return;
  const shown = `${showName(table)}.${column.name}`;
  throw unsupported(
    `${title} would give ${shown} the character set that its table has now, and no revision says which one it was made with`,
    "say which it is to have: op.alterColumn(…, { collation: '…' })",
  );
}

/** `unsigned` belongs to the type; the recorder keeps it apart. */
export function typeOf(column: Column): string {
  return column.unsigned && !/\bunsigned\b/i.test(column.sqlType) ? `${column.sqlType} unsigned` : column.sqlType;
}

/** https://dev.mysql.com/doc/refman/8.0/en/create-table-generated-columns.html */
function computedClause({ computed }: Column): readonly string[] {
  if (computed === undefined) return [];
  return [`generated always as (${computed.expression}) ${computed.persisted ? 'stored' : 'virtual'}`];
}

/** https://mariadb.com/docs/server/reference/sql-statements/data-definition/create/generated-columns */
function nullClause(column: Column, { traits }: Server): readonly string[] {
  if (column.computed === undefined || traits.computedNotNull) return [column.nullable ? 'null' : 'not null'];
  return [];
}

function requireColumn(column: Column, table: Name, server: Server): void {
  const shown = `${showName(table)}.${column.name}`;
  if (/^json\b/i.test(column.sqlType)) requireFeature(server, 'JSON columns', 'use longtext');
  if (column.identity !== undefined) requirePlainIdentity(column.identity, shown, server);
  if (server.traits.sameDigits) requireSameDigits(column, shown, server);
  if (column.computed === undefined) return;
  requireFeature(server, 'computed columns', 'use a view');
  if (column.nullable || server.traits.computedNotNull) return;
  throw unsupported(
    `${server.title} does not let a computed column be NOT NULL: ${shown}`,
    'let it be nullable, and add a check',
  );
}

const now = /\b(?:current_timestamp|localtimestamp|localtime|now)\b(?:\s*\(\s*(\d?)\s*\))?/gi;

/** https://dev.mysql.com/doc/refman/8.0/en/timestamp-initialization.html: of no other types. */
function noMoment({ sqlType }: Column, shown: string, title: string): Error {
  return unsupported(
    `${title} takes the moment by itself as the default of timestamp and datetime alone: ${shown} is ${sqlType}`,
    "put it in brackets, which makes it an expression: op.knex.raw('(current_timestamp)')",
  );
}

/** https://dev.mysql.com/doc/refman/8.0/en/timestamp-initialization.html: one number of digits throughout. */
function requireSameDigits(column: Column, shown: string, { title }: Server): void {
  const type = sqlTypeOf(column);
  const { default: given, onUpdate = '' } = column;
  const said = given?.kind === 'sql' && !isExpression(given) && !isBracketed(given.sql) ? given.sql : '';
  if (type.name !== 'timestamp' && type.name !== 'datetime') {
    if (!said.includes("'") && said.search(now) >= 0) throw noMoment(column, shown, title);
    return;
  }
  const digits = sizeArg(type, 0);
  const other = [...`${said} ${onUpdate}`.matchAll(now)].find(([, asked]) => Number(asked ?? 0) !== digits);
  if (other === undefined) return;
  throw unsupported(
    `${title} gives a moment the digits of its column: ${shown} is ${column.sqlType}, not ${other[0]}`,
    `say ${digits === 0 ? 'op.knex.fn.now()' : `op.knex.fn.now(${digits})`}, or give the column other digits`,
  );
}

/** AUTO_INCREMENT counts for the whole server: https://dev.mysql.com/doc/refman/8.0/en/replication-options-source.html#sysvar_auto_increment_increment */
function requirePlainIdentity(identity: Identity, shown: string, { title }: Server): void {
  if (identity.always) {
    throw unsupported(
      `${title} takes every value that a row brings along, so ${shown} cannot be generated always`,
      'generate it by default, and refuse values with a trigger if that matters',
    );
  }
  const { increment = '1', minValue, maxValue, cache, cycle } = identity;
  if (increment === '1' && minValue === undefined && maxValue === undefined && cache === undefined && cycle !== true)
    return;
  throw unsupported(
    `${title} numbers rows by AUTO_INCREMENT, which has a first value and nothing else: ${shown}`,
    'leave increment, limits, cache and cycle out',
  );
}

/** What MySQL takes as a default without brackets of its own: literals, NULL, and the moment: https://dev.mysql.com/doc/refman/8.0/en/data-type-defaults.html */
const plainDefault =
  /^\s*(?:[-+]?[\d.]+(?:e[-+]?\d+)?|(?:_\w+\s*)?[nbx]?'(?:[^']|'')*'|null|true|false|0x[\da-f]+|(?:current_timestamp|now|localtime|localtimestamp)(?:\s*\(\s*\d?\s*\))?(?:\s+on\s+update\b.*)?)\s*$/is;

/** A default that is neither a literal nor the moment. */
export function isExpression(given: Default): boolean {
  return given.kind === 'sql' && !isBracketed(given.sql) && !plainDefault.test(given.sql);
}

function isText(column: Column): boolean {
  return /text|blob/.test(column.type.name.toLowerCase()) || /^(?:tiny|medium|long)?blob\b/i.test(column.sqlType);
}

function isJson(column: Column): boolean {
  return /^json/.test(column.type.name.toLowerCase());
}

/** Long text, bytes and JSON have a default as an expression only, and knex leaves out that of the first two: https://dev.mysql.com/doc/refman/8.0/en/data-type-defaults.html */
function defaultClause(given: Default, column: Column, server: Server): string {
  if (given.kind === 'sql') return sqlDefault(given.sql, given, server);
  if (isJson(column)) {
    requireFeature(server, 'expressions as defaults', 'give rows their value when they are inserted');
    return `default (${defaultText(given, column, server.literal)})`;
  }
  const literal = defaultText(given, column, server.literal);
  const constant = typeof given.value === 'string' && isCall(literal) ? mysqlConstant(given.value) : literal;
  if (!isText(column)) return `default ${constant}`;
  requireFeature(server, 'expressions as defaults', 'give rows their value when they are inserted');
  return `default (${constant})`;
}

/** Text that could not be written as one string whatever sql_mode is. */
function isCall(literal: string): boolean {
  return /^(?:concat|char)\(/.test(literal);
}

function sqlDefault(sql: string, given: Default, server: Server): string {
  const bracketed = isBracketed(sql);
  if (!isExpression(given) && !bracketed) return `default ${sql}`;
  requireFeature(server, 'expressions as defaults', 'give rows their value by a trigger');
  return bracketed ? `default ${sql}` : `default (${sql})`;
}

/** Whether knex would say the column as it is meant. */
export function isPlain(column: Column, server: Server): boolean {
  const { computed, onUpdate, identity, default: given } = column;
  if (madeUnder(column) !== undefined || countsByOwnWords(column)) return false;
  if (computed !== undefined || onUpdate !== undefined || identity !== undefined) return false;
  if (given === undefined) return true;
  if (given.kind === 'sql')
    return !isExpression(given) && (has(server, 'expressions as defaults') || !isBracketed(given.sql));
  if (isText(column) || isJson(column)) return false;
  if (typeof given.value !== 'string') return true;
  return has(server, 'expressions as defaults') && !isCall(defaultText(given, column, server.literal));
}

function leads(columns: Index['columns'], column: string): boolean {
  const [first] = columns;
  return (typeof first === 'string' ? first : first?.column) === column;
}

/** The one numbered column must lead a key: https://dev.mysql.com/doc/refman/8.0/en/example-auto-increment.html */
export function isKeyed(table: Table, column: string): boolean {
  const byKey = table.constraints.some(
    (key) => (key.kind === 'primary' || key.kind === 'unique') && leads(key.columns, column),
  );
  return byKey || table.indexes.some(({ columns }) => leads(columns, column));
}

/** Raw SQL may have made a key that nobody knows: https://dev.mysql.com/doc/refman/8.0/en/example-auto-increment.html */
export function requireKeyed(table: Table, { name }: Column, { before, title }: Server): void {
  if (isKeyed(table, name) || before.unread.length > 0) return;
  throw impossibleFor(
    `${title} numbers rows by a column that leads a key or an index, and ${showName(table.name)}.${name} leads none`,
    'Give it one first, with op.createIndex(…) or op.createUniqueConstraint(…).',
  );
}
