-- downgrade.sql: made by migrator for PostgreSQL 15 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: d4e00003
-- To:   base
-- Version table: migrator_version
-- Script: 6a3ed9e1b522d4f1c9f9643020fe88ca687c828cc81ef32748ca705cd9c5d896
--
-- Revisions, in this order:
--   1. down d4e00003 The columns go, and come back as they have become
--      derived from its upgrade
--      sha256 99942812e8f17fa5690a2f43d3d6a4ef07b4b9916f172c9e7dd01ec561ae849a
--   2. down d4e00002 Each of the two changes for itself
--      sha256 2783668d8079623f7312acdc52a7e5ec4648b28eed5c0ccc0005861205f4fb96
--   3. down d4e00001 Two enums of one name, and columns that have them in every way
--      sha256 0af43bf557150a4c15519c96b3957b8877dffccb94241d8eb2e0f49a12c9d9ab
--
-- Steps that lose data:
--   d4e00001 loses the rows of table person.
--
-- Run it:
--   psql -X -d DATABASE -L downgrade.log -f downgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator downgrade --sql WHERE_IT_IS:base --target postgresql
-- It refuses, too, unless what it expects holds:
--   it expects a server that takes changes
--   it expects a schema to make things in
--   it expects new tables to be made in the schema of migrator_version
--
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.
--
-- Not one transaction: d4e00002.
-- When a statement of such a revision fails, what was done before it in its revision stays.
-- The ledger beside the version table knows the steps that are done: mend what the message says, and run the
-- same file again; it goes on there. A step that was cut off in its middle stops the script, with what to look
-- at and how to settle it.
--
-- It waits at most 10 s for a lock (lock_timeout).
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
SELECT count(*) = 0 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT to_regclass('"migrator_version_ledger"') IS NOT NULL AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '6a3ed9e1b522d4f1c9f9643020fe88ca687c828cc81ef32748ca705cd9c5d896' \gset
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
\echo 'already applied: the database is at base, nothing was changed'
\quit
\endif
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['d4e00003']::text[];
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
    IF EXISTS (SELECT FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '6a3ed9e1b522d4f1c9f9643020fe88ca687c828cc81ef32748ca705cd9c5d896') THEN
      RAISE EXCEPTION 'migration refused: another script left a revision half done' USING HINT = 'Nothing was changed. "migrator_version_ledger" shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM "migrator_version_ledger".';
    END IF;
  END IF;
  IF to_regclass('"migrator_version"') IS NOT NULL THEN
    SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  ELSE
    RAISE EXCEPTION '%', 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at d4e00003' USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
  END IF;
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    place := NULL;
    IF to_regclass('"migrator_version_ledger"') IS NOT NULL THEN
      IF EXISTS (SELECT FROM "migrator_version_ledger" WHERE script = '6a3ed9e1b522d4f1c9f9643020fe88ca687c828cc81ef32748ca705cd9c5d896') THEN
        place := CASE coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base')
          WHEN 'd4e00002' THEN 1
          WHEN 'd4e00001' THEN 2
        END;
      END IF;
    END IF;
  END IF;
  IF place IS NULL THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'downgrade.sql needs the database at d4e00003',
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
      RAISE EXCEPTION '%', 'migration refused: downgrade.sql ' || fault
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

-- ==== undoing revision d4e00003 The columns go, and come back as they have become ====
-- from d4e00003 to d4e00002, revisions/d4e00003_columns.ts
-- Derived from the upgrade, because the revision exports no downgrade.
-- It does not bring back the values of column person.widths.
-- It does not bring back the values of column person.width.
-- It does not bring back the values of column person.distant.
-- It does not bring back the values of column person.moods.
-- It does not bring back the values of column person.mood.

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 0 AS migrator_todo, current_setting('migrator.position')::integer > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision d4e00003: applied already'
\endif
\if :migrator_todo

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['d4e00003']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision d4e00003 needs the database at d4e00003',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'd4e00003 1', true);
END
$migrator$;

