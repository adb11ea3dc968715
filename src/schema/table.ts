/** The nouns inside a table. All immutable. */

import type { Counting } from './counting.ts';
import { type Mark, speaksOf } from './expression.ts';
import type { Name } from './name.ts';

/** A type as the revision asked for it: knex's word and its arguments, `{ name: 'varchar', args: [255] }`. */
export interface ColumnType {
  readonly name: string;
  readonly args: readonly unknown[];
}

/** What a column holds when nothing is said: a plain value, or an SQL expression kept as written. */
export type Default =
  | {
      readonly kind: 'value';
      readonly value: unknown;
      /** As knex writes it: as text, of which the engine makes what it can. */
      readonly asText?: true;
    }
  | { readonly kind: 'sql'; readonly sql: string };

/** A column that the engine numbers by a sequence of its own, in the words of standard SQL. */
export interface Identity extends Counting {
  /** The engine refuses values that rows bring along. */
  readonly always: boolean;
}

/** A column that the engine works out from others. */
export interface Computed {
  /** As SQL, identifiers already quoted for the dialect. */
  readonly expression: string;
  /** Kept on disk; otherwise worked out when it is read. */
  readonly persisted: boolean;
}

/** The names that an engine makes another name of. */
export interface MadeAs {
  readonly table: string;
  /** The one column that is meant; undefined where there are several, or none. */
  readonly column?: string;
}

export interface ColumnMadeAs extends MadeAs {
  readonly column: string;
}

/** What a column of text takes from its table when it is made, and keeps. */
export interface CharacterOptions {
  readonly charset?: string;
  readonly collate?: string;
}

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** The type as the dialect spells it, `character varying(255)`. */
  readonly sqlType: string;
  readonly nullable: boolean;
  readonly autoIncrement: boolean;
  readonly unsigned: boolean;
  readonly default?: Default;
  readonly comment?: string;
  readonly collation?: string;
  readonly identity?: Identity;
  readonly computed?: Computed;
  /** MySQL and MariaDB: what the column becomes when its row changes, as SQL. */
  readonly onUpdate?: string;
  /** What `sqlType` says beside the type in an author's own words, and nobody reads. */
  readonly unread?: string;
  /** What table and column were called when the nameless check of its list of values was made, or the sequence of its numbers, where either has another name since. */
  readonly madeAs?: ColumnMadeAs;
  /** MySQL and MariaDB: what the options of its table said of character set and collation when it was made, where they say something else since. */
  readonly madeUnder?: CharacterOptions;
}

export type Deferrable = 'not deferrable' | 'immediate' | 'deferred';

/** Never, unless the table says otherwise; or while it stands, after which the columns take NULL again. */
export type KeyFills = 'never' | 'while it stands';

