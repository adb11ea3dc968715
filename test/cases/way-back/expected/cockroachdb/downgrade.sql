-- downgrade.sql: made by migrator for CockroachDB 24.1 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: back_2
-- To:   base
-- Version table: migrator_version
-- Script: 6d9dcf3668448b9cca4797137d7da81e086a9dcba4858736303315de28119370
--
-- Revisions, in this order:
--   1. down back_2 Everything changes, and no downgrade: all of it is derived.
--      derived from its upgrade
--      sha256 383603dcd0a00f3018958645a34e446b04308eccd2a83b76fd68cbcd4077fdf5
--   2. down back_1 Tables, and no downgrade
--      derived from its upgrade
--      sha256 8f4bf45d1bc861848c326713285342e39cf36b7a9cc7c31ed48dd7129b14c690
--
-- Steps that lose data:
--   back_2 loses values of column customer.name that varchar(40) cannot hold, unless the database refuses them.
--   back_2 loses the values of column customer.born.
--   back_2 loses the rows of table level.
--   back_1 loses the rows of table invoice.
--   back_1 loses the rows of table customer.
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
-- It refuses, too, unless what it expects holds:
--   it expects a schema to make things in
--   it expects new tables to be made in the schema of migrator_version
--
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.
--
-- Before a revision loses rows or values it counts them, and refuses when there are any. To accept that
-- they are lost, turn on the switch that is marked SWITCH below:
--   psql -X -v accept_loss=on -d DATABASE -L downgrade.log -f downgrade.sql
--
-- Not one transaction: back_2.
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
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '6d9dcf3668448b9cca4797137d7da81e086a9dcba4858736303315de28119370' \gset
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
      WHEN 'back_1' THEN 1
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
      WHEN 'back_1' THEN 1
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = '6d9dcf3668448b9cca4797137d7da81e086a9dcba4858736303315de28119370' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '6d9dcf3668448b9cca4797137d7da81e086a9dcba4858736303315de28119370' \gset
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('back_2') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'downgrade.sql needs the database at back_2', found
      USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;
