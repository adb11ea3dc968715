-- upgrade.sql: made by migrator for PostgreSQL 15 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   ex03
-- Version table: migrator_version
-- Script: 436f14bfab889f8736bba396635b1adb2b524a7125c5dfc7b6e09ca4a0d5957a
--
-- Revisions, in this order:
--   1. up ex01 An enum becomes text, and text an enum, under checks and indexes that speak of their values
--      sha256 2beda688ae1ecf62ef2e8976ac3e326ef0a19e92143026b3685894ceb66f4040
--   2. up ex02
--      sha256 8c7928512b6d4790b14ddcba4579d6761d31c1d9a5dad100afeaadf3eb023661
--   3. up ex03
--      sha256 d53a62498e9c74c367cf3a8c7f83094138384216dab71b7b9f3fc8719f54ea30
--
-- Run it:
--   psql -X -d DATABASE -L upgrade.log -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:ex03 --target postgresql
-- It refuses, too, unless what it expects holds:
--   it expects a server that takes changes
--   it expects a schema to make things in
--   it expects new tables to be made in the schema of migrator_version
--
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.
--
-- Not one transaction: ex03.
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ex03') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT to_regclass('"migrator_version_ledger"') IS NOT NULL AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '436f14bfab889f8736bba396635b1adb2b524a7125c5dfc7b6e09ca4a0d5957a' \gset
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
\echo 'already applied: the database is at ex03, nothing was changed'
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
    IF EXISTS (SELECT FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '436f14bfab889f8736bba396635b1adb2b524a7125c5dfc7b6e09ca4a0d5957a') THEN
      RAISE EXCEPTION 'migration refused: another script left a revision half done' USING HINT = 'Nothing was changed. "migrator_version_ledger" shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM "migrator_version_ledger".';
    END IF;
  END IF;
  IF to_regclass('"migrator_version"') IS NOT NULL THEN
    SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  END IF;
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    place := NULL;
    IF to_regclass('"migrator_version_ledger"') IS NOT NULL THEN
      IF EXISTS (SELECT FROM "migrator_version_ledger" WHERE script = '436f14bfab889f8736bba396635b1adb2b524a7125c5dfc7b6e09ca4a0d5957a') THEN
        place := CASE coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base')
          WHEN 'ex01' THEN 1
          WHEN 'ex02' THEN 2
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

-- ==== revision ex01 An enum becomes text, and text an enum, under checks and indexes that speak of their values
--   ====
-- from base to ex01, revisions/01_an_enum_under_a_check.ts

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 0 AS migrator_todo, current_setting('migrator.position')::integer > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision ex01: applied already'
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
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ex01 needs the database at base',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'ex01 1', true);
END
$migrator$;

-- create enum mood (calm, sad, gone) (revisions/01_an_enum_under_a_check.ts:8)
create type "mood" as enum ('calm', 'sad', 'gone');

-- create table person (4 columns) (revisions/01_an_enum_under_a_check.ts:9)
create table "person" (
  "id" integer not null,
  "feels" mood not null default 'calm',
  "thinks" text not null default 'calm',
  "notes" text,
  constraint "person_pkey" primary key ("id")
);

-- add check constraint person_stays to table person (revisions/01_an_enum_under_a_check.ts:15)
alter table "person" add constraint person_stays check(feels <> 'gone' or notes is not null);

-- add check constraint person_thinks to table person (revisions/01_an_enum_under_a_check.ts:16)
alter table "person" add constraint person_thinks check(thinks in ('calm', 'sad'));

-- create index person_sad on person (id) (revisions/01_an_enum_under_a_check.ts:17)
create index "person_sad" on "person" ("id") where feels = 'sad';

-- create index person_thinking on person (id) (revisions/01_an_enum_under_a_check.ts:18)
create index "person_thinking" on "person" ("id") where thinks = 'sad';

-- insert 2 rows into person; insert 1 row into person (revisions/01_an_enum_under_a_check.ts:19)
insert into "person" ("id") values
  (1);

-- insert 1 row into person (revisions/01_an_enum_under_a_check.ts:19)
insert into "person" ("id", "feels", "thinks") values
  (2, 'sad', 'sad');

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['ex01']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM 'ex01 1' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  INSERT INTO "migrator_version" (version_num) VALUES ('ex01');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision ex01 should leave the database at ex01',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('ex01', 'up', 1, 1, 'done', '75f7656cbb6c70b9226e1cde0e6cfb97581e9b109a2b764b6bfbb068b1c46fc2', '436f14bfab889f8736bba396635b1adb2b524a7125c5dfc7b6e09ca4a0d5957a');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ex01', 'up', 'An enum becomes text, and text an enum, under checks and indexes that speak of their values', clock_timestamp(), session_user,
      '75f7656cbb6c70b9226e1cde0e6cfb97581e9b109a2b764b6bfbb068b1c46fc2', '436f14bfab889f8736bba396635b1adb2b524a7125c5dfc7b6e09ca4a0d5957a', 0
    FROM "migrator_version_log";
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision ex01: committed'
\endif

