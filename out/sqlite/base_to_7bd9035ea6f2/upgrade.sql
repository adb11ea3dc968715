-- upgrade.sql: made by migrator 0.1.0 for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   7bd9035ea6f2
-- Version table: migrator_version
-- Script: 42e19d7c90083e8457f6c58487209f43c1ec6eac5bfa2c1b3567e0c9f69fae07
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
--   sqlite3 -bail -echo DATABASE.db < upgrade.sql > upgrade.log && grep '^done: ' upgrade.log
-- Look at the version rows:
--   sqlite3 DATABASE.db 'SELECT version_num FROM "main"."migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:7bd9035ea6f2 --target sqlite
-- Where the database is at "To" already, it says so, changes nothing, and ends with a status other than 0.
--
-- It waits at most 10 s for a lock (.timeout).
-- A statement that waited too long fails (database is locked), and its revision is undone.
-- See who holds the lock, and ask for a script that starts where the database stands:
--   lsof DATABASE.db

.bail on
;
.bail on
.timeout 10000
PRAGMA foreign_keys = OFF;
DROP TABLE IF EXISTS temp.migrator_gate;
DROP TABLE IF EXISTS temp.migrator_pass;
DROP TABLE IF EXISTS temp.migrator_verdict;
DROP TABLE IF EXISTS temp.migrator_moved;
CREATE TEMP TABLE migrator_pass (asked TEXT PRIMARY KEY);
CREATE TEMP TABLE migrator_gate (asked TEXT REFERENCES migrator_pass (asked) DEFERRABLE INITIALLY DEFERRED);
CREATE TEMP TABLE migrator_verdict (fits INTEGER, done INTEGER);
CREATE TEMP TABLE migrator_moved (rows INTEGER);

PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS "main"."migrator_version" (
  version_num VARCHAR(32) NOT NULL,
  CONSTRAINT "migrator_version_pkc" PRIMARY KEY (version_num)
);
DELETE FROM temp.migrator_pass WHERE asked = 'script';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('script');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'script' WHERE (SELECT count(*) = 0 FROM "main"."migrator_version") AND NOT (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('7bd9035ea6f2') THEN version_num END) = 1 FROM "main"."migrator_version");
SELECT 'migration refused: upgrade.sql needs the database at base, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') OR (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('7bd9035ea6f2') THEN version_num END) = 1 FROM "main"."migrator_version"));
CREATE TEMP TRIGGER migrator_done BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 1
BEGIN
  SELECT RAISE(ABORT, 'already applied: the database is at 7bd9035ea6f2, nothing was changed');
END;
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: upgrade.sql needs the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'script'), (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('7bd9035ea6f2') THEN version_num END) = 1 FROM "main"."migrator_version");
DROP TRIGGER temp.migrator_done;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;

CREATE TABLE IF NOT EXISTS "main"."migrator_version" (
  version_num VARCHAR(32) NOT NULL,
  CONSTRAINT "migrator_version_pkc" PRIMARY KEY (version_num)
);
CREATE TABLE IF NOT EXISTS "main"."migrator_version_log" (
  entry INTEGER NOT NULL,
  revision TEXT NOT NULL,
  direction TEXT NOT NULL,
  message TEXT,
  applied_at TEXT NOT NULL,
  applied_by TEXT,
  digest TEXT NOT NULL,
  script TEXT NOT NULL,
  accepted_loss INTEGER NOT NULL,
  CONSTRAINT "migrator_version_log_pkc" PRIMARY KEY (entry)
);

-- ==== revision 1a3f08c2b7d4 Departments, employees, and who works where. ====
-- from base to 1a3f08c2b7d4, revisions/1a3f08c2b7d4_staff.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision 1a3f08c2b7d4';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision 1a3f08c2b7d4');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision 1a3f08c2b7d4' WHERE (SELECT count(*) = 0 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision 1a3f08c2b7d4 needs the database at base, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision 1a3f08c2b7d4') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision 1a3f08c2b7d4 needs the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision 1a3f08c2b7d4'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- create table department (3 columns) (revisions/1a3f08c2b7d4_staff.ts:16)
create table `department` (
  `code` varchar(8) not null,
  `name` varchar(80) not null,
  `budget` float,
  primary key (`code`)
);

