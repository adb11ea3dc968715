-- upgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   c1a90005
-- Version table: migrator_version
-- Script: 99f518b9208a7c3bd7e709f25018d8d427736162937ce515f39fb76e76f23d62
--
-- Revisions, in this order:
--   1. up c1a90001 Columns that share the enum that one of them made
--      sha256 cfa910adbf7d2e918f69c06fa7ee76fbc2d14ba6fc9ed013ccecce25a956d5a2
--   2. up c1a90002 The column that made the enum goes
--      sha256 8b96eb671b0fdaef533df68f74b3dc5d2d903863d4cc55ce7cae7fb96bc4dcf3
--   3. up c1a90003 The last columns of the enum go: one becomes text, one is dropped
--      sha256 a97a80aca24a16f444e9ad1497634f0eca78ed37a45940a30281b2086f3b0266
--   4. up c1a90004 A table whose columns share an enum of their own goes as a whole
--      sha256 83ac1acd724e7042938e7b71a7c12edaff062890a6b0733867172cca396f6881
--   5. up c1a90005 The table goes
--      sha256 60b0b2a0c9d9ce76ea0242b2d3b63cccfce52b1cd2afbbb57e3973a82901a9bb
--
-- Run it:
--   psql -X -d DATABASE -L upgrade.log -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:c1a90005 --target redshift
-- It refuses, too, unless what it expects holds:
--   it expects a schema to make things in
--
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.
--
-- Not one transaction: c1a90003.
-- When a statement of such a revision fails, what was done before it in its revision stays.
-- The ledger beside the version table knows the steps that are done: mend what the message says, and run the
-- same file again; it goes on there. A step that was cut off in its middle stops the script, with what to look
-- at and how to settle it.

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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90005') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version_ledger' AND table_schema = current_schema()) AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '99f518b9208a7c3bd7e709f25018d8d427736162937ce515f39fb76e76f23d62' \gset
\endif
\if :migrator_done
\echo 'already applied: the database is at c1a90005, nothing was changed'
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
      WHEN 'c1a90001' THEN 1
      WHEN 'c1a90002' THEN 2
      WHEN 'c1a90003' THEN 3
      WHEN 'c1a90004' THEN 4
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
      WHEN 'c1a90001' THEN 1
      WHEN 'c1a90002' THEN 2
      WHEN 'c1a90003' THEN 3
      WHEN 'c1a90004' THEN 4
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = '99f518b9208a7c3bd7e709f25018d8d427736162937ce515f39fb76e76f23d62' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '99f518b9208a7c3bd7e709f25018d8d427736162937ce515f39fb76e76f23d62' \gset
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

-- ==== revision c1a90001 Columns that share the enum that one of them made ====
-- from base to c1a90001, revisions/c1a90001_moods.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision c1a90001: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision c1a90001 needs the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision c1a90001 needs the database at base' AS integer);
\quit
\endif

-- create table person (2 columns) (revisions/c1a90001_moods.ts:8)
create table "person" (
  "id" integer not null,
  "mood" varchar(255),
  constraint "person_pkey" primary key ("id")
);

-- create table pet (3 columns) (revisions/c1a90001_moods.ts:12)
create table "pet" (
  "id" integer not null,
  "mood" varchar(255),
  "best" varchar(255),
  constraint "pet_pkey" primary key ("id")
);

-- insert 1 row into pet (revisions/c1a90001_moods.ts:17)
insert into "pet" ("id", "mood", "best") values
  (1, 'sad', 'happy');

INSERT INTO "migrator_version" (version_num) VALUES ('c1a90001');
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90001') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision c1a90001 should leave the database at c1a90001. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision c1a90001 should leave the database at c1a90001' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90001', 'up', 1, 1, 'done', '4c91810a3f36cd906537dccefc74465ce995375be61b7e81dcac294a5e62e7f8', '99f518b9208a7c3bd7e709f25018d8d427736162937ce515f39fb76e76f23d62');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'c1a90001', 'up', 'Columns that share the enum that one of them made', SYSDATE, CURRENT_USER,
      '4c91810a3f36cd906537dccefc74465ce995375be61b7e81dcac294a5e62e7f8', '99f518b9208a7c3bd7e709f25018d8d427736162937ce515f39fb76e76f23d62', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision c1a90001: committed'
\endif

\endif

-- ==== revision c1a90002 The column that made the enum goes ====
-- from c1a90001 to c1a90002, revisions/c1a90002_maker.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision c1a90002: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90001') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision c1a90002 needs the database at c1a90001. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision c1a90002 needs the database at c1a90001' AS integer);
\quit
\endif

-- loss accepted: nobody asked them
-- drop column person.mood (revisions/c1a90002_maker.ts:8)
alter table "person" drop column "mood";

