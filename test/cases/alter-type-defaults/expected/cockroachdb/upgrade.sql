-- upgrade.sql: made by migrator for CockroachDB 24.1 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   e5f00002
-- Version table: migrator_version
-- Script: 15bf8276cecdc5532aaa1d5a9be5a3e4907320ba8369b3a01f6b07e4af92005e
--
-- Revisions, in this order:
--   1. up e5f00001 Columns whose defaults are of another type than they will be
--      sha256 0ea4282239d2df48e0d382844922077a17fe0526ffb75f468ecb2d44b11c5327
--   2. up e5f00002 Types change, and defaults go along
--      sha256 48e00e97ff90a03e8cecac8cb46a579b7138e565bb89013cf056a8dc4f8f06a7
--
-- Run it:
--   psql -X -d DATABASE -L upgrade.log -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:e5f00002 --target cockroachdb
-- It refuses, too, unless what it expects holds:
--   it expects a schema to make things in
--   it expects new tables to be made in the schema of migrator_version
--
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.
--
-- Not one transaction: e5f00001, e5f00002.
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e5f00002') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT to_regclass('"migrator_version_ledger"') IS NOT NULL AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '15bf8276cecdc5532aaa1d5a9be5a3e4907320ba8369b3a01f6b07e4af92005e' \gset
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
\echo 'already applied: the database is at e5f00002, nothing was changed'
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
      WHEN 'e5f00001' THEN 1
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
      WHEN 'e5f00001' THEN 1
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = '15bf8276cecdc5532aaa1d5a9be5a3e4907320ba8369b3a01f6b07e4af92005e' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '15bf8276cecdc5532aaa1d5a9be5a3e4907320ba8369b3a01f6b07e4af92005e' \gset
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

