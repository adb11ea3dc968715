/** Columns of SQLite: by ALTER TABLE where it can, else by making the table anew. */

import { indexUses, uses } from '../../operation/column-verbs.ts';
import type { Of } from '../../operation/operation.ts';
import { type Column, countsByOwnWords } from '../../schema/column.ts';
import { speaksOf } from '../../schema/expression.ts';
import { showName } from '../../schema/name.ts';
import { type Schema, tableOf } from '../../schema/schema.ts';
import type { Table } from '../../schema/table.ts';
import { quoteName } from '../dialect.ts';
import { impossibleFor, type Lowering, schemaStatement, step } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { isAtLeast } from '../version.ts';
import { dropIndex } from './index-text.ts';
import { cannotAsk, unreadOf } from './known.ts';
import { rebuild } from './rebuild.ts';
import { refuseColumn } from './refusals.ts';
import { type Accent, columnText, defaultClause, indexesOf, isWholeDefault } from './table-text.ts';

/** https://www.sqlite.org/lang_altertable.html#altertabaddcol */
export function isAddable(column: Column, accent: Accent): boolean {
  if (column.computed?.persisted === true || column.autoIncrement) return false;
  return (
    column.default === undefined ||
    /^ default (?:[+-]?[\d.]+|null|true|false|'(?:[^']|'')*')$/i.test(defaultClause(column, accent))
  );
}

/** What knex says wrong or not at all. */
export function isOwnColumn(column: Column): boolean {
  const { computed, collation, default: given } = column;
  if (given?.kind === 'sql' && !isWholeDefault(given.sql)) return true;
  return computed !== undefined || collation !== undefined || countsByOwnWords(column);
}

function addColumn(operation: Of<'addColumn'>, before: Schema, version: string, accent: Accent) {
  const { table: name, column } = operation;
  refuseColumn(column, `${showName(name)}.${column.name}`, version);
  const table = tableOf(before, name);
  if (operation.ifNotExists === true) {
    if (isThere(operation, column.name, before)) return [];
  } else if (isAddable(column, accent) && !isOwnColumn(column)) return undefined;
  if (!isAddable(column, accent)) return rebuild([operation], before, version, accent);
  const written = columnText(column, table ?? { name, columns: [], constraints: [], indexes: [] }, accent);
  return [schemaStatement(`alter table ${quoteName(accent, name)} add column ${written}`)];
}

function isThere(operation: Of<'addColumn'> | Of<'dropColumn'>, column: string, before: Schema): boolean {
  const table = tableOf(before, operation.table);
  if (table !== undefined && unreadOf(before, operation.table) === undefined)
    return table.columns.some(({ name }) => name.toLowerCase() === column.toLowerCase());
  throw cannotAsk(`${showName(operation.table)}.${column}`, operation.table, before);
}

/** https://www.sqlite.org/lang_altertable.html#altertabdropcol names what stands in the way. */
function isHeld(column: string, table: Table): boolean {
  return table.constraints.some((constraint) => constraint.kind !== 'unique' && uses(constraint, column));
}

function dropColumn(
  operation: Of<'dropColumn'>,
  before: Schema,
  version: string,
  accent: Accent,
): readonly Statement[] {
  const { column, table: name } = operation;
  if (operation.ifExists === true && !isThere(operation, column, before)) return [];
  const table = tableOf(before, name);
  const computed = table?.columns.find(
    (one) => one.computed !== undefined && speaksOf(one.computed.expression, column),
  );
  if (computed !== undefined && computed.name !== column)
    throw impossibleFor(
      `${showName(name)}.${computed.name} is worked out from ${column}`,
      `drop ${computed.name} first`,
    );
  if (!isAtLeast(version, '3.35') || (table !== undefined && isHeld(column, table)))
    return rebuild([operation], before, version, accent);
  return [
    ...(table === undefined ? [] : indexesOf(table))
      .filter((index) => indexUses(index, column))
      .map((index) => step(`drop index ${index.name} with it`, dropIndex(name, index.name, accent))),
    schemaStatement(`alter table ${quoteName(accent, name)} drop column ${accent.quote(column)}`),
  ];
}

export function columnLowering(accent: Accent): Lowering {
  return {
    addColumn: (operation, before, version) => addColumn(operation, before, version, accent),
    dropColumn: (operation, before, version) => dropColumn(operation, before, version, accent),
    renameColumn: (operation, before, version) => {
      if (!isAtLeast(version, '3.25')) return rebuild([operation], before, version, accent);
      const names = `${accent.quote(operation.column)} to ${accent.quote(operation.to)}`;
      return [schemaStatement(`alter table ${quoteName(accent, operation.table)} rename column ${names}`)];
    },
    alterColumn: (operation, before, version) => {
      // there is no place for a comment
      if (Object.keys(operation.change).every((key) => key === 'comment')) return [];
      refuseColumn(operation.change, `${showName(operation.table)}.${operation.column}`, version);
      return rebuild([operation], before, version, accent);
    },
  };
}
