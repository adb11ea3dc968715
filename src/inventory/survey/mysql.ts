/** The catalog of MySQL and MariaDB beside the revisions: https://dev.mysql.com/doc/refman/8.4/en/information-schema.html */

import { isKeyed as leadsKey } from '../../dialect/mysql/definition.ts';
import { isAtLeast } from '../../dialect/version.ts';
import type { Column } from '../../schema/column.ts';
import { filledBy } from '../../schema/constraint.ts';
import type { Name } from '../../schema/name.ts';
import { entries } from '../../schema/registry.ts';
import type { Schema } from '../../schema/schema.ts';
import type { Table } from '../../schema/table.ts';
import { mysqlAccent } from '../canonical/mysql.ts';
import { type FactKind, hasDefault, type Manner, namesItsChecks } from './fact.ts';
import { among, type Survey, selectedRows, type Text } from './survey.ts';

const here = 'DATABASE()';

/** Types that the catalog writes as they are written here, but for the widths of integers. */
const plain =
  /^(?:(?:(?:tiny|small|medium|big)?int|decimal\(\d+,\d+\)|float|double|bit\(\d+\)|year)(?: unsigned)?|(?:var)?(?:char|binary)\(\d+\)|(?:tiny|medium|long)?(?:text|blob)|date|(?:datetime|timestamp|time)(?:\(\d\))?|json|(?:enum|set)\([^\\]*\))$/;

function typeIn(mariadb: boolean): Manner['type'] {
  return (column) => {
    const type = mysqlAccent.type(column).replace(/^tinyint\(1\)/, 'tinyint');
    if (!plain.test(type)) return undefined;
    return mariadb && type === 'json' ? 'longtext' : type; // https://mariadb.com/kb/en/json/
  };
}

/**
 * A moment that is given no value may get one of its own, and so does a key's column that does not say NOT NULL:
 * https://dev.mysql.com/doc/refman/8.4/en/timestamp-initialization.html
 */
function fills(column: Column, table: Table): boolean | undefined {
  // https://dev.mysql.com/doc/refman/8.4/en/example-auto-increment.html: without a key there is no numbering
  const numbered = column.autoIncrement || column.identity !== undefined;
  if ((numbered && leadsKey(table, column.name)) || column.computed !== undefined) return true;
  const given = hasDefault(column);
  const implied =
    /^timestamp/i.test(column.sqlType.trim()) ||
    table.constraints.some((key) => filledBy(key, table).includes(column.name));
  return given === false && implied ? undefined : given;
}

const objects: ReadonlySet<FactKind> = new Set(['view', 'trigger', 'function', 'procedure']);

const mysqlManner: Manner = {
  type: typeIn(false),
  fills,
  unique: 'index',
  foreign: 'name',
  tellsColumns: true,
  checks: 'none',
  implies: () => false,
  part: (part) => (typeof part === 'string' ? part : (part.column ?? 'an expression')),
  indexes: () => true,
  objects,
};

const mariadbManner: Manner = {
  ...mysqlManner,
  type: typeIn(true),
  checks: 'all',
  objects: new Set([...objects, 'sequence']),
};

const tablesOf = (schema: Schema): readonly Table[] => entries(schema.tables).map(([, table]) => table);
const namesOf = (tables: readonly Table[]): readonly Name[] => tables.map(({ name }) => name);

const ofTables = (names: readonly Name[], text: Text): string =>
  among(['TABLE_SCHEMA', 'TABLE_NAME'], names, text, here);

const written = [
  "CASE WHEN DATA_TYPE IN ('tinyint', 'smallint', 'mediumint', 'int', 'bigint', 'year')",
  "        THEN CONCAT(DATA_TYPE, IF(LOCATE('unsigned', COLUMN_TYPE) > 0, ' unsigned', '')) ELSE COLUMN_TYPE END",
].join('\n');

