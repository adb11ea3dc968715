-- downgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: b16f0e90
-- To:   base
-- Version table: migrator_version
-- Script: f2de1cd10b30f475bc517f82b687777793e26072af700a43d08733eb44fd992a
--
-- Revisions, in this order:
--   1. down b16f0e90 A way back derived from the upgrade
--      derived from its upgrade
--      sha256 c93f725529a732e56577fab60b5987674b4af6d59578e8b01ae1e806b9821953
--   2. down a16f0e90 A table with rows
--      sha256 e54c220849d8abff21ff75a142eed0fdf830b5a4a33b61c90477b1063ffc5743
--
-- Steps that lose data:
--   b16f0e90 loses the values of column item.remark.
--   b16f0e90 loses the rows of table part.
--   a16f0e90 loses the rows of table item.
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
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'f2de1cd10b30f475bc517f82b687777793e26072af700a43d08733eb44fd992a' \gset
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
      WHEN 'a16f0e90' THEN 1
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
      WHEN 'a16f0e90' THEN 1
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = 'f2de1cd10b30f475bc517f82b687777793e26072af700a43d08733eb44fd992a' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'f2de1cd10b30f475bc517f82b687777793e26072af700a43d08733eb44fd992a' \gset
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b16f0e90') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: downgrade.sql needs the database at b16f0e90. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: downgrade.sql needs the database at b16f0e90' AS integer);
\quit
\endif
\else
\echo 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at b16f0e90'
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at b16f0e90' AS integer);
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

-- ==== undoing revision b16f0e90 A way back derived from the upgrade ====
-- from b16f0e90 to a16f0e90, revisions/b16f0e90_derived.ts
-- Derived from the upgrade, because the revision exports no downgrade.
-- It loses the values of column item.remark.
-- It loses the rows of table part.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision b16f0e90: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b16f0e90') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision b16f0e90 needs the database at b16f0e90. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision b16f0e90 needs the database at b16f0e90' AS integer);
\quit
\endif

-- undoing revision b16f0e90 stops here, with their number and where the first is, when there are
--   values of item.remark, which would be lost
--   rows of part, which would be lost
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "item" WHERE "remark" IS NOT NULL) = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision b16f0e90 would lose values of item.remark. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "item" WHERE "remark" IS NOT NULL) AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "item" WHERE "remark" IS NOT NULL ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision b16f0e90 would lose values of item.remark' AS integer);
\quit
\endif
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "part") = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision b16f0e90 would lose rows of part. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "part") AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "part" ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision b16f0e90 would lose rows of part' AS integer);
\quit
\endif

-- drop column item.remark (revisions/b16f0e90_derived.ts:15)
alter table "item" drop column "remark";

-- drop table part (revisions/b16f0e90_derived.ts:8)
drop table "part";

UPDATE "migrator_version" SET version_num = 'a16f0e90' WHERE version_num = 'b16f0e90';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a16f0e90') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision b16f0e90 should leave the database at a16f0e90. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision b16f0e90 should leave the database at a16f0e90' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('b16f0e90', 'down', 1, 1, 'done', '286e4adffa353a2c492fabe2f67503ed0e7396691c189b1059238fcaca4e0125', 'f2de1cd10b30f475bc517f82b687777793e26072af700a43d08733eb44fd992a');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'b16f0e90', 'down', 'A way back derived from the upgrade', SYSDATE, CURRENT_USER,
      '286e4adffa353a2c492fabe2f67503ed0e7396691c189b1059238fcaca4e0125', 'f2de1cd10b30f475bc517f82b687777793e26072af700a43d08733eb44fd992a', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision b16f0e90: committed'
\endif

\endif

-- ==== undoing revision a16f0e90 A table with rows ====
-- from a16f0e90 to base, revisions/a16f0e90_tables.ts
-- It loses the rows of table item.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision a16f0e90: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a16f0e90') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision a16f0e90 needs the database at a16f0e90. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision a16f0e90 needs the database at a16f0e90' AS integer);
\quit
\endif

-- undoing revision a16f0e90 stops here, with their number and where the first is, when there are
--   rows of item, which would be lost
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "item") = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision a16f0e90 would lose rows of item. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "item") AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "item" ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision a16f0e90 would lose rows of item' AS integer);
\quit
\endif

-- drop table item (revisions/a16f0e90_tables.ts:23)
drop table "item";

DELETE FROM "migrator_version" WHERE version_num IN ('a16f0e90');
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision a16f0e90 should leave the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision a16f0e90 should leave the database at base' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('a16f0e90', 'down', 1, 1, 'done', '7c840f14a24f4881cd4ee4343fb482563c63d2a013a9f78b192af0d0a23ebc18', 'f2de1cd10b30f475bc517f82b687777793e26072af700a43d08733eb44fd992a');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'a16f0e90', 'down', 'A table with rows', SYSDATE, CURRENT_USER,
      '7c840f14a24f4881cd4ee4343fb482563c63d2a013a9f78b192af0d0a23ebc18', 'f2de1cd10b30f475bc517f82b687777793e26072af700a43d08733eb44fd992a', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision a16f0e90: committed'
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
