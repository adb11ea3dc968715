-- downgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: c1a90005
-- To:   base
-- Version table: migrator_version
-- Script: cf9f9ff56c239d5b051ec2789296b99309770df9aa8b6864f8f1750f28f6adc9
--
-- Revisions, in this order:
--   1. down c1a90005 The table goes
--      derived from its upgrade
--      sha256 60b0b2a0c9d9ce76ea0242b2d3b63cccfce52b1cd2afbbb57e3973a82901a9bb
--   2. down c1a90004 A table whose columns share an enum of their own goes as a whole
--      derived from its upgrade
--      sha256 83ac1acd724e7042938e7b71a7c12edaff062890a6b0733867172cca396f6881
--   3. down c1a90003 The last columns of the enum go: one becomes text, one is dropped
--      derived from its upgrade
--      sha256 a97a80aca24a16f444e9ad1497634f0eca78ed37a45940a30281b2086f3b0266
--   4. down c1a90002 The column that made the enum goes
--      derived from its upgrade
--      sha256 8b96eb671b0fdaef533df68f74b3dc5d2d903863d4cc55ce7cae7fb96bc4dcf3
--   5. down c1a90001 Columns that share the enum that one of them made
--      sha256 cfa910adbf7d2e918f69c06fa7ee76fbc2d14ba6fc9ed013ccecce25a956d5a2
--
-- Steps that lose data:
--   c1a90004 loses the rows of table plant.
--   c1a90001 loses the rows of table pet.
--   c1a90001 loses the rows of table person.
--
-- Run it:
--   psql -X -d DATABASE -L downgrade.log -f downgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator downgrade --sql WHERE_IT_IS:base --target redshift
-- It refuses, too, unless what it expects holds:
--   it expects a schema to make things in
--
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.
--
-- Before a revision loses rows or values it counts them, and refuses when there are any. To accept that
-- they are lost, turn on the switch that is marked SWITCH below:
--   psql -X -v accept_loss=on -d DATABASE -L downgrade.log -f downgrade.sql
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
-- ==== SWITCH: off unless you accept that the rows and values counted below are lost ====
-- On: -v accept_loss=on, as the head of this script shows
\if :{?accept_loss}
\else
\set accept_loss off
\endif

\set migrator_done false
\set migrator_there false
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version' AND table_schema = current_schema()) AS migrator_there \gset
\if :migrator_there
\set migrator_done false
SELECT count(*) = 0 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version_ledger' AND table_schema = current_schema()) AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'cf9f9ff56c239d5b051ec2789296b99309770df9aa8b6864f8f1750f28f6adc9' \gset
\endif
\if :migrator_done
\echo 'already applied: the database is at base, nothing was changed'
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
      WHEN 'c1a90004' THEN 1
      WHEN 'c1a90003' THEN 2
      WHEN 'c1a90002' THEN 3
      WHEN 'c1a90001' THEN 4
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
      WHEN 'c1a90004' THEN 1
      WHEN 'c1a90003' THEN 2
      WHEN 'c1a90002' THEN 3
      WHEN 'c1a90001' THEN 4
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = 'cf9f9ff56c239d5b051ec2789296b99309770df9aa8b6864f8f1750f28f6adc9' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'cf9f9ff56c239d5b051ec2789296b99309770df9aa8b6864f8f1750f28f6adc9' \gset
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90005') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: downgrade.sql needs the database at c1a90005. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: downgrade.sql needs the database at c1a90005' AS integer);
\quit
\endif
\else
\echo 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at c1a90005'
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at c1a90005' AS integer);
\quit
\endif
\set migrator_wrong true
SELECT CASE WHEN current_schema() IS NULL THEN 'expects a schema to make things in, but the search_path of ' || CAST(current_user AS varchar) || ' has none that it may use'
      WHEN current_schema() = 'pg_catalog' THEN 'expects a schema to make things in, but the search_path of ' || CAST(current_user AS varchar) || ' begins with pg_catalog' END IS NOT NULL AS migrator_wrong \gset
