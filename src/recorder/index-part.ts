/** Parts of an index as revisions say them. */

import type { Dialect } from '../dialect/dialect.ts';
import { MigratorError } from '../errors.ts';
import type { IndexPart } from '../schema/table-index.ts';
import { inline } from './inline.ts';
import { isRaw } from './knex-shapes.ts';
import { type Names, refuseUnknown } from './known-names.ts';
import type { IndexPartOptions, IndexPartSaid } from './op-table.ts';

const known = {
  column: true,
  expression: true,
  order: true,
  nulls: true,
  collation: true,
  opclass: true,
  length: true,
} as const satisfies Names<IndexPartOptions & { readonly column: string; readonly expression: string }>;

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
  refuseUnknown('a part of an index', said, known);
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const part = (
    typeof column === 'string' ? { column, ...plainOrder, ...given } : { expression, ...plainOrder, ...given }
  ) as IndexPart;
  return typeof column === 'string' && Object.keys(part).length === 1 ? column : part;
}
