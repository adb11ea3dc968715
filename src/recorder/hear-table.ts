/** A knex table builder heard as operations, in the order in which knex compiles them. */

import type { Operation, Position } from '../operation/operation.ts';
import type { Constraint } from '../schema/constraint.ts';
import { filled, type Table } from '../schema/table.ts';
import { wordsOf } from './column-words.ts';
import { hearColumn } from './hear-column.ts';
import {
  columnsIn,
  type Ear,
  givenName,
  type HeardTable,
  hearKey,
  inventedName,
  isIndex,
  optional,
  tableName,
} from './hear-keys.ts';
import { hearLike } from './hear-like.ts';
import type { ColumnBuilder, TableStatement } from './knex-shapes.ts';
import { bareNamesOf } from './mend.ts';
import { tableWordsOf } from './table-words.ts';

type AlterStatement = Extract<TableStatement, { grouping: 'alterTable' }>;

function tableOptions(single: Record<string, unknown>): Pick<Table, 'options' | 'partitioning'> {
  const entries = ['engine', 'charset', 'collate', 'inherits'].flatMap((key) =>
    typeof single[key] === 'string' ? [[key, single[key]] as const] : [],
  );
  const { options: said, partitioning } = tableWordsOf(single);
  const options = { ...Object.fromEntries(entries), ...said };
  return { ...(Object.keys(options).length === 0 ? {} : { options }), ...optional('partitioning', partitioning) };
}

function hearCreate(ear: Ear, ifNotExists: boolean): Operation {
  const { builder, comment } = ear.heard;
  const columns = builder._statements.flatMap((statement) =>
    statement.grouping === 'columns' ? [hearColumn(ear.compilerOf(statement.builder), ear)] : [],
  );
  const keys = builder._statements.flatMap((statement) => hearKey(ear, statement) ?? []);
  const byType = columns.filter((heard) => heard.primary).map((heard) => heard.column.name);
  const declared = keys.filter((key): key is Constraint => !isIndex(key));
  const implied: Constraint[] =
    byType.length > 0 && !declared.some((key) => key.kind === 'primary') ? [{ kind: 'primary', columns: byType }] : [];
  const constraints = [...implied, ...declared, ...columns.flatMap((heard) => heard.constraints)];
  const table: Table = {
    name: ear.name,
    columns: columns.map((heard) => heard.column),
    constraints,
    indexes: keys.filter(isIndex),
    ...(comment === undefined ? {} : { comment }),
    ...tableOptions(builder._single),
  };
  return { kind: 'createTable', table: filled(table), ifNotExists };
}

const addsKey = (constraint: Constraint, { name: table }: Ear): Operation => ({
  kind: 'addConstraint',
  table,
  constraint,
});

/** Where no words are for it knex passes over it. */
function hearPosition(
  { dialect, named }: Ear,
  { _modifiers: { first, after } }: ColumnBuilder,
): { position?: Position } {
  if (dialect.ordersColumns !== true) return {};
  if (after !== undefined) return { position: { after: named(String(after[0])) } };
  return first === undefined ? {} : { position: 'first' };
}

function hearAdded(ear: Ear, builder: ColumnBuilder): Operation[] {
  const { column, constraints } = hearColumn(ear.compilerOf(builder), ear);
  return [
    { kind: 'addColumn', table: ear.name, column, ...hearPosition(ear, builder) },
    ...constraints.map((constraint) => addsKey(constraint, ear)),
  ];
}

function hearAltered(ear: Ear, builder: ColumnBuilder): Operation[] {
  const { column, ofType } = hearColumn(ear.compilerOf(builder), ear);
  const { type, sqlType, unsigned, nullable, unread, comment, collation } = column;
  const change = {
    ...(builder.alterType === false ? {} : { type: { type, sqlType, unsigned, ...optional('unread', unread) } }),
    ...(builder.alterNullable === false ? {} : { nullable }),
    ...(builder.alterDefault === false ? {} : { default: column.default ?? null }),
    ...('comment' in builder._modifiers || comment !== undefined ? { comment: comment ?? null } : {}),
    ...('collate' in builder._modifiers || collation !== undefined ? { collation: collation ?? null } : {}),
    ...wordsOf(builder),
  };
  return [
    { kind: 'alterColumn', table: ear.name, column: column.name, change, ...hearPosition(ear, builder) },
    ...ofType.map((constraint) => addsKey(constraint, ear)),
  ];
}

