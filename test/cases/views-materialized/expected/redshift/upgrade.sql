-- upgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   b9bd7b94
-- Version table: migrator_version
-- Script: e5bdf9264ea1aba223811f4bdf3712a9066f6b51eb4a46f06a1ab9c658028801
--
-- Revisions, in this order:
--   1. up a9bd7b94 A table with rows
--      sha256 cd04980b6d0872de2faaff19bf6578e1a5c2a0551daa2df50b0e3df5951900f9
--   2. up b9bd7b94 A materialized view: created, indexed and refreshed
--      sha256 bb545c9ab8d2bca14a79838a43d35819f0fe24636832046e9f8d9c69c69eb6a8
--
-- Run it:
--   psql -X -d DATABASE -L upgrade.log -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:b9bd7b94 --target redshift
-- It refuses, too, unless what it expects holds:
--   it expects a schema to make things in
--
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.
--
-- Not one transaction: b9bd7b94.
-- When a statement of such a revision fails, what was done before it in its revision stays.
-- The ledger beside the version table knows the steps that are done: mend what the message says, and run the
-- same file again; it goes on there. A step that was cut off in its middle stops the script, with what to look
-- at and how to settle it.

\set ON_ERROR_STOP on
\set AUTOCOMMIT on
\set ON_ERROR_ROLLBACK off
SET client_encoding = 'UTF8';
SET TimeZone = 'UTC';

