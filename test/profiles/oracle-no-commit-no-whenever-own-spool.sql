-- downgrade.sql: made by migrator for Oracle Database 19 and sqlplus
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: dat02
-- To:   base
-- Version table: migrator_version
-- Script: 23670b33acb02dd340d740f2d2f9f03aeee898db527a9a694f9d8a26a414c68b
--
-- Revisions, in this order:
--   1. down dat02 Rows inserted, updated and deleted by knex.
--      sha256 066cd194814c908801a6e6fc8413ab884b9fbc2bc929452759a082f8b57c77d9
--   2. down dat01 Two tables.
--      sha256 022967d1f0d556e6e51bdbe1ec8ec6d0a680f03e1d5545bcf66727a95b9ba0fb
--
-- Steps that lose data:
--   dat02 loses rows of table new, which it deletes.
--   dat01 loses the rows of table new.
--   dat01 loses the rows of table old.
--
-- Run it:
--   NLS_LANG=.AL32UTF8 sqlplus -L USER@DATABASE @downgrade.sql
--   Run it in a new session. What is not committed there when it begins is refused.
--   When its last words are "done, and not committed yet", COMMIT before you leave the session.
--   After an error ROLLBACK, unless the script says that COMMIT keeps how far it came; then mend it and run the same file again.
--
-- Profile: sqlplus
-- House rules: no commit, no whenever, own spool
-- Given up:
--   Only what stands after the last schema change waits for your COMMIT: Oracle commits each schema change by itself, and with it all that stands before it, rows and version rows, too.
--   Knowing how the last schema change ended: after ROLLBACK, or when the session was lost before COMMIT, the same file refuses and asks whether it took effect.
--   A stop at the first error: the blocks after it do nothing, and each says so.
--   An exit status: the session stays open for your COMMIT.
--   A log of what ran, which the script or its command line would leave: keep your own.
-- Still protected:
--   At any other place than "From" nothing is changed, and each revision asks again.
--   No step is done twice unseen, whoever commits or undoes what, and when: that a step has begun is never committed later than what it does.
--   The version rows move after the last statement of their revision, and are committed with it or after it.
--   The last block fails when anything before it did; where the script leaves SQL*Plus, the exit status is its.
--
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
-- Where the database is at "To" already, it says so, changes nothing, and ends with an error.
--
-- Before a revision loses rows or values it counts them, and refuses when there are any. To accept that
-- they are lost, turn on the switch that is marked SWITCH below:
--   write on for off in the block that sets migrator:accept_loss
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
  IF DBMS_TRANSACTION.LOCAL_TRANSACTION_ID IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20003, 'migration refused: this session has changed something that is not committed, and the next schema change would commit it. Nothing was changed: COMMIT or ROLLBACK, and run this file again.');
  END IF;
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
    migrator_holder := DBMS_SESSION.UNIQUE_SESSION_ID;
  END IF;
  SELECT COUNT(*) INTO migrator_tables FROM all_tables
    WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGRATOR_VERSION';
  IF migrator_tables > 0 THEN
    EXECUTE IMMEDIATE q'[SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('dat02') THEN version_num END) = 1 THEN 1 ELSE 0 END,
    CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
    NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
  FROM migrator_version]'
      INTO migrator_fits, migrator_done, migrator_found;
  ELSE
    RAISE_APPLICATION_ERROR(-20003, SUBSTRB('migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at dat02. Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_tables FROM all_tables
    WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGRATOR_VERSION_LEDGER';
  IF migrator_tables > 0 THEN
    EXECUTE IMMEDIATE q'[SELECT COUNT(CASE WHEN (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '23670b33acb02dd340d740f2d2f9f03aeee898db527a9a694f9d8a26a414c68b' THEN 1 END),
    NVL(MAX(CASE WHEN script = '23670b33acb02dd340d740f2d2f9f03aeee898db527a9a694f9d8a26a414c68b' THEN 1 ELSE 0 END), 0)
  FROM migrator_version_ledger]'
      INTO migrator_left, migrator_place;
    IF migrator_fits <> 1 AND migrator_place > 0 THEN
      migrator_place := CASE migrator_found
        WHEN 'dat01' THEN 1
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
      SUBSTRB('migration refused: downgrade.sql needs the database at dat02, but it is at ' ||
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
  IF NOT NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 16), '-') = 'migrator:failed:' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  END IF;
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
  migrator_holder := DBMS_SESSION.UNIQUE_SESSION_ID;
