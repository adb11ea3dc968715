-- preflight.sql: made by migrator 0.1.0 for Oracle Database 19 and sqlplus
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
-- Script: 0b4c2f9c66b95d819265c23fe28ced3f36d809c76a7f22a10d73f745993df288
--
-- Run it:
--   NLS_LANG=.AL32UTF8 sqlplus -L USER@DATABASE @preflight.sql
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
  DBMS_OUTPUT.PUT_LINE('1. The server and the database are those that it was made for. (finding)');
  FOR migrator_row IN (
SELECT finding FROM (
SELECT (SELECT MIN('expects Oracle Database 19 or later, but the server is ' || version) FROM product_component_version
      WHERE product LIKE 'Oracle%' AND TO_NUMBER(REGEXP_SUBSTR(version, '[0-9]+', 1, 1)) * 1000 + TO_NUMBER(REGEXP_SUBSTR(version, '[0-9]+', 1, 2)) < 19000) AS finding FROM dual
) asked WHERE finding IS NOT NULL
  ) LOOP
    DBMS_OUTPUT.PUT_LINE('  ' || migrator_row.finding);
    migrator_rows := migrator_rows + 1;
  END LOOP;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migrator:found:' || (TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 16)) + migrator_rows));
END;
/

DECLARE
  migrator_rows NUMBER := 0;
BEGIN
  DBMS_OUTPUT.PUT_LINE('2. The account may do what it does. (finding)');
  FOR migrator_row IN (
SELECT finding FROM (
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM session_privs WHERE SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') = SYS_CONTEXT('USERENV', 'SESSION_USER') AND privilege = 'CREATE TABLE' OR privilege = 'CREATE ANY TABLE') THEN 'expects the right to create tables in its schema, which ' || SYS_CONTEXT('USERENV', 'SESSION_USER') || ' has not' END AS finding FROM dual
UNION ALL
SELECT (SELECT MIN('expects the right to insert table ' || t.table_name || ', which ' || SYS_CONTEXT('USERENV', 'SESSION_USER') || ' has not')
      FROM all_tables t WHERE t.owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND t.owner <> SYS_CONTEXT('USERENV', 'SESSION_USER')
        AND (t.table_name = 'MIGRATOR_VERSION' OR t.table_name = 'MIGRATOR_VERSION_LEDGER' OR t.table_name = 'MIGRATOR_VERSION_LOG')
        AND NOT EXISTS (SELECT 1 FROM session_privs WHERE (privilege = 'INSERT ANY TABLE'))
        AND NOT EXISTS (SELECT 1 FROM all_tab_privs p WHERE p.table_schema = t.owner AND p.table_name = t.table_name AND (privilege = 'INSERT'))
        AND NOT EXISTS (SELECT 1 FROM all_col_privs p WHERE p.table_schema = t.owner AND p.table_name = t.table_name AND (privilege = 'INSERT'))) AS finding FROM dual
UNION ALL
SELECT (SELECT MIN('expects the right to update table ' || t.table_name || ', which ' || SYS_CONTEXT('USERENV', 'SESSION_USER') || ' has not')
      FROM all_tables t WHERE t.owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND t.owner <> SYS_CONTEXT('USERENV', 'SESSION_USER')
        AND (t.table_name = 'MIGRATOR_VERSION' OR t.table_name = 'MIGRATOR_VERSION_LEDGER')
        AND NOT EXISTS (SELECT 1 FROM session_privs WHERE (privilege = 'UPDATE ANY TABLE'))
        AND NOT EXISTS (SELECT 1 FROM all_tab_privs p WHERE p.table_schema = t.owner AND p.table_name = t.table_name AND (privilege = 'UPDATE'))
        AND NOT EXISTS (SELECT 1 FROM all_col_privs p WHERE p.table_schema = t.owner AND p.table_name = t.table_name AND (privilege = 'UPDATE'))) AS finding FROM dual
UNION ALL
SELECT (SELECT MIN('expects the right to delete table ' || t.table_name || ', which ' || SYS_CONTEXT('USERENV', 'SESSION_USER') || ' has not')
      FROM all_tables t WHERE t.owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND t.owner <> SYS_CONTEXT('USERENV', 'SESSION_USER')
        AND (t.table_name = 'MIGRATOR_VERSION' OR t.table_name = 'MIGRATOR_VERSION_LEDGER')
        AND NOT EXISTS (SELECT 1 FROM session_privs WHERE (privilege = 'DELETE ANY TABLE'))
        AND NOT EXISTS (SELECT 1 FROM all_tab_privs p WHERE p.table_schema = t.owner AND p.table_name = t.table_name AND (privilege = 'DELETE'))
        AND NOT EXISTS (SELECT 1 FROM all_col_privs p WHERE p.table_schema = t.owner AND p.table_name = t.table_name AND (privilege = 'DELETE'))) AS finding FROM dual
UNION ALL
SELECT CASE WHEN SYS_CONTEXT('USERENV', 'DATABASE_ROLE') = 'PHYSICAL STANDBY' THEN 'expects a database that takes changes, but this one is a standby' END AS finding FROM dual
) asked WHERE finding IS NOT NULL
  ) LOOP
    DBMS_OUTPUT.PUT_LINE('  ' || migrator_row.finding);
    migrator_rows := migrator_rows + 1;
  END LOOP;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migrator:found:' || (TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 16)) + migrator_rows));
