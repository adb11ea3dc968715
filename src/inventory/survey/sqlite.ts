/** SQLite's catalog beside the revisions: https://www.sqlite.org/pragma.html#pragfunc */

import { listed } from '../../dialect/client/spelling.ts';
import type { Column } from '../../schema/column.ts';
import type { Name } from '../../schema/name.ts';
import { entries } from '../../schema/registry.ts';
import type { Schema } from '../../schema/schema.ts';
import type { Table } from '../../schema/table.ts';
import { sqliteAccent } from '../canonical/sqlite.ts';
import { checkName, hasDefault, type Manner } from './fact.ts';
import type { Found, Survey, Text } from './survey.ts';

const here = "'main'";

/** Whoever makes a type of several words or an enum writes more than its name. */
function type(column: Column): string | undefined {
  if (column.autoIncrement || column.computed !== undefined || Array.isArray(column.type.args[0])) return undefined;
  const written = sqliteAccent.type(column);
  return /^[a-z][a-z0-9 ]*(?:\(\d+(?:,\d+)?\))?$/.test(written) ? written : undefined;
}

const manner: Manner = {
  type,
  fills: (column) => (column.autoIncrement || column.computed !== undefined ? undefined : hasDefault(column)),
  unique: 'index',
  foreign: 'columns',
  tellsColumns: true,
  checks: 'named',
  implies: () => false,
  part: (part) => (typeof part === 'string' ? part : (part.column ?? 'an expression')),
  indexes: () => true,
  objects: new Set(['view', 'trigger']),
};

const tablesOf = (schema: Schema): readonly Table[] => entries(schema.tables).map(([, table]) => table);

const isStrict = ({ options }: Table): boolean => options?.strict === true;

function within(expression: string, names: readonly string[], text: Text): string {
  return names.length === 0 ? '1 = 0' : `${expression} IN (\n    ${listed(names.map(text))})`;
}

const tableNames = (schema: Schema): readonly string[] => tablesOf(schema).map(({ name }) => name.name);

function tables(schema: Schema, text: Text): readonly string[] {
  const known = within('m.name', tableNames(schema), text);
  const columns = `FROM sqlite_master m JOIN pragma_table_xinfo(m.name) c\n  WHERE m.type = 'table' AND c.hidden <> 1 AND ${known}`;
  const strict = within(
    'm.name',
    tablesOf(schema)
      .filter(isStrict)
      .map(({ name }) => name.name),
    text,
  );
  const named = `${here} AS place, m.name || '.' || c.name AS name`;
  const written = "replace(replace(lower(c.type), ', ', ','), ' (', '(')";
  return [
    `SELECT 'table' AS kind, ${here} AS place, m.name AS name, 'table' AS says FROM sqlite_master m\n  WHERE m.type = 'table' AND ${known}`,
    `SELECT 'column' AS kind, ${named}, CASE WHEN c.[notnull] OR (c.pk > 0 AND ${strict}) THEN 'not null' ELSE 'null' END AS says\n    ${columns}`,
    `SELECT 'type' AS kind, ${named}, ${written} AS says\n    ${columns} AND NOT ${strict}`,
    `SELECT 'default' AS kind, ${named}, CASE WHEN c.dflt_value IS NULL OR lower(c.dflt_value) = 'null' THEN 'no' ELSE 'yes' END AS says\n    ${columns}`,
  ];
}

/** Quotes within quoted names stand twice in what the engine keeps of a table. */
const undoubled = (sql: string): string => `replace(replace(${sql}, '\`\`', '\`'), '""', '"')`;

function keys(schema: Schema, text: Text): readonly string[] {
  const known = within('m.name', tableNames(schema), text);
  const from = (source: string, order: string) =>
    `(SELECT m.name AS tbl, c.* FROM sqlite_master m JOIN ${source} c\n      WHERE m.type = 'table' AND ${known} ORDER BY m.name, ${order})`;
  const named = tablesOf(schema).flatMap(({ name, constraints }) =>
    constraints.flatMap((key) =>
      key.kind === 'check' && key.name !== undefined ? [[name.name, checkName(key.name)] as const] : [],
    ),
  );
  return [
    `SELECT 'primary key' AS kind, ${here} AS place, tbl AS name, '(' || group_concat(name, ', ') || ')' AS says\n    FROM ${from('pragma_table_info(m.name)', 'c.pk')} WHERE pk > 0 GROUP BY tbl`,
    `SELECT 'foreign key' AS kind, ${here} AS place, tbl || '.(' || group_concat([from], ', ') || ')' AS name, 'references ' || max([table]) AS says\n    FROM ${from('pragma_foreign_key_list(m.name)', 'c.id, c.seq')} GROUP BY tbl, id`,
    ...(named.length === 0
      ? []
      : [
          `SELECT 'check' AS kind, ${here} AS place, k.column1 || '.' || k.column2 AS name, 'check' AS says\n    FROM (VALUES ${named.map((pair) => `(${pair.map(text).join(', ')})`).join(', ')}) k\n` +
            "    JOIN sqlite_master m ON m.type = 'table' AND m.name = k.column1" +
            ` AND instr(${undoubled('m.sql')}, ${undoubled('k.column2')}) > 0`,
        ]),
  ];
}

/** What a constraint makes for itself has no text. */
function indexes(schema: Schema, text: Text): readonly string[] {
  const parts =
    "(SELECT group_concat(coalesce(p.name, 'an expression'), ', ') FROM (SELECT * FROM pragma_index_info(m.name) ORDER BY seqno) p)";
  return [
    `SELECT 'index' AS kind, ${here} AS place, m.tbl_name || '.' || m.name AS name,\n` +
      `      CASE WHEN l.[unique] THEN 'unique ' ELSE '' END || '(' || ${parts} || ')' AS says\n` +
      '    FROM sqlite_master m JOIN pragma_index_list(m.tbl_name) l ON l.name = m.name\n' +
      `  WHERE m.type = 'index' AND m.sql IS NOT NULL AND ${within('m.tbl_name', tableNames(schema), text)}`,
  ];
}

function objects(schema: Schema, text: Text): readonly string[] {
  const views = entries<{ readonly name: Name }>(schema.views).map(([, { name }]) => name.name);
  const triggers = entries(schema.triggers).map(([, { table, name }]) => `${table.name}.${name}`);
  const trigger = "tbl_name || '.' || name";
  return [
    `SELECT 'view' AS kind, ${here} AS place, name, 'view' AS says FROM sqlite_master\n  WHERE type = 'view' AND ${within('name', views, text)}`,
    `SELECT 'trigger' AS kind, ${here} AS place, ${trigger} AS name, 'trigger' AS says FROM sqlite_master\n  WHERE type = 'trigger' AND ${within(trigger, triggers, text)}`,
  ];
}

const found = (schema: Schema, text: Text): Found => ({
  tables: tables(schema, text),
  keys: keys(schema, text),
  indexes: indexes(schema, text),
  objects: entries(schema.views).length + entries(schema.triggers).length === 0 ? [] : objects(schema, text),
});

export const sqliteSurvey: Survey = {
  manner: () => manner,
  found,
  words: {
    here,
    rows: (rows, text) =>
      `(SELECT column1 AS kind, column2 AS place, column3 AS name, column4 AS says FROM (VALUES\n${rows.map((row) => `    (${row.map(text).join(', ')})`).join(',\n')}\n  )) told`,
    joined: (...parts) => parts.join(' || '),
    cast: (expression) => expression,
    exact: (expression) => expression,
  },
};