\if :migrator_wrong
\echo 'Nothing was changed. Mend what it names, or have the script made for what is there.'
SELECT CAST('migration refused: downgrade.sql ' || coalesce(CASE WHEN current_schema() IS NULL THEN 'expects a schema to make things in, but the search_path of ' || CAST(current_user AS varchar) || ' has none that it may use'
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

-- ==== undoing revision c1a90005 The table goes ====
-- from c1a90005 to c1a90004, revisions/c1a90005_gone.ts
-- Derived from the upgrade, because the revision exports no downgrade.
-- It does not bring back the rows of table plant.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision c1a90005: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90005') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision c1a90005 needs the database at c1a90005. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision c1a90005 needs the database at c1a90005' AS integer);
\quit
\endif

-- create table plant (2 columns) (revisions/c1a90005_gone.ts:8)
create table "plant" (
  "id" integer not null,
  "pot" varchar(255),
  constraint "plant_pkey" primary key ("id")
);

UPDATE "migrator_version" SET version_num = 'c1a90004' WHERE version_num = 'c1a90005';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90004') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision c1a90005 should leave the database at c1a90004. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision c1a90005 should leave the database at c1a90004' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90005', 'down', 1, 1, 'done', '22bd9fefc7e424f4fc0266e7d3967bdeab58ad668773223c99860268cc71142a', 'cf9f9ff56c239d5b051ec2789296b99309770df9aa8b6864f8f1750f28f6adc9');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'c1a90005', 'down', 'The table goes', SYSDATE, CURRENT_USER,
      '22bd9fefc7e424f4fc0266e7d3967bdeab58ad668773223c99860268cc71142a', 'cf9f9ff56c239d5b051ec2789296b99309770df9aa8b6864f8f1750f28f6adc9', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision c1a90005: committed'
\endif

\endif

-- ==== undoing revision c1a90004 A table whose columns share an enum of their own goes as a whole ====
-- from c1a90004 to c1a90003, revisions/c1a90004_table.ts
-- Derived from the upgrade, because the revision exports no downgrade.
-- It loses the rows of table plant.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision c1a90004: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90004') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision c1a90004 needs the database at c1a90004. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision c1a90004 needs the database at c1a90004' AS integer);
\quit
\endif

-- undoing revision c1a90004 stops here, with their number and where the first is, when there are
--   rows of plant, which would be lost
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "plant") = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision c1a90004 would lose rows of plant. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "plant") AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "plant" ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision c1a90004 would lose rows of plant' AS integer);
\quit
\endif

-- drop table plant (revisions/c1a90004_table.ts:8)
drop table "plant";

UPDATE "migrator_version" SET version_num = 'c1a90003' WHERE version_num = 'c1a90004';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90003') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision c1a90004 should leave the database at c1a90003. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision c1a90004 should leave the database at c1a90003' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90004', 'down', 1, 1, 'done', '005c30f757152eafff04a121fcb4c3aa8e9ba2380bee659b601ee57b62a8c427', 'cf9f9ff56c239d5b051ec2789296b99309770df9aa8b6864f8f1750f28f6adc9');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'c1a90004', 'down', 'A table whose columns share an enum of their own goes as a whole', SYSDATE, CURRENT_USER,
      '005c30f757152eafff04a121fcb4c3aa8e9ba2380bee659b601ee57b62a8c427', 'cf9f9ff56c239d5b051ec2789296b99309770df9aa8b6864f8f1750f28f6adc9', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision c1a90004: committed'
\endif

\endif

-- ==== undoing revision c1a90003 The last columns of the enum go: one becomes text, one is dropped ====
-- from c1a90003 to c1a90002, revisions/c1a90003_last.ts
-- Derived from the upgrade, because the revision exports no downgrade.
-- It does not bring back what varchar(20) could not hold of the values of column pet.mood.
-- It does not bring back the values of column pet.best.

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
  FROM "migrator_version_ledger" WHERE revision = 'c1a90003' AND direction = 'down' AND digest = '593ce7e8000b17d258490405f5451e30cb1c8e4fcc967a096a855e57b957fb8c' \gset

