-- downgrade.sql: made by migrator 0.1.0 for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: 7bd9035ea6f2
-- To:   base
-- Version table: migrator_version
-- Script: d2151aa08106af32270ecee3960f6042bf8c1225c1e2e1050eaf06211160e878
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
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'd2151aa08106af32270ecee3960f6042bf8c1225c1e2e1050eaf06211160e878' \gset
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
      WHEN '68a2c47fe0b5' THEN 1
      WHEN '4de87a15c093, 5f60b9e3d71c' THEN 2
      WHEN '5f60b9e3d71c' THEN 3
      WHEN '37b1d2f0a8ce' THEN 4
      WHEN '2c90e5d41f6a' THEN 5
      WHEN '1a3f08c2b7d4' THEN 6
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
      WHEN '68a2c47fe0b5' THEN 1
      WHEN '4de87a15c093, 5f60b9e3d71c' THEN 2
      WHEN '5f60b9e3d71c' THEN 3
      WHEN '37b1d2f0a8ce' THEN 4
      WHEN '2c90e5d41f6a' THEN 5
      WHEN '1a3f08c2b7d4' THEN 6
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = 'd2151aa08106af32270ecee3960f6042bf8c1225c1e2e1050eaf06211160e878' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'd2151aa08106af32270ecee3960f6042bf8c1225c1e2e1050eaf06211160e878' \gset
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('7bd9035ea6f2') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: downgrade.sql needs the database at 7bd9035ea6f2. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: downgrade.sql needs the database at 7bd9035ea6f2' AS integer);
\quit
\endif
\else
\echo 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at 7bd9035ea6f2'
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at 7bd9035ea6f2' AS integer);
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

-- ==== undoing revision 7bd9035ea6f2 Find employees by name, without stopping the writers meanwhile. ====
-- from 7bd9035ea6f2 to 68a2c47fe0b5, revisions/7bd9035ea6f2_find_employees_by_name.ts
-- It changes nothing on Amazon Redshift but the version rows.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision 7bd9035ea6f2: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('7bd9035ea6f2') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision 7bd9035ea6f2 needs the database at 7bd9035ea6f2. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision 7bd9035ea6f2 needs the database at 7bd9035ea6f2' AS integer);
\quit
\endif

UPDATE "migrator_version" SET version_num = '68a2c47fe0b5' WHERE version_num = '7bd9035ea6f2';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('68a2c47fe0b5') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision 7bd9035ea6f2 should leave the database at 68a2c47fe0b5. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision 7bd9035ea6f2 should leave the database at 68a2c47fe0b5' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('7bd9035ea6f2', 'down', 1, 1, 'done', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'd2151aa08106af32270ecee3960f6042bf8c1225c1e2e1050eaf06211160e878');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '7bd9035ea6f2', 'down', 'Find employees by name, without stopping the writers meanwhile.', SYSDATE, CURRENT_USER,
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'd2151aa08106af32270ecee3960f6042bf8c1225c1e2e1050eaf06211160e878', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 7bd9035ea6f2: committed'
\endif

\endif

-- ==== undoing revision 68a2c47fe0b5 Bring the people and the catalogue together. ====
-- from 68a2c47fe0b5 to 4de87a15c093, 5f60b9e3d71c, revisions/68a2c47fe0b5_people_and_catalogue.ts
-- It changes nothing on Amazon Redshift but the version rows.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision 68a2c47fe0b5: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('68a2c47fe0b5') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision 68a2c47fe0b5 needs the database at 68a2c47fe0b5. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision 68a2c47fe0b5 needs the database at 68a2c47fe0b5' AS integer);
\quit
\endif

DELETE FROM "migrator_version" WHERE version_num IN ('68a2c47fe0b5');
INSERT INTO "migrator_version" (version_num) VALUES ('4de87a15c093');
INSERT INTO "migrator_version" (version_num) VALUES ('5f60b9e3d71c');
\set migrator_fits false
SELECT count(*) = 2 AND count(DISTINCT CASE WHEN version_num IN ('4de87a15c093', '5f60b9e3d71c') THEN version_num END) = 2 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision 68a2c47fe0b5 should leave the database at 4de87a15c093, 5f60b9e3d71c. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision 68a2c47fe0b5 should leave the database at 4de87a15c093, 5f60b9e3d71c' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('68a2c47fe0b5', 'down', 1, 1, 'done', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'd2151aa08106af32270ecee3960f6042bf8c1225c1e2e1050eaf06211160e878');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '68a2c47fe0b5', 'down', 'Bring the people and the catalogue together.', SYSDATE, CURRENT_USER,
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'd2151aa08106af32270ecee3960f6042bf8c1225c1e2e1050eaf06211160e878', 0
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

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 2 AND count(DISTINCT CASE WHEN version_num IN ('4de87a15c093', '5f60b9e3d71c') THEN version_num END) = 2 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision 4de87a15c093 needs the database at 4de87a15c093, 5f60b9e3d71c. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision 4de87a15c093 needs the database at 4de87a15c093, 5f60b9e3d71c' AS integer);
\quit
\endif