export interface PrimaryKey {
  readonly kind: 'primary';
  /** Absent when the author left it to the engine or to knex. */
  readonly name?: string;
  /** What the table was called when its nameless key was made, where it has another name since. */
  readonly madeFor?: string;
  readonly columns: readonly string[];
  readonly deferrable?: Deferrable;
  /** Columns that its index carries along. */
  readonly include?: readonly string[];
  /** SQL Server: whether the table is sorted by it. */
  readonly clustered?: boolean;
  /** How it keeps NULL from columns that take it by themselves; absent: it makes them NOT NULL, and they stay so without it. */
  readonly fills?: KeyFills;
}
export interface UniqueConstraint {
  readonly kind: 'unique';
  readonly name: string;
  readonly columns: readonly string[];
  readonly deferrable?: Deferrable;
  readonly include?: readonly string[];
  readonly clustered?: boolean;
  /** Two NULLs are the same value. */
  readonly nullsNotDistinct?: boolean;
}
export interface ForeignKey {
  readonly kind: 'foreign';
  readonly name: string;
  readonly columns: readonly string[];
  readonly references: { readonly table: Name; readonly columns: readonly string[] };
  readonly onUpdate?: string;
  readonly onDelete?: string;
  readonly match?: string;
  readonly deferrable?: Deferrable;
  /** Rows that are there already are not looked at until the constraint is validated. */
  readonly notValid?: boolean;
  /** The table that it refers to may be made after it. */
  readonly late?: true;
}
export interface CheckConstraint {
  readonly kind: 'check';
  readonly name?: string;
  /** Of a nameless one: what the table and the column that it speaks of were called when it was made, where either has another name since. */
  readonly madeAs?: MadeAs;
  /** Of a nameless one: said of the table, not beside a column, which MariaDB keeps apart. */
  readonly ofTable?: true;
  /** Of a nameless one that the type of a column says in its author's own words: that column. */
  readonly beside?: string;
  /** The condition as SQL, identifiers already quoted for the dialect. */
  readonly expression: string;
  readonly notValid?: boolean;
}
/** PostgreSQL: no two rows for which all of these comparisons hold. */
export interface ExcludeConstraint {
  readonly kind: 'exclude';
  readonly name: string;
  readonly method?: string;
  readonly elements: readonly { readonly part: IndexPart; readonly operator: string }[];
  readonly where?: string;
  readonly deferrable?: Deferrable;
}
export type Constraint = PrimaryKey | UniqueConstraint | ForeignKey | CheckConstraint | ExcludeConstraint;

/** One column of an index, or an expression, with what is not as usual about it. */
export interface IndexElement {
  /** Either a column or an expression, as SQL without brackets around it. */
  readonly column?: string;
  readonly expression?: string;
  readonly order?: 'asc' | 'desc';
  readonly nulls?: 'first' | 'last';
  readonly collation?: string;
  /** PostgreSQL's operator class. */
  readonly opclass?: string;
  /** MySQL and MariaDB: how many characters count. */
  readonly length?: number;
}
/** A column by its name alone, where nothing else is said of it. */
export type IndexPart = string | IndexElement;

/** What an engine lets be said about how something is stored, in the engine's own words: `{ fillfactor: 70 }`. */
export type Storage = Readonly<Record<string, string | number | boolean>>;

export interface Index {
  readonly name: string;
  readonly columns: readonly IndexPart[];
  readonly unique: boolean;
  /** `btree`, `gin`, `FULLTEXT`, `clustered`, `bitmap` …, where the dialect has a choice. */
  readonly method?: string;
  /** A partial index's condition as SQL, without the word WHERE. */
  readonly where?: string;
  /** Columns that are carried along and not searched by. */
  readonly include?: readonly string[];
  readonly nullsNotDistinct?: boolean;
  readonly storage?: Storage;
  /** PostgreSQL: build without blocking writers, which no transaction may enclose. */
  readonly concurrently?: boolean;
  /** SQL Server and Oracle: build while the table is written to. */
  readonly online?: boolean;
}

export interface Partition {
  readonly name: string;
  /** What it holds, as the engine says it: `from ('2026-01-01') to ('2027-01-01')`, `less than (2027)`. */
  readonly values: string;
}

export interface Partitioning {
  /** `range (placed_at)`, `hash (id)`, as SQL. */
  readonly by: string;
  readonly partitions: readonly Partition[];
}

export interface Table {
  readonly name: Name;
  readonly columns: readonly Column[];
  readonly constraints: readonly Constraint[];
  readonly indexes: readonly Index[];
  readonly comment?: string;
  /** Storage engine, character set, tablespace, fill factor, in the words of the engine. */
  readonly options?: Storage;
  readonly partitioning?: Partitioning;
}

/** A check that the engine names. knex gives one a name where it adds it to a table that is there. */
export function isNamelessCheck({ kind, name }: Constraint): boolean {
  return kind === 'check' && name === undefined;
}

/** The columns that an index names by themselves, outside expressions. */
export function columnNames(columns: readonly IndexPart[]): readonly string[] {
  return columns.flatMap((part) => (typeof part === 'string' ? [part] : (part.column ?? [])));
}