-- ==== revision e5f00001 Columns whose defaults are of another type than they will be ====
-- from base to e5f00001, revisions/e5f00001_texts.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision e5f00001: applied already'
\endif
\if :migrator_todo
\set migrator_step 0
\set migrator_begun 0
SELECT coalesce(max(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0) AS migrator_step,
    coalesce(max(CASE WHEN state = 'started' THEN step END), 0) AS migrator_begun
  FROM "migrator_version_ledger" WHERE revision = 'e5f00001' AND direction = 'up' AND digest = '178a8daa83466249417c1e39be276f5af0823fc2b429282bd31c65deefef1e3f' \gset

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
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e5f00001 needs the database at base', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

\set migrator_missing false
SELECT count(*) = 0 AS migrator_missing FROM "migrator_version_ledger" WHERE revision = 'e5f00001' AND direction = 'up' AND digest = '178a8daa83466249417c1e39be276f5af0823fc2b429282bd31c65deefef1e3f' \gset
\if :migrator_missing
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('e5f00001', 'up', 0, 2, 'done', '178a8daa83466249417c1e39be276f5af0823fc2b429282bd31c65deefef1e3f', '15bf8276cecdc5532aaa1d5a9be5a3e4907320ba8369b3a01f6b07e4af92005e');
\endif

-- create table setting (5 columns) (revisions/e5f00001_texts.ts:8)
create table "setting" (
  "id" serial primary key,
  "amount" varchar(10) not null default '5',
  "day" varchar(10) default '2020-01-31',
  "open" boolean not null default '1',
  "net" integer not null default '1'
);

UPDATE "migrator_version_ledger" SET step = 1, state = 'done'
  WHERE revision = 'e5f00001' AND direction = 'up' AND digest = '178a8daa83466249417c1e39be276f5af0823fc2b429282bd31c65deefef1e3f';
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
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e5f00001 needs the database at base', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- insert 1 row into setting (revisions/e5f00001_texts.ts:19)
insert into "setting" ("amount", "day", "open", "net") values
  ('7', '2021-02-03', false, 2);

INSERT INTO "migrator_version" (version_num) VALUES ('e5f00001');
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e5f00001') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision e5f00001 should leave the database at e5f00001', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('e5f00001', 'up', 2, 2, 'done', '178a8daa83466249417c1e39be276f5af0823fc2b429282bd31c65deefef1e3f', '15bf8276cecdc5532aaa1d5a9be5a3e4907320ba8369b3a01f6b07e4af92005e');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'e5f00001', 'up', 'Columns whose defaults are of another type than they will be', clock_timestamp(), session_user,
      '178a8daa83466249417c1e39be276f5af0823fc2b429282bd31c65deefef1e3f', '15bf8276cecdc5532aaa1d5a9be5a3e4907320ba8369b3a01f6b07e4af92005e', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision e5f00001: committed'
\endif
\endif

\endif

-- ==== revision e5f00002 Types change, and defaults go along ====
-- from e5f00001 to e5f00002, revisions/e5f00002_types.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision e5f00002: applied already'
\endif
\if :migrator_todo
\set migrator_step 0
\set migrator_begun 0
SELECT coalesce(max(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0) AS migrator_step,
    coalesce(max(CASE WHEN state = 'started' THEN step END), 0) AS migrator_begun
  FROM "migrator_version_ledger" WHERE revision = 'e5f00002' AND direction = 'up' AND digest = 'ba16e55cf33cbfc212b39fa0ee501f6d3d97d14dc85eab857d28ecf1a6de83da' \gset

\set migrator_todo false
SELECT :migrator_step < 1 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e5f00001') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e5f00002 needs the database at e5f00001', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- revision e5f00002 stops here, with their number and where the first is, when there are
--   values of setting.amount that integer does not hold exactly, which would be lost
--   values of setting.day that date does not hold exactly, which would be lost
--   values of setting.amount that are no integer, with which a statement below would fail
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "setting" WHERE CASE WHEN "amount"::text ~ '^[[:space:]]*[-+]?[0-9]+[[:space:]]*$' THEN "amount"::text::numeric NOT BETWEEN -2147483648 AND 2147483647 ELSE "amount" IS NOT NULL END);
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "setting" WHERE CASE WHEN "amount"::text ~ '^[[:space:]]*[-+]?[0-9]+[[:space:]]*$' THEN "amount"::text::numeric NOT BETWEEN -2147483648 AND 2147483647 ELSE "amount" IS NOT NULL END ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: revision e5f00002 finds ' || migrator_count || ' value' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of setting.amount that are no integer' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Mend the rows, and run the script again.';
  END IF;
END
$migrator$;
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "setting" WHERE CASE WHEN NOT CASE WHEN "amount"::text ~ '^[[:space:]]*[-+]?[0-9]+[[:space:]]*$' THEN "amount"::text::numeric NOT BETWEEN -2147483648 AND 2147483647 ELSE "amount" IS NOT NULL END THEN "amount"::integer::text <> btrim("amount"::text) END);
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "setting" WHERE CASE WHEN NOT CASE WHEN "amount"::text ~ '^[[:space:]]*[-+]?[0-9]+[[:space:]]*$' THEN "amount"::text::numeric NOT BETWEEN -2147483648 AND 2147483647 ELSE "amount" IS NOT NULL END THEN "amount"::integer::text <> btrim("amount"::text) END ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: revision e5f00002 would lose ' || migrator_count || ' value' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of setting.amount that integer does not hold exactly' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Keep what is needed, or have the revision say why it may go: { dataLoss: ''...'' }, and bundle anew from where the database stands.';
  END IF;
END
$migrator$;
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "setting" WHERE "day"::date <> "day"::timestamptz);
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "setting" WHERE "day"::date <> "day"::timestamptz ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: revision e5f00002 would lose ' || migrator_count || ' value' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of setting.day that date does not hold exactly' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Keep what is needed, or have the revision say why it may go: { dataLoss: ''...'' }, and bundle anew from where the database stands.';
  END IF;
END
$migrator$;

\set migrator_missing false
SELECT count(*) = 0 AS migrator_missing FROM "migrator_version_ledger" WHERE revision = 'e5f00002' AND direction = 'up' AND digest = 'ba16e55cf33cbfc212b39fa0ee501f6d3d97d14dc85eab857d28ecf1a6de83da' \gset
\if :migrator_missing
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('e5f00002', 'up', 0, 10, 'done', 'ba16e55cf33cbfc212b39fa0ee501f6d3d97d14dc85eab857d28ecf1a6de83da', '15bf8276cecdc5532aaa1d5a9be5a3e4907320ba8369b3a01f6b07e4af92005e');
\endif

-- alter column setting.amount: type integer; take its default out of the way (revisions/e5f00002_types.ts:8)
alter table "setting" alter column "amount" drop default;

UPDATE "migrator_version_ledger" SET step = 1, state = 'done'
  WHERE revision = 'e5f00002' AND direction = 'up' AND digest = 'ba16e55cf33cbfc212b39fa0ee501f6d3d97d14dc85eab857d28ecf1a6de83da';
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
    RAISE EXCEPTION '%', 'migration refused: step 2 of 10 of revision e5f00002 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (allow what changes every value, outside any transaction (revisions/e5f00002_types.ts:8)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 1, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e5f00001') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e5f00002 needs the database at e5f00001', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;

