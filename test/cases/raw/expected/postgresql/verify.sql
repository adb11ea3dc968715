-- verify.sql: made by migrator for PostgreSQL 15 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- It compares a database with what the revisions up to raw02 say of it: tables, keys, indexes and other
-- objects by the catalog, the version rows, and what the ledger and the log say.
-- Run it after upgrade.sql.
-- Things that no revision speaks of are not looked at, but for what stands in one of their tables.
--
-- What raw SQL did is not verified, because nothing says what it does:
--   revisions/01_sql_written_by.ts:25: -- in front update "word" / * it's in the middle; * / set "...
--   revisions/02_a_trigger.ts:88: create function word_trim() returns trigger language plpg...
--   revisions/02_a_trigger.ts:89: create trigger word_trim before insert or update on word ...
-- Not looked at, because it may have changed them: word.
-- Things that it may have added to other tables are let be.
--
-- To: raw02
-- It only reads: it changes nothing, and may run again at any time.
--
-- Version table: migrator_version
-- Script: 842f4911d05b58052e1f017d21fa4f1437c6c2993140bc426870a45bb9a781bf
--
-- Run it:
--   psql -X -d DATABASE -L verify.log -f verify.sql
-- Under each question stands what it found. The last line is the verdict; the client ends with status 0 when it
-- is good, and with another one when it is not.

\set ON_ERROR_STOP on
-- Nothing in this transaction can write, and its settings end with it.
BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;
SET LOCAL standard_conforming_strings = on;
SET LOCAL client_encoding = 'UTF8';
SET LOCAL lock_timeout = '10s';
\set migrator_told_1 0
\set migrator_told_2 0
\set migrator_found_3 0
\set migrator_found_4 0
\set migrator_found_5 0

\echo '1. The catalog shows what is looked for. Where it does not: GRANT a right on it, and ask again. (finding)'
SELECT finding FROM (
SELECT CASE WHEN current_schema() IS NULL THEN 'expects a schema to look in, but the search_path of ' || CAST(current_user AS varchar) || ' has none that it may use' END AS finding
) asked WHERE finding IS NOT NULL;
\set migrator_told_1 :ROW_COUNT
SELECT :migrator_told_1 = 0 AS migrator_on \gset

\if :migrator_on
\echo '2. The account may read what is asked next. Where it may not: GRANT SELECT on it, and ask again. (finding)'
SELECT finding FROM (
SELECT (SELECT 'expects the right to read ' || CASE count(*) WHEN 1 THEN 'table ' ELSE 'tables ' END || string_agg(CAST(c.relname AS varchar), ', ' ORDER BY c.relname) || CASE count(*) WHEN 1 THEN ', which belongs to ' ELSE ', which belong to ' END || string_agg(DISTINCT pg_get_userbyid(c.relowner)::text, ', ') || ': GRANT ' || 'SELECT ON ' || string_agg(CAST(c.oid::regclass AS varchar), ', ' ORDER BY c.relname) || ' TO ' || quote_ident(CAST(current_user AS varchar))
      FROM pg_catalog.pg_class c WHERE c.oid IN (to_regclass('"migrator_version"'), to_regclass('"migrator_version_ledger"'), to_regclass('"migrator_version_log"')) AND NOT has_any_column_privilege(c.oid, 'SELECT')) AS finding
) asked WHERE finding IS NOT NULL;
\set migrator_told_2 :ROW_COUNT
SELECT :migrator_told_2 = 0 AS migrator_on \gset
\endif

\if :migrator_on
\echo '3. The version rows are: raw02. (kind | name | expected | found)'
\set migrator_there false
SELECT to_regclass('"migrator_version"') IS NOT NULL AS migrator_there \gset
\if :migrator_there
SELECT 'version row' AS kind, name,
    COALESCE(MAX(expected), 'nothing') AS expected, COALESCE(MAX(found), 'nothing') AS found
