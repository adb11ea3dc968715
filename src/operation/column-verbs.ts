/** Columns added, dropped, renamed and altered. */

import { type Column, type ColumnType, withNewNames, withOldNames } from '../schema/column.ts';
import { type Constraint, keyOfCounter } from '../schema/constraint.ts';
import { type Mark, renamedIn, speaksOf } from '../schema/expression.ts';
import { showName } from '../schema/name.ts';
import { blameUnread, type Schema, tableOf } from '../schema/schema.ts';
import { filled, type Table, withOldCheckNames } from '../schema/table.ts';
import { columnNames, type Index, type IndexPart, wholeWithin } from '../schema/table-index.ts';
import { renamedColumnRights, withoutColumnRights } from './column-rights.ts';
import { keysTo, renameReferenced } from './dependents.ts';
import { withImplicit } from './enum-verbs.ts';
import { refuseReferred } from './foreign.ts';
import type { ColumnChange, Of, Position } from './operation.ts';
import { standingAt } from './position.ts';
import { readerOf, refuseRead, refuseRenamed } from './readers.ts';
import { hasNoCollation } from './types.ts';
import { changeTable, ifIn, impossible, refuseTwice, type Verb, without } from './verb.ts';

export type ColumnKind = 'addColumn' | 'dropColumn' | 'renameColumn' | 'alterColumn';

function whatChanges(change: ColumnChange): string {
  const parts = [
    change.type === undefined ? [] : [`type ${change.type.sqlType}`],
    change.nullable === undefined ? [] : [change.nullable ? 'NULL allowed' : 'NOT NULL'],
    change.default === undefined ? [] : [change.default === null ? 'no default' : 'a new default'],
    change.comment === undefined ? [] : [change.comment === null ? 'no comment' : 'a new comment'],
    change.collation === undefined
      ? []
      : [change.collation === null ? 'the usual collation' : `collation ${change.collation}`],
    change.identity === undefined ? [] : [change.identity === null ? 'no identity' : 'identity'],
    change.computed === undefined ? [] : [change.computed === null ? 'no longer computed' : 'computed'],
    change.onUpdate === undefined
      ? []
      : [change.onUpdate === null ? 'nothing on update' : `on update ${change.onUpdate}`],
  ].flat();
  return parts.join(', ');
}

/** What may be taken away by null. */
export const removable = ['default', 'comment', 'collation', 'identity', 'computed', 'onUpdate'] as const;

/** The words of a counter's type would make it count again. */
function uncounted(column: Column): Column {
  if (!column.autoIncrement) return column;
  return { ...column, type: { name: 'specificType', args: [column.sqlType] }, autoIncrement: false };
}

export function changeColumn(column: Column, change: ColumnChange): Column {
  const next: Record<string, unknown> = { ...column, ...change.type, nullable: change.nullable ?? column.nullable };
  for (const part of removable) {
    const given = change[part];
    if (given === null) delete next[part];
    else if (given !== undefined) next[part] = given;
  }
  if (change.type !== undefined && hasNoCollation(change.type)) delete next.collation;
  const changed = change.identity === null ? uncounted(next as unknown as Column) : (next as unknown as Column);
  const isList = (type: ColumnType) => type.name.toLowerCase() === 'enu';
  const isOther =
    isList(changed.type) !== isList(column.type) ||
    (changed.identity === undefined) !== (column.identity === undefined);
  return isOther ? withNewNames(changed) : changed;
}

function renamed(names: readonly string[], from: string, to: string): readonly string[] {
  return names.map((name) => (name === from ? to : name));
}

interface Renaming extends Of<'renameColumn'> {
  readonly mark: Mark | undefined;
}

function renamedSql(sql: string, { column, to, mark }: Renaming): string {
  return renamedIn(sql, column, to, mark);
}

function renameInConstraint(constraint: Constraint, table: Table, op: Renaming): Constraint {
  if (constraint.kind === 'check') {
    const expression = renamedSql(constraint.expression, op);
    return { ...constraint, expression, ...(constraint.beside === op.column ? { beside: op.to } : {}) };
  }
  if (constraint.kind === 'exclude') {
    const elements = constraint.elements.map((element) => ({ ...element, part: renamedPart(element.part, op) }));
    const where = constraint.where === undefined ? {} : { where: renamedSql(constraint.where, op) };
    return { ...constraint, elements, ...where };
  }
  const columns = renamed(constraint.columns, op.column, op.to);
  if (constraint.kind !== 'foreign') {
    const include = constraint.include === undefined ? {} : { include: renamed(constraint.include, op.column, op.to) };
    return { ...constraint, columns, ...include };
  }
  const self = showName(constraint.references.table) === showName(table.name);
  const references = self
    ? { ...constraint.references, columns: renamed(constraint.references.columns, op.column, op.to) }
    : constraint.references;
  return { ...constraint, columns, references };
}