EXCEPTION WHEN OTHERS THEN
  IF NOT NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 16), '-') = 'migrator:failed:' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  END IF;
  RAISE;
END;
/

-- ==== undoing revision dat02 Rows inserted, updated and deleted by knex. ====
-- from dat02 to dat01, revisions/02_rows_changed_by.ts
-- It loses rows of table new, which it deletes.


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
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('dat02') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision dat02 needs the database at dat02, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 1 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 1 of 1 of revision dat02 failed in an earlier run, and what it had done by then was committed. ROLLBACK here. Undo in a new session what that step did, UPDATE migrator_version_ledger SET step = 0, state = 'done', and COMMIT. Then run this file again.]', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE revision = 'dat02' AND direction = 'down' AND digest = '6540ff6792d24c21a11e0402ef125997a54c2c540cc93545f6949439cc3b648d';
  IF migrator_past = 0 THEN
    DELETE FROM migrator_version_ledger WHERE NOT direction = 'lock';
    INSERT INTO migrator_version_ledger (revision, direction, step, steps, state, digest, script)
    VALUES ('dat02', 'down', 0, 1, 'done', '6540ff6792d24c21a11e0402ef125997a54c2c540cc93545f6949439cc3b648d', '23670b33acb02dd340d740f2d2f9f03aeee898db527a9a694f9d8a26a414c68b');
  END IF;
EXCEPTION WHEN OTHERS THEN
  IF NOT NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 16), '-') = 'migrator:failed:' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  END IF;
  RAISE;
END;
/

-- delete from new (revisions/02_rows_changed_by.ts:39)
BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') <> 'migrator:go:' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 0 THEN
    RETURN;
  END IF;
  UPDATE migrator_version_ledger SET step = 1, state = 'started'
    WHERE revision = 'dat02' AND direction = 'down' AND digest = '6540ff6792d24c21a11e0402ef125997a54c2c540cc93545f6949439cc3b648d'
      AND (step = 0 AND state = 'done' OR step = 1 AND state = 'started');
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20004,
      'migration refused: the ledger is not where this script left it');
  END IF;
  EXECUTE IMMEDIATE 'delete from "new"';
EXCEPTION WHEN OTHERS THEN
  IF NOT NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 16), '-') = 'migrator:failed:' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  END IF;
  RAISE;
END;
/

-- update old (revisions/02_rows_changed_by.ts:40)
BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') <> 'migrator:go:' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 0 THEN
    RETURN;
  END IF;
  UPDATE migrator_version_ledger SET step = 1, state = 'started'
    WHERE revision = 'dat02' AND direction = 'down' AND digest = '6540ff6792d24c21a11e0402ef125997a54c2c540cc93545f6949439cc3b648d'
      AND (step = 0 AND state = 'done' OR step = 1 AND state = 'started');
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20004,
      'migration refused: the ledger is not where this script left it');
  END IF;
  EXECUTE IMMEDIATE q'[update "old" set "name" = 'it''s three?', "price" = 3, "since" = date '2025-12-31' where "id" = 3]';