-- undoing revision c1a90003 stops here, with their number and where the first is, when there are
--   values of pet.mood that are not among sad, happy, with which a statement below would fail
\set migrator_todo false
SELECT :migrator_step < 1 AS migrator_todo \gset
\if :migrator_todo
\set migrator_fits false
SELECT (SELECT COUNT(*) FROM "pet" WHERE "mood" IS NOT NULL AND CAST("mood" AS varchar) NOT IN ('sad', 'happy')) = 0 AS migrator_fits \gset
\if :migrator_fits
\else
\echo 'migration refused: undoing revision c1a90003 finds values of pet.mood that are not among sad, happy. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "pet" WHERE "mood" IS NOT NULL AND CAST("mood" AS varchar) NOT IN ('sad', 'happy')) AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "pet" WHERE "mood" IS NOT NULL AND CAST("mood" AS varchar) NOT IN ('sad', 'happy') ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Mend the rows, and run the script again.'
SELECT CAST('migration refused: undoing revision c1a90003 finds values of pet.mood that are not among sad, happy' AS integer);
\quit
\endif
\endif

\set migrator_missing false
SELECT count(*) = 0 AS migrator_missing FROM "migrator_version_ledger" WHERE revision = 'c1a90003' AND direction = 'down' AND digest = '593ce7e8000b17d258490405f5451e30cb1c8e4fcc967a096a855e57b957fb8c' \gset
\if :migrator_missing
BEGIN;
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90003', 'down', 0, 2, 'done', '593ce7e8000b17d258490405f5451e30cb1c8e4fcc967a096a855e57b957fb8c', 'cf9f9ff56c239d5b051ec2789296b99309770df9aa8b6864f8f1750f28f6adc9');
COMMIT;
\endif

\set migrator_todo false
SELECT :migrator_step < 1 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 1 AS migrator_doubt \gset
\if :migrator_doubt
\echo 'migration refused: step 1 of 2 of revision c1a90003 was begun by an earlier run, and nobody knows whether it took effect'
\echo 'See in a new session whether that step (alter column pet.mood: type varchar(255), outside any transaction (revisions/c1a90003_last.ts:9)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 0, state = ''done''. Then run this file again.'
SELECT CAST('migration refused: step 1 of 2 of revision c1a90003 was begun by an earlier run, and nobody knows whether it took effect' AS integer);
\quit
\endif
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90003') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision c1a90003 needs the database at c1a90003. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision c1a90003 needs the database at c1a90003' AS integer);
\quit
\endif

UPDATE "migrator_version_ledger" SET step = 1, state = 'started'
  WHERE revision = 'c1a90003' AND direction = 'down' AND digest = '593ce7e8000b17d258490405f5451e30cb1c8e4fcc967a096a855e57b957fb8c';
-- alter column pet.mood: type varchar(255), outside any transaction (revisions/c1a90003_last.ts:9)
alter table "pet" alter column "mood" type varchar(255);
\if :ERROR
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 1, state = 'done'
  WHERE revision = 'c1a90003' AND direction = 'down' AND digest = '593ce7e8000b17d258490405f5451e30cb1c8e4fcc967a096a855e57b957fb8c';
\endif

\set migrator_todo false
SELECT :migrator_step < 2 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90003') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision c1a90003 needs the database at c1a90003. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision c1a90003 needs the database at c1a90003' AS integer);
\quit
\endif

-- add column pet.best (varchar(255)) (revisions/c1a90003_last.ts:8)
alter table "pet" add column "best" varchar(255);

