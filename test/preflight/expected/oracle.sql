-- preflight.sql: made by migrator for Oracle Database 19.0 and sqlplus
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
-- Script: ec48cb70bdee59cc568c36b570216939d034cc6b099499cf81a9fa14a4dfa531
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
ALTER SESSION SET CURRENT_SCHEMA = shop
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
SELECT CASE WHEN NVL(CASE WHEN UPPER(SYS_CONTEXT('USERENV', 'SERVICE_NAME')) = 'ORDERS' OR UPPER(SYS_CONTEXT('USERENV', 'CON_NAME')) = 'ORDERS' OR UPPER(SYS_CONTEXT('USERENV', 'DB_NAME')) = 'ORDERS' OR UPPER(SYS_CONTEXT('USERENV', 'DB_UNIQUE_NAME')) = 'ORDERS' OR UPPER(SYS_CONTEXT('USERENV', 'SERVICE_NAME')) LIKE 'ORDERS.%' THEN 1 END, 0) = 0 THEN 'expects the database orders, but this is service ' || SYS_CONTEXT('USERENV', 'SERVICE_NAME') || ' of database ' || SYS_CONTEXT('USERENV', 'DB_NAME') END AS finding FROM dual
UNION ALL
SELECT (SELECT MIN('expects Oracle Database 19.0 or later, but the server is ' || version) FROM product_component_version
      WHERE product LIKE 'Oracle%' AND TO_NUMBER(REGEXP_SUBSTR(version, '[0-9]+', 1, 1)) * 1000 + TO_NUMBER(REGEXP_SUBSTR(version, '[0-9]+', 1, 2)) < 19000) AS finding FROM dual
UNION ALL
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM all_users WHERE username = 'SHOP') THEN 'expects the schema shop, but there is none' END AS finding FROM dual
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
SELECT (SELECT MIN('expects the right to alter table ' || t.table_name || ', which ' || SYS_CONTEXT('USERENV', 'SESSION_USER') || ' has not')
      FROM all_tables t WHERE t.owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND t.owner <> SYS_CONTEXT('USERENV', 'SESSION_USER')
        AND (t.table_name = 'item')
        AND NOT EXISTS (SELECT 1 FROM session_privs WHERE (privilege = 'ALTER ANY TABLE'))
        AND NOT EXISTS (SELECT 1 FROM all_tab_privs p WHERE p.table_schema = t.owner AND p.table_name = t.table_name AND (privilege = 'ALTER'))
        AND NOT EXISTS (SELECT 1 FROM all_col_privs p WHERE p.table_schema = t.owner AND p.table_name = t.table_name AND (privilege = 'ALTER'))) AS finding FROM dual
UNION ALL
SELECT (SELECT MIN('expects the right to insert table ' || t.table_name || ', which ' || SYS_CONTEXT('USERENV', 'SESSION_USER') || ' has not')
      FROM all_tables t WHERE t.owner = 'SHOP' AND t.owner <> SYS_CONTEXT('USERENV', 'SESSION_USER')
        AND (t.table_name = 'MIGRATOR_VERSION_LEDGER' OR t.table_name = 'MIGRATOR_VERSION_LOG')
        AND NOT EXISTS (SELECT 1 FROM session_privs WHERE (privilege = 'INSERT ANY TABLE'))
        AND NOT EXISTS (SELECT 1 FROM all_tab_privs p WHERE p.table_schema = t.owner AND p.table_name = t.table_name AND (privilege = 'INSERT'))
        AND NOT EXISTS (SELECT 1 FROM all_col_privs p WHERE p.table_schema = t.owner AND p.table_name = t.table_name AND (privilege = 'INSERT'))) AS finding FROM dual
