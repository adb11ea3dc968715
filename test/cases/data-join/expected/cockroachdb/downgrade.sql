-- downgrade.sql: made by migrator for CockroachDB 24.1 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: dj02
-- To:   base
-- Version table: migrator_version
-- Script: e3b724e76614439192174de4b34fea27e06ebf0474eef3384fdf636fcec1b672
--
-- Revisions, in this order:
--   1. down dj02 Names become numbers: rows updated from another table.
--      sha256 952eb8edf84d1dce0d5f0302ba47fc8e73494383fb3e77012ea95a6e7e4cbb31
--   2. down dj01 Two tables with rows.
--      sha256 0a8a5027e0601e6ea4a9acb2e36b9882f365bf64815eeeadb13ae7fff04395b1
--
-- Steps that lose data:
--   dj02 loses rows of table street, which it deletes.
--   dj01 loses the rows of table street.
--   dj01 loses the rows of table town.
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
-- Before a revision loses rows or values it counts them, and refuses when there are any. To accept that
-- they are lost, turn on the switch that is marked SWITCH below:
--   psql -X -v accept_loss=on -d DATABASE -L downgrade.log -f downgrade.sql
--
-- It waits at most 10 s for a lock (lock_timeout).
-- A statement that waited too long fails (canceling statement due to lock timeout), and its revision is undone.
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
-- ==== SWITCH: off unless you accept that the rows and values counted below are lost ====
-- On: -v accept_loss=on, as the head of this script shows
\if :{?accept_loss}
\else
\set accept_loss off
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
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'e3b724e76614439192174de4b34fea27e06ebf0474eef3384fdf636fcec1b672' \gset
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
      WHEN 'dj01' THEN 1
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
      WHEN 'dj01' THEN 1
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = 'e3b724e76614439192174de4b34fea27e06ebf0474eef3384fdf636fcec1b672' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'e3b724e76614439192174de4b34fea27e06ebf0474eef3384fdf636fcec1b672' \gset
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('dj02') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'downgrade.sql needs the database at dj02', found
      USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;
\else
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at dj02' USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
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

-- ==== undoing revision dj02 Names become numbers: rows updated from another table. ====
-- from dj02 to dj01, revisions/02_names_become_numbers.ts
-- It loses rows of table street, which it deletes.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision dj02: applied already'
\endif
\if :migrator_todo

BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('dj02') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision dj02 needs the database at dj02', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- delete from street (revisions/02_names_become_numbers.ts:25)
delete from "street";

-- insert 2 rows into street (revisions/02_names_become_numbers.ts:26)
insert into "street" ("id", "town") values
  (1, 'Graz'),
  (2, 'Linz');

UPDATE "migrator_version" SET version_num = 'dj01' WHERE version_num = 'dj02';
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('dj01') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision dj02 should leave the database at dj01', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('dj02', 'down', 1, 1, 'done', 'e28ba87d036ec7e8aee9ceee785c724db0c4204a61ae3e217da98752080d2f6d', 'e3b724e76614439192174de4b34fea27e06ebf0474eef3384fdf636fcec1b672');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'dj02', 'down', 'Names become numbers: rows updated from another table.', clock_timestamp(), session_user,
      'e28ba87d036ec7e8aee9ceee785c724db0c4204a61ae3e217da98752080d2f6d', 'e3b724e76614439192174de4b34fea27e06ebf0474eef3384fdf636fcec1b672', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision dj02: committed'
\endif

\endif

-- ==== undoing revision dj01 Two tables with rows. ====
-- from dj01 to base, revisions/01_two_tables.ts
-- It loses the rows of table street.
-- It loses the rows of table town.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision dj01: applied already'
\endif
\if :migrator_todo

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
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision dj01 needs the database at dj01', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- undoing revision dj01 stops here, with their number and where the first is, when there are
--   rows of street, which would be lost
--   rows of town, which would be lost
\if :accept_loss
\else
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "street");
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "street" ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision dj01 would lose ' || migrator_count || ' row' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of street' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.';
  END IF;
END
$migrator$;
\endif
\if :accept_loss
\else
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "town");
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "town" ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision dj01 would lose ' || migrator_count || ' row' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of town' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.';
  END IF;
END
$migrator$;
\endif

-- drop table street (revisions/01_two_tables.ts:36)
drop table "street";

-- drop table town (revisions/01_two_tables.ts:37)
drop table "town";

DELETE FROM "migrator_version" WHERE version_num IN ('dj01');
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 0,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision dj01 should leave the database at base', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('dj01', 'down', 1, 1, 'done', '4b0753ca6db3c9a01287ec9c05b9b89316d72af5ed6a94417d91e970f2347a9f', 'e3b724e76614439192174de4b34fea27e06ebf0474eef3384fdf636fcec1b672');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'dj01', 'down', 'Two tables with rows.', clock_timestamp(), session_user,
      '4b0753ca6db3c9a01287ec9c05b9b89316d72af5ed6a94417d91e970f2347a9f', 'e3b724e76614439192174de4b34fea27e06ebf0474eef3384fdf636fcec1b672', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision dj01: committed'
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