function renamedPart(part: IndexPart, op: Renaming): IndexPart {
  const { column, to } = op;
  if (typeof part === 'string') return part === column ? to : part;
  if (part.expression !== undefined) return { ...part, expression: renamedSql(part.expression, op) };
  return part.column === column ? { ...part, column: to } : part;
}

function renamedColumn(column: Column, op: Renaming): Column {
  const { computed } = column;
  if (column.name === op.column) {
    const { table, to: name } = op;
    return { ...withOldNames(column, table, { table: table.name, column: name }), name };
  }
  if (computed === undefined) return column;
  return { ...column, computed: { ...computed, expression: renamedSql(computed.expression, op) } };
}

function renameInTable(table: Table, op: Renaming): Table {
  refuseTwice(table.columns, (column) => column.name === op.to, `a column ${showName(op.table)}.${op.to}`);
  const next: Table = {
    ...table,
    columns: table.columns.map((column) => renamedColumn(column, op)),
    constraints: table.constraints.map((constraint) => renameInConstraint(constraint, table, op)),
    indexes: table.indexes.map((index) => ({
      ...index,
      columns: index.columns.map((part) => renamedPart(part, op)),
      ...(index.where === undefined ? {} : { where: renamedSql(index.where, op) }),
      ...(index.include === undefined ? {} : { include: renamed(index.include, op.column, op.to) }),
    })),
  };
  return withOldCheckNames(next, table, op.mark);
}

/** The constraint goes when the column does. */
export function uses(constraint: Constraint, column: string): boolean {
  const where = 'where' in constraint ? constraint.where : undefined;
  const sql = constraint.kind === 'check' ? constraint.expression : where;
  const names = [...columnsOf(constraint), ...('include' in constraint ? (constraint.include ?? []) : [])];
  return names.includes(column) || (sql !== undefined && speaksOf(sql, column));
}

/** The index goes when the column does. */
export function indexUses({ columns, include = [], where }: Index, column: string): boolean {
  const expressions = columns.flatMap((part) => (typeof part === 'string' ? [] : (part.expression ?? [])));
  const sql = where === undefined ? expressions : [...expressions, where];
  return [...columnNames(columns), ...include].includes(column) || sql.some((text) => speaksOf(text, column));
}

/** What no engine keeps without the column. */
export function goesWithColumn(table: Table, column: string): Pick<Table, 'constraints' | 'indexes'> {
  return {
    constraints: table.constraints.filter((constraint) => uses(constraint, column)),
    indexes: table.indexes.filter((index) => indexUses(index, column)),
  };
}

/** The columns that a constraint names by themselves, outside expressions. */
export function columnsOf(constraint: Constraint): readonly string[] {
  if (constraint.kind === 'check') return [];
  if (constraint.kind === 'exclude') return columnNames(constraint.elements.map(({ part }) => part));
  return constraint.columns;
}

function alterColumn(op: Of<'alterColumn'>, schema: Schema): Schema {
  const next: Column[] = [];
  const changed = changeTable(schema, op.table, (table) => {
    requireColumn(table, op.column, schema);
    requireNeighbour(op.position, table, schema);
    const column = table.columns.find(({ name }) => name === op.column)!;
    const changed = changeColumn(column, op.change);
    refuseDefault(op, column, changed);
    next.push(changed);
    const indexes = table.indexes.map((index) => wholeWithin(index, changed));
    return filled({ ...table, columns: standingAt(table.columns, changed, op.position), indexes });
  });
  return withImplicit(schema, changed, next, op.table);
}

function refuseDefault({ table, column: name, change }: Of<'alterColumn'>, column: Column, changed: Column): void {
  const shown = `column ${showName(table)}.${name}`;
  if (column.computed !== undefined && change.computed !== null && change.default) {
    throw impossible(
      `${shown} is computed, and takes no default`,
      'Make it a plain column first, with computed: null.',
    );
  }
  if (changed.identity === undefined || changed.default === undefined) return;
  throw impossible(
    `${shown} would be an identity column, which takes no default`,
    'Say default: null beside the identity, or identity: null beside the default.',
  );
}

