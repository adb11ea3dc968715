-- downgrade.sql: made by migrator for PostgreSQL 15 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: ex03
-- To:   base
-- Version table: migrator_version
-- Script: ab34a3494f4f87a6b437603614199ec6b34634076d8e5204cdf9a074cab4d9ad
--
-- Revisions, in this order:
--   1. down ex03
--      derived from its upgrade
--      sha256 d53a62498e9c74c367cf3a8c7f83094138384216dab71b7b9f3fc8719f54ea30
--   2. down ex02
--      derived from its upgrade
--      sha256 8c7928512b6d4790b14ddcba4579d6761d31c1d9a5dad100afeaadf3eb023661
--   3. down ex01 An enum becomes text, and text an enum, under checks and indexes that speak of their values
--      derived from its upgrade
--      sha256 2beda688ae1ecf62ef2e8976ac3e326ef0a19e92143026b3685894ceb66f4040
--
-- Steps that lose data:
--   ex03 loses the rows of table guest.
--   ex02 loses values of column person.thinks that text cannot hold, unless the database refuses them.
--   ex02 loses values of column person.feels that mood cannot hold, unless the database refuses them.
--   ex01 loses the rows of table person.
--
-- Run it:
--   psql -X -d DATABASE -L downgrade.log -f downgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator downgrade --sql WHERE_IT_IS:base --target postgresql
-- It refuses, too, unless what it expects holds:
--   it expects a server that takes changes
--
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.
--
-- Before a revision loses rows or values it counts them, and refuses when there are any. To accept that
-- they are lost, turn on the switch that is marked SWITCH below:
--   psql -X -v accept_loss=on -d DATABASE -L downgrade.log -f downgrade.sql
--
-- Not one transaction: ex03.
-- When a statement of such a revision fails, what was done before it in its revision stays.
-- The ledger beside the version table knows the steps that are done: mend what the message says, and run the
-- same file again; it goes on there. A step that was cut off in its middle stops the script, with what to look
-- at and how to settle it.
--
-- It waits at most 10 s for a lock (lock_timeout).
-- A statement that waited too long fails (canceling statement due to lock timeout), and what was committed
--   before it stays.
-- See who holds the lock, and run the same file again:
--   SELECT pid, usename, state, xact_start, query FROM pg_stat_activity WHERE pid IN (SELECT pid FROM pg_locks)

\set ON_ERROR_STOP on
\set AUTOCOMMIT on
\set ON_ERROR_ROLLBACK off
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET client_min_messages = warning;
SET lock_timeout = '10s';
SET TimeZone = 'UTC';
SET row_security = off;
SET migrator.stopped = off;
SET migrator.position = none;
-- ==== SWITCH: off unless you accept that the rows and values counted below are lost ====
-- On: -v accept_loss=on, as the head of this script shows
\if :{?accept_loss}
\else
\set accept_loss off
\endif
\if :accept_loss
SET migrator.accept_loss = on;
\else
SET migrator.accept_loss = off;
\endif
SELECT set_config('migrator.frozen', CASE WHEN current_setting('default_transaction_read_only') = 'off' THEN 'off'
    ELSE coalesce(nullif(current_setting('migrator.frozen', true), ''), 'on') END, false) AS migrator_frozen \gset
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
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'ab34a3494f4f87a6b437603614199ec6b34634076d8e5204cdf9a074cab4d9ad' \gset
\endif
\if :migrator_done
SELECT set_config('default_transaction_read_only', current_setting('migrator.frozen'), false) AS migrator_frozen \gset
RESET migrator.frozen;
RESET client_encoding;
RESET standard_conforming_strings;
RESET client_min_messages;
RESET TimeZone;
RESET row_security;
RESET lock_timeout;
\echo 'already applied: the database is at base, nothing was changed'
\quit
\endif
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['ex03']::text[];
  found text[] := '{}';
  moved bigint;
  place integer := 0;
