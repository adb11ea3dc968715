/** Rows written as insert statements by the dialect, batch by batch, so that a million of them fit in little memory. */

import { kindOf } from '../dialect/column-kind.ts';
import type { Dialect, Numbering } from '../dialect/dialect.ts';
import { steps } from '../dialect/lower.ts';
import type { Statement } from '../dialect/statement.ts';
import type { Rounds } from '../dialect/target.ts';
import { MigratorError } from '../errors.ts';
import { withValues } from '../operation/enum-verbs.ts';
import { describe } from '../operation/verbs.ts';
import type { Column } from '../schema/column.ts';
import { type Name, showName } from '../schema/name.ts';
import { type Schema, tableOf } from '../schema/schema.ts';
import { columnsInForce } from '../schema/table.ts';
import { asSentBy, spellValue } from './inline.ts';
import { isQuery, isRaw, type QueryBuilder, type Raw } from './knex-shapes.ts';
import { type Needed, neededIn } from './needed.ts';

export type Row = Readonly<Record<string, unknown>>;

export interface InsertBatch {
  readonly statements: readonly Statement[];
  readonly rows: number;
}

export interface RowWriter {
  /** The batch that this row completes, if it does. */
  push(row: Row): InsertBatch | undefined;
  end(): InsertBatch | undefined;
  /** Every column that was written, in order of first appearance. */
  readonly columns: readonly string[];
}

/** The rows are a migration's, whose values the databases get as knex's drivers send them. */
export interface AsSent {
  readonly rounds: Rounds;
}

interface Into {
  readonly table: Name;
  readonly known: ReadonlyMap<string, Column> | undefined;
  readonly needed: Needed;
  readonly dialect: Dialect;
  readonly asSent: AsSent | undefined;
}

function requireKnown(into: Into, column: string): void {
  const found = into.known?.get(column);
  if (found?.computed !== undefined) {
    throw new MigratorError('impossible', `column ${showName(into.table)}.${column} is computed, and takes no values`, {
      hint: 'Leave it out of the rows.',
    });
  }
  if (into.known === undefined || found !== undefined) return;
  throw new MigratorError(
    'impossible',
    `table ${showName(into.table)} has no column ${column} at this point of the history`,
    {
      hint: `Its columns are ${[...into.known.keys()].join(', ')}.`,
    },
  );
}

/** SQL of the author's for a value. */
function ownSql(value: Raw | QueryBuilder, column: Column | undefined, { dialect, asSent }: Into): string {
  const sql = spellValue(value, asSent === undefined ? dialect : asSentBy(dialect));
  return column === undefined ? sql : (dialect.valueSql?.(sql, column) ?? sql);
}

/** Of a migration, the database reads what it is sent. */
function spellSent(value: unknown, column: Column, { rounds }: AsSent, dialect: Dialect): string {
  const kind = kindOf(column);
  if (dialect.untypedByKnex?.(value, kind, column)) return dialect.literal(value);
  try {
    return dialect.literal(value, column, rounds);
  } catch (error) {
    if (kind === undefined || dialect.readsAnyway?.(value, kind, column) !== true) throw error;
    return asSentBy(dialect).literal(value);
  }
}

function spellRow(into: Into, row: Row, columns: readonly string[], position: number): readonly string[] {
  const { dialect, asSent } = into;
  return columns.map((column) => {
    const value = row[column];
    const known = into.known?.get(column);
    into.needed.refuseNull(column, value, position);
    if (isRaw(value) || isQuery(value)) return ownSql(value, known, into);
    try {
      if (asSent === undefined) return dialect.literal(value, known);
      return known === undefined ? asSentBy(dialect).literal(value) : spellSent(value, known, asSent, dialect);
    } catch (error) {
      if (!(error instanceof MigratorError)) throw error;
      throw new MigratorError(error.code, `row ${position}, column ${column}: ${error.message}`, {
        ...(error.hint === undefined ? {} : { hint: error.hint }),
        cause: error,
      });
    }
  });
}

function numberingOf(columns: readonly Column[]): Numbering {
  if (columns.some(({ identity }) => identity?.always === true)) return 'always';
  return columns.some(({ autoIncrement, identity }) => autoIncrement || identity !== undefined) ? 'by default' : 'none';
}

/** Undefined is as good as absent: the column's default applies. */
function columnsOf(row: Row): readonly string[] {
  return Object.keys(row).filter((column) => row[column] !== undefined);
}

function requireRow(row: unknown, position: number): asserts row is Row {
  if (typeof row === 'object' && row !== null && !Array.isArray(row)) return;
  throw new MigratorError('bad-row', `row ${position} is not an object of column names and values`);
}

function requireRoom(size: number, position: number, { title, insert: { maxRowBytes } }: Dialect): void {
  if (maxRowBytes === undefined || size <= maxRowBytes) return;
  const mega = (bytes: number): number => Math.ceil(bytes / 1_000_000);
  throw new MigratorError(
    'unrepresentable',
    `row ${position} takes ${mega(size)} MB of SQL, and ${title} takes no statement over ${mega(maxRowBytes)} MB`,
    { hint: 'load it with a tool of the database, or in pieces with update' },
  );
}

export function createRowWriter(table: Name, schema: Schema, dialect: Dialect, asSent?: AsSent): RowWriter {
  const known = tableOf(schema, table);
  const into: Into = {
    table,
    dialect,
    asSent,
    needed: neededIn(table, schema, dialect),
    known: known && new Map(columnsInForce(known).map((column) => [column.name, withValues(column, schema)])),
  };
  const seen = new Set<string>();
  let columns: readonly string[] = [];
  let waiting: (readonly string[])[] = [];
  let bytes = 0;
  let position = 0;

  const flush = (): InsertBatch | undefined => {
    if (waiting.length === 0) return undefined;
    const numbering = numberingOf(columns.flatMap((column) => into.known?.get(column) ?? []));
    const says = describe({ kind: 'insert', table, columns, rows: waiting.length });
    const statements = steps(says, dialect.insert.spell(table, columns, waiting, numbering));
    const batch = { statements, rows: waiting.length };
    waiting = [];
    bytes = 0;
    return batch;
  };
  const add = (row: Row): void => {
    const literals = spellRow(into, row, columns, position);
    const size = literals.reduce((sum, literal) => sum + Buffer.byteLength(literal) + 2, 0);
    requireRoom(size, position, dialect);
    waiting.push(literals);
    bytes += size;
  };
  const begin = (row: Row, mine: readonly string[]): void => {
    for (const column of mine) {
      if (!seen.has(column)) requireKnown(into, column);
      seen.add(column);
    }
    columns = mine;
    add(row);
    into.needed.refuseAbsent(mine, position);
  };
  return {
    push(row) {
      position += 1;
      requireRow(row, position);
      const mine = columnsOf(row);
      if (mine.length === 0) throw new MigratorError('bad-row', `row ${position} has no values`);
      const same = mine.length === columns.length && columns.every((column) => mine.includes(column));
      const full = waiting.length >= dialect.insert.maxRows || bytes >= dialect.insert.maxBytes;
      const batch = full || !same ? flush() : undefined;
      if (same) add(row);
      else begin(row, mine);
      return batch;
    },
    end: flush,
    get columns() {
      return [...seen];
    },
  };
}
