-- upgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   e5f00002
-- Version table: migrator_version
-- Script: 8a9fc4a1299c2e06af1e5e81a6da0edc3412883cef7b4a291700677a03885917
--
-- Revisions, in this order:
--   1. up e5f00001 Columns whose defaults are of another type than they will be
--      sha256 0ea4282239d2df48e0d382844922077a17fe0526ffb75f468ecb2d44b11c5327
--   2. up e5f00002 Types change, and defaults go along
--      sha256 48e00e97ff90a03e8cecac8cb46a579b7138e565bb89013cf056a8dc4f8f06a7
--
-- Run it:
--   psql -X -d DATABASE -L upgrade.log -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:e5f00002 --target redshift
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e5f00002') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version_ledger' AND table_schema = current_schema()) AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '8a9fc4a1299c2e06af1e5e81a6da0edc3412883cef7b4a291700677a03885917' \gset
\endif
\if :migrator_done
\echo 'already applied: the database is at e5f00002, nothing was changed'
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
      WHEN 'e5f00001' THEN 1
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
      WHEN 'e5f00001' THEN 1
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = '8a9fc4a1299c2e06af1e5e81a6da0edc3412883cef7b4a291700677a03885917' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '8a9fc4a1299c2e06af1e5e81a6da0edc3412883cef7b4a291700677a03885917' \gset
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

-- ==== revision e5f00001 Columns whose defaults are of another type than they will be ====
-- from base to e5f00001, revisions/e5f00001_texts.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision e5f00001: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision e5f00001 needs the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision e5f00001 needs the database at base' AS integer);
\quit
\endif

-- create table setting (5 columns) (revisions/e5f00001_texts.ts:8)
create table "setting" (
  "id" integer generated by default as identity(1, 1) not null,
  "amount" varchar(10) default '5' not null,
  "day" varchar(10) default '2020-01-31',
  "open" boolean default true not null,
  "net" integer default 1 not null,
  constraint "setting_pkey" primary key ("id")
);

-- insert 1 row into setting (revisions/e5f00001_texts.ts:19)
insert into "setting" ("amount", "day", "open", "net") values
  ('7', '2021-02-03', false, 2);

INSERT INTO "migrator_version" (version_num) VALUES ('e5f00001');
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e5f00001') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision e5f00001 should leave the database at e5f00001. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision e5f00001 should leave the database at e5f00001' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('e5f00001', 'up', 1, 1, 'done', '57324f82b1a6b55f22e3b45b506f6b536f660747e08e1090fabb99d7800c00ea', '8a9fc4a1299c2e06af1e5e81a6da0edc3412883cef7b4a291700677a03885917');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'e5f00001', 'up', 'Columns whose defaults are of another type than they will be', SYSDATE, CURRENT_USER,
      '57324f82b1a6b55f22e3b45b506f6b536f660747e08e1090fabb99d7800c00ea', '8a9fc4a1299c2e06af1e5e81a6da0edc3412883cef7b4a291700677a03885917', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision e5f00001: committed'
\endif

\endif

-- ==== revision e5f00002 Types change, and defaults go along ====
-- from e5f00001 to e5f00002, revisions/e5f00002_types.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision e5f00002: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e5f00001') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision e5f00002 needs the database at e5f00001. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision e5f00002 needs the database at e5f00001' AS integer);
\quit
\endif

