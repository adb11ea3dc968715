-- upgrade.sql: made by migrator for Oracle Database 19 and sqlplus
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   02
-- Version table: migrator_version
-- Script: 659088386d6a5d1d5e5573ceae8e2546a29969b0f22cfcd20da5df7aa56df88a
--
-- Revisions, in this order:
--   1. up 01 Tables whose primary keys nobody named
--      sha256 32c18386e9f0a4550b0c248fb8ac1684cf9c18e347c30deab7c6f479c4622acc
--   2. up 02 Primary keys that nobody named are dropped by the name that they have
--      sha256 002492007d15b73410ce61a5ce85d1fd03259b049649cbccc5d27b83ee6049c4
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
--   migrator bundle WHERE_IT_IS:02 --target oracle
-- It refuses, too, unless what it expects holds:
--   it expects a database that takes changes
--
-- Where the database is at "To" already, it says so, changes nothing, and ends with a status other than 0.
--
-- It waits at most 30 s for a lock (DDL_LOCK_TIMEOUT).
-- A statement that waited too long fails (ORA-00054: resource busy), and what was committed before it stays.
-- See who holds the lock, and run the same file again:
--   SELECT sid, type, id1, lmode FROM v$lock WHERE block > 0

SET DEFINE OFF
SET SQLBLANKLINES ON
SET SERVEROUTPUT ON
SET EXITCOMMIT OFF
SET AUTOCOMMIT OFF
SPOOL "upgrade.log"
SET ECHO ON
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
  migrator_place NUMBER := 0;
  migrator_left NUMBER := 0;
  migrator_holder VARCHAR2(64);
  migrator_fault VARCHAR2(4000);
  migrator_half NUMBER := 0;
BEGIN
  SELECT COUNT(*) INTO migrator_tables FROM all_tables
    WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGRATOR_VERSION_LEDGER';
  IF migrator_tables > 0 THEN
    BEGIN
      EXECUTE IMMEDIATE 'LOCK TABLE migrator_version_ledger IN EXCLUSIVE MODE NOWAIT';
    EXCEPTION WHEN OTHERS THEN
      -- ORA-00054: resource busy
      IF SQLCODE = -54 THEN
        RAISE_APPLICATION_ERROR(-20003, 'migration refused: another session is running a script on this database');
      END IF;
      RAISE;
    END;
    EXECUTE IMMEDIATE q'[SELECT MAX(digest) FROM migrator_version_ledger WHERE direction = 'lock']'
      INTO migrator_holder;
    IF migrator_holder <> DBMS_SESSION.UNIQUE_SESSION_ID THEN
      IF DBMS_SESSION.IS_SESSION_ALIVE(migrator_holder) THEN
        RAISE_APPLICATION_ERROR(-20003, 'migration refused: another session is running a script on this database');
      END IF;
    END IF;
    EXECUTE IMMEDIATE q'[DELETE FROM migrator_version_ledger WHERE direction = 'lock']';
    EXECUTE IMMEDIATE q'[INSERT INTO migrator_version_ledger (revision, direction, step, steps, state, script, digest) VALUES ('session-lock', 'lock', 0, 0, 'held', '-', :1)]'
      USING DBMS_SESSION.UNIQUE_SESSION_ID;
    COMMIT;
    migrator_holder := DBMS_SESSION.UNIQUE_SESSION_ID;
  END IF;
  SELECT COUNT(*) INTO migrator_tables FROM all_tables
    WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGRATOR_VERSION';
  IF migrator_tables > 0 THEN
    EXECUTE IMMEDIATE q'[SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
    CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('02') THEN version_num END) = 1 THEN 1 ELSE 0 END,
    NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
  FROM migrator_version]'
      INTO migrator_fits, migrator_done, migrator_found;
  END IF;
  SELECT COUNT(*) INTO migrator_tables FROM all_tables
    WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGRATOR_VERSION_LEDGER';
  IF migrator_tables > 0 THEN
    EXECUTE IMMEDIATE q'[SELECT COUNT(CASE WHEN (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '659088386d6a5d1d5e5573ceae8e2546a29969b0f22cfcd20da5df7aa56df88a' THEN 1 END),
    NVL(MAX(CASE WHEN script = '659088386d6a5d1d5e5573ceae8e2546a29969b0f22cfcd20da5df7aa56df88a' THEN 1 ELSE 0 END), 0)
  FROM migrator_version_ledger]'
      INTO migrator_left, migrator_place;
    IF migrator_fits <> 1 AND migrator_place > 0 THEN
      migrator_place := CASE migrator_found
        WHEN '01' THEN 1
      END;
      IF migrator_place > 0 THEN
        migrator_fits := 1;
      ELSE
        migrator_place := 0;
      END IF;
    ELSE
      migrator_place := 0;
    END IF;
  END IF;
  IF migrator_left > 0 THEN
    RAISE_APPLICATION_ERROR(-20003, 'migration refused: another script left a revision half done. Nothing was changed. migrator_version_ledger shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM migrator_version_ledger. COMMIT then.');
  END IF;
  IF migrator_done = 1 THEN
    RAISE_APPLICATION_ERROR(-20002, 'already applied: the database is at 02, nothing was changed');
  END IF;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: upgrade.sql needs the database at base, but it is at ' ||
        migrator_found || '. Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.', 1, 2000));
  END IF;
  EXECUTE IMMEDIATE q'[SELECT CASE WHEN SYS_CONTEXT('USERENV', 'DATABASE_ROLE') = 'PHYSICAL STANDBY' THEN 'expects a database that takes changes, but this one is a standby' END FROM dual]'
    INTO migrator_fault;
  IF migrator_fault IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20003, SUBSTRB('migration refused: upgrade.sql ' || migrator_fault ||
      '. Nothing was changed. Mend what it names, or have the script made for what is there.', 1, 2000));
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migrator:go:' || migrator_place);
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  IF migrator_holder = DBMS_SESSION.UNIQUE_SESSION_ID THEN
    EXECUTE IMMEDIATE q'[DELETE FROM migrator_version_ledger WHERE direction = 'lock']';
    COMMIT;
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

