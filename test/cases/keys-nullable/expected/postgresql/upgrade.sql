-- upgrade.sql: made by migrator for PostgreSQL 15 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   kn02
-- Version table: migrator_version
-- Script: 632e2c664f3e5941030f6dcd0e74dc8db6e9061567e9653ee5f88690299700cc
--
-- Revisions, in this order:
--   1. up kn01 Primary keys of columns that do not say NOT NULL: NULL in them where SQLite lets it be, also after the table is made anew
--      sha256 fda851c3dc8e2bcb879248a8399a378be32f763408d5a894aa99892dd31a4fc9
--   2. up kn02
--      sha256 d7ba8b3a1caf1cc102a1a716abdfd4a92e43c16f9369c7d05b1b321cefe54d36
--
-- Run it:
--   psql -X -d DATABASE -L upgrade.log -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:kn02 --target postgresql
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('kn02') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT to_regclass('"migrator_version_ledger"') IS NOT NULL AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '632e2c664f3e5941030f6dcd0e74dc8db6e9061567e9653ee5f88690299700cc' \gset
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
\echo 'already applied: the database is at kn02, nothing was changed'
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
    IF EXISTS (SELECT FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '632e2c664f3e5941030f6dcd0e74dc8db6e9061567e9653ee5f88690299700cc') THEN
      RAISE EXCEPTION 'migration refused: another script left a revision half done' USING HINT = 'Nothing was changed. "migrator_version_ledger" shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM "migrator_version_ledger".';
    END IF;
  END IF;
  IF to_regclass('"migrator_version"') IS NOT NULL THEN
    SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  END IF;
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    place := NULL;
    IF to_regclass('"migrator_version_ledger"') IS NOT NULL THEN
      IF EXISTS (SELECT FROM "migrator_version_ledger" WHERE script = '632e2c664f3e5941030f6dcd0e74dc8db6e9061567e9653ee5f88690299700cc') THEN
        place := CASE coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base')
          WHEN 'kn01' THEN 1
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

-- ==== revision kn01 Primary keys of columns that do not say NOT NULL: NULL in them where SQLite lets it be,
--   also after the table is made anew ====
-- from base to kn01, revisions/01_keys_without_not_null.ts

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 0 AS migrator_todo, current_setting('migrator.position')::integer > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision kn01: applied already'
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
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision kn01 needs the database at base',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'kn01 1', true);
END
$migrator$;

-- create table stay (3 columns) (revisions/01_keys_without_not_null.ts:11)
create table "stay" (
  "room" integer,
  "night" integer,
  "guest" varchar(40),
  constraint "stay_pkey" primary key ("room", "night")
);

-- create table room (2 columns) (revisions/01_keys_without_not_null.ts:17)
create table "room" (
  "code" varchar(8),
  "view" varchar(40),
  constraint "room_pkey" primary key ("code")
);

-- create table bill (2 columns) (revisions/01_keys_without_not_null.ts:21)
create table "bill" ("number" integer, "paid" varchar(40));

-- insert 2 rows into stay (revisions/01_keys_without_not_null.ts:26)
insert into "stay" ("room", "night", "guest") values
  (1, 0, 'Ada'),
  (2, 0, 'Grace');

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['kn01']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM 'kn01 1' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  INSERT INTO "migrator_version" (version_num) VALUES ('kn01');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision kn01 should leave the database at kn01',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('kn01', 'up', 1, 1, 'done', '25450fcf9833cde991cafadb98bd43e2a21c5cfcaf41ab8defc5520959d81e1b', '632e2c664f3e5941030f6dcd0e74dc8db6e9061567e9653ee5f88690299700cc');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'kn01', 'up', 'Primary keys of columns that do not say NOT NULL: NULL in them where SQLite lets it be, also after t', clock_timestamp(), session_user,
      '25450fcf9833cde991cafadb98bd43e2a21c5cfcaf41ab8defc5520959d81e1b', '632e2c664f3e5941030f6dcd0e74dc8db6e9061567e9653ee5f88690299700cc', 0
    FROM "migrator_version_log";
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision kn01: committed'
\endif

\endif

-- ==== revision kn02 ====
-- from kn01 to kn02, revisions/02_what_makes_them_anew.ts

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 1 AS migrator_todo, current_setting('migrator.position')::integer > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision kn02: applied already'
\endif
\if :migrator_todo

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['kn01']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision kn02 needs the database at kn01',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'kn02 1', true);
END
$migrator$;

