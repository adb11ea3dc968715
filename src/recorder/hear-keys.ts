/** Keys and indexes of a knex table builder heard as constraints and indexes. */

import type { Dialect } from '../dialect/dialect.ts';
import { MigratorError } from '../errors.ts';
import type { Constraint, Deferrable } from '../schema/constraint.ts';
import type { Name } from '../schema/name.ts';
import type { Schema } from '../schema/schema.ts';
import type { Index } from '../schema/table-index.ts';
import { inline } from './inline.ts';
import { keptName } from './kept-name.ts';
import type {
  ColumnBuilder,
  ColumnCompiler,
  ForeignData,
  KnexClient,
  TableBuilder,
  TableCompiler,
  TableStatement,
} from './knex-shapes.ts';
import { bareNamesOf } from './mend.ts';

/** A table builder as its callback left it; `comment` is kept because compiling deletes it. */
export interface HeardTable {
  readonly builder: TableBuilder;
  readonly comment: string | undefined;
  readonly compiler: TableCompiler;
}

/** The database's name of what the author wrote: the knexfile's `wrapIdentifier` stands between the two. */
export type Named = (written: string) => string;

export interface Ear {
  readonly name: Name;
  readonly heard: HeardTable;
  readonly client: KnexClient;
  readonly dialect: Dialect;
  readonly named: Named;
  /** The schema before. */
  readonly before: Schema;
  /** Where knex takes what makes no sense, and does nothing. */
  readonly remark: ((says: string) => void) | undefined;
  compilerOf(column: ColumnBuilder): ColumnCompiler;
}

/** Throws `bad-name` for what is in another database than the script, or has a dot of its own, which knex takes apart. */
function requireTwoParts(text: string, schema: string | undefined): void {
  const dots = text.split('.').length - 1;
  if (dots + (schema === undefined ? 0 : 1) < 2) return;
  const shown = schema === undefined ? text : `${schema}.${text}`;
  throw new MigratorError('bad-name', `the name ${shown} has more parts than a schema and a name`, {
    hint: 'Say schema.name and no more. What lies in another database, where SQL reaches one (SQL Server, CockroachDB, Redshift), is for SQL of your own: op.execute(…).',
  });
}

/** `shop.orders` is how knex itself reads a dotted name. */
export function parseName(text: string, schema: string | undefined): Name {
  if (schema !== undefined) return { schema, name: text };
  const dot = text.lastIndexOf('.');
  return dot < 0 ? { name: text } : { schema: text.slice(0, dot), name: text.slice(dot + 1) };
}

/** As `parseName`, of what a script reaches. */
export function reachedName(text: string): Name {
  requireTwoParts(text, undefined);
  return parseName(text, undefined);
}

/** As the database has it. */
export function tableName(text: string, schema: string | undefined, named: Named): Name {
  requireTwoParts(text, schema);
  return rowsName(text, schema, named);
}

/** As the database has it; rows may lie in another one. */
export function rowsName(text: string, schema: string | undefined, named: Named): Name {
  const written = parseName(text, schema);
  const name = named(written.name);
  return written.schema === undefined ? { name } : { schema: named(written.schema), name };
}

function asList(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).map(String);
}

/** Columns, as the database has them. */
export function columnsIn({ named }: Pick<Ear, 'named'>, value: unknown): string[] {
  return asList(value).map(named);
}

/** The name that knex's compiler invents, as the database has it. */
export function inventedName(ear: Ear, kind: string, columns: unknown): string {
  const quoted = ear.heard.compiler._indexCommand(kind, ear.heard.builder._tableName, columns);
  const mark = quoted.slice(-1);
  return quoted
    .slice(1, -1)
    .replaceAll(mark + mark, mark)
    .replaceAll('\\?', '?');
}

/** A name that the author gives, as the database has it. */
export function givenName({ named }: Ear, name: unknown): string | undefined {
  return typeof name === 'string' ? named(name) : undefined;
}

function condition(ear: Ear, predicate: unknown): string | undefined {
  if (predicate === undefined) return undefined;
  const compiler = ear.client.queryCompiler(predicate);
  const sql = compiler.where();
  return inline({ sql, bindings: compiler.bindings }, ear.dialect).replace(/^where /i, '');
}

interface KeyOptions {
  readonly indexName?: string;
  readonly constraintName?: string;
  readonly deferrable?: Deferrable;
  readonly predicate?: unknown;
  readonly useConstraint?: boolean;
  readonly indexType?: string;
  readonly storageEngineIndexType?: string;
}

