/** SQL Server's catalog beside the revisions: https://learn.microsoft.com/sql/relational-databases/system-catalog-views/catalog-views-transact-sql */

import { bracketed, qualified } from '../../dialect/client/spelling.ts';
import type { Name } from '../../schema/name.ts';
import { entries } from '../../schema/registry.ts';
import type { Schema } from '../../schema/schema.ts';
import { hasDefault, type Manner, unvalidated } from './fact.ts';
import { familyIn, familyOf } from './family.ts';
import { type Survey, type Text, valuesRows } from './survey.ts';

const here = 'SCHEMA_NAME()';

const manner: Manner = {
  type: familyOf,
  fills: (column) => column.autoIncrement || column.identity !== undefined || hasDefault(column),
  unique: 'index',
  foreign: 'name',
  tellsColumns: true,
  checks: 'named',
  implies: () => false,
  part: (part) => (typeof part === 'string' ? part : (part.column ?? 'an expression')),
  /** Columnstores hold columns and have no order. */
  indexes: ({ method }) => !/columnstore/i.test(method ?? ''),
  saysComputed: true,
  objects: new Set(['view', 'sequence', 'trigger', 'function', 'procedure', 'schema']),
};

const families = {
  integer: ['tinyint', 'smallint', 'int', 'bigint'],
  decimal: ['decimal', 'numeric', 'money', 'smallmoney'],
  float: ['float', 'real'],
  text: ['char', 'varchar', 'nchar', 'nvarchar', 'text', 'ntext'],
  timestamp: ['datetime', 'datetime2', 'smalldatetime', 'datetimeoffset', 'timestamp'],
  uuid: ['uniqueidentifier'],
  binary: ['binary', 'varbinary', 'image'],
} as const;

/** Names are compared as the database compares its own. */
const plain = (expression: string) => `(${expression}) COLLATE DATABASE_DEFAULT`;
const place = plain('SCHEMA_NAME(o.schema_id)');
const ofTable = (name: string) => plain(`o.name + N'.' + ${name}`);

/** What is not there has no number. */
function among(id: string, names: readonly Name[], text: Text): string {
  if (names.length === 0) return '1 = 0';
  return `${id} IN (\n    ${names.map((name) => `OBJECT_ID(${text(qualified(name, bracketed))})`).join(',\n    ')})`;
}

/** https://learn.microsoft.com/sql/relational-databases/xml/use-path-mode-with-for-xml */
const listed = (name: string, rest: string) =>
  `N'(' + STUFF((SELECT N', ' + ${name} ${rest}\n      FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'') + N')'`;

const indexed = listed(
  'c.name',
  'FROM sys.index_columns ic JOIN sys.columns c ON c.object_id = ic.object_id AND c.column_id = ic.column_id\n' +
    '      WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 0 ORDER BY ic.key_ordinal',
);

const tableNames = (schema: Schema) => entries(schema.tables).map(([, { name }]) => name);

function tables(schema: Schema, text: Text): readonly string[] {
  const from = `FROM sys.tables o JOIN sys.columns c ON c.object_id = o.object_id\n  WHERE ${among('o.object_id', tableNames(schema), text)}`;
  const named = `${place} AS place, ${ofTable('c.name')} AS name`;
  const type = plain('TYPE_NAME(c.system_type_id)');
  return [
    `SELECT N'table' AS kind, ${place} AS place, ${plain('o.name')} AS name, N'table' AS says\n    FROM sys.tables o WHERE ${among('o.object_id', tableNames(schema), text)}`,
    `SELECT N'column' AS kind, ${named}, \n      CASE WHEN c.is_computed = 1 THEN N'computed' WHEN c.is_nullable = 1 THEN N'null' ELSE N'not null' END AS says\n    ${from}`,
    `SELECT N'type' AS kind, ${named},\n      ${familyIn(type, families, text)} AS says\n    ${from} AND c.is_computed = 0`,
    `SELECT N'default' AS kind, ${named},\n      CASE WHEN c.default_object_id <> 0 OR c.is_identity = 1 THEN N'yes' ELSE N'no' END AS says\n    ${from}`,
  ];
}

/** A check that is not trusted was not looked for in the rows that were there. */
const trusted = `CASE WHEN k.is_disabled = 1 THEN N' DISABLED' WHEN k.is_not_trusted = 1 THEN N'${unvalidated}' ELSE N'' END`;