DECLARE
  migrator_tables NUMBER;
  migrator_holder VARCHAR2(64);
BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') <> 'migrator:go:' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  SELECT COUNT(*) INTO migrator_tables FROM all_tables
    WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGRATOR_VERSION';
  IF migrator_tables = 0 THEN
    EXECUTE IMMEDIATE q'[CREATE TABLE migrator_version (
  version_num VARCHAR2(32 CHAR) NOT NULL,
  CONSTRAINT migrator_version_pkc PRIMARY KEY (version_num))]';
  END IF;
  SELECT COUNT(*) INTO migrator_tables FROM all_tables
    WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGRATOR_VERSION_LEDGER';
  IF migrator_tables = 0 THEN
    EXECUTE IMMEDIATE q'[CREATE TABLE migrator_version_ledger (
  revision VARCHAR2(32 CHAR) NOT NULL,
  direction VARCHAR2(5 CHAR) NOT NULL,
  step NUMBER(10) NOT NULL,
  steps NUMBER(10) NOT NULL,
  state VARCHAR2(8 CHAR) NOT NULL,
  digest VARCHAR2(64 CHAR) NOT NULL,
  script VARCHAR2(64 CHAR) NOT NULL,
  CONSTRAINT migrator_version_ledger_pkc PRIMARY KEY (revision))]';
  END IF;
  SELECT COUNT(*) INTO migrator_tables FROM all_tables
    WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGRATOR_VERSION_LOG';
  IF migrator_tables = 0 THEN
    EXECUTE IMMEDIATE q'[CREATE TABLE migrator_version_log (
  entry NUMBER(10) NOT NULL,
  revision VARCHAR2(32 CHAR) NOT NULL,
  direction VARCHAR2(5 CHAR) NOT NULL,
  message VARCHAR2(200 CHAR),
  applied_at TIMESTAMP WITH TIME ZONE NOT NULL,
  applied_by VARCHAR2(128 CHAR),
  digest VARCHAR2(64 CHAR) NOT NULL,
  script VARCHAR2(64 CHAR) NOT NULL,
  accepted_loss NUMBER(10) NOT NULL,
  CONSTRAINT migrator_version_log_pkc PRIMARY KEY (entry))]';
  END IF;
  BEGIN
    EXECUTE IMMEDIATE 'LOCK TABLE migrator_version_ledger IN EXCLUSIVE MODE NOWAIT';
  EXCEPTION WHEN OTHERS THEN
    -- ORA-00054: resource busy
    IF SQLCODE = -54 THEN
      RAISE_APPLICATION_ERROR(-20003, 'migration refused: another session is running a script on this database');
    END IF;
    RAISE;
  END;
  EXECUTE IMMEDIATE q'[SELECT MAX(digest) FROM migrator_version_ledger WHERE direction = 'lock']'
    INTO migrator_holder;
  IF migrator_holder <> DBMS_SESSION.UNIQUE_SESSION_ID THEN
    IF DBMS_SESSION.IS_SESSION_ALIVE(migrator_holder) THEN
      RAISE_APPLICATION_ERROR(-20003, 'migration refused: another session is running a script on this database');
    END IF;
  END IF;
  EXECUTE IMMEDIATE q'[DELETE FROM migrator_version_ledger WHERE direction = 'lock']';
  EXECUTE IMMEDIATE q'[INSERT INTO migrator_version_ledger (revision, direction, step, steps, state, script, digest) VALUES ('session-lock', 'lock', 0, 0, 'held', '-', :1)]'
    USING DBMS_SESSION.UNIQUE_SESSION_ID;
  COMMIT;
  migrator_holder := DBMS_SESSION.UNIQUE_SESSION_ID;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- ==== revision 01 Tables whose primary keys nobody named ====
