-- downgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: ktt02
-- To:   base
-- Version table: migrator_version
-- Script: 39586151e6b4f1dfe46ce800c9403c5dee64bfe44abd63fc1a0bbf2a616ebffc
--
-- Revisions, in this order:
--   1. down ktt02 An enum of its own where the database has such, and a longer name.
--      sha256 fe13c26f9161c430f2da85533c3e0c2cda60c23f583512500cf071ae4182b863
--   2. down ktt01 Every text that knex has a word for, and what travels as text.
--      sha256 46e441c8fceb56b7f2a9c14e968214dba0af289112c86b1e1ff702fbcbe08d55
--
-- Steps that lose data:
--   ktt02 loses values of column text.short that varchar(10) cannot hold, unless the database refuses them.
--   ktt02 loses the values of column text.extra.
--   ktt02 loses the rows of table paint.
--   ktt01 loses the rows of table keyed.
--   ktt01 loses the rows of table text.
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
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '39586151e6b4f1dfe46ce800c9403c5dee64bfe44abd63fc1a0bbf2a616ebffc' \gset
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
      WHEN 'ktt01' THEN 1
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
      WHEN 'ktt01' THEN 1
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = '39586151e6b4f1dfe46ce800c9403c5dee64bfe44abd63fc1a0bbf2a616ebffc' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '39586151e6b4f1dfe46ce800c9403c5dee64bfe44abd63fc1a0bbf2a616ebffc' \gset
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktt02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: downgrade.sql needs the database at ktt02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: downgrade.sql needs the database at ktt02' AS integer);
\quit
\endif
\else
\echo 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at ktt02'
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at ktt02' AS integer);
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

-- ==== undoing revision ktt02 An enum of its own where the database has such, and a longer name. ====
-- from ktt02 to ktt01, revisions/02_enums.ts
-- It loses values of column text.short that varchar(10) cannot hold, unless the database refuses them.
-- It loses the values of column text.extra.
-- It loses the rows of table paint.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision ktt02: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktt02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision ktt02 needs the database at ktt02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision ktt02 needs the database at ktt02' AS integer);
\quit
\endif

-- undoing revision ktt02 stops here, with their number and where the first is, when there are
--   values of text.extra, which would be lost
--   rows of paint, which would be lost
--   values of text.short too long for varchar(10), with which a statement below would fail
\set migrator_fits false
SELECT (SELECT COUNT(*) FROM "text" WHERE octet_length("short") > 10) = 0 AS migrator_fits \gset
\if :migrator_fits
\else
\echo 'migration refused: undoing revision ktt02 finds values of text.short too long for varchar(10). Their number and the first:'
SELECT (SELECT COUNT(*) FROM "text" WHERE octet_length("short") > 10) AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "text" WHERE octet_length("short") > 10 ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Mend the rows, and run the script again.'
SELECT CAST('migration refused: undoing revision ktt02 finds values of text.short too long for varchar(10)' AS integer);
\quit
\endif
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "text" WHERE "extra" IS NOT NULL) = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision ktt02 would lose values of text.extra. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "text" WHERE "extra" IS NOT NULL) AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "text" WHERE "extra" IS NOT NULL ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision ktt02 would lose values of text.extra' AS integer);
\quit
\endif
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "paint") = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision ktt02 would lose rows of paint. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "paint") AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "paint" ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision ktt02 would lose rows of paint' AS integer);
\quit
\endif

-- alter column text.short: type varchar(10), NULL allowed, a new default; make column text.short anew, as
--   migrator_new_short (revisions/02_enums.ts:29)
alter table "text" add column "migrator_new_short" varchar(10) default 'none';

-- copy the values of column text.short (revisions/02_enums.ts:29)
update "text" set "migrator_new_short" = "short";

-- drop the old column text.short (revisions/02_enums.ts:29)
alter table "text" drop column "short";

-- put the new column in the place of text.short (revisions/02_enums.ts:29)
alter table "text" rename column "migrator_new_short" to "short";

-- drop unique constraint text_country_extra_id_unique of table text (revisions/02_enums.ts:29)
alter table "text" drop constraint "text_country_extra_id_unique";

-- drop column text.extra (revisions/02_enums.ts:29)
alter table "text" drop column "extra";

-- drop table paint (revisions/02_enums.ts:34)
drop table "paint";

UPDATE "migrator_version" SET version_num = 'ktt01' WHERE version_num = 'ktt02';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktt01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision ktt02 should leave the database at ktt01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision ktt02 should leave the database at ktt01' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('ktt02', 'down', 1, 1, 'done', 'b009ae7d93d95cbb58ce4be2682789faaeeca3523a74476e86f791ec23ef9594', '39586151e6b4f1dfe46ce800c9403c5dee64bfe44abd63fc1a0bbf2a616ebffc');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ktt02', 'down', 'An enum of its own where the database has such, and a longer name.', SYSDATE, CURRENT_USER,
      'b009ae7d93d95cbb58ce4be2682789faaeeca3523a74476e86f791ec23ef9594', '39586151e6b4f1dfe46ce800c9403c5dee64bfe44abd63fc1a0bbf2a616ebffc', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision ktt02: committed'
\endif

\endif

-- ==== undoing revision ktt01 Every text that knex has a word for, and what travels as text. ====
-- from ktt01 to base, revisions/01_text.ts
-- It loses the rows of table keyed.
-- It loses the rows of table text.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision ktt01: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktt01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision ktt01 needs the database at ktt01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision ktt01 needs the database at ktt01' AS integer);
\quit
\endif

-- undoing revision ktt01 stops here, with their number and where the first is, when there are
--   rows of keyed, which would be lost
--   rows of text, which would be lost
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "keyed") = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision ktt01 would lose rows of keyed. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "keyed") AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "keyed" ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision ktt01 would lose rows of keyed' AS integer);
\quit
\endif
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "text") = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision ktt01 would lose rows of text. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "text") AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "text" ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision ktt01 would lose rows of text' AS integer);
\quit
\endif

-- drop table keyed (revisions/01_text.ts:53)
drop table "keyed";

-- drop table text (revisions/01_text.ts:53)
drop table "text";

DELETE FROM "migrator_version" WHERE version_num IN ('ktt01');
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision ktt01 should leave the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision ktt01 should leave the database at base' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('ktt01', 'down', 1, 1, 'done', '792433f24d9dab8706f88869f5160f57487bf39c3bc77c51893927ff880cc4b0', '39586151e6b4f1dfe46ce800c9403c5dee64bfe44abd63fc1a0bbf2a616ebffc');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ktt01', 'down', 'Every text that knex has a word for, and what travels as text.', SYSDATE, CURRENT_USER,
      '792433f24d9dab8706f88869f5160f57487bf39c3bc77c51893927ff880cc4b0', '39586151e6b4f1dfe46ce800c9403c5dee64bfe44abd63fc1a0bbf2a616ebffc', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision ktt01: committed'
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
