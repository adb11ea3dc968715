-- upgrade.sql: made by migrator 0.1.0 for PostgreSQL 15 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   7bd9035ea6f2
-- Version table: migrator_version
-- Script: 6e5af898485655c0b75113d35e16e851ff02b45a703e4daf0e39621c61d2f0e2
--
-- Revisions, in this order:
--   1. up 1a3f08c2b7d4 Departments, employees, and who works where.
--      sha256 1b09daaf5f82f5b314fbfacfad2f03a2fefc92b5557d196eaf7f1e7c64bc0d90
--   2. up 2c90e5d41f6a Accounts and products.
--      sha256 08771171770041af32b76db256fc41f1a84f54fbabb178a5ac38157e7018b6c5
--   3. up 37b1d2f0a8ce The first rows of every table.
--      sha256 6b8e7a3041af87dacbc37e13d74f870cb0289acf73ec53dbc137ec09330936cd
--   4. up 5f60b9e3d71c Products can be discontinued.
--      sha256 316890a6c9f5e58d28f85791f7069ab4a9b1b56fb10b1a95bf32c24fbdf235f6
--   5. up 4de87a15c093 Employees have an e-mail address.
--      sha256 dc08a4dc3a8759e3b93db3b7ed8fb341c04e7b51f93dcce9ea6dded5e20fb2b9
--   6. up 68a2c47fe0b5 Bring the people and the catalogue together.
--      sha256 9955addb06fe1f286d4998bd71d189593dc42294a69097674321833472d19eb5
--   7. up 7bd9035ea6f2 Find employees by name, without stopping the writers meanwhile.
--      sha256 2459a36e123944e628c0a81c9f3f46f48b78ee74be2f3955741895259e2a7ada
--
-- Run it:
--   psql -X -d DATABASE -L upgrade.log -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:7bd9035ea6f2 --target postgresql
-- It refuses, too, unless what it expects holds:
--   it expects a server that takes changes
--   it expects a schema to make things in
--   it expects new tables to be made in the schema of migrator_version
--
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.
--
-- Not one transaction: 7bd9035ea6f2.
-- When a statement of such a revision fails, what was done before it in its revision stays.
-- The ledger beside the version table knows the steps that are done: mend what the message says, and run the
-- same file again; it goes on there. A step that was cut off in its middle stops the script, with what to look
-- at and how to settle it.
--
-- It waits at most 10 s for a lock (lock_timeout).
-- But an index that is made or dropped CONCURRENTLY waits for every older transaction, without limit.
-- A statement that waited too long fails (canceling statement due to lock timeout), and what was committed
--   before it stays.
-- See who holds the lock, and run the same file again:
--   SELECT pid, usename, state, xact_start, query FROM pg_stat_activity WHERE pid IN (SELECT pid FROM pg_locks)

\set ON_ERROR_STOP on
\set AUTOCOMMIT on
\set ON_ERROR_ROLLBACK off
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET client_min_messages = warning;
SET lock_timeout = '10s';
SET TimeZone = 'UTC';
SET row_security = off;
SET migrator.stopped = off;
SET migrator.position = none;
SELECT set_config('migrator.frozen', CASE WHEN current_setting('default_transaction_read_only') = 'off' THEN 'off'
    ELSE coalesce(nullif(current_setting('migrator.frozen', true), ''), 'on') END, false) AS migrator_frozen \gset
-- The session stays read-only until the guard below has passed.
SET default_transaction_read_only = on;

