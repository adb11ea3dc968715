-- downgrade.sql: made by migrator for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: b294b3d0
-- To:   base
-- Version table: migrator_version
-- Script: 2b4dc4762645d34d125a18ce4b0e88d5c14eec072773751ab251495fb85df2de
--
-- Revisions, in this order:
--   1. down b294b3d0 A column, an index and a table are renamed
--      sha256 2f7204e8a4125e8e2894a3460ced2bde4c176473bfde2c25809fd257b096ac5c
--   2. down a294b3d0 Two tables with rows
--      sha256 b178826153cd59da8fbee420537586aa4e7af4fc5f1ed0d9c1c72db54b5b5ec4
--
-- Steps that lose data:
--   a294b3d0 loses the rows of table part.
--   a294b3d0 loses the rows of table item.
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
  SELECT RAISE(ABORT, 'migration refused: there is no version table main.migrator_version that this user can see, and downgrade.sql needs the database at b294b3d0');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT count(*), 0 FROM "main".sqlite_master WHERE type = 'table' AND name = 'migrator_version' COLLATE NOCASE;
DROP TRIGGER temp.migrator_absent;
DELETE FROM temp.migrator_pass WHERE asked = 'script';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('script');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'script' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b294b3d0') THEN version_num END) = 1 FROM "main"."migrator_version") AND NOT (SELECT count(*) = 0 FROM "main"."migrator_version");
SELECT 'migration refused: downgrade.sql needs the database at b294b3d0, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') OR (SELECT count(*) = 0 FROM "main"."migrator_version"));
CREATE TEMP TRIGGER migrator_done BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 1
BEGIN
  SELECT RAISE(ABORT, 'already applied: the database is at base, nothing was changed');
END;
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: downgrade.sql needs the database at b294b3d0');
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

-- ==== undoing revision b294b3d0 A column, an index and a table are renamed ====
-- from b294b3d0 to a294b3d0, revisions/b294b3d0_rename_all.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision b294b3d0';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision b294b3d0');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision b294b3d0' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b294b3d0') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision b294b3d0 needs the database at b294b3d0, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision b294b3d0') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision b294b3d0 needs the database at b294b3d0');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision b294b3d0'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- rename table thing to item (revisions/b294b3d0_rename_all.ts:16)
alter table `thing` rename to `item`;

-- drop index item_title of table item (revisions/b294b3d0_rename_all.ts:17)
drop index `item_title`;

-- rename column item.more to facts (revisions/b294b3d0_rename_all.ts:18)
alter table `item` rename column `more` to `facts`;

-- rename column item.title to name (revisions/b294b3d0_rename_all.ts:19)
alter table `item` rename column `title` to `name`;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'b294b3d0', 'down', 'A column, an index and a table are renamed', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      '91bc4b63d8e3113a12fa9dd3977f51d3b0e42703085b00049012b1223dfdd652', '2b4dc4762645d34d125a18ce4b0e88d5c14eec072773751ab251495fb85df2de', EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss')
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = 'a294b3d0' WHERE version_num = 'b294b3d0';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision b294b3d0 should leave the database at a294b3d0');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a294b3d0') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision b294b3d0: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== undoing revision a294b3d0 Two tables with rows ====
-- from a294b3d0 to base, revisions/a294b3d0_tables.ts
-- It loses the rows of table part.
-- It loses the rows of table item.


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision a294b3d0';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision a294b3d0');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision a294b3d0' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a294b3d0') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision a294b3d0 needs the database at a294b3d0, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision a294b3d0') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision a294b3d0 needs the database at a294b3d0');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision a294b3d0'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- undoing revision a294b3d0 stops here, with their number and where the first is, when there are
--   rows of part, which would be lost
--   rows of item, which would be lost
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision a294b3d0, check 1';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision a294b3d0, check 1');
SELECT 'loss accepted: undoing revision a294b3d0 would lose ' || (SELECT COUNT(*) FROM `part`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `part`) = 1 THEN '' ELSE 's' END || ' of part' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `part` ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `part` ORDER BY `id` LIMIT 1) || ')' END
  WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') AND (SELECT COUNT(*) FROM `part`) > 0;
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision a294b3d0, check 1' WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') OR (SELECT COUNT(*) FROM `part`) = 0;
SELECT 'migration refused: undoing revision a294b3d0 would lose ' || (SELECT COUNT(*) FROM `part`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `part`) = 1 THEN '' ELSE 's' END || ' of part' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `part` ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `part` ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision a294b3d0, check 1');
SELECT 'Nothing of this revision was changed. Those before it stay done: ask for a script that starts where the database stands now, and keep what is needed, or accept the loss with the switch at its top.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision a294b3d0, check 1');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision a294b3d0 would lose rows of part');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision a294b3d0, check 1';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision a294b3d0, check 2';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision a294b3d0, check 2');
SELECT 'loss accepted: undoing revision a294b3d0 would lose ' || (SELECT COUNT(*) FROM `item`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `item`) = 1 THEN '' ELSE 's' END || ' of item' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `item` ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `item` ORDER BY `id` LIMIT 1) || ')' END
  WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') AND (SELECT COUNT(*) FROM `item`) > 0;
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision a294b3d0, check 2' WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') OR (SELECT COUNT(*) FROM `item`) = 0;
SELECT 'migration refused: undoing revision a294b3d0 would lose ' || (SELECT COUNT(*) FROM `item`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `item`) = 1 THEN '' ELSE 's' END || ' of item' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `item` ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `item` ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision a294b3d0, check 2');
SELECT 'Nothing of this revision was changed. Those before it stay done: ask for a script that starts where the database stands now, and keep what is needed, or accept the loss with the switch at its top.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision a294b3d0, check 2');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision a294b3d0 would lose rows of item');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision a294b3d0, check 2';
DROP TRIGGER temp.migrator_found;

-- drop table part (revisions/a294b3d0_tables.ts:33)
drop table `part`;

-- drop table item (revisions/a294b3d0_tables.ts:34)
drop table `item`;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'a294b3d0', 'down', 'Two tables with rows', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      'd5b78ed3a727abf99752b5c16d4ae929969ccb9ba50dd83d6ffb8de6c4242e13', '2b4dc4762645d34d125a18ce4b0e88d5c14eec072773751ab251495fb85df2de', EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss')
    FROM "main"."migrator_version_log";
DELETE FROM "main"."migrator_version" WHERE version_num IN ('a294b3d0');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision a294b3d0 should leave the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 0 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision a294b3d0: committed'
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
