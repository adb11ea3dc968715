-- upgrade.sql: made by migrator for Oracle Database 19 and sqlplus
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   pk02
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. up pk01 A knex migration as it was.
--      sha256 f2ac0e5f3abd400cb467a98f2cf1a4356e8963800b10b3975c35f99128438d93
--   2. up pk02 A table altered in one go.
--      sha256 e8f77891b76d3d391bfc4e88d68038a4f159f7a8f4e791a331b0c5eceb72265a
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
--   migrator bundle WHERE_IT_IS:pk02
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
    CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('pk02') THEN version_num END) = 1 THEN 1 ELSE 0 END,
    NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
  FROM migrator_version]'
      INTO migrator_fits, migrator_done, migrator_found;
  END IF;
  IF migrator_done = 1 THEN
    RAISE_APPLICATION_ERROR(-20002, 'already applied: the database is at pk02, nothing was changed');
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

-- ==== revision pk01 A knex migration as it was. ====
-- from base to pk01, revisions/01_a_knex_migration.ts

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
      SUBSTRB('migration refused: revision pk01 needs the database at base, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- create table users (9 columns) (revisions/01_a_knex_migration.ts:17)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE q'[create table "users" (
  "id" number(10) generated by default on null as identity primary key,
  "email" varchar2(255) not null,
  "role" varchar2(7) default 'guest' not null check ("role" in ('admin', 'o''wner', 'guest')),
  "key" char(36),
  "settings" varchar2(4000) check ("settings" is json),
  "code" char(2),
  "score" float,
  "created_at" timestamp with local time zone default CURRENT_TIMESTAMP not null,
  "updated_at" timestamp with local time zone default CURRENT_TIMESTAMP not null
)]';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- add unique constraint users_email_unique on email to table users (revisions/01_a_knex_migration.ts:17)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE 'alter table "users" add constraint "users_email_unique" unique ("email")';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- create table posts (3 columns) (revisions/01_a_knex_migration.ts:17)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE q'[create table "posts" (
  "id" number(20, 0) generated by default on null as identity primary key,
  "user_id" integer not null,
  "body" clob
)]';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- add foreign key posts_user_id_foreign on user_id to users (id) to table posts
--   (revisions/01_a_knex_migration.ts:17)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE q'[alter table "posts"
add constraint "posts_user_id_foreign" foreign key ("user_id") references "users" ("id")]';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- create index posts_user on posts (user_id) (revisions/01_a_knex_migration.ts:17)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE 'create index "posts_user" on "posts" ("user_id")';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- insert 1 row into users (revisions/01_a_knex_migration.ts:35)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE q'[insert into "users" ("email", "role", "code")
  select 'a@example.org', 'o''wner', 'at' from dual]';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- insert 1 row into users (revisions/01_a_knex_migration.ts:37)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE q'[insert into "users" ("email", "settings")
  select 'b@example.org', '{"a":"it''s"}' from dual]';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- run SQL: update "users" set "code" = 'd''' where "email" in ('b@ex... (revisions/01_a_knex_migration.ts:39)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE q'[update "users" set "code" = 'd''' where "email" in ('b@example.org', 'c')]';
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
  INSERT INTO migrator_version (version_num) VALUES ('pk01');
  migrator_moved := migrator_moved + SQL%ROWCOUNT;
  IF migrator_moved <> 1 THEN
    RAISE_APPLICATION_ERROR(-20004, 'migration undone: the version table did not move the 1 rows that it should');
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('pk01') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration undone: revision pk01 should leave the database at pk01, but it is at ' ||
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

-- ==== revision pk02 A table altered in one go. ====
-- from pk01 to pk02, revisions/02_a_table_altered.ts

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
      SUBSTRB('migration refused: revision pk02 needs the database at pk01, but it is at ' ||
        migrator_found || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 1, 2000));
  END IF;
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- add column users.nickname (varchar2(30)) (revisions/02_a_table_altered.ts:16)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE q'[alter table "users" add "nickname" varchar2(30) default 'none']';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- add column users.age (integer) (revisions/02_a_table_altered.ts:16)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE 'alter table "users" add "age" integer';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- drop column users.score (revisions/02_a_table_altered.ts:16)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE 'alter table "users" drop ("score")';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- create index users_nickname on users (nickname) (revisions/02_a_table_altered.ts:16)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE 'create index "users_nickname" on "users" ("nickname")';
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/

-- rename column users.code to country (revisions/02_a_table_altered.ts:16)
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migrator:go' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migration refused: no guard has passed in this session, or a statement failed');
  END IF;
  EXECUTE IMMEDIATE 'alter table "users" rename column "code" to "country"';
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
  UPDATE migrator_version SET version_num = 'pk02' WHERE version_num = 'pk01';
  migrator_moved := migrator_moved + SQL%ROWCOUNT;
  IF migrator_moved <> 1 THEN
    RAISE_APPLICATION_ERROR(-20004, 'migration undone: the version table did not move the 1 rows that it should');
  END IF;
  SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('pk02') THEN version_num END) = 1 THEN 1 ELSE 0 END,
      NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
    INTO migrator_fits, migrator_found FROM migrator_version;
  IF migrator_fits <> 1 THEN
    RAISE_APPLICATION_ERROR(-20003,
      SUBSTRB('migration undone: revision pk02 should leave the database at pk02, but it is at ' ||
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
      SUBSTRB('migration not complete: upgrade.sql should leave the database at pk02, but it is at ' ||
        migrator_found || '. Read the messages above this one: something failed.', 1, 2000));
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  DBMS_OUTPUT.PUT_LINE('done: the database is at pk02');
EXCEPTION WHEN OTHERS THEN
  ROLLBACK;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);
  RAISE;
END;
/
EXIT SUCCESS ROLLBACK