\set migrator_done false
\set migrator_there false
SELECT to_regclass('"migrator_version"') IS NOT NULL AS migrator_there \gset
\if :migrator_there
\set migrator_done false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('7bd9035ea6f2') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT to_regclass('"migrator_version_ledger"') IS NOT NULL AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '6e5af898485655c0b75113d35e16e851ff02b45a703e4daf0e39621c61d2f0e2' \gset
\endif
\if :migrator_done
SELECT set_config('default_transaction_read_only', current_setting('migrator.frozen'), false) AS migrator_frozen \gset
RESET migrator.frozen;
RESET client_encoding;
RESET standard_conforming_strings;
RESET client_min_messages;
RESET TimeZone;
RESET row_security;
RESET lock_timeout;
\echo 'already applied: the database is at 7bd9035ea6f2, nothing was changed'
\quit
\endif
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY[]::text[];
  found text[] := '{}';
  moved bigint;
  place integer := 0;
BEGIN
  IF current_setting('migrator.frozen', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: the session was read-only before this script began; whoever made it so must allow writing first';
  END IF;
  IF NOT pg_try_advisory_lock(hashtextextended('migrator:' || current_database() || ':' || '"migrator_version"', 0)) THEN
    RAISE EXCEPTION 'migration refused: another session is running a script on this database' USING HINT = 'Nothing was changed. See who holds the lock: SELECT pid, state, query FROM pg_stat_activity WHERE pid IN (SELECT pid FROM pg_locks WHERE locktype = ''advisory''). It may be an open client in which a script was refused: close it.';
  END IF;
  IF to_regclass('"migrator_version_ledger"') IS NOT NULL THEN
    IF EXISTS (SELECT FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '6e5af898485655c0b75113d35e16e851ff02b45a703e4daf0e39621c61d2f0e2') THEN
      RAISE EXCEPTION 'migration refused: another script left a revision half done' USING HINT = 'Nothing was changed. "migrator_version_ledger" shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM "migrator_version_ledger".';
    END IF;
  END IF;
  IF to_regclass('"migrator_version"') IS NOT NULL THEN
    SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  END IF;
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    place := NULL;
    IF to_regclass('"migrator_version_ledger"') IS NOT NULL THEN
      IF EXISTS (SELECT FROM "migrator_version_ledger" WHERE script = '6e5af898485655c0b75113d35e16e851ff02b45a703e4daf0e39621c61d2f0e2') THEN
        place := CASE coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base')
          WHEN '1a3f08c2b7d4' THEN 1
          WHEN '2c90e5d41f6a' THEN 2
          WHEN '37b1d2f0a8ce' THEN 3
          WHEN '5f60b9e3d71c' THEN 4
          WHEN '4de87a15c093, 5f60b9e3d71c' THEN 5
          WHEN '68a2c47fe0b5' THEN 6
        END;
      END IF;
    END IF;
  END IF;
  IF place IS NULL THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'upgrade.sql needs the database at base',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
  END IF;
  DECLARE
    fault text;
  BEGIN
    fault := COALESCE(
      CASE WHEN pg_is_in_recovery() THEN 'expects a server that takes changes, but this one is a standby' END,
      CASE WHEN current_schema() IS NULL THEN 'expects a schema to make things in, but the search_path of ' || CAST(current_user AS varchar) || ' has none that it may use'
        WHEN current_schema() = 'pg_catalog' THEN 'expects a schema to make things in, but the search_path of ' || CAST(current_user AS varchar) || ' begins with pg_catalog' END,
      (SELECT MIN('expects new tables to be made in schema ' || n.nspname::text || ', where migrator_version is, but this account makes them in schema ' || current_schema()::text || ': let the target of migrator.toml name the schema, or SET search_path before this file')
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relname = 'migrator_version' AND pg_catalog.pg_table_is_visible(c.oid) AND n.nspname <> current_schema()));
    IF fault IS NOT NULL THEN
      RAISE EXCEPTION '%', 'migration refused: upgrade.sql ' || fault
        USING HINT = 'Nothing was changed. Mend what it names, or have the script made for what is there.';
    END IF;
  END;
  PERFORM set_config('migrator.position', place::text, false);
  IF place > 0 THEN RAISE WARNING 'goes on where an earlier run of this script stopped'; END IF;
  PERFORM set_config('default_transaction_read_only', 'off', false);
END
$migrator$;

DO $migrator$
BEGIN
  IF to_regclass('"migrator_version"') IS NULL THEN
    CREATE TABLE "migrator_version" (
      version_num VARCHAR(32) NOT NULL,
      CONSTRAINT "migrator_version_pkc" PRIMARY KEY (version_num)
    );
  END IF;
  PERFORM set_config('search_path', (SELECT quote_ident(nspname) FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace WHERE pg_class.oid = to_regclass('"migrator_version"')), true);
  IF to_regclass('"migrator_version_ledger"') IS NULL THEN
    CREATE TABLE "migrator_version_ledger" (
      revision VARCHAR(32) NOT NULL,
      direction VARCHAR(5) NOT NULL,
      step INTEGER NOT NULL,
      steps INTEGER NOT NULL,
      state VARCHAR(8) NOT NULL,
      digest VARCHAR(64) NOT NULL,
      script VARCHAR(64) NOT NULL,
      CONSTRAINT "migrator_version_ledger_pkc" PRIMARY KEY (revision)
    );
  END IF;
  IF to_regclass('"migrator_version_log"') IS NULL THEN
    CREATE TABLE "migrator_version_log" (
      entry INTEGER NOT NULL,
      revision VARCHAR(32) NOT NULL,
      direction VARCHAR(5) NOT NULL,
      message VARCHAR(200),
      applied_at TIMESTAMP WITH TIME ZONE NOT NULL,
      applied_by VARCHAR(128),
      digest VARCHAR(64) NOT NULL,
      script VARCHAR(64) NOT NULL,
      accepted_loss INTEGER NOT NULL,
      CONSTRAINT "migrator_version_log_pkc" PRIMARY KEY (entry)
    );
  END IF;
END
$migrator$;

-- ==== revision 1a3f08c2b7d4 Departments, employees, and who works where. ====
-- from base to 1a3f08c2b7d4, revisions/1a3f08c2b7d4_staff.ts

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 0 AS migrator_todo, current_setting('migrator.position')::integer > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision 1a3f08c2b7d4: applied already'
\endif
\if :migrator_todo

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY[]::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision 1a3f08c2b7d4 needs the database at base',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', '1a3f08c2b7d4 1', true);
END
$migrator$;