function requireColumn(table: Table, name: string, schema: Schema): void {
  if (table.columns.some((column) => column.name === name)) return;
  const blame = blameUnread(schema);
  throw impossible(
    `there is no column ${showName(table.name)}.${name} at this point of the history`,
    `Its columns are ${table.columns.map((column) => column.name).join(', ')}.${blame === undefined ? '' : ` But ${blame}.`}`,
  );
}

function requireNeighbour(position: Position | undefined, table: Table, schema: Schema): void {
  if (typeof position === 'object') requireColumn(table, position.after, schema);
}

/** Nothing else stands on a column that goes: no key of another table, no view or trigger, no column that is computed from it. */
function requireFree({ table: name, column }: Of<'dropColumn'>, schema: Schema): Schema {
  const shown = `column ${showName(name)}.${column}`;
  const keys = keysTo(schema, name).filter(({ key }) => key.references.columns.includes(column));
  refuseReferred(keys, shown, 'Drop that key first.');
  const columns = tableOf(schema, name)?.columns ?? [];
  refuseRead(schema, { table: name, column });
  const computed = columns.find((one) => one.computed !== undefined && speaksOf(one.computed.expression, column));
  if (computed === undefined || computed.name === column) return schema;
  throw impossible(`column ${showName(name)}.${computed.name} is computed from ${shown}`, 'Drop it first.');
}

/** Where the table has a key already, the engine refuses that of the counter. */
function withCounter(table: Table, { column, keyMadeFor: madeFor }: Of<'addColumn'>): Table {
  const key = keyOfCounter(column);
  if (key === undefined) return table;
  refuseTwice(
    table.constraints,
    ({ kind }) => kind === 'primary',
    `a primary key on table ${showName(table.name)}, which ${column.name} would be`,
  );
  return { ...table, constraints: [...table.constraints, { ...key, ...(madeFor === undefined ? {} : { madeFor }) }] };
}

export const columnVerbs: { readonly [K in ColumnKind]: Verb<K> } = {
  addColumn: {
    describe: (op) =>
      `add column ${showName(op.table)}.${op.column.name} (${op.column.sqlType}${op.column.nullable ? '' : ', NOT NULL'})${ifIn(op.ifNotExists, 'unless it exists')}`,
    apply: (op, schema) =>
      withImplicit(
        schema,
        changeTable(schema, op.table, (table) => {
          if (op.ifNotExists === true && table.columns.some(({ name }) => name === op.column.name)) return table;
          refuseTwice(
            table.columns,
            (column) => column.name === op.column.name,
            `a column ${showName(op.table)}.${op.column.name}`,
          );
          requireNeighbour(op.position, table, schema);
          return withCounter({ ...table, columns: standingAt(table.columns, op.column, op.position) }, op);
        }),
        [op.column],
        op.table,
      ),
  },
  dropColumn: {
    describe: (op) => `drop column ${showName(op.table)}.${op.column}${ifIn(op.ifExists, 'if it exists')}`,
    apply: (op, schema) =>
      withImplicit(
        schema,
        changeTable(withoutColumnRights(requireFree(op, schema), op.table, op.column), op.table, (table) => ({
          ...table,
          columns: without(
            table.columns,
            (column) => column.name === op.column,
            `column ${showName(op.table)}.${op.column}`,
            { ...schema, unread: [] },
            op.ifExists,
          ),
          constraints: table.constraints.filter((constraint) => !uses(constraint, op.column)),
          indexes: table.indexes.filter((index) => !indexUses(index, op.column)),
        })),
        [],
        op.table,
      ),
  },
  renameColumn: {
    describe: (op) => `rename column ${showName(op.table)}.${op.column} to ${op.to}`,
    apply(op, schema) {
      if (op.followed !== true) refuseRenamed(schema, op);
      const followed = op.followed === true && readerOf(schema, op) !== undefined;
      const read = followed
        ? { ...schema, unread: [...schema.unread, { sql: columnVerbs.renameColumn.describe(op) }] }
        : schema;
      const referenced = renameReferenced(read, op.table, op.column, op.to);
      return changeTable(renamedColumnRights(referenced, op.table, op.column, op.to), op.table, (table) => {
        requireColumn(table, op.column, schema);
        return renameInTable(table, { ...op, mark: schema.mark });
      });
    },
  },
  alterColumn: {
    describe: (op) => `alter column ${showName(op.table)}.${op.column}: ${whatChanges(op.change)}`,
    apply: (op, schema) => alterColumn(op, schema),
  },
};
