-- upgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   od02
-- Version table: migrator_version
-- Script: ca64dd97f4d58245d56b1a2a708f29d079e96dc11e6dfcf24812e865f14653ee
--
-- Revisions, in this order:
--   1. up od01 Defaults that are no plain text or number.
--      sha256 198a196eda69585c61d70db13b07b1e52159b3ba804193bdbe44b40af954fff0
--   2. up od02 Defaults that are no plain text or number.
--      sha256 f1a010cd3e79a9c8b4ab70fdd35e751b00831207c9b973bcfbfb9b8fa10a2fd7
--
-- Run it:
--   psql -X -d DATABASE -L upgrade.log -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:od02 --target redshift
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('od02') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version_ledger' AND table_schema = current_schema()) AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'ca64dd97f4d58245d56b1a2a708f29d079e96dc11e6dfcf24812e865f14653ee' \gset
\endif
\if :migrator_done
\echo 'already applied: the database is at od02, nothing was changed'
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
      WHEN 'od01' THEN 1
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
      WHEN 'od01' THEN 1
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = 'ca64dd97f4d58245d56b1a2a708f29d079e96dc11e6dfcf24812e865f14653ee' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'ca64dd97f4d58245d56b1a2a708f29d079e96dc11e6dfcf24812e865f14653ee' \gset
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

-- ==== revision od01 Defaults that are no plain text or number. ====
-- from base to od01, revisions/01_defaults_that_are.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision od01: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision od01 needs the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision od01 needs the database at base' AS integer);
\quit
\endif

-- create table setting (5 columns) (revisions/01_defaults_that_are.ts:16)
create table "setting" (
  "id" integer not null,
  "valid_from" timestamp default '2026-01-31 12:00:00.000',
  "kind" varchar(255) default 'what?',
  "options" super default json_parse('{"quote":"it''s","list":[1,null]}'),
  "mark" varchar(40) default ('a ? and a ' || chr(92) || '? and a :name'),
  constraint "setting_pkey" primary key ("id")
);

INSERT INTO "migrator_version" (version_num) VALUES ('od01');
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('od01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision od01 should leave the database at od01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision od01 should leave the database at od01' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('od01', 'up', 1, 1, 'done', '39863d2d87ff1a0112a7d45df663e35e803d1f299bc500b8e03a0a19683509f4', 'ca64dd97f4d58245d56b1a2a708f29d079e96dc11e6dfcf24812e865f14653ee');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'od01', 'up', 'Defaults that are no plain text or number.', SYSDATE, CURRENT_USER,
      '39863d2d87ff1a0112a7d45df663e35e803d1f299bc500b8e03a0a19683509f4', 'ca64dd97f4d58245d56b1a2a708f29d079e96dc11e6dfcf24812e865f14653ee', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision od01: committed'
\endif

\endif

-- ==== revision od02 Defaults that are no plain text or number. ====
-- from od01 to od02, revisions/02_one_more.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision od02: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('od01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision od02 needs the database at od01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision od02 needs the database at od01' AS integer);
\quit
\endif

-- add column setting.ends (varchar(20)) (revisions/02_one_more.ts:16)
alter table "setting" add column "ends" varchar(20) default ('two' || chr(10) || 'lines');

-- insert 1 row into setting (revisions/02_one_more.ts:17)
insert into "setting" ("id") values
  (1);

UPDATE "migrator_version" SET version_num = 'od02' WHERE version_num = 'od01';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('od02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision od02 should leave the database at od02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision od02 should leave the database at od02' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('od02', 'up', 1, 1, 'done', '2351d5e2a13438fae0f9d3a51e4e4cecd1ba171b1910dbd09efefc5ed29ba723', 'ca64dd97f4d58245d56b1a2a708f29d079e96dc11e6dfcf24812e865f14653ee');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'od02', 'up', 'Defaults that are no plain text or number.', SYSDATE, CURRENT_USER,
      '2351d5e2a13438fae0f9d3a51e4e4cecd1ba171b1910dbd09efefc5ed29ba723', 'ca64dd97f4d58245d56b1a2a708f29d079e96dc11e6dfcf24812e865f14653ee', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision od02: committed'
\endif

\endif

\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('od02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration not complete: upgrade.sql should leave the database at od02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Read the messages above this one: something failed.'
SELECT CAST('migration not complete: upgrade.sql should leave the database at od02' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
\echo 'done: the database is at od02'