-- create table department (3 columns) (revisions/1a3f08c2b7d4_staff.ts:16)
create table "department" (
  "code" varchar(8) not null,
  "name" varchar(80) not null,
  "budget" decimal(14, 2),
  constraint "department_pkey" primary key ("code")
);

-- comment on table department (revisions/1a3f08c2b7d4_staff.ts:16)
comment on table "department" is 'The departments of the company';

-- comment on column department.budget (revisions/1a3f08c2b7d4_staff.ts:16)
comment on column "department"."budget" is 'The year''s money, in the company''s currency';

-- add unique constraint department_name_unique on name to table department (revisions/1a3f08c2b7d4_staff.ts:16)
alter table "department" add constraint "department_name_unique" unique ("name");

-- create table employee (7 columns) (revisions/1a3f08c2b7d4_staff.ts:25)
create table "employee" (
  "number" integer not null,
  "first_name" varchar(80) not null,
  "last_name" varchar(80) not null,
  "born_on" date,
  "part_time" boolean not null default '0',
  "remark" text,
  "entered_at" timestamptz not null default CURRENT_TIMESTAMP,
  constraint "employee_pkey" primary key ("number")
);

-- create table department_employee (3 columns) (revisions/1a3f08c2b7d4_staff.ts:34)
create table "department_employee" (
  "department_code" varchar(8) not null,
  "employee_number" integer not null,
  "since" date not null,
  constraint "department_employee_pkey" primary key ("department_code", "employee_number")
);

