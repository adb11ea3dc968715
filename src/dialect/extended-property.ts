/** Comments in SQL Server: the extended property MS_Description. https://learn.microsoft.com/sql/relational-databases/system-stored-procedures/sp-addextendedproperty-transact-sql */

import type { Name } from '../schema/name.ts';

type Text = (text: string) => string;

export function describeTable(table: Name, comment: string | null, text: Text): string {
  return describe(levels(table, text), comment, text, ', NULL, NULL');
}

export function describeColumn(table: Name, column: string, comment: string | null, text: Text): string {
  return describe(`${levels(table, text)}, N'Column', ${text(column)}`, comment, text, '');
}

function levels(table: Name, text: Text): string {
  return `N'Schema', ${text(table.schema ?? 'dbo')}, N'Table', ${text(table.name)}`;
}

function describe(level: string, comment: string | null, text: Text, rest: string): string {
  const exists = `EXISTS(SELECT * FROM sys.fn_listextendedproperty(N'MS_Description', ${level}${rest}))`;
  if (comment === null || comment === '') {
    return `IF ${exists}\n  EXEC sys.sp_dropextendedproperty N'MS_Description', ${level}`;
  }
  const args = `N'MS_Description', ${text(comment)}, ${level}`;
  return `IF ${exists}\n  EXEC sys.sp_updateextendedproperty ${args}\nELSE\n  EXEC sys.sp_addextendedproperty ${args}`;
}
