-- upgrade.sql: made by migrator for PostgreSQL 15 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   c1a90005
-- Version table: migrator_version
-- Script: 9ff15f2eb75c132d2e66f38ffd92ff5fe7507431107b1ba89edcf0663cc71b73
--
-- Revisions, in this order:
--   1. up c1a90001 Columns that share the enum that one of them made
--      sha256 cfa910adbf7d2e918f69c06fa7ee76fbc2d14ba6fc9ed013ccecce25a956d5a2
--   2. up c1a90002 The column that made the enum goes
--      sha256 8b96eb671b0fdaef533df68f74b3dc5d2d903863d4cc55ce7cae7fb96bc4dcf3
--   3. up c1a90003 The last columns of the enum go: one becomes text, one is dropped
--      sha256 a97a80aca24a16f444e9ad1497634f0eca78ed37a45940a30281b2086f3b0266
--   4. up c1a90004 A table whose columns share an enum of their own goes as a whole
--      sha256 83ac1acd724e7042938e7b71a7c12edaff062890a6b0733867172cca396f6881
--   5. up c1a90005 The table goes
--      sha256 60b0b2a0c9d9ce76ea0242b2d3b63cccfce52b1cd2afbbb57e3973a82901a9bb
--
-- Run it:
--   psql -X -d DATABASE -L upgrade.log -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:c1a90005 --target postgresql
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90005') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT to_regclass('"migrator_version_ledger"') IS NOT NULL AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '9ff15f2eb75c132d2e66f38ffd92ff5fe7507431107b1ba89edcf0663cc71b73' \gset
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
\echo 'already applied: the database is at c1a90005, nothing was changed'
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
    IF EXISTS (SELECT FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '9ff15f2eb75c132d2e66f38ffd92ff5fe7507431107b1ba89edcf0663cc71b73') THEN
      RAISE EXCEPTION 'migration refused: another script left a revision half done' USING HINT = 'Nothing was changed. "migrator_version_ledger" shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM "migrator_version_ledger".';
    END IF;
  END IF;
  IF to_regclass('"migrator_version"') IS NOT NULL THEN
    SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  END IF;
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    place := NULL;
    IF to_regclass('"migrator_version_ledger"') IS NOT NULL THEN
      IF EXISTS (SELECT FROM "migrator_version_ledger" WHERE script = '9ff15f2eb75c132d2e66f38ffd92ff5fe7507431107b1ba89edcf0663cc71b73') THEN
        place := CASE coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base')
          WHEN 'c1a90001' THEN 1
          WHEN 'c1a90002' THEN 2
          WHEN 'c1a90003' THEN 3
          WHEN 'c1a90004' THEN 4
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

-- ==== revision c1a90001 Columns that share the enum that one of them made ====
-- from base to c1a90001, revisions/c1a90001_moods.ts

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 0 AS migrator_todo, current_setting('migrator.position')::integer > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision c1a90001: applied already'
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
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision c1a90001 needs the database at base',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'c1a90001 1', true);
END
$migrator$;

-- create type mood (revisions/c1a90001_moods.ts:8)
create type "mood" as enum ('sad', 'happy');

-- create table person (2 columns) (revisions/c1a90001_moods.ts:8)
create table "person" (
  "id" integer not null,
  "mood" "mood",
  constraint "person_pkey" primary key ("id")
);

-- create table pet (3 columns) (revisions/c1a90001_moods.ts:12)
create table "pet" (
  "id" integer not null,
  "mood" "mood",
  "best" "mood",
  constraint "pet_pkey" primary key ("id")
);

-- insert 1 row into pet (revisions/c1a90001_moods.ts:17)
insert into "pet" ("id", "mood", "best") values
  (1, 'sad', 'happy');

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['c1a90001']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM 'c1a90001 1' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  INSERT INTO "migrator_version" (version_num) VALUES ('c1a90001');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision c1a90001 should leave the database at c1a90001',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90001', 'up', 1, 1, 'done', '48b2197d3e5bdb9d12e3c7f7ea24d376e7ce3b77219f0f879fc9c66f39337758', '9ff15f2eb75c132d2e66f38ffd92ff5fe7507431107b1ba89edcf0663cc71b73');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'c1a90001', 'up', 'Columns that share the enum that one of them made', clock_timestamp(), session_user,
      '48b2197d3e5bdb9d12e3c7f7ea24d376e7ce3b77219f0f879fc9c66f39337758', '9ff15f2eb75c132d2e66f38ffd92ff5fe7507431107b1ba89edcf0663cc71b73', 0
    FROM "migrator_version_log";
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision c1a90001: committed'
\endif