BEGIN
  IF current_setting('migrator.frozen', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: the session was read-only before this script began; whoever made it so must allow writing first';
  END IF;
  IF NOT pg_try_advisory_lock(hashtextextended('migrator:' || current_database() || ':' || '"migrator_version"', 0)) THEN
    RAISE EXCEPTION 'migration refused: another session is running a script on this database' USING HINT = 'Nothing was changed. See who holds the lock: SELECT pid, state, query FROM pg_stat_activity WHERE pid IN (SELECT pid FROM pg_locks WHERE locktype = ''advisory''). It may be an open client in which a script was refused: close it.';
  END IF;
  IF to_regclass('"migrator_version_ledger"') IS NOT NULL THEN
    IF EXISTS (SELECT FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'ab34a3494f4f87a6b437603614199ec6b34634076d8e5204cdf9a074cab4d9ad') THEN
      RAISE EXCEPTION 'migration refused: another script left a revision half done' USING HINT = 'Nothing was changed. "migrator_version_ledger" shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM "migrator_version_ledger".';
    END IF;
  END IF;
  IF to_regclass('"migrator_version"') IS NOT NULL THEN
    SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  ELSE
    RAISE EXCEPTION '%', 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at ex03' USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
  END IF;
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    place := NULL;
    IF to_regclass('"migrator_version_ledger"') IS NOT NULL THEN
      IF EXISTS (SELECT FROM "migrator_version_ledger" WHERE script = 'ab34a3494f4f87a6b437603614199ec6b34634076d8e5204cdf9a074cab4d9ad') THEN
        place := CASE coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base')
          WHEN 'ex02' THEN 1
          WHEN 'ex01' THEN 2
        END;
      END IF;
    END IF;
  END IF;
  IF place IS NULL THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'downgrade.sql needs the database at ex03',
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
  PERFORM set_config('migrator.position', place::text, false);
  IF place > 0 THEN RAISE WARNING 'goes on where an earlier run of this script stopped'; END IF;
  PERFORM set_config('default_transaction_read_only', 'off', false);
END
$migrator$;

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

-- ==== undoing revision ex03 ====
-- from ex03 to ex02, revisions/03_nobody_named_the_check.ts
-- Derived from the upgrade, because the revision exports no downgrade.
-- It needs no row to hold "glad" of enum mood.
-- It loses the rows of table guest.

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 0 AS migrator_todo, current_setting('migrator.position')::integer > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision ex03: applied already'
\endif
\if :migrator_todo
\set migrator_step 0
\set migrator_begun 0
SELECT coalesce(max(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0) AS migrator_step,
    coalesce(max(CASE WHEN state = 'started' THEN step END), 0) AS migrator_begun
  FROM "migrator_version_ledger" WHERE revision = 'ex03' AND direction = 'down' AND digest = '6fe3d8d92a4aa2c0e475bcd769d241e6d0532d010df5a446b979fb1163183804' \gset

\set migrator_todo false
SELECT :migrator_step < 1 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['ex03']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ex03 needs the database at ex03',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'ex03 1', true);
END
$migrator$;

-- undoing revision ex03 stops here, with their number and where the first is, when there are
--   rows of person whose thinks is "glad", with which a statement below would fail
--   rows of visitor whose feels is "glad", with which a statement below would fail
--   rows of visitor whose felt is "glad", with which a statement below would fail
DO $migrator$
DECLARE
  migrator_count bigint;
  migrator_first text;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "person" WHERE "thinks"::text = 'glad');
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "person" WHERE "thinks"::text = 'glad' ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision ex03 finds ' || migrator_count || ' row' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of person whose thinks is "glad"' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Mend the rows, and run the script again.';
  END IF;
  migrator_count := (SELECT COUNT(*) FROM "visitor" WHERE "feels"::text = 'glad');
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "visitor" WHERE "feels"::text = 'glad' ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision ex03 finds ' || migrator_count || ' row' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of visitor whose feels is "glad"' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Mend the rows, and run the script again.';
  END IF;
  migrator_count := (SELECT COUNT(*) FROM "visitor" WHERE "felt"::text = 'glad');
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "visitor" WHERE "felt"::text = 'glad' ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision ex03 finds ' || migrator_count || ' row' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of visitor whose felt is "glad"' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Mend the rows, and run the script again.';
  END IF;
END
$migrator$;

DO $migrator$
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  IF NOT EXISTS (SELECT FROM "migrator_version_ledger" WHERE revision = 'ex03' AND direction = 'down' AND digest = '6fe3d8d92a4aa2c0e475bcd769d241e6d0532d010df5a446b979fb1163183804') THEN
    DELETE FROM "migrator_version_ledger";
    INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('ex03', 'down', 0, 3, 'done', '6fe3d8d92a4aa2c0e475bcd769d241e6d0532d010df5a446b979fb1163183804', 'ab34a3494f4f87a6b437603614199ec6b34634076d8e5204cdf9a074cab4d9ad');
  END IF;
END
$migrator$;

-- drop value "glad" of enum mood; take constraint person_thinks of table person out of the way
--   (revisions/03_nobody_named_the_check.ts:16)
alter table "person" drop constraint "person_thinks";

-- take index person_thinking out of the way (revisions/03_nobody_named_the_check.ts:16)
drop index "person_thinking";

-- take constraint guest_check of table visitor out of the way (revisions/03_nobody_named_the_check.ts:16)
alter table "visitor" drop constraint "guest_check";

-- take constraint guest_check1 of table visitor out of the way (revisions/03_nobody_named_the_check.ts:16)
alter table "visitor" drop constraint "guest_check1";

-- take constraint guest_feels_check of table visitor out of the way (revisions/03_nobody_named_the_check.ts:16)
alter table "visitor" drop constraint "guest_feels_check";

-- set the old type aside as mood_old (revisions/03_nobody_named_the_check.ts:16)
alter type "mood" rename to "mood_old";

-- create type mood (revisions/03_nobody_named_the_check.ts:16)
create type "mood" as enum ('calm', 'sad');

-- take the default of column person.thinks out of the way (revisions/03_nobody_named_the_check.ts:16)
alter table "person" alter column "thinks" drop default;

-- write the values of column person.thinks anew (revisions/03_nobody_named_the_check.ts:16)
alter table "person" alter column "thinks" type "mood" using ("thinks"::text::"mood");

-- give column person.thinks its default again (revisions/03_nobody_named_the_check.ts:16)
alter table "person" alter column "thinks" set default 'calm';

-- write the values of column visitor.feels anew (revisions/03_nobody_named_the_check.ts:16)
alter table "visitor" alter column "feels" type "mood" using ("feels"::text::"mood");

-- write the values of column visitor.felt anew (revisions/03_nobody_named_the_check.ts:16)
alter table "visitor" alter column "felt" type "mood" using ("felt"::text::"mood");

-- drop the old type (revisions/03_nobody_named_the_check.ts:16)
drop type "mood_old";

-- add constraint person_thinks to table person again (revisions/03_nobody_named_the_check.ts:16)
alter table "person" add constraint "person_thinks" check (thinks in ('calm', 'sad'));

-- create index person_thinking again (revisions/03_nobody_named_the_check.ts:16)
create index "person_thinking" on "person" ("id") where thinks = 'sad';

-- add constraint guest_check to table visitor again (revisions/03_nobody_named_the_check.ts:16)
alter table "visitor" add constraint "guest_check" check (feels <> 'sad' or felt <> 'calm');

-- add constraint guest_check1 to table visitor again (revisions/03_nobody_named_the_check.ts:16)
alter table "visitor" add constraint "guest_check1" check (felt <> feels or felt = 'calm');

-- add constraint guest_feels_check to table visitor again (revisions/03_nobody_named_the_check.ts:16)
alter table "visitor" add constraint "guest_feels_check" check ("feels" in ('calm','sad'));

DO $migrator$
DECLARE
  moved bigint;
BEGIN
  UPDATE "migrator_version_ledger" SET step = 1, state = 'done'
    WHERE revision = 'ex03' AND direction = 'down' AND digest = '6fe3d8d92a4aa2c0e475bcd769d241e6d0532d010df5a446b979fb1163183804' AND step IN (0, 1);
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration refused: the ledger is not where this script left it';
  END IF;
END
$migrator$;
COMMIT;
\endif

\set migrator_todo false
SELECT :migrator_step < 2 AS migrator_todo \gset
\if :migrator_todo
-- Step 2 of 3 of revision ex03.
-- No transaction protects what follows, so the session is closed again and the guard asked anew.
SET default_transaction_read_only = on;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['ex03']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  IF EXISTS (SELECT FROM "migrator_version_ledger" WHERE step = 2 AND state = 'started') THEN
    RAISE EXCEPTION '%', 'migration refused: step 2 of 3 of revision ex03 was begun by an earlier run, and nobody knows whether it took effect'
      USING HINT = 'See in a new session whether that step (add value "gone" to enum mood, outside any transaction (revisions/03_nobody_named_the_check.ts:15)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 1, state = ''done''. Then run this file again.';
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ex03 needs the database at ex03',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('default_transaction_read_only', 'off', false);
END
$migrator$;
DO $migrator$
DECLARE
  moved bigint;
BEGIN
  UPDATE "migrator_version_ledger" SET step = 2, state = 'started'
    WHERE revision = 'ex03' AND direction = 'down' AND digest = '6fe3d8d92a4aa2c0e475bcd769d241e6d0532d010df5a446b979fb1163183804' AND (step = 1 AND state = 'done' OR step = 2 AND state = 'started');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration refused: the ledger is not where this script left it';
  END IF;
END
$migrator$;

SET lock_timeout = 0;
\set ON_ERROR_STOP off
-- add value "gone" to enum mood, outside any transaction (revisions/03_nobody_named_the_check.ts:15)
alter type "mood" add value if not exists 'gone';
\set migrator_failed :ERROR
\set ON_ERROR_STOP on
\if :migrator_failed
UPDATE "migrator_version_ledger" SET step = 1, state = 'done';
SET migrator.stopped = on;
SET default_transaction_read_only = on;
DO $migrator$
BEGIN
  RAISE EXCEPTION 'migration stopped: step 2 of 3 of revision ex03 failed; its message stands above';
END
$migrator$;
\else
DO $migrator$
DECLARE
  moved bigint;
BEGIN
  UPDATE "migrator_version_ledger" SET step = 2, state = 'done'
    WHERE revision = 'ex03' AND direction = 'down' AND digest = '6fe3d8d92a4aa2c0e475bcd769d241e6d0532d010df5a446b979fb1163183804' AND step IN (1, 2);
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration refused: the ledger is not where this script left it';
  END IF;
END
$migrator$;
\endif
SET lock_timeout = '10s';
\endif

\set migrator_todo false
SELECT :migrator_step < 3 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['ex03']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ex03 needs the database at ex03',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'ex03 3', true);
END
$migrator$;

-- rename table visitor to guest (revisions/03_nobody_named_the_check.ts:14)
alter table "visitor" rename to "guest";

-- undoing revision ex03 stops here, with their number and where the first is, when there are
--   rows of guest, which would be lost
DO $migrator$
DECLARE
  migrator_count bigint;
  migrator_first text;
BEGIN
  LOCK TABLE "guest" IN SHARE ROW EXCLUSIVE MODE;
  migrator_count := (SELECT COUNT(*) FROM "guest");
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "guest" ORDER BY "id" LIMIT 1);
    IF current_setting('migrator.accept_loss', true) = 'on' THEN
      RAISE WARNING '%', 'loss accepted: undoing revision ex03 would lose ' || migrator_count || ' row' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of guest' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END;
    ELSE
      RAISE EXCEPTION '%', 'migration refused: undoing revision ex03 would lose ' || migrator_count || ' row' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of guest' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'What this revision did before stays: see the comments above. Keep what is needed, or accept the loss with the switch at the top of this script.';
    END IF;
  END IF;
