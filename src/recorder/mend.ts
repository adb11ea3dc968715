/** Where knex forgets to quote or cannot name, its builders and compilers are set right before they compile. */

import type { Dialect } from '../dialect/dialect.ts';
import { MigratorError } from '../errors.ts';
import type { Column } from '../schema/table.ts';
import { inline } from './inline.ts';
import { type ColumnCompiler, isRaw, type KnexClient, type TableBuilder, type TableStatement } from './knex-shapes.ts';

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
  return plainIdentifier.test(name) ? name : dialect.quote(name).replaceAll('?', '\\?');
}

/** knex leaves a check's `??` and values unfilled outside createTable, and its name unquoted everywhere. */
function mendCheck(
  statement: { args: unknown[] },
  fallback: string | undefined,
  dialect: Dialect,
  client: KnexClient,
): void {
  const [predicate, values, name = fallback] = statement.args;
  const sql = values === undefined ? String(predicate) : inline(client.raw(predicate, values).toSQL(), dialect);
  statement.args = [sql, undefined, typeof name === 'string' ? quoteUnlessPlain(name, dialect) : name];
}

/** `primary(columns, { constraintName })` inside createTable reaches mysql and sqlite as an object. */
function mendPrimary(statement: { args: unknown[] }): void {
  const [columns, options] = statement.args;
  if (typeof options !== 'object' || options === null) return;
  const { constraintName, deferrable } = options as { constraintName?: string; deferrable?: string };
  if (deferrable === undefined) statement.args = constraintName === undefined ? [columns] : [columns, constraintName];
}

function mendStatement(statement: TableStatement, table: TableBuilder, dialect: Dialect, client: KnexClient): void {
  if (statement.grouping === 'checks') mendCheck(statement, undefined, dialect, client);
  if (statement.grouping !== 'alterTable') return;
  const position = table._statements.indexOf(statement) + 1;
  if (statement.method === 'check') mendCheck(statement, `${table._tableName}_${position}`, dialect, client);
  if (statement.method === 'primary') mendPrimary(statement);
  if (statement.method === 'dropChecks') {
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

export function mendTable(table: TableBuilder, dialect: Dialect, client: KnexClient, marks: Marks): void {
  for (const statement of table._statements) mendStatement(statement, table, dialect, client);
  if (typeof table._single.comment === 'string') table._single.comment = marks.hide(table._single.comment);
}

/** knex writes a default as text whatever it is: dates in the words of JavaScript, JSON without doubling its quotes. */
function mendDefault(compiler: ColumnCompiler, dialect: Dialect, client: KnexClient): void {
  if (compiler.columnBuilder._method === 'alter') return;
  const [value, ...rest] = compiler.modified.defaultTo ?? [];
  const plain = value === undefined || value === null || isRaw(value);
  if (plain || (dialect.typedDefaults !== true && typeof value !== 'object')) return;
  const column: Column = {
    name: compiler.getColumnName(),
    type: { name: compiler.columnBuilder._type, args: compiler.columnBuilder._args.slice(1) },
    sqlType: compiler.getColumnType(),
    nullable: true,
    autoIncrement: false,
    unsigned: false,
  };
  const text = dialect.literal(value, column);
  // JSON has a default as an expression only: https://dev.mysql.com/doc/refman/8.0/en/data-type-defaults.html
  const whole = jsonType.test(compiler.type) ? `(${text})` : text;
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

export function mendColumn(
  compiler: ColumnCompiler,
  dialect: Dialect,
  client: KnexClient,
  marks: Marks,
): ColumnCompiler {
  if (compiler.type === 'enu' && Array.isArray(compiler.args[1])) {
    const [name, values, ...rest] = compiler.args;
    compiler.args = [name, (values as unknown[]).map((value) => innerText(value, dialect)), ...rest];
  }
  if (dialect.increments !== undefined) mendIncrements(compiler, dialect.increments);
  mendDefault(compiler, dialect, client);
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