\endif

-- ==== revision c1a90002 The column that made the enum goes ====
-- from c1a90001 to c1a90002, revisions/c1a90002_maker.ts

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 1 AS migrator_todo, current_setting('migrator.position')::integer > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision c1a90002: applied already'
\endif
\if :migrator_todo

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['c1a90001']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision c1a90002 needs the database at c1a90001',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'c1a90002 1', true);
END
$migrator$;

-- loss accepted: nobody asked them
-- drop column person.mood (revisions/c1a90002_maker.ts:8)
alter table "person" drop column "mood";

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['c1a90002']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM 'c1a90002 1' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  UPDATE "migrator_version" SET version_num = 'c1a90002' WHERE version_num = 'c1a90001';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision c1a90002 should leave the database at c1a90002',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90002', 'up', 1, 1, 'done', 'bfa4143a53c7750485578d5ee9b68147289423a858c6122c543e0d26cbcea844', '9ff15f2eb75c132d2e66f38ffd92ff5fe7507431107b1ba89edcf0663cc71b73');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'c1a90002', 'up', 'The column that made the enum goes', clock_timestamp(), session_user,
      'bfa4143a53c7750485578d5ee9b68147289423a858c6122c543e0d26cbcea844', '9ff15f2eb75c132d2e66f38ffd92ff5fe7507431107b1ba89edcf0663cc71b73', 0
    FROM "migrator_version_log";
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision c1a90002: committed'
\endif

\endif

-- ==== revision c1a90003 The last columns of the enum go: one becomes text, one is dropped ====
-- from c1a90002 to c1a90003, revisions/c1a90003_last.ts

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 2 AS migrator_todo, current_setting('migrator.position')::integer > 2 AS migrator_past \gset
\if :migrator_past
\echo 'revision c1a90003: applied already'
\endif
\if :migrator_todo

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['c1a90002']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision c1a90003 needs the database at c1a90002',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'c1a90003 1', true);
END
$migrator$;

-- revision c1a90003 stops here, with their number and where the first is, when there are
--   values of pet.mood too long for varchar(20), which would be lost
DO $migrator$
DECLARE
  migrator_count bigint;
  migrator_first text;
BEGIN
  LOCK TABLE "pet" IN SHARE ROW EXCLUSIVE MODE;
  migrator_count := (SELECT COUNT(*) FROM "pet" WHERE char_length("mood"::text) > 20);
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "pet" WHERE char_length("mood"::text) > 20 ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: revision c1a90003 would lose ' || migrator_count || ' value' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of pet.mood too long for varchar(20)' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Keep what is needed, or have the revision say why it may go: { dataLoss: ''...'' }, and bundle anew from where the database stands.';
  END IF;
END
$migrator$;

-- loss accepted: pets do not say
-- drop column pet.best (revisions/c1a90003_last.ts:8)
alter table "pet" drop column "best";

-- alter column pet.mood: type varchar(20); change the type of column pet.mood (revisions/c1a90003_last.ts:9)
alter table "pet" alter column "mood" type varchar(20) using ("mood"::text::varchar(20));

-- drop type mood (revisions/c1a90003_last.ts:9)
drop type "mood";

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['c1a90003']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM 'c1a90003 1' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  UPDATE "migrator_version" SET version_num = 'c1a90003' WHERE version_num = 'c1a90002';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision c1a90003 should leave the database at c1a90003',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90003', 'up', 1, 1, 'done', 'c5e830453b5ec29aabf2902884df180af47bc5cadd28b39005bf548a43f292c4', '9ff15f2eb75c132d2e66f38ffd92ff5fe7507431107b1ba89edcf0663cc71b73');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'c1a90003', 'up', 'The last columns of the enum go: one becomes text, one is dropped', clock_timestamp(), session_user,
      'c5e830453b5ec29aabf2902884df180af47bc5cadd28b39005bf548a43f292c4', '9ff15f2eb75c132d2e66f38ffd92ff5fe7507431107b1ba89edcf0663cc71b73', 0
    FROM "migrator_version_log";
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision c1a90003: committed'
\endif

