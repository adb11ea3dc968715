-- upgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   e8b24f17
-- Version table: migrator_version
-- Script: d40d5473ebd86ef98f7dfdb7eab3339e66a288204dc1bd9cc3a2bf7fc1a0a59e
--
-- Revisions, in this order:
--   1. up e8a1c3d0 Columns whose values are listed
--      sha256 87adb75357b4faf06e8c5808220aa7b2d515f63ac1b8017023eb0400c9c43f47
--   2. up e8b24f17 The list of values that a column takes becomes another: longer, or none
--      sha256 cf7b94d0e4e7ea3a893a1532fcbdfd89ed781c23d64c9e9f43e1d6418b4219f1
--
-- Run it:
--   psql -X -d DATABASE -L upgrade.log -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:e8b24f17 --target redshift
-- It refuses, too, unless what it expects holds:
--   it expects a schema to make things in
--
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8b24f17') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version_ledger' AND table_schema = current_schema()) AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'd40d5473ebd86ef98f7dfdb7eab3339e66a288204dc1bd9cc3a2bf7fc1a0a59e' \gset
\endif
\if :migrator_done
\echo 'already applied: the database is at e8b24f17, nothing was changed'
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
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = 'd40d5473ebd86ef98f7dfdb7eab3339e66a288204dc1bd9cc3a2bf7fc1a0a59e' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'd40d5473ebd86ef98f7dfdb7eab3339e66a288204dc1bd9cc3a2bf7fc1a0a59e' \gset
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

-- ==== revision e8a1c3d0 Columns whose values are listed ====
-- from base to e8a1c3d0, revisions/e8a1c3d0_tickets.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision e8a1c3d0: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision e8a1c3d0 needs the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision e8a1c3d0 needs the database at base' AS integer);
\quit
\endif

-- create table ticket (5 columns) (revisions/e8a1c3d0_tickets.ts:8)
create table "ticket" (
  "id" integer not null,
  "state" varchar(255) default 'open' not null,
  "kind" varchar(255) not null,
  "size" varchar(255),
  "sort" varchar(255),
  constraint "ticket_pkey" primary key ("id")
);

-- insert 1 row into ticket (revisions/e8a1c3d0_tickets.ts:15)
insert into "ticket" ("id", "state", "kind", "size", "sort") values
  (1, 'open', 'a', 'l', 'y');

INSERT INTO "migrator_version" (version_num) VALUES ('e8a1c3d0');
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8a1c3d0') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision e8a1c3d0 should leave the database at e8a1c3d0. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision e8a1c3d0 should leave the database at e8a1c3d0' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('e8a1c3d0', 'up', 1, 1, 'done', '18d59b42b84e4dbd910b3c27e9eaff33a3e8e37ed7d2977aa8868dffe889b726', 'd40d5473ebd86ef98f7dfdb7eab3339e66a288204dc1bd9cc3a2bf7fc1a0a59e');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'e8a1c3d0', 'up', 'Columns whose values are listed', SYSDATE, CURRENT_USER,
      '18d59b42b84e4dbd910b3c27e9eaff33a3e8e37ed7d2977aa8868dffe889b726', 'd40d5473ebd86ef98f7dfdb7eab3339e66a288204dc1bd9cc3a2bf7fc1a0a59e', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision e8a1c3d0: committed'
\endif

\endif

