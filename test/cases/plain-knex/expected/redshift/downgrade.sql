-- downgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: pk02
-- To:   base
-- Version table: migrator_version
-- Script: 825f1cd91e3050435d88d8157a4a97df2452b7db29754ba3403871a24887f8ca
--
-- Revisions, in this order:
--   1. down pk02 A table altered in one go by a knex migration.
--      sha256 c9a12fe4cf6a4e098fd40e737cbb01f3bd5dbc8f4e95f2aef480c09e146042d4
--   2. down pk01 A knex migration as it was.
--      sha256 c2c258f9a670b74b901bbf16207ff254f007b8a648071d730bc8cb2739aa2775
--
-- Steps that lose data:
--   pk02 loses the values of column users.nickname.
--   pk02 loses the values of column users.age.
--   pk01 loses the rows of table posts.
--   pk01 loses the rows of table users.
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
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.
--
-- Before a revision loses rows or values it counts them, and refuses when there are any. To accept that
-- they are lost, turn on the switch that is marked SWITCH below:
--   psql -X -v accept_loss=on -d DATABASE -L downgrade.log -f downgrade.sql

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
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '825f1cd91e3050435d88d8157a4a97df2452b7db29754ba3403871a24887f8ca' \gset
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
      WHEN 'pk01' THEN 1
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
      WHEN 'pk01' THEN 1
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = '825f1cd91e3050435d88d8157a4a97df2452b7db29754ba3403871a24887f8ca' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '825f1cd91e3050435d88d8157a4a97df2452b7db29754ba3403871a24887f8ca' \gset
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('pk02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: downgrade.sql needs the database at pk02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: downgrade.sql needs the database at pk02' AS integer);
\quit
\endif
\else
\echo 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at pk02'
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at pk02' AS integer);
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

-- ==== undoing revision pk02 A table altered in one go by a knex migration. ====
-- from pk02 to pk01, revisions/02_a_table_altered.ts
-- It loses the values of column users.nickname.
-- It loses the values of column users.age.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision pk02: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('pk02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision pk02 needs the database at pk02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision pk02 needs the database at pk02' AS integer);
\quit
\endif

-- undoing revision pk02 stops here, with their number and where the first is, when there are
--   values of users.nickname, which would be lost
--   values of users.age, which would be lost
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "users" WHERE "nickname" IS NOT NULL) = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision pk02 would lose values of users.nickname. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "users" WHERE "nickname" IS NOT NULL) AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "users" WHERE "nickname" IS NOT NULL ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision pk02 would lose values of users.nickname' AS integer);
\quit
\endif
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "users" WHERE "age" IS NOT NULL) = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision pk02 would lose values of users.age. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "users" WHERE "age" IS NOT NULL) AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "users" WHERE "age" IS NOT NULL ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision pk02 would lose values of users.age' AS integer);
\quit
\endif

-- rename column users.country to code (revisions/02_a_table_altered.ts:26)
alter table "users" rename column "country" to "code";

-- add column users.score (real) (revisions/02_a_table_altered.ts:30)
alter table "users" add column "score" real;

-- drop column users.nickname (revisions/02_a_table_altered.ts:30)
alter table "users" drop column "nickname";

-- drop column users.age (revisions/02_a_table_altered.ts:30)
alter table "users" drop column "age";

UPDATE "migrator_version" SET version_num = 'pk01' WHERE version_num = 'pk02';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('pk01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision pk02 should leave the database at pk01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision pk02 should leave the database at pk01' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('pk02', 'down', 1, 1, 'done', '6c94b04adad6c9a88fe9225fbdc77ae5dea09a950f23f5d0ebf4a4c39eb5d6cd', '825f1cd91e3050435d88d8157a4a97df2452b7db29754ba3403871a24887f8ca');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'pk02', 'down', 'A table altered in one go by a knex migration.', SYSDATE, CURRENT_USER,
      '6c94b04adad6c9a88fe9225fbdc77ae5dea09a950f23f5d0ebf4a4c39eb5d6cd', '825f1cd91e3050435d88d8157a4a97df2452b7db29754ba3403871a24887f8ca', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision pk02: committed'
\endif

\endif

-- ==== undoing revision pk01 A knex migration as it was. ====
-- from pk01 to base, revisions/01_a_knex_migration.ts
-- It loses the rows of table posts.
-- It loses the rows of table users.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision pk01: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('pk01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision pk01 needs the database at pk01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision pk01 needs the database at pk01' AS integer);
\quit
\endif

-- undoing revision pk01 stops here, with their number and where the first is, when there are
--   rows of posts, which would be lost
--   rows of users, which would be lost
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "posts") = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision pk01 would lose rows of posts. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "posts") AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "posts" ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision pk01 would lose rows of posts' AS integer);
\quit
\endif
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "users") = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision pk01 would lose rows of users. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "users") AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "users" ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision pk01 would lose rows of users' AS integer);
\quit
\endif

-- drop table posts (revisions/01_a_knex_migration.ts:44)
drop table "posts";

-- drop table users if it exists (revisions/01_a_knex_migration.ts:44)
drop table if exists "users";

DELETE FROM "migrator_version" WHERE version_num IN ('pk01');
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision pk01 should leave the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision pk01 should leave the database at base' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('pk01', 'down', 1, 1, 'done', '4597d9ccd0cf92016f79730e8bf631899a3329ececd9fc07fb68304f734c1318', '825f1cd91e3050435d88d8157a4a97df2452b7db29754ba3403871a24887f8ca');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'pk01', 'down', 'A knex migration as it was.', SYSDATE, CURRENT_USER,
      '4597d9ccd0cf92016f79730e8bf631899a3329ececd9fc07fb68304f734c1318', '825f1cd91e3050435d88d8157a4a97df2452b7db29754ba3403871a24887f8ca', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision pk01: committed'
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