UNION ALL
SELECT (SELECT MIN('expects the right to update table ' || t.table_name || ', which ' || SYS_CONTEXT('USERENV', 'SESSION_USER') || ' has not')
      FROM all_tables t WHERE t.owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND t.owner <> SYS_CONTEXT('USERENV', 'SESSION_USER')
        AND (t.table_name = 'item')
        AND NOT EXISTS (SELECT 1 FROM session_privs WHERE (privilege = 'UPDATE ANY TABLE'))
        AND NOT EXISTS (SELECT 1 FROM all_tab_privs p WHERE p.table_schema = t.owner AND p.table_name = t.table_name AND (privilege = 'UPDATE'))
        AND NOT EXISTS (SELECT 1 FROM all_col_privs p WHERE p.table_schema = t.owner AND p.table_name = t.table_name AND (privilege = 'UPDATE'))) AS finding FROM dual
UNION ALL
SELECT (SELECT MIN('expects the right to update table ' || t.table_name || ', which ' || SYS_CONTEXT('USERENV', 'SESSION_USER') || ' has not')
      FROM all_tables t WHERE t.owner = 'SHOP' AND t.owner <> SYS_CONTEXT('USERENV', 'SESSION_USER')
        AND (t.table_name = 'MIGRATOR_VERSION' OR t.table_name = 'MIGRATOR_VERSION_LEDGER')
        AND NOT EXISTS (SELECT 1 FROM session_privs WHERE (privilege = 'UPDATE ANY TABLE'))
        AND NOT EXISTS (SELECT 1 FROM all_tab_privs p WHERE p.table_schema = t.owner AND p.table_name = t.table_name AND (privilege = 'UPDATE'))
        AND NOT EXISTS (SELECT 1 FROM all_col_privs p WHERE p.table_schema = t.owner AND p.table_name = t.table_name AND (privilege = 'UPDATE'))) AS finding FROM dual
UNION ALL
SELECT (SELECT MIN('expects the right to delete table ' || t.table_name || ', which ' || SYS_CONTEXT('USERENV', 'SESSION_USER') || ' has not')
      FROM all_tables t WHERE t.owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND t.owner <> SYS_CONTEXT('USERENV', 'SESSION_USER')
        AND (t.table_name = 'item')
        AND NOT EXISTS (SELECT 1 FROM session_privs WHERE (privilege = 'DELETE ANY TABLE'))
        AND NOT EXISTS (SELECT 1 FROM all_tab_privs p WHERE p.table_schema = t.owner AND p.table_name = t.table_name AND (privilege = 'DELETE'))
        AND NOT EXISTS (SELECT 1 FROM all_col_privs p WHERE p.table_schema = t.owner AND p.table_name = t.table_name AND (privilege = 'DELETE'))) AS finding FROM dual
UNION ALL
SELECT (SELECT MIN('expects the right to delete table ' || t.table_name || ', which ' || SYS_CONTEXT('USERENV', 'SESSION_USER') || ' has not')
      FROM all_tables t WHERE t.owner = 'SHOP' AND t.owner <> SYS_CONTEXT('USERENV', 'SESSION_USER')
        AND (t.table_name = 'MIGRATOR_VERSION_LEDGER')
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
      FROM all_tables t WHERE t.owner = 'SHOP' AND t.owner <> SYS_CONTEXT('USERENV', 'SESSION_USER')
        AND (t.table_name = 'MIGRATOR_VERSION' OR t.table_name = 'MIGRATOR_VERSION_LEDGER' OR t.table_name = 'MIGRATOR_VERSION_LOG')
        AND NOT EXISTS (SELECT 1 FROM session_privs WHERE (privilege = 'SELECT ANY TABLE' OR privilege = 'READ ANY TABLE'))
        AND NOT EXISTS (SELECT 1 FROM all_tab_privs p WHERE p.table_schema = t.owner AND p.table_name = t.table_name AND (privilege = 'SELECT' OR privilege = 'READ'))
        AND NOT EXISTS (SELECT 1 FROM all_col_privs p WHERE p.table_schema = t.owner AND p.table_name = t.table_name AND (privilege = 'SELECT' OR privilege = 'READ'))) AS finding FROM dual
