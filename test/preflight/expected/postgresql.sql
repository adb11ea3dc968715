-- preflight.sql: made by migrator for PostgreSQL 15 and psql
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
-- Script: 7bd4f1ed9d8c7040e16446b62122801f70f3d5ddd43ac7171aa1c1c1611bb809
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
SET LOCAL search_path TO "shop", public;
\set migrator_found_1 0
\set migrator_found_2 0
\set migrator_found_3 0
\set migrator_found_4 0
\set migrator_found_5 0
\set migrator_found_6 0
\set migrator_told_7 0
\set migrator_told_8 0
\set migrator_found_9 0
\set migrator_found_11 0
\set migrator_found_13 0
\set migrator_found_14 0

\echo '1. The server and the database are those that it was made for. (finding)'
SELECT finding FROM (
SELECT CASE WHEN current_database() <> 'orders' THEN 'expects the database orders, but this is ' || current_database() END AS finding
UNION ALL
SELECT CASE WHEN version() ~ 'CockroachDB|Redshift' OR current_setting('server_version_num')::integer < 150000 THEN 'expects PostgreSQL 15 or later, but the server is ' || split_part(split_part(version(), ' on ', 1), ' (', 1) END AS finding
UNION ALL
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = 'shop') THEN 'expects the schema shop, but there is none' END AS finding
UNION ALL
SELECT (SELECT MIN('expects the right to use schema ' || CAST(nspname AS varchar) || ', which ' || CAST(current_user AS varchar) || ' has not' || ': GRANT ' || 'USAGE ON SCHEMA ' || quote_ident(CAST(nspname AS varchar)) || ' TO ' || quote_ident(CAST(current_user AS varchar)))
      FROM pg_catalog.pg_namespace WHERE nspname = 'shop' AND NOT has_schema_privilege(nspname, 'USAGE')) AS finding
) asked WHERE finding IS NOT NULL;
\set migrator_found_1 :ROW_COUNT

