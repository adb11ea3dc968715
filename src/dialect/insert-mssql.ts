/** SQL Server's INSERT: an identity column is written only while IDENTITY_INSERT is on. */

import { type Dialect, quoteName } from './dialect.ts';
import { dataStatement, valuesInsert } from './insert.ts';

/**
 * One statement holds the switch and the rows, because a switch set inside EXEC ends with it.
 * https://learn.microsoft.com/sql/t-sql/statements/set-identity-insert-transact-sql
 */
export function mssqlInsert(quote: (name: string) => string): Dialect['insert']['spell'] {
  const plain = valuesInsert(quote);
  return (table, columns, rows, numbering) => {
    const statements = plain(table, columns, rows, numbering);
    if (numbering === 'none') return statements;
    const name = quoteName({ quote }, table);
    return statements.map(({ sql }) =>
      dataStatement(`SET IDENTITY_INSERT ${name} ON;\n${sql};\nSET IDENTITY_INSERT ${name} OFF`),
    );
  };
}
