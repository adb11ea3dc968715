/** What query builders can be told beyond knex's own words. */

import type { Dialect } from '../dialect/dialect.ts';
import type { Statement } from '../dialect/statement.ts';
import { MigratorError } from '../errors.ts';
import { type ExpectRows, expectedRows } from './expect-rows.ts';
import type { QueryBuilder } from './knex-shapes.ts';

/** Kept where knex keeps what a builder's copy shall have too. */
interface Single {
  expectRows?: ExpectRows;
}

export function teachQueryWords(builder: QueryBuilder): QueryBuilder {
  return Object.assign(builder, {
    expectRows(this: QueryBuilder, rows: ExpectRows) {
      (this._single as Single).expectRows = rows;
      return this;
    },
  });
}

/** The statements with what the builder was told. Throws `expect-rows` where it takes several. */
export function withQueryWords(
  { _single }: QueryBuilder,
  statements: readonly Statement[],
  dialect: Dialect,
): readonly Statement[] {
  const { expectRows } = _single as Single;
  if (expectRows === undefined) return statements;
  const [statement, ...others] = statements;
  if (statement === undefined || typeof statement.sql !== 'string' || others.length > 0) {
    const sentence = `${dialect.title} takes ${statements.length} statements for this, and counts the rows of one`;
    throw new MigratorError('expect-rows', sentence, { hint: 'Insert fewer rows at once, or leave expectRows out.' });
  }
  return [{ ...statement, expectRows: expectedRows(expectRows, statement.sql, dialect) }];
}