\endif

-- ==== revision c1a90004 A table whose columns share an enum of their own goes as a whole ====
-- from c1a90003 to c1a90004, revisions/c1a90004_table.ts

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 3 AS migrator_todo, current_setting('migrator.position')::integer > 3 AS migrator_past \gset
\if :migrator_past
\echo 'revision c1a90004: applied already'
\endif
\if :migrator_todo

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['c1a90003']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision c1a90004 needs the database at c1a90003',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'c1a90004 1', true);
END
$migrator$;

-- create type plant_width (revisions/c1a90004_table.ts:8)
create type "plant_width" as enum ('s', 'm');

-- create table plant (3 columns) (revisions/c1a90004_table.ts:8)
create table "plant" (
  "id" integer not null,
  "width" "plant_width",
  "pot" "plant_width",
  constraint "plant_pkey" primary key ("id")
);

-- drop column plant.width (revisions/c1a90004_table.ts:13)
alter table "plant" drop column "width";

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['c1a90004']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM 'c1a90004 1' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  UPDATE "migrator_version" SET version_num = 'c1a90004' WHERE version_num = 'c1a90003';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision c1a90004 should leave the database at c1a90004',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90004', 'up', 1, 1, 'done', 'ed73b39b84ee3e9f1490379e813c988996345dd1383d6d7cfd1c2e16352e456b', '9ff15f2eb75c132d2e66f38ffd92ff5fe7507431107b1ba89edcf0663cc71b73');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'c1a90004', 'up', 'A table whose columns share an enum of their own goes as a whole', clock_timestamp(), session_user,
      'ed73b39b84ee3e9f1490379e813c988996345dd1383d6d7cfd1c2e16352e456b', '9ff15f2eb75c132d2e66f38ffd92ff5fe7507431107b1ba89edcf0663cc71b73', 0
    FROM "migrator_version_log";
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision c1a90004: committed'
\endif

\endif

-- ==== revision c1a90005 The table goes ====
-- from c1a90004 to c1a90005, revisions/c1a90005_gone.ts

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 4 AS migrator_todo, current_setting('migrator.position')::integer > 4 AS migrator_past \gset
\if :migrator_past
\echo 'revision c1a90005: applied already'
\endif
\if :migrator_todo

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['c1a90004']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision c1a90005 needs the database at c1a90004',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'c1a90005 1', true);
END
$migrator$;

-- loss accepted: plants are samples
-- drop table plant (revisions/c1a90005_gone.ts:8)
drop table "plant";

-- drop type plant_width (revisions/c1a90005_gone.ts:8)
drop type "plant_width";

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['c1a90005']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM 'c1a90005 1' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  UPDATE "migrator_version" SET version_num = 'c1a90005' WHERE version_num = 'c1a90004';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision c1a90005 should leave the database at c1a90005',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90005', 'up', 1, 1, 'done', '61e2c4f27e9810ece995e470ae3dd64699ffa016f1d27dc302af90f10c8c427c', '9ff15f2eb75c132d2e66f38ffd92ff5fe7507431107b1ba89edcf0663cc71b73');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'c1a90005', 'up', 'The table goes', clock_timestamp(), session_user,
      '61e2c4f27e9810ece995e470ae3dd64699ffa016f1d27dc302af90f10c8c427c', '9ff15f2eb75c132d2e66f38ffd92ff5fe7507431107b1ba89edcf0663cc71b73', 0
    FROM "migrator_version_log";
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision c1a90005: committed'
\endif

\endif

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['c1a90005']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration not complete: %, but it is at %', 'upgrade.sql should leave the database at c1a90005',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Read the messages above this one: something failed.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  PERFORM pg_advisory_unlock(hashtextextended('migrator:' || current_database() || ':' || '"migrator_version"', 0));
END
$migrator$;
\if :ERROR
\else
\echo 'done: the database is at c1a90005'
\endif
SELECT set_config('default_transaction_read_only', current_setting('migrator.frozen'), false) AS migrator_frozen \gset
RESET migrator.frozen;
RESET client_encoding;
RESET standard_conforming_strings;
RESET client_min_messages;
RESET TimeZone;
RESET row_security;
RESET lock_timeout;
