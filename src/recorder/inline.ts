/** Puts values into compiled SQL where knex left question marks; knex's own inlining is never used. */

import type { Dialect } from '../dialect/dialect.ts';
import { MigratorError } from '../errors.ts';
import type { Compiled } from './knex-shapes.ts';
import { isQuery, isRaw } from './knex-shapes.ts';

type Speller = Pick<Dialect, 'literal'>;

/** A value as SQL text: a knex raw and a query keep their own SQL. */
export function spellValue(value: unknown, dialect: Speller): string {
  if (isRaw(value)) return inline(value.toSQL(), dialect);
  return isQuery(value) ? `(${inline(value.toSQL(), dialect)})` : dialect.literal(value);
}

/** The values of a migration as the driver sends them, where nothing is known of their places. */
export const asSentBy = ({ parameter, literal }: Dialect): Speller => ({
  literal: (value) => parameter?.(value) ?? literal(value),
});

/** The SQL with its values in place. Without values every question mark is the author's own. */
export function inline(compiled: Compiled, dialect: Speller): string {
  const values = compiled.bindings ?? [];
  if (values.length === 0 && !compiled.sql.includes('\\?')) return compiled.sql;
  let next = 0;
  const sql = compiled.sql.replace(/\\\?|\?/g, (mark) => {
    if (mark === '\\?') return '?';
    if (values.length === 0) return mark;
    if (next >= values.length) throw unequal(compiled.sql, values.length);
    return spellValue(values[next++], dialect);
  });
  if (next < values.length) throw unequal(compiled.sql, values.length);
  return sql;
}

function unequal(sql: string, values: number): MigratorError {
  return new MigratorError(
    'bad-bindings',
    `the question marks of ${JSON.stringify(sql.slice(0, 60))} are not as many as its values (${values})`,
    {
      hint: 'Write \\\\? for a question mark that stands for no value.',
    },
  );
}