EXCEPTION WHEN OTHERS THEN
  IF NOT NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 16), '-') = 'migrator:failed:' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  END IF;
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
  UPDATE migrator_version_ledger SET step = 1, state = 'done'
    WHERE revision = 'dat02' AND direction = 'down' AND digest = '6540ff6792d24c21a11e0402ef125997a54c2c540cc93545f6949439cc3b648d'
      AND (step = 0 AND state = 'done' OR step = 1 AND state = 'started');
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20004,
      'migration refused: the ledger is not where this script left it');
  END IF;
  UPDATE migrator_version SET version_num = 'dat01' WHERE version_num = 'dat02';
  migrator_moved := migrator_moved + SQL%ROWCOUNT;
  IF migrator_moved <> 1 THEN
    RAISE_APPLICATION_ERROR(-20004, 'migration not complete: the version table did not move the 1 rows that it should');
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('dat01') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration not complete: revision dat02 should leave the database at dat01, but it is at ' ||
        migrator_found || '. What is not committed is not whole: ROLLBACK. Another session may have changed the version table.', 1, 2000));
  END IF;
  INSERT INTO migrator_version_log
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'dat02', 'down', 'Rows inserted, updated and deleted by knex.', SYSTIMESTAMP, SYS_CONTEXT('USERENV', 'SESSION_USER'),
      '6540ff6792d24c21a11e0402ef125997a54c2c540cc93545f6949439cc3b648d', '23670b33acb02dd340d740f2d2f9f03aeee898db527a9a694f9d8a26a414c68b', CASE WHEN NVL(SYS_CONTEXT('USERENV', 'CLIENT_IDENTIFIER'), '-') = 'migrator:accept_loss=on' THEN 1 ELSE 0 END
    FROM migrator_version_log;
EXCEPTION WHEN OTHERS THEN
  IF NOT NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 16), '-') = 'migrator:failed:' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  END IF;
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
  DBMS_OUTPUT.PUT_LINE('revision dat02: done, and not committed yet');
EXCEPTION WHEN OTHERS THEN
  IF NOT NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 16), '-') = 'migrator:failed:' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  END IF;
  RAISE;
END;
/


-- ==== undoing revision dat01 Two tables. ====
-- from dat01 to base, revisions/01_two_tables.ts
-- It loses the rows of table new.
-- It loses the rows of table old.


-- undoing revision dat01 stops here, with their number and where the first is, when there are
--   rows of new, which would be lost
--   rows of old, which would be lost
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
    WHERE revision = 'dat01' AND direction = 'down' AND digest = '8e33295c9d62454143d19b76adb9cdc89ac02d319dc7918b2f92fc880c5d1340'
      AND (step > 1 OR step = 1 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM "new"'
    INTO migrator_count;
  IF migrator_count > 0 THEN
    BEGIN
      EXECUTE IMMEDIATE q'[SELECT found FROM (SELECT 'id = ' || SUBSTR(TO_CHAR("id"), 1, 60) AS found FROM "new" ORDER BY "id") WHERE ROWNUM = 1]'
        INTO migrator_first;
    EXCEPTION WHEN NO_DATA_FOUND THEN migrator_first := NULL;
    END;
    IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_IDENTIFIER'), '-') = 'migrator:accept_loss=on' THEN
    DBMS_OUTPUT.PUT_LINE('loss accepted: undoing revision dat01 would lose ' ||
      migrator_count ||
      ' row' ||
      CASE WHEN migrator_count = 1 THEN '' ELSE 's' END ||
      ' of new' ||
      CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' ||
      migrator_first ||
      ')' END);
    ELSE
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB('migration refused: undoing revision dat01 would lose ' ||
      migrator_count ||
      ' row' ||
      CASE WHEN migrator_count = 1 THEN '' ELSE 's' END ||
      ' of new' ||
      CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' ||
      migrator_first ||
      ')' END ||
      '. Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.', 1, 2000));
    END IF;
  END IF;
  EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM "old"'
    INTO migrator_count;
  IF migrator_count > 0 THEN
    BEGIN
      EXECUTE IMMEDIATE q'[SELECT found FROM (SELECT 'id = ' || SUBSTR(TO_CHAR("id"), 1, 60) AS found FROM "old" ORDER BY "id") WHERE ROWNUM = 1]'
        INTO migrator_first;
    EXCEPTION WHEN NO_DATA_FOUND THEN migrator_first := NULL;
    END;
    IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_IDENTIFIER'), '-') = 'migrator:accept_loss=on' THEN
    DBMS_OUTPUT.PUT_LINE('loss accepted: undoing revision dat01 would lose ' ||
      migrator_count ||
      ' row' ||
      CASE WHEN migrator_count = 1 THEN '' ELSE 's' END ||
      ' of old' ||
      CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' ||
      migrator_first ||
      ')' END);
    ELSE
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB('migration refused: undoing revision dat01 would lose ' ||
      migrator_count ||
      ' row' ||
      CASE WHEN migrator_count = 1 THEN '' ELSE 's' END ||
      ' of old' ||
      CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' ||
      migrator_first ||
      ')' END ||
      '. Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.', 1, 2000));
    END IF;
  END IF;
