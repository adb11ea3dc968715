-- upgrade.sql: made by migrator for CockroachDB 24.1 and psql
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
--
-- Not one transaction: ac02, ac03.
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac03') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\if :migrator_done
\if :migrator_frozen
SET default_transaction_read_only = on;
\else
SET default_transaction_read_only = off;
\endif
RESET lock_timeout;
\echo 'already applied: the database is at ac03, nothing was changed'
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

-- ==== revision ac01 A table to change. ====
-- from base to ac01, revisions/01_a_table.ts

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
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ac01 needs the database at base', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
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

INSERT INTO "migrator_version" (version_num) VALUES ('ac01');
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac01') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision ac01 should leave the database at ac01', found
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

-- ==== revision ac02 Wider and stricter. ====
-- from ac01 to ac02, revisions/02_wider_and_stricter.ts

SET default_transaction_read_only = on;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac01') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ac02 needs the database at ac01', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;

-- alter column account.holder: type varchar(120), outside any transaction
--   (revisions/02_wider_and_stricter.ts:16)
SET enable_experimental_alter_column_type_general = true;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif

-- alter column account.holder: type varchar(120) (continued), outside any transaction
--   (revisions/02_wider_and_stricter.ts:16)
alter table "account" alter column "holder" type varchar(120) using ("holder"::varchar(120));
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac01') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ac02 needs the database at ac01', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- alter column account.points: type bigint, NOT NULL, a new default (revisions/02_wider_and_stricter.ts:17)
alter table "account" alter column "points" drop default;

COMMIT;

SET default_transaction_read_only = on;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac01') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ac02 needs the database at ac01', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;

-- alter column account.points: type bigint, NOT NULL, a new default (continued), outside any transaction
--   (revisions/02_wider_and_stricter.ts:17)
SET enable_experimental_alter_column_type_general = true;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif

-- alter column account.points: type bigint, NOT NULL, a new default (continued), outside any transaction
--   (revisions/02_wider_and_stricter.ts:17)
alter table "account" alter column "points" type bigint using ("points"::bigint);
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac01') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ac02 needs the database at ac01', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

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

COMMIT;

SET default_transaction_read_only = on;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac01') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ac02 needs the database at ac01', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;

-- alter column account.balance: type decimal(14, 4), outside any transaction
--   (revisions/02_wider_and_stricter.ts:21)
SET enable_experimental_alter_column_type_general = true;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif

-- alter column account.balance: type decimal(14, 4) (continued), outside any transaction
--   (revisions/02_wider_and_stricter.ts:21)
alter table "account" alter column "balance" type decimal(14, 4) using ("balance"::decimal(14, 4));
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac01') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ac02 needs the database at ac01', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- alter column account.open: no default (revisions/02_wider_and_stricter.ts:22)
alter table "account" alter column "open" drop default;

UPDATE "migrator_version" SET version_num = 'ac02' WHERE version_num = 'ac01';
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac02') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision ac02 should leave the database at ac02', found
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

-- ==== revision ac03 Another name, another type and another default at once. ====
-- from ac02 to ac03, revisions/03_another_name_another.ts

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
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ac03 needs the database at ac02', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- alter column account.points: type decimal(12, 2), a new default, a new comment
--   (revisions/03_another_name_another.ts:16)
alter table "account" alter column "points" drop default;

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
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ac03 needs the database at ac02', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;

-- alter column account.points: type decimal(12, 2), a new default, a new comment (continued), outside any
--   transaction (revisions/03_another_name_another.ts:16)
SET enable_experimental_alter_column_type_general = true;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif

-- alter column account.points: type decimal(12, 2), a new default, a new comment (continued), outside any
--   transaction (revisions/03_another_name_another.ts:16)
alter table "account" alter column "points" type decimal(12, 2) using ("points"::decimal(12, 2));
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
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ac03 needs the database at ac02', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- alter column account.points: type decimal(12, 2), a new default, a new comment (continued)
--   (revisions/03_another_name_another.ts:16)
alter table "account" alter column "points" set default 0.5;

-- alter column account.points: type decimal(12, 2), a new default, a new comment (continued)
--   (revisions/03_another_name_another.ts:16)
comment on column "account"."points" is 'Was points';

-- rename column account.points to score (revisions/03_another_name_another.ts:16)
alter table "account" rename "points" to "score";

UPDATE "migrator_version" SET version_num = 'ac03' WHERE version_num = 'ac02';
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac03') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision ac03 should leave the database at ac03', found
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

DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac03') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration not complete: %, but it is at %', 'upgrade.sql should leave the database at ac03', found
      USING HINT = 'Read the messages above this one: something failed.';
  END IF;
END
$migrator$;
\if :ERROR
\else
\echo 'done: the database is at ac03'
\endif
\if :migrator_frozen
SET default_transaction_read_only = on;
\else
SET default_transaction_read_only = off;
\endif
RESET lock_timeout;
