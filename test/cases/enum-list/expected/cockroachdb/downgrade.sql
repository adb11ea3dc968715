-- downgrade.sql: made by migrator for CockroachDB 24.1 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: e8b24f17
-- To:   base
-- Version table: migrator_version
-- Script: a2d283145394bc1a01e472be845f49825b7b469ba5a04a5a93a6e886a50d6bcb
--
-- Revisions, in this order:
--   1. down e8b24f17 The list of values that a column takes becomes another: longer, or none
--      sha256 cf7b94d0e4e7ea3a893a1532fcbdfd89ed781c23d64c9e9f43e1d6418b4219f1
--   2. down e8a1c3d0 Columns whose values are listed
--      sha256 87adb75357b4faf06e8c5808220aa7b2d515f63ac1b8017023eb0400c9c43f47
--
-- Steps that lose data:
--   e8a1c3d0 loses the rows of table ticket.
--
-- Run it:
--   psql -X -d DATABASE -L downgrade.log -f downgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator downgrade --sql WHERE_IT_IS:base --target cockroachdb
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.
--
-- Not one transaction: e8b24f17.
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
SELECT count(*) = 0 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT to_regclass('"migrator_version_ledger"') IS NOT NULL AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'a2d283145394bc1a01e472be845f49825b7b469ba5a04a5a93a6e886a50d6bcb' \gset
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
\set migrator_position 0
\set migrator_on false
\set migrator_left false
\set migrator_known false
\if :migrator_there
SELECT to_regclass('"migrator_version_ledger"') IS NOT NULL AS migrator_known \gset
\endif
\if :migrator_known
SELECT coalesce(max((SELECT CASE coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
      WHEN 'e8a1c3d0' THEN 1
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
      WHEN 'e8a1c3d0' THEN 1
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = 'a2d283145394bc1a01e472be845f49825b7b469ba5a04a5a93a6e886a50d6bcb' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'a2d283145394bc1a01e472be845f49825b7b469ba5a04a5a93a6e886a50d6bcb' \gset
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8b24f17') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'downgrade.sql needs the database at e8b24f17', found
      USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;
\else
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at e8b24f17' USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
  END IF;
END
$migrator$;
\endif
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

-- ==== undoing revision e8b24f17 The list of values that a column takes becomes another: longer, or none ====
-- from e8b24f17 to e8a1c3d0, revisions/e8b24f17_lists.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision e8b24f17: applied already'
\endif
\if :migrator_todo
\set migrator_step 0
\set migrator_begun 0
SELECT coalesce(max(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0) AS migrator_step,
    coalesce(max(CASE WHEN state = 'started' THEN step END), 0) AS migrator_begun
  FROM "migrator_version_ledger" WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec' \gset

-- undoing revision e8b24f17 stops here, with their number and where the first is, when there are
--   values of ticket.sort that are not among x, y, with which a statement below would fail
--   values of ticket.size that are not among s, m, l, with which a statement below would fail
--   values of ticket.kind that are not among a, b, with which a statement below would fail
--   values of ticket.state that are not among open, done, with which a statement below would fail
\set migrator_todo false
SELECT :migrator_step < 1 AS migrator_todo \gset
\if :migrator_todo
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "ticket" WHERE "sort" IS NOT NULL AND "sort"::text NOT IN ('x', 'y'));
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "ticket" WHERE "sort" IS NOT NULL AND "sort"::text NOT IN ('x', 'y') ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision e8b24f17 finds ' || migrator_count || ' value' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of ticket.sort that are not among x, y' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Mend the rows, and run the script again.';
  END IF;
END
$migrator$;
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "ticket" WHERE "size" IS NOT NULL AND "size"::text NOT IN ('s', 'm', 'l'));
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "ticket" WHERE "size" IS NOT NULL AND "size"::text NOT IN ('s', 'm', 'l') ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision e8b24f17 finds ' || migrator_count || ' value' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of ticket.size that are not among s, m, l' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Mend the rows, and run the script again.';
  END IF;
END
$migrator$;
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "ticket" WHERE "kind" IS NOT NULL AND "kind"::text NOT IN ('a', 'b'));
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "ticket" WHERE "kind" IS NOT NULL AND "kind"::text NOT IN ('a', 'b') ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision e8b24f17 finds ' || migrator_count || ' value' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of ticket.kind that are not among a, b' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Mend the rows, and run the script again.';
  END IF;
END
$migrator$;
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "ticket" WHERE "state" IS NOT NULL AND "state"::text NOT IN ('open', 'done'));
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "ticket" WHERE "state" IS NOT NULL AND "state"::text NOT IN ('open', 'done') ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision e8b24f17 finds ' || migrator_count || ' value' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of ticket.state that are not among open, done' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Mend the rows, and run the script again.';
  END IF;
