/** What a PostgreSQL database holds, asked in plain SQL of its system catalog. */
import type { Question } from './catalog.ts';

const ours = `n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp)'`;
const notOfExtension = (of: string, system: string) =>
  `NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = '${system}'::regclass AND d.objid = ${of} AND d.deptype = 'e')`;
const relation = `FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${ours} AND ${notOfExtension('c.oid', 'pg_class')}`;
const column = `FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_attrdef f ON f.adrelid = a.attrelid AND f.adnum = a.attnum
  WHERE ${ours} AND ${notOfExtension('c.oid', 'pg_class')} AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c')`;
const full = `n.nspname || '.' || c.relname`;

export const postgresCatalog: readonly Question[] = [
  `SELECT 'schema ' || n.nspname, pg_get_userbyid(n.nspowner)::text FROM pg_namespace n WHERE ${ours}`,
  `SELECT 'extension ' || extname, extversion FROM pg_extension`,
  `SELECT 'table ' || ${full}, concat_ws(' ', CASE c.relkind WHEN 'p' THEN 'partitioned' WHEN 'f' THEN 'foreign' ELSE 'plain' END,
     CASE c.relpersistence WHEN 'u' THEN 'unlogged' END, pg_get_partkeydef(c.oid), pg_get_expr(c.relpartbound, c.oid),
     CASE WHEN c.relrowsecurity THEN 'row security' END, array_to_string(c.reloptions, ','),
     (SELECT 'inherits ' || string_agg(inhparent::regclass::text, ', ' ORDER BY inhseqno) FROM pg_inherits WHERE inhrelid = c.oid),
     'owner ' || pg_get_userbyid(c.relowner))
     ${relation} AND c.relkind IN ('r', 'p', 'f')`,
  `SELECT 'order ' || ${full}, string_agg(a.attname, ', ' ORDER BY a.attnum) ${column} GROUP BY 1`,
  `SELECT 'column ' || ${full} || '.' || a.attname, concat_ws(' ', format_type(a.atttypid, a.atttypmod),
     CASE WHEN a.attnotnull THEN 'not null' END,
     CASE WHEN a.attcollation <> t.typcollation THEN 'collate ' || a.attcollation::regcollation::text END,
     CASE a.attidentity WHEN 'a' THEN 'identity always' WHEN 'd' THEN 'identity by default' END,
     CASE WHEN a.attgenerated <> '' THEN 'generated' WHEN f.adbin IS NOT NULL THEN 'default' END || ' ' || pg_get_expr(f.adbin, f.adrelid))
     ${column.replace('LEFT JOIN pg_attrdef', 'JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_attrdef')}`,
  `SELECT 'constraint ' || ${full} || '.' || k.conname, pg_get_constraintdef(k.oid)
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${ours}`,
  `SELECT 'index ' || ${full}, pg_get_indexdef(c.oid) || CASE WHEN i.indisvalid THEN '' ELSE ' INVALID' END
     || CASE WHEN i.indisreplident THEN ' replica identity' ELSE '' END || CASE WHEN i.indisclustered THEN ' clustered' ELSE '' END
     ${relation.replace('WHERE', 'JOIN pg_index i ON i.indexrelid = c.oid WHERE')}`,
  `SELECT 'view ' || ${full}, CASE c.relkind WHEN 'm' THEN 'materialized ' ELSE '' END || pg_get_viewdef(c.oid)
     || coalesce(' with ' || array_to_string(c.reloptions, ','), '') ${relation} AND c.relkind IN ('v', 'm')`,
  `SELECT 'sequence ' || schemaname || '.' || sequencename, concat_ws(' ', data_type, 'start', start_value, 'min', min_value,
     'max', max_value, 'by', increment_by, CASE WHEN cycle THEN 'cycle' END) FROM pg_sequences`,
  `SELECT 'counter ' || schemaname || '.' || sequencename, coalesce(last_value::text, 'unused') FROM pg_sequences`,
  `SELECT 'trigger ' || ${full} || '.' || t.tgname, pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text
     FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE NOT t.tgisinternal AND ${ours}`,
  `SELECT 'routine ' || p.oid::regprocedure::text, CASE WHEN p.prokind = 'a' THEN 'aggregate' ELSE pg_get_functiondef(p.oid) END
     FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ${ours} AND ${notOfExtension('p.oid', 'pg_proc')}`,
  `SELECT 'type ' || n.nspname || '.' || t.typname, CASE t.typtype
     WHEN 'e' THEN 'enum ' || coalesce((SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid), '')
     WHEN 'd' THEN concat_ws(' ', 'domain', format_type(t.typbasetype, t.typtypmod), CASE WHEN t.typnotnull THEN 'not null' END, 'default ' || t.typdefault,
       (SELECT string_agg(k.conname || ' ' || pg_get_constraintdef(k.oid), ' ' ORDER BY k.conname) FROM pg_constraint k WHERE k.contypid = t.oid))
     WHEN 'r' THEN 'range' ELSE 'composite' END
     FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_class c ON c.oid = t.typrelid
     WHERE ${ours} AND t.typtype IN ('e', 'd', 'r', 'c') AND (c.oid IS NULL OR c.relkind = 'c') AND ${notOfExtension('t.oid', 'pg_type')}`,
  `SELECT 'policy ' || schemaname || '.' || tablename || '.' || policyname,
     concat_ws(' ', permissive, roles::text, cmd, 'using ' || qual, 'check ' || with_check) FROM pg_policies`,
  `SELECT 'comment ' || i.type || ' ' || i.identity, quote_literal(d.description)
     FROM pg_description d CROSS JOIN LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) i
     WHERE (coalesce(i.schema, '') NOT IN ('pg_catalog', 'information_schema', 'pg_toast')) AND d.objoid >= 16384`,
  `SELECT 'grant ' || ${full}, c.relacl::text ${relation} AND c.relacl <> acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner)`,
  `SELECT 'grant ' || ${full} || '.' || a.attname, a.attacl::text ${column} AND a.attacl IS NOT NULL`,
];

export const postgresTables: Question = `SELECT ${full}, quote_ident(n.nspname) || '.' || quote_ident(c.relname)
  ${relation} AND c.relkind = 'r' ORDER BY 1`;