-- add unique constraint department_name_unique on name to table department, as a unique index
--   (revisions/1a3f08c2b7d4_staff.ts:16)
create unique index `department_name_unique` on `department` (`name`);

-- create table employee (7 columns) (revisions/1a3f08c2b7d4_staff.ts:25)
create table `employee` (
  `number` integer not null,
  `first_name` varchar(80) not null,
  `last_name` varchar(80) not null,
  `born_on` date,
  `part_time` boolean not null default '0',
  `remark` text,
  `entered_at` datetime not null default CURRENT_TIMESTAMP,
  primary key (`number`)
);

-- create table department_employee (3 columns) (revisions/1a3f08c2b7d4_staff.ts:34)
create table `department_employee` (
  `department_code` varchar(8) not null,
  `employee_number` integer not null,
  `since` date not null,
  foreign key(`department_code`) references `department`(`code`),
  foreign key(`employee_number`) references `employee`(`number`),
  primary key (`department_code`, `employee_number`)
);

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '1a3f08c2b7d4', 'up', 'Departments, employees, and who works where.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      '37b6e2903aa59ffe527d87ec50307194006408df8d83ab9f24403fdb787b1b5e', '42e19d7c90083e8457f6c58487209f43c1ec6eac5bfa2c1b3567e0c9f69fae07', 0
    FROM "main"."migrator_version_log";
INSERT INTO "main"."migrator_version" (version_num) VALUES ('1a3f08c2b7d4');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision 1a3f08c2b7d4 should leave the database at 1a3f08c2b7d4');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('1a3f08c2b7d4') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision 1a3f08c2b7d4: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== revision 2c90e5d41f6a Accounts and products. ====
-- from 1a3f08c2b7d4 to 2c90e5d41f6a, revisions/2c90e5d41f6a_accounts_and_products.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision 2c90e5d41f6a';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision 2c90e5d41f6a');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision 2c90e5d41f6a' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('1a3f08c2b7d4') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision 2c90e5d41f6a needs the database at 1a3f08c2b7d4, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision 2c90e5d41f6a') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision 2c90e5d41f6a needs the database at 1a3f08c2b7d4');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision 2c90e5d41f6a'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- create table account (6 columns) (revisions/2c90e5d41f6a_accounts_and_products.ts:16)
create table `account` (
  `id` integer not null primary key autoincrement,
  `holder` varchar(120) not null,
  `balance` float not null default '0',
  `closed` boolean not null default '0',
  `opened_on` date not null,
  `terms` text
);

-- create table product (3 columns) (revisions/2c90e5d41f6a_accounts_and_products.ts:24)
create table `product` (
  `sku` varchar(20) not null,
  `title` varchar(120) not null,
  `price` float not null,
  primary key (`sku`),
  constraint product_price_not_negative check (`price` >= 0)
);

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '2c90e5d41f6a', 'up', 'Accounts and products.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      '4a117edeced61308667af02498d090255ff866ce15cc4ecd205fd8ced724c50d', '42e19d7c90083e8457f6c58487209f43c1ec6eac5bfa2c1b3567e0c9f69fae07', 0
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = '2c90e5d41f6a' WHERE version_num = '1a3f08c2b7d4';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision 2c90e5d41f6a should leave the database at 2c90e5d41f6a');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('2c90e5d41f6a') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision 2c90e5d41f6a: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== revision 37b1d2f0a8ce The first rows of every table. ====
-- from 2c90e5d41f6a to 37b1d2f0a8ce, revisions/37b1d2f0a8ce_first_rows.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision 37b1d2f0a8ce';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision 37b1d2f0a8ce');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision 37b1d2f0a8ce' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('2c90e5d41f6a') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision 37b1d2f0a8ce needs the database at 2c90e5d41f6a, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision 37b1d2f0a8ce') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision 37b1d2f0a8ce needs the database at 2c90e5d41f6a');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision 37b1d2f0a8ce'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- insert 3 rows into department (revisions/37b1d2f0a8ce_first_rows.ts:17)
insert into `department` (`code`, `name`, `budget`) values
  ('R&D', 'Research & Development – the inventors'' den', 1250000.00),
  ('HR', 'Menschen & Ämter', 98000.50),
  ('OPS', 'Operations; round the clock', NULL);

