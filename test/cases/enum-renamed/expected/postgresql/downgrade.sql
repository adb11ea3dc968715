-- downgrade.sql: made by migrator for PostgreSQL 15 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: e7d1b002
-- To:   base
-- Version table: migrator_version
-- Script: 96161a6d0508b0f39a35145e0e3fa804e7bdc777c918dfd28fc873d3b0db39bd
--
-- Revisions, in this order:
--   1. down e7d1b002 Table and columns get other names, and the columns other values
--      sha256 c37ebf9edd3e0a2b6c6e1c7d153deb5c5d63b4822dd86e5d0b7e15b886d13b2c
--   2. down e7d1a001 Columns whose values are listed, under names that they will not keep
--      sha256 8a0000b568684cc08cc1f4ac8a8a84361feeed9d420e9a52833f941c62bbd92e
--
-- Steps that lose data:
--   e7d1a001 loses the rows of table orders.
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
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '96161a6d0508b0f39a35145e0e3fa804e7bdc777c918dfd28fc873d3b0db39bd' \gset
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
  wanted CONSTANT text[] := ARRAY['e7d1b002']::text[];
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
    IF EXISTS (SELECT FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '96161a6d0508b0f39a35145e0e3fa804e7bdc777c918dfd28fc873d3b0db39bd') THEN
      RAISE EXCEPTION 'migration refused: another script left a revision half done' USING HINT = 'Nothing was changed. "migrator_version_ledger" shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM "migrator_version_ledger".';
    END IF;
  END IF;
  IF to_regclass('"migrator_version"') IS NOT NULL THEN
    SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  ELSE
    RAISE EXCEPTION '%', 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at e7d1b002' USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
  END IF;
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    place := NULL;
    IF to_regclass('"migrator_version_ledger"') IS NOT NULL THEN
      IF EXISTS (SELECT FROM "migrator_version_ledger" WHERE script = '96161a6d0508b0f39a35145e0e3fa804e7bdc777c918dfd28fc873d3b0db39bd') THEN
        place := CASE coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base')
          WHEN 'e7d1a001' THEN 1
        END;
      END IF;
    END IF;
  END IF;
  IF place IS NULL THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'downgrade.sql needs the database at e7d1b002',
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

-- ==== undoing revision e7d1b002 Table and columns get other names, and the columns other values ====
-- from e7d1b002 to e7d1a001, revisions/e7d1b002_renamed.ts

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 0 AS migrator_todo, current_setting('migrator.position')::integer > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision e7d1b002: applied already'
\endif
\if :migrator_todo

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['e7d1b002']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e7d1b002 needs the database at e7d1b002',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'e7d1b002 1', true);
END
$migrator$;

-- undoing revision e7d1b002 stops here, with their number and where the first is, when there are
--   values of purchase.sort that are not among a, b, with which a statement below would fail
--   values of purchase.state that are not among open, done, with which a statement below would fail
DO $migrator$
DECLARE
  migrator_count bigint;
  migrator_first text;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "purchase" WHERE "sort" IS NOT NULL AND "sort"::text NOT IN ('a', 'b'));
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "purchase" WHERE "sort" IS NOT NULL AND "sort"::text NOT IN ('a', 'b') ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision e7d1b002 finds ' || migrator_count || ' value' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of purchase.sort that are not among a, b' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Mend the rows, and run the script again.';
  END IF;
  migrator_count := (SELECT COUNT(*) FROM "purchase" WHERE "state" IS NOT NULL AND "state"::text NOT IN ('open', 'done'));
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "purchase" WHERE "state" IS NOT NULL AND "state"::text NOT IN ('open', 'done') ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision e7d1b002 finds ' || migrator_count || ' value' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of purchase.state that are not among open, done' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Mend the rows, and run the script again.';
  END IF;
END
$migrator$;

-- alter column purchase.sort: type text; drop the check of its old values (revisions/e7d1b002_renamed.ts:15)
alter table "purchase" drop constraint if exists "orders_kind_check";