UPDATE "migrator_version_ledger" SET step = 2, state = 'started'
  WHERE revision = 'e5f00002' AND direction = 'up' AND digest = 'ba16e55cf33cbfc212b39fa0ee501f6d3d97d14dc85eab857d28ecf1a6de83da';
-- allow what changes every value, outside any transaction (revisions/e5f00002_types.ts:8)
SET enable_experimental_alter_column_type_general = true;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 2, state = 'done'
  WHERE revision = 'e5f00002' AND direction = 'up' AND digest = 'ba16e55cf33cbfc212b39fa0ee501f6d3d97d14dc85eab857d28ecf1a6de83da';
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
    RAISE EXCEPTION '%', 'migration refused: step 3 of 10 of revision e5f00002 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (change the type of column setting.amount, outside any transaction (revisions/e5f00002_types.ts:8)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 2, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e5f00001') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e5f00002 needs the database at e5f00001', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;

UPDATE "migrator_version_ledger" SET step = 3, state = 'started'
  WHERE revision = 'e5f00002' AND direction = 'up' AND digest = 'ba16e55cf33cbfc212b39fa0ee501f6d3d97d14dc85eab857d28ecf1a6de83da';
-- change the type of column setting.amount, outside any transaction (revisions/e5f00002_types.ts:8)
alter table "setting" alter column "amount" type integer using ("amount"::integer);
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 3, state = 'done'
  WHERE revision = 'e5f00002' AND direction = 'up' AND digest = 'ba16e55cf33cbfc212b39fa0ee501f6d3d97d14dc85eab857d28ecf1a6de83da';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e5f00001') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e5f00002 needs the database at e5f00001', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- give it its default again (revisions/e5f00002_types.ts:8)
alter table "setting" alter column "amount" set default 5;

-- revision e5f00002 stops here, with their number and where the first is, when there are
--   values of setting.day that date does not hold exactly, which would be lost
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "setting" WHERE "day"::date <> "day"::timestamptz);
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "setting" WHERE "day"::date <> "day"::timestamptz ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: revision e5f00002 would lose ' || migrator_count || ' value' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of setting.day that date does not hold exactly' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'What this revision did before stays: see the comments above. Keep what is needed, or have the revision say why it may go: { dataLoss: ''...'' }, and bundle anew from where the database stands.';
  END IF;
END
$migrator$;

-- alter column setting.day: type date; take its default out of the way (revisions/e5f00002_types.ts:9)
alter table "setting" alter column "day" drop default;

UPDATE "migrator_version_ledger" SET step = 4, state = 'done'
  WHERE revision = 'e5f00002' AND direction = 'up' AND digest = 'ba16e55cf33cbfc212b39fa0ee501f6d3d97d14dc85eab857d28ecf1a6de83da';
COMMIT;
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
    RAISE EXCEPTION '%', 'migration refused: step 5 of 10 of revision e5f00002 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (allow what changes every value, outside any transaction (revisions/e5f00002_types.ts:9)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 4, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e5f00001') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e5f00002 needs the database at e5f00001', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;

UPDATE "migrator_version_ledger" SET step = 5, state = 'started'
  WHERE revision = 'e5f00002' AND direction = 'up' AND digest = 'ba16e55cf33cbfc212b39fa0ee501f6d3d97d14dc85eab857d28ecf1a6de83da';
-- allow what changes every value, outside any transaction (revisions/e5f00002_types.ts:9)
SET enable_experimental_alter_column_type_general = true;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 5, state = 'done'
  WHERE revision = 'e5f00002' AND direction = 'up' AND digest = 'ba16e55cf33cbfc212b39fa0ee501f6d3d97d14dc85eab857d28ecf1a6de83da';
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
    RAISE EXCEPTION '%', 'migration refused: step 6 of 10 of revision e5f00002 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (change the type of column setting.day, outside any transaction (revisions/e5f00002_types.ts:9)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 5, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e5f00001') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e5f00002 needs the database at e5f00001', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;

UPDATE "migrator_version_ledger" SET step = 6, state = 'started'
  WHERE revision = 'e5f00002' AND direction = 'up' AND digest = 'ba16e55cf33cbfc212b39fa0ee501f6d3d97d14dc85eab857d28ecf1a6de83da';
