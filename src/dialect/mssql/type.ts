/** Types by the word that a revision asks for, where the server has no type of that name. */

import type { Dialect } from '../dialect.ts';

/** A point is a geometry like others: https://learn.microsoft.com/sql/t-sql/spatial-geometry/spatial-types-geometry-transact-sql */
export const mssqlType: NonNullable<Dialect['type']> = ({ name }, written) =>
  name.toLowerCase() === 'point' ? 'geometry' : written();