-- add foreign key department_employee_department_code_foreign on department_code to department (code) to table
--   department_employee (revisions/1a3f08c2b7d4_staff.ts:34)
alter table "department_employee"
add constraint "department_employee_department_code_foreign" foreign key ("department_code") references "department" ("code");

-- add foreign key department_employee_employee_number_foreign on employee_number to employee (number) to table
--   department_employee (revisions/1a3f08c2b7d4_staff.ts:34)
alter table "department_employee"
add constraint "department_employee_employee_number_foreign" foreign key ("employee_number") references "employee" ("number");

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['1a3f08c2b7d4']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM '1a3f08c2b7d4 1' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  INSERT INTO "migrator_version" (version_num) VALUES ('1a3f08c2b7d4');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision 1a3f08c2b7d4 should leave the database at 1a3f08c2b7d4',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('1a3f08c2b7d4', 'up', 1, 1, 'done', 'a46b1aa158d4f4c341e6544b6bdaa5e5f30ab72c6c71d7401dba7f3cc4ae7c2b', '6e5af898485655c0b75113d35e16e851ff02b45a703e4daf0e39621c61d2f0e2');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '1a3f08c2b7d4', 'up', 'Departments, employees, and who works where.', clock_timestamp(), session_user,
      'a46b1aa158d4f4c341e6544b6bdaa5e5f30ab72c6c71d7401dba7f3cc4ae7c2b', '6e5af898485655c0b75113d35e16e851ff02b45a703e4daf0e39621c61d2f0e2', 0
    FROM "migrator_version_log";
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 1a3f08c2b7d4: committed'
\endif

\endif

-- ==== revision 2c90e5d41f6a Accounts and products. ====
-- from 1a3f08c2b7d4 to 2c90e5d41f6a, revisions/2c90e5d41f6a_accounts_and_products.ts

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 1 AS migrator_todo, current_setting('migrator.position')::integer > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision 2c90e5d41f6a: applied already'
\endif
\if :migrator_todo

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['1a3f08c2b7d4']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision 2c90e5d41f6a needs the database at 1a3f08c2b7d4',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', '2c90e5d41f6a 1', true);
END
$migrator$;

-- create table account (6 columns) (revisions/2c90e5d41f6a_accounts_and_products.ts:16)
create table "account" (
  "id" serial primary key,
  "holder" varchar(120) not null,
  "balance" decimal(18, 4) not null default '0',
  "closed" boolean not null default '0',
  "opened_on" date not null,
  "terms" text
);

-- create table product (3 columns) (revisions/2c90e5d41f6a_accounts_and_products.ts:24)
create table "product" (
  "sku" varchar(20) not null,
  "title" varchar(120) not null,
  "price" decimal(10, 2) not null,
  constraint "product_pkey" primary key ("sku"),
  constraint product_price_not_negative check ("price" >= 0)
);

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['2c90e5d41f6a']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM '2c90e5d41f6a 1' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  UPDATE "migrator_version" SET version_num = '2c90e5d41f6a' WHERE version_num = '1a3f08c2b7d4';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision 2c90e5d41f6a should leave the database at 2c90e5d41f6a',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('2c90e5d41f6a', 'up', 1, 1, 'done', '48507b846e45c794aefc2d0a5228f850824a242585df3e118258ee927407e404', '6e5af898485655c0b75113d35e16e851ff02b45a703e4daf0e39621c61d2f0e2');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '2c90e5d41f6a', 'up', 'Accounts and products.', clock_timestamp(), session_user,
      '48507b846e45c794aefc2d0a5228f850824a242585df3e118258ee927407e404', '6e5af898485655c0b75113d35e16e851ff02b45a703e4daf0e39621c61d2f0e2', 0
    FROM "migrator_version_log";
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 2c90e5d41f6a: committed'
\endif

\endif

