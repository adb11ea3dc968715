-- upgrade.sql: made by migrator for Oracle Database 19 and sqlplus
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   ktk02
-- Version table: migrator_version
-- Script: 4b2b8787f89a4dbb775606427a543c6e3df94cbeac491afc05428bd3186ad014
--
-- Revisions, in this order:
--   1. up ktk01 Keys and indexes in the ways that knex lets them be said.
--      sha256 10ec76d9f79022b15aeb7efeee8f99aab64b12a66767c7e58438b3985d5638dd
--   2. up ktk02 The same on tables that are there.
--      sha256 976d7b79f2d11a5405db01472fb90bae7a074ca61da8cbde4868e54a412a21d6
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
--   migrator bundle WHERE_IT_IS:ktk02 --target oracle
-- It refuses, too, unless what it expects holds:
--   it expects a database that takes changes
--
-- Where the database is at "To" already, it says so, changes nothing, and ends with a status other than 0.
--
-- It waits at most 30 s for a lock (DDL_LOCK_TIMEOUT).
-- But a change of rows waits for rows that others have changed, without limit.
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
    CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk02') THEN version_num END) = 1 THEN 1 ELSE 0 END,
    NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
  FROM migrator_version]'
      INTO migrator_fits, migrator_done, migrator_found;
  END IF;
  SELECT COUNT(*) INTO migrator_tables FROM all_tables
    WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGRATOR_VERSION_LEDGER';
  IF migrator_tables > 0 THEN
    EXECUTE IMMEDIATE q'[SELECT COUNT(CASE WHEN (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '4b2b8787f89a4dbb775606427a543c6e3df94cbeac491afc05428bd3186ad014' THEN 1 END),
    NVL(MAX(CASE WHEN script = '4b2b8787f89a4dbb775606427a543c6e3df94cbeac491afc05428bd3186ad014' THEN 1 ELSE 0 END), 0)
  FROM migrator_version_ledger]'
      INTO migrator_left, migrator_place;
    IF migrator_fits <> 1 AND migrator_place > 0 THEN
      migrator_place := CASE migrator_found
        WHEN 'ktk01' THEN 1
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
    RAISE_APPLICATION_ERROR(-20002, 'already applied: the database is at ktk02, nothing was changed');
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

-- ==== revision ktk01 Keys and indexes in the ways that knex lets them be said. ====
-- from base to ktk01, revisions/01_keys.ts


DECLARE
  migrator_rows NUMBER;
BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') <> 'migrator:go:' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 0 THEN
    DBMS_OUTPUT.PUT_LINE('revision ktk01: applied already');
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_rows FROM migrator_version_ledger
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
  IF migrator_rows = 0 THEN
    DELETE FROM migrator_version_ledger WHERE NOT direction = 'lock';
    INSERT INTO migrator_version_ledger (revision, direction, step, steps, state, digest, script)
    VALUES ('ktk01', 'up', 0, 16, 'done', '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470', '4b2b8787f89a4dbb775606427a543c6e3df94cbeac491afc05428bd3186ad014');
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 1 OR step = 1 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision ktk01 needs the database at base, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 1 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 1 of 16 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (create table firm (4 columns) (revisions/01_keys.ts:16)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 0, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 1, state = 'started'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- create table firm (4 columns) (revisions/01_keys.ts:16)
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 1 OR step = 1 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE q'[create table "firm" (
  "id" number(10) generated by default on null as identity primary key,
  "name" varchar2(60 char) not null,
  "country" varchar2(2 char) not null,
  "number" integer not null
)]';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 0, state = 'done'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 1, state = 'done'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 2 OR step = 2 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision ktk01 needs the database at base, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 2 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 2 of 16 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (add unique constraint firm_name_once on name to table firm (revisions/01_keys.ts:16)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 1, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 2, state = 'started'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- add unique constraint firm_name_once on name to table firm (revisions/01_keys.ts:16)
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 2 OR step = 2 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'alter table "firm" add constraint "firm_name_once" unique ("name")';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 1, state = 'done'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 2, state = 'done'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 3 OR step = 3 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision ktk01 needs the database at base, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 3 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 3 of 16 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (add unique constraint firm_country_number_unique on country, number to table firm (revisions/01_keys.ts:16)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 2, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 3, state = 'started'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- add unique constraint firm_country_number_unique on country, number to table firm (revisions/01_keys.ts:16)
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 3 OR step = 3 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'alter table "firm" add constraint "firm_country_number_unique" unique ("country", "number")';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 2, state = 'done'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 3, state = 'done'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 4 OR step = 4 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision ktk01 needs the database at base, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 4 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 4 of 16 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (create table worker (8 columns) (revisions/01_keys.ts:23)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 3, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 4, state = 'started'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- create table worker (8 columns) (revisions/01_keys.ts:23)
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 4 OR step = 4 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE q'[create table "worker" (
  "id" number(20, 0) generated by default on null as identity primary key,
  "firm_id" integer not null,
  "second_firm_id" integer,
  "boss_id" number(20, 0),
  "firm_country" varchar2(2 char),
  "firm_number" integer,
  "name" varchar2(60 char) not null,
  "mail" varchar2(80 char)
)]';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 3, state = 'done'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 4, state = 'done'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 5 OR step = 5 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision ktk01 needs the database at base, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 5 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 5 of 16 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (add foreign key worker_firm_id_foreign on firm_id to firm (id) to table worker (revisions/01_keys.ts:23)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 4, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 5, state = 'started'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- add foreign key worker_firm_id_foreign on firm_id to firm (id) to table worker (revisions/01_keys.ts:23)
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 5 OR step = 5 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE q'[alter table "worker"
add constraint "worker_firm_id_foreign" foreign key ("firm_id") references "firm" ("id") on delete CASCADE]';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 4, state = 'done'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 5, state = 'done'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 6 OR step = 6 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision ktk01 needs the database at base, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 6 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 6 of 16 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (add foreign key worker_second_firm_id_foreign on second_firm_id to firm (id) to table worker (revisions/01_keys.ts:23)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 5, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 6, state = 'started'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- add foreign key worker_second_firm_id_foreign on second_firm_id to firm (id) to table worker
--   (revisions/01_keys.ts:23)
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 6 OR step = 6 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE q'[alter table "worker"
add constraint "worker_second_firm_id_foreign" foreign key ("second_firm_id") references "firm" ("id")]';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 5, state = 'done'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 6, state = 'done'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 7 OR step = 7 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision ktk01 needs the database at base, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 7 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 7 of 16 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (create index worker_second_firm_id_index on worker (second_firm_id) (revisions/01_keys.ts:23)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 6, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 7, state = 'started'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- create index worker_second_firm_id_index on worker (second_firm_id) (revisions/01_keys.ts:23)
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 7 OR step = 7 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'create index "worker_second_firm_id_index" on "worker" ("second_firm_id")';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 6, state = 'done'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 7, state = 'done'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 8 OR step = 8 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision ktk01 needs the database at base, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 8 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 8 of 16 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (add foreign key worker_boss_id_foreign on boss_id to worker (id) to table worker (revisions/01_keys.ts:23)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 7, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 8, state = 'started'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- add foreign key worker_boss_id_foreign on boss_id to worker (id) to table worker (revisions/01_keys.ts:23)
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 8 OR step = 8 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE q'[alter table "worker"
add constraint "worker_boss_id_foreign" foreign key ("boss_id") references "worker" ("id")]';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 7, state = 'done'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 8, state = 'done'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 9 OR step = 9 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision ktk01 needs the database at base, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 9 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 9 of 16 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (create index worker_name_index on worker (name) (revisions/01_keys.ts:23)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 8, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 9, state = 'started'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- create index worker_name_index on worker (name) (revisions/01_keys.ts:23)
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 9 OR step = 9 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'create index "worker_name_index" on "worker" ("name")';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 8, state = 'done'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 9, state = 'done'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 10 OR step = 10 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision ktk01 needs the database at base, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 10 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 10 of 16 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (add unique constraint worker_mail_unique on mail to table worker (revisions/01_keys.ts:23)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 9, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 10, state = 'started'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- add unique constraint worker_mail_unique on mail to table worker (revisions/01_keys.ts:23)
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 10 OR step = 10 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'alter table "worker" add constraint "worker_mail_unique" unique ("mail")';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 9, state = 'done'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 10, state = 'done'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 11 OR step = 11 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision ktk01 needs the database at base, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 11 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 11 of 16 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (add foreign key worker_firm_number on firm_country, firm_number to firm (country, number) to table worker (revisions/01_keys.ts:23)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 10, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 11, state = 'started'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- add foreign key worker_firm_number on firm_country, firm_number to firm (country, number) to table worker
--   (revisions/01_keys.ts:23)
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 11 OR step = 11 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE q'[alter table "worker"
add constraint "worker_firm_number" foreign key ("firm_country", "firm_number") references "firm" ("country", "number")]';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 10, state = 'done'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 11, state = 'done'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 12 OR step = 12 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision ktk01 needs the database at base, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 12 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 12 of 16 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (create index worker_name_mail on worker (name, mail) (revisions/01_keys.ts:23)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 11, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 12, state = 'started'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- create index worker_name_mail on worker (name, mail) (revisions/01_keys.ts:23)
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 12 OR step = 12 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'create index "worker_name_mail" on "worker" ("name", "mail")';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 11, state = 'done'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 12, state = 'done'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 13 OR step = 13 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision ktk01 needs the database at base, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 13 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 13 of 16 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (create table badge (3 columns) (revisions/01_keys.ts:35)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 12, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 13, state = 'started'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- create table badge (3 columns) (revisions/01_keys.ts:35)
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 13 OR step = 13 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE q'[create table "badge" (
  "code" varchar2(10 char) not null,
  "issue" integer not null,
  "worker_id" number(20, 0)
)]';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 12, state = 'done'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 13, state = 'done'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 14 OR step = 14 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision ktk01 needs the database at base, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 14 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 14 of 16 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (add primary key on code, issue to table badge (revisions/01_keys.ts:35)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 13, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 14, state = 'started'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- add primary key on code, issue to table badge (revisions/01_keys.ts:35)
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 14 OR step = 14 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'alter table "badge" add constraint "badge_pkey" primary key ("code", "issue")';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 13, state = 'done'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 14, state = 'done'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 15 OR step = 15 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision ktk01 needs the database at base, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 15 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 15 of 16 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (add foreign key badge_worker on worker_id to worker (id) to table badge (revisions/01_keys.ts:35)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 14, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 15, state = 'started'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- add foreign key badge_worker on worker_id to worker (id) to table badge (revisions/01_keys.ts:35)
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 15 OR step = 15 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE q'[alter table "badge"
add constraint "badge_worker" foreign key ("worker_id") references "worker" ("id")]';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 14, state = 'done'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 15, state = 'done'
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470';
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 16 OR step = 16 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision ktk01 needs the database at base, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- insert 1 row into firm (revisions/01_keys.ts:42)
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 16 OR step = 16 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  EXECUTE IMMEDIATE q'[insert into "firm" ("name", "country", "number")
  select 'Acme', 'at', 7 from dual]';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- insert 1 row into worker (revisions/01_keys.ts:43)
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 16 OR step = 16 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  EXECUTE IMMEDIATE q'[insert into "worker" ("firm_id", "name", "firm_country", "firm_number")
  select 1, 'Ann', 'at', 7 from dual]';
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
    WHERE revision = 'ktk01' AND direction = 'up' AND digest = '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470'
      AND (step > 16 OR step = 16 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  INSERT INTO migrator_version (version_num) VALUES ('ktk01');
  migrator_moved := migrator_moved + SQL%ROWCOUNT;
  IF migrator_moved <> 1 THEN
    RAISE_APPLICATION_ERROR(-20004, 'migration undone: the version table did not move the 1 rows that it should');
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk01') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration undone: revision ktk01 should leave the database at ktk01, but it is at ' ||
        migrator_found || '. This transaction was undone. Another session may have changed the version table.', 1, 2000));
  END IF;
  DELETE FROM migrator_version_ledger WHERE NOT direction = 'lock';
  INSERT INTO migrator_version_ledger (revision, direction, step, steps, state, digest, script)
    VALUES ('ktk01', 'up', 16, 16, 'done', '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470', '4b2b8787f89a4dbb775606427a543c6e3df94cbeac491afc05428bd3186ad014');
  INSERT INTO migrator_version_log
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ktk01', 'up', 'Keys and indexes in the ways that knex lets them be said.', SYSTIMESTAMP, SYS_CONTEXT('USERENV', 'SESSION_USER'),
      '5dc2c5c7eac2d99549d9eb9467b147db9ab685679420bc34693dae0234ea2470', '4b2b8787f89a4dbb775606427a543c6e3df94cbeac491afc05428bd3186ad014', 0
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
  DBMS_OUTPUT.PUT_LINE('revision ktk01: committed');
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/


