-- downgrade.sql: made by migrator for PostgreSQL 15 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: bbb3ac24
-- To:   base
-- Version table: migrator_version
-- Script: 552ae752f985216feff23023e100e5601074d9fe4739a73b6fdae4871c7353b7
--
-- Revisions, in this order:
--   1. down bbb3ac24 A function is created and replaced
--      sha256 4c2173efbebba3fc5390c4f8b6d3140899eaae92d0e7a3266e8d953245b64203
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
SELECT count(*) = 0 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT to_regclass('"migrator_version_ledger"') IS NOT NULL AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '552ae752f985216feff23023e100e5601074d9fe4739a73b6fdae4871c7353b7' \gset
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
  wanted CONSTANT text[] := ARRAY['bbb3ac24']::text[];
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
    IF EXISTS (SELECT FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '552ae752f985216feff23023e100e5601074d9fe4739a73b6fdae4871c7353b7') THEN
      RAISE EXCEPTION 'migration refused: another script left a revision half done' USING HINT = 'Nothing was changed. "migrator_version_ledger" shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM "migrator_version_ledger".';
    END IF;
  END IF;
  IF to_regclass('"migrator_version"') IS NOT NULL THEN
    SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  ELSE
    RAISE EXCEPTION '%', 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at bbb3ac24' USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
  END IF;
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    place := NULL;
  END IF;
  IF place IS NULL THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'downgrade.sql needs the database at bbb3ac24',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
  END IF;
  DECLARE
    fault text;
  BEGIN
    fault := CASE WHEN pg_is_in_recovery() THEN 'expects a server that takes changes, but this one is a standby' END;
    IF fault IS NOT NULL THEN
      RAISE EXCEPTION '%', 'migration refused: downgrade.sql ' || fault
        USING HINT = 'Nothing was changed. Mend what it names, or have the script made for what is there.';
    END IF;
  END;
  PERFORM set_config('migrator.position', place::text, false);
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

-- ==== undoing revision bbb3ac24 A function is created and replaced ====
-- from bbb3ac24 to base, revisions/bbb3ac24_functions.ts

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 0 AS migrator_todo, current_setting('migrator.position')::integer > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision bbb3ac24: applied already'
\endif
\if :migrator_todo

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['bbb3ac24']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision bbb3ac24 needs the database at bbb3ac24',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'bbb3ac24 1', true);
END
$migrator$;

-- drop function add_tax (revisions/bbb3ac24_functions.ts:31)
drop function "add_tax";

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY[]::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM 'bbb3ac24 1' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  DELETE FROM "migrator_version" WHERE version_num IN ('bbb3ac24');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision bbb3ac24 should leave the database at base',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('bbb3ac24', 'down', 1, 1, 'done', 'b49db2bb5471bdc3add218b9c50cba389ccd9fdecd7bf0e9827505abd80501ca', '552ae752f985216feff23023e100e5601074d9fe4739a73b6fdae4871c7353b7');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'bbb3ac24', 'down', 'A function is created and replaced', clock_timestamp(), session_user,
      'b49db2bb5471bdc3add218b9c50cba389ccd9fdecd7bf0e9827505abd80501ca', '552ae752f985216feff23023e100e5601074d9fe4739a73b6fdae4871c7353b7', CASE WHEN current_setting('migrator.accept_loss', true) = 'on' THEN 1 ELSE 0 END
    FROM "migrator_version_log";
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision bbb3ac24: committed'
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
