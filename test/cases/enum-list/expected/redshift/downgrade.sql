-- downgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: e8b24f17
-- To:   base
-- Version table: migrator_version
-- Script: a133945643e4eda066ab763e0463791ee92b05c6c1ebf9bf0d22e4ce3c1cc85d
--
-- Revisions, in this order:
--   1. down e8b24f17 The list of values that a column takes becomes another: longer, or none
--      sha256 cf7b94d0e4e7ea3a893a1532fcbdfd89ed781c23d64c9e9f43e1d6418b4219f1
--   2. down e8a1c3d0 Columns whose values are listed
--      sha256 87adb75357b4faf06e8c5808220aa7b2d515f63ac1b8017023eb0400c9c43f47
--
-- Steps that lose data:
--   e8a1c3d0 loses the rows of table ticket.
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
-- Not one transaction: e8b24f17.
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
SELECT count(*) = 0 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version_ledger' AND table_schema = current_schema()) AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'a133945643e4eda066ab763e0463791ee92b05c6c1ebf9bf0d22e4ce3c1cc85d' \gset
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
      WHEN 'e8a1c3d0' THEN 1
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
      WHEN 'e8a1c3d0' THEN 1
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = 'a133945643e4eda066ab763e0463791ee92b05c6c1ebf9bf0d22e4ce3c1cc85d' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'a133945643e4eda066ab763e0463791ee92b05c6c1ebf9bf0d22e4ce3c1cc85d' \gset
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8b24f17') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: downgrade.sql needs the database at e8b24f17. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: downgrade.sql needs the database at e8b24f17' AS integer);
\quit
\endif
\else
\echo 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at e8b24f17'
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at e8b24f17' AS integer);
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

-- ==== undoing revision e8b24f17 The list of values that a column takes becomes another: longer, or none ====
-- from e8b24f17 to e8a1c3d0, revisions/e8b24f17_lists.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision e8b24f17: applied already'
\endif
\if :migrator_todo
\set migrator_step 0
\set migrator_begun 0
SELECT coalesce(max(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0) AS migrator_step,
    coalesce(max(CASE WHEN state = 'started' THEN step END), 0) AS migrator_begun
  FROM "migrator_version_ledger" WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '8940d9b1822cdf622e7250b7f58b36149d7464bc4776e86fabe03843a3e58cb3' \gset

-- undoing revision e8b24f17 stops here, with their number and where the first is, when there are
--   values of ticket.sort that are not among x, y, with which a statement below would fail
\set migrator_todo false
SELECT :migrator_step < 1 AS migrator_todo \gset
\if :migrator_todo
\set migrator_fits false
SELECT (SELECT COUNT(*) FROM "ticket" WHERE "sort" IS NOT NULL AND CAST("sort" AS varchar) NOT IN ('x', 'y')) = 0 AS migrator_fits \gset
\if :migrator_fits
\else
\echo 'migration refused: undoing revision e8b24f17 finds values of ticket.sort that are not among x, y. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "ticket" WHERE "sort" IS NOT NULL AND CAST("sort" AS varchar) NOT IN ('x', 'y')) AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "ticket" WHERE "sort" IS NOT NULL AND CAST("sort" AS varchar) NOT IN ('x', 'y') ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Mend the rows, and run the script again.'
SELECT CAST('migration refused: undoing revision e8b24f17 finds values of ticket.sort that are not among x, y' AS integer);
\quit
\endif
\endif

\set migrator_missing false
SELECT count(*) = 0 AS migrator_missing FROM "migrator_version_ledger" WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '8940d9b1822cdf622e7250b7f58b36149d7464bc4776e86fabe03843a3e58cb3' \gset
\if :migrator_missing
BEGIN;
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('e8b24f17', 'down', 0, 2, 'done', '8940d9b1822cdf622e7250b7f58b36149d7464bc4776e86fabe03843a3e58cb3', 'a133945643e4eda066ab763e0463791ee92b05c6c1ebf9bf0d22e4ce3c1cc85d');
COMMIT;
\endif

\set migrator_todo false
SELECT :migrator_step < 1 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 1 AS migrator_doubt \gset
\if :migrator_doubt
\echo 'migration refused: step 1 of 2 of revision e8b24f17 was begun by an earlier run, and nobody knows whether it took effect'
\echo 'See in a new session whether that step (alter column ticket.sort: type varchar(255), outside any transaction (revisions/e8b24f17_lists.ts:15)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 0, state = ''done''. Then run this file again.'
SELECT CAST('migration refused: step 1 of 2 of revision e8b24f17 was begun by an earlier run, and nobody knows whether it took effect' AS integer);
\quit
\endif
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8b24f17') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision e8b24f17 needs the database at e8b24f17. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision e8b24f17 needs the database at e8b24f17' AS integer);
\quit
\endif

