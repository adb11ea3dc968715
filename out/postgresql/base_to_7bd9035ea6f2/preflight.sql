-- preflight.sql: made by migrator 0.1.0 for PostgreSQL 15 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- It looks whether upgrade.sql would run now: where the database stands, what else it needs, how big the
-- tables are that it touches, and what its checks would find.
--
-- From: base
-- To:   7bd9035ea6f2
-- It only reads: it changes nothing, and may run again at any time.
--
-- Version table: migrator_version
-- Script: 6e5af898485655c0b75113d35e16e851ff02b45a703e4daf0e39621c61d2f0e2
--
-- Run it:
--   psql -X -d DATABASE -L preflight.log -f preflight.sql
-- Under each question stands what it found. The last line is the verdict; the client ends with status 0 when it
-- is good, and with another one when it is not.

\set ON_ERROR_STOP on
-- Nothing in this transaction can write, and its settings end with it.
BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;
SET LOCAL standard_conforming_strings = on;
SET LOCAL client_encoding = 'UTF8';
SET LOCAL lock_timeout = '10s';
\set migrator_found_1 0
\set migrator_found_2 0
\set migrator_found_3 0
\set migrator_found_4 0
\set migrator_found_5 0
\set migrator_found_6 0
\set migrator_told_7 0
\set migrator_told_8 0
\set migrator_found_9 0
\set migrator_found_10 0

\echo '1. The server and the database are those that it was made for. (finding)'
SELECT finding FROM (
SELECT CASE WHEN version() ~ 'CockroachDB|Redshift' OR current_setting('server_version_num')::integer < 150000 THEN 'expects PostgreSQL 15 or later, but the server is ' || split_part(split_part(version(), ' on ', 1), ' (', 1) END AS finding
) asked WHERE finding IS NOT NULL;
\set migrator_found_1 :ROW_COUNT

\echo '2. The account may do what it does. (finding)'
SELECT finding FROM (
SELECT (SELECT MIN('expects the right to use language plpgsql' || ', which ' || CAST(current_user AS varchar) || ' has not' || ': GRANT ' || 'USAGE ON LANGUAGE ' || quote_ident(x.lanname) || ' TO ' || quote_ident(CAST(current_user AS varchar)))
      FROM pg_catalog.pg_language x WHERE x.lanname = 'plpgsql' AND x.lanpltrusted
      HAVING NOT bool_or(has_language_privilege(x.oid, 'USAGE'))) AS finding
UNION ALL
SELECT (SELECT MIN('expects the right to create in schema ' || CAST(nspname AS varchar) || ', which ' || CAST(current_user AS varchar) || ' has not' || ': GRANT ' || 'CREATE ON SCHEMA ' || quote_ident(CAST(nspname AS varchar)) || ' TO ' || quote_ident(CAST(current_user AS varchar)))
      FROM pg_catalog.pg_namespace WHERE nspname = current_schema() AND NOT has_schema_privilege(nspname, 'CREATE')) AS finding
UNION ALL
SELECT (SELECT 'expects the right to insert into ' || CASE count(*) WHEN 1 THEN 'table ' ELSE 'tables ' END || string_agg(CAST(c.relname AS varchar), ', ' ORDER BY c.relname) || CASE count(*) WHEN 1 THEN ', which belongs to ' ELSE ', which belong to ' END || string_agg(DISTINCT pg_get_userbyid(c.relowner)::text, ', ') || ': GRANT ' || 'INSERT ON ' || string_agg(CAST(c.oid::regclass AS varchar), ', ' ORDER BY c.relname) || ' TO ' || quote_ident(CAST(current_user AS varchar))
      FROM pg_catalog.pg_class c WHERE c.oid IN (to_regclass('"migrator_version"'), to_regclass('"migrator_version_ledger"'), to_regclass('"migrator_version_log"')) AND NOT has_any_column_privilege(c.oid, 'INSERT')) AS finding
UNION ALL
SELECT (SELECT 'expects the right to update ' || CASE count(*) WHEN 1 THEN 'table ' ELSE 'tables ' END || string_agg(CAST(c.relname AS varchar), ', ' ORDER BY c.relname) || CASE count(*) WHEN 1 THEN ', which belongs to ' ELSE ', which belong to ' END || string_agg(DISTINCT pg_get_userbyid(c.relowner)::text, ', ') || ': GRANT ' || 'UPDATE ON ' || string_agg(CAST(c.oid::regclass AS varchar), ', ' ORDER BY c.relname) || ' TO ' || quote_ident(CAST(current_user AS varchar))
      FROM pg_catalog.pg_class c WHERE c.oid IN (to_regclass('"migrator_version"'), to_regclass('"migrator_version_ledger"')) AND NOT has_any_column_privilege(c.oid, 'UPDATE')) AS finding
UNION ALL
SELECT (SELECT 'expects the right to delete from ' || CASE count(*) WHEN 1 THEN 'table ' ELSE 'tables ' END || string_agg(CAST(c.relname AS varchar), ', ' ORDER BY c.relname) || CASE count(*) WHEN 1 THEN ', which belongs to ' ELSE ', which belong to ' END || string_agg(DISTINCT pg_get_userbyid(c.relowner)::text, ', ') || ': GRANT ' || 'DELETE ON ' || string_agg(CAST(c.oid::regclass AS varchar), ', ' ORDER BY c.relname) || ' TO ' || quote_ident(CAST(current_user AS varchar))
      FROM pg_catalog.pg_class c WHERE c.oid IN (to_regclass('"migrator_version"'), to_regclass('"migrator_version_ledger"')) AND NOT has_table_privilege(c.oid, 'DELETE')) AS finding
UNION ALL
SELECT CASE WHEN pg_is_in_recovery() THEN 'expects a server that takes changes, but this one is a standby' END AS finding
UNION ALL
SELECT CASE WHEN current_schema() IS NULL THEN 'expects a schema to make things in, but the search_path of ' || CAST(current_user AS varchar) || ' has none that it may use'
      WHEN current_schema() = 'pg_catalog' THEN 'expects a schema to make things in, but the search_path of ' || CAST(current_user AS varchar) || ' begins with pg_catalog' END AS finding
UNION ALL
SELECT (SELECT MIN('expects new tables to be made in schema ' || n.nspname::text || ', where migrator_version is, but this account makes them in schema ' || current_schema()::text || ': let the target of migrator.toml name the schema, or SET search_path before this file')
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relname = 'migrator_version' AND pg_catalog.pg_table_is_visible(c.oid) AND n.nspname <> current_schema()) AS finding
) asked WHERE finding IS NOT NULL;
\set migrator_found_2 :ROW_COUNT

