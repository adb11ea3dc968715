-- upgrade.sql: made by migrator for PostgreSQL 15 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   od02
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. up od01 Defaults that are no plain text or number.
--      sha256 198a196eda69585c61d70db13b07b1e52159b3ba804193bdbe44b40af954fff0
--   2. up od02 One more, and a row that takes them.
--      sha256 02d81fe677a4f9b3c175335ec101214a4972aa8f5b7e3cbd0de4aa07f8321667
--
-- Run it:
--   psql -X -d DATABASE -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:od02
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('od02') THEN version_num END) = 1 AS migrator_done
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
\echo 'already applied: the database is at od02, nothing was changed'
\quit
\endif
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY[]::text[];
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
  END IF;
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'upgrade.sql needs the database at base',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
  END IF;
  PERFORM set_config('default_transaction_read_only', 'off', false);
END
$migrator$;

CREATE TABLE IF NOT EXISTS "migrator_version" (
  version_num VARCHAR(32) NOT NULL,
  CONSTRAINT "migrator_version_pkc" PRIMARY KEY (version_num)
);

-- ==== revision od01 Defaults that are no plain text or number. ====
-- from base to od01, revisions/01_defaults_that_are.ts

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
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision od01 needs the database at base',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- create table setting (5 columns) (revisions/01_defaults_that_are.ts:16)
create table "setting" (
  "id" integer not null,
  "valid_from" timestamp default '2026-01-31T12:00:00.000+00:00',
  "kind" text check ("kind" in ('what?', 'a \\? b')) default 'what?',
  "options" json default ('{"quote":"it''s","list":[1,null]}'),
  "mark" varchar(40) default 'a ? and a \? and a :name',
  constraint "setting_pkey" primary key ("id")
);

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['od01']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  INSERT INTO "migrator_version" (version_num) VALUES ('od01');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision od01 should leave the database at od01',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision od01: committed'
\endif

-- ==== revision od02 One more, and a row that takes them. ====
-- from od01 to od02, revisions/02_one_more.ts

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['od01']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision od02 needs the database at od01',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- add column setting.ends (varchar(20)) (revisions/02_one_more.ts:16)
alter table "setting" add column "ends" varchar(20) default E'two\nlines';

-- insert 1 row into setting (revisions/02_one_more.ts:17)
insert into "setting" ("id") values
  (1);

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['od02']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  UPDATE "migrator_version" SET version_num = 'od02' WHERE version_num = 'od01';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision od02 should leave the database at od02',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision od02: committed'
\endif

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['od02']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration not complete: %, but it is at %', 'upgrade.sql should leave the database at od02',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'Read the messages above this one: something failed.';
  END IF;
  PERFORM pg_advisory_unlock(hashtextextended('migrator:' || current_database() || ':' || '"migrator_version"', 0));
END
$migrator$;
\if :ERROR
\else
\echo 'done: the database is at od02'
\endif
SELECT set_config('default_transaction_read_only', current_setting('migrator.frozen'), false) AS migrator_frozen \gset
RESET migrator.frozen;
RESET client_encoding;
RESET standard_conforming_strings;
RESET client_min_messages;
RESET lock_timeout;
RESET TimeZone;
