-- verify.sql: made by migrator for Oracle Database 19 and sqlplus
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- It compares a database with what the revisions up to b34ca566 say of it: tables, keys, indexes and other
-- objects by the catalog, the version rows, and what the ledger and the log say.
-- Run it after upgrade.sql.
-- Things that no revision speaks of are not looked at, but for what stands in one of their tables.
--
-- To: b34ca566
-- It only reads: it changes nothing, and may run again at any time.
--
-- Version table: migrator_version
-- Script: ae3cdc434bd6d79cadd364199d57ab3c80f7f7b7519e5468c36074d04aa5b1c6
--
-- Run it:
--   NLS_LANG=.AL32UTF8 sqlplus -L USER@DATABASE @verify.sql
-- Under each question stands what it found. The last line is the verdict; the client ends with status 0 when it
-- is good, and with another one when it is not.

SET DEFINE OFF
SET SQLBLANKLINES ON
SET SERVEROUTPUT ON SIZE UNLIMITED
SET LINESIZE 32767
SET TRIMOUT ON
SET EXITCOMMIT OFF
SET AUTOCOMMIT OFF
WHENEVER OSERROR EXIT FAILURE ROLLBACK
WHENEVER SQLERROR EXIT FAILURE ROLLBACK
ALTER SESSION SET NLS_COMP = BINARY
/
ALTER SESSION SET NLS_SORT = BINARY
/
-- Nothing in this transaction can write.
SET TRANSACTION READ ONLY
/
BEGIN
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migrator:found:' || '0');
END;
/

DECLARE
  migrator_rows NUMBER := 0;