\endif

-- ==== revision ex02 ====
-- from ex01 to ex02, revisions/02_the_one_becomes_the_other.ts

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 1 AS migrator_todo, current_setting('migrator.position')::integer > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision ex02: applied already'
\endif
\if :migrator_todo

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['ex01']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ex02 needs the database at ex01',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'ex02 1', true);
END
$migrator$;

-- alter column person.feels: type text; take constraint person_stays of table person out of the way
--   (revisions/02_the_one_becomes_the_other.ts:7)
alter table "person" drop constraint "person_stays";

-- take index person_sad out of the way (revisions/02_the_one_becomes_the_other.ts:7)
drop index "person_sad";

-- take its default out of the way (revisions/02_the_one_becomes_the_other.ts:7)
alter table "person" alter column "feels" drop default;

-- change the type of column person.feels (revisions/02_the_one_becomes_the_other.ts:7)
alter table "person" alter column "feels" type text using ("feels"::text);

-- give it its default again (revisions/02_the_one_becomes_the_other.ts:7)
alter table "person" alter column "feels" set default 'calm';

-- add constraint person_stays to table person again (revisions/02_the_one_becomes_the_other.ts:7)
alter table "person" add constraint "person_stays" check (feels <> 'gone' or notes is not null);

-- create index person_sad again (revisions/02_the_one_becomes_the_other.ts:7)
create index "person_sad" on "person" ("id") where feels = 'sad';

-- alter column person.thinks: type mood; take constraint person_thinks of table person out of the way
--   (revisions/02_the_one_becomes_the_other.ts:8)
alter table "person" drop constraint "person_thinks";

-- take index person_thinking out of the way (revisions/02_the_one_becomes_the_other.ts:8)
drop index "person_thinking";

-- take its default out of the way (revisions/02_the_one_becomes_the_other.ts:8)
alter table "person" alter column "thinks" drop default;

-- change the type of column person.thinks (revisions/02_the_one_becomes_the_other.ts:8)
alter table "person" alter column "thinks" type mood using ("thinks"::mood);

-- give it its default again (revisions/02_the_one_becomes_the_other.ts:8)
alter table "person" alter column "thinks" set default 'calm';

-- add constraint person_thinks to table person again (revisions/02_the_one_becomes_the_other.ts:8)
alter table "person" add constraint "person_thinks" check (thinks in ('calm', 'sad'));

-- create index person_thinking again (revisions/02_the_one_becomes_the_other.ts:8)
create index "person_thinking" on "person" ("id") where thinks = 'sad';

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['ex02']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM 'ex02 1' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  UPDATE "migrator_version" SET version_num = 'ex02' WHERE version_num = 'ex01';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision ex02 should leave the database at ex02',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('ex02', 'up', 1, 1, 'done', '44e5b3f81e7c2e6cf72c9d4dee015ae18a7f50b0971e58a028bc6dd951702b1f', '436f14bfab889f8736bba396635b1adb2b524a7125c5dfc7b6e09ca4a0d5957a');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ex02', 'up', NULL, clock_timestamp(), session_user,
      '44e5b3f81e7c2e6cf72c9d4dee015ae18a7f50b0971e58a028bc6dd951702b1f', '436f14bfab889f8736bba396635b1adb2b524a7125c5dfc7b6e09ca4a0d5957a', 0
    FROM "migrator_version_log";
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision ex02: committed'
\endif

\endif

-- ==== revision ex03 ====
-- from ex02 to ex03, revisions/03_nobody_named_the_check.ts

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 2 AS migrator_todo, current_setting('migrator.position')::integer > 2 AS migrator_past \gset
\if :migrator_past
\echo 'revision ex03: applied already'
\endif
\if :migrator_todo
\set migrator_step 0
\set migrator_begun 0
SELECT coalesce(max(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0) AS migrator_step,
    coalesce(max(CASE WHEN state = 'started' THEN step END), 0) AS migrator_begun
  FROM "migrator_version_ledger" WHERE revision = 'ex03' AND direction = 'up' AND digest = 'ba77b88c67f4342ecec6660f4e0faad798b0e58c7a372ba09bdc2123f254c3fb' \gset

\set migrator_todo false
SELECT :migrator_step < 1 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['ex02']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ex03 needs the database at ex02',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'ex03 1', true);
END
$migrator$;

-- revision ex03 stops here, with their number and where the first is, when there are
--   rows of person whose thinks is "gone", with which a statement below would fail
DO $migrator$
DECLARE
  migrator_count bigint;
  migrator_first text;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "person" WHERE "thinks"::text = 'gone');
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "person" WHERE "thinks"::text = 'gone' ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: revision ex03 finds ' || migrator_count || ' row' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of person whose thinks is "gone"' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Mend the rows, and run the script again.';
  END IF;
