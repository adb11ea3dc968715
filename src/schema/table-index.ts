/** The indexes of a table. All immutable. */

import type { Column } from './column.ts';

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

/** The columns that an index names by themselves, outside expressions. */
export function columnNames(columns: readonly IndexPart[]): readonly string[] {
  return columns.flatMap((part) => (typeof part === 'string' ? [part] : (part.column ?? [])));
}

/** A column that holds no more characters than count is indexed as a whole, and stays so: https://dev.mysql.com/doc/refman/8.0/en/column-indexes.html#column-indexes-prefix */
export function wholeWithin(index: Index, { name, sqlType }: Pick<Column, 'name' | 'sqlType'>): Index {
  const size = /^\s*(?:var)?(?:char|binary)\s*\((\d+)\)/i.exec(sqlType)?.[1];
  const isWhole = (part: IndexPart): part is IndexElement =>
    typeof part !== 'string' && part.column === name && size !== undefined && (part.length ?? 0) >= Number(size);
  if (!index.columns.some(isWhole)) return index;
  const columns = index.columns.map((part) => {
    if (!isWhole(part)) return part;
    const { length: _, ...rest } = part;
    return Object.keys(rest).length > 1 ? rest : name;
  });
  return { ...index, columns };
}

/** One part of an index, as a person reads it. */
export function showPart(part: IndexPart): string {
  if (typeof part === 'string') return part;
  const what = part.column ?? part.expression ?? '';
  return part.order === 'desc' ? `${what} desc` : what;
}
