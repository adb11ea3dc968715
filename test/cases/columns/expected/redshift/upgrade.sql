-- upgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   col03
-- Version table: migrator_version
-- Script: 11851c52790a0896aa460beab28da3b6a1bfa8cbdf333cc82010c94d14b0c349
--
-- Revisions, in this order:
--   1. up col01 Columns of every type, with defaults of each kind.
--      sha256 81be68e770c2f0fba94c84a5ee8a81e3e3ad03bfeda02f78a496c836c14dadeb
--   2. up col02 A column comes.
--      sha256 2e32ac34b3a599ad74694525a3d9a43eb32e6310f853582e8b5c619877bd7894
--   3. up col03 Columns of every type are renamed and dropped.
--      sha256 aad3bb5db505d57ee05f435512c378c7e17e7365f2fe552c2c0ea8399ccd0ad5
--
-- Run it:
--   psql -X -d DATABASE -L upgrade.log -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:col03 --target redshift
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col03') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version_ledger' AND table_schema = current_schema()) AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '11851c52790a0896aa460beab28da3b6a1bfa8cbdf333cc82010c94d14b0c349' \gset
\endif
\if :migrator_done
\echo 'already applied: the database is at col03, nothing was changed'
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
      WHEN 'col01' THEN 1
      WHEN 'col02' THEN 2
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
      WHEN 'col01' THEN 1
      WHEN 'col02' THEN 2
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = '11851c52790a0896aa460beab28da3b6a1bfa8cbdf333cc82010c94d14b0c349' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '11851c52790a0896aa460beab28da3b6a1bfa8cbdf333cc82010c94d14b0c349' \gset
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

-- ==== revision col01 Columns of every type, with defaults of each kind. ====
-- from base to col01, revisions/01_columns_of_every.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision col01: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision col01 needs the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision col01 needs the database at base' AS integer);
\quit
\endif

-- create table thing (18 columns) (revisions/01_columns_of_every.ts:16)
create table "thing" (
  "id" integer not null,
  "short" varchar(20) default 'plain' not null,
  "quoted" varchar(40) default ('it''s a ' || chr(92) || ' and a ;') not null,
  "empty" varchar(10) default '',
  "count" integer default -1 not null,
  "big" bigint default 9007199254740993,
  "price" decimal(10, 2) default 9.5 not null,
  "ratio" double precision default 0.1,
  "active" boolean default true not null,
  "hidden" boolean default false not null,
  "day" date default '2026-01-31',
  "made_at" timestamptz default sysdate not null,
  "seen_at" timestamp,
  "opens" time,
  "code" char(3) default 'abc' not null,
  "remark" varchar(max),
  "picture" varbyte,
  "doubled" integer default (1 + 1),
  constraint "thing_pkey" primary key ("id")
);

INSERT INTO "migrator_version" (version_num) VALUES ('col01');
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision col01 should leave the database at col01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision col01 should leave the database at col01' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('col01', 'up', 1, 1, 'done', '7adf921203e04e9e435631e121cff2654d8a6ad15990ab91987bcaea40777d4f', '11851c52790a0896aa460beab28da3b6a1bfa8cbdf333cc82010c94d14b0c349');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'col01', 'up', 'Columns of every type, with defaults of each kind.', SYSDATE, CURRENT_USER,
      '7adf921203e04e9e435631e121cff2654d8a6ad15990ab91987bcaea40777d4f', '11851c52790a0896aa460beab28da3b6a1bfa8cbdf333cc82010c94d14b0c349', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision col01: committed'
\endif

\endif

-- ==== revision col02 A column comes. ====
-- from col01 to col02, revisions/02_a_column_comes.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision col02: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision col02 needs the database at col01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision col02 needs the database at col01' AS integer);
\quit
\endif

-- add column thing.colour (varchar(10)) (revisions/02_a_column_comes.ts:16)
alter table "thing" add column "colour" varchar(10);

-- add column thing.weight (integer, NOT NULL) (revisions/02_a_column_comes.ts:17)
alter table "thing" add column "weight" integer default 0 not null;

-- comment on column thing.weight (revisions/02_a_column_comes.ts:17)
comment on column "thing"."weight" is 'In grams: it''s exact';

