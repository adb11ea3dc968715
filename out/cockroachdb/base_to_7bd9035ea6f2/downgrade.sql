-- downgrade.sql: made by migrator 0.1.0 for CockroachDB 24.1 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: 7bd9035ea6f2
-- To:   base
-- Version table: migrator_version
-- Script: e23759b688195715b7ae8ee598ffdaa3310afa3e35914aa3d293da27e28f4cbe
--
-- Revisions, in this order:
--   1. down 7bd9035ea6f2 Find employees by name, without stopping the writers meanwhile.
--      sha256 2459a36e123944e628c0a81c9f3f46f48b78ee74be2f3955741895259e2a7ada
--   2. down 68a2c47fe0b5 Bring the people and the catalogue together.
--      sha256 9955addb06fe1f286d4998bd71d189593dc42294a69097674321833472d19eb5
--   3. down 4de87a15c093 Employees have an e-mail address.
--      sha256 dc08a4dc3a8759e3b93db3b7ed8fb341c04e7b51f93dcce9ea6dded5e20fb2b9
--   4. down 5f60b9e3d71c Products can be discontinued.
--      sha256 316890a6c9f5e58d28f85791f7069ab4a9b1b56fb10b1a95bf32c24fbdf235f6
--   5. down 37b1d2f0a8ce The first rows of every table.
--      sha256 6b8e7a3041af87dacbc37e13d74f870cb0289acf73ec53dbc137ec09330936cd
--   6. down 2c90e5d41f6a Accounts and products.
--      sha256 08771171770041af32b76db256fc41f1a84f54fbabb178a5ac38157e7018b6c5
--   7. down 1a3f08c2b7d4 Departments, employees, and who works where.
--      sha256 1b09daaf5f82f5b314fbfacfad2f03a2fefc92b5557d196eaf7f1e7c64bc0d90
--
-- Steps that lose data:
--   4de87a15c093 loses the values of column employee.email.
--   5f60b9e3d71c loses the values of column product.discontinued_on.
--   5f60b9e3d71c loses the values of column product.discontinued.
--   37b1d2f0a8ce loses rows of table product, which it deletes.
--   37b1d2f0a8ce loses rows of table account, which it deletes.
--   37b1d2f0a8ce loses rows of table department_employee, which it deletes.
--   37b1d2f0a8ce loses rows of table employee, which it deletes.
--   37b1d2f0a8ce loses rows of table department, which it deletes.
--   2c90e5d41f6a loses the rows of table product.
--   2c90e5d41f6a loses the rows of table account.
--   1a3f08c2b7d4 loses the rows of table department_employee.
--   1a3f08c2b7d4 loses the rows of table employee.
--   1a3f08c2b7d4 loses the rows of table department.
--
-- Run it:
--   psql -X -d DATABASE -L downgrade.log -f downgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator downgrade --sql WHERE_IT_IS:base --target cockroachdb
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.
--
-- Before a revision loses rows or values it counts them, and refuses when there are any. To accept that
-- they are lost, turn on the switch that is marked SWITCH below:
--   psql -X -v accept_loss=on -d DATABASE -L downgrade.log -f downgrade.sql
--
-- Not one transaction: 7bd9035ea6f2, 4de87a15c093, 5f60b9e3d71c.
-- When a statement of such a revision fails, what was done before it in its revision stays.
-- The ledger beside the version table knows the steps that are done: mend what the message says, and run the
-- same file again; it goes on there. A step that was cut off in its middle stops the script, with what to look
-- at and how to settle it.
--
-- It waits at most 10 s for a lock (lock_timeout).
-- A statement that waited too long fails (canceling statement due to lock timeout), and what was committed
--   before it stays.
-- See who holds the lock, and run the same file again:
--   SHOW CLUSTER SESSIONS

\set ON_ERROR_STOP on
\set AUTOCOMMIT on
\set ON_ERROR_ROLLBACK off
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET lock_timeout = '10s';
SET TimeZone = 'UTC';
SET sql_safe_updates = 'off';
SET default_int_size = '8';
SET default_transaction_isolation = 'serializable';
SELECT count(*) > 0 AS migrator_autocommits FROM pg_settings
  WHERE name = 'autocommit_before_ddl' \gset
