-- downgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: col03
-- To:   base
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. down col03 Another name, and one column less.
--      sha256 35f5b3b1ca1d4c966fa651b2c0c01d4f6fcb54a33a847665ed283cc70add222b
--   2. down col02 A column comes.
--      sha256 2e32ac34b3a599ad74694525a3d9a43eb32e6310f853582e8b5c619877bd7894
--   3. down col01 Columns of every type, with defaults of each kind.
--      sha256 81be68e770c2f0fba94c84a5ee8a81e3e3ad03bfeda02f78a496c836c14dadeb
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col03') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: downgrade.sql needs the database at col03. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: downgrade.sql needs the database at col03' AS integer);
\quit
\endif
\else
\echo 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at col03'
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at col03' AS integer);
\quit
\endif

CREATE TABLE IF NOT EXISTS "migrator_version" (
  version_num VARCHAR(32) NOT NULL,
  CONSTRAINT "migrator_version_pkc" PRIMARY KEY (version_num)
);

-- ==== undoing revision col03 Another name, and one column less. ====
-- from col03 to col02, revisions/03_another_name.ts

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col03') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision col03 needs the database at col03. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision col03 needs the database at col03' AS integer);
\quit
\endif

-- add column thing.seen_at (timestamp) (revisions/03_another_name.ts:23)
alter table "thing" add column "seen_at" timestamp;

-- add column thing.price (decimal(10, 2), NOT NULL) (revisions/03_another_name.ts:24)
alter table "thing" add column "price" decimal(10, 2) not null default '9.5';

-- rename column thing.note to remark (revisions/03_another_name.ts:25)
alter table "thing" rename column "note" to "remark";

-- rename column thing.label to short (revisions/03_another_name.ts:26)
alter table "thing" rename column "label" to "short";

UPDATE "migrator_version" SET version_num = 'col02' WHERE version_num = 'col03';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision col03 should leave the database at col02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision col03 should leave the database at col02' AS integer);
\quit
\endif

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision col03: committed'
\endif

-- ==== undoing revision col02 A column comes. ====
-- from col02 to col01, revisions/02_a_column_comes.ts

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision col02 needs the database at col02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision col02 needs the database at col02' AS integer);
\quit
\endif

-- drop column thing.checked (revisions/02_a_column_comes.ts:22)
alter table "thing" drop column "checked";

-- drop column thing.weight (revisions/02_a_column_comes.ts:23)
alter table "thing" drop column "weight";

-- drop column thing.colour (revisions/02_a_column_comes.ts:24)
alter table "thing" drop column "colour";

UPDATE "migrator_version" SET version_num = 'col01' WHERE version_num = 'col02';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision col02 should leave the database at col01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision col02 should leave the database at col01' AS integer);
\quit
\endif

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision col02: committed'
\endif

-- ==== undoing revision col01 Columns of every type, with defaults of each kind. ====
-- from col01 to base, revisions/01_columns_of_every.ts

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision col01 needs the database at col01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision col01 needs the database at col01' AS integer);
\quit
\endif

-- drop table thing (revisions/01_columns_of_every.ts:39)
drop table "thing";

DELETE FROM "migrator_version" WHERE version_num IN ('col01');
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision col01 should leave the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision col01 should leave the database at base' AS integer);
\quit
\endif

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision col01: committed'
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
