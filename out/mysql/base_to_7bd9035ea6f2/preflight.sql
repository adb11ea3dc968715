-- preflight.sql: made by migrator 0.1.0 for MySQL 8.0 and mysql
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
-- Script: 66286ac9d035554bf5e22638b388a9e6bb9e4da2d34223ac2a5de92b18e555cb
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
START TRANSACTION READ ONLY;
SET @migrator_found = 0;

SELECT '1. The server and the database are those that it was made for. (finding)' AS migrator;
SELECT finding FROM (
SELECT CASE WHEN VERSION() LIKE '%MariaDB%' OR CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(SUBSTRING_INDEX(VERSION(), '-', 1), '.', 1), '.', -1) AS UNSIGNED) * 1000000 + CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(SUBSTRING_INDEX(VERSION(), '-', 1), '.', 2), '.', -1) AS UNSIGNED) * 1000 + CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(SUBSTRING_INDEX(VERSION(), '-', 1), '.', 3), '.', -1) AS UNSIGNED) * 1 < 8000000 THEN CONCAT('expects MySQL 8.0 or later, but the server is ', IF(VERSION() LIKE '%MariaDB%', '', 'MySQL '), VERSION()) END AS finding FROM DUAL
) asked WHERE finding IS NOT NULL;
SET @migrator_rows = FOUND_ROWS();
SET @migrator_found = @migrator_found + @migrator_rows;

SELECT '2. The account may do what it does. (finding)' AS migrator;
SELECT finding FROM (
SELECT CASE WHEN EXISTS (SELECT 1 FROM (SELECT 'department' AS name UNION SELECT 'employee' UNION SELECT 'department_employee' UNION SELECT 'account' UNION SELECT 'product' UNION SELECT 'migrator_version' UNION SELECT 'migrator_version_ledger' UNION SELECT 'migrator_version_log') made WHERE NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('CREATE'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('CREATE') AND DATABASE() LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('CREATE') AND table_schema = DATABASE() AND table_name = made.name)
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('CREATE') AND table_schema = DATABASE() AND table_name = made.name)
        AND CURRENT_ROLE() = 'NONE') THEN CONCAT('expects the right to create in the database, which ', CURRENT_USER(), ' has not') END AS finding FROM DUAL
UNION ALL
SELECT (SELECT CONCAT('expects the right to insert into table', IF(COUNT(*) = 1, ' ', 's '), GROUP_CONCAT(t.table_name ORDER BY t.table_name SEPARATOR ', '), ', which ', CURRENT_USER(), ' has not')
      FROM information_schema.tables t WHERE t.table_schema = DATABASE() AND CAST(t.table_name AS BINARY) IN ('migrator_version', 'migrator_version_ledger', 'migrator_version_log')
        AND NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND t.table_schema LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND table_schema = t.table_schema AND table_name = t.table_name)
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND table_schema = t.table_schema AND table_name = t.table_name)
        AND CURRENT_ROLE() = 'NONE') AS finding FROM DUAL
UNION ALL
SELECT (SELECT CONCAT('expects the right to update table', IF(COUNT(*) = 1, ' ', 's '), GROUP_CONCAT(t.table_name ORDER BY t.table_name SEPARATOR ', '), ', which ', CURRENT_USER(), ' has not')
      FROM information_schema.tables t WHERE t.table_schema = DATABASE() AND CAST(t.table_name AS BINARY) IN ('migrator_version', 'migrator_version_ledger')
        AND NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('UPDATE'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('UPDATE') AND t.table_schema LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('UPDATE') AND table_schema = t.table_schema AND table_name = t.table_name)
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('UPDATE') AND table_schema = t.table_schema AND table_name = t.table_name)
        AND CURRENT_ROLE() = 'NONE') AS finding FROM DUAL