-- ==== revision 37b1d2f0a8ce The first rows of every table. ====
-- from 2c90e5d41f6a to 37b1d2f0a8ce, revisions/37b1d2f0a8ce_first_rows.ts

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 2 AS migrator_todo, current_setting('migrator.position')::integer > 2 AS migrator_past \gset
\if :migrator_past
\echo 'revision 37b1d2f0a8ce: applied already'
\endif
\if :migrator_todo

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['2c90e5d41f6a']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision 37b1d2f0a8ce needs the database at 2c90e5d41f6a',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', '37b1d2f0a8ce 1', true);
END
$migrator$;

-- insert 3 rows into department (revisions/37b1d2f0a8ce_first_rows.ts:17)
insert into "department" ("code", "name", "budget") values
  ('R&D', 'Research & Development – the inventors'' den', 1250000.00),
  ('HR', 'Menschen & Ämter', 98000.50),
  ('OPS', 'Operations; round the clock', NULL);

-- insert 3 rows into employee (revisions/37b1d2f0a8ce_first_rows.ts:18)
insert into "employee" ("number", "first_name", "last_name", "born_on", "part_time", "remark") values
  (1001, 'Zoë', 'O''Brien', '1984-02-29', false, NULL),
  (1002, 'Jürgen', 'Groß', '1971-11-05', true, E'Speaks "Plattdeutsch"\nand plays the tuba.'),
  (1003, 'Mei', '陈', NULL, false, 'Path: C:\temp\$(user) & more 🎺');

-- insert 4 rows into department_employee (revisions/37b1d2f0a8ce_first_rows.ts:19)
insert into "department_employee" ("department_code", "employee_number", "since") values
  ('R&D', 1001, '2019-01-01'),
  ('R&D', 1003, '2021-06-15'),
  ('HR', 1002, '2005-04-01'),
  ('OPS', 1001, '2024-09-30');

-- insert 2 rows into account (revisions/37b1d2f0a8ce_first_rows.ts:20)
insert into "account" ("holder", "balance", "closed", "opened_on", "terms") values
  ('Müller & Söhne', 12345.6700, false, '2001-07-31', E'Net 30;\nno discount'),
  ('D''Arcy, Ltd.', -0.0001, true, '1999-12-31', NULL);

-- insert 3 rows into product (revisions/37b1d2f0a8ce_first_rows.ts:21)
insert into "product" ("sku", "title", "price") values
  ('A-100', '19" rack, black', 349.00),
  ('B-7/2', 'Carpenter''s pencil', 0.95),
  ('Ç-3', '100 % cotton: blanket', 59.90);

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['37b1d2f0a8ce']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM '37b1d2f0a8ce 1' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  UPDATE "migrator_version" SET version_num = '37b1d2f0a8ce' WHERE version_num = '2c90e5d41f6a';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision 37b1d2f0a8ce should leave the database at 37b1d2f0a8ce',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('37b1d2f0a8ce', 'up', 1, 1, 'done', '971a42fc4ae74a089d6fc53c55b169a1fd23386aa7b73563c680dbed9a3dcd8d', '6e5af898485655c0b75113d35e16e851ff02b45a703e4daf0e39621c61d2f0e2');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '37b1d2f0a8ce', 'up', 'The first rows of every table.', clock_timestamp(), session_user,
      '971a42fc4ae74a089d6fc53c55b169a1fd23386aa7b73563c680dbed9a3dcd8d', '6e5af898485655c0b75113d35e16e851ff02b45a703e4daf0e39621c61d2f0e2', 0
    FROM "migrator_version_log";
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 37b1d2f0a8ce: committed'
\endif

\endif

-- ==== revision 5f60b9e3d71c Products can be discontinued. ====
-- from 37b1d2f0a8ce to 5f60b9e3d71c, revisions/5f60b9e3d71c_discontinued_products.ts

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 3 AS migrator_todo, current_setting('migrator.position')::integer > 3 AS migrator_past \gset
\if :migrator_past
\echo 'revision 5f60b9e3d71c: applied already'
\endif
\if :migrator_todo

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['37b1d2f0a8ce']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision 5f60b9e3d71c needs the database at 37b1d2f0a8ce',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', '5f60b9e3d71c 1', true);
END
$migrator$;

