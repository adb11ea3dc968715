-- upgrade.sql: made by migrator for PostgreSQL 15 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   raw02
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. up raw01 SQL written by hand.
--      sha256 c2749a25ee7b5339d0c5950ee22eeddeef99f7069bb1c6ece537d8f73ef0dc23
--   2. up raw02 A trigger.
--      sha256 68e650cb12cbec0829935564851c9f95e04bece74871119668baae40f638da3d
--
-- Run it:
--   psql -X -d DATABASE -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:raw02
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('raw02') THEN version_num END) = 1 AS migrator_done
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
\echo 'already applied: the database is at raw02, nothing was changed'
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

-- ==== revision raw01 SQL written by hand. ====
-- from base to raw01, revisions/01_sql_written_by.ts

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
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision raw01 needs the database at base',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- create table word (2 columns) (revisions/01_sql_written_by.ts:19)
create table "word" (
  "id" integer not null,
  "text" varchar(100),
  constraint "word_pkey" primary key ("id")
);

-- run SQL: insert into "word" values (1, 'is it? :x ?? \\? $1 %'); (revisions/01_sql_written_by.ts:23)
insert into "word" values (1, 'is it? :x ?? \\? $1 %');

-- run SQL: insert into "word" values (2, 'a;b') ; (revisions/01_sql_written_by.ts:24)
insert into "word"
	values (2, 'a;b');

-- run SQL: -- in front update "word" / * it's in the middle; * / set "... (revisions/01_sql_written_by.ts:25)
-- in front
update "word" /* it's in the middle; */ set "text" = 'c' -- behind it's
where "id" = 2;

-- run SQL: update "word" set "text" = 'two lines; GO / end' where "i... (revisions/01_sql_written_by.ts:26)
update "word" set "text" = 'two
lines;
GO
/
end' where "id" = 1;

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['raw01']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  INSERT INTO "migrator_version" (version_num) VALUES ('raw01');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision raw01 should leave the database at raw01',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision raw01: committed'
\endif

-- ==== revision raw02 A trigger. ====
-- from raw01 to raw02, revisions/02_a_trigger.ts

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['raw01']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision raw02 needs the database at raw01',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- run SQL: create function word_trim() returns trigger language plpg... (revisions/02_a_trigger.ts:88)
create function word_trim() returns trigger language plpgsql as $$
begin
  new.text := trim(new.text); -- it's trimmed
  return new;
end
$$;

-- run SQL: create trigger word_trim before insert or update on word ... (revisions/02_a_trigger.ts:89)
create trigger word_trim before insert or update on word for each row execute function word_trim();

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['raw02']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  UPDATE "migrator_version" SET version_num = 'raw02' WHERE version_num = 'raw01';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision raw02 should leave the database at raw02',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision raw02: committed'
\endif

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['raw02']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration not complete: %, but it is at %', 'upgrade.sql should leave the database at raw02',
      coalesce(nullif(array_to_string(found, ', '), ''), 'base') USING HINT = 'Read the messages above this one: something failed.';
  END IF;
  PERFORM pg_advisory_unlock(hashtextextended('migrator:' || current_database() || ':' || '"migrator_version"', 0));
END
$migrator$;
\if :ERROR
\else
\echo 'done: the database is at raw02'
\endif
SELECT set_config('default_transaction_read_only', current_setting('migrator.frozen'), false) AS migrator_frozen \gset
RESET migrator.frozen;
RESET client_encoding;
RESET standard_conforming_strings;
RESET client_min_messages;
RESET lock_timeout;
RESET TimeZone;