END
$migrator$;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
\endif

\set migrator_missing false
SELECT count(*) = 0 AS migrator_missing FROM "migrator_version_ledger" WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec' \gset
\if :migrator_missing
BEGIN;
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('e8b24f17', 'down', 0, 15, 'done', '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec', 'a2d283145394bc1a01e472be845f49825b7b469ba5a04a5a93a6e886a50d6bcb');
COMMIT;
\endif

\set migrator_todo false
SELECT :migrator_step < 1 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 1 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 1 of 15 of revision e8b24f17 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (alter column ticket.sort: type text; change the type of column ticket.sort, outside any transaction (revisions/e8b24f17_lists.ts:15)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 0, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8b24f17') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e8b24f17 needs the database at e8b24f17', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;

UPDATE "migrator_version_ledger" SET step = 1, state = 'started'
  WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec';
-- alter column ticket.sort: type text; change the type of column ticket.sort, outside any transaction
--   (revisions/e8b24f17_lists.ts:15)
alter table "ticket" alter column "sort" type text;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 1, state = 'done'
  WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec';
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
    RAISE EXCEPTION '%', 'migration refused: step 2 of 15 of revision e8b24f17 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (add the check of its new values (revisions/e8b24f17_lists.ts:15)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 1, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8b24f17') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e8b24f17 needs the database at e8b24f17', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- add the check of its new values (revisions/e8b24f17_lists.ts:15)
alter table "ticket" add constraint "ticket_sort_check" check ("sort" in ('x', 'y'));

UPDATE "migrator_version_ledger" SET step = 2, state = 'started'
  WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 2, state = 'done'
  WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec';
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
    RAISE EXCEPTION '%', 'migration refused: step 3 of 15 of revision e8b24f17 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (alter column ticket.size: type text; drop the check of its old values (revisions/e8b24f17_lists.ts:16)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 2, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8b24f17') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e8b24f17 needs the database at e8b24f17', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- alter column ticket.size: type text; drop the check of its old values (revisions/e8b24f17_lists.ts:16)
alter table "ticket" drop constraint if exists "ticket_size_check";

UPDATE "migrator_version_ledger" SET step = 3, state = 'started'
  WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 3, state = 'done'
  WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec';
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
    RAISE EXCEPTION '%', 'migration refused: step 4 of 15 of revision e8b24f17 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (drop the check of its old values (revisions/e8b24f17_lists.ts:16)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 3, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8b24f17') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e8b24f17 needs the database at e8b24f17', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- drop the check of its old values (revisions/e8b24f17_lists.ts:16)
alter table "ticket" drop constraint if exists "check_size";

UPDATE "migrator_version_ledger" SET step = 4, state = 'started'
  WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 4, state = 'done'
  WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec';
\endif