-- add column product.discontinued (boolean, NOT NULL) (revisions/5f60b9e3d71c_discontinued_products.ts:16)
alter table "product" add column "discontinued" boolean not null default '0';

-- add column product.discontinued_on (date) (revisions/5f60b9e3d71c_discontinued_products.ts:17)
alter table "product" add column "discontinued_on" date;

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['5f60b9e3d71c']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM '5f60b9e3d71c 1' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  UPDATE "migrator_version" SET version_num = '5f60b9e3d71c' WHERE version_num = '37b1d2f0a8ce';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision 5f60b9e3d71c should leave the database at 5f60b9e3d71c',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('5f60b9e3d71c', 'up', 1, 1, 'done', 'ff63fd17fcb62e8acc70a99a1d0dd40a69f9e52530d8adccac58d482b4f28af6', '6e5af898485655c0b75113d35e16e851ff02b45a703e4daf0e39621c61d2f0e2');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '5f60b9e3d71c', 'up', 'Products can be discontinued.', clock_timestamp(), session_user,
      'ff63fd17fcb62e8acc70a99a1d0dd40a69f9e52530d8adccac58d482b4f28af6', '6e5af898485655c0b75113d35e16e851ff02b45a703e4daf0e39621c61d2f0e2', 0
    FROM "migrator_version_log";
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 5f60b9e3d71c: committed'
\endif

\endif

-- ==== revision 4de87a15c093 Employees have an e-mail address. ====
-- from 5f60b9e3d71c to 4de87a15c093, 5f60b9e3d71c, revisions/4de87a15c093_employee_email.ts

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 4 AS migrator_todo, current_setting('migrator.position')::integer > 4 AS migrator_past \gset
\if :migrator_past
\echo 'revision 4de87a15c093: applied already'
\endif
\if :migrator_todo

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['5f60b9e3d71c']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision 4de87a15c093 needs the database at 5f60b9e3d71c',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', '4de87a15c093 1', true);
END
$migrator$;

-- add column employee.email (varchar(120)) (revisions/4de87a15c093_employee_email.ts:16)
alter table "employee" add column "email" varchar(120);

-- update employee (revisions/4de87a15c093_employee_email.ts:17)
update "employee" set "email" = 'zoe.obrien@example.com' where "number" = 1001;

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['4de87a15c093', '5f60b9e3d71c']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM '4de87a15c093 1' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  INSERT INTO "migrator_version" (version_num) VALUES ('4de87a15c093');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision 4de87a15c093 should leave the database at 4de87a15c093, 5f60b9e3d71c',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('4de87a15c093', 'up', 1, 1, 'done', '70c2f607b649d118b8df92fa231fa896b1191be11bef2124522f5ea4e641b665', '6e5af898485655c0b75113d35e16e851ff02b45a703e4daf0e39621c61d2f0e2');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '4de87a15c093', 'up', 'Employees have an e-mail address.', clock_timestamp(), session_user,
      '70c2f607b649d118b8df92fa231fa896b1191be11bef2124522f5ea4e641b665', '6e5af898485655c0b75113d35e16e851ff02b45a703e4daf0e39621c61d2f0e2', 0
    FROM "migrator_version_log";
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 4de87a15c093: committed'
\endif

\endif