\echo '2. The account may do what it does. (finding)'
SELECT finding FROM (
SELECT (SELECT MIN('expects the right to use language plpgsql' || ', which ' || CAST(current_user AS varchar) || ' has not' || ': GRANT ' || 'USAGE ON LANGUAGE ' || quote_ident(x.lanname) || ' TO ' || quote_ident(CAST(current_user AS varchar)))
      FROM pg_catalog.pg_language x WHERE x.lanname = 'plpgsql' AND x.lanpltrusted
      HAVING NOT bool_or(has_language_privilege(x.oid, 'USAGE'))) AS finding
UNION ALL
SELECT (SELECT MIN('expects the right to create in schema ' || CAST(nspname AS varchar) || ', which ' || CAST(current_user AS varchar) || ' has not' || ': GRANT ' || 'CREATE ON SCHEMA ' || quote_ident(CAST(nspname AS varchar)) || ' TO ' || quote_ident(CAST(current_user AS varchar)))
      FROM pg_catalog.pg_namespace WHERE nspname = 'shop' AND NOT has_schema_privilege(nspname, 'CREATE')) AS finding
UNION ALL
SELECT (SELECT 'expects to be the owner of ' || CASE count(*) WHEN 1 THEN 'table ' ELSE 'tables ' END || string_agg(CAST(c.relname AS varchar), ', ' ORDER BY c.relname) || CASE count(*) WHEN 1 THEN ', which belongs to ' ELSE ', which belong to ' END || string_agg(DISTINCT pg_get_userbyid(c.relowner)::text, ', ')
      FROM pg_catalog.pg_class c WHERE (c.oid = to_regclass('"item"') OR c.oid IN (WITH RECURSIVE below(id) AS (
        VALUES (CAST(to_regclass('"item"') AS oid))
        UNION SELECT i.inhrelid FROM below b JOIN pg_catalog.pg_inherits i ON i.inhparent = b.id) SELECT id FROM below)) AND NOT pg_has_role(c.relowner, 'USAGE')) AS finding
UNION ALL
SELECT (SELECT 'expects the right to read ' || CASE count(*) WHEN 1 THEN 'table ' ELSE 'tables ' END || string_agg(CAST(c.relname AS varchar), ', ' ORDER BY c.relname) || CASE count(*) WHEN 1 THEN ', which belongs to ' ELSE ', which belong to ' END || string_agg(DISTINCT pg_get_userbyid(c.relowner)::text, ', ') || ': GRANT ' || 'SELECT ON ' || string_agg(CAST(c.oid::regclass AS varchar), ', ' ORDER BY c.relname) || ' TO ' || quote_ident(CAST(current_user AS varchar))
      FROM pg_catalog.pg_class c WHERE c.oid = to_regclass('"item"') AND NOT has_any_column_privilege(c.oid, 'SELECT')) AS finding
UNION ALL
SELECT (SELECT 'expects the right to insert into ' || CASE count(*) WHEN 1 THEN 'table ' ELSE 'tables ' END || string_agg(CAST(c.relname AS varchar), ', ' ORDER BY c.relname) || CASE count(*) WHEN 1 THEN ', which belongs to ' ELSE ', which belong to ' END || string_agg(DISTINCT pg_get_userbyid(c.relowner)::text, ', ') || ': GRANT ' || 'INSERT ON ' || string_agg(CAST(c.oid::regclass AS varchar), ', ' ORDER BY c.relname) || ' TO ' || quote_ident(CAST(current_user AS varchar))
      FROM pg_catalog.pg_class c WHERE c.oid IN ((SELECT r.oid FROM pg_catalog.pg_class r JOIN pg_catalog.pg_namespace s ON s.oid = r.relnamespace WHERE s.nspname = 'shop' AND r.relname = 'migrator_version_ledger'), (SELECT r.oid FROM pg_catalog.pg_class r JOIN pg_catalog.pg_namespace s ON s.oid = r.relnamespace WHERE s.nspname = 'shop' AND r.relname = 'migrator_version_log')) AND NOT has_any_column_privilege(c.oid, 'INSERT')) AS finding
UNION ALL
SELECT (SELECT 'expects the right to update ' || CASE count(*) WHEN 1 THEN 'table ' ELSE 'tables ' END || string_agg(CAST(c.relname AS varchar), ', ' ORDER BY c.relname) || CASE count(*) WHEN 1 THEN ', which belongs to ' ELSE ', which belong to ' END || string_agg(DISTINCT pg_get_userbyid(c.relowner)::text, ', ') || ': GRANT ' || 'UPDATE ON ' || string_agg(CAST(c.oid::regclass AS varchar), ', ' ORDER BY c.relname) || ' TO ' || quote_ident(CAST(current_user AS varchar))
      FROM pg_catalog.pg_class c WHERE c.oid IN (to_regclass('"item"'), (SELECT r.oid FROM pg_catalog.pg_class r JOIN pg_catalog.pg_namespace s ON s.oid = r.relnamespace WHERE s.nspname = 'shop' AND r.relname = 'migrator_version'), (SELECT r.oid FROM pg_catalog.pg_class r JOIN pg_catalog.pg_namespace s ON s.oid = r.relnamespace WHERE s.nspname = 'shop' AND r.relname = 'migrator_version_ledger')) AND NOT has_any_column_privilege(c.oid, 'UPDATE')) AS finding
UNION ALL
SELECT (SELECT 'expects the right to delete from ' || CASE count(*) WHEN 1 THEN 'table ' ELSE 'tables ' END || string_agg(CAST(c.relname AS varchar), ', ' ORDER BY c.relname) || CASE count(*) WHEN 1 THEN ', which belongs to ' ELSE ', which belong to ' END || string_agg(DISTINCT pg_get_userbyid(c.relowner)::text, ', ') || ': GRANT ' || 'DELETE ON ' || string_agg(CAST(c.oid::regclass AS varchar), ', ' ORDER BY c.relname) || ' TO ' || quote_ident(CAST(current_user AS varchar))
      FROM pg_catalog.pg_class c WHERE c.oid IN (to_regclass('"item"'), (SELECT r.oid FROM pg_catalog.pg_class r JOIN pg_catalog.pg_namespace s ON s.oid = r.relnamespace WHERE s.nspname = 'shop' AND r.relname = 'migrator_version_ledger')) AND NOT has_table_privilege(c.oid, 'DELETE')) AS finding
UNION ALL
SELECT CASE WHEN pg_is_in_recovery() THEN 'expects a server that takes changes, but this one is a standby' END AS finding
UNION ALL
SELECT (SELECT MIN('expects the right to give and take rights on table item, which ' || current_user || ' has not')
      FROM pg_catalog.pg_class x WHERE x.oid = to_regclass('"item"')
        AND NOT pg_has_role(x.relowner, 'USAGE') AND (SELECT count(DISTINCT a.privilege_type) FROM aclexplode(x.relacl) a
        WHERE a.is_grantable AND a.privilege_type IN ('SELECT') AND pg_has_role(a.grantee, 'USAGE')) < 1) AS finding
) asked WHERE finding IS NOT NULL;
\set migrator_found_2 :ROW_COUNT

