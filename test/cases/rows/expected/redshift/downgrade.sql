-- downgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: row02
-- To:   base
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. down row02 Rows.
--      sha256 347119607c0cea77b92060f5f3bc55762d826b81325b98d7eb98ede13b6008c4
--   2. down row01 Tables for every kind of value.
--      sha256 84b8a2d84ae8fa8215909cf8134f5e01d5e3ba5db35d9d1af3464778dcf7a5f0
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('row02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: downgrade.sql needs the database at row02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: downgrade.sql needs the database at row02' AS integer);
\quit
\endif
\else
\echo 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at row02'
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at row02' AS integer);
\quit
\endif

CREATE TABLE IF NOT EXISTS "migrator_version" (
  version_num VARCHAR(32) NOT NULL,
  CONSTRAINT "migrator_version_pkc" PRIMARY KEY (version_num)
);

-- ==== undoing revision row02 Rows. ====
-- from row02 to row01, revisions/02_rows.ts

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('row02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision row02 needs the database at row02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision row02 needs the database at row02' AS integer);
\quit
\endif

-- delete from sparse (revisions/02_rows.ts:81)
delete from "sparse";

-- delete from item (revisions/02_rows.ts:82)
delete from "item" where "id" >= 100;

-- delete from item (revisions/02_rows.ts:83)
delete from "item" where "id" in (1, 2, 3);

UPDATE "migrator_version" SET version_num = 'row01' WHERE version_num = 'row02';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('row01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision row02 should leave the database at row01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision row02 should leave the database at row01' AS integer);
\quit
\endif

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision row02: committed'
\endif

-- ==== undoing revision row01 Tables for every kind of value. ====
-- from row01 to base, revisions/01_tables_for_every.ts

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('row01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision row01 needs the database at row01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision row01 needs the database at row01' AS integer);
\quit
\endif

-- drop table sparse (revisions/01_tables_for_every.ts:33)
drop table "sparse";

-- drop table item (revisions/01_tables_for_every.ts:34)
drop table "item";

DELETE FROM "migrator_version" WHERE version_num IN ('row01');
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision row01 should leave the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision row01 should leave the database at base' AS integer);
\quit
\endif

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision row01: committed'
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
