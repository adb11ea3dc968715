-- upgrade.sql: made by migrator for CockroachDB 24.1 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   b9c4ec5b
-- Version table: migrator_version
-- Script: d2bac63d0e0c1d87f3a5fe04b36163a4dd7ac6cd5f4aad12df6e18501a0e4776
--
-- Revisions, in this order:
--   1. up a9c4ec5b Checks beside columns, and of the table
--      sha256 1bb907eec678d34d183a7591e027c38b6b04a4c0064e1247612d58db1d8db7d9
--   2. up b9c4ec5b The columns of those checks become others
--      sha256 2675156ee09e3a78fac39ffcb348ab28bfc21688f33ef070735f343a6bef7302
--
-- Run it:
--   psql -X -d DATABASE -L upgrade.log -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:b9c4ec5b --target cockroachdb
-- It refuses, too, unless what it expects holds:
--   it expects a schema to make things in
--   it expects new tables to be made in the schema of migrator_version
--
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.
--
-- Not one transaction: a9c4ec5b, b9c4ec5b.
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b9c4ec5b') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT to_regclass('"migrator_version_ledger"') IS NOT NULL AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'd2bac63d0e0c1d87f3a5fe04b36163a4dd7ac6cd5f4aad12df6e18501a0e4776' \gset
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
\echo 'already applied: the database is at b9c4ec5b, nothing was changed'
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
      WHEN 'a9c4ec5b' THEN 1
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
      WHEN 'a9c4ec5b' THEN 1
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = 'd2bac63d0e0c1d87f3a5fe04b36163a4dd7ac6cd5f4aad12df6e18501a0e4776' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'd2bac63d0e0c1d87f3a5fe04b36163a4dd7ac6cd5f4aad12df6e18501a0e4776' \gset
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

