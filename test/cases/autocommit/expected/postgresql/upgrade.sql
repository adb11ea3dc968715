-- upgrade.sql: made by migrator for PostgreSQL 15 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   b9678d08
-- Version table: migrator_version
-- Script: 4a2da157d8b569ac924f1158060be00f70542b21ff996452ab92d7e5ea4f5b42
--
-- Revisions, in this order:
--   1. up a9678d08 A table with rows
--      sha256 051344b59d003bd6c8e4cb026854d080d25bc1fb3ad78057d93ed126f4ac50c6
--   2. up b9678d08 A statement runs outside any transaction
--      sha256 8e24ef253d5fb558ef235177fd1a424f2e7c67c70ce561592a551428e9d71311
--
-- Run it:
--   psql -X -d DATABASE -L upgrade.log -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:b9678d08 --target postgresql
-- It refuses, too, unless what it expects holds:
--   it expects a server that takes changes
--   it expects a schema to make things in
--   it expects new tables to be made in the schema of migrator_version
--
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.
--
-- Not one transaction: b9678d08.
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b9678d08') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT to_regclass('"migrator_version_ledger"') IS NOT NULL AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '4a2da157d8b569ac924f1158060be00f70542b21ff996452ab92d7e5ea4f5b42' \gset
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
\echo 'already applied: the database is at b9678d08, nothing was changed'
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
    IF EXISTS (SELECT FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '4a2da157d8b569ac924f1158060be00f70542b21ff996452ab92d7e5ea4f5b42') THEN
      RAISE EXCEPTION 'migration refused: another script left a revision half done' USING HINT = 'Nothing was changed. "migrator_version_ledger" shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM "migrator_version_ledger".';
    END IF;
  END IF;
  IF to_regclass('"migrator_version"') IS NOT NULL THEN
    SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  END IF;
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    place := NULL;
    IF to_regclass('"migrator_version_ledger"') IS NOT NULL THEN
      IF EXISTS (SELECT FROM "migrator_version_ledger" WHERE script = '4a2da157d8b569ac924f1158060be00f70542b21ff996452ab92d7e5ea4f5b42') THEN
        place := CASE coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base')
          WHEN 'a9678d08' THEN 1
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

-- ==== revision a9678d08 A table with rows ====
-- from base to a9678d08, revisions/a9678d08_tables.ts

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 0 AS migrator_todo, current_setting('migrator.position')::integer > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision a9678d08: applied already'
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
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision a9678d08 needs the database at base',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'a9678d08 1', true);
END
$migrator$;

-- create table item (6 columns) (revisions/a9678d08_tables.ts:8)
create table "item" (
  "id" integer not null,
  "name" varchar(40) not null,
  "state" varchar(10) not null default 'open',
  "amount" integer not null default '1',
  "price" integer,
  "due" date,
  constraint "item_pkey" primary key ("id")
);

-- insert 2 rows into item (revisions/a9678d08_tables.ts:16)
insert into "item" ("id", "name", "state", "amount", "price", "due") values
  (1, 'Käse', 'open', 2, 30, '2026-01-31'),
  (2, 'O''Brien', 'done', 0, NULL, NULL);

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['a9678d08']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM 'a9678d08 1' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  INSERT INTO "migrator_version" (version_num) VALUES ('a9678d08');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision a9678d08 should leave the database at a9678d08',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('a9678d08', 'up', 1, 1, 'done', '84e8537e6f9272d1e19f1284ee71e23f22b719ea5dc6f794241b77172d20269e', '4a2da157d8b569ac924f1158060be00f70542b21ff996452ab92d7e5ea4f5b42');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'a9678d08', 'up', 'A table with rows', clock_timestamp(), session_user,
      '84e8537e6f9272d1e19f1284ee71e23f22b719ea5dc6f794241b77172d20269e', '4a2da157d8b569ac924f1158060be00f70542b21ff996452ab92d7e5ea4f5b42', 0
    FROM "migrator_version_log";
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision a9678d08: committed'
\endif

\endif

