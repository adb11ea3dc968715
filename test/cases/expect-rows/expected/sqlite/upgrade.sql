-- upgrade.sql: made by migrator for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   b82b6301
-- Version table: migrator_version
-- Script: 5e893b4c843822f99dffd07a5db04f314939ea6cd7aa3eb9adae70d0fce85f8d
--
-- Revisions, in this order:
--   1. up a82b6301 The rows that the next one changes
--      sha256 05b7aa4f248492f943f8edebe17a4df47b4beae70cb65fb132df246cb78e22e2
--   2. up b82b6301 Statements that say how many rows they touch: so many, a range, at least, at most
--      sha256 dcf12f762110dc27bc547abb4b99e765cf018c1efe2b19e68f23984b7caf1b9b
--
-- Run it:
--   sqlite3 -bail -echo DATABASE.db < upgrade.sql > upgrade.log && grep '^done: ' upgrade.log
-- Look at the version rows:
--   sqlite3 DATABASE.db 'SELECT version_num FROM "main"."migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:b82b6301 --target sqlite
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
  SELECT 'script' WHERE (SELECT count(*) = 0 FROM "main"."migrator_version") AND NOT (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b82b6301') THEN version_num END) = 1 FROM "main"."migrator_version");
SELECT 'migration refused: upgrade.sql needs the database at base, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') OR (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b82b6301') THEN version_num END) = 1 FROM "main"."migrator_version"));
CREATE TEMP TRIGGER migrator_done BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 1
BEGIN
  SELECT RAISE(ABORT, 'already applied: the database is at b82b6301, nothing was changed');
END;
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: upgrade.sql needs the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'script'), (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b82b6301') THEN version_num END) = 1 FROM "main"."migrator_version");
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

-- ==== revision a82b6301 The rows that the next one changes ====
-- from base to a82b6301, revisions/a82b6301_tables.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision a82b6301';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision a82b6301');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision a82b6301' WHERE (SELECT count(*) = 0 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision a82b6301 needs the database at base, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision a82b6301') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision a82b6301 needs the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision a82b6301'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- create table item (2 columns) (revisions/a82b6301_tables.ts:8)
create table `item` (`id` integer not null, `amount` integer not null, primary key (`id`));

-- insert 3 rows into item (revisions/a82b6301_tables.ts:12)
insert into `item` (`id`, `amount`) values
  (1, 0),
  (2, 0),
  (3, 5);

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'a82b6301', 'up', 'The rows that the next one changes', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      'f0f2d4208175a0e952166876008f7a12f6067c22ffc5cc823fe612ebe72e1b17', '5e893b4c843822f99dffd07a5db04f314939ea6cd7aa3eb9adae70d0fce85f8d', 0
    FROM "main"."migrator_version_log";
INSERT INTO "main"."migrator_version" (version_num) VALUES ('a82b6301');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision a82b6301 should leave the database at a82b6301');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a82b6301') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision a82b6301: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== revision b82b6301 Statements that say how many rows they touch: so many, a range, at least, at most ====
-- from a82b6301 to b82b6301, revisions/b82b6301_expect_rows.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision b82b6301';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision b82b6301');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision b82b6301' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a82b6301') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision b82b6301 needs the database at a82b6301, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision b82b6301') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision b82b6301 needs the database at a82b6301');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision b82b6301'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- run SQL: update item set amount = 1 where amount = 0 (revisions/b82b6301_expect_rows.ts:8)
-- must touch 2 rows
update item set amount = 1 where amount = 0;
SELECT 'migration undone: revision b82b6301 expected 2 rows and this statement touched ' || changes()
  WHERE NOT (changes() = 2);
INSERT INTO temp.migrator_gate (asked)
  SELECT 'rows of revision b82b6301' WHERE NOT (changes() = 2);
