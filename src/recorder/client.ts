/** The recording client: knex's own client of a dialect, in offline mode. It connects to nothing and hears everything. */

import knexFactory, { type Knex } from 'knex';
import type { Dialect } from '../dialect/dialect.ts';
import type { TableOptions } from '../dialect/names.ts';
import { MigratorError } from '../errors.ts';
import { requireBuilderShapes } from './builder-shapes.ts';
import { teachWords } from './column-words.ts';
import { spellValue } from './inline.ts';
import { keptName } from './kept-name.ts';
import type {
  Builder,
  ColumnBuilder,
  ColumnCompiler,
  KnexClient,
  KnexClientClass,
  QueryBuilder,
  Raw,
  SchemaBuilder,
  TableBuild,
  TableBuilder,
  TableCompiler,
} from './knex-shapes.ts';
import { type Marks, mendColumn, mendOptions, mendTable } from './mend.ts';
import { teachQueryWords } from './query-words.ts';
import { requireShortLists } from './short-lists.ts';
import { streaming } from './streaming.ts';
import type { TableTap } from './tap.ts';
import { type Typing, typeValues } from './typed-values.ts';

/** Who listens. It travels in the client's config, which knex hands on to the clients of transactions. */
export interface Listener {
  readonly dialect: Dialect;
  /** Whether the revision is a migration of knex's, of which knex takes what we would refuse. */
  likeKnex(): boolean;
  readonly marks: Marks;
  created(builder: Builder): void;
  /** Whether knex is at work on what goes into the script, where a question mark of a text must not be taken for a value's place. */
  isCompiling(): boolean;
  /** The builder has become a part of another statement, or of a text. */
  used(builder: Builder): void;
  /** What the columns are that the values of a query are for, where it is written into the script. */
  typing(): Typing | undefined;
  readonly compiling: TableTap['compiling'];
  readonly compiled: TableTap['compiled'];
  readonly column: TableTap['column'];
  run(builder: Builder): Promise<unknown>;
  /** The rows of a read, all at once. */
  stream(builder: Builder): Promise<unknown>;
  /** A transaction of the revision was taken back. */
  rolledBack(): void;
  warn(message: string): void;
}

/** `alterDefault: false` leaves a column's default as it is, which knex's own `.alter()` cannot say. */
export interface AlterOptions {
  readonly alterNullable?: boolean;
  readonly alterType?: boolean;
  readonly alterDefault?: boolean;
}

type Alterable = ColumnBuilder & { alter?: (options?: AlterOptions) => unknown };

function listenerOf(client: KnexClient): Listener {
  return client.config.listener as Listener;
}

const transactionControl = /^(?:BEGIN|COMMIT|SAVEPOINT|RELEASE|SET TRANSACTION)\b/i;

function standInConnection(sql: unknown, listener: Listener): Promise<unknown> {
  const text = typeof sql === 'string' ? sql : String((sql as { sql?: unknown }).sql);
  if (transactionControl.test(text)) return Promise.resolve(undefined);
  if (!/^ROLLBACK/i.test(text)) {
    return Promise.reject(new MigratorError('needs-database', `knex sent ${text} past the recorder`));
  }
  listener.rolledBack();
  return Promise.resolve(undefined);
}

/** knex compiles what the callback has done when it returns: what an async one does later would be lost. */
function synchronous(build: NonNullable<TableBuild>): NonNullable<TableBuild> {
  return function (this: unknown, t) {
    const returned: unknown = build.call(this, t);
    if (!(returned instanceof Promise)) return;
    returned.catch(() => undefined);
    throw new MigratorError(
      'forgotten-await',
      'the callback that builds a table is async, so columns of it would be lost',
      {
        hint: 'Await before the table is built, and build it in a plain function.',
      },
    );
  };
}

const singleToken = /^(?:[A-Za-z_]*'(?:[^']|'')*'|[\w.+-]+)$/;

/** `heeds`: `.alter()` heeds what it is told to leave as it is. */
function remembersDefault(builder: Alterable, heeds: boolean): ColumnBuilder {
  const { alter } = builder;
  if (alter !== undefined) {
    builder.alter = (told = {}) => {
      const options = heeds ? told : {};
      builder.alterDefault = options.alterDefault ?? true;
      return alter.call(builder, options);
    };
  }
  return builder;
}

