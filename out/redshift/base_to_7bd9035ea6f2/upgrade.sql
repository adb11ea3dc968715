-- upgrade.sql: made by migrator 0.1.0 for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   7bd9035ea6f2
-- Version table: migrator_version
-- Script: 02c3340d5a3f747c86dba33a13b274c34c18a9388cc5570c88ff123e19f49731
--
-- Revisions, in this order:
--   1. up 1a3f08c2b7d4 Departments, employees, and who works where.
--      sha256 1b09daaf5f82f5b314fbfacfad2f03a2fefc92b5557d196eaf7f1e7c64bc0d90
--   2. up 2c90e5d41f6a Accounts and products.
--      sha256 08771171770041af32b76db256fc41f1a84f54fbabb178a5ac38157e7018b6c5
--   3. up 37b1d2f0a8ce The first rows of every table.
--      sha256 6b8e7a3041af87dacbc37e13d74f870cb0289acf73ec53dbc137ec09330936cd
--   4. up 5f60b9e3d71c Products can be discontinued.
--      sha256 316890a6c9f5e58d28f85791f7069ab4a9b1b56fb10b1a95bf32c24fbdf235f6
--   5. up 4de87a15c093 Employees have an e-mail address.
--      sha256 dc08a4dc3a8759e3b93db3b7ed8fb341c04e7b51f93dcce9ea6dded5e20fb2b9
--   6. up 68a2c47fe0b5 Bring the people and the catalogue together.
--      sha256 9955addb06fe1f286d4998bd71d189593dc42294a69097674321833472d19eb5
--   7. up 7bd9035ea6f2 Find employees by name, without stopping the writers meanwhile.
--      sha256 2459a36e123944e628c0a81c9f3f46f48b78ee74be2f3955741895259e2a7ada
--
-- Run it:
--   psql -X -d DATABASE -L upgrade.log -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:7bd9035ea6f2 --target redshift
-- It refuses, too, unless what it expects holds:
--   it expects a schema to make things in
--
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.

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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('7bd9035ea6f2') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version_ledger' AND table_schema = current_schema()) AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '02c3340d5a3f747c86dba33a13b274c34c18a9388cc5570c88ff123e19f49731' \gset
\endif
\if :migrator_done
\echo 'already applied: the database is at 7bd9035ea6f2, nothing was changed'
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
      WHEN '1a3f08c2b7d4' THEN 1
      WHEN '2c90e5d41f6a' THEN 2
      WHEN '37b1d2f0a8ce' THEN 3
      WHEN '5f60b9e3d71c' THEN 4
      WHEN '4de87a15c093, 5f60b9e3d71c' THEN 5
      WHEN '68a2c47fe0b5' THEN 6
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
      WHEN '1a3f08c2b7d4' THEN 1
      WHEN '2c90e5d41f6a' THEN 2
      WHEN '37b1d2f0a8ce' THEN 3
      WHEN '5f60b9e3d71c' THEN 4
      WHEN '4de87a15c093, 5f60b9e3d71c' THEN 5
      WHEN '68a2c47fe0b5' THEN 6
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = '02c3340d5a3f747c86dba33a13b274c34c18a9388cc5570c88ff123e19f49731' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '02c3340d5a3f747c86dba33a13b274c34c18a9388cc5570c88ff123e19f49731' \gset
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

-- ==== revision 1a3f08c2b7d4 Departments, employees, and who works where. ====
-- from base to 1a3f08c2b7d4, revisions/1a3f08c2b7d4_staff.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision 1a3f08c2b7d4: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision 1a3f08c2b7d4 needs the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision 1a3f08c2b7d4 needs the database at base' AS integer);
\quit
\endif

-- create table department (3 columns) (revisions/1a3f08c2b7d4_staff.ts:16)
create table "department" (
  "code" varchar(8) not null,
  "name" varchar(80) not null,
  "budget" decimal(14, 2),
  constraint "department_pkey" primary key ("code"),
  constraint "department_name_unique" unique ("name")
);