-- create enum person_width (s, m) (revisions/d4e00003_columns.ts:12)
create type "person_width" as enum ('s', 'm');

-- add column person.widths (person_width[3][]) (revisions/d4e00003_columns.ts:12)
alter table "person" add column "widths" person_width[3][];

-- add column person.width ("person_width") (revisions/d4e00003_columns.ts:11)
alter table "person" add column "width" "person_width";

-- add column person.distant (far.mood) (revisions/d4e00003_columns.ts:10)
alter table "person" add column "distant" far.mood;

-- add column person.moods (feeling[]) (revisions/d4e00003_columns.ts:9)
alter table "person" add column "moods" feeling[] default ARRAY['blue', 'calm']::feeling[];

-- add column person.mood ("feeling") (revisions/d4e00003_columns.ts:8)
alter table "person" add column "mood" "feeling" default 'blue';

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['d4e00002']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM 'd4e00003 1' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  UPDATE "migrator_version" SET version_num = 'd4e00002' WHERE version_num = 'd4e00003';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision d4e00003 should leave the database at d4e00002',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('d4e00003', 'down', 1, 1, 'done', '03ce0149da45d40975852a32c444954bcf6984dc6db4fbedde5eecdfabaf2926', '6a3ed9e1b522d4f1c9f9643020fe88ca687c828cc81ef32748ca705cd9c5d896');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'd4e00003', 'down', 'The columns go, and come back as they have become', clock_timestamp(), session_user,
      '03ce0149da45d40975852a32c444954bcf6984dc6db4fbedde5eecdfabaf2926', '6a3ed9e1b522d4f1c9f9643020fe88ca687c828cc81ef32748ca705cd9c5d896', CASE WHEN current_setting('migrator.accept_loss', true) = 'on' THEN 1 ELSE 0 END
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

