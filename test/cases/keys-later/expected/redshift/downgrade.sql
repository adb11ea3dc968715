-- downgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: kl02
-- To:   base
-- Version table: migrator_version
-- Script: b3d59fa2299d2bf4d13be5b94f66475caa6ff002acef0e1d627ad8ee51753f16
--
-- Revisions, in this order:
--   1. down kl02 Keys for tables that are there.
--      sha256 bb882ed5a48d3d544578164fd2b1f0ae122c041af48c4c35c92b1ee97e73748b
--   2. down kl01 Tables without keys.
--      sha256 b97292d442b735cd18505af53dd14cfd1cc29275658a25f0fcef7f26c6ecbff3
--
-- Steps that lose data:
--   kl01 loses the rows of table city.
--   kl01 loses the rows of table country.
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
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'b3d59fa2299d2bf4d13be5b94f66475caa6ff002acef0e1d627ad8ee51753f16' \gset
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
      WHEN 'kl01' THEN 1
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
      WHEN 'kl01' THEN 1
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = 'b3d59fa2299d2bf4d13be5b94f66475caa6ff002acef0e1d627ad8ee51753f16' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'b3d59fa2299d2bf4d13be5b94f66475caa6ff002acef0e1d627ad8ee51753f16' \gset
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('kl02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: downgrade.sql needs the database at kl02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: downgrade.sql needs the database at kl02' AS integer);
\quit
\endif
\else
\echo 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at kl02'
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at kl02' AS integer);
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

-- ==== undoing revision kl02 Keys for tables that are there. ====
-- from kl02 to kl01, revisions/02_their_keys.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision kl02: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('kl02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision kl02 needs the database at kl02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision kl02 needs the database at kl02' AS integer);
\quit
\endif

-- drop foreign key city_country of table city (revisions/02_their_keys.ts:23)
alter table "city" drop constraint "city_country";

-- drop unique constraint city_name_once of table city (revisions/02_their_keys.ts:24)
alter table "city" drop constraint "city_name_once";

-- drop primary key city_key of table city (revisions/02_their_keys.ts:25)
alter table "city" drop constraint "city_key";

-- drop primary key country_key of table country (revisions/02_their_keys.ts:26)
alter table "country" drop constraint "country_key";

UPDATE "migrator_version" SET version_num = 'kl01' WHERE version_num = 'kl02';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('kl01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision kl02 should leave the database at kl01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision kl02 should leave the database at kl01' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('kl02', 'down', 1, 1, 'done', '765094fb4612e988e0da36dd6484d3fdc6753422caa2a62849755005d4e8ccf2', 'b3d59fa2299d2bf4d13be5b94f66475caa6ff002acef0e1d627ad8ee51753f16');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'kl02', 'down', 'Keys for tables that are there.', SYSDATE, CURRENT_USER,
      '765094fb4612e988e0da36dd6484d3fdc6753422caa2a62849755005d4e8ccf2', 'b3d59fa2299d2bf4d13be5b94f66475caa6ff002acef0e1d627ad8ee51753f16', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision kl02: committed'
\endif

\endif

-- ==== undoing revision kl01 Tables without keys. ====
-- from kl01 to base, revisions/01_tables_without_keys.ts
-- It loses the rows of table city.
-- It loses the rows of table country.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision kl01: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('kl01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision kl01 needs the database at kl01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision kl01 needs the database at kl01' AS integer);
\quit
\endif

-- undoing revision kl01 stops here, with their number and where the first is, when there are
--   rows of city, which would be lost
--   rows of country, which would be lost
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "city") = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision kl01 would lose rows of city. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "city") AS found;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision kl01 would lose rows of city' AS integer);
\quit
\endif
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "country") = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision kl01 would lose rows of country. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "country") AS found;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision kl01 would lose rows of country' AS integer);
\quit
\endif

-- drop table city (revisions/01_tables_without_keys.ts:29)
drop table "city";

-- drop table country (revisions/01_tables_without_keys.ts:30)
drop table "country";

DELETE FROM "migrator_version" WHERE version_num IN ('kl01');
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision kl01 should leave the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision kl01 should leave the database at base' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('kl01', 'down', 1, 1, 'done', '3ca43be208e9bfd31d9c4115829898fbc7c73b19fc0caf4e3f4f20a55594c5ab', 'b3d59fa2299d2bf4d13be5b94f66475caa6ff002acef0e1d627ad8ee51753f16');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'kl01', 'down', 'Tables without keys.', SYSDATE, CURRENT_USER,
      '3ca43be208e9bfd31d9c4115829898fbc7c73b19fc0caf4e3f4f20a55594c5ab', 'b3d59fa2299d2bf4d13be5b94f66475caa6ff002acef0e1d627ad8ee51753f16', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision kl01: committed'
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
