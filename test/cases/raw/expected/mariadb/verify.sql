-- verify.sql: made by migrator for MariaDB 10.11 and mariadb
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- It compares a database with what the revisions up to raw02 say of it: tables, keys, indexes and other
-- objects by the catalog, the version rows, and what the ledger and the log say.
-- Run it after upgrade.sql.
-- Things that no revision speaks of are not looked at, but for what stands in one of their tables.
--
-- What raw SQL did is not verified, because nothing says what it does:
--   revisions/01_sql_written_by.ts:25: -- in front update `word` / * it's in the middle; * / set `...
--   revisions/02_a_trigger.ts:88: create trigger word_trim before insert on `word` for each...
-- Not looked at, because it may have changed them: word.
-- Things that it may have added to other tables are let be.
--
-- To: raw02
-- It only reads: it changes nothing, and may run again at any time.
--
-- Version table: migrator_version
-- Script: 620d67ae896c0920878619b3a17e1b76b10675369d7d78613da6964f39187372
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

SELECT '1. The account may read what is asked next. Where it may not: GRANT SELECT on it, and ask again. (finding)' AS migrator;
SELECT finding FROM (
SELECT (SELECT CONCAT('expects the right to read table', IF(COUNT(*) = 1, ' ', 's '), GROUP_CONCAT(t.name ORDER BY t.name SEPARATOR ', '), ', which ', CURRENT_USER(), ' has not')
      FROM (SELECT 'migrator_version' AS name UNION SELECT 'migrator_version_ledger' UNION SELECT 'migrator_version_log') t WHERE NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('SELECT'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('SELECT') AND DATABASE() LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('SELECT') AND table_schema = DATABASE() AND table_name = t.name)
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('SELECT') AND table_schema = DATABASE() AND table_name = t.name)
        AND CURRENT_ROLE() IS NULL) AS finding FROM DUAL
) asked WHERE finding IS NOT NULL;
SET @migrator_rows = FOUND_ROWS();
SET @migrator_open = @migrator_open + @migrator_rows;
SET @migrator_on = @migrator_rows = 0;

SELECT '2. The version rows are: raw02. (kind | name | expected | found)' AS migrator FROM DUAL WHERE @migrator_on;
SET @migrator_there = @migrator_on AND EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migrator_version'), @migrator_rows = 0;
SET @migrator_sql = IF(@migrator_there, 'SELECT COUNT(*) INTO @migrator_rows FROM (SELECT ''version row'' AS kind, name,
    COALESCE(MAX(expected), ''nothing'') AS expected, COALESCE(MAX(found), ''nothing'') AS found
FROM (
SELECT CONVERT(name USING utf8mb4) COLLATE utf8mb4_bin AS name, CONVERT(says USING utf8mb4) COLLATE utf8mb4_bin AS expected, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_bin AS found
  FROM (
    SELECT ''version row'' AS kind, ''.'' AS place, ''raw02'' AS name, ''there'' AS says
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
    SELECT ''version row'' AS kind, ''.'' AS place, ''raw02'' AS name, ''there'' AS says
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

SELECT '3. No revision was left half done. (kind | name | expected | found)' AS migrator FROM DUAL WHERE @migrator_on;
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

SELECT '4. The log says that these revisions were applied last, as they are written here. (kind | name | expected | found)' AS migrator FROM DUAL WHERE @migrator_on;
SET @migrator_there = @migrator_on AND EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migrator_version_log'), @migrator_rows = 0;
SET @migrator_sql = IF(@migrator_there, 'SELECT COUNT(*) INTO @migrator_rows FROM (SELECT ''log row'' AS kind, name,
    COALESCE(MAX(expected), ''nothing'') AS expected, COALESCE(MAX(found), ''nothing'') AS found
FROM (
SELECT CONVERT(name USING utf8mb4) COLLATE utf8mb4_bin AS name, CONVERT(says USING utf8mb4) COLLATE utf8mb4_bin AS expected, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_bin AS found
  FROM (
    SELECT ''log row'' AS kind, ''.'' AS place, ''raw01'' AS name, ''up 0e40721fcad91272d0a1e3a0547b6a3a03cf373e0575ebc77de585a61f8df3ce'' AS says
    UNION ALL SELECT ''log row'', ''.'', ''raw02'', ''up b4ce7d883bd7b63f6032c475d7a0ec847c84e5a41345685fc59cbdc364925732''
  ) told
UNION ALL
SELECT CONVERT(name USING utf8mb4) COLLATE utf8mb4_bin AS name, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_bin AS expected, CONVERT(says USING utf8mb4) COLLATE utf8mb4_bin AS found
  FROM (SELECT revision AS name, CONCAT(direction, '' '', digest) AS says FROM `migrator_version_log`
    WHERE entry IN (SELECT MAX(entry) FROM `migrator_version_log` GROUP BY revision) AND revision IN (
    ''raw01'', ''raw02'')) here
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
    SELECT ''log row'' AS kind, ''.'' AS place, ''raw01'' AS name, ''up 0e40721fcad91272d0a1e3a0547b6a3a03cf373e0575ebc77de585a61f8df3ce'' AS says
    UNION ALL SELECT ''log row'', ''.'', ''raw02'', ''up b4ce7d883bd7b63f6032c475d7a0ec847c84e5a41345685fc59cbdc364925732''
  ) told
UNION ALL
SELECT CONVERT(name USING utf8mb4) COLLATE utf8mb4_bin AS name, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_bin AS expected, CONVERT(says USING utf8mb4) COLLATE utf8mb4_bin AS found
  FROM (SELECT revision AS name, CONCAT(direction, '' '', digest) AS says FROM `migrator_version_log`
    WHERE entry IN (SELECT MAX(entry) FROM `migrator_version_log` GROUP BY revision) AND revision IN (
    ''raw01'', ''raw02'')) here
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
SELECT IF(@migrator_found = 0, COALESCE(@migrator_no, 'verified: the database is what the revisions say at raw02'), CONCAT(@migrator_no, ' (', @migrator_found, ' found)')) AS migrator;
DELIMITER //
BEGIN NOT ATOMIC
  IF @migrator_no IS NOT NULL THEN
    SET @migrator_no = LEFT(@migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30002, MESSAGE_TEXT = @migrator_no;
  END IF;
END//
DELIMITER ;