\else
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at back_2' USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
  END IF;
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
SELECT CAST('migration refused: downgrade.sql ' || coalesce(COALESCE(
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

-- ==== undoing revision back_2 Everything changes, and no downgrade: all of it is derived. ====
-- from back_2 to back_1, revisions/02_everything_changes.ts
-- Derived from the upgrade, because the revision exports no downgrade.
-- It needs no two rows of customer to be alike in email.
-- It loses values of column customer.name that varchar(40) cannot hold, unless the database refuses them.
-- It loses the values of column customer.born.
-- It does not bring back the values of column customer.note.
-- It loses the rows of table level.
-- It does not bring back the rows of table invoice.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision back_2: applied already'
\endif
\if :migrator_todo
\set migrator_step 0
\set migrator_begun 0
SELECT coalesce(max(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0) AS migrator_step,
    coalesce(max(CASE WHEN state = 'started' THEN step END), 0) AS migrator_begun
  FROM "migrator_version_ledger" WHERE revision = 'back_2' AND direction = 'down' AND digest = 'e6080b77d449e29b2ddf96dc7974528a723b23fd1f5314926310dab3f93dfa6f' \gset

\set migrator_todo false
SELECT :migrator_step < 1 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('back_2') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision back_2 needs the database at back_2', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- undoing revision back_2 stops here, with their number and where the first is, when there are
--   rows of level, which would be lost
\if :accept_loss
\else
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "level");
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "level" ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision back_2 would lose ' || migrator_count || ' row' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of level' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.';
  END IF;
END
$migrator$;
\endif

\set migrator_missing false
SELECT count(*) = 0 AS migrator_missing FROM "migrator_version_ledger" WHERE revision = 'back_2' AND direction = 'down' AND digest = 'e6080b77d449e29b2ddf96dc7974528a723b23fd1f5314926310dab3f93dfa6f' \gset
\if :migrator_missing
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('back_2', 'down', 0, 13, 'done', 'e6080b77d449e29b2ddf96dc7974528a723b23fd1f5314926310dab3f93dfa6f', '6d9dcf3668448b9cca4797137d7da81e086a9dcba4858736303315de28119370');
\endif

-- rename table client to customer (revisions/02_everything_changes.ts:29)
alter table "client" rename to "customer";

UPDATE "migrator_version_ledger" SET step = 1, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = 'e6080b77d449e29b2ddf96dc7974528a723b23fd1f5314926310dab3f93dfa6f';
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
    RAISE EXCEPTION '%', 'migration refused: step 2 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (drop index customer_by_name of table customer (revisions/02_everything_changes.ts:28)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 1, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('back_2') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision back_2 needs the database at back_2', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- drop index customer_by_name of table customer (revisions/02_everything_changes.ts:28)
drop index "customer_by_name";

UPDATE "migrator_version_ledger" SET step = 2, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = 'e6080b77d449e29b2ddf96dc7974528a723b23fd1f5314926310dab3f93dfa6f';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 2, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = 'e6080b77d449e29b2ddf96dc7974528a723b23fd1f5314926310dab3f93dfa6f';
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
    RAISE EXCEPTION '%', 'migration refused: step 3 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (add unique constraint customer_email on email to table customer (revisions/02_everything_changes.ts:27)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 2, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('back_2') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision back_2 needs the database at back_2', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- undoing revision back_2 stops here, with their number and where the first is, when there are
--   duplicates in customer (email), with which a statement below would fail
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM (SELECT 1 AS one FROM "customer" WHERE "email" IS NOT NULL GROUP BY "email" HAVING COUNT(*) > 1) migrator_found);
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'email = ' || LEFT("email"::text, 60) FROM "customer" WHERE "email" IS NOT NULL GROUP BY "email" HAVING COUNT(*) > 1 ORDER BY "email" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision back_2 finds ' || migrator_count || ' duplicate' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' in customer (email)' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'What this revision did before stays: see the comments above. Mend the rows, and run the script again.';
  END IF;
END
$migrator$;

-- add unique constraint customer_email on email to table customer (revisions/02_everything_changes.ts:27)
alter table "customer" add constraint "customer_email" unique ("email");

UPDATE "migrator_version_ledger" SET step = 3, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = 'e6080b77d449e29b2ddf96dc7974528a723b23fd1f5314926310dab3f93dfa6f';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 3, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = 'e6080b77d449e29b2ddf96dc7974528a723b23fd1f5314926310dab3f93dfa6f';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('back_2') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision back_2 needs the database at back_2', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- rename column customer.full_name to name (revisions/02_everything_changes.ts:26)
alter table "customer" rename "full_name" to "name";

UPDATE "migrator_version_ledger" SET step = 4, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = 'e6080b77d449e29b2ddf96dc7974528a723b23fd1f5314926310dab3f93dfa6f';
COMMIT;
\endif

-- undoing revision back_2 stops here, with their number and where the first is, when there are
--   values of customer.name too long for varchar(40), which would be lost
\set migrator_todo false
SELECT :migrator_step < 5 AS migrator_todo \gset
\if :migrator_todo
\if :accept_loss
\else
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "customer" WHERE char_length("name") > 40);
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "customer" WHERE char_length("name") > 40 ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision back_2 would lose ' || migrator_count || ' value' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of customer.name too long for varchar(40)' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'What this revision did before stays: see the comments above. Keep what is needed, or accept the loss with the switch at the top of this script.';
  END IF;
END
$migrator$;
\endif
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
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
    RAISE EXCEPTION '%', 'migration refused: step 5 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (alter column customer.name: type varchar(40); allow what changes every value, outside any transaction (revisions/02_everything_changes.ts:26)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 4, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('back_2') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision back_2 needs the database at back_2', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;

UPDATE "migrator_version_ledger" SET step = 5, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = 'e6080b77d449e29b2ddf96dc7974528a723b23fd1f5314926310dab3f93dfa6f';
-- alter column customer.name: type varchar(40); allow what changes every value, outside any transaction
--   (revisions/02_everything_changes.ts:26)
SET enable_experimental_alter_column_type_general = true;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 5, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = 'e6080b77d449e29b2ddf96dc7974528a723b23fd1f5314926310dab3f93dfa6f';
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
    RAISE EXCEPTION '%', 'migration refused: step 6 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (change the type of column customer.name, outside any transaction (revisions/02_everything_changes.ts:26)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 5, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('back_2') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision back_2 needs the database at back_2', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;

UPDATE "migrator_version_ledger" SET step = 6, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = 'e6080b77d449e29b2ddf96dc7974528a723b23fd1f5314926310dab3f93dfa6f';
-- change the type of column customer.name, outside any transaction (revisions/02_everything_changes.ts:26)
alter table "customer" alter column "name" type varchar(40) using ("name"::varchar(40));
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 6, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = 'e6080b77d449e29b2ddf96dc7974528a723b23fd1f5314926310dab3f93dfa6f';
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
    RAISE EXCEPTION '%', 'migration refused: step 7 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (drop column customer.born (revisions/02_everything_changes.ts:25)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 6, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('back_2') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision back_2 needs the database at back_2', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- undoing revision back_2 stops here, with their number and where the first is, when there are
--   values of customer.born, which would be lost
\if :accept_loss
\else
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "customer" WHERE "born" IS NOT NULL);
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "customer" WHERE "born" IS NOT NULL ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision back_2 would lose ' || migrator_count || ' value' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of customer.born' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'What this revision did before stays: see the comments above. Keep what is needed, or accept the loss with the switch at the top of this script.';
  END IF;
