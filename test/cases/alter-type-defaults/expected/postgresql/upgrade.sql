-- upgrade.sql: made by migrator for PostgreSQL 15 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   e5f00002
-- Version table: migrator_version
-- Script: 0073b7c16039589d33960f083728c95b391e83d6a9ded033b54ae698943c9f1e
--
-- Revisions, in this order:
--   1. up e5f00001 Columns whose defaults are of another type than they will be
--      sha256 0ea4282239d2df48e0d382844922077a17fe0526ffb75f468ecb2d44b11c5327
--   2. up e5f00002 Types change, and defaults go along
--      sha256 48e00e97ff90a03e8cecac8cb46a579b7138e565bb89013cf056a8dc4f8f06a7
--
-- Run it:
--   psql -X -d DATABASE -L upgrade.log -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:e5f00002 --target postgresql
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e5f00002') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT to_regclass('"migrator_version_ledger"') IS NOT NULL AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '0073b7c16039589d33960f083728c95b391e83d6a9ded033b54ae698943c9f1e' \gset
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
\echo 'already applied: the database is at e5f00002, nothing was changed'
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
    IF EXISTS (SELECT FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '0073b7c16039589d33960f083728c95b391e83d6a9ded033b54ae698943c9f1e') THEN
      RAISE EXCEPTION 'migration refused: another script left a revision half done' USING HINT = 'Nothing was changed. "migrator_version_ledger" shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM "migrator_version_ledger".';
    END IF;
  END IF;
  IF to_regclass('"migrator_version"') IS NOT NULL THEN
    SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  END IF;
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    place := NULL;
    IF to_regclass('"migrator_version_ledger"') IS NOT NULL THEN
      IF EXISTS (SELECT FROM "migrator_version_ledger" WHERE script = '0073b7c16039589d33960f083728c95b391e83d6a9ded033b54ae698943c9f1e') THEN
        place := CASE coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base')
          WHEN 'e5f00001' THEN 1
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

-- ==== revision e5f00001 Columns whose defaults are of another type than they will be ====
-- from base to e5f00001, revisions/e5f00001_texts.ts

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 0 AS migrator_todo, current_setting('migrator.position')::integer > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision e5f00001: applied already'
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
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e5f00001 needs the database at base',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'e5f00001 1', true);
END
$migrator$;

-- create table setting (5 columns) (revisions/e5f00001_texts.ts:8)
create table "setting" (
  "id" serial primary key,
  "amount" varchar(10) not null default '5',
  "day" varchar(10) default '2020-01-31',
  "open" boolean not null default '1',
  "net" integer not null default '1'
);

-- add column setting.gross (integer) (revisions/e5f00001_texts.ts:16)
alter table "setting" add column "gross" integer generated always as (net + 1) stored;

-- add column setting.more (text) (revisions/e5f00001_texts.ts:17)
alter table "setting" add column "more" text default '{"a": 1}';

-- insert 1 row into setting (revisions/e5f00001_texts.ts:19)
insert into "setting" ("amount", "day", "open", "net") values
  ('7', '2021-02-03', false, 2);

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['e5f00001']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM 'e5f00001 1' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  INSERT INTO "migrator_version" (version_num) VALUES ('e5f00001');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision e5f00001 should leave the database at e5f00001',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('e5f00001', 'up', 1, 1, 'done', '75bcd66af16ccb18a226574ea75a9d2b1941036d97d56e0fbceb6713d96d6f29', '0073b7c16039589d33960f083728c95b391e83d6a9ded033b54ae698943c9f1e');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'e5f00001', 'up', 'Columns whose defaults are of another type than they will be', clock_timestamp(), session_user,
      '75bcd66af16ccb18a226574ea75a9d2b1941036d97d56e0fbceb6713d96d6f29', '0073b7c16039589d33960f083728c95b391e83d6a9ded033b54ae698943c9f1e', 0
    FROM "migrator_version_log";
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision e5f00001: committed'
\endif

\endif

-- ==== revision e5f00002 Types change, and defaults go along ====
-- from e5f00001 to e5f00002, revisions/e5f00002_types.ts

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 1 AS migrator_todo, current_setting('migrator.position')::integer > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision e5f00002: applied already'
\endif
\if :migrator_todo

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['e5f00001']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e5f00002 needs the database at e5f00001',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'e5f00002 1', true);
END
$migrator$;

-- revision e5f00002 stops here, with their number and where the first is, when there are
--   values of setting.amount that integer does not hold exactly, which would be lost
--   values of setting.day that date does not hold exactly, which would be lost
--   values of setting.amount that are no integer, with which a statement below would fail
DO $migrator$
DECLARE
  migrator_count bigint;
  migrator_first text;