UPDATE "migrator_version" SET version_num = 'c1a90002' WHERE version_num = 'c1a90003';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90002') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision c1a90003 should leave the database at c1a90002. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision c1a90003 should leave the database at c1a90002' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90003', 'down', 2, 2, 'done', '593ce7e8000b17d258490405f5451e30cb1c8e4fcc967a096a855e57b957fb8c', 'cf9f9ff56c239d5b051ec2789296b99309770df9aa8b6864f8f1750f28f6adc9');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'c1a90003', 'down', 'The last columns of the enum go: one becomes text, one is dropped', SYSDATE, CURRENT_USER,
      '593ce7e8000b17d258490405f5451e30cb1c8e4fcc967a096a855e57b957fb8c', 'cf9f9ff56c239d5b051ec2789296b99309770df9aa8b6864f8f1750f28f6adc9', 0
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

-- ==== undoing revision c1a90002 The column that made the enum goes ====
-- from c1a90002 to c1a90001, revisions/c1a90002_maker.ts
-- Derived from the upgrade, because the revision exports no downgrade.
-- It does not bring back the values of column person.mood.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 3 AS migrator_todo, :migrator_position > 3 AS migrator_past \gset
\if :migrator_past
\echo 'revision c1a90002: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90002') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision c1a90002 needs the database at c1a90002. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision c1a90002 needs the database at c1a90002' AS integer);
\quit
\endif

-- add column person.mood (varchar(255)) (revisions/c1a90002_maker.ts:8)
alter table "person" add column "mood" varchar(255);

UPDATE "migrator_version" SET version_num = 'c1a90001' WHERE version_num = 'c1a90002';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90001') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision c1a90002 should leave the database at c1a90001. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision c1a90002 should leave the database at c1a90001' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90002', 'down', 1, 1, 'done', '77b26128549c635bebb1475239a1f4fbfbe25aa818783160eee9c320866df1ba', 'cf9f9ff56c239d5b051ec2789296b99309770df9aa8b6864f8f1750f28f6adc9');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'c1a90002', 'down', 'The column that made the enum goes', SYSDATE, CURRENT_USER,
      '77b26128549c635bebb1475239a1f4fbfbe25aa818783160eee9c320866df1ba', 'cf9f9ff56c239d5b051ec2789296b99309770df9aa8b6864f8f1750f28f6adc9', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision c1a90002: committed'
\endif

\endif

-- ==== undoing revision c1a90001 Columns that share the enum that one of them made ====
-- from c1a90001 to base, revisions/c1a90001_moods.ts
-- It loses the rows of table pet.
-- It loses the rows of table person.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 4 AS migrator_todo, :migrator_position > 4 AS migrator_past \gset
\if :migrator_past
\echo 'revision c1a90001: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c1a90001') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision c1a90001 needs the database at c1a90001. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision c1a90001 needs the database at c1a90001' AS integer);
\quit
\endif

-- loss accepted: pets are samples
-- drop table pet (revisions/c1a90001_moods.ts:21)
drop table "pet";

-- loss accepted: people are samples
-- drop table person (revisions/c1a90001_moods.ts:22)
drop table "person";

DELETE FROM "migrator_version" WHERE version_num IN ('c1a90001');
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision c1a90001 should leave the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision c1a90001 should leave the database at base' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90001', 'down', 1, 1, 'done', 'eee66f31bfbf8dbbf308a0fb2deca99ea4086bea05426516d2d84dde5f5e2c81', 'cf9f9ff56c239d5b051ec2789296b99309770df9aa8b6864f8f1750f28f6adc9');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'c1a90001', 'down', 'Columns that share the enum that one of them made', SYSDATE, CURRENT_USER,
      'eee66f31bfbf8dbbf308a0fb2deca99ea4086bea05426516d2d84dde5f5e2c81', 'cf9f9ff56c239d5b051ec2789296b99309770df9aa8b6864f8f1750f28f6adc9', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision c1a90001: committed'
\endif

\endif

\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration not complete: downgrade.sql should leave the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Read the messages above this one: something failed.'
SELECT CAST('migration not complete: downgrade.sql should leave the database at base' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
\echo 'done: the database is at base'