-- comment on table department (revisions/1a3f08c2b7d4_staff.ts:16)
comment on table "department" is 'The departments of the company';

-- comment on column department.budget (revisions/1a3f08c2b7d4_staff.ts:16)
comment on column "department"."budget" is 'The year''s money, in the company''s currency';

-- create table employee (7 columns) (revisions/1a3f08c2b7d4_staff.ts:25)
create table "employee" (
  "number" integer not null,
  "first_name" varchar(80) not null,
  "last_name" varchar(80) not null,
  "born_on" date,
  "part_time" boolean default false not null,
  "remark" varchar(max),
  "entered_at" timestamptz default sysdate not null,
  constraint "employee_pkey" primary key ("number")
);

-- create table department_employee (3 columns) (revisions/1a3f08c2b7d4_staff.ts:34)
create table "department_employee" (
  "department_code" varchar(8) not null,
  "employee_number" integer not null,
  "since" date not null,
  constraint "department_employee_pkey" primary key ("department_code", "employee_number"),
  constraint "department_employee_department_code_foreign" foreign key ("department_code") references "department" ("code"),
  constraint "department_employee_employee_number_foreign" foreign key ("employee_number") references "employee" ("number")
);

INSERT INTO "migrator_version" (version_num) VALUES ('1a3f08c2b7d4');
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('1a3f08c2b7d4') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision 1a3f08c2b7d4 should leave the database at 1a3f08c2b7d4. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision 1a3f08c2b7d4 should leave the database at 1a3f08c2b7d4' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('1a3f08c2b7d4', 'up', 1, 1, 'done', '3c3c865ae2d26ee0e84e182416a264f603933db422bca01f180f7a0985b61571', '02c3340d5a3f747c86dba33a13b274c34c18a9388cc5570c88ff123e19f49731');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '1a3f08c2b7d4', 'up', 'Departments, employees, and who works where.', SYSDATE, CURRENT_USER,
      '3c3c865ae2d26ee0e84e182416a264f603933db422bca01f180f7a0985b61571', '02c3340d5a3f747c86dba33a13b274c34c18a9388cc5570c88ff123e19f49731', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 1a3f08c2b7d4: committed'
\endif

\endif

-- ==== revision 2c90e5d41f6a Accounts and products. ====
-- from 1a3f08c2b7d4 to 2c90e5d41f6a, revisions/2c90e5d41f6a_accounts_and_products.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision 2c90e5d41f6a: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('1a3f08c2b7d4') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision 2c90e5d41f6a needs the database at 1a3f08c2b7d4. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision 2c90e5d41f6a needs the database at 1a3f08c2b7d4' AS integer);
\quit
\endif

-- create table account (6 columns) (revisions/2c90e5d41f6a_accounts_and_products.ts:16)
create table "account" (
  "id" integer generated by default as identity(1, 1) not null,
  "holder" varchar(120) not null,
  "balance" decimal(18, 4) default 0 not null,
  "closed" boolean default false not null,
  "opened_on" date not null,
  "terms" varchar(max),
  constraint "account_pkey" primary key ("id")
);

-- create table product (3 columns) (revisions/2c90e5d41f6a_accounts_and_products.ts:24)
create table "product" (
  "sku" varchar(20) not null,
  "title" varchar(120) not null,
  "price" decimal(10, 2) not null,
  constraint "product_pkey" primary key ("sku")
);