function keyOptions(value: unknown): KeyOptions {
  if (typeof value === 'string') return { indexName: value, constraintName: value };
  return typeof value === 'object' && value !== null ? (value as KeyOptions) : {};
}

export function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };
}

export function flag<K extends string>(key: K, said: boolean | undefined): { readonly [P in K]?: true } {
  return (said === true ? { [key]: true } : {}) as { readonly [P in K]?: true };
}

function hearPrimary(ear: Ear, [columns, options]: unknown[]): Constraint {
  const { constraintName, deferrable } = keyOptions(options);
  return {
    kind: 'primary',
    columns: columnsIn(ear, columns),
    ...optional('name', givenName(ear, constraintName)),
    ...optional('deferrable', deferrable),
    ...optional('fills', ear.dialect.keysFill),
  };
}

function hearUnique(ear: Ear, [columns, options]: unknown[]): Constraint | Index {
  const { indexName, deferrable, predicate, useConstraint } = keyOptions(options);
  const name = givenName(ear, indexName) ?? inventedName(ear, 'unique', columns);
  const where = condition(ear, predicate);
  if (where !== undefined || useConstraint === false) {
    return { name, columns: columnsIn(ear, columns), unique: true, ...optional('where', where) };
  }
  return { kind: 'unique', name, columns: columnsIn(ear, columns), ...optional('deferrable', deferrable) };
}

function hearIndex(ear: Ear, [columns, indexName, options]: unknown[]): Index {
  const { indexType, storageEngineIndexType, predicate } =
    typeof options === 'string' ? { ...keyOptions(undefined), storageEngineIndexType: options } : keyOptions(options);
  const name = givenName(ear, indexName) ?? inventedName(ear, 'index', columns);
  const unique = indexType?.toLowerCase() === 'unique';
  const method = storageEngineIndexType ?? (unique ? undefined : indexType);
  return {
    name,
    columns: columnsIn(ear, columns),
    unique,
    ...optional('method', method),
    ...optional('where', condition(ear, predicate)),
  };
}

function hearForeign(ear: Ear, data: ForeignData): Constraint | undefined {
  if (data.inTable === undefined || data.references === undefined) {
    if (ear.remark !== undefined) {
      ear.remark(
        `the foreign key on ${asList(data.column).join(', ')} of ${ear.name.name} names no table or no column, and so none is made`,
      );
      return undefined;
    }
    throw new MigratorError('bad-foreign-key', `the foreign key on ${ear.name.name} names no table or column`, {
      hint: "Write references('id').inTable('other').",
    });
  }
  const table = tableName(data.inTable, undefined, ear.named);
  return {
    kind: 'foreign',
    name: givenName(ear, data.keyName) ?? inventedName(ear, 'foreign', data.column),
    columns: columnsIn(ear, data.column),
    references: { table, columns: columnsIn(ear, data.references) },
    ...optional('onUpdate', data.onUpdate),
    ...optional('onDelete', data.onDelete),
    ...optional('deferrable', data.deferrable as Deferrable | undefined),
  };
}

function hearCheck(statement: { args: unknown[] }): Constraint {
  const [expression, , written] = statement.args;
  const [name] = bareNamesOf(statement) ?? [written];
  const said = { kind: 'check', expression: String(expression) } as const;
  return name === undefined ? { ...said, ofTable: true } : { ...said, name: name as string };
}

export function isIndex(key: Constraint | Index): key is Index {
  return !('kind' in key);
}

/** The keys that a statement adds, or undefined when it does something else. */
export function hearKey(ear: Ear, statement: TableStatement): Constraint | Index | undefined {
  const key = keyOf(ear, statement);
  if (key?.name === undefined || ear.remark === undefined) return key;
  return { ...key, name: keptName(key.name, ear.dialect) };
}

function keyOf(ear: Ear, statement: TableStatement): Constraint | Index | undefined {
  if (statement.grouping === 'checks') return hearCheck(statement);
  if (statement.grouping === 'columns') return undefined;
  switch (statement.method) {
    case 'primary':
      return hearPrimary(ear, statement.args);
    case 'unique':
      return hearUnique(ear, statement.args);
    case 'index':
      return hearIndex(ear, statement.args);
    case 'foreign':
      return hearForeign(ear, statement.args[0] as ForeignData);
    case 'check':
      return hearCheck(statement);
    default:
      return undefined;
  }
}
