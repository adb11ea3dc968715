-- downgrade.sql: made by migrator for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: col03
-- To:   base
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. down col03 Another name, and one column less.
--      sha256 35f5b3b1ca1d4c966fa651b2c0c01d4f6fcb54a33a847665ed283cc70add222b
--   2. down col02 A column comes.
--      sha256 2e32ac34b3a599ad74694525a3d9a43eb32e6310f853582e8b5c619877bd7894
--   3. down col01 Columns of every type, with defaults of each kind.
--      sha256 81be68e770c2f0fba94c84a5ee8a81e3e3ad03bfeda02f78a496c836c14dadeb
--
-- Run it:
--   sqlite3 -bail DATABASE.db < downgrade.sql
-- Look at the version rows:
--   sqlite3 DATABASE.db 'SELECT version_num FROM "main"."migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator downgrade --sql WHERE_IT_IS:base
-- Where the database is at "To" already, it says so, changes nothing, and ends with a status other than 0.

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
CREATE TEMP TRIGGER migrator_absent BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: there is no version table main.migrator_version that this user can see, and downgrade.sql needs the database at col03');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT count(*), 0 FROM "main".sqlite_master WHERE type = 'table' AND name = 'migrator_version' COLLATE NOCASE;
DROP TRIGGER temp.migrator_absent;
DELETE FROM temp.migrator_pass WHERE asked = 'script';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('script');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'script' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col03') THEN version_num END) = 1 FROM "main"."migrator_version") AND NOT (SELECT count(*) = 0 FROM "main"."migrator_version");
SELECT 'migration refused: downgrade.sql needs the database at col03, but it is at ' || (SELECT coalesce(group_concat(version_num, ', '), 'base') FROM "main"."migrator_version")
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') OR (SELECT count(*) = 0 FROM "main"."migrator_version"));
CREATE TEMP TRIGGER migrator_done BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 1
BEGIN
  SELECT RAISE(ABORT, 'already applied: the database is at base, nothing was changed');
END;
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: downgrade.sql needs the database at col03');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'script'), (SELECT count(*) = 0 FROM "main"."migrator_version");
DROP TRIGGER temp.migrator_done;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;

CREATE TABLE IF NOT EXISTS "main"."migrator_version" (
  version_num VARCHAR(32) NOT NULL,
  CONSTRAINT "migrator_version_pkc" PRIMARY KEY (version_num)
);

-- ==== undoing revision col03 Another name, and one column less. ====
-- from col03 to col02, revisions/03_another_name.ts

PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision col03';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision col03');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision col03' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col03') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision col03 needs the database at col03, but it is at ' || (SELECT coalesce(group_concat(version_num, ', '), 'base') FROM "main"."migrator_version")
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision col03') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision col03 needs the database at col03');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision col03'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- add column thing.seen_at (datetime) (revisions/03_another_name.ts:23)
alter table `thing` add column `seen_at` datetime;

-- add column thing.price (float, NOT NULL) (revisions/03_another_name.ts:24)
alter table `thing` add column `price` float not null default '9.5';

-- rename column thing.note to remark (revisions/03_another_name.ts:25)
alter table `thing` rename column `note` to `remark`;

-- rename column thing.label to short (revisions/03_another_name.ts:26)
alter table `thing` rename column `label` to `short`;

UPDATE "main"."migrator_version" SET version_num = 'col02' WHERE version_num = 'col03';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision col03 should leave the database at col02');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col02') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision col03: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));

-- ==== undoing revision col02 A column comes. ====
-- from col02 to col01, revisions/02_a_column_comes.ts

PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision col02';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision col02');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision col02' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col02') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision col02 needs the database at col02, but it is at ' || (SELECT coalesce(group_concat(version_num, ', '), 'base') FROM "main"."migrator_version")
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision col02') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision col02 needs the database at col02');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision col02'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- drop column thing.checked (revisions/02_a_column_comes.ts:22)
alter table `thing` drop column `checked`;

-- drop column thing.weight (revisions/02_a_column_comes.ts:23)
alter table `thing` drop column `weight`;

-- drop column thing.colour (revisions/02_a_column_comes.ts:24)
alter table `thing` drop column `colour`;

UPDATE "main"."migrator_version" SET version_num = 'col01' WHERE version_num = 'col02';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision col02 should leave the database at col01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col01') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision col02: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));

-- ==== undoing revision col01 Columns of every type, with defaults of each kind. ====
-- from col01 to base, revisions/01_columns_of_every.ts

PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision col01';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision col01');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision col01' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col01') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision col01 needs the database at col01, but it is at ' || (SELECT coalesce(group_concat(version_num, ', '), 'base') FROM "main"."migrator_version")
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision col01') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision col01 needs the database at col01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision col01'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- drop table thing (revisions/01_columns_of_every.ts:39)
drop table `thing`;

DELETE FROM "main"."migrator_version" WHERE version_num IN ('col01');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision col01 should leave the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 0 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision col01: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));

CREATE TEMP TRIGGER migrator_incomplete BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration not complete: downgrade.sql should leave the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) = 0 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass)), 0;
SELECT 'done: the database is at base'
  WHERE (SELECT count(*) = 0 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));
DROP TABLE IF EXISTS temp.migrator_gate;
DROP TABLE IF EXISTS temp.migrator_pass;
DROP TABLE IF EXISTS temp.migrator_verdict;
DROP TABLE IF EXISTS temp.migrator_moved;
