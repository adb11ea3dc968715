-- preflight.sql: made by migrator for MySQL 8.0 and mysql
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
-- Script: fdc2946390454df22914c380184d831b109ba7d54446a867fe71d88bf3d9994c
--
-- Run it:
--   mysql --default-character-set=utf8mb4 DATABASE < preflight.sql
-- Under each question stands what it found. The last line is the verdict; the client ends with status 0 when it
-- is good, and with another one when it is not.

-- Nothing in this session can write until the questions are answered.
SET @migrator_closed = @@transaction_read_only;
SET SESSION transaction_read_only = 1;
SET NAMES utf8mb4 COLLATE utf8mb4_bin;
SET SESSION sql_mode = '';
SET SESSION group_concat_max_len = 1048576;
USE `shop`;
START TRANSACTION READ ONLY;
SET @migrator_found = 0, @migrator_open = 0;

SELECT '1. The server and the database are those that it was made for. (finding)' AS migrator;
SELECT finding FROM (
SELECT CASE WHEN DATABASE() IS NULL OR DATABASE() <> 'orders' THEN CONCAT('expects the database orders, but this is ', COALESCE(DATABASE(), 'none')) END AS finding FROM DUAL
UNION ALL
SELECT CASE WHEN VERSION() LIKE '%MariaDB%' OR CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(SUBSTRING_INDEX(VERSION(), '-', 1), '.', 1), '.', -1) AS UNSIGNED) * 1000000 + CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(SUBSTRING_INDEX(VERSION(), '-', 1), '.', 2), '.', -1) AS UNSIGNED) * 1000 + CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(SUBSTRING_INDEX(VERSION(), '-', 1), '.', 3), '.', -1) AS UNSIGNED) * 1 < 8000000 THEN CONCAT('expects MySQL 8.0 or later, but the server is ', IF(VERSION() LIKE '%MariaDB%', '', 'MySQL '), VERSION()) END AS finding FROM DUAL
UNION ALL
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM information_schema.schemata WHERE CAST(schema_name AS BINARY) IN ('shop')) THEN 'expects the database shop, but there is none' END AS finding FROM DUAL
) asked WHERE finding IS NOT NULL;
SET @migrator_rows = FOUND_ROWS();
SET @migrator_found = @migrator_found + @migrator_rows;

SELECT '2. The account may do what it does. (finding)' AS migrator;
SELECT finding FROM (
SELECT CASE WHEN EXISTS (SELECT 1 FROM (SELECT 'thing' AS name UNION SELECT 'it''s' UNION SELECT 'migrator_version' UNION SELECT 'migrator_version_ledger' UNION SELECT 'migrator_version_log') made WHERE NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('CREATE'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('CREATE') AND DATABASE() LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('CREATE') AND table_schema = DATABASE() AND table_name = made.name)
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('CREATE') AND table_schema = DATABASE() AND table_name = made.name)
        AND CURRENT_ROLE() = 'NONE') THEN CONCAT('expects the right to create in the database, which ', CURRENT_USER(), ' has not') END AS finding FROM DUAL
UNION ALL
SELECT (SELECT CONCAT('expects the right to alter table', IF(COUNT(*) = 1, ' ', 's '), GROUP_CONCAT(t.table_name ORDER BY t.table_name SEPARATOR ', '), ', which ', CURRENT_USER(), ' has not')
      FROM information_schema.tables t WHERE t.table_schema = DATABASE() AND CAST(t.table_name AS BINARY) IN ('item')
        AND NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('ALTER'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('ALTER') AND t.table_schema LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('ALTER') AND table_schema = t.table_schema AND table_name = t.table_name)
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('ALTER') AND table_schema = t.table_schema AND table_name = t.table_name)
        AND CURRENT_ROLE() = 'NONE') AS finding FROM DUAL
