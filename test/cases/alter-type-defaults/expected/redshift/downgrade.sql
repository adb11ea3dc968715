-- downgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: e5f00002
-- To:   base
-- Version table: migrator_version
-- Script: 710a88ed2f53313a4661d64032192136506db8acbd74353b145bf67e5580093b
--
-- Revisions, in this order:
--   1. down e5f00002 Types change, and defaults go along
--      derived from its upgrade
--      sha256 48e00e97ff90a03e8cecac8cb46a579b7138e565bb89013cf056a8dc4f8f06a7
--   2. down e5f00001 Columns whose defaults are of another type than they will be
--      sha256 0ea4282239d2df48e0d382844922077a17fe0526ffb75f468ecb2d44b11c5327
--
-- Steps that lose data:
--   e5f00002 loses values of column setting.open that boolean cannot hold, unless the database refuses them.
--   e5f00002 loses values of column setting.day that varchar(10) cannot hold, unless the database refuses them.
--   e5f00002 loses values of column setting.amount that varchar(10) cannot hold, unless the database refuses them.
--   e5f00001 loses the rows of table setting.
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
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '710a88ed2f53313a4661d64032192136506db8acbd74353b145bf67e5580093b' \gset
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
      WHEN 'e5f00001' THEN 1
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
      WHEN 'e5f00001' THEN 1
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = '710a88ed2f53313a4661d64032192136506db8acbd74353b145bf67e5580093b' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '710a88ed2f53313a4661d64032192136506db8acbd74353b145bf67e5580093b' \gset
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e5f00002') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: downgrade.sql needs the database at e5f00002. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: downgrade.sql needs the database at e5f00002' AS integer);
\quit
\endif
\else
\echo 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at e5f00002'
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at e5f00002' AS integer);
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

-- ==== undoing revision e5f00002 Types change, and defaults go along ====
-- from e5f00002 to e5f00001, revisions/e5f00002_types.ts
-- Derived from the upgrade, because the revision exports no downgrade.
-- It loses values of column setting.open that boolean cannot hold, unless the database refuses them.
-- It does not bring back what integer could not hold of the values of column setting.open.
-- It loses values of column setting.day that varchar(10) cannot hold, unless the database refuses them.
-- It does not bring back what date could not hold of the values of column setting.day.
-- It loses values of column setting.amount that varchar(10) cannot hold, unless the database refuses them.
-- It does not bring back what integer could not hold of the values of column setting.amount.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision e5f00002: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e5f00002') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision e5f00002 needs the database at e5f00002. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision e5f00002 needs the database at e5f00002' AS integer);
\quit
\endif

-- undoing revision e5f00002 stops here, with their number and where the first is, when there are
--   values of setting.open that boolean does not hold exactly, which would be lost
--   values of setting.day too long for varchar(10), with which a statement below would fail
--   values of setting.amount too long for varchar(10), with which a statement below would fail
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "setting" WHERE CAST(CAST("open" AS boolean) AS integer) <> "open") = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision e5f00002 would lose values of setting.open that boolean does not hold exactly. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "setting" WHERE CAST(CAST("open" AS boolean) AS integer) <> "open") AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "setting" WHERE CAST(CAST("open" AS boolean) AS integer) <> "open" ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision e5f00002 would lose values of setting.open that boolean does not hold exactly' AS integer);
\quit
\endif
\set migrator_fits false
SELECT (SELECT COUNT(*) FROM "setting" WHERE octet_length(CAST("day" AS varchar)) > 10) = 0 AS migrator_fits \gset
\if :migrator_fits
\else
\echo 'migration refused: undoing revision e5f00002 finds values of setting.day too long for varchar(10). Their number and the first:'
SELECT (SELECT COUNT(*) FROM "setting" WHERE octet_length(CAST("day" AS varchar)) > 10) AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "setting" WHERE octet_length(CAST("day" AS varchar)) > 10 ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Mend the rows, and run the script again.'
SELECT CAST('migration refused: undoing revision e5f00002 finds values of setting.day too long for varchar(10)' AS integer);
\quit
\endif
\set migrator_fits false
SELECT (SELECT COUNT(*) FROM "setting" WHERE octet_length(CAST("amount" AS varchar)) > 10) = 0 AS migrator_fits \gset
\if :migrator_fits
\else
\echo 'migration refused: undoing revision e5f00002 finds values of setting.amount too long for varchar(10). Their number and the first:'
SELECT (SELECT COUNT(*) FROM "setting" WHERE octet_length(CAST("amount" AS varchar)) > 10) AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "setting" WHERE octet_length(CAST("amount" AS varchar)) > 10 ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Mend the rows, and run the script again.'
SELECT CAST('migration refused: undoing revision e5f00002 finds values of setting.amount too long for varchar(10)' AS integer);
\quit
\endif