-- ==== revision 68a2c47fe0b5 Bring the people and the catalogue together. ====
-- from 4de87a15c093, 5f60b9e3d71c to 68a2c47fe0b5, revisions/68a2c47fe0b5_people_and_catalogue.ts
-- It changes nothing on PostgreSQL but the version rows.

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 5 AS migrator_todo, current_setting('migrator.position')::integer > 5 AS migrator_past \gset
\if :migrator_past
\echo 'revision 68a2c47fe0b5: applied already'
\endif
\if :migrator_todo

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['4de87a15c093', '5f60b9e3d71c']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision 68a2c47fe0b5 needs the database at 4de87a15c093, 5f60b9e3d71c',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', '68a2c47fe0b5 1', true);
END
$migrator$;

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['68a2c47fe0b5']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM '68a2c47fe0b5 1' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  DELETE FROM "migrator_version" WHERE version_num IN ('4de87a15c093', '5f60b9e3d71c');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 2 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 2', moved;
  END IF;
  INSERT INTO "migrator_version" (version_num) VALUES ('68a2c47fe0b5');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision 68a2c47fe0b5 should leave the database at 68a2c47fe0b5',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('68a2c47fe0b5', 'up', 1, 1, 'done', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '6e5af898485655c0b75113d35e16e851ff02b45a703e4daf0e39621c61d2f0e2');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '68a2c47fe0b5', 'up', 'Bring the people and the catalogue together.', clock_timestamp(), session_user,
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '6e5af898485655c0b75113d35e16e851ff02b45a703e4daf0e39621c61d2f0e2', 0
    FROM "migrator_version_log";
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 68a2c47fe0b5: committed'
\endif

\endif