UPDATE "migrator_version" SET version_num = 'c1a90002' WHERE version_num = 'c1a90001';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90002') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision c1a90002 should leave the database at c1a90002. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision c1a90002 should leave the database at c1a90002' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90002', 'up', 1, 1, 'done', 'bfa4143a53c7750485578d5ee9b68147289423a858c6122c543e0d26cbcea844', '99f518b9208a7c3bd7e709f25018d8d427736162937ce515f39fb76e76f23d62');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'c1a90002', 'up', 'The column that made the enum goes', SYSDATE, CURRENT_USER,
      'bfa4143a53c7750485578d5ee9b68147289423a858c6122c543e0d26cbcea844', '99f518b9208a7c3bd7e709f25018d8d427736162937ce515f39fb76e76f23d62', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision c1a90002: committed'
\endif

\endif

-- ==== revision c1a90003 The last columns of the enum go: one becomes text, one is dropped ====
-- from c1a90002 to c1a90003, revisions/c1a90003_last.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 2 AS migrator_todo, :migrator_position > 2 AS migrator_past \gset
\if :migrator_past
\echo 'revision c1a90003: applied already'
\endif
\if :migrator_todo
\set migrator_step 0
\set migrator_begun 0
SELECT coalesce(max(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0) AS migrator_step,
    coalesce(max(CASE WHEN state = 'started' THEN step END), 0) AS migrator_begun
  FROM "migrator_version_ledger" WHERE revision = 'c1a90003' AND direction = 'up' AND digest = 'bb2b94eb48581fdafcc18a2d12a15d9047cee7988ab792c2e4d323bf18c2f46b' \gset

\set migrator_todo false
SELECT :migrator_step < 1 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90002') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision c1a90003 needs the database at c1a90002. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision c1a90003 needs the database at c1a90002' AS integer);
\quit
\endif

-- revision c1a90003 stops here, with their number and where the first is, when there are
--   values of pet.mood too long for varchar(20), with which a statement below would fail
\set migrator_fits false
SELECT (SELECT COUNT(*) FROM "pet" WHERE octet_length("mood") > 20) = 0 AS migrator_fits \gset
\if :migrator_fits
\else
\echo 'migration refused: revision c1a90003 finds values of pet.mood too long for varchar(20). Their number and the first:'
SELECT (SELECT COUNT(*) FROM "pet" WHERE octet_length("mood") > 20) AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "pet" WHERE octet_length("mood") > 20 ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Mend the rows, and run the script again.'
SELECT CAST('migration refused: revision c1a90003 finds values of pet.mood too long for varchar(20)' AS integer);
\quit
\endif

\set migrator_missing false
SELECT count(*) = 0 AS migrator_missing FROM "migrator_version_ledger" WHERE revision = 'c1a90003' AND direction = 'up' AND digest = 'bb2b94eb48581fdafcc18a2d12a15d9047cee7988ab792c2e4d323bf18c2f46b' \gset
\if :migrator_missing
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90003', 'up', 0, 3, 'done', 'bb2b94eb48581fdafcc18a2d12a15d9047cee7988ab792c2e4d323bf18c2f46b', '99f518b9208a7c3bd7e709f25018d8d427736162937ce515f39fb76e76f23d62');
\endif

-- loss accepted: pets do not say
-- drop column pet.best (revisions/c1a90003_last.ts:8)
alter table "pet" drop column "best";

UPDATE "migrator_version_ledger" SET step = 1, state = 'done'
  WHERE revision = 'c1a90003' AND direction = 'up' AND digest = 'bb2b94eb48581fdafcc18a2d12a15d9047cee7988ab792c2e4d323bf18c2f46b';
COMMIT;
\endif

\set migrator_todo false
SELECT :migrator_step < 2 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 2 AS migrator_doubt \gset
\if :migrator_doubt
\echo 'migration refused: step 2 of 3 of revision c1a90003 was begun by an earlier run, and nobody knows whether it took effect'
\echo 'See in a new session whether that step (alter column pet.mood: type varchar(20), outside any transaction (revisions/c1a90003_last.ts:9)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 1, state = ''done''. Then run this file again.'
SELECT CAST('migration refused: step 2 of 3 of revision c1a90003 was begun by an earlier run, and nobody knows whether it took effect' AS integer);
\quit
\endif
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90002') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision c1a90003 needs the database at c1a90002. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision c1a90003 needs the database at c1a90002' AS integer);
\quit
\endif

UPDATE "migrator_version_ledger" SET step = 2, state = 'started'
  WHERE revision = 'c1a90003' AND direction = 'up' AND digest = 'bb2b94eb48581fdafcc18a2d12a15d9047cee7988ab792c2e4d323bf18c2f46b';
