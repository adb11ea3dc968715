-- upgrade.sql: made by migrator for Oracle Database 19 and sqlplus
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   cl02
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. up cl01 Without checks.
--      sha256 c8d156426de283e56dcd7d53811d3a8a82dc8a416a6c4e027b3d24fcc4fb5519
--   2. up cl02 Checks for a table that is there.
--      sha256 263fa5c818d9c9e90a3dc66be6bca90c8afa890a61d8359de9d24562e1f2195c
--
-- Run it:
--   NLS_LANG=.AL32UTF8 sqlplus -L USER@DATABASE @upgrade.sql
-- Look at the version rows:
--   sqlplus -L USER@DATABASE
-- and at its prompt:
--   SELECT version_num FROM migrator_version ORDER BY version_num
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:cl02
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
  migrator_fits NUMBER := 1;
  migrator_done NUMBER := 0;
  migrator_found VARCHAR2(4000) := 'base';
BEGIN
  SELECT COUNT(*) INTO migrator_tables FROM all_tables
    WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGRATOR_VERSION';
  IF migrator_tables > 0 THEN
    EXECUTE IMMEDIATE q'[SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
    CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('cl02') THEN version_num END) = 1 THEN 1 ELSE 0 END,
    NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
  FROM migrator_version]'
      INTO migrator_fits, migrator_done, migrator_found;
  END IF;
  IF migrator_done = 1 THEN
    RAISE_APPLICATION_ERROR(-20002, 'already applied: the database is at cl02, nothing was changed');
  END IF;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: upgrade.sql needs the database at base, but it is at ' ||
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

-- ==== revision cl01 Without checks. ====
-- from base to cl01, revisions/01_without_checks.ts

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
      SUBSTRB('migration refused: revision cl01 needs the database at base, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- create table offer (2 columns) (revisions/01_without_checks.ts:16)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE 'create table "offer" ("id" integer not null, "price" integer not null)';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- add primary key on id to table offer (revisions/01_without_checks.ts:16)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE 'alter table "offer" add constraint "offer_pkey" primary key ("id")';
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
  INSERT INTO migrator_version (version_num) VALUES ('cl01');
  migrator_moved := migrator_moved + SQL%ROWCOUNT;
  IF migrator_moved <> 1 THEN
    RAISE_APPLICATION_ERROR(-20004, 'migration undone: the version table did not move the 1 rows that it should');
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('cl01') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration undone: revision cl01 should leave the database at cl01, but it is at ' ||
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
  DBMS_OUTPUT.PUT_LINE('revision cl01: committed');
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- ==== revision cl02 Checks for a table that is there. ====
-- from cl01 to cl02, revisions/02_checks_for.ts

DECLARE
  migrator_fits NUMBER;
  migrator_found VARCHAR2(4000);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('cl01') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision cl02 needs the database at cl01, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- add check constraint offer_price to table offer (revisions/02_checks_for.ts:16)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE 'alter table "offer" add constraint offer_price check(price > 0)';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- add check constraint offer_odd to table offer (revisions/02_checks_for.ts:17)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE 'alter table "offer" add constraint offer_odd check(id <> 13 and price < 1000000)';
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
  UPDATE migrator_version SET version_num = 'cl02' WHERE version_num = 'cl01';
  migrator_moved := migrator_moved + SQL%ROWCOUNT;
  IF migrator_moved <> 1 THEN
    RAISE_APPLICATION_ERROR(-20004, 'migration undone: the version table did not move the 1 rows that it should');
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('cl02') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration undone: revision cl02 should leave the database at cl02, but it is at ' ||
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
  DBMS_OUTPUT.PUT_LINE('revision cl02: committed');
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
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('cl02') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration not complete: upgrade.sql should leave the database at cl02, but it is at ' ||
        migrator_found || '. Read the messages above this one: something failed.', 1, 2000));
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  DBMS_OUTPUT.PUT_LINE('done: the database is at cl02');
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/
EXIT SUCCESS ROLLBACK
