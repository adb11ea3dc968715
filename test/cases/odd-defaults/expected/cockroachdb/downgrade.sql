-- downgrade.sql: made by migrator for CockroachDB 24.1 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: od02
-- To:   base
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. down od02 One more, and a row that takes them.
--      sha256 02d81fe677a4f9b3c175335ec101214a4972aa8f5b7e3cbd0de4aa07f8321667
--   2. down od01 Defaults that are no plain text or number.
--      sha256 198a196eda69585c61d70db13b07b1e52159b3ba804193bdbe44b40af954fff0
--
-- Run it:
--   psql -X -d DATABASE -f downgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator downgrade --sql WHERE_IT_IS:base
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.

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
SELECT count(*) = 0 AS migrator_done
  FROM "migrator_version" \gset
\endif
\if :migrator_done
\if :migrator_frozen
SET default_transaction_read_only = on;
\else
SET default_transaction_read_only = off;
\endif
RESET lock_timeout;
\echo 'already applied: the database is at base, nothing was changed'
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('od02') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'downgrade.sql needs the database at od02', found
      USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;
\else
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at od02' USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
  END IF;
END
$migrator$;
\endif

CREATE TABLE IF NOT EXISTS "migrator_version" (
  version_num VARCHAR(32) NOT NULL,
  CONSTRAINT "migrator_version_pkc" PRIMARY KEY (version_num)
);

-- ==== undoing revision od02 One more, and a row that takes them. ====
-- from od02 to od01, revisions/02_one_more.ts

BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('od02') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision od02 needs the database at od02', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- drop column setting.ends (revisions/02_one_more.ts:21)
alter table "setting" drop column "ends";

UPDATE "migrator_version" SET version_num = 'od01' WHERE version_num = 'od02';
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('od01') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision od02 should leave the database at od01', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision od02: committed'
\endif

-- ==== undoing revision od01 Defaults that are no plain text or number. ====
-- from od01 to base, revisions/01_defaults_that_are.ts

BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('od01') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision od01 needs the database at od01', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- drop table setting (revisions/01_defaults_that_are.ts:26)
drop table "setting";

DELETE FROM "migrator_version" WHERE version_num IN ('od01');
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 0,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision od01 should leave the database at base', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision od01: committed'
\endif

DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 0,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration not complete: %, but it is at %', 'downgrade.sql should leave the database at base', found
      USING HINT = 'Read the messages above this one: something failed.';
  END IF;
END
$migrator$;
\if :ERROR
\else
\echo 'done: the database is at base'
\endif
\if :migrator_frozen
SET default_transaction_read_only = on;
\else
SET default_transaction_read_only = off;
\endif
RESET lock_timeout;