function keys(schema: Schema, text: Text): readonly string[] {
  const known = among('o.object_id', tableNames(schema), text);
  const foreign = (side: 'parent' | 'referenced') =>
    listed(
      'c.name',
      `FROM sys.foreign_key_columns f JOIN sys.columns c ON c.object_id = f.${side}_object_id AND c.column_id = f.${side}_column_id\n      WHERE f.constraint_object_id = k.object_id ORDER BY f.constraint_column_id`,
    );
  return [
    `SELECT N'primary key' AS kind, ${place} AS place, ${plain('o.name')} AS name, ${plain(indexed)} AS says\n` +
      `    FROM sys.tables o JOIN sys.indexes i ON i.object_id = o.object_id AND i.is_primary_key = 1\n  WHERE ${known}`,
    `SELECT N'foreign key' AS kind, ${place} AS place, ${ofTable('k.name')} AS name,\n` +
      `      ${plain(`${foreign('parent')} + N' references ' + OBJECT_NAME(k.referenced_object_id) + N' ' + ${foreign('referenced')} + ${trusted}`)} AS says\n` +
      `    FROM sys.foreign_keys k JOIN sys.tables o ON o.object_id = k.parent_object_id\n  WHERE ${known}`,
    `SELECT N'check' AS kind, ${place} AS place, ${ofTable('k.name')} AS name, ${plain(`N'check' + ${trusted}`)} AS says\n` +
      `    FROM sys.check_constraints k JOIN sys.tables o ON o.object_id = k.parent_object_id\n  WHERE k.is_system_named = 0 AND ${known}`,
  ];
}

function indexes(schema: Schema, text: Text): readonly string[] {
  return [
    `SELECT N'index' AS kind, ${place} AS place, ${ofTable('i.name')} AS name,\n` +
      `      ${plain(`CASE i.is_unique WHEN 1 THEN N'unique ' ELSE N'' END + ${indexed} + CASE i.is_disabled WHEN 1 THEN N' DISABLED' ELSE N'' END`)} AS says\n` +
      '    FROM sys.tables o JOIN sys.indexes i ON i.object_id = o.object_id\n' +
      `  WHERE i.type IN (1, 2) AND i.is_primary_key = 0 AND ${among('o.object_id', tableNames(schema), text)}`,
  ];
}

function objects(schema: Schema, text: Text): readonly string[] {
  const named = (registry: 'views' | 'sequences' | 'routines') =>
    entries<{ readonly name: Name }>(schema[registry]).map(([, { name }]) => name);
  const names = [...named('views'), ...named('sequences'), ...named('routines')];
  const kinds = { view: ['V'], sequence: ['SO'], procedure: ['P', 'PC'], function: ['FN', 'IF', 'TF', 'FS', 'FT'] };
  const word = `CASE ${Object.entries(kinds)
    .map(([says, types]) => `WHEN ${plain('o.type')} IN (${types.map(text).join(', ')}) THEN ${text(says)}`)
    .join('\n        ')} ELSE ${plain('o.type')} END`;
  const triggers = entries(schema.triggers).map(([, trigger]) => trigger);
  const schemas = entries(schema.schemas).map(([, name]) => name);
  return [
    ...(names.length === 0
      ? []
      : [
          `SELECT ${word} AS kind, ${place} AS place, ${plain('o.name')} AS name,\n      ${word} AS says\n    FROM sys.objects o WHERE ${among('o.object_id', names, text)}`,
        ]),
    ...(triggers.length === 0
      ? []
      : [
          `SELECT N'trigger' AS kind, ${place} AS place, ${ofTable('t.name')} AS name, CASE t.is_disabled WHEN 1 THEN N'trigger DISABLED' ELSE N'trigger' END AS says\n` +
            `    FROM sys.triggers t JOIN sys.objects o ON o.object_id = t.parent_id\n  WHERE ${among(
              'o.object_id',
              triggers.map(({ table }) => table),
              text,
            )} AND ${plain('t.name')} IN (${triggers.map(({ name }) => text(name)).join(', ')})`,
        ]),
    ...(schemas.length === 0
      ? []
      : [
          `SELECT N'schema' AS kind, ${here} AS place, ${plain('s.name')} AS name, N'schema' AS says\n    FROM sys.schemas s WHERE ${plain('s.name')} IN (${schemas.map(text).join(', ')})`,
        ]),
  ];
}

export const mssqlSurvey: Survey = {
  manner: () => manner,
  found: (schema, text) => ({
    tables: tables(schema, text),
    keys: keys(schema, text),
    indexes: indexes(schema, text),
    objects: objects(schema, text),
  }),
  words: {
    here,
    rows: valuesRows,
    joined: (...parts) => parts.join(' + '),
    cast: (expression) => `CAST(${expression} AS nvarchar(4000)) COLLATE DATABASE_DEFAULT`,
    exact: (expression) => `CAST(${expression} AS nvarchar(4000)) COLLATE Latin1_General_BIN2`,
  },
};
