/** What a database keeps of a name that is too long for it. */

import type { Dialect } from '../dialect/dialect.ts';

/** https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS */
export function keptName(name: string, { cutsLongNames, maxIdentifier }: Dialect): string {
  const { length } = maxIdentifier;
  if (cutsLongNames !== true || Buffer.byteLength(name) <= length) return name;
  return new TextDecoder('utf-8').decode(Buffer.from(name).subarray(0, length)).replace(/\uFFFD+$/, '');
}
