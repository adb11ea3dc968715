-- verify.sql: made by migrator 0.1.0 for MariaDB 10.11 and mariadb
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
-- Script: ad2bab5ab4098eacb054aa05318a281017c08b62f6309341a1ddea0f7a89931e
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
      FROM (SELECT 'account' AS name UNION SELECT 'department' UNION SELECT 'department_employee' UNION SELECT 'employee' UNION SELECT 'product') t WHERE NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE', 'CREATE', 'DROP', 'REFERENCES', 'INDEX', 'ALTER', 'CREATE VIEW', 'SHOW VIEW', 'TRIGGER'))
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
    SELECT ''table'' AS kind, ''.'' AS place, ''account'' AS name, ''table'' AS says
    UNION ALL SELECT ''column'', ''.'', ''account.id'', ''not null''
    UNION ALL SELECT ''type'', ''.'', ''account.id'', ''int unsigned''
    UNION ALL SELECT ''default'', ''.'', ''account.id'', ''yes''
    UNION ALL SELECT ''column'', ''.'', ''account.holder'', ''not null''
    UNION ALL SELECT ''type'', ''.'', ''account.holder'', ''varchar(120)''
    UNION ALL SELECT ''default'', ''.'', ''account.holder'', ''no''
    UNION ALL SELECT ''column'', ''.'', ''account.balance'', ''not null''
    UNION ALL SELECT ''type'', ''.'', ''account.balance'', ''decimal(18,4)''
    UNION ALL SELECT ''default'', ''.'', ''account.balance'', ''yes''
    UNION ALL SELECT ''column'', ''.'', ''account.closed'', ''not null''
    UNION ALL SELECT ''type'', ''.'', ''account.closed'', ''tinyint''
    UNION ALL SELECT ''default'', ''.'', ''account.closed'', ''yes''
    UNION ALL SELECT ''column'', ''.'', ''account.opened_on'', ''not null''
    UNION ALL SELECT ''type'', ''.'', ''account.opened_on'', ''date''
    UNION ALL SELECT ''default'', ''.'', ''account.opened_on'', ''no''
    UNION ALL SELECT ''column'', ''.'', ''account.terms'', ''null''
    UNION ALL SELECT ''type'', ''.'', ''account.terms'', ''text''
    UNION ALL SELECT ''default'', ''.'', ''account.terms'', ''no''
    UNION ALL SELECT ''table'', ''.'', ''department'', ''table''
    UNION ALL SELECT ''column'', ''.'', ''department.code'', ''not null''
    UNION ALL SELECT ''type'', ''.'', ''department.code'', ''varchar(8)''
    UNION ALL SELECT ''column'', ''.'', ''department.name'', ''not null''
    UNION ALL SELECT ''type'', ''.'', ''department.name'', ''varchar(80)''
    UNION ALL SELECT ''default'', ''.'', ''department.name'', ''no''
    UNION ALL SELECT ''column'', ''.'', ''department.budget'', ''null''
    UNION ALL SELECT ''type'', ''.'', ''department.budget'', ''decimal(14,2)''
    UNION ALL SELECT ''default'', ''.'', ''department.budget'', ''no''
    UNION ALL SELECT ''table'', ''.'', ''department_employee'', ''table''
    UNION ALL SELECT ''column'', ''.'', ''department_employee.department_code'', ''not null''
    UNION ALL SELECT ''type'', ''.'', ''department_employee.department_code'', ''varchar(8)''
    UNION ALL SELECT ''column'', ''.'', ''department_employee.employee_number'', ''not null''
    UNION ALL SELECT ''type'', ''.'', ''department_employee.employee_number'', ''int''
    UNION ALL SELECT ''column'', ''.'', ''department_employee.since'', ''not null''
    UNION ALL SELECT ''type'', ''.'', ''department_employee.since'', ''date''
    UNION ALL SELECT ''default'', ''.'', ''department_employee.since'', ''no''
    UNION ALL SELECT ''table'', ''.'', ''employee'', ''table''
    UNION ALL SELECT ''column'', ''.'', ''employee.number'', ''not null''
    UNION ALL SELECT ''type'', ''.'', ''employee.number'', ''int''
    UNION ALL SELECT ''column'', ''.'', ''employee.first_name'', ''not null''
    UNION ALL SELECT ''type'', ''.'', ''employee.first_name'', ''varchar(80)''
    UNION ALL SELECT ''default'', ''.'', ''employee.first_name'', ''no''
    UNION ALL SELECT ''column'', ''.'', ''employee.last_name'', ''not null''
    UNION ALL SELECT ''type'', ''.'', ''employee.last_name'', ''varchar(80)''
    UNION ALL SELECT ''default'', ''.'', ''employee.last_name'', ''no''
    UNION ALL SELECT ''column'', ''.'', ''employee.born_on'', ''null''
    UNION ALL SELECT ''type'', ''.'', ''employee.born_on'', ''date''
    UNION ALL SELECT ''default'', ''.'', ''employee.born_on'', ''no''
    UNION ALL SELECT ''column'', ''.'', ''employee.part_time'', ''not null''
    UNION ALL SELECT ''type'', ''.'', ''employee.part_time'', ''tinyint''
    UNION ALL SELECT ''default'', ''.'', ''employee.part_time'', ''yes''
    UNION ALL SELECT ''column'', ''.'', ''employee.remark'', ''null''
    UNION ALL SELECT ''type'', ''.'', ''employee.remark'', ''text''
    UNION ALL SELECT ''default'', ''.'', ''employee.remark'', ''no''
    UNION ALL SELECT ''column'', ''.'', ''employee.entered_at'', ''not null''
    UNION ALL SELECT ''type'', ''.'', ''employee.entered_at'', ''timestamp''
    UNION ALL SELECT ''default'', ''.'', ''employee.entered_at'', ''yes''
    UNION ALL SELECT ''column'', ''.'', ''employee.email'', ''null''
    UNION ALL SELECT ''type'', ''.'', ''employee.email'', ''varchar(120)''
    UNION ALL SELECT ''default'', ''.'', ''employee.email'', ''no''
    UNION ALL SELECT ''table'', ''.'', ''product'', ''table''
    UNION ALL SELECT ''column'', ''.'', ''product.sku'', ''not null''
    UNION ALL SELECT ''type'', ''.'', ''product.sku'', ''varchar(20)''
    UNION ALL SELECT ''column'', ''.'', ''product.title'', ''not null''
    UNION ALL SELECT ''type'', ''.'', ''product.title'', ''varchar(120)''
    UNION ALL SELECT ''default'', ''.'', ''product.title'', ''no''
    UNION ALL SELECT ''column'', ''.'', ''product.price'', ''not null''
    UNION ALL SELECT ''type'', ''.'', ''product.price'', ''decimal(10,2)''
    UNION ALL SELECT ''default'', ''.'', ''product.price'', ''no''
    UNION ALL SELECT ''column'', ''.'', ''product.discontinued'', ''not null''
    UNION ALL SELECT ''type'', ''.'', ''product.discontinued'', ''tinyint''
    UNION ALL SELECT ''default'', ''.'', ''product.discontinued'', ''yes''
    UNION ALL SELECT ''column'', ''.'', ''product.discontinued_on'', ''null''
    UNION ALL SELECT ''type'', ''.'', ''product.discontinued_on'', ''date''
    UNION ALL SELECT ''default'', ''.'', ''product.discontinued_on'', ''no''
  ) told
