/** What an operation would lose, or what rows would make the engine refuse it: to be counted before anything changes. */

import type { Column } from '../schema/column.ts';
import type { Constraint, ForeignKey } from '../schema/constraint.ts';
import type { Name } from '../schema/name.ts';
import { entries } from '../schema/registry.ts';
import { type Schema, tableOf } from '../schema/schema.ts';
import type { Index, IndexPart } from '../schema/table-index.ts';
import { columnNames } from '../schema/table-index.ts';
import { everyKeyTo } from './dependents.ts';
import { usesOf } from './enum-verbs.ts';
import type { Of, Operation } from './operation.ts';

/** Which rows of a table are meant. */
type Counted =
  /** All, or those of a partition. */
  | { readonly counts: 'rows'; readonly partition?: string }
  /** Every value that is not NULL. */
  | { readonly counts: 'values'; readonly column: string }
  /** No rows, but tables and views of a schema that are not among these. */
  | { readonly counts: 'strangers'; readonly schema: string; readonly known: readonly string[] }
  | { readonly counts: 'nulls'; readonly column: string }
  /** Rows that would have no value in a new column that needs one. */
  | { readonly counts: 'unfilled'; readonly column: string }
  | {
      readonly counts: 'duplicates';
      readonly parts: readonly IndexPart[];
      readonly where?: string;
      readonly nullsNotDistinct?: boolean;
    }
  /** Rows of which there may be one, because new columns that must tell them apart say the same of all. */
  | { readonly counts: 'alike'; readonly added: readonly Column[] }
  /** `added`: new columns of the key, which say the same of all rows. */
  | { readonly counts: 'orphans'; readonly key: ForeignKey; readonly added?: readonly Column[] }
  /** Rows that refer to those of a partition that goes. */
  | { readonly counts: 'referring'; readonly key: ForeignKey; readonly partition: string }
  /** Rows for which the condition is false. */
  | { readonly counts: 'violations'; readonly name?: string; readonly expression: string }
  /** Rows with a value that an enum is to lose. */
  | { readonly counts: 'uses'; readonly column: Column; readonly value: string }
  /** What the new type of a column would not hold; how much that is, and whether it is lost or refused, is the dialect's to say. */
  | { readonly counts: 'misfits'; readonly from: Column; readonly to: Column };

export type Check = Counted & {
  readonly table: Name;
  /** The columns that it looks at; undefined: any of them. */
  readonly columns: readonly string[] | undefined;
  /** What else it looks at. */
  readonly refers?: { readonly table: Name; readonly columns: readonly string[] };
  /** No revision declares it: it is there all the same, or the operation asks first whether it is. */
  readonly undeclared?: 'there' | 'perhaps';
  /** The revision accepts, in words, that this is lost. */
  readonly accepted?: true;
};

type Checks = readonly Check[];

const columnIn = (schema: Schema, table: Name, column: string): Column | undefined =>
  tableOf(schema, table)?.columns.find(({ name }) => name === column);

const undeclared = (ifExists: boolean | undefined): Pick<Check, 'undeclared'> => ({
  undeclared: ifExists === true ? 'perhaps' : 'there',
});

function rowsOf({ table, ifExists, dataLoss }: Of<'dropTable'>, schema: Schema): Checks {
  if (dataLoss !== undefined) return [];
  const known = tableOf(schema, table);
  return [{ counts: 'rows', table, columns: [], ...(known === undefined ? undeclared(ifExists) : {}) }];
}

function rowsIn({ table, partition, dataLoss }: Of<'dropPartition'>, schema: Schema): Checks {
  const referring = everyKeyTo(schema, table).map(({ table: { name }, key }): Check => {
    return { counts: 'referring', table: name, key, partition, columns: key.columns, refers: key.references };
  });
  return dataLoss === undefined ? [{ counts: 'rows', table, partition, columns: [] }, ...referring] : referring;
}

function valuesOf({ table, column, ifExists, dataLoss }: Of<'dropColumn'>, schema: Schema): Checks {
  const known = columnIn(schema, table, column);
  if (dataLoss !== undefined || known?.computed !== undefined) return [];
  return [{ counts: 'values', table, column, columns: [column], ...(known === undefined ? undeclared(ifExists) : {}) }];
}

function nullsOf(table: Name, columns: readonly string[], schema: Schema): Checks {
  return columns
    .filter((column) => columnIn(schema, table, column)?.nullable === true)
    .map((column) => ({ counts: 'nulls', table, column, columns: [column] }));
}

const counting = /^(?:(?:big|small)?serial\d?|rowversion)\b/i;

/** Rows that are there get a value in the new column, or need none. */
export function fillsItself(column: Column): boolean {
  const filled = column.nullable || column.default !== undefined || column.computed !== undefined;
  return filled || column.autoIncrement || column.identity !== undefined || counting.test(column.sqlType);
}

function unfilled({ table, column }: Of<'addColumn'>, schema: Schema): Checks {
  if (fillsItself(column) || tableOf(schema, table) === undefined) return [];
  return [{ counts: 'unfilled', table, column: column.name, columns: [] }];
}

function alteration({ table, column, change, dataLoss }: Of<'alterColumn'>, schema: Schema): Checks {
  const from = columnIn(schema, table, column);
  if (from === undefined) return [];
  const nulls = change.nullable === false ? nullsOf(table, [column], schema) : [];
  if (change.computed && from.computed === undefined) {
    return dataLoss === undefined ? [...nulls, { counts: 'values', table, column, columns: [column] }] : nulls;
  }
  if (change.type === undefined || change.using !== undefined) return nulls;
  const accepted = dataLoss === undefined ? {} : { accepted: true as const };
  const to = { ...from, ...change.type };
  return [...nulls, { counts: 'misfits', table, from, to, columns: [column], ...accepted }];
}

