-- upgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   ktt02
-- Version table: migrator_version
-- Script: 096fe004349485d3074d69a9e10d13e1c1fb4243ad1930685721ca094f71810c
--
-- Revisions, in this order:
--   1. up ktt01 Every text that knex has a word for, and what travels as text.
--      sha256 46e441c8fceb56b7f2a9c14e968214dba0af289112c86b1e1ff702fbcbe08d55
--   2. up ktt02 An enum of its own where the database has such, and a longer name.
--      sha256 fe13c26f9161c430f2da85533c3e0c2cda60c23f583512500cf071ae4182b863
--
-- Run it:
--   psql -X -d DATABASE -L upgrade.log -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:ktt02 --target redshift
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktt02') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version_ledger' AND table_schema = current_schema()) AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '096fe004349485d3074d69a9e10d13e1c1fb4243ad1930685721ca094f71810c' \gset
\endif
\if :migrator_done
\echo 'already applied: the database is at ktt02, nothing was changed'
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
      WHEN 'ktt01' THEN 1
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
      WHEN 'ktt01' THEN 1
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = '096fe004349485d3074d69a9e10d13e1c1fb4243ad1930685721ca094f71810c' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '096fe004349485d3074d69a9e10d13e1c1fb4243ad1930685721ca094f71810c' \gset
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

-- ==== revision ktt01 Every text that knex has a word for, and what travels as text. ====
-- from base to ktt01, revisions/01_text.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision ktt01: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision ktt01 needs the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision ktt01 needs the database at base' AS integer);
\quit
\endif

-- create table text (15 columns) (revisions/01_text.ts:16)
create table "text" (
  "id" integer not null,
  "usual" varchar(255) not null,
  "short" varchar(10) default 'none',
  "long" varchar(max),
  "longer" varchar(max),
  "longest" varchar(max),
  "state" varchar(255) default 'open' not null,
  "kind" varchar(255),
  "key" char(36),
  "packed" binary(16),
  "loose" super,
  "strict" super not null,
  "picture" varbyte,
  "digest" varbyte,
  "country" char(2) default 'at' not null,
  constraint "text_pkey" primary key ("id"),
  constraint "text_usual_unique" unique ("usual")
);

-- create table keyed (2 columns) (revisions/01_text.ts:33)
create table "keyed" (
  "id" char(36) not null,
  "name" varchar(30) not null,
  constraint "keyed_pkey" primary key ("id")
);

-- comment on column keyed.name (revisions/01_text.ts:33)
comment on column "keyed"."name" is 'As it is written on the door';

-- insert 2 rows into text; insert 1 row into text (revisions/01_text.ts:37)
insert into "text" ("id", "usual", "long", "key", "strict") values
  (1, 'Käse', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', '0f8fad5b-d9cb-469f-a165-70867728950e', json_parse('{"a":[1,2]}'));

-- insert 1 row into text (revisions/01_text.ts:37)
insert into "text" ("id", "usual", "state", "kind", "strict", "loose", "picture") values
  (2, 'O''Brien', 'on hold', 'b', json_parse('{}'), json_parse('{"b":null}'), from_hex('6869'));

-- insert 1 row into keyed (revisions/01_text.ts:49)
insert into "keyed" ("id", "name") values
  ('0f8fad5b-d9cb-469f-a165-70867728950e', 'Zoë');

INSERT INTO "migrator_version" (version_num) VALUES ('ktt01');
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktt01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision ktt01 should leave the database at ktt01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision ktt01 should leave the database at ktt01' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('ktt01', 'up', 1, 1, 'done', '2fa10a4258a0ec7db965cb37c5753f225b97ab99de722d8770d3c6b5e5b3f700', '096fe004349485d3074d69a9e10d13e1c1fb4243ad1930685721ca094f71810c');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ktt01', 'up', 'Every text that knex has a word for, and what travels as text.', SYSDATE, CURRENT_USER,
      '2fa10a4258a0ec7db965cb37c5753f225b97ab99de722d8770d3c6b5e5b3f700', '096fe004349485d3074d69a9e10d13e1c1fb4243ad1930685721ca094f71810c', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision ktt01: committed'
\endif

\endif

-- ==== revision ktt02 An enum of its own where the database has such, and a longer name. ====
-- from ktt01 to ktt02, revisions/02_enums.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision ktt02: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktt01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision ktt02 needs the database at ktt01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision ktt02 needs the database at ktt01' AS integer);
\quit
\endif

-- create table paint (2 columns) (revisions/02_enums.ts:16)
create table "paint" (
  "id" integer not null,
  "colour" varchar(255) not null,
  constraint "paint_pkey" primary key ("id")
);

-- insert 1 row into paint (revisions/02_enums.ts:20)
insert into "paint" ("id", "colour") values
  (1, 'light blue');

-- add column text.extra (varchar(5), NOT NULL) (revisions/02_enums.ts:21)
alter table "text" add column "extra" varchar(5) default '' not null;

-- alter column text.short: type varchar(40), NULL allowed, a new default; make column text.short anew, as
--   migrator_new_short (revisions/02_enums.ts:21)
alter table "text" add column "migrator_new_short" varchar(40) default 'none';

-- copy the values of column text.short (revisions/02_enums.ts:21)
update "text" set "migrator_new_short" = "short";

-- drop the old column text.short (revisions/02_enums.ts:21)
alter table "text" drop column "short";

-- put the new column in the place of text.short (revisions/02_enums.ts:21)
alter table "text" rename column "migrator_new_short" to "short";

-- add unique constraint text_country_extra_id_unique on country, extra, id to table text
--   (revisions/02_enums.ts:21)
alter table "text" add constraint "text_country_extra_id_unique" unique ("country", "extra", "id");

UPDATE "migrator_version" SET version_num = 'ktt02' WHERE version_num = 'ktt01';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktt02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision ktt02 should leave the database at ktt02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision ktt02 should leave the database at ktt02' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('ktt02', 'up', 1, 1, 'done', 'c56dec8f8832c97f707806713fa0271f6a6d3036e3cb9a22db11f316a4e3e56f', '096fe004349485d3074d69a9e10d13e1c1fb4243ad1930685721ca094f71810c');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ktt02', 'up', 'An enum of its own where the database has such, and a longer name.', SYSDATE, CURRENT_USER,
      'c56dec8f8832c97f707806713fa0271f6a6d3036e3cb9a22db11f316a4e3e56f', '096fe004349485d3074d69a9e10d13e1c1fb4243ad1930685721ca094f71810c', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision ktt02: committed'
\endif

\endif

\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktt02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration not complete: upgrade.sql should leave the database at ktt02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Read the messages above this one: something failed.'
SELECT CAST('migration not complete: upgrade.sql should leave the database at ktt02' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
\echo 'done: the database is at ktt02'