UNION ALL
SELECT (SELECT CONCAT('expects the right to insert into table', IF(COUNT(*) = 1, ' ', 's '), GROUP_CONCAT(t.table_name ORDER BY t.table_name SEPARATOR ', '), ', which ', CURRENT_USER(), ' has not')
      FROM information_schema.tables t WHERE t.table_schema = 'shop' AND CAST(t.table_name AS BINARY) IN ('migrator_version_ledger', 'migrator_version_log')
        AND NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND t.table_schema LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND table_schema = t.table_schema AND table_name = t.table_name)
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND table_schema = t.table_schema AND table_name = t.table_name)
        AND CURRENT_ROLE() = 'NONE') AS finding FROM DUAL
UNION ALL
SELECT (SELECT CONCAT('expects the right to update table', IF(COUNT(*) = 1, ' ', 's '), GROUP_CONCAT(t.table_name ORDER BY t.table_name SEPARATOR ', '), ', which ', CURRENT_USER(), ' has not')
      FROM information_schema.tables t WHERE t.table_schema = DATABASE() AND CAST(t.table_name AS BINARY) IN ('item')
        AND NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('UPDATE'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('UPDATE') AND t.table_schema LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('UPDATE') AND table_schema = t.table_schema AND table_name = t.table_name)
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('UPDATE') AND table_schema = t.table_schema AND table_name = t.table_name)
        AND CURRENT_ROLE() = 'NONE') AS finding FROM DUAL
UNION ALL
SELECT (SELECT CONCAT('expects the right to update table', IF(COUNT(*) = 1, ' ', 's '), GROUP_CONCAT(t.table_name ORDER BY t.table_name SEPARATOR ', '), ', which ', CURRENT_USER(), ' has not')
      FROM information_schema.tables t WHERE t.table_schema = 'shop' AND CAST(t.table_name AS BINARY) IN ('migrator_version', 'migrator_version_ledger')
        AND NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('UPDATE'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('UPDATE') AND t.table_schema LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('UPDATE') AND table_schema = t.table_schema AND table_name = t.table_name)
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('UPDATE') AND table_schema = t.table_schema AND table_name = t.table_name)
        AND CURRENT_ROLE() = 'NONE') AS finding FROM DUAL
UNION ALL
SELECT (SELECT CONCAT('expects the right to delete from table', IF(COUNT(*) = 1, ' ', 's '), GROUP_CONCAT(t.table_name ORDER BY t.table_name SEPARATOR ', '), ', which ', CURRENT_USER(), ' has not')
      FROM information_schema.tables t WHERE t.table_schema = DATABASE() AND CAST(t.table_name AS BINARY) IN ('item')
        AND NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('DELETE'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('DELETE') AND t.table_schema LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('DELETE') AND table_schema = t.table_schema AND table_name = t.table_name)
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('DELETE') AND table_schema = t.table_schema AND table_name = t.table_name)
        AND CURRENT_ROLE() = 'NONE') AS finding FROM DUAL
UNION ALL
SELECT (SELECT CONCAT('expects the right to delete from table', IF(COUNT(*) = 1, ' ', 's '), GROUP_CONCAT(t.table_name ORDER BY t.table_name SEPARATOR ', '), ', which ', CURRENT_USER(), ' has not')
      FROM information_schema.tables t WHERE t.table_schema = 'shop' AND CAST(t.table_name AS BINARY) IN ('migrator_version_ledger')
        AND NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('DELETE'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('DELETE') AND t.table_schema LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('DELETE') AND table_schema = t.table_schema AND table_name = t.table_name)
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('DELETE') AND table_schema = t.table_schema AND table_name = t.table_name)
        AND CURRENT_ROLE() = 'NONE') AS finding FROM DUAL
UNION ALL
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND 'shop' LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND table_schema = 'shop' AND table_name = 'migrator_version_ledger')
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND table_schema = 'shop' AND table_name = 'migrator_version_ledger')
        AND CURRENT_ROLE() = 'NONE'
        AND NOT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = 'shop' AND CAST(table_name AS BINARY) IN ('migrator_version_ledger')) THEN CONCAT('expects the right to insert into migrator_version_ledger, as a table is to be called, which ', CURRENT_USER(), ' has not', ': GRANT CREATE, INSERT ON ', 'shop', '.migrator_version_ledger') END AS finding FROM DUAL
