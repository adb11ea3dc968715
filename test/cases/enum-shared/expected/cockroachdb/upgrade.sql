-- upgrade.sql: made by migrator for CockroachDB 24.1 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   c1a90005
-- Version table: migrator_version
-- Script: 0f6af302070527e5a13778d1030c5839784b4b2c8f636623585f13e33bebdf49
--
-- Revisions, in this order:
--   1. up c1a90001 Columns that share the enum that one of them made
--      sha256 cfa910adbf7d2e918f69c06fa7ee76fbc2d14ba6fc9ed013ccecce25a956d5a2
--   2. up c1a90002 The column that made the enum goes
--      sha256 8b96eb671b0fdaef533df68f74b3dc5d2d903863d4cc55ce7cae7fb96bc4dcf3
--   3. up c1a90003 The last columns of the enum go: one becomes text, one is dropped
--      sha256 a97a80aca24a16f444e9ad1497634f0eca78ed37a45940a30281b2086f3b0266
--   4. up c1a90004 A table whose columns share an enum of their own goes as a whole
--      sha256 83ac1acd724e7042938e7b71a7c12edaff062890a6b0733867172cca396f6881
--   5. up c1a90005 The table goes
--      sha256 60b0b2a0c9d9ce76ea0242b2d3b63cccfce52b1cd2afbbb57e3973a82901a9bb
--
-- Run it:
--   psql -X -d DATABASE -L upgrade.log -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:c1a90005 --target cockroachdb
-- It refuses, too, unless what it expects holds:
--   it expects a schema to make things in
--   it expects new tables to be made in the schema of migrator_version
--
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.
--
-- Not one transaction: c1a90001, c1a90002, c1a90003, c1a90004.
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90005') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT to_regclass('"migrator_version_ledger"') IS NOT NULL AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '0f6af302070527e5a13778d1030c5839784b4b2c8f636623585f13e33bebdf49' \gset
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
\echo 'already applied: the database is at c1a90005, nothing was changed'
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
      WHEN 'c1a90001' THEN 1
      WHEN 'c1a90002' THEN 2
      WHEN 'c1a90003' THEN 3
      WHEN 'c1a90004' THEN 4
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
      WHEN 'c1a90001' THEN 1
      WHEN 'c1a90002' THEN 2
      WHEN 'c1a90003' THEN 3
      WHEN 'c1a90004' THEN 4
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = '0f6af302070527e5a13778d1030c5839784b4b2c8f636623585f13e33bebdf49' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '0f6af302070527e5a13778d1030c5839784b4b2c8f636623585f13e33bebdf49' \gset
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