-- undoing revision 4de87a15c093 stops here, with their number and where the first is, when there are
--   values of employee.email, which would be lost
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "employee" WHERE "email" IS NOT NULL) = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision 4de87a15c093 would lose values of employee.email. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "employee" WHERE "email" IS NOT NULL) AS found,
    (SELECT 'number = ' || LEFT(CAST("number" AS varchar), 60) FROM "employee" WHERE "email" IS NOT NULL ORDER BY "number" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision 4de87a15c093 would lose values of employee.email' AS integer);
\quit
\endif

-- drop column employee.email (revisions/4de87a15c093_employee_email.ts:21)
alter table "employee" drop column "email";

DELETE FROM "migrator_version" WHERE version_num IN ('4de87a15c093');
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('5f60b9e3d71c') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision 4de87a15c093 should leave the database at 5f60b9e3d71c. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision 4de87a15c093 should leave the database at 5f60b9e3d71c' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('4de87a15c093', 'down', 1, 1, 'done', '9a785dd83a8ed75fdb1e15224c7e37dff5d05e6f3b1640f6197d282bc7e7cd15', 'd2151aa08106af32270ecee3960f6042bf8c1225c1e2e1050eaf06211160e878');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '4de87a15c093', 'down', 'Employees have an e-mail address.', SYSDATE, CURRENT_USER,
      '9a785dd83a8ed75fdb1e15224c7e37dff5d05e6f3b1640f6197d282bc7e7cd15', 'd2151aa08106af32270ecee3960f6042bf8c1225c1e2e1050eaf06211160e878', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 4de87a15c093: committed'
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

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('5f60b9e3d71c') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision 5f60b9e3d71c needs the database at 5f60b9e3d71c. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision 5f60b9e3d71c needs the database at 5f60b9e3d71c' AS integer);
\quit
\endif

-- undoing revision 5f60b9e3d71c stops here, with their number and where the first is, when there are
--   values of product.discontinued_on, which would be lost
--   values of product.discontinued, which would be lost
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "product" WHERE "discontinued_on" IS NOT NULL) = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision 5f60b9e3d71c would lose values of product.discontinued_on. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "product" WHERE "discontinued_on" IS NOT NULL) AS found,
    (SELECT 'sku = ' || LEFT(CAST("sku" AS varchar), 60) FROM "product" WHERE "discontinued_on" IS NOT NULL ORDER BY "sku" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision 5f60b9e3d71c would lose values of product.discontinued_on' AS integer);
\quit
\endif
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "product" WHERE "discontinued" IS NOT NULL) = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision 5f60b9e3d71c would lose values of product.discontinued. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "product" WHERE "discontinued" IS NOT NULL) AS found,
    (SELECT 'sku = ' || LEFT(CAST("sku" AS varchar), 60) FROM "product" WHERE "discontinued" IS NOT NULL ORDER BY "sku" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision 5f60b9e3d71c would lose values of product.discontinued' AS integer);
\quit
\endif

-- drop column product.discontinued_on (revisions/5f60b9e3d71c_discontinued_products.ts:21)
alter table "product" drop column "discontinued_on";

-- drop column product.discontinued (revisions/5f60b9e3d71c_discontinued_products.ts:22)
alter table "product" drop column "discontinued";

UPDATE "migrator_version" SET version_num = '37b1d2f0a8ce' WHERE version_num = '5f60b9e3d71c';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('37b1d2f0a8ce') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision 5f60b9e3d71c should leave the database at 37b1d2f0a8ce. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision 5f60b9e3d71c should leave the database at 37b1d2f0a8ce' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('5f60b9e3d71c', 'down', 1, 1, 'done', 'a74419c003c4da6054c28940db0f872b23656c7d69ffc4cadc8a31ef46ec521c', 'd2151aa08106af32270ecee3960f6042bf8c1225c1e2e1050eaf06211160e878');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '5f60b9e3d71c', 'down', 'Products can be discontinued.', SYSDATE, CURRENT_USER,
      'a74419c003c4da6054c28940db0f872b23656c7d69ffc4cadc8a31ef46ec521c', 'd2151aa08106af32270ecee3960f6042bf8c1225c1e2e1050eaf06211160e878', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 5f60b9e3d71c: committed'
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
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('37b1d2f0a8ce') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision 37b1d2f0a8ce needs the database at 37b1d2f0a8ce. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision 37b1d2f0a8ce needs the database at 37b1d2f0a8ce' AS integer);
\quit
\endif

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
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('2c90e5d41f6a') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision 37b1d2f0a8ce should leave the database at 2c90e5d41f6a. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision 37b1d2f0a8ce should leave the database at 2c90e5d41f6a' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('37b1d2f0a8ce', 'down', 1, 1, 'done', '1c50b63cbdbcab3b9210236b938dbdac74eacb2d61b5b4ce29073a82b8b8d76b', 'd2151aa08106af32270ecee3960f6042bf8c1225c1e2e1050eaf06211160e878');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '37b1d2f0a8ce', 'down', 'The first rows of every table.', SYSDATE, CURRENT_USER,
      '1c50b63cbdbcab3b9210236b938dbdac74eacb2d61b5b4ce29073a82b8b8d76b', 'd2151aa08106af32270ecee3960f6042bf8c1225c1e2e1050eaf06211160e878', 0
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
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('2c90e5d41f6a') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision 2c90e5d41f6a needs the database at 2c90e5d41f6a. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision 2c90e5d41f6a needs the database at 2c90e5d41f6a' AS integer);
\quit
\endif

-- undoing revision 2c90e5d41f6a stops here, with their number and where the first is, when there are
--   rows of product, which would be lost
--   rows of account, which would be lost
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "product") = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision 2c90e5d41f6a would lose rows of product. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "product") AS found,
    (SELECT 'sku = ' || LEFT(CAST("sku" AS varchar), 60) FROM "product" ORDER BY "sku" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision 2c90e5d41f6a would lose rows of product' AS integer);
\quit
\endif
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "account") = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision 2c90e5d41f6a would lose rows of account. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "account") AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "account" ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision 2c90e5d41f6a would lose rows of account' AS integer);
\quit
\endif

