-- preflight.sql: made by migrator 0.1.0 for Amazon Redshift 1.0 and psql
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
-- Script: 02c3340d5a3f747c86dba33a13b274c34c18a9388cc5570c88ff123e19f49731
--
-- Run it:
--   psql -X -d DATABASE -L preflight.log -f preflight.sql
-- Under each question stands what it found. The last line is the verdict; the client ends with status 0 when it
-- is good, and with another one when it is not.

\set ON_ERROR_STOP on
-- Nothing in this transaction can write, and its settings end with it.
BEGIN READ ONLY;
SET LOCAL client_encoding = 'UTF8';
\set migrator_found_1 0
\set migrator_found_2 0
\set migrator_found_3 0
\set migrator_told_4 0
\set migrator_told_5 0
\set migrator_found_6 0
\set migrator_found_7 0

\echo '1. The server and the database are those that it was made for. (finding)'
SELECT finding FROM (
SELECT CASE WHEN CASE WHEN version() LIKE '%Redshift %' THEN CAST(split_part(split_part(version(), 'Redshift ', 2), '.', 1) AS bigint) * 1000000000000 + CAST(split_part(split_part(version(), 'Redshift ', 2), '.', 2) AS bigint) * 1000000 + CAST(split_part(split_part(version(), 'Redshift ', 2), '.', 3) AS bigint) < 1000000000000 ELSE true END THEN 'expects Amazon Redshift 1.0 or later, but the server is ' || version() END AS finding
) asked WHERE finding IS NOT NULL;
\set migrator_found_1 :ROW_COUNT

\echo '2. The account may do what it does. (finding)'
SELECT finding FROM (
SELECT (SELECT MIN('expects the right to create in schema ' || CAST(nspname AS varchar) || ', which ' || CAST(current_user AS varchar) || ' has not' || ': GRANT ' || 'CREATE ON SCHEMA ' || quote_ident(CAST(nspname AS varchar)) || ' TO ' || quote_ident(CAST(current_user AS varchar)))
      FROM pg_catalog.pg_namespace WHERE nspname = current_schema() AND NOT has_schema_privilege(nspname, 'CREATE')) AS finding
UNION ALL
SELECT CASE WHEN current_schema() IS NULL THEN 'expects a schema to make things in, but the search_path of ' || CAST(current_user AS varchar) || ' has none that it may use'
      WHEN current_schema() = 'pg_catalog' THEN 'expects a schema to make things in, but the search_path of ' || CAST(current_user AS varchar) || ' begins with pg_catalog' END AS finding
) asked WHERE finding IS NOT NULL;
\set migrator_found_2 :ROW_COUNT

\echo '3. No other script stopped half-way. (finding)'
\set migrator_there false
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version_ledger' AND table_schema = current_schema()) AS migrator_there \gset
\if :migrator_there
SELECT 'another script stopped half-way in revision ' || revision || ', step ' || CAST(step AS varchar) || ' of ' || CAST(steps AS varchar) AS finding
FROM "migrator_version_ledger"
WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND NOT script = '02c3340d5a3f747c86dba33a13b274c34c18a9388cc5570c88ff123e19f49731';
\set migrator_found_3 :ROW_COUNT
\else
\echo 'There is no table migrator_version_ledger.'
\endif

\echo '4. upgrade.sql goes on where an earlier run of it stopped. (finding)'
\set migrator_there false
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version_ledger' AND table_schema = current_schema()) AS migrator_there \gset
\if :migrator_there
SELECT 'an earlier run came to revision ' || revision || ', step ' || CAST(step AS varchar) || ' of ' || CAST(steps AS varchar) || '' AS finding
FROM "migrator_version_ledger"
WHERE script = '02c3340d5a3f747c86dba33a13b274c34c18a9388cc5570c88ff123e19f49731' AND ((SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END FROM "migrator_version") = 1 OR (SELECT listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num) FROM "migrator_version") IN ('1a3f08c2b7d4', '2c90e5d41f6a', '37b1d2f0a8ce', '5f60b9e3d71c', '4de87a15c093, 5f60b9e3d71c', '68a2c47fe0b5'));
\set migrator_told_4 :ROW_COUNT
\else
\echo 'There is no table migrator_version_ledger.'
\endif
SELECT :migrator_told_4 = 0 AS migrator_on \gset

\if :migrator_on
\echo '5. upgrade.sql is still to be applied. (finding)'
\set migrator_there false
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version' AND table_schema = current_schema()) AS migrator_there \gset
\if :migrator_there
SELECT 'already applied: the database is at 7bd9035ea6f2; upgrade.sql would change nothing' AS finding
WHERE (SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('7bd9035ea6f2') THEN version_num END) = 1 THEN 1 ELSE 0 END FROM "migrator_version") = 1;
\set migrator_told_5 :ROW_COUNT
\else
\echo 'There is no table migrator_version.'
\endif
SELECT :migrator_told_5 = 0 AS migrator_on \gset
\endif

\if :migrator_on
\echo '6. The database is at base. (finding)'
\set migrator_there false
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version' AND table_schema = current_schema()) AS migrator_there \gset
\if :migrator_there
SELECT 'upgrade.sql needs the database at base, but it is at ' || COALESCE((SELECT listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num) FROM "migrator_version"), 'base') AS finding
WHERE NOT ((SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END FROM "migrator_version") = 1);
\set migrator_found_6 :ROW_COUNT
\else
\echo 'There is no table migrator_version.'
\endif
SELECT :migrator_found_6 = 0 AS migrator_on \gset
\endif

\if :migrator_on
\echo '7. Nothing has the names of what it makes. (finding)'
SELECT finding FROM (
SELECT (SELECT MIN('makes table ' || CAST(c.relname AS varchar) || ', but that name is taken already')
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = current_schema() AND c.relname IN ('department', 'employee', 'department_employee', 'account', 'product')) AS finding
) asked WHERE finding IS NOT NULL;
\set migrator_found_7 :ROW_COUNT
\endif

\set migrator_good false
SELECT :migrator_found_1 + :migrator_found_2 + :migrator_found_3 + :migrator_found_6 + :migrator_found_7 AS migrator_found, :migrator_found_1 + :migrator_found_2 + :migrator_found_3 + :migrator_found_6 + :migrator_found_7 = 0 AS migrator_good \gset
ROLLBACK;
\if :migrator_good
\echo 'upgrade.sql would run'
\else
\echo :migrator_found 'found'
SELECT CAST('upgrade.sql would refuse: see what was found above' AS integer);
\quit
\endif