-- insert 3 rows into employee (revisions/37b1d2f0a8ce_first_rows.ts:18)
insert into `employee` (`number`, `first_name`, `last_name`, `born_on`, `part_time`, `remark`) values
  (1001, 'Zoë', 'O''Brien', '1984-02-29', 0, NULL),
  (1002, 'Jürgen', 'Groß', '1971-11-05', 1, ('Speaks "Plattdeutsch"' || char(10) || 'and plays the tuba.')),
  (1003, 'Mei', '陈', NULL, 0, 'Path: C:\temp\$(user) & more 🎺');

-- insert 4 rows into department_employee (revisions/37b1d2f0a8ce_first_rows.ts:19)
insert into `department_employee` (`department_code`, `employee_number`, `since`) values
  ('R&D', 1001, '2019-01-01'),
  ('R&D', 1003, '2021-06-15'),
  ('HR', 1002, '2005-04-01'),
  ('OPS', 1001, '2024-09-30');

-- insert 2 rows into account (revisions/37b1d2f0a8ce_first_rows.ts:20)
insert into `account` (`holder`, `balance`, `closed`, `opened_on`, `terms`) values
  ('Müller & Söhne', 12345.6700, 0, '2001-07-31', ('Net 30;' || char(10) || 'no discount')),
  ('D''Arcy, Ltd.', -0.0001, 1, '1999-12-31', NULL);

-- insert 3 rows into product (revisions/37b1d2f0a8ce_first_rows.ts:21)
insert into `product` (`sku`, `title`, `price`) values
  ('A-100', '19" rack, black', 349.00),
  ('B-7/2', 'Carpenter''s pencil', 0.95),
  ('Ç-3', '100 % cotton: blanket', 59.90);

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '37b1d2f0a8ce', 'up', 'The first rows of every table.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      'fdb9a012a840d0343557fbb3e58d7623cc871cf1da017dac6a571e93af250bb4', '42e19d7c90083e8457f6c58487209f43c1ec6eac5bfa2c1b3567e0c9f69fae07', 0
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = '37b1d2f0a8ce' WHERE version_num = '2c90e5d41f6a';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision 37b1d2f0a8ce should leave the database at 37b1d2f0a8ce');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('37b1d2f0a8ce') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision 37b1d2f0a8ce: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== revision 5f60b9e3d71c Products can be discontinued. ====
-- from 37b1d2f0a8ce to 5f60b9e3d71c, revisions/5f60b9e3d71c_discontinued_products.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision 5f60b9e3d71c';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision 5f60b9e3d71c');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision 5f60b9e3d71c' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('37b1d2f0a8ce') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision 5f60b9e3d71c needs the database at 37b1d2f0a8ce, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision 5f60b9e3d71c') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision 5f60b9e3d71c needs the database at 37b1d2f0a8ce');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision 5f60b9e3d71c'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- add column product.discontinued (boolean, NOT NULL) (revisions/5f60b9e3d71c_discontinued_products.ts:16)
alter table `product` add column `discontinued` boolean not null default '0';

-- add column product.discontinued_on (date) (revisions/5f60b9e3d71c_discontinued_products.ts:17)
alter table `product` add column `discontinued_on` date;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '5f60b9e3d71c', 'up', 'Products can be discontinued.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      'e36d3458366ebe1336e154348dbc2d0f15c770d09135ec003e470983693fb81c', '42e19d7c90083e8457f6c58487209f43c1ec6eac5bfa2c1b3567e0c9f69fae07', 0
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = '5f60b9e3d71c' WHERE version_num = '37b1d2f0a8ce';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision 5f60b9e3d71c should leave the database at 5f60b9e3d71c');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('5f60b9e3d71c') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision 5f60b9e3d71c: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== revision 4de87a15c093 Employees have an e-mail address. ====
-- from 5f60b9e3d71c to 4de87a15c093, 5f60b9e3d71c, revisions/4de87a15c093_employee_email.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision 4de87a15c093';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision 4de87a15c093');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision 4de87a15c093' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('5f60b9e3d71c') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision 4de87a15c093 needs the database at 5f60b9e3d71c, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision 4de87a15c093') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision 4de87a15c093 needs the database at 5f60b9e3d71c');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision 4de87a15c093'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- add column employee.email (varchar(120)) (revisions/4de87a15c093_employee_email.ts:16)
alter table `employee` add column `email` varchar(120);

