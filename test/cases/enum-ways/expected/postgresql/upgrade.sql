-- upgrade.sql: made by migrator for PostgreSQL 15 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   d4e00003
-- Version table: migrator_version
-- Script: c7fd28450f89c5cdab1e6ae10348065dc9f918df1c8da0180731e77b5832dff6
--
-- Revisions, in this order:
--   1. up d4e00001 Two enums of one name, and columns that have them in every way
--      sha256 0af43bf557150a4c15519c96b3957b8877dffccb94241d8eb2e0f49a12c9d9ab
--   2. up d4e00002 Each of the two changes for itself
--      sha256 2783668d8079623f7312acdc52a7e5ec4648b28eed5c0ccc0005861205f4fb96
--   3. up d4e00003 The columns go, and come back as they have become
--      sha256 99942812e8f17fa5690a2f43d3d6a4ef07b4b9916f172c9e7dd01ec561ae849a
--
-- Run it:
--   psql -X -d DATABASE -L upgrade.log -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:d4e00003 --target postgresql
-- It refuses, too, unless what it expects holds:
--   it expects a server that takes changes
--   it expects a schema to make things in
--   it expects new tables to be made in the schema of migrator_version
--
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.
--
-- It waits at most 10 s for a lock (lock_timeout).
-- A statement that waited too long fails (canceling statement due to lock timeout), and its revision is undone.
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('d4e00003') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT to_regclass('"migrator_version_ledger"') IS NOT NULL AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'c7fd28450f89c5cdab1e6ae10348065dc9f918df1c8da0180731e77b5832dff6' \gset
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
\echo 'already applied: the database is at d4e00003, nothing was changed'
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
    IF EXISTS (SELECT FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'c7fd28450f89c5cdab1e6ae10348065dc9f918df1c8da0180731e77b5832dff6') THEN
      RAISE EXCEPTION 'migration refused: another script left a revision half done' USING HINT = 'Nothing was changed. "migrator_version_ledger" shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM "migrator_version_ledger".';
    END IF;
  END IF;
  IF to_regclass('"migrator_version"') IS NOT NULL THEN
    SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  END IF;
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    place := NULL;
    IF to_regclass('"migrator_version_ledger"') IS NOT NULL THEN
      IF EXISTS (SELECT FROM "migrator_version_ledger" WHERE script = 'c7fd28450f89c5cdab1e6ae10348065dc9f918df1c8da0180731e77b5832dff6') THEN
        place := CASE coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base')
          WHEN 'd4e00001' THEN 1
          WHEN 'd4e00002' THEN 2
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

-- ==== revision d4e00001 Two enums of one name, and columns that have them in every way ====
-- from base to d4e00001, revisions/d4e00001_enums.ts

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 0 AS migrator_todo, current_setting('migrator.position')::integer > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision d4e00001: applied already'
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
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision d4e00001 needs the database at base',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'd4e00001 1', true);
END
$migrator$;

-- create schema far (revisions/d4e00001_enums.ts:8)
create schema "far";

-- create enum far.mood (sad, happy, calm) (revisions/d4e00001_enums.ts:9)
create type "far"."mood" as enum ('sad', 'happy', 'calm');

-- create enum mood (sad, happy, calm) (revisions/d4e00001_enums.ts:10)
create type "mood" as enum ('sad', 'happy', 'calm');

-- create type person_width (revisions/d4e00001_enums.ts:11)
create type "person_width" as enum ('s', 'm');

-- create table person (8 columns) (revisions/d4e00001_enums.ts:11)
create table "person" (
  "id" integer not null,
  "mood" "mood" default 'sad',
  "moods" mood[] default ARRAY['sad', 'calm']::mood[],
  "distant" far.mood,
  "width" "person_width",
  "widths" person_width[3][],
  "grid" int array[4],
  "letter" "char",
  constraint "person_pkey" primary key ("id")
);

