-- downgrade.sql: made by migrator for Amazon Redshift 1.0 and plain
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: dat02
-- To:   base
-- Version table: migrator_version
-- Script: dc87e762d1e1bb4c00530b3a7ac9b5425fbe4e403335a4a89b38369d8ceff173
--
-- Revisions, in this order:
--   1. down dat02 Rows inserted, updated and deleted by knex.
--      sha256 066cd194814c908801a6e6fc8413ab884b9fbc2bc929452759a082f8b57c77d9
--   2. down dat01 Two tables.
--      sha256 022967d1f0d556e6e51bdbe1ec8ec6d0a680f03e1d5545bcf66727a95b9ba0fb
--
-- Steps that lose data:
--   dat02 loses rows of table new, which it deletes.
--   dat01 loses the rows of table new.
--   dat01 loses the rows of table old.
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
--   migrator downgrade --sql WHERE_IT_IS:base --target redshift
-- Where the database is at "To" already, it says so, changes nothing, and ends with an error.
--
-- Before a revision loses rows or values it counts them, and refuses when there are any. To accept that
-- they are lost, turn on the switch that is marked SWITCH below:
--   write 'on' for 'off' in the line SELECT set_config('migrator.accept_loss', 'off', false)

SELECT set_config('migrator.stopped', 'on', false) AS migrator;
BEGIN;
SET TimeZone = 'UTC';
-- ==== SWITCH: off unless you accept that the rows and values counted below are lost ====
-- On: write 'on' for 'off' in the line SELECT set_config('migrator.accept_loss', 'off', false)
SELECT set_config('migrator.accept_loss', 'off', false) AS migrator;
SELECT set_config('migrator.stopped', 'asking', false) AS migrator;
COMMIT;

BEGIN;
SELECT CAST(CASE WHEN current_setting('migrator.stopped') = 'asking' THEN '0'
    ELSE 'migration refused: an earlier statement of this script failed. Read the messages above this one: something failed.' END AS integer) AS migrator;
