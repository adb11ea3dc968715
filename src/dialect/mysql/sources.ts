/** What checks, defaults and computed columns of MySQL and MariaDB may speak of. */

import type { Operation } from '../../operation/operation.ts';
import type { Column } from '../../schema/column.ts';
import type { Constraint } from '../../schema/constraint.ts';
import { showName } from '../../schema/name.ts';
import { type Schema, tableOf } from '../../schema/schema.ts';
import type { Table } from '../../schema/table.ts';
import { columnsIn, isAbout, tableWithColumns } from '../computed.ts';
import { unsupported } from '../lower.ts';
import { isNumbered } from './definition.ts';
import type { MysqlTraits } from './server.ts';

interface Text {
  readonly sql: string;
  /** `column t.a is computed` */
  readonly what: string;
  /** Whose it is. */
  readonly column?: Column;
}

function checkText(key: Constraint): readonly Text[] {
  return key.kind === 'check' ? [{ sql: key.expression, what: `the check (${key.expression}) is made` }] : [];
}

function columnTexts(column: Column, traits: MysqlTraits): readonly Text[] {
  const { name, computed, default: given } = column;
  const worked = computed !== undefined && (computed.persisted || !traits.numbersVirtual);
  return [
    ...(worked ? [{ sql: computed.expression, what: `${name} is computed`, column }] : []),
    ...(given?.kind === 'sql' ? [{ sql: given.sql, what: `the default of ${name} is made`, column }] : []),
  ];
}

/** A row has its number only when it is in: https://dev.mysql.com/doc/refman/8.0/en/create-table-generated-columns.html, https://dev.mysql.com/doc/refman/8.0/en/create-table-check-constraints.html */
function refuseNumbered(texts: readonly Text[], operation: Operation, table: Table, title: string): void {
  for (const { sql, what, column } of texts) {
    const source = columnsIn(sql, table, '`').find(
      (one) => isNumbered(one) && (column === undefined || isAbout(operation, column, one)),
    );
    if (source === undefined) continue;
    throw unsupported(
      `${title} numbers a row when all else of it is done: ${what} from ${source.name} of table ${showName(table.name)}, which is AUTO_INCREMENT`,
      'leave it out, or work it out in a view',
    );
  }
}

/** https://dev.mysql.com/doc/refman/8.0/en/create-table-generated-columns.html */
function refuseLater(operation: Operation, table: Table, title: string): void {
  table.columns.forEach((column, at) => {
    const later = columnsIn(column.computed?.expression ?? '', table, '`').find(
      (one) => one.computed !== undefined && table.columns.indexOf(one) > at && isAbout(operation, column, one),
    );
    if (later === undefined) return;
    throw unsupported(
      `${title} works computed columns out in the order of their table: ${showName(table.name)}.${column.name} is computed from ${later.name}, which comes after it`,
      `let ${later.name} come first`,
    );
  });
}

/** Throws `unsupported` for what a text speaks of too early. */
export const sourcesRefusal =
  (title: string, traits: MysqlTraits) =>
  (operation: Operation, before: Schema): void => {
    if (operation.kind === 'addConstraint') {
      const known = tableOf(before, operation.table);
      if (known !== undefined) refuseNumbered(checkText(operation.constraint), operation, known, title);
    }
    const table = tableWithColumns(operation, before);
    if (table === undefined) return;
    const checks = operation.kind === 'createTable' ? table.constraints.flatMap(checkText) : [];
    const texts = [...checks, ...table.columns.flatMap((column) => columnTexts(column, traits))];
    refuseNumbered(texts, operation, table, title);
    refuseLater(operation, table, title);
  };
