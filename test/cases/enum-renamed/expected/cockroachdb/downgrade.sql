-- downgrade.sql: made by migrator for CockroachDB 24.1 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: e7d1b002
-- To:   base
-- Version table: migrator_version
-- Script: 805a4866c89aef6bbe3e48beed4bf6e2514d9464b1c6e3882d12f746e5b799a9
--
-- Revisions, in this order:
--   1. down e7d1b002 Table and columns get other names, and the columns other values
--      sha256 c37ebf9edd3e0a2b6c6e1c7d153deb5c5d63b4822dd86e5d0b7e15b886d13b2c
--   2. down e7d1a001 Columns whose values are listed, under names that they will not keep
--      sha256 8a0000b568684cc08cc1f4ac8a8a84361feeed9d420e9a52833f941c62bbd92e
--
-- Steps that lose data:
--   e7d1a001 loses the rows of table orders.
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
-- Not one transaction: e7d1b002.
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
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '805a4866c89aef6bbe3e48beed4bf6e2514d9464b1c6e3882d12f746e5b799a9' \gset
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
      WHEN 'e7d1a001' THEN 1
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
      WHEN 'e7d1a001' THEN 1
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = '805a4866c89aef6bbe3e48beed4bf6e2514d9464b1c6e3882d12f746e5b799a9' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '805a4866c89aef6bbe3e48beed4bf6e2514d9464b1c6e3882d12f746e5b799a9' \gset
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e7d1b002') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'downgrade.sql needs the database at e7d1b002', found
      USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;
\else
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at e7d1b002' USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
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

-- ==== undoing revision e7d1b002 Table and columns get other names, and the columns other values ====
-- from e7d1b002 to e7d1a001, revisions/e7d1b002_renamed.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision e7d1b002: applied already'
\endif
\if :migrator_todo
\set migrator_step 0
\set migrator_begun 0
SELECT coalesce(max(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0) AS migrator_step,
    coalesce(max(CASE WHEN state = 'started' THEN step END), 0) AS migrator_begun
  FROM "migrator_version_ledger" WHERE revision = 'e7d1b002' AND direction = 'down' AND digest = '87c5d2517ba9bfd08bee2c2e692efdb4e978b0385d0c8f59bf04b6419d2bea67' \gset

\set migrator_todo false
SELECT :migrator_step < 1 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 1 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 1 of 11 of revision e7d1b002 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (alter column purchase.sort: type text; drop the check of its old values (revisions/e7d1b002_renamed.ts:15)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 0, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e7d1b002') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e7d1b002 needs the database at e7d1b002', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- undoing revision e7d1b002 stops here, with their number and where the first is, when there are
--   values of purchase.sort that are not among a, b, with which a statement below would fail
--   values of purchase.state that are not among open, done, with which a statement below would fail
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "purchase" WHERE "sort" IS NOT NULL AND "sort"::text NOT IN ('a', 'b'));
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "purchase" WHERE "sort" IS NOT NULL AND "sort"::text NOT IN ('a', 'b') ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision e7d1b002 finds ' || migrator_count || ' value' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of purchase.sort that are not among a, b' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Mend the rows, and run the script again.';
  END IF;
END
$migrator$;
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "purchase" WHERE "state" IS NOT NULL AND "state"::text NOT IN ('open', 'done'));
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "purchase" WHERE "state" IS NOT NULL AND "state"::text NOT IN ('open', 'done') ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision e7d1b002 finds ' || migrator_count || ' value' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of purchase.state that are not among open, done' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Mend the rows, and run the script again.';
  END IF;
END
$migrator$;

\set migrator_missing false
SELECT count(*) = 0 AS migrator_missing FROM "migrator_version_ledger" WHERE revision = 'e7d1b002' AND direction = 'down' AND digest = '87c5d2517ba9bfd08bee2c2e692efdb4e978b0385d0c8f59bf04b6419d2bea67' \gset
\if :migrator_missing
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('e7d1b002', 'down', 0, 11, 'done', '87c5d2517ba9bfd08bee2c2e692efdb4e978b0385d0c8f59bf04b6419d2bea67', '805a4866c89aef6bbe3e48beed4bf6e2514d9464b1c6e3882d12f746e5b799a9');
\endif