-- ==== revision ktk02 The same on tables that are there. ====
-- from ktk01 to ktk02, revisions/02_later.ts


-- revision ktk02 stops here, with their number and where the first is, when there are
--   duplicates in worker (name, firm_id), with which a statement below would fail
DECLARE
  migrator_count NUMBER;
  migrator_first VARCHAR2(4000);
  migrator_past NUMBER;
BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') <> 'migrator:go:' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 1 THEN
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a'
      AND (step > 1 OR step = 1 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM (SELECT 1 AS one FROM "worker" WHERE ("name" IS NOT NULL OR "firm_id" IS NOT NULL) GROUP BY "name", "firm_id" HAVING COUNT(*) > 1) migrator_found'
    INTO migrator_count;
  IF migrator_count > 0 THEN
    BEGIN
      EXECUTE IMMEDIATE q'[SELECT found FROM (SELECT 'name = ' || SUBSTR(COALESCE(TO_CHAR("name"), 'NULL'), 1, 60) || ', firm_id = ' || SUBSTR(COALESCE(TO_CHAR("firm_id"), 'NULL'), 1, 60) AS found FROM "worker" WHERE ("name" IS NOT NULL OR "firm_id" IS NOT NULL) GROUP BY "name", "firm_id" HAVING COUNT(*) > 1 ORDER BY "name", "firm_id") WHERE ROWNUM = 1]'
        INTO migrator_first;
    EXCEPTION WHEN NO_DATA_FOUND THEN migrator_first := NULL;
    END;
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB('migration refused: revision ktk02 finds ' ||
      migrator_count ||
      ' duplicate' ||
      CASE WHEN migrator_count = 1 THEN '' ELSE 's' END ||
      ' in worker (name, firm_id)' ||
      CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' ||
      migrator_first ||
      ')' END ||
      '. Nothing of this revision was changed. Mend the rows, and run the script again.', 1, 2000));
  END IF;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

