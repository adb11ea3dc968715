/** Columns added, dropped and renamed. */

import type { Of } from '../../operation/operation.ts';
import { type Schema, tableOf } from '../../schema/schema.ts';
import { refuseLeftBehind } from '../left-behind.ts';
import { columnOf, type Lowering } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { type Accent, alterTable, collated } from './accent.ts';
import { alterColumn } from './alter-column.ts';
import { needsCascade, requireUncompressed, requireUncomputed, requireUnpartitioned } from './beside.ts';
import { checkColumn, columnClause } from './column.ts';
import { createCounters, dropCounter, renameCounter } from './counter.ts';
import { errors, unlessError } from './guard.ts';
import { columnComment, isOwnColumn } from './table.ts';
import { checkType } from './type.ts';

function addColumn(
  { table, column, ifNotExists }: Of<'addColumn'>,
  before: Schema,
  accent: Accent,
): readonly Statement[] | undefined {
  checkColumn(column, accent);
  checkType(column);
  if (column.nullable && column.default !== undefined) {
    requireUncompressed(tableOf(before, table), column.name, 'adds no column that may be NULL and has a default to');
  }
  if (ifNotExists !== true && !isOwnColumn(column, accent)) return undefined;
  const add = alterTable(table, `add ${columnClause(column, accent)}`, accent);
  return [
    collated(ifNotExists ? unlessError(String(add.sql), [errors.columnThere]) : add, column.collation !== undefined),
    ...createCounters(table, [column], accent),
    ...columnComment(table, column, accent),
  ];
}

function dropColumn({ table, column, ifExists }: Of<'dropColumn'>, before: Schema, accent: Accent) {
  const known = tableOf(before, table);
  requireUncomputed(known, column, 'drops no column', 'drop');
  requireUnpartitioned(known, column, 'drops no column');
  requireUncompressed(known, column, 'drops no column of');
  const counters = dropCounter(table, columnOf(before, table, column), accent);
  const cascade = needsCascade(known, column, before) ? ' cascade constraints' : '';
  if (ifExists !== true && counters.length === 0 && cascade === '') return undefined;
  const statement = alterTable(table, `drop column ${accent.quote(column)}${cascade}`, accent);
  return [...counters, ifExists ? unlessError(String(statement.sql), [errors.noColumn]) : statement];
}

/** What is stored becomes invalid: https://docs.oracle.com/en/database/oracle/oracle-database/19/adfns/schema-object-dependency.html */
function renameColumn({ table, column, to }: Of<'renameColumn'>, before: Schema, accent: Accent) {
  refuseLeftBehind(accent.title, { table, column }, before, '"');
  const known = columnOf(before, table, column);
  requireUncomputed(tableOf(before, table), column, 'renames no column', 'rename');
  return [
    alterTable(table, `rename column ${accent.quote(column)} to ${accent.quote(to)}`, accent),
    ...(known === undefined ? [] : renameCounter([table, known], [table, to], accent)),
  ];
}

export function columnLowering(accent: Accent): Lowering {
  return {
    addColumn: (operation, before) => addColumn(operation, before, accent),
    dropColumn: (operation, before) => dropColumn(operation, before, accent),
    renameColumn: (operation, before) => renameColumn(operation, before, accent),
    alterColumn: (operation, before) => alterColumn(operation, before, accent),
  };
}
