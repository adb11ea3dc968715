/** PostgreSQL's catalog beside the revisions: https://www.postgresql.org/docs/current/catalogs.html */

import type { Column } from '../../schema/column.ts';
import type { Name } from '../../schema/name.ts';
import { entries } from '../../schema/registry.ts';
import type { Schema } from '../../schema/schema.ts';
import { postgresAccent } from '../canonical/postgres.ts';
import { type FactKind, hasDefault, type Manner, namesItsChecks, unvalidated } from './fact.ts';
import { among, type Found, type Survey, type Text, valuesRows } from './survey.ts';

const here = 'current_schema()';

/** Types that the catalog writes as they are written here. */
const plain =
  /^(?:smallint|integer|bigint|numeric|real|double precision|character varying|character|text|boolean|date|bytea|jsonb?|uuid|inet|cidr|macaddr8?|xml|money|tsvector|tsquery|interval|bit varying|(?:time|timestamp)(?:\(\d\))? with(?:out)? time zone)(?:\(\d+(?:,\d+)?\))?(?:\[\])*$/;

function type(column: Column, schema: Schema): string | undefined {
  const written = postgresAccent.type(column);
  if (plain.test(written)) return written;
  return entries(schema.enums).some(([key]) => key === written) ? written : undefined;
}

const objects: ReadonlySet<FactKind> = new Set([
  'view',
  'materialized view',
  'sequence',
  'enum',
  'trigger',
  'function',
  'procedure',
  'extension',
  'schema',
]);

export const postgresManner: Manner = {
  type,
  fills: (column) =>
    postgresAccent.numbered(column) ||
    column.identity !== undefined ||
    column.computed !== undefined ||
    hasDefault(column),
  unique: 'unique',
  foreign: 'name',
  tellsColumns: true,
  checks: 'all',
  implies: ({ type: { name, args } }) => {
    const [values, options] = args as [unknown, { readonly useNative?: boolean } | undefined];
    return (name === 'enu' || name === 'enum') && Array.isArray(values) && options?.useNative !== true;
  },
  part: (part) => (typeof part === 'string' ? part : (part.column ?? 'an expression')),
  indexes: () => true,
  objects,
};

/** Names without their quotes, and the usual six digits without a word: as the accent writes them. */
const written = `replace(replace(format_type(a.atttypid, a.atttypmod), '"', ''), '(6) with', ' with')`;

const inSpace = 'JOIN pg_namespace n ON n.oid = c.relnamespace';
const names = (schema: Schema) => entries(schema.tables).map(([, { name }]) => name);

const columnList = (keys: string, relation: string) =>
  `(SELECT '(' || string_agg(a.attname, ', ' ORDER BY u.at) || ')' FROM unnest(${keys}) WITH ORDINALITY u (num, at)\n` +
  `      JOIN pg_attribute a ON a.attrelid = ${relation} AND a.attnum = u.num)`;

function tables(schema: Schema, text: Text): readonly string[] {
  const known = among(['n.nspname', 'c.relname'], names(schema), text, here);
  const from = `FROM pg_class c ${inSpace}`;
  const columns = `${from}\n    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped\n  WHERE c.relkind IN ('r', 'p') AND ${known}`;
  const named = "n.nspname AS place, c.relname || '.' || a.attname AS name";
  return [
    `SELECT 'table' AS kind, n.nspname AS place, c.relname AS name, 'table' AS says ${from}\n  WHERE c.relkind IN ('r', 'p') AND ${known}`,
    `SELECT 'column' AS kind, ${named}, CASE WHEN a.attnotnull THEN 'not null' ELSE 'null' END AS says ${columns}`,
    `SELECT 'type' AS kind, ${named}, ${written} AS says ${columns}`,
    `SELECT 'default' AS kind, ${named}, CASE WHEN a.atthasdef OR a.attidentity <> '' THEN 'yes' ELSE 'no' END AS says ${columns}`,
  ];
}

function keys(schema: Schema, text: Text): readonly string[] {
  const from = `FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid ${inSpace}`;
  const own = 'k.conparentid = 0';
  const pair = ['n.nspname', 'c.relname'] as const;
  const known = among(pair, names(schema), text, here);
  const all = entries(schema.tables).map(([, table]) => table);
  const naming = all.filter((table) => namesItsChecks(table, postgresManner)).map(({ name }) => name);
  const counted = all.filter((table) => !namesItsChecks(table, postgresManner)).map(({ name }) => name);
  const valid = `CASE WHEN k.convalidated THEN '' ELSE '${unvalidated}' END`;
  const referred = '(SELECT r.relname FROM pg_class r WHERE r.oid = k.confrelid)';
  const kind =
    "CASE k.contype WHEN 'p' THEN 'primary key' WHEN 'u' THEN 'unique' WHEN 'f' THEN 'foreign key' WHEN 'x' THEN 'exclude' ELSE 'check' END";
  return [
    `SELECT ${kind} AS kind, n.nspname AS place,\n      c.relname || CASE k.contype WHEN 'p' THEN '' ELSE '.' || k.conname END AS name,\n` +
      `      CASE k.contype WHEN 'x' THEN 'exclude' ELSE ${columnList('k.conkey', 'k.conrelid')} END\n` +
      `        || CASE k.contype WHEN 'f' THEN ' references ' || ${referred} || ' ' || ${columnList('k.confkey', 'k.confrelid')} ELSE '' END\n        || ${valid} AS says\n` +
      `    ${from}\n  WHERE k.contype IN ('p', 'u', 'f', 'x') AND ${own} AND ${known}`,
    `SELECT 'check' AS kind, n.nspname AS place, c.relname || '.' || k.conname AS name, 'check' || ${valid} AS says\n    ${from}\n` +
      `  WHERE k.contype = 'c' AND ${own} AND k.conislocal AND ${among(pair, naming, text, here)}`,
    `SELECT 'checks' AS kind, n.nspname AS place, c.relname AS name, count(*)::text AS says\n    ${from}\n` +
      `  WHERE k.contype = 'c' AND ${own} AND k.conislocal AND ${among(pair, counted, text, here)}\n  GROUP BY n.nspname, c.relname`,
  ];
}

