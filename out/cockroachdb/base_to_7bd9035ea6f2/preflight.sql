-- preflight.sql: made by migrator 0.1.0 for CockroachDB 24.1 and psql
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
-- Script: 2b8fc2578d6191cb03b43699e3b965d378f2ec7d20232ab134831d252f5d73d4
--
-- Run it:
--   psql -X -d DATABASE -L preflight.log -f preflight.sql
-- Under each question stands what it found. The last line is the verdict; the client ends with status 0 when it
-- is good, and with another one when it is not.

\set ON_ERROR_STOP on
-- Nothing in this transaction can write, and its settings end with it.
BEGIN TRANSACTION READ ONLY;
SET LOCAL standard_conforming_strings = on;
SET LOCAL client_encoding = 'UTF8';
SET LOCAL lock_timeout = '10s';
\set migrator_found_1 0
\set migrator_found_2 0
\set migrator_found_3 0
\set migrator_found_4 0
\set migrator_told_5 0
\set migrator_told_6 0
\set migrator_found_7 0
\set migrator_found_8 0

\echo '1. The server and the database are those that it was made for. (finding)'
SELECT finding FROM (
SELECT CASE WHEN CASE WHEN version() LIKE 'CockroachDB%' THEN split_part(substring(version() FROM 'v([0-9.]+)'), '.', 1)::INT8 * 1000000 + split_part(substring(version() FROM 'v([0-9.]+)'), '.', 2)::INT8 * 1000 + split_part(substring(version() FROM 'v([0-9.]+)'), '.', 3)::INT8 < 24001000 ELSE true END THEN 'expects CockroachDB 24.1 or later, but the server is ' || split_part(split_part(version(), ' on ', 1), ' (', 1) END AS finding
) asked WHERE finding IS NOT NULL;
\set migrator_found_1 :ROW_COUNT

\echo '2. The account may do what it does. (finding)'
SELECT finding FROM (
SELECT (SELECT MIN('expects the right to create in schema ' || CAST(nspname AS varchar) || ', which ' || CAST(current_user AS varchar) || ' has not' || ': GRANT ' || 'CREATE ON SCHEMA ' || quote_ident(CAST(nspname AS varchar)) || ' TO ' || quote_ident(CAST(current_user AS varchar)))
      FROM pg_catalog.pg_namespace WHERE nspname = current_schema() AND NOT has_schema_privilege(nspname, 'CREATE')) AS finding
UNION ALL
SELECT CASE WHEN current_schema() IS NULL THEN 'expects a schema to make things in, but the search_path of ' || CAST(current_user AS varchar) || ' has none that it may use'
      WHEN current_schema() = 'pg_catalog' THEN 'expects a schema to make things in, but the search_path of ' || CAST(current_user AS varchar) || ' begins with pg_catalog' END AS finding
UNION ALL
SELECT (SELECT MIN('expects new tables to be made in schema ' || n.nspname::text || ', where migrator_version is, but this account makes them in schema ' || current_schema()::text || ': let the target of migrator.toml name the schema, or SET search_path before this file')
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relname = 'migrator_version' AND pg_catalog.pg_table_is_visible(c.oid) AND n.nspname <> current_schema()) AS finding
) asked WHERE finding IS NOT NULL;
\set migrator_found_2 :ROW_COUNT

\echo '3. The session may write. (finding)'
SELECT 'this session is read-only, which upgrade.sql leaves as it is: whoever made it so must allow writing first' AS finding
WHERE current_setting('default_transaction_read_only') = 'on';
\set migrator_found_3 :ROW_COUNT

\echo '4. No other script stopped half-way. (finding)'
\set migrator_there false
SELECT to_regclass('"migrator_version_ledger"') IS NOT NULL AS migrator_there \gset
\if :migrator_there
SELECT 'another script stopped half-way in revision ' || revision || ', step ' || step::text || ' of ' || steps::text AS finding
FROM "migrator_version_ledger"
WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND NOT script = '2b8fc2578d6191cb03b43699e3b965d378f2ec7d20232ab134831d252f5d73d4';
\set migrator_found_4 :ROW_COUNT
\else
\echo 'There is no table migrator_version_ledger.'
\endif

\echo '5. upgrade.sql goes on where an earlier run of it stopped. (finding)'
\set migrator_there false
SELECT to_regclass('"migrator_version_ledger"') IS NOT NULL AS migrator_there \gset
\if :migrator_there
SELECT 'an earlier run came to revision ' || revision || ', step ' || step::text || ' of ' || steps::text || '' AS finding
FROM "migrator_version_ledger"
WHERE script = '2b8fc2578d6191cb03b43699e3b965d378f2ec7d20232ab134831d252f5d73d4' AND ((SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END FROM "migrator_version") = 1 OR (SELECT string_agg(version_num, ', ' ORDER BY version_num) FROM "migrator_version") IN ('1a3f08c2b7d4', '2c90e5d41f6a', '37b1d2f0a8ce', '5f60b9e3d71c', '4de87a15c093, 5f60b9e3d71c', '68a2c47fe0b5'));
\set migrator_told_5 :ROW_COUNT
\else
\echo 'There is no table migrator_version_ledger.'
\endif
SELECT :migrator_told_5 = 0 AS migrator_on \gset

\if :migrator_on
\echo '6. upgrade.sql is still to be applied. (finding)'
\set migrator_there false
SELECT to_regclass('"migrator_version"') IS NOT NULL AS migrator_there \gset
\if :migrator_there
SELECT 'already applied: the database is at 7bd9035ea6f2; upgrade.sql would change nothing' AS finding
WHERE (SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('7bd9035ea6f2') THEN version_num END) = 1 THEN 1 ELSE 0 END FROM "migrator_version") = 1;
\set migrator_told_6 :ROW_COUNT
\else
\echo 'There is no table migrator_version.'
\endif
SELECT :migrator_told_6 = 0 AS migrator_on \gset
\endif

\if :migrator_on
\echo '7. The database is at base. (finding)'
\set migrator_there false
SELECT to_regclass('"migrator_version"') IS NOT NULL AS migrator_there \gset
\if :migrator_there
SELECT 'upgrade.sql needs the database at base, but it is at ' || COALESCE((SELECT string_agg(version_num, ', ' ORDER BY version_num) FROM "migrator_version"), 'base') AS finding
WHERE NOT ((SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END FROM "migrator_version") = 1);
\set migrator_found_7 :ROW_COUNT
\else
\echo 'There is no table migrator_version.'
\endif
SELECT :migrator_found_7 = 0 AS migrator_on \gset
\endif

\if :migrator_on
\echo '8. Nothing has the names of what it makes. (finding)'
SELECT finding FROM (
SELECT (SELECT CASE count(*) WHEN 1 THEN 'makes table ' ELSE 'makes tables ' END || string_agg('' || CAST(c.relname AS varchar), ', ' ORDER BY c.relname) || CASE count(*) WHEN 1 THEN ', but that name is taken already' ELSE ', but those names are taken already' END
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = current_schema() AND c.relname IN ('department', 'employee', 'department_employee', 'account', 'product')) AS finding
) asked WHERE finding IS NOT NULL;
\set migrator_found_8 :ROW_COUNT
\endif

\set migrator_good false
SELECT :migrator_found_1 + :migrator_found_2 + :migrator_found_3 + :migrator_found_4 + :migrator_found_7 + :migrator_found_8 AS migrator_found, :migrator_found_1 + :migrator_found_2 + :migrator_found_3 + :migrator_found_4 + :migrator_found_7 + :migrator_found_8 = 0 AS migrator_good \gset
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
