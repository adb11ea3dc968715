-- verify.sql: made by migrator for PostgreSQL 15 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- It compares a database with what the revisions up to bf097de6 say of it: tables, keys, indexes and other
-- objects by the catalog, the version rows, and what the ledger and the log say.
-- Run it after upgrade.sql.
-- Things that no revision speaks of are not looked at, but for what stands in one of their tables.
--
-- To: bf097de6
-- It only reads: it changes nothing, and may run again at any time.
--
-- Version table: migrator_version
-- Script: dc2299deca50fce6319915933b797d9a5f86b62ed09c6d0155ed06d4a3627e48
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
\set migrator_found_2 0
\set migrator_found_3 0
\set migrator_found_4 0
\set migrator_told_5 0
\set migrator_found_6 0
\set migrator_found_7 0
\set migrator_found_8 0

\echo '1. The catalog shows what is looked for. Where it does not: GRANT a right on it, and ask again. (finding)'
SELECT finding FROM (
SELECT CASE WHEN current_schema() IS NULL THEN 'expects a schema to look in, but the search_path of ' || CAST(current_user AS varchar) || ' has none that it may use' END AS finding
) asked WHERE finding IS NOT NULL;
\set migrator_told_1 :ROW_COUNT
SELECT :migrator_told_1 = 0 AS migrator_on \gset

\if :migrator_on
\echo '2. Tables and columns are as the revisions say. (kind | name | expected | found)'
SELECT kind, place || '.' || name AS name,
    COALESCE(MAX(expected), 'nothing') AS expected, COALESCE(MAX(found), 'nothing') AS found
FROM (
SELECT CAST(kind AS text) AS kind, CAST(CASE place WHEN '.' THEN current_schema() ELSE place END AS text) AS place, CAST(name AS text) AS name, CAST(says AS text) AS expected, CAST(NULL AS text) AS found
  FROM (VALUES
    ('table', '.', 'item', 'table'),
    ('column', '.', 'item.id', 'not null'),
    ('type', '.', 'item.id', 'integer'),
    ('default', '.', 'item.id', 'yes'),
    ('column', '.', 'item.name', 'not null'),
    ('type', '.', 'item.name', 'character varying(40)'),
    ('default', '.', 'item.name', 'no')
  ) AS told (kind, place, name, says)
UNION ALL
SELECT CAST(kind AS text) AS kind, CAST(place AS text) AS place, CAST(name AS text) AS name, CAST(NULL AS text) AS expected, CAST(says AS text) AS found
  FROM (SELECT 'table' AS kind, n.nspname AS place, c.relname AS name, 'table' AS says FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND n.nspname = current_schema() AND c.relname IN (
    'item')) here
UNION ALL
SELECT CAST(kind AS text) AS kind, CAST(place AS text) AS place, CAST(name AS text) AS name, CAST(NULL AS text) AS expected, CAST(says AS text) AS found
  FROM (SELECT 'column' AS kind, n.nspname AS place, c.relname || '.' || a.attname AS name, CASE WHEN a.attnotnull THEN 'not null' ELSE 'null' END AS says FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relkind IN ('r', 'p') AND n.nspname = current_schema() AND c.relname IN (
    'item')) here
UNION ALL
SELECT CAST(kind AS text) AS kind, CAST(place AS text) AS place, CAST(name AS text) AS name, CAST(NULL AS text) AS expected, CAST(says AS text) AS found
  FROM (SELECT 'type' AS kind, n.nspname AS place, c.relname || '.' || a.attname AS name, replace(replace(format_type(a.atttypid, a.atttypmod), '"', ''), '(6) with', ' with') AS says FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relkind IN ('r', 'p') AND n.nspname = current_schema() AND c.relname IN (
    'item')) here
UNION ALL
SELECT CAST(kind AS text) AS kind, CAST(place AS text) AS place, CAST(name AS text) AS name, CAST(NULL AS text) AS expected, CAST(says AS text) AS found
  FROM (SELECT 'default' AS kind, n.nspname AS place, c.relname || '.' || a.attname AS name, CASE WHEN a.atthasdef OR a.attidentity <> '' THEN 'yes' ELSE 'no' END AS says FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relkind IN ('r', 'p') AND n.nspname = current_schema() AND c.relname IN (
    'item')) here
) facts
GROUP BY kind, place, name
HAVING (MAX(expected) IS NULL AND kind IN ('column', 'primary key', 'unique', 'foreign key', 'check', 'exclude', 'index'))
    OR (MAX(found) IS NULL AND kind NOT IN ('type', 'default'))
    OR (MAX(expected) <> MAX(found))
ORDER BY kind, place, name;
\set migrator_found_2 :ROW_COUNT
\endif

\if :migrator_on
\echo '3. Keys and checks are as the revisions say. (kind | name | expected | found)'
SELECT kind, place || '.' || name AS name,
    COALESCE(MAX(expected), 'nothing') AS expected, COALESCE(MAX(found), 'nothing') AS found
