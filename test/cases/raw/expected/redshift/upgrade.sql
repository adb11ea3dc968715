-- upgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   raw02
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. up raw01 SQL written by hand.
--      sha256 c2749a25ee7b5339d0c5950ee22eeddeef99f7069bb1c6ece537d8f73ef0dc23
--   2. up raw02 A trigger.
--      sha256 68e650cb12cbec0829935564851c9f95e04bece74871119668baae40f638da3d
--
-- Run it:
--   psql -X -d DATABASE -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:raw02
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET TimeZone = 'UTC';

\set migrator_done false
\set migrator_there false
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version' AND table_schema = current_schema()) AS migrator_there \gset
\if :migrator_there
\set migrator_done false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('raw02') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\if :migrator_done
\echo 'already applied: the database is at raw02, nothing was changed'
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

-- ==== revision raw01 SQL written by hand. ====
-- from base to raw01, revisions/01_sql_written_by.ts

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision raw01 needs the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision raw01 needs the database at base' AS integer);
\quit
\endif

-- create table word (2 columns) (revisions/01_sql_written_by.ts:19)
create table "word" ("id" integer not null, "text" varchar(100));

-- add primary key on id to table word (revisions/01_sql_written_by.ts:19)
alter table "word" add constraint "word_pkey" primary key ("id");

-- run SQL: insert into "word" values (1, 'is it? :x ?? \\? $1 %'); (revisions/01_sql_written_by.ts:23)
insert into "word" values (1, 'is it? :x ?? \\? $1 %');

-- run SQL: insert into "word" values (2, 'a;b') ; (revisions/01_sql_written_by.ts:24)
insert into "word"
	values (2, 'a;b');

-- run SQL: -- in front update "word" / * it's in the middle; * / set "... (revisions/01_sql_written_by.ts:25)
-- in front
update "word" /* it's in the middle; */ set "text" = 'c' -- behind it's
where "id" = 2;

-- run SQL: update "word" set "text" = 'two lines; GO / end' where "i... (revisions/01_sql_written_by.ts:26)
update "word" set "text" = 'two
lines;
GO
/
end' where "id" = 1;

INSERT INTO "migrator_version" (version_num) VALUES ('raw01');
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('raw01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision raw01 should leave the database at raw01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision raw01 should leave the database at raw01' AS integer);
\quit
\endif

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision raw01: committed'
\endif

-- ==== revision raw02 A trigger. ====
-- from raw01 to raw02, revisions/02_a_trigger.ts

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('raw01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision raw02 needs the database at raw01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision raw02 needs the database at raw01' AS integer);
\quit
\endif

-- run SQL: update "word" set "text" = 'no triggers here' (revisions/02_a_trigger.ts:88)
update "word" set "text" = 'no triggers here';

UPDATE "migrator_version" SET version_num = 'raw02' WHERE version_num = 'raw01';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('raw02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision raw02 should leave the database at raw02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision raw02 should leave the database at raw02' AS integer);
\quit
\endif

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision raw02: committed'
\endif

\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('raw02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration not complete: upgrade.sql should leave the database at raw02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Read the messages above this one: something failed.'
SELECT CAST('migration not complete: upgrade.sql should leave the database at raw02' AS integer);
\quit
\endif
\echo 'done: the database is at raw02'