-- alter column pet.mood: type varchar(20), outside any transaction (revisions/c1a90003_last.ts:9)
alter table "pet" alter column "mood" type varchar(20);
\if :ERROR
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 2, state = 'done'
  WHERE revision = 'c1a90003' AND direction = 'up' AND digest = 'bb2b94eb48581fdafcc18a2d12a15d9047cee7988ab792c2e4d323bf18c2f46b';
\endif

\set migrator_todo false
SELECT :migrator_step < 3 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90002') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision c1a90003 needs the database at c1a90002. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision c1a90003 needs the database at c1a90002' AS integer);
\quit
\endif

UPDATE "migrator_version" SET version_num = 'c1a90003' WHERE version_num = 'c1a90002';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90003') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision c1a90003 should leave the database at c1a90003. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision c1a90003 should leave the database at c1a90003' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90003', 'up', 3, 3, 'done', 'bb2b94eb48581fdafcc18a2d12a15d9047cee7988ab792c2e4d323bf18c2f46b', '99f518b9208a7c3bd7e709f25018d8d427736162937ce515f39fb76e76f23d62');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'c1a90003', 'up', 'The last columns of the enum go: one becomes text, one is dropped', SYSDATE, CURRENT_USER,
      'bb2b94eb48581fdafcc18a2d12a15d9047cee7988ab792c2e4d323bf18c2f46b', '99f518b9208a7c3bd7e709f25018d8d427736162937ce515f39fb76e76f23d62', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision c1a90003: committed'
\endif
\endif

\endif

-- ==== revision c1a90004 A table whose columns share an enum of their own goes as a whole ====
-- from c1a90003 to c1a90004, revisions/c1a90004_table.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 3 AS migrator_todo, :migrator_position > 3 AS migrator_past \gset
\if :migrator_past
\echo 'revision c1a90004: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90003') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision c1a90004 needs the database at c1a90003. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision c1a90004 needs the database at c1a90003' AS integer);
\quit
\endif

-- create table plant (3 columns) (revisions/c1a90004_table.ts:8)
create table "plant" (
  "id" integer not null,
  "width" varchar(255),
  "pot" varchar(255),
  constraint "plant_pkey" primary key ("id")
);

-- drop column plant.width (revisions/c1a90004_table.ts:13)
alter table "plant" drop column "width";

UPDATE "migrator_version" SET version_num = 'c1a90004' WHERE version_num = 'c1a90003';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90004') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision c1a90004 should leave the database at c1a90004. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision c1a90004 should leave the database at c1a90004' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90004', 'up', 1, 1, 'done', '2dba8f1df8a610e6b3295d8140820df29ae1bbfea8bcd3d0f465193af505871a', '99f518b9208a7c3bd7e709f25018d8d427736162937ce515f39fb76e76f23d62');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'c1a90004', 'up', 'A table whose columns share an enum of their own goes as a whole', SYSDATE, CURRENT_USER,
      '2dba8f1df8a610e6b3295d8140820df29ae1bbfea8bcd3d0f465193af505871a', '99f518b9208a7c3bd7e709f25018d8d427736162937ce515f39fb76e76f23d62', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision c1a90004: committed'
\endif

\endif

-- ==== revision c1a90005 The table goes ====
-- from c1a90004 to c1a90005, revisions/c1a90005_gone.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 4 AS migrator_todo, :migrator_position > 4 AS migrator_past \gset
\if :migrator_past
\echo 'revision c1a90005: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90004') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision c1a90005 needs the database at c1a90004. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision c1a90005 needs the database at c1a90004' AS integer);
\quit
\endif

-- loss accepted: plants are samples
-- drop table plant (revisions/c1a90005_gone.ts:8)
drop table "plant";

UPDATE "migrator_version" SET version_num = 'c1a90005' WHERE version_num = 'c1a90004';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90005') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision c1a90005 should leave the database at c1a90005. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision c1a90005 should leave the database at c1a90005' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90005', 'up', 1, 1, 'done', '005c30f757152eafff04a121fcb4c3aa8e9ba2380bee659b601ee57b62a8c427', '99f518b9208a7c3bd7e709f25018d8d427736162937ce515f39fb76e76f23d62');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'c1a90005', 'up', 'The table goes', SYSDATE, CURRENT_USER,
      '005c30f757152eafff04a121fcb4c3aa8e9ba2380bee659b601ee57b62a8c427', '99f518b9208a7c3bd7e709f25018d8d427736162937ce515f39fb76e76f23d62', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision c1a90005: committed'
\endif

\endif

\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90005') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration not complete: upgrade.sql should leave the database at c1a90005. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Read the messages above this one: something failed.'
SELECT CAST('migration not complete: upgrade.sql should leave the database at c1a90005' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
\echo 'done: the database is at c1a90005'