-- ==== revision a9c4ec5b Checks beside columns, and of the table ====
-- from base to a9c4ec5b, revisions/a_beside.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision a9c4ec5b: applied already'
\endif
\if :migrator_todo
\set migrator_step 0
\set migrator_begun 0
SELECT coalesce(max(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0) AS migrator_step,
    coalesce(max(CASE WHEN state = 'started' THEN step END), 0) AS migrator_begun
  FROM "migrator_version_ledger" WHERE revision = 'a9c4ec5b' AND direction = 'up' AND digest = 'a846bfc466496078f301177a10ae8a4b9ebea572b4f6eaf45503d76055cde98f' \gset

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
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision a9c4ec5b needs the database at base', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

\set migrator_missing false
SELECT count(*) = 0 AS migrator_missing FROM "migrator_version_ledger" WHERE revision = 'a9c4ec5b' AND direction = 'up' AND digest = 'a846bfc466496078f301177a10ae8a4b9ebea572b4f6eaf45503d76055cde98f' \gset
\if :migrator_missing
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('a9c4ec5b', 'up', 0, 4, 'done', 'a846bfc466496078f301177a10ae8a4b9ebea572b4f6eaf45503d76055cde98f', 'd2bac63d0e0c1d87f3a5fe04b36163a4dd7ac6cd5f4aad12df6e18501a0e4776');
\endif

-- create table shelf (3 columns) (revisions/a_beside.ts:8)
create table "shelf" (
  "id" integer not null,
  "width" integer not null check ("width" > 0),
  "height" integer not null,
  constraint "shelf_pkey" primary key ("id"),
  check ("height" > 2)
);

UPDATE "migrator_version_ledger" SET step = 1, state = 'done'
  WHERE revision = 'a9c4ec5b' AND direction = 'up' AND digest = 'a846bfc466496078f301177a10ae8a4b9ebea572b4f6eaf45503d76055cde98f';
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
    RAISE EXCEPTION '%', 'migration refused: step 2 of 4 of revision a9c4ec5b was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (add column shelf.depth (integer) (revisions/a_beside.ts:14)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 1, state = ''done''. Then run this file again.';
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
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision a9c4ec5b needs the database at base', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- add column shelf.depth (integer) (revisions/a_beside.ts:14)
alter table "shelf" add column "depth" integer;

UPDATE "migrator_version_ledger" SET step = 2, state = 'started'
  WHERE revision = 'a9c4ec5b' AND direction = 'up' AND digest = 'a846bfc466496078f301177a10ae8a4b9ebea572b4f6eaf45503d76055cde98f';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 2, state = 'done'
  WHERE revision = 'a9c4ec5b' AND direction = 'up' AND digest = 'a846bfc466496078f301177a10ae8a4b9ebea572b4f6eaf45503d76055cde98f';
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
    RAISE EXCEPTION '%', 'migration refused: step 3 of 4 of revision a9c4ec5b was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (add check constraint to table shelf (revisions/a_beside.ts:14)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 2, state = ''done''. Then run this file again.';
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
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision a9c4ec5b needs the database at base', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- add check constraint to table shelf (revisions/a_beside.ts:14)
alter table "shelf" add check ("depth" > 0);

UPDATE "migrator_version_ledger" SET step = 3, state = 'started'
  WHERE revision = 'a9c4ec5b' AND direction = 'up' AND digest = 'a846bfc466496078f301177a10ae8a4b9ebea572b4f6eaf45503d76055cde98f';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 3, state = 'done'
  WHERE revision = 'a9c4ec5b' AND direction = 'up' AND digest = 'a846bfc466496078f301177a10ae8a4b9ebea572b4f6eaf45503d76055cde98f';
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
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision a9c4ec5b needs the database at base', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- create table rack (3 columns) (revisions/a_beside.ts:16)
create table "rack" (
  "id" integer not null,
  "width" integer not null check ("width" > 0),
  "height" integer not null,
  constraint "rack_pkey" primary key ("id"),
  check ("height" > 2)
);

INSERT INTO "migrator_version" (version_num) VALUES ('a9c4ec5b');
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a9c4ec5b') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision a9c4ec5b should leave the database at a9c4ec5b', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('a9c4ec5b', 'up', 4, 4, 'done', 'a846bfc466496078f301177a10ae8a4b9ebea572b4f6eaf45503d76055cde98f', 'd2bac63d0e0c1d87f3a5fe04b36163a4dd7ac6cd5f4aad12df6e18501a0e4776');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'a9c4ec5b', 'up', 'Checks beside columns, and of the table', clock_timestamp(), session_user,
      'a846bfc466496078f301177a10ae8a4b9ebea572b4f6eaf45503d76055cde98f', 'd2bac63d0e0c1d87f3a5fe04b36163a4dd7ac6cd5f4aad12df6e18501a0e4776', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision a9c4ec5b: committed'
\endif
\endif

\endif

-- ==== revision b9c4ec5b The columns of those checks become others ====
-- from a9c4ec5b to b9c4ec5b, revisions/b_after.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision b9c4ec5b: applied already'
\endif
\if :migrator_todo
\set migrator_step 0
\set migrator_begun 0
SELECT coalesce(max(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0) AS migrator_step,
    coalesce(max(CASE WHEN state = 'started' THEN step END), 0) AS migrator_begun
  FROM "migrator_version_ledger" WHERE revision = 'b9c4ec5b' AND direction = 'up' AND digest = '3e2965785bd5114ca3c9821884af76653088fcdf7a2c48ce321ccba611dfaed3' \gset

\set migrator_todo false
SELECT :migrator_step < 1 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 1 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 1 of 5 of revision b9c4ec5b was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (alter column shelf.width: NULL allowed (revisions/b_after.ts:9)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 0, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a9c4ec5b') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision b9c4ec5b needs the database at a9c4ec5b', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

\set migrator_missing false
SELECT count(*) = 0 AS migrator_missing FROM "migrator_version_ledger" WHERE revision = 'b9c4ec5b' AND direction = 'up' AND digest = '3e2965785bd5114ca3c9821884af76653088fcdf7a2c48ce321ccba611dfaed3' \gset
\if :migrator_missing
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('b9c4ec5b', 'up', 0, 5, 'done', '3e2965785bd5114ca3c9821884af76653088fcdf7a2c48ce321ccba611dfaed3', 'd2bac63d0e0c1d87f3a5fe04b36163a4dd7ac6cd5f4aad12df6e18501a0e4776');
\endif

-- alter column shelf.width: NULL allowed (revisions/b_after.ts:9)
alter table "shelf" alter column "width" drop not null;

UPDATE "migrator_version_ledger" SET step = 1, state = 'started'
  WHERE revision = 'b9c4ec5b' AND direction = 'up' AND digest = '3e2965785bd5114ca3c9821884af76653088fcdf7a2c48ce321ccba611dfaed3';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 1, state = 'done'
  WHERE revision = 'b9c4ec5b' AND direction = 'up' AND digest = '3e2965785bd5114ca3c9821884af76653088fcdf7a2c48ce321ccba611dfaed3';
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
    RAISE EXCEPTION '%', 'migration refused: step 2 of 5 of revision b9c4ec5b was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (alter column shelf.height: NULL allowed (revisions/b_after.ts:9)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 1, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a9c4ec5b') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision b9c4ec5b needs the database at a9c4ec5b', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- alter column shelf.height: NULL allowed (revisions/b_after.ts:9)
alter table "shelf" alter column "height" drop not null;

UPDATE "migrator_version_ledger" SET step = 2, state = 'started'
  WHERE revision = 'b9c4ec5b' AND direction = 'up' AND digest = '3e2965785bd5114ca3c9821884af76653088fcdf7a2c48ce321ccba611dfaed3';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 2, state = 'done'
  WHERE revision = 'b9c4ec5b' AND direction = 'up' AND digest = '3e2965785bd5114ca3c9821884af76653088fcdf7a2c48ce321ccba611dfaed3';
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
    RAISE EXCEPTION '%', 'migration refused: step 3 of 5 of revision b9c4ec5b was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (alter column rack.width: NULL allowed (revisions/b_after.ts:9)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 2, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a9c4ec5b') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision b9c4ec5b needs the database at a9c4ec5b', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- alter column rack.width: NULL allowed (revisions/b_after.ts:9)
alter table "rack" alter column "width" drop not null;

UPDATE "migrator_version_ledger" SET step = 3, state = 'started'
  WHERE revision = 'b9c4ec5b' AND direction = 'up' AND digest = '3e2965785bd5114ca3c9821884af76653088fcdf7a2c48ce321ccba611dfaed3';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 3, state = 'done'
  WHERE revision = 'b9c4ec5b' AND direction = 'up' AND digest = '3e2965785bd5114ca3c9821884af76653088fcdf7a2c48ce321ccba611dfaed3';
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
    RAISE EXCEPTION '%', 'migration refused: step 4 of 5 of revision b9c4ec5b was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (alter column rack.height: NULL allowed (revisions/b_after.ts:9)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 3, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a9c4ec5b') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision b9c4ec5b needs the database at a9c4ec5b', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- alter column rack.height: NULL allowed (revisions/b_after.ts:9)
