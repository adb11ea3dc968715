/** A table, and what its parts make of each other. All immutable. */

import { type CharacterOptions, type Column, type MadeAs, withMadeAs } from './column.ts';
import { type CheckConstraint, type Constraint, filledBy, filledForGood, primaryKeyName } from './constraint.ts';
import { type Mark, speaksOf } from './expression.ts';
import type { Name } from './name.ts';
import type { Index, Storage } from './table-index.ts';

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