function duplicatesOf(
  table: Name,
  parts: readonly IndexPart[],
  more: Pick<Index, 'where' | 'nullsNotDistinct'>,
): Checks {
  const { where, nullsNotDistinct } = more;
  const said = {
    ...(where === undefined ? {} : { where }),
    ...(nullsNotDistinct === undefined ? {} : { nullsNotDistinct }),
  };
  const plain = where === undefined && parts.every((part) => typeof part === 'string' || part.column !== undefined);
  return [{ counts: 'duplicates', table, parts, ...said, columns: plain ? columnNames(parts) : undefined }];
}

/** All rows that are there get the same in the new column. */
function isConstant(column: Column): boolean {
  const { default: given } = column;
  return given === undefined ? !fillsItself(column) : given.kind === 'value' && given.value != null;
}

/** What is asked in place of what cannot be yet: a key has columns that are only just `added`, with the same in all rows. */
export function foretold(check: Check, added: ReadonlySet<Column>, now: Schema): Check | undefined {
  if (check.counts !== 'duplicates' && check.counts !== 'orphans') return undefined;
  const names = check.counts === 'orphans' ? check.key.columns : columnNames(check.parts);
  const fresh = names.flatMap((name) => columnIn(now, check.table, name) ?? []).filter((column) => added.has(column));
  if (fresh.length === 0 || !fresh.every(isConstant)) return undefined;
  if (check.counts === 'orphans') {
    return { ...check, added: fresh, columns: names.filter((name) => fresh.every((column) => column.name !== name)) };
  }
  if (fresh.length < check.parts.length || check.where !== undefined) return undefined;
  return { counts: 'alike', table: check.table, added: fresh, columns: [] };
}

function keyed(table: Name, constraint: Constraint, schema: Schema): Checks {
  switch (constraint.kind) {
    case 'primary':
      return [...nullsOf(table, constraint.columns, schema), ...duplicatesOf(table, constraint.columns, {})];
    case 'unique':
      return duplicatesOf(table, constraint.columns, constraint);
    case 'foreign':
      return constraint.notValid === true
        ? []
        : [{ counts: 'orphans', table, key: constraint, columns: constraint.columns, refers: constraint.references }];
    case 'check': {
      const { name, expression } = constraint;
      const said = { expression, ...(name === undefined ? {} : { name }) };
      return constraint.notValid === true ? [] : [{ counts: 'violations', table, ...said, columns: undefined }];
    }
    case 'exclude':
      return [];
  }
}

function validation({ table, constraint }: Of<'validateConstraint'>, schema: Schema): Checks {
  const known = tableOf(schema, table)?.constraints.find(({ name }) => name === constraint);
  return known === undefined ? [] : keyed(table, { ...known, notValid: false } as Constraint, schema);
}

function inSchema({ schema: dropped, cascade, dataLoss }: Of<'dropSchema'>, schema: Schema): Checks {
  if (cascade !== true || dataLoss !== undefined) return [];
  const within = (names: readonly Name[]) => names.filter((name) => name.schema === dropped);
  const tables = within(entries(schema.tables).map(([, { name }]) => name));
  const views = within(entries(schema.views).map(([, { name }]) => name));
  const known = [...tables, ...views].map(({ name }) => name);
  return [
    ...tables.map((table): Check => ({ counts: 'rows', table, columns: [] })),
    { counts: 'strangers', table: { schema: dropped, name: '*' }, schema: dropped, known, columns: [] },
  ];
}

const checked: ReadonlySet<Operation['kind']> = new Set([
  'dropTable',
  'dropPartition',
  'dropSchema',
  'dropColumn',
  'addColumn',
  'alterColumn',
  'addConstraint',
  'validateConstraint',
  'createIndex',
  'dropEnumValue',
]);

/** False: it needs no check, whatever the schema is. Most revisions do nothing else. */
export function mayNeedChecks(operation: Operation): boolean {
  if (operation.kind === 'addColumn') return !fillsItself(operation.column);
  if (operation.kind === 'createIndex') return operation.index.unique;
  return checked.has(operation.kind);
}

/** The tables whose rows it looks at. */
export function tablesRead({ counts, table, refers }: Check): readonly Name[] {
  return counts === 'strangers' ? [] : [table, ...(refers === undefined ? [] : [refers.table])];
}

/** In the order in which a person would look. */
export function checksOf(operation: Operation, before: Schema): Checks {
  switch (operation.kind) {
    case 'dropTable':
      return rowsOf(operation, before);
    case 'dropPartition':
      return rowsIn(operation, before);
    case 'dropSchema':
      return inSchema(operation, before);
    case 'dropColumn':
      return valuesOf(operation, before);
    case 'addColumn':
      return unfilled(operation, before);
    case 'alterColumn':
      return alteration(operation, before);
    case 'addConstraint':
      return tableOf(before, operation.table) === undefined ? [] : keyed(operation.table, operation.constraint, before);
    case 'validateConstraint':
      return validation(operation, before);
    case 'createIndex':
      return operation.index.unique && tableOf(before, operation.table) !== undefined
        ? duplicatesOf(operation.table, operation.index.columns, operation.index)
        : [];
    case 'dropEnumValue':
      return usesOf(before, operation.type).map(({ table, column }) => ({
        counts: 'uses',
        table: table.name,
        column,
        value: operation.value,
        columns: [column.name],
      }));
    default:
      return [];
  }
}

/** Words of the revision that accept what the operation loses. */
export function acceptedBy(operation: Operation): string | undefined {
  return 'dataLoss' in operation ? operation.dataLoss : undefined;
}
