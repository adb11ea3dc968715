-- downgrade.sql: made by migrator for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: fac01
-- To:   base
-- Version table: migrator_version
-- Script: aaafaddc1f0c75be38a325a0a663ab06c2341eab8e664e85ff8af4e42edc258e
--
-- Revisions, in this order:
--   1. down fac01 Foreign keys that do something when a row goes.
--      sha256 17745656300aac35d1b9aab83faf1623adfb7aa49dd1104d78609644ef158af8
--
-- Steps that lose data:
--   fac01 loses the rows of table child.
--   fac01 loses the rows of table other.
--   fac01 loses the rows of table parent.
--
-- Run it:
--   sqlite3 -bail -echo DATABASE.db < downgrade.sql > downgrade.log && grep '^done: ' downgrade.log
-- Look at the version rows:
--   sqlite3 DATABASE.db 'SELECT version_num FROM "main"."migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator downgrade --sql WHERE_IT_IS:base --target sqlite
-- Where the database is at "To" already, it says so, changes nothing, and ends with a status other than 0.
--
-- Before a revision loses rows or values it counts them, and refuses when there are any. To accept that
-- they are lost, turn on the switch that is marked SWITCH below:
--   sqlite3 -bail -echo -cmd 'CREATE TEMP TABLE migrator_accept_loss (yes)' DATABASE.db < downgrade.sql > downgrade.log && grep '^done: ' downgrade.log
--
-- It waits at most 10 s for a lock (.timeout).
-- A statement that waited too long fails (database is locked), and its revision is undone.
-- See who holds the lock, and ask for a script that starts where the database stands:
--   lsof DATABASE.db

.bail on
;
.bail on
.timeout 10000
-- ==== SWITCH: off unless you accept that the rows and values counted below are lost ====
-- On: CREATE TEMP TABLE migrator_accept_loss (yes) before it, as the head of this script shows
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
  SELECT RAISE(ABORT, 'migration refused: there is no version table main.migrator_version that this user can see, and downgrade.sql needs the database at fac01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT count(*), 0 FROM "main".sqlite_master WHERE type = 'table' AND name = 'migrator_version' COLLATE NOCASE;
DROP TRIGGER temp.migrator_absent;
DELETE FROM temp.migrator_pass WHERE asked = 'script';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('script');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'script' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('fac01') THEN version_num END) = 1 FROM "main"."migrator_version") AND NOT (SELECT count(*) = 0 FROM "main"."migrator_version");
SELECT 'migration refused: downgrade.sql needs the database at fac01, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') OR (SELECT count(*) = 0 FROM "main"."migrator_version"));
CREATE TEMP TRIGGER migrator_done BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 1
BEGIN
  SELECT RAISE(ABORT, 'already applied: the database is at base, nothing was changed');
END;
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: downgrade.sql needs the database at fac01');
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

-- ==== undoing revision fac01 Foreign keys that do something when a row goes. ====
-- from fac01 to base, revisions/01_foreign_keys_that.ts
-- It loses the rows of table child.
-- It loses the rows of table other.
-- It loses the rows of table parent.


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision fac01';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision fac01');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision fac01' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('fac01') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision fac01 needs the database at fac01, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision fac01') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision fac01 needs the database at fac01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision fac01'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- undoing revision fac01 stops here, with their number and where the first is, when there are
--   rows of child, which would be lost
--   rows of other, which would be lost
--   rows of parent, which would be lost
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision fac01, check 1';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision fac01, check 1');
SELECT 'loss accepted: undoing revision fac01 would lose ' || (SELECT COUNT(*) FROM `child`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `child`) = 1 THEN '' ELSE 's' END || ' of child' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `child` ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `child` ORDER BY `id` LIMIT 1) || ')' END
  WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') AND (SELECT COUNT(*) FROM `child`) > 0;
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision fac01, check 1' WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') OR (SELECT COUNT(*) FROM `child`) = 0;
SELECT 'migration refused: undoing revision fac01 would lose ' || (SELECT COUNT(*) FROM `child`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `child`) = 1 THEN '' ELSE 's' END || ' of child' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `child` ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `child` ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision fac01, check 1');
SELECT 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision fac01, check 1');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision fac01 would lose rows of child');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision fac01, check 1';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision fac01, check 2';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision fac01, check 2');
SELECT 'loss accepted: undoing revision fac01 would lose ' || (SELECT COUNT(*) FROM `other`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `other`) = 1 THEN '' ELSE 's' END || ' of other' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `other` ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `other` ORDER BY `id` LIMIT 1) || ')' END
  WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') AND (SELECT COUNT(*) FROM `other`) > 0;
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision fac01, check 2' WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') OR (SELECT COUNT(*) FROM `other`) = 0;
SELECT 'migration refused: undoing revision fac01 would lose ' || (SELECT COUNT(*) FROM `other`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `other`) = 1 THEN '' ELSE 's' END || ' of other' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `other` ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `other` ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision fac01, check 2');
SELECT 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision fac01, check 2');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision fac01 would lose rows of other');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision fac01, check 2';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision fac01, check 3';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision fac01, check 3');
SELECT 'loss accepted: undoing revision fac01 would lose ' || (SELECT COUNT(*) FROM `parent`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `parent`) = 1 THEN '' ELSE 's' END || ' of parent' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `parent` ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `parent` ORDER BY `id` LIMIT 1) || ')' END
  WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') AND (SELECT COUNT(*) FROM `parent`) > 0;
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision fac01, check 3' WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') OR (SELECT COUNT(*) FROM `parent`) = 0;
SELECT 'migration refused: undoing revision fac01 would lose ' || (SELECT COUNT(*) FROM `parent`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `parent`) = 1 THEN '' ELSE 's' END || ' of parent' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `parent` ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `parent` ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision fac01, check 3');
SELECT 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision fac01, check 3');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision fac01 would lose rows of parent');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision fac01, check 3';
DROP TRIGGER temp.migrator_found;

-- drop table child (revisions/01_foreign_keys_that.ts:31)
drop table `child`;

-- drop table other (revisions/01_foreign_keys_that.ts:32)
drop table `other`;

-- drop table parent (revisions/01_foreign_keys_that.ts:33)
drop table `parent`;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'fac01', 'down', 'Foreign keys that do something when a row goes.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      'bc0324e42726967ade60bdf977280dda982b59d2dd7774a0782ce52bcec60a2c', 'aaafaddc1f0c75be38a325a0a663ab06c2341eab8e664e85ff8af4e42edc258e', EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss')
    FROM "main"."migrator_version_log";
DELETE FROM "main"."migrator_version" WHERE version_num IN ('fac01');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision fac01 should leave the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 0 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision fac01: committed'
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
