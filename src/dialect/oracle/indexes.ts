/** Oracle's indexes. */

import type { Of } from '../../operation/operation.ts';
import { tableOf } from '../../schema/schema.ts';
import type { Table } from '../../schema/table.ts';
import { columnNames, type Index, type IndexElement, type IndexPart } from '../../schema/table-index.ts';
import { quoteName } from '../dialect.ts';
import { type Lowering, schemaStatement, unsupported } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { type Accent, beside } from './accent.ts';
import { requireSorted } from './beside.ts';
import { create, drop, errors } from './guard.ts';
import { indexOptions } from './storage.ts';

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/CREATE-INDEX.html */
const methods = new Set(['btree', 'bitmap', 'reverse']);

function checkIndex(index: Index, accent: Accent): void {
  const { name, where, include, method = 'btree' } = index;
  if (where !== undefined) {
    const first = index.columns.map((part) => (typeof part === 'string' ? part : part.column)).find(Boolean);
    const then = first === undefined ? '…' : accent.quote(first);
    throw unsupported(
      `Oracle has no partial indexes: ${name} has the condition ${where}`,
      `leave the condition out, or index an expression that is NULL for the other rows, which no index holds: case when ${where} then ${then} end`,
    );
  }
  if (include !== undefined) {
    throw unsupported(
      `Oracle's indexes carry no columns beside those that they are searched by: ${name}`,
      'put these columns at the end of the index',
    );
  }
  if (index.nullsNotDistinct) {
    throw unsupported(
      `Oracle never takes two rows of NULL for the same: ${name}`,
      'leave nullsNotDistinct out, or index nvl(…)',
    );
  }
  if (!methods.has(method.toLowerCase())) {
    throw unsupported(`Oracle has no indexes of the kind ${method}: ${name}`, `it has ${[...methods].join(', ')}`);
  }
  if (index.unique && method.toLowerCase() === 'bitmap') {
    throw unsupported(`Oracle has no unique bitmap indexes: ${name}`, 'leave the method out');
  }
}

function partText(part: IndexPart, name: string, accent: Accent): string {
  if (typeof part === 'string') return accent.quote(part);
  checkPart(part, name);
  const what = part.column === undefined ? (part.expression ?? '') : accent.quote(part.column);
  return part.order === undefined ? what : `${what} ${part.order}`;
}

function checkPart(part: IndexElement, name: string): void {
  const refused = (what: string, hint: string) => unsupported(`Oracle has no ${what} in an index: ${name}`, hint);
  if (part.collation !== undefined) {
    throw refused('collation', "index the expression nlssort(…, 'NLS_SORT=…')");
  }
  if (part.opclass !== undefined) throw refused('operator class', 'leave it out');
  if (part.length !== undefined) throw refused('length of a column', 'index the expression substr(…, 1, …)');
  // NULL is the greatest value to an index
  if (part.nulls !== undefined && part.nulls !== (part.order === 'desc' ? 'first' : 'last')) {
    throw refused(`NULLS ${part.nulls.toUpperCase()}`, 'leave nulls out; an ascending index has them last');
  }
}

/** `known` is the table that the index stands on. */
export function createIndex(
  { table, index, ifNotExists }: Of<'createIndex'>,
  known: Table | undefined,
  accent: Accent,
): Statement {
  checkIndex(index, accent);
  requireSorted(index.name, columnNames(index.columns), known);
  const method = index.method?.toLowerCase();
  const kind = index.unique ? 'unique ' : method === 'bitmap' ? 'bitmap ' : '';
  const parts = index.columns.map((part) => partText(part, index.name, accent)).join(', ');
  const rest = ` on ${quoteName(accent, table)} (${parts})${method === 'reverse' ? ' reverse' : ''}`;
  return create(
    `${kind}index`,
    beside(table, index.name),
    `${rest}${indexOptions(index.storage ?? {}, accent)}${index.online === true ? ' online' : ''}`,
    ifNotExists,
    accent,
  );
}

export function renameIndex(
  { table, index, to }: Pick<Of<'renameIndex'>, 'table' | 'index' | 'to'>,
  accent: Accent,
): Statement {
  return schemaStatement(`alter index ${quoteName(accent, beside(table, index))} rename to ${accent.quote(to)}`);
}

export function indexLowering(accent: Accent): Lowering {
  return {
    createIndex: (operation, before) => [createIndex(operation, tableOf(before, operation.table), accent)],
    dropIndex: ({ table, index, ifExists }) => [
      drop('index', quoteName(accent, beside(table, index)), ifExists, errors.noIndex, accent),
    ],
    renameIndex: (operation) => [renameIndex(operation, accent)],
  };
}

/** Whether knex would write the index as it is asked for. */
export function knexKnows(index: Index, inSchema: boolean): boolean {
  const { columns, unique, method, where, include, nullsNotDistinct, storage } = index;
  const more = [method, where, include, nullsNotDistinct, storage].some((part) => part !== undefined);
  return !inSchema && !unique && !more && columns.every((part) => typeof part === 'string');
}