FROM (
SELECT CAST(kind AS text) AS kind, CAST(CASE place WHEN '.' THEN current_schema() ELSE place END AS text) AS place, CAST(name AS text) AS name, CAST(says AS text) AS expected, CAST(NULL AS text) AS found
  FROM (VALUES
    ('primary key', '.', 'item', '(id)')
  ) AS told (kind, place, name, says)
UNION ALL
SELECT CAST(kind AS text) AS kind, CAST(place AS text) AS place, CAST(name AS text) AS name, CAST(NULL AS text) AS expected, CAST(says AS text) AS found
  FROM (SELECT CASE k.contype WHEN 'p' THEN 'primary key' WHEN 'u' THEN 'unique' WHEN 'f' THEN 'foreign key' WHEN 'x' THEN 'exclude' ELSE 'check' END AS kind, n.nspname AS place,
      c.relname || CASE k.contype WHEN 'p' THEN '' ELSE '.' || k.conname END AS name,
      CASE k.contype WHEN 'x' THEN 'exclude' ELSE (SELECT '(' || string_agg(a.attname, ', ' ORDER BY u.at) || ')' FROM unnest(k.conkey) WITH ORDINALITY u (num, at)
      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num) END
        || CASE k.contype WHEN 'f' THEN ' references ' || (SELECT r.relname FROM pg_class r WHERE r.oid = k.confrelid) || ' ' || (SELECT '(' || string_agg(a.attname, ', ' ORDER BY u.at) || ')' FROM unnest(k.confkey) WITH ORDINALITY u (num, at)
      JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.num) ELSE '' END
        || CASE WHEN k.convalidated THEN '' ELSE ' NOT VALID' END AS says
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE k.contype IN ('p', 'u', 'f', 'x') AND k.conparentid = 0 AND n.nspname = current_schema() AND c.relname IN (
    'item')) here
UNION ALL
SELECT CAST(kind AS text) AS kind, CAST(place AS text) AS place, CAST(name AS text) AS name, CAST(NULL AS text) AS expected, CAST(says AS text) AS found
  FROM (SELECT 'check' AS kind, n.nspname AS place, c.relname || '.' || k.conname AS name, 'check' || CASE WHEN k.convalidated THEN '' ELSE ' NOT VALID' END AS says
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE k.contype = 'c' AND k.conparentid = 0 AND k.conislocal AND n.nspname = current_schema() AND c.relname IN (
    'item')) here
UNION ALL
SELECT CAST(kind AS text) AS kind, CAST(place AS text) AS place, CAST(name AS text) AS name, CAST(NULL AS text) AS expected, CAST(says AS text) AS found
  FROM (SELECT 'checks' AS kind, n.nspname AS place, c.relname AS name, count(*)::text AS says
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE k.contype = 'c' AND k.conparentid = 0 AND k.conislocal AND 1 = 0
  GROUP BY n.nspname, c.relname) here
) facts
GROUP BY kind, place, name
HAVING (MAX(expected) IS NULL AND kind IN ('column', 'primary key', 'unique', 'foreign key', 'check', 'exclude', 'index'))
    OR (MAX(found) IS NULL AND kind NOT IN ('type', 'default'))
    OR (MAX(expected) <> MAX(found))
ORDER BY kind, place, name;
\set migrator_found_3 :ROW_COUNT
\endif

\if :migrator_on
\echo '4. Indexes are as the revisions say. (kind | name | expected | found)'
SELECT kind, place || '.' || name AS name,
    COALESCE(MAX(expected), 'nothing') AS expected, COALESCE(MAX(found), 'nothing') AS found
FROM (
SELECT CAST(kind AS text) AS kind, CAST(place AS text) AS place, CAST(name AS text) AS name, CAST(NULL AS text) AS expected, CAST(says AS text) AS found
  FROM (SELECT 'index' AS kind, n.nspname AS place, c.relname || '.' || x.relname AS name,
      CASE WHEN i.indisunique THEN 'unique ' ELSE '' END || (SELECT '(' || string_agg(coalesce(a.attname, 'an expression'), ', ' ORDER BY u.at) || ')'
      FROM generate_series(1, i.indnkeyatts) u (at)
      LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = (i.indkey::int2[])[u.at - 1] AND a.attnum <> 0)
        || CASE WHEN i.indisvalid THEN '' ELSE ' INVALID' END AS says
    FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.conrelid = c.oid AND k.contype IN ('p', 'u', 'x'))
    AND n.nspname = current_schema() AND c.relname IN (
    'item')) here
) facts
GROUP BY kind, place, name
HAVING (MAX(expected) IS NULL AND kind IN ('column', 'primary key', 'unique', 'foreign key', 'check', 'exclude', 'index'))
    OR (MAX(found) IS NULL AND kind NOT IN ('type', 'default'))
    OR (MAX(expected) <> MAX(found))
ORDER BY kind, place, name;
\set migrator_found_4 :ROW_COUNT
\endif