END;
/

DECLARE
  migrator_rows NUMBER := 0;
BEGIN
  DBMS_OUTPUT.PUT_LINE('3. The account may read what is asked next. Where it may not: GRANT SELECT on it, and ask again. (finding)');
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
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migrator:found:' || (TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 16)) + migrator_rows));
  IF migrator_rows > 0 THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migrator:ended:' || TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 16)));
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
  DBMS_OUTPUT.PUT_LINE('4. No other script stopped half-way. (finding)');
  SELECT COUNT(*) INTO migrator_tables FROM all_tables
    WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGRATOR_VERSION_LEDGER';
  IF migrator_tables = 0 THEN
    DBMS_OUTPUT.PUT_LINE('There is no table migrator_version_ledger.');
    RETURN;
  END IF;
  OPEN migrator_lines FOR q'[SELECT '  ' || finding FROM (SELECT 'another script stopped half-way in revision ' || revision || ', step ' || TO_CHAR(step) || ' of ' || TO_CHAR(steps) AS finding
FROM migrator_version_ledger
WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND NOT script = '0b4c2f9c66b95d819265c23fe28ced3f36d809c76a7f22a10d73f745993df288')]';
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
  DBMS_OUTPUT.PUT_LINE('5. No step of an earlier run is in doubt. (finding)');
  SELECT COUNT(*) INTO migrator_tables FROM all_tables
    WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGRATOR_VERSION_LEDGER';
  IF migrator_tables = 0 THEN
    DBMS_OUTPUT.PUT_LINE('There is no table migrator_version_ledger.');
    RETURN;
  END IF;
  OPEN migrator_lines FOR q'[SELECT '  ' || finding FROM (SELECT 'nobody knows whether this took effect, which an earlier run began: revision ' || revision || ', step ' || TO_CHAR(step) || ' of ' || TO_CHAR(steps) AS finding
