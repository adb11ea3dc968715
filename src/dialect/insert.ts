/** Rows as one INSERT statement, one row a line. */

import type { Name } from '../schema/name.ts';
import { type Dialect, quoteName } from './dialect.ts';
import type { Statement } from './statement.ts';

type Spell = Dialect['insert']['spell'];

export function dataStatement(sql: string): Statement {
  return { sql, transactional: true, sort: 'data' };
}

/** `insert into "t" ("a", "b") values` and the rows. `nothing` stands for a row without columns. */
export function valuesInsert(quote: (name: string) => string, nothing = 'default values'): Spell {
  return (table, columns, rows) => {
    if (columns.length === 0)
      return rows.map(() => dataStatement(`insert into ${quoteName({ quote }, table)} ${nothing}`));
    const lines = rows.map((row) => `  (${row.join(', ')})`);
    return rows.length === 0
      ? []
      : [dataStatement(`${insertHead(quote, table, columns)} values\n${lines.join(',\n')}`)];
  };
}

/** `insert into "t" ("a", "b")` */
export function insertHead(quote: (name: string) => string, table: Name, columns: readonly string[]): string {
  return `insert into ${quoteName({ quote }, table)} (${columns.map(quote).join(', ')})`;
}