UNION ALL
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND 'shop' LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND table_schema = 'shop' AND table_name = 'migrator_version_log')
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND table_schema = 'shop' AND table_name = 'migrator_version_log')
        AND CURRENT_ROLE() = 'NONE'
        AND NOT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = 'shop' AND CAST(table_name AS BINARY) IN ('migrator_version_log')) THEN CONCAT('expects the right to insert into migrator_version_log, as a table is to be called, which ', CURRENT_USER(), ' has not', ': GRANT CREATE, INSERT ON ', 'shop', '.migrator_version_log') END AS finding FROM DUAL
UNION ALL
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('UPDATE'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('UPDATE') AND 'shop' LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('UPDATE') AND table_schema = 'shop' AND table_name = 'migrator_version')
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('UPDATE') AND table_schema = 'shop' AND table_name = 'migrator_version')
        AND CURRENT_ROLE() = 'NONE'
        AND NOT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = 'shop' AND CAST(table_name AS BINARY) IN ('migrator_version')) THEN CONCAT('expects the right to update migrator_version, as a table is to be called, which ', CURRENT_USER(), ' has not', ': GRANT CREATE, UPDATE ON ', 'shop', '.migrator_version') END AS finding FROM DUAL
UNION ALL
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('UPDATE'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('UPDATE') AND 'shop' LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('UPDATE') AND table_schema = 'shop' AND table_name = 'migrator_version_ledger')
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('UPDATE') AND table_schema = 'shop' AND table_name = 'migrator_version_ledger')
        AND CURRENT_ROLE() = 'NONE'
        AND NOT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = 'shop' AND CAST(table_name AS BINARY) IN ('migrator_version_ledger')) THEN CONCAT('expects the right to update migrator_version_ledger, as a table is to be called, which ', CURRENT_USER(), ' has not', ': GRANT CREATE, UPDATE ON ', 'shop', '.migrator_version_ledger') END AS finding FROM DUAL
UNION ALL
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('DELETE'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('DELETE') AND 'shop' LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('DELETE') AND table_schema = 'shop' AND table_name = 'migrator_version_ledger')
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('DELETE') AND table_schema = 'shop' AND table_name = 'migrator_version_ledger')
        AND CURRENT_ROLE() = 'NONE'
        AND NOT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = 'shop' AND CAST(table_name AS BINARY) IN ('migrator_version_ledger')) THEN CONCAT('expects the right to delete from migrator_version_ledger, as a table is to be called, which ', CURRENT_USER(), ' has not', ': GRANT CREATE, DELETE ON ', 'shop', '.migrator_version_ledger') END AS finding FROM DUAL
UNION ALL
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND is_grantable = 'YES')
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND is_grantable = 'YES' AND DATABASE() LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND is_grantable = 'YES' AND table_schema = DATABASE() AND table_name = 'item')
        AND CURRENT_ROLE() = 'NONE' THEN CONCAT('expects the right to give and take rights on table item, which ', CURRENT_USER(), ' has not', ': GRANT CREATE, GRANT OPTION ON ', DATABASE(), '.item') END AS finding FROM DUAL
UNION ALL
SELECT COALESCE(CASE WHEN @@global.super_read_only THEN 'expects a server that takes changes, but super_read_only is ON' END,
    CASE WHEN CAST(@@global.read_only AS CHAR) NOT IN ('0', 'OFF')
        AND NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('CONNECTION_ADMIN', 'SUPER'))
        AND CURRENT_ROLE() = 'NONE' THEN CONCAT('expects a server that takes changes, but read_only is ON, and ', CURRENT_USER(), ' lacks CONNECTION_ADMIN') END) AS finding FROM DUAL
UNION ALL
SELECT (SELECT MIN(CONCAT('expects table ', t.table_name, ' to undo what fails, but its engine ', t.engine, ' cannot'))
      FROM information_schema.tables t WHERE t.table_schema = 'shop' AND CAST(t.table_name AS BINARY) IN ('migrator_version')
        AND t.engine NOT IN (SELECT e.engine FROM information_schema.engines e WHERE e.transactions = 'YES')) AS finding FROM DUAL
