/** Rows as one INSERT statement, one row a line. */

import { MigratorError } from '../errors.ts';
import { type Name, showName } from '../schema/name.ts';
import { type Dialect, type Numbering, quoteName } from './dialect.ts';
import type { Statement } from './statement.ts';

type Spell = Dialect['insert']['spell'];

export function dataStatement(sql: string): Statement {
  return { sql, transactional: true, sort: 'data' };
}

/** Throws for rows that bring numbers where the engine alone gives them. */
export function refuseNumbers(title: string, table: Name, numbering: Numbering): void {
  if (numbering !== 'always') return;
  throw new MigratorError(
    'impossible',
    `${title} always numbers a column of ${showName(table)} that rows bring along`,
    {
      hint: 'Leave the column out of the rows, or say .identity() without always.',
    },
  );
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

/** https://www.postgresql.org/docs/current/sql-insert.html, under OVERRIDING SYSTEM VALUE */
export function overridingInsert(quote: (name: string) => string): Spell {
  const plain = valuesInsert(quote);
  return (table, columns, rows, numbering) => {
    const statements = plain(table, columns, rows, numbering);
    if (numbering !== 'always') return statements;
    const head = insertHead(quote, table, columns);
    return statements.map(({ sql }) =>
      dataStatement(`${head} overriding system value${String(sql).slice(head.length)}`),
    );
  };
}
