-- downgrade.sql: made by migrator for CockroachDB 24.1 and plain
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: b9add773
-- To:   base
-- Version table: migrator_version
-- Script: fb6b5145b9bf05ea18e2b09daa6b16e959c1b4e8b94186b86bb026534384d7b8
--
-- Revisions, in this order:
--   1. down b9add773 An index built without blocking writers
--      sha256 ae9fc83b134603f9dda0905e9d237b97b1d525d5dd2ab570b240c26fd9740561
--   2. down a9add773 A table with rows
--      sha256 73a8cf5942ede95b1617e8c8040b294b97282c8e180590b5420f9be28abdb24a
--
-- Steps that lose data:
--   a9add773 loses the rows of table item.
--
-- Run it:
--   open downgrade.sql in your SQL tool and run all of it as a script
--   Connect to the right database and have the tool run the whole file in one session.
--   Autocommit must be on.
--   It must set no savepoints of its own around statements.
--
-- Profile: plain
-- Given up:
--   A stop at the first error, where the tool goes on: what follows is refused instead.
--   An exit status, and a log of what ran: keep what the tool shows.
--   A stop after COMMIT: where CockroachDB gives up a schema change that it finishes after COMMIT (error XXA00), a tool that goes on after errors goes on.
--   preflight.sql and verify.sql in SQL alone: they need psql, because no SQL here asks about a table that may be missing.
--   Going on: what an earlier run of this file has done cannot be passed over.
--   Statements in no transaction, and numbers of rows that a statement must touch: without psql nobody could ask how they ended.
--   Errors in plain words: a refusal fails as a text that is no number, and that text says why.
--   Warnings when a counted loss is accepted: the log says it.
-- Still protected:
--   At any other place than "From" nothing is changed, and each revision asks again.
--   The version rows move with their revision, and the script fails when they do not.
--   An error dooms the transaction around it: nothing of that stays.
--
-- Look at the version rows:
--   SELECT version_num FROM "migrator_version" ORDER BY version_num
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator downgrade --sql WHERE_IT_IS:base --target cockroachdb
-- Where the database is at "To" already, it says so, changes nothing, and ends with an error.
--
-- Before a revision loses rows or values it counts them, and refuses when there are any. To accept that
-- they are lost, turn on the switch that is marked SWITCH below:
--   write 'on' for 'off' in the line SELECT set_config('migrator.accept_loss', 'off', false)
--
-- Not one transaction: b9add773.
-- When a statement of such a revision fails, what was done before it in its revision stays, and the
-- version rows still say that the revision is not applied. Undo what it left by hand before you run
-- the script again.
--
-- It waits at most 10 s for a lock (lock_timeout).
-- A statement that waited too long fails (canceling statement due to lock timeout), and what was committed
--   before it stays.
-- See who holds the lock, and ask for a script that starts where the database stands:
--   SHOW CLUSTER SESSIONS

SELECT set_config('migrator.stopped', 'on', false) AS migrator;
SELECT set_config('autocommit_before_ddl', 'off', false) AS migrator
  FROM pg_settings WHERE name = 'autocommit_before_ddl';
SELECT set_config('sql_safe_updates', 'off', false) AS migrator
  FROM pg_settings WHERE name = 'sql_safe_updates';
SELECT set_config('default_int_size', '8', false) AS migrator
  FROM pg_settings WHERE name = 'default_int_size';
SELECT set_config('default_transaction_isolation', 'serializable', false) AS migrator
  FROM pg_settings WHERE name = 'default_transaction_isolation';
BEGIN;
SET lock_timeout = '10s';
SET TimeZone = 'UTC';
-- ==== SWITCH: off unless you accept that the rows and values counted below are lost ====
-- On: write 'on' for 'off' in the line SELECT set_config('migrator.accept_loss', 'off', false)
SELECT set_config('migrator.accept_loss', 'off', false) AS migrator;
SELECT set_config('migrator.stopped', 'asking', false) AS migrator;
COMMIT;

BEGIN;
SELECT CAST(CASE WHEN current_setting('migrator.stopped') = 'asking' THEN '0'
    ELSE 'migration refused: an earlier statement of this script failed. Read the messages above this one: something failed.' END AS integer) AS migrator;