UNION ALL
SELECT (SELECT MIN('expects the right to read table ' || t.table_name || ', which ' || SYS_CONTEXT('USERENV', 'SESSION_USER') || ' has not')
      FROM all_tables t WHERE t.owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND t.owner <> SYS_CONTEXT('USERENV', 'SESSION_USER')
        AND (t.table_name = 'item' OR t.table_name = 'item' OR t.table_name = 'item')
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
    WHERE owner = 'SHOP' AND table_name = 'MIGRATOR_VERSION_LEDGER';
  IF migrator_tables = 0 THEN
    DBMS_OUTPUT.PUT_LINE('There is no table shop.migrator_version_ledger.');
    RETURN;
  END IF;
  OPEN migrator_lines FOR q'[SELECT '  ' || finding FROM (SELECT 'another script stopped half-way in revision ' || revision || ', step ' || TO_CHAR(step) || ' of ' || TO_CHAR(steps) AS finding
FROM shop.migrator_version_ledger
WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND NOT script = 'ec48cb70bdee59cc568c36b570216939d034cc6b099499cf81a9fa14a4dfa531')]';
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
    WHERE owner = 'SHOP' AND table_name = 'MIGRATOR_VERSION_LEDGER';
  IF migrator_tables = 0 THEN
    DBMS_OUTPUT.PUT_LINE('There is no table shop.migrator_version_ledger.');
    RETURN;
  END IF;
  OPEN migrator_lines FOR q'[SELECT '  ' || finding FROM (SELECT 'nobody knows whether this took effect, which an earlier run began: revision ' || revision || ', step ' || TO_CHAR(step) || ' of ' || TO_CHAR(steps) AS finding
FROM shop.migrator_version_ledger
WHERE script = 'ec48cb70bdee59cc568c36b570216939d034cc6b099499cf81a9fa14a4dfa531' AND state = 'started' AND (revision = 'r2' AND step = 1 OR revision = 'r2' AND step = 2 OR revision = 'r2' AND step = 3 OR revision = 'r2' AND step = 4 OR revision = 'r2' AND step = 5 OR revision = 'r2' AND step = 6 OR revision = 'r3' AND step = 2 OR revision = 'r3' AND step = 3 OR revision = 'r3' AND step = 4 OR revision = 'r3' AND step = 5 OR revision = 'r3' AND step = 6))]';
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
    WHERE owner = 'SHOP' AND table_name = 'MIGRATOR_VERSION_LEDGER';
  IF migrator_tables = 0 THEN
    DBMS_OUTPUT.PUT_LINE('There is no table shop.migrator_version_ledger.');
    RETURN;
  END IF;
  OPEN migrator_lines FOR q'[SELECT '  ' || finding FROM (SELECT 'an earlier run came to revision ' || revision || ', step ' || TO_CHAR(step) || ' of ' || TO_CHAR(steps) || '; whether rows would stop what is left was not looked at' AS finding
FROM shop.migrator_version_ledger
WHERE script = 'ec48cb70bdee59cc568c36b570216939d034cc6b099499cf81a9fa14a4dfa531' AND ((SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('r1') THEN version_num END) = 1 THEN 1 ELSE 0 END FROM shop.migrator_version) = 1 OR (SELECT LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num) FROM shop.migrator_version) IN ('r2')))]';
  LOOP
    FETCH migrator_lines INTO migrator_line;
    EXIT WHEN migrator_lines%NOTFOUND;
    DBMS_OUTPUT.PUT_LINE(migrator_line);
    migrator_rows := migrator_rows + 1;
  END LOOP;
  CLOSE migrator_lines;
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
  DBMS_OUTPUT.PUT_LINE('7. upgrade.sql is still to be applied. (finding)');
  SELECT COUNT(*) INTO migrator_tables FROM all_tables
    WHERE owner = 'SHOP' AND table_name = 'MIGRATOR_VERSION';
  IF migrator_tables = 0 THEN
    DBMS_OUTPUT.PUT_LINE('There is no table shop.migrator_version.');
    RETURN;
  END IF;
  OPEN migrator_lines FOR q'[SELECT '  ' || finding FROM (SELECT 'already applied: the database is at r3; upgrade.sql would change nothing' AS finding FROM dual
