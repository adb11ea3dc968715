-- upgrade.sql: made by migrator for CockroachDB 24.1 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   ktk02
-- Version table: migrator_version
-- Script: 5b43b3525dd1a769a70d570561c0ab527ee3b2b44e9786c008a33b286c07e024
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
--   migrator bundle WHERE_IT_IS:ktk02 --target cockroachdb
-- It refuses, too, unless what it expects holds:
--   it expects a schema to make things in
--   it expects new tables to be made in the schema of migrator_version
--
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.
--
-- Not one transaction: ktk01, ktk02.
-- When a statement of such a revision fails, what was done before it in its revision stays.
-- The ledger beside the version table knows the steps that are done: mend what the message says, and run the
-- same file again; it goes on there. A step that was cut off in its middle stops the script, with what to look
-- at and how to settle it.
--
-- It waits at most 10 s for a lock (lock_timeout).
-- A statement that waited too long fails (canceling statement due to lock timeout), and what was committed
--   before it stays.
-- See who holds the lock, and run the same file again:
--   SHOW CLUSTER SESSIONS

\set ON_ERROR_STOP on
\set AUTOCOMMIT on
\set ON_ERROR_ROLLBACK off
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET lock_timeout = '10s';
SET TimeZone = 'UTC';
SET sql_safe_updates = 'off';
SET default_int_size = '8';
SET default_transaction_isolation = 'serializable';
SELECT count(*) > 0 AS migrator_autocommits FROM pg_settings
  WHERE name = 'autocommit_before_ddl' \gset
\if :migrator_autocommits
SET autocommit_before_ddl = off;
\endif
\set migrator_frozen on
SELECT current_setting('default_transaction_read_only') AS migrator_frozen \gset
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
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '5b43b3525dd1a769a70d570561c0ab527ee3b2b44e9786c008a33b286c07e024' \gset
\endif
\if :migrator_done
\if :migrator_frozen
SET default_transaction_read_only = on;
\else
SET default_transaction_read_only = off;
\endif
RESET lock_timeout;
RESET sql_safe_updates;
RESET default_int_size;
RESET default_transaction_isolation;
\echo 'already applied: the database is at ktk02, nothing was changed'
\quit
\endif
\if :migrator_frozen
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION 'migration refused: the session was read-only before this script began; whoever made it so must allow writing first';
  END IF;
