-- downgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: ba54e2c6
-- To:   base
-- Version table: migrator_version
-- Script: 6c61fb1e7640ad47aadacd5ce2e48b6ed3da986c9800f832ef001d88d2753c98
--
-- Revisions, in this order:
--   1. down ba54e2c6 A column changes its type by an expression (USING)
--      sha256 cd2bcc80e0ed86b300584b8591397494f53d94238f343cbbcf81676454449164
--   2. down aa54e2c6 A table with rows
--      sha256 4c474c3551c77c033adf585de371e148854a08e3b0f4f0658f8ecf6041334838
--
-- Steps that lose data:
--   ba54e2c6 loses values of column item.state that varchar(10) cannot hold, unless the database refuses them.
--   aa54e2c6 loses the rows of table item.
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
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '6c61fb1e7640ad47aadacd5ce2e48b6ed3da986c9800f832ef001d88d2753c98' \gset
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
      WHEN 'aa54e2c6' THEN 1
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
      WHEN 'aa54e2c6' THEN 1
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = '6c61fb1e7640ad47aadacd5ce2e48b6ed3da986c9800f832ef001d88d2753c98' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '6c61fb1e7640ad47aadacd5ce2e48b6ed3da986c9800f832ef001d88d2753c98' \gset
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ba54e2c6') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: downgrade.sql needs the database at ba54e2c6. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: downgrade.sql needs the database at ba54e2c6' AS integer);
\quit
\endif
\else
\echo 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at ba54e2c6'
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at ba54e2c6' AS integer);
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

-- ==== undoing revision ba54e2c6 A column changes its type by an expression (USING) ====
-- from ba54e2c6 to aa54e2c6, revisions/ba54e2c6_alter_using.ts
-- It loses values of column item.state that varchar(10) cannot hold, unless the database refuses them.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision ba54e2c6: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ba54e2c6') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision ba54e2c6 needs the database at ba54e2c6. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision ba54e2c6 needs the database at ba54e2c6' AS integer);
\quit
\endif

-- undoing revision ba54e2c6 stops here, with their number and where the first is, when there are
--   values of item.state too long for varchar(10), with which a statement below would fail
\set migrator_fits false
SELECT (SELECT COUNT(*) FROM "item" WHERE octet_length("state") > 10) = 0 AS migrator_fits \gset
\if :migrator_fits
\else
\echo 'migration refused: undoing revision ba54e2c6 finds values of item.state too long for varchar(10). Their number and the first:'
SELECT (SELECT COUNT(*) FROM "item" WHERE octet_length("state") > 10) AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "item" WHERE octet_length("state") > 10 ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Mend the rows, and run the script again.'
SELECT CAST('migration refused: undoing revision ba54e2c6 finds values of item.state too long for varchar(10)' AS integer);
\quit
\endif

-- alter column item.state: type varchar(10); make column item.state anew, as migrator_new_state
--   (revisions/ba54e2c6_alter_using.ts:12)
alter table "item" add column "migrator_new_state" varchar(10) default 'open' not null;

-- copy the values of column item.state (revisions/ba54e2c6_alter_using.ts:12)
update "item" set "migrator_new_state" = "state";

-- drop the old column item.state (revisions/ba54e2c6_alter_using.ts:12)
alter table "item" drop column "state";

-- put the new column in the place of item.state (revisions/ba54e2c6_alter_using.ts:12)
alter table "item" rename column "migrator_new_state" to "state";

UPDATE "migrator_version" SET version_num = 'aa54e2c6' WHERE version_num = 'ba54e2c6';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('aa54e2c6') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision ba54e2c6 should leave the database at aa54e2c6. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision ba54e2c6 should leave the database at aa54e2c6' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('ba54e2c6', 'down', 1, 1, 'done', 'b6d61692210b52909b3795b4bf6d68425e7c2f328cd3972d74dd726047b250c3', '6c61fb1e7640ad47aadacd5ce2e48b6ed3da986c9800f832ef001d88d2753c98');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ba54e2c6', 'down', 'A column changes its type by an expression (USING)', SYSDATE, CURRENT_USER,
      'b6d61692210b52909b3795b4bf6d68425e7c2f328cd3972d74dd726047b250c3', '6c61fb1e7640ad47aadacd5ce2e48b6ed3da986c9800f832ef001d88d2753c98', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision ba54e2c6: committed'
\endif

\endif

-- ==== undoing revision aa54e2c6 A table with rows ====
-- from aa54e2c6 to base, revisions/aa54e2c6_tables.ts
-- It loses the rows of table item.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision aa54e2c6: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('aa54e2c6') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision aa54e2c6 needs the database at aa54e2c6. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision aa54e2c6 needs the database at aa54e2c6' AS integer);
\quit
\endif

-- undoing revision aa54e2c6 stops here, with their number and where the first is, when there are
--   rows of item, which would be lost
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "item") = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision aa54e2c6 would lose rows of item. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "item") AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "item" ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision aa54e2c6 would lose rows of item' AS integer);
\quit
\endif

-- drop table item (revisions/aa54e2c6_tables.ts:23)
drop table "item";

DELETE FROM "migrator_version" WHERE version_num IN ('aa54e2c6');
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision aa54e2c6 should leave the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision aa54e2c6 should leave the database at base' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('aa54e2c6', 'down', 1, 1, 'done', '7c840f14a24f4881cd4ee4343fb482563c63d2a013a9f78b192af0d0a23ebc18', '6c61fb1e7640ad47aadacd5ce2e48b6ed3da986c9800f832ef001d88d2753c98');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'aa54e2c6', 'down', 'A table with rows', SYSDATE, CURRENT_USER,
      '7c840f14a24f4881cd4ee4343fb482563c63d2a013a9f78b192af0d0a23ebc18', '6c61fb1e7640ad47aadacd5ce2e48b6ed3da986c9800f832ef001d88d2753c98', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision aa54e2c6: committed'
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