-- alter column purchase.sort: type text; drop the check of its old values (revisions/e7d1b002_renamed.ts:15)
alter table "purchase" drop constraint if exists "orders_kind_check";

UPDATE "migrator_version_ledger" SET step = 1, state = 'started'
  WHERE revision = 'e7d1b002' AND direction = 'down' AND digest = '87c5d2517ba9bfd08bee2c2e692efdb4e978b0385d0c8f59bf04b6419d2bea67';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 1, state = 'done'
  WHERE revision = 'e7d1b002' AND direction = 'down' AND digest = '87c5d2517ba9bfd08bee2c2e692efdb4e978b0385d0c8f59bf04b6419d2bea67';
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
    RAISE EXCEPTION '%', 'migration refused: step 2 of 11 of revision e7d1b002 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (drop the check of its old values (revisions/e7d1b002_renamed.ts:15)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 1, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e7d1b002') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e7d1b002 needs the database at e7d1b002', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- drop the check of its old values (revisions/e7d1b002_renamed.ts:15)
alter table "purchase" drop constraint if exists "purchase_sort_check";

UPDATE "migrator_version_ledger" SET step = 2, state = 'started'
  WHERE revision = 'e7d1b002' AND direction = 'down' AND digest = '87c5d2517ba9bfd08bee2c2e692efdb4e978b0385d0c8f59bf04b6419d2bea67';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 2, state = 'done'
  WHERE revision = 'e7d1b002' AND direction = 'down' AND digest = '87c5d2517ba9bfd08bee2c2e692efdb4e978b0385d0c8f59bf04b6419d2bea67';
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
    RAISE EXCEPTION '%', 'migration refused: step 3 of 11 of revision e7d1b002 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (drop the check of its old values (revisions/e7d1b002_renamed.ts:15)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 2, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e7d1b002') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e7d1b002 needs the database at e7d1b002', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- drop the check of its old values (revisions/e7d1b002_renamed.ts:15)
alter table "purchase" drop constraint if exists "check_kind";

UPDATE "migrator_version_ledger" SET step = 3, state = 'started'
  WHERE revision = 'e7d1b002' AND direction = 'down' AND digest = '87c5d2517ba9bfd08bee2c2e692efdb4e978b0385d0c8f59bf04b6419d2bea67';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 3, state = 'done'
  WHERE revision = 'e7d1b002' AND direction = 'down' AND digest = '87c5d2517ba9bfd08bee2c2e692efdb4e978b0385d0c8f59bf04b6419d2bea67';
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
    RAISE EXCEPTION '%', 'migration refused: step 4 of 11 of revision e7d1b002 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (change the type of column purchase.sort, outside any transaction (revisions/e7d1b002_renamed.ts:15)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 3, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e7d1b002') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e7d1b002 needs the database at e7d1b002', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;

UPDATE "migrator_version_ledger" SET step = 4, state = 'started'
  WHERE revision = 'e7d1b002' AND direction = 'down' AND digest = '87c5d2517ba9bfd08bee2c2e692efdb4e978b0385d0c8f59bf04b6419d2bea67';
-- change the type of column purchase.sort, outside any transaction (revisions/e7d1b002_renamed.ts:15)
alter table "purchase" alter column "sort" type text;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 4, state = 'done'
  WHERE revision = 'e7d1b002' AND direction = 'down' AND digest = '87c5d2517ba9bfd08bee2c2e692efdb4e978b0385d0c8f59bf04b6419d2bea67';
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
    RAISE EXCEPTION '%', 'migration refused: step 5 of 11 of revision e7d1b002 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (add the check of its new values (revisions/e7d1b002_renamed.ts:15)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 4, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e7d1b002') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e7d1b002 needs the database at e7d1b002', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- add the check of its new values (revisions/e7d1b002_renamed.ts:15)