END
$migrator$;
\endif

-- drop column customer.born (revisions/02_everything_changes.ts:25)
alter table "customer" drop column "born";

UPDATE "migrator_version_ledger" SET step = 7, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = 'e6080b77d449e29b2ddf96dc7974528a723b23fd1f5314926310dab3f93dfa6f';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 7, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = 'e6080b77d449e29b2ddf96dc7974528a723b23fd1f5314926310dab3f93dfa6f';
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
    RAISE EXCEPTION '%', 'migration refused: step 8 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (add column customer.note (varchar(80)) (revisions/02_everything_changes.ts:24)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 7, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('back_2') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision back_2 needs the database at back_2', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- add column customer.note (varchar(80)) (revisions/02_everything_changes.ts:24)
alter table "customer" add column "note" varchar(80);

UPDATE "migrator_version_ledger" SET step = 8, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = 'e6080b77d449e29b2ddf96dc7974528a723b23fd1f5314926310dab3f93dfa6f';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 8, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = 'e6080b77d449e29b2ddf96dc7974528a723b23fd1f5314926310dab3f93dfa6f';
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
    RAISE EXCEPTION '%', 'migration refused: step 9 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (create index customer_by_note on customer (note) (revisions/02_everything_changes.ts:24)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 8, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('back_2') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision back_2 needs the database at back_2', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- create index customer_by_note on customer (note) (revisions/02_everything_changes.ts:24)
create index "customer_by_note" on "customer" ("note");

UPDATE "migrator_version_ledger" SET step = 9, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = 'e6080b77d449e29b2ddf96dc7974528a723b23fd1f5314926310dab3f93dfa6f';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 9, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = 'e6080b77d449e29b2ddf96dc7974528a723b23fd1f5314926310dab3f93dfa6f';
\endif

\set migrator_todo false
SELECT :migrator_step < 10 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('back_2') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision back_2 needs the database at back_2', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- undoing revision back_2 stops here, with their number and where the first is, when there are
--   rows of level, which would be lost
\if :accept_loss
\else
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "level");
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "level" ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision back_2 would lose ' || migrator_count || ' row' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of level' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'What this revision did before stays: see the comments above. Keep what is needed, or accept the loss with the switch at the top of this script.';
  END IF;
END
$migrator$;
\endif

-- drop table level (revisions/02_everything_changes.ts:14)
drop table "level";

-- create table invoice (3 columns) (revisions/02_everything_changes.ts:13)
create table "invoice" (
  "number" integer not null,
  "customer_id" integer not null,
  "total" decimal(12, 2) not null,
  constraint "invoice_pkey" primary key ("number"),
  constraint invoice_total_positive check ("total" >= 0)
);

UPDATE "migrator_version_ledger" SET step = 10, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = 'e6080b77d449e29b2ddf96dc7974528a723b23fd1f5314926310dab3f93dfa6f';
COMMIT;
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
    RAISE EXCEPTION '%', 'migration refused: step 11 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (add foreign key invoice_customer on customer_id to customer (id) to table invoice (revisions/02_everything_changes.ts:13)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 10, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('back_2') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision back_2 needs the database at back_2', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- add foreign key invoice_customer on customer_id to customer (id) to table invoice
