-- downgrade.sql: made by migrator for PostgreSQL 15 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: col03
-- To:   base
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. down col03 Another name, and one column less.
--      sha256 35f5b3b1ca1d4c966fa651b2c0c01d4f6fcb54a33a847665ed283cc70add222b
--   2. down col02 A column comes.
--      sha256 2e32ac34b3a599ad74694525a3d9a43eb32e6310f853582e8b5c619877bd7894
--   3. down col01 Columns of every type, with defaults of each kind.
--      sha256 81be68e770c2f0fba94c84a5ee8a81e3e3ad03bfeda02f78a496c836c14dadeb
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
  wanted CONSTANT text[] := ARRAY['col03']::text[];
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
    RAISE EXCEPTION '%', 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at col03' USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
  END IF;
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'downgrade.sql needs the database at col03',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
  END IF;
  PERFORM set_config('default_transaction_read_only', 'off', false);
END
$migrator$;

CREATE TABLE IF NOT EXISTS "migrator_version" (
  version_num VARCHAR(32) NOT NULL,
  CONSTRAINT "migrator_version_pkc" PRIMARY KEY (version_num)
);

-- ==== undoing revision col03 Another name, and one column less. ====
-- from col03 to col02, revisions/03_another_name.ts

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['col03']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision col03 needs the database at col03',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- add column thing.seen_at (timestamp) (revisions/03_another_name.ts:23)
alter table "thing" add column "seen_at" timestamp;

-- add column thing.price (decimal(10, 2), NOT NULL) (revisions/03_another_name.ts:24)
alter table "thing" add column "price" decimal(10, 2) not null default '9.5';

-- rename column thing.note to remark (revisions/03_another_name.ts:25)
alter table "thing" rename "note" to "remark";

-- rename column thing.label to short (revisions/03_another_name.ts:26)
alter table "thing" rename "label" to "short";

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['col02']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  UPDATE "migrator_version" SET version_num = 'col02' WHERE version_num = 'col03';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision col03 should leave the database at col02',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision col03: committed'
\endif

-- ==== undoing revision col02 A column comes. ====
-- from col02 to col01, revisions/02_a_column_comes.ts

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['col02']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision col02 needs the database at col02',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- drop column thing.checked (revisions/02_a_column_comes.ts:22)
alter table "thing" drop column "checked";

-- drop column thing.weight (revisions/02_a_column_comes.ts:23)
alter table "thing" drop column "weight";

-- drop column thing.colour (revisions/02_a_column_comes.ts:24)
alter table "thing" drop column "colour";

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['col01']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  UPDATE "migrator_version" SET version_num = 'col01' WHERE version_num = 'col02';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision col02 should leave the database at col01',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision col02: committed'
\endif

-- ==== undoing revision col01 Columns of every type, with defaults of each kind. ====
-- from col01 to base, revisions/01_columns_of_every.ts

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['col01']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision col01 needs the database at col01',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- drop table thing (revisions/01_columns_of_every.ts:39)
drop table "thing";

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY[]::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  DELETE FROM "migrator_version" WHERE version_num IN ('col01');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision col01 should leave the database at base',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision col01: committed'
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