UNION ALL
SELECT (SELECT CONCAT('expects the right to delete from table', IF(COUNT(*) = 1, ' ', 's '), GROUP_CONCAT(t.table_name ORDER BY t.table_name SEPARATOR ', '), ', which ', CURRENT_USER(), ' has not')
      FROM information_schema.tables t WHERE t.table_schema = DATABASE() AND CAST(t.table_name AS BINARY) IN ('migrator_version', 'migrator_version_ledger')
        AND NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('DELETE'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('DELETE') AND t.table_schema LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('DELETE') AND table_schema = t.table_schema AND table_name = t.table_name)
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('DELETE') AND table_schema = t.table_schema AND table_name = t.table_name)
        AND CURRENT_ROLE() = 'NONE') AS finding FROM DUAL
UNION ALL
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('ALTER'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('ALTER') AND DATABASE() LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('ALTER') AND table_schema = DATABASE() AND table_name = 'employee')
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('ALTER') AND table_schema = DATABASE() AND table_name = 'employee')
        AND CURRENT_ROLE() = 'NONE' THEN CONCAT('expects the right to alter employee, as a table is to be called, which ', CURRENT_USER(), ' has not', ': GRANT CREATE, ALTER ON ', DATABASE(), '.employee') END AS finding FROM DUAL
UNION ALL
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('ALTER'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('ALTER') AND DATABASE() LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('ALTER') AND table_schema = DATABASE() AND table_name = 'product')
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('ALTER') AND table_schema = DATABASE() AND table_name = 'product')
        AND CURRENT_ROLE() = 'NONE' THEN CONCAT('expects the right to alter product, as a table is to be called, which ', CURRENT_USER(), ' has not', ': GRANT CREATE, ALTER ON ', DATABASE(), '.product') END AS finding FROM DUAL
UNION ALL
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND DATABASE() LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND table_schema = DATABASE() AND table_name = 'department')
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND table_schema = DATABASE() AND table_name = 'department')
        AND CURRENT_ROLE() = 'NONE' THEN CONCAT('expects the right to insert into department, as a table is to be called, which ', CURRENT_USER(), ' has not', ': GRANT CREATE, INSERT ON ', DATABASE(), '.department') END AS finding FROM DUAL
UNION ALL
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND DATABASE() LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND table_schema = DATABASE() AND table_name = 'employee')
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND table_schema = DATABASE() AND table_name = 'employee')
        AND CURRENT_ROLE() = 'NONE' THEN CONCAT('expects the right to insert into employee, as a table is to be called, which ', CURRENT_USER(), ' has not', ': GRANT CREATE, INSERT ON ', DATABASE(), '.employee') END AS finding FROM DUAL
UNION ALL
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND DATABASE() LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND table_schema = DATABASE() AND table_name = 'department_employee')
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND table_schema = DATABASE() AND table_name = 'department_employee')
        AND CURRENT_ROLE() = 'NONE' THEN CONCAT('expects the right to insert into department_employee, as a table is to be called, which ', CURRENT_USER(), ' has not', ': GRANT CREATE, INSERT ON ', DATABASE(), '.department_employee') END AS finding FROM DUAL
UNION ALL
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND DATABASE() LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND table_schema = DATABASE() AND table_name = 'account')
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND table_schema = DATABASE() AND table_name = 'account')
        AND CURRENT_ROLE() = 'NONE' THEN CONCAT('expects the right to insert into account, as a table is to be called, which ', CURRENT_USER(), ' has not', ': GRANT CREATE, INSERT ON ', DATABASE(), '.account') END AS finding FROM DUAL
UNION ALL
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND DATABASE() LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND table_schema = DATABASE() AND table_name = 'product')
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND table_schema = DATABASE() AND table_name = 'product')
        AND CURRENT_ROLE() = 'NONE' THEN CONCAT('expects the right to insert into product, as a table is to be called, which ', CURRENT_USER(), ' has not', ': GRANT CREATE, INSERT ON ', DATABASE(), '.product') END AS finding FROM DUAL