END
$migrator$;

-- drop table guest (revisions/03_nobody_named_the_check.ts:7)
drop table "guest";

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['ex02']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM 'ex03 3' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  UPDATE "migrator_version" SET version_num = 'ex02' WHERE version_num = 'ex03';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision ex03 should leave the database at ex02',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('ex03', 'down', 3, 3, 'done', '6fe3d8d92a4aa2c0e475bcd769d241e6d0532d010df5a446b979fb1163183804', 'ab34a3494f4f87a6b437603614199ec6b34634076d8e5204cdf9a074cab4d9ad');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ex03', 'down', NULL, clock_timestamp(), session_user,
      '6fe3d8d92a4aa2c0e475bcd769d241e6d0532d010df5a446b979fb1163183804', 'ab34a3494f4f87a6b437603614199ec6b34634076d8e5204cdf9a074cab4d9ad', CASE WHEN current_setting('migrator.accept_loss', true) = 'on' THEN 1 ELSE 0 END
    FROM "migrator_version_log";
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision ex03: committed'
\endif
\endif

\endif

-- ==== undoing revision ex02 ====
-- from ex02 to ex01, revisions/02_the_one_becomes_the_other.ts
-- Derived from the upgrade, because the revision exports no downgrade.
-- It loses values of column person.thinks that text cannot hold, unless the database refuses them.
-- It does not bring back what mood could not hold of the values of column person.thinks.
-- It loses values of column person.feels that mood cannot hold, unless the database refuses them.
-- It does not bring back what text could not hold of the values of column person.feels.

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 1 AS migrator_todo, current_setting('migrator.position')::integer > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision ex02: applied already'
\endif
\if :migrator_todo

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['ex02']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ex02 needs the database at ex02',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'ex02 1', true);
END
$migrator$;