function indexes(schema: Schema, text: Text): readonly string[] {
  const views = entries(schema.views).flatMap(([, { name, materialized }]): readonly Name[] =>
    materialized ? [name] : [],
  );
  const parts =
    "(SELECT '(' || string_agg(coalesce(a.attname, 'an expression'), ', ' ORDER BY u.at) || ')'\n" +
    '      FROM generate_series(1, i.indnkeyatts) u (at)\n' +
    '      LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = (i.indkey::int2[])[u.at - 1] AND a.attnum <> 0)';
  return [
    `SELECT 'index' AS kind, n.nspname AS place, c.relname || '.' || x.relname AS name,\n` +
      `      CASE WHEN i.indisunique THEN 'unique ' ELSE '' END || ${parts}\n        || CASE WHEN i.indisvalid THEN '' ELSE ' INVALID' END AS says\n` +
      `    FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid ${inSpace}\n` +
      `  WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.conrelid = c.oid AND k.contype IN ('p', 'u', 'x'))\n` +
      `    AND ${among(['n.nspname', 'c.relname'], [...names(schema), ...views], text, here)}`,
  ];
}

function objectsOf(schema: Schema, text: Text): readonly string[] {
  const named = (registry: 'views' | 'sequences' | 'enums' | 'routines') =>
    entries<{ readonly name: Name }>(schema[registry]).map(([, { name }]) => name);
  const keysOf = (registry: 'extensions' | 'schemas') => entries<unknown>(schema[registry]).map(([key]) => key);
  const triggers = entries(schema.triggers).map(([, { table, name }]) => ({ ...table, name: `${table.name}.${name}` }));
  const relation = "CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' ELSE 'sequence' END";
  const routine = "CASE p.prokind WHEN 'p' THEN 'procedure' ELSE 'function' END";
  const select = (kind: string, name: string, says: string, from: string) =>
    `SELECT ${kind} AS kind, n.nspname AS place, ${name} AS name,\n      ${says} AS says\n    FROM ${from}`;
  return [
    ...where(['n.nspname', 'c.relname'], [...named('views'), ...named('sequences')], text, [
      `${select(relation, 'c.relname', relation, `pg_class c ${inSpace}`)}\n  WHERE c.relkind IN ('v', 'm', 'S') AND `,
    ]),
    ...where(['n.nspname', 't.typname'], named('enums'), text, [
      select("'enum'", 't.typname', labels, 'pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace'),
      "\n  WHERE t.typtype = 'e' AND ",
    ]),
    ...where(['n.nspname', 'p.proname'], named('routines'), text, [
      select(routine, 'p.proname', routine, 'pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace'),
      "\n  WHERE p.prokind IN ('f', 'p') AND ",
    ]),
    ...where(['n.nspname', "c.relname || '.' || t.tgname"], triggers, text, [
      select(
        "'trigger'",
        "c.relname || '.' || t.tgname",
        "CASE t.tgenabled WHEN 'D' THEN 'trigger DISABLED' ELSE 'trigger' END",
        `pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid ${inSpace}`,
      ),
      '\n  WHERE NOT t.tgisinternal AND ',
    ]),
    ...plainly('extension', 'extname', 'pg_extension', keysOf('extensions'), text),
    ...plainly('schema', 'nspname', 'pg_namespace', keysOf('schemas'), text),
  ];
}

const labels =
  "(SELECT coalesce(string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder), '') FROM pg_enum e WHERE e.enumtypid = t.oid)";

/** The SELECT, where there is something to look for. */
function where(
  pair: readonly [string, string],
  names: readonly Name[],
  text: Text,
  select: readonly string[],
): readonly string[] {
  return names.length === 0 ? [] : [select.join('') + among(pair, names, text, here)];
}

/** What has no schema. */
function plainly(kind: FactKind, name: string, from: string, names: readonly string[], text: Text): readonly string[] {
  if (names.length === 0) return [];
  const says = `SELECT '${kind}' AS kind, ${here} AS place, ${name} AS name, '${kind}' AS says FROM ${from}`;
  return [`${says}\n  WHERE ${name} IN (${names.map(text).join(', ')})`];
}

export function postgresFound(schema: Schema, text: Text): Found {
  return {
    tables: tables(schema, text),
    keys: keys(schema, text),
    indexes: indexes(schema, text),
    objects: objectsOf(schema, text),
  };
}

const asText = (expression: string) => `CAST(${expression} AS text)`;

export const postgresSurvey: Survey = {
  manner: () => postgresManner,
  found: postgresFound,
  words: {
    here,
    rows: valuesRows,
    joined: (...parts) => parts.join(' || '),
    cast: asText,
    exact: asText,
  },
};