alter table "purchase" add constraint "orders_kind_check" check ("sort" in ('a', 'b'));

UPDATE "migrator_version_ledger" SET step = 5, state = 'started'
  WHERE revision = 'e7d1b002' AND direction = 'down' AND digest = '87c5d2517ba9bfd08bee2c2e692efdb4e978b0385d0c8f59bf04b6419d2bea67';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 5, state = 'done'
  WHERE revision = 'e7d1b002' AND direction = 'down' AND digest = '87c5d2517ba9bfd08bee2c2e692efdb4e978b0385d0c8f59bf04b6419d2bea67';
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
    RAISE EXCEPTION '%', 'migration refused: step 6 of 11 of revision e7d1b002 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (alter column purchase.state: type text; drop the check of its old values (revisions/e7d1b002_renamed.ts:16)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 5, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e7d1b002') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e7d1b002 needs the database at e7d1b002', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- alter column purchase.state: type text; drop the check of its old values (revisions/e7d1b002_renamed.ts:16)
alter table "purchase" drop constraint if exists "orders_state_check";

UPDATE "migrator_version_ledger" SET step = 6, state = 'started'
  WHERE revision = 'e7d1b002' AND direction = 'down' AND digest = '87c5d2517ba9bfd08bee2c2e692efdb4e978b0385d0c8f59bf04b6419d2bea67';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 6, state = 'done'
  WHERE revision = 'e7d1b002' AND direction = 'down' AND digest = '87c5d2517ba9bfd08bee2c2e692efdb4e978b0385d0c8f59bf04b6419d2bea67';
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
    RAISE EXCEPTION '%', 'migration refused: step 7 of 11 of revision e7d1b002 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (drop the check of its old values (revisions/e7d1b002_renamed.ts:16)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 6, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e7d1b002') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e7d1b002 needs the database at e7d1b002', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- drop the check of its old values (revisions/e7d1b002_renamed.ts:16)
alter table "purchase" drop constraint if exists "purchase_state_check";

UPDATE "migrator_version_ledger" SET step = 7, state = 'started'
  WHERE revision = 'e7d1b002' AND direction = 'down' AND digest = '87c5d2517ba9bfd08bee2c2e692efdb4e978b0385d0c8f59bf04b6419d2bea67';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 7, state = 'done'
  WHERE revision = 'e7d1b002' AND direction = 'down' AND digest = '87c5d2517ba9bfd08bee2c2e692efdb4e978b0385d0c8f59bf04b6419d2bea67';
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
    RAISE EXCEPTION '%', 'migration refused: step 8 of 11 of revision e7d1b002 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (drop the check of its old values (revisions/e7d1b002_renamed.ts:16)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 7, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e7d1b002') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e7d1b002 needs the database at e7d1b002', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- drop the check of its old values (revisions/e7d1b002_renamed.ts:16)
alter table "purchase" drop constraint if exists "check_state";

UPDATE "migrator_version_ledger" SET step = 8, state = 'started'
  WHERE revision = 'e7d1b002' AND direction = 'down' AND digest = '87c5d2517ba9bfd08bee2c2e692efdb4e978b0385d0c8f59bf04b6419d2bea67';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 8, state = 'done'
  WHERE revision = 'e7d1b002' AND direction = 'down' AND digest = '87c5d2517ba9bfd08bee2c2e692efdb4e978b0385d0c8f59bf04b6419d2bea67';
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
    RAISE EXCEPTION '%', 'migration refused: step 9 of 11 of revision e7d1b002 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (change the type of column purchase.state, outside any transaction (revisions/e7d1b002_renamed.ts:16)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 8, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e7d1b002') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e7d1b002 needs the database at e7d1b002', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;

UPDATE "migrator_version_ledger" SET step = 9, state = 'started'
  WHERE revision = 'e7d1b002' AND direction = 'down' AND digest = '87c5d2517ba9bfd08bee2c2e692efdb4e978b0385d0c8f59bf04b6419d2bea67';