alter table "rack" alter column "height" drop not null;

UPDATE "migrator_version_ledger" SET step = 4, state = 'started'
  WHERE revision = 'b9c4ec5b' AND direction = 'up' AND digest = '3e2965785bd5114ca3c9821884af76653088fcdf7a2c48ce321ccba611dfaed3';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 4, state = 'done'
  WHERE revision = 'b9c4ec5b' AND direction = 'up' AND digest = '3e2965785bd5114ca3c9821884af76653088fcdf7a2c48ce321ccba611dfaed3';
\endif

\set migrator_todo false
SELECT :migrator_step < 5 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a9c4ec5b') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision b9c4ec5b needs the database at a9c4ec5b', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- alter column shelf.depth: a new default; drop the default of column shelf.depth (revisions/b_after.ts:11)
alter table "shelf" alter column "depth" drop default;

-- set the default of column shelf.depth (revisions/b_after.ts:11)
alter table "shelf" alter column "depth" set default '7';

UPDATE "migrator_version" SET version_num = 'b9c4ec5b' WHERE version_num = 'a9c4ec5b';
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b9c4ec5b') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision b9c4ec5b should leave the database at b9c4ec5b', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('b9c4ec5b', 'up', 5, 5, 'done', '3e2965785bd5114ca3c9821884af76653088fcdf7a2c48ce321ccba611dfaed3', 'd2bac63d0e0c1d87f3a5fe04b36163a4dd7ac6cd5f4aad12df6e18501a0e4776');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'b9c4ec5b', 'up', 'The columns of those checks become others', clock_timestamp(), session_user,
      '3e2965785bd5114ca3c9821884af76653088fcdf7a2c48ce321ccba611dfaed3', 'd2bac63d0e0c1d87f3a5fe04b36163a4dd7ac6cd5f4aad12df6e18501a0e4776', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision b9c4ec5b: committed'
\endif
\endif

\endif

DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b9c4ec5b') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration not complete: %, but it is at %', 'upgrade.sql should leave the database at b9c4ec5b', found
      USING HINT = 'Read the messages above this one: something failed.';
  END IF;
  DELETE FROM "migrator_version_ledger";
END
$migrator$;
\if :ERROR
\else
\echo 'done: the database is at b9c4ec5b'
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