BEGIN
  LOCK TABLE "setting" IN SHARE ROW EXCLUSIVE MODE;
  migrator_count := (SELECT COUNT(*) FROM "setting" WHERE CASE WHEN "amount"::text ~ '^[[:space:]]*[-+]?[0-9]+[[:space:]]*$' THEN "amount"::text::numeric NOT BETWEEN -2147483648 AND 2147483647 ELSE "amount" IS NOT NULL END);
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "setting" WHERE CASE WHEN "amount"::text ~ '^[[:space:]]*[-+]?[0-9]+[[:space:]]*$' THEN "amount"::text::numeric NOT BETWEEN -2147483648 AND 2147483647 ELSE "amount" IS NOT NULL END ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: revision e5f00002 finds ' || migrator_count || ' value' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of setting.amount that are no integer' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Mend the rows, and run the script again.';
  END IF;
  migrator_count := (SELECT COUNT(*) FROM "setting" WHERE CASE WHEN NOT CASE WHEN "amount"::text ~ '^[[:space:]]*[-+]?[0-9]+[[:space:]]*$' THEN "amount"::text::numeric NOT BETWEEN -2147483648 AND 2147483647 ELSE "amount" IS NOT NULL END THEN "amount"::integer::text <> btrim("amount"::text) END);
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "setting" WHERE CASE WHEN NOT CASE WHEN "amount"::text ~ '^[[:space:]]*[-+]?[0-9]+[[:space:]]*$' THEN "amount"::text::numeric NOT BETWEEN -2147483648 AND 2147483647 ELSE "amount" IS NOT NULL END THEN "amount"::integer::text <> btrim("amount"::text) END ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: revision e5f00002 would lose ' || migrator_count || ' value' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of setting.amount that integer does not hold exactly' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Keep what is needed, or have the revision say why it may go: { dataLoss: ''...'' }, and bundle anew from where the database stands.';
  END IF;
  migrator_count := (SELECT COUNT(*) FROM "setting" WHERE "day"::date <> "day"::timestamptz);
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "setting" WHERE "day"::date <> "day"::timestamptz ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: revision e5f00002 would lose ' || migrator_count || ' value' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of setting.day that date does not hold exactly' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Keep what is needed, or have the revision say why it may go: { dataLoss: ''...'' }, and bundle anew from where the database stands.';
  END IF;
END
$migrator$;

-- alter column setting.amount: type integer; take its default out of the way (revisions/e5f00002_types.ts:8)
alter table "setting" alter column "amount" drop default;

-- change the type of column setting.amount (revisions/e5f00002_types.ts:8)
alter table "setting" alter column "amount" type integer using ("amount"::integer);

-- give it its default again (revisions/e5f00002_types.ts:8)
alter table "setting" alter column "amount" set default 5;

-- alter column setting.day: type date; take its default out of the way (revisions/e5f00002_types.ts:9)
alter table "setting" alter column "day" drop default;

-- change the type of column setting.day (revisions/e5f00002_types.ts:9)
alter table "setting" alter column "day" type date using ("day"::date);

-- give it its default again (revisions/e5f00002_types.ts:9)
alter table "setting" alter column "day" set default '2020-01-31';

-- alter column setting.open: type integer; take its default out of the way (revisions/e5f00002_types.ts:10)
alter table "setting" alter column "open" drop default;

-- change the type of column setting.open (revisions/e5f00002_types.ts:10)
alter table "setting" alter column "open" type integer using ("open"::integer);

-- give it its default again (revisions/e5f00002_types.ts:10)
alter table "setting" alter column "open" set default 1;

-- alter column setting.id: type bigserial; change the type of column setting.id (revisions/e5f00002_types.ts:12)
alter table "setting" alter column "id" type bigint using ("id"::bigint);

-- let the sequence of column setting.id count as far (revisions/e5f00002_types.ts:12)
do $migrator$ begin if pg_get_serial_sequence('"setting"', 'id') is not null then execute format('alter sequence %s as bigint', pg_get_serial_sequence('"setting"', 'id')); end if; end $migrator$;

-- alter column setting.gross: type bigint (revisions/e5f00002_types.ts:13)
alter table "setting" alter column "gross" type bigint;

-- alter column setting.more: type jsonb; take its default out of the way (revisions/e5f00002_types.ts:14)
alter table "setting" alter column "more" drop default;

-- change the type of column setting.more (revisions/e5f00002_types.ts:14)
alter table "setting" alter column "more" type jsonb using ("more"::jsonb);

-- give it its default again (revisions/e5f00002_types.ts:14)
alter table "setting" alter column "more" set default '{"a": 1}';

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['e5f00002']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM 'e5f00002 1' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  UPDATE "migrator_version" SET version_num = 'e5f00002' WHERE version_num = 'e5f00001';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision e5f00002 should leave the database at e5f00002',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('e5f00002', 'up', 1, 1, 'done', '453c46b3504c5d4942d4a785ca1649f3674d2eb41fdf2261d4476faecb02ee0f', '0073b7c16039589d33960f083728c95b391e83d6a9ded033b54ae698943c9f1e');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'e5f00002', 'up', 'Types change, and defaults go along', clock_timestamp(), session_user,
      '453c46b3504c5d4942d4a785ca1649f3674d2eb41fdf2261d4476faecb02ee0f', '0073b7c16039589d33960f083728c95b391e83d6a9ded033b54ae698943c9f1e', 0
    FROM "migrator_version_log";
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision e5f00002: committed'
\endif

\endif

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['e5f00002']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration not complete: %, but it is at %', 'upgrade.sql should leave the database at e5f00002',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Read the messages above this one: something failed.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  PERFORM pg_advisory_unlock(hashtextextended('migrator:' || current_database() || ':' || '"migrator_version"', 0));
END
$migrator$;
\if :ERROR
\else
\echo 'done: the database is at e5f00002'
\endif
SELECT set_config('default_transaction_read_only', current_setting('migrator.frozen'), false) AS migrator_frozen \gset
RESET migrator.frozen;
RESET client_encoding;
RESET standard_conforming_strings;
RESET client_min_messages;
RESET TimeZone;
RESET row_security;
RESET lock_timeout;