WHERE (SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('r3') THEN version_num END) = 1 THEN 1 ELSE 0 END FROM shop.migrator_version) = 1)]';
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
  DBMS_OUTPUT.PUT_LINE('8. The database is at r1. (finding)');
  SELECT COUNT(*) INTO migrator_tables FROM all_tables
    WHERE owner = 'SHOP' AND table_name = 'MIGRATOR_VERSION';
  IF migrator_tables = 0 THEN
    OPEN migrator_lines FOR q'[SELECT '  ' || finding FROM (SELECT 'there is no version table that this user can see, and upgrade.sql needs the database at r1' AS finding FROM dual)]';
  ELSE
    OPEN migrator_lines FOR q'[SELECT '  ' || finding FROM (SELECT 'upgrade.sql needs the database at r1, but it is at ' || COALESCE((SELECT LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num) FROM shop.migrator_version), 'base') AS finding FROM dual
WHERE NOT ((SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('r1') THEN version_num END) = 1 THEN 1 ELSE 0 END FROM shop.migrator_version) = 1))]';
  END IF;
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
  DBMS_OUTPUT.PUT_LINE('9. It touches these tables. (name | rows_about | bytes)');
  OPEN migrator_lines FOR q'[SELECT '  ' || name || ' | ' || rows_about || ' | ' || bytes FROM (SELECT owner || '.' || table_name AS name, NVL(TO_CHAR(num_rows), 'not known') AS rows_about,
    NVL(TO_CHAR(num_rows * avg_row_len), 'not known') AS bytes
  FROM all_tables
  WHERE (owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name IN ('item'))
  ORDER BY 1)]';
  LOOP
    FETCH migrator_lines INTO migrator_line;
    EXIT WHEN migrator_lines%NOTFOUND;
    DBMS_OUTPUT.PUT_LINE(migrator_line);
    migrator_rows := migrator_rows + 1;
  END LOOP;
  CLOSE migrator_lines;
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
  DBMS_OUTPUT.PUT_LINE('10. These roles may be missing when it comes to them: its own SQL may make them, or they are not shown. (finding)');
  OPEN migrator_lines FOR q'[SELECT '  ' || finding FROM (SELECT finding FROM (
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM all_users WHERE username = 'it''s@localhost') AND NOT EXISTS (SELECT 1 FROM session_roles WHERE role = 'it''s@localhost') THEN 'expects the user or role it''s@localhost: no user has that name, and roles are not shown to everybody' END AS finding FROM dual
UNION ALL
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM all_users WHERE username = 'MADE') AND NOT EXISTS (SELECT 1 FROM session_roles WHERE role = 'MADE') THEN 'expects the user or role MADE: no user has that name, and roles are not shown to everybody' END AS finding FROM dual
) asked WHERE finding IS NOT NULL)]';
  LOOP
    FETCH migrator_lines INTO migrator_line;
    EXIT WHEN migrator_lines%NOTFOUND;
    DBMS_OUTPUT.PUT_LINE(migrator_line);
    migrator_rows := migrator_rows + 1;
  END LOOP;
  CLOSE migrator_lines;
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
  DBMS_OUTPUT.PUT_LINE('11. Nothing has the names of what it makes. (finding)');
  OPEN migrator_lines FOR q'[SELECT '  ' || finding FROM (SELECT finding FROM (
SELECT (SELECT CASE WHEN COUNT(*) > 0 THEN CASE COUNT(*) WHEN 1 THEN 'makes table ' ELSE 'makes tables ' END || SUBSTRB(LISTAGG(object_name, ', ' ON OVERFLOW TRUNCATE) WITHIN GROUP (ORDER BY object_name), 1, 1500) || CASE COUNT(*) WHEN 1 THEN ', but that name is taken already' ELSE ', but those names are taken already' END END
      FROM (SELECT DISTINCT object_name FROM all_objects
      WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND object_type IN ('TABLE', 'VIEW', 'MATERIALIZED VIEW', 'SEQUENCE', 'SYNONYM')
        AND (object_name = 'thing' OR object_name = 'it''s'))) AS finding FROM dual
