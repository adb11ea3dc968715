/** The values of a query are spelled by the columns that they go into, or are compared with, as those of inserted rows are. */

import type { Dialect } from '../dialect/dialect.ts';
import { MigratorError } from '../errors.ts';
import { withValues } from '../operation/enum-verbs.ts';
import type { Column } from '../schema/column.ts';
import { find } from '../schema/registry.ts';
import type { Schema } from '../schema/schema.ts';
import { columnsInForce } from '../schema/table.ts';
import type { Named } from './hear-keys.ts';
import { isQuery, isRaw, type KnexClient, type QueryBuilder, type QueryCompiler, type Raw } from './knex-shapes.ts';
import { tableKey } from './question.ts';

/** By its name as it is written, qualified or not. */
type ColumnOf = (written: unknown) => Column | undefined;

/** What the columns are that queries speak of. */
export interface Typing {
  readonly schema: Schema;
  readonly dialect: Pick<Dialect, 'literal' | 'valueSql' | 'title' | 'emptyTextIsNull'>;
  readonly named: Named;
  /** Of the query that a group of conditions stands in, which has no table of its own. */
  around?: ColumnOf | undefined;
}

interface Condition {
  readonly column: unknown;
  readonly value: unknown;
}

const isValue = (value: unknown): boolean =>
  value !== undefined && value !== null && typeof value !== 'function' && !isRaw(value) && !isQuery(value);

const isRow = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !isRaw(value) && !isQuery(value);

/** Of `users as u`. */
function namesOf({ _single: { table } }: QueryBuilder): readonly string[] {
  return typeof table === 'string' ? table.split(/\s+as\s+/i) : [];
}

/** Undefined where the history does not know the table. */
function columnsFor(builder: QueryBuilder, { schema, named }: Typing): ColumnOf | undefined {
  const table = find(schema.tables, tableKey(builder, named) ?? '');
  if (table === undefined) return undefined;
  const columns = new Map(columnsInForce(table).map((column) => [column.name, withValues(column, schema)]));
  const isJoined = builder._statements.some(({ grouping }) => grouping === 'join');
  const called = new Set([table.name.name, ...namesOf(builder).map(named)]);
  return (written) => {
    if (typeof written !== 'string') return undefined;
    const [name = '', of] = written.split('.').reverse();
    const isOurs = of === undefined ? !isJoined : called.has(named(of));
    return isOurs ? columns.get(named(name)) : undefined;
  };
}

function neverEqual({ name }: Column, title: string): MigratorError {
  const sentence = `${name} is compared with an empty text, which is NULL on ${title}: nothing is equal to it`;
  return new MigratorError('unrepresentable', sentence, { hint: 'Write whereNull or whereNotNull.' });
}

/** Teaches a compiler of knex's that is about to work. */
export function typeValues(compiler: QueryCompiler, builder: QueryBuilder, typing: Typing, client: KnexClient): void {
  const { dialect } = typing;
  const columnOf = columnsFor(builder, typing) ?? typing.around;
  if (columnOf === undefined) return;
  const spelled = (value: unknown, column: Column): unknown =>
    client.raw(dialect.literal(value, column).replaceAll('?', '\\?'));
  const ownSql = (value: Raw, column: Column): Raw => {
    const { sql } = value.toSQL();
    const told = dialect.valueSql?.(sql, column) ?? sql;
    return told === sql ? value : client.raw(told);
  };
  const stored = (value: unknown, written: string): unknown => {
    const column = columnOf(written);
    if (column === undefined) return value;
    if (isRaw(value)) return ownSql(value, column);
    return isValue(value) ? spelled(value, column) : value;
  };
  const rowOf = (row: unknown): unknown =>
    isRow(row) ? Object.fromEntries(Object.entries(row).map(([name, value]) => [name, stored(value, name)])) : row;
  /** What the column cannot hold may still be compared with it. */
  const compared = (value: unknown, written: unknown): unknown => {
    const column = columnOf(written);
    if (column === undefined || !isValue(value)) return value;
    if (value === '' && dialect.emptyTextIsNull) throw neverEqual(column, dialect.title);
    try {
      return spelled(value, column);
    } catch (error) {
      if (error instanceof MigratorError) return value;
      throw error;
    }
  };
  const comparedAll = ({ column, value }: Condition): unknown => {
    if (!Array.isArray(value)) return value;
    if (!Array.isArray(column)) return value.map((one) => compared(one, column));
    return value.map((row) => (Array.isArray(row) ? row.map((one, at) => compared(one, column[at])) : row));
  };
  const { _prepInsert, _prepUpdate, whereBasic, whereIn, whereBetween, whereWrapped } = compiler;
  Object.assign(compiler, {
    _prepInsert: (rows: unknown) => _prepInsert.call(compiler, Array.isArray(rows) ? rows.map(rowOf) : rowOf(rows)),
    _prepUpdate: (row: unknown) => _prepUpdate.call(compiler, rowOf(row)),
    whereBasic: (one: Condition) => whereBasic.call(compiler, { ...one, value: compared(one.value, one.column) }),
    whereIn: (one: Condition) => whereIn.call(compiler, { ...one, value: comparedAll(one) }),
    whereBetween: (one: Condition) => whereBetween.call(compiler, { ...one, value: comparedAll(one) }),
    whereWrapped(one: unknown) {
      const { around } = typing;
      typing.around = columnOf;
      try {
        return whereWrapped.call(compiler, one);
      } finally {
        typing.around = around;
      }
    },
  });
}
