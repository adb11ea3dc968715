-- upgrade.sql: made by migrator for CockroachDB 24.1 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   dj02
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. up dj01 Two tables with rows.
--      sha256 0a8a5027e0601e6ea4a9acb2e36b9882f365bf64815eeeadb13ae7fff04395b1
--   2. up dj02 Names become numbers.
--      sha256 c7e186d2bd35e8b31930a23673677cb103a04419d36cb5c9e7708a3a9b4006a3
--
-- Run it:
--   psql -X -d DATABASE -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:dj02
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.
--
-- Not one transaction: dj01.
-- When a statement of such a revision fails, what was done before it in its revision stays, and the
-- version rows still say that the revision is not applied. Undo what it left by hand before you run
-- the script again.

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET lock_timeout = '10s';
SET TimeZone = 'UTC';
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('dj02') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\if :migrator_done
\if :migrator_frozen
SET default_transaction_read_only = on;
\else
SET default_transaction_read_only = off;
\endif
RESET lock_timeout;
\echo 'already applied: the database is at dj02, nothing was changed'
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

CREATE TABLE IF NOT EXISTS "migrator_version" (
  version_num VARCHAR(32) NOT NULL,
  CONSTRAINT "migrator_version_pkc" PRIMARY KEY (version_num)
);

-- ==== revision dj01 Two tables with rows. ====
-- from base to dj01, revisions/01_two_tables.ts

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
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision dj01 needs the database at base', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- create table town (2 columns) (revisions/01_two_tables.ts:16)
create table "town" (
  "id" integer not null,
  "name" varchar(40) not null,
  constraint "town_pkey" primary key ("id")
);

-- create table street (3 columns) (revisions/01_two_tables.ts:20)
create table "street" (
  "id" integer not null,
  "town" varchar(40),
  "town_id" integer,
  constraint "street_pkey" primary key ("id")
);

COMMIT;

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
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision dj01 needs the database at base', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- insert 2 rows into town (revisions/01_two_tables.ts:25)
insert into "town" ("id", "name") values
  (1, 'Wien'),
  (2, 'Graz');

-- insert 2 rows into street (revisions/01_two_tables.ts:29)
insert into "street" ("id", "town") values
  (1, 'Graz'),
  (2, 'Linz');

INSERT INTO "migrator_version" (version_num) VALUES ('dj01');
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('dj01') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision dj01 should leave the database at dj01', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision dj01: committed'
\endif

-- ==== revision dj02 Names become numbers. ====
-- from dj01 to dj02, revisions/02_names_become_numbers.ts

BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('dj01') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision dj02 needs the database at dj01', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- update street (revisions/02_names_become_numbers.ts:17)
update "street" set "town_id" = (select "id" from "town" where "town"."name" = "street"."town");

-- delete from street (revisions/02_names_become_numbers.ts:18)
delete from "street" where not exists (select "id" from "town" where town.id = street.town_id);

UPDATE "migrator_version" SET version_num = 'dj02' WHERE version_num = 'dj01';
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('dj02') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision dj02 should leave the database at dj02', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision dj02: committed'
\endif

DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('dj02') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration not complete: %, but it is at %', 'upgrade.sql should leave the database at dj02', found
      USING HINT = 'Read the messages above this one: something failed.';
  END IF;
END
$migrator$;
\if :ERROR
\else
\echo 'done: the database is at dj02'
\endif
\if :migrator_frozen
SET default_transaction_read_only = on;
\else
SET default_transaction_read_only = off;
\endif
RESET lock_timeout;