\echo '3. The account may read what is asked next. Where it may not: GRANT SELECT on it, and ask again. (finding)'
SELECT finding FROM (
SELECT (SELECT MIN('expects the right to use schema ' || CAST(nspname AS varchar) || ', which ' || CAST(current_user AS varchar) || ' has not' || ': GRANT ' || 'USAGE ON SCHEMA ' || quote_ident(CAST(nspname AS varchar)) || ' TO ' || quote_ident(CAST(current_user AS varchar)))
      FROM pg_catalog.pg_namespace WHERE nspname = 'shop' AND NOT has_schema_privilege(nspname, 'USAGE')) AS finding
UNION ALL
SELECT (SELECT 'expects the right to read ' || CASE count(*) WHEN 1 THEN 'table ' ELSE 'tables ' END || string_agg(CAST(c.relname AS varchar), ', ' ORDER BY c.relname) || CASE count(*) WHEN 1 THEN ', which belongs to ' ELSE ', which belong to ' END || string_agg(DISTINCT pg_get_userbyid(c.relowner)::text, ', ') || ': GRANT ' || 'SELECT ON ' || string_agg(CAST(c.oid::regclass AS varchar), ', ' ORDER BY c.relname) || ' TO ' || quote_ident(CAST(current_user AS varchar))
      FROM pg_catalog.pg_class c WHERE c.oid IN ((SELECT r.oid FROM pg_catalog.pg_class r JOIN pg_catalog.pg_namespace s ON s.oid = r.relnamespace WHERE s.nspname = 'shop' AND r.relname = 'migrator_version'), (SELECT r.oid FROM pg_catalog.pg_class r JOIN pg_catalog.pg_namespace s ON s.oid = r.relnamespace WHERE s.nspname = 'shop' AND r.relname = 'migrator_version_ledger'), (SELECT r.oid FROM pg_catalog.pg_class r JOIN pg_catalog.pg_namespace s ON s.oid = r.relnamespace WHERE s.nspname = 'shop' AND r.relname = 'migrator_version_log'), to_regclass('"item"'), to_regclass('"item"'), to_regclass('"item"')) AND NOT has_any_column_privilege(c.oid, 'SELECT')) AS finding
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
    AND (classid::bigint << 32) | objid::bigint = hashtextextended('migrator:' || current_database() || ':' || '"shop"."migrator_version"', 0));
\set migrator_found_5 :ROW_COUNT
\endif

\if :migrator_on
\echo '6. No other script stopped half-way. (finding)'
\set migrator_there false
SELECT to_regclass('"shop"."migrator_version_ledger"') IS NOT NULL AS migrator_there \gset
\if :migrator_there
SELECT 'another script stopped half-way in revision ' || revision || ', step ' || step::text || ' of ' || steps::text AS finding
FROM "shop"."migrator_version_ledger"
WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND NOT script = '7bd4f1ed9d8c7040e16446b62122801f70f3d5ddd43ac7171aa1c1c1611bb809';
\set migrator_found_6 :ROW_COUNT
\else
\echo 'There is no table shop.migrator_version_ledger.'
\endif
\endif