-- revision kn02 stops here, with their number and where the first is, when there are
--   rows of room, which would be lost
--   NULLs in stay.guest, with which a statement below would fail
--   NULLs in bill.number, with which a statement below would fail
--   duplicates in bill (number), with which a statement below would fail
DO $migrator$
DECLARE
  migrator_count bigint;
  migrator_first text;
BEGIN
  LOCK TABLE "room" IN SHARE ROW EXCLUSIVE MODE;
  migrator_count := (SELECT COUNT(*) FROM "stay" WHERE "guest" IS NULL);
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'room = ' || LEFT("room"::text, 60) || ', night = ' || LEFT("night"::text, 60) FROM "stay" WHERE "guest" IS NULL ORDER BY "room", "night" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: revision kn02 finds ' || migrator_count || ' NULL' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' in stay.guest' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Mend the rows, and run the script again.';
  END IF;
  migrator_count := (SELECT COUNT(*) FROM "bill" WHERE "number" IS NULL);
  IF migrator_count > 0 THEN
    RAISE EXCEPTION '%', 'migration refused: revision kn02 finds ' || migrator_count || ' NULL' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' in bill.number'
      USING HINT = 'Nothing of this revision was changed. Mend the rows, and run the script again.';
  END IF;
  migrator_count := (SELECT COUNT(*) FROM (SELECT 1 AS one FROM "bill" WHERE "number" IS NOT NULL GROUP BY "number" HAVING COUNT(*) > 1) migrator_found);
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'number = ' || LEFT("number"::text, 60) FROM "bill" WHERE "number" IS NOT NULL GROUP BY "number" HAVING COUNT(*) > 1 ORDER BY "number" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: revision kn02 finds ' || migrator_count || ' duplicate' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' in bill (number)' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Mend the rows, and run the script again.';
  END IF;
  migrator_count := (SELECT COUNT(*) FROM "room");
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'code = ' || LEFT("code"::text, 60) FROM "room" ORDER BY "code" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: revision kn02 would lose ' || migrator_count || ' row' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of room' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Keep what is needed, or have the revision say why it may go: { dataLoss: ''...'' }, and bundle anew from where the database stands.';
  END IF;
END
$migrator$;

-- alter column stay.guest: NOT NULL (revisions/02_what_makes_them_anew.ts:7)
alter table "stay" alter column "guest" set not null;

-- alter column room.view: a new default; drop the default of column room.view
--   (revisions/02_what_makes_them_anew.ts:8)
alter table "room" alter column "view" drop default;

-- set the default of column room.view (revisions/02_what_makes_them_anew.ts:8)
alter table "room" alter column "view" set default 'sea';

-- add primary key bill_key on number to table bill (revisions/02_what_makes_them_anew.ts:9)
alter table "bill" add constraint "bill_key" primary key ("number");

-- drop table room (revisions/02_what_makes_them_anew.ts:10)
drop table "room";

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['kn02']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM 'kn02 1' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  UPDATE "migrator_version" SET version_num = 'kn02' WHERE version_num = 'kn01';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision kn02 should leave the database at kn02',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('kn02', 'up', 1, 1, 'done', 'd6ad650361563087530e03b0acd12ab142433e8d0768e54313902ee0804ad989', '632e2c664f3e5941030f6dcd0e74dc8db6e9061567e9653ee5f88690299700cc');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'kn02', 'up', NULL, clock_timestamp(), session_user,
      'd6ad650361563087530e03b0acd12ab142433e8d0768e54313902ee0804ad989', '632e2c664f3e5941030f6dcd0e74dc8db6e9061567e9653ee5f88690299700cc', 0
    FROM "migrator_version_log";
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision kn02: committed'
\endif

\endif

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['kn02']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration not complete: %, but it is at %', 'upgrade.sql should leave the database at kn02',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Read the messages above this one: something failed.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  PERFORM pg_advisory_unlock(hashtextextended('migrator:' || current_database() || ':' || '"migrator_version"', 0));
END
$migrator$;
\if :ERROR
\else
\echo 'done: the database is at kn02'
\endif
SELECT set_config('default_transaction_read_only', current_setting('migrator.frozen'), false) AS migrator_frozen \gset
RESET migrator.frozen;
RESET client_encoding;
RESET standard_conforming_strings;
RESET client_min_messages;
RESET TimeZone;
RESET row_security;
RESET lock_timeout;
