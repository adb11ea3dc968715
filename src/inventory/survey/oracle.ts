/** Oracle's catalog beside the revisions: https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/static-data-dictionary-views.html */

import type { Column } from '../../schema/column.ts';
import type { Name } from '../../schema/name.ts';
import { entries } from '../../schema/registry.ts';
import type { Schema } from '../../schema/schema.ts';
import { type FactKind, hasDefault, type Manner, unvalidated } from './fact.ts';
import { familyIn, familyOf } from './family.ts';
import { among, type Survey, type Text, type Words } from './survey.ts';

const here = "SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')";

/** Whole numbers are NUMBER there. */
function type(column: Column): string | undefined {
  const family = familyOf(column);
  return family === 'integer' ? 'decimal' : family;
}

/** A default that was taken away stays as NULL, so that none can be told from one that says NULL. */
function fills(column: Column): boolean | undefined {
  if (column.autoIncrement || column.identity !== undefined) return undefined;
  return hasDefault(column) === true ? true : undefined;
}

const manner: Manner = {
  type,
  fills,
  unique: 'unique',
  foreign: 'name',
  tellsColumns: true,
  checks: 'named',
  implies: () => false,
  part: (part) => {
    if (typeof part === 'string') return part;
    return part.column === undefined || part.order === 'desc' ? 'an expression' : part.column;
  },
  indexes: () => true,
  saysComputed: true,
  objects: new Set(['view', 'materialized view', 'sequence', 'trigger', 'function', 'procedure']),
};

const families = {
  decimal: ['NUMBER'],
  float: ['FLOAT', 'BINARY_FLOAT', 'BINARY_DOUBLE'],
  text: ['CHAR', 'VARCHAR2', 'NCHAR', 'NVARCHAR2', 'CLOB', 'NCLOB', 'LONG'],
  date: ['DATE'],
  binary: ['RAW', 'LONG RAW', 'BLOB'],
} as const;

const tableNames = (schema: Schema) => entries(schema.tables).map(([, { name }]) => name);

function tables(schema: Schema, text: Text): readonly string[] {
  const known = (name = 'table_name') => among(['owner', name], tableNames(schema), text, here);
  const from = `FROM all_tab_cols\n  WHERE hidden_column = 'NO' AND ${known()}`;
  const named = "owner AS place, table_name || '.' || column_name AS name";
  const moments =
    "CASE WHEN data_type LIKE 'TIMESTAMP%' THEN 'timestamp' WHEN data_type LIKE 'INTERVAL%' THEN 'interval'\n        ELSE ";
  return [
    `SELECT 'table' AS kind, owner AS place, table_name AS name, 'table' AS says FROM all_tables\n  WHERE ${known()}`,
    `SELECT 'column' AS kind, ${named}, \n      CASE WHEN virtual_column = 'YES' THEN 'computed' WHEN nullable = 'Y' THEN 'null' ELSE 'not null' END AS says\n    ${from}`,
    `SELECT 'type' AS kind, ${named},\n      ${moments}${familyIn('data_type', families, text)} END AS says\n    ${from}`,
    `SELECT 'default' AS kind, ${named}, CASE WHEN default_length IS NULL THEN 'no' ELSE 'yes' END AS says\n    ${from}`,
  ];
}

const state = `CASE WHEN k.status = 'DISABLED' THEN ' DISABLED' WHEN k.validated = 'NOT VALIDATED' THEN '${unvalidated}' END`;

/** Constraints that nobody named are not told apart from those of NOT NULL. */
function keys(schema: Schema, text: Text): readonly string[] {
  const known = among(['k.owner', 'k.table_name'], tableNames(schema), text, here);
  const list = (owner: string, constraint: string) =>
    `(SELECT '(' || LISTAGG(c.column_name, ', ') WITHIN GROUP (ORDER BY c.position) || ')' FROM all_cons_columns c\n        WHERE c.owner = ${owner} AND c.constraint_name = ${constraint})`;
  const own = list('k.owner', 'k.constraint_name');
  const referred =
    '(SELECT r.table_name FROM all_constraints r WHERE r.owner = k.r_owner AND r.constraint_name = k.r_constraint_name)';
  const named = "k.owner AS place, k.table_name || '.' || k.constraint_name AS name";
  const from = `FROM all_constraints k\n  WHERE ${known}`;
  return [
    `SELECT 'primary key' AS kind, k.owner AS place, k.table_name AS name, ${own} || ${state} AS says\n    ${from} AND k.constraint_type = 'P'`,
    `SELECT 'unique' AS kind, ${named}, ${own} || ${state} AS says\n    ${from} AND k.constraint_type = 'U'`,
    `SELECT 'foreign key' AS kind, ${named},\n      ${own} || ' references ' || ${referred} || ' ' || ${list('k.r_owner', 'k.r_constraint_name')} || ${state} AS says\n    ${from} AND k.constraint_type = 'R'`,
    `SELECT 'check' AS kind, ${named}, 'check' || ${state} AS says\n    ${from} AND k.constraint_type = 'C' AND k.generated = 'USER NAME'`,
  ];
}

