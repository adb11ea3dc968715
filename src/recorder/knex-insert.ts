/** A plain `knex(table).insert(rows)` is written by the dialect, like a bulk insert, so that its values are typed by their columns. */

import type { Statement } from '../dialect/statement.ts';
import type { Rounds } from '../dialect/target.ts';
import type { Of } from '../operation/operation.ts';
import type { Column } from '../schema/column.ts';
import { type Name, showName } from '../schema/name.ts';
import type { Schema } from '../schema/schema.ts';
import type { Hearing } from './hear.ts';
import { type Named, rowsName } from './hear-keys.ts';
import type { QueryBuilder } from './knex-shapes.ts';
import { createRowWriter, type Row } from './rows.ts';

interface InsertSingle {
  readonly table?: unknown;
  readonly schema?: string;
  readonly insert?: unknown;
  readonly onConflict?: unknown;
}

function plainRows(builder: QueryBuilder): readonly Row[] | undefined {
  const { insert, onConflict, table } = builder._single as InsertSingle;
  if (builder._method !== 'insert' || onConflict !== undefined || builder._statements.length > 0) return undefined;
  if (typeof table !== 'string' || /\sas\s/i.test(table)) return undefined;
  const rows = Array.isArray(insert) ? insert : [insert];
  const plain = rows.every(
    (row) =>
      typeof row === 'object' &&
      row !== null &&
      Object.getPrototypeOf(row) === Object.prototype &&
      Object.values(row).some((value) => value !== undefined),
  );
  return plain && rows.length > 0 ? rows : undefined;
}

/** `useNullAsDefault`: what a row leaves out of the columns that any of them has is NULL. */
function withNulls(rows: readonly Row[]): readonly Row[] {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column] ?? null])));
}

function namedRow(row: Row, named: Named): Row {
  if (Object.keys(row).every((column) => named(column) === column)) return row;
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [named(column), value]));
}

function sentRow(row: Row, sent: (value: unknown) => unknown): Row {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, sent(value)]));
}

/** Of each column the first value. */
function roundingTold(table: Name, remark: (says: string) => void): Rounds {
  const told = new Set<Column>();
  return (says, column) => {
    if (told.has(column)) return;
    told.add(column);
    remark(`the database rounds what goes into ${showName(table)}.${column.name}: ${says}`);
  };
}

export function writeKnexInsert(
  builder: QueryBuilder,
  schema: Schema,
  { dialect, named, client, remark }: Pick<Hearing, 'dialect' | 'named' | 'client' | 'remark'>,
  atHome: (name: Name) => Name = (name) => name,
  sent: (value: unknown) => unknown = (value) => value,
): { readonly operation: Of<'insert'>; readonly statements: readonly Statement[] } | undefined {
  const plain = plainRows(builder);
  if (plain === undefined) return undefined;
  const whole = client.config.nullsForUndefined === true ? withNulls(plain) : plain;
  const rows = whole.map((row) => sentRow(namedRow(row, named), sent));
  const { table, schema: inSchema } = builder._single as { table: string; schema?: string };
  const name = atHome(rowsName(table, inSchema, named));
  const writer = createRowWriter(name, schema, dialect, remark && { rounds: roundingTold(name, remark) });
  const batches = [...rows.flatMap((row) => writer.push(row) ?? []), ...[writer.end() ?? []].flat()];
  return {
    operation: { kind: 'insert', table: name, columns: writer.columns, rows: rows.length },
    statements: batches.flatMap((batch) => batch.statements),
  };
}