-- drop the check of its old values (revisions/e7d1b002_renamed.ts:15)
alter table "purchase" drop constraint if exists "purchase_sort_check";

-- change the type of column purchase.sort (revisions/e7d1b002_renamed.ts:15)
alter table "purchase" alter column "sort" type text;

-- add the check of its new values (revisions/e7d1b002_renamed.ts:15)
alter table "purchase" add constraint "orders_kind_check" check ("sort" in ('a', 'b'));

-- alter column purchase.state: type text; drop the check of its old values (revisions/e7d1b002_renamed.ts:16)
alter table "purchase" drop constraint if exists "orders_state_check";

-- drop the check of its old values (revisions/e7d1b002_renamed.ts:16)
alter table "purchase" drop constraint if exists "purchase_state_check";

-- change the type of column purchase.state (revisions/e7d1b002_renamed.ts:16)
alter table "purchase" alter column "state" type text;

-- add the check of its new values (revisions/e7d1b002_renamed.ts:16)
alter table "purchase" add constraint "orders_state_check" check ("state" in ('open', 'done'));

-- rename column purchase.sort to kind (revisions/e7d1b002_renamed.ts:17)
alter table "purchase" rename "sort" to "kind";

-- rename table purchase to orders (revisions/e7d1b002_renamed.ts:18)
alter table "purchase" rename to "orders";

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['e7d1a001']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM 'e7d1b002 1' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  UPDATE "migrator_version" SET version_num = 'e7d1a001' WHERE version_num = 'e7d1b002';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision e7d1b002 should leave the database at e7d1a001',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('e7d1b002', 'down', 1, 1, 'done', 'd995fc7b6ecd0bb3e2c6ac4f92e0d7c80acbe9b027c8fe4aaac7628c2ee8d2ec', '96161a6d0508b0f39a35145e0e3fa804e7bdc777c918dfd28fc873d3b0db39bd');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'e7d1b002', 'down', 'Table and columns get other names, and the columns other values', clock_timestamp(), session_user,
      'd995fc7b6ecd0bb3e2c6ac4f92e0d7c80acbe9b027c8fe4aaac7628c2ee8d2ec', '96161a6d0508b0f39a35145e0e3fa804e7bdc777c918dfd28fc873d3b0db39bd', CASE WHEN current_setting('migrator.accept_loss', true) = 'on' THEN 1 ELSE 0 END
    FROM "migrator_version_log";
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision e7d1b002: committed'
\endif

\endif

-- ==== undoing revision e7d1a001 Columns whose values are listed, under names that they will not keep ====
-- from e7d1a001 to base, revisions/e7d1a001_orders.ts
-- It loses the rows of table orders.

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 1 AS migrator_todo, current_setting('migrator.position')::integer > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision e7d1a001: applied already'
\endif
\if :migrator_todo

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['e7d1a001']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e7d1a001 needs the database at e7d1a001',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'e7d1a001 1', true);
END
$migrator$;

-- loss accepted: the orders are samples
-- drop table orders (revisions/e7d1a001_orders.ts:17)
drop table "orders";

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY[]::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM 'e7d1a001 1' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  DELETE FROM "migrator_version" WHERE version_num IN ('e7d1a001');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision e7d1a001 should leave the database at base',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('e7d1a001', 'down', 1, 1, 'done', '298d9e4146f69d924738c8b7c5570885e2e99442c4dc98aae6e5c2f7c3bd6848', '96161a6d0508b0f39a35145e0e3fa804e7bdc777c918dfd28fc873d3b0db39bd');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'e7d1a001', 'down', 'Columns whose values are listed, under names that they will not keep', clock_timestamp(), session_user,
      '298d9e4146f69d924738c8b7c5570885e2e99442c4dc98aae6e5c2f7c3bd6848', '96161a6d0508b0f39a35145e0e3fa804e7bdc777c918dfd28fc873d3b0db39bd', CASE WHEN current_setting('migrator.accept_loss', true) = 'on' THEN 1 ELSE 0 END
    FROM "migrator_version_log";
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision e7d1a001: committed'
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
