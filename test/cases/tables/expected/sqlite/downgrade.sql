-- downgrade.sql: made by migrator for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: tab03
-- To:   base
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. down tab03 One table less.
--      sha256 91b15a4e08add655c27de1ce21613b7c4bd7dac2b179bb49501fdfc88b094301
--   2. down tab02 Other names and other comments.
--      sha256 ee97dd6c281ebcf30b4d425a9dc8b7f0b59cdfa44d114b1b996d5872616c9a47
--   3. down tab01 Tables with comments.
--      sha256 d7344eb62335e7c2b18dae99f9ff70d4783bb62abe00b927ffd7b94f70678533
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
  SELECT RAISE(ABORT, 'migration refused: there is no version table main.migrator_version that this user can see, and downgrade.sql needs the database at tab03');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT count(*), 0 FROM "main".sqlite_master WHERE type = 'table' AND name = 'migrator_version' COLLATE NOCASE;
DROP TRIGGER temp.migrator_absent;
DELETE FROM temp.migrator_pass WHERE asked = 'script';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('script');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'script' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab03') THEN version_num END) = 1 FROM "main"."migrator_version") AND NOT (SELECT count(*) = 0 FROM "main"."migrator_version");
SELECT 'migration refused: downgrade.sql needs the database at tab03, but it is at ' || (SELECT coalesce(group_concat(version_num, ', '), 'base') FROM "main"."migrator_version")
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') OR (SELECT count(*) = 0 FROM "main"."migrator_version"));
CREATE TEMP TRIGGER migrator_done BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 1
BEGIN
  SELECT RAISE(ABORT, 'already applied: the database is at base, nothing was changed');
END;
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: downgrade.sql needs the database at tab03');
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

-- ==== undoing revision tab03 One table less. ====
-- from tab03 to tab02, revisions/03_one_table_less.ts

PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision tab03';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision tab03');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision tab03' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab03') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision tab03 needs the database at tab03, but it is at ' || (SELECT coalesce(group_concat(version_num, ', '), 'base') FROM "main"."migrator_version")
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision tab03') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision tab03 needs the database at tab03');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision tab03'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- create table draft (1 column) (revisions/03_one_table_less.ts:21)
create table `draft` (`id` integer not null, primary key (`id`));

UPDATE "main"."migrator_version" SET version_num = 'tab02' WHERE version_num = 'tab03';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision tab03 should leave the database at tab02');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab02') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision tab03: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));

-- ==== undoing revision tab02 Other names and other comments. ====
-- from tab02 to tab01, revisions/02_other_names.ts

PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision tab02';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision tab02');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision tab02' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab02') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision tab02 needs the database at tab02, but it is at ' || (SELECT coalesce(group_concat(version_num, ', '), 'base') FROM "main"."migrator_version")
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision tab02') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision tab02 needs the database at tab02');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision tab02'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- rename table publication to book (revisions/02_other_names.ts:24)
alter table `publication` rename to `book`;

UPDATE "main"."migrator_version" SET version_num = 'tab01' WHERE version_num = 'tab02';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision tab02 should leave the database at tab01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab01') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision tab02: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));

-- ==== undoing revision tab01 Tables with comments. ====
-- from tab01 to base, revisions/01_tables_with_comments.ts

PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision tab01';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision tab01');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision tab01' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab01') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision tab01 needs the database at tab01, but it is at ' || (SELECT coalesce(group_concat(version_num, ', '), 'base') FROM "main"."migrator_version")
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision tab01') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision tab01 needs the database at tab01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision tab01'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- drop table draft (revisions/01_tables_with_comments.ts:33)
drop table `draft`;

-- drop table book (revisions/01_tables_with_comments.ts:34)
drop table `book`;

-- drop table author (revisions/01_tables_with_comments.ts:35)
drop table `author`;

DELETE FROM "main"."migrator_version" WHERE version_num IN ('tab01');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision tab01 should leave the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 0 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision tab01: committed'
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