/** One part of an index, as a person reads it. */
export function showPart(part: IndexPart): string {
  if (typeof part === 'string') return part;
  const what = part.column ?? part.expression ?? '';
  return part.order === 'desc' ? `${what} desc` : what;
}

/** Where nobody names a primary key, PostgreSQL's kin and knex name it after its table, and leave it so when the table gets another name. */
export function primaryKeyName({ name, madeFor }: Pick<PrimaryKey, 'name' | 'madeFor'>, table: Name): string {
  return name ?? `${madeFor ?? table.name}_pkey`;
}

/** The columns that hold no NULL because of a primary key: https://www.sqlite.org/quirks.html#primary_keys_can_sometimes_contain_nulls */
export function filledBy(key: Constraint, { options = {} }: Pick<Table, 'options'>): readonly string[] {
  if (key.kind !== 'primary') return [];
  return key.fills !== 'never' || options.withoutRowid === true || options.strict === true ? key.columns : [];
}

/** Those that hold none afterwards either. */
export function filledForGood(key: Constraint, table: Pick<Table, 'options'>): readonly string[] {
  return key.kind === 'primary' && key.fills === 'while it stands' ? [] : filledBy(key, table);
}

function notNull(columns: readonly Column[], names: readonly string[]): readonly Column[] {
  return columns.map((column) =>
    names.includes(column.name) && column.nullable ? { ...column, nullable: false } : column,
  );
}

/** The table with what its primary key makes of its columns. */
export function filled(table: Table): Table {
  const names = table.constraints.flatMap((key) => filledForGood(key, table));
  return { ...table, columns: notNull(table.columns, names) };
}

/** As rows find them: whatever takes NULL from them. */
export function columnsInForce(table: Table): readonly Column[] {
  const names = table.constraints.flatMap((key) => filledBy(key, table));
  return names.length === 0 ? table.columns : notNull(table.columns, names);
}

/** Where nobody names what comes with a column, the engine names it after these, and leaves it so when one gets another name. */
export function madeAsOf({ madeAs }: Pick<Column, 'madeAs'>, table: Name, column: string): ColumnMadeAs {
  return madeAs ?? { table: table.name, column };
}

/** It numbers its rows by a sequence of its own, where the engine has such. */
export function hasSequence({ autoIncrement, identity, sqlType }: Column): boolean {
  return autoIncrement || identity !== undefined || /^(?:small|big)?serial$/i.test(sqlType);
}

/** It numbers itself because its author's own SQL says so, for which knex has no word. */
export function countsByOwnWords({ autoIncrement, type }: Column): boolean {
  return autoIncrement && type.name === 'specificType';
}

/** A check of its own holds it to a list of values, where the engine has no such type. */
export function hasList({ type }: Column): boolean {
  const [, options] = type.args as [unknown, { readonly useNative?: boolean } | undefined];
  return type.name.toLowerCase() === 'enu' && options?.useNative !== true;
}

function withMadeAs<T extends { readonly madeAs?: MadeAs }>(made: T, before: MadeAs, after: MadeAs): T {
  const { madeAs: old = before, ...rest } = made;
  const isSame = old.table === after.table && old.column === after.column;
  return (isSame ? rest : { ...rest, madeAs: old }) as T;
}

/** The column under another name, of its own or of its table. */
export function withOldNames(column: Column, table: Name, to: ColumnMadeAs): Column {
  if (!hasList(column) && !hasSequence(column)) return column;
  return withMadeAs(column, { table: table.name, column: column.name }, to);
}

/** The column whose list or sequence has just been made, and is called after what it is called now. */
export function withNewNames(column: Column): Column {
  if (column.madeAs === undefined) return column;
  const { madeAs: _, ...rest } = column;
  return rest;
}