-- alter column person.thinks: type text; take constraint person_thinks of table person out of the way
--   (revisions/02_the_one_becomes_the_other.ts:8)
alter table "person" drop constraint "person_thinks";

-- take index person_thinking out of the way (revisions/02_the_one_becomes_the_other.ts:8)
drop index "person_thinking";

-- take its default out of the way (revisions/02_the_one_becomes_the_other.ts:8)
alter table "person" alter column "thinks" drop default;

-- change the type of column person.thinks (revisions/02_the_one_becomes_the_other.ts:8)
alter table "person" alter column "thinks" type text using ("thinks"::text);

-- give it its default again (revisions/02_the_one_becomes_the_other.ts:8)
alter table "person" alter column "thinks" set default 'calm';

-- add constraint person_thinks to table person again (revisions/02_the_one_becomes_the_other.ts:8)
alter table "person" add constraint "person_thinks" check (thinks in ('calm', 'sad'));

-- create index person_thinking again (revisions/02_the_one_becomes_the_other.ts:8)
create index "person_thinking" on "person" ("id") where thinks = 'sad';

-- alter column person.feels: type mood; take constraint person_stays of table person out of the way
--   (revisions/02_the_one_becomes_the_other.ts:7)
alter table "person" drop constraint "person_stays";

-- take index person_sad out of the way (revisions/02_the_one_becomes_the_other.ts:7)
drop index "person_sad";