UPDATE "migrator_version" SET version_num = '2c90e5d41f6a' WHERE version_num = '1a3f08c2b7d4';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('2c90e5d41f6a') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision 2c90e5d41f6a should leave the database at 2c90e5d41f6a. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision 2c90e5d41f6a should leave the database at 2c90e5d41f6a' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('2c90e5d41f6a', 'up', 1, 1, 'done', 'f6d96ea5ab7509534bbc3ac7397de45b966e02d1b904a73ec7fc3a56cbb2ef7b', '02c3340d5a3f747c86dba33a13b274c34c18a9388cc5570c88ff123e19f49731');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '2c90e5d41f6a', 'up', 'Accounts and products.', SYSDATE, CURRENT_USER,
      'f6d96ea5ab7509534bbc3ac7397de45b966e02d1b904a73ec7fc3a56cbb2ef7b', '02c3340d5a3f747c86dba33a13b274c34c18a9388cc5570c88ff123e19f49731', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 2c90e5d41f6a: committed'
\endif

\endif

-- ==== revision 37b1d2f0a8ce The first rows of every table. ====
-- from 2c90e5d41f6a to 37b1d2f0a8ce, revisions/37b1d2f0a8ce_first_rows.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 2 AS migrator_todo, :migrator_position > 2 AS migrator_past \gset
\if :migrator_past
\echo 'revision 37b1d2f0a8ce: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('2c90e5d41f6a') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision 37b1d2f0a8ce needs the database at 2c90e5d41f6a. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision 37b1d2f0a8ce needs the database at 2c90e5d41f6a' AS integer);
\quit
\endif

-- insert 3 rows into department (revisions/37b1d2f0a8ce_first_rows.ts:17)
insert into "department" ("code", "name", "budget") values
  ('R&D', 'Research & Development – the inventors'' den', 1250000.00),
  ('HR', 'Menschen & Ämter', 98000.50),
  ('OPS', 'Operations; round the clock', NULL);

-- insert 3 rows into employee (revisions/37b1d2f0a8ce_first_rows.ts:18)
insert into "employee" ("number", "first_name", "last_name", "born_on", "part_time", "remark") values
  (1001, 'Zoë', 'O''Brien', '1984-02-29', false, NULL),
  (1002, 'Jürgen', 'Groß', '1971-11-05', true, ('Speaks "Plattdeutsch"' || chr(10) || 'and plays the tuba.')),
  (1003, 'Mei', '陈', NULL, false, ('Path: C:' || chr(92) || 'temp' || chr(92) || '$(user) & more 🎺'));

-- insert 4 rows into department_employee (revisions/37b1d2f0a8ce_first_rows.ts:19)
insert into "department_employee" ("department_code", "employee_number", "since") values
  ('R&D', 1001, '2019-01-01'),
  ('R&D', 1003, '2021-06-15'),
  ('HR', 1002, '2005-04-01'),
  ('OPS', 1001, '2024-09-30');

-- insert 2 rows into account (revisions/37b1d2f0a8ce_first_rows.ts:20)
insert into "account" ("holder", "balance", "closed", "opened_on", "terms") values
  ('Müller & Söhne', 12345.6700, false, '2001-07-31', ('Net 30;' || chr(10) || 'no discount')),
  ('D''Arcy, Ltd.', -0.0001, true, '1999-12-31', NULL);

-- insert 3 rows into product (revisions/37b1d2f0a8ce_first_rows.ts:21)
insert into "product" ("sku", "title", "price") values
  ('A-100', '19" rack, black', 349.00),
  ('B-7/2', 'Carpenter''s pencil', 0.95),
  ('Ç-3', '100 % cotton: blanket', 59.90);

UPDATE "migrator_version" SET version_num = '37b1d2f0a8ce' WHERE version_num = '2c90e5d41f6a';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('37b1d2f0a8ce') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision 37b1d2f0a8ce should leave the database at 37b1d2f0a8ce. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision 37b1d2f0a8ce should leave the database at 37b1d2f0a8ce' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('37b1d2f0a8ce', 'up', 1, 1, 'done', 'f0d6a28f18c6ed45d7c0e83522ca52a41ad3f02f202550201ff609c2127afdfe', '02c3340d5a3f747c86dba33a13b274c34c18a9388cc5570c88ff123e19f49731');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '37b1d2f0a8ce', 'up', 'The first rows of every table.', SYSDATE, CURRENT_USER,
      'f0d6a28f18c6ed45d7c0e83522ca52a41ad3f02f202550201ff609c2127afdfe', '02c3340d5a3f747c86dba33a13b274c34c18a9388cc5570c88ff123e19f49731', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 37b1d2f0a8ce: committed'