-- update employee (revisions/4de87a15c093_employee_email.ts:17)
update `employee` set `email` = 'zoe.obrien@example.com' where `number` = 1001;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '4de87a15c093', 'up', 'Employees have an e-mail address.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      'abe8d3ec35bdc2eab613c67773e42fcbe933935d88ef6cc6be79cf0ebf9a1178', '42e19d7c90083e8457f6c58487209f43c1ec6eac5bfa2c1b3567e0c9f69fae07', 0
    FROM "main"."migrator_version_log";
INSERT INTO "main"."migrator_version" (version_num) VALUES ('4de87a15c093');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision 4de87a15c093 should leave the database at 4de87a15c093, 5f60b9e3d71c');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 2 AND count(DISTINCT CASE WHEN version_num IN ('4de87a15c093', '5f60b9e3d71c') THEN version_num END) = 2 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision 4de87a15c093: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== revision 68a2c47fe0b5 Bring the people and the catalogue together. ====
-- from 4de87a15c093, 5f60b9e3d71c to 68a2c47fe0b5, revisions/68a2c47fe0b5_people_and_catalogue.ts
-- It changes nothing on SQLite but the version rows.


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision 68a2c47fe0b5';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision 68a2c47fe0b5');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision 68a2c47fe0b5' WHERE (SELECT count(*) = 2 AND count(DISTINCT CASE WHEN version_num IN ('4de87a15c093', '5f60b9e3d71c') THEN version_num END) = 2 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision 68a2c47fe0b5 needs the database at 4de87a15c093, 5f60b9e3d71c, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision 68a2c47fe0b5') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision 68a2c47fe0b5 needs the database at 4de87a15c093, 5f60b9e3d71c');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision 68a2c47fe0b5'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '68a2c47fe0b5', 'up', 'Bring the people and the catalogue together.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '42e19d7c90083e8457f6c58487209f43c1ec6eac5bfa2c1b3567e0c9f69fae07', 0
    FROM "main"."migrator_version_log";
DELETE FROM "main"."migrator_version" WHERE version_num IN ('4de87a15c093', '5f60b9e3d71c');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
INSERT INTO "main"."migrator_version" (version_num) VALUES ('68a2c47fe0b5');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision 68a2c47fe0b5 should leave the database at 68a2c47fe0b5');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 3
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('68a2c47fe0b5') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision 68a2c47fe0b5: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== revision 7bd9035ea6f2 Find employees by name, without stopping the writers meanwhile. ====
-- from 68a2c47fe0b5 to 7bd9035ea6f2, revisions/7bd9035ea6f2_find_employees_by_name.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision 7bd9035ea6f2';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision 7bd9035ea6f2');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision 7bd9035ea6f2' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('68a2c47fe0b5') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision 7bd9035ea6f2 needs the database at 68a2c47fe0b5, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision 7bd9035ea6f2') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision 7bd9035ea6f2 needs the database at 68a2c47fe0b5');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision 7bd9035ea6f2'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- create index employee_by_name on employee (last_name, first_name), but not concurrently: whoever writes to the
--   database waits (revisions/7bd9035ea6f2_find_employees_by_name.ts:17)
create index `employee_by_name` on `employee` (`last_name`, `first_name`);

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '7bd9035ea6f2', 'up', 'Find employees by name, without stopping the writers meanwhile.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      'da43bb6d8677155b308d2ce21b571b70aa2451aa247b3f99fd2c75d63288257e', '42e19d7c90083e8457f6c58487209f43c1ec6eac5bfa2c1b3567e0c9f69fae07', 0
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = '7bd9035ea6f2' WHERE version_num = '68a2c47fe0b5';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision 7bd9035ea6f2 should leave the database at 7bd9035ea6f2');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('7bd9035ea6f2') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision 7bd9035ea6f2: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


CREATE TEMP TRIGGER migrator_incomplete BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration not complete: upgrade.sql should leave the database at 7bd9035ea6f2');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('7bd9035ea6f2') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass)), 0;
SELECT 'done: the database is at 7bd9035ea6f2'
  WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('7bd9035ea6f2') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));
DROP TABLE IF EXISTS temp.migrator_gate;
DROP TABLE IF EXISTS temp.migrator_pass;
DROP TABLE IF EXISTS temp.migrator_verdict;
DROP TABLE IF EXISTS temp.migrator_moved;
