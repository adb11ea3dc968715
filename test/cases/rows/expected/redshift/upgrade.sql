-- upgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   row02
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. up row01 Tables for every kind of value.
--      sha256 84b8a2d84ae8fa8215909cf8134f5e01d5e3ba5db35d9d1af3464778dcf7a5f0
--   2. up row02 Rows.
--      sha256 347119607c0cea77b92060f5f3bc55762d826b81325b98d7eb98ede13b6008c4
--
-- Run it:
--   psql -X -d DATABASE -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:row02
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET TimeZone = 'UTC';

\set migrator_done false
\set migrator_there false
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version' AND table_schema = current_schema()) AS migrator_there \gset
\if :migrator_there
\set migrator_done false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('row02') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\if :migrator_done
\echo 'already applied: the database is at row02, nothing was changed'
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

-- ==== revision row01 Tables for every kind of value. ====
-- from base to row01, revisions/01_tables_for_every.ts

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision row01 needs the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision row01 needs the database at base' AS integer);
\quit
\endif

-- create table item (7 columns) (revisions/01_tables_for_every.ts:16)
create table "item" (
  "id" integer not null,
  "what" varchar(200),
  "price" decimal(10, 2),
  "big" bigint,
  "on" boolean,
  "day" date,
  "at" timestamp
);

-- add primary key on id to table item (revisions/01_tables_for_every.ts:16)
alter table "item" add constraint "item_pkey" primary key ("id");

-- create table sparse (3 columns) (revisions/01_tables_for_every.ts:25)
create table "sparse" (
  "id" integer not null,
  "a" varchar(20) default 'from default',
  "b" integer default '7'
);

-- add primary key on id to table sparse (revisions/01_tables_for_every.ts:25)
alter table "sparse" add constraint "sparse_pkey" primary key ("id");

INSERT INTO "migrator_version" (version_num) VALUES ('row01');
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('row01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision row01 should leave the database at row01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision row01 should leave the database at row01' AS integer);
\quit
\endif

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision row01: committed'
\endif

-- ==== revision row02 Rows. ====
-- from row01 to row02, revisions/02_rows.ts

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('row01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision row02 needs the database at row01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision row02 needs the database at row01' AS integer);
\quit
\endif

-- insert 3 rows into item (revisions/02_rows.ts:64)
insert into "item" ("id", "what", "price", "big", "on", "day", "at") values
  (1, 'plain', 9.90, 9007199254740993, true, '2026-02-28', '2026-01-31 23:59:58.120'),
  (2, NULL, NULL, NULL, NULL, NULL, NULL),
  (3, 'it''s', 0.1, -1, false, '2024-02-29', '1970-01-01 00:00:00.000');

-- insert 18 rows into item (revisions/02_rows.ts:65)
insert into "item" ("id", "what") values
  (100, (chr(92) || ' ' || chr(92) || 'n ' || chr(92) || chr(92))),
  (101, ''''' " ` [x] ]] {y}'),
  (102, ('one' || chr(13) || chr(10) || 'two' || chr(10) || 'three' || chr(13) || 'four')),
  (103, ('a' || chr(9) || 'b')),
  (104, '& &amp; &&name'),
  (105, '$(x) $$ $1 $migrator$'),
  (106, ('before' || chr(10) || 'GO' || chr(10) || 'after')),
  (107, ('before' || chr(10) || '/' || chr(10) || 'after')),
  (108, ('select 1;' || chr(10) || 'select 2;')),
  (109, (chr(10) || '.quit' || chr(10) || chr(92) || 'q' || chr(10) || '!ls' || chr(10) || '@file' || chr(10) || '#x' || chr(10))),
  (110, '🎉 Zoë ß'),
  (111, 'it ends with -'),
  (112, ':name ? ?? @p0'),
  (113, '100% %s'),
  (114, '''*/'' /* --'),
  (115, ' spaces '),
  (116, ('DELIMITER //' || chr(10) || '//' || chr(10))),
  (117, '{{#x}}{{/x}}')
;

-- insert 5 rows into sparse (revisions/02_rows.ts:69)
insert into "sparse" ("id", "a", "b") values
  (1, 'x', 1);

-- insert 5 rows into sparse (continued) (revisions/02_rows.ts:69)
insert into "sparse" ("id") values
  (2);

-- insert 5 rows into sparse (continued) (revisions/02_rows.ts:69)
insert into "sparse" ("b", "id") values
  (3, 3),
  (4, 4);

-- insert 5 rows into sparse (continued) (revisions/02_rows.ts:69)
insert into "sparse" ("id", "a", "b") values
  (5, NULL, NULL);

-- insert 3 rows into sparse (revisions/02_rows.ts:76)
insert into "sparse" ("id", "a", "b") values
  (10, 'row 10', 20),
  (11, 'row 11', 22),
  (12, 'row 12', 24);

UPDATE "migrator_version" SET version_num = 'row02' WHERE version_num = 'row01';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('row02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision row02 should leave the database at row02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision row02 should leave the database at row02' AS integer);
\quit
\endif

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision row02: committed'
\endif

\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('row02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration not complete: upgrade.sql should leave the database at row02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Read the messages above this one: something failed.'
SELECT CAST('migration not complete: upgrade.sql should leave the database at row02' AS integer);
\quit
\endif
\echo 'done: the database is at row02'