-- revision e5f00002 stops here, with their number and where the first is, when there are
--   values of setting.amount that integer does not hold exactly, which would be lost
--   values of setting.day that date does not hold exactly, which would be lost
\set migrator_fits false
SELECT (SELECT COUNT(*) FROM "setting" WHERE CAST(CAST("amount" AS integer) AS varchar) <> "amount") = 0 AS migrator_fits \gset
\if :migrator_fits
\else
\echo 'migration refused: revision e5f00002 would lose values of setting.amount that integer does not hold exactly. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "setting" WHERE CAST(CAST("amount" AS integer) AS varchar) <> "amount") AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "setting" WHERE CAST(CAST("amount" AS integer) AS varchar) <> "amount" ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or have the revision say why it may go: { dataLoss: ''...'' }, and bundle anew from where the database stands.'
SELECT CAST('migration refused: revision e5f00002 would lose values of setting.amount that integer does not hold exactly' AS integer);
\quit
\endif
\set migrator_fits false
SELECT (SELECT COUNT(*) FROM "setting" WHERE CAST("day" AS date) <> CAST("day" AS timestamp)) = 0 AS migrator_fits \gset
\if :migrator_fits
\else
\echo 'migration refused: revision e5f00002 would lose values of setting.day that date does not hold exactly. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "setting" WHERE CAST("day" AS date) <> CAST("day" AS timestamp)) AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "setting" WHERE CAST("day" AS date) <> CAST("day" AS timestamp) ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or have the revision say why it may go: { dataLoss: ''...'' }, and bundle anew from where the database stands.'
SELECT CAST('migration refused: revision e5f00002 would lose values of setting.day that date does not hold exactly' AS integer);
\quit
\endif

-- alter column setting.amount: type integer; make column setting.amount anew, as migrator_new_amount
--   (revisions/e5f00002_types.ts:8)
alter table "setting" add column "migrator_new_amount" integer default 5 not null;

-- copy the values of column setting.amount (revisions/e5f00002_types.ts:8)
update "setting" set "migrator_new_amount" = "amount"::integer;

-- drop the old column setting.amount (revisions/e5f00002_types.ts:8)
alter table "setting" drop column "amount";

-- put the new column in the place of setting.amount (revisions/e5f00002_types.ts:8)
alter table "setting" rename column "migrator_new_amount" to "amount";

-- alter column setting.day: type date; make column setting.day anew, as migrator_new_day
--   (revisions/e5f00002_types.ts:9)
alter table "setting" add column "migrator_new_day" date default '2020-01-31';

-- copy the values of column setting.day (revisions/e5f00002_types.ts:9)
update "setting" set "migrator_new_day" = "day"::date;

-- drop the old column setting.day (revisions/e5f00002_types.ts:9)
alter table "setting" drop column "day";

-- put the new column in the place of setting.day (revisions/e5f00002_types.ts:9)
alter table "setting" rename column "migrator_new_day" to "day";

-- alter column setting.open: type integer; make column setting.open anew, as migrator_new_open
--   (revisions/e5f00002_types.ts:10)
alter table "setting" add column "migrator_new_open" integer default 1 not null;

-- copy the values of column setting.open (revisions/e5f00002_types.ts:10)
update "setting" set "migrator_new_open" = "open"::integer;

-- drop the old column setting.open (revisions/e5f00002_types.ts:10)
alter table "setting" drop column "open";

-- put the new column in the place of setting.open (revisions/e5f00002_types.ts:10)
alter table "setting" rename column "migrator_new_open" to "open";

UPDATE "migrator_version" SET version_num = 'e5f00002' WHERE version_num = 'e5f00001';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e5f00002') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision e5f00002 should leave the database at e5f00002. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision e5f00002 should leave the database at e5f00002' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('e5f00002', 'up', 1, 1, 'done', '7456fb680c25bf4c2d3f8576512e66438213af7d8e7046d2cf0ab61b17cb7a96', '8a9fc4a1299c2e06af1e5e81a6da0edc3412883cef7b4a291700677a03885917');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'e5f00002', 'up', 'Types change, and defaults go along', SYSDATE, CURRENT_USER,
      '7456fb680c25bf4c2d3f8576512e66438213af7d8e7046d2cf0ab61b17cb7a96', '8a9fc4a1299c2e06af1e5e81a6da0edc3412883cef7b4a291700677a03885917', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision e5f00002: committed'
\endif

\endif

\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e5f00002') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration not complete: upgrade.sql should leave the database at e5f00002. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Read the messages above this one: something failed.'
SELECT CAST('migration not complete: upgrade.sql should leave the database at e5f00002' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
\echo 'done: the database is at e5f00002'