\set migrator_done false
\set migrator_there false
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version' AND table_schema = current_schema()) AS migrator_there \gset
\if :migrator_there
\set migrator_done false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b9bd7b94') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version_ledger' AND table_schema = current_schema()) AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'e5bdf9264ea1aba223811f4bdf3712a9066f6b51eb4a46f06a1ab9c658028801' \gset
\endif
\if :migrator_done
\echo 'already applied: the database is at b9bd7b94, nothing was changed'
\quit
\endif
\set migrator_position 0
\set migrator_on false
\set migrator_left false
\set migrator_known false
\if :migrator_there
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version_ledger' AND table_schema = current_schema()) AS migrator_known \gset
\endif
\if :migrator_known
SELECT coalesce(max((SELECT CASE coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
      WHEN 'a9bd7b94' THEN 1
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
      WHEN 'a9bd7b94' THEN 1
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = 'e5bdf9264ea1aba223811f4bdf3712a9066f6b51eb4a46f06a1ab9c658028801' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'e5bdf9264ea1aba223811f4bdf3712a9066f6b51eb4a46f06a1ab9c658028801' \gset
\endif
\if :migrator_left
\echo 'migration refused: another script left a revision half done'
\echo 'Nothing was changed. "migrator_version_ledger" shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM "migrator_version_ledger".'
SELECT CAST('migration refused: another script left a revision half done' AS integer);
\quit
\endif
\if :migrator_on
\echo 'goes on where an earlier run of this script stopped'
\endif
\if :migrator_on
\elif :migrator_there
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: upgrade.sql needs the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: upgrade.sql needs the database at base' AS integer);
\quit
\endif
\else
\endif
\set migrator_wrong true
SELECT CASE WHEN current_schema() IS NULL THEN 'expects a schema to make things in, but the search_path of ' || CAST(current_user AS varchar) || ' has none that it may use'
      WHEN current_schema() = 'pg_catalog' THEN 'expects a schema to make things in, but the search_path of ' || CAST(current_user AS varchar) || ' begins with pg_catalog' END IS NOT NULL AS migrator_wrong \gset
\if :migrator_wrong
\echo 'Nothing was changed. Mend what it names, or have the script made for what is there.'
SELECT CAST('migration refused: upgrade.sql ' || coalesce(CASE WHEN current_schema() IS NULL THEN 'expects a schema to make things in, but the search_path of ' || CAST(current_user AS varchar) || ' has none that it may use'
      WHEN current_schema() = 'pg_catalog' THEN 'expects a schema to make things in, but the search_path of ' || CAST(current_user AS varchar) || ' begins with pg_catalog' END, 'cannot ask what it expects') AS integer);
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
  applied_at TIMESTAMP NOT NULL,
  applied_by VARCHAR(128),
  digest VARCHAR(64) NOT NULL,
  script VARCHAR(64) NOT NULL,
  accepted_loss INTEGER NOT NULL,
  CONSTRAINT "migrator_version_log_pkc" PRIMARY KEY (entry)
);

-- ==== revision a9bd7b94 A table with rows ====
-- from base to a9bd7b94, revisions/a9bd7b94_tables.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision a9bd7b94: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision a9bd7b94 needs the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision a9bd7b94 needs the database at base' AS integer);
\quit
\endif

-- create table item (6 columns) (revisions/a9bd7b94_tables.ts:8)
create table "item" (
  "id" integer not null,
  "name" varchar(40) not null,
  "state" varchar(10) default 'open' not null,
  "amount" integer default 1 not null,
  "price" integer,
  "due" date,
  constraint "item_pkey" primary key ("id")
);

-- insert 2 rows into item (revisions/a9bd7b94_tables.ts:16)
insert into "item" ("id", "name", "state", "amount", "price", "due") values
  (1, 'Käse', 'open', 2, 30, '2026-01-31'),
  (2, 'O''Brien', 'done', 0, NULL, NULL);

INSERT INTO "migrator_version" (version_num) VALUES ('a9bd7b94');
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a9bd7b94') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision a9bd7b94 should leave the database at a9bd7b94. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision a9bd7b94 should leave the database at a9bd7b94' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('a9bd7b94', 'up', 1, 1, 'done', 'c8a15ea31228d714f207009708cd21c2304d5526035d9b30a54f32a199ab8ad1', 'e5bdf9264ea1aba223811f4bdf3712a9066f6b51eb4a46f06a1ab9c658028801');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'a9bd7b94', 'up', 'A table with rows', SYSDATE, CURRENT_USER,
      'c8a15ea31228d714f207009708cd21c2304d5526035d9b30a54f32a199ab8ad1', 'e5bdf9264ea1aba223811f4bdf3712a9066f6b51eb4a46f06a1ab9c658028801', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision a9bd7b94: committed'
\endif

\endif

-- ==== revision b9bd7b94 A materialized view: created, indexed and refreshed ====
-- from a9bd7b94 to b9bd7b94, revisions/b9bd7b94_views_materialized.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision b9bd7b94: applied already'
\endif
\if :migrator_todo
\set migrator_step 0
\set migrator_begun 0
SELECT coalesce(max(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0) AS migrator_step,
    coalesce(max(CASE WHEN state = 'started' THEN step END), 0) AS migrator_begun
  FROM "migrator_version_ledger" WHERE revision = 'b9bd7b94' AND direction = 'up' AND digest = '85800678ba8dc0a5a99014c09638c07af2626ab3b38542465cafe14694fecfa6' \gset

\set migrator_todo false
SELECT :migrator_step < 1 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a9bd7b94') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision b9bd7b94 needs the database at a9bd7b94. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision b9bd7b94 needs the database at a9bd7b94' AS integer);
\quit
\endif

\set migrator_missing false
SELECT count(*) = 0 AS migrator_missing FROM "migrator_version_ledger" WHERE revision = 'b9bd7b94' AND direction = 'up' AND digest = '85800678ba8dc0a5a99014c09638c07af2626ab3b38542465cafe14694fecfa6' \gset
\if :migrator_missing
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('b9bd7b94', 'up', 0, 3, 'done', '85800678ba8dc0a5a99014c09638c07af2626ab3b38542465cafe14694fecfa6', 'e5bdf9264ea1aba223811f4bdf3712a9066f6b51eb4a46f06a1ab9c658028801');
\endif

-- create materialized view totals (revisions/b9bd7b94_views_materialized.ts:8)
create materialized view "totals" as select state, sum(amount) as amount from item group by state;

UPDATE "migrator_version_ledger" SET step = 1, state = 'done'
  WHERE revision = 'b9bd7b94' AND direction = 'up' AND digest = '85800678ba8dc0a5a99014c09638c07af2626ab3b38542465cafe14694fecfa6';
COMMIT;
\endif

\set migrator_todo false
SELECT :migrator_step < 2 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 2 AS migrator_doubt \gset
\if :migrator_doubt
\echo 'migration refused: step 2 of 3 of revision b9bd7b94 was begun by an earlier run, and nobody knows whether it took effect'
\echo 'See in a new session whether that step (refresh materialized view totals, outside any transaction (revisions/b9bd7b94_views_materialized.ts:13)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 1, state = ''done''. Then run this file again.'
SELECT CAST('migration refused: step 2 of 3 of revision b9bd7b94 was begun by an earlier run, and nobody knows whether it took effect' AS integer);
\quit
\endif
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a9bd7b94') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision b9bd7b94 needs the database at a9bd7b94. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision b9bd7b94 needs the database at a9bd7b94' AS integer);
\quit
\endif

UPDATE "migrator_version_ledger" SET step = 2, state = 'started'
  WHERE revision = 'b9bd7b94' AND direction = 'up' AND digest = '85800678ba8dc0a5a99014c09638c07af2626ab3b38542465cafe14694fecfa6';
-- refresh materialized view totals, outside any transaction (revisions/b9bd7b94_views_materialized.ts:13)
refresh materialized view "totals";
\if :ERROR
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 2, state = 'done'
  WHERE revision = 'b9bd7b94' AND direction = 'up' AND digest = '85800678ba8dc0a5a99014c09638c07af2626ab3b38542465cafe14694fecfa6';
\endif

\set migrator_todo false
SELECT :migrator_step < 3 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a9bd7b94') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision b9bd7b94 needs the database at a9bd7b94. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision b9bd7b94 needs the database at a9bd7b94' AS integer);
\quit
\endif

UPDATE "migrator_version" SET version_num = 'b9bd7b94' WHERE version_num = 'a9bd7b94';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b9bd7b94') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision b9bd7b94 should leave the database at b9bd7b94. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision b9bd7b94 should leave the database at b9bd7b94' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('b9bd7b94', 'up', 3, 3, 'done', '85800678ba8dc0a5a99014c09638c07af2626ab3b38542465cafe14694fecfa6', 'e5bdf9264ea1aba223811f4bdf3712a9066f6b51eb4a46f06a1ab9c658028801');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'b9bd7b94', 'up', 'A materialized view: created, indexed and refreshed', SYSDATE, CURRENT_USER,
      '85800678ba8dc0a5a99014c09638c07af2626ab3b38542465cafe14694fecfa6', 'e5bdf9264ea1aba223811f4bdf3712a9066f6b51eb4a46f06a1ab9c658028801', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision b9bd7b94: committed'
\endif
\endif

\endif

\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b9bd7b94') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration not complete: upgrade.sql should leave the database at b9bd7b94. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Read the messages above this one: something failed.'
SELECT CAST('migration not complete: upgrade.sql should leave the database at b9bd7b94' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
\echo 'done: the database is at b9bd7b94'
