-- downgrade.sql: made by migrator for Oracle Database 19 and sqlplus
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: pk02
-- To:   base
-- Version table: migrator_version
-- Script: 90dea2ff26781811069b5706c8a5bfcaa819425330e5bc7c5598785142be6e4b
--
-- Revisions, in this order:
--   1. down pk02 A table altered in one go by a knex migration.
--      sha256 c9a12fe4cf6a4e098fd40e737cbb01f3bd5dbc8f4e95f2aef480c09e146042d4
--   2. down pk01 A knex migration as it was.
--      sha256 c2c258f9a670b74b901bbf16207ff254f007b8a648071d730bc8cb2739aa2775
--
-- Steps that lose data:
--   pk02 loses the values of column users.nickname.
--   pk02 loses the values of column users.age.
--   pk01 loses the rows of table posts.
--   pk01 loses the rows of table users.
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
--   migrator downgrade --sql WHERE_IT_IS:base --target oracle
-- It refuses, too, unless what it expects holds:
--   it expects a database that takes changes
--
-- Where the database is at "To" already, it says so, changes nothing, and ends with a status other than 0.
--
-- Before a revision loses rows or values it counts them, and refuses when there are any. To accept that
-- they are lost, turn on the switch that is marked SWITCH below:
--   write on for off in the block that sets migrator:accept_loss
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
SPOOL "downgrade.log"
SET ECHO ON
WHENEVER OSERROR EXIT FAILURE ROLLBACK
WHENEVER SQLERROR EXIT FAILURE ROLLBACK
-- ==== SWITCH: off unless you accept that the rows and values counted below are lost ====
-- On: write on for off in the block that sets migrator:accept_loss
BEGIN
  DBMS_SESSION.SET_IDENTIFIER('migrator:accept_loss=off');
