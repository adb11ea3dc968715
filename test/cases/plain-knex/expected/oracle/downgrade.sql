-- downgrade.sql: made by migrator for Oracle Database 19 and sqlplus
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: pk02
-- To:   base
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. down pk02 A table altered in one go.
--      sha256 e8f77891b76d3d391bfc4e88d68038a4f159f7a8f4e791a331b0c5eceb72265a
--   2. down pk01 A knex migration as it was.
--      sha256 f2ac0e5f3abd400cb467a98f2cf1a4356e8963800b10b3975c35f99128438d93
--
-- Run it:
--   NLS_LANG=.AL32UTF8 sqlplus -L USER@DATABASE @downgrade.sql
-- Look at the version rows:
--   sqlplus -L USER@DATABASE
-- and at its prompt:
--   SELECT version_num FROM migrator_version ORDER BY version_num
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator downgrade --sql WHERE_IT_IS:base
-- Where the database is at "To" already, it says so, changes nothing, and ends with a status other than 0.

SET DEFINE OFF
SET SQLBLANKLINES ON
SET SERVEROUTPUT ON
SET EXITCOMMIT OFF
SET AUTOCOMMIT OFF
WHENEVER OSERROR EXIT FAILURE ROLLBACK
WHENEVER SQLERROR EXIT FAILURE ROLLBACK
-- No block below does anything until the guard has given its go-ahead.
BEGIN
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
END;
/
ALTER SESSION SET DDL_LOCK_TIMEOUT = 30
/
ALTER SESSION SET NLS_COMP = BINARY
/
ALTER SESSION SET NLS_SORT = BINARY
/
ALTER SESSION SET NLS_NUMERIC_CHARACTERS = '.,'
/
ALTER SESSION SET NLS_DATE_FORMAT = 'YYYY-MM-DD HH24:MI:SS'
/
ALTER SESSION SET NLS_TIMESTAMP_FORMAT = 'YYYY-MM-DD HH24:MI:SS.FF'
/
ALTER SESSION SET NLS_TIMESTAMP_TZ_FORMAT = 'YYYY-MM-DD HH24:MI:SS.FF TZH:TZM'
/
ALTER SESSION SET TIME_ZONE = '+00:00'
/

DECLARE
  migrator_tables NUMBER;
  migrator_fits NUMBER := 0;
  migrator_done NUMBER := 0;
  migrator_found VARCHAR2(4000) := 'base';
BEGIN
  SELECT COUNT(*) INTO migrator_tables FROM all_tables
    WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGRATOR_VERSION';
  IF migrator_tables > 0 THEN
    EXECUTE IMMEDIATE q'[SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('pk02') THEN version_num END) = 1 THEN 1 ELSE 0 END,
    CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
    NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
  FROM migrator_version]'
      INTO migrator_fits, migrator_done, migrator_found;
  ELSE
    RAISE_APPLICATION_ERROR(-20003, SUBSTRB('migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at pk02. Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.', 1, 2000));
  END IF;
  IF migrator_done = 1 THEN
    RAISE_APPLICATION_ERROR(-20002, 'already applied: the database is at base, nothing was changed');
  END IF;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: downgrade.sql needs the database at pk02, but it is at ' ||
        migrator_found || '. Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.', 1, 2000));
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migrator:go');
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

DECLARE
  migrator_tables NUMBER;
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  SELECT COUNT(*) INTO migrator_tables FROM all_tables
    WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGRATOR_VERSION';
  IF migrator_tables = 0 THEN
    EXECUTE IMMEDIATE 'CREATE TABLE migrator_version (version_num VARCHAR2(32 CHAR) NOT NULL, CONSTRAINT migrator_version_pkc PRIMARY KEY (version_num))';
  END IF;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- ==== undoing revision pk02 A table altered in one go. ====
-- from pk02 to pk01, revisions/02_a_table_altered.ts

DECLARE
  migrator_fits NUMBER;
  migrator_found VARCHAR2(4000);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('pk02') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision pk02 needs the database at pk02, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- rename column users.country to code (revisions/02_a_table_altered.ts:26)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE 'alter table "users" rename column "country" to "code"';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- drop index users_nickname of table users (revisions/02_a_table_altered.ts:26)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE 'drop index "users_nickname"';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- add column users.score (float) (revisions/02_a_table_altered.ts:30)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE 'alter table "users" add "score" float';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- drop column users.nickname (revisions/02_a_table_altered.ts:30)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE 'alter table "users" drop ("nickname")';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- drop column users.age (revisions/02_a_table_altered.ts:30)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE 'alter table "users" drop ("age")';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

DECLARE
  migrator_fits NUMBER;
  migrator_found VARCHAR2(4000);
  migrator_moved NUMBER := 0;
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  UPDATE migrator_version SET version_num = 'pk01' WHERE version_num = 'pk02';
  migrator_moved := migrator_moved + SQL%ROWCOUNT;
  IF migrator_moved <> 1 THEN
    RAISE_APPLICATION_ERROR(-20004, 'migration undone: the version table did not move the 1 rows that it should');
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('pk01') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration undone: revision pk02 should leave the database at pk01, but it is at ' ||
        migrator_found || '. This transaction was undone. Another session may have changed the version table.', 1, 2000));
  END IF;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('revision pk02: committed');
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- ==== undoing revision pk01 A knex migration as it was. ====
-- from pk01 to base, revisions/01_a_knex_migration.ts

DECLARE
  migrator_fits NUMBER;
  migrator_found VARCHAR2(4000);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('pk01') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision pk01 needs the database at pk01, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- drop table posts (revisions/01_a_knex_migration.ts:44)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE 'drop table "posts"';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- drop table users if it exists (revisions/01_a_knex_migration.ts:44)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE q'[begin execute immediate 'drop table "users"'; exception when others then if sqlcode not in (-942) then raise; end if; end;]';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

DECLARE
  migrator_fits NUMBER;
  migrator_found VARCHAR2(4000);
  migrator_moved NUMBER := 0;
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  DELETE FROM migrator_version WHERE version_num IN ('pk01');
  migrator_moved := migrator_moved + SQL%ROWCOUNT;
  IF migrator_moved <> 1 THEN
    RAISE_APPLICATION_ERROR(-20004, 'migration undone: the version table did not move the 1 rows that it should');
  END IF;
  SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration undone: revision pk01 should leave the database at base, but it is at ' ||
        migrator_found || '. This transaction was undone. Another session may have changed the version table.', 1, 2000));
  END IF;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('revision pk01: committed');
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

DECLARE
  migrator_fits NUMBER;
  migrator_found VARCHAR2(4000);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration not complete: downgrade.sql should leave the database at base, but it is at ' ||
        migrator_found || '. Read the messages above this one: something failed.', 1, 2000));
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  DBMS_OUTPUT.PUT_LINE('done: the database is at base');
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/
EXIT SUCCESS ROLLBACK
