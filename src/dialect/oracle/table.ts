/** Oracle's tables, made whole from data where knex has no words for something in them. */

import type { Of } from '../../operation/operation.ts';
import type { Column } from '../../schema/column.ts';
import type { Name } from '../../schema/name.ts';
import { type Schema, tableOf } from '../../schema/schema.ts';
import { columnsInForce, type Partition, type Partitioning, type Table } from '../../schema/table.ts';
import { columnNames } from '../../schema/table-index.ts';
import { quoteName } from '../dialect.ts';
import { refuseCascade, refuseLeftBehind } from '../left-behind.ts';
import { type Lowering, unsupported } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { isAtLeast } from '../version.ts';
import { type Accent, alterTable, collated, commentOn } from './accent.ts';
import { requireSorted } from './beside.ts';
import { checkColumn, columnClause, identitySince, isGenerated, isLongList } from './column.ts';
import { createCounters, dropSequences, renameCounter } from './counter.ts';
import { create, drop, errors } from './guard.ts';
import { createIndex, knexKnows } from './indexes.ts';
import { checkKey, isBeyondKnex, keyClause } from './key.ts';
import { alterOptions, hasOptions, tableOptions } from './storage.ts';
import { checkType } from './type.ts';

/** Whether the column has what knex has no words for, or what it says wrong here. */
export function isOwnColumn(column: Column, { version }: Accent): boolean {
  const { identity, computed, onUpdate, collation } = column;
  if ([identity, computed, onUpdate, collation].some((part) => part !== undefined)) return true;
  return isLongList(column) || (isGenerated(column) && !isAtLeast(version, identitySince));
}

function isOwnTable(table: Table, accent: Accent): boolean {
  return (
    !isAtLeast(accent.version, '12.2') ||
    table.partitioning !== undefined ||
    hasOptions(table.options) ||
    table.columns.some((column) => isOwnColumn(column, accent)) ||
    table.constraints.some(isBeyondKnex) ||
    !table.indexes.every((index) => knexKnows(index, table.name.schema !== undefined))
  );
}

function createTable(
  { table, ifNotExists }: Of<'createTable'>,
  before: Schema,
  accent: Accent,
): readonly Statement[] | undefined {
  for (const column of columnsInForce(table)) {
    checkColumn(column, accent);
    checkType(column);
  }
  for (const key of table.constraints) checkKey(key, table, before);
  for (const { name, columns } of table.indexes) requireSorted(name, columnNames(columns), table);
  const inherits = table.options?.inherits;
  if (inherits !== undefined) throw unsupported(`Oracle's tables do not inherit: ${table.name.name}`, 'leave it out');
  if (!ifNotExists && !isOwnTable(table, accent)) return undefined;
  const made = create('table', table.name, createText(table, accent), ifNotExists, accent);
  const names = table.columns.some(({ collation }) => collation !== undefined);
  return [collated(made, names), ...withTable(table, ifNotExists, accent)];
}

function createText(table: Table, accent: Accent): string {
  const lines = [
    ...table.columns.map((column) => columnClause(column, accent)),
    ...table.constraints.map((key) => keyClause(key, table.name, accent)),
  ];
  const { options = {}, partitioning } = table;
  const [before, after] = tableOptions(options, accent);
  const by = partitioning === undefined ? '' : ` ${partitionText(partitioning, table.columns, accent)}`;
  return ` (${lines.join(', ')})${before}${by}${after}`;
}

/** What of a table are statements of their own. */
function withTable(table: Table, ifNotExists: boolean, accent: Accent): readonly Statement[] {
  const flag = ifNotExists ? { ifNotExists } : {};
  return [
    ...table.indexes.map((index) =>
      createIndex({ kind: 'createIndex', table: table.name, index, ...flag }, table, accent),
    ),
    ...createCounters(table.name, table.columns, accent, ifNotExists),
    ...(table.comment === undefined ? [] : [commentTable(table.name, table.comment, accent)]),
    ...table.columns.flatMap((column) => columnComment(table.name, column, accent)),
  ];
}

export function commentTable(table: Name, comment: string | null, accent: Accent): Statement {
  return commentOn(`table ${quoteName(accent, table)}`, comment, accent);
}

export function columnComment(table: Name, { name, comment }: Column, accent: Accent): readonly Statement[] {
  if (comment === undefined) return [];
  return [commentOn(`column ${quoteName(accent, table)}.${accent.quote(name)}`, comment, accent)];
}

/** The columns of the table are made with quotes, so that a plain word could not mean one of them. */
function partitionText({ by, partitions }: Partitioning, columns: readonly Column[], accent: Accent): string {
  const names = new Set(columns.map(({ name }) => name));
  const quotedBy = by.replace(/\(([^()]*)\)/g, (_, inner: string) => {
    const parts = inner.split(',').map((part) => part.trim());
    return `(${parts.map((part) => (names.has(part) ? accent.quote(part) : part)).join(', ')})`;
  });
  const list = partitions.map((partition) => partitionClause(partition, accent)).join(', ');
  return `partition by ${quotedBy}${list === '' ? '' : ` (${list})`}`;
}

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/CREATE-TABLE.html, table_partitioning_clauses */
function partitionClause({ name, values }: Partition, accent: Accent): string {
  const what = values.trim().replace(/^in\s*(?=\()/i, '');
  if (/^from\b/i.test(what)) {
    throw unsupported(
      `Oracle has no partitions from one value to another: ${name}`,
      "say less than (…); a partition begins where the one before it ends; for a list say ('a', 'b')",
    );
  }
  return `partition ${accent.quote(name)}${what === '' ? '' : ` values ${what}`}`;
}

export function tableLowering(accent: Accent): Lowering {
  return {
    createTable: (operation, before) => createTable(operation, before, accent),
    dropTable: ({ table, ifExists, cascade }, before) => {
      if (cascade === true) refuseCascade(accent.title, table, before, '"');
      return [
        drop(
          'table',
          `${quoteName(accent, table)}${cascade === true ? ' cascade constraints' : ''}`,
          ifExists,
          errors.noTable,
          accent,
        ),
        ...dropSequences(tableOf(before, table), accent),
      ];
    },
    renameTable: ({ table, to }, before) => {
      refuseLeftBehind(accent.title, { table }, before, '"');
      return [
        alterTable(table, `rename to ${accent.quote(to)}`, accent),
        ...(tableOf(before, table)?.columns ?? []).flatMap((column) =>
          renameCounter([table, column], [{ ...table, name: to }, column.name], accent),
        ),
      ];
    },
    commentTable: ({ table, comment }) => [commentTable(table, comment, accent)],
    alterTable: ({ table, options }) => alterOptions(table, options, accent),
    addPartition: ({ table, partition }) => [alterTable(table, `add ${partitionClause(partition, accent)}`, accent)],
    // else the indexes of the whole table would be unusable
    dropPartition: ({ table, partition }, before) => {
      const by = tableOf(before, table)?.partitioning?.by ?? '';
      if (/^hash\b/i.test(by.trim())) {
        throw unsupported(
          `Oracle drops no partition of a table that is partitioned by hash: ${partition}`,
          "write op.execute('alter table … coalesce partition'), which keeps the rows",
        );
      }
      return [alterTable(table, `drop partition ${accent.quote(partition)} update indexes`, accent)];
    },
  };
}
