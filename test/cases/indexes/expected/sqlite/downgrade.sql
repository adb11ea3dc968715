-- downgrade.sql: made by migrator for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: ind03
-- To:   base
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. down ind03 Without stopping the writers.
--      sha256 6f1db3e28e0a9a6b5ad9bb2ce669fc4a704e185d82e5b14daac1925fd792c77e
--   2. down ind02 More indexes, and one less.
--      sha256 f91296f4ba8f6470ebf5ee63dd12d53793b6f11ad06e8022071bbe71cbdb0ae0
--   3. down ind01 A table to look things up in.
--      sha256 c3faf5194138b2487fb48d95b9123533981807c9f7271bc451dcf0ca70ee6934
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
  SELECT RAISE(ABORT, 'migration refused: there is no version table main.migrator_version that this user can see, and downgrade.sql needs the database at ind03');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT count(*), 0 FROM "main".sqlite_master WHERE type = 'table' AND name = 'migrator_version' COLLATE NOCASE;
DROP TRIGGER temp.migrator_absent;
DELETE FROM temp.migrator_pass WHERE asked = 'script';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('script');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'script' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ind03') THEN version_num END) = 1 FROM "main"."migrator_version") AND NOT (SELECT count(*) = 0 FROM "main"."migrator_version");
SELECT 'migration refused: downgrade.sql needs the database at ind03, but it is at ' || (SELECT coalesce(group_concat(version_num, ', '), 'base') FROM "main"."migrator_version")
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') OR (SELECT count(*) = 0 FROM "main"."migrator_version"));
CREATE TEMP TRIGGER migrator_done BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 1
BEGIN
  SELECT RAISE(ABORT, 'already applied: the database is at base, nothing was changed');
END;
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: downgrade.sql needs the database at ind03');
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

-- ==== undoing revision ind03 Without stopping the writers. ====
-- from ind03 to ind02, revisions/03_without_stopping.ts

PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision ind03';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision ind03');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision ind03' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ind03') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision ind03 needs the database at ind03, but it is at ' || (SELECT coalesce(group_concat(version_num, ', '), 'base') FROM "main"."migrator_version")
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision ind03') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision ind03 needs the database at ind03');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision ind03'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- create index log_status on log (status) (revisions/03_without_stopping.ts:22)
create index `log_status` on `log` (`status`);

-- drop column log.size (revisions/03_without_stopping.ts:23)
alter table `log` drop column `size`;

-- drop index log_user_status of table log (revisions/03_without_stopping.ts:24)
drop index `log_user_status`;

UPDATE "main"."migrator_version" SET version_num = 'ind02' WHERE version_num = 'ind03';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision ind03 should leave the database at ind02');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ind02') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision ind03: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));

-- ==== undoing revision ind02 More indexes, and one less. ====
-- from ind02 to ind01, revisions/02_more_indexes.ts

PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision ind02';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision ind02');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision ind02' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ind02') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision ind02 needs the database at ind02, but it is at ' || (SELECT coalesce(group_concat(version_num, ', '), 'base') FROM "main"."migrator_version")
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision ind02') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision ind02 needs the database at ind02');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision ind02'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- create index log_host_status on log (host, status) (revisions/02_more_indexes.ts:22)
create index `log_host_status` on `log` (`host`, `status`);

-- drop index log_once of table log (revisions/02_more_indexes.ts:23)
drop index `log_once`;

-- drop index log_status of table log (revisions/02_more_indexes.ts:24)
drop index `log_status`;

UPDATE "main"."migrator_version" SET version_num = 'ind01' WHERE version_num = 'ind02';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision ind02 should leave the database at ind01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ind01') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision ind02: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));

-- ==== undoing revision ind01 A table to look things up in. ====
-- from ind01 to base, revisions/01_a_table.ts

PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision ind01';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision ind01');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision ind01' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ind01') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision ind01 needs the database at ind01, but it is at ' || (SELECT coalesce(group_concat(version_num, ', '), 'base') FROM "main"."migrator_version")
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision ind01') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision ind01 needs the database at ind01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision ind01'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- drop table log (revisions/01_a_table.ts:27)
drop table `log`;

DELETE FROM "main"."migrator_version" WHERE version_num IN ('ind01');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision ind01 should leave the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 0 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision ind01: committed'
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