UNION ALL
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND DATABASE() LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND table_schema = DATABASE() AND table_name = 'migrator_version')
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND table_schema = DATABASE() AND table_name = 'migrator_version')
        AND CURRENT_ROLE() = 'NONE'
        AND NOT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND CAST(table_name AS BINARY) IN ('migrator_version')) THEN CONCAT('expects the right to insert into migrator_version, as a table is to be called, which ', CURRENT_USER(), ' has not', ': GRANT CREATE, INSERT ON ', DATABASE(), '.migrator_version') END AS finding FROM DUAL
UNION ALL
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND DATABASE() LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND table_schema = DATABASE() AND table_name = 'migrator_version_ledger')
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND table_schema = DATABASE() AND table_name = 'migrator_version_ledger')
        AND CURRENT_ROLE() = 'NONE'
        AND NOT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND CAST(table_name AS BINARY) IN ('migrator_version_ledger')) THEN CONCAT('expects the right to insert into migrator_version_ledger, as a table is to be called, which ', CURRENT_USER(), ' has not', ': GRANT CREATE, INSERT ON ', DATABASE(), '.migrator_version_ledger') END AS finding FROM DUAL
UNION ALL
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND DATABASE() LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND table_schema = DATABASE() AND table_name = 'migrator_version_log')
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('INSERT') AND table_schema = DATABASE() AND table_name = 'migrator_version_log')
        AND CURRENT_ROLE() = 'NONE'
        AND NOT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND CAST(table_name AS BINARY) IN ('migrator_version_log')) THEN CONCAT('expects the right to insert into migrator_version_log, as a table is to be called, which ', CURRENT_USER(), ' has not', ': GRANT CREATE, INSERT ON ', DATABASE(), '.migrator_version_log') END AS finding FROM DUAL
UNION ALL
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('UPDATE'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('UPDATE') AND DATABASE() LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('UPDATE') AND table_schema = DATABASE() AND table_name = 'employee')
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('UPDATE') AND table_schema = DATABASE() AND table_name = 'employee')
        AND CURRENT_ROLE() = 'NONE' THEN CONCAT('expects the right to update employee, as a table is to be called, which ', CURRENT_USER(), ' has not', ': GRANT CREATE, UPDATE ON ', DATABASE(), '.employee') END AS finding FROM DUAL
UNION ALL
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('UPDATE'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('UPDATE') AND DATABASE() LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('UPDATE') AND table_schema = DATABASE() AND table_name = 'migrator_version')
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('UPDATE') AND table_schema = DATABASE() AND table_name = 'migrator_version')
        AND CURRENT_ROLE() = 'NONE'
        AND NOT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND CAST(table_name AS BINARY) IN ('migrator_version')) THEN CONCAT('expects the right to update migrator_version, as a table is to be called, which ', CURRENT_USER(), ' has not', ': GRANT CREATE, UPDATE ON ', DATABASE(), '.migrator_version') END AS finding FROM DUAL
UNION ALL
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('UPDATE'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('UPDATE') AND DATABASE() LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('UPDATE') AND table_schema = DATABASE() AND table_name = 'migrator_version_ledger')
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('UPDATE') AND table_schema = DATABASE() AND table_name = 'migrator_version_ledger')
        AND CURRENT_ROLE() = 'NONE'
        AND NOT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND CAST(table_name AS BINARY) IN ('migrator_version_ledger')) THEN CONCAT('expects the right to update migrator_version_ledger, as a table is to be called, which ', CURRENT_USER(), ' has not', ': GRANT CREATE, UPDATE ON ', DATABASE(), '.migrator_version_ledger') END AS finding FROM DUAL
UNION ALL
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('DELETE'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('DELETE') AND DATABASE() LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('DELETE') AND table_schema = DATABASE() AND table_name = 'migrator_version')
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('DELETE') AND table_schema = DATABASE() AND table_name = 'migrator_version')
        AND CURRENT_ROLE() = 'NONE'
        AND NOT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND CAST(table_name AS BINARY) IN ('migrator_version')) THEN CONCAT('expects the right to delete from migrator_version, as a table is to be called, which ', CURRENT_USER(), ' has not', ': GRANT CREATE, DELETE ON ', DATABASE(), '.migrator_version') END AS finding FROM DUAL
