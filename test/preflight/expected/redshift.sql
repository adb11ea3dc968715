-- preflight.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- It looks whether upgrade.sql would run now: where the database stands, what else it needs, how big the
-- tables are that it touches, and what its checks would find.
--
-- From: r1
-- To:   r3
-- It only reads: it changes nothing, and may run again at any time.
--
-- Version table: shop.migrator_version, schema: shop
-- Script: faee7e501b3a2a08d29330466eb2cce98576f8d92bd872da096b9396e7a910c6
--
-- Run it:
--   psql -X -d DATABASE -L preflight.log -f preflight.sql
-- Under each question stands what it found. The last line is the verdict; the client ends with status 0 when it
-- is good, and with another one when it is not.

\set ON_ERROR_STOP on
-- Nothing in this transaction can write, and its settings end with it.
BEGIN READ ONLY;
SET LOCAL client_encoding = 'UTF8';
SET LOCAL search_path TO "shop", public;
\set migrator_found_1 0
\set migrator_found_2 0
\set migrator_found_3 0
\set migrator_told_4 0
\set migrator_told_5 0
\set migrator_found_6 0
\set migrator_found_8 0
\set migrator_found_10 0
\set migrator_found_11 0

\echo '1. The server and the database are those that it was made for. (finding)'
SELECT finding FROM (
SELECT CASE WHEN current_database() <> 'orders' THEN 'expects the database orders, but this is ' || current_database() END AS finding
UNION ALL
SELECT CASE WHEN CASE WHEN version() LIKE '%Redshift %' THEN CAST(split_part(split_part(version(), 'Redshift ', 2), '.', 1) AS bigint) * 1000000000000 + CAST(split_part(split_part(version(), 'Redshift ', 2), '.', 2) AS bigint) * 1000000 + CAST(split_part(split_part(version(), 'Redshift ', 2), '.', 3) AS bigint) < 1000000000000 ELSE true END THEN 'expects Amazon Redshift 1.0 or later, but the server is ' || version() END AS finding
UNION ALL
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = 'shop') THEN 'expects the schema shop, but there is none' END AS finding
UNION ALL
SELECT (SELECT MIN('expects the right to use schema ' || CAST(nspname AS varchar) || ', which ' || CAST(current_user AS varchar) || ' has not' || ': GRANT ' || 'USAGE ON SCHEMA ' || quote_ident(CAST(nspname AS varchar)) || ' TO ' || quote_ident(CAST(current_user AS varchar)))
      FROM pg_catalog.pg_namespace WHERE nspname = 'shop' AND NOT has_schema_privilege(nspname, 'USAGE')) AS finding
) asked WHERE finding IS NOT NULL;
\set migrator_found_1 :ROW_COUNT

\echo '2. The account may do what it does. (finding)'
SELECT finding FROM (
SELECT (SELECT MIN('expects the right to create in schema ' || CAST(nspname AS varchar) || ', which ' || CAST(current_user AS varchar) || ' has not' || ': GRANT ' || 'CREATE ON SCHEMA ' || quote_ident(CAST(nspname AS varchar)) || ' TO ' || quote_ident(CAST(current_user AS varchar)))
      FROM pg_catalog.pg_namespace WHERE nspname = 'shop' AND NOT has_schema_privilege(nspname, 'CREATE')) AS finding
) asked WHERE finding IS NOT NULL;
\set migrator_found_2 :ROW_COUNT

\echo '3. No other script stopped half-way. (finding)'
\set migrator_there false
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version_ledger' AND table_schema = 'shop') AS migrator_there \gset
\if :migrator_there
SELECT 'another script stopped half-way in revision ' || revision || ', step ' || CAST(step AS varchar) || ' of ' || CAST(steps AS varchar) AS finding
FROM "shop"."migrator_version_ledger"
WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND NOT script = 'faee7e501b3a2a08d29330466eb2cce98576f8d92bd872da096b9396e7a910c6';
\set migrator_found_3 :ROW_COUNT
\else
\echo 'There is no table shop.migrator_version_ledger.'
\endif

\echo '4. upgrade.sql goes on where an earlier run of it stopped. (finding)'
\set migrator_there false
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version_ledger' AND table_schema = 'shop') AS migrator_there \gset
\if :migrator_there
SELECT 'an earlier run came to revision ' || revision || ', step ' || CAST(step AS varchar) || ' of ' || CAST(steps AS varchar) || '; whether rows would stop what is left was not looked at' AS finding
FROM "shop"."migrator_version_ledger"
WHERE script = 'faee7e501b3a2a08d29330466eb2cce98576f8d92bd872da096b9396e7a910c6' AND ((SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('r1') THEN version_num END) = 1 THEN 1 ELSE 0 END FROM "shop"."migrator_version") = 1 OR (SELECT listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num) FROM "shop"."migrator_version") IN ('r2'));
\set migrator_told_4 :ROW_COUNT
\else
\echo 'There is no table shop.migrator_version_ledger.'
\endif
SELECT :migrator_told_4 = 0 AS migrator_on \gset