BEGIN
  DBMS_OUTPUT.PUT_LINE('1. Tables and columns are as the revisions say. (kind | name | expected | found)');
  FOR migrator_row IN (
SELECT kind, place || '.' || name AS name,
    COALESCE(MAX(expected), 'nothing') AS expected, COALESCE(MAX(found), 'nothing') AS found
FROM (
SELECT CAST(kind AS VARCHAR2(4000)) AS kind, CAST(CASE place WHEN '.' THEN SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') ELSE place END AS VARCHAR2(4000)) AS place, CAST(name AS VARCHAR2(4000)) AS name, CAST(says AS VARCHAR2(4000)) AS expected, CAST(NULL AS VARCHAR2(4000)) AS found
  FROM (SELECT SUBSTR(column_value, 1, INSTR(column_value, '|', 1, 1) - 1) AS kind,
      SUBSTR(column_value, INSTR(column_value, '|', 1, 1) + 1, INSTR(column_value, '|', 1, 2) - INSTR(column_value, '|', 1, 1) - 1) AS place,
      SUBSTR(column_value, INSTR(column_value, '|', 1, 2) + 1, INSTR(column_value, '|', 1, 3) - INSTR(column_value, '|', 1, 2) - 1) AS name,
      SUBSTR(column_value, INSTR(column_value, '|', 1, 3) + 1) AS says
    FROM TABLE(SYS.ODCIVARCHAR2LIST(
      'table|.|item|table',
      'column|.|item.id|not null',
      'type|.|item.id|decimal',
      'column|.|item.name|not null',
      'type|.|item.name|text',
      'column|.|item.state|not null',
      'type|.|item.state|text',
      'default|.|item.state|yes',
      'column|.|item.amount|not null',
      'type|.|item.amount|decimal',
      'default|.|item.amount|yes',
      'column|.|item.price|null',
      'type|.|item.price|decimal',
      'column|.|item.due|null',
      'type|.|item.due|date'))) told
UNION ALL
SELECT CAST(kind AS VARCHAR2(4000)) AS kind, CAST(place AS VARCHAR2(4000)) AS place, CAST(name AS VARCHAR2(4000)) AS name, CAST(NULL AS VARCHAR2(4000)) AS expected, CAST(says AS VARCHAR2(4000)) AS found
  FROM (SELECT 'table' AS kind, owner AS place, table_name AS name, 'table' AS says FROM all_tables
  WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name IN (
    'item')) here
UNION ALL
SELECT CAST(kind AS VARCHAR2(4000)) AS kind, CAST(place AS VARCHAR2(4000)) AS place, CAST(name AS VARCHAR2(4000)) AS name, CAST(NULL AS VARCHAR2(4000)) AS expected, CAST(says AS VARCHAR2(4000)) AS found
  FROM (SELECT 'column' AS kind, owner AS place, table_name || '.' || column_name AS name, 
      CASE WHEN virtual_column = 'YES' THEN 'computed' WHEN nullable = 'Y' THEN 'null' ELSE 'not null' END AS says
    FROM all_tab_cols
  WHERE hidden_column = 'NO' AND owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name IN (
    'item')) here
UNION ALL
SELECT CAST(kind AS VARCHAR2(4000)) AS kind, CAST(place AS VARCHAR2(4000)) AS place, CAST(name AS VARCHAR2(4000)) AS name, CAST(NULL AS VARCHAR2(4000)) AS expected, CAST(says AS VARCHAR2(4000)) AS found
  FROM (SELECT 'type' AS kind, owner AS place, table_name || '.' || column_name AS name,
      CASE WHEN data_type LIKE 'TIMESTAMP%' THEN 'timestamp' WHEN data_type LIKE 'INTERVAL%' THEN 'interval'
        ELSE CASE WHEN data_type IN ('NUMBER') THEN 'decimal'
        WHEN data_type IN ('FLOAT', 'BINARY_FLOAT', 'BINARY_DOUBLE') THEN 'float'
        WHEN data_type IN ('CHAR', 'VARCHAR2', 'NCHAR', 'NVARCHAR2', 'CLOB', 'NCLOB', 'LONG') THEN 'text'
        WHEN data_type IN ('DATE') THEN 'date'
        WHEN data_type IN ('RAW', 'LONG RAW', 'BLOB') THEN 'binary'
        ELSE data_type END END AS says
    FROM all_tab_cols
  WHERE hidden_column = 'NO' AND owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name IN (
    'item')) here
UNION ALL
SELECT CAST(kind AS VARCHAR2(4000)) AS kind, CAST(place AS VARCHAR2(4000)) AS place, CAST(name AS VARCHAR2(4000)) AS name, CAST(NULL AS VARCHAR2(4000)) AS expected, CAST(says AS VARCHAR2(4000)) AS found
  FROM (SELECT 'default' AS kind, owner AS place, table_name || '.' || column_name AS name, CASE WHEN default_length IS NULL THEN 'no' ELSE 'yes' END AS says
    FROM all_tab_cols
  WHERE hidden_column = 'NO' AND owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name IN (
    'item')) here
) facts
GROUP BY kind, place, name
HAVING (MAX(expected) IS NULL AND kind IN ('column', 'primary key', 'unique', 'foreign key', 'check', 'exclude', 'index'))
    OR (MAX(found) IS NULL AND kind NOT IN ('type', 'default'))
    OR (MAX(expected) <> MAX(found))
ORDER BY kind, place, name
  ) LOOP
    DBMS_OUTPUT.PUT_LINE('  ' || migrator_row.kind || ' | ' || migrator_row.name || ' | ' || migrator_row.expected || ' | ' || migrator_row.found);
    migrator_rows := migrator_rows + 1;
  END LOOP;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migrator:found:' || (TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 16)) + migrator_rows));
END;
/

DECLARE
  migrator_rows NUMBER := 0;
BEGIN
  DBMS_OUTPUT.PUT_LINE('2. Keys and checks are as the revisions say. (kind | name | expected | found)');
  FOR migrator_row IN (
SELECT kind, place || '.' || name AS name,
    COALESCE(MAX(expected), 'nothing') AS expected, COALESCE(MAX(found), 'nothing') AS found
FROM (
SELECT CAST(kind AS VARCHAR2(4000)) AS kind, CAST(CASE place WHEN '.' THEN SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') ELSE place END AS VARCHAR2(4000)) AS place, CAST(name AS VARCHAR2(4000)) AS name, CAST(says AS VARCHAR2(4000)) AS expected, CAST(NULL AS VARCHAR2(4000)) AS found
  FROM (SELECT SUBSTR(column_value, 1, INSTR(column_value, '|', 1, 1) - 1) AS kind,
      SUBSTR(column_value, INSTR(column_value, '|', 1, 1) + 1, INSTR(column_value, '|', 1, 2) - INSTR(column_value, '|', 1, 1) - 1) AS place,
      SUBSTR(column_value, INSTR(column_value, '|', 1, 2) + 1, INSTR(column_value, '|', 1, 3) - INSTR(column_value, '|', 1, 2) - 1) AS name,
      SUBSTR(column_value, INSTR(column_value, '|', 1, 3) + 1) AS says
    FROM TABLE(SYS.ODCIVARCHAR2LIST(
      'primary key|.|item|(id)'))) told
UNION ALL
SELECT CAST(kind AS VARCHAR2(4000)) AS kind, CAST(place AS VARCHAR2(4000)) AS place, CAST(name AS VARCHAR2(4000)) AS name, CAST(NULL AS VARCHAR2(4000)) AS expected, CAST(says AS VARCHAR2(4000)) AS found
  FROM (SELECT 'primary key' AS kind, k.owner AS place, k.table_name AS name, (SELECT '(' || LISTAGG(c.column_name, ', ') WITHIN GROUP (ORDER BY c.position) || ')' FROM all_cons_columns c
        WHERE c.owner = k.owner AND c.constraint_name = k.constraint_name) || CASE WHEN k.status = 'DISABLED' THEN ' DISABLED' WHEN k.validated = 'NOT VALIDATED' THEN ' NOT VALID' END AS says
    FROM all_constraints k
  WHERE k.owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND k.table_name IN (
    'item') AND k.constraint_type = 'P') here
UNION ALL
SELECT CAST(kind AS VARCHAR2(4000)) AS kind, CAST(place AS VARCHAR2(4000)) AS place, CAST(name AS VARCHAR2(4000)) AS name, CAST(NULL AS VARCHAR2(4000)) AS expected, CAST(says AS VARCHAR2(4000)) AS found
  FROM (SELECT 'unique' AS kind, k.owner AS place, k.table_name || '.' || k.constraint_name AS name, (SELECT '(' || LISTAGG(c.column_name, ', ') WITHIN GROUP (ORDER BY c.position) || ')' FROM all_cons_columns c
        WHERE c.owner = k.owner AND c.constraint_name = k.constraint_name) || CASE WHEN k.status = 'DISABLED' THEN ' DISABLED' WHEN k.validated = 'NOT VALIDATED' THEN ' NOT VALID' END AS says
    FROM all_constraints k
  WHERE k.owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND k.table_name IN (
    'item') AND k.constraint_type = 'U') here
UNION ALL
SELECT CAST(kind AS VARCHAR2(4000)) AS kind, CAST(place AS VARCHAR2(4000)) AS place, CAST(name AS VARCHAR2(4000)) AS name, CAST(NULL AS VARCHAR2(4000)) AS expected, CAST(says AS VARCHAR2(4000)) AS found
  FROM (SELECT 'foreign key' AS kind, k.owner AS place, k.table_name || '.' || k.constraint_name AS name,
      (SELECT '(' || LISTAGG(c.column_name, ', ') WITHIN GROUP (ORDER BY c.position) || ')' FROM all_cons_columns c
        WHERE c.owner = k.owner AND c.constraint_name = k.constraint_name) || ' references ' || (SELECT r.table_name FROM all_constraints r WHERE r.owner = k.r_owner AND r.constraint_name = k.r_constraint_name) || ' ' || (SELECT '(' || LISTAGG(c.column_name, ', ') WITHIN GROUP (ORDER BY c.position) || ')' FROM all_cons_columns c
        WHERE c.owner = k.r_owner AND c.constraint_name = k.r_constraint_name) || CASE WHEN k.status = 'DISABLED' THEN ' DISABLED' WHEN k.validated = 'NOT VALIDATED' THEN ' NOT VALID' END AS says
    FROM all_constraints k
  WHERE k.owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND k.table_name IN (
    'item') AND k.constraint_type = 'R') here
UNION ALL
SELECT CAST(kind AS VARCHAR2(4000)) AS kind, CAST(place AS VARCHAR2(4000)) AS place, CAST(name AS VARCHAR2(4000)) AS name, CAST(NULL AS VARCHAR2(4000)) AS expected, CAST(says AS VARCHAR2(4000)) AS found
  FROM (SELECT 'check' AS kind, k.owner AS place, k.table_name || '.' || k.constraint_name AS name, 'check' || CASE WHEN k.status = 'DISABLED' THEN ' DISABLED' WHEN k.validated = 'NOT VALIDATED' THEN ' NOT VALID' END AS says
    FROM all_constraints k
  WHERE k.owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND k.table_name IN (
    'item') AND k.constraint_type = 'C' AND k.generated = 'USER NAME') here
) facts
GROUP BY kind, place, name
HAVING (MAX(expected) IS NULL AND kind IN ('column', 'primary key', 'unique', 'foreign key', 'check', 'exclude', 'index'))
    OR (MAX(found) IS NULL AND kind NOT IN ('type', 'default'))
    OR (MAX(expected) <> MAX(found))
ORDER BY kind, place, name
  ) LOOP
    DBMS_OUTPUT.PUT_LINE('  ' || migrator_row.kind || ' | ' || migrator_row.name || ' | ' || migrator_row.expected || ' | ' || migrator_row.found);
    migrator_rows := migrator_rows + 1;
  END LOOP;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migrator:found:' || (TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 16)) + migrator_rows));
END;
/

DECLARE
  migrator_rows NUMBER := 0;
BEGIN
  DBMS_OUTPUT.PUT_LINE('3. Indexes are as the revisions say. (kind | name | expected | found)');
  FOR migrator_row IN (
SELECT kind, place || '.' || name AS name,
    COALESCE(MAX(expected), 'nothing') AS expected, COALESCE(MAX(found), 'nothing') AS found
FROM (
SELECT CAST(kind AS VARCHAR2(4000)) AS kind, CAST(place AS VARCHAR2(4000)) AS place, CAST(name AS VARCHAR2(4000)) AS name, CAST(NULL AS VARCHAR2(4000)) AS expected, CAST(says AS VARCHAR2(4000)) AS found
  FROM (SELECT 'index' AS kind, i.table_owner AS place, i.table_name || '.' || i.index_name AS name,
      CASE i.uniqueness WHEN 'UNIQUE' THEN 'unique ' END || (SELECT '(' || LISTAGG(CASE WHEN c.column_name LIKE 'SYS\_NC%$' ESCAPE '\' THEN 'an expression' ELSE c.column_name END, ', ')
        WITHIN GROUP (ORDER BY c.column_position) || ')' FROM all_ind_columns c WHERE c.index_owner = i.owner AND c.index_name = i.index_name)
        || CASE i.status WHEN 'UNUSABLE' THEN ' UNUSABLE' END AS says
    FROM all_indexes i
  WHERE i.index_type <> 'LOB'
    AND NOT EXISTS (SELECT 1 FROM all_constraints k WHERE k.owner = i.table_owner AND k.table_name = i.table_name AND k.constraint_name = i.index_name)
    AND i.table_owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND i.table_name IN (
    'item')) here
) facts
GROUP BY kind, place, name
HAVING (MAX(expected) IS NULL AND kind IN ('column', 'primary key', 'unique', 'foreign key', 'check', 'exclude', 'index'))
    OR (MAX(found) IS NULL AND kind NOT IN ('type', 'default'))
    OR (MAX(expected) <> MAX(found))
ORDER BY kind, place, name
  ) LOOP
    DBMS_OUTPUT.PUT_LINE('  ' || migrator_row.kind || ' | ' || migrator_row.name || ' | ' || migrator_row.expected || ' | ' || migrator_row.found);
    migrator_rows := migrator_rows + 1;
  END LOOP;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migrator:found:' || (TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 16)) + migrator_rows));
END;
/

DECLARE
  migrator_rows NUMBER := 0;
BEGIN
  DBMS_OUTPUT.PUT_LINE('4. Views and other objects are as the revisions say. (kind | name | expected | found)');
  FOR migrator_row IN (
SELECT kind, place || '.' || name AS name,
    COALESCE(MAX(expected), 'nothing') AS expected, COALESCE(MAX(found), 'nothing') AS found
FROM (
SELECT CAST(kind AS VARCHAR2(4000)) AS kind, CAST(CASE place WHEN '.' THEN SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') ELSE place END AS VARCHAR2(4000)) AS place, CAST(name AS VARCHAR2(4000)) AS name, CAST(says AS VARCHAR2(4000)) AS expected, CAST(NULL AS VARCHAR2(4000)) AS found
  FROM (SELECT SUBSTR(column_value, 1, INSTR(column_value, '|', 1, 1) - 1) AS kind,
      SUBSTR(column_value, INSTR(column_value, '|', 1, 1) + 1, INSTR(column_value, '|', 1, 2) - INSTR(column_value, '|', 1, 1) - 1) AS place,
      SUBSTR(column_value, INSTR(column_value, '|', 1, 2) + 1, INSTR(column_value, '|', 1, 3) - INSTR(column_value, '|', 1, 2) - 1) AS name,
      SUBSTR(column_value, INSTR(column_value, '|', 1, 3) + 1) AS says
    FROM TABLE(SYS.ODCIVARCHAR2LIST(
      'trigger|.|item.item_name|trigger'))) told
UNION ALL
SELECT CAST(kind AS VARCHAR2(4000)) AS kind, CAST(place AS VARCHAR2(4000)) AS place, CAST(name AS VARCHAR2(4000)) AS name, CAST(NULL AS VARCHAR2(4000)) AS expected, CAST(says AS VARCHAR2(4000)) AS found
  FROM (SELECT 'trigger' AS kind, table_owner AS place, table_name || '.' || trigger_name AS name, CASE status WHEN 'DISABLED' THEN 'trigger DISABLED' ELSE 'trigger' END AS says
    FROM all_triggers WHERE table_owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name || '.' || trigger_name IN (
    'item.item_name')) here
) facts
GROUP BY kind, place, name
HAVING (MAX(expected) IS NULL AND kind IN ('column', 'primary key', 'unique', 'foreign key', 'check', 'exclude', 'index'))
    OR (MAX(found) IS NULL AND kind NOT IN ('type', 'default'))
    OR (MAX(expected) <> MAX(found))
ORDER BY kind, place, name
  ) LOOP
    DBMS_OUTPUT.PUT_LINE('  ' || migrator_row.kind || ' | ' || migrator_row.name || ' | ' || migrator_row.expected || ' | ' || migrator_row.found);
    migrator_rows := migrator_rows + 1;
  END LOOP;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migrator:found:' || (TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 16)) + migrator_rows));
END;
/

DECLARE
  migrator_rows NUMBER := 0;
BEGIN
  DBMS_OUTPUT.PUT_LINE('5. These are INVALID, and compiled when they are used next. (kind | name | expected | found)');
  FOR migrator_row IN (
SELECT LOWER(object_type) AS kind, owner || '.' || object_name AS name, 'VALID' AS expected, status AS found
  FROM all_objects WHERE status <> 'VALID' AND owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND object_name IN (
    'item_name')
  ORDER BY object_type, owner, object_name
  ) LOOP
    DBMS_OUTPUT.PUT_LINE('  ' || migrator_row.kind || ' | ' || migrator_row.name || ' | ' || migrator_row.expected || ' | ' || migrator_row.found);
    migrator_rows := migrator_rows + 1;
  END LOOP;
END;
/

DECLARE
  migrator_rows NUMBER := 0;
BEGIN
  DBMS_OUTPUT.PUT_LINE('6. The account may read what is asked next. Where it may not: GRANT SELECT on it, and ask again. (finding)');
  FOR migrator_row IN (
SELECT finding FROM (
SELECT (SELECT MIN('expects the right to read table ' || t.table_name || ', which ' || SYS_CONTEXT('USERENV', 'SESSION_USER') || ' has not')
      FROM all_tables t WHERE t.owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND t.owner <> SYS_CONTEXT('USERENV', 'SESSION_USER')
        AND (t.table_name = 'MIGRATOR_VERSION' OR t.table_name = 'MIGRATOR_VERSION_LEDGER' OR t.table_name = 'MIGRATOR_VERSION_LOG')
        AND NOT EXISTS (SELECT 1 FROM session_privs WHERE (privilege = 'SELECT ANY TABLE' OR privilege = 'READ ANY TABLE'))
        AND NOT EXISTS (SELECT 1 FROM all_tab_privs p WHERE p.table_schema = t.owner AND p.table_name = t.table_name AND (privilege = 'SELECT' OR privilege = 'READ'))
        AND NOT EXISTS (SELECT 1 FROM all_col_privs p WHERE p.table_schema = t.owner AND p.table_name = t.table_name AND (privilege = 'SELECT' OR privilege = 'READ'))) AS finding FROM dual
) asked WHERE finding IS NOT NULL
  ) LOOP
    DBMS_OUTPUT.PUT_LINE('  ' || migrator_row.finding);
    migrator_rows := migrator_rows + 1;
  END LOOP;
  IF migrator_rows > 0 THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migrator:stops:' || TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 16)));
  END IF;
END;
/

DECLARE
  migrator_tables NUMBER;
  migrator_rows NUMBER := 0;
  migrator_line VARCHAR2(32767);
  migrator_lines SYS_REFCURSOR;
BEGIN
  IF SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 15) IN ('migrator:ended:', 'migrator:stops:') THEN
    RETURN;
  END IF;
  DBMS_OUTPUT.PUT_LINE('7. The version rows are: b34ca566. (kind | name | expected | found)');
  SELECT COUNT(*) INTO migrator_tables FROM all_tables
    WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGRATOR_VERSION';
  IF migrator_tables = 0 THEN
    OPEN migrator_lines FOR q'[SELECT '  ' || kind || ' | ' || name || ' | ' || expected || ' | ' || found FROM (SELECT 'version table' AS kind, 'migrator_version' AS name, 'there' AS expected, 'there is no table of that name that this account can see: no script of migrator ever ran here, or this is another database or schema than it ran in' AS found FROM dual)]';
  ELSE
    OPEN migrator_lines FOR q'[SELECT '  ' || kind || ' | ' || name || ' | ' || expected || ' | ' || found FROM (SELECT 'version row' AS kind, name,
    COALESCE(MAX(expected), 'nothing') AS expected, COALESCE(MAX(found), 'nothing') AS found
FROM (
SELECT CAST(name AS VARCHAR2(4000)) AS name, CAST(says AS VARCHAR2(4000)) AS expected, CAST(NULL AS VARCHAR2(4000)) AS found
  FROM (SELECT SUBSTR(column_value, 1, INSTR(column_value, '|', 1, 1) - 1) AS kind,
      SUBSTR(column_value, INSTR(column_value, '|', 1, 1) + 1, INSTR(column_value, '|', 1, 2) - INSTR(column_value, '|', 1, 1) - 1) AS place,
      SUBSTR(column_value, INSTR(column_value, '|', 1, 2) + 1, INSTR(column_value, '|', 1, 3) - INSTR(column_value, '|', 1, 2) - 1) AS name,
      SUBSTR(column_value, INSTR(column_value, '|', 1, 3) + 1) AS says
    FROM TABLE(SYS.ODCIVARCHAR2LIST(
      'version row|.|b34ca566|there'))) told
UNION ALL
SELECT CAST(name AS VARCHAR2(4000)) AS name, CAST(NULL AS VARCHAR2(4000)) AS expected, CAST(says AS VARCHAR2(4000)) AS found
  FROM (SELECT version_num AS name, 'there' AS says FROM migrator_version) here
) facts
GROUP BY name
HAVING MAX(expected) IS NULL OR MAX(found) IS NULL OR MAX(expected) <> MAX(found)
ORDER BY name)]';
  END IF;
  LOOP
    FETCH migrator_lines INTO migrator_line;
    EXIT WHEN migrator_lines%NOTFOUND;
    DBMS_OUTPUT.PUT_LINE(migrator_line);
    migrator_rows := migrator_rows + 1;
  END LOOP;
  CLOSE migrator_lines;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migrator:found:' || (TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 16)) + migrator_rows));
END;
/

DECLARE
  migrator_tables NUMBER;
  migrator_rows NUMBER := 0;
  migrator_line VARCHAR2(32767);
  migrator_lines SYS_REFCURSOR;
BEGIN
  IF SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 15) IN ('migrator:ended:', 'migrator:stops:') THEN
    RETURN;
  END IF;
  DBMS_OUTPUT.PUT_LINE('8. No revision was left half done. (kind | name | expected | found)');
  SELECT COUNT(*) INTO migrator_tables FROM all_tables
    WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGRATOR_VERSION_LEDGER';
  IF migrator_tables = 0 THEN
    DBMS_OUTPUT.PUT_LINE('There is no table migrator_version_ledger.');
    RETURN;
  END IF;
  OPEN migrator_lines FOR q'[SELECT '  ' || kind || ' | ' || name || ' | ' || expected || ' | ' || found FROM (SELECT 'ledger row' AS kind, revision AS name, 'nothing' AS expected, direction || ', ' || state AS found
  FROM migrator_version_ledger WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started'))]';
  LOOP
    FETCH migrator_lines INTO migrator_line;
    EXIT WHEN migrator_lines%NOTFOUND;
    DBMS_OUTPUT.PUT_LINE(migrator_line);
    migrator_rows := migrator_rows + 1;
  END LOOP;
  CLOSE migrator_lines;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migrator:found:' || (TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 16)) + migrator_rows));