\if :migrator_autocommits
SET autocommit_before_ddl = off;
\endif
-- ==== SWITCH: off unless you accept that the rows and values counted below are lost ====
-- On: -v accept_loss=on, as the head of this script shows
\if :{?accept_loss}
\else
\set accept_loss off
\endif
\set migrator_frozen on
SELECT current_setting('default_transaction_read_only') AS migrator_frozen \gset
-- The session stays read-only until the guard below has passed.
SET default_transaction_read_only = on;

\set migrator_done false
\set migrator_there false
SELECT to_regclass('"migrator_version"') IS NOT NULL AS migrator_there \gset
\if :migrator_there
\set migrator_done false
SELECT count(*) = 0 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT to_regclass('"migrator_version_ledger"') IS NOT NULL AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'e23759b688195715b7ae8ee598ffdaa3310afa3e35914aa3d293da27e28f4cbe' \gset
\endif
\if :migrator_done
\if :migrator_frozen
SET default_transaction_read_only = on;
\else
SET default_transaction_read_only = off;
\endif
RESET lock_timeout;
RESET sql_safe_updates;
RESET default_int_size;
RESET default_transaction_isolation;
\echo 'already applied: the database is at base, nothing was changed'
\quit
\endif
\if :migrator_frozen
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION 'migration refused: the session was read-only before this script began; whoever made it so must allow writing first';
  END IF;
