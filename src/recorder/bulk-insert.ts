/** `op.bulkInsert`: rows from anything that can be walked, written as they come. */

import type { Dialect } from '../dialect/dialect.ts';
import type { Statement } from '../dialect/statement.ts';
import { MigratorError, type Place } from '../errors.ts';
import type { Name } from '../schema/name.ts';
import { located } from './faults.ts';
import type { InSchema } from './in-schema.ts';
import { type Names, refuseUnknown } from './known-names.ts';
import type { CsvFile, Op, Rows } from './op.ts';
import { createRowWriter, type InsertBatch, type Row } from './rows.ts';
import type { Session } from './session.ts';
import type { Spool } from './spool.ts';

type Walkable = Iterable<object> | AsyncIterable<object>;

/** Opens a CSV file of the project. */
export type ReadCsv = (file: CsvFile) => AsyncIterable<object>;

function isWalkable(rows: unknown): rows is Walkable {
  return typeof rows === 'object' && rows !== null && (Symbol.iterator in rows || Symbol.asyncIterator in rows);
}

function requireRows(rows: unknown, place: Place | undefined): asserts rows is Walkable {
  if (isWalkable(rows)) return;
  throw new MigratorError('bad-row', 'op.bulkInsert takes an array or an iterable of objects, or a CSV file', {
    hint: "Wrap a single row in an array, or name a file: { csv: 'revisions/_seed/rows.csv' }.",
    ...(place === undefined ? {} : { place }),
  });
}

export interface BulkSettings {
  readonly session: Session;
  readonly dialect: Dialect;
  readonly spool: Spool;
  readonly readCsv: ReadCsv;
}

const csvNames = { csv: true, delimiter: true } as const satisfies Names<CsvFile>;

function isCsv(rows: unknown): rows is CsvFile {
  return typeof rows === 'object' && rows !== null && typeof (rows as { csv?: unknown }).csv === 'string';
}

export function bulkInsert(
  { session, dialect, spool, readCsv }: BulkSettings,
  nameOf: (table: string, options: InSchema | undefined) => Name,
): Op['bulkInsert'] {
  const spooled = ({ sql, ...statement }: Statement): Statement =>
    typeof sql === 'string' ? { ...statement, sql: spool.keep(sql) } : { ...statement, sql };
  const directive: Op['bulkInsert'] = (table, rows, options) => {
    const place = session.place(directive);
    if (isCsv(rows)) session.at(place, () => refuseUnknown('a CSV file', rows, csvNames));
    return session.work(place, `op.bulkInsert into ${table}`, () => insertAll(table, rows, options, place));
  };
  const insertAll = async (table: string, given: Rows, options: InSchema | undefined, place: Place | undefined) => {
    const rows = isCsv(given) ? readCsv(given) : given;
    requireRows(rows, place);
    const name = nameOf(table, options);
    const writer = createRowWriter(name, session.schema, dialect);
    const statements: Statement[] = [];
    let count = 0;
    const take = (batch: InsertBatch | undefined): void => {
      if (batch === undefined) return;
      count += batch.rows;
      for (const statement of batch.statements) statements.push(spooled(statement));
    };
    try {
      if (Symbol.iterator in rows) for (const row of rows) take(writer.push(row as Row));
      else for await (const row of rows) take(writer.push(row as Row));
    } catch (error) {
      throw located(error, place);
    }
    take(writer.end());
    if (count > 0)
      session.enter([{ kind: 'insert', table: name, columns: writer.columns, rows: count }], statements, place);
  };
  return directive;
}
