/** The rights that operations take on tables that are there. */

import { hasSequence } from '../schema/column.ts';
import type { Constraint } from '../schema/constraint.ts';
import { speaksOf } from '../schema/expression.ts';
import type { Name } from '../schema/name.ts';
import type { Trigger } from '../schema/objects.ts';
import { type Schema, tableOf } from '../schema/schema.ts';
import { usesOf } from './enum-verbs.ts';
import { inSchemaOf } from './names-made.ts';
import type { ColumnChange, Of, Operation } from './operation.ts';
import { conditionIn, touchedBy } from './touched.ts';

export type Right =
  | 'alter'
  /** Of the tables that inherit from it, its partitions among them. */
  | 'alter below'
  /** Of the tables that inherit from it without being its partitions. */
  | 'alter heirs'
  | 'rename'
  | 'drop'
  | 'drop partition'
  /** Of the partition, where that is a table of its own. */
  | 'leave as partition'
  | 'index'
  | 'trigger'
  /** Of its partitions. */
  | 'trigger below'
  | 'drop trigger'
  | 'reference'
  | 'select'
  | 'insert'
  /** From the sequence of a column that numbers its rows by a default. */
  | 'number'
  | 'update'
  | 'delete'
  | 'truncate';

/** A table that the script did not make, by the name that it has before the script. */
export interface Used {
  readonly table: Name;
  readonly rights: readonly Right[];
}

type Use = readonly [table: Name, ...rights: readonly Right[]];

function referredTo(constraints: readonly Constraint[]): readonly Use[] {
  return constraints.flatMap((key): readonly Use[] =>
    key.kind === 'foreign' ? [[key.references.table, 'reference']] : [],
  );
}

const altering = (table: Name, goesDown: boolean): Use => [
  table,
  'alter',
  ...(goesDown ? (['alter below'] as const) : []),
];

/** A key keeps NULL from columns below the table, too, where nothing does yet. */
function keying(table: Name, columns: readonly string[], before: Schema): Use {
  const known = tableOf(before, table)?.columns ?? [];
  const fills = known.some(({ name, nullable }) => nullable && columns.includes(name));
  return fills ? altering(table, true) : [table, 'alter', 'alter heirs'];
}

function constraining(table: Name, key: Constraint, before: Schema): Use {
  return key.kind === 'primary' ? keying(table, key.columns, before) : altering(table, key.kind === 'check');
}

const isCheck = (table: Name, constraint: string, before: Schema): boolean =>
  tableOf(before, table)?.constraints.some(({ kind, name }) => kind === 'check' && name === constraint) === true;

/** What the columns of partitions and heirs have, too: https://www.postgresql.org/docs/current/sql-altertable.html */
const inherited = [
  'type',
  'nullable',
  'default',
  'collation',
  'computed',
] as const satisfies readonly (keyof ColumnChange)[];

/** Partitions get them, too: https://www.postgresql.org/docs/current/sql-createtrigger.html */
const forRows = ({ definition }: Trigger): readonly Right[] =>
  /\bfor\s+(?:each\s+)?row\b/i.test(definition) ? ['trigger below'] : [];

const reading = (reads: boolean): readonly Right[] => (reads ? ['select'] : []);

/** The sequence of an identity is nobody's to use: https://www.postgresql.org/docs/current/sql-createtable.html */
function numbering({ table, columns }: Of<'insert'>, before: Schema): readonly Right[] {
  const leftOut = tableOf(before, table)?.columns.filter(({ name }) => !columns.includes(name)) ?? [];
  return leftOut.some((column) => hasSequence(column) && column.identity === undefined) ? ['number'] : [];
}

function ofSql(sql: string, before: Schema): readonly Use[] {
  const table = touchedBy(sql);
  if (table === undefined) return [];
  const verb = /^\s*(insert|update|delete|truncate)\b/i.exec(sql)?.[1]?.toLowerCase() as Right | undefined;
  const columns = tableOf(before, table)?.columns ?? [];
  const chosenBy = conditionIn(sql);
  const reads = columns.some(({ name }) => speaksOf(chosenBy, name, 'column', before.mark));
  return [[table, ...(verb === undefined ? [] : [verb]), ...reading(reads)]];
}

/** `before`: as the step found the schema. */
export function usedBy(operation: Operation, before: Schema): readonly Use[] {
  switch (operation.kind) {
    case 'createTable':
      return referredTo(operation.table.constraints);
    case 'dropTable':
      return [[operation.table, 'drop']];
    case 'renameTable':
      return [[operation.table, 'rename']];
    case 'dropPartition':
      return [
        [operation.table, 'drop partition'],
        [inSchemaOf(operation.table, operation.partition), 'leave as partition'],
      ];
    case 'addConstraint': {
      const { table, constraint } = operation;
      return [constraining(table, constraint, before), ...referredTo([constraint])];
    }
    case 'addColumn':
    case 'dropColumn':
    case 'renameColumn':
      return [altering(operation.table, true)];
    case 'alterColumn':
      return [
        altering(
          operation.table,
          inherited.some((part) => operation.change[part] !== undefined),
        ),
      ];
    case 'dropConstraint':
      return [altering(operation.table, operation.constraint.kind === 'check')];
    case 'renameConstraint':
      return [altering(operation.table, isCheck(operation.table, operation.constraint, before))];
    case 'commentTable':
    case 'alterTable':
    case 'addPartition':
    case 'validateConstraint':
      return [altering(operation.table, false)];
    case 'createIndex':
    case 'dropIndex':
    case 'renameIndex':
      return [[operation.table, 'index']];
    // the type is made anew for the columns that have it
    case 'dropEnumValue':
      return usesOf(before, operation.type).map(({ table }) => altering(table.name, true));
    case 'createTrigger':
      return [[operation.trigger.table, 'trigger', ...forRows(operation.trigger)]];
    case 'dropTrigger':
      return [[operation.table, 'drop trigger']];
    case 'insert':
      return [[operation.table, 'insert', ...numbering(operation, before)]];
    case 'data':
      return [[operation.table, operation.empties ? 'truncate' : operation.verb, ...reading(operation.reads === true)]];
    case 'raw':
      return operation.does === undefined ? ofSql(operation.sql, before) : [];
    default:
      return [];
  }
}
