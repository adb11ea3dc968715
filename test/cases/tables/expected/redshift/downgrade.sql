-- downgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: tab03
-- To:   base
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. down tab03 One table less.
--      sha256 91b15a4e08add655c27de1ce21613b7c4bd7dac2b179bb49501fdfc88b094301
--   2. down tab02 Other names and other comments.
--      sha256 ee97dd6c281ebcf30b4d425a9dc8b7f0b59cdfa44d114b1b996d5872616c9a47
--   3. down tab01 Tables with comments.
--      sha256 d7344eb62335e7c2b18dae99f9ff70d4783bb62abe00b927ffd7b94f70678533
--
-- Run it:
--   psql -X -d DATABASE -f downgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator downgrade --sql WHERE_IT_IS:base
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET TimeZone = 'UTC';

\set migrator_done false
\set migrator_there false
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version' AND table_schema = current_schema()) AS migrator_there \gset
\if :migrator_there
\set migrator_done false
SELECT count(*) = 0 AS migrator_done
  FROM "migrator_version" \gset
\endif
\if :migrator_done
\echo 'already applied: the database is at base, nothing was changed'
\quit
\endif
\if :migrator_there
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab03') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: downgrade.sql needs the database at tab03. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: downgrade.sql needs the database at tab03' AS integer);
\quit
\endif
\else
\echo 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at tab03'
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at tab03' AS integer);
\quit
\endif

CREATE TABLE IF NOT EXISTS "migrator_version" (
  version_num VARCHAR(32) NOT NULL,
  CONSTRAINT "migrator_version_pkc" PRIMARY KEY (version_num)
);

-- ==== undoing revision tab03 One table less. ====
-- from tab03 to tab02, revisions/03_one_table_less.ts

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab03') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision tab03 needs the database at tab03. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision tab03 needs the database at tab03' AS integer);
\quit
\endif

-- create table draft (1 column) (revisions/03_one_table_less.ts:21)
create table "draft" ("id" integer not null);

-- add primary key on id to table draft (revisions/03_one_table_less.ts:21)
alter table "draft" add constraint "draft_pkey" primary key ("id");

UPDATE "migrator_version" SET version_num = 'tab02' WHERE version_num = 'tab03';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision tab03 should leave the database at tab02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision tab03 should leave the database at tab02' AS integer);
\quit
\endif

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision tab03: committed'
\endif

-- ==== undoing revision tab02 Other names and other comments. ====
-- from tab02 to tab01, revisions/02_other_names.ts

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision tab02 needs the database at tab02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision tab02 needs the database at tab02' AS integer);
\quit
\endif

-- comment on table author (revisions/02_other_names.ts:22)
comment on table "author" is 'Who wrote it: it''s O''Neill''s list';

-- remove the comment on table publication (revisions/02_other_names.ts:23)
comment on table "publication" is null;

-- rename table publication to book (revisions/02_other_names.ts:24)
alter table "publication" rename to "book";

UPDATE "migrator_version" SET version_num = 'tab01' WHERE version_num = 'tab02';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision tab02 should leave the database at tab01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision tab02 should leave the database at tab01' AS integer);
\quit
\endif

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision tab02: committed'
\endif

-- ==== undoing revision tab01 Tables with comments. ====
-- from tab01 to base, revisions/01_tables_with_comments.ts

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision tab01 needs the database at tab01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision tab01 needs the database at tab01' AS integer);
\quit
\endif

-- drop table draft (revisions/01_tables_with_comments.ts:33)
drop table "draft";

-- drop table book (revisions/01_tables_with_comments.ts:34)
drop table "book";

-- drop table author (revisions/01_tables_with_comments.ts:35)
drop table "author";

DELETE FROM "migrator_version" WHERE version_num IN ('tab01');
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision tab01 should leave the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision tab01 should leave the database at base' AS integer);
\quit
\endif

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision tab01: committed'
\endif

\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration not complete: downgrade.sql should leave the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Read the messages above this one: something failed.'
SELECT CAST('migration not complete: downgrade.sql should leave the database at base' AS integer);
\quit
\endif
\echo 'done: the database is at base'