EXCEPTION WHEN OTHERS THEN
  IF NOT NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 16), '-') = 'migrator:failed:' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  END IF;
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
    DBMS_OUTPUT.PUT_LINE('revision dat01: applied already');
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_rows FROM migrator_version_ledger
    WHERE revision = 'dat01' AND direction = 'down' AND digest = '8e33295c9d62454143d19b76adb9cdc89ac02d319dc7918b2f92fc880c5d1340';
  IF migrator_rows = 0 THEN
    DELETE FROM migrator_version_ledger WHERE NOT direction = 'lock';
    INSERT INTO migrator_version_ledger (revision, direction, step, steps, state, digest, script)
    VALUES ('dat01', 'down', 0, 3, 'done', '8e33295c9d62454143d19b76adb9cdc89ac02d319dc7918b2f92fc880c5d1340', '23670b33acb02dd340d740f2d2f9f03aeee898db527a9a694f9d8a26a414c68b');
  END IF;
EXCEPTION WHEN OTHERS THEN
  IF NOT NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 16), '-') = 'migrator:failed:' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  END IF;
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
    WHERE revision = 'dat01' AND direction = 'down' AND digest = '8e33295c9d62454143d19b76adb9cdc89ac02d319dc7918b2f92fc880c5d1340'
      AND (step > 1 OR step = 1 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('dat01') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision dat01 needs the database at dat01, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 1 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 1 of 3 of revision dat01 was begun by an earlier run, and nobody knows whether it took effect. ROLLBACK here. See in a new session whether that step (drop table new (revisions/01_two_tables.ts:33)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 0, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 1, state = 'started'
    WHERE revision = 'dat01' AND direction = 'down' AND digest = '8e33295c9d62454143d19b76adb9cdc89ac02d319dc7918b2f92fc880c5d1340'
      AND (step = 0 AND state = 'done');
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20004,
      'migration refused: the ledger is not where this script left it');
  END IF;
EXCEPTION WHEN OTHERS THEN
  IF NOT NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 16), '-') = 'migrator:failed:' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  END IF;
  RAISE;
END;
/

-- drop table new (revisions/01_two_tables.ts:33)
-- Oracle commits this schema change at once, and all that stands above it.
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
    WHERE revision = 'dat01' AND direction = 'down' AND digest = '8e33295c9d62454143d19b76adb9cdc89ac02d319dc7918b2f92fc880c5d1340'
      AND (step > 1 OR step = 1 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'drop table "new"';
  EXCEPTION WHEN OTHERS THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migrator:failed:8e33295c9d624541:1');
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 1, state = 'done'
    WHERE revision = 'dat01' AND direction = 'down' AND digest = '8e33295c9d62454143d19b76adb9cdc89ac02d319dc7918b2f92fc880c5d1340'
      AND (step = 1 AND state = 'started');
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20004,
      'migration refused: the ledger is not where this script left it');
  END IF;
EXCEPTION WHEN OTHERS THEN
  IF NOT NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 16), '-') = 'migrator:failed:' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  END IF;
  RAISE;
END;
/

