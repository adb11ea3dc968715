-- verify.sql: made by migrator 0.1.0 for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- It compares a database with what the revisions up to 7bd9035ea6f2 say of it: tables, keys, indexes and other
-- objects by the catalog, the version rows, and what the ledger and the log say.
-- Run it after upgrade.sql.
-- Things that no revision speaks of are not looked at, but for what stands in one of their tables.
--
-- To: 7bd9035ea6f2
-- It only reads: it changes nothing, and may run again at any time.
--
-- Version table: migrator_version
-- Script: 02c3340d5a3f747c86dba33a13b274c34c18a9388cc5570c88ff123e19f49731
--
-- Run it:
--   psql -X -d DATABASE -L verify.log -f verify.sql
-- Under each question stands what it found. The last line is the verdict; the client ends with status 0 when it
-- is good, and with another one when it is not.

\set ON_ERROR_STOP on
-- Nothing in this transaction can write, and its settings end with it.
BEGIN READ ONLY;
SET LOCAL client_encoding = 'UTF8';
\set migrator_told_1 0
\set migrator_found_2 0
\set migrator_found_3 0
\set migrator_found_4 0
\set migrator_found_5 0
\set migrator_found_6 0

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
SELECT CAST(kind AS varchar(1024)) AS kind, CAST(CASE place WHEN '.' THEN current_schema() ELSE place END AS varchar(1024)) AS place, CAST(name AS varchar(1024)) AS name, CAST(says AS varchar(1024)) AS expected, CAST(NULL AS varchar(1024)) AS found
  FROM (
    SELECT CAST('table' AS varchar(1024)) AS kind, CAST('.' AS varchar(1024)) AS place, CAST('account' AS varchar(1024)) AS name, CAST('table' AS varchar(1024)) AS says
    UNION ALL SELECT CAST('column' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('account.id' AS varchar(1024)), CAST('not null' AS varchar(1024))
    UNION ALL SELECT CAST('type' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('account.id' AS varchar(1024)), CAST('integer' AS varchar(1024))
    UNION ALL SELECT CAST('column' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('account.holder' AS varchar(1024)), CAST('not null' AS varchar(1024))
    UNION ALL SELECT CAST('type' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('account.holder' AS varchar(1024)), CAST('text' AS varchar(1024))
    UNION ALL SELECT CAST('default' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('account.holder' AS varchar(1024)), CAST('no' AS varchar(1024))
    UNION ALL SELECT CAST('column' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('account.balance' AS varchar(1024)), CAST('not null' AS varchar(1024))
    UNION ALL SELECT CAST('type' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('account.balance' AS varchar(1024)), CAST('decimal' AS varchar(1024))
    UNION ALL SELECT CAST('default' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('account.balance' AS varchar(1024)), CAST('yes' AS varchar(1024))
    UNION ALL SELECT CAST('column' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('account.closed' AS varchar(1024)), CAST('not null' AS varchar(1024))
    UNION ALL SELECT CAST('default' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('account.closed' AS varchar(1024)), CAST('yes' AS varchar(1024))
    UNION ALL SELECT CAST('column' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('account.opened_on' AS varchar(1024)), CAST('not null' AS varchar(1024))
    UNION ALL SELECT CAST('type' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('account.opened_on' AS varchar(1024)), CAST('date' AS varchar(1024))
    UNION ALL SELECT CAST('default' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('account.opened_on' AS varchar(1024)), CAST('no' AS varchar(1024))
    UNION ALL SELECT CAST('column' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('account.terms' AS varchar(1024)), CAST('null' AS varchar(1024))
    UNION ALL SELECT CAST('type' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('account.terms' AS varchar(1024)), CAST('text' AS varchar(1024))
    UNION ALL SELECT CAST('default' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('account.terms' AS varchar(1024)), CAST('no' AS varchar(1024))
    UNION ALL SELECT CAST('table' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('department' AS varchar(1024)), CAST('table' AS varchar(1024))
    UNION ALL SELECT CAST('column' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('department.code' AS varchar(1024)), CAST('not null' AS varchar(1024))
    UNION ALL SELECT CAST('type' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('department.code' AS varchar(1024)), CAST('text' AS varchar(1024))
    UNION ALL SELECT CAST('default' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('department.code' AS varchar(1024)), CAST('no' AS varchar(1024))
    UNION ALL SELECT CAST('column' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('department.name' AS varchar(1024)), CAST('not null' AS varchar(1024))
    UNION ALL SELECT CAST('type' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('department.name' AS varchar(1024)), CAST('text' AS varchar(1024))
    UNION ALL SELECT CAST('default' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('department.name' AS varchar(1024)), CAST('no' AS varchar(1024))
    UNION ALL SELECT CAST('column' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('department.budget' AS varchar(1024)), CAST('null' AS varchar(1024))
    UNION ALL SELECT CAST('type' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('department.budget' AS varchar(1024)), CAST('decimal' AS varchar(1024))
    UNION ALL SELECT CAST('default' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('department.budget' AS varchar(1024)), CAST('no' AS varchar(1024))
    UNION ALL SELECT CAST('table' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('department_employee' AS varchar(1024)), CAST('table' AS varchar(1024))
    UNION ALL SELECT CAST('column' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('department_employee.department_code' AS varchar(1024)), CAST('not null' AS varchar(1024))
    UNION ALL SELECT CAST('type' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('department_employee.department_code' AS varchar(1024)), CAST('text' AS varchar(1024))
    UNION ALL SELECT CAST('default' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('department_employee.department_code' AS varchar(1024)), CAST('no' AS varchar(1024))
    UNION ALL SELECT CAST('column' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('department_employee.employee_number' AS varchar(1024)), CAST('not null' AS varchar(1024))
    UNION ALL SELECT CAST('type' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('department_employee.employee_number' AS varchar(1024)), CAST('integer' AS varchar(1024))
    UNION ALL SELECT CAST('default' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('department_employee.employee_number' AS varchar(1024)), CAST('no' AS varchar(1024))
    UNION ALL SELECT CAST('column' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('department_employee.since' AS varchar(1024)), CAST('not null' AS varchar(1024))
    UNION ALL SELECT CAST('type' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('department_employee.since' AS varchar(1024)), CAST('date' AS varchar(1024))
    UNION ALL SELECT CAST('default' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('department_employee.since' AS varchar(1024)), CAST('no' AS varchar(1024))
    UNION ALL SELECT CAST('table' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('employee' AS varchar(1024)), CAST('table' AS varchar(1024))
    UNION ALL SELECT CAST('column' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('employee.number' AS varchar(1024)), CAST('not null' AS varchar(1024))
    UNION ALL SELECT CAST('type' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('employee.number' AS varchar(1024)), CAST('integer' AS varchar(1024))
    UNION ALL SELECT CAST('default' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('employee.number' AS varchar(1024)), CAST('no' AS varchar(1024))
    UNION ALL SELECT CAST('column' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('employee.first_name' AS varchar(1024)), CAST('not null' AS varchar(1024))
    UNION ALL SELECT CAST('type' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('employee.first_name' AS varchar(1024)), CAST('text' AS varchar(1024))
    UNION ALL SELECT CAST('default' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('employee.first_name' AS varchar(1024)), CAST('no' AS varchar(1024))
    UNION ALL SELECT CAST('column' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('employee.last_name' AS varchar(1024)), CAST('not null' AS varchar(1024))
    UNION ALL SELECT CAST('type' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('employee.last_name' AS varchar(1024)), CAST('text' AS varchar(1024))
    UNION ALL SELECT CAST('default' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('employee.last_name' AS varchar(1024)), CAST('no' AS varchar(1024))
    UNION ALL SELECT CAST('column' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('employee.born_on' AS varchar(1024)), CAST('null' AS varchar(1024))
    UNION ALL SELECT CAST('type' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('employee.born_on' AS varchar(1024)), CAST('date' AS varchar(1024))
    UNION ALL SELECT CAST('default' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('employee.born_on' AS varchar(1024)), CAST('no' AS varchar(1024))
    UNION ALL SELECT CAST('column' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('employee.part_time' AS varchar(1024)), CAST('not null' AS varchar(1024))
    UNION ALL SELECT CAST('default' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('employee.part_time' AS varchar(1024)), CAST('yes' AS varchar(1024))
    UNION ALL SELECT CAST('column' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('employee.remark' AS varchar(1024)), CAST('null' AS varchar(1024))
    UNION ALL SELECT CAST('type' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('employee.remark' AS varchar(1024)), CAST('text' AS varchar(1024))
    UNION ALL SELECT CAST('default' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('employee.remark' AS varchar(1024)), CAST('no' AS varchar(1024))
    UNION ALL SELECT CAST('column' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('employee.entered_at' AS varchar(1024)), CAST('not null' AS varchar(1024))
    UNION ALL SELECT CAST('type' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('employee.entered_at' AS varchar(1024)), CAST('timestamp' AS varchar(1024))
    UNION ALL SELECT CAST('default' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('employee.entered_at' AS varchar(1024)), CAST('yes' AS varchar(1024))
    UNION ALL SELECT CAST('column' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('employee.email' AS varchar(1024)), CAST('null' AS varchar(1024))
    UNION ALL SELECT CAST('type' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('employee.email' AS varchar(1024)), CAST('text' AS varchar(1024))
    UNION ALL SELECT CAST('default' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('employee.email' AS varchar(1024)), CAST('no' AS varchar(1024))
    UNION ALL SELECT CAST('table' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('product' AS varchar(1024)), CAST('table' AS varchar(1024))
    UNION ALL SELECT CAST('column' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('product.sku' AS varchar(1024)), CAST('not null' AS varchar(1024))
    UNION ALL SELECT CAST('type' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('product.sku' AS varchar(1024)), CAST('text' AS varchar(1024))
    UNION ALL SELECT CAST('default' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('product.sku' AS varchar(1024)), CAST('no' AS varchar(1024))
    UNION ALL SELECT CAST('column' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('product.title' AS varchar(1024)), CAST('not null' AS varchar(1024))
    UNION ALL SELECT CAST('type' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('product.title' AS varchar(1024)), CAST('text' AS varchar(1024))
    UNION ALL SELECT CAST('default' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('product.title' AS varchar(1024)), CAST('no' AS varchar(1024))
    UNION ALL SELECT CAST('column' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('product.price' AS varchar(1024)), CAST('not null' AS varchar(1024))
    UNION ALL SELECT CAST('type' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('product.price' AS varchar(1024)), CAST('decimal' AS varchar(1024))
    UNION ALL SELECT CAST('default' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('product.price' AS varchar(1024)), CAST('no' AS varchar(1024))
    UNION ALL SELECT CAST('column' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('product.discontinued' AS varchar(1024)), CAST('not null' AS varchar(1024))
    UNION ALL SELECT CAST('default' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('product.discontinued' AS varchar(1024)), CAST('yes' AS varchar(1024))
    UNION ALL SELECT CAST('column' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('product.discontinued_on' AS varchar(1024)), CAST('null' AS varchar(1024))
    UNION ALL SELECT CAST('type' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('product.discontinued_on' AS varchar(1024)), CAST('date' AS varchar(1024))
    UNION ALL SELECT CAST('default' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('product.discontinued_on' AS varchar(1024)), CAST('no' AS varchar(1024))
  ) told
UNION ALL
SELECT CAST(kind AS varchar(1024)) AS kind, CAST(place AS varchar(1024)) AS place, CAST(name AS varchar(1024)) AS name, CAST(NULL AS varchar(1024)) AS expected, CAST(says AS varchar(1024)) AS found
  FROM (SELECT CAST('table' AS varchar(64)) AS kind, table_schema AS place, table_name AS name, CAST('table' AS varchar(64)) AS says
    FROM information_schema.tables
  WHERE table_type = 'BASE TABLE' AND table_schema = current_schema() AND table_name IN (
    'account', 'department', 'department_employee', 'employee', 'product')) here
UNION ALL
SELECT CAST(kind AS varchar(1024)) AS kind, CAST(place AS varchar(1024)) AS place, CAST(name AS varchar(1024)) AS name, CAST(NULL AS varchar(1024)) AS expected, CAST(says AS varchar(1024)) AS found
  FROM (SELECT CAST('column' AS varchar(64)) AS kind, table_schema AS place, table_name || '.' || column_name AS name, CASE is_nullable WHEN 'YES' THEN 'null' ELSE 'not null' END AS says
    FROM information_schema.columns
  WHERE 1 = 1 AND table_schema = current_schema() AND table_name IN (
    'account', 'department', 'department_employee', 'employee', 'product')) here
UNION ALL
SELECT CAST(kind AS varchar(1024)) AS kind, CAST(place AS varchar(1024)) AS place, CAST(name AS varchar(1024)) AS name, CAST(NULL AS varchar(1024)) AS expected, CAST(says AS varchar(1024)) AS found
  FROM (SELECT CAST('type' AS varchar(64)) AS kind, table_schema AS place, table_name || '.' || column_name AS name,
      CASE WHEN data_type IN ('smallint', 'integer', 'bigint') THEN 'integer'
        WHEN data_type IN ('numeric') THEN 'decimal'
        WHEN data_type IN ('real', 'double precision') THEN 'float'
        WHEN data_type IN ('character varying', 'character', 'text', 'char', '"char"', 'bpchar') THEN 'text'
        WHEN data_type IN ('timestamp without time zone', 'timestamp with time zone') THEN 'timestamp'
        WHEN data_type IN ('time without time zone', 'time with time zone') THEN 'time'
        WHEN data_type IN ('bytea', 'varbyte', 'binary varying') THEN 'binary'
        ELSE data_type END AS says
    FROM information_schema.columns
  WHERE 1 = 1 AND table_schema = current_schema() AND table_name IN (
    'account', 'department', 'department_employee', 'employee', 'product')) here
UNION ALL
SELECT CAST(kind AS varchar(1024)) AS kind, CAST(place AS varchar(1024)) AS place, CAST(name AS varchar(1024)) AS name, CAST(NULL AS varchar(1024)) AS expected, CAST(says AS varchar(1024)) AS found
  FROM (SELECT CAST('default' AS varchar(64)) AS kind, table_schema AS place, table_name || '.' || column_name AS name, CASE WHEN column_default IS NOT NULL THEN 'yes' ELSE 'no' END AS says
    FROM information_schema.columns
  WHERE 1 = 1 AND table_schema = current_schema() AND table_name IN (
    'account', 'department', 'department_employee', 'employee', 'product')) here
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
SELECT CAST(kind AS varchar(1024)) AS kind, CAST(CASE place WHEN '.' THEN current_schema() ELSE place END AS varchar(1024)) AS place, CAST(name AS varchar(1024)) AS name, CAST(says AS varchar(1024)) AS expected, CAST(NULL AS varchar(1024)) AS found
  FROM (
    SELECT CAST('primary key' AS varchar(1024)) AS kind, CAST('.' AS varchar(1024)) AS place, CAST('account' AS varchar(1024)) AS name, CAST('primary key' AS varchar(1024)) AS says
    UNION ALL SELECT CAST('primary key' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('department' AS varchar(1024)), CAST('primary key' AS varchar(1024))
    UNION ALL SELECT CAST('unique' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('department.department_name_unique' AS varchar(1024)), CAST('unique' AS varchar(1024))
    UNION ALL SELECT CAST('foreign key' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('department_employee.department_employee_department_code_foreign' AS varchar(1024)), CAST('foreign key' AS varchar(1024))
    UNION ALL SELECT CAST('foreign key' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('department_employee.department_employee_employee_number_foreign' AS varchar(1024)), CAST('foreign key' AS varchar(1024))
    UNION ALL SELECT CAST('primary key' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('department_employee' AS varchar(1024)), CAST('primary key' AS varchar(1024))
    UNION ALL SELECT CAST('primary key' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('employee' AS varchar(1024)), CAST('primary key' AS varchar(1024))
    UNION ALL SELECT CAST('primary key' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('product' AS varchar(1024)), CAST('primary key' AS varchar(1024))
  ) told
UNION ALL
SELECT CAST(kind AS varchar(1024)) AS kind, CAST(place AS varchar(1024)) AS place, CAST(name AS varchar(1024)) AS name, CAST(NULL AS varchar(1024)) AS expected, CAST(says AS varchar(1024)) AS found
  FROM (SELECT CASE k.contype WHEN 'p' THEN 'primary key' WHEN 'u' THEN 'unique' WHEN 'f' THEN 'foreign key' END AS kind, n.nspname AS place, c.relname || CASE k.contype WHEN 'p' THEN '' ELSE '.' || k.conname END AS name,
      CASE k.contype WHEN 'p' THEN 'primary key' WHEN 'u' THEN 'unique' WHEN 'f' THEN 'foreign key' END AS says
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE k.contype IN ('p', 'u', 'f') AND 1 = 1 AND n.nspname = current_schema() AND c.relname IN (
    'account', 'department', 'department_employee', 'employee', 'product')) here
) facts
GROUP BY kind, place, name
HAVING (MAX(expected) IS NULL AND kind IN ('column', 'primary key', 'unique', 'foreign key', 'check', 'exclude', 'index'))
    OR (MAX(found) IS NULL AND kind NOT IN ('type', 'default'))
    OR (MAX(expected) <> MAX(found))
ORDER BY kind, place, name;
\set migrator_found_3 :ROW_COUNT
\endif

\if :migrator_on
\echo '4. The version rows are: 7bd9035ea6f2. (kind | name | expected | found)'
\set migrator_there false
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version' AND table_schema = current_schema()) AS migrator_there \gset
\if :migrator_there
SELECT 'version row' AS kind, name,
    COALESCE(MAX(expected), 'nothing') AS expected, COALESCE(MAX(found), 'nothing') AS found
FROM (
SELECT CAST(name AS varchar(1024)) AS name, CAST(says AS varchar(1024)) AS expected, CAST(NULL AS varchar(1024)) AS found
  FROM (
    SELECT CAST('version row' AS varchar(1024)) AS kind, CAST('.' AS varchar(1024)) AS place, CAST('7bd9035ea6f2' AS varchar(1024)) AS name, CAST('there' AS varchar(1024)) AS says
  ) told
UNION ALL
SELECT CAST(name AS varchar(1024)) AS name, CAST(NULL AS varchar(1024)) AS expected, CAST(says AS varchar(1024)) AS found
  FROM (SELECT version_num AS name, 'there' AS says FROM "migrator_version") here
) facts
GROUP BY name
HAVING MAX(expected) IS NULL OR MAX(found) IS NULL OR MAX(expected) <> MAX(found)
ORDER BY name;
\set migrator_found_4 :ROW_COUNT
\else
SELECT 'version table' AS kind, 'migrator_version' AS name, 'there' AS expected, 'there is no table of that name that this account can see: no script of migrator ever ran here, or this is another database or schema than it ran in' AS found;
\set migrator_found_4 :ROW_COUNT
\endif
\endif

\if :migrator_on
\echo '5. No revision was left half done. (kind | name | expected | found)'
\set migrator_there false
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version_ledger' AND table_schema = current_schema()) AS migrator_there \gset
\if :migrator_there
SELECT 'ledger row' AS kind, revision AS name, 'nothing' AS expected, direction || ', ' || state AS found
  FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started');
\set migrator_found_5 :ROW_COUNT
\else
\echo 'There is no table migrator_version_ledger.'
\endif
\endif

\if :migrator_on
\echo '6. The log says that these revisions were applied last, as they are written here. (kind | name | expected | found)'
\set migrator_there false
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version_log' AND table_schema = current_schema()) AS migrator_there \gset
\if :migrator_there
SELECT 'log row' AS kind, name,
    COALESCE(MAX(expected), 'nothing') AS expected, COALESCE(MAX(found), 'nothing') AS found
FROM (
SELECT CAST(name AS varchar(1024)) AS name, CAST(says AS varchar(1024)) AS expected, CAST(NULL AS varchar(1024)) AS found
  FROM (
    SELECT CAST('log row' AS varchar(1024)) AS kind, CAST('.' AS varchar(1024)) AS place, CAST('1a3f08c2b7d4' AS varchar(1024)) AS name, CAST('up 3c3c865ae2d26ee0e84e182416a264f603933db422bca01f180f7a0985b61571' AS varchar(1024)) AS says
    UNION ALL SELECT CAST('log row' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('2c90e5d41f6a' AS varchar(1024)), CAST('up f6d96ea5ab7509534bbc3ac7397de45b966e02d1b904a73ec7fc3a56cbb2ef7b' AS varchar(1024))
    UNION ALL SELECT CAST('log row' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('37b1d2f0a8ce' AS varchar(1024)), CAST('up f0d6a28f18c6ed45d7c0e83522ca52a41ad3f02f202550201ff609c2127afdfe' AS varchar(1024))
    UNION ALL SELECT CAST('log row' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('5f60b9e3d71c' AS varchar(1024)), CAST('up 2153d63ff4020a03c4e75a66975474f3e17ef68d5644aff7381ecde67881b704' AS varchar(1024))
    UNION ALL SELECT CAST('log row' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('4de87a15c093' AS varchar(1024)), CAST('up 70c2f607b649d118b8df92fa231fa896b1191be11bef2124522f5ea4e641b665' AS varchar(1024))
    UNION ALL SELECT CAST('log row' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('68a2c47fe0b5' AS varchar(1024)), CAST('up e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' AS varchar(1024))
    UNION ALL SELECT CAST('log row' AS varchar(1024)), CAST('.' AS varchar(1024)), CAST('7bd9035ea6f2' AS varchar(1024)), CAST('up e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' AS varchar(1024))
  ) told
UNION ALL
SELECT CAST(name AS varchar(1024)) AS name, CAST(NULL AS varchar(1024)) AS expected, CAST(says AS varchar(1024)) AS found
  FROM (SELECT revision AS name, direction || ' ' || digest AS says FROM "migrator_version_log"
    WHERE entry IN (SELECT MAX(entry) FROM "migrator_version_log" GROUP BY revision) AND revision IN (
    '1a3f08c2b7d4', '2c90e5d41f6a', '37b1d2f0a8ce', '5f60b9e3d71c', '4de87a15c093', '68a2c47fe0b5',
    '7bd9035ea6f2')) here
) facts
GROUP BY name
HAVING MAX(expected) IS NULL OR MAX(found) IS NULL OR MAX(expected) <> MAX(found)
ORDER BY name;
\set migrator_found_6 :ROW_COUNT
\else
SELECT 'log' AS kind, 'migrator_version_log' AS name, 'there' AS expected, 'there is no log that this account can see' AS found;
\set migrator_found_6 :ROW_COUNT
\endif
\endif

\set migrator_good false
SELECT :migrator_found_2 + :migrator_found_3 + :migrator_found_4 + :migrator_found_5 + :migrator_found_6 AS migrator_found, :migrator_found_2 + :migrator_found_3 + :migrator_found_4 + :migrator_found_5 + :migrator_found_6 = 0 AS migrator_good, :migrator_told_1 > 0 AS migrator_open \gset
ROLLBACK;
\if :migrator_good
\if :migrator_open
SELECT CAST('not verified: this account may not read all that is compared, see what was found above' AS integer);
\quit
\else
\echo 'verified: the database is what the revisions say at 7bd9035ea6f2'
\endif
\else
\echo :migrator_found 'found'
SELECT CAST('not verified: the database is not what the revisions say' AS integer);
\quit
\endif