\if :migrator_on
\echo '7. upgrade.sql goes on where an earlier run of it stopped. (finding)'
\set migrator_there false
SELECT to_regclass('"shop"."migrator_version_ledger"') IS NOT NULL AS migrator_there \gset
\if :migrator_there
SELECT 'an earlier run came to revision ' || revision || ', step ' || step::text || ' of ' || steps::text || '; whether rows would stop what is left was not looked at' AS finding
FROM "shop"."migrator_version_ledger"
WHERE script = '7bd4f1ed9d8c7040e16446b62122801f70f3d5ddd43ac7171aa1c1c1611bb809' AND ((SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('r1') THEN version_num END) = 1 THEN 1 ELSE 0 END FROM "shop"."migrator_version") = 1 OR (SELECT coalesce(nullif(replace(btrim(array_agg(version_num ORDER BY version_num COLLATE "C")::text, '{}'), ',', ', '), ''), 'base') FROM "shop"."migrator_version") IN ('r2'));
\set migrator_told_7 :ROW_COUNT
\else
\echo 'There is no table shop.migrator_version_ledger.'
\endif
SELECT :migrator_told_7 = 0 AS migrator_on \gset
\endif

\if :migrator_on
\echo '8. upgrade.sql is still to be applied. (finding)'
\set migrator_there false
SELECT to_regclass('"shop"."migrator_version"') IS NOT NULL AS migrator_there \gset
\if :migrator_there
SELECT 'already applied: the database is at r3; upgrade.sql would change nothing' AS finding
WHERE (SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('r3') THEN version_num END) = 1 THEN 1 ELSE 0 END FROM "shop"."migrator_version") = 1;
\set migrator_told_8 :ROW_COUNT
\else
\echo 'There is no table shop.migrator_version.'
\endif
SELECT :migrator_told_8 = 0 AS migrator_on \gset
\endif

\if :migrator_on
\echo '9. The database is at r1. (finding)'
\set migrator_there false
SELECT to_regclass('"shop"."migrator_version"') IS NOT NULL AS migrator_there \gset
\if :migrator_there
SELECT 'upgrade.sql needs the database at r1, but it is at ' || COALESCE((SELECT coalesce(nullif(replace(btrim(array_agg(version_num ORDER BY version_num COLLATE "C")::text, '{}'), ',', ', '), ''), 'base') FROM "shop"."migrator_version"), 'base') AS finding
WHERE NOT ((SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('r1') THEN version_num END) = 1 THEN 1 ELSE 0 END FROM "shop"."migrator_version") = 1);
\set migrator_found_9 :ROW_COUNT
\else
SELECT 'there is no version table that this user can see, and upgrade.sql needs the database at r1' AS finding;
\set migrator_found_9 :ROW_COUNT
\endif
SELECT :migrator_found_9 = 0 AS migrator_on \gset
\endif

\if :migrator_on
\echo '10. It touches these tables. (name | rows_about | bytes)'
SELECT c.oid::regclass::text AS name,
    CASE WHEN c.reltuples < 0 THEN 'not known' ELSE c.reltuples::bigint::text END AS rows_about,
    pg_total_relation_size(c.oid)::text AS bytes
  FROM pg_catalog.pg_class c
  WHERE c.oid IN (to_regclass('"item"'))
  ORDER BY 1;
\endif

\if :migrator_on
\echo '11. The roles that it names are there. (finding)'
SELECT finding FROM (
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = 'it''s@localhost') THEN 'expects the role it''s@localhost, but there is none' END AS finding
) asked WHERE finding IS NOT NULL;
\set migrator_found_11 :ROW_COUNT
\endif

\if :migrator_on
\echo '12. These roles may be missing when it comes to them: its own SQL may make them, or they are not shown. (finding)'
SELECT finding FROM (
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = 'made') THEN 'expects the role made, but there is none' END AS finding
) asked WHERE finding IS NOT NULL;
\endif