-- alter column setting.open: type boolean; make column setting.open anew, as migrator_new_open
--   (revisions/e5f00002_types.ts:10)
alter table "setting" add column "migrator_new_open" boolean default true not null;

-- copy the values of column setting.open (revisions/e5f00002_types.ts:10)
update "setting" set "migrator_new_open" = "open"::boolean;

-- drop the old column setting.open (revisions/e5f00002_types.ts:10)
alter table "setting" drop column "open";

-- put the new column in the place of setting.open (revisions/e5f00002_types.ts:10)
alter table "setting" rename column "migrator_new_open" to "open";

-- alter column setting.day: type varchar(10); make column setting.day anew, as migrator_new_day
--   (revisions/e5f00002_types.ts:9)
alter table "setting" add column "migrator_new_day" varchar(10) default '2020-01-31';

-- copy the values of column setting.day (revisions/e5f00002_types.ts:9)
update "setting" set "migrator_new_day" = "day"::varchar(max);

-- drop the old column setting.day (revisions/e5f00002_types.ts:9)
alter table "setting" drop column "day";

-- put the new column in the place of setting.day (revisions/e5f00002_types.ts:9)
alter table "setting" rename column "migrator_new_day" to "day";

-- alter column setting.amount: type varchar(10); make column setting.amount anew, as migrator_new_amount
--   (revisions/e5f00002_types.ts:8)
alter table "setting" add column "migrator_new_amount" varchar(10) default '5' not null;

-- copy the values of column setting.amount (revisions/e5f00002_types.ts:8)
update "setting" set "migrator_new_amount" = "amount"::varchar(max);

-- drop the old column setting.amount (revisions/e5f00002_types.ts:8)
alter table "setting" drop column "amount";

-- put the new column in the place of setting.amount (revisions/e5f00002_types.ts:8)
alter table "setting" rename column "migrator_new_amount" to "amount";

UPDATE "migrator_version" SET version_num = 'e5f00001' WHERE version_num = 'e5f00002';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e5f00001') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision e5f00002 should leave the database at e5f00001. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision e5f00002 should leave the database at e5f00001' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('e5f00002', 'down', 1, 1, 'done', '578f475aa772997b1afe0c97b0fb3751f39216c542f48bad00b08543bc27cf71', '710a88ed2f53313a4661d64032192136506db8acbd74353b145bf67e5580093b');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'e5f00002', 'down', 'Types change, and defaults go along', SYSDATE, CURRENT_USER,
      '578f475aa772997b1afe0c97b0fb3751f39216c542f48bad00b08543bc27cf71', '710a88ed2f53313a4661d64032192136506db8acbd74353b145bf67e5580093b', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision e5f00002: committed'
\endif

\endif

-- ==== undoing revision e5f00001 Columns whose defaults are of another type than they will be ====
-- from e5f00001 to base, revisions/e5f00001_texts.ts
-- It loses the rows of table setting.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision e5f00001: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e5f00001') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision e5f00001 needs the database at e5f00001. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision e5f00001 needs the database at e5f00001' AS integer);
\quit
\endif

-- loss accepted: settings are samples
-- drop table setting (revisions/e5f00001_texts.ts:23)
drop table "setting";

DELETE FROM "migrator_version" WHERE version_num IN ('e5f00001');
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision e5f00001 should leave the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision e5f00001 should leave the database at base' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('e5f00001', 'down', 1, 1, 'done', '6ca48c287f276810c7dcf82532280b1078b960e7ca1270521da1e0118d23694d', '710a88ed2f53313a4661d64032192136506db8acbd74353b145bf67e5580093b');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'e5f00001', 'down', 'Columns whose defaults are of another type than they will be', SYSDATE, CURRENT_USER,
      '6ca48c287f276810c7dcf82532280b1078b960e7ca1270521da1e0118d23694d', '710a88ed2f53313a4661d64032192136506db8acbd74353b145bf67e5580093b', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision e5f00001: committed'
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