END
$migrator$;

DO $migrator$
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  IF NOT EXISTS (SELECT FROM "migrator_version_ledger" WHERE revision = 'ex03' AND direction = 'up' AND digest = 'ba77b88c67f4342ecec6660f4e0faad798b0e58c7a372ba09bdc2123f254c3fb') THEN
    DELETE FROM "migrator_version_ledger";
    INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('ex03', 'up', 0, 3, 'done', 'ba77b88c67f4342ecec6660f4e0faad798b0e58c7a372ba09bdc2123f254c3fb', '436f14bfab889f8736bba396635b1adb2b524a7125c5dfc7b6e09ca4a0d5957a');
  END IF;
END
$migrator$;

-- create table guest (3 columns) (revisions/03_nobody_named_the_check.ts:7)
create table "guest" (
  "id" integer not null,
  "feels" mood not null check ("feels" in ('calm','sad')),
  "felt" mood,
  constraint "guest_pkey" primary key ("id"),
  check (feels <> 'sad' or felt <> 'calm'),
  check (felt <> feels or felt = 'calm')
);

-- rename table guest to visitor (revisions/03_nobody_named_the_check.ts:14)
alter table "guest" rename to "visitor";

-- drop value "gone" of enum mood; take constraint person_thinks of table person out of the way
--   (revisions/03_nobody_named_the_check.ts:15)
alter table "person" drop constraint "person_thinks";

-- take index person_thinking out of the way (revisions/03_nobody_named_the_check.ts:15)
drop index "person_thinking";

-- take constraint guest_check of table visitor out of the way (revisions/03_nobody_named_the_check.ts:15)
alter table "visitor" drop constraint "guest_check";

-- take constraint guest_check1 of table visitor out of the way (revisions/03_nobody_named_the_check.ts:15)
alter table "visitor" drop constraint "guest_check1";

-- take constraint guest_feels_check of table visitor out of the way (revisions/03_nobody_named_the_check.ts:15)
alter table "visitor" drop constraint "guest_feels_check";

-- set the old type aside as mood_old (revisions/03_nobody_named_the_check.ts:15)
alter type "mood" rename to "mood_old";

-- create type mood (revisions/03_nobody_named_the_check.ts:15)
create type "mood" as enum ('calm', 'sad');

-- take the default of column person.thinks out of the way (revisions/03_nobody_named_the_check.ts:15)
alter table "person" alter column "thinks" drop default;

-- write the values of column person.thinks anew (revisions/03_nobody_named_the_check.ts:15)
alter table "person" alter column "thinks" type "mood" using ("thinks"::text::"mood");

-- give column person.thinks its default again (revisions/03_nobody_named_the_check.ts:15)
alter table "person" alter column "thinks" set default 'calm';

-- write the values of column visitor.feels anew (revisions/03_nobody_named_the_check.ts:15)
alter table "visitor" alter column "feels" type "mood" using ("feels"::text::"mood");

-- write the values of column visitor.felt anew (revisions/03_nobody_named_the_check.ts:15)
alter table "visitor" alter column "felt" type "mood" using ("felt"::text::"mood");

-- drop the old type (revisions/03_nobody_named_the_check.ts:15)
drop type "mood_old";

-- add constraint person_thinks to table person again (revisions/03_nobody_named_the_check.ts:15)
alter table "person" add constraint "person_thinks" check (thinks in ('calm', 'sad'));

-- create index person_thinking again (revisions/03_nobody_named_the_check.ts:15)
create index "person_thinking" on "person" ("id") where thinks = 'sad';

-- add constraint guest_check to table visitor again (revisions/03_nobody_named_the_check.ts:15)
alter table "visitor" add constraint "guest_check" check (feels <> 'sad' or felt <> 'calm');

-- add constraint guest_check1 to table visitor again (revisions/03_nobody_named_the_check.ts:15)
alter table "visitor" add constraint "guest_check1" check (felt <> feels or felt = 'calm');

-- add constraint guest_feels_check to table visitor again (revisions/03_nobody_named_the_check.ts:15)
alter table "visitor" add constraint "guest_feels_check" check ("feels" in ('calm','sad'));