SELECT CAST(CASE WHEN to_regclass('"migrator_version"') IS NOT NULL THEN '0'
    ELSE 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at b9add773. Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.' END AS integer) AS migrator;
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
  applied_at TIMESTAMP WITH TIME ZONE NOT NULL,
  applied_by VARCHAR(128),
  digest VARCHAR(64) NOT NULL,
  script VARCHAR(64) NOT NULL,
  accepted_loss INTEGER NOT NULL,
  CONSTRAINT "migrator_version_log_pkc" PRIMARY KEY (entry)
);
SELECT CAST(coalesce(max(CASE WHEN script = 'fb6b5145b9bf05ea18e2b09daa6b16e959c1b4e8b94186b86bb026534384d7b8' THEN 'migration refused: an earlier run of this script left a revision half done. Nothing was changed. "migrator_version_ledger" shows which step of which revision: the script for psql of the same revisions goes on from there; or undo the steps of that revision by hand and DELETE FROM "migrator_version_ledger".'
    ELSE 'migration refused: another script left a revision half done. Nothing was changed. "migrator_version_ledger" shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM "migrator_version_ledger".' END), '0') AS integer) AS migrator
  FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started');
SELECT CAST(CASE WHEN count(*) = 0 THEN 'already applied: the database is at base, nothing was changed'
    WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b9add773') THEN version_num END) = 1 THEN '0'
    ELSE 'migration refused: downgrade.sql needs the database at b9add773, but it is at ' || coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base') || '. Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.' END AS integer) AS migrator
  FROM "migrator_version";
SELECT set_config('migrator.stopped', 'off', false) AS migrator;
COMMIT;

BEGIN;
SELECT CAST(CASE WHEN current_setting('migrator.stopped') = 'off' THEN '0'
    ELSE 'migration refused: an earlier statement of this script failed. Read the messages above this one: something failed.' END AS integer) AS migrator;
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
  applied_at TIMESTAMP WITH TIME ZONE NOT NULL,
  applied_by VARCHAR(128),
  digest VARCHAR(64) NOT NULL,
  script VARCHAR(64) NOT NULL,
  accepted_loss INTEGER NOT NULL,
  CONSTRAINT "migrator_version_log_pkc" PRIMARY KEY (entry)
);
COMMIT;

-- ==== undoing revision b9add773 An index built without blocking writers ====
-- from b9add773 to a9add773, revisions/b9add773_index_concurrently.ts


BEGIN;
SELECT CAST(CASE WHEN current_setting('migrator.stopped') = 'off' THEN '0'
    ELSE 'migration refused: an earlier statement of this script failed. Read the messages above this one: something failed.' END AS integer) AS migrator;
