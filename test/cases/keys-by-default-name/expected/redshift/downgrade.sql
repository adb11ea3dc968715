-- downgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: 02
-- To:   base
-- Version table: migrator_version
-- Script: 8e91dd01ce7cfa35974036ad8b9dd03f57f37417e50df57c8516682a88dd9b04
--
-- Revisions, in this order:
--   1. down 02 Primary keys that nobody named are dropped by the name that they have
--      derived from its upgrade
--      sha256 002492007d15b73410ce61a5ce85d1fd03259b049649cbccc5d27b83ee6049c4
--   2. down 01 Tables whose primary keys nobody named
--      derived from its upgrade
--      sha256 32c18386e9f0a4550b0c248fb8ac1684cf9c18e347c30deab7c6f479c4622acc
--
-- Steps that lose data:
--   01 loses the rows of table plain.
--   01 loses the rows of table counted.
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
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '8e91dd01ce7cfa35974036ad8b9dd03f57f37417e50df57c8516682a88dd9b04' \gset
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
      WHEN '01' THEN 1
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
      WHEN '01' THEN 1
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = '8e91dd01ce7cfa35974036ad8b9dd03f57f37417e50df57c8516682a88dd9b04' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '8e91dd01ce7cfa35974036ad8b9dd03f57f37417e50df57c8516682a88dd9b04' \gset
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: downgrade.sql needs the database at 02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: downgrade.sql needs the database at 02' AS integer);
\quit
\endif
\else
\echo 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at 02'
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at 02' AS integer);
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

-- ==== undoing revision 02 Primary keys that nobody named are dropped by the name that they have ====
-- from 02 to 01, revisions/02_no_keys.ts
-- Derived from the upgrade, because the revision exports no downgrade.
-- It needs no two rows of counted to be alike in id.
-- It needs no two rows of plain to be alike in id.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision 02: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision 02 needs the database at 02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision 02 needs the database at 02' AS integer);
\quit
\endif

-- add primary key on id to table counted (revisions/02_no_keys.ts:9)
alter table "counted" add constraint "counted_pkey" primary key ("id");

-- add primary key on id to table plain (revisions/02_no_keys.ts:8)
alter table "plain" add constraint "plain_pkey" primary key ("id");

UPDATE "migrator_version" SET version_num = '01' WHERE version_num = '02';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision 02 should leave the database at 01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision 02 should leave the database at 01' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('02', 'down', 1, 1, 'done', '88c00104dc7b36c4a1d5e61c6d0f4d3ababc75a3ee4cba99e31c4dda79ca1be9', '8e91dd01ce7cfa35974036ad8b9dd03f57f37417e50df57c8516682a88dd9b04');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '02', 'down', 'Primary keys that nobody named are dropped by the name that they have', SYSDATE, CURRENT_USER,
      '88c00104dc7b36c4a1d5e61c6d0f4d3ababc75a3ee4cba99e31c4dda79ca1be9', '8e91dd01ce7cfa35974036ad8b9dd03f57f37417e50df57c8516682a88dd9b04', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 02: committed'
\endif

\endif

-- ==== undoing revision 01 Tables whose primary keys nobody named ====
-- from 01 to base, revisions/01_tables.ts
-- Derived from the upgrade, because the revision exports no downgrade.
-- It loses the rows of table plain.
-- It loses the rows of table counted.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision 01: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision 01 needs the database at 01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision 01 needs the database at 01' AS integer);
\quit
\endif

-- undoing revision 01 stops here, with their number and where the first is, when there are
--   rows of plain, which would be lost
--   rows of counted, which would be lost
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "plain") = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision 01 would lose rows of plain. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "plain") AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "plain" ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision 01 would lose rows of plain' AS integer);
\quit
\endif
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "counted") = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision 01 would lose rows of counted. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "counted") AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "counted" ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision 01 would lose rows of counted' AS integer);
\quit
\endif

-- drop table plain (revisions/01_tables.ts:12)
drop table "plain";

-- drop table counted (revisions/01_tables.ts:8)
drop table "counted";

DELETE FROM "migrator_version" WHERE version_num IN ('01');
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision 01 should leave the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision 01 should leave the database at base' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('01', 'down', 1, 1, 'done', 'f4d147836f8e3862b37af6466e7049a627c3514d083172d0e91f27aeaf55e8fc', '8e91dd01ce7cfa35974036ad8b9dd03f57f37417e50df57c8516682a88dd9b04');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '01', 'down', 'Tables whose primary keys nobody named', SYSDATE, CURRENT_USER,
      'f4d147836f8e3862b37af6466e7049a627c3514d083172d0e91f27aeaf55e8fc', '8e91dd01ce7cfa35974036ad8b9dd03f57f37417e50df57c8516682a88dd9b04', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 01: committed'
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