SELECT CAST(CASE WHEN (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version' AND table_schema = current_schema()) THEN '0'
    ELSE 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at dat02. Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.' END AS integer) AS migrator;
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
SELECT CAST(coalesce(max(CASE WHEN script = 'dc87e762d1e1bb4c00530b3a7ac9b5425fbe4e403335a4a89b38369d8ceff173' THEN 'migration refused: an earlier run of this script left a revision half done. Nothing was changed. "migrator_version_ledger" shows which step of which revision: the script for psql of the same revisions goes on from there; or undo the steps of that revision by hand and DELETE FROM "migrator_version_ledger".'
    ELSE 'migration refused: another script left a revision half done. Nothing was changed. "migrator_version_ledger" shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM "migrator_version_ledger".' END), '0') AS integer) AS migrator
  FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started');
SELECT CAST(CASE WHEN count(*) = 0 THEN 'already applied: the database is at base, nothing was changed'
    WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('dat02') THEN version_num END) = 1 THEN '0'
    ELSE 'migration refused: downgrade.sql needs the database at dat02, but it is at ' || coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base') || '. Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.' END AS integer) AS migrator
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
  applied_at TIMESTAMP NOT NULL,
  applied_by VARCHAR(128),
  digest VARCHAR(64) NOT NULL,
  script VARCHAR(64) NOT NULL,
  accepted_loss INTEGER NOT NULL,
  CONSTRAINT "migrator_version_log_pkc" PRIMARY KEY (entry)
);
COMMIT;

-- ==== undoing revision dat02 Rows inserted, updated and deleted by knex. ====
-- from dat02 to dat01, revisions/02_rows_changed_by.ts
-- It loses rows of table new, which it deletes.


BEGIN;
LOCK TABLE "migrator_version";
SELECT CAST(CASE WHEN current_setting('migrator.stopped') = 'off' THEN '0'
    ELSE 'migration refused: an earlier statement of this script failed. Read the messages above this one: something failed.' END AS integer) AS migrator;
SELECT CAST(CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('dat02') THEN version_num END) = 1 THEN '0'
    ELSE 'migration refused: revision dat02 needs the database at dat02, but it is at ' || coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base') || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS integer) AS migrator
  FROM "migrator_version";
SELECT CAST(coalesce(max(CASE WHEN script = 'dc87e762d1e1bb4c00530b3a7ac9b5425fbe4e403335a4a89b38369d8ceff173' THEN 'migration refused: an earlier run of this script left a revision half done. Nothing was changed. "migrator_version_ledger" shows which step of which revision: the script for psql of the same revisions goes on from there; or undo the steps of that revision by hand and DELETE FROM "migrator_version_ledger".'
    ELSE 'migration refused: another script left a revision half done. Nothing was changed. "migrator_version_ledger" shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM "migrator_version_ledger".' END), '0') AS integer) AS migrator
  FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started');
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('dat02', 'down', 0, 1, 'done', 'ee40986392d38c50e241ecf99c7e02599e5bd41582fea9a8c0cd5b00217c3e6b', 'dc87e762d1e1bb4c00530b3a7ac9b5425fbe4e403335a4a89b38369d8ceff173');
UPDATE "migrator_version_ledger" SET step = 1, state = 'started'
  WHERE revision = 'dat02' AND direction = 'down' AND digest = 'ee40986392d38c50e241ecf99c7e02599e5bd41582fea9a8c0cd5b00217c3e6b';

-- delete from new (revisions/02_rows_changed_by.ts:39)
delete from "new";

-- update old (revisions/02_rows_changed_by.ts:40)
update "old" set "name" = 'it''s three?', "price" = 3, "since" = '2025-12-31' where "id" = 3;

UPDATE "migrator_version" SET version_num = 'dat01' WHERE version_num = 'dat02'
    AND EXISTS (SELECT 1 FROM "migrator_version_ledger" WHERE revision = 'dat02' AND direction = 'down' AND digest = 'ee40986392d38c50e241ecf99c7e02599e5bd41582fea9a8c0cd5b00217c3e6b' AND step = 1 AND state = 'started');
SELECT CAST(CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('dat01') THEN version_num END) = 1 THEN '0'
    ELSE 'migration undone: revision dat02 should leave the database at dat01, but it is at ' || coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base') || '. This transaction was undone. Another session may have changed the version table.' END AS integer) AS migrator
  FROM "migrator_version";
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'dat02', 'down', 'Rows inserted, updated and deleted by knex.', SYSDATE, CURRENT_USER,
      'ee40986392d38c50e241ecf99c7e02599e5bd41582fea9a8c0cd5b00217c3e6b', 'dc87e762d1e1bb4c00530b3a7ac9b5425fbe4e403335a4a89b38369d8ceff173', CASE WHEN current_setting('migrator.accept_loss') = 'on' THEN 1 ELSE 0 END
    FROM "migrator_version_log"
    HAVING (SELECT count(*) FROM "migrator_version_ledger" WHERE revision = 'dat02' AND direction = 'down' AND digest = 'ee40986392d38c50e241ecf99c7e02599e5bd41582fea9a8c0cd5b00217c3e6b' AND step = 1 AND state = 'started') = 1;
UPDATE "migrator_version_ledger" SET state = 'done'
  WHERE revision = 'dat02' AND direction = 'down' AND digest = 'ee40986392d38c50e241ecf99c7e02599e5bd41582fea9a8c0cd5b00217c3e6b' AND step = 1 AND state = 'started';

COMMIT;


-- ==== undoing revision dat01 Two tables. ====
-- from dat01 to base, revisions/01_two_tables.ts
-- It loses the rows of table new.
-- It loses the rows of table old.


BEGIN;
LOCK TABLE "migrator_version";
SELECT CAST(CASE WHEN current_setting('migrator.stopped') = 'off' THEN '0'
    ELSE 'migration refused: an earlier statement of this script failed. Read the messages above this one: something failed.' END AS integer) AS migrator;
SELECT CAST(CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('dat01') THEN version_num END) = 1 THEN '0'
    ELSE 'migration refused: revision dat01 needs the database at dat01, but it is at ' || coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base') || '. Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS integer) AS migrator
  FROM "migrator_version";
SELECT CAST(coalesce(max(CASE WHEN script = 'dc87e762d1e1bb4c00530b3a7ac9b5425fbe4e403335a4a89b38369d8ceff173' THEN 'migration refused: an earlier run of this script left a revision half done. Nothing was changed. "migrator_version_ledger" shows which step of which revision: the script for psql of the same revisions goes on from there; or undo the steps of that revision by hand and DELETE FROM "migrator_version_ledger".'
    ELSE 'migration refused: another script left a revision half done. Nothing was changed. "migrator_version_ledger" shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM "migrator_version_ledger".' END), '0') AS integer) AS migrator
  FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started');
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('dat01', 'down', 0, 1, 'done', '8e33295c9d62454143d19b76adb9cdc89ac02d319dc7918b2f92fc880c5d1340', 'dc87e762d1e1bb4c00530b3a7ac9b5425fbe4e403335a4a89b38369d8ceff173');
UPDATE "migrator_version_ledger" SET step = 1, state = 'started'
  WHERE revision = 'dat01' AND direction = 'down' AND digest = '8e33295c9d62454143d19b76adb9cdc89ac02d319dc7918b2f92fc880c5d1340';

