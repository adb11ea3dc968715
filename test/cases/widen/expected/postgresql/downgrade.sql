-- downgrade.sql: made by migrator for PostgreSQL 15 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: wid02
-- To:   base
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. down wid02 Longer names.
--      sha256 ca84462febc5b396ec5cad4c1e60a146b3c69d100fa0b6d3d151662e99be9ef2
--   2. down wid01 A table to change.
--      sha256 681edfd216fe57278a8b8d4e2bcbd45c76aedda639f2219ae4c0f853c498a3a5
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
  wanted CONSTANT text[] := ARRAY['wid02']::text[];
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
    RAISE EXCEPTION '%', 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at wid02' USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
  END IF;
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'downgrade.sql needs the database at wid02',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
  END IF;
  PERFORM set_config('default_transaction_read_only', 'off', false);
END
$migrator$;

CREATE TABLE IF NOT EXISTS "migrator_version" (
  version_num VARCHAR(32) NOT NULL,
  CONSTRAINT "migrator_version_pkc" PRIMARY KEY (version_num)
);

-- ==== undoing revision wid02 Longer names. ====
-- from wid02 to wid01, revisions/02_longer_names.ts

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['wid02']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision wid02 needs the database at wid02',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- alter column person.name: no comment (revisions/02_longer_names.ts:21)
comment on column "person"."name" is null;

-- alter column person.name: type varchar(40) (revisions/02_longer_names.ts:22)
alter table "person" alter column "name" type varchar(40) using ("name"::varchar(40));

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['wid01']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  UPDATE "migrator_version" SET version_num = 'wid01' WHERE version_num = 'wid02';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision wid02 should leave the database at wid01',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision wid02: committed'
\endif

-- ==== undoing revision wid01 A table to change. ====
-- from wid01 to base, revisions/01_a_table.ts

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['wid01']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision wid01 needs the database at wid01',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- drop table person (revisions/01_a_table.ts:23)
drop table "person";

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY[]::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  DELETE FROM "migrator_version" WHERE version_num IN ('wid01');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision wid01 should leave the database at base',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision wid01: committed'
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