-- ==== revision 7bd9035ea6f2 Find employees by name, without stopping the writers meanwhile. ====
-- from 68a2c47fe0b5 to 7bd9035ea6f2, revisions/7bd9035ea6f2_find_employees_by_name.ts

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 6 AS migrator_todo, current_setting('migrator.position')::integer > 6 AS migrator_past \gset
\if :migrator_past
\echo 'revision 7bd9035ea6f2: applied already'
\endif
\if :migrator_todo
\set migrator_step 0
\set migrator_begun 0
SELECT coalesce(max(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0) AS migrator_step,
    coalesce(max(CASE WHEN state = 'started' THEN step END), 0) AS migrator_begun
  FROM "migrator_version_ledger" WHERE revision = '7bd9035ea6f2' AND direction = 'up' AND digest = 'ded45d2575f96ce9e5c2233135918821b0ccccccb2f7d4d3e1cadfc7a955ac47' \gset

DO $migrator$
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  IF NOT EXISTS (SELECT FROM "migrator_version_ledger" WHERE revision = '7bd9035ea6f2' AND direction = 'up' AND digest = 'ded45d2575f96ce9e5c2233135918821b0ccccccb2f7d4d3e1cadfc7a955ac47') THEN
    DELETE FROM "migrator_version_ledger";
    INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('7bd9035ea6f2', 'up', 0, 2, 'done', 'ded45d2575f96ce9e5c2233135918821b0ccccccb2f7d4d3e1cadfc7a955ac47', '6e5af898485655c0b75113d35e16e851ff02b45a703e4daf0e39621c61d2f0e2');
  END IF;
END
$migrator$;

\set migrator_todo false
SELECT :migrator_step < 1 AS migrator_todo \gset
\if :migrator_todo
-- Step 1 of 2 of revision 7bd9035ea6f2.
-- No transaction protects what follows, so the session is closed again and the guard asked anew.
SET default_transaction_read_only = on;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['68a2c47fe0b5']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision 7bd9035ea6f2 needs the database at 68a2c47fe0b5',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('default_transaction_read_only', 'off', false);
END
$migrator$;
DO $migrator$
DECLARE
  moved bigint;
BEGIN
  UPDATE "migrator_version_ledger" SET step = 1, state = 'started'
    WHERE revision = '7bd9035ea6f2' AND direction = 'up' AND digest = 'ded45d2575f96ce9e5c2233135918821b0ccccccb2f7d4d3e1cadfc7a955ac47' AND (step = 0 AND state = 'done' OR step = 1 AND state = 'started');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration refused: the ledger is not where this script left it';
  END IF;
END
$migrator$;

SET lock_timeout = 0;
\set migrator_invalid false
\set migrator_did false
SELECT EXISTS (SELECT FROM pg_index WHERE indexrelid = to_regclass('"employee_by_name"') AND indrelid = to_regclass('"employee"') AND NOT indisvalid) AS migrator_invalid,
    :migrator_begun = 1 AND EXISTS (SELECT FROM pg_index WHERE indexrelid = to_regclass('"employee_by_name"') AND indrelid = to_regclass('"employee"') AND indisvalid) AS migrator_did \gset
\if :migrator_invalid
DROP INDEX CONCURRENTLY "employee_by_name";
\endif
\if :migrator_did
\else
\set ON_ERROR_STOP off
-- create index employee_by_name on employee (last_name, first_name), outside any transaction
--   (revisions/7bd9035ea6f2_find_employees_by_name.ts:17)
create index concurrently "employee_by_name" on "employee" ("last_name", "first_name");
\endif
\set migrator_failed :ERROR
\set ON_ERROR_STOP on
\if :migrator_failed
UPDATE "migrator_version_ledger" SET step = 0, state = 'done';
SET migrator.stopped = on;
SET default_transaction_read_only = on;
DO $migrator$
BEGIN
  RAISE EXCEPTION 'migration stopped: step 1 of 2 of revision 7bd9035ea6f2 failed; its message stands above';
END
$migrator$;
\else
DO $migrator$
DECLARE
  moved bigint;
BEGIN
  UPDATE "migrator_version_ledger" SET step = 1, state = 'done'
    WHERE revision = '7bd9035ea6f2' AND direction = 'up' AND digest = 'ded45d2575f96ce9e5c2233135918821b0ccccccb2f7d4d3e1cadfc7a955ac47' AND step IN (0, 1);
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration refused: the ledger is not where this script left it';
  END IF;
END
$migrator$;
\endif
SET lock_timeout = '10s';
\endif

\set migrator_todo false
SELECT :migrator_step < 2 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['68a2c47fe0b5']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision 7bd9035ea6f2 needs the database at 68a2c47fe0b5',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', '7bd9035ea6f2 2', true);
END
$migrator$;

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['7bd9035ea6f2']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM '7bd9035ea6f2 2' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  UPDATE "migrator_version" SET version_num = '7bd9035ea6f2' WHERE version_num = '68a2c47fe0b5';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision 7bd9035ea6f2 should leave the database at 7bd9035ea6f2',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('7bd9035ea6f2', 'up', 2, 2, 'done', 'ded45d2575f96ce9e5c2233135918821b0ccccccb2f7d4d3e1cadfc7a955ac47', '6e5af898485655c0b75113d35e16e851ff02b45a703e4daf0e39621c61d2f0e2');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '7bd9035ea6f2', 'up', 'Find employees by name, without stopping the writers meanwhile.', clock_timestamp(), session_user,
      'ded45d2575f96ce9e5c2233135918821b0ccccccb2f7d4d3e1cadfc7a955ac47', '6e5af898485655c0b75113d35e16e851ff02b45a703e4daf0e39621c61d2f0e2', 0
    FROM "migrator_version_log";
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 7bd9035ea6f2: committed'
\endif
\endif

\endif

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['7bd9035ea6f2']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration not complete: %, but it is at %', 'upgrade.sql should leave the database at 7bd9035ea6f2',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Read the messages above this one: something failed.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  PERFORM pg_advisory_unlock(hashtextextended('migrator:' || current_database() || ':' || '"migrator_version"', 0));
END
$migrator$;
\if :ERROR
\else
\echo 'done: the database is at 7bd9035ea6f2'
\endif
SELECT set_config('default_transaction_read_only', current_setting('migrator.frozen'), false) AS migrator_frozen \gset
RESET migrator.frozen;
RESET client_encoding;
RESET standard_conforming_strings;
RESET client_min_messages;
RESET TimeZone;
RESET row_security;
RESET lock_timeout;
