/** Where knex forgets to quote or cannot name, its builders and compilers are set right before they compile. */

import type { Dialect, TypePlace } from '../dialect/dialect.ts';
import { defaultText, quotedDefault } from '../dialect/lower.ts';
import type { TableOptions } from '../dialect/names.ts';
import { MigratorError } from '../errors.ts';
import type { Column } from '../schema/column.ts';
import { heardType } from './heard-type.ts';
import { inline } from './inline.ts';
import {
  type ColumnCompiler,
  isQuery,
  isRaw,
  type KnexClient,
  type TableBuilder,
  type TableStatement,
} from './knex-shapes.ts';

/** An enum value as it stands between the quotes that knex writes around it. */
function innerText(value: unknown, dialect: Dialect): string {
  const quoted = dialect.text(String(value));
  const [, inner] = /^N?'(.*)'$/s.exec(quoted) ?? [];
  if (inner !== undefined) return escaped(inner);
  throw new MigratorError('unrepresentable', `the enum value ${JSON.stringify(value)} holds control characters`, {
    hint: 'Use values of plain text.',
  });
}

const plainIdentifier = /^[a-z_][a-z0-9_]*$/;

function quoteUnlessPlain(name: string, dialect: Dialect): string {
  const plain = dialect.plainNamesInUpperCase !== true && plainIdentifier.test(name);
  return plain ? name : dialect.quote(name).replaceAll('?', '\\?');
}

/** The names of checks before they were quoted for knex, which writes them as they are. A statement is mended once. */
const bareNames = new WeakMap<object, readonly string[]>();

/** Undefined for a statement that has not been mended. */
export function bareNamesOf(statement: object): readonly string[] | undefined {
  return bareNames.get(statement);
}

/** knex leaves a check's `??` and values unfilled outside createTable, and its name unquoted everywhere. */
function mendCheck(
  statement: { args: unknown[] },
  fallback: string | undefined,
  dialect: Dialect,
  client: KnexClient,
): void {
  if (bareNames.has(statement)) return;
  const [predicate, values, name = fallback] = statement.args;
  bareNames.set(statement, typeof name === 'string' ? [name] : []);
  const sql =
    values === undefined || values === null
      ? String(predicate)
      : inline(client.raw(predicate, values).toSQL(), dialect);
  statement.args = [sql, undefined, typeof name === 'string' ? quoteUnlessPlain(name, dialect) : name];
}

/** `primary(columns, { constraintName })` inside createTable reaches mysql and sqlite as an object, and mysql wants a list. */
function mendPrimary(statement: { args: unknown[] }, table: TableBuilder): void {
  const [said, options] = statement.args;
  const columns = keyColumns([said].flat(), table);
  statement.args = [columns, ...statement.args.slice(1)];
  if (typeof options !== 'object' || options === null) return;
  const { constraintName, deferrable } = options as { constraintName?: string; deferrable?: string };
  if (deferrable === undefined) statement.args = constraintName === undefined ? [columns] : [columns, constraintName];
}

/** For mysql, knex puts a column that numbers itself before the others of a primary key, also where another key holds it. */
function keyColumns(columns: unknown[], { _statements: statements }: TableBuilder): unknown[] {
  const isKeyed = (name: unknown) =>
    statements.some(
      (statement) =>
        statement.grouping === 'alterTable' &&
        (statement.method === 'unique' || statement.method === 'index') &&
        [statement.args[0]].flat()[0] === name,
    );
  const counters = statements.flatMap((statement) =>
    statement.grouping === 'columns' && /increments$/i.test(statement.builder._type) ? [statement.builder] : [],
  );
  const kept = counters.every(({ _args: [name, options] }) => isKeyed(name) && keepsOutOfKey(options));
  return kept ? Object.assign(columns, { unshift: () => columns.length }) : columns;
}

function keepsOutOfKey(options: unknown): boolean {
  return (options as { primaryKey?: boolean } | undefined)?.primaryKey === false;
}