\echo '3. The account may read what is asked next. Where it may not: GRANT SELECT on it, and ask again. (finding)'
SELECT finding FROM (
SELECT (SELECT 'expects the right to read ' || CASE count(*) WHEN 1 THEN 'table ' ELSE 'tables ' END || string_agg(CAST(c.relname AS varchar), ', ' ORDER BY c.relname) || CASE count(*) WHEN 1 THEN ', which belongs to ' ELSE ', which belong to ' END || string_agg(DISTINCT pg_get_userbyid(c.relowner)::text, ', ') || ': GRANT ' || 'SELECT ON ' || string_agg(CAST(c.oid::regclass AS varchar), ', ' ORDER BY c.relname) || ' TO ' || quote_ident(CAST(current_user AS varchar))
      FROM pg_catalog.pg_class c WHERE c.oid IN (to_regclass('"migrator_version"'), to_regclass('"migrator_version_ledger"'), to_regclass('"migrator_version_log"')) AND NOT has_any_column_privilege(c.oid, 'SELECT')) AS finding
) asked WHERE finding IS NOT NULL;
\set migrator_found_3 :ROW_COUNT
SELECT :migrator_found_3 = 0 AS migrator_on \gset

\if :migrator_on
\echo '4. The session may write. (finding)'
SELECT 'this session is read-only, which upgrade.sql leaves as it is: whoever made it so must allow writing first' AS finding
WHERE current_setting('default_transaction_read_only') = 'on' AND coalesce(nullif(current_setting('migrator.frozen', true), ''), 'on') = 'on';
\set migrator_found_4 :ROW_COUNT
\endif

\if :migrator_on
\echo '5. No other session is running a script. (finding)'
SELECT 'another session is running a script on this database' AS finding
WHERE EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1 AND granted AND pid <> pg_backend_pid()
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND (classid::bigint << 32) | objid::bigint = hashtextextended('migrator:' || current_database() || ':' || '"migrator_version"', 0));
\set migrator_found_5 :ROW_COUNT
\endif

\if :migrator_on
\echo '6. No other script stopped half-way. (finding)'
\set migrator_there false
SELECT to_regclass('"migrator_version_ledger"') IS NOT NULL AS migrator_there \gset
\if :migrator_there
SELECT 'another script stopped half-way in revision ' || revision || ', step ' || step::text || ' of ' || steps::text AS finding
FROM "migrator_version_ledger"
WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND NOT script = '6e5af898485655c0b75113d35e16e851ff02b45a703e4daf0e39621c61d2f0e2';
\set migrator_found_6 :ROW_COUNT
\else
\echo 'There is no table migrator_version_ledger.'
\endif
\endif

