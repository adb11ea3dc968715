/** Parts of an index as revisions say them. */

import type { Dialect } from '../dialect/dialect.ts';
import { MigratorError } from '../errors.ts';
import type { IndexPart } from '../schema/table.ts';
import { inline } from './inline.ts';
import { isRaw } from './knex-shapes.ts';
import type { IndexPartSaid } from './op-table.ts';

export function indexPartOf(said: IndexPartSaid, dialect: Dialect): IndexPart {
  if (typeof said === 'string') return said;
  if (isRaw(said)) return { expression: inline(said.toSQL(), dialect) };
  const { column, expression, order, ...rest } = said as { column?: unknown; expression?: unknown; order?: unknown };
  if (typeof column !== 'string' && typeof expression !== 'string') {
    throw new MigratorError('bad-argument', 'a part of an index is neither a column nor an expression', {
      hint: "Write 'name', { column: 'name', order: 'desc' } or { expression: 'lower(name)' }.",
    });
  }
  const plainOrder = order === 'desc' ? { order } : {};
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const part = (
    typeof column === 'string' ? { column, ...plainOrder, ...given } : { expression, ...plainOrder, ...given }
  ) as IndexPart;
  return typeof column === 'string' && Object.keys(part).length === 1 ? column : part;
}
