/** The world of random histories: tables with their rows, as they should be, whatever a database makes of them. */

import type { Engine } from '../../engines/engine.ts';

export type Tested = Engine['dialect'];

/** A type that every database has, in knex's words. */
export interface Sort {
  readonly family: 'integer' | 'text' | 'decimal' | 'boolean' | 'date' | 'moment' | 'uuid';
  /** `integer({})`, where `{}` is the name. */
  readonly word: string;
  /** Can be searched by and have a default on every database. */
  readonly short: boolean;
  /** Its values come again. */
  readonly few?: true;
  /** Another value for every number from 0, but where there are few. */
  value(n: number): string | number | boolean;
}

export const sorts = {
  integer: { family: 'integer', word: 'integer({})', short: true, value: (n) => n },
  bigInteger: { family: 'integer', word: 'bigInteger({})', short: true, value: (n) => n },
  string20: { family: 'text', word: 'string({}, 20)', short: true, value: (n) => `v'${n}"é` },
  string60: { family: 'text', word: 'string({}, 60)', short: true, value: (n) => `v\\${n}` },
  text: { family: 'text', word: 'text({})', short: false, value: (n) => `v\n${n};` },
  decimal: { family: 'decimal', word: 'decimal({}, 10, 2)', short: true, value: (n) => n + 0.25 },
  widerDecimal: { family: 'decimal', word: 'decimal({}, 14, 4)', short: true, value: (n) => n + 0.5 },
  boolean: { family: 'boolean', word: 'boolean({})', short: true, few: true, value: (n) => n % 2 === 0 },
  choice: {
    family: 'text',
    word: `enu({}, ["it's", 'a, b', 'ü'])`,
    short: true,
    few: true,
    value: (n) => ["it's", 'a, b', 'ü'][n % 3]!,
  },
  time: {
    family: 'text',
    word: 'time({})',
    short: true,
    value: (n) => new Date(Date.UTC(2000, 0, 1, 2, 3, n)).toISOString().slice(11, 19),
  },
  date: {
    family: 'date',
    word: 'date({})',
    short: true,
    value: (n) => new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(0, 10),
  },
  double: { family: 'decimal', word: 'double({})', short: true, value: (n) => n + 0.125 },
  moment: {
    family: 'moment',
    word: 'dateTime({}, { useTz: false })',
    short: true,
    value: (n) => new Date(Date.UTC(2000, 0, 1, 2, 3, n)).toISOString().slice(0, 19).replace('T', ' '),
  },
  uuid: {
    family: 'uuid',
    word: 'uuid({})',
    short: true,
    value: (n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  },
} as const satisfies Record<string, Sort>;

export type SortName = keyof typeof sorts;

export const isFew = (sort: SortName): boolean => (sorts[sort] as Sort).few === true;

export type Value = string | number | boolean | null;

export interface Column {
  /** The same under every name. */
  readonly id: number;
  readonly name: string;
  readonly sort: SortName;
  readonly nullable: boolean;
  readonly default?: Value;
  readonly comment?: string;
  /** New rows bring a value along, or the way back to NOT NULL would be closed. */
  readonly filled: boolean;
  /** The table whose rows its values name, whether a key says so now or did before. */
  readonly parent?: number;
  /** Two rows with the same value would close the way back to a key. */
  readonly told?: true;
  /** As SQL. */
  readonly computed?: string;
}

export interface Key {
  readonly name: string;
  readonly columns: readonly number[];
}

export interface Foreign {
  readonly name: string;
  readonly column: number;
  readonly parent: number;
  readonly setsNull: boolean;
}

export type Row = ReadonlyMap<number, Value>;

export interface Table {
  readonly id: number;
  readonly name: string;
  /** The first one is the primary key. */
  readonly columns: readonly Column[];
  readonly primary: { readonly name?: string; readonly kind: 'key' | 'increments' | 'identity' };
  readonly uniques: readonly Key[];
  readonly checks: readonly Key[];
  readonly foreigns: readonly Foreign[];
  readonly indexes: readonly Key[];
  readonly comment?: string;
  /** Some key refers to it, or did. */
  readonly referred: boolean;
  readonly views: readonly View[];
  readonly triggers: readonly string[];
  readonly rows: readonly Row[];
}

export interface View {
  readonly name: string;
  readonly materialized: boolean;
}

export interface World {
  readonly tables: readonly Table[];
  readonly sequences: readonly string[];
  readonly routines: readonly { readonly kind: 'Function' | 'Procedure'; readonly name: string }[];
  readonly enums: readonly { readonly name: string; readonly values: readonly string[] }[];
  /** The next number for anything that wants one. */
  readonly next: number;
}

export const emptyWorld: World = { tables: [], sequences: [], routines: [], enums: [], next: 1 };

export function withTable(world: World, table: Table): World {
  return { ...world, tables: world.tables.map((one) => (one.id === table.id ? table : one)) };
}

export function withColumn(table: Table, column: Column): Table {
  return { ...table, columns: table.columns.map((one) => (one.id === column.id ? column : one)) };
}

export function tableBy(world: World, id: number): Table {
  const found = world.tables.find((table) => table.id === id);
  if (found === undefined) throw new Error(`no table ${id}`);
  return found;
}

/** Whether a key or an index stands on a column. */
export function standsOn(table: Table, column: number): boolean {
  const keys = [...table.uniques, ...table.checks, ...table.indexes];
  return keys.some(({ columns }) => columns.includes(column)) || table.foreigns.some((key) => key.column === column);
}

/** The table, some columns of which must tell rows apart from now on. */
export function telling(table: Table, columns: readonly number[]): Table {
  const told = { told: true } as const;
  return { ...table, columns: table.columns.map((one) => (columns.includes(one.id) ? { ...one, ...told } : one)) };
}