-- from base to 01, revisions/01_tables.ts


DECLARE
  migrator_rows NUMBER;
BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') <> 'migrator:go:' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 0 THEN
    DBMS_OUTPUT.PUT_LINE('revision 01: applied already');
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_rows FROM migrator_version_ledger
    WHERE revision = '01' AND direction = 'up' AND digest = '3b7e3b85ca5f9a0119261795ad534535f98c1739243f55900fddcea6a575a5bc';
  IF migrator_rows = 0 THEN
    DELETE FROM migrator_version_ledger WHERE NOT direction = 'lock';
    INSERT INTO migrator_version_ledger (revision, direction, step, steps, state, digest, script)
    VALUES ('01', 'up', 0, 4, 'done', '3b7e3b85ca5f9a0119261795ad534535f98c1739243f55900fddcea6a575a5bc', '659088386d6a5d1d5e5573ceae8e2546a29969b0f22cfcd20da5df7aa56df88a');
    COMMIT;
  END IF;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

DECLARE
  migrator_fits NUMBER;
  migrator_found VARCHAR2(4000);
  migrator_past NUMBER;
BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') <> 'migrator:go:' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 0 THEN
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE revision = '01' AND direction = 'up' AND digest = '3b7e3b85ca5f9a0119261795ad534535f98c1739243f55900fddcea6a575a5bc'
      AND (step > 1 OR step = 1 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision 01 needs the database at base, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 1 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 1 of 4 of revision 01 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (create table counted (2 columns) (revisions/01_tables.ts:8)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 0, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 1, state = 'started'
    WHERE revision = '01' AND direction = 'up' AND digest = '3b7e3b85ca5f9a0119261795ad534535f98c1739243f55900fddcea6a575a5bc';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- create table counted (2 columns) (revisions/01_tables.ts:8)
DECLARE
  migrator_past NUMBER;
BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') <> 'migrator:go:' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 0 THEN
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE revision = '01' AND direction = 'up' AND digest = '3b7e3b85ca5f9a0119261795ad534535f98c1739243f55900fddcea6a575a5bc'
      AND (step > 1 OR step = 1 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE q'[create table "counted" (
  "id" number(10) generated by default on null as identity primary key,
  "name" varchar2(40 char) not null
)]';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 0, state = 'done'
    WHERE revision = '01' AND direction = 'up' AND digest = '3b7e3b85ca5f9a0119261795ad534535f98c1739243f55900fddcea6a575a5bc';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 1, state = 'done'
    WHERE revision = '01' AND direction = 'up' AND digest = '3b7e3b85ca5f9a0119261795ad534535f98c1739243f55900fddcea6a575a5bc';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

DECLARE
  migrator_fits NUMBER;
  migrator_found VARCHAR2(4000);
  migrator_past NUMBER;
BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') <> 'migrator:go:' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 0 THEN
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE revision = '01' AND direction = 'up' AND digest = '3b7e3b85ca5f9a0119261795ad534535f98c1739243f55900fddcea6a575a5bc'
      AND (step > 2 OR step = 2 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision 01 needs the database at base, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 2 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 2 of 4 of revision 01 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (create table plain (2 columns) (revisions/01_tables.ts:12)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 1, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 2, state = 'started'
    WHERE revision = '01' AND direction = 'up' AND digest = '3b7e3b85ca5f9a0119261795ad534535f98c1739243f55900fddcea6a575a5bc';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- create table plain (2 columns) (revisions/01_tables.ts:12)
DECLARE
  migrator_past NUMBER;
BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') <> 'migrator:go:' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 0 THEN
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE revision = '01' AND direction = 'up' AND digest = '3b7e3b85ca5f9a0119261795ad534535f98c1739243f55900fddcea6a575a5bc'
      AND (step > 2 OR step = 2 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'create table "plain" ("id" integer not null, "name" varchar2(40 char) not null)';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 1, state = 'done'
    WHERE revision = '01' AND direction = 'up' AND digest = '3b7e3b85ca5f9a0119261795ad534535f98c1739243f55900fddcea6a575a5bc';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 2, state = 'done'
    WHERE revision = '01' AND direction = 'up' AND digest = '3b7e3b85ca5f9a0119261795ad534535f98c1739243f55900fddcea6a575a5bc';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

DECLARE
  migrator_fits NUMBER;
  migrator_found VARCHAR2(4000);
  migrator_past NUMBER;
BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') <> 'migrator:go:' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 0 THEN
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE revision = '01' AND direction = 'up' AND digest = '3b7e3b85ca5f9a0119261795ad534535f98c1739243f55900fddcea6a575a5bc'
      AND (step > 3 OR step = 3 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision 01 needs the database at base, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 3 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 3 of 4 of revision 01 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (add primary key on id to table plain (revisions/01_tables.ts:12)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 2, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 3, state = 'started'
    WHERE revision = '01' AND direction = 'up' AND digest = '3b7e3b85ca5f9a0119261795ad534535f98c1739243f55900fddcea6a575a5bc';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- add primary key on id to table plain (revisions/01_tables.ts:12)
DECLARE
  migrator_past NUMBER;
BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') <> 'migrator:go:' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 0 THEN
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE revision = '01' AND direction = 'up' AND digest = '3b7e3b85ca5f9a0119261795ad534535f98c1739243f55900fddcea6a575a5bc'
      AND (step > 3 OR step = 3 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'alter table "plain" add constraint "plain_pkey" primary key ("id")';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 2, state = 'done'
    WHERE revision = '01' AND direction = 'up' AND digest = '3b7e3b85ca5f9a0119261795ad534535f98c1739243f55900fddcea6a575a5bc';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 3, state = 'done'
    WHERE revision = '01' AND direction = 'up' AND digest = '3b7e3b85ca5f9a0119261795ad534535f98c1739243f55900fddcea6a575a5bc';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

DECLARE
  migrator_fits NUMBER;
  migrator_found VARCHAR2(4000);
  migrator_past NUMBER;
BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') <> 'migrator:go:' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 0 THEN
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE revision = '01' AND direction = 'up' AND digest = '3b7e3b85ca5f9a0119261795ad534535f98c1739243f55900fddcea6a575a5bc'
      AND (step > 4 OR step = 4 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision 01 needs the database at base, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

DECLARE
  migrator_fits NUMBER;
  migrator_found VARCHAR2(4000);
  migrator_past NUMBER;
  migrator_moved NUMBER := 0;
BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') <> 'migrator:go:' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 0 THEN
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE revision = '01' AND direction = 'up' AND digest = '3b7e3b85ca5f9a0119261795ad534535f98c1739243f55900fddcea6a575a5bc'
      AND (step > 4 OR step = 4 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  INSERT INTO migrator_version (version_num) VALUES ('01');
  migrator_moved := migrator_moved + SQL%ROWCOUNT;
  IF migrator_moved <> 1 THEN
    RAISE_APPLICATION_ERROR(-20004, 'migration undone: the version table did not move the 1 rows that it should');
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('01') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration undone: revision 01 should leave the database at 01, but it is at ' ||
        migrator_found || '. This transaction was undone. Another session may have changed the version table.', 1, 2000));
  END IF;
  DELETE FROM migrator_version_ledger WHERE NOT direction = 'lock';
  INSERT INTO migrator_version_ledger (revision, direction, step, steps, state, digest, script)
    VALUES ('01', 'up', 4, 4, 'done', '3b7e3b85ca5f9a0119261795ad534535f98c1739243f55900fddcea6a575a5bc', '659088386d6a5d1d5e5573ceae8e2546a29969b0f22cfcd20da5df7aa56df88a');
  INSERT INTO migrator_version_log
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '01', 'up', 'Tables whose primary keys nobody named', SYSTIMESTAMP, SYS_CONTEXT('USERENV', 'SESSION_USER'),
      '3b7e3b85ca5f9a0119261795ad534535f98c1739243f55900fddcea6a575a5bc', '659088386d6a5d1d5e5573ceae8e2546a29969b0f22cfcd20da5df7aa56df88a', 0
    FROM migrator_version_log;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') <> 'migrator:go:' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 0 THEN
    RETURN;
  END IF;
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('revision 01: committed');
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/


-- ==== revision 02 Primary keys that nobody named are dropped by the name that they have ====
-- from 01 to 02, revisions/02_no_keys.ts


DECLARE
  migrator_rows NUMBER;
BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') <> 'migrator:go:' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 1 THEN
    DBMS_OUTPUT.PUT_LINE('revision 02: applied already');
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_rows FROM migrator_version_ledger
    WHERE revision = '02' AND direction = 'up' AND digest = '7d966377bf9978db69d8af0cb1818eaf968e2f60fcb0df6b3e41f164955db52a';
  IF migrator_rows = 0 THEN
    DELETE FROM migrator_version_ledger WHERE NOT direction = 'lock';
    INSERT INTO migrator_version_ledger (revision, direction, step, steps, state, digest, script)
    VALUES ('02', 'up', 0, 3, 'done', '7d966377bf9978db69d8af0cb1818eaf968e2f60fcb0df6b3e41f164955db52a', '659088386d6a5d1d5e5573ceae8e2546a29969b0f22cfcd20da5df7aa56df88a');
    COMMIT;
  END IF;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

DECLARE
  migrator_fits NUMBER;
  migrator_found VARCHAR2(4000);
  migrator_past NUMBER;
BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') <> 'migrator:go:' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 1 THEN
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE revision = '02' AND direction = 'up' AND digest = '7d966377bf9978db69d8af0cb1818eaf968e2f60fcb0df6b3e41f164955db52a'
      AND (step > 1 OR step = 1 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('01') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision 02 needs the database at 01, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 1 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 1 of 3 of revision 02 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (drop primary key of table plain (revisions/02_no_keys.ts:8)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 0, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 1, state = 'started'
    WHERE revision = '02' AND direction = 'up' AND digest = '7d966377bf9978db69d8af0cb1818eaf968e2f60fcb0df6b3e41f164955db52a';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- drop primary key of table plain (revisions/02_no_keys.ts:8)
DECLARE
  migrator_past NUMBER;
BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') <> 'migrator:go:' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 1 THEN
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE revision = '02' AND direction = 'up' AND digest = '7d966377bf9978db69d8af0cb1818eaf968e2f60fcb0df6b3e41f164955db52a'
      AND (step > 1 OR step = 1 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'alter table "plain" drop primary key';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 0, state = 'done'
    WHERE revision = '02' AND direction = 'up' AND digest = '7d966377bf9978db69d8af0cb1818eaf968e2f60fcb0df6b3e41f164955db52a';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 1, state = 'done'
    WHERE revision = '02' AND direction = 'up' AND digest = '7d966377bf9978db69d8af0cb1818eaf968e2f60fcb0df6b3e41f164955db52a';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

DECLARE
  migrator_fits NUMBER;
  migrator_found VARCHAR2(4000);
  migrator_past NUMBER;
BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') <> 'migrator:go:' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 1 THEN
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE revision = '02' AND direction = 'up' AND digest = '7d966377bf9978db69d8af0cb1818eaf968e2f60fcb0df6b3e41f164955db52a'
      AND (step > 2 OR step = 2 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('01') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision 02 needs the database at 01, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 2 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 2 of 3 of revision 02 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (drop primary key of table counted (revisions/02_no_keys.ts:9)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 1, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 2, state = 'started'
    WHERE revision = '02' AND direction = 'up' AND digest = '7d966377bf9978db69d8af0cb1818eaf968e2f60fcb0df6b3e41f164955db52a';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- drop primary key of table counted (revisions/02_no_keys.ts:9)
DECLARE
  migrator_past NUMBER;
BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') <> 'migrator:go:' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 1 THEN
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE revision = '02' AND direction = 'up' AND digest = '7d966377bf9978db69d8af0cb1818eaf968e2f60fcb0df6b3e41f164955db52a'
      AND (step > 2 OR step = 2 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'alter table "counted" drop primary key';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 1, state = 'done'
    WHERE revision = '02' AND direction = 'up' AND digest = '7d966377bf9978db69d8af0cb1818eaf968e2f60fcb0df6b3e41f164955db52a';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 2, state = 'done'
    WHERE revision = '02' AND direction = 'up' AND digest = '7d966377bf9978db69d8af0cb1818eaf968e2f60fcb0df6b3e41f164955db52a';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

DECLARE
  migrator_fits NUMBER;
  migrator_found VARCHAR2(4000);
  migrator_past NUMBER;
BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') <> 'migrator:go:' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 1 THEN
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE revision = '02' AND direction = 'up' AND digest = '7d966377bf9978db69d8af0cb1818eaf968e2f60fcb0df6b3e41f164955db52a'
      AND (step > 3 OR step = 3 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('01') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision 02 needs the database at 01, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

DECLARE
  migrator_fits NUMBER;
  migrator_found VARCHAR2(4000);
  migrator_past NUMBER;
  migrator_moved NUMBER := 0;
BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') <> 'migrator:go:' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 1 THEN
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE revision = '02' AND direction = 'up' AND digest = '7d966377bf9978db69d8af0cb1818eaf968e2f60fcb0df6b3e41f164955db52a'
      AND (step > 3 OR step = 3 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  UPDATE migrator_version SET version_num = '02' WHERE version_num = '01';
  migrator_moved := migrator_moved + SQL%ROWCOUNT;
  IF migrator_moved <> 1 THEN
    RAISE_APPLICATION_ERROR(-20004, 'migration undone: the version table did not move the 1 rows that it should');
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('02') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration undone: revision 02 should leave the database at 02, but it is at ' ||
        migrator_found || '. This transaction was undone. Another session may have changed the version table.', 1, 2000));
  END IF;
  DELETE FROM migrator_version_ledger WHERE NOT direction = 'lock';
  INSERT INTO migrator_version_ledger (revision, direction, step, steps, state, digest, script)
    VALUES ('02', 'up', 3, 3, 'done', '7d966377bf9978db69d8af0cb1818eaf968e2f60fcb0df6b3e41f164955db52a', '659088386d6a5d1d5e5573ceae8e2546a29969b0f22cfcd20da5df7aa56df88a');
  INSERT INTO migrator_version_log
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '02', 'up', 'Primary keys that nobody named are dropped by the name that they have', SYSTIMESTAMP, SYS_CONTEXT('USERENV', 'SESSION_USER'),
      '7d966377bf9978db69d8af0cb1818eaf968e2f60fcb0df6b3e41f164955db52a', '659088386d6a5d1d5e5573ceae8e2546a29969b0f22cfcd20da5df7aa56df88a', 0
    FROM migrator_version_log;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') <> 'migrator:go:' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 1 THEN
    RETURN;
  END IF;
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('revision 02: committed');
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/


DECLARE
  migrator_fits NUMBER;
  migrator_found VARCHAR2(4000);
  migrator_past NUMBER;
BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') <> 'migrator:go:' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('02') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration not complete: upgrade.sql should leave the database at 02, but it is at ' ||
        migrator_found || '. Read the messages above this one: something failed.', 1, 2000));
  END IF;
  DELETE FROM migrator_version_ledger;
  COMMIT;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  DBMS_OUTPUT.PUT_LINE('done: the database is at 02');
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/
SPOOL OFF
EXIT SUCCESS ROLLBACK