UNION ALL
SELECT CONVERT(kind USING utf8mb4) COLLATE utf8mb4_general_ci AS kind, CONVERT(place USING utf8mb4) COLLATE utf8mb4_general_ci AS place, CONVERT(name USING utf8mb4) COLLATE utf8mb4_general_ci AS name, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_general_ci AS expected, CONVERT(says USING utf8mb4) COLLATE utf8mb4_general_ci AS found
  FROM (SELECT ''table'' AS kind, TABLE_SCHEMA AS place, TABLE_NAME AS name, ''table'' AS says
    FROM information_schema.TABLES
  WHERE TABLE_TYPE NOT IN (''VIEW'', ''SEQUENCE'') AND TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN (
    ''account'', ''department'', ''department_employee'', ''employee'', ''product'')) here
UNION ALL
SELECT CONVERT(kind USING utf8mb4) COLLATE utf8mb4_general_ci AS kind, CONVERT(place USING utf8mb4) COLLATE utf8mb4_general_ci AS place, CONVERT(name USING utf8mb4) COLLATE utf8mb4_general_ci AS name, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_general_ci AS expected, CONVERT(says USING utf8mb4) COLLATE utf8mb4_general_ci AS found
  FROM (SELECT ''column'' AS kind, TABLE_SCHEMA AS place, CONCAT(TABLE_NAME, ''.'', COLUMN_NAME) AS name, IF(IS_NULLABLE = ''YES'', ''null'', ''not null'') AS says
    FROM information_schema.COLUMNS
  WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN (
    ''account'', ''department'', ''department_employee'', ''employee'', ''product'')) here
