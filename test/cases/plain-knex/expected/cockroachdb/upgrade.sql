-- upgrade.sql: made by migrator for CockroachDB 24.1 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   pk02
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. up pk01 A knex migration as it was.
--      sha256 f2ac0e5f3abd400cb467a98f2cf1a4356e8963800b10b3975c35f99128438d93
--   2. up pk02 A table altered in one go.
--      sha256 e8f77891b76d3d391bfc4e88d68038a4f159f7a8f4e791a331b0c5eceb72265a
--
-- Run it:
--   psql -X -d DATABASE -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:pk02
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.
--
-- Not one transaction: pk01.
-- When a statement of such a revision fails, what was done before it in its revision stays, and the
-- version rows still say that the revision is not applied. Undo what it left by hand before you run
-- the script again.

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET lock_timeout = '10s';
SET TimeZone = 'UTC';
SELECT count(*) > 0 AS migrator_autocommits FROM pg_settings
  WHERE name = 'autocommit_before_ddl' \gset
\if :migrator_autocommits
SET autocommit_before_ddl = off;
\endif
\set migrator_frozen on
SELECT current_setting('default_transaction_read_only') AS migrator_frozen \gset
-- The session stays read-only until the guard below has passed.
SET default_transaction_read_only = on;

\set migrator_done false
\set migrator_there false
SELECT to_regclass('"migrator_version"') IS NOT NULL AS migrator_there \gset
\if :migrator_there
\set migrator_done false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('pk02') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\if :migrator_done
\if :migrator_frozen
SET default_transaction_read_only = on;
\else
SET default_transaction_read_only = off;
\endif
RESET lock_timeout;
\echo 'already applied: the database is at pk02, nothing was changed'
\quit
\endif
\if :migrator_frozen
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION 'migration refused: the session was read-only before this script began; whoever made it so must allow writing first';
  END IF;
END
$migrator$;
\quit
\endif
\if :migrator_there
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 0,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'upgrade.sql needs the database at base', found
      USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;
\else
DO $migrator$
DECLARE
  found text;
BEGIN
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;
\endif

CREATE TABLE IF NOT EXISTS "migrator_version" (
  version_num VARCHAR(32) NOT NULL,
  CONSTRAINT "migrator_version_pkc" PRIMARY KEY (version_num)
);

-- ==== revision pk01 A knex migration as it was. ====
-- from base to pk01, revisions/01_a_knex_migration.ts

BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 0,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision pk01 needs the database at base', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- create table users (9 columns) (revisions/01_a_knex_migration.ts:17)
create table "users" (
  "id" serial primary key,
  "email" varchar(255) not null,
  "role" text check ("role" in ('admin', 'o''wner', 'guest')) not null default 'guest',
  "key" uuid,
  "settings" json,
  "code" char(2),
  "score" real,
  "created_at" timestamptz not null default CURRENT_TIMESTAMP,
  "updated_at" timestamptz not null default CURRENT_TIMESTAMP
);

-- add unique constraint users_email_unique on email to table users (revisions/01_a_knex_migration.ts:17)
alter table "users" add constraint "users_email_unique" unique ("email");

-- create table posts (3 columns) (revisions/01_a_knex_migration.ts:17)
create table "posts" ("id" bigserial primary key, "user_id" integer not null, "body" text);

-- add foreign key posts_user_id_foreign on user_id to users (id) to table posts
--   (revisions/01_a_knex_migration.ts:17)
alter table "posts"
add constraint "posts_user_id_foreign" foreign key ("user_id") references "users" ("id");

-- create index posts_user on posts (user_id) (revisions/01_a_knex_migration.ts:17)
create index "posts_user" on "posts" ("user_id");

COMMIT;

BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 0,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision pk01 needs the database at base', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- insert 1 row into users (revisions/01_a_knex_migration.ts:35)
insert into "users" ("email", "role", "code") values
  ('a@example.org', 'o''wner', 'at');

-- insert 1 row into users (revisions/01_a_knex_migration.ts:37)
insert into "users" ("email", "settings") values
  ('b@example.org', '{"a":"it''s"}');

-- run SQL: update "users" set "code" = 'd''' where "email" in ('b@ex... (revisions/01_a_knex_migration.ts:39)
update "users" set "code" = 'd''' where "email" in ('b@example.org', 'c');

INSERT INTO "migrator_version" (version_num) VALUES ('pk01');
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('pk01') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision pk01 should leave the database at pk01', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision pk01: committed'
\endif

-- ==== revision pk02 A table altered in one go. ====
-- from pk01 to pk02, revisions/02_a_table_altered.ts

BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('pk01') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision pk02 needs the database at pk01', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- add column users.nickname (varchar(30)); add column users.age (integer) (revisions/02_a_table_altered.ts:16)
alter table "users" add column "nickname" varchar(30) default 'none', add column "age" integer;

-- drop column users.score (revisions/02_a_table_altered.ts:16)
alter table "users" drop column "score";

-- create index users_nickname on users (nickname) (revisions/02_a_table_altered.ts:16)
create index "users_nickname" on "users" ("nickname");

-- rename column users.code to country (revisions/02_a_table_altered.ts:16)
alter table "users" rename "code" to "country";

UPDATE "migrator_version" SET version_num = 'pk02' WHERE version_num = 'pk01';
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('pk02') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision pk02 should leave the database at pk02', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision pk02: committed'
\endif

DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('pk02') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration not complete: %, but it is at %', 'upgrade.sql should leave the database at pk02', found
      USING HINT = 'Read the messages above this one: something failed.';
  END IF;
END
$migrator$;
\if :ERROR
\else
\echo 'done: the database is at pk02'
\endif
\if :migrator_frozen
SET default_transaction_read_only = on;
\else
SET default_transaction_read_only = off;
\endif
RESET lock_timeout;
