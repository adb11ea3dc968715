/** Columns that are given a value without a default of theirs, in strict mode, too. */

import type { Dialect } from '../dialect.ts';

/** https://dev.mysql.com/doc/refman/8.0/en/data-type-defaults.html, https://dev.mysql.com/doc/refman/8.0/en/server-system-variables.html#sysvar_explicit_defaults_for_timestamp */
export const mysqlFills: NonNullable<Dialect['insert']['fills']> = ({ sqlType }) =>
  /^(?:enum|timestamp)\b/i.test(sqlType);
