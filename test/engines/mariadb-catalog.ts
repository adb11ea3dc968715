/** What a database of the MySQL family holds, asked in plain SQL of information_schema. */

import { type Question, readCatalog } from './catalog.ts';
import type { Catalog, Look, Query } from './engine.ts';

const here = (column: string) => `${column} = DATABASE()`;

/** What MySQL 5.6 knows nothing of: comments on databases, computed columns, checks, and indexes that are ignored. */
interface Newer {
  readonly remark: string;
  readonly computed: string;
  readonly ignored: string;
  readonly checks: readonly Question[];
}

const questionsOf = ({ remark, computed, ignored, checks }: Newer): readonly Question[] => [
  `SELECT 'schema', CONCAT_WS(' ', default_character_set_name, default_collation_name${remark})
     FROM information_schema.schemata WHERE ${here('schema_name')}`,
  `SELECT CONCAT('schema ', schema_name), default_collation_name FROM information_schema.schemata
     WHERE schema_name NOT IN ('information_schema', 'mysql', 'performance_schema', 'sys') AND schema_name NOT LIKE 'case\\_%'`,
  `SELECT CONCAT('table ', table_name), CONCAT_WS(' ', engine, row_format, table_collation, NULLIF(create_options, ''))
     FROM information_schema.tables WHERE ${here('table_schema')} AND table_type <> 'VIEW' AND table_type <> 'SEQUENCE'`,
  `SELECT CONCAT('counter ', table_name), auto_increment FROM information_schema.tables
     WHERE ${here('table_schema')} AND auto_increment IS NOT NULL`,
  `SELECT CONCAT('order ', table_name), GROUP_CONCAT(column_name ORDER BY ordinal_position SEPARATOR ', ')
     FROM information_schema.columns WHERE ${here('table_schema')} GROUP BY table_name`,
  `SELECT CONCAT('column ', table_name, '.', column_name), CONCAT_WS(' ', column_type, IF(is_nullable = 'NO', 'not null', NULL),
     CONCAT('default ', column_default), NULLIF(extra, ''), ${computed}
     CONCAT('collate ', collation_name)) FROM information_schema.columns WHERE ${here('table_schema')}`,
  `SELECT CONCAT('comment table ', table_name), QUOTE(table_comment) FROM information_schema.tables
     WHERE ${here('table_schema')} AND table_comment <> '' AND table_type <> 'VIEW'`,
  `SELECT CONCAT('comment column ', table_name, '.', column_name), QUOTE(column_comment) FROM information_schema.columns
     WHERE ${here('table_schema')} AND column_comment <> ''`,
  `SELECT CONCAT('index ', table_name, '.', index_name), CONCAT_WS(' ', IF(MIN(non_unique) = 0, 'unique', NULL), MIN(index_type),
     CONCAT('(', GROUP_CONCAT(CONCAT(column_name, IFNULL(CONCAT('(', sub_part, ')'), ''), IF(collation = 'D', ' desc', ''))
       ORDER BY seq_in_index SEPARATOR ', '), ')'), NULLIF(MIN(index_comment), '')${ignored})
     FROM information_schema.statistics WHERE ${here('table_schema')} GROUP BY table_name, index_name`,
  `SELECT CONCAT('constraint ', table_name, '.', constraint_name), constraint_type FROM information_schema.table_constraints
     WHERE ${here('table_schema')} AND constraint_type NOT IN ('FOREIGN KEY', 'CHECK')`,
  `SELECT CONCAT('constraint ', k.table_name, '.', k.constraint_name), CONCAT('FOREIGN KEY (',
     GROUP_CONCAT(k.column_name ORDER BY k.ordinal_position SEPARATOR ', '), ') REFERENCES ', MIN(k.referenced_table_name), ' (',
     GROUP_CONCAT(k.referenced_column_name ORDER BY k.ordinal_position SEPARATOR ', '), ') ON DELETE ', MIN(r.delete_rule),
     ' ON UPDATE ', MIN(r.update_rule))
     FROM information_schema.key_column_usage k JOIN information_schema.referential_constraints r
       ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name AND r.table_name = k.table_name
     WHERE ${here('k.table_schema')} AND k.referenced_table_name IS NOT NULL GROUP BY k.table_name, k.constraint_name`,
  ...checks,
  `SELECT CONCAT('view ', table_name), CONCAT_WS(' ', REPLACE(view_definition, CONCAT('\`', DATABASE(), '\`.'), ''), check_option, security_type)
     FROM information_schema.views WHERE ${here('table_schema')}`,
  `SELECT CONCAT('trigger ', event_object_table, '.', trigger_name), CONCAT_WS(' ', action_timing, event_manipulation, action_statement)
     FROM information_schema.triggers WHERE ${here('trigger_schema')}`,
  `SELECT CONCAT('routine ', LOWER(routine_type), ' ', routine_name), CONCAT_WS(' ', dtd_identifier, routine_definition, sql_mode)
     FROM information_schema.routines WHERE ${here('routine_schema')}`,
  `SELECT CONCAT('routine event ', event_name), event_definition FROM information_schema.events WHERE ${here('event_schema')}`,
  `SELECT CONCAT('grant ', table_name, ' ', grantee), GROUP_CONCAT(privilege_type ORDER BY privilege_type SEPARATOR ', ')
     FROM information_schema.table_privileges WHERE ${here('table_schema')} GROUP BY table_name, grantee`,
];

const tables: Question = `SELECT table_name, CONCAT('\`', REPLACE(table_name, '\`', '\`\`'), '\`'), table_type
  FROM information_schema.tables WHERE ${here('table_schema')} AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED')`;
const sequences: Question = `SELECT table_name, CONCAT('\`', REPLACE(table_name, '\`', '\`\`'), '\`')
  FROM information_schema.tables WHERE ${here('table_schema')} AND table_type = 'SEQUENCE'`;

const mariadb = questionsOf({
  remark: ', schema_comment',
  computed: "CONCAT('as ', NULLIF(generation_expression, '')),",
  ignored: ", IF(MIN(ignored) = 'YES', 'ignored', NULL)",
  checks: [
    `SELECT CONCAT('constraint ', table_name, '.', constraint_name), CONCAT('CHECK ', check_clause)
     FROM information_schema.check_constraints WHERE ${here('constraint_schema')}`,
  ],
});
const mysql = questionsOf({ remark: '', computed: '', ignored: '', checks: [] });

export const mariadbCatalog = (query: Query, look: Look): Promise<Catalog> => catalogOf(query, look, mariadb);
export const mysqlCatalog = (query: Query, look: Look): Promise<Catalog> => catalogOf(query, look, mysql);

async function catalogOf(query: Query, look: Look, questions: readonly Question[]): Promise<Catalog> {
  const shown = [];
  for (const [name, quoted] of await query(tables)) {
    const [[, text] = []] = await query(`SHOW CREATE TABLE ${quoted}`);
    shown.push([`create ${name}`, (text ?? '').replace(/ AUTO_INCREMENT=\d+(?=[^\n]*$)/, '')] as const);
  }
  for (const [name, quoted] of await query(sequences)) {
    const [[, text] = []] = await query(`SHOW CREATE SEQUENCE ${quoted}`);
    shown.push([`sequence ${name}`, text ?? ''] as const);
  }
  const kept = shown.filter(([key]) => !look.except?.some((pattern) => pattern.test(key)));
  const rest = await readCatalog(query, questions, tables, look);
  return { ...Object.fromEntries(kept), ...rest };
}