FROM migrator_version_ledger
WHERE script = '0b4c2f9c66b95d819265c23fe28ced3f36d809c76a7f22a10d73f745993df288' AND state = 'started' AND (revision = '1a3f08c2b7d4' AND step = 1 OR revision = '1a3f08c2b7d4' AND step = 2 OR revision = '1a3f08c2b7d4' AND step = 3 OR revision = '1a3f08c2b7d4' AND step = 4 OR revision = '1a3f08c2b7d4' AND step = 5 OR revision = '1a3f08c2b7d4' AND step = 6 OR revision = '1a3f08c2b7d4' AND step = 7 OR revision = '1a3f08c2b7d4' AND step = 8 OR revision = '1a3f08c2b7d4' AND step = 9 OR revision = '1a3f08c2b7d4' AND step = 10 OR revision = '1a3f08c2b7d4' AND step = 11 OR revision = '2c90e5d41f6a' AND step = 1 OR revision = '2c90e5d41f6a' AND step = 2 OR revision = '2c90e5d41f6a' AND step = 3 OR revision = '5f60b9e3d71c' AND step = 1 OR revision = '5f60b9e3d71c' AND step = 2 OR revision = '4de87a15c093' AND step = 1 OR revision = '7bd9035ea6f2' AND step = 1))]';
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
  DBMS_OUTPUT.PUT_LINE('6. upgrade.sql goes on where an earlier run of it stopped. (finding)');
  SELECT COUNT(*) INTO migrator_tables FROM all_tables
    WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGRATOR_VERSION_LEDGER';
  IF migrator_tables = 0 THEN
    DBMS_OUTPUT.PUT_LINE('There is no table migrator_version_ledger.');
    RETURN;
  END IF;
  OPEN migrator_lines FOR q'[SELECT '  ' || finding FROM (SELECT 'an earlier run came to revision ' || revision || ', step ' || TO_CHAR(step) || ' of ' || TO_CHAR(steps) || '' AS finding
FROM migrator_version_ledger
WHERE script = '0b4c2f9c66b95d819265c23fe28ced3f36d809c76a7f22a10d73f745993df288' AND ((SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END FROM migrator_version) = 1 OR (SELECT LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num) FROM migrator_version) IN ('1a3f08c2b7d4', '2c90e5d41f6a', '37b1d2f0a8ce', '5f60b9e3d71c', '4de87a15c093, 5f60b9e3d71c', '68a2c47fe0b5')))]';
  LOOP
    FETCH migrator_lines INTO migrator_line;
    EXIT WHEN migrator_lines%NOTFOUND;
    DBMS_OUTPUT.PUT_LINE(migrator_line);
    migrator_rows := migrator_rows + 1;
  END LOOP;
  CLOSE migrator_lines;
  IF migrator_rows > 0 THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migrator:ended:' || TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 16)));
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
  DBMS_OUTPUT.PUT_LINE('7. upgrade.sql is still to be applied. (finding)');
  SELECT COUNT(*) INTO migrator_tables FROM all_tables
    WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGRATOR_VERSION';
  IF migrator_tables = 0 THEN
    DBMS_OUTPUT.PUT_LINE('There is no table migrator_version.');
    RETURN;
  END IF;
  OPEN migrator_lines FOR q'[SELECT '  ' || finding FROM (SELECT 'already applied: the database is at 7bd9035ea6f2; upgrade.sql would change nothing' AS finding FROM dual
WHERE (SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('7bd9035ea6f2') THEN version_num END) = 1 THEN 1 ELSE 0 END FROM migrator_version) = 1)]';
  LOOP
    FETCH migrator_lines INTO migrator_line;
    EXIT WHEN migrator_lines%NOTFOUND;
    DBMS_OUTPUT.PUT_LINE(migrator_line);
    migrator_rows := migrator_rows + 1;
  END LOOP;
  CLOSE migrator_lines;
  IF migrator_rows > 0 THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migrator:ended:' || TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 16)));
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
  DBMS_OUTPUT.PUT_LINE('8. The database is at base. (finding)');
  SELECT COUNT(*) INTO migrator_tables FROM all_tables
    WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGRATOR_VERSION';
  IF migrator_tables = 0 THEN
    DBMS_OUTPUT.PUT_LINE('There is no table migrator_version.');
    RETURN;
  END IF;
  OPEN migrator_lines FOR q'[SELECT '  ' || finding FROM (SELECT 'upgrade.sql needs the database at base, but it is at ' || COALESCE((SELECT LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num) FROM migrator_version), 'base') AS finding FROM dual
