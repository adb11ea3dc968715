-- downgrade.sql: made by migrator for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: im01
-- To:   base
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. down im01 An index of another method.
--      sha256 465f4cfde6fb0c1a7277a951dd9e2854c1f0655b2a0545e93341135d2f25a40c
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
  SELECT RAISE(ABORT, 'migration refused: there is no version table main.migrator_version that this user can see, and downgrade.sql needs the database at im01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT count(*), 0 FROM "main".sqlite_master WHERE type = 'table' AND name = 'migrator_version' COLLATE NOCASE;
DROP TRIGGER temp.migrator_absent;
DELETE FROM temp.migrator_pass WHERE asked = 'script';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('script');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'script' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('im01') THEN version_num END) = 1 FROM "main"."migrator_version") AND NOT (SELECT count(*) = 0 FROM "main"."migrator_version");
SELECT 'migration refused: downgrade.sql needs the database at im01, but it is at ' || (SELECT coalesce(group_concat(version_num, ', '), 'base') FROM "main"."migrator_version")
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') OR (SELECT count(*) = 0 FROM "main"."migrator_version"));
CREATE TEMP TRIGGER migrator_done BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 1
BEGIN
  SELECT RAISE(ABORT, 'already applied: the database is at base, nothing was changed');
END;
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: downgrade.sql needs the database at im01');
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

-- ==== undoing revision im01 An index of another method. ====
-- from im01 to base, revisions/01_an_index.ts

PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision im01';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision im01');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision im01' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('im01') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision im01 needs the database at im01, but it is at ' || (SELECT coalesce(group_concat(version_num, ', '), 'base') FROM "main"."migrator_version")
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision im01') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision im01 needs the database at im01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision im01'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- drop index job_state of table job (revisions/01_an_index.ts:24)
drop index `job_state`;

-- drop table job (revisions/01_an_index.ts:25)
drop table `job`;

DELETE FROM "main"."migrator_version" WHERE version_num IN ('im01');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision im01 should leave the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 0 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision im01: committed'
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