function tables(schema: Schema, text: Text): readonly string[] {
  const known = ofTables(namesOf(tablesOf(schema)), text);
  const columns = `FROM information_schema.COLUMNS\n  WHERE ${known}`;
  const named = "TABLE_SCHEMA AS place, CONCAT(TABLE_NAME, '.', COLUMN_NAME) AS name";
  const full =
    "(COLUMN_DEFAULT IS NOT NULL AND COLUMN_DEFAULT <> 'NULL')\n      OR EXTRA LIKE '%auto_increment%' OR EXTRA LIKE '%GENERATED%' OR EXTRA LIKE '%VIRTUAL%' OR EXTRA LIKE '%PERSISTENT%'";
  return [
    `SELECT 'table' AS kind, TABLE_SCHEMA AS place, TABLE_NAME AS name, 'table' AS says\n    FROM information_schema.TABLES\n  WHERE TABLE_TYPE NOT IN ('VIEW', 'SEQUENCE') AND ${known}`,
    `SELECT 'column' AS kind, ${named}, IF(IS_NULLABLE = 'YES', 'null', 'not null') AS says\n    ${columns}`,
    `SELECT 'type' AS kind, ${named},\n      ${written} AS says\n    ${columns}`,
    `SELECT 'default' AS kind, ${named},\n      IF(${full}, 'yes', 'no') AS says\n    ${columns}`,
  ];
}

function keys(schema: Schema, text: Text, manner: Manner): readonly string[] {
  const all = tablesOf(schema);
  const key = (kind: string, name: string, says: string, names: readonly Name[], condition: string) =>
    `SELECT ${text(kind)} AS kind, TABLE_SCHEMA AS place, ${name} AS name,\n      ${says} AS says\n    FROM information_schema.KEY_COLUMN_USAGE\n` +
    `  WHERE ${condition} AND ${ofTables(names, text)}\n  GROUP BY TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_NAME`;
  const list = (column: string) => `'(', GROUP_CONCAT(${column} ORDER BY ORDINAL_POSITION SEPARATOR ', '), ')'`;
  const foreign = `CONCAT(${list('COLUMN_NAME')}, ' references ', MAX(REFERENCED_TABLE_NAME), ' ', ${list('REFERENCED_COLUMN_NAME')})`;
  return [
    key('primary key', 'TABLE_NAME', `CONCAT(${list('COLUMN_NAME')})`, namesOf(all), "CONSTRAINT_NAME = 'PRIMARY'"),
    key(
      'foreign key',
      "CONCAT(TABLE_NAME, '.', CONSTRAINT_NAME)",
      foreign,
      namesOf(all),
      'REFERENCED_TABLE_NAME IS NOT NULL',
    ),
    ...(manner.checks === 'all' ? checks(all, text, manner) : []),
  ];
}

/** A column of JSON brings a check of its own, which keeps its name when the column gets another. */
const notOfJson = "NOT (LEVEL = 'Column' AND CHECK_CLAUSE REGEXP '^json_valid[(]`([^`]|``)+`[)]$')";

/** https://mariadb.com/kb/en/information-schema-check_constraints-table/ */
function checks(all: readonly Table[], text: Text, manner: Manner): readonly string[] {
  const naming = namesOf(all.filter((table) => namesItsChecks(table, manner)));
  const counted = namesOf(all.filter((table) => !namesItsChecks(table, manner)));
  const from = (names: readonly Name[]) =>
    `FROM information_schema.CHECK_CONSTRAINTS\n  WHERE ${notOfJson} AND ${among(['CONSTRAINT_SCHEMA', 'TABLE_NAME'], names, text, here)}`;
  return [
    `SELECT 'check' AS kind, CONSTRAINT_SCHEMA AS place, CONCAT(TABLE_NAME, '.', CONSTRAINT_NAME) AS name, 'check' AS says\n    ${from(naming)}`,
    `SELECT 'checks' AS kind, CONSTRAINT_SCHEMA AS place, TABLE_NAME AS name, CAST(COUNT(*) AS CHAR) AS says\n    ${from(counted)}\n  GROUP BY CONSTRAINT_SCHEMA, TABLE_NAME`,
  ];
}

