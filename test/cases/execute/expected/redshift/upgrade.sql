-- upgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   b82b6194
-- Version table: migrator_version
-- Script: 2dd03763fe7b3d3e912cb7a1f4bb297c202a31ab197a8511f0d24dfbd10c0dff
--
-- Revisions, in this order:
--   1. up a82b6194 A table with rows
--      sha256 24922715fe3e70039d7578da22865c142da45ffb5ba9e4fcfbea1e192d854f83
--   2. up b82b6194 Raw SQL as it stands, with bindings, for each dialect, and with what it does
--      sha256 56c6599d1a4daed9adeb32b20662759c98ae4f478553cee8a8a8b1f1db91ed17
--
-- Run it:
--   psql -X -d DATABASE -L upgrade.log -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:b82b6194 --target redshift
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b82b6194') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version_ledger' AND table_schema = current_schema()) AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '2dd03763fe7b3d3e912cb7a1f4bb297c202a31ab197a8511f0d24dfbd10c0dff' \gset
\endif
\if :migrator_done
\echo 'already applied: the database is at b82b6194, nothing was changed'
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
      WHEN 'a82b6194' THEN 1
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
      WHEN 'a82b6194' THEN 1
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = '2dd03763fe7b3d3e912cb7a1f4bb297c202a31ab197a8511f0d24dfbd10c0dff' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '2dd03763fe7b3d3e912cb7a1f4bb297c202a31ab197a8511f0d24dfbd10c0dff' \gset
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

-- ==== revision a82b6194 A table with rows ====
-- from base to a82b6194, revisions/a82b6194_tables.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision a82b6194: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision a82b6194 needs the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision a82b6194 needs the database at base' AS integer);
\quit
\endif

-- create table item (6 columns) (revisions/a82b6194_tables.ts:8)
create table "item" (
  "id" integer not null,
  "name" varchar(40) not null,
  "state" varchar(10) default 'open' not null,
  "amount" integer default 1 not null,
  "price" integer,
  "due" date,
  constraint "item_pkey" primary key ("id")
);

-- insert 2 rows into item (revisions/a82b6194_tables.ts:16)
insert into "item" ("id", "name", "state", "amount", "price", "due") values
  (1, 'Käse', 'open', 2, 30, '2026-01-31'),
  (2, 'O''Brien', 'done', 0, NULL, NULL);

INSERT INTO "migrator_version" (version_num) VALUES ('a82b6194');
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a82b6194') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision a82b6194 should leave the database at a82b6194. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision a82b6194 should leave the database at a82b6194' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('a82b6194', 'up', 1, 1, 'done', 'c8a15ea31228d714f207009708cd21c2304d5526035d9b30a54f32a199ab8ad1', '2dd03763fe7b3d3e912cb7a1f4bb297c202a31ab197a8511f0d24dfbd10c0dff');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'a82b6194', 'up', 'A table with rows', SYSDATE, CURRENT_USER,
      'c8a15ea31228d714f207009708cd21c2304d5526035d9b30a54f32a199ab8ad1', '2dd03763fe7b3d3e912cb7a1f4bb297c202a31ab197a8511f0d24dfbd10c0dff', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision a82b6194: committed'
\endif

\endif

-- ==== revision b82b6194 Raw SQL as it stands, with bindings, for each dialect, and with what it does ====
-- from a82b6194 to b82b6194, revisions/b82b6194_execute.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision b82b6194: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a82b6194') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision b82b6194 needs the database at a82b6194. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision b82b6194 needs the database at a82b6194' AS integer);
\quit
\endif

-- run SQL: update item set name = ':who, 50% of ?' where id = 1 (revisions/b82b6194_execute.ts:9)
update item set name = ':who, 50% of 	?' where id = 1;

-- run SQL: update item set name = 'it''s' where id = 2 (revisions/b82b6194_execute.ts:13)
update item set name = 'it''s' where id = 2;

-- run SQL: update item set amount = amount; (revisions/b82b6194_execute.ts:20)
update item set amount = amount;

-- run SQL: alter table item add weight integer (revisions/b82b6194_execute.ts:25)
alter table item add weight integer;

-- rename column item.weight to mass (revisions/b82b6194_execute.ts:29)
alter table "item" rename column "weight" to "mass";

UPDATE "migrator_version" SET version_num = 'b82b6194' WHERE version_num = 'a82b6194';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b82b6194') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision b82b6194 should leave the database at b82b6194. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision b82b6194 should leave the database at b82b6194' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('b82b6194', 'up', 1, 1, 'done', 'c3ddcc377c6cd0b74df9f2e3b3e5a524834de4f52cc2ee358c881a1dcabf7934', '2dd03763fe7b3d3e912cb7a1f4bb297c202a31ab197a8511f0d24dfbd10c0dff');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'b82b6194', 'up', 'Raw SQL as it stands, with bindings, for each dialect, and with what it does', SYSDATE, CURRENT_USER,
      'c3ddcc377c6cd0b74df9f2e3b3e5a524834de4f52cc2ee358c881a1dcabf7934', '2dd03763fe7b3d3e912cb7a1f4bb297c202a31ab197a8511f0d24dfbd10c0dff', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision b82b6194: committed'
\endif

\endif

\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b82b6194') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration not complete: upgrade.sql should leave the database at b82b6194. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Read the messages above this one: something failed.'
SELECT CAST('migration not complete: upgrade.sql should leave the database at b82b6194' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
\echo 'done: the database is at b82b6194'
