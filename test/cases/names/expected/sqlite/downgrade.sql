-- downgrade.sql: made by migrator for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: nam02
-- To:   base
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. down nam02 Rows for them.
--      sha256 17500fa0a6e72c80e335e20b491167fb98a11094abeec8b3741c2ed34d083d7f
--   2. down nam01 Names: * / / * -- ; $ (x) it's "quoted" & {{mustache}} ümlaut
--      sha256 7c7b013be7a0102a99daf77e487448cc7e66eb7bcd8a9e1fe303b77ca45f287a
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
  SELECT RAISE(ABORT, 'migration refused: there is no version table main.migrator_version that this user can see, and downgrade.sql needs the database at nam02');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT count(*), 0 FROM "main".sqlite_master WHERE type = 'table' AND name = 'migrator_version' COLLATE NOCASE;
DROP TRIGGER temp.migrator_absent;
DELETE FROM temp.migrator_pass WHERE asked = 'script';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('script');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'script' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('nam02') THEN version_num END) = 1 FROM "main"."migrator_version") AND NOT (SELECT count(*) = 0 FROM "main"."migrator_version");
SELECT 'migration refused: downgrade.sql needs the database at nam02, but it is at ' || (SELECT coalesce(group_concat(version_num, ', '), 'base') FROM "main"."migrator_version")
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') OR (SELECT count(*) = 0 FROM "main"."migrator_version"));
CREATE TEMP TRIGGER migrator_done BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 1
BEGIN
  SELECT RAISE(ABORT, 'already applied: the database is at base, nothing was changed');
END;
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: downgrade.sql needs the database at nam02');
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

-- ==== undoing revision nam02 Rows for them. ====
-- from nam02 to nam01, revisions/02_rows_for_them.ts

PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision nam02';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision nam02');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision nam02' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('nam02') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision nam02 needs the database at nam02, but it is at ' || (SELECT coalesce(group_concat(version_num, ', '), 'base') FROM "main"."migrator_version")
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision nam02') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision nam02 needs the database at nam02');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision nam02'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- rename column From "where".colon to semi;colon (revisions/02_rows_for_them.ts:24)
alter table `From "where"` rename column `colon` to `semi;colon`;

-- delete from From "where" (revisions/02_rows_for_them.ts:25)
delete from `From "where"` where `it's` = 'a';

UPDATE "main"."migrator_version" SET version_num = 'nam01' WHERE version_num = 'nam02';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision nam02 should leave the database at nam01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('nam01') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision nam02: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));

-- ==== undoing revision nam01 Names: * / / * -- ; $ (x) it's "quoted" & {{mustache}} ümlaut ====
-- from nam01 to base, revisions/01_names__.ts

PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision nam01';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision nam01');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision nam01' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('nam01') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision nam01 needs the database at nam01, but it is at ' || (SELECT coalesce(group_concat(version_num, ', '), 'base') FROM "main"."migrator_version")
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision nam01') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision nam01 needs the database at nam01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision nam01'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- rename table From "where" to select (revisions/01_names__.ts:34)
alter table `From "where"` rename to `select`;

-- drop index Ünder score of table select (revisions/01_names__.ts:35)
drop index `Ünder score`;

-- drop table select (revisions/01_names__.ts:36)
drop table `select`;

DELETE FROM "main"."migrator_version" WHERE version_num IN ('nam01');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision nam01 should leave the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 0 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision nam01: committed'
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