UNION ALL
SELECT (SELECT CASE WHEN COUNT(*) > 0 THEN CASE COUNT(*) WHEN 1 THEN 'makes constraint ' ELSE 'makes constraints ' END || SUBSTRB(LISTAGG(constraint_name, ', ' ON OVERFLOW TRUNCATE) WITHIN GROUP (ORDER BY constraint_name), 1, 1500) || CASE COUNT(*) WHEN 1 THEN ', but that name is taken already' ELSE ', but those names are taken already' END END
      FROM all_constraints
      WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND (constraint_name = 'it''s u')) AS finding FROM dual
UNION ALL
SELECT (SELECT CASE WHEN COUNT(*) > 0 THEN CASE COUNT(*) WHEN 1 THEN 'makes key ' ELSE 'makes keys ' END || SUBSTRB(LISTAGG(object_name, ', ' ON OVERFLOW TRUNCATE) WITHIN GROUP (ORDER BY object_name), 1, 1500) || CASE COUNT(*) WHEN 1 THEN ', but that name is taken already' ELSE ', but those names are taken already' END END
      FROM (SELECT DISTINCT object_name FROM all_objects
      WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND object_type = 'INDEX'
        AND (object_name = 'it''s u'))) AS finding FROM dual
UNION ALL
SELECT (SELECT CASE WHEN COUNT(*) > 0 THEN CASE COUNT(*) WHEN 1 THEN 'makes column ' ELSE 'makes columns ' END || SUBSTRB(LISTAGG(object_name, ', ' ON OVERFLOW TRUNCATE) WITHIN GROUP (ORDER BY object_name), 1, 1500) || CASE COUNT(*) WHEN 1 THEN ', but that name is taken already' ELSE ', but those names are taken already' END END
      FROM (SELECT table_name || '.' || column_name AS object_name FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND (table_name = 'item' AND (column_name = 'it''s n' OR column_name = 'other')))) AS finding FROM dual
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
  migrator_tables NUMBER;
  migrator_rows NUMBER := 0;
  migrator_line VARCHAR2(32767);
  migrator_lines SYS_REFCURSOR;
BEGIN
  IF SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 15) IN ('migrator:ended:', 'migrator:stops:') THEN
    RETURN;
  END IF;
  DBMS_OUTPUT.PUT_LINE(q'[12. Revision r2 loses no values of item.it's. (found | first_one)]');
  OPEN migrator_lines FOR q'[SELECT '  ' || found || ' | ' || first_one FROM (SELECT found, (SELECT found FROM (SELECT 'id = ' || SUBSTR(TO_CHAR("id"), 1, 60) AS found FROM "item" WHERE "it's" IS NOT NULL ORDER BY "id") WHERE ROWNUM = 1) AS first_one FROM (SELECT (SELECT COUNT(*) FROM "item" WHERE "it's" IS NOT NULL) AS found FROM dual) asked WHERE found > 0)]';
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
  DBMS_OUTPUT.PUT_LINE('13. Asked while it runs, because something before it makes or changes what it looks at. (finding)');
  OPEN migrator_lines FOR q'{SELECT '  ' || finding FROM (SELECT q'[revision r2: duplicates in item (it's n)]' AS finding FROM dual
UNION ALL
SELECT 'revision r3: values of item.n' AS finding FROM dual)}';
  LOOP
    FETCH migrator_lines INTO migrator_line;
    EXIT WHEN migrator_lines%NOTFOUND;
    DBMS_OUTPUT.PUT_LINE(migrator_line);
    migrator_rows := migrator_rows + 1;
  END LOOP;
  CLOSE migrator_lines;
END;
/

DECLARE
  migrator_rows NUMBER;
  migrator_open BOOLEAN := SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 15) = 'migrator:stops:';
BEGIN
  migrator_rows := TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 16));
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  IF migrator_rows > 0 THEN
    RAISE_APPLICATION_ERROR(-20007, 'upgrade.sql would refuse: see what was found above: ' || migrator_rows);
  END IF;
  IF migrator_open THEN
    RAISE_APPLICATION_ERROR(-20007, 'upgrade.sql goes on where it stopped, but rows may stop it: they were not looked at');
  END IF;
  DBMS_OUTPUT.PUT_LINE('upgrade.sql would run');
END;
/
EXIT SUCCESS ROLLBACK
