-- verify.sql: made by migrator for MariaDB 10.11 and mariadb
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- It compares a database with what the revisions up to ind03 say of it: tables, keys, indexes and other
-- objects by the catalog, the version rows, and what the ledger and the log say.
-- Run it after upgrade.sql.
-- Things that no revision speaks of are not looked at, but for what stands in one of their tables.
--
-- To: ind03
-- It only reads: it changes nothing, and may run again at any time.
--
-- Version table: migrator_version
-- Script: 34aa98f997cd061c05c10cf7de055fda3d1c674088cf89304b456cbf0885710d
--
-- Run it:
--   mariadb --default-character-set=utf8mb4 DATABASE < verify.sql
-- Under each question stands what it found. The last line is the verdict; the client ends with status 0 when it
-- is good, and with another one when it is not.

-- Nothing in this session can write until the questions are answered.
SET @migrator_closed = @@tx_read_only;
SET SESSION tx_read_only = 1;
SET NAMES utf8mb4 COLLATE utf8mb4_bin;
SET SESSION sql_mode = '';
SET SESSION group_concat_max_len = 1048576;
START TRANSACTION READ ONLY;
SET @migrator_found = 0, @migrator_open = 0;

SELECT '1. The catalog shows what is looked for. Where it does not: GRANT a right on it, and ask again. (finding)' AS migrator;
SELECT finding FROM (
SELECT (SELECT CONCAT('expects a right on table', IF(COUNT(*) = 1, ' ', 's '), GROUP_CONCAT(t.name ORDER BY t.name SEPARATOR ', '), ', which ', CURRENT_USER(), ' has not')
      FROM (SELECT 'log' AS name) t WHERE NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE', 'CREATE', 'DROP', 'REFERENCES', 'INDEX', 'ALTER', 'CREATE VIEW', 'SHOW VIEW', 'TRIGGER'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE', 'CREATE', 'DROP', 'REFERENCES', 'INDEX', 'ALTER', 'CREATE VIEW', 'SHOW VIEW', 'TRIGGER') AND DATABASE() LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE', 'CREATE', 'DROP', 'REFERENCES', 'INDEX', 'ALTER', 'CREATE VIEW', 'SHOW VIEW', 'TRIGGER') AND table_schema = DATABASE() AND table_name = t.name)
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE', 'CREATE', 'DROP', 'REFERENCES', 'INDEX', 'ALTER', 'CREATE VIEW', 'SHOW VIEW', 'TRIGGER') AND table_schema = DATABASE() AND table_name = t.name)
        AND CURRENT_ROLE() IS NULL) AS finding FROM DUAL
) asked WHERE finding IS NOT NULL;
SET @migrator_rows = FOUND_ROWS();
SET @migrator_open = @migrator_open + @migrator_rows;
SET @migrator_on = @migrator_rows = 0;