SELECT CAST(CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b9add773') THEN version_num END) = 1 THEN '0'
    ELSE 'migration refused: revision b9add773 needs the database at b9add773, but it is at ' || coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base') || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS integer) AS migrator
  FROM "migrator_version";
SELECT CAST(coalesce(max(CASE WHEN script = 'fb6b5145b9bf05ea18e2b09daa6b16e959c1b4e8b94186b86bb026534384d7b8' THEN 'migration refused: an earlier run of this script left a revision half done. Nothing was changed. "migrator_version_ledger" shows which step of which revision: the script for psql of the same revisions goes on from there; or undo the steps of that revision by hand and DELETE FROM "migrator_version_ledger".'
    ELSE 'migration refused: another script left a revision half done. Nothing was changed. "migrator_version_ledger" shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM "migrator_version_ledger".' END), '0') AS integer) AS migrator
  FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started');
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('b9add773', 'down', 0, 2, 'done', '7203338ff9b8b5f513a5e46644c2fb3b73d752bb9645eeb69e825362ce21fd67', 'fb6b5145b9bf05ea18e2b09daa6b16e959c1b4e8b94186b86bb026534384d7b8');
UPDATE "migrator_version_ledger" SET step = 1, state = 'started'
  WHERE revision = 'b9add773' AND direction = 'down' AND digest = '7203338ff9b8b5f513a5e46644c2fb3b73d752bb9645eeb69e825362ce21fd67';


-- drop index item_name of table item (revisions/b9add773_index_concurrently.ts:12)
drop index "item_name";

UPDATE "migrator_version_ledger" SET state = 'done'
  WHERE revision = 'b9add773' AND direction = 'down' AND digest = '7203338ff9b8b5f513a5e46644c2fb3b73d752bb9645eeb69e825362ce21fd67' AND step = 1 AND state = 'started';
COMMIT;

BEGIN;
SELECT CAST(CASE WHEN current_setting('migrator.stopped') = 'off' THEN '0'
    ELSE 'migration refused: an earlier statement of this script failed. Read the messages above this one: something failed.' END AS integer) AS migrator;
SELECT CAST(CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b9add773') THEN version_num END) = 1 THEN '0'
    ELSE 'migration refused: revision b9add773 needs the database at b9add773, but it is at ' || coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base') || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS integer) AS migrator
  FROM "migrator_version";
SELECT CAST(CASE WHEN count(*) = 1 THEN '0'
    ELSE 'migration refused: the ledger is not where this script left it' END AS integer) AS migrator
  FROM "migrator_version_ledger" WHERE revision = 'b9add773' AND direction = 'down' AND digest = '7203338ff9b8b5f513a5e46644c2fb3b73d752bb9645eeb69e825362ce21fd67' AND step = 1 AND state = 'done';
UPDATE "migrator_version_ledger" SET step = 2, state = 'started'
  WHERE revision = 'b9add773' AND direction = 'down' AND digest = '7203338ff9b8b5f513a5e46644c2fb3b73d752bb9645eeb69e825362ce21fd67' AND step = 1 AND state = 'done';

UPDATE "migrator_version" SET version_num = 'a9add773' WHERE version_num = 'b9add773'
    AND EXISTS (SELECT 1 FROM "migrator_version_ledger" WHERE revision = 'b9add773' AND direction = 'down' AND digest = '7203338ff9b8b5f513a5e46644c2fb3b73d752bb9645eeb69e825362ce21fd67' AND step = 2 AND state = 'started');
SELECT CAST(CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a9add773') THEN version_num END) = 1 THEN '0'
    ELSE 'migration undone: revision b9add773 should leave the database at a9add773, but it is at ' || coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base') || '. This transaction was undone. Another session may have changed the version table.' END AS integer) AS migrator
  FROM "migrator_version";
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'b9add773', 'down', 'An index built without blocking writers', clock_timestamp(), session_user,
      '7203338ff9b8b5f513a5e46644c2fb3b73d752bb9645eeb69e825362ce21fd67', 'fb6b5145b9bf05ea18e2b09daa6b16e959c1b4e8b94186b86bb026534384d7b8', CASE WHEN current_setting('migrator.accept_loss') = 'on' THEN 1 ELSE 0 END
    FROM "migrator_version_log"
    HAVING (SELECT count(*) FROM "migrator_version_ledger" WHERE revision = 'b9add773' AND direction = 'down' AND digest = '7203338ff9b8b5f513a5e46644c2fb3b73d752bb9645eeb69e825362ce21fd67' AND step = 2 AND state = 'started') = 1;
UPDATE "migrator_version_ledger" SET state = 'done'
  WHERE revision = 'b9add773' AND direction = 'down' AND digest = '7203338ff9b8b5f513a5e46644c2fb3b73d752bb9645eeb69e825362ce21fd67' AND step = 2 AND state = 'started';

COMMIT;


-- ==== undoing revision a9add773 A table with rows ====
-- from a9add773 to base, revisions/a9add773_tables.ts
-- It loses the rows of table item.


BEGIN;
SELECT CAST(CASE WHEN current_setting('migrator.stopped') = 'off' THEN '0'
    ELSE 'migration refused: an earlier statement of this script failed. Read the messages above this one: something failed.' END AS integer) AS migrator;
SELECT CAST(CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a9add773') THEN version_num END) = 1 THEN '0'
    ELSE 'migration refused: revision a9add773 needs the database at a9add773, but it is at ' || coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base') || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS integer) AS migrator
  FROM "migrator_version";
SELECT CAST(coalesce(max(CASE WHEN script = 'fb6b5145b9bf05ea18e2b09daa6b16e959c1b4e8b94186b86bb026534384d7b8' THEN 'migration refused: an earlier run of this script left a revision half done. Nothing was changed. "migrator_version_ledger" shows which step of which revision: the script for psql of the same revisions goes on from there; or undo the steps of that revision by hand and DELETE FROM "migrator_version_ledger".'
    ELSE 'migration refused: another script left a revision half done. Nothing was changed. "migrator_version_ledger" shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM "migrator_version_ledger".' END), '0') AS integer) AS migrator
  FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started');
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('a9add773', 'down', 0, 1, 'done', '7c840f14a24f4881cd4ee4343fb482563c63d2a013a9f78b192af0d0a23ebc18', 'fb6b5145b9bf05ea18e2b09daa6b16e959c1b4e8b94186b86bb026534384d7b8');
UPDATE "migrator_version_ledger" SET step = 1, state = 'started'
  WHERE revision = 'a9add773' AND direction = 'down' AND digest = '7c840f14a24f4881cd4ee4343fb482563c63d2a013a9f78b192af0d0a23ebc18';

-- undoing revision a9add773 stops here, with their number and where the first is, when there are
--   rows of item, which would be lost
SELECT CAST(CASE WHEN found = 0 OR current_setting('migrator.accept_loss') = 'on' THEN '0'
    ELSE 'migration refused: undoing revision a9add773 would lose ' || found || ' row' || CASE WHEN found = 1 THEN '' ELSE 's' END || ' of item' || CASE WHEN first_one IS NULL THEN '' ELSE ' (first: ' || first_one || ')' END || '. Nothing of this revision was changed. Those before it stay done: ask for a script that starts where the database stands now, and keep what is needed, or accept the loss with the switch at its top.' END AS integer) AS migrator
  FROM (SELECT (SELECT COUNT(*) FROM "item") AS found,
    (SELECT 'id = ' || LEFT("id"::text, 60) FROM "item" ORDER BY "id" LIMIT 1) AS first_one) asked;

-- drop table item (revisions/a9add773_tables.ts:23)
drop table "item";

DELETE FROM "migrator_version" WHERE version_num IN ('a9add773')
    AND EXISTS (SELECT 1 FROM "migrator_version_ledger" WHERE revision = 'a9add773' AND direction = 'down' AND digest = '7c840f14a24f4881cd4ee4343fb482563c63d2a013a9f78b192af0d0a23ebc18' AND step = 1 AND state = 'started');
SELECT CAST(CASE WHEN count(*) = 0 THEN '0'
    ELSE 'migration undone: revision a9add773 should leave the database at base, but it is at ' || coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base') || '. This transaction was undone. Another session may have changed the version table.' END AS integer) AS migrator
  FROM "migrator_version";
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'a9add773', 'down', 'A table with rows', clock_timestamp(), session_user,
      '7c840f14a24f4881cd4ee4343fb482563c63d2a013a9f78b192af0d0a23ebc18', 'fb6b5145b9bf05ea18e2b09daa6b16e959c1b4e8b94186b86bb026534384d7b8', CASE WHEN current_setting('migrator.accept_loss') = 'on' THEN 1 ELSE 0 END
    FROM "migrator_version_log"
    HAVING (SELECT count(*) FROM "migrator_version_ledger" WHERE revision = 'a9add773' AND direction = 'down' AND digest = '7c840f14a24f4881cd4ee4343fb482563c63d2a013a9f78b192af0d0a23ebc18' AND step = 1 AND state = 'started') = 1;
UPDATE "migrator_version_ledger" SET state = 'done'
  WHERE revision = 'a9add773' AND direction = 'down' AND digest = '7c840f14a24f4881cd4ee4343fb482563c63d2a013a9f78b192af0d0a23ebc18' AND step = 1 AND state = 'started';

COMMIT;


BEGIN;
SELECT CAST(CASE WHEN current_setting('migrator.stopped') = 'off' THEN '0'
    ELSE 'migration refused: an earlier statement of this script failed. Read the messages above this one: something failed.' END AS integer) AS migrator;
SELECT CAST(CASE WHEN count(*) = 0 THEN '0'
    ELSE 'migration not complete: downgrade.sql should leave the database at base, but it is at ' || coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base') || '. Read the messages above this one: something failed.' END AS integer) AS migrator
  FROM "migrator_version";
DELETE FROM "migrator_version_ledger";
SELECT 'done: the database is at base' AS migrator FROM "migrator_version" HAVING count(*) >= 0;
COMMIT;
RESET TimeZone;
RESET lock_timeout;
SELECT set_config('migrator.accept_loss', 'off', false) AS migrator;
SELECT set_config('migrator.stopped', 'on', false) AS migrator;