\endif

\endif

-- ==== revision 5f60b9e3d71c Products can be discontinued. ====
-- from 37b1d2f0a8ce to 5f60b9e3d71c, revisions/5f60b9e3d71c_discontinued_products.ts

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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('37b1d2f0a8ce') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision 5f60b9e3d71c needs the database at 37b1d2f0a8ce. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision 5f60b9e3d71c needs the database at 37b1d2f0a8ce' AS integer);
\quit
\endif

-- add column product.discontinued (boolean, NOT NULL) (revisions/5f60b9e3d71c_discontinued_products.ts:16)
alter table "product" add column "discontinued" boolean default false not null;

-- add column product.discontinued_on (date) (revisions/5f60b9e3d71c_discontinued_products.ts:17)
alter table "product" add column "discontinued_on" date;

UPDATE "migrator_version" SET version_num = '5f60b9e3d71c' WHERE version_num = '37b1d2f0a8ce';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('5f60b9e3d71c') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision 5f60b9e3d71c should leave the database at 5f60b9e3d71c. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision 5f60b9e3d71c should leave the database at 5f60b9e3d71c' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('5f60b9e3d71c', 'up', 1, 1, 'done', '2153d63ff4020a03c4e75a66975474f3e17ef68d5644aff7381ecde67881b704', '02c3340d5a3f747c86dba33a13b274c34c18a9388cc5570c88ff123e19f49731');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '5f60b9e3d71c', 'up', 'Products can be discontinued.', SYSDATE, CURRENT_USER,
      '2153d63ff4020a03c4e75a66975474f3e17ef68d5644aff7381ecde67881b704', '02c3340d5a3f747c86dba33a13b274c34c18a9388cc5570c88ff123e19f49731', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 5f60b9e3d71c: committed'
\endif

\endif

-- ==== revision 4de87a15c093 Employees have an e-mail address. ====
-- from 5f60b9e3d71c to 4de87a15c093, 5f60b9e3d71c, revisions/4de87a15c093_employee_email.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 4 AS migrator_todo, :migrator_position > 4 AS migrator_past \gset
\if :migrator_past
\echo 'revision 4de87a15c093: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('5f60b9e3d71c') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision 4de87a15c093 needs the database at 5f60b9e3d71c. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision 4de87a15c093 needs the database at 5f60b9e3d71c' AS integer);
\quit
\endif

-- add column employee.email (varchar(120)) (revisions/4de87a15c093_employee_email.ts:16)
alter table "employee" add column "email" varchar(120);

-- update employee (revisions/4de87a15c093_employee_email.ts:17)
update "employee" set "email" = 'zoe.obrien@example.com' where "number" = 1001;

INSERT INTO "migrator_version" (version_num) VALUES ('4de87a15c093');
\set migrator_fits false
SELECT count(*) = 2 AND count(DISTINCT CASE WHEN version_num IN ('4de87a15c093', '5f60b9e3d71c') THEN version_num END) = 2 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision 4de87a15c093 should leave the database at 4de87a15c093, 5f60b9e3d71c. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision 4de87a15c093 should leave the database at 4de87a15c093, 5f60b9e3d71c' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('4de87a15c093', 'up', 1, 1, 'done', '70c2f607b649d118b8df92fa231fa896b1191be11bef2124522f5ea4e641b665', '02c3340d5a3f747c86dba33a13b274c34c18a9388cc5570c88ff123e19f49731');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '4de87a15c093', 'up', 'Employees have an e-mail address.', SYSDATE, CURRENT_USER,
      '70c2f607b649d118b8df92fa231fa896b1191be11bef2124522f5ea4e641b665', '02c3340d5a3f747c86dba33a13b274c34c18a9388cc5570c88ff123e19f49731', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 4de87a15c093: committed'