-- undoing revision dat01 stops here, with their number and where the first is, when there are
--   rows of new, which would be lost
--   rows of old, which would be lost
SELECT CAST(CASE WHEN found = 0 OR current_setting('migrator.accept_loss') = 'on' THEN '0'
    ELSE 'migration refused: undoing revision dat01 would lose ' || found || ' row' || CASE WHEN found = 1 THEN '' ELSE 's' END || ' of new' || CASE WHEN first_one IS NULL THEN '' ELSE ' (first: ' || first_one || ')' END || '. Nothing of this revision was changed. Those before it stay done: ask for a script that starts where the database stands now, and keep what is needed, or accept the loss with the switch at its top.' END AS integer) AS migrator
  FROM (SELECT (SELECT COUNT(*) FROM "new") AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "new" ORDER BY "id" LIMIT 1) AS first_one) asked;
SELECT CAST(CASE WHEN found = 0 OR current_setting('migrator.accept_loss') = 'on' THEN '0'
    ELSE 'migration refused: undoing revision dat01 would lose ' || found || ' row' || CASE WHEN found = 1 THEN '' ELSE 's' END || ' of old' || CASE WHEN first_one IS NULL THEN '' ELSE ' (first: ' || first_one || ')' END || '. Nothing of this revision was changed. Those before it stay done: ask for a script that starts where the database stands now, and keep what is needed, or accept the loss with the switch at its top.' END AS integer) AS migrator
  FROM (SELECT (SELECT COUNT(*) FROM "old") AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "old" ORDER BY "id" LIMIT 1) AS first_one) asked;

-- drop table new (revisions/01_two_tables.ts:33)
drop table "new";

-- drop table old (revisions/01_two_tables.ts:34)
drop table "old";

DELETE FROM "migrator_version" WHERE version_num IN ('dat01')
    AND EXISTS (SELECT 1 FROM "migrator_version_ledger" WHERE revision = 'dat01' AND direction = 'down' AND digest = '8e33295c9d62454143d19b76adb9cdc89ac02d319dc7918b2f92fc880c5d1340' AND step = 1 AND state = 'started');
SELECT CAST(CASE WHEN count(*) = 0 THEN '0'
    ELSE 'migration undone: revision dat01 should leave the database at base, but it is at ' || coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base') || '. This transaction was undone. Another session may have changed the version table.' END AS integer) AS migrator
  FROM "migrator_version";
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'dat01', 'down', 'Two tables.', SYSDATE, CURRENT_USER,
      '8e33295c9d62454143d19b76adb9cdc89ac02d319dc7918b2f92fc880c5d1340', 'dc87e762d1e1bb4c00530b3a7ac9b5425fbe4e403335a4a89b38369d8ceff173', CASE WHEN current_setting('migrator.accept_loss') = 'on' THEN 1 ELSE 0 END
    FROM "migrator_version_log"
    HAVING (SELECT count(*) FROM "migrator_version_ledger" WHERE revision = 'dat01' AND direction = 'down' AND digest = '8e33295c9d62454143d19b76adb9cdc89ac02d319dc7918b2f92fc880c5d1340' AND step = 1 AND state = 'started') = 1;
UPDATE "migrator_version_ledger" SET state = 'done'
  WHERE revision = 'dat01' AND direction = 'down' AND digest = '8e33295c9d62454143d19b76adb9cdc89ac02d319dc7918b2f92fc880c5d1340' AND step = 1 AND state = 'started';

COMMIT;


BEGIN;
SELECT CAST(CASE WHEN current_setting('migrator.stopped') = 'off' THEN '0'
    ELSE 'migration refused: an earlier statement of this script failed. Read the messages above this one: something failed.' END AS integer) AS migrator;
SELECT CAST(CASE WHEN count(*) = 0 THEN '0'
    ELSE 'migration not complete: downgrade.sql should leave the database at base, but it is at ' || coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base') || '. Read the messages above this one: something failed.' END AS integer) AS migrator
  FROM "migrator_version";
DELETE FROM "migrator_version_ledger";
SELECT 'done: the database is at base' AS migrator FROM "migrator_version" HAVING count(*) >= 0;
COMMIT;
RESET TimeZone;
SELECT set_config('migrator.accept_loss', 'off', false) AS migrator;
SELECT set_config('migrator.stopped', 'on', false) AS migrator;