END
$migrator$;
\quit
\endif
\set migrator_position 0
\set migrator_on false
\set migrator_left false
\set migrator_known false
\if :migrator_there
SELECT to_regclass('"migrator_version_ledger"') IS NOT NULL AS migrator_known \gset
\endif
\if :migrator_known
SELECT coalesce(max((SELECT CASE coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
      WHEN '68a2c47fe0b5' THEN 1
      WHEN '4de87a15c093, 5f60b9e3d71c' THEN 2
      WHEN '5f60b9e3d71c' THEN 3
      WHEN '37b1d2f0a8ce' THEN 4
      WHEN '2c90e5d41f6a' THEN 5
      WHEN '1a3f08c2b7d4' THEN 6
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
      WHEN '68a2c47fe0b5' THEN 1
      WHEN '4de87a15c093, 5f60b9e3d71c' THEN 2
      WHEN '5f60b9e3d71c' THEN 3
      WHEN '37b1d2f0a8ce' THEN 4
      WHEN '2c90e5d41f6a' THEN 5
      WHEN '1a3f08c2b7d4' THEN 6
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = 'e23759b688195715b7ae8ee598ffdaa3310afa3e35914aa3d293da27e28f4cbe' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'e23759b688195715b7ae8ee598ffdaa3310afa3e35914aa3d293da27e28f4cbe' \gset
\endif
\if :migrator_left
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: another script left a revision half done' USING HINT = 'Nothing was changed. "migrator_version_ledger" shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM "migrator_version_ledger".';
  END IF;
END
$migrator$;
\quit
\endif
\if :migrator_on
\echo 'goes on where an earlier run of this script stopped'
\endif
\if :migrator_on
DO $migrator$
DECLARE
  found text;
BEGIN
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;
\else
\if :migrator_there
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('7bd9035ea6f2') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'downgrade.sql needs the database at 7bd9035ea6f2', found
      USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;
\else
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at 7bd9035ea6f2' USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
  END IF;
END
$migrator$;
\endif
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
  applied_at TIMESTAMP WITH TIME ZONE NOT NULL,
  applied_by VARCHAR(128),
  digest VARCHAR(64) NOT NULL,
  script VARCHAR(64) NOT NULL,
  accepted_loss INTEGER NOT NULL,
  CONSTRAINT "migrator_version_log_pkc" PRIMARY KEY (entry)
);

-- ==== undoing revision 7bd9035ea6f2 Find employees by name, without stopping the writers meanwhile. ====
-- from 7bd9035ea6f2 to 68a2c47fe0b5, revisions/7bd9035ea6f2_find_employees_by_name.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision 7bd9035ea6f2: applied already'
\endif
\if :migrator_todo
\set migrator_step 0
\set migrator_begun 0
SELECT coalesce(max(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0) AS migrator_step,
    coalesce(max(CASE WHEN state = 'started' THEN step END), 0) AS migrator_begun
  FROM "migrator_version_ledger" WHERE revision = '7bd9035ea6f2' AND direction = 'down' AND digest = '8752601750d31bdf4dde92b7e754b29893337e8617a4a488088f22e5d81c3da7' \gset

\set migrator_todo false
SELECT :migrator_step < 1 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 1 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 1 of 2 of revision 7bd9035ea6f2 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (drop index employee_by_name of table employee (revisions/7bd9035ea6f2_find_employees_by_name.ts:22)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 0, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('7bd9035ea6f2') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision 7bd9035ea6f2 needs the database at 7bd9035ea6f2', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

\set migrator_missing false
SELECT count(*) = 0 AS migrator_missing FROM "migrator_version_ledger" WHERE revision = '7bd9035ea6f2' AND direction = 'down' AND digest = '8752601750d31bdf4dde92b7e754b29893337e8617a4a488088f22e5d81c3da7' \gset
\if :migrator_missing
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('7bd9035ea6f2', 'down', 0, 2, 'done', '8752601750d31bdf4dde92b7e754b29893337e8617a4a488088f22e5d81c3da7', 'e23759b688195715b7ae8ee598ffdaa3310afa3e35914aa3d293da27e28f4cbe');
\endif

-- drop index employee_by_name of table employee (revisions/7bd9035ea6f2_find_employees_by_name.ts:22)
drop index "employee_by_name";

UPDATE "migrator_version_ledger" SET step = 1, state = 'started'
  WHERE revision = '7bd9035ea6f2' AND direction = 'down' AND digest = '8752601750d31bdf4dde92b7e754b29893337e8617a4a488088f22e5d81c3da7';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 1, state = 'done'
  WHERE revision = '7bd9035ea6f2' AND direction = 'down' AND digest = '8752601750d31bdf4dde92b7e754b29893337e8617a4a488088f22e5d81c3da7';
\endif

\set migrator_todo false
SELECT :migrator_step < 2 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('7bd9035ea6f2') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision 7bd9035ea6f2 needs the database at 7bd9035ea6f2', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

UPDATE "migrator_version" SET version_num = '68a2c47fe0b5' WHERE version_num = '7bd9035ea6f2';
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('68a2c47fe0b5') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision 7bd9035ea6f2 should leave the database at 68a2c47fe0b5', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('7bd9035ea6f2', 'down', 2, 2, 'done', '8752601750d31bdf4dde92b7e754b29893337e8617a4a488088f22e5d81c3da7', 'e23759b688195715b7ae8ee598ffdaa3310afa3e35914aa3d293da27e28f4cbe');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '7bd9035ea6f2', 'down', 'Find employees by name, without stopping the writers meanwhile.', clock_timestamp(), session_user,
      '8752601750d31bdf4dde92b7e754b29893337e8617a4a488088f22e5d81c3da7', 'e23759b688195715b7ae8ee598ffdaa3310afa3e35914aa3d293da27e28f4cbe', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 7bd9035ea6f2: committed'
\endif
\endif

\endif

-- ==== undoing revision 68a2c47fe0b5 Bring the people and the catalogue together. ====
-- from 68a2c47fe0b5 to 4de87a15c093, 5f60b9e3d71c, revisions/68a2c47fe0b5_people_and_catalogue.ts
-- It changes nothing on CockroachDB but the version rows.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision 68a2c47fe0b5: applied already'
\endif
\if :migrator_todo

BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('68a2c47fe0b5') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision 68a2c47fe0b5 needs the database at 68a2c47fe0b5', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

DELETE FROM "migrator_version" WHERE version_num IN ('68a2c47fe0b5');
INSERT INTO "migrator_version" (version_num) VALUES ('4de87a15c093');
INSERT INTO "migrator_version" (version_num) VALUES ('5f60b9e3d71c');
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 2 AND count(DISTINCT CASE WHEN version_num IN ('4de87a15c093', '5f60b9e3d71c') THEN version_num END) = 2,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision 68a2c47fe0b5 should leave the database at 4de87a15c093, 5f60b9e3d71c', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('68a2c47fe0b5', 'down', 1, 1, 'done', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'e23759b688195715b7ae8ee598ffdaa3310afa3e35914aa3d293da27e28f4cbe');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '68a2c47fe0b5', 'down', 'Bring the people and the catalogue together.', clock_timestamp(), session_user,
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'e23759b688195715b7ae8ee598ffdaa3310afa3e35914aa3d293da27e28f4cbe', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 68a2c47fe0b5: committed'
\endif

\endif

-- ==== undoing revision 4de87a15c093 Employees have an e-mail address. ====
-- from 4de87a15c093, 5f60b9e3d71c to 5f60b9e3d71c, revisions/4de87a15c093_employee_email.ts
-- It loses the values of column employee.email.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 2 AS migrator_todo, :migrator_position > 2 AS migrator_past \gset
\if :migrator_past
\echo 'revision 4de87a15c093: applied already'
\endif
\if :migrator_todo
\set migrator_step 0
\set migrator_begun 0
SELECT coalesce(max(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0) AS migrator_step,
    coalesce(max(CASE WHEN state = 'started' THEN step END), 0) AS migrator_begun
  FROM "migrator_version_ledger" WHERE revision = '4de87a15c093' AND direction = 'down' AND digest = '9a785dd83a8ed75fdb1e15224c7e37dff5d05e6f3b1640f6197d282bc7e7cd15' \gset

\set migrator_todo false
SELECT :migrator_step < 1 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 1 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 1 of 2 of revision 4de87a15c093 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (drop column employee.email (revisions/4de87a15c093_employee_email.ts:21)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 0, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 2 AND count(DISTINCT CASE WHEN version_num IN ('4de87a15c093', '5f60b9e3d71c') THEN version_num END) = 2,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision 4de87a15c093 needs the database at 4de87a15c093, 5f60b9e3d71c', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- undoing revision 4de87a15c093 stops here, with their number and where the first is, when there are
--   values of employee.email, which would be lost
\if :accept_loss
\else
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "employee" WHERE "email" IS NOT NULL);
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'number = ' || LEFT("number"::text, 60) FROM "employee" WHERE "email" IS NOT NULL ORDER BY "number" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision 4de87a15c093 would lose ' || migrator_count || ' value' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of employee.email' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.';
  END IF;
END
$migrator$;
\endif

\set migrator_missing false
SELECT count(*) = 0 AS migrator_missing FROM "migrator_version_ledger" WHERE revision = '4de87a15c093' AND direction = 'down' AND digest = '9a785dd83a8ed75fdb1e15224c7e37dff5d05e6f3b1640f6197d282bc7e7cd15' \gset
\if :migrator_missing
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('4de87a15c093', 'down', 0, 2, 'done', '9a785dd83a8ed75fdb1e15224c7e37dff5d05e6f3b1640f6197d282bc7e7cd15', 'e23759b688195715b7ae8ee598ffdaa3310afa3e35914aa3d293da27e28f4cbe');
\endif

-- drop column employee.email (revisions/4de87a15c093_employee_email.ts:21)
alter table "employee" drop column "email";

UPDATE "migrator_version_ledger" SET step = 1, state = 'started'
  WHERE revision = '4de87a15c093' AND direction = 'down' AND digest = '9a785dd83a8ed75fdb1e15224c7e37dff5d05e6f3b1640f6197d282bc7e7cd15';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 1, state = 'done'
  WHERE revision = '4de87a15c093' AND direction = 'down' AND digest = '9a785dd83a8ed75fdb1e15224c7e37dff5d05e6f3b1640f6197d282bc7e7cd15';
\endif

\set migrator_todo false
SELECT :migrator_step < 2 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 2 AND count(DISTINCT CASE WHEN version_num IN ('4de87a15c093', '5f60b9e3d71c') THEN version_num END) = 2,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision 4de87a15c093 needs the database at 4de87a15c093, 5f60b9e3d71c', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

DELETE FROM "migrator_version" WHERE version_num IN ('4de87a15c093');
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('5f60b9e3d71c') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision 4de87a15c093 should leave the database at 5f60b9e3d71c', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('4de87a15c093', 'down', 2, 2, 'done', '9a785dd83a8ed75fdb1e15224c7e37dff5d05e6f3b1640f6197d282bc7e7cd15', 'e23759b688195715b7ae8ee598ffdaa3310afa3e35914aa3d293da27e28f4cbe');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '4de87a15c093', 'down', 'Employees have an e-mail address.', clock_timestamp(), session_user,
      '9a785dd83a8ed75fdb1e15224c7e37dff5d05e6f3b1640f6197d282bc7e7cd15', 'e23759b688195715b7ae8ee598ffdaa3310afa3e35914aa3d293da27e28f4cbe', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 4de87a15c093: committed'
\endif
\endif

\endif

-- ==== undoing revision 5f60b9e3d71c Products can be discontinued. ====
-- from 5f60b9e3d71c to 37b1d2f0a8ce, revisions/5f60b9e3d71c_discontinued_products.ts
-- It loses the values of column product.discontinued_on.
-- It loses the values of column product.discontinued.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 3 AS migrator_todo, :migrator_position > 3 AS migrator_past \gset
\if :migrator_past
\echo 'revision 5f60b9e3d71c: applied already'
\endif
\if :migrator_todo
\set migrator_step 0
\set migrator_begun 0
SELECT coalesce(max(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0) AS migrator_step,
    coalesce(max(CASE WHEN state = 'started' THEN step END), 0) AS migrator_begun
  FROM "migrator_version_ledger" WHERE revision = '5f60b9e3d71c' AND direction = 'down' AND digest = 'a74419c003c4da6054c28940db0f872b23656c7d69ffc4cadc8a31ef46ec521c' \gset

\set migrator_todo false
SELECT :migrator_step < 1 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 1 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 1 of 3 of revision 5f60b9e3d71c was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (drop column product.discontinued_on (revisions/5f60b9e3d71c_discontinued_products.ts:21)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 0, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('5f60b9e3d71c') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision 5f60b9e3d71c needs the database at 5f60b9e3d71c', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- undoing revision 5f60b9e3d71c stops here, with their number and where the first is, when there are
--   values of product.discontinued_on, which would be lost
--   values of product.discontinued, which would be lost
\if :accept_loss
\else
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "product" WHERE "discontinued_on" IS NOT NULL);
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'sku = ' || LEFT("sku"::text, 60) FROM "product" WHERE "discontinued_on" IS NOT NULL ORDER BY "sku" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision 5f60b9e3d71c would lose ' || migrator_count || ' value' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of product.discontinued_on' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.';
  END IF;
END
$migrator$;
\endif
\if :accept_loss
\else
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "product" WHERE "discontinued" IS NOT NULL);
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'sku = ' || LEFT("sku"::text, 60) FROM "product" WHERE "discontinued" IS NOT NULL ORDER BY "sku" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision 5f60b9e3d71c would lose ' || migrator_count || ' value' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of product.discontinued' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.';
  END IF;
END
$migrator$;
\endif

\set migrator_missing false
SELECT count(*) = 0 AS migrator_missing FROM "migrator_version_ledger" WHERE revision = '5f60b9e3d71c' AND direction = 'down' AND digest = 'a74419c003c4da6054c28940db0f872b23656c7d69ffc4cadc8a31ef46ec521c' \gset
\if :migrator_missing
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('5f60b9e3d71c', 'down', 0, 3, 'done', 'a74419c003c4da6054c28940db0f872b23656c7d69ffc4cadc8a31ef46ec521c', 'e23759b688195715b7ae8ee598ffdaa3310afa3e35914aa3d293da27e28f4cbe');
\endif

-- drop column product.discontinued_on (revisions/5f60b9e3d71c_discontinued_products.ts:21)
alter table "product" drop column "discontinued_on";

UPDATE "migrator_version_ledger" SET step = 1, state = 'started'
  WHERE revision = '5f60b9e3d71c' AND direction = 'down' AND digest = 'a74419c003c4da6054c28940db0f872b23656c7d69ffc4cadc8a31ef46ec521c';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 1, state = 'done'
  WHERE revision = '5f60b9e3d71c' AND direction = 'down' AND digest = 'a74419c003c4da6054c28940db0f872b23656c7d69ffc4cadc8a31ef46ec521c';
\endif

\set migrator_todo false
SELECT :migrator_step < 2 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 2 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 2 of 3 of revision 5f60b9e3d71c was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (drop column product.discontinued (revisions/5f60b9e3d71c_discontinued_products.ts:22)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 1, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('5f60b9e3d71c') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision 5f60b9e3d71c needs the database at 5f60b9e3d71c', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- undoing revision 5f60b9e3d71c stops here, with their number and where the first is, when there are
--   values of product.discontinued, which would be lost
\if :accept_loss
\else
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "product" WHERE "discontinued" IS NOT NULL);
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'sku = ' || LEFT("sku"::text, 60) FROM "product" WHERE "discontinued" IS NOT NULL ORDER BY "sku" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision 5f60b9e3d71c would lose ' || migrator_count || ' value' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of product.discontinued' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'What this revision did before stays: see the comments above. Keep what is needed, or accept the loss with the switch at the top of this script.';
  END IF;
END
$migrator$;
\endif

-- drop column product.discontinued (revisions/5f60b9e3d71c_discontinued_products.ts:22)
alter table "product" drop column "discontinued";

UPDATE "migrator_version_ledger" SET step = 2, state = 'started'
  WHERE revision = '5f60b9e3d71c' AND direction = 'down' AND digest = 'a74419c003c4da6054c28940db0f872b23656c7d69ffc4cadc8a31ef46ec521c';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 2, state = 'done'
  WHERE revision = '5f60b9e3d71c' AND direction = 'down' AND digest = 'a74419c003c4da6054c28940db0f872b23656c7d69ffc4cadc8a31ef46ec521c';
\endif

\set migrator_todo false
SELECT :migrator_step < 3 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('5f60b9e3d71c') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision 5f60b9e3d71c needs the database at 5f60b9e3d71c', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

UPDATE "migrator_version" SET version_num = '37b1d2f0a8ce' WHERE version_num = '5f60b9e3d71c';
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('37b1d2f0a8ce') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision 5f60b9e3d71c should leave the database at 37b1d2f0a8ce', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('5f60b9e3d71c', 'down', 3, 3, 'done', 'a74419c003c4da6054c28940db0f872b23656c7d69ffc4cadc8a31ef46ec521c', 'e23759b688195715b7ae8ee598ffdaa3310afa3e35914aa3d293da27e28f4cbe');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '5f60b9e3d71c', 'down', 'Products can be discontinued.', clock_timestamp(), session_user,
      'a74419c003c4da6054c28940db0f872b23656c7d69ffc4cadc8a31ef46ec521c', 'e23759b688195715b7ae8ee598ffdaa3310afa3e35914aa3d293da27e28f4cbe', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 5f60b9e3d71c: committed'
\endif
\endif

\endif

-- ==== undoing revision 37b1d2f0a8ce The first rows of every table. ====
-- from 37b1d2f0a8ce to 2c90e5d41f6a, revisions/37b1d2f0a8ce_first_rows.ts
-- It loses rows of table product, which it deletes.
-- It loses rows of table account, which it deletes.
-- It loses rows of table department_employee, which it deletes.
-- It loses rows of table employee, which it deletes.
-- It loses rows of table department, which it deletes.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 4 AS migrator_todo, :migrator_position > 4 AS migrator_past \gset
\if :migrator_past
\echo 'revision 37b1d2f0a8ce: applied already'
\endif
\if :migrator_todo

BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('37b1d2f0a8ce') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision 37b1d2f0a8ce needs the database at 37b1d2f0a8ce', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- delete from product (revisions/37b1d2f0a8ce_first_rows.ts:26)
delete from "product" where "sku" in ('A-100', 'B-7/2', 'Ç-3');

-- delete from account (revisions/37b1d2f0a8ce_first_rows.ts:32)
delete from "account" where "holder" in ('Müller & Söhne', 'D''Arcy, Ltd.');

-- delete from department_employee (revisions/37b1d2f0a8ce_first_rows.ts:38)
delete from "department_employee" where "employee_number" in (1001, 1002, 1003);

-- delete from employee (revisions/37b1d2f0a8ce_first_rows.ts:44)
delete from "employee" where "number" in (1001, 1002, 1003);

-- delete from department (revisions/37b1d2f0a8ce_first_rows.ts:50)
delete from "department" where "code" in ('R&D', 'HR', 'OPS');

UPDATE "migrator_version" SET version_num = '2c90e5d41f6a' WHERE version_num = '37b1d2f0a8ce';
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('2c90e5d41f6a') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision 37b1d2f0a8ce should leave the database at 2c90e5d41f6a', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('37b1d2f0a8ce', 'down', 1, 1, 'done', '1c50b63cbdbcab3b9210236b938dbdac74eacb2d61b5b4ce29073a82b8b8d76b', 'e23759b688195715b7ae8ee598ffdaa3310afa3e35914aa3d293da27e28f4cbe');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '37b1d2f0a8ce', 'down', 'The first rows of every table.', clock_timestamp(), session_user,
      '1c50b63cbdbcab3b9210236b938dbdac74eacb2d61b5b4ce29073a82b8b8d76b', 'e23759b688195715b7ae8ee598ffdaa3310afa3e35914aa3d293da27e28f4cbe', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 37b1d2f0a8ce: committed'
\endif

\endif

-- ==== undoing revision 2c90e5d41f6a Accounts and products. ====
-- from 2c90e5d41f6a to 1a3f08c2b7d4, revisions/2c90e5d41f6a_accounts_and_products.ts
-- It loses the rows of table product.
-- It loses the rows of table account.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 5 AS migrator_todo, :migrator_position > 5 AS migrator_past \gset
\if :migrator_past
\echo 'revision 2c90e5d41f6a: applied already'
\endif
\if :migrator_todo

BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('2c90e5d41f6a') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision 2c90e5d41f6a needs the database at 2c90e5d41f6a', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- undoing revision 2c90e5d41f6a stops here, with their number and where the first is, when there are
--   rows of product, which would be lost
--   rows of account, which would be lost
\if :accept_loss
\else
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "product");
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'sku = ' || LEFT("sku"::text, 60) FROM "product" ORDER BY "sku" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision 2c90e5d41f6a would lose ' || migrator_count || ' row' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of product' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.';
  END IF;
END
$migrator$;
\endif
\if :accept_loss
\else
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "account");
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "account" ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision 2c90e5d41f6a would lose ' || migrator_count || ' row' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of account' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.';
  END IF;
END
$migrator$;
\endif

-- drop table product (revisions/2c90e5d41f6a_accounts_and_products.ts:34)
drop table "product";

-- drop table account (revisions/2c90e5d41f6a_accounts_and_products.ts:35)
drop table "account";

UPDATE "migrator_version" SET version_num = '1a3f08c2b7d4' WHERE version_num = '2c90e5d41f6a';
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('1a3f08c2b7d4') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision 2c90e5d41f6a should leave the database at 1a3f08c2b7d4', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('2c90e5d41f6a', 'down', 1, 1, 'done', '1ea2d7288e6c868c8b3ba7cf4ee6cff40bdfd9f7502088e6016872475e560299', 'e23759b688195715b7ae8ee598ffdaa3310afa3e35914aa3d293da27e28f4cbe');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '2c90e5d41f6a', 'down', 'Accounts and products.', clock_timestamp(), session_user,
      '1ea2d7288e6c868c8b3ba7cf4ee6cff40bdfd9f7502088e6016872475e560299', 'e23759b688195715b7ae8ee598ffdaa3310afa3e35914aa3d293da27e28f4cbe', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 2c90e5d41f6a: committed'
\endif

\endif

-- ==== undoing revision 1a3f08c2b7d4 Departments, employees, and who works where. ====
-- from 1a3f08c2b7d4 to base, revisions/1a3f08c2b7d4_staff.ts
-- It loses the rows of table department_employee.
-- It loses the rows of table employee.
-- It loses the rows of table department.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 6 AS migrator_todo, :migrator_position > 6 AS migrator_past \gset
\if :migrator_past
\echo 'revision 1a3f08c2b7d4: applied already'
\endif
\if :migrator_todo

BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('1a3f08c2b7d4') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision 1a3f08c2b7d4 needs the database at 1a3f08c2b7d4', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- undoing revision 1a3f08c2b7d4 stops here, with their number and where the first is, when there are
--   rows of department_employee, which would be lost
--   rows of employee, which would be lost
--   rows of department, which would be lost
\if :accept_loss
\else
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "department_employee");
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'department_code = ' || LEFT("department_code"::text, 60) || ', employee_number = ' || LEFT("employee_number"::text, 60) FROM "department_employee" ORDER BY "department_code", "employee_number" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision 1a3f08c2b7d4 would lose ' || migrator_count || ' row' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of department_employee' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.';
  END IF;
END
$migrator$;
\endif
\if :accept_loss
\else
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "employee");
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'number = ' || LEFT("number"::text, 60) FROM "employee" ORDER BY "number" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision 1a3f08c2b7d4 would lose ' || migrator_count || ' row' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of employee' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.';
  END IF;
END
$migrator$;
\endif
\if :accept_loss
\else
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "department");
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'code = ' || LEFT("code"::text, 60) FROM "department" ORDER BY "code" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision 1a3f08c2b7d4 would lose ' || migrator_count || ' row' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of department' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.';
  END IF;
