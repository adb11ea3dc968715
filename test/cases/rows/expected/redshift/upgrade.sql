-- upgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   row02
-- Version table: migrator_version
-- Script: bd79c2bb7eaacb9f75f7bb5482c412e5500cafb09606c0ebc181f25811e34c2c
--
-- Revisions, in this order:
--   1. up row01 Tables for every kind of value.
--      sha256 84b8a2d84ae8fa8215909cf8134f5e01d5e3ba5db35d9d1af3464778dcf7a5f0
--   2. up row02 Rows with every kind of value.
--      sha256 db34c12ed1612f27a9201ffdff579f5801aafcf1f6ba365e6f8ce813668fa69d
--
-- Run it:
--   psql -X -d DATABASE -L upgrade.log -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:row02 --target redshift
-- It refuses, too, unless what it expects holds:
--   it expects a schema to make things in
--
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.

\set ON_ERROR_STOP on
\set AUTOCOMMIT on
\set ON_ERROR_ROLLBACK off
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
\set migrator_known false
\if :migrator_done
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version_ledger' AND table_schema = current_schema()) AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'bd79c2bb7eaacb9f75f7bb5482c412e5500cafb09606c0ebc181f25811e34c2c' \gset
\endif
\if :migrator_done
\echo 'already applied: the database is at row02, nothing was changed'
\quit
\endif
\set migrator_position 0
\set migrator_on false
\set migrator_left false
\set migrator_known false
\if :migrator_there
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version_ledger' AND table_schema = current_schema()) AS migrator_known \gset
\endif
\if :migrator_known
SELECT coalesce(max((SELECT CASE coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
      WHEN 'row01' THEN 1
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
      WHEN 'row01' THEN 1
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = 'bd79c2bb7eaacb9f75f7bb5482c412e5500cafb09606c0ebc181f25811e34c2c' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'bd79c2bb7eaacb9f75f7bb5482c412e5500cafb09606c0ebc181f25811e34c2c' \gset
\endif
\if :migrator_left
\echo 'migration refused: another script left a revision half done'
\echo 'Nothing was changed. "migrator_version_ledger" shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM "migrator_version_ledger".'
SELECT CAST('migration refused: another script left a revision half done' AS integer);
\quit
\endif
\if :migrator_on
\echo 'goes on where an earlier run of this script stopped'
\endif
\if :migrator_on
\elif :migrator_there
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
\set migrator_wrong true
SELECT CASE WHEN current_schema() IS NULL THEN 'expects a schema to make things in, but the search_path of ' || CAST(current_user AS varchar) || ' has none that it may use'
      WHEN current_schema() = 'pg_catalog' THEN 'expects a schema to make things in, but the search_path of ' || CAST(current_user AS varchar) || ' begins with pg_catalog' END IS NOT NULL AS migrator_wrong \gset
\if :migrator_wrong
\echo 'Nothing was changed. Mend what it names, or have the script made for what is there.'
SELECT CAST('migration refused: upgrade.sql ' || coalesce(CASE WHEN current_schema() IS NULL THEN 'expects a schema to make things in, but the search_path of ' || CAST(current_user AS varchar) || ' has none that it may use'
      WHEN current_schema() = 'pg_catalog' THEN 'expects a schema to make things in, but the search_path of ' || CAST(current_user AS varchar) || ' begins with pg_catalog' END, 'cannot ask what it expects') AS integer);
\quit
\endif

CREATE TABLE IF NOT EXISTS "migrator_version" (
  version_num VARCHAR(32) NOT NULL,
  CONSTRAINT "migrator_version_pkc" PRIMARY KEY (version_num)
);
CREATE TABLE IF NOT EXISTS "migrator_version_ledger" (
  revision VARCHAR(32) NOT NULL,
  direction VARCHAR(5) NOT NULL,
  step INTEGER NOT NULL,
  steps INTEGER NOT NULL,
  state VARCHAR(8) NOT NULL,
  digest VARCHAR(64) NOT NULL,
  script VARCHAR(64) NOT NULL,
  CONSTRAINT "migrator_version_ledger_pkc" PRIMARY KEY (revision)
);
CREATE TABLE IF NOT EXISTS "migrator_version_log" (
  entry INTEGER NOT NULL,
  revision VARCHAR(32) NOT NULL,
  direction VARCHAR(5) NOT NULL,
  message VARCHAR(200),
  applied_at TIMESTAMP NOT NULL,
  applied_by VARCHAR(128),
  digest VARCHAR(64) NOT NULL,
  script VARCHAR(64) NOT NULL,
  accepted_loss INTEGER NOT NULL,
  CONSTRAINT "migrator_version_log_pkc" PRIMARY KEY (entry)
);

-- ==== revision row01 Tables for every kind of value. ====
-- from base to row01, revisions/01_tables_for_every.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision row01: applied already'
\endif
\if :migrator_todo

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
  "at" timestamptz,
  constraint "item_pkey" primary key ("id")
);

-- create table sparse (3 columns) (revisions/01_tables_for_every.ts:25)
create table "sparse" (
  "id" integer not null,
  "a" varchar(20) default 'from default',
  "b" integer default 7,
  constraint "sparse_pkey" primary key ("id")
);

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
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('row01', 'up', 1, 1, 'done', 'd78dfac69cb8ed0aac28fa6bf3aaca549ef58969d9c4d8797378ab130d997ad7', 'bd79c2bb7eaacb9f75f7bb5482c412e5500cafb09606c0ebc181f25811e34c2c');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'row01', 'up', 'Tables for every kind of value.', SYSDATE, CURRENT_USER,
      'd78dfac69cb8ed0aac28fa6bf3aaca549ef58969d9c4d8797378ab130d997ad7', 'bd79c2bb7eaacb9f75f7bb5482c412e5500cafb09606c0ebc181f25811e34c2c', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision row01: committed'
\endif

\endif

-- ==== revision row02 Rows with every kind of value. ====
-- from row01 to row02, revisions/02_rows.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision row02: applied already'
\endif
\if :migrator_todo

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
  (1, 'plain', 9.90, 9007199254740993, true, '2026-02-28', '2026-01-31 23:59:58.120+00'),
  (2, NULL, NULL, NULL, NULL, NULL, NULL),
  (3, 'it''s', 0.1, -1, false, '2024-02-29', '1970-01-01 00:00:00.000+00');

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

-- insert 5 rows into sparse; insert 1 row into sparse (revisions/02_rows.ts:69)
insert into "sparse" ("id", "a", "b") values
  (1, 'x', 1);

-- insert 1 row into sparse (revisions/02_rows.ts:69)
insert into "sparse" ("id") values
  (2);

-- insert 2 rows into sparse (revisions/02_rows.ts:69)
insert into "sparse" ("b", "id") values
  (3, 3),
  (4, 4);

-- insert 1 row into sparse (revisions/02_rows.ts:69)
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
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('row02', 'up', 1, 1, 'done', '29c1e9a0e81c3bab8e28e1a76da0f7f9ed4003810d069825c92e6d9bf39be5ab', 'bd79c2bb7eaacb9f75f7bb5482c412e5500cafb09606c0ebc181f25811e34c2c');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'row02', 'up', 'Rows with every kind of value.', SYSDATE, CURRENT_USER,
      '29c1e9a0e81c3bab8e28e1a76da0f7f9ed4003810d069825c92e6d9bf39be5ab', 'bd79c2bb7eaacb9f75f7bb5482c412e5500cafb09606c0ebc181f25811e34c2c', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision row02: committed'
\endif

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
DELETE FROM "migrator_version_ledger";
\echo 'done: the database is at row02'
