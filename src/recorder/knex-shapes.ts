/** The parts of knex's builders and compilers that recording reads; its published types leave them out. */

export interface ColumnBuilder {
  readonly _type: string;
  readonly _args: unknown[];
  readonly _method: 'add' | 'alter';
  readonly _modifiers: Record<string, unknown[]>;
  readonly alterNullable?: boolean;
  readonly alterType?: boolean;
  alterDefault?: boolean;
  queryContext(): unknown;
}

export interface ForeignData {
  column: string | string[];
  keyName?: string;
  references?: string | string[];
  inTable?: string;
  onUpdate?: string;
  onDelete?: string;
  deferrable?: string;
}

export type TableStatement =
  | { readonly grouping: 'columns'; readonly builder: ColumnBuilder }
  | { readonly grouping: 'alterTable'; readonly method: string; args: unknown[] }
  | { readonly grouping: 'checks'; args: unknown[] };

export interface TableBuilder {
  readonly _method: string;
  readonly _schemaName?: string;
  readonly _tableName: string;
  readonly _tableNameLike?: string;
  readonly _statements: TableStatement[];
  readonly _single: Record<string, unknown>;
}

/** The callback of createTable and alterTable; `createTableLike` may have none. */
export type TableBuild = ((this: unknown, t: unknown) => unknown) | undefined;

export interface TableCompiler {
  readonly tableNameRaw: string;
  readonly sequence: unknown[];
  _canBeAddPrimaryKey(options: unknown): boolean;
  _indexCommand(kind: string, table: string, columns: unknown): string;
  comment?(text: string): void;
  tableName(): string;
  pushQuery(sql: string): void;
}

export interface ColumnCompiler {
  readonly columnBuilder: ColumnBuilder;
  readonly tableCompiler: TableCompiler;
  type: string;
  args: unknown[];
  modified: Record<string, unknown[]>;
  getColumnName(): string;
  getColumnType(): string;
  _check(predicate: string, name?: string): string;
  [method: string]: unknown;
}

export interface Compiled {
  readonly sql: string;
  readonly bindings?: readonly unknown[];
  readonly output?: unknown;
  readonly statementsProducer?: unknown;
}

export interface SchemaEntry {
  readonly method: string;
  readonly args: unknown[];
}

export interface SchemaBuilder {
  _sequence: SchemaEntry[];
  _schema?: string;
  toSQL(): Compiled[];
}

export interface QueryBuilder {
  whereRaw(sql: string): QueryBuilder;
  readonly _method: string;
  readonly _single: Record<string, unknown>;
  readonly _statements: readonly { readonly grouping: string; readonly type?: string }[];
  toSQL(): Compiled;
}

export interface Raw {
  readonly isRawInstance: true;
  readonly sql: string;
  toSQL(): Compiled;
}

export type Builder = SchemaBuilder | QueryBuilder | Raw;

export function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && (value as { isRawInstance?: unknown }).isRawInstance === true;
}

/** A query that stands as a value inside another statement. */
export function isQuery(value: unknown): value is QueryBuilder {
  return typeof value === 'object' && value !== null && '_method' in value && 'toSQL' in value && '_single' in value;
}

export function isSchemaBuilder(builder: Builder): builder is SchemaBuilder {
  return Array.isArray((builder as Partial<SchemaBuilder>)._sequence);
}

export interface QueryCompiler {
  where(): string;
  bindings: unknown[];
  _prepInsert(rows: unknown): unknown;
  _prepUpdate(row: unknown): unknown;
  whereBasic(condition: unknown): string;
  whereIn(condition: unknown): string;
  whereBetween(condition: unknown): string;
  whereWrapped(condition: unknown): string;
}

/** A knex client's class and what recording uses and overrides of it. */
export interface KnexClient {
  readonly version: string;
  readonly config: Record<string, unknown>;
  schemaBuilder(): SchemaBuilder;
  queryBuilder(): QueryBuilder;
  raw(...args: unknown[]): Raw;
  runner(builder: Builder): unknown;
  tableCompiler(builder: TableBuilder): TableCompiler;
  columnCompiler(table: TableCompiler, column: ColumnBuilder): ColumnCompiler;
  columnBuilder(table: TableBuilder, type: string, args: unknown[]): ColumnBuilder;
  tableBuilder(kind: string, name: string, like: unknown, build: TableBuild): TableBuilder;
  queryCompiler(builder: unknown, ...rest: unknown[]): QueryCompiler;
  transaction(...args: unknown[]): unknown;
  postProcessResponse(response: unknown, context: unknown): unknown;
  customWrapIdentifier(name: string, wrap: (name: string) => string, context: unknown): string;
  _escapeBinding(value: unknown): string;
}

export type KnexClientClass = new (config: Record<string, unknown>) => KnexClient;
