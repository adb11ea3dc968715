-- upgrade.sql: made by migrator for PostgreSQL 15 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   ktk02
-- Version table: migrator_version
-- Script: 62675621a76af01a1b9f0d32ce0e69a6509d3b964a9c219ae7a9db3b3e5cb03f
--
-- Revisions, in this order:
--   1. up ktk01 Keys and indexes in the ways that knex lets them be said.
--      sha256 10ec76d9f79022b15aeb7efeee8f99aab64b12a66767c7e58438b3985d5638dd
--   2. up ktk02 The same on tables that are there.
--      sha256 976d7b79f2d11a5405db01472fb90bae7a074ca61da8cbde4868e54a412a21d6
--
-- Run it:
--   psql -X -d DATABASE -L upgrade.log -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:ktk02 --target postgresql
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk02') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT to_regclass('"migrator_version_ledger"') IS NOT NULL AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '62675621a76af01a1b9f0d32ce0e69a6509d3b964a9c219ae7a9db3b3e5cb03f' \gset
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
\echo 'already applied: the database is at ktk02, nothing was changed'
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
    IF EXISTS (SELECT FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '62675621a76af01a1b9f0d32ce0e69a6509d3b964a9c219ae7a9db3b3e5cb03f') THEN
      RAISE EXCEPTION 'migration refused: another script left a revision half done' USING HINT = 'Nothing was changed. "migrator_version_ledger" shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM "migrator_version_ledger".';
    END IF;
  END IF;
  IF to_regclass('"migrator_version"') IS NOT NULL THEN
    SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  END IF;
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    place := NULL;
    IF to_regclass('"migrator_version_ledger"') IS NOT NULL THEN
      IF EXISTS (SELECT FROM "migrator_version_ledger" WHERE script = '62675621a76af01a1b9f0d32ce0e69a6509d3b964a9c219ae7a9db3b3e5cb03f') THEN
        place := CASE coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base')
          WHEN 'ktk01' THEN 1
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

-- ==== revision ktk01 Keys and indexes in the ways that knex lets them be said. ====
-- from base to ktk01, revisions/01_keys.ts

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 0 AS migrator_todo, current_setting('migrator.position')::integer > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision ktk01: applied already'
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
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk01 needs the database at base',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'ktk01 1', true);
END
$migrator$;

-- create table firm (4 columns) (revisions/01_keys.ts:16)
create table "firm" (
  "id" serial primary key,
  "name" varchar(60) not null,
  "country" varchar(2) not null,
  "number" integer not null
);

-- add unique constraint firm_name_once on name to table firm (revisions/01_keys.ts:16)
alter table "firm" add constraint "firm_name_once" unique ("name");

-- add unique constraint firm_country_number_unique on country, number to table firm (revisions/01_keys.ts:16)
alter table "firm" add constraint "firm_country_number_unique" unique ("country", "number");

-- create table worker (8 columns) (revisions/01_keys.ts:23)
create table "worker" (
  "id" bigserial primary key,
  "firm_id" integer not null,
  "second_firm_id" integer,
  "boss_id" bigint,
  "firm_country" varchar(2),
  "firm_number" integer,
  "name" varchar(60) not null,
  "mail" varchar(80)
);

-- add foreign key worker_firm_id_foreign on firm_id to firm (id) to table worker (revisions/01_keys.ts:23)
alter table "worker"
add constraint "worker_firm_id_foreign" foreign key ("firm_id") references "firm" ("id") on delete CASCADE;

-- add foreign key worker_second_firm_id_foreign on second_firm_id to firm (id) to table worker
--   (revisions/01_keys.ts:23)
alter table "worker"
add constraint "worker_second_firm_id_foreign" foreign key ("second_firm_id") references "firm" ("id");

-- create index worker_second_firm_id_index on worker (second_firm_id) (revisions/01_keys.ts:23)
create index "worker_second_firm_id_index" on "worker" ("second_firm_id");

-- add foreign key worker_boss_id_foreign on boss_id to worker (id) to table worker (revisions/01_keys.ts:23)
alter table "worker"
add constraint "worker_boss_id_foreign" foreign key ("boss_id") references "worker" ("id");

-- create index worker_name_index on worker (name) (revisions/01_keys.ts:23)
create index "worker_name_index" on "worker" ("name");

-- add unique constraint worker_mail_unique on mail to table worker (revisions/01_keys.ts:23)
alter table "worker" add constraint "worker_mail_unique" unique ("mail");

-- add foreign key worker_firm_number on firm_country, firm_number to firm (country, number) to table worker
--   (revisions/01_keys.ts:23)
alter table "worker"
add constraint "worker_firm_number" foreign key ("firm_country", "firm_number") references "firm" ("country", "number");

-- create index worker_name_mail on worker (name, mail) (revisions/01_keys.ts:23)
create index "worker_name_mail" on "worker" ("name", "mail");

-- create table badge (3 columns) (revisions/01_keys.ts:35)
create table "badge" (
  "code" varchar(10) not null,
  "issue" integer not null,
  "worker_id" bigint,
  constraint "badge_pkey" primary key ("code", "issue")
);

-- add foreign key badge_worker on worker_id to worker (id) to table badge (revisions/01_keys.ts:35)
alter table "badge"
add constraint "badge_worker" foreign key ("worker_id") references "worker" ("id");

-- insert 1 row into firm (revisions/01_keys.ts:42)
insert into "firm" ("name", "country", "number") values
  ('Acme', 'at', 7);