UNION ALL
SELECT (SELECT MIN(CONCAT('expects table ', t.table_name, ' to undo what fails, but its engine ', t.engine, ' cannot'))
      FROM information_schema.tables t WHERE t.table_schema = DATABASE() AND CAST(t.table_name AS BINARY) IN ('item')
        AND t.engine NOT IN (SELECT e.engine FROM information_schema.engines e WHERE e.transactions = 'YES')) AS finding FROM DUAL
UNION ALL
SELECT CASE WHEN EXISTS (SELECT 1 FROM performance_schema.session_variables WHERE variable_name = 'sql_require_primary_key' AND variable_value = 'ON') THEN 'expects sql_require_primary_key = OFF for what is left without a primary key: it''s' END AS finding FROM DUAL
UNION ALL
SELECT CASE WHEN EXISTS (SELECT 1 FROM performance_schema.session_variables WHERE variable_name = 'sql_generate_invisible_primary_key' AND variable_value = 'ON') THEN 'expects sql_generate_invisible_primary_key = OFF for what is left without a primary key: it''s' END AS finding FROM DUAL
) asked WHERE finding IS NOT NULL;
SET @migrator_rows = FOUND_ROWS();
SET @migrator_found = @migrator_found + @migrator_rows;

SELECT '3. The account may read what is asked next. Where it may not: GRANT SELECT on it, and ask again. (finding)' AS migrator;
SELECT finding FROM (
SELECT (SELECT CONCAT('expects the right to read table', IF(COUNT(*) = 1, ' ', 's '), GROUP_CONCAT(t.name ORDER BY t.name SEPARATOR ', '), ', which ', CURRENT_USER(), ' has not')
      FROM (SELECT 'migrator_version' AS name UNION SELECT 'migrator_version_ledger' UNION SELECT 'migrator_version_log') t WHERE NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('SELECT'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('SELECT') AND 'shop' LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('SELECT') AND table_schema = 'shop' AND table_name = t.name)
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('SELECT') AND table_schema = 'shop' AND table_name = t.name)
        AND CURRENT_ROLE() = 'NONE') AS finding FROM DUAL
UNION ALL
SELECT (SELECT CONCAT('expects the right to read table', IF(COUNT(*) = 1, ' ', 's '), GROUP_CONCAT(t.name ORDER BY t.name SEPARATOR ', '), ', which ', CURRENT_USER(), ' has not')
      FROM (SELECT 'item' AS name UNION SELECT 'item' UNION SELECT 'item') t WHERE NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('SELECT'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('SELECT') AND DATABASE() LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('SELECT') AND table_schema = DATABASE() AND table_name = t.name)
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('SELECT') AND table_schema = DATABASE() AND table_name = t.name)
        AND CURRENT_ROLE() = 'NONE') AS finding FROM DUAL
) asked WHERE finding IS NOT NULL;
SET @migrator_rows = FOUND_ROWS();
SET @migrator_found = @migrator_found + @migrator_rows;
SET @migrator_on = @migrator_rows = 0;

