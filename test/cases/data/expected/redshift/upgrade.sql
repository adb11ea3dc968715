-- upgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   dat02
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. up dat01 Two tables.
--      sha256 022967d1f0d556e6e51bdbe1ec8ec6d0a680f03e1d5545bcf66727a95b9ba0fb
--   2. up dat02 Rows changed by knex.
--      sha256 d0916b6c19a3c244960eaa7ed72c1612d27e0ed805aab54a8db5bb563ffc9770
--
-- Run it:
--   psql -X -d DATABASE -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:dat02
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET TimeZone = 'UTC';

\set migrator_done false
\set migrator_there false
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version' AND table_schema = current_schema()) AS migrator_there \gset
\if :migrator_there
\set migrator_done false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('dat02') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\if :migrator_done
\echo 'already applied: the database is at dat02, nothing was changed'
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

-- ==== revision dat01 Two tables. ====
-- from base to dat01, revisions/01_two_tables.ts

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision dat01 needs the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision dat01 needs the database at base' AS integer);
\quit
\endif

-- create table old (5 columns) (revisions/01_two_tables.ts:17)
create table "old" (
  "id" integer not null,
  "name" varchar(100) not null,
  "price" decimal(10, 2),
  "active" boolean not null default '1',
  "since" date
);

-- add primary key on id to table old (revisions/01_two_tables.ts:17)
alter table "old" add constraint "old_pkey" primary key ("id");

-- create table new (5 columns) (revisions/01_two_tables.ts:17)
create table "new" (
  "id" integer not null,
  "name" varchar(100) not null,
  "price" decimal(10, 2),
  "active" boolean not null default '1',
  "since" date
);

-- add primary key on id to table new (revisions/01_two_tables.ts:17)
alter table "new" add constraint "new_pkey" primary key ("id");

-- insert 3 rows into old (revisions/01_two_tables.ts:25)
insert into "old" ("id", "name", "price", "active", "since") values
  (1, 'one', 1.50, true, '2026-01-01'),
  (2, 'two', NULL, false, NULL),
  (3, 'it''s three?', 3, true, '2025-12-31');

INSERT INTO "migrator_version" (version_num) VALUES ('dat01');
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('dat01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision dat01 should leave the database at dat01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision dat01 should leave the database at dat01' AS integer);
\quit
\endif

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision dat01: committed'
\endif

-- ==== revision dat02 Rows changed by knex. ====
-- from dat01 to dat02, revisions/02_rows_changed_by.ts

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('dat01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision dat02 needs the database at dat01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision dat02 needs the database at dat01' AS integer);
\quit
\endif

-- insert 1 row into new (revisions/02_rows_changed_by.ts:17)
insert into "new" ("id", "name", "price", "active") values
  (10, 'by knex: it''s', 10.25, false);

-- insert 2 rows into new (revisions/02_rows_changed_by.ts:18)
insert into "new" ("id", "name") values
  (11, 'a');

-- insert 2 rows into new (continued) (revisions/02_rows_changed_by.ts:18)
insert into "new" ("id", "name", "since") values
  (12, 'b', '2026-05-05');

-- insert into new (revisions/02_rows_changed_by.ts:22)
insert into "new" select "id", "name", "price", "active", "since" from "old" where "price" > 1 and "since" is not null;

-- update old (revisions/02_rows_changed_by.ts:25)
update "old" set "name" = ('three ' || chr(92) || ' & $(x)'), "price" = 4.5, "since" = '2026-02-01' where "name" = 'it''s three?';

-- update old (revisions/02_rows_changed_by.ts:26)
update "old" set "active" = active where "price" < 2 or ("active" = false);

-- update old (revisions/02_rows_changed_by.ts:30)
update "old" set "price" = "price" * 2 where "id" in (select "id" from "new" where "price" between 3 and 5);

-- delete from new (revisions/02_rows_changed_by.ts:33)
delete from "new" where "id" = 12;

-- update new (revisions/02_rows_changed_by.ts:34)
update "new" set "price" = "price" + 1;

UPDATE "migrator_version" SET version_num = 'dat02' WHERE version_num = 'dat01';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('dat02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision dat02 should leave the database at dat02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision dat02 should leave the database at dat02' AS integer);
\quit
\endif

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision dat02: committed'
\endif

\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('dat02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration not complete: upgrade.sql should leave the database at dat02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Read the messages above this one: something failed.'
SELECT CAST('migration not complete: upgrade.sql should leave the database at dat02' AS integer);
\quit
\endif
\echo 'done: the database is at dat02'