DECLARE
  migrator_rows NUMBER;
BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') <> 'migrator:go:' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 1 THEN
    DBMS_OUTPUT.PUT_LINE('revision ktk02: applied already');
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_rows FROM migrator_version_ledger
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a';
  IF migrator_rows = 0 THEN
    DELETE FROM migrator_version_ledger WHERE NOT direction = 'lock';
    INSERT INTO migrator_version_ledger (revision, direction, step, steps, state, digest, script)
    VALUES ('ktk02', 'up', 0, 11, 'done', 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a', '4b2b8787f89a4dbb775606427a543c6e3df94cbeac491afc05428bd3186ad014');
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
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a'
      AND (step > 1 OR step = 1 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk01') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision ktk02 needs the database at ktk01, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 1 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 1 of 11 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (drop foreign key worker_firm_number of table worker (revisions/02_later.ts:16)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 0, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 1, state = 'started'
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- drop foreign key worker_firm_number of table worker (revisions/02_later.ts:16)
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
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a'
      AND (step > 1 OR step = 1 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'alter table "worker" drop constraint "worker_firm_number"';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 0, state = 'done'
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 1, state = 'done'
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a';
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
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a'
      AND (step > 2 OR step = 2 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk01') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision ktk02 needs the database at ktk01, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 2 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 2 of 11 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (drop index worker_name_mail of table worker (revisions/02_later.ts:16)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 1, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 2, state = 'started'
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- drop index worker_name_mail of table worker (revisions/02_later.ts:16)
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
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a'
      AND (step > 2 OR step = 2 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'drop index "worker_name_mail"';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 1, state = 'done'
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 2, state = 'done'
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a';
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
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a'
      AND (step > 3 OR step = 3 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk01') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision ktk02 needs the database at ktk01, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 3 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 3 of 11 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (drop unique constraint worker_mail_unique of table worker (revisions/02_later.ts:16)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 2, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 3, state = 'started'
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- drop unique constraint worker_mail_unique of table worker (revisions/02_later.ts:16)
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
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a'
      AND (step > 3 OR step = 3 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'alter table "worker" drop constraint "worker_mail_unique"';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 2, state = 'done'
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 3, state = 'done'
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a';
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
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a'
      AND (step > 4 OR step = 4 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk01') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision ktk02 needs the database at ktk01, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 4 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 4 of 11 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (add column worker.third_firm_id (integer) (revisions/02_later.ts:21)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 3, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 4, state = 'started'
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- add column worker.third_firm_id (integer) (revisions/02_later.ts:21)
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
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a'
      AND (step > 4 OR step = 4 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'alter table "worker" add "third_firm_id" integer';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 3, state = 'done'
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 4, state = 'done'
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a';
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
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a'
      AND (step > 5 OR step = 5 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk01') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision ktk02 needs the database at ktk01, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 5 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 5 of 11 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (add foreign key worker_third_firm_id_foreign on third_firm_id to firm (id) to table worker (revisions/02_later.ts:21)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 4, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 5, state = 'started'
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- add foreign key worker_third_firm_id_foreign on third_firm_id to firm (id) to table worker
--   (revisions/02_later.ts:21)
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
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a'
      AND (step > 5 OR step = 5 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE q'[alter table "worker"
add constraint "worker_third_firm_id_foreign" foreign key ("third_firm_id") references "firm" ("id")]';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 4, state = 'done'
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 5, state = 'done'
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a';
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
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a'
      AND (step > 6 OR step = 6 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk01') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision ktk02 needs the database at ktk01, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 6 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 6 of 11 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (add unique constraint worker_name_in_firm on name, firm_id to table worker (revisions/02_later.ts:21)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 5, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 6, state = 'started'
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- add unique constraint worker_name_in_firm on name, firm_id to table worker (revisions/02_later.ts:21)
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
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a'
      AND (step > 6 OR step = 6 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'alter table "worker" add constraint "worker_name_in_firm" unique ("name", "firm_id")';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 5, state = 'done'
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 6, state = 'done'
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a';
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
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a'
      AND (step > 7 OR step = 7 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk01') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision ktk02 needs the database at ktk01, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 7 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 7 of 11 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (create index worker_name_firm_id_mail_index on worker (name, firm_id, mail) (revisions/02_later.ts:21)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 6, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 7, state = 'started'
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- create index worker_name_firm_id_mail_index on worker (name, firm_id, mail) (revisions/02_later.ts:21)
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
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a'
      AND (step > 7 OR step = 7 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'create index "worker_name_firm_id_mail_index" on "worker" ("name", "firm_id", "mail")';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 6, state = 'done'
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 7, state = 'done'
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a';
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
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a'
      AND (step > 8 OR step = 8 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk01') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision ktk02 needs the database at ktk01, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 8 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 8 of 11 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (rename table badge to pass (revisions/02_later.ts:26)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 7, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 8, state = 'started'
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- rename table badge to pass (revisions/02_later.ts:26)
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
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a'
      AND (step > 8 OR step = 8 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'alter table "badge" rename to "pass"';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 7, state = 'done'
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 8, state = 'done'
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a';
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
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a'
      AND (step > 9 OR step = 9 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk01') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision ktk02 needs the database at ktk01, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 9 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 9 of 11 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (add column pass.until (date) (revisions/02_later.ts:27)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 8, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 9, state = 'started'
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- add column pass.until (date) (revisions/02_later.ts:27)
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
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a'
      AND (step > 9 OR step = 9 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'alter table "pass" add "until" date';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 8, state = 'done'
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 9, state = 'done'
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a';
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
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a'
      AND (step > 10 OR step = 10 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk01') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision ktk02 needs the database at ktk01, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 10 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 10 of 11 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (rename column pass.issue to edition (revisions/02_later.ts:27)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 9, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 10, state = 'started'
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- rename column pass.issue to edition (revisions/02_later.ts:27)
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
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a'
      AND (step > 10 OR step = 10 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'alter table "pass" rename column "issue" to "edition"';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 9, state = 'done'
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 10, state = 'done'
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a';
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
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a'
      AND (step > 11 OR step = 11 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk01') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision ktk02 needs the database at ktk01, but it is at ' ||
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
    WHERE revision = 'ktk02' AND direction = 'up' AND digest = 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a'
      AND (step > 11 OR step = 11 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  UPDATE migrator_version SET version_num = 'ktk02' WHERE version_num = 'ktk01';
  migrator_moved := migrator_moved + SQL%ROWCOUNT;
  IF migrator_moved <> 1 THEN
    RAISE_APPLICATION_ERROR(-20004, 'migration undone: the version table did not move the 1 rows that it should');
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk02') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration undone: revision ktk02 should leave the database at ktk02, but it is at ' ||
        migrator_found || '. This transaction was undone. Another session may have changed the version table.', 1, 2000));
  END IF;
  DELETE FROM migrator_version_ledger WHERE NOT direction = 'lock';
  INSERT INTO migrator_version_ledger (revision, direction, step, steps, state, digest, script)
    VALUES ('ktk02', 'up', 11, 11, 'done', 'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a', '4b2b8787f89a4dbb775606427a543c6e3df94cbeac491afc05428bd3186ad014');
  INSERT INTO migrator_version_log
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ktk02', 'up', 'The same on tables that are there.', SYSTIMESTAMP, SYS_CONTEXT('USERENV', 'SESSION_USER'),
      'ca406ec011d7359715bcbdd52e03816a124dd0bdb703f0f8e82d721cfe125d7a', '4b2b8787f89a4dbb775606427a543c6e3df94cbeac491afc05428bd3186ad014', 0
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
  DBMS_OUTPUT.PUT_LINE('revision ktk02: committed');
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
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk02') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration not complete: upgrade.sql should leave the database at ktk02, but it is at ' ||
        migrator_found || '. Read the messages above this one: something failed.', 1, 2000));
  END IF;
  DELETE FROM migrator_version_ledger;
  COMMIT;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  DBMS_OUTPUT.PUT_LINE('done: the database is at ktk02');
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/
SPOOL OFF
EXIT SUCCESS ROLLBACK