WHERE NOT ((SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END FROM migrator_version) = 1))]';
  LOOP
    FETCH migrator_lines INTO migrator_line;
    EXIT WHEN migrator_lines%NOTFOUND;
    DBMS_OUTPUT.PUT_LINE(migrator_line);
    migrator_rows := migrator_rows + 1;
  END LOOP;
  CLOSE migrator_lines;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migrator:found:' || (TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 16)) + migrator_rows));
  IF migrator_rows > 0 THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migrator:ended:' || TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 16)));
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
  DBMS_OUTPUT.PUT_LINE('9. Nothing has the names of what it makes. (finding)');
  OPEN migrator_lines FOR q'[SELECT '  ' || finding FROM (SELECT finding FROM (
SELECT (SELECT CASE WHEN COUNT(*) > 0 THEN CASE COUNT(*) WHEN 1 THEN 'makes table ' ELSE 'makes tables ' END || SUBSTRB(LISTAGG(object_name, ', ' ON OVERFLOW TRUNCATE) WITHIN GROUP (ORDER BY object_name), 1, 1500) || CASE COUNT(*) WHEN 1 THEN ', but that name is taken already' ELSE ', but those names are taken already' END END
      FROM (SELECT DISTINCT object_name FROM all_objects
      WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND object_type IN ('TABLE', 'VIEW', 'MATERIALIZED VIEW', 'SEQUENCE', 'SYNONYM')
        AND (object_name = 'department' OR object_name = 'employee' OR object_name = 'department_employee' OR object_name = 'account' OR object_name = 'product'))) AS finding FROM dual
UNION ALL
SELECT (SELECT CASE WHEN COUNT(*) > 0 THEN CASE COUNT(*) WHEN 1 THEN 'makes index ' ELSE 'makes indexes ' END || SUBSTRB(LISTAGG(object_name, ', ' ON OVERFLOW TRUNCATE) WITHIN GROUP (ORDER BY object_name), 1, 1500) || CASE COUNT(*) WHEN 1 THEN ', but that name is taken already' ELSE ', but those names are taken already' END END
      FROM (SELECT DISTINCT object_name FROM all_objects
      WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND object_type = 'INDEX'
        AND (object_name = 'employee_by_name'))) AS finding FROM dual
UNION ALL
SELECT (SELECT CASE WHEN COUNT(*) > 0 THEN CASE COUNT(*) WHEN 1 THEN 'makes constraint ' ELSE 'makes constraints ' END || SUBSTRB(LISTAGG(constraint_name, ', ' ON OVERFLOW TRUNCATE) WITHIN GROUP (ORDER BY constraint_name), 1, 1500) || CASE COUNT(*) WHEN 1 THEN ', but that name is taken already' ELSE ', but those names are taken already' END END
      FROM all_constraints
      WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND (constraint_name = 'department_name_unique' OR constraint_name = 'department_employee_department_code_foreign' OR constraint_name = 'department_employee_employee_number_foreign' OR constraint_name = 'product_price_not_negative')) AS finding FROM dual
UNION ALL
SELECT (SELECT CASE WHEN COUNT(*) > 0 THEN CASE COUNT(*) WHEN 1 THEN 'makes key ' ELSE 'makes keys ' END || SUBSTRB(LISTAGG(object_name, ', ' ON OVERFLOW TRUNCATE) WITHIN GROUP (ORDER BY object_name), 1, 1500) || CASE COUNT(*) WHEN 1 THEN ', but that name is taken already' ELSE ', but those names are taken already' END END
      FROM (SELECT DISTINCT object_name FROM all_objects
      WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND object_type = 'INDEX'
        AND (object_name = 'department_name_unique'))) AS finding FROM dual
) asked WHERE finding IS NOT NULL)]';
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
BEGIN
  migrator_rows := TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 16));
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  IF migrator_rows > 0 THEN
    RAISE_APPLICATION_ERROR(-20007, 'upgrade.sql would refuse: see what was found above: ' || migrator_rows);
  END IF;
  DBMS_OUTPUT.PUT_LINE('upgrade.sql would run');
END;
/
EXIT SUCCESS ROLLBACK
