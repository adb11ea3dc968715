/** How a statement that holds what was read would be said in SQL alone: its outline, for whoever has to write it. */

import type { Dialect } from '../dialect/dialect.ts';
import { showName } from '../schema/name.ts';
import { type Question, tablesOf, traitsOf } from './question.ts';
import type { Change } from './recording.ts';
import { textOf } from './spool.ts';

const setColumn = /[\s,](?:"([^"]+)"|`([^`]+)`|\[([^\]]+)\]) = /g;

/** The columns that an update sets. */
function columnsSet(sql: string): readonly string[] {
  const [sets = ''] = sql.replace(/'(?:[^']|'')*'/g, "''").split(' where ');
  return [...sets.matchAll(setColumn)].map((found) => found.slice(1).find((name) => name !== undefined)!);
}

/** `repeats`: it is done for each of the rows. Undefined where it is no statement about rows, or nobody knows what was read. */
export function outlineOf(
  { operations: [operation, ...others], statements: [told] }: Change,
  question: Question,
  repeats: boolean,
  dialect: Dialect,
): string | undefined {
  const [read] = tablesOf(question, traitsOf(question, dialect));
  if (read === undefined || operation === undefined || told === undefined || others.length > 0) return undefined;
  const from = `from ${showName(read.name)}${repeats ? '' : ' where …'}`;
  if (operation.kind === 'insert') {
    const values = operation.columns.map(() => '…').join(', ');
    return `insert into ${showName(operation.table)} (${operation.columns.join(', ')}) select ${values} ${from}`;
  }
  if (operation.kind !== 'data') return undefined;
  const table = showName(operation.table);
  if (operation.verb === 'delete') return `delete from ${table} where … in (select … ${from})`;
  const columns = columnsSet(textOf(told.statement.sql));
  if (operation.verb !== 'update' || columns.length === 0) return undefined;
  const value = table === showName(read.name) ? '…' : `(select … from ${showName(read.name)} where …)`;
  return `update ${table} set ${columns.map((column) => `${column} = ${value}`).join(', ')}`;
}