-- ==== revision b9678d08 A statement runs outside any transaction ====
-- from a9678d08 to b9678d08, revisions/b9678d08_autocommit.ts

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 1 AS migrator_todo, current_setting('migrator.position')::integer > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision b9678d08: applied already'
\endif
\if :migrator_todo
\set migrator_step 0
\set migrator_begun 0
SELECT coalesce(max(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0) AS migrator_step,
    coalesce(max(CASE WHEN state = 'started' THEN step END), 0) AS migrator_begun
  FROM "migrator_version_ledger" WHERE revision = 'b9678d08' AND direction = 'up' AND digest = 'a652be626d6fb8a06c448d20ce7c6f81c7b9496f1b1a150ca63213225ca7bb22' \gset

DO $migrator$
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  IF NOT EXISTS (SELECT FROM "migrator_version_ledger" WHERE revision = 'b9678d08' AND direction = 'up' AND digest = 'a652be626d6fb8a06c448d20ce7c6f81c7b9496f1b1a150ca63213225ca7bb22') THEN
    DELETE FROM "migrator_version_ledger";
    INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('b9678d08', 'up', 0, 2, 'done', 'a652be626d6fb8a06c448d20ce7c6f81c7b9496f1b1a150ca63213225ca7bb22', '4a2da157d8b569ac924f1158060be00f70542b21ff996452ab92d7e5ea4f5b42');
  END IF;
END
$migrator$;

\set migrator_todo false
SELECT :migrator_step < 1 AS migrator_todo \gset
\if :migrator_todo
-- Step 1 of 2 of revision b9678d08.
-- No transaction protects what follows, so the session is closed again and the guard asked anew.
SET default_transaction_read_only = on;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['a9678d08']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  IF EXISTS (SELECT FROM "migrator_version_ledger" WHERE step = 1 AND state = 'started') THEN
    RAISE EXCEPTION '%', 'migration refused: step 1 of 2 of revision b9678d08 was begun by an earlier run, and nobody knows whether it took effect'
      USING HINT = 'See in a new session whether that step (run SQL: update item set amount = 5 where id = 1, outside any transaction (revisions/b9678d08_autocommit.ts:14)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 0, state = ''done''. Then run this file again.';
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision b9678d08 needs the database at a9678d08',
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
    WHERE revision = 'b9678d08' AND direction = 'up' AND digest = 'a652be626d6fb8a06c448d20ce7c6f81c7b9496f1b1a150ca63213225ca7bb22' AND (step = 0 AND state = 'done' OR step = 1 AND state = 'started');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration refused: the ledger is not where this script left it';
  END IF;
END
$migrator$;

SET lock_timeout = 0;
\set ON_ERROR_STOP off
-- run SQL: update item set amount = 5 where id = 1, outside any transaction
--   (revisions/b9678d08_autocommit.ts:14)
update item set amount = 5 where id = 1;
\set migrator_failed :ERROR
\set ON_ERROR_STOP on
\if :migrator_failed
UPDATE "migrator_version_ledger" SET step = 0, state = 'done';
SET migrator.stopped = on;
SET default_transaction_read_only = on;
DO $migrator$
BEGIN
  RAISE EXCEPTION 'migration stopped: step 1 of 2 of revision b9678d08 failed; its message stands above';
END
$migrator$;
\else
DO $migrator$
DECLARE
  moved bigint;
BEGIN
  UPDATE "migrator_version_ledger" SET step = 1, state = 'done'
    WHERE revision = 'b9678d08' AND direction = 'up' AND digest = 'a652be626d6fb8a06c448d20ce7c6f81c7b9496f1b1a150ca63213225ca7bb22' AND step IN (0, 1);
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
  wanted CONSTANT text[] := ARRAY['a9678d08']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision b9678d08 needs the database at a9678d08',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'b9678d08 2', true);
END
$migrator$;

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['b9678d08']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM 'b9678d08 2' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  UPDATE "migrator_version" SET version_num = 'b9678d08' WHERE version_num = 'a9678d08';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision b9678d08 should leave the database at b9678d08',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('b9678d08', 'up', 2, 2, 'done', 'a652be626d6fb8a06c448d20ce7c6f81c7b9496f1b1a150ca63213225ca7bb22', '4a2da157d8b569ac924f1158060be00f70542b21ff996452ab92d7e5ea4f5b42');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'b9678d08', 'up', 'A statement runs outside any transaction', clock_timestamp(), session_user,
      'a652be626d6fb8a06c448d20ce7c6f81c7b9496f1b1a150ca63213225ca7bb22', '4a2da157d8b569ac924f1158060be00f70542b21ff996452ab92d7e5ea4f5b42', 0
    FROM "migrator_version_log";
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision b9678d08: committed'
\endif
\endif

\endif

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['b9678d08']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration not complete: %, but it is at %', 'upgrade.sql should leave the database at b9678d08',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Read the messages above this one: something failed.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  PERFORM pg_advisory_unlock(hashtextextended('migrator:' || current_database() || ':' || '"migrator_version"', 0));
END
$migrator$;
\if :ERROR
\else
\echo 'done: the database is at b9678d08'
\endif
SELECT set_config('default_transaction_read_only', current_setting('migrator.frozen'), false) AS migrator_frozen \gset
RESET migrator.frozen;
RESET client_encoding;
RESET standard_conforming_strings;
RESET client_min_messages;
RESET TimeZone;
RESET row_security;
RESET lock_timeout;
