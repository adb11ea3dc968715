-- upgrade.sql: made by migrator for PostgreSQL 15 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   ac03
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. up ac01 A table to change.
--      sha256 c6699425c7e81aa77e0648a7e9e588ca1159b90a8e17d170580e0b976e72b452
--   2. up ac02 Wider and stricter.
--      sha256 c76117ba7875b8f9e8e391db26ef246329308ff9fb08bbd2eb37d57431313548
--   3. up ac03 Another name, another type and another default at once.
--      sha256 53c3fa3d2f8c2fd24157ef25e51ada05363d848d9b16a669f44b74f005370190
--
-- Run it:
--   psql -X -d DATABASE -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:ac03
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET client_min_messages = warning;
SET lock_timeout = '10s';
SET TimeZone = 'UTC';
SET migrator.stopped = off;
SELECT set_config('migrator.frozen', CASE WHEN current_setting('default_transaction_read_only') = 'off' THEN 'off'
    ELSE coalesce(nullif(current_setting('migrator.frozen', true), ''), 'on') END, false) AS migrator_frozen \gset
-- The session stays read-only until the guard below has passed.
SET default_transaction_read_only = on;

\set migrator_done false
\set migrator_there false
SELECT to_regclass('"migrator_version"') IS NOT NULL AS migrator_there \gset
\if :migrator_there
\set migrator_done false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac03') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\if :migrator_done
SELECT set_config('default_transaction_read_only', current_setting('migrator.frozen'), false) AS migrator_frozen \gset
RESET migrator.frozen;
RESET client_encoding;
RESET standard_conforming_strings;
RESET client_min_messages;
RESET lock_timeout;
RESET TimeZone;
\echo 'already applied: the database is at ac03, nothing was changed'
\quit
\endif
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY[]::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.frozen', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: the session was read-only before this script began; whoever made it so must allow writing first';
  END IF;
  IF NOT pg_try_advisory_lock(hashtextextended('migrator:' || current_database() || ':' || '"migrator_version"', 0)) THEN
    RAISE EXCEPTION 'migration refused: another session is running a script on this database';
  END IF;
  IF to_regclass('"migrator_version"') IS NOT NULL THEN
    SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  END IF;
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'upgrade.sql needs the database at base',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
  END IF;
  PERFORM set_config('default_transaction_read_only', 'off', false);
END
$migrator$;

CREATE TABLE IF NOT EXISTS "migrator_version" (
  version_num VARCHAR(32) NOT NULL,
  CONSTRAINT "migrator_version_pkc" PRIMARY KEY (version_num)
);

-- ==== revision ac01 A table to change. ====
-- from base to ac01, revisions/01_a_table.ts

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
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ac01 needs the database at base',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- create table account (6 columns) (revisions/01_a_table.ts:16)
create table "account" (
  "id" integer not null,
  "holder" varchar(40) not null default 'nobody',
  "points" integer default '0',
  "iban" varchar(34),
  "balance" decimal(10, 2),
  "open" boolean not null default '1',
  constraint "account_pkey" primary key ("id")
);

-- comment on column account.holder (revisions/01_a_table.ts:16)
comment on column "account"."holder" is 'The holder''s name';

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['ac01']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  INSERT INTO "migrator_version" (version_num) VALUES ('ac01');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision ac01 should leave the database at ac01',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision ac01: committed'
\endif

-- ==== revision ac02 Wider and stricter. ====
-- from ac01 to ac02, revisions/02_wider_and_stricter.ts

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['ac01']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ac02 needs the database at ac01',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- alter column account.holder: type varchar(120) (revisions/02_wider_and_stricter.ts:16)
alter table "account" alter column "holder" type varchar(120) using ("holder"::varchar(120));

-- alter column account.points: type bigint, NOT NULL, a new default (revisions/02_wider_and_stricter.ts:17)
alter table "account" alter column "points" drop default;

-- alter column account.points: type bigint, NOT NULL, a new default (continued)
--   (revisions/02_wider_and_stricter.ts:17)
alter table "account" alter column "points" type bigint using ("points"::bigint);

-- alter column account.points: type bigint, NOT NULL, a new default (continued)
--   (revisions/02_wider_and_stricter.ts:17)
alter table "account" alter column "points" set default 10;

-- alter column account.points: type bigint, NOT NULL, a new default (continued)
--   (revisions/02_wider_and_stricter.ts:17)
alter table "account" alter column "points" set not null;

-- alter column account.iban: NOT NULL (revisions/02_wider_and_stricter.ts:18)
alter table "account" alter column "iban" set not null;

-- alter column account.iban: a new default (revisions/02_wider_and_stricter.ts:19)
alter table "account" alter column "iban" drop default;

-- alter column account.iban: a new default (continued) (revisions/02_wider_and_stricter.ts:19)
alter table "account" alter column "iban" set default 'it''s missing';

-- alter column account.balance: a new comment (revisions/02_wider_and_stricter.ts:20)
comment on column "account"."balance" is 'In the account''s currency';

-- alter column account.balance: type decimal(14, 4) (revisions/02_wider_and_stricter.ts:21)
alter table "account" alter column "balance" type decimal(14, 4) using ("balance"::decimal(14, 4));

-- alter column account.open: no default (revisions/02_wider_and_stricter.ts:22)
alter table "account" alter column "open" drop default;

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['ac02']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  UPDATE "migrator_version" SET version_num = 'ac02' WHERE version_num = 'ac01';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision ac02 should leave the database at ac02',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision ac02: committed'
\endif

-- ==== revision ac03 Another name, another type and another default at once. ====
-- from ac02 to ac03, revisions/03_another_name_another.ts

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['ac02']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ac03 needs the database at ac02',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- alter column account.points: type decimal(12, 2), a new default, a new comment
--   (revisions/03_another_name_another.ts:16)
alter table "account" alter column "points" drop default;

-- alter column account.points: type decimal(12, 2), a new default, a new comment (continued)
--   (revisions/03_another_name_another.ts:16)
alter table "account" alter column "points" type decimal(12, 2) using ("points"::decimal(12, 2));

-- alter column account.points: type decimal(12, 2), a new default, a new comment (continued)
--   (revisions/03_another_name_another.ts:16)
alter table "account" alter column "points" set default 0.5;

-- alter column account.points: type decimal(12, 2), a new default, a new comment (continued)
--   (revisions/03_another_name_another.ts:16)
comment on column "account"."points" is 'Was points';

-- rename column account.points to score (revisions/03_another_name_another.ts:16)
alter table "account" rename "points" to "score";

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['ac03']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  UPDATE "migrator_version" SET version_num = 'ac03' WHERE version_num = 'ac02';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision ac03 should leave the database at ac03',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision ac03: committed'
\endif

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['ac03']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration not complete: %, but it is at %', 'upgrade.sql should leave the database at ac03',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'Read the messages above this one: something failed.';
  END IF;
  PERFORM pg_advisory_unlock(hashtextextended('migrator:' || current_database() || ':' || '"migrator_version"', 0));
END
$migrator$;
\if :ERROR
\else
\echo 'done: the database is at ac03'
\endif
SELECT set_config('default_transaction_read_only', current_setting('migrator.frozen'), false) AS migrator_frozen \gset
RESET migrator.frozen;
RESET client_encoding;
RESET standard_conforming_strings;
RESET client_min_messages;
RESET lock_timeout;
RESET TimeZone;
