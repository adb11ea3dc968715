/** Types by the word that a revision asks for, where knex's would hold less. */

import type { Dialect } from '../dialect.ts';
import { isAtLeast } from '../version.ts';

/**
 * The length of a VARCHAR2 counts bytes unless it says CHAR, so that `string('name', 60)` would not hold 60 letters with umlauts:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Data-Types.html. A double without a precision is one of 64 bits,
 * not a number of 8 digits; a BOOLEAN came with 23ai.
 */
export const oracleType: NonNullable<Dialect['type']> = ({ name, args }, written, version) => {
  const word = name.toLowerCase();
  if (/^bool(ean)?$/.test(word) && isAtLeast(version, '23')) return 'boolean';
  if (word === 'double' && args.length === 0) return 'binary_double';
  const type = written();
  return /^(varchar|string|enum?)$/.test(word) ? type.replace(/^varchar2\((\d+)\)$/, 'varchar2($1 char)') : type;
};
