/** Views keep the columns and the types that they were made with, until they are told to look again. */

import { viewsOver, viewsReading } from '../../operation/readers.ts';
import { type Name, showName } from '../../schema/name.ts';
import type { View } from '../../schema/objects.ts';
import { viewOf } from '../../schema/schema.ts';
import { quoteName } from '../dialect.ts';
import { steps } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { plain, type Server } from './server.ts';

/** https://learn.microsoft.com/sql/relational-databases/system-stored-procedures/sp-refreshview-transact-sql */
function refreshed(views: readonly View[], what: string, server: Server): readonly Statement[] {
  return views
    .filter(({ materialized }) => !materialized)
    .flatMap(({ name }) =>
      steps(
        `let view ${showName(name)} see ${what}`,
        plain(`EXEC sp_refreshview ${server.text(quoteName(server, name))}`),
      ),
    );
}

/** The views that read a column, and those over them. */
export function refreshReaders(read: { table: Name; column: string }, server: Server): readonly Statement[] {
  const { before } = server;
  return refreshed(viewsOver(before, viewsReading(before, read)), 'the new type', server);
}

/** To the views that select `*` a table has the columns that it had. */
export function refreshStars(table: Name, server: Server): readonly Statement[] {
  const { before } = server;
  const views = viewsReading(before, { table }).filter(({ stars }) => stars !== undefined);
  return refreshed(viewsOver(before, views), 'the columns', server);
}

/** The views over one that has another query now. */
export function refreshOver(name: Name, server: Server): readonly Statement[] {
  const { before } = server;
  const known = viewOf(before, name);
  if (known === undefined) return [];
  const over = viewsOver(before, [known]).filter((view) => view !== known);
  return refreshed(over, 'the new query', server);
}