-- take its default out of the way (revisions/02_the_one_becomes_the_other.ts:7)
alter table "person" alter column "feels" drop default;

-- change the type of column person.feels (revisions/02_the_one_becomes_the_other.ts:7)
alter table "person" alter column "feels" type mood using ("feels"::mood);

-- give it its default again (revisions/02_the_one_becomes_the_other.ts:7)
alter table "person" alter column "feels" set default 'calm';

-- add constraint person_stays to table person again (revisions/02_the_one_becomes_the_other.ts:7)
alter table "person" add constraint "person_stays" check (feels <> 'gone' or notes is not null);

-- create index person_sad again (revisions/02_the_one_becomes_the_other.ts:7)
create index "person_sad" on "person" ("id") where feels = 'sad';

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['ex01']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM 'ex02 1' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  UPDATE "migrator_version" SET version_num = 'ex01' WHERE version_num = 'ex02';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision ex02 should leave the database at ex01',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('ex02', 'down', 1, 1, 'done', 'ad54ba2862f35f0513ca0d76d71a405e385de6b52e0cfe1a58e9177fb89f9d1a', 'ab34a3494f4f87a6b437603614199ec6b34634076d8e5204cdf9a074cab4d9ad');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ex02', 'down', NULL, clock_timestamp(), session_user,
      'ad54ba2862f35f0513ca0d76d71a405e385de6b52e0cfe1a58e9177fb89f9d1a', 'ab34a3494f4f87a6b437603614199ec6b34634076d8e5204cdf9a074cab4d9ad', CASE WHEN current_setting('migrator.accept_loss', true) = 'on' THEN 1 ELSE 0 END
    FROM "migrator_version_log";
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision ex02: committed'
\endif

\endif

-- ==== undoing revision ex01 An enum becomes text, and text an enum, under checks and indexes that speak of
--   their values ====
-- from ex01 to base, revisions/01_an_enum_under_a_check.ts
-- Derived from the upgrade, because the revision exports no downgrade.
-- It loses the rows of table person.