\endif

\endif

-- ==== revision 68a2c47fe0b5 Bring the people and the catalogue together. ====
-- from 4de87a15c093, 5f60b9e3d71c to 68a2c47fe0b5, revisions/68a2c47fe0b5_people_and_catalogue.ts
-- It changes nothing on Amazon Redshift but the version rows.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 5 AS migrator_todo, :migrator_position > 5 AS migrator_past \gset
\if :migrator_past
\echo 'revision 68a2c47fe0b5: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 2 AND count(DISTINCT CASE WHEN version_num IN ('4de87a15c093', '5f60b9e3d71c') THEN version_num END) = 2 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision 68a2c47fe0b5 needs the database at 4de87a15c093, 5f60b9e3d71c. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision 68a2c47fe0b5 needs the database at 4de87a15c093, 5f60b9e3d71c' AS integer);
\quit
\endif

DELETE FROM "migrator_version" WHERE version_num IN ('4de87a15c093', '5f60b9e3d71c');
INSERT INTO "migrator_version" (version_num) VALUES ('68a2c47fe0b5');
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('68a2c47fe0b5') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision 68a2c47fe0b5 should leave the database at 68a2c47fe0b5. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision 68a2c47fe0b5 should leave the database at 68a2c47fe0b5' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('68a2c47fe0b5', 'up', 1, 1, 'done', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '02c3340d5a3f747c86dba33a13b274c34c18a9388cc5570c88ff123e19f49731');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '68a2c47fe0b5', 'up', 'Bring the people and the catalogue together.', SYSDATE, CURRENT_USER,
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '02c3340d5a3f747c86dba33a13b274c34c18a9388cc5570c88ff123e19f49731', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 68a2c47fe0b5: committed'
\endif

\endif

-- ==== revision 7bd9035ea6f2 Find employees by name, without stopping the writers meanwhile. ====
-- from 68a2c47fe0b5 to 7bd9035ea6f2, revisions/7bd9035ea6f2_find_employees_by_name.ts
-- It changes nothing on Amazon Redshift but the version rows.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 6 AS migrator_todo, :migrator_position > 6 AS migrator_past \gset
\if :migrator_past
\echo 'revision 7bd9035ea6f2: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('68a2c47fe0b5') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision 7bd9035ea6f2 needs the database at 68a2c47fe0b5. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision 7bd9035ea6f2 needs the database at 68a2c47fe0b5' AS integer);
\quit
\endif

UPDATE "migrator_version" SET version_num = '7bd9035ea6f2' WHERE version_num = '68a2c47fe0b5';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('7bd9035ea6f2') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision 7bd9035ea6f2 should leave the database at 7bd9035ea6f2. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision 7bd9035ea6f2 should leave the database at 7bd9035ea6f2' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('7bd9035ea6f2', 'up', 1, 1, 'done', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '02c3340d5a3f747c86dba33a13b274c34c18a9388cc5570c88ff123e19f49731');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '7bd9035ea6f2', 'up', 'Find employees by name, without stopping the writers meanwhile.', SYSDATE, CURRENT_USER,
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '02c3340d5a3f747c86dba33a13b274c34c18a9388cc5570c88ff123e19f49731', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 7bd9035ea6f2: committed'
\endif

\endif

\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('7bd9035ea6f2') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration not complete: upgrade.sql should leave the database at 7bd9035ea6f2. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Read the messages above this one: something failed.'
SELECT CAST('migration not complete: upgrade.sql should leave the database at 7bd9035ea6f2' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
\echo 'done: the database is at 7bd9035ea6f2'