-- undoing revision dat01 stops here, with their number and where the first is, when there are
--   rows of old, which would be lost
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
    WHERE revision = 'dat01' AND direction = 'down' AND digest = '8e33295c9d62454143d19b76adb9cdc89ac02d319dc7918b2f92fc880c5d1340'
      AND (step > 2 OR step = 2 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM "old"'
    INTO migrator_count;
  IF migrator_count > 0 THEN
    BEGIN
      EXECUTE IMMEDIATE q'[SELECT found FROM (SELECT 'id = ' || SUBSTR(TO_CHAR("id"), 1, 60) AS found FROM "old" ORDER BY "id") WHERE ROWNUM = 1]'
        INTO migrator_first;
    EXCEPTION WHEN NO_DATA_FOUND THEN migrator_first := NULL;
    END;
    IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_IDENTIFIER'), '-') = 'migrator:accept_loss=on' THEN
    DBMS_OUTPUT.PUT_LINE('loss accepted: undoing revision dat01 would lose ' ||
      migrator_count ||
      ' row' ||
      CASE WHEN migrator_count = 1 THEN '' ELSE 's' END ||
      ' of old' ||
      CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' ||
      migrator_first ||
      ')' END);
    ELSE
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB('migration refused: undoing revision dat01 would lose ' ||
      migrator_count ||
      ' row' ||
      CASE WHEN migrator_count = 1 THEN '' ELSE 's' END ||
      ' of old' ||
      CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' ||
      migrator_first ||
      ')' END ||
      '. What this revision did before stays: see the comments above. Keep what is needed, or accept the loss with the switch at the top of this script.', 1, 2000));
    END IF;
  END IF;
EXCEPTION WHEN OTHERS THEN
  IF NOT NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 16), '-') = 'migrator:failed:' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  END IF;
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
    WHERE revision = 'dat01' AND direction = 'down' AND digest = '8e33295c9d62454143d19b76adb9cdc89ac02d319dc7918b2f92fc880c5d1340'
      AND (step > 2 OR step = 2 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('dat01') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision dat01 needs the database at dat01, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 2 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 2 of 3 of revision dat01 was begun by an earlier run, and nobody knows whether it took effect. ROLLBACK here. See in a new session whether that step (drop table old (revisions/01_two_tables.ts:34)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 1, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 2, state = 'started'
    WHERE revision = 'dat01' AND direction = 'down' AND digest = '8e33295c9d62454143d19b76adb9cdc89ac02d319dc7918b2f92fc880c5d1340'
      AND (step = 1 AND state = 'done');
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20004,
      'migration refused: the ledger is not where this script left it');
  END IF;
EXCEPTION WHEN OTHERS THEN
  IF NOT NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 16), '-') = 'migrator:failed:' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  END IF;
  RAISE;
END;
/

-- drop table old (revisions/01_two_tables.ts:34)
-- Oracle commits this schema change at once, and all that stands above it.
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
    WHERE revision = 'dat01' AND direction = 'down' AND digest = '8e33295c9d62454143d19b76adb9cdc89ac02d319dc7918b2f92fc880c5d1340'
      AND (step > 2 OR step = 2 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'drop table "old"';
  EXCEPTION WHEN OTHERS THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migrator:failed:8e33295c9d624541:2');
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 2, state = 'done'
    WHERE revision = 'dat01' AND direction = 'down' AND digest = '8e33295c9d62454143d19b76adb9cdc89ac02d319dc7918b2f92fc880c5d1340'
      AND (step = 2 AND state = 'started');
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20004,
      'migration refused: the ledger is not where this script left it');
  END IF;
EXCEPTION WHEN OTHERS THEN
  IF NOT NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 16), '-') = 'migrator:failed:' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  END IF;
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
    WHERE revision = 'dat01' AND direction = 'down' AND digest = '8e33295c9d62454143d19b76adb9cdc89ac02d319dc7918b2f92fc880c5d1340'
      AND (step > 3 OR step = 3 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('dat01') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision dat01 needs the database at dat01, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 3 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 3 of 3 of revision dat01 failed in an earlier run, and what it had done by then was committed. ROLLBACK here. Undo in a new session what that step did, UPDATE migrator_version_ledger SET step = 2, state = 'done', and COMMIT. Then run this file again.]', 1, 2000));
  END IF;