\if :migrator_on
\echo '7. upgrade.sql goes on where an earlier run of it stopped. (finding)'
\set migrator_there false
SELECT to_regclass('"migrator_version_ledger"') IS NOT NULL AS migrator_there \gset
\if :migrator_there
SELECT 'an earlier run came to revision ' || revision || ', step ' || step::text || ' of ' || steps::text || '' AS finding
FROM "migrator_version_ledger"
WHERE script = '6e5af898485655c0b75113d35e16e851ff02b45a703e4daf0e39621c61d2f0e2' AND ((SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END FROM "migrator_version") = 1 OR (SELECT coalesce(nullif(replace(btrim(array_agg(version_num ORDER BY version_num COLLATE "C")::text, '{}'), ',', ', '), ''), 'base') FROM "migrator_version") IN ('1a3f08c2b7d4', '2c90e5d41f6a', '37b1d2f0a8ce', '5f60b9e3d71c', '4de87a15c093, 5f60b9e3d71c', '68a2c47fe0b5'));
\set migrator_told_7 :ROW_COUNT
\else
\echo 'There is no table migrator_version_ledger.'
\endif
SELECT :migrator_told_7 = 0 AS migrator_on \gset
\endif

\if :migrator_on
\echo '8. upgrade.sql is still to be applied. (finding)'
\set migrator_there false
SELECT to_regclass('"migrator_version"') IS NOT NULL AS migrator_there \gset
\if :migrator_there
SELECT 'already applied: the database is at 7bd9035ea6f2; upgrade.sql would change nothing' AS finding
WHERE (SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('7bd9035ea6f2') THEN version_num END) = 1 THEN 1 ELSE 0 END FROM "migrator_version") = 1;
\set migrator_told_8 :ROW_COUNT
\else
\echo 'There is no table migrator_version.'
\endif
SELECT :migrator_told_8 = 0 AS migrator_on \gset
\endif

\if :migrator_on
\echo '9. The database is at base. (finding)'
\set migrator_there false
SELECT to_regclass('"migrator_version"') IS NOT NULL AS migrator_there \gset
\if :migrator_there
SELECT 'upgrade.sql needs the database at base, but it is at ' || COALESCE((SELECT coalesce(nullif(replace(btrim(array_agg(version_num ORDER BY version_num COLLATE "C")::text, '{}'), ',', ', '), ''), 'base') FROM "migrator_version"), 'base') AS finding
WHERE NOT ((SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END FROM "migrator_version") = 1);
\set migrator_found_9 :ROW_COUNT
\else
\echo 'There is no table migrator_version.'
\endif
SELECT :migrator_found_9 = 0 AS migrator_on \gset
\endif

\if :migrator_on
\echo '10. Nothing has the names of what it makes. (finding)'
SELECT finding FROM (
SELECT COALESCE(
    (SELECT CASE count(*) WHEN 1 THEN 'makes table ' ELSE 'makes tables ' END || string_agg('' || CAST(c.relname AS varchar), ', ' ORDER BY c.relname) || CASE count(*) WHEN 1 THEN ', but that name is taken already' ELSE ', but those names are taken already' END
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = current_schema() AND c.relname IN ('department', 'employee', 'department_employee', 'account', 'product')),
    (SELECT CASE count(*) WHEN 1 THEN 'makes table ' ELSE 'makes tables ' END || string_agg('' || CAST(c.typname AS varchar), ', ' ORDER BY c.typname) || CASE count(*) WHEN 1 THEN ', but that name is taken already' ELSE ', but those names are taken already' END
      FROM pg_catalog.pg_type c JOIN pg_catalog.pg_namespace n ON n.oid = c.typnamespace
      WHERE n.nspname = current_schema() AND c.typname IN ('department', 'employee', 'department_employee', 'account', 'product') AND c.typtype <> 'c' AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_type e WHERE e.typarray = c.oid))) AS finding
UNION ALL
SELECT (SELECT CASE count(*) WHEN 1 THEN 'makes index ' ELSE 'makes indexes ' END || string_agg('' || CAST(c.relname AS varchar), ', ' ORDER BY c.relname) || CASE count(*) WHEN 1 THEN ', but that name is taken already' ELSE ', but those names are taken already' END
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = current_schema() AND c.relname IN ('employee_by_name')) AS finding
UNION ALL
SELECT (SELECT CASE count(*) WHEN 1 THEN 'makes key ' ELSE 'makes keys ' END || string_agg('' || CAST(c.relname AS varchar), ', ' ORDER BY c.relname) || CASE count(*) WHEN 1 THEN ', but that name is taken already' ELSE ', but those names are taken already' END
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = current_schema() AND c.relname IN ('department_name_unique')) AS finding
) asked WHERE finding IS NOT NULL;
\set migrator_found_10 :ROW_COUNT
\endif

\set migrator_good false
SELECT :migrator_found_1 + :migrator_found_2 + :migrator_found_3 + :migrator_found_4 + :migrator_found_5 + :migrator_found_6 + :migrator_found_9 + :migrator_found_10 AS migrator_found, :migrator_found_1 + :migrator_found_2 + :migrator_found_3 + :migrator_found_4 + :migrator_found_5 + :migrator_found_6 + :migrator_found_9 + :migrator_found_10 = 0 AS migrator_good \gset
ROLLBACK;
\if :migrator_good
\echo 'upgrade.sql would run'
\else
\echo :migrator_found 'found'
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'upgrade.sql would refuse: see what was found above';
  END IF;
END
$migrator$;
\endif
