/** Comments in SQL Server: the extended property MS_Description. https://learn.microsoft.com/sql/relational-databases/system-stored-procedures/sp-addextendedproperty-transact-sql */

import type { Name } from '../../schema/name.ts';
import { objectId, type Server } from './server.ts';

interface Place {
  /** Finds out the schema where none is named; a procedure takes variables, and no expressions. */
  readonly declare: string;
  readonly levels: string;
  /** Levels that a question must leave open. */
  readonly rest: string;
}

function placeOf(table: Name, column: string | undefined, server: Server): Place {
  const { text } = server;
  const [declare, schema] =
    table.schema === undefined
      ? [`DECLARE @schema sysname = OBJECT_SCHEMA_NAME(${objectId(table, server)});\n`, '@schema']
      : ['', text(table.schema)];
  const levels = `N'Schema', ${schema}, N'Table', ${text(table.name)}`;
  if (column === undefined) return { declare, levels, rest: ', NULL, NULL' };
  return { declare, levels: `${levels}, N'Column', ${text(column)}`, rest: '' };
}

/** For what has no comment yet. */
export function addComment(table: Name, column: string | undefined, comment: string, server: Server): string {
  const { declare, levels } = placeOf(table, column, server);
  return `${declare}EXEC sys.sp_addextendedproperty N'MS_Description', ${server.text(comment)}, ${levels}`;
}

/** For what may have one. */
export function setComment(table: Name, column: string | undefined, comment: string | null, server: Server): string {
  const { declare, levels, rest } = placeOf(table, column, server);
  const exists = `IF EXISTS(SELECT * FROM sys.fn_listextendedproperty(N'MS_Description', ${levels}${rest}))`;
  if (comment === null || comment === '') {
    return `${declare}${exists}\n  EXEC sys.sp_dropextendedproperty N'MS_Description', ${levels}`;
  }
  const args = `N'MS_Description', ${server.text(comment)}, ${levels}`;
  return `${declare}${exists}\n  EXEC sys.sp_updateextendedproperty ${args}\nELSE\n  EXEC sys.sp_addextendedproperty ${args}`;
}