function hearDrop(ear: Ear, statement: AlterStatement): Operation[] | undefined {
  const { name: table } = ear;
  const [columns, name] = statement.args;
  const drop = (kind: Constraint['kind'], named: string | undefined): Operation[] => [
    { kind: 'dropConstraint', table, constraint: { kind, ...optional('name', named) } },
  ];
  const given = givenName(ear, name);
  switch (statement.method) {
    case 'dropColumn':
      return columnsIn(ear, statement.args.flat()).map((column) => ({ kind: 'dropColumn', table, column }));
    case 'dropPrimary':
      return drop('primary', givenName(ear, columns));
    case 'dropUnique':
      return drop('unique', given ?? inventedName(ear, 'unique', columns));
    case 'dropForeign':
      return drop('foreign', given ?? inventedName(ear, 'foreign', columns));
    case 'dropIndex':
      return [{ kind: 'dropIndex', table, index: given ?? inventedName(ear, 'index', columns) }];
    case 'dropChecks':
      return (bareNamesOf(statement) ?? statement.args.flat().map(String)).flatMap((check) => drop('check', check));
    default:
      return undefined;
  }
}

function hearAlterStatement(ear: Ear, statement: AlterStatement): Operation[] {
  const { name: table } = ear;
  const [first, second] = statement.args;
  const key = hearKey(ear, statement);
  if (key !== undefined)
    return [
      isIndex(key) ? { kind: 'createIndex', table, index: key } : { kind: 'addConstraint', table, constraint: key },
    ];
  if (statement.method === 'renameColumn')
    return [{ kind: 'renameColumn', table, column: ear.named(String(first)), to: ear.named(String(second)) }];
  if (statement.method === 'setNullable' || statement.method === 'dropNullable') {
    const change = { nullable: statement.method === 'setNullable' };
    return columnsIn(ear, first).map((column) => ({ kind: 'alterColumn', table, column, change }));
  }
  return hearDrop(ear, statement) ?? [{ kind: 'unread', what: `alter table ${table.name}: ${statement.method}` }];
}

function hearAlter(ear: Ear): Operation[] {
  const { builder, comment } = ear.heard;
  const columns = builder._statements.flatMap((statement) =>
    statement.grouping === 'columns' ? [statement.builder] : [],
  );
  const rest = builder._statements.filter(
    (statement): statement is AlterStatement => statement.grouping === 'alterTable',
  );
  return [
    ...columns.filter((column) => column._method === 'add').flatMap((column) => hearAdded(ear, column)),
    ...columns.filter((column) => column._method === 'alter').flatMap((column) => hearAltered(ear, column)),
    ...rest.flatMap((statement) => hearAlterStatement(ear, statement)),
    ...(comment === undefined ? [] : [{ kind: 'commentTable', table: ear.name, comment } as const]),
  ];
}

export function hearTable(
  heard: HeardTable,
  { client, dialect, named, before, remark }: Omit<Ear, 'name' | 'heard' | 'compilerOf'>,
  compilerOf: Ear['compilerOf'],
): Operation[] {
  const { _schemaName: schema, _tableName: name, _method: method } = heard.builder;
  const ear: Ear = { name: tableName(name, schema, named), heard, client, dialect, named, before, remark, compilerOf };
  if (method === 'create') return [hearCreate(ear, false)];
  if (method === 'createIfNot') return [hearCreate(ear, true)];
  if (method === 'alter') return hearAlter(ear);
  if (method === 'createLike' && ear.dialect.copiesColumnsOnly) {
    const like = tableName(String(heard.builder._tableNameLike), schema, ear.named);
    return [hearLike(ear.name, like, ear.before), ...hearAlter(ear)];
  }
  return [{ kind: 'unread', what: `${method} ${name}` }];
}
