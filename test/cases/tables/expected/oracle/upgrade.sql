-- upgrade.sql: made by migrator for Oracle Database 19 and sqlplus
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   tab03
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. up tab01 Tables with comments.
--      sha256 d7344eb62335e7c2b18dae99f9ff70d4783bb62abe00b927ffd7b94f70678533
--   2. up tab02 Other names and other comments.
--      sha256 ee97dd6c281ebcf30b4d425a9dc8b7f0b59cdfa44d114b1b996d5872616c9a47
--   3. up tab03 One table less.
--      sha256 91b15a4e08add655c27de1ce21613b7c4bd7dac2b179bb49501fdfc88b094301
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
--   migrator bundle WHERE_IT_IS:tab03
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
    CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab03') THEN version_num END) = 1 THEN 1 ELSE 0 END,
    NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
  FROM migrator_version]'
      INTO migrator_fits, migrator_done, migrator_found;
  END IF;
  IF migrator_done = 1 THEN
    RAISE_APPLICATION_ERROR(-20002, 'already applied: the database is at tab03, nothing was changed');
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

-- ==== revision tab01 Tables with comments. ====
-- from base to tab01, revisions/01_tables_with_comments.ts

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
      SUBSTRB('migration refused: revision tab01 needs the database at base, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- create table author (2 columns) (revisions/01_tables_with_comments.ts:16)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE 'create table "author" ("id" integer not null, "name" varchar2(80) not null)';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- comment on table author (revisions/01_tables_with_comments.ts:16)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE q'[comment on table "author" is 'Who wrote it: it''s O''Neill''s list']';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- comment on column author.name (revisions/01_tables_with_comments.ts:16)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE q'[comment on column "author"."name" is 'The author''s own spelling, "as is"']';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- add primary key on id to table author (revisions/01_tables_with_comments.ts:16)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE 'alter table "author" add constraint "author_pkey" primary key ("id")';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- create table book (2 columns) (revisions/01_tables_with_comments.ts:24)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE 'create table "book" ("id" integer not null, "title" varchar2(200) not null)';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- add primary key on id to table book (revisions/01_tables_with_comments.ts:24)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE 'alter table "book" add constraint "book_pkey" primary key ("id")';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- create table book (1 column) unless it exists (revisions/01_tables_with_comments.ts:28)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE q'[begin execute immediate 'create table "book" ("id" integer not null)'; exception when others then if sqlcode != -955 then raise; end if; end;]';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- create table draft (1 column) (revisions/01_tables_with_comments.ts:29)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE 'create table "draft" ("id" integer not null)';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- add primary key on id to table draft (revisions/01_tables_with_comments.ts:29)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE 'alter table "draft" add constraint "draft_pkey" primary key ("id")';
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
  INSERT INTO migrator_version (version_num) VALUES ('tab01');
  migrator_moved := migrator_moved + SQL%ROWCOUNT;
  IF migrator_moved <> 1 THEN
    RAISE_APPLICATION_ERROR(-20004, 'migration undone: the version table did not move the 1 rows that it should');
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab01') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration undone: revision tab01 should leave the database at tab01, but it is at ' ||
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
  DBMS_OUTPUT.PUT_LINE('revision tab01: committed');
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- ==== revision tab02 Other names and other comments. ====
-- from tab01 to tab02, revisions/02_other_names.ts

DECLARE
  migrator_fits NUMBER;
  migrator_found VARCHAR2(4000);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab01') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision tab02 needs the database at tab01, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- rename table book to publication (revisions/02_other_names.ts:16)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE 'alter table "book" rename to "publication"';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- comment on table publication (revisions/02_other_names.ts:17)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE q'[comment on table "publication" is 'It''s new']';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- remove the comment on table author (revisions/02_other_names.ts:18)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE q'[comment on table "author" is '']';
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
  UPDATE migrator_version SET version_num = 'tab02' WHERE version_num = 'tab01';
  migrator_moved := migrator_moved + SQL%ROWCOUNT;
  IF migrator_moved <> 1 THEN
    RAISE_APPLICATION_ERROR(-20004, 'migration undone: the version table did not move the 1 rows that it should');
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab02') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration undone: revision tab02 should leave the database at tab02, but it is at ' ||
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
  DBMS_OUTPUT.PUT_LINE('revision tab02: committed');
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- ==== revision tab03 One table less. ====
-- from tab02 to tab03, revisions/03_one_table_less.ts

DECLARE
  migrator_fits NUMBER;
  migrator_found VARCHAR2(4000);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab02') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration refused: revision tab03 needs the database at tab02, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- drop table draft (revisions/03_one_table_less.ts:16)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE 'drop table "draft"';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- drop table never_there if it exists (revisions/03_one_table_less.ts:17)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE q'[begin execute immediate 'drop table "never_there"'; exception when others then if sqlcode not in (-942) then raise; end if; end;]';
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
  UPDATE migrator_version SET version_num = 'tab03' WHERE version_num = 'tab02';
  migrator_moved := migrator_moved + SQL%ROWCOUNT;
  IF migrator_moved <> 1 THEN
    RAISE_APPLICATION_ERROR(-20004, 'migration undone: the version table did not move the 1 rows that it should');
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab03') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration undone: revision tab03 should leave the database at tab03, but it is at ' ||
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
  DBMS_OUTPUT.PUT_LINE('revision tab03: committed');
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
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab03') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration not complete: upgrade.sql should leave the database at tab03, but it is at ' ||
        migrator_found || '. Read the messages above this one: something failed.', 1, 2000));
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  DBMS_OUTPUT.PUT_LINE('done: the database is at tab03');
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/
EXIT SUCCESS ROLLBACK