DO $migrator$
DECLARE
  moved bigint;
BEGIN
  UPDATE "migrator_version_ledger" SET step = 1, state = 'done'
    WHERE revision = 'ex03' AND direction = 'up' AND digest = 'ba77b88c67f4342ecec6660f4e0faad798b0e58c7a372ba09bdc2123f254c3fb' AND step IN (0, 1);
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration refused: the ledger is not where this script left it';
  END IF;
END
$migrator$;
COMMIT;
\endif

\set migrator_todo false
SELECT :migrator_step < 2 AS migrator_todo \gset
\if :migrator_todo
-- Step 2 of 3 of revision ex03.
-- No transaction protects what follows, so the session is closed again and the guard asked anew.
SET default_transaction_read_only = on;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['ex02']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  IF EXISTS (SELECT FROM "migrator_version_ledger" WHERE step = 2 AND state = 'started') THEN
    RAISE EXCEPTION '%', 'migration refused: step 2 of 3 of revision ex03 was begun by an earlier run, and nobody knows whether it took effect'
      USING HINT = 'See in a new session whether that step (add value "glad" to enum mood, outside any transaction (revisions/03_nobody_named_the_check.ts:16)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 1, state = ''done''. Then run this file again.';
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ex03 needs the database at ex02',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('default_transaction_read_only', 'off', false);
END
$migrator$;
DO $migrator$
DECLARE
  moved bigint;
BEGIN
  UPDATE "migrator_version_ledger" SET step = 2, state = 'started'
    WHERE revision = 'ex03' AND direction = 'up' AND digest = 'ba77b88c67f4342ecec6660f4e0faad798b0e58c7a372ba09bdc2123f254c3fb' AND (step = 1 AND state = 'done' OR step = 2 AND state = 'started');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration refused: the ledger is not where this script left it';
  END IF;
END
$migrator$;

SET lock_timeout = 0;
\set ON_ERROR_STOP off
-- add value "glad" to enum mood, outside any transaction (revisions/03_nobody_named_the_check.ts:16)
alter type "mood" add value if not exists 'glad';
\set migrator_failed :ERROR
\set ON_ERROR_STOP on
\if :migrator_failed
UPDATE "migrator_version_ledger" SET step = 1, state = 'done';
SET migrator.stopped = on;
SET default_transaction_read_only = on;
DO $migrator$
BEGIN
  RAISE EXCEPTION 'migration stopped: step 2 of 3 of revision ex03 failed; its message stands above';
END
$migrator$;
\else
DO $migrator$
DECLARE
  moved bigint;
BEGIN
  UPDATE "migrator_version_ledger" SET step = 2, state = 'done'
    WHERE revision = 'ex03' AND direction = 'up' AND digest = 'ba77b88c67f4342ecec6660f4e0faad798b0e58c7a372ba09bdc2123f254c3fb' AND step IN (1, 2);
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
SELECT :migrator_step < 3 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['ex02']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ex03 needs the database at ex02',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'ex03 3', true);
END
$migrator$;

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['ex03']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM 'ex03 3' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  UPDATE "migrator_version" SET version_num = 'ex03' WHERE version_num = 'ex02';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision ex03 should leave the database at ex03',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('ex03', 'up', 3, 3, 'done', 'ba77b88c67f4342ecec6660f4e0faad798b0e58c7a372ba09bdc2123f254c3fb', '436f14bfab889f8736bba396635b1adb2b524a7125c5dfc7b6e09ca4a0d5957a');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ex03', 'up', NULL, clock_timestamp(), session_user,
      'ba77b88c67f4342ecec6660f4e0faad798b0e58c7a372ba09bdc2123f254c3fb', '436f14bfab889f8736bba396635b1adb2b524a7125c5dfc7b6e09ca4a0d5957a', 0
    FROM "migrator_version_log";
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision ex03: committed'
\endif
\endif

\endif

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['ex03']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration not complete: %, but it is at %', 'upgrade.sql should leave the database at ex03',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Read the messages above this one: something failed.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  PERFORM pg_advisory_unlock(hashtextextended('migrator:' || current_database() || ':' || '"migrator_version"', 0));
END
$migrator$;
\if :ERROR
\else
\echo 'done: the database is at ex03'
\endif
SELECT set_config('default_transaction_read_only', current_setting('migrator.frozen'), false) AS migrator_frozen \gset
RESET migrator.frozen;
RESET client_encoding;
RESET standard_conforming_strings;
RESET client_min_messages;
RESET TimeZone;
RESET row_security;
RESET lock_timeout;