UNION ALL
SELECT CONVERT(kind USING utf8mb4) COLLATE utf8mb4_general_ci AS kind, CONVERT(place USING utf8mb4) COLLATE utf8mb4_general_ci AS place, CONVERT(name USING utf8mb4) COLLATE utf8mb4_general_ci AS name, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_general_ci AS expected, CONVERT(says USING utf8mb4) COLLATE utf8mb4_general_ci AS found
  FROM (SELECT ''type'' AS kind, TABLE_SCHEMA AS place, CONCAT(TABLE_NAME, ''.'', COLUMN_NAME) AS name,
      CASE WHEN DATA_TYPE IN (''tinyint'', ''smallint'', ''mediumint'', ''int'', ''bigint'', ''year'')
        THEN CONCAT(DATA_TYPE, IF(LOCATE(''unsigned'', COLUMN_TYPE) > 0, '' unsigned'', '''')) ELSE COLUMN_TYPE END AS says
    FROM information_schema.COLUMNS
  WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN (
    ''account'', ''department'', ''department_employee'', ''employee'', ''product'')) here
UNION ALL
SELECT CONVERT(kind USING utf8mb4) COLLATE utf8mb4_general_ci AS kind, CONVERT(place USING utf8mb4) COLLATE utf8mb4_general_ci AS place, CONVERT(name USING utf8mb4) COLLATE utf8mb4_general_ci AS name, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_general_ci AS expected, CONVERT(says USING utf8mb4) COLLATE utf8mb4_general_ci AS found
  FROM (SELECT ''default'' AS kind, TABLE_SCHEMA AS place, CONCAT(TABLE_NAME, ''.'', COLUMN_NAME) AS name,
      IF((COLUMN_DEFAULT IS NOT NULL AND COLUMN_DEFAULT <> ''NULL'')
      OR EXTRA LIKE ''%auto_increment%'' OR EXTRA LIKE ''%GENERATED%'' OR EXTRA LIKE ''%VIRTUAL%'' OR EXTRA LIKE ''%PERSISTENT%'', ''yes'', ''no'') AS says
    FROM information_schema.COLUMNS
  WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN (
    ''account'', ''department'', ''department_employee'', ''employee'', ''product'')) here
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
    SELECT ''primary key'' AS kind, ''.'' AS place, ''account'' AS name, ''(id)'' AS says
    UNION ALL SELECT ''primary key'', ''.'', ''department'', ''(code)''
    UNION ALL SELECT ''foreign key'', ''.'', ''department_employee.department_employee_department_code_foreign'', ''(department_code) references department (code)''
    UNION ALL SELECT ''foreign key'', ''.'', ''department_employee.department_employee_employee_number_foreign'', ''(employee_number) references employee (number)''
    UNION ALL SELECT ''primary key'', ''.'', ''department_employee'', ''(department_code, employee_number)''
    UNION ALL SELECT ''primary key'', ''.'', ''employee'', ''(number)''
    UNION ALL SELECT ''primary key'', ''.'', ''product'', ''(sku)''
    UNION ALL SELECT ''check'', ''.'', ''product.product_price_not_negative'', ''check''
  ) told
UNION ALL
SELECT CONVERT(kind USING utf8mb4) COLLATE utf8mb4_general_ci AS kind, CONVERT(place USING utf8mb4) COLLATE utf8mb4_general_ci AS place, CONVERT(name USING utf8mb4) COLLATE utf8mb4_general_ci AS name, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_general_ci AS expected, CONVERT(says USING utf8mb4) COLLATE utf8mb4_general_ci AS found
  FROM (SELECT ''primary key'' AS kind, TABLE_SCHEMA AS place, TABLE_NAME AS name,
      CONCAT(''('', GROUP_CONCAT(COLUMN_NAME ORDER BY ORDINAL_POSITION SEPARATOR '', ''), '')'') AS says
    FROM information_schema.KEY_COLUMN_USAGE
  WHERE CONSTRAINT_NAME = ''PRIMARY'' AND TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN (
    ''account'', ''department'', ''department_employee'', ''employee'', ''product'')
  GROUP BY TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_NAME) here
UNION ALL
SELECT CONVERT(kind USING utf8mb4) COLLATE utf8mb4_general_ci AS kind, CONVERT(place USING utf8mb4) COLLATE utf8mb4_general_ci AS place, CONVERT(name USING utf8mb4) COLLATE utf8mb4_general_ci AS name, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_general_ci AS expected, CONVERT(says USING utf8mb4) COLLATE utf8mb4_general_ci AS found
  FROM (SELECT ''foreign key'' AS kind, TABLE_SCHEMA AS place, CONCAT(TABLE_NAME, ''.'', CONSTRAINT_NAME) AS name,
      CONCAT(''('', GROUP_CONCAT(COLUMN_NAME ORDER BY ORDINAL_POSITION SEPARATOR '', ''), '')'', '' references '', MAX(REFERENCED_TABLE_NAME), '' '', ''('', GROUP_CONCAT(REFERENCED_COLUMN_NAME ORDER BY ORDINAL_POSITION SEPARATOR '', ''), '')'') AS says
    FROM information_schema.KEY_COLUMN_USAGE
  WHERE REFERENCED_TABLE_NAME IS NOT NULL AND TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN (
    ''account'', ''department'', ''department_employee'', ''employee'', ''product'')
  GROUP BY TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_NAME) here
UNION ALL
SELECT CONVERT(kind USING utf8mb4) COLLATE utf8mb4_general_ci AS kind, CONVERT(place USING utf8mb4) COLLATE utf8mb4_general_ci AS place, CONVERT(name USING utf8mb4) COLLATE utf8mb4_general_ci AS name, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_general_ci AS expected, CONVERT(says USING utf8mb4) COLLATE utf8mb4_general_ci AS found
  FROM (SELECT ''check'' AS kind, CONSTRAINT_SCHEMA AS place, CONCAT(TABLE_NAME, ''.'', CONSTRAINT_NAME) AS name, ''check'' AS says
    FROM information_schema.CHECK_CONSTRAINTS
  WHERE NOT (LEVEL = ''Column'' AND CHECK_CLAUSE REGEXP ''^json_valid[(]`([^`]|``)+`[)]$'') AND CONSTRAINT_SCHEMA = DATABASE() AND TABLE_NAME IN (
    ''account'', ''department'', ''department_employee'', ''employee'', ''product'')) here
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
    SELECT ''index'' AS kind, ''.'' AS place, ''department.department_name_unique'' AS name, ''unique (name)'' AS says
    UNION ALL SELECT ''index'', ''.'', ''employee.employee_by_name'', ''(last_name, first_name)''
  ) told
UNION ALL
SELECT CONVERT(kind USING utf8mb4) COLLATE utf8mb4_general_ci AS kind, CONVERT(place USING utf8mb4) COLLATE utf8mb4_general_ci AS place, CONVERT(name USING utf8mb4) COLLATE utf8mb4_general_ci AS name, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_general_ci AS expected, CONVERT(says USING utf8mb4) COLLATE utf8mb4_general_ci AS found
  FROM (SELECT ''index'' AS kind, TABLE_SCHEMA AS place, CONCAT(TABLE_NAME, ''.'', INDEX_NAME) AS name,
      CONCAT(IF(MAX(NON_UNIQUE) = 0, ''unique '', ''''), ''('', GROUP_CONCAT(COALESCE(COLUMN_NAME, ''an expression'') ORDER BY SEQ_IN_INDEX SEPARATOR '', ''), '')'') AS says
    FROM information_schema.STATISTICS
  WHERE INDEX_NAME <> ''PRIMARY'' AND NOT (TABLE_SCHEMA = DATABASE() AND CONCAT(TABLE_NAME, ''.'', INDEX_NAME) IN (
    ''department_employee.department_employee_department_code_foreign'',
    ''department_employee.department_employee_employee_number_foreign'')) AND TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN (
    ''account'', ''department'', ''department_employee'', ''employee'', ''product'')
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

SELECT '6. The version rows are: 7bd9035ea6f2. (kind | name | expected | found)' AS migrator FROM DUAL WHERE @migrator_on;
SET @migrator_there = @migrator_on AND EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migrator_version'), @migrator_rows = 0;
SET @migrator_sql = IF(@migrator_there, 'SELECT COUNT(*) INTO @migrator_rows FROM (SELECT ''version row'' AS kind, name,
    COALESCE(MAX(expected), ''nothing'') AS expected, COALESCE(MAX(found), ''nothing'') AS found
FROM (
SELECT CONVERT(name USING utf8mb4) COLLATE utf8mb4_bin AS name, CONVERT(says USING utf8mb4) COLLATE utf8mb4_bin AS expected, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_bin AS found
  FROM (
    SELECT ''version row'' AS kind, ''.'' AS place, ''7bd9035ea6f2'' AS name, ''there'' AS says
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
    SELECT ''version row'' AS kind, ''.'' AS place, ''7bd9035ea6f2'' AS name, ''there'' AS says
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
    SELECT ''log row'' AS kind, ''.'' AS place, ''1a3f08c2b7d4'' AS name, ''up dafb2891872e1d0864aef0e0583a227d81078b34904ec222ba5ea67b14597e9c'' AS says
    UNION ALL SELECT ''log row'', ''.'', ''2c90e5d41f6a'', ''up d9b62043e454d35cf2d94877ec59b46910c2ef9d8e25e908ab5cd8383833ce2d''
    UNION ALL SELECT ''log row'', ''.'', ''37b1d2f0a8ce'', ''up c29ad70ab381ef092f1fd87a5af1187febad6e2ac769c60c0b5e290f1100be4a''
    UNION ALL SELECT ''log row'', ''.'', ''5f60b9e3d71c'', ''up e526dccfafe600051ebfce1a6e49b20ededa7b4930ba7712eb634d18c6179e70''
    UNION ALL SELECT ''log row'', ''.'', ''4de87a15c093'', ''up fbfbece57d2788de1bb5b617bc83118c607c75f748de52b1b55e1272d71b28f5''
    UNION ALL SELECT ''log row'', ''.'', ''68a2c47fe0b5'', ''up e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855''
    UNION ALL SELECT ''log row'', ''.'', ''7bd9035ea6f2'', ''up d3c20e8cb95f99995f271b3a49e746aa946c732c267eba473ee7e52b3c5c13f8''
  ) told
UNION ALL
SELECT CONVERT(name USING utf8mb4) COLLATE utf8mb4_bin AS name, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_bin AS expected, CONVERT(says USING utf8mb4) COLLATE utf8mb4_bin AS found
  FROM (SELECT revision AS name, CONCAT(direction, '' '', digest) AS says FROM `migrator_version_log`
    WHERE entry IN (SELECT MAX(entry) FROM `migrator_version_log` GROUP BY revision) AND revision IN (
    ''1a3f08c2b7d4'', ''2c90e5d41f6a'', ''37b1d2f0a8ce'', ''5f60b9e3d71c'', ''4de87a15c093'', ''68a2c47fe0b5'',
    ''7bd9035ea6f2'')) here
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
    SELECT ''log row'' AS kind, ''.'' AS place, ''1a3f08c2b7d4'' AS name, ''up dafb2891872e1d0864aef0e0583a227d81078b34904ec222ba5ea67b14597e9c'' AS says
    UNION ALL SELECT ''log row'', ''.'', ''2c90e5d41f6a'', ''up d9b62043e454d35cf2d94877ec59b46910c2ef9d8e25e908ab5cd8383833ce2d''
    UNION ALL SELECT ''log row'', ''.'', ''37b1d2f0a8ce'', ''up c29ad70ab381ef092f1fd87a5af1187febad6e2ac769c60c0b5e290f1100be4a''
    UNION ALL SELECT ''log row'', ''.'', ''5f60b9e3d71c'', ''up e526dccfafe600051ebfce1a6e49b20ededa7b4930ba7712eb634d18c6179e70''
    UNION ALL SELECT ''log row'', ''.'', ''4de87a15c093'', ''up fbfbece57d2788de1bb5b617bc83118c607c75f748de52b1b55e1272d71b28f5''
    UNION ALL SELECT ''log row'', ''.'', ''68a2c47fe0b5'', ''up e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855''
    UNION ALL SELECT ''log row'', ''.'', ''7bd9035ea6f2'', ''up d3c20e8cb95f99995f271b3a49e746aa946c732c267eba473ee7e52b3c5c13f8''
  ) told
UNION ALL
SELECT CONVERT(name USING utf8mb4) COLLATE utf8mb4_bin AS name, CONVERT(NULL USING utf8mb4) COLLATE utf8mb4_bin AS expected, CONVERT(says USING utf8mb4) COLLATE utf8mb4_bin AS found
  FROM (SELECT revision AS name, CONCAT(direction, '' '', digest) AS says FROM `migrator_version_log`
    WHERE entry IN (SELECT MAX(entry) FROM `migrator_version_log` GROUP BY revision) AND revision IN (
    ''1a3f08c2b7d4'', ''2c90e5d41f6a'', ''37b1d2f0a8ce'', ''5f60b9e3d71c'', ''4de87a15c093'', ''68a2c47fe0b5'',
    ''7bd9035ea6f2'')) here
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
SELECT IF(@migrator_found = 0, COALESCE(@migrator_no, 'verified: the database is what the revisions say at 7bd9035ea6f2'), CONCAT(@migrator_no, ' (', @migrator_found, ' found)')) AS migrator;
DELIMITER //
BEGIN NOT ATOMIC
  IF @migrator_no IS NOT NULL THEN
    SET @migrator_no = LEFT(@migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30002, MESSAGE_TEXT = @migrator_no;
  END IF;
END//
DELIMITER ;
