-- upgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   col03
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. up col01 Columns of every type, with defaults of each kind.
--      sha256 81be68e770c2f0fba94c84a5ee8a81e3e3ad03bfeda02f78a496c836c14dadeb
--   2. up col02 A column comes.
--      sha256 2e32ac34b3a599ad74694525a3d9a43eb32e6310f853582e8b5c619877bd7894
--   3. up col03 Another name, and one column less.
--      sha256 35f5b3b1ca1d4c966fa651b2c0c01d4f6fcb54a33a847665ed283cc70add222b
--
-- Run it:
--   psql -X -d DATABASE -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:col03
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.

\set ON_ERROR_STOP on
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
\if :migrator_done
\echo 'already applied: the database is at col03, nothing was changed'
\quit
\endif
\if :migrator_there
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

-- ==== revision col01 Columns of every type, with defaults of each kind. ====
-- from base to col01, revisions/01_columns_of_every.ts

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
  "short" varchar(20) not null default 'plain',
  "quoted" varchar(40) not null default (('it''s a ' || chr(92) || ' and a ;')),
  "empty" varchar(10) default '',
  "count" integer not null default '-1',
  "big" bigint default '9007199254740993',
  "price" decimal(10, 2) not null default '9.5',
  "ratio" double precision default '0.1',
  "active" boolean not null default '1',
  "hidden" boolean not null default '0',
  "day" date default '2026-01-31',
  "made_at" timestamptz not null default CURRENT_TIMESTAMP,
  "seen_at" timestamp,
  "opens" time,
  "code" char(3) not null default 'abc',
  "remark" varchar(max),
  "picture" varchar(max),
  "doubled" integer default (1 + 1)
);

-- add primary key on id to table thing (revisions/01_columns_of_every.ts:16)
alter table "thing" add constraint "thing_pkey" primary key ("id");

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

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision col01: committed'
\endif

-- ==== revision col02 A column comes. ====
-- from col01 to col02, revisions/02_a_column_comes.ts

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
alter table "thing" add column "weight" integer not null default '0';

-- comment on column thing.weight (revisions/02_a_column_comes.ts:17)
comment on column "thing"."weight" is 'In grams: it''s exact';

-- add column thing.checked (boolean, NOT NULL) (revisions/02_a_column_comes.ts:18)
alter table "thing" add column "checked" boolean not null default '0';

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

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision col02: committed'
\endif

-- ==== revision col03 Another name, and one column less. ====
-- from col02 to col03, revisions/03_another_name.ts

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

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision col03: committed'
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
\echo 'done: the database is at col03'
