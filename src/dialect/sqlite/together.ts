/** Several changes of one table in one go: new columns with their keys by ALTER TABLE, everything else by one new table. */

import type { Of, Operation } from '../../operation/operation.ts';
import { apply } from '../../operation/verbs.ts';
import type { Column } from '../../schema/column.ts';
import type { Constraint } from '../../schema/constraint.ts';
import { showName } from '../../schema/name.ts';
import type { Schema } from '../../schema/schema.ts';
import type { Table } from '../../schema/table.ts';
import { type Dialect, quoteName } from '../dialect.ts';
import { schemaStatement } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { isAddable } from './column.ts';
import { createIndex } from './index-text.ts';
import { rebuild, type TableChange } from './rebuild.ts';
import { refuseColumn, refuseIndex, refuseKey } from './refusals.ts';
import { type Accent, columnText, named, referenceText } from './table-text.ts';

const changing: ReadonlySet<string> = new Set<TableChange['kind']>([
  'addColumn',
  'dropColumn',
  'renameColumn',
  'alterColumn',
  'addConstraint',
  'dropConstraint',
  'renameConstraint',
  'validateConstraint',
  'createIndex',
  'dropIndex',
  'renameIndex',
  'alterTable',
  'commentTable',
]);

function ofOneTable(operations: readonly Operation[]): operations is readonly TableChange[] {
  const names = operations.map((operation) =>
    changing.has(operation.kind) ? showName((operation as TableChange).table) : '',
  );
  return names.every((name) => name !== '' && name === names[0]);
}

/** A key that a new column can bring along: https://www.sqlite.org/lang_altertable.html#altertabaddcol */
function comesWith(key: Constraint, { column }: Of<'addColumn'>): boolean {
  if (key.kind === 'check') return true;
  return (
    key.kind === 'foreign' && key.columns.length === 1 && key.columns[0] === column.name && column.default === undefined
  );
}

function keyText(key: Constraint, accent: Accent): string {
  if (key.kind === 'check') return ` ${named(key, accent)}check (${key.expression})`;
  return key.kind === 'foreign' ? ` ${named(key, accent)}${referenceText(key, accent)}` : '';
}

/** Undefined where not every operation is a new column, something that it brings along, or an index. */
function additions(
  operations: readonly TableChange[],
  version: string,
  accent: Accent,
): readonly Statement[] | undefined {
  const added: { readonly operation: Of<'addColumn'>; readonly keys: Constraint[] }[] = [];
  const indexes: Statement[] = [];
  for (const operation of operations) {
    if (operation.kind === 'addColumn' && isAddable(operation.column, accent) && operation.ifNotExists !== true) {
      refuseColumn(operation.column, `${showName(operation.table)}.${operation.column.name}`, version);
      added.push({ operation, keys: [] });
    } else if (operation.kind === 'createIndex') {
      refuseIndex(operation.index, version);
      indexes.push(createIndex(operation.table, operation.index, accent, operation.ifNotExists));
    } else if (operation.kind === 'addConstraint') {
      const { table, constraint: key } = operation;
      refuseKey(key);
      const owner = key.kind === 'check' ? added.at(-1) : added.find((one) => comesWith(key, one.operation));
      if (key.kind === 'unique')
        indexes.push(createIndex(table, { name: key.name, columns: key.columns, unique: true }, accent));
      else if (owner === undefined || !comesWith(key, owner.operation)) return undefined;
      else owner.keys.push(key);
    } else return undefined;
  }
  return [...added.map(({ operation, keys }) => addition(operation, keys, accent)), ...indexes];
}

function addition({ table, column }: Of<'addColumn'>, keys: readonly Constraint[], accent: Accent): Statement {
  const alone: Table = { name: table, columns: [column] as readonly Column[], constraints: [], indexes: [] };
  const along = keys.map((key) => keyText(key, accent)).join('');
  const written = columnText(column, alone, accent);
  return schemaStatement(`alter table ${quoteName(accent, table)} add column ${written}${along}`);
}

/** Whether one of them alone would make the table anew. */
function needsRebuild(
  operations: readonly TableChange[],
  before: Schema,
  version: string,
  lower: Dialect['lower'],
): boolean {
  let schema = before;
  return operations.some((operation) => {
    const statements = lower(operation, schema, version);
    schema = apply(operation, schema);
    return statements?.some(({ rebuilds }) => rebuilds !== undefined) === true;
  });
}

export function lowerTogether(
  accent: Accent,
  lower: Dialect['lower'],
  refuse: (operation: Operation, before: Schema) => void,
): (operations: readonly Operation[], before: Schema, version: string) => readonly Statement[] | undefined {
  return (operations, before, version) => {
    if (!ofOneTable(operations)) return undefined;
    let schema = before;
    for (const operation of operations) {
      refuse(operation, schema);
      schema = apply(operation, schema);
    }
    if (!operations.some(({ kind }) => kind !== 'addColumn' && kind !== 'createIndex')) return undefined;
    if (operations.some(({ kind }) => kind === 'addColumn')) {
      const made = additions(operations, version, accent);
      if (made !== undefined) return made;
    }
    return needsRebuild(operations, before, version, lower) ? rebuild(operations, before, version, accent) : undefined;
  };
}