-- ==== revision c1a90001 Columns that share the enum that one of them made ====
-- from base to c1a90001, revisions/c1a90001_moods.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision c1a90001: applied already'
\endif
\if :migrator_todo
\set migrator_step 0
\set migrator_begun 0
SELECT coalesce(max(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0) AS migrator_step,
    coalesce(max(CASE WHEN state = 'started' THEN step END), 0) AS migrator_begun
  FROM "migrator_version_ledger" WHERE revision = 'c1a90001' AND direction = 'up' AND digest = '48b2197d3e5bdb9d12e3c7f7ea24d376e7ce3b77219f0f879fc9c66f39337758' \gset

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
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision c1a90001 needs the database at base', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

\set migrator_missing false
SELECT count(*) = 0 AS migrator_missing FROM "migrator_version_ledger" WHERE revision = 'c1a90001' AND direction = 'up' AND digest = '48b2197d3e5bdb9d12e3c7f7ea24d376e7ce3b77219f0f879fc9c66f39337758' \gset
\if :migrator_missing
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90001', 'up', 0, 2, 'done', '48b2197d3e5bdb9d12e3c7f7ea24d376e7ce3b77219f0f879fc9c66f39337758', '0f6af302070527e5a13778d1030c5839784b4b2c8f636623585f13e33bebdf49');
\endif

-- create type mood (revisions/c1a90001_moods.ts:8)
create type "mood" as enum ('sad', 'happy');

-- create table person (2 columns) (revisions/c1a90001_moods.ts:8)
create table "person" (
  "id" integer not null,
  "mood" "mood",
  constraint "person_pkey" primary key ("id")
);

-- create table pet (3 columns) (revisions/c1a90001_moods.ts:12)
create table "pet" (
  "id" integer not null,
  "mood" "mood",
  "best" "mood",
  constraint "pet_pkey" primary key ("id")
);

UPDATE "migrator_version_ledger" SET step = 1, state = 'done'
  WHERE revision = 'c1a90001' AND direction = 'up' AND digest = '48b2197d3e5bdb9d12e3c7f7ea24d376e7ce3b77219f0f879fc9c66f39337758';
COMMIT;
\endif

\set migrator_todo false
SELECT :migrator_step < 2 AS migrator_todo \gset
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
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision c1a90001 needs the database at base', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- insert 1 row into pet (revisions/c1a90001_moods.ts:17)
insert into "pet" ("id", "mood", "best") values
  (1, 'sad', 'happy');

INSERT INTO "migrator_version" (version_num) VALUES ('c1a90001');
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90001') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision c1a90001 should leave the database at c1a90001', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90001', 'up', 2, 2, 'done', '48b2197d3e5bdb9d12e3c7f7ea24d376e7ce3b77219f0f879fc9c66f39337758', '0f6af302070527e5a13778d1030c5839784b4b2c8f636623585f13e33bebdf49');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'c1a90001', 'up', 'Columns that share the enum that one of them made', clock_timestamp(), session_user,
      '48b2197d3e5bdb9d12e3c7f7ea24d376e7ce3b77219f0f879fc9c66f39337758', '0f6af302070527e5a13778d1030c5839784b4b2c8f636623585f13e33bebdf49', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision c1a90001: committed'
\endif
\endif

\endif

-- ==== revision c1a90002 The column that made the enum goes ====
-- from c1a90001 to c1a90002, revisions/c1a90002_maker.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision c1a90002: applied already'
\endif
\if :migrator_todo
\set migrator_step 0
\set migrator_begun 0
SELECT coalesce(max(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0) AS migrator_step,
    coalesce(max(CASE WHEN state = 'started' THEN step END), 0) AS migrator_begun
  FROM "migrator_version_ledger" WHERE revision = 'c1a90002' AND direction = 'up' AND digest = 'bfa4143a53c7750485578d5ee9b68147289423a858c6122c543e0d26cbcea844' \gset

\set migrator_todo false
SELECT :migrator_step < 1 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 1 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 1 of 2 of revision c1a90002 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (loss accepted: nobody asked them drop column person.mood (revisions/c1a90002_maker.ts:8)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 0, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90001') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision c1a90002 needs the database at c1a90001', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

\set migrator_missing false
SELECT count(*) = 0 AS migrator_missing FROM "migrator_version_ledger" WHERE revision = 'c1a90002' AND direction = 'up' AND digest = 'bfa4143a53c7750485578d5ee9b68147289423a858c6122c543e0d26cbcea844' \gset
\if :migrator_missing
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90002', 'up', 0, 2, 'done', 'bfa4143a53c7750485578d5ee9b68147289423a858c6122c543e0d26cbcea844', '0f6af302070527e5a13778d1030c5839784b4b2c8f636623585f13e33bebdf49');
\endif

-- loss accepted: nobody asked them
-- drop column person.mood (revisions/c1a90002_maker.ts:8)
alter table "person" drop column "mood";

UPDATE "migrator_version_ledger" SET step = 1, state = 'started'
  WHERE revision = 'c1a90002' AND direction = 'up' AND digest = 'bfa4143a53c7750485578d5ee9b68147289423a858c6122c543e0d26cbcea844';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 1, state = 'done'
  WHERE revision = 'c1a90002' AND direction = 'up' AND digest = 'bfa4143a53c7750485578d5ee9b68147289423a858c6122c543e0d26cbcea844';
\endif

\set migrator_todo false
SELECT :migrator_step < 2 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90001') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision c1a90002 needs the database at c1a90001', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

UPDATE "migrator_version" SET version_num = 'c1a90002' WHERE version_num = 'c1a90001';
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90002') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision c1a90002 should leave the database at c1a90002', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90002', 'up', 2, 2, 'done', 'bfa4143a53c7750485578d5ee9b68147289423a858c6122c543e0d26cbcea844', '0f6af302070527e5a13778d1030c5839784b4b2c8f636623585f13e33bebdf49');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'c1a90002', 'up', 'The column that made the enum goes', clock_timestamp(), session_user,
      'bfa4143a53c7750485578d5ee9b68147289423a858c6122c543e0d26cbcea844', '0f6af302070527e5a13778d1030c5839784b4b2c8f636623585f13e33bebdf49', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision c1a90002: committed'
\endif
\endif

\endif

-- ==== revision c1a90003 The last columns of the enum go: one becomes text, one is dropped ====
-- from c1a90002 to c1a90003, revisions/c1a90003_last.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 2 AS migrator_todo, :migrator_position > 2 AS migrator_past \gset
\if :migrator_past
\echo 'revision c1a90003: applied already'
\endif
\if :migrator_todo
\set migrator_step 0
\set migrator_begun 0
SELECT coalesce(max(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0) AS migrator_step,
    coalesce(max(CASE WHEN state = 'started' THEN step END), 0) AS migrator_begun
  FROM "migrator_version_ledger" WHERE revision = 'c1a90003' AND direction = 'up' AND digest = 'c0aecf60d407a81f6b826e29f85a2fbde146ad49fa88b44134a16a023b5f6b66' \gset

\set migrator_todo false
SELECT :migrator_step < 1 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 1 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 1 of 4 of revision c1a90003 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (loss accepted: pets do not say drop column pet.best (revisions/c1a90003_last.ts:8)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 0, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90002') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision c1a90003 needs the database at c1a90002', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- revision c1a90003 stops here, with their number and where the first is, when there are
--   values of pet.mood too long for varchar(20), which would be lost
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "pet" WHERE char_length("mood"::text) > 20);
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "pet" WHERE char_length("mood"::text) > 20 ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: revision c1a90003 would lose ' || migrator_count || ' value' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of pet.mood too long for varchar(20)' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Keep what is needed, or have the revision say why it may go: { dataLoss: ''...'' }, and bundle anew from where the database stands.';
  END IF;
END
$migrator$;

\set migrator_missing false
SELECT count(*) = 0 AS migrator_missing FROM "migrator_version_ledger" WHERE revision = 'c1a90003' AND direction = 'up' AND digest = 'c0aecf60d407a81f6b826e29f85a2fbde146ad49fa88b44134a16a023b5f6b66' \gset
\if :migrator_missing
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90003', 'up', 0, 4, 'done', 'c0aecf60d407a81f6b826e29f85a2fbde146ad49fa88b44134a16a023b5f6b66', '0f6af302070527e5a13778d1030c5839784b4b2c8f636623585f13e33bebdf49');
\endif

-- loss accepted: pets do not say
-- drop column pet.best (revisions/c1a90003_last.ts:8)
alter table "pet" drop column "best";

UPDATE "migrator_version_ledger" SET step = 1, state = 'started'
  WHERE revision = 'c1a90003' AND direction = 'up' AND digest = 'c0aecf60d407a81f6b826e29f85a2fbde146ad49fa88b44134a16a023b5f6b66';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 1, state = 'done'
  WHERE revision = 'c1a90003' AND direction = 'up' AND digest = 'c0aecf60d407a81f6b826e29f85a2fbde146ad49fa88b44134a16a023b5f6b66';
\endif

-- revision c1a90003 stops here, with their number and where the first is, when there are
--   values of pet.mood too long for varchar(20), which would be lost
\set migrator_todo false
SELECT :migrator_step < 2 AS migrator_todo \gset
\if :migrator_todo
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "pet" WHERE char_length("mood"::text) > 20);
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "pet" WHERE char_length("mood"::text) > 20 ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: revision c1a90003 would lose ' || migrator_count || ' value' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of pet.mood too long for varchar(20)' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'What this revision did before stays: see the comments above. Keep what is needed, or have the revision say why it may go: { dataLoss: ''...'' }, and bundle anew from where the database stands.';
  END IF;
END
$migrator$;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
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
    RAISE EXCEPTION '%', 'migration refused: step 2 of 4 of revision c1a90003 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (alter column pet.mood: type varchar(20); allow what changes every value, outside any transaction (revisions/c1a90003_last.ts:9)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 1, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
SET default_transaction_read_only = on;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90002') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision c1a90003 needs the database at c1a90002', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;

UPDATE "migrator_version_ledger" SET step = 2, state = 'started'
  WHERE revision = 'c1a90003' AND direction = 'up' AND digest = 'c0aecf60d407a81f6b826e29f85a2fbde146ad49fa88b44134a16a023b5f6b66';
-- alter column pet.mood: type varchar(20); allow what changes every value, outside any transaction
--   (revisions/c1a90003_last.ts:9)
SET enable_experimental_alter_column_type_general = true;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 2, state = 'done'
  WHERE revision = 'c1a90003' AND direction = 'up' AND digest = 'c0aecf60d407a81f6b826e29f85a2fbde146ad49fa88b44134a16a023b5f6b66';
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
    RAISE EXCEPTION '%', 'migration refused: step 3 of 4 of revision c1a90003 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (change the type of column pet.mood, outside any transaction (revisions/c1a90003_last.ts:9)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 2, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
SET default_transaction_read_only = on;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90002') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision c1a90003 needs the database at c1a90002', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;

UPDATE "migrator_version_ledger" SET step = 3, state = 'started'
  WHERE revision = 'c1a90003' AND direction = 'up' AND digest = 'c0aecf60d407a81f6b826e29f85a2fbde146ad49fa88b44134a16a023b5f6b66';
-- change the type of column pet.mood, outside any transaction (revisions/c1a90003_last.ts:9)
alter table "pet" alter column "mood" type varchar(20) using ("mood"::text::varchar(20));
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 3, state = 'done'
  WHERE revision = 'c1a90003' AND direction = 'up' AND digest = 'c0aecf60d407a81f6b826e29f85a2fbde146ad49fa88b44134a16a023b5f6b66';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90002') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision c1a90003 needs the database at c1a90002', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- drop type mood (revisions/c1a90003_last.ts:9)
drop type "mood";

UPDATE "migrator_version" SET version_num = 'c1a90003' WHERE version_num = 'c1a90002';
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90003') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision c1a90003 should leave the database at c1a90003', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90003', 'up', 4, 4, 'done', 'c0aecf60d407a81f6b826e29f85a2fbde146ad49fa88b44134a16a023b5f6b66', '0f6af302070527e5a13778d1030c5839784b4b2c8f636623585f13e33bebdf49');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'c1a90003', 'up', 'The last columns of the enum go: one becomes text, one is dropped', clock_timestamp(), session_user,
      'c0aecf60d407a81f6b826e29f85a2fbde146ad49fa88b44134a16a023b5f6b66', '0f6af302070527e5a13778d1030c5839784b4b2c8f636623585f13e33bebdf49', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision c1a90003: committed'
\endif
\endif

\endif

-- ==== revision c1a90004 A table whose columns share an enum of their own goes as a whole ====
-- from c1a90003 to c1a90004, revisions/c1a90004_table.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 3 AS migrator_todo, :migrator_position > 3 AS migrator_past \gset
\if :migrator_past
\echo 'revision c1a90004: applied already'
\endif
\if :migrator_todo
\set migrator_step 0
\set migrator_begun 0
SELECT coalesce(max(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0) AS migrator_step,
    coalesce(max(CASE WHEN state = 'started' THEN step END), 0) AS migrator_begun
  FROM "migrator_version_ledger" WHERE revision = 'c1a90004' AND direction = 'up' AND digest = 'ed73b39b84ee3e9f1490379e813c988996345dd1383d6d7cfd1c2e16352e456b' \gset

\set migrator_todo false
SELECT :migrator_step < 1 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90003') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision c1a90004 needs the database at c1a90003', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

\set migrator_missing false
SELECT count(*) = 0 AS migrator_missing FROM "migrator_version_ledger" WHERE revision = 'c1a90004' AND direction = 'up' AND digest = 'ed73b39b84ee3e9f1490379e813c988996345dd1383d6d7cfd1c2e16352e456b' \gset
\if :migrator_missing
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90004', 'up', 0, 3, 'done', 'ed73b39b84ee3e9f1490379e813c988996345dd1383d6d7cfd1c2e16352e456b', '0f6af302070527e5a13778d1030c5839784b4b2c8f636623585f13e33bebdf49');
\endif

-- create type plant_width (revisions/c1a90004_table.ts:8)
create type "plant_width" as enum ('s', 'm');

-- create table plant (3 columns) (revisions/c1a90004_table.ts:8)
create table "plant" (
  "id" integer not null,
  "width" "plant_width",
  "pot" "plant_width",
  constraint "plant_pkey" primary key ("id")
);

UPDATE "migrator_version_ledger" SET step = 1, state = 'done'
  WHERE revision = 'c1a90004' AND direction = 'up' AND digest = 'ed73b39b84ee3e9f1490379e813c988996345dd1383d6d7cfd1c2e16352e456b';
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
    RAISE EXCEPTION '%', 'migration refused: step 2 of 3 of revision c1a90004 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (drop column plant.width (revisions/c1a90004_table.ts:13)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 1, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90003') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision c1a90004 needs the database at c1a90003', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- drop column plant.width (revisions/c1a90004_table.ts:13)
alter table "plant" drop column "width";

UPDATE "migrator_version_ledger" SET step = 2, state = 'started'
  WHERE revision = 'c1a90004' AND direction = 'up' AND digest = 'ed73b39b84ee3e9f1490379e813c988996345dd1383d6d7cfd1c2e16352e456b';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 2, state = 'done'
  WHERE revision = 'c1a90004' AND direction = 'up' AND digest = 'ed73b39b84ee3e9f1490379e813c988996345dd1383d6d7cfd1c2e16352e456b';
\endif

\set migrator_todo false
SELECT :migrator_step < 3 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90003') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision c1a90004 needs the database at c1a90003', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

UPDATE "migrator_version" SET version_num = 'c1a90004' WHERE version_num = 'c1a90003';
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90004') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision c1a90004 should leave the database at c1a90004', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90004', 'up', 3, 3, 'done', 'ed73b39b84ee3e9f1490379e813c988996345dd1383d6d7cfd1c2e16352e456b', '0f6af302070527e5a13778d1030c5839784b4b2c8f636623585f13e33bebdf49');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'c1a90004', 'up', 'A table whose columns share an enum of their own goes as a whole', clock_timestamp(), session_user,
      'ed73b39b84ee3e9f1490379e813c988996345dd1383d6d7cfd1c2e16352e456b', '0f6af302070527e5a13778d1030c5839784b4b2c8f636623585f13e33bebdf49', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision c1a90004: committed'
\endif
\endif

\endif

-- ==== revision c1a90005 The table goes ====
-- from c1a90004 to c1a90005, revisions/c1a90005_gone.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 4 AS migrator_todo, :migrator_position > 4 AS migrator_past \gset
\if :migrator_past
\echo 'revision c1a90005: applied already'
\endif
\if :migrator_todo

BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90004') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision c1a90005 needs the database at c1a90004', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- loss accepted: plants are samples
-- drop table plant (revisions/c1a90005_gone.ts:8)
drop table "plant";

-- drop type plant_width (revisions/c1a90005_gone.ts:8)
drop type "plant_width";

UPDATE "migrator_version" SET version_num = 'c1a90005' WHERE version_num = 'c1a90004';
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90005') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision c1a90005 should leave the database at c1a90005', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90005', 'up', 1, 1, 'done', '61e2c4f27e9810ece995e470ae3dd64699ffa016f1d27dc302af90f10c8c427c', '0f6af302070527e5a13778d1030c5839784b4b2c8f636623585f13e33bebdf49');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'c1a90005', 'up', 'The table goes', clock_timestamp(), session_user,
      '61e2c4f27e9810ece995e470ae3dd64699ffa016f1d27dc302af90f10c8c427c', '0f6af302070527e5a13778d1030c5839784b4b2c8f636623585f13e33bebdf49', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision c1a90005: committed'
\endif

\endif

DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90005') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration not complete: %, but it is at %', 'upgrade.sql should leave the database at c1a90005', found
      USING HINT = 'Read the messages above this one: something failed.';
  END IF;
  DELETE FROM "migrator_version_ledger";
END
$migrator$;
\if :ERROR
\else
\echo 'done: the database is at c1a90005'
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
