-- downgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: wid02
-- To:   base
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. down wid02 Longer names.
--      sha256 ca84462febc5b396ec5cad4c1e60a146b3c69d100fa0b6d3d151662e99be9ef2
--   2. down wid01 A table to change.
--      sha256 681edfd216fe57278a8b8d4e2bcbd45c76aedda639f2219ae4c0f853c498a3a5
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
--
-- Not one transaction: wid02.
-- When a statement of such a revision fails, what was done before it in its revision stays, and the
-- version rows still say that the revision is not applied. Undo what it left by hand before you run
-- the script again.

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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('wid02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: downgrade.sql needs the database at wid02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: downgrade.sql needs the database at wid02' AS integer);
\quit
\endif
\else
\echo 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at wid02'
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at wid02' AS integer);
\quit
\endif

CREATE TABLE IF NOT EXISTS "migrator_version" (
  version_num VARCHAR(32) NOT NULL,
  CONSTRAINT "migrator_version_pkc" PRIMARY KEY (version_num)
);

-- ==== undoing revision wid02 Longer names. ====
-- from wid02 to wid01, revisions/02_longer_names.ts

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('wid02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision wid02 needs the database at wid02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision wid02 needs the database at wid02' AS integer);
\quit
\endif

-- alter column person.name: no comment (revisions/02_longer_names.ts:21)
comment on column "person"."name" is null;

COMMIT;

\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('wid02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision wid02 needs the database at wid02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision wid02 needs the database at wid02' AS integer);
\quit
\endif

-- alter column person.name: type varchar(40), outside any transaction (revisions/02_longer_names.ts:22)
alter table "person" alter column "name" type varchar(40);
\if :ERROR
\quit
\endif

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('wid02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision wid02 needs the database at wid02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision wid02 needs the database at wid02' AS integer);
\quit
\endif

UPDATE "migrator_version" SET version_num = 'wid01' WHERE version_num = 'wid02';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('wid01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision wid02 should leave the database at wid01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision wid02 should leave the database at wid01' AS integer);
\quit
\endif

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision wid02: committed'
\endif

-- ==== undoing revision wid01 A table to change. ====
-- from wid01 to base, revisions/01_a_table.ts

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('wid01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision wid01 needs the database at wid01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision wid01 needs the database at wid01' AS integer);
\quit
\endif

-- drop table person (revisions/01_a_table.ts:23)
drop table "person";

DELETE FROM "migrator_version" WHERE version_num IN ('wid01');
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision wid01 should leave the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision wid01 should leave the database at base' AS integer);
\quit
\endif

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision wid01: committed'
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