-- add column thing.checked (boolean, NOT NULL) (revisions/02_a_column_comes.ts:18)
alter table "thing" add column "checked" boolean default false not null;

UPDATE "migrator_version" SET version_num = 'col02' WHERE version_num = 'col01';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision col02 should leave the database at col02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision col02 should leave the database at col02' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('col02', 'up', 1, 1, 'done', 'eb096e25c9a92845bab8e2edf012002be68feb68beb6b4406a95b697ca775c18', '11851c52790a0896aa460beab28da3b6a1bfa8cbdf333cc82010c94d14b0c349');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'col02', 'up', 'A column comes.', SYSDATE, CURRENT_USER,
      'eb096e25c9a92845bab8e2edf012002be68feb68beb6b4406a95b697ca775c18', '11851c52790a0896aa460beab28da3b6a1bfa8cbdf333cc82010c94d14b0c349', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision col02: committed'
\endif

\endif

-- ==== revision col03 Columns of every type are renamed and dropped. ====
-- from col02 to col03, revisions/03_another_name.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 2 AS migrator_todo, :migrator_position > 2 AS migrator_past \gset
\if :migrator_past
\echo 'revision col03: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision col03 needs the database at col02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision col03 needs the database at col02' AS integer);
\quit
\endif

-- revision col03 stops here, with their number and where the first is, when there are
--   values of thing.price, which would be lost
--   values of thing.seen_at, which would be lost
\set migrator_fits false
SELECT (SELECT COUNT(*) FROM "thing" WHERE "price" IS NOT NULL) = 0 AS migrator_fits \gset
\if :migrator_fits
\else
\echo 'migration refused: revision col03 would lose values of thing.price. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "thing" WHERE "price" IS NOT NULL) AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "thing" WHERE "price" IS NOT NULL ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or have the revision say why it may go: { dataLoss: ''...'' }, and bundle anew from where the database stands.'
SELECT CAST('migration refused: revision col03 would lose values of thing.price' AS integer);
\quit
\endif
\set migrator_fits false
SELECT (SELECT COUNT(*) FROM "thing" WHERE "seen_at" IS NOT NULL) = 0 AS migrator_fits \gset
\if :migrator_fits
\else
\echo 'migration refused: revision col03 would lose values of thing.seen_at. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "thing" WHERE "seen_at" IS NOT NULL) AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "thing" WHERE "seen_at" IS NOT NULL ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or have the revision say why it may go: { dataLoss: ''...'' }, and bundle anew from where the database stands.'
SELECT CAST('migration refused: revision col03 would lose values of thing.seen_at' AS integer);
\quit
\endif

-- rename column thing.short to label (revisions/03_another_name.ts:16)
alter table "thing" rename column "short" to "label";

-- rename column thing.remark to note (revisions/03_another_name.ts:17)
alter table "thing" rename column "remark" to "note";

-- drop column thing.price (revisions/03_another_name.ts:18)
alter table "thing" drop column "price";

-- drop column thing.seen_at (revisions/03_another_name.ts:19)
alter table "thing" drop column "seen_at";

UPDATE "migrator_version" SET version_num = 'col03' WHERE version_num = 'col02';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col03') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision col03 should leave the database at col03. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision col03 should leave the database at col03' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('col03', 'up', 1, 1, 'done', '5fe7488a9349600cb290d75e6b0d9e3327c24521f8a1c39fc02c28f40e7d2fae', '11851c52790a0896aa460beab28da3b6a1bfa8cbdf333cc82010c94d14b0c349');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'col03', 'up', 'Columns of every type are renamed and dropped.', SYSDATE, CURRENT_USER,
      '5fe7488a9349600cb290d75e6b0d9e3327c24521f8a1c39fc02c28f40e7d2fae', '11851c52790a0896aa460beab28da3b6a1bfa8cbdf333cc82010c94d14b0c349', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision col03: committed'
\endif

\endif

\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col03') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration not complete: upgrade.sql should leave the database at col03. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Read the messages above this one: something failed.'
SELECT CAST('migration not complete: upgrade.sql should leave the database at col03' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
\echo 'done: the database is at col03'
