-- verify.sql: made by migrator for Oracle Database 19 and sqlplus
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- It compares a database with what the revisions up to raw02 say of it: tables, keys, indexes and other
-- objects by the catalog, the version rows, and what the ledger and the log say.
-- Run it after upgrade.sql.
-- Things that no revision speaks of are not looked at, but for what stands in one of their tables.
--
-- What raw SQL did is not verified, because nothing says what it does:
--   revisions/01_sql_written_by.ts:25: -- in front update "word" / * it's in the middle; * / set "...
--   revisions/02_a_trigger.ts:88: create or replace trigger word_trim before insert on "wor...
-- Not looked at, because it may have changed them: word.
-- Things that it may have added to other tables are let be.
--
-- To: raw02
-- It only reads: it changes nothing, and may run again at any time.
--
-- Version table: migrator_version
-- Script: df5e464122f4060debc5038d4e805ab3597345b433528e558d079db098d1ec2a
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
  DBMS_OUTPUT.PUT_LINE('1. The account may read what is asked next. Where it may not: GRANT SELECT on it, and ask again. (finding)');
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
  DBMS_OUTPUT.PUT_LINE('2. The version rows are: raw02. (kind | name | expected | found)');
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
      'version row|.|raw02|there'))) told
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
  DBMS_OUTPUT.PUT_LINE('3. No revision was left half done. (kind | name | expected | found)');
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
  DBMS_OUTPUT.PUT_LINE('4. The log says that these revisions were applied last, as they are written here. (kind | name | expected | found)');
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
      'log row|.|raw01|up eb4860ae9748e7b84b42dfe0404e4b7d2f93154384201f0a33426d7d48457a7a',
      'log row|.|raw02|up 2b872fd5514757a2094ada27d9b96d0fdb44e3c589f605f2826e618e3414a504'))) told
UNION ALL
SELECT CAST(name AS VARCHAR2(4000)) AS name, CAST(NULL AS VARCHAR2(4000)) AS expected, CAST(says AS VARCHAR2(4000)) AS found
  FROM (SELECT revision AS name, direction || ' ' || digest AS says FROM migrator_version_log
    WHERE entry IN (SELECT MAX(entry) FROM migrator_version_log GROUP BY revision) AND revision IN (
    'raw01', 'raw02')) here
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
  DBMS_OUTPUT.PUT_LINE('verified: the database is what the revisions say at raw02');
END;
/
EXIT SUCCESS ROLLBACK
