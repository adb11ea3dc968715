/** What a SQLite file holds, asked of sqlite_schema and the pragma functions. */
import type { Question } from './catalog.ts';

const table = `sqlite_schema t WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite^_%' ESCAPE '^'`;

export const sqliteCatalog: readonly Question[] = [
  `SELECT 'create ' || name, trim(sql, char(10, 13, 32)) FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite^_%' ESCAPE '^'`,
  `SELECT type || ' ' || name, trim(sql, char(10, 13, 32)) FROM sqlite_schema WHERE type IN ('view', 'trigger')`,
  `SELECT 'table ' || t.name, (SELECT trim(CASE WHEN l.wr THEN 'without rowid ' ELSE '' END || CASE WHEN l.strict THEN 'strict' ELSE '' END)
     FROM pragma_table_list l WHERE l.name = t.name AND l.schema = 'main') FROM ${table}`,
  `SELECT 'order ' || t.name, (SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_table_xinfo(t.name) ORDER BY cid)) FROM ${table}`,
  `SELECT 'column ' || t.name || '.' || c.name, trim(c.type || CASE WHEN c."notnull" THEN ' not null' ELSE '' END
     || coalesce(' default ' || c.dflt_value, '') || CASE WHEN c.pk THEN ' primary key ' || c.pk ELSE '' END
     || CASE c.hidden WHEN 0 THEN '' ELSE ' hidden ' || c.hidden END)
     FROM ${table.replace('WHERE', 'JOIN pragma_table_xinfo(t.name) c WHERE')}`,
  `SELECT 'index ' || t.name || '.' || CASE i.origin WHEN 'c' THEN i.name ELSE i.origin || ' ' || i.columns END,
     CASE WHEN i."unique" THEN 'unique ' ELSE '' END || i.columns || coalesce(' ' || (SELECT trim(sql, char(10, 13, 32)) FROM sqlite_schema s WHERE s.type = 'index' AND s.name = i.name), '')
     FROM ${table.replace(
       'WHERE',
       `JOIN (SELECT o.name AS owner, l.*, (SELECT group_concat(column, ', ') FROM
       (SELECT coalesce(x.name, 'expression') || CASE WHEN x.desc THEN ' desc' ELSE '' END || ' ' || x.coll AS column
          FROM pragma_index_xinfo(l.name) x WHERE x.key ORDER BY x.seqno)) AS columns
       FROM sqlite_schema o JOIN pragma_index_list(o.name) l WHERE o.type = 'table') i ON i.owner = t.name WHERE`,
     )}`,
  `SELECT 'constraint ' || t.name || '.' || f.columns, f.target
     FROM ${table.replace(
       'WHERE',
       `JOIN (SELECT o.name AS owner, group_concat(k."from", ', ') AS columns,
       'references ' || k."table" || ' (' || group_concat(coalesce(k."to", '?'), ', ') || ') on update ' || k.on_update || ' on delete ' || k.on_delete AS target
       FROM sqlite_schema o JOIN pragma_foreign_key_list(o.name) k WHERE o.type = 'table' GROUP BY o.name, k.id) f ON f.owner = t.name WHERE`,
     )}`,
  `SELECT 'pragma user_version', user_version FROM pragma_user_version`,
  `SELECT 'pragma application_id', application_id FROM pragma_application_id`,
];

/** Only where a table with AUTOINCREMENT has ever been made. */
export const sqliteCounters: Question = `SELECT 'counter ' || name, seq FROM sqlite_sequence`;

export const sqliteTables: Question = `SELECT t.name, '"' || replace(t.name, '"', '""') || '"' FROM ${table} ORDER BY 1`;
