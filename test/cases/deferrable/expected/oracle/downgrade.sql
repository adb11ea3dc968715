-- downgrade.sql: made by migrator for Oracle Database 19 and sqlplus
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: b793c39f
-- To:   base
-- Version table: migrator_version
-- Script: e9edbdbc42435420d86ad347e6537b19b1d150b2cebef3e44e8d89fdb92ea057
--
-- Revisions, in this order:
--   1. down b793c39f A foreign key that is checked at the end of the transaction
--      sha256 a6d4f25c616dbdb84c2348498e177df6b4f9142d594c92f23d02f941ee8fffae
--   2. down a793c39f Two tables with rows
--      sha256 aa2e7ae31c1912c044677455130681a063b84ba29aa588cdaf281e0ec35894c2
--
-- Steps that lose data:
--   a793c39f loses the rows of table part.
--   a793c39f loses the rows of table item.
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
    EXECUTE IMMEDIATE q'[SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b793c39f') THEN version_num END) = 1 THEN 1 ELSE 0 END,
    CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
    NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
  FROM migrator_version]'
      INTO migrator_fits, migrator_done, migrator_found;
  ELSE
    RAISE_APPLICATION_ERROR(-20003, SUBSTRB('migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at b793c39f. Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_tables FROM all_tables
    WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGRATOR_VERSION_LEDGER';
  IF migrator_tables > 0 THEN
    EXECUTE IMMEDIATE q'[SELECT COUNT(CASE WHEN (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'e9edbdbc42435420d86ad347e6537b19b1d150b2cebef3e44e8d89fdb92ea057' THEN 1 END),
    NVL(MAX(CASE WHEN script = 'e9edbdbc42435420d86ad347e6537b19b1d150b2cebef3e44e8d89fdb92ea057' THEN 1 ELSE 0 END), 0)
  FROM migrator_version_ledger]'
      INTO migrator_left, migrator_place;
    IF migrator_fits <> 1 AND migrator_place > 0 THEN
      migrator_place := CASE migrator_found
        WHEN 'a793c39f' THEN 1
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
      SUBSTRB('migration refused: downgrade.sql needs the database at b793c39f, but it is at ' ||
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

-- ==== undoing revision b793c39f A foreign key that is checked at the end of the transaction ====
-- from b793c39f to a793c39f, revisions/b793c39f_deferrable.ts


-- undoing revision b793c39f stops here, with their number and where the first is, when there are
--   rows of part whose item_id no row of item has, with which a statement below would fail
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
    WHERE revision = 'b793c39f' AND direction = 'down' AND digest = '1c03b174623304fe362c751946a859e6e4f3253d947ac91da9e3b4d93e781914'
      AND (step > 1 OR step = 1 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM "part" migrator_row WHERE migrator_row."item_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "item" migrator_other WHERE migrator_other."id" = migrator_row."item_id")'
    INTO migrator_count;
  IF migrator_count > 0 THEN
    BEGIN
      EXECUTE IMMEDIATE q'[SELECT found FROM (SELECT 'id = ' || SUBSTR(TO_CHAR(migrator_row."id"), 1, 60) AS found FROM "part" migrator_row WHERE migrator_row."item_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "item" migrator_other WHERE migrator_other."id" = migrator_row."item_id") ORDER BY migrator_row."id") WHERE ROWNUM = 1]'
        INTO migrator_first;
    EXCEPTION WHEN NO_DATA_FOUND THEN migrator_first := NULL;
    END;
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB('migration refused: undoing revision b793c39f finds ' ||
      migrator_count ||
      ' row' ||
      CASE WHEN migrator_count = 1 THEN '' ELSE 's' END ||
      ' of part whose item_id no row of item has' ||
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
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 0 THEN
    DBMS_OUTPUT.PUT_LINE('revision b793c39f: applied already');
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_rows FROM migrator_version_ledger
    WHERE revision = 'b793c39f' AND direction = 'down' AND digest = '1c03b174623304fe362c751946a859e6e4f3253d947ac91da9e3b4d93e781914';
  IF migrator_rows = 0 THEN
    DELETE FROM migrator_version_ledger WHERE NOT direction = 'lock';
    INSERT INTO migrator_version_ledger (revision, direction, step, steps, state, digest, script)
    VALUES ('b793c39f', 'down', 0, 3, 'done', '1c03b174623304fe362c751946a859e6e4f3253d947ac91da9e3b4d93e781914', 'e9edbdbc42435420d86ad347e6537b19b1d150b2cebef3e44e8d89fdb92ea057');
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
    WHERE revision = 'b793c39f' AND direction = 'down' AND digest = '1c03b174623304fe362c751946a859e6e4f3253d947ac91da9e3b4d93e781914'
      AND (step > 1 OR step = 1 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b793c39f') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision b793c39f needs the database at b793c39f, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 1 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 1 of 3 of revision b793c39f was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (drop foreign key part_item of table part (revisions/b793c39f_deferrable.ts:13)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 0, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 1, state = 'started'
    WHERE revision = 'b793c39f' AND direction = 'down' AND digest = '1c03b174623304fe362c751946a859e6e4f3253d947ac91da9e3b4d93e781914';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- drop foreign key part_item of table part (revisions/b793c39f_deferrable.ts:13)
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
    WHERE revision = 'b793c39f' AND direction = 'down' AND digest = '1c03b174623304fe362c751946a859e6e4f3253d947ac91da9e3b4d93e781914'
      AND (step > 1 OR step = 1 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'alter table "part" drop constraint "part_item"';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 0, state = 'done'
    WHERE revision = 'b793c39f' AND direction = 'down' AND digest = '1c03b174623304fe362c751946a859e6e4f3253d947ac91da9e3b4d93e781914';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 1, state = 'done'
    WHERE revision = 'b793c39f' AND direction = 'down' AND digest = '1c03b174623304fe362c751946a859e6e4f3253d947ac91da9e3b4d93e781914';
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
    WHERE revision = 'b793c39f' AND direction = 'down' AND digest = '1c03b174623304fe362c751946a859e6e4f3253d947ac91da9e3b4d93e781914'
      AND (step > 2 OR step = 2 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b793c39f') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision b793c39f needs the database at b793c39f, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 2 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 2 of 3 of revision b793c39f was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (add foreign key part_item on item_id to item (id) to table part (revisions/b793c39f_deferrable.ts:14)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 1, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 2, state = 'started'
    WHERE revision = 'b793c39f' AND direction = 'down' AND digest = '1c03b174623304fe362c751946a859e6e4f3253d947ac91da9e3b4d93e781914';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- add foreign key part_item on item_id to item (id) to table part (revisions/b793c39f_deferrable.ts:14)
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
    WHERE revision = 'b793c39f' AND direction = 'down' AND digest = '1c03b174623304fe362c751946a859e6e4f3253d947ac91da9e3b4d93e781914'
      AND (step > 2 OR step = 2 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE q'[alter table "part"
add constraint "part_item" foreign key ("item_id") references "item" ("id") on delete cascade]';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 1, state = 'done'
    WHERE revision = 'b793c39f' AND direction = 'down' AND digest = '1c03b174623304fe362c751946a859e6e4f3253d947ac91da9e3b4d93e781914';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 2, state = 'done'
    WHERE revision = 'b793c39f' AND direction = 'down' AND digest = '1c03b174623304fe362c751946a859e6e4f3253d947ac91da9e3b4d93e781914';
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
    WHERE revision = 'b793c39f' AND direction = 'down' AND digest = '1c03b174623304fe362c751946a859e6e4f3253d947ac91da9e3b4d93e781914'
      AND (step > 3 OR step = 3 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b793c39f') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision b793c39f needs the database at b793c39f, but it is at ' ||
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
    WHERE revision = 'b793c39f' AND direction = 'down' AND digest = '1c03b174623304fe362c751946a859e6e4f3253d947ac91da9e3b4d93e781914'
      AND (step > 3 OR step = 3 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  UPDATE migrator_version SET version_num = 'a793c39f' WHERE version_num = 'b793c39f';
  migrator_moved := migrator_moved + SQL%ROWCOUNT;
  IF migrator_moved <> 1 THEN
    RAISE_APPLICATION_ERROR(-20004, 'migration undone: the version table did not move the 1 rows that it should');
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a793c39f') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration undone: revision b793c39f should leave the database at a793c39f, but it is at ' ||
        migrator_found || '. This transaction was undone. Another session may have changed the version table.', 1, 2000));
  END IF;
  DELETE FROM migrator_version_ledger WHERE NOT direction = 'lock';
  INSERT INTO migrator_version_ledger (revision, direction, step, steps, state, digest, script)
    VALUES ('b793c39f', 'down', 3, 3, 'done', '1c03b174623304fe362c751946a859e6e4f3253d947ac91da9e3b4d93e781914', 'e9edbdbc42435420d86ad347e6537b19b1d150b2cebef3e44e8d89fdb92ea057');
  INSERT INTO migrator_version_log
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'b793c39f', 'down', 'A foreign key that is checked at the end of the transaction', SYSTIMESTAMP, SYS_CONTEXT('USERENV', 'SESSION_USER'),
      '1c03b174623304fe362c751946a859e6e4f3253d947ac91da9e3b4d93e781914', 'e9edbdbc42435420d86ad347e6537b19b1d150b2cebef3e44e8d89fdb92ea057', CASE WHEN NVL(SYS_CONTEXT('USERENV', 'CLIENT_IDENTIFIER'), '-') = 'migrator:accept_loss=on' THEN 1 ELSE 0 END
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
  DBMS_OUTPUT.PUT_LINE('revision b793c39f: committed');
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/


-- ==== undoing revision a793c39f Two tables with rows ====
-- from a793c39f to base, revisions/a793c39f_tables.ts
-- It loses the rows of table part.
-- It loses the rows of table item.


-- undoing revision a793c39f stops here, with their number and where the first is, when there are
--   rows of part, which would be lost
--   rows of item, which would be lost
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
    WHERE revision = 'a793c39f' AND direction = 'down' AND digest = 'e84ea58cbea9420ed684f50afdfd8f27cce7042400190fbdc17df1f44158038a'
      AND (step > 1 OR step = 1 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM "part"'
    INTO migrator_count;
  IF migrator_count > 0 THEN
    BEGIN
      EXECUTE IMMEDIATE q'[SELECT found FROM (SELECT 'id = ' || SUBSTR(TO_CHAR("id"), 1, 60) AS found FROM "part" ORDER BY "id") WHERE ROWNUM = 1]'
        INTO migrator_first;
    EXCEPTION WHEN NO_DATA_FOUND THEN migrator_first := NULL;
    END;
    IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_IDENTIFIER'), '-') = 'migrator:accept_loss=on' THEN
    DBMS_OUTPUT.PUT_LINE('loss accepted: undoing revision a793c39f would lose ' ||
      migrator_count ||
      ' row' ||
      CASE WHEN migrator_count = 1 THEN '' ELSE 's' END ||
      ' of part' ||
      CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' ||
      migrator_first ||
      ')' END);
    ELSE
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB('migration refused: undoing revision a793c39f would lose ' ||
      migrator_count ||
      ' row' ||
      CASE WHEN migrator_count = 1 THEN '' ELSE 's' END ||
      ' of part' ||
      CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' ||
      migrator_first ||
      ')' END ||
      '. Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.', 1, 2000));
    END IF;
  END IF;
  EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM "item"'
    INTO migrator_count;
  IF migrator_count > 0 THEN
    BEGIN
      EXECUTE IMMEDIATE q'[SELECT found FROM (SELECT 'id = ' || SUBSTR(TO_CHAR("id"), 1, 60) AS found FROM "item" ORDER BY "id") WHERE ROWNUM = 1]'
        INTO migrator_first;
    EXCEPTION WHEN NO_DATA_FOUND THEN migrator_first := NULL;
    END;
    IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_IDENTIFIER'), '-') = 'migrator:accept_loss=on' THEN
    DBMS_OUTPUT.PUT_LINE('loss accepted: undoing revision a793c39f would lose ' ||
      migrator_count ||
      ' row' ||
      CASE WHEN migrator_count = 1 THEN '' ELSE 's' END ||
      ' of item' ||
      CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' ||
      migrator_first ||
      ')' END);
    ELSE
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB('migration refused: undoing revision a793c39f would lose ' ||
      migrator_count ||
      ' row' ||
      CASE WHEN migrator_count = 1 THEN '' ELSE 's' END ||
      ' of item' ||
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
    DBMS_OUTPUT.PUT_LINE('revision a793c39f: applied already');
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_rows FROM migrator_version_ledger
    WHERE revision = 'a793c39f' AND direction = 'down' AND digest = 'e84ea58cbea9420ed684f50afdfd8f27cce7042400190fbdc17df1f44158038a';
  IF migrator_rows = 0 THEN
    DELETE FROM migrator_version_ledger WHERE NOT direction = 'lock';
    INSERT INTO migrator_version_ledger (revision, direction, step, steps, state, digest, script)
    VALUES ('a793c39f', 'down', 0, 3, 'done', 'e84ea58cbea9420ed684f50afdfd8f27cce7042400190fbdc17df1f44158038a', 'e9edbdbc42435420d86ad347e6537b19b1d150b2cebef3e44e8d89fdb92ea057');
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
    WHERE revision = 'a793c39f' AND direction = 'down' AND digest = 'e84ea58cbea9420ed684f50afdfd8f27cce7042400190fbdc17df1f44158038a'
      AND (step > 1 OR step = 1 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a793c39f') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision a793c39f needs the database at a793c39f, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 1 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 1 of 3 of revision a793c39f was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (drop table part (revisions/a793c39f_tables.ts:32)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 0, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 1, state = 'started'
    WHERE revision = 'a793c39f' AND direction = 'down' AND digest = 'e84ea58cbea9420ed684f50afdfd8f27cce7042400190fbdc17df1f44158038a';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- drop table part (revisions/a793c39f_tables.ts:32)
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
    WHERE revision = 'a793c39f' AND direction = 'down' AND digest = 'e84ea58cbea9420ed684f50afdfd8f27cce7042400190fbdc17df1f44158038a'
      AND (step > 1 OR step = 1 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'drop table "part"';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 0, state = 'done'
    WHERE revision = 'a793c39f' AND direction = 'down' AND digest = 'e84ea58cbea9420ed684f50afdfd8f27cce7042400190fbdc17df1f44158038a';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 1, state = 'done'
    WHERE revision = 'a793c39f' AND direction = 'down' AND digest = 'e84ea58cbea9420ed684f50afdfd8f27cce7042400190fbdc17df1f44158038a';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- undoing revision a793c39f stops here, with their number and where the first is, when there are
--   rows of item, which would be lost
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
    WHERE revision = 'a793c39f' AND direction = 'down' AND digest = 'e84ea58cbea9420ed684f50afdfd8f27cce7042400190fbdc17df1f44158038a'
      AND (step > 2 OR step = 2 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM "item"'
    INTO migrator_count;
  IF migrator_count > 0 THEN
    BEGIN
      EXECUTE IMMEDIATE q'[SELECT found FROM (SELECT 'id = ' || SUBSTR(TO_CHAR("id"), 1, 60) AS found FROM "item" ORDER BY "id") WHERE ROWNUM = 1]'
        INTO migrator_first;
    EXCEPTION WHEN NO_DATA_FOUND THEN migrator_first := NULL;
    END;
    IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_IDENTIFIER'), '-') = 'migrator:accept_loss=on' THEN
    DBMS_OUTPUT.PUT_LINE('loss accepted: undoing revision a793c39f would lose ' ||
      migrator_count ||
      ' row' ||
      CASE WHEN migrator_count = 1 THEN '' ELSE 's' END ||
      ' of item' ||
      CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' ||
      migrator_first ||
      ')' END);
    ELSE
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB('migration refused: undoing revision a793c39f would lose ' ||
      migrator_count ||
      ' row' ||
      CASE WHEN migrator_count = 1 THEN '' ELSE 's' END ||
      ' of item' ||
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
  IF TO_NUMBER(SUBSTR(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 13)) > 1 THEN
    RETURN;
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE revision = 'a793c39f' AND direction = 'down' AND digest = 'e84ea58cbea9420ed684f50afdfd8f27cce7042400190fbdc17df1f44158038a'
      AND (step > 2 OR step = 2 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a793c39f') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision a793c39f needs the database at a793c39f, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
  SELECT COUNT(*) INTO migrator_past FROM migrator_version_ledger
    WHERE step = 2 AND state = 'started';
  IF migrator_past > 0 THEN
    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(q'[migration refused: step 2 of 3 of revision a793c39f was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (drop table item (revisions/a793c39f_tables.ts:33)) took effect. If it did: UPDATE migrator_version_ledger SET state = 'done'. If it did not: UPDATE migrator_version_ledger SET step = 1, state = 'done'. Then run this file again. COMMIT before that.]', 1, 2000));
  END IF;
  UPDATE migrator_version_ledger SET step = 2, state = 'started'
    WHERE revision = 'a793c39f' AND direction = 'down' AND digest = 'e84ea58cbea9420ed684f50afdfd8f27cce7042400190fbdc17df1f44158038a';
  COMMIT;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- drop table item (revisions/a793c39f_tables.ts:33)
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
    WHERE revision = 'a793c39f' AND direction = 'down' AND digest = 'e84ea58cbea9420ed684f50afdfd8f27cce7042400190fbdc17df1f44158038a'
      AND (step > 2 OR step = 2 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  BEGIN
  EXECUTE IMMEDIATE 'drop table "item"';
  EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
    UPDATE migrator_version_ledger SET step = 1, state = 'done'
    WHERE revision = 'a793c39f' AND direction = 'down' AND digest = 'e84ea58cbea9420ed684f50afdfd8f27cce7042400190fbdc17df1f44158038a';
    COMMIT;
    RAISE;
  END;
  UPDATE migrator_version_ledger SET step = 2, state = 'done'
    WHERE revision = 'a793c39f' AND direction = 'down' AND digest = 'e84ea58cbea9420ed684f50afdfd8f27cce7042400190fbdc17df1f44158038a';
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
    WHERE revision = 'a793c39f' AND direction = 'down' AND digest = 'e84ea58cbea9420ed684f50afdfd8f27cce7042400190fbdc17df1f44158038a'
      AND (step > 3 OR step = 3 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a793c39f') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision a793c39f needs the database at a793c39f, but it is at ' ||
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
    WHERE revision = 'a793c39f' AND direction = 'down' AND digest = 'e84ea58cbea9420ed684f50afdfd8f27cce7042400190fbdc17df1f44158038a'
      AND (step > 3 OR step = 3 AND state = 'done');
  IF migrator_past > 0 THEN
    RETURN;
  END IF;
  DELETE FROM migrator_version WHERE version_num IN ('a793c39f');
  migrator_moved := migrator_moved + SQL%ROWCOUNT;
  IF migrator_moved <> 1 THEN
    RAISE_APPLICATION_ERROR(-20004, 'migration undone: the version table did not move the 1 rows that it should');
  END IF;
  SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration undone: revision a793c39f should leave the database at base, but it is at ' ||
        migrator_found || '. This transaction was undone. Another session may have changed the version table.', 1, 2000));
  END IF;
  DELETE FROM migrator_version_ledger WHERE NOT direction = 'lock';
  INSERT INTO migrator_version_ledger (revision, direction, step, steps, state, digest, script)
    VALUES ('a793c39f', 'down', 3, 3, 'done', 'e84ea58cbea9420ed684f50afdfd8f27cce7042400190fbdc17df1f44158038a', 'e9edbdbc42435420d86ad347e6537b19b1d150b2cebef3e44e8d89fdb92ea057');
  INSERT INTO migrator_version_log
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'a793c39f', 'down', 'Two tables with rows', SYSTIMESTAMP, SYS_CONTEXT('USERENV', 'SESSION_USER'),
      'e84ea58cbea9420ed684f50afdfd8f27cce7042400190fbdc17df1f44158038a', 'e9edbdbc42435420d86ad347e6537b19b1d150b2cebef3e44e8d89fdb92ea057', CASE WHEN NVL(SYS_CONTEXT('USERENV', 'CLIENT_IDENTIFIER'), '-') = 'migrator:accept_loss=on' THEN 1 ELSE 0 END
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
  DBMS_OUTPUT.PUT_LINE('revision a793c39f: committed');
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