-- change the type of column setting.day, outside any transaction (revisions/e5f00002_types.ts:9)
alter table "setting" alter column "day" type date using ("day"::date);
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 6, state = 'done'
  WHERE revision = 'e5f00002' AND direction = 'up' AND digest = 'ba16e55cf33cbfc212b39fa0ee501f6d3d97d14dc85eab857d28ecf1a6de83da';
\endif

\set migrator_todo false
SELECT :migrator_step < 7 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e5f00001') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e5f00002 needs the database at e5f00001', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- give it its default again (revisions/e5f00002_types.ts:9)
alter table "setting" alter column "day" set default '2020-01-31';

-- alter column setting.open: type integer; take its default out of the way (revisions/e5f00002_types.ts:10)
alter table "setting" alter column "open" drop default;

UPDATE "migrator_version_ledger" SET step = 7, state = 'done'
  WHERE revision = 'e5f00002' AND direction = 'up' AND digest = 'ba16e55cf33cbfc212b39fa0ee501f6d3d97d14dc85eab857d28ecf1a6de83da';
COMMIT;
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
    RAISE EXCEPTION '%', 'migration refused: step 8 of 10 of revision e5f00002 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (allow what changes every value, outside any transaction (revisions/e5f00002_types.ts:10)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 7, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e5f00001') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e5f00002 needs the database at e5f00001', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;

UPDATE "migrator_version_ledger" SET step = 8, state = 'started'
  WHERE revision = 'e5f00002' AND direction = 'up' AND digest = 'ba16e55cf33cbfc212b39fa0ee501f6d3d97d14dc85eab857d28ecf1a6de83da';
-- allow what changes every value, outside any transaction (revisions/e5f00002_types.ts:10)
SET enable_experimental_alter_column_type_general = true;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 8, state = 'done'
  WHERE revision = 'e5f00002' AND direction = 'up' AND digest = 'ba16e55cf33cbfc212b39fa0ee501f6d3d97d14dc85eab857d28ecf1a6de83da';
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
    RAISE EXCEPTION '%', 'migration refused: step 9 of 10 of revision e5f00002 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (change the type of column setting.open, outside any transaction (revisions/e5f00002_types.ts:10)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 8, state = ''done''. Then run this file again.';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e5f00001') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e5f00002 needs the database at e5f00001', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;

UPDATE "migrator_version_ledger" SET step = 9, state = 'started'
  WHERE revision = 'e5f00002' AND direction = 'up' AND digest = 'ba16e55cf33cbfc212b39fa0ee501f6d3d97d14dc85eab857d28ecf1a6de83da';
-- change the type of column setting.open, outside any transaction (revisions/e5f00002_types.ts:10)
alter table "setting" alter column "open" type integer using ("open"::integer);
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 9, state = 'done'
  WHERE revision = 'e5f00002' AND direction = 'up' AND digest = 'ba16e55cf33cbfc212b39fa0ee501f6d3d97d14dc85eab857d28ecf1a6de83da';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e5f00001') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision e5f00002 needs the database at e5f00001', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- give it its default again (revisions/e5f00002_types.ts:10)
alter table "setting" alter column "open" set default 1;

UPDATE "migrator_version" SET version_num = 'e5f00002' WHERE version_num = 'e5f00001';
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e5f00002') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision e5f00002 should leave the database at e5f00002', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('e5f00002', 'up', 10, 10, 'done', 'ba16e55cf33cbfc212b39fa0ee501f6d3d97d14dc85eab857d28ecf1a6de83da', '15bf8276cecdc5532aaa1d5a9be5a3e4907320ba8369b3a01f6b07e4af92005e');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'e5f00002', 'up', 'Types change, and defaults go along', clock_timestamp(), session_user,
      'ba16e55cf33cbfc212b39fa0ee501f6d3d97d14dc85eab857d28ecf1a6de83da', '15bf8276cecdc5532aaa1d5a9be5a3e4907320ba8369b3a01f6b07e4af92005e', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision e5f00002: committed'
\endif
\endif

\endif

DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e5f00002') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration not complete: %, but it is at %', 'upgrade.sql should leave the database at e5f00002', found
      USING HINT = 'Read the messages above this one: something failed.';
  END IF;
  DELETE FROM "migrator_version_ledger";
END
$migrator$;
\if :ERROR
\else
\echo 'done: the database is at e5f00002'
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