SELECT '4. The session may write. (finding)' AS migrator FROM DUAL WHERE @migrator_on;
SET @migrator_sql = IF(@migrator_on, 'SELECT ''this session is read-only, which upgrade.sql leaves as it is: whoever made it so must allow writing first'' AS finding FROM DUAL
WHERE @migrator_closed AND COALESCE(@migrator_frozen, 1)', 'SELECT 1 FROM DUAL WHERE FALSE');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
SET @migrator_rows = FOUND_ROWS();
DEALLOCATE PREPARE migrator_step;
SET @migrator_found = @migrator_found + @migrator_rows;

SELECT '5. No other session is running a script. (finding)' AS migrator FROM DUAL WHERE @migrator_on;
SET @migrator_sql = IF(@migrator_on, 'SELECT ''another session is running a script on this database'' AS finding FROM DUAL
WHERE COALESCE(IS_USED_LOCK(CONCAT(''migrator:'', MD5(CONCAT(DATABASE(), ''.'', ''`shop`.`migrator_version`'')))), CONNECTION_ID()) <> CONNECTION_ID()', 'SELECT 1 FROM DUAL WHERE FALSE');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
SET @migrator_rows = FOUND_ROWS();
DEALLOCATE PREPARE migrator_step;
SET @migrator_found = @migrator_found + @migrator_rows;

SELECT '6. No other script stopped half-way. (finding)' AS migrator FROM DUAL WHERE @migrator_on;
SET @migrator_there = @migrator_on AND EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = 'shop' AND table_name = 'migrator_version_ledger'), @migrator_rows = 0;
SET @migrator_sql = IF(@migrator_there, 'SELECT COUNT(*) INTO @migrator_rows FROM (SELECT CONCAT(''another script stopped half-way in revision '', revision, '', step '', CAST(step AS char), '' of '', CAST(steps AS char)) AS finding
FROM `shop`.`migrator_version_ledger`
WHERE (step BETWEEN 1 AND steps - 1 OR state = ''started'') AND NOT script = ''fdc2946390454df22914c380184d831b109ba7d54446a867fe71d88bf3d9994c'') found', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_sql = IF(@migrator_there, 'SELECT CONCAT(''another script stopped half-way in revision '', revision, '', step '', CAST(step AS char), '' of '', CAST(steps AS char)) AS finding
FROM `shop`.`migrator_version_ledger`
WHERE (step BETWEEN 1 AND steps - 1 OR state = ''started'') AND NOT script = ''fdc2946390454df22914c380184d831b109ba7d54446a867fe71d88bf3d9994c''', IF(@migrator_on, 'SELECT ''There is no table shop.migrator_version_ledger.'' AS migrator', 'DO 0'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_found = @migrator_found + @migrator_rows;

SELECT '7. No step of an earlier run is in doubt. (finding)' AS migrator FROM DUAL WHERE @migrator_on;
SET @migrator_there = @migrator_on AND EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = 'shop' AND table_name = 'migrator_version_ledger'), @migrator_rows = 0;
SET @migrator_sql = IF(@migrator_there, 'SELECT COUNT(*) INTO @migrator_rows FROM (SELECT CONCAT(''nobody knows whether this took effect, which an earlier run began: revision '', revision, '', step '', CAST(step AS char), '' of '', CAST(steps AS char)) AS finding
FROM `shop`.`migrator_version_ledger`
WHERE script = ''fdc2946390454df22914c380184d831b109ba7d54446a867fe71d88bf3d9994c'' AND state = ''started'' AND (revision = ''r2'' AND step = 1 OR revision = ''r2'' AND step = 2 OR revision = ''r2'' AND step = 3 OR revision = ''r2'' AND step = 4 OR revision = ''r2'' AND step = 5 OR revision = ''r3'' AND step = 2 OR revision = ''r3'' AND step = 3 OR revision = ''r3'' AND step = 4 OR revision = ''r3'' AND step = 5 OR revision = ''r3'' AND step = 6)) found', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_sql = IF(@migrator_there, 'SELECT CONCAT(''nobody knows whether this took effect, which an earlier run began: revision '', revision, '', step '', CAST(step AS char), '' of '', CAST(steps AS char)) AS finding
FROM `shop`.`migrator_version_ledger`
WHERE script = ''fdc2946390454df22914c380184d831b109ba7d54446a867fe71d88bf3d9994c'' AND state = ''started'' AND (revision = ''r2'' AND step = 1 OR revision = ''r2'' AND step = 2 OR revision = ''r2'' AND step = 3 OR revision = ''r2'' AND step = 4 OR revision = ''r2'' AND step = 5 OR revision = ''r3'' AND step = 2 OR revision = ''r3'' AND step = 3 OR revision = ''r3'' AND step = 4 OR revision = ''r3'' AND step = 5 OR revision = ''r3'' AND step = 6)', IF(@migrator_on, 'SELECT ''There is no table shop.migrator_version_ledger.'' AS migrator', 'DO 0'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_found = @migrator_found + @migrator_rows;

SELECT '8. upgrade.sql goes on where an earlier run of it stopped. (finding)' AS migrator FROM DUAL WHERE @migrator_on;
SET @migrator_there = @migrator_on AND EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = 'shop' AND table_name = 'migrator_version_ledger'), @migrator_rows = 0;
SET @migrator_sql = IF(@migrator_there, 'SELECT COUNT(*) INTO @migrator_rows FROM (SELECT CONCAT(''an earlier run came to revision '', revision, '', step '', CAST(step AS char), '' of '', CAST(steps AS char), ''; whether rows would stop what is left was not looked at'') AS finding
FROM `shop`.`migrator_version_ledger`
WHERE script = ''fdc2946390454df22914c380184d831b109ba7d54446a867fe71d88bf3d9994c'' AND ((SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN (''r1'') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1 FROM `shop`.`migrator_version`) OR (SELECT COALESCE(GROUP_CONCAT(IF(version_num REGEXP ''^[^[:space:]]+$'', version_num, COALESCE(CONCAT(''"'', version_num, ''"''), ''NULL'')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR '', ''), ''base'') FROM `shop`.`migrator_version`) IN (''r2''))) found', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_sql = IF(@migrator_there, 'SELECT CONCAT(''an earlier run came to revision '', revision, '', step '', CAST(step AS char), '' of '', CAST(steps AS char), ''; whether rows would stop what is left was not looked at'') AS finding
FROM `shop`.`migrator_version_ledger`
WHERE script = ''fdc2946390454df22914c380184d831b109ba7d54446a867fe71d88bf3d9994c'' AND ((SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN (''r1'') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1 FROM `shop`.`migrator_version`) OR (SELECT COALESCE(GROUP_CONCAT(IF(version_num REGEXP ''^[^[:space:]]+$'', version_num, COALESCE(CONCAT(''"'', version_num, ''"''), ''NULL'')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR '', ''), ''base'') FROM `shop`.`migrator_version`) IN (''r2''))', IF(@migrator_on, 'SELECT ''There is no table shop.migrator_version_ledger.'' AS migrator', 'DO 0'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_open = @migrator_open + @migrator_rows;
SET @migrator_on = @migrator_on AND @migrator_rows = 0;

SELECT '9. upgrade.sql is still to be applied. (finding)' AS migrator FROM DUAL WHERE @migrator_on;
SET @migrator_there = @migrator_on AND EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = 'shop' AND table_name = 'migrator_version'), @migrator_rows = 0;
SET @migrator_sql = IF(@migrator_there, 'SELECT COUNT(*) INTO @migrator_rows FROM (SELECT ''already applied: the database is at r3; upgrade.sql would change nothing'' AS finding FROM DUAL
WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN (''r3'') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1 FROM `shop`.`migrator_version`)) found', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_sql = IF(@migrator_there, 'SELECT ''already applied: the database is at r3; upgrade.sql would change nothing'' AS finding FROM DUAL
WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN (''r3'') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1 FROM `shop`.`migrator_version`)', IF(@migrator_on, 'SELECT ''There is no table shop.migrator_version.'' AS migrator', 'DO 0'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_on = @migrator_on AND @migrator_rows = 0;

SELECT '10. The database is at r1. (finding)' AS migrator FROM DUAL WHERE @migrator_on;
SET @migrator_there = @migrator_on AND EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = 'shop' AND table_name = 'migrator_version'), @migrator_rows = 0;
SET @migrator_sql = IF(@migrator_there, 'SELECT COUNT(*) INTO @migrator_rows FROM (SELECT CONCAT(''upgrade.sql needs the database at r1, but it is at '', COALESCE((SELECT COALESCE(GROUP_CONCAT(IF(version_num REGEXP ''^[^[:space:]]+$'', version_num, COALESCE(CONCAT(''"'', version_num, ''"''), ''NULL'')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR '', ''), ''base'') FROM `shop`.`migrator_version`), ''base'')) AS finding FROM DUAL
WHERE NOT ((SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN (''r1'') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1 FROM `shop`.`migrator_version`))) found', IF(@migrator_on, 'SELECT COUNT(*) INTO @migrator_rows FROM (SELECT ''there is no version table that this user can see, and upgrade.sql needs the database at r1'' AS finding FROM DUAL) found', 'DO 0'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_sql = IF(@migrator_there, 'SELECT CONCAT(''upgrade.sql needs the database at r1, but it is at '', COALESCE((SELECT COALESCE(GROUP_CONCAT(IF(version_num REGEXP ''^[^[:space:]]+$'', version_num, COALESCE(CONCAT(''"'', version_num, ''"''), ''NULL'')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR '', ''), ''base'') FROM `shop`.`migrator_version`), ''base'')) AS finding FROM DUAL
WHERE NOT ((SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN (''r1'') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1 FROM `shop`.`migrator_version`))', IF(@migrator_on, 'SELECT ''there is no version table that this user can see, and upgrade.sql needs the database at r1'' AS finding FROM DUAL', 'DO 0'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_found = @migrator_found + @migrator_rows;
SET @migrator_on = @migrator_on AND @migrator_rows = 0;

SELECT '11. It touches these tables. (name | rows_about | bytes)' AS migrator FROM DUAL WHERE @migrator_on;
SET @migrator_sql = IF(@migrator_on, 'SELECT table_name AS name, CAST(table_rows AS CHAR) AS rows_about,
    CAST(data_length + index_length AS CHAR) AS bytes
  FROM information_schema.tables
  WHERE (table_schema = DATABASE() AND table_name IN (''item''))
  ORDER BY 1', 'SELECT 1 FROM DUAL WHERE FALSE');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

SELECT '12. The roles that it names are there. (finding)' AS migrator FROM DUAL WHERE @migrator_on;
SET @migrator_sql = IF(@migrator_on, 'SELECT finding FROM (
SELECT CASE WHEN EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''''''', '''') = CURRENT_USER() AND privilege_type = ''SELECT''
        UNION ALL SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''''''', '''') = CURRENT_USER() AND privilege_type = ''SELECT'' AND ''mysql'' LIKE table_schema)
    AND NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE CAST(grantee AS BINARY) IN (''''''it''''s''''@''''localhost'''''')) THEN ''expects the account ''''it''''s''''@''''localhost'''', but there is none'' END AS finding FROM DUAL
) asked WHERE finding IS NOT NULL', 'SELECT 1 FROM DUAL WHERE FALSE');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
SET @migrator_rows = FOUND_ROWS();
DEALLOCATE PREPARE migrator_step;
SET @migrator_found = @migrator_found + @migrator_rows;

