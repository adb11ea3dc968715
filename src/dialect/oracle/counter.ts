/**
 * Columns that number themselves on servers before 12.1, which have no identity columns: a sequence, and a trigger that takes from it.
 * https://docs.oracle.com/cd/E11882_01/server.112/e41084/statements_6015.htm
 */

import type { Column } from '../../schema/column.ts';
import { type Name, showName } from '../../schema/name.ts';
import type { Table } from '../../schema/table.ts';
import { quoteName } from '../dialect.ts';
import { schemaStatement, step, steps, unsupported } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { isAtLeast } from '../version.ts';
import { type Accent, beside } from './accent.ts';
import { counting, identitySince, isGenerated } from './column.ts';
import { block, create } from './guard.ts';
import { requireShort } from './names.ts';

function names(table: Name, column: string): { readonly sequence: Name; readonly trigger: Name } {
  return {
    sequence: beside(table, `${table.name}_${column}_seq`),
    trigger: beside(table, `${table.name}_${column}_trg`),
  };
}

/** Their names are made of the table's and the column's, and must not be too long either. */
function createTrigger(table: Name, column: string, accent: Accent): Statement {
  const { sequence, trigger } = names(table, column);
  for (const { name } of [sequence, trigger]) requireShort(name, accent.version);
  const value = `:new.${accent.quote(column)}`;
  return step(
    `create the trigger that numbers column ${showName(table)}.${column}`,
    block(
      [
        `create or replace trigger ${quoteName(accent, trigger)} before insert on ${quoteName(accent, table)}`,
        `for each row when (${value.slice(1)} is null)`,
        `begin ${value} := ${quoteName(accent, sequence)}.nextval; end;`,
      ].join('\n'),
    ),
  );
}

/** The columns of which a sequence and a trigger take care. */
function counted(columns: readonly Column[] | undefined, { version }: Accent): readonly Column[] {
  return isAtLeast(version, identitySince) ? [] : (columns ?? []).filter(isGenerated);
}

export function createCounters(
  table: Name,
  columns: readonly Column[],
  accent: Accent,
  ifNotExists = false,
): readonly Statement[] {
  return counted(columns, accent).flatMap((column) => {
    const { sequence } = names(table, column.name);
    const options = counting(column.identity ?? {}).map((option) => ` ${option}`);
    return [
      step(
        `create the sequence that numbers column ${showName(table)}.${column.name}`,
        create('sequence', sequence, options.join(''), ifNotExists, accent),
      ),
      createTrigger(table, column.name, accent),
    ];
  });
}

/** The triggers go with their table. */
export function dropSequences(table: Table | undefined, accent: Accent): readonly Statement[] {
  return counted(table?.columns, accent).map((column) =>
    step(
      `drop the sequence that numbered column ${showName(table!.name)}.${column.name}`,
      schemaStatement(`drop sequence ${quoteName(accent, names(table!.name, column.name).sequence)}`),
    ),
  );
}

export function dropCounter(table: Name, column: Column | undefined, accent: Accent): readonly Statement[] {
  return counted(column === undefined ? [] : [column], accent).flatMap(({ name }) => {
    const { sequence, trigger } = names(table, name);
    return steps(`drop what numbered column ${showName(table)}.${name}`, [
      schemaStatement(`drop trigger ${quoteName(accent, trigger)}`),
      schemaStatement(`drop sequence ${quoteName(accent, sequence)}`),
    ]);
  });
}

/** When the table or the column has its new name: the trigger's text has the old ones in it. */
export function renameCounter(
  [table, column]: readonly [Name, Column],
  [newTable, newColumn]: readonly [Name, string],
  accent: Accent,
): readonly Statement[] {
  return counted([column], accent).flatMap(({ name }) => {
    const before = names(table, name);
    const after = names(newTable, newColumn);
    return steps(`rename what numbers column ${showName(newTable)}.${newColumn}`, [
      schemaStatement(`drop trigger ${quoteName(accent, before.trigger)}`),
      renameSequence(before.sequence, after.sequence.name, accent),
      createTrigger(newTable, newColumn, accent),
    ]);
  });
}

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/RENAME.html */
export function renameSequence(sequence: Name, to: string, accent: Accent): Statement {
  if (sequence.schema === undefined) {
    return schemaStatement(`rename ${accent.quote(sequence.name)} to ${accent.quote(to)}`);
  }
  throw unsupported(
    `Oracle renames sequences only in the schema of the user who is connected: ${sequence.schema}.${sequence.name}`,
    'drop the sequence and create it with start, or have the owner run RENAME',
  );
}
