-- downgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: raw02
-- To:   base
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. down raw02 A trigger.
--      sha256 68e650cb12cbec0829935564851c9f95e04bece74871119668baae40f638da3d
--   2. down raw01 SQL written by hand.
--      sha256 c2749a25ee7b5339d0c5950ee22eeddeef99f7069bb1c6ece537d8f73ef0dc23
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('raw02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: downgrade.sql needs the database at raw02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: downgrade.sql needs the database at raw02' AS integer);
\quit
\endif
\else
\echo 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at raw02'
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at raw02' AS integer);
\quit
\endif

CREATE TABLE IF NOT EXISTS "migrator_version" (
  version_num VARCHAR(32) NOT NULL,
  CONSTRAINT "migrator_version_pkc" PRIMARY KEY (version_num)
);

-- ==== undoing revision raw02 A trigger. ====
-- from raw02 to raw01, revisions/02_a_trigger.ts

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('raw02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision raw02 needs the database at raw02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision raw02 needs the database at raw02' AS integer);
\quit
\endif

-- run SQL: update "word" set "text" = null (revisions/02_a_trigger.ts:93)
update "word" set "text" = null;

UPDATE "migrator_version" SET version_num = 'raw01' WHERE version_num = 'raw02';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('raw01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision raw02 should leave the database at raw01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision raw02 should leave the database at raw01' AS integer);
\quit
\endif

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision raw02: committed'
\endif

-- ==== undoing revision raw01 SQL written by hand. ====
-- from raw01 to base, revisions/01_sql_written_by.ts

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('raw01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision raw01 needs the database at raw01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision raw01 needs the database at raw01' AS integer);
\quit
\endif

-- run SQL: delete from "word" where "id" in (1, 2); (revisions/01_sql_written_by.ts:33)
delete from "word" where "id" in (1, 2);

-- drop table word (revisions/01_sql_written_by.ts:34)
drop table "word";

DELETE FROM "migrator_version" WHERE version_num IN ('raw01');
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision raw01 should leave the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision raw01 should leave the database at base' AS integer);
\quit
\endif

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision raw01: committed'
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
