-- downgrade.sql: made by migrator 0.1.0 for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: 7bd9035ea6f2
-- To:   base
-- Version table: migrator_version
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
-- Run it:
--   psql -X -d DATABASE -f downgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator downgrade --sql WHERE_IT_IS:base
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.

\set ON_ERROR_STOP on
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
\if :migrator_done
\echo 'already applied: the database is at base, nothing was changed'
\quit
\endif
\if :migrator_there
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

-- ==== undoing revision 7bd9035ea6f2 Find employees by name, without stopping the writers meanwhile. ====
-- from 7bd9035ea6f2 to 68a2c47fe0b5, revisions/7bd9035ea6f2_find_employees_by_name.ts
-- It changes nothing on Amazon Redshift but the version rows.

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

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 7bd9035ea6f2: committed'
\endif

-- ==== undoing revision 68a2c47fe0b5 Bring the people and the catalogue together. ====
-- from 68a2c47fe0b5 to 4de87a15c093, 5f60b9e3d71c, revisions/68a2c47fe0b5_people_and_catalogue.ts
-- It changes nothing on Amazon Redshift but the version rows.

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

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 68a2c47fe0b5: committed'
\endif

-- ==== undoing revision 4de87a15c093 Employees have an e-mail address. ====
-- from 4de87a15c093, 5f60b9e3d71c to 5f60b9e3d71c, revisions/4de87a15c093_employee_email.ts

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

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 4de87a15c093: committed'
\endif

-- ==== undoing revision 5f60b9e3d71c Products can be discontinued. ====
-- from 5f60b9e3d71c to 37b1d2f0a8ce, revisions/5f60b9e3d71c_discontinued_products.ts

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

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 5f60b9e3d71c: committed'
\endif

-- ==== undoing revision 37b1d2f0a8ce The first rows of every table. ====
-- from 37b1d2f0a8ce to 2c90e5d41f6a, revisions/37b1d2f0a8ce_first_rows.ts

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

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 37b1d2f0a8ce: committed'
\endif

-- ==== undoing revision 2c90e5d41f6a Accounts and products. ====
-- from 2c90e5d41f6a to 1a3f08c2b7d4, revisions/2c90e5d41f6a_accounts_and_products.ts

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

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 2c90e5d41f6a: committed'
\endif

-- ==== undoing revision 1a3f08c2b7d4 Departments, employees, and who works where. ====
-- from 1a3f08c2b7d4 to base, revisions/1a3f08c2b7d4_staff.ts

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

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 1a3f08c2b7d4: committed'
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
\echo 'done: the database is at base'
