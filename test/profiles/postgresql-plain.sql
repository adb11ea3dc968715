-- downgrade.sql: made by migrator for PostgreSQL 15 and plain
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: b9add773
-- To:   base
-- Version table: migrator_version
-- Script: 00a870cf108db9937c5fae21a95c67a0c5f36a4dd85170821d59477bc8a72b7f
--
-- Revisions, in this order:
--   1. down b9add773 An index built without blocking writers
--      sha256 ae9fc83b134603f9dda0905e9d237b97b1d525d5dd2ab570b240c26fd9740561
--   2. down a9add773 A table with rows
--      sha256 73a8cf5942ede95b1617e8c8040b294b97282c8e180590b5420f9be28abdb24a
--
-- Steps that lose data:
--   a9add773 loses the rows of table item.
--
-- Run it:
--   open downgrade.sql in your SQL tool and run all of it as a script
--   Connect to the right database and have the tool run the whole file in one session.
--   Autocommit must be on.
--   The tool must know dollar quotes: what stands between two $migrator$ is one text, semicolons and all.
--   It must set no savepoints of its own around statements.
--
-- Profile: plain
-- Given up:
--   A stop at the first error, where the tool goes on: what follows is refused instead.
--   An exit status, and a log of what ran: keep what the tool shows.
--   The advisory lock: a second run at the same time waits for each revision and is refused then.
--   Going on: what an earlier run of this file has done cannot be passed over.
--   Statements in no transaction, except indexes built or dropped concurrently, which the catalog shows.
-- Still protected:
--   At any other place than "From" nothing is changed, and each revision asks again.
--   The version rows move with their revision, and the script fails when they do not.
--
-- Look at the version rows:
--   SELECT version_num FROM "migrator_version" ORDER BY version_num
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator downgrade --sql WHERE_IT_IS:base --target postgresql
-- It refuses, too, unless what it expects holds:
--   it expects a server that takes changes
--
-- Where the database is at "To" already, it says so, changes nothing, and ends with an error.
--
-- Before a revision loses rows or values it counts them, and refuses when there are any. To accept that
-- they are lost, turn on the switch that is marked SWITCH below:
--   write on for off in the line SET migrator.accept_loss = off
--
-- Not one transaction: b9add773.
-- When a statement of such a revision fails, what was done before it in its revision stays, and the
-- version rows still say that the revision is not applied. Undo what it left by hand before you run
-- the script again.
--
-- It waits at most 10 s for a lock (lock_timeout).
-- But an index that is made or dropped CONCURRENTLY waits for every older transaction, without limit.
-- A statement that waited too long fails (canceling statement due to lock timeout), and what was committed
--   before it stays.
-- See who holds the lock, and ask for a script that starts where the database stands:
--   SELECT pid, usename, state, xact_start, query FROM pg_stat_activity WHERE pid IN (SELECT pid FROM pg_locks)

BEGIN;
SET standard_conforming_strings = on;
SET client_min_messages = warning;
SET lock_timeout = '10s';
SET TimeZone = 'UTC';
SET row_security = off;
SET migrator.stopped = off;
-- ==== SWITCH: off unless you accept that the rows and values counted below are lost ====
-- On: write on for off in the line SET migrator.accept_loss = off
SET migrator.accept_loss = off;
DO $migrator$
BEGIN
  PERFORM set_config('migrator.frozen',
    CASE WHEN current_setting('default_transaction_read_only') = 'off' THEN 'off'
      ELSE coalesce(nullif(current_setting('migrator.frozen', true), ''), 'on') END, false);