END
$migrator$;
\quit
\endif
\set migrator_position 0
\set migrator_on false
\set migrator_left false
\set migrator_known false
\if :migrator_there
SELECT to_regclass('"migrator_version_ledger"') IS NOT NULL AS migrator_known \gset
\endif
\if :migrator_known
SELECT coalesce(max((SELECT CASE coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
      WHEN 'ktk01' THEN 1
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
      WHEN 'ktk01' THEN 1
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = '5b43b3525dd1a769a70d570561c0ab527ee3b2b44e9786c008a33b286c07e024' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '5b43b3525dd1a769a70d570561c0ab527ee3b2b44e9786c008a33b286c07e024' \gset
\endif
\if :migrator_left
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: another script left a revision half done' USING HINT = 'Nothing was changed. "migrator_version_ledger" shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM "migrator_version_ledger".';
  END IF;
END
$migrator$;
\quit
\endif
\if :migrator_on
\echo 'goes on where an earlier run of this script stopped'
\endif
\if :migrator_on
DO $migrator$
DECLARE
  found text;
BEGIN
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;
\else
\if :migrator_there
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 0,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'upgrade.sql needs the database at base', found
      USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;
\else
DO $migrator$
DECLARE
  found text;
BEGIN
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;
\endif
\endif
\set migrator_wrong true
SELECT COALESCE(
    CASE WHEN current_schema() IS NULL THEN 'expects a schema to make things in, but the search_path of ' || CAST(current_user AS varchar) || ' has none that it may use'
      WHEN current_schema() = 'pg_catalog' THEN 'expects a schema to make things in, but the search_path of ' || CAST(current_user AS varchar) || ' begins with pg_catalog' END,
    (SELECT MIN('expects new tables to be made in schema ' || n.nspname::text || ', where migrator_version is, but this account makes them in schema ' || current_schema()::text || ': let the target of migrator.toml name the schema, or SET search_path before this file')
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relname = 'migrator_version' AND pg_catalog.pg_table_is_visible(c.oid) AND n.nspname <> current_schema())) IS NOT NULL AS migrator_wrong \gset
\if :migrator_wrong
\echo 'Nothing was changed. Mend what it names, or have the script made for what is there.'
SELECT CAST('migration refused: upgrade.sql ' || coalesce(COALESCE(
    CASE WHEN current_schema() IS NULL THEN 'expects a schema to make things in, but the search_path of ' || CAST(current_user AS varchar) || ' has none that it may use'
      WHEN current_schema() = 'pg_catalog' THEN 'expects a schema to make things in, but the search_path of ' || CAST(current_user AS varchar) || ' begins with pg_catalog' END,
    (SELECT MIN('expects new tables to be made in schema ' || n.nspname::text || ', where migrator_version is, but this account makes them in schema ' || current_schema()::text || ': let the target of migrator.toml name the schema, or SET search_path before this file')
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relname = 'migrator_version' AND pg_catalog.pg_table_is_visible(c.oid) AND n.nspname <> current_schema())), 'cannot ask what it expects') AS integer);
\quit
\endif

CREATE TABLE IF NOT EXISTS "migrator_version" (
  version_num VARCHAR(32) NOT NULL,
  CONSTRAINT "migrator_version_pkc" PRIMARY KEY (version_num)
);
CREATE TABLE IF NOT EXISTS "migrator_version_ledger" (
  revision VARCHAR(32) NOT NULL,
  direction VARCHAR(5) NOT NULL,
  step INTEGER NOT NULL,
  steps INTEGER NOT NULL,
  state VARCHAR(8) NOT NULL,
  digest VARCHAR(64) NOT NULL,
  script VARCHAR(64) NOT NULL,
  CONSTRAINT "migrator_version_ledger_pkc" PRIMARY KEY (revision)
);
CREATE TABLE IF NOT EXISTS "migrator_version_log" (
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

-- ==== revision ktk01 Keys and indexes in the ways that knex lets them be said. ====
-- from base to ktk01, revisions/01_keys.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision ktk01: applied already'
\endif
\if :migrator_todo
\set migrator_step 0
\set migrator_begun 0
SELECT coalesce(max(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0) AS migrator_step,
    coalesce(max(CASE WHEN state = 'started' THEN step END), 0) AS migrator_begun
  FROM "migrator_version_ledger" WHERE revision = 'ktk01' AND direction = 'up' AND digest = 'a94876cea1c366aaf79677fb2ea6162c764f52c901085585cc6b2489116e111c' \gset

\set migrator_todo false
SELECT :migrator_step < 1 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 0,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk01 needs the database at base', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

\set migrator_missing false
SELECT count(*) = 0 AS migrator_missing FROM "migrator_version_ledger" WHERE revision = 'ktk01' AND direction = 'up' AND digest = 'a94876cea1c366aaf79677fb2ea6162c764f52c901085585cc6b2489116e111c' \gset
\if :migrator_missing
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('ktk01', 'up', 0, 15, 'done', 'a94876cea1c366aaf79677fb2ea6162c764f52c901085585cc6b2489116e111c', '5b43b3525dd1a769a70d570561c0ab527ee3b2b44e9786c008a33b286c07e024');
\endif

-- create table firm (4 columns) (revisions/01_keys.ts:16)
create table "firm" (
  "id" serial primary key,
  "name" varchar(60) not null,
  "country" varchar(2) not null,
  "number" integer not null
);

UPDATE "migrator_version_ledger" SET step = 1, state = 'done'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = 'a94876cea1c366aaf79677fb2ea6162c764f52c901085585cc6b2489116e111c';
COMMIT;
\endif

\set migrator_todo false
SELECT :migrator_step < 2 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 2 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 2 of 15 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (add unique constraint firm_name_once on name to table firm (revisions/01_keys.ts:16)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 1, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 0,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk01 needs the database at base', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- add unique constraint firm_name_once on name to table firm (revisions/01_keys.ts:16)
alter table "firm" add constraint "firm_name_once" unique ("name");

UPDATE "migrator_version_ledger" SET step = 2, state = 'started'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = 'a94876cea1c366aaf79677fb2ea6162c764f52c901085585cc6b2489116e111c';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 2, state = 'done'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = 'a94876cea1c366aaf79677fb2ea6162c764f52c901085585cc6b2489116e111c';
\endif

\set migrator_todo false
SELECT :migrator_step < 3 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 3 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 3 of 15 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (add unique constraint firm_country_number_unique on country, number to table firm (revisions/01_keys.ts:16)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 2, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 0,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk01 needs the database at base', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- add unique constraint firm_country_number_unique on country, number to table firm (revisions/01_keys.ts:16)
alter table "firm" add constraint "firm_country_number_unique" unique ("country", "number");

UPDATE "migrator_version_ledger" SET step = 3, state = 'started'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = 'a94876cea1c366aaf79677fb2ea6162c764f52c901085585cc6b2489116e111c';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 3, state = 'done'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = 'a94876cea1c366aaf79677fb2ea6162c764f52c901085585cc6b2489116e111c';
\endif

\set migrator_todo false
SELECT :migrator_step < 4 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 0,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk01 needs the database at base', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

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

UPDATE "migrator_version_ledger" SET step = 4, state = 'done'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = 'a94876cea1c366aaf79677fb2ea6162c764f52c901085585cc6b2489116e111c';
COMMIT;
\endif

\set migrator_todo false
SELECT :migrator_step < 5 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 5 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 5 of 15 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (add foreign key worker_firm_id_foreign on firm_id to firm (id) to table worker (revisions/01_keys.ts:23)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 4, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 0,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk01 needs the database at base', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- add foreign key worker_firm_id_foreign on firm_id to firm (id) to table worker (revisions/01_keys.ts:23)
alter table "worker"
add constraint "worker_firm_id_foreign" foreign key ("firm_id") references "firm" ("id") on delete CASCADE;

UPDATE "migrator_version_ledger" SET step = 5, state = 'started'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = 'a94876cea1c366aaf79677fb2ea6162c764f52c901085585cc6b2489116e111c';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 5, state = 'done'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = 'a94876cea1c366aaf79677fb2ea6162c764f52c901085585cc6b2489116e111c';
\endif

\set migrator_todo false
SELECT :migrator_step < 6 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 6 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 6 of 15 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (add foreign key worker_second_firm_id_foreign on second_firm_id to firm (id) to table worker (revisions/01_keys.ts:23)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 5, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 0,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk01 needs the database at base', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- add foreign key worker_second_firm_id_foreign on second_firm_id to firm (id) to table worker
--   (revisions/01_keys.ts:23)
alter table "worker"
add constraint "worker_second_firm_id_foreign" foreign key ("second_firm_id") references "firm" ("id");

UPDATE "migrator_version_ledger" SET step = 6, state = 'started'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = 'a94876cea1c366aaf79677fb2ea6162c764f52c901085585cc6b2489116e111c';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 6, state = 'done'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = 'a94876cea1c366aaf79677fb2ea6162c764f52c901085585cc6b2489116e111c';
\endif

\set migrator_todo false
SELECT :migrator_step < 7 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 7 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 7 of 15 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (create index worker_second_firm_id_index on worker (second_firm_id) (revisions/01_keys.ts:23)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 6, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 0,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk01 needs the database at base', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- create index worker_second_firm_id_index on worker (second_firm_id) (revisions/01_keys.ts:23)
create index "worker_second_firm_id_index" on "worker" ("second_firm_id");

UPDATE "migrator_version_ledger" SET step = 7, state = 'started'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = 'a94876cea1c366aaf79677fb2ea6162c764f52c901085585cc6b2489116e111c';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 7, state = 'done'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = 'a94876cea1c366aaf79677fb2ea6162c764f52c901085585cc6b2489116e111c';
\endif

\set migrator_todo false
SELECT :migrator_step < 8 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 8 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 8 of 15 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (add foreign key worker_boss_id_foreign on boss_id to worker (id) to table worker (revisions/01_keys.ts:23)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 7, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 0,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk01 needs the database at base', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- add foreign key worker_boss_id_foreign on boss_id to worker (id) to table worker (revisions/01_keys.ts:23)
alter table "worker"
add constraint "worker_boss_id_foreign" foreign key ("boss_id") references "worker" ("id");

UPDATE "migrator_version_ledger" SET step = 8, state = 'started'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = 'a94876cea1c366aaf79677fb2ea6162c764f52c901085585cc6b2489116e111c';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 8, state = 'done'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = 'a94876cea1c366aaf79677fb2ea6162c764f52c901085585cc6b2489116e111c';
\endif

\set migrator_todo false
SELECT :migrator_step < 9 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 9 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 9 of 15 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (create index worker_name_index on worker (name) (revisions/01_keys.ts:23)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 8, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 0,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk01 needs the database at base', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- create index worker_name_index on worker (name) (revisions/01_keys.ts:23)
create index "worker_name_index" on "worker" ("name");

UPDATE "migrator_version_ledger" SET step = 9, state = 'started'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = 'a94876cea1c366aaf79677fb2ea6162c764f52c901085585cc6b2489116e111c';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 9, state = 'done'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = 'a94876cea1c366aaf79677fb2ea6162c764f52c901085585cc6b2489116e111c';
\endif

\set migrator_todo false
SELECT :migrator_step < 10 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 10 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 10 of 15 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (add unique constraint worker_mail_unique on mail to table worker (revisions/01_keys.ts:23)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 9, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 0,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk01 needs the database at base', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- add unique constraint worker_mail_unique on mail to table worker (revisions/01_keys.ts:23)
alter table "worker" add constraint "worker_mail_unique" unique ("mail");

UPDATE "migrator_version_ledger" SET step = 10, state = 'started'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = 'a94876cea1c366aaf79677fb2ea6162c764f52c901085585cc6b2489116e111c';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 10, state = 'done'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = 'a94876cea1c366aaf79677fb2ea6162c764f52c901085585cc6b2489116e111c';
\endif

\set migrator_todo false
SELECT :migrator_step < 11 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 11 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 11 of 15 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (add foreign key worker_firm_number on firm_country, firm_number to firm (country, number) to table worker (revisions/01_keys.ts:23)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 10, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 0,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk01 needs the database at base', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- add foreign key worker_firm_number on firm_country, firm_number to firm (country, number) to table worker
--   (revisions/01_keys.ts:23)
alter table "worker"
add constraint "worker_firm_number" foreign key ("firm_country", "firm_number") references "firm" ("country", "number");

UPDATE "migrator_version_ledger" SET step = 11, state = 'started'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = 'a94876cea1c366aaf79677fb2ea6162c764f52c901085585cc6b2489116e111c';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 11, state = 'done'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = 'a94876cea1c366aaf79677fb2ea6162c764f52c901085585cc6b2489116e111c';
\endif

\set migrator_todo false
SELECT :migrator_step < 12 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 12 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 12 of 15 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (create index worker_name_mail on worker (name, mail) (revisions/01_keys.ts:23)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 11, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 0,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk01 needs the database at base', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- create index worker_name_mail on worker (name, mail) (revisions/01_keys.ts:23)
create index "worker_name_mail" on "worker" ("name", "mail");

UPDATE "migrator_version_ledger" SET step = 12, state = 'started'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = 'a94876cea1c366aaf79677fb2ea6162c764f52c901085585cc6b2489116e111c';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 12, state = 'done'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = 'a94876cea1c366aaf79677fb2ea6162c764f52c901085585cc6b2489116e111c';
\endif

\set migrator_todo false
SELECT :migrator_step < 13 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 0,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk01 needs the database at base', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- create table badge (3 columns) (revisions/01_keys.ts:35)
create table "badge" (
  "code" varchar(10) not null,
  "issue" integer not null,
  "worker_id" bigint,
  constraint "badge_pkey" primary key ("code", "issue")
);

UPDATE "migrator_version_ledger" SET step = 13, state = 'done'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = 'a94876cea1c366aaf79677fb2ea6162c764f52c901085585cc6b2489116e111c';
COMMIT;
\endif

\set migrator_todo false
SELECT :migrator_step < 14 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 14 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 14 of 15 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (add foreign key badge_worker on worker_id to worker (id) to table badge (revisions/01_keys.ts:35)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 13, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 0,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk01 needs the database at base', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- add foreign key badge_worker on worker_id to worker (id) to table badge (revisions/01_keys.ts:35)
alter table "badge"
add constraint "badge_worker" foreign key ("worker_id") references "worker" ("id");

UPDATE "migrator_version_ledger" SET step = 14, state = 'started'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = 'a94876cea1c366aaf79677fb2ea6162c764f52c901085585cc6b2489116e111c';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 14, state = 'done'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = 'a94876cea1c366aaf79677fb2ea6162c764f52c901085585cc6b2489116e111c';
\endif

\set migrator_todo false
SELECT :migrator_step < 15 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 0,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk01 needs the database at base', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- insert 1 row into firm (revisions/01_keys.ts:42)
insert into "firm" ("name", "country", "number") values
  ('Acme', 'at', 7);

-- insert 1 row into worker (revisions/01_keys.ts:43)
insert into "worker" ("firm_id", "name", "firm_country", "firm_number") values
  (1, 'Ann', 'at', 7);

INSERT INTO "migrator_version" (version_num) VALUES ('ktk01');
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk01') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision ktk01 should leave the database at ktk01', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('ktk01', 'up', 15, 15, 'done', 'a94876cea1c366aaf79677fb2ea6162c764f52c901085585cc6b2489116e111c', '5b43b3525dd1a769a70d570561c0ab527ee3b2b44e9786c008a33b286c07e024');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ktk01', 'up', 'Keys and indexes in the ways that knex lets them be said.', clock_timestamp(), session_user,
      'a94876cea1c366aaf79677fb2ea6162c764f52c901085585cc6b2489116e111c', '5b43b3525dd1a769a70d570561c0ab527ee3b2b44e9786c008a33b286c07e024', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision ktk01: committed'
\endif
\endif

\endif

-- ==== revision ktk02 The same on tables that are there. ====
-- from ktk01 to ktk02, revisions/02_later.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision ktk02: applied already'
\endif
\if :migrator_todo
\set migrator_step 0
\set migrator_begun 0
SELECT coalesce(max(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0) AS migrator_step,
    coalesce(max(CASE WHEN state = 'started' THEN step END), 0) AS migrator_begun
  FROM "migrator_version_ledger" WHERE revision = 'ktk02' AND direction = 'up' AND digest = '3c1c882747c7551a5cb8e13136c288edab9b70680854122f8a9db13283ae5a6c' \gset

\set migrator_todo false
SELECT :migrator_step < 1 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 1 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 1 of 10 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (drop foreign key worker_firm_number of table worker (revisions/02_later.ts:16)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 0, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk01') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk02 needs the database at ktk01', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- revision ktk02 stops here, with their number and where the first is, when there are
--   duplicates in worker (name, firm_id), with which a statement below would fail
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM (SELECT 1 AS one FROM "worker" WHERE "name" IS NOT NULL AND "firm_id" IS NOT NULL GROUP BY "name", "firm_id" HAVING COUNT(*) > 1) migrator_found);
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'name = ' || LEFT("name"::text, 60) || ', firm_id = ' || LEFT("firm_id"::text, 60) FROM "worker" WHERE "name" IS NOT NULL AND "firm_id" IS NOT NULL GROUP BY "name", "firm_id" HAVING COUNT(*) > 1 ORDER BY "name", "firm_id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: revision ktk02 finds ' || migrator_count || ' duplicate' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' in worker (name, firm_id)' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Mend the rows, and run the script again.';
  END IF;
END
$migrator$;

\set migrator_missing false
SELECT count(*) = 0 AS migrator_missing FROM "migrator_version_ledger" WHERE revision = 'ktk02' AND direction = 'up' AND digest = '3c1c882747c7551a5cb8e13136c288edab9b70680854122f8a9db13283ae5a6c' \gset
\if :migrator_missing
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('ktk02', 'up', 0, 10, 'done', '3c1c882747c7551a5cb8e13136c288edab9b70680854122f8a9db13283ae5a6c', '5b43b3525dd1a769a70d570561c0ab527ee3b2b44e9786c008a33b286c07e024');
\endif

-- drop foreign key worker_firm_number of table worker (revisions/02_later.ts:16)
alter table "worker" drop constraint "worker_firm_number";

UPDATE "migrator_version_ledger" SET step = 1, state = 'started'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '3c1c882747c7551a5cb8e13136c288edab9b70680854122f8a9db13283ae5a6c';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 1, state = 'done'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '3c1c882747c7551a5cb8e13136c288edab9b70680854122f8a9db13283ae5a6c';
\endif

\set migrator_todo false
SELECT :migrator_step < 2 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 2 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 2 of 10 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (drop index worker_name_mail of table worker (revisions/02_later.ts:16)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 1, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk01') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk02 needs the database at ktk01', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- drop index worker_name_mail of table worker (revisions/02_later.ts:16)
drop index "worker_name_mail";

UPDATE "migrator_version_ledger" SET step = 2, state = 'started'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '3c1c882747c7551a5cb8e13136c288edab9b70680854122f8a9db13283ae5a6c';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 2, state = 'done'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '3c1c882747c7551a5cb8e13136c288edab9b70680854122f8a9db13283ae5a6c';
\endif

\set migrator_todo false
SELECT :migrator_step < 3 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 3 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 3 of 10 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (drop unique constraint worker_mail_unique of table worker, which is a unique index (revisions/02_later.ts:16)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 2, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk01') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk02 needs the database at ktk01', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- drop unique constraint worker_mail_unique of table worker, which is a unique index (revisions/02_later.ts:16)
drop index "worker"@"worker_mail_unique" cascade;

UPDATE "migrator_version_ledger" SET step = 3, state = 'started'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '3c1c882747c7551a5cb8e13136c288edab9b70680854122f8a9db13283ae5a6c';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 3, state = 'done'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '3c1c882747c7551a5cb8e13136c288edab9b70680854122f8a9db13283ae5a6c';
\endif

\set migrator_todo false
SELECT :migrator_step < 4 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 4 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 4 of 10 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (add column worker.third_firm_id (integer) (revisions/02_later.ts:21)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 3, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk01') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk02 needs the database at ktk01', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- add column worker.third_firm_id (integer) (revisions/02_later.ts:21)
alter table "worker" add column "third_firm_id" integer;

UPDATE "migrator_version_ledger" SET step = 4, state = 'started'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '3c1c882747c7551a5cb8e13136c288edab9b70680854122f8a9db13283ae5a6c';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 4, state = 'done'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '3c1c882747c7551a5cb8e13136c288edab9b70680854122f8a9db13283ae5a6c';
\endif

\set migrator_todo false
SELECT :migrator_step < 5 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 5 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 5 of 10 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (add foreign key worker_third_firm_id_foreign on third_firm_id to firm (id) to table worker (revisions/02_later.ts:21)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 4, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk01') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk02 needs the database at ktk01', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- add foreign key worker_third_firm_id_foreign on third_firm_id to firm (id) to table worker
--   (revisions/02_later.ts:21)
alter table "worker"
add constraint "worker_third_firm_id_foreign" foreign key ("third_firm_id") references "firm" ("id");

UPDATE "migrator_version_ledger" SET step = 5, state = 'started'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '3c1c882747c7551a5cb8e13136c288edab9b70680854122f8a9db13283ae5a6c';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 5, state = 'done'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '3c1c882747c7551a5cb8e13136c288edab9b70680854122f8a9db13283ae5a6c';
\endif

\set migrator_todo false
SELECT :migrator_step < 6 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 6 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 6 of 10 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (add unique constraint worker_name_in_firm on name, firm_id to table worker (revisions/02_later.ts:21)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 5, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk01') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk02 needs the database at ktk01', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- add unique constraint worker_name_in_firm on name, firm_id to table worker (revisions/02_later.ts:21)
alter table "worker" add constraint "worker_name_in_firm" unique ("name", "firm_id");

UPDATE "migrator_version_ledger" SET step = 6, state = 'started'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '3c1c882747c7551a5cb8e13136c288edab9b70680854122f8a9db13283ae5a6c';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 6, state = 'done'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '3c1c882747c7551a5cb8e13136c288edab9b70680854122f8a9db13283ae5a6c';
\endif

\set migrator_todo false
SELECT :migrator_step < 7 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 7 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 7 of 10 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (create index worker_name_firm_id_mail_index on worker (name, firm_id, mail) (revisions/02_later.ts:21)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 6, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk01') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk02 needs the database at ktk01', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- create index worker_name_firm_id_mail_index on worker (name, firm_id, mail) (revisions/02_later.ts:21)
create index "worker_name_firm_id_mail_index" on "worker" ("name", "firm_id", "mail");

UPDATE "migrator_version_ledger" SET step = 7, state = 'started'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '3c1c882747c7551a5cb8e13136c288edab9b70680854122f8a9db13283ae5a6c';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 7, state = 'done'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '3c1c882747c7551a5cb8e13136c288edab9b70680854122f8a9db13283ae5a6c';
\endif

\set migrator_todo false
SELECT :migrator_step < 8 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk01') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk02 needs the database at ktk01', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- rename table badge to pass (revisions/02_later.ts:26)
alter table "badge" rename to "pass";

UPDATE "migrator_version_ledger" SET step = 8, state = 'done'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '3c1c882747c7551a5cb8e13136c288edab9b70680854122f8a9db13283ae5a6c';
COMMIT;
\endif

\set migrator_todo false
SELECT :migrator_step < 9 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 9 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 9 of 10 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (add column pass.until (date) (revisions/02_later.ts:27)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 8, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk01') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk02 needs the database at ktk01', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- add column pass.until (date) (revisions/02_later.ts:27)
alter table "pass" add column "until" date;

UPDATE "migrator_version_ledger" SET step = 9, state = 'started'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '3c1c882747c7551a5cb8e13136c288edab9b70680854122f8a9db13283ae5a6c';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 9, state = 'done'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '3c1c882747c7551a5cb8e13136c288edab9b70680854122f8a9db13283ae5a6c';
\endif

\set migrator_todo false
SELECT :migrator_step < 10 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk01') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk02 needs the database at ktk01', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- rename column pass.issue to edition (revisions/02_later.ts:27)
alter table "pass" rename "issue" to "edition";

UPDATE "migrator_version" SET version_num = 'ktk02' WHERE version_num = 'ktk01';
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk02') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision ktk02 should leave the database at ktk02', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('ktk02', 'up', 10, 10, 'done', '3c1c882747c7551a5cb8e13136c288edab9b70680854122f8a9db13283ae5a6c', '5b43b3525dd1a769a70d570561c0ab527ee3b2b44e9786c008a33b286c07e024');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ktk02', 'up', 'The same on tables that are there.', clock_timestamp(), session_user,
      '3c1c882747c7551a5cb8e13136c288edab9b70680854122f8a9db13283ae5a6c', '5b43b3525dd1a769a70d570561c0ab527ee3b2b44e9786c008a33b286c07e024', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision ktk02: committed'
\endif
\endif

\endif

DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk02') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration not complete: %, but it is at %', 'upgrade.sql should leave the database at ktk02', found
      USING HINT = 'Read the messages above this one: something failed.';
  END IF;
  DELETE FROM "migrator_version_ledger";
END
$migrator$;
\if :ERROR
\else
\echo 'done: the database is at ktk02'
\endif
\if :migrator_frozen
SET default_transaction_read_only = on;
\else
SET default_transaction_read_only = off;
\endif
RESET lock_timeout;
RESET sql_safe_updates;
RESET default_int_size;
RESET default_transaction_isolation;