--   (revisions/02_everything_changes.ts:13)
alter table "invoice"
add constraint "invoice_customer" foreign key ("customer_id") references "customer" ("id") on delete cascade;

UPDATE "migrator_version_ledger" SET step = 11, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = 'e6080b77d449e29b2ddf96dc7974528a723b23fd1f5314926310dab3f93dfa6f';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 11, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = 'e6080b77d449e29b2ddf96dc7974528a723b23fd1f5314926310dab3f93dfa6f';
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
    RAISE EXCEPTION '%', 'migration refused: step 12 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (create index invoice_by_total on invoice (total) (revisions/02_everything_changes.ts:13)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 11, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('back_2') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision back_2 needs the database at back_2', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- create index invoice_by_total on invoice (total) (revisions/02_everything_changes.ts:13)
create index "invoice_by_total" on "invoice" ("total");

UPDATE "migrator_version_ledger" SET step = 12, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = 'e6080b77d449e29b2ddf96dc7974528a723b23fd1f5314926310dab3f93dfa6f';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 12, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = 'e6080b77d449e29b2ddf96dc7974528a723b23fd1f5314926310dab3f93dfa6f';
\endif

\set migrator_todo false
SELECT :migrator_step < 13 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('back_2') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision back_2 needs the database at back_2', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

UPDATE "migrator_version" SET version_num = 'back_1' WHERE version_num = 'back_2';
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('back_1') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision back_2 should leave the database at back_1', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('back_2', 'down', 13, 13, 'done', 'e6080b77d449e29b2ddf96dc7974528a723b23fd1f5314926310dab3f93dfa6f', '6d9dcf3668448b9cca4797137d7da81e086a9dcba4858736303315de28119370');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'back_2', 'down', 'Everything changes, and no downgrade: all of it is derived.', clock_timestamp(), session_user,
      'e6080b77d449e29b2ddf96dc7974528a723b23fd1f5314926310dab3f93dfa6f', '6d9dcf3668448b9cca4797137d7da81e086a9dcba4858736303315de28119370', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision back_2: committed'
\endif
\endif

\endif

-- ==== undoing revision back_1 Tables, and no downgrade ====
-- from back_1 to base, revisions/01_tables.ts
-- Derived from the upgrade, because the revision exports no downgrade.
-- It loses the rows of table invoice.
-- It loses the rows of table customer.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision back_1: applied already'
\endif
\if :migrator_todo

BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('back_1') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision back_1 needs the database at back_1', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- undoing revision back_1 stops here, with their number and where the first is, when there are
--   rows of invoice, which would be lost
--   rows of customer, which would be lost
\if :accept_loss
\else
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "invoice");
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'number = ' || LEFT("number"::text, 60) FROM "invoice" ORDER BY "number" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision back_1 would lose ' || migrator_count || ' row' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of invoice' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
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
  migrator_count := (SELECT COUNT(*) FROM "customer");
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "customer" ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision back_1 would lose ' || migrator_count || ' row' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of customer' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.';
  END IF;
END
$migrator$;
\endif

-- drop table invoice (revisions/01_tables.ts:20)
drop table "invoice";

-- drop table customer (revisions/01_tables.ts:13)
drop table "customer";

DELETE FROM "migrator_version" WHERE version_num IN ('back_1');
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 0,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision back_1 should leave the database at base', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('back_1', 'down', 1, 1, 'done', '97a0b915466e708b980a6a32d01e1eb3550d4f96bcdd2eb47495df9fbbef7ba2', '6d9dcf3668448b9cca4797137d7da81e086a9dcba4858736303315de28119370');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'back_1', 'down', 'Tables, and no downgrade', clock_timestamp(), session_user,
      '97a0b915466e708b980a6a32d01e1eb3550d4f96bcdd2eb47495df9fbbef7ba2', '6d9dcf3668448b9cca4797137d7da81e086a9dcba4858736303315de28119370', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision back_1: committed'
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