END;
/
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
    EXECUTE IMMEDIATE q'[SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('pk02') THEN version_num END) = 1 THEN 1 ELSE 0 END,
    CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
    NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
  FROM migrator_version]'
      INTO migrator_fits, migrator_done, migrator_found;
  ELSE
    RAISE_APPLICATION_ERROR(-20003, SUBSTRB('migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at pk02. Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_tables FROM all_tables
    WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGRATOR_VERSION_LEDGER';
  IF migrator_tables > 0 THEN
    EXECUTE IMMEDIATE q'[SELECT COUNT(CASE WHEN (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '90dea2ff26781811069b5706c8a5bfcaa819425330e5bc7c5598785142be6e4b' THEN 1 END),
    NVL(MAX(CASE WHEN script = '90dea2ff26781811069b5706c8a5bfcaa819425330e5bc7c5598785142be6e4b' THEN 1 ELSE 0 END), 0)
  FROM migrator_version_ledger]'
      INTO migrator_left, migrator_place;
    IF migrator_fits <> 1 AND migrator_place > 0 THEN
      migrator_place := CASE migrator_found
        WHEN 'pk01' THEN 1
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
    RAISE_APPLICATION_ERROR(-20002, 'already applied: the database is at base, nothing was changed');
  END IF;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: downgrade.sql needs the database at pk02, but it is at ' ||
        migrator_found || '. Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.', 1, 2000));
  END IF;
  EXECUTE IMMEDIATE q'[SELECT CASE WHEN SYS_CONTEXT('USERENV', 'DATABASE_ROLE') = 'PHYSICAL STANDBY' THEN 'expects a database that takes changes, but this one is a standby' END FROM dual]'
    INTO migrator_fault;
  IF migrator_fault IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20003, SUBSTRB('migration refused: downgrade.sql ' || migrator_fault ||
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

-- ==== undoing revision pk02 A table altered in one go by a knex migration. ====
-- from pk02 to pk01, revisions/02_a_table_altered.ts
-- It loses the values of column users.nickname.
-- It loses the values of column users.age.


-- undoing revision pk02 stops here, with their number and where the first is, when there are
--   values of users.nickname, which would be lost
--   values of users.age, which would be lost
DECLARE
  migrator_count NUMBER;
  migrator_first VARCHAR2(4000);
  migrator_past NUMBER;
BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') <> 'migrator:go:' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 0 THEN
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE revision = 'pk02' AND direction = 'down' AND digest = '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b'
      AND (step > 1 OR step = 1 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM "users" WHERE "nickname" IS NOT NULL'
    INTO migrator_count;
  IF migrator_count > 0 THEN
    BEGIN
      EXECUTE IMMEDIATE q'[SELECT found FROM (SELECT 'id = ' || SUBSTR(TO_CHAR("id"), 1, 60) AS found FROM "users" WHERE "nickname" IS NOT NULL ORDER BY "id") WHERE ROWNUM = 1]'
        INTO migrator_first;
    EXCEPTION WHEN NO_DATA_FOUND THEN migrator_first := NULL;
    END;
    IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_IDENTIFIER'), '-') = 'migrator:accept_loss=on' THEN
    DBMS_OUTPUT.PUT_LINE('loss accepted: undoing revision pk02 would lose ' ||
      migrator_count ||
      ' value' ||
      CASE WHEN migrator_count = 1 THEN '' ELSE 's' END ||
      ' of users.nickname' ||
      CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' ||
      migrator_first ||
      ')' END);
    ELSE
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB('migration refused: undoing revision pk02 would lose ' ||
      migrator_count ||
      ' value' ||
      CASE WHEN migrator_count = 1 THEN '' ELSE 's' END ||
      ' of users.nickname' ||
      CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' ||
      migrator_first ||
      ')' END ||
      '. Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.', 1, 2000));
    END IF;
  END IF;
  EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM "users" WHERE "age" IS NOT NULL'
    INTO migrator_count;
  IF migrator_count > 0 THEN
    BEGIN
      EXECUTE IMMEDIATE q'[SELECT found FROM (SELECT 'id = ' || SUBSTR(TO_CHAR("id"), 1, 60) AS found FROM "users" WHERE "age" IS NOT NULL ORDER BY "id") WHERE ROWNUM = 1]'
        INTO migrator_first;
    EXCEPTION WHEN NO_DATA_FOUND THEN migrator_first := NULL;
    END;
    IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_IDENTIFIER'), '-') = 'migrator:accept_loss=on' THEN
    DBMS_OUTPUT.PUT_LINE('loss accepted: undoing revision pk02 would lose ' ||
      migrator_count ||
      ' value' ||
      CASE WHEN migrator_count = 1 THEN '' ELSE 's' END ||
      ' of users.age' ||
      CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' ||
      migrator_first ||
      ')' END);
    ELSE
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB('migration refused: undoing revision pk02 would lose ' ||
      migrator_count ||
      ' value' ||
      CASE WHEN migrator_count = 1 THEN '' ELSE 's' END ||
      ' of users.age' ||
      CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' ||
      migrator_first ||
      ')' END ||
      '. Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.', 1, 2000));
    END IF;
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
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 0 THEN
    DBMS_OUTPUT.PUT_LINE('revision pk02: applied already');
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_rows FROM migrator_version_ledger
    WHERE revision = 'pk02' AND direction = 'down' AND digest = '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b';
  IF migrator_rows = 0 THEN
    DELETE FROM migrator_version_ledger WHERE NOT direction = 'lock';
    INSERT INTO migrator_version_ledger (revision, direction, step, steps, state, digest, script)
    VALUES ('pk02', 'down', 0, 6, 'done', '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b', '90dea2ff26781811069b5706c8a5bfcaa819425330e5bc7c5598785142be6e4b');
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
    WHERE revision = 'pk02' AND direction = 'down' AND digest = '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b'
      AND (step > 1 OR step = 1 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('pk02') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision pk02 needs the database at pk02, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 1 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 1 of 6 of revision pk02 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (rename column users.country to code (revisions/02_a_table_altered.ts:26)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 0, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 1, state = 'started'
    WHERE revision = 'pk02' AND direction = 'down' AND digest = '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- rename column users.country to code (revisions/02_a_table_altered.ts:26)
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
    WHERE revision = 'pk02' AND direction = 'down' AND digest = '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b'
      AND (step > 1 OR step = 1 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'alter table "users" rename column "country" to "code"';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 0, state = 'done'
    WHERE revision = 'pk02' AND direction = 'down' AND digest = '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 1, state = 'done'
    WHERE revision = 'pk02' AND direction = 'down' AND digest = '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b';
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
    WHERE revision = 'pk02' AND direction = 'down' AND digest = '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b'
      AND (step > 2 OR step = 2 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('pk02') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision pk02 needs the database at pk02, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 2 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 2 of 6 of revision pk02 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (drop index users_nickname of table users (revisions/02_a_table_altered.ts:26)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 1, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 2, state = 'started'
    WHERE revision = 'pk02' AND direction = 'down' AND digest = '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- drop index users_nickname of table users (revisions/02_a_table_altered.ts:26)
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
    WHERE revision = 'pk02' AND direction = 'down' AND digest = '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b'
      AND (step > 2 OR step = 2 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'drop index "users_nickname"';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 1, state = 'done'
    WHERE revision = 'pk02' AND direction = 'down' AND digest = '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 2, state = 'done'
    WHERE revision = 'pk02' AND direction = 'down' AND digest = '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- undoing revision pk02 stops here, with their number and where the first is, when there are
--   values of users.nickname, which would be lost
--   values of users.age, which would be lost
DECLARE
  migrator_count NUMBER;
  migrator_first VARCHAR2(4000);
  migrator_past NUMBER;
BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') <> 'migrator:go:' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 0 THEN
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE revision = 'pk02' AND direction = 'down' AND digest = '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b'
      AND (step > 3 OR step = 3 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM "users" WHERE "nickname" IS NOT NULL'
    INTO migrator_count;
  IF migrator_count > 0 THEN
    BEGIN
      EXECUTE IMMEDIATE q'[SELECT found FROM (SELECT 'id = ' || SUBSTR(TO_CHAR("id"), 1, 60) AS found FROM "users" WHERE "nickname" IS NOT NULL ORDER BY "id") WHERE ROWNUM = 1]'
        INTO migrator_first;
    EXCEPTION WHEN NO_DATA_FOUND THEN migrator_first := NULL;
    END;
    IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_IDENTIFIER'), '-') = 'migrator:accept_loss=on' THEN
    DBMS_OUTPUT.PUT_LINE('loss accepted: undoing revision pk02 would lose ' ||
      migrator_count ||
      ' value' ||
      CASE WHEN migrator_count = 1 THEN '' ELSE 's' END ||
      ' of users.nickname' ||
      CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' ||
      migrator_first ||
      ')' END);
    ELSE
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB('migration refused: undoing revision pk02 would lose ' ||
      migrator_count ||
      ' value' ||
      CASE WHEN migrator_count = 1 THEN '' ELSE 's' END ||
      ' of users.nickname' ||
      CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' ||
      migrator_first ||
      ')' END ||
      '. What this revision did before stays: see the comments above. Keep what is needed, or accept the loss with the switch at the top of this script.', 1, 2000));
    END IF;
  END IF;
  EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM "users" WHERE "age" IS NOT NULL'
    INTO migrator_count;
  IF migrator_count > 0 THEN
    BEGIN
      EXECUTE IMMEDIATE q'[SELECT found FROM (SELECT 'id = ' || SUBSTR(TO_CHAR("id"), 1, 60) AS found FROM "users" WHERE "age" IS NOT NULL ORDER BY "id") WHERE ROWNUM = 1]'
        INTO migrator_first;
    EXCEPTION WHEN NO_DATA_FOUND THEN migrator_first := NULL;
    END;
    IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_IDENTIFIER'), '-') = 'migrator:accept_loss=on' THEN
    DBMS_OUTPUT.PUT_LINE('loss accepted: undoing revision pk02 would lose ' ||
      migrator_count ||
      ' value' ||
      CASE WHEN migrator_count = 1 THEN '' ELSE 's' END ||
      ' of users.age' ||
      CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' ||
      migrator_first ||
      ')' END);
    ELSE
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB('migration refused: undoing revision pk02 would lose ' ||
      migrator_count ||
      ' value' ||
      CASE WHEN migrator_count = 1 THEN '' ELSE 's' END ||
      ' of users.age' ||
      CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' ||
      migrator_first ||
      ')' END ||
      '. What this revision did before stays: see the comments above. Keep what is needed, or accept the loss with the switch at the top of this script.', 1, 2000));
    END IF;
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
    WHERE revision = 'pk02' AND direction = 'down' AND digest = '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b'
      AND (step > 3 OR step = 3 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('pk02') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision pk02 needs the database at pk02, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 3 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 3 of 6 of revision pk02 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (add column users.score (float) (revisions/02_a_table_altered.ts:30)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 2, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 3, state = 'started'
    WHERE revision = 'pk02' AND direction = 'down' AND digest = '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- add column users.score (float) (revisions/02_a_table_altered.ts:30)
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
    WHERE revision = 'pk02' AND direction = 'down' AND digest = '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b'
      AND (step > 3 OR step = 3 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'alter table "users" add "score" float';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 2, state = 'done'
    WHERE revision = 'pk02' AND direction = 'down' AND digest = '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 3, state = 'done'
    WHERE revision = 'pk02' AND direction = 'down' AND digest = '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b';
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
    WHERE revision = 'pk02' AND direction = 'down' AND digest = '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b'
      AND (step > 4 OR step = 4 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('pk02') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision pk02 needs the database at pk02, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 4 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 4 of 6 of revision pk02 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (drop column users.nickname (revisions/02_a_table_altered.ts:30)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 3, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 4, state = 'started'
    WHERE revision = 'pk02' AND direction = 'down' AND digest = '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- drop column users.nickname (revisions/02_a_table_altered.ts:30)
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
    WHERE revision = 'pk02' AND direction = 'down' AND digest = '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b'
      AND (step > 4 OR step = 4 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'alter table "users" drop ("nickname")';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 3, state = 'done'
    WHERE revision = 'pk02' AND direction = 'down' AND digest = '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 4, state = 'done'
    WHERE revision = 'pk02' AND direction = 'down' AND digest = '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b';
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
    WHERE revision = 'pk02' AND direction = 'down' AND digest = '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b'
      AND (step > 5 OR step = 5 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('pk02') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision pk02 needs the database at pk02, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 5 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 5 of 6 of revision pk02 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (drop column users.age (revisions/02_a_table_altered.ts:30)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 4, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 5, state = 'started'
    WHERE revision = 'pk02' AND direction = 'down' AND digest = '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- drop column users.age (revisions/02_a_table_altered.ts:30)
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
    WHERE revision = 'pk02' AND direction = 'down' AND digest = '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b'
      AND (step > 5 OR step = 5 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'alter table "users" drop ("age")';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 4, state = 'done'
    WHERE revision = 'pk02' AND direction = 'down' AND digest = '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 5, state = 'done'
    WHERE revision = 'pk02' AND direction = 'down' AND digest = '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b';
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
    WHERE revision = 'pk02' AND direction = 'down' AND digest = '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b'
      AND (step > 6 OR step = 6 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
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
    WHERE revision = 'pk02' AND direction = 'down' AND digest = '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b'
      AND (step > 6 OR step = 6 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
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
  DELETE FROM migrator_version_ledger WHERE NOT direction = 'lock';
  INSERT INTO migrator_version_ledger (revision, direction, step, steps, state, digest, script)
    VALUES ('pk02', 'down', 6, 6, 'done', '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b', '90dea2ff26781811069b5706c8a5bfcaa819425330e5bc7c5598785142be6e4b');
  INSERT INTO migrator_version_log
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'pk02', 'down', 'A table altered in one go by a knex migration.', SYSTIMESTAMP, SYS_CONTEXT('USERENV', 'SESSION_USER'),
      '5db01fc29080ef349d9183ab4eae413c89434f969c9df6e55c9fe5eadf69311b', '90dea2ff26781811069b5706c8a5bfcaa819425330e5bc7c5598785142be6e4b', CASE WHEN NVL(SYS_CONTEXT('USERENV', 'CLIENT_IDENTIFIER'), '-') = 'migrator:accept_loss=on' THEN 1 ELSE 0 END
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
  DBMS_OUTPUT.PUT_LINE('revision pk02: committed');
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/


-- ==== undoing revision pk01 A knex migration as it was. ====
-- from pk01 to base, revisions/01_a_knex_migration.ts
-- It loses the rows of table posts.
-- It loses the rows of table users.


-- undoing revision pk01 stops here, with their number and where the first is, when there are
--   rows of posts, which would be lost
--   rows of users, which would be lost
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
    WHERE revision = 'pk01' AND direction = 'down' AND digest = '415d4eafe62c06bd3d56f01d3d1cd85c0287edf813ee1514c8a21cdbd64f377e'
      AND (step > 1 OR step = 1 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM "posts"'
    INTO migrator_count;
  IF migrator_count > 0 THEN
    BEGIN
      EXECUTE IMMEDIATE q'[SELECT found FROM (SELECT 'id = ' || SUBSTR(TO_CHAR("id"), 1, 60) AS found FROM "posts" ORDER BY "id") WHERE ROWNUM = 1]'
        INTO migrator_first;
    EXCEPTION WHEN NO_DATA_FOUND THEN migrator_first := NULL;
    END;
    IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_IDENTIFIER'), '-') = 'migrator:accept_loss=on' THEN
    DBMS_OUTPUT.PUT_LINE('loss accepted: undoing revision pk01 would lose ' ||
      migrator_count ||
      ' row' ||
      CASE WHEN migrator_count = 1 THEN '' ELSE 's' END ||
      ' of posts' ||
      CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' ||
      migrator_first ||
      ')' END);
    ELSE
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB('migration refused: undoing revision pk01 would lose ' ||
      migrator_count ||
      ' row' ||
      CASE WHEN migrator_count = 1 THEN '' ELSE 's' END ||
      ' of posts' ||
      CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' ||
      migrator_first ||
      ')' END ||
      '. Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.', 1, 2000));
    END IF;
  END IF;
  EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM "users"'
    INTO migrator_count;
  IF migrator_count > 0 THEN
    BEGIN
      EXECUTE IMMEDIATE q'[SELECT found FROM (SELECT 'id = ' || SUBSTR(TO_CHAR("id"), 1, 60) AS found FROM "users" ORDER BY "id") WHERE ROWNUM = 1]'
        INTO migrator_first;
    EXCEPTION WHEN NO_DATA_FOUND THEN migrator_first := NULL;
    END;
    IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_IDENTIFIER'), '-') = 'migrator:accept_loss=on' THEN
    DBMS_OUTPUT.PUT_LINE('loss accepted: undoing revision pk01 would lose ' ||
      migrator_count ||
      ' row' ||
      CASE WHEN migrator_count = 1 THEN '' ELSE 's' END ||
      ' of users' ||
      CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' ||
      migrator_first ||
      ')' END);
    ELSE
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB('migration refused: undoing revision pk01 would lose ' ||
      migrator_count ||
      ' row' ||
      CASE WHEN migrator_count = 1 THEN '' ELSE 's' END ||
      ' of users' ||
      CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' ||
      migrator_first ||
      ')' END ||
      '. Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.', 1, 2000));
    END IF;
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
    DBMS_OUTPUT.PUT_LINE('revision pk01: applied already');
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_rows FROM migrator_version_ledger
    WHERE revision = 'pk01' AND direction = 'down' AND digest = '415d4eafe62c06bd3d56f01d3d1cd85c0287edf813ee1514c8a21cdbd64f377e';
  IF migrator_rows = 0 THEN
    DELETE FROM migrator_version_ledger WHERE NOT direction = 'lock';
    INSERT INTO migrator_version_ledger (revision, direction, step, steps, state, digest, script)
    VALUES ('pk01', 'down', 0, 3, 'done', '415d4eafe62c06bd3d56f01d3d1cd85c0287edf813ee1514c8a21cdbd64f377e', '90dea2ff26781811069b5706c8a5bfcaa819425330e5bc7c5598785142be6e4b');
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
    WHERE revision = 'pk01' AND direction = 'down' AND digest = '415d4eafe62c06bd3d56f01d3d1cd85c0287edf813ee1514c8a21cdbd64f377e'
      AND (step > 1 OR step = 1 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('pk01') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision pk01 needs the database at pk01, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 1 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 1 of 3 of revision pk01 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (drop table posts (revisions/01_a_knex_migration.ts:44)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 0, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 1, state = 'started'
    WHERE revision = 'pk01' AND direction = 'down' AND digest = '415d4eafe62c06bd3d56f01d3d1cd85c0287edf813ee1514c8a21cdbd64f377e';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- drop table posts (revisions/01_a_knex_migration.ts:44)
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
    WHERE revision = 'pk01' AND direction = 'down' AND digest = '415d4eafe62c06bd3d56f01d3d1cd85c0287edf813ee1514c8a21cdbd64f377e'
      AND (step > 1 OR step = 1 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'drop table "posts"';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 0, state = 'done'
    WHERE revision = 'pk01' AND direction = 'down' AND digest = '415d4eafe62c06bd3d56f01d3d1cd85c0287edf813ee1514c8a21cdbd64f377e';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 1, state = 'done'
    WHERE revision = 'pk01' AND direction = 'down' AND digest = '415d4eafe62c06bd3d56f01d3d1cd85c0287edf813ee1514c8a21cdbd64f377e';
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
    WHERE revision = 'pk01' AND direction = 'down' AND digest = '415d4eafe62c06bd3d56f01d3d1cd85c0287edf813ee1514c8a21cdbd64f377e'
      AND (step > 2 OR step = 2 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('pk01') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision pk01 needs the database at pk01, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 2 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 2 of 3 of revision pk01 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (drop table users if it exists (revisions/01_a_knex_migration.ts:44)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 1, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 2, state = 'started'
    WHERE revision = 'pk01' AND direction = 'down' AND digest = '415d4eafe62c06bd3d56f01d3d1cd85c0287edf813ee1514c8a21cdbd64f377e';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- drop table users if it exists (revisions/01_a_knex_migration.ts:44)
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
    WHERE revision = 'pk01' AND direction = 'down' AND digest = '415d4eafe62c06bd3d56f01d3d1cd85c0287edf813ee1514c8a21cdbd64f377e'
      AND (step > 2 OR step = 2 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE q'[begin execute immediate 'drop table "users"'; exception when others then if sqlcode not in (-942) then raise; end if; end;]';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 1, state = 'done'
    WHERE revision = 'pk01' AND direction = 'down' AND digest = '415d4eafe62c06bd3d56f01d3d1cd85c0287edf813ee1514c8a21cdbd64f377e';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 2, state = 'done'
    WHERE revision = 'pk01' AND direction = 'down' AND digest = '415d4eafe62c06bd3d56f01d3d1cd85c0287edf813ee1514c8a21cdbd64f377e';
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
    WHERE revision = 'pk01' AND direction = 'down' AND digest = '415d4eafe62c06bd3d56f01d3d1cd85c0287edf813ee1514c8a21cdbd64f377e'
      AND (step > 3 OR step = 3 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
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
    WHERE revision = 'pk01' AND direction = 'down' AND digest = '415d4eafe62c06bd3d56f01d3d1cd85c0287edf813ee1514c8a21cdbd64f377e'
      AND (step > 3 OR step = 3 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
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
  DELETE FROM migrator_version_ledger WHERE NOT direction = 'lock';
  INSERT INTO migrator_version_ledger (revision, direction, step, steps, state, digest, script)
    VALUES ('pk01', 'down', 3, 3, 'done', '415d4eafe62c06bd3d56f01d3d1cd85c0287edf813ee1514c8a21cdbd64f377e', '90dea2ff26781811069b5706c8a5bfcaa819425330e5bc7c5598785142be6e4b');
  INSERT INTO migrator_version_log
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'pk01', 'down', 'A knex migration as it was.', SYSTIMESTAMP, SYS_CONTEXT('USERENV', 'SESSION_USER'),
      '415d4eafe62c06bd3d56f01d3d1cd85c0287edf813ee1514c8a21cdbd64f377e', '90dea2ff26781811069b5706c8a5bfcaa819425330e5bc7c5598785142be6e4b', CASE WHEN NVL(SYS_CONTEXT('USERENV', 'CLIENT_IDENTIFIER'), '-') = 'migrator:accept_loss=on' THEN 1 ELSE 0 END
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
  migrator_past NUMBER;
BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') <> 'migrator:go:' THEN
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
  DELETE FROM migrator_version_ledger;
  COMMIT;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  DBMS_OUTPUT.PUT_LINE('done: the database is at base');
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/
SPOOL OFF
EXIT SUCCESS ROLLBACK