\set migrator_todo false
SELECT :migrator_step < 5 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 5 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 5 of 15 of revision e8b24f17 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (change the type of column ticket.size, outside any transaction (revisions/e8b24f17_lists.ts:16)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 4, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8b24f17') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e8b24f17 needs the database at e8b24f17', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;

UPDATE "migrator_version_ledger" SET step = 5, state = 'started'
  WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec';
-- change the type of column ticket.size, outside any transaction (revisions/e8b24f17_lists.ts:16)
alter table "ticket" alter column "size" type text;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 5, state = 'done'
  WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec';
\endif

\set migrator_todo false
SELECT :migrator_step < 6 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 6 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 6 of 15 of revision e8b24f17 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (add the check of its new values (revisions/e8b24f17_lists.ts:16)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 5, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8b24f17') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e8b24f17 needs the database at e8b24f17', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- add the check of its new values (revisions/e8b24f17_lists.ts:16)
alter table "ticket" add constraint "ticket_size_check" check ("size" in ('s', 'm', 'l'));

UPDATE "migrator_version_ledger" SET step = 6, state = 'started'
  WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 6, state = 'done'
  WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec';
\endif

\set migrator_todo false
SELECT :migrator_step < 7 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 7 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 7 of 15 of revision e8b24f17 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (alter column ticket.kind: type text; drop the check of its old values (revisions/e8b24f17_lists.ts:17)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 6, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8b24f17') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e8b24f17 needs the database at e8b24f17', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- alter column ticket.kind: type text; drop the check of its old values (revisions/e8b24f17_lists.ts:17)
alter table "ticket" drop constraint if exists "ticket_kind_check";

UPDATE "migrator_version_ledger" SET step = 7, state = 'started'
  WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 7, state = 'done'
  WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec';
\endif

\set migrator_todo false
SELECT :migrator_step < 8 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 8 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 8 of 15 of revision e8b24f17 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (drop the check of its old values (revisions/e8b24f17_lists.ts:17)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 7, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8b24f17') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e8b24f17 needs the database at e8b24f17', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- drop the check of its old values (revisions/e8b24f17_lists.ts:17)
alter table "ticket" drop constraint if exists "check_kind";

UPDATE "migrator_version_ledger" SET step = 8, state = 'started'
  WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 8, state = 'done'
  WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec';
\endif

\set migrator_todo false
SELECT :migrator_step < 9 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 9 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 9 of 15 of revision e8b24f17 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (change the type of column ticket.kind, outside any transaction (revisions/e8b24f17_lists.ts:17)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 8, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8b24f17') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e8b24f17 needs the database at e8b24f17', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;

UPDATE "migrator_version_ledger" SET step = 9, state = 'started'
  WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec';
-- change the type of column ticket.kind, outside any transaction (revisions/e8b24f17_lists.ts:17)
alter table "ticket" alter column "kind" type text;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 9, state = 'done'
  WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec';
\endif

\set migrator_todo false
SELECT :migrator_step < 10 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 10 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 10 of 15 of revision e8b24f17 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (add the check of its new values (revisions/e8b24f17_lists.ts:17)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 9, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8b24f17') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e8b24f17 needs the database at e8b24f17', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- add the check of its new values (revisions/e8b24f17_lists.ts:17)
alter table "ticket" add constraint "ticket_kind_check" check ("kind" in ('a', 'b'));

UPDATE "migrator_version_ledger" SET step = 10, state = 'started'
  WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 10, state = 'done'
  WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec';
\endif

\set migrator_todo false
SELECT :migrator_step < 11 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 11 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 11 of 15 of revision e8b24f17 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (alter column ticket.state: type text; drop the check of its old values (revisions/e8b24f17_lists.ts:18)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 10, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8b24f17') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e8b24f17 needs the database at e8b24f17', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- alter column ticket.state: type text; drop the check of its old values (revisions/e8b24f17_lists.ts:18)
alter table "ticket" drop constraint if exists "ticket_state_check";

UPDATE "migrator_version_ledger" SET step = 11, state = 'started'
  WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 11, state = 'done'
  WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec';
\endif

\set migrator_todo false
SELECT :migrator_step < 12 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 12 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 12 of 15 of revision e8b24f17 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (drop the check of its old values (revisions/e8b24f17_lists.ts:18)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 11, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8b24f17') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e8b24f17 needs the database at e8b24f17', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- drop the check of its old values (revisions/e8b24f17_lists.ts:18)
alter table "ticket" drop constraint if exists "check_state";

UPDATE "migrator_version_ledger" SET step = 12, state = 'started'
  WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 12, state = 'done'
  WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec';
\endif

\set migrator_todo false
SELECT :migrator_step < 13 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 13 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 13 of 15 of revision e8b24f17 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (change the type of column ticket.state, outside any transaction (revisions/e8b24f17_lists.ts:18)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 12, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8b24f17') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e8b24f17 needs the database at e8b24f17', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;

UPDATE "migrator_version_ledger" SET step = 13, state = 'started'
  WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec';
-- change the type of column ticket.state, outside any transaction (revisions/e8b24f17_lists.ts:18)
alter table "ticket" alter column "state" type text;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 13, state = 'done'
  WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec';
\endif

\set migrator_todo false
SELECT :migrator_step < 14 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 14 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 14 of 15 of revision e8b24f17 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (add the check of its new values (revisions/e8b24f17_lists.ts:18)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 13, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8b24f17') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e8b24f17 needs the database at e8b24f17', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- add the check of its new values (revisions/e8b24f17_lists.ts:18)
alter table "ticket" add constraint "ticket_state_check" check ("state" in ('open', 'done'));

UPDATE "migrator_version_ledger" SET step = 14, state = 'started'
  WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 14, state = 'done'
  WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec';
\endif

\set migrator_todo false
SELECT :migrator_step < 15 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8b24f17') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e8b24f17 needs the database at e8b24f17', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

UPDATE "migrator_version" SET version_num = 'e8a1c3d0' WHERE version_num = 'e8b24f17';
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8a1c3d0') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision e8b24f17 should leave the database at e8a1c3d0', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('e8b24f17', 'down', 15, 15, 'done', '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec', 'a2d283145394bc1a01e472be845f49825b7b469ba5a04a5a93a6e886a50d6bcb');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'e8b24f17', 'down', 'The list of values that a column takes becomes another: longer, or none', clock_timestamp(), session_user,
      '47918566db844ae5540d81a4ec2055c98a7e96b2327eb7e6917a90640a3f6dec', 'a2d283145394bc1a01e472be845f49825b7b469ba5a04a5a93a6e886a50d6bcb', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision e8b24f17: committed'
\endif
\endif

\endif

-- ==== undoing revision e8a1c3d0 Columns whose values are listed ====
-- from e8a1c3d0 to base, revisions/e8a1c3d0_tickets.ts
-- It loses the rows of table ticket.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision e8a1c3d0: applied already'
\endif
\if :migrator_todo

BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8a1c3d0') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e8a1c3d0 needs the database at e8a1c3d0', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- loss accepted: the tickets are samples
-- drop table ticket (revisions/e8a1c3d0_tickets.ts:19)
drop table "ticket";

DELETE FROM "migrator_version" WHERE version_num IN ('e8a1c3d0');
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 0,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision e8a1c3d0 should leave the database at base', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('e8a1c3d0', 'down', 1, 1, 'done', 'cde7484675e27e543528c1a33cb08288b62cb2d85aa8265ed028ee9067417983', 'a2d283145394bc1a01e472be845f49825b7b469ba5a04a5a93a6e886a50d6bcb');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'e8a1c3d0', 'down', 'Columns whose values are listed', clock_timestamp(), session_user,
      'cde7484675e27e543528c1a33cb08288b62cb2d85aa8265ed028ee9067417983', 'a2d283145394bc1a01e472be845f49825b7b469ba5a04a5a93a6e886a50d6bcb', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision e8a1c3d0: committed'
\endif

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
  DELETE FROM "migrator_version_ledger";
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
RESET sql_safe_updates;
RESET default_int_size;
RESET default_transaction_isolation;