-- insert 1 row into worker (revisions/01_keys.ts:43)
insert into "worker" ("firm_id", "name", "firm_country", "firm_number") values
  (1, 'Ann', 'at', 7);

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['ktk01']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM 'ktk01 1' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  INSERT INTO "migrator_version" (version_num) VALUES ('ktk01');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision ktk01 should leave the database at ktk01',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('ktk01', 'up', 1, 1, 'done', 'a94876cea1c366aaf79677fb2ea6162c764f52c901085585cc6b2489116e111c', '62675621a76af01a1b9f0d32ce0e69a6509d3b964a9c219ae7a9db3b3e5cb03f');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ktk01', 'up', 'Keys and indexes in the ways that knex lets them be said.', clock_timestamp(), session_user,
      'a94876cea1c366aaf79677fb2ea6162c764f52c901085585cc6b2489116e111c', '62675621a76af01a1b9f0d32ce0e69a6509d3b964a9c219ae7a9db3b3e5cb03f', 0
    FROM "migrator_version_log";
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision ktk01: committed'
\endif

\endif

-- ==== revision ktk02 The same on tables that are there. ====
-- from ktk01 to ktk02, revisions/02_later.ts

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 1 AS migrator_todo, current_setting('migrator.position')::integer > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision ktk02: applied already'
\endif
\if :migrator_todo

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['ktk01']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk02 needs the database at ktk01',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'ktk02 1', true);
END
$migrator$;

-- revision ktk02 stops here, with their number and where the first is, when there are
--   duplicates in worker (name, firm_id), with which a statement below would fail
DO $migrator$
DECLARE
  migrator_count bigint;
  migrator_first text;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM (SELECT 1 AS one FROM "worker" WHERE "name" IS NOT NULL AND "firm_id" IS NOT NULL GROUP BY "name", "firm_id" HAVING COUNT(*) > 1) migrator_found);
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'name = ' || LEFT("name"::text, 60) || ', firm_id = ' || LEFT("firm_id"::text, 60) FROM "worker" WHERE "name" IS NOT NULL AND "firm_id" IS NOT NULL GROUP BY "name", "firm_id" HAVING COUNT(*) > 1 ORDER BY "name", "firm_id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: revision ktk02 finds ' || migrator_count || ' duplicate' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' in worker (name, firm_id)' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Mend the rows, and run the script again.';
  END IF;
END
$migrator$;

-- drop foreign key worker_firm_number of table worker (revisions/02_later.ts:16)
alter table "worker" drop constraint "worker_firm_number";

-- drop index worker_name_mail of table worker (revisions/02_later.ts:16)
drop index "worker_name_mail";

-- drop unique constraint worker_mail_unique of table worker (revisions/02_later.ts:16)
alter table "worker" drop constraint "worker_mail_unique";

-- add column worker.third_firm_id (integer) (revisions/02_later.ts:21)
alter table "worker" add column "third_firm_id" integer;

-- add foreign key worker_third_firm_id_foreign on third_firm_id to firm (id) to table worker
--   (revisions/02_later.ts:21)
alter table "worker"
add constraint "worker_third_firm_id_foreign" foreign key ("third_firm_id") references "firm" ("id");

-- add unique constraint worker_name_in_firm on name, firm_id to table worker (revisions/02_later.ts:21)
alter table "worker" add constraint "worker_name_in_firm" unique ("name", "firm_id");

-- create index worker_name_firm_id_mail_index on worker (name, firm_id, mail) (revisions/02_later.ts:21)
create index "worker_name_firm_id_mail_index" on "worker" ("name", "firm_id", "mail");

-- rename table badge to pass (revisions/02_later.ts:26)
alter table "badge" rename to "pass";

-- add column pass.until (date) (revisions/02_later.ts:27)
alter table "pass" add column "until" date;

-- rename column pass.issue to edition (revisions/02_later.ts:27)
alter table "pass" rename "issue" to "edition";

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['ktk02']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM 'ktk02 1' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  UPDATE "migrator_version" SET version_num = 'ktk02' WHERE version_num = 'ktk01';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision ktk02 should leave the database at ktk02',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('ktk02', 'up', 1, 1, 'done', '1bc67e818406316c90b30a6b6fe2575f3bd1a9aa18738569008062519265fcb0', '62675621a76af01a1b9f0d32ce0e69a6509d3b964a9c219ae7a9db3b3e5cb03f');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ktk02', 'up', 'The same on tables that are there.', clock_timestamp(), session_user,
      '1bc67e818406316c90b30a6b6fe2575f3bd1a9aa18738569008062519265fcb0', '62675621a76af01a1b9f0d32ce0e69a6509d3b964a9c219ae7a9db3b3e5cb03f', 0
    FROM "migrator_version_log";
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision ktk02: committed'
\endif

\endif

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['ktk02']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration not complete: %, but it is at %', 'upgrade.sql should leave the database at ktk02',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Read the messages above this one: something failed.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  PERFORM pg_advisory_unlock(hashtextextended('migrator:' || current_database() || ':' || '"migrator_version"', 0));
END
$migrator$;
\if :ERROR
\else
\echo 'done: the database is at ktk02'
\endif
SELECT set_config('default_transaction_read_only', current_setting('migrator.frozen'), false) AS migrator_frozen \gset
RESET migrator.frozen;
RESET client_encoding;
RESET standard_conforming_strings;
RESET client_min_messages;
RESET TimeZone;
RESET row_security;
RESET lock_timeout;