UPDATE "migrator_version_ledger" SET step = 1, state = 'started'
  WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '8940d9b1822cdf622e7250b7f58b36149d7464bc4776e86fabe03843a3e58cb3';
-- alter column ticket.sort: type varchar(255), outside any transaction (revisions/e8b24f17_lists.ts:15)
alter table "ticket" alter column "sort" type varchar(255);
\if :ERROR
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 1, state = 'done'
  WHERE revision = 'e8b24f17' AND direction = 'down' AND digest = '8940d9b1822cdf622e7250b7f58b36149d7464bc4776e86fabe03843a3e58cb3';
\endif

\set migrator_todo false
SELECT :migrator_step < 2 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8b24f17') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision e8b24f17 needs the database at e8b24f17. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision e8b24f17 needs the database at e8b24f17' AS integer);
\quit
\endif

UPDATE "migrator_version" SET version_num = 'e8a1c3d0' WHERE version_num = 'e8b24f17';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8a1c3d0') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision e8b24f17 should leave the database at e8a1c3d0. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision e8b24f17 should leave the database at e8a1c3d0' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('e8b24f17', 'down', 2, 2, 'done', '8940d9b1822cdf622e7250b7f58b36149d7464bc4776e86fabe03843a3e58cb3', 'a133945643e4eda066ab763e0463791ee92b05c6c1ebf9bf0d22e4ce3c1cc85d');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'e8b24f17', 'down', 'The list of values that a column takes becomes another: longer, or none', SYSDATE, CURRENT_USER,
      '8940d9b1822cdf622e7250b7f58b36149d7464bc4776e86fabe03843a3e58cb3', 'a133945643e4eda066ab763e0463791ee92b05c6c1ebf9bf0d22e4ce3c1cc85d', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision e8b24f17: committed'
\endif
\endif

\endif

-- ==== undoing revision e8a1c3d0 Columns whose values are listed ====
-- from e8a1c3d0 to base, revisions/e8a1c3d0_tickets.ts
-- It loses the rows of table ticket.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision e8a1c3d0: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8a1c3d0') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision e8a1c3d0 needs the database at e8a1c3d0. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision e8a1c3d0 needs the database at e8a1c3d0' AS integer);
\quit
\endif

-- loss accepted: the tickets are samples
-- drop table ticket (revisions/e8a1c3d0_tickets.ts:19)
drop table "ticket";

DELETE FROM "migrator_version" WHERE version_num IN ('e8a1c3d0');
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision e8a1c3d0 should leave the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision e8a1c3d0 should leave the database at base' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('e8a1c3d0', 'down', 1, 1, 'done', 'cde7484675e27e543528c1a33cb08288b62cb2d85aa8265ed028ee9067417983', 'a133945643e4eda066ab763e0463791ee92b05c6c1ebf9bf0d22e4ce3c1cc85d');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'e8a1c3d0', 'down', 'Columns whose values are listed', SYSDATE, CURRENT_USER,
      'cde7484675e27e543528c1a33cb08288b62cb2d85aa8265ed028ee9067417983', 'a133945643e4eda066ab763e0463791ee92b05c6c1ebf9bf0d22e4ce3c1cc85d', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision e8a1c3d0: committed'
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