END
$migrator$;
-- The session stays read-only until the guard below has passed.
SET default_transaction_read_only = on;
COMMIT;

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['b9add773']::text[];
  wished CONSTANT text[] := ARRAY[]::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) IS DISTINCT FROM 'off' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  IF current_setting('migrator.frozen', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: the session was read-only before this script began; whoever made it so must allow writing first';
  END IF;
  IF position('done: ' || 'the database is at' IN current_query()) > 0 THEN
    RAISE EXCEPTION 'migration refused: this tool sends the whole file as one text, and a statement of it may stand in no transaction'
      USING HINT = 'Nothing was changed. Have the tool send one statement after the other, with autocommit on.';
  END IF;
  IF to_regclass('"migrator_version_ledger"') IS NOT NULL THEN
    IF EXISTS (SELECT FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '00a870cf108db9937c5fae21a95c67a0c5f36a4dd85170821d59477bc8a72b7f') THEN
      RAISE EXCEPTION 'migration refused: another script left a revision half done' USING HINT = 'Nothing was changed. "migrator_version_ledger" shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM "migrator_version_ledger".';
    END IF;
    IF EXISTS (SELECT FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script = '00a870cf108db9937c5fae21a95c67a0c5f36a4dd85170821d59477bc8a72b7f') THEN
      RAISE EXCEPTION 'migration refused: an earlier run of this script left a revision half done' USING HINT = 'Nothing was changed. "migrator_version_ledger" shows which step of which revision: the script for psql of the same revisions goes on from there; or undo the steps of that revision by hand and DELETE FROM "migrator_version_ledger".';
    END IF;
  END IF;
  IF to_regclass('"migrator_version"') IS NOT NULL THEN
    SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  ELSE
    RAISE EXCEPTION '%', 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at b9add773' USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
  END IF;
  IF found @> wished AND found <@ wished AND cardinality(found) = cardinality(wished) AND to_regclass('"migrator_version"') IS NOT NULL THEN
    RAISE EXCEPTION '%', 'already applied: the database is at base, nothing was changed';
  END IF;
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'downgrade.sql needs the database at b9add773',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
  END IF;
  DECLARE
    fault text;
  BEGIN
    fault := CASE WHEN pg_is_in_recovery() THEN 'expects a server that takes changes, but this one is a standby' END;
    IF fault IS NOT NULL THEN
      RAISE EXCEPTION '%', 'migration refused: downgrade.sql ' || fault
        USING HINT = 'Nothing was changed. Mend what it names, or have the script made for what is there.';
    END IF;
  END;
  PERFORM set_config('default_transaction_read_only', 'off', false);
END
$migrator$;
COMMIT;

BEGIN;
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
COMMIT;

-- ==== undoing revision b9add773 An index built without blocking writers ====
-- from b9add773 to a9add773, revisions/b9add773_index_concurrently.ts


DO $migrator$
BEGIN
  IF current_setting('migrator.stopped', true) IS DISTINCT FROM 'off' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  IF NOT EXISTS (SELECT FROM "migrator_version_ledger" WHERE revision = 'b9add773' AND direction = 'down' AND digest = 'ea88d34b4fbc43ff184efac8fc27f98c842a9a55a535ed2c6bbc1eb54d5720b9') THEN
    DELETE FROM "migrator_version_ledger";
    INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('b9add773', 'down', 0, 2, 'done', 'ea88d34b4fbc43ff184efac8fc27f98c842a9a55a535ed2c6bbc1eb54d5720b9', '00a870cf108db9937c5fae21a95c67a0c5f36a4dd85170821d59477bc8a72b7f');
  END IF;
END
$migrator$;

-- Step 1 of 2 of revision b9add773.
-- No transaction protects what follows, so the session is closed again and the guard asked anew.
SET default_transaction_read_only = on;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['b9add773']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) IS DISTINCT FROM 'off' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  IF to_regclass('"item_name"') IS NULL THEN
    RAISE EXCEPTION 'migration refused: index % is not there', '"item_name"';
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision b9add773 needs the database at b9add773',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('default_transaction_read_only', 'off', false);
END
$migrator$;
DO $migrator$
DECLARE
  moved bigint;
BEGIN
  UPDATE "migrator_version_ledger" SET step = 1, state = 'started'
    WHERE revision = 'b9add773' AND direction = 'down' AND digest = 'ea88d34b4fbc43ff184efac8fc27f98c842a9a55a535ed2c6bbc1eb54d5720b9' AND step = 0 AND state = 'done';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration refused: the ledger is not where this script left it';
  END IF;
END
$migrator$;

SET lock_timeout = 0;
-- drop index item_name of table item, outside any transaction (revisions/b9add773_index_concurrently.ts:12)
drop index concurrently "item_name";
SET lock_timeout = '10s';
DO $migrator$
DECLARE
  moved bigint;
BEGIN
  IF NOT (to_regclass('"item_name"') IS NULL) THEN
    RAISE EXCEPTION 'migration stopped: index % was not dropped', '"item_name"';
  END IF;
  UPDATE "migrator_version_ledger" SET step = 1, state = 'done'
    WHERE revision = 'b9add773' AND direction = 'down' AND digest = 'ea88d34b4fbc43ff184efac8fc27f98c842a9a55a535ed2c6bbc1eb54d5720b9' AND step = 1 AND state = 'started';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration refused: the ledger is not where this script left it';
  END IF;