\if :migrator_on
\echo '5. upgrade.sql is still to be applied. (finding)'
\set migrator_there false
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version' AND table_schema = 'shop') AS migrator_there \gset
\if :migrator_there
SELECT 'already applied: the database is at r3; upgrade.sql would change nothing' AS finding
WHERE (SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('r3') THEN version_num END) = 1 THEN 1 ELSE 0 END FROM "shop"."migrator_version") = 1;
\set migrator_told_5 :ROW_COUNT
\else
\echo 'There is no table shop.migrator_version.'
\endif
SELECT :migrator_told_5 = 0 AS migrator_on \gset
\endif

\if :migrator_on
\echo '6. The database is at r1. (finding)'
\set migrator_there false
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version' AND table_schema = 'shop') AS migrator_there \gset
\if :migrator_there
SELECT 'upgrade.sql needs the database at r1, but it is at ' || COALESCE((SELECT listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num) FROM "shop"."migrator_version"), 'base') AS finding
WHERE NOT ((SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('r1') THEN version_num END) = 1 THEN 1 ELSE 0 END FROM "shop"."migrator_version") = 1);
\set migrator_found_6 :ROW_COUNT
\else
SELECT 'there is no version table that this user can see, and upgrade.sql needs the database at r1' AS finding;
\set migrator_found_6 :ROW_COUNT
\endif
SELECT :migrator_found_6 = 0 AS migrator_on \gset
\endif

\if :migrator_on
\echo '7. It touches these tables. (name | rows_about | bytes)'
SELECT CAST(n.nspname AS varchar) || '.' || CAST(c.relname AS varchar) AS name,
    CAST(CAST(c.reltuples AS bigint) AS varchar) AS rows_about, 'not known' AS bytes
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE (n.nspname = current_schema() AND c.relname IN ('item'))
  ORDER BY 1;
\endif

\if :migrator_on
\echo '8. The roles that it names are there. (finding)'
SELECT finding FROM (
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM pg_catalog.pg_user WHERE usename = 'it''s@localhost') THEN 'expects the user it''s@localhost, but there is none' END AS finding
) asked WHERE finding IS NOT NULL;
\set migrator_found_8 :ROW_COUNT
\endif

\if :migrator_on
\echo '9. These roles may be missing when it comes to them: its own SQL may make them, or they are not shown. (finding)'
SELECT finding FROM (
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM pg_catalog.pg_user WHERE usename = 'made') THEN 'expects the user made, but there is none' END AS finding
) asked WHERE finding IS NOT NULL;
\endif

\if :migrator_on
\echo '10. Nothing has the names of what it makes. (finding)'
SELECT finding FROM (
SELECT (SELECT MIN('makes table ' || CAST(c.relname AS varchar) || ', but that name is taken already')
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = current_schema() AND c.relname IN ('thing', 'it''s')) AS finding
) asked WHERE finding IS NOT NULL;
\set migrator_found_10 :ROW_COUNT
\endif

\if :migrator_on
\echo '11. Revision r2 loses no values of item.it''s. (found | first_one)'
SELECT found, (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "item" WHERE "it's" IS NOT NULL ORDER BY "id" LIMIT 1) AS first_one FROM (SELECT (SELECT COUNT(*) FROM "item" WHERE "it's" IS NOT NULL) AS found) asked WHERE found > 0;
\set migrator_found_11 :ROW_COUNT
\endif

\if :migrator_on
\echo '12. Asked while it runs, because something before it makes or changes what it looks at. (finding)'
SELECT 'revision r3: values of item.n' AS finding;
\endif

\set migrator_good false
SELECT :migrator_found_1 + :migrator_found_2 + :migrator_found_3 + :migrator_found_6 + :migrator_found_8 + :migrator_found_10 + :migrator_found_11 AS migrator_found, :migrator_found_1 + :migrator_found_2 + :migrator_found_3 + :migrator_found_6 + :migrator_found_8 + :migrator_found_10 + :migrator_found_11 = 0 AS migrator_good, :migrator_told_4 > 0 AS migrator_open \gset
ROLLBACK;
\if :migrator_good
\if :migrator_open
SELECT CAST('upgrade.sql goes on where it stopped, but rows may stop it: they were not looked at' AS integer);
\quit
\else
\echo 'upgrade.sql would run'
\endif
\else
\echo :migrator_found 'found'
SELECT CAST('upgrade.sql would refuse: see what was found above' AS integer);
\quit
\endif
