/** `op.bulkInsert`: rows from anything that can be walked, written as they come. */

import type { Dialect } from '../dialect/dialect.ts';
import type { Statement } from '../dialect/statement.ts';
import { MigratorError, type Place } from '../errors.ts';
import type { Name } from '../schema/name.ts';
import { located } from './faults.ts';
import type { InSchema, Op } from './op.ts';
import { createRowWriter, type InsertBatch, type Row } from './rows.ts';
import type { Session } from './session.ts';
import type { Spool } from './spool.ts';

type Rows = Iterable<object> | AsyncIterable<object>;

function isWalkable(rows: unknown): rows is Rows {
  return typeof rows === 'object' && rows !== null && (Symbol.iterator in rows || Symbol.asyncIterator in rows);
}

function requireRows(rows: unknown, place: Place | undefined): asserts rows is Rows {
  if (isWalkable(rows)) return;
  throw new MigratorError('bad-row', 'op.bulkInsert takes an array or an iterable of objects', {
    hint: 'Wrap a single row in an array.',
    ...(place === undefined ? {} : { place }),
  });
}

export function bulkInsert(
  session: Session,
  dialect: Dialect,
  spool: Spool,
  nameOf: (table: string, options: InSchema | undefined) => Name,
): Op['bulkInsert'] {
  const spooled = ({ sql, ...statement }: Statement): Statement =>
    typeof sql === 'string' ? { ...statement, sql: spool.keep(sql) } : { ...statement, sql };
  const directive: Op['bulkInsert'] = (table, rows, options) => {
    const place = session.place(directive);
    return session.work(place, `op.bulkInsert into ${table}`, () => insertAll(table, rows, options, place));
  };
  const insertAll = async (table: string, rows: Rows, options: InSchema | undefined, place: Place | undefined) => {
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
