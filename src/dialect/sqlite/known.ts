/** What must be known of a table before it is made anew. */

import type { MigratorError } from '../../errors.ts';
import type { Operation } from '../../operation/operation.ts';
import { speaksOf } from '../../schema/expression.ts';
import { makesViews } from '../../schema/harmless.ts';
import { type Name, showName } from '../../schema/name.ts';
import { remedyForUnread, type Schema, tableOf, type Unread } from '../../schema/schema.ts';
import type { Table } from '../../schema/table.ts';
import { needsDatabase, unsupported } from '../lower.ts';
import { triggersOf } from './object.ts';
import { indexesOf } from './table-text.ts';

const title = 'SQLite';

/** Raw SQL that may have changed the table or what hangs on it. */
export function unreadOf(before: Schema, name: Name): Unread | undefined {
  const table = tableOf(before, name);
  const hanging = [...(table === undefined ? [] : indexesOf(table)), ...triggersOf(before, name)];
  const names = [name.name, ...hanging.map((one) => one.name)];
  return before.unread.find(({ sql }) => !makesViews(sql) && names.some((one) => speaksOf(sql, one, 'table')));
}

/** The grammar has no IF EXISTS for most things, and a script of SQLite cannot ask. */
export function cannotAsk(what: string, name: Name, before: Schema): MigratorError {
  const unread = unreadOf(before, name);
  const blamed = remedyForUnread(unread === undefined ? before : { ...before, unread: [unread] });
  const remedy = blamed ?? 'declare what made it where it is made: op.execute(sql, { does: [...] })';
  return unsupported(`SQLite cannot ask whether ${what} exists, and the history does not know`, remedy);
}

/** The table as the history remembers it. Throws where raw SQL may have made it another. */
export function requireKnown(operation: Operation & { readonly table: Name }, before: Schema): Table {
  const table = tableOf(before, operation.table);
  const unread = unreadOf(before, operation.table) ?? (table === undefined ? before.unread[0] : undefined);
  if (table !== undefined && unread === undefined) return table;
  throw unknown(operation, before, unread);
}

function unknown(
  operation: Operation & { readonly table: Name },
  before: Schema,
  unread: Unread | undefined,
): MigratorError {
  const blamed = unread === undefined ? undefined : remedyForUnread({ ...before, unread: [unread] });
  const declare = `Declare the table ${showName(operation.table)} in the revision that makes it.`;
  return needsDatabase(title, operation, blamed ?? declare);
}
