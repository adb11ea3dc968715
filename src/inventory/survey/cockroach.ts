/** CockroachDB's catalog beside the revisions: https://www.cockroachlabs.com/docs/stable/information-schema */

import type { Name } from '../../schema/name.ts';
import { entries } from '../../schema/registry.ts';
import type { Schema } from '../../schema/schema.ts';
import { hasDefault, type Manner } from './fact.ts';
import { familyOf } from './family.ts';
import { columns, here, keys, manner, relations, tablesOf } from './information.ts';
import { among, type Survey, type Text, valuesRows } from './survey.ts';

const cockroachManner: Manner = {
  ...manner,
  type: familyOf,
  fills: (column) => {
    if (column.computed !== undefined) return undefined;
    return column.autoIncrement || column.identity !== undefined || hasDefault(column);
  },
  unique: 'index',
  checks: 'named',
  indexes: () => true,
  objects: new Set(['view', 'materialized view', 'sequence', 'enum', 'schema']),
};

/** A table without a key gets one of a hidden column: https://www.cockroachlabs.com/docs/stable/primary-key */
const ownKey =
  "NOT (k.contype = 'p' AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = k.conkey[1] AND a.attname = 'rowid'))";

/** https://www.cockroachlabs.com/docs/stable/information-schema#statistics */
function indexes(schema: Schema, text: Text): readonly string[] {
  const views = entries(schema.views).flatMap(([, { name, materialized }]): readonly Name[] =>
    materialized ? [name] : [],
  );
  const names = [...tablesOf(schema).map(({ name }) => name), ...views];
  const part = "CASE WHEN s.column_name LIKE 'crdb_internal_idx_expr%' THEN 'an expression' ELSE s.column_name END";
  return [
    `SELECT 'index' AS kind, s.table_schema AS place, s.table_name || '.' || s.index_name AS name,\n` +
      `      CASE max(s.non_unique) WHEN 'NO' THEN 'unique ' ELSE '' END || '(' || string_agg(${part}, ', ' ORDER BY s.seq_in_index) || ')' AS says\n` +
      "    FROM information_schema.statistics s\n  WHERE s.storing = 'NO' AND s.implicit = 'NO'\n" +
      "    AND NOT EXISTS (SELECT 1 FROM information_schema.table_constraints k WHERE k.constraint_type = 'PRIMARY KEY'\n" +
      '      AND k.table_schema = s.table_schema AND k.table_name = s.table_name AND k.constraint_name = s.index_name)\n' +
      `    AND ${among(['s.table_schema', 's.table_name'], names, text, here)}\n  GROUP BY s.table_schema, s.table_name, s.index_name`,
  ];
}

function objects(schema: Schema, text: Text): readonly string[] {
  const enums = entries(schema.enums).map(([, { name }]) => name);
  const schemas = entries(schema.schemas).map(([, name]) => name);
  return [
    ...relations(schema, text, { v: 'view', m: 'materialized view', S: 'sequence' }, ['views', 'sequences']),
    ...(enums.length === 0
      ? []
      : [
          "SELECT 'enum' AS kind, n.nspname AS place, t.typname AS name,\n" +
            "      (SELECT string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid) AS says\n" +
            "    FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace\n  WHERE t.typtype = 'e' AND " +
            among(['n.nspname', 't.typname'], enums, text, here),
        ]),
    ...(schemas.length === 0
      ? []
      : [
          `SELECT 'schema' AS kind, ${here} AS place, nspname AS name, 'schema' AS says FROM pg_namespace\n  WHERE nspname IN (${schemas.map(text).join(', ')})`,
        ]),
  ];
}

const asText = (expression: string) => `CAST(${expression} AS text)`;

export const cockroachSurvey: Survey = {
  manner: () => cockroachManner,
  found: (schema, text) => ({
    tables: columns(schema, text, "column_default IS NOT NULL OR is_identity = 'YES'", "is_hidden = 'NO'"),
    keys: keys(schema, text, { p: 'primary key', f: 'foreign key' }, true, ownKey),
    indexes: indexes(schema, text),
    objects: objects(schema, text),
  }),
  words: {
    here,
    rows: valuesRows,
    joined: (...parts) => parts.join(' || '),
    cast: asText,
    exact: asText,
  },
};