/** Not every compiler of knex writes the key that `uuid` is asked for; all of them write one that is said by itself. */
function mendUuid({ _statements: statements }: TableBuilder): void {
  const isKey = (statement: TableStatement) => statement.grouping === 'alterTable' && statement.method === 'primary';
  for (const statement of [...statements]) {
    if (statement.grouping !== 'columns' || statement.builder._type !== 'uuid') continue;
    const { _args: args } = statement.builder;
    const { primaryKey, ...options } = (args[1] ?? {}) as { primaryKey?: boolean };
    if (primaryKey !== true) continue;
    args[1] = options;
    if (statements.some(isKey)) continue;
    statement.builder._modifiers.nullable = [false];
    statements.push({ grouping: 'alterTable', method: 'primary', args: [args[0]] });
  }
}

/** knex leaves the values of an index's condition unfilled. */
function mendPredicate(statement: { args: unknown[] }, dialect: Dialect, client: KnexClient): void {
  statement.args = statement.args.map((argument) => {
    const { predicate } = (argument ?? {}) as { predicate?: unknown };
    if (!isQuery(predicate)) return argument;
    const compiler = client.queryCompiler(predicate);
    const sql = compiler.where();
    if (compiler.bindings.length === 0) return argument;
    const filled = inline({ sql, bindings: compiler.bindings }, dialect).replace(/^where /i, '');
    return { ...(argument as object), predicate: client.queryBuilder().whereRaw(filled.replaceAll('?', '\\?')) };
  });
}

function mendStatement(statement: TableStatement, table: TableBuilder, dialect: Dialect, client: KnexClient): void {
  if (statement.grouping === 'checks') mendCheck(statement, undefined, dialect, client);
  if (statement.grouping !== 'alterTable') return;
  const position = table._statements.indexOf(statement) + 1;
  if (statement.method === 'check') mendCheck(statement, `${table._tableName}_${position}`, dialect, client);
  if (statement.method === 'primary') mendPrimary(statement, table);
  if (statement.method === 'index' || statement.method === 'unique') mendPredicate(statement, dialect, client);
  if (statement.method === 'dropChecks' && !bareNames.has(statement)) {
    bareNames.set(statement, statement.args.flat().map(String));
    statement.args = statement.args.flat().map((name) => quoteUnlessPlain(String(name), dialect));
  }
}

/** Texts that knex would quote wrongly go through it as marks, and come back as the dialect spells them. */
export interface Marks {
  hide(text: string): string;
  reveal(sql: string): string;
}

export function createMarks(dialect: Dialect): Marks {
  const texts: string[] = [];
  return {
    hide: (text) => `@migrator:${texts.push(text) - 1}@`,
    reveal: (sql) =>
      texts.length === 0 ? sql : sql.replace(/N?'@migrator:(\d+)@'/g, (_, at) => dialect.text(texts[Number(at)] ?? '')),
  };
}

/** A primary key makes its columns NOT NULL, which they must say themselves for some. */
function mendKeyColumns({ _statements: statements }: TableBuilder): void {
  const keys = statements.flatMap((statement) =>
    statement.grouping === 'alterTable' && statement.method === 'primary' ? [statement.args[0]].flat() : [],
  );
  for (const statement of statements) {
    if (statement.grouping !== 'columns' || !keys.includes(statement.builder._args[0])) continue;
    statement.builder._modifiers.nullable = [false];
  }
}

export function mendTable(table: TableBuilder, dialect: Dialect, client: KnexClient, marks: Marks): void {
  mendUuid(table);
  if (dialect.keysSayNotNull) mendKeyColumns(table);
  for (const statement of table._statements) mendStatement(statement, table, dialect, client);
  if (typeof table._single.comment === 'string') table._single.comment = marks.hide(table._single.comment);
}

/** What knex reads from its connection as it makes a table, and this one has none. */
export function mendOptions({ _method: method, _single: single }: TableBuilder, options: TableOptions = {}): void {
  if (!method.startsWith('create') || method === 'createLike') return;
  for (const [key, value] of Object.entries(options)) single[key] ||= value;
}

/** knex would write DEFAULT and nothing behind it, but where its compiler knows better. */
function requireDefault(compiler: ColumnCompiler, likeKnex: boolean): void {
  const { defaultTo: said } = compiler.modified;
  if (said === undefined || said[0] !== undefined) return;
  const { defaultTo } = compiler;
  if (likeKnex && typeof defaultTo === 'function' && !defaultTo.call(compiler, undefined)) return;
  throw new MigratorError('bad-argument', `the default of column ${compiler.getColumnName()} is undefined`, {
    hint: 'Leave defaultTo out, or give it null.',
  });
}

