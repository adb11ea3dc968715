-- upgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   dat02
-- Version table: migrator_version
-- Script: be4228df8eef6670d245d619c04f12ea3b1a86a9312a8e55c2655020b231d070
--
-- Revisions, in this order:
--   1. up dat01 Two tables.
--      sha256 022967d1f0d556e6e51bdbe1ec8ec6d0a680f03e1d5545bcf66727a95b9ba0fb
--   2. up dat02 Rows inserted, updated and deleted by knex.
--      sha256 066cd194814c908801a6e6fc8413ab884b9fbc2bc929452759a082f8b57c77d9
--
-- Run it:
--   psql -X -d DATABASE -L upgrade.log -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:dat02 --target redshift
-- It refuses, too, unless what it expects holds:
--   it expects a schema to make things in
--
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.

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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('dat02') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version_ledger' AND table_schema = current_schema()) AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'be4228df8eef6670d245d619c04f12ea3b1a86a9312a8e55c2655020b231d070' \gset
\endif
\if :migrator_done
\echo 'already applied: the database is at dat02, nothing was changed'
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
      WHEN 'dat01' THEN 1
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
      WHEN 'dat01' THEN 1
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = 'be4228df8eef6670d245d619c04f12ea3b1a86a9312a8e55c2655020b231d070' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'be4228df8eef6670d245d619c04f12ea3b1a86a9312a8e55c2655020b231d070' \gset
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

-- ==== revision dat01 Two tables. ====
-- from base to dat01, revisions/01_two_tables.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision dat01: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision dat01 needs the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision dat01 needs the database at base' AS integer);
\quit
\endif

-- create table old (5 columns) (revisions/01_two_tables.ts:17)
create table "old" (
  "id" integer not null,
  "name" varchar(100) not null,
  "price" decimal(10, 2),
  "active" boolean default true not null,
  "since" date,
  constraint "old_pkey" primary key ("id")
);

-- create table new (5 columns) (revisions/01_two_tables.ts:17)
create table "new" (
  "id" integer not null,
  "name" varchar(100) not null,
  "price" decimal(10, 2),
  "active" boolean default true not null,
  "since" date,
  constraint "new_pkey" primary key ("id")
);

-- insert 3 rows into old (revisions/01_two_tables.ts:25)
insert into "old" ("id", "name", "price", "active", "since") values
  (1, 'one', 1.50, true, '2026-01-01'),
  (2, 'two', NULL, false, NULL),
  (3, 'it''s three?', 3, true, '2025-12-31');

INSERT INTO "migrator_version" (version_num) VALUES ('dat01');
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('dat01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision dat01 should leave the database at dat01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision dat01 should leave the database at dat01' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('dat01', 'up', 1, 1, 'done', '2983ec89bd0a4c9bbe0e797034b95b57c33e690d0324b214134339f88dae6822', 'be4228df8eef6670d245d619c04f12ea3b1a86a9312a8e55c2655020b231d070');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'dat01', 'up', 'Two tables.', SYSDATE, CURRENT_USER,
      '2983ec89bd0a4c9bbe0e797034b95b57c33e690d0324b214134339f88dae6822', 'be4228df8eef6670d245d619c04f12ea3b1a86a9312a8e55c2655020b231d070', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision dat01: committed'
\endif

\endif

-- ==== revision dat02 Rows inserted, updated and deleted by knex. ====
-- from dat01 to dat02, revisions/02_rows_changed_by.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision dat02: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('dat01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision dat02 needs the database at dat01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision dat02 needs the database at dat01' AS integer);
\quit
\endif

-- insert 1 row into new (revisions/02_rows_changed_by.ts:17)
insert into "new" ("id", "name", "price", "active") values
  (10, 'by knex: it''s', 10.25, false);

-- insert 2 rows into new; insert 1 row into new (revisions/02_rows_changed_by.ts:18)
insert into "new" ("id", "name") values
  (11, 'a');

-- insert 1 row into new (revisions/02_rows_changed_by.ts:18)
insert into "new" ("id", "name", "since") values
  (12, 'b', '2026-05-05');

-- insert into new (revisions/02_rows_changed_by.ts:22)
insert into "new" select "id", "name", "price", "active", "since" from "old" where "price" > 1 and "since" is not null;

-- update old (revisions/02_rows_changed_by.ts:25)
update "old" set "name" = ('three ' || chr(92) || ' & $(x)'), "price" = 4.5, "since" = '2026-02-01' where "name" = 'it''s three?';

-- update old (revisions/02_rows_changed_by.ts:26)
update "old" set "active" = "active" where "price" < 2 or ("active" = false);

-- update old (revisions/02_rows_changed_by.ts:30)
update "old" set "price" = "price" * 2 where "id" in (select "id" from "new" where "price" between 3 and 5);

-- delete from new (revisions/02_rows_changed_by.ts:33)
delete from "new" where "id" = 12;

-- update new (revisions/02_rows_changed_by.ts:34)
update "new" set "price" = "price" + 1;

UPDATE "migrator_version" SET version_num = 'dat02' WHERE version_num = 'dat01';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('dat02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision dat02 should leave the database at dat02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision dat02 should leave the database at dat02' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('dat02', 'up', 1, 1, 'done', '217e6f2c9eee7b9d3318c52ed199d56b78e5b46b704cfdc58e2af46472ff82d2', 'be4228df8eef6670d245d619c04f12ea3b1a86a9312a8e55c2655020b231d070');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'dat02', 'up', 'Rows inserted, updated and deleted by knex.', SYSDATE, CURRENT_USER,
      '217e6f2c9eee7b9d3318c52ed199d56b78e5b46b704cfdc58e2af46472ff82d2', 'be4228df8eef6670d245d619c04f12ea3b1a86a9312a8e55c2655020b231d070', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision dat02: committed'
\endif

\endif

\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('dat02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration not complete: upgrade.sql should leave the database at dat02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Read the messages above this one: something failed.'
SELECT CAST('migration not complete: upgrade.sql should leave the database at dat02' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
\echo 'done: the database is at dat02'