\set migrator_todo false
\set migrator_past false
SELECT current_setting('migrator.position')::integer <= 2 AS migrator_todo, current_setting('migrator.position')::integer > 2 AS migrator_past \gset
\if :migrator_past
\echo 'revision ex01: applied already'
\endif
\if :migrator_todo

BEGIN;
DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY['ex01']::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.stopped', true) = 'on' THEN
    RAISE EXCEPTION 'migration refused: an earlier statement of this script failed';
  END IF;
  LOCK TABLE "migrator_version" IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ex01 needs the database at ex01',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  PERFORM set_config('migrator.transaction', 'ex01 1', true);
END
$migrator$;

-- undoing revision ex01 stops here, with their number and where the first is, when there are
--   rows of person, which would be lost
DO $migrator$
DECLARE
  migrator_count bigint;
  migrator_first text;
BEGIN
  LOCK TABLE "person" IN SHARE ROW EXCLUSIVE MODE;
  migrator_count := (SELECT COUNT(*) FROM "person");
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "person" ORDER BY "id" LIMIT 1);
    IF current_setting('migrator.accept_loss', true) = 'on' THEN
      RAISE WARNING '%', 'loss accepted: undoing revision ex01 would lose ' || migrator_count || ' row' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of person' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END;
    ELSE
      RAISE EXCEPTION '%', 'migration refused: undoing revision ex01 would lose ' || migrator_count || ' row' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of person' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.';
    END IF;
  END IF;
END
$migrator$;

-- drop table person (revisions/01_an_enum_under_a_check.ts:9)
drop table "person";

-- drop enum mood (revisions/01_an_enum_under_a_check.ts:8)
drop type "mood";

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY[]::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  IF current_setting('migrator.transaction', true) IS DISTINCT FROM 'ex01 1' THEN
    RAISE EXCEPTION 'migration undone: the transaction of this revision was lost, and the connection with it';
  END IF;
  DELETE FROM "migrator_version" WHERE version_num IN ('ex01');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> 1 THEN
    RAISE EXCEPTION 'migration undone: % rows of the version table moved instead of 1', moved;
  END IF;
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision ex01 should leave the database at base',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('ex01', 'down', 1, 1, 'done', 'cdd3b3f19175de3bc76d75c50631ff20fa70e293fe9058b056a52d3d8168cf40', 'ab34a3494f4f87a6b437603614199ec6b34634076d8e5204cdf9a074cab4d9ad');
  INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ex01', 'down', 'An enum becomes text, and text an enum, under checks and indexes that speak of their values', clock_timestamp(), session_user,
      'cdd3b3f19175de3bc76d75c50631ff20fa70e293fe9058b056a52d3d8168cf40', 'ab34a3494f4f87a6b437603614199ec6b34634076d8e5204cdf9a074cab4d9ad', CASE WHEN current_setting('migrator.accept_loss', true) = 'on' THEN 1 ELSE 0 END
    FROM "migrator_version_log";
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision ex01: committed'
\endif

\endif

DO $migrator$
DECLARE
  wanted CONSTANT text[] := ARRAY[]::text[];
  found text[] := '{}';
  moved bigint;
BEGIN
  SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM "migrator_version";
  IF NOT (found @> wanted AND found <@ wanted AND cardinality(found) = cardinality(wanted)) THEN
    RAISE EXCEPTION 'migration not complete: %, but it is at %', 'downgrade.sql should leave the database at base',
      coalesce(nullif(replace(btrim(found::text, '{}'), ',', ', '), ''), 'base') USING HINT = 'Read the messages above this one: something failed.';
  END IF;
  DELETE FROM "migrator_version_ledger";
  PERFORM pg_advisory_unlock(hashtextextended('migrator:' || current_database() || ':' || '"migrator_version"', 0));
END
$migrator$;
\if :ERROR
\else
\echo 'done: the database is at base'
\endif
SELECT set_config('default_transaction_read_only', current_setting('migrator.frozen'), false) AS migrator_frozen \gset
RESET migrator.frozen;
RESET client_encoding;
RESET standard_conforming_strings;
RESET client_min_messages;
RESET TimeZone;
RESET row_security;
RESET lock_timeout;