END
$migrator$;
\endif

-- drop table department_employee (revisions/1a3f08c2b7d4_staff.ts:43)
drop table "department_employee";

-- drop table employee (revisions/1a3f08c2b7d4_staff.ts:44)
drop table "employee";

-- drop table department (revisions/1a3f08c2b7d4_staff.ts:45)
drop table "department";

DELETE FROM "migrator_version" WHERE version_num IN ('1a3f08c2b7d4');
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 0,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision 1a3f08c2b7d4 should leave the database at base', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('1a3f08c2b7d4', 'down', 1, 1, 'done', '263de7b7e1c635419cbb96763d600c28ae3570aa0caadd559580aee9aec279ad', 'e23759b688195715b7ae8ee598ffdaa3310afa3e35914aa3d293da27e28f4cbe');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '1a3f08c2b7d4', 'down', 'Departments, employees, and who works where.', clock_timestamp(), session_user,
      '263de7b7e1c635419cbb96763d600c28ae3570aa0caadd559580aee9aec279ad', 'e23759b688195715b7ae8ee598ffdaa3310afa3e35914aa3d293da27e28f4cbe', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 1a3f08c2b7d4: committed'
\endif

\endif

DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 0,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration not complete: %, but it is at %', 'downgrade.sql should leave the database at base', found
      USING HINT = 'Read the messages above this one: something failed.';
  END IF;
  DELETE FROM "migrator_version_ledger";
END
$migrator$;
\if :ERROR
\else
\echo 'done: the database is at base'
\endif
\if :migrator_frozen
SET default_transaction_read_only = on;
\else
SET default_transaction_read_only = off;
\endif
RESET lock_timeout;
RESET sql_safe_updates;
RESET default_int_size;
RESET default_transaction_isolation;