function characterOptionsOf({ options = {} }: Pick<Table, 'options'>): CharacterOptions {
  const { charset, collate } = options;
  return {
    ...(charset === undefined ? {} : { charset: String(charset) }),
    ...(collate === undefined ? {} : { collate: String(collate) }),
  };
}

/**
 * A character set that is said alone brings its usual collation, and a collation its character set:
 * https://dev.mysql.com/doc/refman/8.0/en/charset-table.html
 */
function characterOptions(old: Storage, given: Storage): Storage {
  const { charset, collate, ...others } = old;
  if (given.charset !== undefined) return { ...others, charset: given.charset };
  if (given.collate === undefined) return old;
  const [itsCharset] = String(given.collate).split('_');
  return itsCharset === String(charset) ? old : others;
}

/** Other options of the table, which say nothing of the columns that are there. */
export function withOptions(table: Table, options: Storage): Table {
  const next = { ...table, options: { ...characterOptions(table.options ?? {}, options), ...options } };
  const [old, now] = [table, next].map(characterOptionsOf) as [CharacterOptions, CharacterOptions];
  const isSame = (one: CharacterOptions) => one.charset === now.charset && one.collate === now.collate;
  const columns = table.columns.map((column) => {
    const { madeUnder = old, ...rest } = column;
    return isSame(madeUnder) ? rest : { ...rest, madeUnder };
  });
  return { ...next, columns };
}

export function withoutOptions(table: Table, names: readonly string[]): Table {
  if (names.length === 0) return table;
  const { options = {}, ...rest } = table;
  const left = Object.entries(options).filter(([option]) => !names.includes(option));
  return left.length === 0 ? rest : { ...rest, options: Object.fromEntries(left) };
}

/** The one column that a condition speaks of. */
function onlyColumn(expression: string, columns: readonly Column[], mark: Mark | undefined): Pick<MadeAs, 'column'> {
  const [column, ...more] = columns.filter(({ name }) => speaksOf(expression, name, 'column', mark));
  return column === undefined || more.length > 0 ? {} : { column: column.name };
}

/** What the engine makes the name of a nameless check of. */
export function checkMadeAs(
  { madeAs, expression }: CheckConstraint,
  { name, columns }: Pick<Table, 'name' | 'columns'>,
  mark?: Mark,
): MadeAs {
  return madeAs ?? { table: name.name, ...onlyColumn(expression, columns, mark) };
}

/** The nameless checks of a table which, or one of whose columns, has another name now. */
export function withOldCheckNames(table: Table, before: Table, mark: Mark | undefined): Table {
  const constraints = table.constraints.map((key, at) => {
    const old = before.constraints[at];
    if (key.kind !== 'check' || old?.kind !== 'check' || key.name !== undefined) return key;
    const { madeAs: _, ...now } = key;
    return withMadeAs(key, checkMadeAs(old, before, mark), checkMadeAs(now, table, mark));
  });
  return { ...table, constraints };
}

/** The name of the table's primary key, known by name or not; a table that is not known has one called after it. */
export function primaryKeyNameOf(known: Table | undefined, table: Name): string {
  return primaryKeyName(known?.constraints.find((key) => key.kind === 'primary') ?? {}, table);
}

/** What `increments()` and its like were told of the primary key, in knex's word `primaryKey`. */
export function primaryKeyOption({ type }: Column): boolean | undefined {
  const [options] = type.args as [{ readonly primaryKey?: boolean } | undefined];
  return options?.primaryKey;
}

/** knex's `increments` is the primary key of its table, in a table that has none, unless it was told otherwise. */
export function keyOfCounter(column: Column): PrimaryKey | undefined {
  const counts = column.autoIncrement && primaryKeyOption(column) !== false;
  return counts ? { kind: 'primary', columns: [column.name] } : undefined;
}

/** It numbers itself, and was told to stay out of the primary key. */
export function countsBesideKey(column: Column): boolean {
  return column.autoIncrement && primaryKeyOption(column) === false;
}
