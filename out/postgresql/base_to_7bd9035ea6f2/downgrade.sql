-- downgrade.sql: made by migrator 0.1.0 for PostgreSQL 15 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: 7bd9035ea6f2
-- To:   base
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. down 7bd9035ea6f2 Find employees by name, without stopping the writers meanwhile.
--      sha256 2459a36e123944e628c0a81c9f3f46f48b78ee74be2f3955741895259e2a7ada
--   2. down 68a2c47fe0b5 Bring the people and the catalogue together.
--      sha256 9955addb06fe1f286d4998bd71d189593dc42294a69097674321833472d19eb5
--   3. down 4de87a15c093 Employees have an e-mail address.
--      sha256 dc08a4dc3a8759e3b93db3b7ed8fb341c04e7b51f93dcce9ea6dded5e20fb2b9
--   4. down 5f60b9e3d71c Products can be discontinued.
--      sha256 316890a6c9f5e58d28f85791f7069ab4a9b1b56fb10b1a95bf32c24fbdf235f6
--   5. down 37b1d2f0a8ce The first rows of every table.
--      sha256 6b8e7a3041af87dacbc37e13d74f870cb0289acf73ec53dbc137ec09330936cd
--   6. down 2c90e5d41f6a Accounts and products.
--      sha256 08771171770041af32b76db256fc41f1a84f54fbabb178a5ac38157e7018b6c5
--   7. down 1a3f08c2b7d4 Departments, employees, and who works where.
--      sha256 1b09daaf5f82f5b314fbfacfad2f03a2fefc92b5557d196eaf7f1e7c64bc0d90
--
-- Run it:
--   psql -X -d DATABASE -f downgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator downgrade --sql WHERE_IT_IS:base
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.
--
-- Not one transaction: 7bd9035ea6f2.
-- When a statement of such a revision fails, what was done before it in its revision stays, and the
-- version rows still say that the revision is not applied. Undo what it left by hand before you run
-- the script again.
-- An index built CONCURRENTLY that failed is still there, INVALID: it slows down writes and serves no
-- query. See which, and drop it before you run the script again:
--   SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid
--   DROP INDEX CONCURRENTLY that_index

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET client_min_messages = warning;
SET lock_timeout = '10s';
SET TimeZone = 'UTC';
SET migrator.stopped = off;
SELECT set_config('migrator.frozen', CASE WHEN current_setting('default_transaction_read_only') = 'off' THEN 'off'
    ELSE coalesce(nullif(current_setting('migrator.frozen', true), ''), 'on') END, false) AS migrator_frozen \gset
-- The session stays read-only until the guard below has passed.
SET default_transaction_read_only = on;

\set migrator_done false
\set migrator_there false
SELECT to_regclass('"migrator_version"') IS NOT NULL AS migrator_there \gset
\if :migrator_there
\set migrator_done false
SELECT count(*) = 0 AS migrator_done
  FROM "migrator_version" \gset
\endif
\if :migrator_done
SELECT set_config('default_transaction_read_only', current_setting('migrator.frozen'), false) AS migrator_frozen \gset
RESET migrator.frozen;
RESET client_encoding;
RESET standard_conforming_strings;
RESET client_min_messages;
RESET lock_timeout;
RESET TimeZone;
\echo 'already applied: the database is at base, nothing was changed'
\quit
\endif
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['7bd9035ea6f2']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.frozen', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: the session was read-only before this script began; whoever made it so must allow writing first';
  END IF;
  IF NOT pg_try_advisory_lock(hashtextextended('migrator:' || current_database() || ':' || '"migrator_version"', 0)) THEN
    RAISE EXCEPTION 'migration refused: another session is running a script on this database';
  END IF;
  IF to_regclass('"migrator_version"') IS NOT NULL THEN
    SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  ELSE
    RAISE EXCEPTION '%', 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at 7bd9035ea6f2' USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
  END IF;
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'downgrade.sql needs the database at 7bd9035ea6f2',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
  END IF;
  PERFORM set_config('default_transaction_read_only', 'off', false);