-- ==== undoing revision d4e00002 Each of the two changes for itself ====
-- from d4e00002 to d4e00001, revisions/d4e00002_changes.ts

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 1 AS migrator_todo, current_setting('migrator.position')::integer > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision d4e00002: applied already'
\endif
\if :migrator_todo
\set migrator_step 0
\set migrator_begun 0
SELECT coalesce(max(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0) AS migrator_step,
    coalesce(max(CASE WHEN state = 'started' THEN step END), 0) AS migrator_begun
  FROM "migrator_version_ledger" WHERE revision = 'd4e00002' AND direction = 'down' AND digest = '253aeeb59f647afb1dddaf903e3c64b7ee78e0468f544d37b691560442d402dd' \gset

DO $migrator$
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  IF NOT EXISTS (SELECT FROM "migrator_version_ledger" WHERE revision = 'd4e00002' AND direction = 'down' AND digest = '253aeeb59f647afb1dddaf903e3c64b7ee78e0468f544d37b691560442d402dd') THEN
    DELETE FROM "migrator_version_ledger";
    INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('d4e00002', 'down', 0, 4, 'done', '253aeeb59f647afb1dddaf903e3c64b7ee78e0468f544d37b691560442d402dd', '6a3ed9e1b522d4f1c9f9643020fe88ca687c828cc81ef32748ca705cd9c5d896');
  END IF;
END
$migrator$;

\set migrator_todo false
SELECT :migrator_step < 1 AS migrator_todo \gset
\if :migrator_todo
-- Step 1 of 4 of revision d4e00002.
-- No transaction protects what follows, so the session is closed again and the guard asked anew.
SET default_transaction_read_only = on;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['d4e00002']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  IF EXISTS (SELECT FROM "migrator_version_ledger" WHERE step = 1 AND state = 'started') THEN
    RAISE EXCEPTION '%', 'migration refused: step 1 of 4 of revision d4e00002 was begun by an earlier run, and nobody knows whether it took effect'
      USING HINT = 'See in a new session whether that step (add value "happy" to enum feeling, outside any transaction (revisions/d4e00002_changes.ts:15)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 0, state = ''done''. Then run this file again.';
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision d4e00002 needs the database at d4e00002',
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
    WHERE revision = 'd4e00002' AND direction = 'down' AND digest = '253aeeb59f647afb1dddaf903e3c64b7ee78e0468f544d37b691560442d402dd' AND (step = 0 AND state = 'done' OR step = 1 AND state = 'started');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration refused: the ledger is not where this script left it';
  END IF;
END
$migrator$;

SET lock_timeout = 0;
\set ON_ERROR_STOP off
-- add value "happy" to enum feeling, outside any transaction (revisions/d4e00002_changes.ts:15)
alter type "feeling" add value if not exists 'happy' before 'calm';
\set migrator_failed :ERROR
\set ON_ERROR_STOP on
\if :migrator_failed
UPDATE "migrator_version_ledger" SET step = 0, state = 'done';
SET migrator.stopped = on;
SET default_transaction_read_only = on;
DO $migrator$
BEGIN
  RAISE EXCEPTION 'migration stopped: step 1 of 4 of revision d4e00002 failed; its message stands above';
END
$migrator$;
\else
DO $migrator$
DECLARE
  moved bigint;
BEGIN
  UPDATE "migrator_version_ledger" SET step = 1, state = 'done'
    WHERE revision = 'd4e00002' AND direction = 'down' AND digest = '253aeeb59f647afb1dddaf903e3c64b7ee78e0468f544d37b691560442d402dd' AND step IN (0, 1);
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
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision d4e00002 needs the database at d4e00002',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'd4e00002 2', true);
END
$migrator$;

-- rename enum feeling to mood (revisions/d4e00002_changes.ts:16)
alter type "feeling" rename to "mood";

-- rename value "blue" of enum mood to "sad" (revisions/d4e00002_changes.ts:17)
alter type "mood" rename value 'blue' to 'sad';

DO $migrator$
DECLARE
  moved bigint;
BEGIN
  UPDATE "migrator_version_ledger" SET step = 2, state = 'done'
    WHERE revision = 'd4e00002' AND direction = 'down' AND digest = '253aeeb59f647afb1dddaf903e3c64b7ee78e0468f544d37b691560442d402dd' AND step IN (1, 2);
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration refused: the ledger is not where this script left it';
  END IF;
END
$migrator$;
COMMIT;
\endif

\set migrator_todo false
SELECT :migrator_step < 3 AS migrator_todo \gset
\if :migrator_todo
-- Step 3 of 4 of revision d4e00002.
-- No transaction protects what follows, so the session is closed again and the guard asked anew.
SET default_transaction_read_only = on;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['d4e00002']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  IF EXISTS (SELECT FROM "migrator_version_ledger" WHERE step = 3 AND state = 'started') THEN
    RAISE EXCEPTION '%', 'migration refused: step 3 of 4 of revision d4e00002 was begun by an earlier run, and nobody knows whether it took effect'
      USING HINT = 'See in a new session whether that step (add value "calm" to enum far.mood, outside any transaction (revisions/d4e00002_changes.ts:18)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 2, state = ''done''. Then run this file again.';
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision d4e00002 needs the database at d4e00002',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('default_transaction_read_only', 'off', false);
END
$migrator$;
DO $migrator$
DECLARE
  moved bigint;
BEGIN
  UPDATE "migrator_version_ledger" SET step = 3, state = 'started'
    WHERE revision = 'd4e00002' AND direction = 'down' AND digest = '253aeeb59f647afb1dddaf903e3c64b7ee78e0468f544d37b691560442d402dd' AND (step = 2 AND state = 'done' OR step = 3 AND state = 'started');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration refused: the ledger is not where this script left it';
  END IF;
END
$migrator$;

SET lock_timeout = 0;
\set ON_ERROR_STOP off
-- add value "calm" to enum far.mood, outside any transaction (revisions/d4e00002_changes.ts:18)
alter type "far"."mood" add value if not exists 'calm';
\set migrator_failed :ERROR
\set ON_ERROR_STOP on
\if :migrator_failed
UPDATE "migrator_version_ledger" SET step = 2, state = 'done';
SET migrator.stopped = on;
SET default_transaction_read_only = on;
DO $migrator$
BEGIN
  RAISE EXCEPTION 'migration stopped: step 3 of 4 of revision d4e00002 failed; its message stands above';
END
$migrator$;
\else
DO $migrator$
DECLARE
  moved bigint;
BEGIN
  UPDATE "migrator_version_ledger" SET step = 3, state = 'done'
    WHERE revision = 'd4e00002' AND direction = 'down' AND digest = '253aeeb59f647afb1dddaf903e3c64b7ee78e0468f544d37b691560442d402dd' AND step IN (2, 3);
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
SELECT :migrator_step < 4 AS migrator_todo \gset
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
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision d4e00002 needs the database at d4e00002',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'd4e00002 4', true);
END
$migrator$;

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['d4e00001']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM 'd4e00002 4' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  UPDATE "migrator_version" SET version_num = 'd4e00001' WHERE version_num = 'd4e00002';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision d4e00002 should leave the database at d4e00001',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('d4e00002', 'down', 4, 4, 'done', '253aeeb59f647afb1dddaf903e3c64b7ee78e0468f544d37b691560442d402dd', '6a3ed9e1b522d4f1c9f9643020fe88ca687c828cc81ef32748ca705cd9c5d896');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'd4e00002', 'down', 'Each of the two changes for itself', clock_timestamp(), session_user,
      '253aeeb59f647afb1dddaf903e3c64b7ee78e0468f544d37b691560442d402dd', '6a3ed9e1b522d4f1c9f9643020fe88ca687c828cc81ef32748ca705cd9c5d896', CASE WHEN current_setting('migrator.accept_loss', true) = 'on' THEN 1 ELSE 0 END
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

\endif

-- ==== undoing revision d4e00001 Two enums of one name, and columns that have them in every way ====
-- from d4e00001 to base, revisions/d4e00001_enums.ts
-- It loses the rows of table person.

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 2 AS migrator_todo, current_setting('migrator.position')::integer > 2 AS migrator_past \gset
\if :migrator_past
\echo 'revision d4e00001: applied already'
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
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision d4e00001 needs the database at d4e00001',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'd4e00001 1', true);
END
$migrator$;

-- loss accepted: people are samples
-- drop table person (revisions/d4e00001_enums.ts:25)
drop table "person";

-- drop type person_width (revisions/d4e00001_enums.ts:25)
drop type "person_width";

-- drop enum mood (revisions/d4e00001_enums.ts:26)
drop type "mood";

-- drop enum far.mood (revisions/d4e00001_enums.ts:27)
drop type "far"."mood";

-- drop schema far (revisions/d4e00001_enums.ts:28)
drop schema "far";

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY[]::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM 'd4e00001 1' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  DELETE FROM "migrator_version" WHERE version_num IN ('d4e00001');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision d4e00001 should leave the database at base',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('d4e00001', 'down', 1, 1, 'done', 'daf42ac31d5da2fc1c2a42a356839d3dc5997fed9fc4d4babcab7d861d91e2c7', '6a3ed9e1b522d4f1c9f9643020fe88ca687c828cc81ef32748ca705cd9c5d896');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'd4e00001', 'down', 'Two enums of one name, and columns that have them in every way', clock_timestamp(), session_user,
      'daf42ac31d5da2fc1c2a42a356839d3dc5997fed9fc4d4babcab7d861d91e2c7', '6a3ed9e1b522d4f1c9f9643020fe88ca687c828cc81ef32748ca705cd9c5d896', CASE WHEN current_setting('migrator.accept_loss', true) = 'on' THEN 1 ELSE 0 END
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

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY[]::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration not complete: %, but it is at %', 'downgrade.sql should leave the database at base',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Read the messages above this one: something failed.';
  END IF;
  DELETE FROM "migrator_version_ledger";
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
RESET TimeZone;
RESET row_security;
RESET lock_timeout;