\if :migrator_on
\echo '13. Nothing has the names of what it makes. (finding)'
SELECT finding FROM (
SELECT COALESCE(
    (SELECT CASE count(*) WHEN 1 THEN 'makes table ' ELSE 'makes tables ' END || string_agg('' || CAST(c.relname AS varchar), ', ' ORDER BY c.relname) || CASE count(*) WHEN 1 THEN ', but that name is taken already' ELSE ', but those names are taken already' END
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = current_schema() AND c.relname IN ('thing', 'it''s')),
    (SELECT CASE count(*) WHEN 1 THEN 'makes table ' ELSE 'makes tables ' END || string_agg('' || CAST(c.typname AS varchar), ', ' ORDER BY c.typname) || CASE count(*) WHEN 1 THEN ', but that name is taken already' ELSE ', but those names are taken already' END
      FROM pg_catalog.pg_type c JOIN pg_catalog.pg_namespace n ON n.oid = c.typnamespace
      WHERE n.nspname = current_schema() AND c.typname IN ('thing', 'it''s') AND c.typtype <> 'c' AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_type e WHERE e.typarray = c.oid))) AS finding
UNION ALL
SELECT (SELECT CASE count(*) WHEN 1 THEN 'makes key ' ELSE 'makes keys ' END || string_agg('' || CAST(c.relname AS varchar), ', ' ORDER BY c.relname) || CASE count(*) WHEN 1 THEN ', but that name is taken already' ELSE ', but those names are taken already' END
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = current_schema() AND c.relname IN ('it''s u')) AS finding
UNION ALL
SELECT (SELECT CASE count(*) WHEN 1 THEN 'makes column ' ELSE 'makes columns ' END || string_agg('' || CAST(t.relname || '.' || c.attname AS varchar), ', ' ORDER BY t.relname || '.' || c.attname) || CASE count(*) WHEN 1 THEN ', but that name is taken already' ELSE ', but those names are taken already' END
      FROM pg_catalog.pg_attribute c JOIN pg_catalog.pg_class t ON t.oid = c.attrelid JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace
      WHERE n.nspname = current_schema() AND (t.relname = 'item' AND c.attname IN ('it''s n', 'other'))) AS finding
) asked WHERE finding IS NOT NULL;
\set migrator_found_13 :ROW_COUNT
\endif

\if :migrator_on
\echo '14. Revision r2 loses no values of item.it''s. (found | first_one)'
SELECT found, (SELECT 'id = ' || LEFT("id"::text, 60) FROM "item" WHERE "it's" IS NOT NULL ORDER BY "id" LIMIT 1) AS first_one FROM (SELECT (SELECT COUNT(*) FROM "item" WHERE "it's" IS NOT NULL) AS found) asked WHERE found > 0;
\set migrator_found_14 :ROW_COUNT
\endif

\if :migrator_on
\echo '15. Asked while it runs, because something before it makes or changes what it looks at. (finding)'
SELECT 'revision r2: duplicates in item (it''s n)' AS finding
UNION ALL
SELECT 'revision r3: values of item.n' AS finding;
\endif

\set migrator_good false
SELECT :migrator_found_1 + :migrator_found_2 + :migrator_found_3 + :migrator_found_4 + :migrator_found_5 + :migrator_found_6 + :migrator_found_9 + :migrator_found_11 + :migrator_found_13 + :migrator_found_14 AS migrator_found, :migrator_found_1 + :migrator_found_2 + :migrator_found_3 + :migrator_found_4 + :migrator_found_5 + :migrator_found_6 + :migrator_found_9 + :migrator_found_11 + :migrator_found_13 + :migrator_found_14 = 0 AS migrator_good, :migrator_told_7 > 0 AS migrator_open \gset
ROLLBACK;
\if :migrator_good
\if :migrator_open
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'upgrade.sql goes on where it stopped, but rows may stop it: they were not looked at';
  END IF;
END
$migrator$;
\else
\echo 'upgrade.sql would run'
\endif
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