END;
/

DECLARE
  migrator_tables NUMBER;
  migrator_rows NUMBER := 0;
  migrator_line VARCHAR2(32767);
  migrator_lines SYS_REFCURSOR;
BEGIN
  IF SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 15) IN ('migrator:ended:', 'migrator:stops:') THEN
    RETURN;
  END IF;
  DBMS_OUTPUT.PUT_LINE('9. The log says that these revisions were applied last, as they are written here. (kind | name | expected | found)');
  SELECT COUNT(*) INTO migrator_tables FROM all_tables
    WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGRATOR_VERSION_LOG';
  IF migrator_tables = 0 THEN
    OPEN migrator_lines FOR q'[SELECT '  ' || kind || ' | ' || name || ' | ' || expected || ' | ' || found FROM (SELECT 'log' AS kind, 'migrator_version_log' AS name, 'there' AS expected, 'there is no log that this account can see' AS found FROM dual)]';
  ELSE
    OPEN migrator_lines FOR q'[SELECT '  ' || kind || ' | ' || name || ' | ' || expected || ' | ' || found FROM (SELECT 'log row' AS kind, name,
    COALESCE(MAX(expected), 'nothing') AS expected, COALESCE(MAX(found), 'nothing') AS found
FROM (
SELECT CAST(name AS VARCHAR2(4000)) AS name, CAST(says AS VARCHAR2(4000)) AS expected, CAST(NULL AS VARCHAR2(4000)) AS found
  FROM (SELECT SUBSTR(column_value, 1, INSTR(column_value, '|', 1, 1) - 1) AS kind,
      SUBSTR(column_value, INSTR(column_value, '|', 1, 1) + 1, INSTR(column_value, '|', 1, 2) - INSTR(column_value, '|', 1, 1) - 1) AS place,
      SUBSTR(column_value, INSTR(column_value, '|', 1, 2) + 1, INSTR(column_value, '|', 1, 3) - INSTR(column_value, '|', 1, 2) - 1) AS name,
      SUBSTR(column_value, INSTR(column_value, '|', 1, 3) + 1) AS says
    FROM TABLE(SYS.ODCIVARCHAR2LIST(
      'log row|.|a34ca566|up 36f882cea5a4a8743dd2c54eb75f4f56d45133da8cb61e1182d1ca0581732f20',
      'log row|.|b34ca566|up 6c252a51239dbcb67d8dcbecabf9fc01459f152c2f5fa0a971cf5cc00429d612'))) told
UNION ALL
SELECT CAST(name AS VARCHAR2(4000)) AS name, CAST(NULL AS VARCHAR2(4000)) AS expected, CAST(says AS VARCHAR2(4000)) AS found
  FROM (SELECT revision AS name, direction || ' ' || digest AS says FROM migrator_version_log
    WHERE entry IN (SELECT MAX(entry) FROM migrator_version_log GROUP BY revision) AND revision IN (
    'a34ca566', 'b34ca566')) here
) facts
GROUP BY name
HAVING MAX(expected) IS NULL OR MAX(found) IS NULL OR MAX(expected) <> MAX(found)
ORDER BY name)]';
  END IF;
  LOOP
    FETCH migrator_lines INTO migrator_line;
    EXIT WHEN migrator_lines%NOTFOUND;
    DBMS_OUTPUT.PUT_LINE(migrator_line);
    migrator_rows := migrator_rows + 1;
  END LOOP;
  CLOSE migrator_lines;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migrator:found:' || (TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 16)) + migrator_rows));
END;
/

DECLARE
  migrator_rows NUMBER;
  migrator_open BOOLEAN := SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 15) = 'migrator:stops:';
BEGIN
  migrator_rows := TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 16));
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  IF migrator_rows > 0 THEN
    RAISE_APPLICATION_ERROR(-20007, 'not verified: the database is not what the revisions say: ' || migrator_rows);
  END IF;
  IF migrator_open THEN
    RAISE_APPLICATION_ERROR(-20007, 'not verified: this account may not read all that is compared, see what was found above');
  END IF;
  DBMS_OUTPUT.PUT_LINE('verified: the database is what the revisions say at b34ca566');
END;
/
EXIT SUCCESS ROLLBACK