-- drop table product (revisions/2c90e5d41f6a_accounts_and_products.ts:34)
drop table "product";

-- drop table account (revisions/2c90e5d41f6a_accounts_and_products.ts:35)
drop table "account";

UPDATE "migrator_version" SET version_num = '1a3f08c2b7d4' WHERE version_num = '2c90e5d41f6a';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('1a3f08c2b7d4') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision 2c90e5d41f6a should leave the database at 1a3f08c2b7d4. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision 2c90e5d41f6a should leave the database at 1a3f08c2b7d4' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('2c90e5d41f6a', 'down', 1, 1, 'done', '1ea2d7288e6c868c8b3ba7cf4ee6cff40bdfd9f7502088e6016872475e560299', 'd2151aa08106af32270ecee3960f6042bf8c1225c1e2e1050eaf06211160e878');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '2c90e5d41f6a', 'down', 'Accounts and products.', SYSDATE, CURRENT_USER,
      '1ea2d7288e6c868c8b3ba7cf4ee6cff40bdfd9f7502088e6016872475e560299', 'd2151aa08106af32270ecee3960f6042bf8c1225c1e2e1050eaf06211160e878', 0
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
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('1a3f08c2b7d4') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision 1a3f08c2b7d4 needs the database at 1a3f08c2b7d4. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision 1a3f08c2b7d4 needs the database at 1a3f08c2b7d4' AS integer);
\quit
\endif

-- undoing revision 1a3f08c2b7d4 stops here, with their number and where the first is, when there are
--   rows of department_employee, which would be lost
--   rows of employee, which would be lost
--   rows of department, which would be lost
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "department_employee") = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision 1a3f08c2b7d4 would lose rows of department_employee. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "department_employee") AS found,
    (SELECT 'department_code = ' || LEFT(CAST("department_code" AS varchar), 60) || ', employee_number = ' || LEFT(CAST("employee_number" AS varchar), 60) FROM "department_employee" ORDER BY "department_code", "employee_number" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision 1a3f08c2b7d4 would lose rows of department_employee' AS integer);
\quit
\endif
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "employee") = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision 1a3f08c2b7d4 would lose rows of employee. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "employee") AS found,
    (SELECT 'number = ' || LEFT(CAST("number" AS varchar), 60) FROM "employee" ORDER BY "number" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision 1a3f08c2b7d4 would lose rows of employee' AS integer);
\quit
\endif
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "department") = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision 1a3f08c2b7d4 would lose rows of department. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "department") AS found,
    (SELECT 'code = ' || LEFT(CAST("code" AS varchar), 60) FROM "department" ORDER BY "code" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision 1a3f08c2b7d4 would lose rows of department' AS integer);
\quit
\endif

-- drop table department_employee (revisions/1a3f08c2b7d4_staff.ts:43)
drop table "department_employee";

-- drop table employee (revisions/1a3f08c2b7d4_staff.ts:44)
drop table "employee";

-- drop table department (revisions/1a3f08c2b7d4_staff.ts:45)
drop table "department";

DELETE FROM "migrator_version" WHERE version_num IN ('1a3f08c2b7d4');
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision 1a3f08c2b7d4 should leave the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision 1a3f08c2b7d4 should leave the database at base' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('1a3f08c2b7d4', 'down', 1, 1, 'done', '263de7b7e1c635419cbb96763d600c28ae3570aa0caadd559580aee9aec279ad', 'd2151aa08106af32270ecee3960f6042bf8c1225c1e2e1050eaf06211160e878');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '1a3f08c2b7d4', 'down', 'Departments, employees, and who works where.', SYSDATE, CURRENT_USER,
      '263de7b7e1c635419cbb96763d600c28ae3570aa0caadd559580aee9aec279ad', 'd2151aa08106af32270ecee3960f6042bf8c1225c1e2e1050eaf06211160e878', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 1a3f08c2b7d4: committed'
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