-- ==== revision e8b24f17 The list of values that a column takes becomes another: longer, or none ====
-- from e8a1c3d0 to e8b24f17, revisions/e8b24f17_lists.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision e8b24f17: applied already'
\endif
\if :migrator_todo
\set migrator_step 0
\set migrator_begun 0
SELECT coalesce(max(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0) AS migrator_step,
    coalesce(max(CASE WHEN state = 'started' THEN step END), 0) AS migrator_begun
  FROM "migrator_version_ledger" WHERE revision = 'e8b24f17' AND direction = 'up' AND digest = '5dfe41ce35372c714dbea952fa5863f67638861a3c2acfdc492ca282744060d9' \gset

-- revision e8b24f17 stops here, with their number and where the first is, when there are
--   values of ticket.sort too long for varchar(1), with which a statement below would fail
\set migrator_todo false
SELECT :migrator_step < 1 AS migrator_todo \gset
\if :migrator_todo
\set migrator_fits false
SELECT (SELECT COUNT(*) FROM "ticket" WHERE octet_length("sort") > 1) = 0 AS migrator_fits \gset
\if :migrator_fits
\else
\echo 'migration refused: revision e8b24f17 finds values of ticket.sort too long for varchar(1). Their number and the first:'
SELECT (SELECT COUNT(*) FROM "ticket" WHERE octet_length("sort") > 1) AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "ticket" WHERE octet_length("sort") > 1 ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Mend the rows, and run the script again.'
SELECT CAST('migration refused: revision e8b24f17 finds values of ticket.sort too long for varchar(1)' AS integer);
\quit
\endif
\endif

\set migrator_missing false
SELECT count(*) = 0 AS migrator_missing FROM "migrator_version_ledger" WHERE revision = 'e8b24f17' AND direction = 'up' AND digest = '5dfe41ce35372c714dbea952fa5863f67638861a3c2acfdc492ca282744060d9' \gset
\if :migrator_missing
BEGIN;
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('e8b24f17', 'up', 0, 2, 'done', '5dfe41ce35372c714dbea952fa5863f67638861a3c2acfdc492ca282744060d9', 'd40d5473ebd86ef98f7dfdb7eab3339e66a288204dc1bd9cc3a2bf7fc1a0a59e');
COMMIT;
\endif

\set migrator_todo false
SELECT :migrator_step < 1 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 1 AS migrator_doubt \gset
\if :migrator_doubt
\echo 'migration refused: step 1 of 2 of revision e8b24f17 was begun by an earlier run, and nobody knows whether it took effect'
\echo 'See in a new session whether that step (alter column ticket.sort: type varchar(1), outside any transaction (revisions/e8b24f17_lists.ts:11)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 0, state = ''done''. Then run this file again.'
SELECT CAST('migration refused: step 1 of 2 of revision e8b24f17 was begun by an earlier run, and nobody knows whether it took effect' AS integer);
\quit
\endif
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8a1c3d0') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision e8b24f17 needs the database at e8a1c3d0. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision e8b24f17 needs the database at e8a1c3d0' AS integer);
\quit
\endif

UPDATE "migrator_version_ledger" SET step = 1, state = 'started'
  WHERE revision = 'e8b24f17' AND direction = 'up' AND digest = '5dfe41ce35372c714dbea952fa5863f67638861a3c2acfdc492ca282744060d9';
-- alter column ticket.sort: type varchar(1), outside any transaction (revisions/e8b24f17_lists.ts:11)
alter table "ticket" alter column "sort" type varchar(1);
\if :ERROR
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 1, state = 'done'
  WHERE revision = 'e8b24f17' AND direction = 'up' AND digest = '5dfe41ce35372c714dbea952fa5863f67638861a3c2acfdc492ca282744060d9';
\endif

\set migrator_todo false
SELECT :migrator_step < 2 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8a1c3d0') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision e8b24f17 needs the database at e8a1c3d0. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision e8b24f17 needs the database at e8a1c3d0' AS integer);
\quit
\endif

UPDATE "migrator_version" SET version_num = 'e8b24f17' WHERE version_num = 'e8a1c3d0';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8b24f17') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision e8b24f17 should leave the database at e8b24f17. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision e8b24f17 should leave the database at e8b24f17' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('e8b24f17', 'up', 2, 2, 'done', '5dfe41ce35372c714dbea952fa5863f67638861a3c2acfdc492ca282744060d9', 'd40d5473ebd86ef98f7dfdb7eab3339e66a288204dc1bd9cc3a2bf7fc1a0a59e');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'e8b24f17', 'up', 'The list of values that a column takes becomes another: longer, or none', SYSDATE, CURRENT_USER,
      '5dfe41ce35372c714dbea952fa5863f67638861a3c2acfdc492ca282744060d9', 'd40d5473ebd86ef98f7dfdb7eab3339e66a288204dc1bd9cc3a2bf7fc1a0a59e', 0
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

\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8b24f17') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration not complete: upgrade.sql should leave the database at e8b24f17. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Read the messages above this one: something failed.'
SELECT CAST('migration not complete: upgrade.sql should leave the database at e8b24f17' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
\echo 'done: the database is at e8b24f17'