-- change the type of column purchase.state, outside any transaction (revisions/e7d1b002_renamed.ts:16)
alter table "purchase" alter column "state" type text;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 9, state = 'done'
  WHERE revision = 'e7d1b002' AND direction = 'down' AND digest = '87c5d2517ba9bfd08bee2c2e692efdb4e978b0385d0c8f59bf04b6419d2bea67';
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
    RAISE EXCEPTION '%', 'migration refused: step 10 of 11 of revision e7d1b002 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (add the check of its new values (revisions/e7d1b002_renamed.ts:16)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 9, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e7d1b002') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e7d1b002 needs the database at e7d1b002', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- add the check of its new values (revisions/e7d1b002_renamed.ts:16)
alter table "purchase" add constraint "orders_state_check" check ("state" in ('open', 'done'));

UPDATE "migrator_version_ledger" SET step = 10, state = 'started'
  WHERE revision = 'e7d1b002' AND direction = 'down' AND digest = '87c5d2517ba9bfd08bee2c2e692efdb4e978b0385d0c8f59bf04b6419d2bea67';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 10, state = 'done'
  WHERE revision = 'e7d1b002' AND direction = 'down' AND digest = '87c5d2517ba9bfd08bee2c2e692efdb4e978b0385d0c8f59bf04b6419d2bea67';
\endif

\set migrator_todo false
SELECT :migrator_step < 11 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e7d1b002') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e7d1b002 needs the database at e7d1b002', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- rename column purchase.sort to kind (revisions/e7d1b002_renamed.ts:17)
alter table "purchase" rename "sort" to "kind";

-- rename table purchase to orders (revisions/e7d1b002_renamed.ts:18)
alter table "purchase" rename to "orders";

UPDATE "migrator_version" SET version_num = 'e7d1a001' WHERE version_num = 'e7d1b002';
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e7d1a001') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision e7d1b002 should leave the database at e7d1a001', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('e7d1b002', 'down', 11, 11, 'done', '87c5d2517ba9bfd08bee2c2e692efdb4e978b0385d0c8f59bf04b6419d2bea67', '805a4866c89aef6bbe3e48beed4bf6e2514d9464b1c6e3882d12f746e5b799a9');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'e7d1b002', 'down', 'Table and columns get other names, and the columns other values', clock_timestamp(), session_user,
      '87c5d2517ba9bfd08bee2c2e692efdb4e978b0385d0c8f59bf04b6419d2bea67', '805a4866c89aef6bbe3e48beed4bf6e2514d9464b1c6e3882d12f746e5b799a9', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision e7d1b002: committed'
\endif
\endif

\endif

-- ==== undoing revision e7d1a001 Columns whose values are listed, under names that they will not keep ====
-- from e7d1a001 to base, revisions/e7d1a001_orders.ts
-- It loses the rows of table orders.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision e7d1a001: applied already'
\endif
\if :migrator_todo

BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e7d1a001') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e7d1a001 needs the database at e7d1a001', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- loss accepted: the orders are samples
-- drop table orders (revisions/e7d1a001_orders.ts:17)
drop table "orders";

DELETE FROM "migrator_version" WHERE version_num IN ('e7d1a001');
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 0,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision e7d1a001 should leave the database at base', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('e7d1a001', 'down', 1, 1, 'done', '298d9e4146f69d924738c8b7c5570885e2e99442c4dc98aae6e5c2f7c3bd6848', '805a4866c89aef6bbe3e48beed4bf6e2514d9464b1c6e3882d12f746e5b799a9');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'e7d1a001', 'down', 'Columns whose values are listed, under names that they will not keep', clock_timestamp(), session_user,
      '298d9e4146f69d924738c8b7c5570885e2e99442c4dc98aae6e5c2f7c3bd6848', '805a4866c89aef6bbe3e48beed4bf6e2514d9464b1c6e3882d12f746e5b799a9', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision e7d1a001: committed'
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