UNION ALL
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('DELETE'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('DELETE') AND DATABASE() LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('DELETE') AND table_schema = DATABASE() AND table_name = 'migrator_version_ledger')
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('DELETE') AND table_schema = DATABASE() AND table_name = 'migrator_version_ledger')
        AND CURRENT_ROLE() = 'NONE'
        AND NOT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND CAST(table_name AS BINARY) IN ('migrator_version_ledger')) THEN CONCAT('expects the right to delete from migrator_version_ledger, as a table is to be called, which ', CURRENT_USER(), ' has not', ': GRANT CREATE, DELETE ON ', DATABASE(), '.migrator_version_ledger') END AS finding FROM DUAL
UNION ALL
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('REFERENCES', 'SELECT', 'INSERT', 'UPDATE', 'DELETE'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('REFERENCES', 'SELECT', 'INSERT', 'UPDATE', 'DELETE') AND DATABASE() LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('REFERENCES', 'SELECT', 'INSERT', 'UPDATE', 'DELETE') AND table_schema = DATABASE() AND table_name = 'department')
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('REFERENCES', 'SELECT', 'INSERT', 'UPDATE', 'DELETE') AND table_schema = DATABASE() AND table_name = 'department')
        AND CURRENT_ROLE() = 'NONE' THEN CONCAT('expects the right to let foreign keys refer to department, as a table is to be called, which ', CURRENT_USER(), ' has not', ': GRANT CREATE, REFERENCES ON ', DATABASE(), '.department') END AS finding FROM DUAL
UNION ALL
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('REFERENCES', 'SELECT', 'INSERT', 'UPDATE', 'DELETE'))
        AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('REFERENCES', 'SELECT', 'INSERT', 'UPDATE', 'DELETE') AND DATABASE() LIKE table_schema)
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('REFERENCES', 'SELECT', 'INSERT', 'UPDATE', 'DELETE') AND table_schema = DATABASE() AND table_name = 'employee')
        AND NOT EXISTS (SELECT 1 FROM information_schema.column_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('REFERENCES', 'SELECT', 'INSERT', 'UPDATE', 'DELETE') AND table_schema = DATABASE() AND table_name = 'employee')
        AND CURRENT_ROLE() = 'NONE' THEN CONCAT('expects the right to let foreign keys refer to employee, as a table is to be called, which ', CURRENT_USER(), ' has not', ': GRANT CREATE, REFERENCES ON ', DATABASE(), '.employee') END AS finding FROM DUAL
UNION ALL
SELECT COALESCE(CASE WHEN @@global.super_read_only THEN 'expects a server that takes changes, but super_read_only is ON' END,
    CASE WHEN CAST(@@global.read_only AS CHAR) NOT IN ('0', 'OFF')
        AND NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('CONNECTION_ADMIN', 'SUPER'))
        AND CURRENT_ROLE() = 'NONE' THEN CONCAT('expects a server that takes changes, but read_only is ON, and ', CURRENT_USER(), ' lacks CONNECTION_ADMIN') END) AS finding FROM DUAL
UNION ALL
SELECT (SELECT MIN(CONCAT('expects table ', t.table_name, ' to undo what fails, but its engine ', t.engine, ' cannot'))
      FROM information_schema.tables t WHERE t.table_schema = DATABASE() AND CAST(t.table_name AS BINARY) IN ('migrator_version')
        AND t.engine NOT IN (SELECT e.engine FROM information_schema.engines e WHERE e.transactions = 'YES')) AS finding FROM DUAL
) asked WHERE finding IS NOT NULL;
SET @migrator_rows = FOUND_ROWS();
SET @migrator_found = @migrator_found + @migrator_rows;

