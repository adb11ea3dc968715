-- upgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   ktn02
-- Version table: migrator_version
-- Script: 167ca2e063d6de4fa01f86d428a9e80952d686e6237275a8fe505f11df27328b
--
-- Revisions, in this order:
--   1. up ktn01 Every number that knex has a word for.
--      sha256 e1a05c7ffda81b8914c30ff462a5da34be5483ba80b535492fe4ffa1e3172a28
--   2. up ktn02 Some come, some grow.
--      sha256 33c190558a1babc1debd40992ab6d624127c7667d9a4a816f4e3405c31279aed
--
-- Run it:
--   psql -X -d DATABASE -L upgrade.log -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:ktn02 --target redshift
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktn02') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version_ledger' AND table_schema = current_schema()) AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '167ca2e063d6de4fa01f86d428a9e80952d686e6237275a8fe505f11df27328b' \gset
\endif
\if :migrator_done
\echo 'already applied: the database is at ktn02, nothing was changed'
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
      WHEN 'ktn01' THEN 1
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
      WHEN 'ktn01' THEN 1
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = '167ca2e063d6de4fa01f86d428a9e80952d686e6237275a8fe505f11df27328b' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '167ca2e063d6de4fa01f86d428a9e80952d686e6237275a8fe505f11df27328b' \gset
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

-- ==== revision ktn01 Every number that knex has a word for. ====
-- from base to ktn01, revisions/01_numbers.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision ktn01: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision ktn01 needs the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision ktn01 needs the database at base' AS integer);
\quit
\endif

-- create table number (17 columns) (revisions/01_numbers.ts:16)
create table "number" (
  "id" integer generated by default as identity(1, 1) not null,
  "plain" integer default -7 not null,
  "positive" integer default 0,
  "tiny" smallint default 1 not null,
  "small" smallint,
  "medium" integer default 70000,
  "big" bigint default 9007199254740993 not null,
  "bigger" bigint default -1,
  "ratio" real default 0.5,
  "exact" real,
  "twice" double precision default -2.25 not null,
  "price" decimal(8, 2) default 9.5,
  "total" decimal(14, 4) default 0.0001 not null,
  "whole" decimal(10, 0),
  "open" boolean default true not null,
  "maybe" boolean default false,
  "rank" smallint default 3 not null,
  constraint "number_pkey" primary key ("id")
);

-- create table large (2 columns) (revisions/01_numbers.ts:35)
create table "large" (
  "large_id" bigint generated by default as identity(1, 1) not null,
  "worth" integer default (1 + 1),
  constraint "large_pkey" primary key ("large_id")
);

-- create table paired (2 columns) (revisions/01_numbers.ts:39)
create table "paired" (
  "number" integer generated by default as identity(1, 1) not null,
  "code" varchar(10) not null,
  constraint "paired_pkey" primary key ("number", "code")
);

-- insert 2 rows into number; insert 1 row into number (revisions/01_numbers.ts:46)
insert into "number" ("plain", "positive", "small", "exact", "whole") values
  (2147483647, 2000000000, 30000, 1234.5, 12);

-- insert 1 row into number (revisions/01_numbers.ts:46)
insert into "number" ("plain", "tiny", "bigger", "price", "open", "maybe") values
  (-2147483648, 0, -9007199254740993, 12.25, false, true);

-- insert 1 row into large (revisions/01_numbers.ts:50)
insert into "large" ("worth") values
  (5);

-- insert 1 row into paired (revisions/01_numbers.ts:51)
insert into "paired" ("number", "code") values
  (1, 'one');

INSERT INTO "migrator_version" (version_num) VALUES ('ktn01');
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktn01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision ktn01 should leave the database at ktn01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision ktn01 should leave the database at ktn01' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('ktn01', 'up', 1, 1, 'done', 'a10026bcbdfe7029edea2c2bbc950fcfcf4895f314399e176da80f53599f03b8', '167ca2e063d6de4fa01f86d428a9e80952d686e6237275a8fe505f11df27328b');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ktn01', 'up', 'Every number that knex has a word for.', SYSDATE, CURRENT_USER,
      'a10026bcbdfe7029edea2c2bbc950fcfcf4895f314399e176da80f53599f03b8', '167ca2e063d6de4fa01f86d428a9e80952d686e6237275a8fe505f11df27328b', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision ktn01: committed'
\endif

\endif

-- ==== revision ktn02 Some come, some grow. ====
-- from ktn01 to ktn02, revisions/02_changed.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision ktn02: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktn01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision ktn02 needs the database at ktn01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision ktn02 needs the database at ktn01' AS integer);
\quit
\endif

-- add column number.level (smallint, NOT NULL) (revisions/02_changed.ts:16)
alter table "number" add column "level" smallint default 1 not null;

-- add column number.rate (decimal(6, 3)) (revisions/02_changed.ts:16)
alter table "number" add column "rate" decimal(6, 3);

-- alter column number.plain: type bigint, NOT NULL, a new default; make column number.plain anew, as
--   migrator_new_plain (revisions/02_changed.ts:16)
alter table "number" add column "migrator_new_plain" bigint default -7 not null;

-- copy the values of column number.plain (revisions/02_changed.ts:16)
update "number" set "migrator_new_plain" = "plain"::bigint;

-- drop the old column number.plain (revisions/02_changed.ts:16)
alter table "number" drop column "plain";

-- put the new column in the place of number.plain (revisions/02_changed.ts:16)
alter table "number" rename column "migrator_new_plain" to "plain";

UPDATE "migrator_version" SET version_num = 'ktn02' WHERE version_num = 'ktn01';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktn02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision ktn02 should leave the database at ktn02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision ktn02 should leave the database at ktn02' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('ktn02', 'up', 1, 1, 'done', '754605aa262744b4b35be2ebd2089fb1e7b06231a3dde9b206e0ebcf9895d799', '167ca2e063d6de4fa01f86d428a9e80952d686e6237275a8fe505f11df27328b');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ktn02', 'up', 'Some come, some grow.', SYSDATE, CURRENT_USER,
      '754605aa262744b4b35be2ebd2089fb1e7b06231a3dde9b206e0ebcf9895d799', '167ca2e063d6de4fa01f86d428a9e80952d686e6237275a8fe505f11df27328b', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision ktn02: committed'
\endif

\endif

\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktn02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration not complete: upgrade.sql should leave the database at ktn02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Read the messages above this one: something failed.'
SELECT CAST('migration not complete: upgrade.sql should leave the database at ktn02' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
\echo 'done: the database is at ktn02'