SELECT '13. These roles may be missing when it comes to them: its own SQL may make them, or they are not shown. (finding)' AS migrator FROM DUAL WHERE @migrator_on;
SET @migrator_sql = IF(@migrator_on, 'SELECT finding FROM (
SELECT CASE WHEN NOT (EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''''''', '''') = CURRENT_USER() AND privilege_type = ''SELECT''
        UNION ALL SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''''''', '''') = CURRENT_USER() AND privilege_type = ''SELECT'' AND ''mysql'' LIKE table_schema)) THEN CONCAT(''expects the account ''''it''''s''''@''''localhost'''': accounts are not shown to '', CURRENT_USER()) END AS finding FROM DUAL
UNION ALL
SELECT CASE WHEN EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''''''', '''') = CURRENT_USER() AND privilege_type = ''SELECT''
        UNION ALL SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''''''', '''') = CURRENT_USER() AND privilege_type = ''SELECT'' AND ''mysql'' LIKE table_schema)
    AND NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE CAST(grantee AS BINARY) IN (''''''made''''@''''%'''''')) THEN ''expects the account ''''made''''@''''%'''', but there is none'' END AS finding FROM DUAL
UNION ALL
SELECT CASE WHEN NOT (EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''''''', '''') = CURRENT_USER() AND privilege_type = ''SELECT''
        UNION ALL SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''''''', '''') = CURRENT_USER() AND privilege_type = ''SELECT'' AND ''mysql'' LIKE table_schema)) THEN CONCAT(''expects the account ''''made''''@''''%'''': accounts are not shown to '', CURRENT_USER()) END AS finding FROM DUAL
) asked WHERE finding IS NOT NULL', 'SELECT 1 FROM DUAL WHERE FALSE');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

SELECT '14. Nothing has the names of what it makes. (finding)' AS migrator FROM DUAL WHERE @migrator_on;
SET @migrator_sql = IF(@migrator_on, 'SELECT finding FROM (
SELECT (SELECT CONCAT(IF(COUNT(*) = 1, ''makes table '', ''makes tables ''), GROUP_CONCAT(DISTINCT table_name ORDER BY table_name SEPARATOR '', ''), IF(COUNT(*) = 1, '', but that name is taken already'', '', but those names are taken already''))
      FROM information_schema.tables
      WHERE table_schema = DATABASE() AND CAST(table_name AS BINARY) IN (''thing'', ''it''''s'')) AS finding FROM DUAL
UNION ALL
SELECT (SELECT CONCAT(IF(COUNT(*) = 1, ''makes constraint '', ''makes constraints ''), GROUP_CONCAT(DISTINCT CONCAT(table_name, ''.'', index_name) ORDER BY CONCAT(table_name, ''.'', index_name) SEPARATOR '', ''), IF(COUNT(*) = 1, '', but that name is taken already'', '', but those names are taken already''))
      FROM information_schema.statistics
      WHERE table_schema = DATABASE() AND (CAST(table_name AS BINARY) IN (''item'') AND index_name IN (''it''''s u''))) AS finding FROM DUAL
UNION ALL
SELECT (SELECT CONCAT(IF(COUNT(*) = 1, ''makes column '', ''makes columns ''), GROUP_CONCAT(DISTINCT CONCAT(table_name, ''.'', column_name) ORDER BY CONCAT(table_name, ''.'', column_name) SEPARATOR '', ''), IF(COUNT(*) = 1, '', but that name is taken already'', '', but those names are taken already''))
      FROM information_schema.columns
      WHERE table_schema = DATABASE() AND (CAST(table_name AS BINARY) IN (''item'') AND column_name IN (''it''''s n'', ''other''))) AS finding FROM DUAL
) asked WHERE finding IS NOT NULL', 'SELECT 1 FROM DUAL WHERE FALSE');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
SET @migrator_rows = FOUND_ROWS();
DEALLOCATE PREPARE migrator_step;
SET @migrator_found = @migrator_found + @migrator_rows;

SELECT '15. Revision r2 loses no values of item.it''s. (found | first_one)' AS migrator FROM DUAL WHERE @migrator_on;
SET @migrator_sql = IF(@migrator_on, 'SELECT found, (SELECT CONCAT(''id = '', LEFT(CAST(`id` AS char), 60)) FROM `item` WHERE `it''s` IS NOT NULL ORDER BY `id` LIMIT 1) AS first_one FROM (SELECT (SELECT COUNT(*) FROM `item` WHERE `it''s` IS NOT NULL) AS found FROM DUAL) asked WHERE found > 0', 'SELECT 1 FROM DUAL WHERE FALSE');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
SET @migrator_rows = FOUND_ROWS();
DEALLOCATE PREPARE migrator_step;
SET @migrator_found = @migrator_found + @migrator_rows;

SELECT '16. Asked while it runs, because something before it makes or changes what it looks at. (finding)' AS migrator FROM DUAL WHERE @migrator_on;
SET @migrator_sql = IF(@migrator_on, 'SELECT ''revision r2: duplicates in item (it''''s n)'' AS finding FROM DUAL
UNION ALL
SELECT ''revision r3: values of item.n'' AS finding FROM DUAL', 'SELECT 1 FROM DUAL WHERE FALSE');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

ROLLBACK;
SET SESSION transaction_read_only = @migrator_closed;
SET @migrator_no = IF(@migrator_found = 0, IF(@migrator_open = 0, NULL, 'upgrade.sql goes on where it stopped, but rows may stop it: they were not looked at'), 'upgrade.sql would refuse: see what was found above');
SELECT IF(@migrator_found = 0, COALESCE(@migrator_no, 'upgrade.sql would run'), CONCAT(@migrator_no, ' (', @migrator_found, ' found)')) AS migrator;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