/**
 * knex writes a default as text whatever it is: dates in the words of JavaScript, JSON without doubling its quotes. A
 * migration keeps what its databases take of that; what a revision says fits its column, or is refused.
 */
function mendDefault(compiler: ColumnCompiler, dialect: Dialect, client: KnexClient, likeKnex: boolean): void {
  requireDefault(compiler, likeKnex);
  const [value, ...rest] = compiler.modified.defaultTo ?? [];
  if (compiler.columnBuilder._method === 'alter') {
    // the dialect writes every change itself; knex would read bytes as text on the way, and text has no NUL
    if (value instanceof Uint8Array || Array.isArray(value)) compiler.defaultTo = () => 'default null';
    return;
  }
  const typed = dialect.typedDefaults === true;
  if (value === undefined || value === null || isRaw(value)) return;
  if (likeKnex && !typed && typeof value !== 'object') return;
  const column: Column = {
    name: compiler.getColumnName(),
    ...heardType(compiler, dialect),
    nullable: true,
    autoIncrement: false,
  };
  const text = (typed ? defaultText : quotedDefault)({ kind: 'value', value }, column, dialect.literal);
  // JSON has a default as an expression only: https://dev.mysql.com/doc/refman/8.0/en/data-type-defaults.html
  const whole = typeof value === 'object' && jsonType.test(compiler.type) ? `(${text})` : text;
  const literal = client.raw(escaped(escaped(whole)));
  compiler.modified = { ...compiler.modified, defaultTo: [literal, ...rest] };
}

const jsonType = /^jsonb?$/;

/** Once for each time that knex or `inline` reads the text for places of values. */
function escaped(text: string): string {
  return text.replaceAll('?', '\\?');
}

/** MySQL's compiler turns any object into JSON, a raw of knex too. */
function mendJsonDefault(compiler: ColumnCompiler): void {
  const { defaultTo, type } = compiler;
  const [value] = compiler.modified.defaultTo ?? [];
  if (!isRaw(value) || !jsonType.test(type) || typeof defaultTo !== 'function') return;
  compiler.defaultTo = (...args: unknown[]): unknown => {
    compiler.type = 'raw';
    const clause: unknown = defaultTo.apply(compiler, args);
    compiler.type = type;
    return clause;
  };
}

function mendIncrements(compiler: ColumnCompiler, types: NonNullable<Dialect['increments']>): void {
  for (const [word, type] of Object.entries(types)) {
    compiler[word] = (options: unknown = { primaryKey: true }) =>
      `${type}${compiler.tableCompiler._canBeAddPrimaryKey(options) ? ' primary key' : ''}`;
  }
}

function mendType(compiler: ColumnCompiler, type: NonNullable<Dialect['type']>, where: TypePlace): void {
  const { columnBuilder: builder, getColumnType } = compiler;
  const asked = { name: builder._type, args: builder._args.slice(1) };
  compiler.getColumnType = () => type(asked, () => getColumnType.call(compiler), where);
}

export function mendColumn(
  compiler: ColumnCompiler,
  dialect: Dialect,
  client: KnexClient,
  marks: Marks,
  likeKnex: boolean,
): ColumnCompiler {
  // where the type is a plain word, its values are not written
  if (compiler.type === 'enu' && typeof compiler.enu === 'function' && Array.isArray(compiler.args[1])) {
    const [name, values, ...rest] = compiler.args;
    compiler.args = [name, (values as unknown[]).map((value) => innerText(value, dialect)), ...rest];
  }
  if (dialect.increments !== undefined) mendIncrements(compiler, dialect.increments);
  if (dialect.type !== undefined) mendType(compiler, dialect.type, { version: client.version, likeKnex });
  mendDefault(compiler, dialect, client, likeKnex);
  mendJsonDefault(compiler);
  const [comment] = compiler.modified.comment ?? [];
  if (typeof comment === 'string' && comment !== '') {
    compiler.modified = { ...compiler.modified, comment: [marks.hide(comment)] };
  }
  const checkName = compiler._checkConstraintName as (name?: string) => string;
  compiler._checkConstraintName = (name?: string) =>
    checkName.call(compiler, name === undefined ? name : quoteUnlessPlain(name, dialect));
  return compiler;
}