END
$migrator$;

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['b9add773']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) IS DISTINCT FROM 'off' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision b9add773 needs the database at b9add773',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'b9add773 2', true);
  UPDATE "migrator_version_ledger" SET step = 2, state = 'started'
    WHERE revision = 'b9add773' AND direction = 'down' AND digest = 'ea88d34b4fbc43ff184efac8fc27f98c842a9a55a535ed2c6bbc1eb54d5720b9' AND step = 1 AND state = 'done';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration refused: the ledger is not where this script left it';
  END IF;
END
$migrator$;

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['a9add773']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM 'b9add773 2' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  UPDATE "migrator_version" SET version_num = 'a9add773' WHERE version_num = 'b9add773';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision b9add773 should leave the database at a9add773',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('b9add773', 'down', 2, 2, 'done', 'ea88d34b4fbc43ff184efac8fc27f98c842a9a55a535ed2c6bbc1eb54d5720b9', '00a870cf108db9937c5fae21a95c67a0c5f36a4dd85170821d59477bc8a72b7f');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'b9add773', 'down', 'An index built without blocking writers', clock_timestamp(), session_user,
      'ea88d34b4fbc43ff184efac8fc27f98c842a9a55a535ed2c6bbc1eb54d5720b9', '00a870cf108db9937c5fae21a95c67a0c5f36a4dd85170821d59477bc8a72b7f', CASE WHEN current_setting('migrator.accept_loss', true) = 'on' THEN 1 ELSE 0 END
    FROM "migrator_version_log";
END
$migrator$;

COMMIT;


-- ==== undoing revision a9add773 A table with rows ====
-- from a9add773 to base, revisions/a9add773_tables.ts
-- It loses the rows of table item.


BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['a9add773']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) IS DISTINCT FROM 'off' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision a9add773 needs the database at a9add773',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'a9add773 1', true);
END
$migrator$;

-- undoing revision a9add773 stops here, with their number and where the first is, when there are
--   rows of item, which would be lost
DO $migrator$
DECLARE
  migrator_count bigint;
  migrator_first text;
BEGIN
  LOCK TABLE "item" IN SHARE ROW EXCLUSIVE MODE;
  migrator_count := (SELECT COUNT(*) FROM "item");
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "item" ORDER BY "id" LIMIT 1);
    IF current_setting('migrator.accept_loss', true) = 'on' THEN
      RAISE WARNING '%', 'loss accepted: undoing revision a9add773 would lose ' || migrator_count || ' row' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of item' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END;
    ELSE
      RAISE EXCEPTION '%', 'migration refused: undoing revision a9add773 would lose ' || migrator_count || ' row' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of item' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Those before it stay done: ask for a script that starts where the database stands now, and keep what is needed, or accept the loss with the switch at its top.';
    END IF;
  END IF;
END
$migrator$;

-- drop table item (revisions/a9add773_tables.ts:23)
drop table "item";

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY[]::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM 'a9add773 1' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  DELETE FROM "migrator_version" WHERE version_num IN ('a9add773');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision a9add773 should leave the database at base',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('a9add773', 'down', 1, 1, 'done', '7c840f14a24f4881cd4ee4343fb482563c63d2a013a9f78b192af0d0a23ebc18', '00a870cf108db9937c5fae21a95c67a0c5f36a4dd85170821d59477bc8a72b7f');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'a9add773', 'down', 'A table with rows', clock_timestamp(), session_user,
      '7c840f14a24f4881cd4ee4343fb482563c63d2a013a9f78b192af0d0a23ebc18', '00a870cf108db9937c5fae21a95c67a0c5f36a4dd85170821d59477bc8a72b7f', CASE WHEN current_setting('migrator.accept_loss', true) = 'on' THEN 1 ELSE 0 END
    FROM "migrator_version_log";
END
$migrator$;

COMMIT;


BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY[]::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) IS DISTINCT FROM 'off' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration not complete: %, but it is at %', 'downgrade.sql should leave the database at base',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Read the messages above this one: something failed.';
  END IF;
  DELETE FROM "migrator_version_ledger";
END
$migrator$;
COMMIT;
SELECT 'done: the database is at base' AS migrator FROM "migrator_version"
  HAVING count(*) = 0
    AND current_setting('default_transaction_read_only') = 'off';
BEGIN;
DO $migrator$
BEGIN
  PERFORM set_config('default_transaction_read_only', current_setting('migrator.frozen'), false);
  PERFORM set_config('migrator.frozen', '', false);
END
$migrator$;
RESET standard_conforming_strings;
RESET client_min_messages;
RESET TimeZone;
RESET row_security;
RESET lock_timeout;
RESET migrator.accept_loss;
RESET migrator.stopped;
COMMIT;