INSERT INTO temp.migrator_moved (rows) SELECT 1000000 FROM temp.migrator_gate WHERE asked = 'rows of revision b82b6301';
CREATE TEMP TRIGGER migrator_rows BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: revision b82b6301 expected 2 rows and this statement touched another number');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked = 'rows of revision b82b6301'), 0;
DROP TRIGGER temp.migrator_rows;

-- run SQL: update item set amount = 6 where id = 3 (revisions/b82b6301_expect_rows.ts:15)
-- must touch 1 to 5 rows
update item set amount = 6 where id = 3;
SELECT 'migration undone: revision b82b6301 expected 1 to 5 rows and this statement touched ' || changes()
  WHERE NOT (changes() BETWEEN 1 AND 5);
INSERT INTO temp.migrator_gate (asked)
  SELECT 'rows of revision b82b6301' WHERE NOT (changes() BETWEEN 1 AND 5);
INSERT INTO temp.migrator_moved (rows) SELECT 1000000 FROM temp.migrator_gate WHERE asked = 'rows of revision b82b6301';
CREATE TEMP TRIGGER migrator_rows BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: revision b82b6301 expected 1 to 5 rows and this statement touched another number');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked = 'rows of revision b82b6301'), 0;
DROP TRIGGER temp.migrator_rows;

-- run SQL: insert into item (id, amount) select id + 10, amount from... (revisions/b82b6301_expect_rows.ts:19)
-- must touch at least 1 row
insert into item (id, amount) select id + 10, amount from item;
SELECT 'migration undone: revision b82b6301 expected at least 1 row and this statement touched ' || changes()
  WHERE NOT (changes() >= 1);
INSERT INTO temp.migrator_gate (asked)
  SELECT 'rows of revision b82b6301' WHERE NOT (changes() >= 1);
INSERT INTO temp.migrator_moved (rows) SELECT 1000000 FROM temp.migrator_gate WHERE asked = 'rows of revision b82b6301';
CREATE TEMP TRIGGER migrator_rows BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: revision b82b6301 expected at least 1 row and this statement touched another number');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked = 'rows of revision b82b6301'), 0;
DROP TRIGGER temp.migrator_rows;

-- run SQL: delete from item where amount = 99 (revisions/b82b6301_expect_rows.ts:26)
-- must touch 0 rows
delete from item where amount = 99;
SELECT 'migration undone: revision b82b6301 expected 0 rows and this statement touched ' || changes()
  WHERE NOT (changes() = 0);
INSERT INTO temp.migrator_gate (asked)
  SELECT 'rows of revision b82b6301' WHERE NOT (changes() = 0);
INSERT INTO temp.migrator_moved (rows) SELECT 1000000 FROM temp.migrator_gate WHERE asked = 'rows of revision b82b6301';
CREATE TEMP TRIGGER migrator_rows BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: revision b82b6301 expected 0 rows and this statement touched another number');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked = 'rows of revision b82b6301'), 0;
DROP TRIGGER temp.migrator_rows;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'b82b6301', 'up', 'Statements that say how many rows they touch: so many, a range, at least, at most', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      '9df80be90caf1547599c4d175dbc847ac1b4fb2be94d5da633142d2103586167', '5e893b4c843822f99dffd07a5db04f314939ea6cd7aa3eb9adae70d0fce85f8d', 0
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = 'b82b6301' WHERE version_num = 'a82b6301';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision b82b6301 should leave the database at b82b6301');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b82b6301') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision b82b6301: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


CREATE TEMP TRIGGER migrator_incomplete BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration not complete: upgrade.sql should leave the database at b82b6301');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b82b6301') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass)), 0;
SELECT 'done: the database is at b82b6301'
  WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b82b6301') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));
DROP TABLE IF EXISTS temp.migrator_gate;
DROP TABLE IF EXISTS temp.migrator_pass;
DROP TABLE IF EXISTS temp.migrator_verdict;
DROP TABLE IF EXISTS temp.migrator_moved;