EXCEPTION WHEN OTHERS THEN
  IF NOT NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 16), '-') = 'migrator:failed:' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  END IF;
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
    WHERE revision = 'dat01' AND direction = 'down' AND digest = '8e33295c9d62454143d19b76adb9cdc89ac02d319dc7918b2f92fc880c5d1340'
      AND (step > 3 OR step = 3 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  UPDATE migrator_version_ledger SET step = 3, state = 'done'
    WHERE revision = 'dat01' AND direction = 'down' AND digest = '8e33295c9d62454143d19b76adb9cdc89ac02d319dc7918b2f92fc880c5d1340'
      AND (step = 2 AND state = 'done' OR step = 3 AND state = 'started');
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20004,
      'migration refused: the ledger is not where this script left it');
  END IF;
  DELETE FROM migrator_version WHERE version_num IN ('dat01');
  migrator_moved := migrator_moved + SQL%ROWCOUNT;
  IF migrator_moved <> 1 THEN
    RAISE_APPLICATION_ERROR(-20004, 'migration not complete: the version table did not move the 1 rows that it should');
  END IF;
  SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration not complete: revision dat01 should leave the database at base, but it is at ' ||
        migrator_found || '. What is not committed is not whole: ROLLBACK. Another session may have changed the version table.', 1, 2000));
  END IF;
  INSERT INTO migrator_version_log
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'dat01', 'down', 'Two tables.', SYSTIMESTAMP, SYS_CONTEXT('USERENV', 'SESSION_USER'),
      '8e33295c9d62454143d19b76adb9cdc89ac02d319dc7918b2f92fc880c5d1340', '23670b33acb02dd340d740f2d2f9f03aeee898db527a9a694f9d8a26a414c68b', CASE WHEN NVL(SYS_CONTEXT('USERENV', 'CLIENT_IDENTIFIER'), '-') = 'migrator:accept_loss=on' THEN 1 ELSE 0 END
    FROM migrator_version_log;
EXCEPTION WHEN OTHERS THEN
  IF NOT NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 16), '-') = 'migrator:failed:' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  END IF;
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
  DBMS_OUTPUT.PUT_LINE('revision dat01: done, and not committed yet');
EXCEPTION WHEN OTHERS THEN
  IF NOT NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 16), '-') = 'migrator:failed:' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  END IF;
  RAISE;
END;
/


BEGIN
  IF NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 16), '-') = 'migrator:failed:' THEN
    UPDATE migrator_version_ledger SET step = step - 1, state = 'done'
      WHERE state = 'started' AND SUBSTR(digest, 1, 16) || ':' || step = SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 17);
    IF SQL%ROWCOUNT = 1 THEN
      DBMS_OUTPUT.PUT_LINE('the schema change that failed changed nothing, unless it is said above to stand. COMMIT keeps on record how far this script came, and the same file run again goes on there; after ROLLBACK it asks first how that change ended.');
    END IF;
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  END IF;
EXCEPTION WHEN OTHERS THEN
  IF NOT NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 16), '-') = 'migrator:failed:' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  END IF;
  RAISE;
END;
/

DECLARE
  migrator_fits NUMBER;
  migrator_found VARCHAR2(4000);
  migrator_past NUMBER;
BEGIN
  IF NOT NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 12), '-') = 'migrator:go:' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration not complete: no guard has passed in this session, or a statement failed. What is not committed is not whole: ROLLBACK, unless the line above this message says COMMIT.');
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
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  DBMS_OUTPUT.PUT_LINE('done, and not committed yet: the database is at base after COMMIT');
EXCEPTION WHEN OTHERS THEN
  IF NOT NVL(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 1, 16), '-') = 'migrator:failed:' THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  END IF;
  RAISE;
END;
/