-- insert 1 row into person (revisions/d4e00001_enums.ts:21)
insert into "person" ("id", "mood", "distant", "width") values
  (1, 'calm', 'sad', 's');

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['d4e00001']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM 'd4e00001 1' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  INSERT INTO "migrator_version" (version_num) VALUES ('d4e00001');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision d4e00001 should leave the database at d4e00001',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('d4e00001', 'up', 1, 1, 'done', '7cb61367d93604d52fe685e3664c05c4d82248bffe1e869e8c452f23c881785b', 'c7fd28450f89c5cdab1e6ae10348065dc9f918df1c8da0180731e77b5832dff6');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'd4e00001', 'up', 'Two enums of one name, and columns that have them in every way', clock_timestamp(), session_user,
      '7cb61367d93604d52fe685e3664c05c4d82248bffe1e869e8c452f23c881785b', 'c7fd28450f89c5cdab1e6ae10348065dc9f918df1c8da0180731e77b5832dff6', 0
    FROM "migrator_version_log";
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision d4e00001: committed'
\endif

\endif

-- ==== revision d4e00002 Each of the two changes for itself ====
-- from d4e00001 to d4e00002, revisions/d4e00002_changes.ts

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 1 AS migrator_todo, current_setting('migrator.position')::integer > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision d4e00002: applied already'
\endif
\if :migrator_todo

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['d4e00001']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision d4e00002 needs the database at d4e00001',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'd4e00002 1', true);
END
$migrator$;

-- revision d4e00002 stops here, with their number and where the first is, when there are
--   rows of person whose distant is "calm", with which a statement below would fail
DO $migrator$
DECLARE
  migrator_count bigint;
  migrator_first text;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "person" WHERE "distant"::text = 'calm');
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "person" WHERE "distant"::text = 'calm' ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: revision d4e00002 finds ' || migrator_count || ' row' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of person whose distant is "calm"' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Mend the rows, and run the script again.';
  END IF;
END
$migrator$;

-- drop value "calm" of enum far.mood; set the old type aside as mood_old (revisions/d4e00002_changes.ts:8)
alter type "far"."mood" rename to "mood_old";

-- create type far.mood (revisions/d4e00002_changes.ts:8)
create type "far"."mood" as enum ('sad', 'happy');

-- write the values of column person.distant anew (revisions/d4e00002_changes.ts:8)
alter table "person" alter column "distant" type "far"."mood" using ("distant"::text::"far"."mood");

-- drop the old type (revisions/d4e00002_changes.ts:8)
drop type "far"."mood_old";

-- rename value "sad" of enum mood to "blue" (revisions/d4e00002_changes.ts:9)
alter type "mood" rename value 'sad' to 'blue';

-- rename enum mood to feeling (revisions/d4e00002_changes.ts:10)
alter type "mood" rename to "feeling";

-- revision d4e00002 stops here, with their number and where the first is, when there are
--   rows of person whose mood is "happy", with which a statement below would fail
--   rows of person whose moods is "happy", with which a statement below would fail
DO $migrator$
DECLARE
  migrator_count bigint;
  migrator_first text;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "person" WHERE "mood"::text = 'happy');
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "person" WHERE "mood"::text = 'happy' ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: revision d4e00002 finds ' || migrator_count || ' row' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of person whose mood is "happy"' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Mend the rows, and run the script again.';
  END IF;
  migrator_count := (SELECT COUNT(*) FROM "person" WHERE 'happy' = ANY ("moods"::text[]));
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "person" WHERE 'happy' = ANY ("moods"::text[]) ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: revision d4e00002 finds ' || migrator_count || ' row' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of person whose moods is "happy"' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Mend the rows, and run the script again.';
  END IF;
END
$migrator$;

-- drop value "happy" of enum feeling; set the old type aside as feeling_old (revisions/d4e00002_changes.ts:11)
alter type "feeling" rename to "feeling_old";

-- create type feeling (revisions/d4e00002_changes.ts:11)
create type "feeling" as enum ('blue', 'calm');

-- take the default of column person.mood out of the way (revisions/d4e00002_changes.ts:11)
alter table "person" alter column "mood" drop default;

-- write the values of column person.mood anew (revisions/d4e00002_changes.ts:11)
alter table "person" alter column "mood" type "feeling" using ("mood"::text::"feeling");

-- give column person.mood its default again (revisions/d4e00002_changes.ts:11)
alter table "person" alter column "mood" set default 'blue';

-- take the default of column person.moods out of the way (revisions/d4e00002_changes.ts:11)
alter table "person" alter column "moods" drop default;

