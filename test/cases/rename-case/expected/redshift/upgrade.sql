-- upgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   rnc02
-- Version table: migrator_version
-- Script: 41dbc52a67b84f12681e476aa646127209edb03ef599f37cd91de44ca29a5fc7
--
-- Revisions, in this order:
--   1. up rnc01 Names that change in nothing but the case of their letters.
--      sha256 10ac1e41c4ff77f5d5e8c1438911cb6c701fe51bc2c0a9dcecb64791fb6f6005
--   2. up rnc02 A table and a column in other letters, and a view that knex makes of them.
--      sha256 da62cd3b66f5ef98185690402efc28486d294e5b3dffc4d9283138fdbe15c130
--
-- Run it:
--   psql -X -d DATABASE -L upgrade.log -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:rnc02 --target redshift
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('rnc02') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\if :migrator_done
\echo 'already applied: the database is at rnc02, nothing was changed'
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
      WHEN 'rnc01' THEN 1
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
      WHEN 'rnc01' THEN 1
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = '41dbc52a67b84f12681e476aa646127209edb03ef599f37cd91de44ca29a5fc7' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '41dbc52a67b84f12681e476aa646127209edb03ef599f37cd91de44ca29a5fc7' \gset
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

-- ==== revision rnc01 Names that change in nothing but the case of their letters. ====
-- from base to rnc01, revisions/01_rename_case.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision rnc01: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision rnc01 needs the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision rnc01 needs the database at base' AS integer);
\quit
\endif

-- create table Part (2 columns) (revisions/01_rename_case.ts:16)
create table "Part" (
  "id" integer not null,
  "name" varchar(40),
  constraint "Part_pkey" primary key ("id")
);

-- create table box (2 columns) (revisions/01_rename_case.ts:20)
create table "box" (
  "id" integer not null,
  "part_id" integer,
  constraint "box_pkey" primary key ("id"),
  constraint "box_part_id_foreign" foreign key ("part_id") references "Part" ("id")
);

-- insert 1 row into Part (revisions/01_rename_case.ts:24)
insert into "Part" ("id", "name") values
  (1, 'one');

-- insert 1 row into box (revisions/01_rename_case.ts:25)
insert into "box" ("id", "part_id") values
  (1, 1);

INSERT INTO "migrator_version" (version_num) VALUES ('rnc01');
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('rnc01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision rnc01 should leave the database at rnc01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision rnc01 should leave the database at rnc01' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('rnc01', 'up', 1, 1, 'done', '499498956d4cb74b2d4174a762f9dc9280e6c048e466be54834114a3f133e3d3', '41dbc52a67b84f12681e476aa646127209edb03ef599f37cd91de44ca29a5fc7');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'rnc01', 'up', 'Names that change in nothing but the case of their letters.', SYSDATE, CURRENT_USER,
      '499498956d4cb74b2d4174a762f9dc9280e6c048e466be54834114a3f133e3d3', '41dbc52a67b84f12681e476aa646127209edb03ef599f37cd91de44ca29a5fc7', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision rnc01: committed'
\endif

\endif

-- ==== revision rnc02 A table and a column in other letters, and a view that knex makes of them. ====
-- from rnc01 to rnc02, revisions/02_other_case.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision rnc02: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('rnc01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision rnc02 needs the database at rnc01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision rnc02 needs the database at rnc01' AS integer);
\quit
\endif

-- rename table Part to PART (revisions/02_other_case.ts:16)
alter table "Part" rename to "PART";

-- rename column PART.name to NAME (revisions/02_other_case.ts:17)
alter table "PART" rename column "name" to "NAME";

-- create or replace view part_name (revisions/02_other_case.ts:18)
create or replace view "part_name" as select "NAME" from "PART";

UPDATE "migrator_version" SET version_num = 'rnc02' WHERE version_num = 'rnc01';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('rnc02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision rnc02 should leave the database at rnc02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision rnc02 should leave the database at rnc02' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('rnc02', 'up', 1, 1, 'done', '39e5f31bb8870e65be254fdd91f19f1873d93ea2e0fb0c9cdb644da64ab994b3', '41dbc52a67b84f12681e476aa646127209edb03ef599f37cd91de44ca29a5fc7');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'rnc02', 'up', 'A table and a column in other letters, and a view that knex makes of them.', SYSDATE, CURRENT_USER,
      '39e5f31bb8870e65be254fdd91f19f1873d93ea2e0fb0c9cdb644da64ab994b3', '41dbc52a67b84f12681e476aa646127209edb03ef599f37cd91de44ca29a5fc7', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision rnc02: committed'
\endif

\endif

\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('rnc02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration not complete: upgrade.sql should leave the database at rnc02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Read the messages above this one: something failed.'
SELECT CAST('migration not complete: upgrade.sql should leave the database at rnc02' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
\echo 'done: the database is at rnc02'