END
$migrator$;

CREATE TABLE IF NOT EXISTS "migrator_version" (
  version_num VARCHAR(32) NOT NULL,
  CONSTRAINT "migrator_version_pkc" PRIMARY KEY (version_num)
);

-- ==== undoing revision 7bd9035ea6f2 Find employees by name, without stopping the writers meanwhile. ====
-- from 7bd9035ea6f2 to 68a2c47fe0b5, revisions/7bd9035ea6f2_find_employees_by_name.ts

-- No transaction protects what follows, so the session is closed again and the guard asked anew.
SET default_transaction_read_only = on;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['7bd9035ea6f2']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision 7bd9035ea6f2 needs the database at 7bd9035ea6f2',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('default_transaction_read_only', 'off', false);
END
$migrator$;

SET lock_timeout = 0;
-- drop index employee_by_name of table employee, outside any transaction
--   (revisions/7bd9035ea6f2_find_employees_by_name.ts:22)
drop index concurrently "employee_by_name";
\if :ERROR
SET migrator.stopped = on;
SET default_transaction_read_only = on;
\endif
SET lock_timeout = '10s';

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['7bd9035ea6f2']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision 7bd9035ea6f2 needs the database at 7bd9035ea6f2',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['68a2c47fe0b5']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  UPDATE "migrator_version" SET version_num = '68a2c47fe0b5' WHERE version_num = '7bd9035ea6f2';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision 7bd9035ea6f2 should leave the database at 68a2c47fe0b5',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 7bd9035ea6f2: committed'
\endif

-- ==== undoing revision 68a2c47fe0b5 Bring the people and the catalogue together. ====
-- from 68a2c47fe0b5 to 4de87a15c093, 5f60b9e3d71c, revisions/68a2c47fe0b5_people_and_catalogue.ts
-- It changes nothing on PostgreSQL but the version rows.

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
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision 68a2c47fe0b5 needs the database at 68a2c47fe0b5',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['4de87a15c093', '5f60b9e3d71c']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  DELETE FROM "migrator_version" WHERE version_num IN ('68a2c47fe0b5');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  INSERT INTO "migrator_version" (version_num) VALUES ('4de87a15c093');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  INSERT INTO "migrator_version" (version_num) VALUES ('5f60b9e3d71c');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision 68a2c47fe0b5 should leave the database at 4de87a15c093, 5f60b9e3d71c',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 68a2c47fe0b5: committed'
\endif

-- ==== undoing revision 4de87a15c093 Employees have an e-mail address. ====
-- from 4de87a15c093, 5f60b9e3d71c to 5f60b9e3d71c, revisions/4de87a15c093_employee_email.ts

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
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision 4de87a15c093 needs the database at 4de87a15c093, 5f60b9e3d71c',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- drop column employee.email (revisions/4de87a15c093_employee_email.ts:21)
alter table "employee" drop column "email";

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['5f60b9e3d71c']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  DELETE FROM "migrator_version" WHERE version_num IN ('4de87a15c093');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision 4de87a15c093 should leave the database at 5f60b9e3d71c',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 4de87a15c093: committed'
\endif

-- ==== undoing revision 5f60b9e3d71c Products can be discontinued. ====
-- from 5f60b9e3d71c to 37b1d2f0a8ce, revisions/5f60b9e3d71c_discontinued_products.ts

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
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision 5f60b9e3d71c needs the database at 5f60b9e3d71c',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- drop column product.discontinued_on (revisions/5f60b9e3d71c_discontinued_products.ts:21)
alter table "product" drop column "discontinued_on";

-- drop column product.discontinued (revisions/5f60b9e3d71c_discontinued_products.ts:22)
alter table "product" drop column "discontinued";

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['37b1d2f0a8ce']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  UPDATE "migrator_version" SET version_num = '37b1d2f0a8ce' WHERE version_num = '5f60b9e3d71c';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision 5f60b9e3d71c should leave the database at 37b1d2f0a8ce',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 5f60b9e3d71c: committed'
\endif