SELECT '3. The account may read what is asked next. Where it may not: GRANT SELECT on it, and ask again. (finding)' AS migrator;
SELECT finding FROM (
SELECT (SELECT CONCAT('expects the right to read table', IF(COUNT(*) = 1, ' ', 's '), GROUP_CONCAT(t.name ORDER BY t.name SEPARATOR ', '), ', which ', CURRENT_USER(), ' has not')
      FROM (SELECT 'migrator_version' AS name UNION SELECT 'migrator_version_ledger' UNION SELECT 'migrator_version_log') t WHERE NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('SELECT'))
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
WHERE COALESCE(IS_USED_LOCK(CONCAT(''migrator:'', MD5(CONCAT(DATABASE(), ''.'', ''`migrator_version`'')))), CONNECTION_ID()) <> CONNECTION_ID()', 'SELECT 1 FROM DUAL WHERE FALSE');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
SET @migrator_rows = FOUND_ROWS();
DEALLOCATE PREPARE migrator_step;
SET @migrator_found = @migrator_found + @migrator_rows;

SELECT '6. No other script stopped half-way. (finding)' AS migrator FROM DUAL WHERE @migrator_on;
SET @migrator_there = @migrator_on AND EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migrator_version_ledger'), @migrator_rows = 0;
SET @migrator_sql = IF(@migrator_there, 'SELECT COUNT(*) INTO @migrator_rows FROM (SELECT CONCAT(''another script stopped half-way in revision '', revision, '', step '', CAST(step AS char), '' of '', CAST(steps AS char)) AS finding
FROM `migrator_version_ledger`
WHERE (step BETWEEN 1 AND steps - 1 OR state = ''started'') AND NOT script = ''66286ac9d035554bf5e22638b388a9e6bb9e4da2d34223ac2a5de92b18e555cb'') found', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_sql = IF(@migrator_there, 'SELECT CONCAT(''another script stopped half-way in revision '', revision, '', step '', CAST(step AS char), '' of '', CAST(steps AS char)) AS finding
FROM `migrator_version_ledger`
WHERE (step BETWEEN 1 AND steps - 1 OR state = ''started'') AND NOT script = ''66286ac9d035554bf5e22638b388a9e6bb9e4da2d34223ac2a5de92b18e555cb''', IF(@migrator_on, 'SELECT ''There is no table migrator_version_ledger.'' AS migrator', 'DO 0'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_found = @migrator_found + @migrator_rows;

SELECT '7. No step of an earlier run is in doubt. (finding)' AS migrator FROM DUAL WHERE @migrator_on;
SET @migrator_there = @migrator_on AND EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migrator_version_ledger'), @migrator_rows = 0;
SET @migrator_sql = IF(@migrator_there, 'SELECT COUNT(*) INTO @migrator_rows FROM (SELECT CONCAT(''nobody knows whether this took effect, which an earlier run began: revision '', revision, '', step '', CAST(step AS char), '' of '', CAST(steps AS char)) AS finding
FROM `migrator_version_ledger`
WHERE script = ''66286ac9d035554bf5e22638b388a9e6bb9e4da2d34223ac2a5de92b18e555cb'' AND state = ''started'' AND (revision = ''1a3f08c2b7d4'' AND step = 1 OR revision = ''1a3f08c2b7d4'' AND step = 2 OR revision = ''1a3f08c2b7d4'' AND step = 3 OR revision = ''1a3f08c2b7d4'' AND step = 4 OR revision = ''1a3f08c2b7d4'' AND step = 5 OR revision = ''1a3f08c2b7d4'' AND step = 6 OR revision = ''2c90e5d41f6a'' AND step = 1 OR revision = ''2c90e5d41f6a'' AND step = 2 OR revision = ''5f60b9e3d71c'' AND step = 1 OR revision = ''5f60b9e3d71c'' AND step = 2 OR revision = ''4de87a15c093'' AND step = 1 OR revision = ''7bd9035ea6f2'' AND step = 1)) found', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_sql = IF(@migrator_there, 'SELECT CONCAT(''nobody knows whether this took effect, which an earlier run began: revision '', revision, '', step '', CAST(step AS char), '' of '', CAST(steps AS char)) AS finding
FROM `migrator_version_ledger`
WHERE script = ''66286ac9d035554bf5e22638b388a9e6bb9e4da2d34223ac2a5de92b18e555cb'' AND state = ''started'' AND (revision = ''1a3f08c2b7d4'' AND step = 1 OR revision = ''1a3f08c2b7d4'' AND step = 2 OR revision = ''1a3f08c2b7d4'' AND step = 3 OR revision = ''1a3f08c2b7d4'' AND step = 4 OR revision = ''1a3f08c2b7d4'' AND step = 5 OR revision = ''1a3f08c2b7d4'' AND step = 6 OR revision = ''2c90e5d41f6a'' AND step = 1 OR revision = ''2c90e5d41f6a'' AND step = 2 OR revision = ''5f60b9e3d71c'' AND step = 1 OR revision = ''5f60b9e3d71c'' AND step = 2 OR revision = ''4de87a15c093'' AND step = 1 OR revision = ''7bd9035ea6f2'' AND step = 1)', IF(@migrator_on, 'SELECT ''There is no table migrator_version_ledger.'' AS migrator', 'DO 0'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_found = @migrator_found + @migrator_rows;

SELECT '8. upgrade.sql goes on where an earlier run of it stopped. (finding)' AS migrator FROM DUAL WHERE @migrator_on;
SET @migrator_there = @migrator_on AND EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migrator_version_ledger'), @migrator_rows = 0;
SET @migrator_sql = IF(@migrator_there, 'SELECT COUNT(*) INTO @migrator_rows FROM (SELECT CONCAT(''an earlier run came to revision '', revision, '', step '', CAST(step AS char), '' of '', CAST(steps AS char), '''') AS finding
FROM `migrator_version_ledger`
WHERE script = ''66286ac9d035554bf5e22638b388a9e6bb9e4da2d34223ac2a5de92b18e555cb'' AND ((SELECT count(*) = 0 FROM `migrator_version`) OR (SELECT COALESCE(GROUP_CONCAT(IF(version_num REGEXP ''^[^[:space:]]+$'', version_num, COALESCE(CONCAT(''"'', version_num, ''"''), ''NULL'')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR '', ''), ''base'') FROM `migrator_version`) IN (''1a3f08c2b7d4'', ''2c90e5d41f6a'', ''37b1d2f0a8ce'', ''5f60b9e3d71c'', ''4de87a15c093, 5f60b9e3d71c'', ''68a2c47fe0b5''))) found', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_sql = IF(@migrator_there, 'SELECT CONCAT(''an earlier run came to revision '', revision, '', step '', CAST(step AS char), '' of '', CAST(steps AS char), '''') AS finding
FROM `migrator_version_ledger`
WHERE script = ''66286ac9d035554bf5e22638b388a9e6bb9e4da2d34223ac2a5de92b18e555cb'' AND ((SELECT count(*) = 0 FROM `migrator_version`) OR (SELECT COALESCE(GROUP_CONCAT(IF(version_num REGEXP ''^[^[:space:]]+$'', version_num, COALESCE(CONCAT(''"'', version_num, ''"''), ''NULL'')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR '', ''), ''base'') FROM `migrator_version`) IN (''1a3f08c2b7d4'', ''2c90e5d41f6a'', ''37b1d2f0a8ce'', ''5f60b9e3d71c'', ''4de87a15c093, 5f60b9e3d71c'', ''68a2c47fe0b5''))', IF(@migrator_on, 'SELECT ''There is no table migrator_version_ledger.'' AS migrator', 'DO 0'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_on = @migrator_on AND @migrator_rows = 0;

SELECT '9. upgrade.sql is still to be applied. (finding)' AS migrator FROM DUAL WHERE @migrator_on;
SET @migrator_there = @migrator_on AND EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migrator_version'), @migrator_rows = 0;
SET @migrator_sql = IF(@migrator_there, 'SELECT COUNT(*) INTO @migrator_rows FROM (SELECT ''already applied: the database is at 7bd9035ea6f2; upgrade.sql would change nothing'' AS finding FROM DUAL
WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN (''7bd9035ea6f2'') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1 FROM `migrator_version`)) found', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_sql = IF(@migrator_there, 'SELECT ''already applied: the database is at 7bd9035ea6f2; upgrade.sql would change nothing'' AS finding FROM DUAL
WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN (''7bd9035ea6f2'') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1 FROM `migrator_version`)', IF(@migrator_on, 'SELECT ''There is no table migrator_version.'' AS migrator', 'DO 0'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_on = @migrator_on AND @migrator_rows = 0;

SELECT '10. The database is at base. (finding)' AS migrator FROM DUAL WHERE @migrator_on;
SET @migrator_there = @migrator_on AND EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migrator_version'), @migrator_rows = 0;
SET @migrator_sql = IF(@migrator_there, 'SELECT COUNT(*) INTO @migrator_rows FROM (SELECT CONCAT(''upgrade.sql needs the database at base, but it is at '', COALESCE((SELECT COALESCE(GROUP_CONCAT(IF(version_num REGEXP ''^[^[:space:]]+$'', version_num, COALESCE(CONCAT(''"'', version_num, ''"''), ''NULL'')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR '', ''), ''base'') FROM `migrator_version`), ''base'')) AS finding FROM DUAL
WHERE NOT ((SELECT count(*) = 0 FROM `migrator_version`))) found', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_sql = IF(@migrator_there, 'SELECT CONCAT(''upgrade.sql needs the database at base, but it is at '', COALESCE((SELECT COALESCE(GROUP_CONCAT(IF(version_num REGEXP ''^[^[:space:]]+$'', version_num, COALESCE(CONCAT(''"'', version_num, ''"''), ''NULL'')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR '', ''), ''base'') FROM `migrator_version`), ''base'')) AS finding FROM DUAL
WHERE NOT ((SELECT count(*) = 0 FROM `migrator_version`))', IF(@migrator_on, 'SELECT ''There is no table migrator_version.'' AS migrator', 'DO 0'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_found = @migrator_found + @migrator_rows;
SET @migrator_on = @migrator_on AND @migrator_rows = 0;

SELECT '11. Nothing has the names of what it makes. (finding)' AS migrator FROM DUAL WHERE @migrator_on;
SET @migrator_sql = IF(@migrator_on, 'SELECT finding FROM (
SELECT (SELECT CONCAT(IF(COUNT(*) = 1, ''makes table '', ''makes tables ''), GROUP_CONCAT(DISTINCT table_name ORDER BY table_name SEPARATOR '', ''), IF(COUNT(*) = 1, '', but that name is taken already'', '', but those names are taken already''))
      FROM information_schema.tables
      WHERE table_schema = DATABASE() AND CAST(table_name AS BINARY) IN (''department'', ''employee'', ''department_employee'', ''account'', ''product'')) AS finding FROM DUAL
UNION ALL
SELECT (SELECT CONCAT(IF(COUNT(*) = 1, ''makes constraint '', ''makes constraints ''), GROUP_CONCAT(DISTINCT constraint_name ORDER BY constraint_name SEPARATOR '', ''), IF(COUNT(*) = 1, '', but that name is taken already'', '', but those names are taken already''))
      FROM information_schema.table_constraints
      WHERE constraint_schema = DATABASE() AND constraint_name IN (''department_employee_department_code_foreign'', ''department_employee_employee_number_foreign'', ''product_price_not_negative'')
        AND constraint_type IN (''FOREIGN KEY'', ''CHECK'')) AS finding FROM DUAL
) asked WHERE finding IS NOT NULL', 'SELECT 1 FROM DUAL WHERE FALSE');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
SET @migrator_rows = FOUND_ROWS();
DEALLOCATE PREPARE migrator_step;
SET @migrator_found = @migrator_found + @migrator_rows;

ROLLBACK;
SET SESSION transaction_read_only = @migrator_closed;
SET @migrator_no = IF(@migrator_found = 0, NULL, 'upgrade.sql would refuse: see what was found above');
SELECT IF(@migrator_found = 0, 'upgrade.sql would run', CONCAT(@migrator_no, ' (', @migrator_found, ' found)')) AS migrator;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