/** A foreign key may have made an index under its own name. */
function indexes(schema: Schema, text: Text): readonly string[] {
  const all = tablesOf(schema);
  const brought = all.flatMap((table) =>
    table.constraints.flatMap((key) => {
      const own = table.indexes.some(({ name }) => name === key.name);
      return key.kind !== 'foreign' || own ? [] : [{ ...table.name, name: `${table.name.name}.${key.name}` }];
    }),
  );
  const name = "CONCAT(TABLE_NAME, '.', INDEX_NAME)";
  const other = brought.length === 0 ? '' : `NOT (${among(['TABLE_SCHEMA', name], brought, text, here)}) AND `;
  return [
    `SELECT 'index' AS kind, TABLE_SCHEMA AS place, ${name} AS name,\n` +
      "      CONCAT(IF(MAX(NON_UNIQUE) = 0, 'unique ', ''), '(', GROUP_CONCAT(COALESCE(COLUMN_NAME, 'an expression') ORDER BY SEQ_IN_INDEX SEPARATOR ', '), ')') AS says\n" +
      `    FROM information_schema.STATISTICS\n  WHERE INDEX_NAME <> 'PRIMARY' AND ${other}${ofTables(namesOf(all), text)}\n  GROUP BY TABLE_SCHEMA, TABLE_NAME, INDEX_NAME`,
  ];
}

function objectsOf(schema: Schema, text: Text, manner: Manner): readonly string[] {
  const find = (names: readonly Name[], select: string, place: string, name: string): readonly string[] =>
    names.length === 0 ? [] : [`${select} AND ${among([place, name], names, text, here)}`];
  const named = (registry: 'views' | 'sequences' | 'routines') =>
    entries<{ readonly name: Name }>(schema[registry]).map(([, one]) => one.name);
  const triggers = entries(schema.triggers).map(([, { table, name }]) => ({ ...table, name: `${table.name}.${name}` }));
  const trigger = "CONCAT(EVENT_OBJECT_TABLE, '.', TRIGGER_NAME)";
  const table = (kind: string) =>
    `SELECT '${kind.toLowerCase()}' AS kind, TABLE_SCHEMA AS place, TABLE_NAME AS name, '${kind.toLowerCase()}' AS says\n    FROM information_schema.TABLES WHERE TABLE_TYPE = '${kind}'`;
  return [
    ...find(named('views'), table('VIEW'), 'TABLE_SCHEMA', 'TABLE_NAME'),
    ...(manner.objects.has('sequence')
      ? find(named('sequences'), table('SEQUENCE'), 'TABLE_SCHEMA', 'TABLE_NAME')
      : []),
    ...find(
      named('routines'),
      'SELECT LOWER(ROUTINE_TYPE) AS kind, ROUTINE_SCHEMA AS place, ROUTINE_NAME AS name, LOWER(ROUTINE_TYPE) AS says\n    FROM information_schema.ROUTINES WHERE 1 = 1',
      'ROUTINE_SCHEMA',
      'ROUTINE_NAME',
    ),
    ...find(
      triggers,
      `SELECT 'trigger' AS kind, TRIGGER_SCHEMA AS place, ${trigger} AS name, 'trigger' AS says\n    FROM information_schema.TRIGGERS WHERE 1 = 1`,
      'EVENT_OBJECT_SCHEMA',
      trigger,
    ),
  ];
}

const words: Survey['words'] = {
  here,
  rows: selectedRows,
  joined: (...parts) => `CONCAT(${parts.join(', ')})`,
  // where names of tables are kept in lower case, they are not what the revisions say: https://dev.mysql.com/doc/refman/8.4/en/identifier-case-sensitivity.html
  cast: (expression) => `CONVERT(${expression} USING utf8mb4) COLLATE utf8mb4_general_ci`,
  exact: (expression) => `CONVERT(${expression} USING utf8mb4) COLLATE utf8mb4_bin`,
};

function surveyOf(manner: Survey['manner']): Survey {
  return {
    manner,
    words,
    found: (schema, text, version) => ({
      tables: tables(schema, text),
      keys: keys(schema, text, manner(version)),
      indexes: indexes(schema, text),
      objects: objectsOf(schema, text, manner(version)),
    }),
  };
}

export const mysqlSurvey: Survey = surveyOf(() => mysqlManner);

/** https://jira.mariadb.org/browse/MDEV-14474: checks are listed since 10.2.22, with their tables since 10.3.10 */
export const mariadbSurvey: Survey = surveyOf((version) =>
  isAtLeast(version, '10.5') ? mariadbManner : { ...mariadbManner, checks: 'none' },
);
