-- downgrade.sql: made by migrator for CockroachDB 24.1 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: ac03
-- To:   base
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. down ac03 Another name, another type and another default at once.
--      sha256 53c3fa3d2f8c2fd24157ef25e51ada05363d848d9b16a669f44b74f005370190
--   2. down ac02 Wider and stricter.
--      sha256 c76117ba7875b8f9e8e391db26ef246329308ff9fb08bbd2eb37d57431313548
--   3. down ac01 A table to change.
--      sha256 c6699425c7e81aa77e0648a7e9e588ca1159b90a8e17d170580e0b976e72b452
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
--
-- Not one transaction: ac03, ac02.
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac03') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'downgrade.sql needs the database at ac03', found
      USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;
\else
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at ac03' USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
  END IF;
END
$migrator$;
\endif

CREATE TABLE IF NOT EXISTS "migrator_version" (
  version_num VARCHAR(32) NOT NULL,
  CONSTRAINT "migrator_version_pkc" PRIMARY KEY (version_num)
);

-- ==== undoing revision ac03 Another name, another type and another default at once. ====
-- from ac03 to ac02, revisions/03_another_name_another.ts

BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac03') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ac03 needs the database at ac03', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- alter column account.score: type bigint, a new default, no comment (revisions/03_another_name_another.ts:25)
alter table "account" alter column "score" drop default;

COMMIT;

SET default_transaction_read_only = on;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac03') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ac03 needs the database at ac03', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;

-- alter column account.score: type bigint, a new default, no comment (continued), outside any transaction
--   (revisions/03_another_name_another.ts:25)
SET enable_experimental_alter_column_type_general = true;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif

-- alter column account.score: type bigint, a new default, no comment (continued), outside any transaction
--   (revisions/03_another_name_another.ts:25)
alter table "account" alter column "score" type bigint using ("score"::bigint);
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif

BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac03') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ac03 needs the database at ac03', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- alter column account.score: type bigint, a new default, no comment (continued)
--   (revisions/03_another_name_another.ts:25)
alter table "account" alter column "score" set default 10;

-- alter column account.score: type bigint, a new default, no comment (continued)
--   (revisions/03_another_name_another.ts:25)
comment on column "account"."score" is null;

-- rename column account.score to points (revisions/03_another_name_another.ts:25)
alter table "account" rename "score" to "points";

UPDATE "migrator_version" SET version_num = 'ac02' WHERE version_num = 'ac03';
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac02') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision ac03 should leave the database at ac02', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
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

-- ==== undoing revision ac02 Wider and stricter. ====
-- from ac02 to ac01, revisions/02_wider_and_stricter.ts

BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac02') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ac02 needs the database at ac02', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- alter column account.open: a new default (revisions/02_wider_and_stricter.ts:26)
alter table "account" alter column "open" drop default;

-- alter column account.open: a new default (continued) (revisions/02_wider_and_stricter.ts:26)
alter table "account" alter column "open" set default true;

COMMIT;

SET default_transaction_read_only = on;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac02') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ac02 needs the database at ac02', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;

-- alter column account.balance: type decimal(10, 2), outside any transaction
--   (revisions/02_wider_and_stricter.ts:27)
SET enable_experimental_alter_column_type_general = true;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif

-- alter column account.balance: type decimal(10, 2) (continued), outside any transaction
--   (revisions/02_wider_and_stricter.ts:27)
alter table "account" alter column "balance" type decimal(10, 2) using ("balance"::decimal(10, 2));
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif

BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac02') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ac02 needs the database at ac02', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- alter column account.balance: no comment (revisions/02_wider_and_stricter.ts:28)
comment on column "account"."balance" is null;

-- alter column account.iban: no default (revisions/02_wider_and_stricter.ts:29)
alter table "account" alter column "iban" drop default;

-- alter column account.iban: NULL allowed (revisions/02_wider_and_stricter.ts:30)
alter table "account" alter column "iban" drop not null;

-- alter column account.points: type integer, NULL allowed, a new default (revisions/02_wider_and_stricter.ts:31)
alter table "account" alter column "points" drop default;

-- alter column account.points: type integer, NULL allowed, a new default (continued)
--   (revisions/02_wider_and_stricter.ts:31)
alter table "account" alter column "points" drop not null;

COMMIT;

SET default_transaction_read_only = on;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac02') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ac02 needs the database at ac02', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;

-- alter column account.points: type integer, NULL allowed, a new default (continued), outside any transaction
--   (revisions/02_wider_and_stricter.ts:31)
SET enable_experimental_alter_column_type_general = true;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif

-- alter column account.points: type integer, NULL allowed, a new default (continued), outside any transaction
--   (revisions/02_wider_and_stricter.ts:31)
alter table "account" alter column "points" type integer using ("points"::integer);
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif

BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac02') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ac02 needs the database at ac02', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- alter column account.points: type integer, NULL allowed, a new default (continued)
--   (revisions/02_wider_and_stricter.ts:31)
alter table "account" alter column "points" set default 0;

COMMIT;

SET default_transaction_read_only = on;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac02') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ac02 needs the database at ac02', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;

-- alter column account.holder: type varchar(40), outside any transaction (revisions/02_wider_and_stricter.ts:32)
SET enable_experimental_alter_column_type_general = true;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif

-- alter column account.holder: type varchar(40) (continued), outside any transaction
--   (revisions/02_wider_and_stricter.ts:32)
alter table "account" alter column "holder" type varchar(40) using ("holder"::varchar(40));
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif

BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac02') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ac02 needs the database at ac02', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

UPDATE "migrator_version" SET version_num = 'ac01' WHERE version_num = 'ac02';
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac01') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision ac02 should leave the database at ac01', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
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

-- ==== undoing revision ac01 A table to change. ====
-- from ac01 to base, revisions/01_a_table.ts

BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac01') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ac01 needs the database at ac01', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- drop table account (revisions/01_a_table.ts:27)
drop table "account";

DELETE FROM "migrator_version" WHERE version_num IN ('ac01');
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 0,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision ac01 should leave the database at base', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
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