SELECT '2. Tables and columns are as the revisions say. (kind | name | expected | found)' AS migrator FROM DUAL WHERE @migrator_on;
SET @migrator_sql = IF(@migrator_on, 'SELECT kind, CONCAT(place, ''.'', name) AS name,
    COALESCE(MAX(expected), ''nothing'') AS expected, COALESCE(MAX(found), ''nothing'') AS found
FROM (
SELECT CONVERT(kind USING utf8mb4) COLLATE utf8mb4_general_ci AS kind, CONVERT(CASE place WHEN ''.'' THEN DATABASE() ELSE place END USING utf8mb4) COLLATE utf8mb4_general_ci AS place, CONVERT(name USING utf8mb4) COLLATE utf8mb4_general_ci AS name, CONVERT(says USING utf8mb4) COLLATE utf8mb4_general_ci AS expected, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_general_ci AS found
  FROM (
    SELECT ''table'' AS kind, ''.'' AS place, ''log'' AS name, ''table'' AS says
    UNION ALL SELECT ''column'', ''.'', ''log.id'', ''not null''
    UNION ALL SELECT ''type'', ''.'', ''log.id'', ''int''
    UNION ALL SELECT ''column'', ''.'', ''log.host'', ''not null''
    UNION ALL SELECT ''type'', ''.'', ''log.host'', ''varchar(60)''
    UNION ALL SELECT ''default'', ''.'', ''log.host'', ''no''
    UNION ALL SELECT ''column'', ''.'', ''log.user'', ''null''
    UNION ALL SELECT ''type'', ''.'', ''log.user'', ''varchar(60)''
    UNION ALL SELECT ''default'', ''.'', ''log.user'', ''no''
    UNION ALL SELECT ''column'', ''.'', ''log.status'', ''not null''
    UNION ALL SELECT ''type'', ''.'', ''log.status'', ''int''
    UNION ALL SELECT ''default'', ''.'', ''log.status'', ''no''
    UNION ALL SELECT ''column'', ''.'', ''log.size'', ''null''
    UNION ALL SELECT ''type'', ''.'', ''log.size'', ''int''
    UNION ALL SELECT ''default'', ''.'', ''log.size'', ''no''
  ) told
UNION ALL
SELECT CONVERT(kind USING utf8mb4) COLLATE utf8mb4_general_ci AS kind, CONVERT(place USING utf8mb4) COLLATE utf8mb4_general_ci AS place, CONVERT(name USING utf8mb4) COLLATE utf8mb4_general_ci AS name, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_general_ci AS expected, CONVERT(says USING utf8mb4) COLLATE utf8mb4_general_ci AS found
  FROM (SELECT ''table'' AS kind, TABLE_SCHEMA AS place, TABLE_NAME AS name, ''table'' AS says
    FROM information_schema.TABLES
  WHERE TABLE_TYPE NOT IN (''VIEW'', ''SEQUENCE'') AND TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN (
    ''log'')) here
UNION ALL
SELECT CONVERT(kind USING utf8mb4) COLLATE utf8mb4_general_ci AS kind, CONVERT(place USING utf8mb4) COLLATE utf8mb4_general_ci AS place, CONVERT(name USING utf8mb4) COLLATE utf8mb4_general_ci AS name, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_general_ci AS expected, CONVERT(says USING utf8mb4) COLLATE utf8mb4_general_ci AS found
  FROM (SELECT ''column'' AS kind, TABLE_SCHEMA AS place, CONCAT(TABLE_NAME, ''.'', COLUMN_NAME) AS name, IF(IS_NULLABLE = ''YES'', ''null'', ''not null'') AS says
    FROM information_schema.COLUMNS
  WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN (
    ''log'')) here
UNION ALL
SELECT CONVERT(kind USING utf8mb4) COLLATE utf8mb4_general_ci AS kind, CONVERT(place USING utf8mb4) COLLATE utf8mb4_general_ci AS place, CONVERT(name USING utf8mb4) COLLATE utf8mb4_general_ci AS name, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_general_ci AS expected, CONVERT(says USING utf8mb4) COLLATE utf8mb4_general_ci AS found
  FROM (SELECT ''type'' AS kind, TABLE_SCHEMA AS place, CONCAT(TABLE_NAME, ''.'', COLUMN_NAME) AS name,
      CASE WHEN DATA_TYPE IN (''tinyint'', ''smallint'', ''mediumint'', ''int'', ''bigint'', ''year'')
        THEN CONCAT(DATA_TYPE, IF(LOCATE(''unsigned'', COLUMN_TYPE) > 0, '' unsigned'', '''')) ELSE COLUMN_TYPE END AS says
    FROM information_schema.COLUMNS
  WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN (
    ''log'')) here
UNION ALL
SELECT CONVERT(kind USING utf8mb4) COLLATE utf8mb4_general_ci AS kind, CONVERT(place USING utf8mb4) COLLATE utf8mb4_general_ci AS place, CONVERT(name USING utf8mb4) COLLATE utf8mb4_general_ci AS name, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_general_ci AS expected, CONVERT(says USING utf8mb4) COLLATE utf8mb4_general_ci AS found
  FROM (SELECT ''default'' AS kind, TABLE_SCHEMA AS place, CONCAT(TABLE_NAME, ''.'', COLUMN_NAME) AS name,
      IF((COLUMN_DEFAULT IS NOT NULL AND COLUMN_DEFAULT <> ''NULL'')
      OR EXTRA LIKE ''%auto_increment%'' OR EXTRA LIKE ''%GENERATED%'' OR EXTRA LIKE ''%VIRTUAL%'' OR EXTRA LIKE ''%PERSISTENT%'', ''yes'', ''no'') AS says
    FROM information_schema.COLUMNS
  WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN (
    ''log'')) here
) facts
GROUP BY kind, place, name
HAVING (MAX(expected) IS NULL AND kind IN (''column'', ''primary key'', ''unique'', ''foreign key'', ''check'', ''exclude'', ''index''))
    OR (MAX(found) IS NULL AND kind NOT IN (''type'', ''default''))
    OR (MAX(expected) <> MAX(found))
ORDER BY kind, place, name', 'SELECT 1 FROM DUAL WHERE FALSE');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
SET @migrator_rows = FOUND_ROWS();
DEALLOCATE PREPARE migrator_step;
SET @migrator_found = @migrator_found + @migrator_rows;

SELECT '3. Keys and checks are as the revisions say. (kind | name | expected | found)' AS migrator FROM DUAL WHERE @migrator_on;
SET @migrator_sql = IF(@migrator_on, 'SELECT kind, CONCAT(place, ''.'', name) AS name,
    COALESCE(MAX(expected), ''nothing'') AS expected, COALESCE(MAX(found), ''nothing'') AS found
FROM (
SELECT CONVERT(kind USING utf8mb4) COLLATE utf8mb4_general_ci AS kind, CONVERT(CASE place WHEN ''.'' THEN DATABASE() ELSE place END USING utf8mb4) COLLATE utf8mb4_general_ci AS place, CONVERT(name USING utf8mb4) COLLATE utf8mb4_general_ci AS name, CONVERT(says USING utf8mb4) COLLATE utf8mb4_general_ci AS expected, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_general_ci AS found
  FROM (
    SELECT ''primary key'' AS kind, ''.'' AS place, ''log'' AS name, ''(id)'' AS says
  ) told
UNION ALL
SELECT CONVERT(kind USING utf8mb4) COLLATE utf8mb4_general_ci AS kind, CONVERT(place USING utf8mb4) COLLATE utf8mb4_general_ci AS place, CONVERT(name USING utf8mb4) COLLATE utf8mb4_general_ci AS name, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_general_ci AS expected, CONVERT(says USING utf8mb4) COLLATE utf8mb4_general_ci AS found
  FROM (SELECT ''primary key'' AS kind, TABLE_SCHEMA AS place, TABLE_NAME AS name,
      CONCAT(''('', GROUP_CONCAT(COLUMN_NAME ORDER BY ORDINAL_POSITION SEPARATOR '', ''), '')'') AS says
    FROM information_schema.KEY_COLUMN_USAGE
  WHERE CONSTRAINT_NAME = ''PRIMARY'' AND TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN (
    ''log'')
  GROUP BY TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_NAME) here
UNION ALL
SELECT CONVERT(kind USING utf8mb4) COLLATE utf8mb4_general_ci AS kind, CONVERT(place USING utf8mb4) COLLATE utf8mb4_general_ci AS place, CONVERT(name USING utf8mb4) COLLATE utf8mb4_general_ci AS name, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_general_ci AS expected, CONVERT(says USING utf8mb4) COLLATE utf8mb4_general_ci AS found
  FROM (SELECT ''foreign key'' AS kind, TABLE_SCHEMA AS place, CONCAT(TABLE_NAME, ''.'', CONSTRAINT_NAME) AS name,
      CONCAT(''('', GROUP_CONCAT(COLUMN_NAME ORDER BY ORDINAL_POSITION SEPARATOR '', ''), '')'', '' references '', MAX(REFERENCED_TABLE_NAME), '' '', ''('', GROUP_CONCAT(REFERENCED_COLUMN_NAME ORDER BY ORDINAL_POSITION SEPARATOR '', ''), '')'') AS says
    FROM information_schema.KEY_COLUMN_USAGE
  WHERE REFERENCED_TABLE_NAME IS NOT NULL AND TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN (
    ''log'')
  GROUP BY TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_NAME) here
UNION ALL
SELECT CONVERT(kind USING utf8mb4) COLLATE utf8mb4_general_ci AS kind, CONVERT(place USING utf8mb4) COLLATE utf8mb4_general_ci AS place, CONVERT(name USING utf8mb4) COLLATE utf8mb4_general_ci AS name, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_general_ci AS expected, CONVERT(says USING utf8mb4) COLLATE utf8mb4_general_ci AS found
  FROM (SELECT ''check'' AS kind, CONSTRAINT_SCHEMA AS place, CONCAT(TABLE_NAME, ''.'', CONSTRAINT_NAME) AS name, ''check'' AS says
    FROM information_schema.CHECK_CONSTRAINTS
  WHERE NOT (LEVEL = ''Column'' AND CHECK_CLAUSE REGEXP ''^json_valid[(]`([^`]|``)+`[)]$'') AND CONSTRAINT_SCHEMA = DATABASE() AND TABLE_NAME IN (
    ''log'')) here
UNION ALL
SELECT CONVERT(kind USING utf8mb4) COLLATE utf8mb4_general_ci AS kind, CONVERT(place USING utf8mb4) COLLATE utf8mb4_general_ci AS place, CONVERT(name USING utf8mb4) COLLATE utf8mb4_general_ci AS name, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_general_ci AS expected, CONVERT(says USING utf8mb4) COLLATE utf8mb4_general_ci AS found
  FROM (SELECT ''checks'' AS kind, CONSTRAINT_SCHEMA AS place, TABLE_NAME AS name, CAST(COUNT(*) AS CHAR) AS says
    FROM information_schema.CHECK_CONSTRAINTS
  WHERE NOT (LEVEL = ''Column'' AND CHECK_CLAUSE REGEXP ''^json_valid[(]`([^`]|``)+`[)]$'') AND 1 = 0
  GROUP BY CONSTRAINT_SCHEMA, TABLE_NAME) here
) facts
GROUP BY kind, place, name
HAVING (MAX(expected) IS NULL AND kind IN (''column'', ''primary key'', ''unique'', ''foreign key'', ''check'', ''exclude'', ''index''))
    OR (MAX(found) IS NULL AND kind NOT IN (''type'', ''default''))
    OR (MAX(expected) <> MAX(found))
ORDER BY kind, place, name', 'SELECT 1 FROM DUAL WHERE FALSE');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
SET @migrator_rows = FOUND_ROWS();
DEALLOCATE PREPARE migrator_step;
SET @migrator_found = @migrator_found + @migrator_rows;

SELECT '4. Indexes are as the revisions say. (kind | name | expected | found)' AS migrator FROM DUAL WHERE @migrator_on;
SET @migrator_sql = IF(@migrator_on, 'SELECT kind, CONCAT(place, ''.'', name) AS name,
    COALESCE(MAX(expected), ''nothing'') AS expected, COALESCE(MAX(found), ''nothing'') AS found
FROM (
SELECT CONVERT(kind USING utf8mb4) COLLATE utf8mb4_general_ci AS kind, CONVERT(CASE place WHEN ''.'' THEN DATABASE() ELSE place END USING utf8mb4) COLLATE utf8mb4_general_ci AS place, CONVERT(name USING utf8mb4) COLLATE utf8mb4_general_ci AS name, CONVERT(says USING utf8mb4) COLLATE utf8mb4_general_ci AS expected, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_general_ci AS found
  FROM (
    SELECT ''index'' AS kind, ''.'' AS place, ''log.log_user_index'' AS name, ''(user)'' AS says
    UNION ALL SELECT ''index'', ''.'', ''log.log_once'', ''unique (host, user)''
    UNION ALL SELECT ''index'', ''.'', ''log.log_user_status'', ''(user, status)''
  ) told
UNION ALL
SELECT CONVERT(kind USING utf8mb4) COLLATE utf8mb4_general_ci AS kind, CONVERT(place USING utf8mb4) COLLATE utf8mb4_general_ci AS place, CONVERT(name USING utf8mb4) COLLATE utf8mb4_general_ci AS name, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_general_ci AS expected, CONVERT(says USING utf8mb4) COLLATE utf8mb4_general_ci AS found
  FROM (SELECT ''index'' AS kind, TABLE_SCHEMA AS place, CONCAT(TABLE_NAME, ''.'', INDEX_NAME) AS name,
      CONCAT(IF(MAX(NON_UNIQUE) = 0, ''unique '', ''''), ''('', GROUP_CONCAT(COALESCE(COLUMN_NAME, ''an expression'') ORDER BY SEQ_IN_INDEX SEPARATOR '', ''), '')'') AS says
    FROM information_schema.STATISTICS
  WHERE INDEX_NAME <> ''PRIMARY'' AND TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN (
    ''log'')
  GROUP BY TABLE_SCHEMA, TABLE_NAME, INDEX_NAME) here
) facts
GROUP BY kind, place, name
HAVING (MAX(expected) IS NULL AND kind IN (''column'', ''primary key'', ''unique'', ''foreign key'', ''check'', ''exclude'', ''index''))
    OR (MAX(found) IS NULL AND kind NOT IN (''type'', ''default''))
    OR (MAX(expected) <> MAX(found))
ORDER BY kind, place, name', 'SELECT 1 FROM DUAL WHERE FALSE');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
SET @migrator_rows = FOUND_ROWS();
DEALLOCATE PREPARE migrator_step;
SET @migrator_found = @migrator_found + @migrator_rows;

SELECT '5. The account may read what is asked next. Where it may not: GRANT SELECT on it, and ask again. (finding)' AS migrator FROM DUAL WHERE @migrator_on;
SET @migrator_sql = IF(@migrator_on, 'SELECT finding FROM (
SELECT (SELECT CONCAT(''expects the right to read table'', IF(COUNT(*) = 1, '' '', ''s ''), GROUP_CONCAT(t.name ORDER BY t.name SEPARATOR '', ''), '', which '', CURRENT_USER(), '' has not'')
      FROM (SELECT ''migrator_version'' AS name UNION SELECT ''migrator_version_ledger'' UNION SELECT ''migrator_version_log'') t WHERE NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''''''', '''') = CURRENT_USER() AND privilege_type IN (''SELECT''))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''''''', '''') = CURRENT_USER() AND privilege_type IN (''SELECT'') AND DATABASE() LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''''''', '''') = CURRENT_USER() AND privilege_type IN (''SELECT'') AND table_schema = DATABASE() AND table_name = t.name)
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''''''', '''') = CURRENT_USER() AND privilege_type IN (''SELECT'') AND table_schema = DATABASE() AND table_name = t.name)
        AND CURRENT_ROLE() IS NULL) AS finding FROM DUAL
) asked WHERE finding IS NOT NULL', 'SELECT 1 FROM DUAL WHERE FALSE');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
SET @migrator_rows = FOUND_ROWS();
DEALLOCATE PREPARE migrator_step;
SET @migrator_open = @migrator_open + @migrator_rows;
SET @migrator_on = @migrator_on AND @migrator_rows = 0;

SELECT '6. The version rows are: ind03. (kind | name | expected | found)' AS migrator FROM DUAL WHERE @migrator_on;
SET @migrator_there = @migrator_on AND EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migrator_version'), @migrator_rows = 0;
SET @migrator_sql = IF(@migrator_there, 'SELECT COUNT(*) INTO @migrator_rows FROM (SELECT ''version row'' AS kind, name,
    COALESCE(MAX(expected), ''nothing'') AS expected, COALESCE(MAX(found), ''nothing'') AS found
FROM (
SELECT CONVERT(name USING utf8mb4) COLLATE utf8mb4_bin AS name, CONVERT(says USING utf8mb4) COLLATE utf8mb4_bin AS expected, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_bin AS found
  FROM (
    SELECT ''version row'' AS kind, ''.'' AS place, ''ind03'' AS name, ''there'' AS says
  ) told
UNION ALL
SELECT CONVERT(name USING utf8mb4) COLLATE utf8mb4_bin AS name, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_bin AS expected, CONVERT(says USING utf8mb4) COLLATE utf8mb4_bin AS found
  FROM (SELECT version_num AS name, ''there'' AS says FROM `migrator_version`) here
) facts
GROUP BY name
HAVING MAX(expected) IS NULL OR MAX(found) IS NULL OR MAX(expected) <> MAX(found)
ORDER BY name) found', IF(@migrator_on, 'SELECT COUNT(*) INTO @migrator_rows FROM (SELECT ''version table'' AS kind, ''migrator_version'' AS name, ''there'' AS expected, ''there is no table of that name that this account can see: no script of migrator ever ran here, or this is another database or schema than it ran in'' AS found FROM DUAL) found', 'DO 0'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_sql = IF(@migrator_there, 'SELECT ''version row'' AS kind, name,
    COALESCE(MAX(expected), ''nothing'') AS expected, COALESCE(MAX(found), ''nothing'') AS found
FROM (
SELECT CONVERT(name USING utf8mb4) COLLATE utf8mb4_bin AS name, CONVERT(says USING utf8mb4) COLLATE utf8mb4_bin AS expected, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_bin AS found
  FROM (
    SELECT ''version row'' AS kind, ''.'' AS place, ''ind03'' AS name, ''there'' AS says
  ) told
UNION ALL
SELECT CONVERT(name USING utf8mb4) COLLATE utf8mb4_bin AS name, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_bin AS expected, CONVERT(says USING utf8mb4) COLLATE utf8mb4_bin AS found
  FROM (SELECT version_num AS name, ''there'' AS says FROM `migrator_version`) here
) facts
GROUP BY name
HAVING MAX(expected) IS NULL OR MAX(found) IS NULL OR MAX(expected) <> MAX(found)
ORDER BY name', IF(@migrator_on, 'SELECT ''version table'' AS kind, ''migrator_version'' AS name, ''there'' AS expected, ''there is no table of that name that this account can see: no script of migrator ever ran here, or this is another database or schema than it ran in'' AS found FROM DUAL', 'DO 0'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_found = @migrator_found + @migrator_rows;

SELECT '7. No revision was left half done. (kind | name | expected | found)' AS migrator FROM DUAL WHERE @migrator_on;
SET @migrator_there = @migrator_on AND EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migrator_version_ledger'), @migrator_rows = 0;
SET @migrator_sql = IF(@migrator_there, 'SELECT COUNT(*) INTO @migrator_rows FROM (SELECT ''ledger row'' AS kind, revision AS name, ''nothing'' AS expected, CONCAT(direction, '', '', state) AS found
  FROM `migrator_version_ledger` WHERE (step BETWEEN 1 AND steps - 1 OR state = ''started'')) found', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_sql = IF(@migrator_there, 'SELECT ''ledger row'' AS kind, revision AS name, ''nothing'' AS expected, CONCAT(direction, '', '', state) AS found
  FROM `migrator_version_ledger` WHERE (step BETWEEN 1 AND steps - 1 OR state = ''started'')', IF(@migrator_on, 'SELECT ''There is no table migrator_version_ledger.'' AS migrator', 'DO 0'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_found = @migrator_found + @migrator_rows;

SELECT '8. The log says that these revisions were applied last, as they are written here. (kind | name | expected | found)' AS migrator FROM DUAL WHERE @migrator_on;
SET @migrator_there = @migrator_on AND EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migrator_version_log'), @migrator_rows = 0;
SET @migrator_sql = IF(@migrator_there, 'SELECT COUNT(*) INTO @migrator_rows FROM (SELECT ''log row'' AS kind, name,
    COALESCE(MAX(expected), ''nothing'') AS expected, COALESCE(MAX(found), ''nothing'') AS found
FROM (
SELECT CONVERT(name USING utf8mb4) COLLATE utf8mb4_bin AS name, CONVERT(says USING utf8mb4) COLLATE utf8mb4_bin AS expected, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_bin AS found
  FROM (
    SELECT ''log row'' AS kind, ''.'' AS place, ''ind01'' AS name, ''up 7bbad737c376daefa4339e2ae48511aca11e019b0999801524ae4022eb7f86dc'' AS says
    UNION ALL SELECT ''log row'', ''.'', ''ind02'', ''up 3194140c95f0eac7b17a874ec72201ff63a0ea159794ae0d961942e634b3c618''
    UNION ALL SELECT ''log row'', ''.'', ''ind03'', ''up 0ede90603e9350443ccd2c8a514a73bc31c14cb4d6916938fa94131af76d152e''
  ) told
UNION ALL
SELECT CONVERT(name USING utf8mb4) COLLATE utf8mb4_bin AS name, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_bin AS expected, CONVERT(says USING utf8mb4) COLLATE utf8mb4_bin AS found
  FROM (SELECT revision AS name, CONCAT(direction, '' '', digest) AS says FROM `migrator_version_log`
    WHERE entry IN (SELECT MAX(entry) FROM `migrator_version_log` GROUP BY revision) AND revision IN (
    ''ind01'', ''ind02'', ''ind03'')) here
) facts
GROUP BY name
HAVING MAX(expected) IS NULL OR MAX(found) IS NULL OR MAX(expected) <> MAX(found)
ORDER BY name) found', IF(@migrator_on, 'SELECT COUNT(*) INTO @migrator_rows FROM (SELECT ''log'' AS kind, ''migrator_version_log'' AS name, ''there'' AS expected, ''there is no log that this account can see'' AS found FROM DUAL) found', 'DO 0'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_sql = IF(@migrator_there, 'SELECT ''log row'' AS kind, name,
    COALESCE(MAX(expected), ''nothing'') AS expected, COALESCE(MAX(found), ''nothing'') AS found
FROM (
SELECT CONVERT(name USING utf8mb4) COLLATE utf8mb4_bin AS name, CONVERT(says USING utf8mb4) COLLATE utf8mb4_bin AS expected, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_bin AS found
  FROM (
    SELECT ''log row'' AS kind, ''.'' AS place, ''ind01'' AS name, ''up 7bbad737c376daefa4339e2ae48511aca11e019b0999801524ae4022eb7f86dc'' AS says
    UNION ALL SELECT ''log row'', ''.'', ''ind02'', ''up 3194140c95f0eac7b17a874ec72201ff63a0ea159794ae0d961942e634b3c618''
    UNION ALL SELECT ''log row'', ''.'', ''ind03'', ''up 0ede90603e9350443ccd2c8a514a73bc31c14cb4d6916938fa94131af76d152e''
  ) told
UNION ALL
SELECT CONVERT(name USING utf8mb4) COLLATE utf8mb4_bin AS name, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_bin AS expected, CONVERT(says USING utf8mb4) COLLATE utf8mb4_bin AS found
  FROM (SELECT revision AS name, CONCAT(direction, '' '', digest) AS says FROM `migrator_version_log`
    WHERE entry IN (SELECT MAX(entry) FROM `migrator_version_log` GROUP BY revision) AND revision IN (
    ''ind01'', ''ind02'', ''ind03'')) here
) facts
GROUP BY name
HAVING MAX(expected) IS NULL OR MAX(found) IS NULL OR MAX(expected) <> MAX(found)
ORDER BY name', IF(@migrator_on, 'SELECT ''log'' AS kind, ''migrator_version_log'' AS name, ''there'' AS expected, ''there is no log that this account can see'' AS found FROM DUAL', 'DO 0'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_found = @migrator_found + @migrator_rows;

ROLLBACK;
SET SESSION tx_read_only = @migrator_closed;
SET @migrator_no = IF(@migrator_found = 0, IF(@migrator_open = 0, NULL, 'not verified: this account may not read all that is compared, see what was found above'), 'not verified: the database is not what the revisions say');
SELECT IF(@migrator_found = 0, COALESCE(@migrator_no, 'verified: the database is what the revisions say at ind03'), CONCAT(@migrator_no, ' (', @migrator_found, ' found)')) AS migrator;
DELIMITER //
BEGIN NOT ATOMIC
  IF @migrator_no IS NOT NULL THEN
    SET @migrator_no = LEFT(@migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30002, MESSAGE_TEXT = @migrator_no;
  END IF;
END//
DELIMITER ;