FROM (
SELECT CAST(name AS text) AS name, CAST(says AS text) AS expected, CAST(NULL AS text) AS found
  FROM (VALUES
    ('version row', '.', 'raw02', 'there')
  ) AS told (kind, place, name, says)
UNION ALL
SELECT CAST(name AS text) AS name, CAST(NULL AS text) AS expected, CAST(says AS text) AS found
  FROM (SELECT version_num AS name, 'there' AS says FROM "migrator_version") here
) facts
GROUP BY name
HAVING MAX(expected) IS NULL OR MAX(found) IS NULL OR MAX(expected) <> MAX(found)
ORDER BY name;
\set migrator_found_3 :ROW_COUNT
\else
SELECT 'version table' AS kind, 'migrator_version' AS name, 'there' AS expected, 'there is no table of that name that this account can see: no script of migrator ever ran here, or this is another database or schema than it ran in' AS found;
\set migrator_found_3 :ROW_COUNT
\endif
\endif

\if :migrator_on
\echo '4. No revision was left half done. (kind | name | expected | found)'
\set migrator_there false
SELECT to_regclass('"migrator_version_ledger"') IS NOT NULL AS migrator_there \gset
\if :migrator_there
SELECT 'ledger row' AS kind, revision AS name, 'nothing' AS expected, direction || ', ' || state AS found
  FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started');
\set migrator_found_4 :ROW_COUNT
\else
\echo 'There is no table migrator_version_ledger.'
\endif
\endif

\if :migrator_on
\echo '5. The log says that these revisions were applied last, as they are written here. (kind | name | expected | found)'
\set migrator_there false
SELECT to_regclass('"migrator_version_log"') IS NOT NULL AS migrator_there \gset
\if :migrator_there
SELECT 'log row' AS kind, name,
    COALESCE(MAX(expected), 'nothing') AS expected, COALESCE(MAX(found), 'nothing') AS found
FROM (
SELECT CAST(name AS text) AS name, CAST(says AS text) AS expected, CAST(NULL AS text) AS found
  FROM (VALUES
    ('log row', '.', 'raw01', 'up a348e37e37757c6589469ac384c11b9c67baacf638db577679053a54e94007ec'),
    ('log row', '.', 'raw02', 'up da265a4d32cbc7c62ce045874eca132bee215dcc2d8a282c07dacd96d4de4f09')
  ) AS told (kind, place, name, says)
UNION ALL
SELECT CAST(name AS text) AS name, CAST(NULL AS text) AS expected, CAST(says AS text) AS found
  FROM (SELECT revision AS name, direction || ' ' || digest AS says FROM "migrator_version_log"
    WHERE entry IN (SELECT MAX(entry) FROM "migrator_version_log" GROUP BY revision) AND revision IN (
    'raw01', 'raw02')) here
) facts
GROUP BY name
HAVING MAX(expected) IS NULL OR MAX(found) IS NULL OR MAX(expected) <> MAX(found)
ORDER BY name;
\set migrator_found_5 :ROW_COUNT
\else
SELECT 'log' AS kind, 'migrator_version_log' AS name, 'there' AS expected, 'there is no log that this account can see' AS found;
\set migrator_found_5 :ROW_COUNT
\endif
\endif

\set migrator_good false
SELECT :migrator_found_3 + :migrator_found_4 + :migrator_found_5 AS migrator_found, :migrator_found_3 + :migrator_found_4 + :migrator_found_5 = 0 AS migrator_good, :migrator_told_1 + :migrator_told_2 > 0 AS migrator_open \gset
ROLLBACK;
\if :migrator_good
\if :migrator_open
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'not verified: this account may not read all that is compared, see what was found above';
  END IF;
END
$migrator$;
\else
\echo 'verified: the database is what the revisions say at raw02'
\endif
\else
\echo :migrator_found 'found'
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'not verified: the database is not what the revisions say';
  END IF;
END
$migrator$;
\endif
