/** Columns added, dropped and altered: one in a statement. https://docs.aws.amazon.com/redshift/latest/dg/r_ALTER_TABLE.html */

import { changeColumn } from '../../operation/column-verbs.ts';
import { equal } from '../../operation/equal.ts';
import type { ColumnChange, Of } from '../../operation/operation.ts';
import type { Column } from '../../schema/column.ts';
import { showName } from '../../schema/name.ts';
import { columnOf, rememberedColumn, steps, unsupported } from '../lower.ts';
import { alterTable } from '../postgres/words.ts';
import type { Statement } from '../statement.ts';
import { definition, numbering } from './definition.ts';
import { dropKeys, keysHolding } from './key.ts';
import { remake } from './remake.ts';
import { refuseCondition, type Server } from './server.ts';
import { refuseLaidBy } from './storage.ts';
import { commentColumn } from './table.ts';

type Lowered = readonly Statement[];

export function addColumn(operation: Of<'addColumn'>, server: Server): Lowered {
  const { table, column } = operation;
  const shown = `${showName(table)}.${column.name}`;
  refuseCondition(operation.ifNotExists, 'IF NOT EXISTS', `ADD COLUMN: ${shown}`);
  if (numbering(column) !== undefined) {
    throw unsupported(
      `Redshift numbers no column that is added to a table: ${shown}`,
      'make another table with it, copy the rows, drop this one and rename the new one',
    );
  }
  if (!column.nullable && column.default === undefined) {
    throw unsupported(
      `Redshift adds no NOT NULL column without a default: ${shown}`,
      'give it a default, or leave notNullable() out',
    );
  }
  return [
    alterTable(table, `add column ${definition(table, column, false, server)}`, server),
    ...(column.comment === undefined ? [] : [commentColumn(table, column.name, column.comment, server)]),
  ];
}

/** The keys that hold the column go first, or the engine would keep it. */
export function dropColumn(operation: Of<'dropColumn'>, server: Server): Lowered {
  const { table, column } = operation;
  refuseCondition(operation.ifExists, 'IF EXISTS', `DROP COLUMN: ${showName(table)}.${column}`);
  refuseLaidBy(table, column, server);
  return [
    ...steps('take its keys out of the way', dropKeys(table, keysHolding(table, column, server), server)),
    alterTable(table, `drop column ${server.quote(column)}`, server),
  ];
}

/** The word COLUMN is not optional. */
export function renameColumn({ table, column, to }: Of<'renameColumn'>, server: Server): Lowered {
  return [alterTable(table, `rename column ${server.quote(column)} to ${server.quote(to)}`, server)];
}

/** What it asks for that is not so already. */
function realChange(change: ColumnChange, known: Column | undefined): ColumnChange {
  if (known === undefined) return change;
  const { type, nullable, default: given, collation, ...more } = change;
  const sameType = type?.sqlType === known.sqlType && change.using === undefined;
  return {
    ...more,
    ...(type === undefined || sameType ? {} : { type }),
    ...(nullable === undefined || nullable === known.nullable ? {} : { nullable }),
    ...(given === undefined || equal(given, known.default ?? null) ? {} : { default: given }),
    ...(collation === undefined || collation === (known.collation ?? null) ? {} : { collation }),
  };
}

export function alterColumn(operation: Of<'alterColumn'>, server: Server): Lowered {
  const { table, column } = operation;
  const known = columnOf(server.before, table, column);
  const change = realChange(operation.change, known);
  refuseChange(change, `${showName(table)}.${column}`);
  const comment = change.comment === undefined ? known?.comment : change.comment;
  const { comment: _, ...made } = change;
  if (Object.keys(made).length === 0) {
    return change.comment === undefined ? [] : [commentColumn(table, column, change.comment, server)];
  }
  const lengthened = lengthen(operation, change, known, server);
  if (lengthened !== undefined) {
    return [
      lengthened,
      ...(change.comment === undefined ? [] : [commentColumn(table, column, change.comment, server)]),
    ];
  }
  const remembered = rememberedColumn(server.title, operation, server.before);
  const next = changeColumn(remembered, change);
  return [
    ...remake({ ...operation, change }, remembered, next, server),
    ...(comment === undefined || comment === null ? [] : [commentColumn(table, column, comment, server)]),
  ];
}

const varchar = /^(?:varchar|character varying|nvarchar)\b/i;

/** The one thing that is done in place, and in no transaction: https://docs.aws.amazon.com/redshift/latest/dg/r_ALTER_TABLE.html, under ALTER COLUMN … TYPE */
function lengthen(
  { table, column }: Of<'alterColumn'>,
  { type, comment: _, ...more }: ColumnChange,
  known: Column | undefined,
  server: Server,
): Statement | undefined {
  if (type === undefined || Object.keys(more).length > 0 || !varchar.test(type.sqlType)) return undefined;
  const fixed = known !== undefined && (!varchar.test(known.sqlType) || known.default !== undefined);
  if (fixed || keysHolding(table, column, server).length > 0) return undefined;
  const altered = alterTable(table, `alter column ${server.quote(column)} type ${type.sqlType}`, server);
  return { ...altered, transactional: false };
}

function refuseChange(change: ColumnChange, shown: string): void {
  const [what] = [
    change.identity === undefined ? [] : ['how a column is numbered'],
    change.computed === undefined ? [] : ['how a column is computed'],
    change.onUpdate === undefined ? [] : ['what a column becomes when its row changes'],
  ].flat();
  if (what === undefined) return;
  throw unsupported(
    `Redshift cannot change ${what}: ${shown}`,
    'make another table with it, copy the rows, drop this one and rename the new one',
  );
}