/** A subclass, because knex's transactions rebuild a client from its prototype; `plain` is knex's own base client. */
function recordingClass(Base: KnexClientClass, plain: KnexClient, dialect: Dialect): KnexClientClass {
  return class RecordingClient extends Base {
    override schemaBuilder(): SchemaBuilder {
      const builder = super.schemaBuilder();
      listenerOf(this).created(builder);
      return builder;
    }
    override queryBuilder(): QueryBuilder {
      const builder = teachQueryWords(super.queryBuilder());
      listenerOf(this).created(builder);
      return builder;
    }
    override raw(...args: unknown[]): Raw {
      const raw = super.raw(...args);
      (this.config?.listener as Listener | undefined)?.created(raw);
      return raw;
    }
    override runner(builder: Builder): unknown {
      const listener = listenerOf(this);
      return { run: () => listener.run(builder), ...streaming(() => listener.stream(builder)) };
    }
    override tableBuilder(kind: string, name: string, like: unknown, build: TableBuild): TableBuilder {
      const strict = build === undefined || listenerOf(this).likeKnex() ? build : synchronous(build);
      return super.tableBuilder(kind, name, like, strict);
    }
    override queryCompiler(builder: unknown, ...rest: unknown[]): ReturnType<KnexClient['queryCompiler']> {
      const listener = listenerOf(this);
      listener.used(builder as Builder);
      if (listener.isCompiling()) requireShortLists(builder as QueryBuilder, dialect);
      const compiler = super.queryCompiler(builder, ...rest);
      const typing = listener.typing();
      if (typing !== undefined) typeValues(compiler, builder as QueryBuilder, typing, this);
      return compiler;
    }
    override tableCompiler(builder: TableBuilder): TableCompiler {
      const listener = listenerOf(this);
      listener.compiling(builder);
      if (listener.likeKnex()) mendOptions(builder, this.config.tableOptions as TableOptions | undefined);
      else requireBuilderShapes(builder, dialect);
      mendTable(builder, dialect, this, listener.marks);
      const compiler = super.tableCompiler(builder);
      listener.compiled(builder, compiler);
      return compiler;
    }
    override columnBuilder(table: TableBuilder, type: string, args: unknown[]): ColumnBuilder {
      const heeds = dialect.knexAltersParts === true || !listenerOf(this).likeKnex();
      return teachWords(remembersDefault(super.columnBuilder(table, type, args), heeds));
    }
    override columnCompiler(table: TableCompiler, column: ColumnBuilder): ColumnCompiler {
      const listener = listenerOf(this);
      const compiler = mendColumn(
        super.columnCompiler(table, column),
        dialect,
        this,
        listener.marks,
        listener.likeKnex(),
      );
      listener.column(compiler);
      return compiler;
    }
    override transaction(...args: unknown[]): unknown {
      return plain.transaction.apply(this, args);
    }
    override _escapeBinding(value: unknown): string {
      const constant = typeof value === 'string' ? dialect.constant?.(value) : undefined;
      const text = constant ?? spellValue(value, dialect);
      const whole = constant !== undefined || singleToken.test(text) ? text : `(${text})`;
      return listenerOf(this).isCompiling() ? whole.replaceAll('?', '\\?') : whole;
    }
    override customWrapIdentifier(name: string, wrap: (name: string) => string, context: unknown): string {
      // SQLite's compiler asks for the names of keys that have none
      if (name === undefined) return name;
      if (!listenerOf(this).likeKnex()) return wrap(name);
      return super.customWrapIdentifier(name, (known) => wrap(keptName(known, dialect)), context);
    }
    wrapIdentifierImpl(name: string): string {
      return name === '*' ? name : dialect.quote(name).replaceAll('?', '\\?');
    }
    acquireConnection(): Promise<object> {
      return Promise.resolve({});
    }
    releaseConnection(): Promise<void> {
      return Promise.resolve();
    }
    /** MySQL's builders ask for it by name; nobody is connected. */
    database(): Raw {
      return this.raw('database()');
    }
    query(_connection: unknown, sql: unknown): Promise<unknown> {
      return standInConnection(sql, listenerOf(this));
    }
  };
}

function baseClient(prototype: object): KnexClient {
  const parent: unknown = Object.getPrototypeOf(prototype);
  return parent !== null && 'transaction' in (parent as object)
    ? baseClient(parent as object)
    : (prototype as KnexClient);
}

const classes = new Map<string, KnexClientClass>();

function classOf(dialect: Dialect): KnexClientClass {
  const known = classes.get(dialect.name);
  if (known !== undefined) return known;
  const Base: KnexClientClass = knexFactory({
    client: dialect.knex,
    version: dialect.defaultVersion,
    useNullAsDefault: true,
  }).client.constructor;
  const made = recordingClass(Base, baseClient(Base.prototype as object), dialect);
  classes.set(dialect.name, made);
  return made;
}

/** Of a knexfile, without what would connect. */
export type KnexConfig = Readonly<Record<string, unknown>>;

function runsOthers(name: string): never {
  throw new MigratorError('needs-database', `knex.${name} works on a database, and a revision has none`, {
    hint: 'Leave it out: each revision says itself what it does.',
  });
}

/** A knex whose every call ends at the listener. `version` is the server's. */
export function recordingKnex(listener: Listener, version: string, config: KnexConfig = {}): Knex {
  const warn = (message: unknown): void => listener.warn(String(message));
  const { client, useNullAsDefault } = config;
  const knex = knexFactory({
    ...config,
    client: classOf(listener.dialect) as unknown as typeof Knex.Client,
    version,
    useNullAsDefault: useNullAsDefault === true || !listener.dialect.insert.defaultWord,
    nullsForUndefined: useNullAsDefault === true,
    log: {
      warn,
      error: warn,
      deprecate: (old: string, now: string) => warn(`${old} is deprecated, use ${now}`),
      debug: () => undefined,
    },
    listener,
  } as Knex.Config);
  // Only migrations have seeds
  for (const name of config.seeds === undefined ? ['migrate', 'seed'] : ['migrate'])
    Object.defineProperty(knex, name, { get: () => runsOthers(name) });
  // Application code tells databases apart by it.
  knex.client.config.client = client ?? listener.dialect.knex;
  return knex;
}
