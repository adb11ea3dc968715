-- upgrade.sql: made by migrator for Oracle Database 19 and sqlplus
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   c5386ab0
-- Version table: migrator_version
-- Script: b01d8cd8bc033ec8df5a153466ba44eac94453cf8cca9d31e50aedff2f54a5c4
--
-- Revisions, in this order:
--   1. up a5386ab0 A table with rows
--      sha256 1be683bc487dd591b6b634749af57d381291192f52b0e93660b4ef13ad57297f
--   2. up b5386ab0 A check that leaves the old rows alone
--      sha256 25b9745eac64fc091561a23820a2df6bcf0d55c48b3af186c3481dcad0d16c32
--   3. up c5386ab0 A check that looks at old rows later (NOT VALID)
--      sha256 6b596fe9d2f89131d763ad5158b534e931c9143aa20c8859b59c7c3a01d79730
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
--   migrator bundle WHERE_IT_IS:c5386ab0 --target oracle
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
    CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c5386ab0') THEN version_num END) = 1 THEN 1 ELSE 0 END,
    NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
  FROM migrator_version]'
      INTO migrator_fits, migrator_done, migrator_found;
  END IF;
  SELECT COUNT(*) INTO migrator_tables FROM all_tables
    WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGRATOR_VERSION_LEDGER';
  IF migrator_tables > 0 THEN
    EXECUTE IMMEDIATE q'[SELECT COUNT(CASE WHEN (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'b01d8cd8bc033ec8df5a153466ba44eac94453cf8cca9d31e50aedff2f54a5c4' THEN 1 END),
    NVL(MAX(CASE WHEN script = 'b01d8cd8bc033ec8df5a153466ba44eac94453cf8cca9d31e50aedff2f54a5c4' THEN 1 ELSE 0 END), 0)
  FROM migrator_version_ledger]'
      INTO migrator_left, migrator_place;
    IF migrator_fits <> 1 AND migrator_place > 0 THEN
      migrator_place := CASE migrator_found
        WHEN 'a5386ab0' THEN 1
        WHEN 'b5386ab0' THEN 2
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
    RAISE_APPLICATION_ERROR(-20002, 'already applied: the database is at c5386ab0, nothing was changed');
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

-- ==== revision a5386ab0 A table with rows ====
-- from base to a5386ab0, revisions/a5386ab0_tables.ts


DECLARE
  migrator_rows NUMBER;
BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') <> 'migrator:go:' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 0 THEN
    DBMS_OUTPUT.PUT_LINE('revision a5386ab0: applied already');
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_rows FROM migrator_version_ledger
    WHERE revision = 'a5386ab0' AND direction = 'up' AND digest = '36f882cea5a4a8743dd2c54eb75f4f56d45133da8cb61e1182d1ca0581732f20';
  IF migrator_rows = 0 THEN
    DELETE FROM migrator_version_ledger WHERE NOT direction = 'lock';
    INSERT INTO migrator_version_ledger (revision, direction, step, steps, state, digest, script)
    VALUES ('a5386ab0', 'up', 0, 3, 'done', '36f882cea5a4a8743dd2c54eb75f4f56d45133da8cb61e1182d1ca0581732f20', 'b01d8cd8bc033ec8df5a153466ba44eac94453cf8cca9d31e50aedff2f54a5c4');
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
    WHERE revision = 'a5386ab0' AND direction = 'up' AND digest = '36f882cea5a4a8743dd2c54eb75f4f56d45133da8cb61e1182d1ca0581732f20'
      AND (step > 1 OR step = 1 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision a5386ab0 needs the database at base, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 1 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 1 of 3 of revision a5386ab0 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (create table item (6 columns) (revisions/a5386ab0_tables.ts:8)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 0, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 1, state = 'started'
    WHERE revision = 'a5386ab0' AND direction = 'up' AND digest = '36f882cea5a4a8743dd2c54eb75f4f56d45133da8cb61e1182d1ca0581732f20';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- create table item (6 columns) (revisions/a5386ab0_tables.ts:8)
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
    WHERE revision = 'a5386ab0' AND direction = 'up' AND digest = '36f882cea5a4a8743dd2c54eb75f4f56d45133da8cb61e1182d1ca0581732f20'
      AND (step > 1 OR step = 1 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE q'[create table "item" (
  "id" integer not null,
  "name" varchar2(40 char) not null,
  "state" varchar2(10 char) default 'open' not null,
  "amount" integer default 1 not null,
  "price" integer,
  "due" date
)]';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 0, state = 'done'
    WHERE revision = 'a5386ab0' AND direction = 'up' AND digest = '36f882cea5a4a8743dd2c54eb75f4f56d45133da8cb61e1182d1ca0581732f20';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 1, state = 'done'
    WHERE revision = 'a5386ab0' AND direction = 'up' AND digest = '36f882cea5a4a8743dd2c54eb75f4f56d45133da8cb61e1182d1ca0581732f20';
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
    WHERE revision = 'a5386ab0' AND direction = 'up' AND digest = '36f882cea5a4a8743dd2c54eb75f4f56d45133da8cb61e1182d1ca0581732f20'
      AND (step > 2 OR step = 2 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision a5386ab0 needs the database at base, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 2 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 2 of 3 of revision a5386ab0 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (add primary key on id to table item (revisions/a5386ab0_tables.ts:8)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 1, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 2, state = 'started'
    WHERE revision = 'a5386ab0' AND direction = 'up' AND digest = '36f882cea5a4a8743dd2c54eb75f4f56d45133da8cb61e1182d1ca0581732f20';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- add primary key on id to table item (revisions/a5386ab0_tables.ts:8)
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
    WHERE revision = 'a5386ab0' AND direction = 'up' AND digest = '36f882cea5a4a8743dd2c54eb75f4f56d45133da8cb61e1182d1ca0581732f20'
      AND (step > 2 OR step = 2 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'alter table "item" add constraint "item_pkey" primary key ("id")';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 1, state = 'done'
    WHERE revision = 'a5386ab0' AND direction = 'up' AND digest = '36f882cea5a4a8743dd2c54eb75f4f56d45133da8cb61e1182d1ca0581732f20';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 2, state = 'done'
    WHERE revision = 'a5386ab0' AND direction = 'up' AND digest = '36f882cea5a4a8743dd2c54eb75f4f56d45133da8cb61e1182d1ca0581732f20';
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
    WHERE revision = 'a5386ab0' AND direction = 'up' AND digest = '36f882cea5a4a8743dd2c54eb75f4f56d45133da8cb61e1182d1ca0581732f20'
      AND (step > 3 OR step = 3 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision a5386ab0 needs the database at base, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- insert 2 rows into item (revisions/a5386ab0_tables.ts:16)
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
    WHERE revision = 'a5386ab0' AND direction = 'up' AND digest = '36f882cea5a4a8743dd2c54eb75f4f56d45133da8cb61e1182d1ca0581732f20'
      AND (step > 3 OR step = 3 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  EXECUTE IMMEDIATE q'[insert into "item" ("id", "name", "state", "amount", "price", "due")
  select 1, 'Käse', 'open', 2, 30, date '2026-01-31' from dual union all
  select 2, 'O''Brien', 'done', 0, NULL, NULL from dual]';
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
    WHERE revision = 'a5386ab0' AND direction = 'up' AND digest = '36f882cea5a4a8743dd2c54eb75f4f56d45133da8cb61e1182d1ca0581732f20'
      AND (step > 3 OR step = 3 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  INSERT INTO migrator_version (version_num) VALUES ('a5386ab0');
  migrator_moved := migrator_moved + SQL%ROWCOUNT;
  IF migrator_moved <> 1 THEN
    RAISE_APPLICATION_ERROR(-20004, 'migration undone: the version table did not move the 1 rows that it should');
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a5386ab0') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration undone: revision a5386ab0 should leave the database at a5386ab0, but it is at ' ||
        migrator_found || '. This transaction was undone. Another session may have changed the version table.', 1, 2000));
  END IF;
  DELETE FROM migrator_version_ledger WHERE NOT direction = 'lock';
  INSERT INTO migrator_version_ledger (revision, direction, step, steps, state, digest, script)
    VALUES ('a5386ab0', 'up', 3, 3, 'done', '36f882cea5a4a8743dd2c54eb75f4f56d45133da8cb61e1182d1ca0581732f20', 'b01d8cd8bc033ec8df5a153466ba44eac94453cf8cca9d31e50aedff2f54a5c4');
  INSERT INTO migrator_version_log
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'a5386ab0', 'up', 'A table with rows', SYSTIMESTAMP, SYS_CONTEXT('USERENV', 'SESSION_USER'),
      '36f882cea5a4a8743dd2c54eb75f4f56d45133da8cb61e1182d1ca0581732f20', 'b01d8cd8bc033ec8df5a153466ba44eac94453cf8cca9d31e50aedff2f54a5c4', 0
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
  DBMS_OUTPUT.PUT_LINE('revision a5386ab0: committed');
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/


-- ==== revision b5386ab0 A check that leaves the old rows alone ====
-- from a5386ab0 to b5386ab0, revisions/b5386ab0_not_valid.ts


DECLARE
  migrator_rows NUMBER;
BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') <> 'migrator:go:' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 1 THEN
    DBMS_OUTPUT.PUT_LINE('revision b5386ab0: applied already');
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_rows FROM migrator_version_ledger
    WHERE revision = 'b5386ab0' AND direction = 'up' AND digest = '889e885608aee066177e914a528dc2a73c0711cb7881c471eb45a54d542eac5a';
  IF migrator_rows = 0 THEN
    DELETE FROM migrator_version_ledger WHERE NOT direction = 'lock';
    INSERT INTO migrator_version_ledger (revision, direction, step, steps, state, digest, script)
    VALUES ('b5386ab0', 'up', 0, 2, 'done', '889e885608aee066177e914a528dc2a73c0711cb7881c471eb45a54d542eac5a', 'b01d8cd8bc033ec8df5a153466ba44eac94453cf8cca9d31e50aedff2f54a5c4');
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
    WHERE revision = 'b5386ab0' AND direction = 'up' AND digest = '889e885608aee066177e914a528dc2a73c0711cb7881c471eb45a54d542eac5a'
      AND (step > 1 OR step = 1 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a5386ab0') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision b5386ab0 needs the database at a5386ab0, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 1 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 1 of 2 of revision b5386ab0 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (add check constraint item_amount to table item (revisions/b5386ab0_not_valid.ts:9)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 0, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 1, state = 'started'
    WHERE revision = 'b5386ab0' AND direction = 'up' AND digest = '889e885608aee066177e914a528dc2a73c0711cb7881c471eb45a54d542eac5a';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- add check constraint item_amount to table item (revisions/b5386ab0_not_valid.ts:9)
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
    WHERE revision = 'b5386ab0' AND direction = 'up' AND digest = '889e885608aee066177e914a528dc2a73c0711cb7881c471eb45a54d542eac5a'
      AND (step > 1 OR step = 1 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'alter table "item" add constraint "item_amount" check ("amount" < 100) enable novalidate';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 0, state = 'done'
    WHERE revision = 'b5386ab0' AND direction = 'up' AND digest = '889e885608aee066177e914a528dc2a73c0711cb7881c471eb45a54d542eac5a';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 1, state = 'done'
    WHERE revision = 'b5386ab0' AND direction = 'up' AND digest = '889e885608aee066177e914a528dc2a73c0711cb7881c471eb45a54d542eac5a';
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
    WHERE revision = 'b5386ab0' AND direction = 'up' AND digest = '889e885608aee066177e914a528dc2a73c0711cb7881c471eb45a54d542eac5a'
      AND (step > 2 OR step = 2 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a5386ab0') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision b5386ab0 needs the database at a5386ab0, but it is at ' ||
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
    WHERE revision = 'b5386ab0' AND direction = 'up' AND digest = '889e885608aee066177e914a528dc2a73c0711cb7881c471eb45a54d542eac5a'
      AND (step > 2 OR step = 2 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  UPDATE migrator_version SET version_num = 'b5386ab0' WHERE version_num = 'a5386ab0';
  migrator_moved := migrator_moved + SQL%ROWCOUNT;
  IF migrator_moved <> 1 THEN
    RAISE_APPLICATION_ERROR(-20004, 'migration undone: the version table did not move the 1 rows that it should');
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b5386ab0') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration undone: revision b5386ab0 should leave the database at b5386ab0, but it is at ' ||
        migrator_found || '. This transaction was undone. Another session may have changed the version table.', 1, 2000));
  END IF;
  DELETE FROM migrator_version_ledger WHERE NOT direction = 'lock';
  INSERT INTO migrator_version_ledger (revision, direction, step, steps, state, digest, script)
    VALUES ('b5386ab0', 'up', 2, 2, 'done', '889e885608aee066177e914a528dc2a73c0711cb7881c471eb45a54d542eac5a', 'b01d8cd8bc033ec8df5a153466ba44eac94453cf8cca9d31e50aedff2f54a5c4');
  INSERT INTO migrator_version_log
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'b5386ab0', 'up', 'A check that leaves the old rows alone', SYSTIMESTAMP, SYS_CONTEXT('USERENV', 'SESSION_USER'),
      '889e885608aee066177e914a528dc2a73c0711cb7881c471eb45a54d542eac5a', 'b01d8cd8bc033ec8df5a153466ba44eac94453cf8cca9d31e50aedff2f54a5c4', 0
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
  DBMS_OUTPUT.PUT_LINE('revision b5386ab0: committed');
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/


-- ==== revision c5386ab0 A check that looks at old rows later (NOT VALID) ====
-- from b5386ab0 to c5386ab0, revisions/c5386ab0_validated.ts


-- revision c5386ab0 stops here, with their number and where the first is, when there are
--   rows of item against the check item_amount, with which a statement below would fail
DECLARE
  migrator_count NUMBER;
  migrator_first VARCHAR2(4000);
  migrator_past NUMBER;
BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') <> 'migrator:go:' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 2 THEN
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE revision = 'c5386ab0' AND direction = 'up' AND digest = '6d71103d5b33812494163b0ab0fdd5d193052220f8ade6a486a49dcad3b485f8'
      AND (step > 1 OR step = 1 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM "item" WHERE NOT ("amount" < 100)'
    INTO migrator_count;
  IF migrator_count > 0 THEN
    BEGIN
      EXECUTE IMMEDIATE q'[SELECT found FROM (SELECT 'id = ' || SUBSTR(TO_CHAR("id"), 1, 60) AS found FROM "item" WHERE NOT ("amount" < 100) ORDER BY "id") WHERE ROWNUM = 1]'
        INTO migrator_first;
    EXCEPTION WHEN NO_DATA_FOUND THEN migrator_first := NULL;
    END;
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB('migration refused: revision c5386ab0 finds ' ||
      migrator_count ||
      ' row' ||
      CASE WHEN migrator_count = 1 THEN '' ELSE 's' END ||
      ' of item against the check item_amount' ||
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
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 2 THEN
    DBMS_OUTPUT.PUT_LINE('revision c5386ab0: applied already');
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_rows FROM migrator_version_ledger
    WHERE revision = 'c5386ab0' AND direction = 'up' AND digest = '6d71103d5b33812494163b0ab0fdd5d193052220f8ade6a486a49dcad3b485f8';
  IF migrator_rows = 0 THEN
    DELETE FROM migrator_version_ledger WHERE NOT direction = 'lock';
    INSERT INTO migrator_version_ledger (revision, direction, step, steps, state, digest, script)
    VALUES ('c5386ab0', 'up', 0, 2, 'done', '6d71103d5b33812494163b0ab0fdd5d193052220f8ade6a486a49dcad3b485f8', 'b01d8cd8bc033ec8df5a153466ba44eac94453cf8cca9d31e50aedff2f54a5c4');
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
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 2 THEN
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE revision = 'c5386ab0' AND direction = 'up' AND digest = '6d71103d5b33812494163b0ab0fdd5d193052220f8ade6a486a49dcad3b485f8'
      AND (step > 1 OR step = 1 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b5386ab0') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision c5386ab0 needs the database at b5386ab0, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 1 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 1 of 2 of revision c5386ab0 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (validate constraint item_amount of table item (revisions/c5386ab0_validated.ts:8)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 0, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 1, state = 'started'
    WHERE revision = 'c5386ab0' AND direction = 'up' AND digest = '6d71103d5b33812494163b0ab0fdd5d193052220f8ade6a486a49dcad3b485f8';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- validate constraint item_amount of table item (revisions/c5386ab0_validated.ts:8)
DECLARE
  migrator_past NUMBER;
BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') <> 'migrator:go:' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 2 THEN
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE revision = 'c5386ab0' AND direction = 'up' AND digest = '6d71103d5b33812494163b0ab0fdd5d193052220f8ade6a486a49dcad3b485f8'
      AND (step > 1 OR step = 1 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'alter table "item" modify constraint "item_amount" enable validate';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 0, state = 'done'
    WHERE revision = 'c5386ab0' AND direction = 'up' AND digest = '6d71103d5b33812494163b0ab0fdd5d193052220f8ade6a486a49dcad3b485f8';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 1, state = 'done'
    WHERE revision = 'c5386ab0' AND direction = 'up' AND digest = '6d71103d5b33812494163b0ab0fdd5d193052220f8ade6a486a49dcad3b485f8';
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
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 2 THEN
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE revision = 'c5386ab0' AND direction = 'up' AND digest = '6d71103d5b33812494163b0ab0fdd5d193052220f8ade6a486a49dcad3b485f8'
      AND (step > 2 OR step = 2 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b5386ab0') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision c5386ab0 needs the database at b5386ab0, but it is at ' ||
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
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 2 THEN
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE revision = 'c5386ab0' AND direction = 'up' AND digest = '6d71103d5b33812494163b0ab0fdd5d193052220f8ade6a486a49dcad3b485f8'
      AND (step > 2 OR step = 2 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  UPDATE migrator_version SET version_num = 'c5386ab0' WHERE version_num = 'b5386ab0';
  migrator_moved := migrator_moved + SQL%ROWCOUNT;
  IF migrator_moved <> 1 THEN
    RAISE_APPLICATION_ERROR(-20004, 'migration undone: the version table did not move the 1 rows that it should');
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c5386ab0') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration undone: revision c5386ab0 should leave the database at c5386ab0, but it is at ' ||
        migrator_found || '. This transaction was undone. Another session may have changed the version table.', 1, 2000));
  END IF;
  DELETE FROM migrator_version_ledger WHERE NOT direction = 'lock';
  INSERT INTO migrator_version_ledger (revision, direction, step, steps, state, digest, script)
    VALUES ('c5386ab0', 'up', 2, 2, 'done', '6d71103d5b33812494163b0ab0fdd5d193052220f8ade6a486a49dcad3b485f8', 'b01d8cd8bc033ec8df5a153466ba44eac94453cf8cca9d31e50aedff2f54a5c4');
  INSERT INTO migrator_version_log
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'c5386ab0', 'up', 'A check that looks at old rows later (NOT VALID)', SYSTIMESTAMP, SYS_CONTEXT('USERENV', 'SESSION_USER'),
      '6d71103d5b33812494163b0ab0fdd5d193052220f8ade6a486a49dcad3b485f8', 'b01d8cd8bc033ec8df5a153466ba44eac94453cf8cca9d31e50aedff2f54a5c4', 0
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
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 2 THEN
    RETURN;
  END IF;
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('revision c5386ab0: committed');
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
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c5386ab0') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration not complete: upgrade.sql should leave the database at c5386ab0, but it is at ' ||
        migrator_found || '. Read the messages above this one: something failed.', 1, 2000));
  END IF;
  DELETE FROM migrator_version_ledger;
  COMMIT;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  DBMS_OUTPUT.PUT_LINE('done: the database is at c5386ab0');
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/
SPOOL OFF
EXIT SUCCESS ROLLBACK