/** A column in descending order is an expression there; a key that found an index uses it, and others make one of their own name. */
function indexes(schema: Schema, text: Text): readonly string[] {
  const parts =
    "(SELECT '(' || LISTAGG(CASE WHEN c.column_name LIKE 'SYS\\_NC%$' ESCAPE '\\' THEN 'an expression' ELSE c.column_name END, ', ')\n" +
    "        WITHIN GROUP (ORDER BY c.column_position) || ')' FROM all_ind_columns c WHERE c.index_owner = i.owner AND c.index_name = i.index_name)";
  return [
    `SELECT 'index' AS kind, i.table_owner AS place, i.table_name || '.' || i.index_name AS name,\n` +
      `      CASE i.uniqueness WHEN 'UNIQUE' THEN 'unique ' END || ${parts}\n        || CASE i.status WHEN 'UNUSABLE' THEN ' UNUSABLE' END AS says\n` +
      "    FROM all_indexes i\n  WHERE i.index_type <> 'LOB'\n" +
      '    AND NOT EXISTS (SELECT 1 FROM all_constraints k WHERE k.owner = i.table_owner AND k.table_name = i.table_name AND k.constraint_name = i.index_name)\n' +
      `    AND ${among(['i.table_owner', 'i.table_name'], tableNames(schema), text, here)}`,
  ];
}

/** A view or a routine may be INVALID until somebody uses it: https://docs.oracle.com/en/database/oracle/oracle-database/19/adfns/schema-object-dependency.html */
function stale(schema: Schema, text: Text): string | undefined {
  const triggers = entries(schema.triggers).map(([, { table, name }]) => ({ ...table, name }));
  const names = [...objectNames(schema), ...triggers];
  if (names.length === 0) return undefined;
  return (
    "SELECT LOWER(object_type) AS kind, owner || '.' || object_name AS name, 'VALID' AS expected, status AS found\n" +
    `  FROM all_objects WHERE status <> 'VALID' AND ${among(['owner', 'object_name'], names, text, here)}\n  ORDER BY object_type, owner, object_name`
  );
}

function objectNames(schema: Schema): readonly Name[] {
  const named = (registry: 'views' | 'sequences' | 'routines') =>
    entries<{ readonly name: Name }>(schema[registry]).map(([, { name }]) => name);
  return [...named('views'), ...named('sequences'), ...named('routines')];
}

function objects(schema: Schema, text: Text): readonly string[] {
  const names = objectNames(schema);
  const triggers = entries(schema.triggers).map(([, { table, name }]) => ({ ...table, name: `${table.name}.${name}` }));
  const kinds: readonly FactKind[] = ['view', 'materialized view', 'sequence', 'function', 'procedure'];
  const upper = kinds.map((kind) => text(kind.toUpperCase())).join(', ');
  const trigger = "table_name || '.' || trigger_name";
  return [
    ...(names.length === 0
      ? []
      : [
          `SELECT LOWER(object_type) AS kind, owner AS place, object_name AS name, LOWER(object_type) AS says FROM all_objects\n` +
            `  WHERE object_type IN (${upper}) AND ${among(['owner', 'object_name'], names, text, here)}`,
        ]),
    ...(triggers.length === 0
      ? []
      : [
          `SELECT 'trigger' AS kind, table_owner AS place, ${trigger} AS name, CASE status WHEN 'DISABLED' THEN 'trigger DISABLED' ELSE 'trigger' END AS says\n` +
            `    FROM all_triggers WHERE ${among(['table_owner', trigger], triggers, text, here)}`,
        ]),
  ];
}

/** As many as a list holds: https://docs.oracle.com/en/database/oracle/oracle-database/19/lnpls/plsql-program-limits.html */
const longest = 500;

/** One text a row, cut where a sign stands that none of them holds; SELECTs in a row would be read more slowly the more there are. */
const listedRows: Words['rows'] = (rows, text) => {
  const sign =
    ['|', '~', '^', '!', '?', '*', '='].find((one) => !rows.some((row) => row.join('').includes(one))) ?? '\t';
  const at = (nth: number) => `INSTR(column_value, ${text(sign)}, 1, ${nth})`;
  const between = (from: number) => `SUBSTR(column_value, ${at(from)} + 1, ${at(from + 1)} - ${at(from)} - 1)`;
  const cells = [
    `SUBSTR(column_value, 1, ${at(1)} - 1) AS kind`,
    `${between(1)} AS place`,
    `${between(2)} AS name`,
    `SUBSTR(column_value, ${at(3)} + 1) AS says`,
  ].join(',\n      ');
  const lists: string[] = [];
  for (let n = 0; n < rows.length; n += longest) {
    const items = rows.slice(n, n + longest).map((row) => `      ${text(row.join(sign))}`);
    lists.push(`SELECT ${cells}\n    FROM TABLE(SYS.ODCIVARCHAR2LIST(\n${items.join(',\n')}))`);
  }
  return `(${lists.join('\n    UNION ALL\n    ')}) told`;
};

const asText = (expression: string) => `CAST(${expression} AS VARCHAR2(4000))`;

export const oracleSurvey: Survey = {
  manner: () => manner,
  found: (schema, text) => ({
    tables: tables(schema, text),
    keys: keys(schema, text),
    indexes: indexes(schema, text),
    objects: objects(schema, text),
  }),
  stale,
  words: {
    here,
    rows: listedRows,
    joined: (...parts) => parts.join(' || '),
    cast: asText,
    exact: asText,
  },
};
