-- upgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   pk02
-- Version table: migrator_version
-- Script: 4dc5b42c4cae104e65807ae30e3badec730dc9e1c7bbbb17f4f00e5d9e92b54b
--
-- Revisions, in this order:
--   1. up pk01 A knex migration as it was.
--      sha256 c2c258f9a670b74b901bbf16207ff254f007b8a648071d730bc8cb2739aa2775
--   2. up pk02 A table altered in one go by a knex migration.
--      sha256 c9a12fe4cf6a4e098fd40e737cbb01f3bd5dbc8f4e95f2aef480c09e146042d4
--
-- Run it:
--   psql -X -d DATABASE -L upgrade.log -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:pk02 --target redshift
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('pk02') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version_ledger' AND table_schema = current_schema()) AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '4dc5b42c4cae104e65807ae30e3badec730dc9e1c7bbbb17f4f00e5d9e92b54b' \gset
\endif
\if :migrator_done
\echo 'already applied: the database is at pk02, nothing was changed'
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
      WHEN 'pk01' THEN 1
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
      WHEN 'pk01' THEN 1
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = '4dc5b42c4cae104e65807ae30e3badec730dc9e1c7bbbb17f4f00e5d9e92b54b' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '4dc5b42c4cae104e65807ae30e3badec730dc9e1c7bbbb17f4f00e5d9e92b54b' \gset
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

-- ==== revision pk01 A knex migration as it was. ====
-- from base to pk01, revisions/01_a_knex_migration.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision pk01: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision pk01 needs the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision pk01 needs the database at base' AS integer);
\quit
\endif

-- create table users (9 columns) (revisions/01_a_knex_migration.ts:17)
create table "users" (
  "id" integer generated by default as identity(1, 1) not null,
  "email" varchar(255) not null,
  "role" varchar(255) default 'guest' not null,
  "key" char(36),
  "settings" super,
  "code" char(2),
  "score" real,
  "created_at" timestamptz default sysdate not null,
  "updated_at" timestamptz default sysdate not null,
  constraint "users_pkey" primary key ("id"),
  constraint "users_email_unique" unique ("email")
);

-- create table posts (3 columns) (revisions/01_a_knex_migration.ts:17)
create table "posts" (
  "id" bigint generated by default as identity(1, 1) not null,
  "user_id" integer not null,
  "body" varchar(max),
  constraint "posts_pkey" primary key ("id"),
  constraint "posts_user_id_foreign" foreign key ("user_id") references "users" ("id")
);

-- insert 1 row into users (revisions/01_a_knex_migration.ts:35)
insert into "users" ("email", "role", "code") values
  ('a@example.org', 'o''wner', 'at');

-- insert 1 row into users (revisions/01_a_knex_migration.ts:37)
insert into "users" ("email", "settings") values
  ('b@example.org', json_parse('{"a":"it''s"}'));

-- run SQL: update "users" set "code" = 'd''' where "email" in ('b@ex... (revisions/01_a_knex_migration.ts:39)
update "users" set "code" = 'd''' where "email" in ('b@example.org', 'c');

INSERT INTO "migrator_version" (version_num) VALUES ('pk01');
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('pk01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision pk01 should leave the database at pk01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision pk01 should leave the database at pk01' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('pk01', 'up', 1, 1, 'done', '5f885408b0094f5ff334ca442611286e3aaf733ce91bbda891c927eb24560b45', '4dc5b42c4cae104e65807ae30e3badec730dc9e1c7bbbb17f4f00e5d9e92b54b');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'pk01', 'up', 'A knex migration as it was.', SYSDATE, CURRENT_USER,
      '5f885408b0094f5ff334ca442611286e3aaf733ce91bbda891c927eb24560b45', '4dc5b42c4cae104e65807ae30e3badec730dc9e1c7bbbb17f4f00e5d9e92b54b', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision pk01: committed'
\endif

\endif

-- ==== revision pk02 A table altered in one go by a knex migration. ====
-- from pk01 to pk02, revisions/02_a_table_altered.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision pk02: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('pk01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision pk02 needs the database at pk01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision pk02 needs the database at pk01' AS integer);
\quit
\endif

-- revision pk02 stops here, with their number and where the first is, when there are
--   values of users.score, which would be lost
\set migrator_fits false
SELECT (SELECT COUNT(*) FROM "users" WHERE "score" IS NOT NULL) = 0 AS migrator_fits \gset
\if :migrator_fits
\else
\echo 'migration refused: revision pk02 would lose values of users.score. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "users" WHERE "score" IS NOT NULL) AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "users" WHERE "score" IS NOT NULL ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or have the revision say why it may go: { dataLoss: ''...'' }, and bundle anew from where the database stands.'
SELECT CAST('migration refused: revision pk02 would lose values of users.score' AS integer);
\quit
\endif

-- add column users.nickname (varchar(30)) (revisions/02_a_table_altered.ts:16)
alter table "users" add column "nickname" varchar(30) default 'none';

-- add column users.age (integer) (revisions/02_a_table_altered.ts:16)
alter table "users" add column "age" integer;

-- drop column users.score (revisions/02_a_table_altered.ts:16)
alter table "users" drop column "score";

-- rename column users.code to country (revisions/02_a_table_altered.ts:16)
alter table "users" rename column "code" to "country";

UPDATE "migrator_version" SET version_num = 'pk02' WHERE version_num = 'pk01';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('pk02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision pk02 should leave the database at pk02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision pk02 should leave the database at pk02' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('pk02', 'up', 1, 1, 'done', 'd035c7f47f6e8e664981325986aca485c880ff0adeb41cc0edb688d8bb3fbc50', '4dc5b42c4cae104e65807ae30e3badec730dc9e1c7bbbb17f4f00e5d9e92b54b');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'pk02', 'up', 'A table altered in one go by a knex migration.', SYSDATE, CURRENT_USER,
      'd035c7f47f6e8e664981325986aca485c880ff0adeb41cc0edb688d8bb3fbc50', '4dc5b42c4cae104e65807ae30e3badec730dc9e1c7bbbb17f4f00e5d9e92b54b', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision pk02: committed'
\endif

\endif

\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('pk02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration not complete: upgrade.sql should leave the database at pk02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Read the messages above this one: something failed.'
SELECT CAST('migration not complete: upgrade.sql should leave the database at pk02' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
\echo 'done: the database is at pk02'
