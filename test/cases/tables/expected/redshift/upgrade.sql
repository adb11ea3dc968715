-- upgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   tab03
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. up tab01 Tables with comments.
--      sha256 d7344eb62335e7c2b18dae99f9ff70d4783bb62abe00b927ffd7b94f70678533
--   2. up tab02 Other names and other comments.
--      sha256 ee97dd6c281ebcf30b4d425a9dc8b7f0b59cdfa44d114b1b996d5872616c9a47
--   3. up tab03 One table less.
--      sha256 91b15a4e08add655c27de1ce21613b7c4bd7dac2b179bb49501fdfc88b094301
--
-- Run it:
--   psql -X -d DATABASE -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:tab03
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET TimeZone = 'UTC';

\set migrator_done false
\set migrator_there false
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version' AND table_schema = current_schema()) AS migrator_there \gset
\if :migrator_there
\set migrator_done false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab03') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\if :migrator_done
\echo 'already applied: the database is at tab03, nothing was changed'
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

-- ==== revision tab01 Tables with comments. ====
-- from base to tab01, revisions/01_tables_with_comments.ts

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision tab01 needs the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision tab01 needs the database at base' AS integer);
\quit
\endif

-- create table author (2 columns) (revisions/01_tables_with_comments.ts:16)
create table "author" ("id" integer not null, "name" varchar(80) not null);

-- comment on table author (revisions/01_tables_with_comments.ts:16)
comment on table "author" is 'Who wrote it: it''s O''Neill''s list';

-- comment on column author.name (revisions/01_tables_with_comments.ts:16)
comment on column "author"."name" is 'The author''s own spelling, "as is"';

-- add primary key on id to table author (revisions/01_tables_with_comments.ts:16)
alter table "author" add constraint "author_pkey" primary key ("id");

-- create table book (2 columns) (revisions/01_tables_with_comments.ts:24)
create table "book" ("id" integer not null, "title" varchar(200) not null);

-- add primary key on id to table book (revisions/01_tables_with_comments.ts:24)
alter table "book" add constraint "book_pkey" primary key ("id");

-- create table book (1 column) unless it exists (revisions/01_tables_with_comments.ts:28)
create table if not exists "book" ("id" integer not null);

-- create table draft (1 column) (revisions/01_tables_with_comments.ts:29)
create table "draft" ("id" integer not null);

-- add primary key on id to table draft (revisions/01_tables_with_comments.ts:29)
alter table "draft" add constraint "draft_pkey" primary key ("id");

INSERT INTO "migrator_version" (version_num) VALUES ('tab01');
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision tab01 should leave the database at tab01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision tab01 should leave the database at tab01' AS integer);
\quit
\endif

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision tab01: committed'
\endif

-- ==== revision tab02 Other names and other comments. ====
-- from tab01 to tab02, revisions/02_other_names.ts

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision tab02 needs the database at tab01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision tab02 needs the database at tab01' AS integer);
\quit
\endif

-- rename table book to publication (revisions/02_other_names.ts:16)
alter table "book" rename to "publication";

-- comment on table publication (revisions/02_other_names.ts:17)
comment on table "publication" is 'It''s new';

-- remove the comment on table author (revisions/02_other_names.ts:18)
comment on table "author" is null;

UPDATE "migrator_version" SET version_num = 'tab02' WHERE version_num = 'tab01';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision tab02 should leave the database at tab02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision tab02 should leave the database at tab02' AS integer);
\quit
\endif

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision tab02: committed'
\endif

-- ==== revision tab03 One table less. ====
-- from tab02 to tab03, revisions/03_one_table_less.ts

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision tab03 needs the database at tab02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision tab03 needs the database at tab02' AS integer);
\quit
\endif

-- drop table draft (revisions/03_one_table_less.ts:16)
drop table "draft";

-- drop table never_there if it exists (revisions/03_one_table_less.ts:17)
drop table if exists "never_there";

UPDATE "migrator_version" SET version_num = 'tab03' WHERE version_num = 'tab02';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab03') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision tab03 should leave the database at tab03. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision tab03 should leave the database at tab03' AS integer);
\quit
\endif

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision tab03: committed'
\endif

\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab03') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration not complete: upgrade.sql should leave the database at tab03. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Read the messages above this one: something failed.'
SELECT CAST('migration not complete: upgrade.sql should leave the database at tab03' AS integer);
\quit
\endif
\echo 'done: the database is at tab03'