-- write the values of column person.moods anew (revisions/d4e00002_changes.ts:11)
alter table "person" alter column "moods" type "feeling"[] using ("moods"::text[]::"feeling"[]);

-- give column person.moods its default again (revisions/d4e00002_changes.ts:11)
alter table "person" alter column "moods" set default ARRAY['blue', 'calm']::feeling[];

-- drop the old type (revisions/d4e00002_changes.ts:11)
drop type "feeling_old";

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['d4e00002']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM 'd4e00002 1' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  UPDATE "migrator_version" SET version_num = 'd4e00002' WHERE version_num = 'd4e00001';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision d4e00002 should leave the database at d4e00002',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('d4e00002', 'up', 1, 1, 'done', '30a0262c2687fb61e466c81ef254097aeab1587ac66a23b3bb258c903428083c', 'c7fd28450f89c5cdab1e6ae10348065dc9f918df1c8da0180731e77b5832dff6');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'd4e00002', 'up', 'Each of the two changes for itself', clock_timestamp(), session_user,
      '30a0262c2687fb61e466c81ef254097aeab1587ac66a23b3bb258c903428083c', 'c7fd28450f89c5cdab1e6ae10348065dc9f918df1c8da0180731e77b5832dff6', 0
    FROM "migrator_version_log";
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision d4e00002: committed'
\endif

\endif

-- ==== revision d4e00003 The columns go, and come back as they have become ====
-- from d4e00002 to d4e00003, revisions/d4e00003_columns.ts

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 2 AS migrator_todo, current_setting('migrator.position')::integer > 2 AS migrator_past \gset
\if :migrator_past
\echo 'revision d4e00003: applied already'
\endif
\if :migrator_todo

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['d4e00002']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision d4e00003 needs the database at d4e00002',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'd4e00003 1', true);
END
$migrator$;

-- loss accepted: nobody asks
-- drop column person.mood (revisions/d4e00003_columns.ts:8)
alter table "person" drop column "mood";

-- loss accepted: nobody asks
-- drop column person.moods (revisions/d4e00003_columns.ts:9)
alter table "person" drop column "moods";

-- loss accepted: nobody asks
-- drop column person.distant (revisions/d4e00003_columns.ts:10)
alter table "person" drop column "distant";

-- loss accepted: nobody asks
-- drop column person.width (revisions/d4e00003_columns.ts:11)
alter table "person" drop column "width";

-- loss accepted: nobody asks
-- drop column person.widths (revisions/d4e00003_columns.ts:12)
alter table "person" drop column "widths";

-- drop type person_width (revisions/d4e00003_columns.ts:12)
drop type "person_width";

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['d4e00003']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM 'd4e00003 1' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  UPDATE "migrator_version" SET version_num = 'd4e00003' WHERE version_num = 'd4e00002';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision d4e00003 should leave the database at d4e00003',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('d4e00003', 'up', 1, 1, 'done', 'e50d7418360b171577652ae41c9421bbe3e5246a7b05d5fed8800317ba701088', 'c7fd28450f89c5cdab1e6ae10348065dc9f918df1c8da0180731e77b5832dff6');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'd4e00003', 'up', 'The columns go, and come back as they have become', clock_timestamp(), session_user,
      'e50d7418360b171577652ae41c9421bbe3e5246a7b05d5fed8800317ba701088', 'c7fd28450f89c5cdab1e6ae10348065dc9f918df1c8da0180731e77b5832dff6', 0
    FROM "migrator_version_log";
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision d4e00003: committed'
\endif

\endif

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['d4e00003']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration not complete: %, but it is at %', 'upgrade.sql should leave the database at d4e00003',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Read the messages above this one: something failed.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  PERFORM pg_advisory_unlock(hashtextextended('migrator:' || current_database() || ':' || '"migrator_version"', 0));
END
$migrator$;
\if :ERROR
\else
\echo 'done: the database is at d4e00003'
\endif
SELECT set_config('default_transaction_read_only', current_setting('migrator.frozen'), false) AS migrator_frozen \gset
RESET migrator.frozen;
RESET client_encoding;
RESET standard_conforming_strings;
RESET client_min_messages;
RESET TimeZone;
RESET row_security;
RESET lock_timeout;