\if :migrator_on
\echo '5. The account may read what is asked next. Where it may not: GRANT SELECT on it, and ask again. (finding)'
SELECT finding FROM (
SELECT (SELECT 'expects the right to read ' || CASE count(*) WHEN 1 THEN 'table ' ELSE 'tables ' END || string_agg(CAST(c.relname AS varchar), ', ' ORDER BY c.relname) || CASE count(*) WHEN 1 THEN ', which belongs to ' ELSE ', which belong to ' END || string_agg(DISTINCT pg_get_userbyid(c.relowner)::text, ', ') || ': GRANT ' || 'SELECT ON ' || string_agg(CAST(c.oid::regclass AS varchar), ', ' ORDER BY c.relname) || ' TO ' || quote_ident(CAST(current_user AS varchar))
      FROM pg_catalog.pg_class c WHERE c.oid IN (to_regclass('"migrator_version"'), to_regclass('"migrator_version_ledger"'), to_regclass('"migrator_version_log"')) AND NOT has_any_column_privilege(c.oid, 'SELECT')) AS finding
) asked WHERE finding IS NOT NULL;
\set migrator_told_5 :ROW_COUNT
SELECT :migrator_told_5 = 0 AS migrator_on \gset
\endif

\if :migrator_on
\echo '6. The version rows are: bf097de6. (kind | name | expected | found)'
\set migrator_there false
SELECT to_regclass('"migrator_version"') IS NOT NULL AS migrator_there \gset
\if :migrator_there
SELECT 'version row' AS kind, name,
    COALESCE(MAX(expected), 'nothing') AS expected, COALESCE(MAX(found), 'nothing') AS found
FROM (
SELECT CAST(name AS text) AS name, CAST(says AS text) AS expected, CAST(NULL AS text) AS found
  FROM (VALUES
    ('version row', '.', 'bf097de6', 'there')
  ) AS told (kind, place, name, says)
UNION ALL
SELECT CAST(name AS text) AS name, CAST(NULL AS text) AS expected, CAST(says AS text) AS found
  FROM (SELECT version_num AS name, 'there' AS says FROM "migrator_version") here
) facts
GROUP BY name
HAVING MAX(expected) IS NULL OR MAX(found) IS NULL OR MAX(expected) <> MAX(found)
ORDER BY name;
\set migrator_found_6 :ROW_COUNT
\else
SELECT 'version table' AS kind, 'migrator_version' AS name, 'there' AS expected, 'there is no table of that name that this account can see: no script of migrator ever ran here, or this is another database or schema than it ran in' AS found;
\set migrator_found_6 :ROW_COUNT
\endif
\endif

\if :migrator_on
\echo '7. No revision was left half done. (kind | name | expected | found)'
\set migrator_there false
SELECT to_regclass('"migrator_version_ledger"') IS NOT NULL AS migrator_there \gset
\if :migrator_there
SELECT 'ledger row' AS kind, revision AS name, 'nothing' AS expected, direction || ', ' || state AS found
  FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started');
\set migrator_found_7 :ROW_COUNT
\else
\echo 'There is no table migrator_version_ledger.'
\endif
\endif

\if :migrator_on
\echo '8. The log says that these revisions were applied last, as they are written here. (kind | name | expected | found)'
\set migrator_there false
SELECT to_regclass('"migrator_version_log"') IS NOT NULL AS migrator_there \gset
\if :migrator_there
SELECT 'log row' AS kind, name,
    COALESCE(MAX(expected), 'nothing') AS expected, COALESCE(MAX(found), 'nothing') AS found
FROM (
SELECT CAST(name AS text) AS name, CAST(says AS text) AS expected, CAST(NULL AS text) AS found
  FROM (VALUES
    ('log row', '.', 'bf097de6', 'up 73446f42fa7eba8698a2a1dc6ddc176515f6f033c0130b0986550bb0440e42e0')
  ) AS told (kind, place, name, says)
UNION ALL
SELECT CAST(name AS text) AS name, CAST(NULL AS text) AS expected, CAST(says AS text) AS found
  FROM (SELECT revision AS name, direction || ' ' || digest AS says FROM "migrator_version_log"
    WHERE entry IN (SELECT MAX(entry) FROM "migrator_version_log" GROUP BY revision) AND revision IN (
    'bf097de6')) here
) facts
GROUP BY name
HAVING MAX(expected) IS NULL OR MAX(found) IS NULL OR MAX(expected) <> MAX(found)
ORDER BY name;
\set migrator_found_8 :ROW_COUNT
\else
SELECT 'log' AS kind, 'migrator_version_log' AS name, 'there' AS expected, 'there is no log that this account can see' AS found;
\set migrator_found_8 :ROW_COUNT
\endif
\endif

\set migrator_good false
SELECT :migrator_found_2 + :migrator_found_3 + :migrator_found_4 + :migrator_found_6 + :migrator_found_7 + :migrator_found_8 AS migrator_found, :migrator_found_2 + :migrator_found_3 + :migrator_found_4 + :migrator_found_6 + :migrator_found_7 + :migrator_found_8 = 0 AS migrator_good, :migrator_told_1 + :migrator_told_5 > 0 AS migrator_open \gset
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
\echo 'verified: the database is what the revisions say at bf097de6'
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