-- ==== undoing revision 37b1d2f0a8ce The first rows of every table. ====
-- from 37b1d2f0a8ce to 2c90e5d41f6a, revisions/37b1d2f0a8ce_first_rows.ts

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
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision 37b1d2f0a8ce needs the database at 37b1d2f0a8ce',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- delete from product (revisions/37b1d2f0a8ce_first_rows.ts:26)
delete from "product" where "sku" in ('A-100', 'B-7/2', 'Ç-3');

-- delete from account (revisions/37b1d2f0a8ce_first_rows.ts:32)
delete from "account" where "holder" in ('Müller & Söhne', 'D''Arcy, Ltd.');

-- delete from department_employee (revisions/37b1d2f0a8ce_first_rows.ts:38)
delete from "department_employee" where "employee_number" in (1001, 1002, 1003);

-- delete from employee (revisions/37b1d2f0a8ce_first_rows.ts:44)
delete from "employee" where "number" in (1001, 1002, 1003);

-- delete from department (revisions/37b1d2f0a8ce_first_rows.ts:50)
delete from "department" where "code" in ('R&D', 'HR', 'OPS');

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['2c90e5d41f6a']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  UPDATE "migrator_version" SET version_num = '2c90e5d41f6a' WHERE version_num = '37b1d2f0a8ce';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision 37b1d2f0a8ce should leave the database at 2c90e5d41f6a',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 37b1d2f0a8ce: committed'
\endif

-- ==== undoing revision 2c90e5d41f6a Accounts and products. ====
-- from 2c90e5d41f6a to 1a3f08c2b7d4, revisions/2c90e5d41f6a_accounts_and_products.ts

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
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision 2c90e5d41f6a needs the database at 2c90e5d41f6a',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- drop table product (revisions/2c90e5d41f6a_accounts_and_products.ts:34)
drop table "product";

-- drop table account (revisions/2c90e5d41f6a_accounts_and_products.ts:35)
drop table "account";

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['1a3f08c2b7d4']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  UPDATE "migrator_version" SET version_num = '1a3f08c2b7d4' WHERE version_num = '2c90e5d41f6a';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision 2c90e5d41f6a should leave the database at 1a3f08c2b7d4',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 2c90e5d41f6a: committed'
\endif

-- ==== undoing revision 1a3f08c2b7d4 Departments, employees, and who works where. ====
-- from 1a3f08c2b7d4 to base, revisions/1a3f08c2b7d4_staff.ts

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
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision 1a3f08c2b7d4 needs the database at 1a3f08c2b7d4',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- drop table department_employee (revisions/1a3f08c2b7d4_staff.ts:43)
drop table "department_employee";

-- drop table employee (revisions/1a3f08c2b7d4_staff.ts:44)
drop table "employee";

-- drop table department (revisions/1a3f08c2b7d4_staff.ts:45)
drop table "department";

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY[]::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  DELETE FROM "migrator_version" WHERE version_num IN ('1a3f08c2b7d4');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision 1a3f08c2b7d4 should leave the database at base',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 1a3f08c2b7d4: committed'
\endif

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY[]::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration not complete: %, but it is at %', 'downgrade.sql should leave the database at base',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'Read the messages above this one: something failed.';
  END IF;
  PERFORM pg_advisory_unlock(hashtextextended('migrator:' || current_database() || ':' || '"migrator_version"', 0));
END
$migrator$;
\if :ERROR
\else
\echo 'done: the database is at base'
\endif
SELECT set_config('default_transaction_read_only', current_setting('migrator.frozen'), false) AS migrator_frozen \gset
RESET migrator.frozen;
RESET client_encoding;
RESET standard_conforming_strings;
RESET client_min_messages;
RESET lock_timeout;
RESET TimeZone;
