-- upgrade.sql: made by migrator for Oracle Database 19 and sqlplus
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   ac03
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. up ac01 A table to change.
--      sha256 c6699425c7e81aa77e0648a7e9e588ca1159b90a8e17d170580e0b976e72b452
--   2. up ac02 Wider and stricter.
--      sha256 c76117ba7875b8f9e8e391db26ef246329308ff9fb08bbd2eb37d57431313548
--   3. up ac03 Another name, another type and another default at once.
--      sha256 53c3fa3d2f8c2fd24157ef25e51ada05363d848d9b16a669f44b74f005370190
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
--   migrator bundle WHERE_IT_IS:ac03
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
    CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac03') THEN version_num END) = 1 THEN 1 ELSE 0 END,
    NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
  FROM migrator_version]'
      INTO migrator_fits, migrator_done, migrator_found;
  END IF;
  IF migrator_done = 1 THEN
    RAISE_APPLICATION_ERROR(-20002, 'already applied: the database is at ac03, nothing was changed');
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

-- ==== revision ac01 A table to change. ====
-- from base to ac01, revisions/01_a_table.ts

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
      SUBSTRB('migration refused: revision ac01 needs the database at base, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- create table account (6 columns) (revisions/01_a_table.ts:16)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE q'[create table "account" (
  "id" integer not null,
  "holder" varchar2(40) default 'nobody' not null,
  "points" integer default 0,
  "iban" varchar2(34),
  "balance" decimal(10, 2),
  "open" number(1, 0) default 1 not null check ("open" in ('0', '1'))
)]';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- comment on column account.holder (revisions/01_a_table.ts:16)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE q'[comment on column "account"."holder" is 'The holder''s name']';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- add primary key on id to table account (revisions/01_a_table.ts:16)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE 'alter table "account" add constraint "account_pkey" primary key ("id")';
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
  INSERT INTO migrator_version (version_num) VALUES ('ac01');
  migrator_moved := migrator_moved + SQL%ROWCOUNT;
  IF migrator_moved <> 1 THEN
    RAISE_APPLICATION_ERROR(-20004, 'migration undone: the version table did not move the 1 rows that it should');
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac01') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration undone: revision ac01 should leave the database at ac01, but it is at ' ||
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
  DBMS_OUTPUT.PUT_LINE('revision ac01: committed');
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- ==== revision ac02 Wider and stricter. ====
-- from ac01 to ac02, revisions/02_wider_and_stricter.ts

DECLARE
  migrator_fits NUMBER;
  migrator_found VARCHAR2(4000);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac01') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision ac02 needs the database at ac01, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- alter column account.holder: type varchar2(120) (revisions/02_wider_and_stricter.ts:16)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE 'alter table "account" modify ("holder" varchar2(120))';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- alter column account.points: type number(20, 0), NOT NULL, a new default
--   (revisions/02_wider_and_stricter.ts:17)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE 'alter table "account" modify ("points" number(20, 0) default 10 not null)';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- alter column account.iban: NOT NULL (revisions/02_wider_and_stricter.ts:18)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE 'alter table "account" modify ("iban" not null)';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- alter column account.iban: a new default (revisions/02_wider_and_stricter.ts:19)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE q'[alter table "account" modify ("iban" default 'it''s missing')]';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- alter column account.balance: a new comment (revisions/02_wider_and_stricter.ts:20)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE q'[comment on column "account"."balance" is 'In the account''s currency']';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- alter column account.balance: type decimal(14, 4) (revisions/02_wider_and_stricter.ts:21)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE 'alter table "account" modify ("balance" decimal(14, 4))';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- alter column account.open: no default (revisions/02_wider_and_stricter.ts:22)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE 'alter table "account" modify ("open" default null)';
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
  UPDATE migrator_version SET version_num = 'ac02' WHERE version_num = 'ac01';
  migrator_moved := migrator_moved + SQL%ROWCOUNT;
  IF migrator_moved <> 1 THEN
    RAISE_APPLICATION_ERROR(-20004, 'migration undone: the version table did not move the 1 rows that it should');
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac02') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration undone: revision ac02 should leave the database at ac02, but it is at ' ||
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
  DBMS_OUTPUT.PUT_LINE('revision ac02: committed');
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- ==== revision ac03 Another name, another type and another default at once. ====
-- from ac02 to ac03, revisions/03_another_name_another.ts

DECLARE
  migrator_fits NUMBER;
  migrator_found VARCHAR2(4000);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac02') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision ac03 needs the database at ac02, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- alter column account.points: type decimal(12, 2), a new default, a new comment
--   (revisions/03_another_name_another.ts:16)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE 'alter table "account" modify ("points" decimal(12, 2) default 0.5)';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- alter column account.points: type decimal(12, 2), a new default, a new comment (continued)
--   (revisions/03_another_name_another.ts:16)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE q'[comment on column "account"."points" is 'Was points']';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- rename column account.points to score (revisions/03_another_name_another.ts:16)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE 'alter table "account" rename column "points" to "score"';
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
  UPDATE migrator_version SET version_num = 'ac03' WHERE version_num = 'ac02';
  migrator_moved := migrator_moved + SQL%ROWCOUNT;
  IF migrator_moved <> 1 THEN
    RAISE_APPLICATION_ERROR(-20004, 'migration undone: the version table did not move the 1 rows that it should');
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac03') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration undone: revision ac03 should leave the database at ac03, but it is at ' ||
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
  DBMS_OUTPUT.PUT_LINE('revision ac03: committed');
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
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac03') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration not complete: upgrade.sql should leave the database at ac03, but it is at ' ||
        migrator_found || '. Read the messages above this one: something failed.', 1, 2000));
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  DBMS_OUTPUT.PUT_LINE('done: the database is at ac03');
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/
EXIT SUCCESS ROLLBACK
