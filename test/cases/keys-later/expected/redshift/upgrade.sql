-- upgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   kl02
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. up kl01 Tables without keys.
--      sha256 b97292d442b735cd18505af53dd14cfd1cc29275658a25f0fcef7f26c6ecbff3
--   2. up kl02 Their keys.
--      sha256 33e61c9bdfe7267e21870e0ddafe30cd968ff4f086e7b566e0ffda53021bd5d1
--
-- Run it:
--   psql -X -d DATABASE -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:kl02
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET TimeZone = 'UTC';

\set migrator_done false
\set migrator_there false
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version' AND table_schema = current_schema()) AS migrator_there \gset
\if :migrator_there
\set migrator_done false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('kl02') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\if :migrator_done
\echo 'already applied: the database is at kl02, nothing was changed'
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

-- ==== revision kl01 Tables without keys. ====
-- from base to kl01, revisions/01_tables_without_keys.ts

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision kl01 needs the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision kl01 needs the database at base' AS integer);
\quit
\endif

-- create table country (2 columns) (revisions/01_tables_without_keys.ts:16)
create table "country" ("code" varchar(2) not null, "name" varchar(60) not null);

-- create table city (4 columns) (revisions/01_tables_without_keys.ts:20)
create table "city" (
  "id" integer not null,
  "country" varchar(2) not null,
  "name" varchar(60) not null,
  "mayor" integer
);

INSERT INTO "migrator_version" (version_num) VALUES ('kl01');
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('kl01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision kl01 should leave the database at kl01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision kl01 should leave the database at kl01' AS integer);
\quit
\endif

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision kl01: committed'
\endif

-- ==== revision kl02 Their keys. ====
-- from kl01 to kl02, revisions/02_their_keys.ts

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('kl01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision kl02 needs the database at kl01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision kl02 needs the database at kl01' AS integer);
\quit
\endif

-- add primary key country_key on code to table country (revisions/02_their_keys.ts:16)
alter table "country" add constraint "country_key" primary key ("code");

-- add primary key city_key on id to table city (revisions/02_their_keys.ts:17)
alter table "city" add constraint "city_key" primary key ("id");

-- add unique constraint city_name_once on country, name to table city (revisions/02_their_keys.ts:18)
alter table "city" add constraint "city_name_once" unique ("country", "name");

-- add foreign key city_country on country to country (code) to table city (revisions/02_their_keys.ts:19)
alter table "city"
add constraint "city_country" foreign key ("country") references "country" ("code");

UPDATE "migrator_version" SET version_num = 'kl02' WHERE version_num = 'kl01';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('kl02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision kl02 should leave the database at kl02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision kl02 should leave the database at kl02' AS integer);
\quit
\endif

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision kl02: committed'
\endif

\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('kl02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration not complete: upgrade.sql should leave the database at kl02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Read the messages above this one: something failed.'
SELECT CAST('migration not complete: upgrade.sql should leave the database at kl02' AS integer);
\quit
\endif
\echo 'done: the database is at kl02'
