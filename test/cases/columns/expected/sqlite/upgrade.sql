-- upgrade.sql: made by migrator for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   col03
-- Version table: migrator_version
-- Script: 1f36b0abb4cec1d61a31e5ce2b39cdc6064dfd6808540c8cc3fc3d2ed3fffc7e
--
-- Revisions, in this order:
--   1. up col01 Columns of every type, with defaults of each kind.
--      sha256 81be68e770c2f0fba94c84a5ee8a81e3e3ad03bfeda02f78a496c836c14dadeb
--   2. up col02 A column comes.
--      sha256 2e32ac34b3a599ad74694525a3d9a43eb32e6310f853582e8b5c619877bd7894
--   3. up col03 Columns of every type are renamed and dropped.
--      sha256 aad3bb5db505d57ee05f435512c378c7e17e7365f2fe552c2c0ea8399ccd0ad5
--
-- Run it:
--   sqlite3 -bail -echo DATABASE.db < upgrade.sql > upgrade.log && grep '^done: ' upgrade.log
-- Look at the version rows:
--   sqlite3 DATABASE.db 'SELECT version_num FROM "main"."migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:col03 --target sqlite
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
  SELECT 'script' WHERE (SELECT count(*) = 0 FROM "main"."migrator_version") AND NOT (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col03') THEN version_num END) = 1 FROM "main"."migrator_version");
SELECT 'migration refused: upgrade.sql needs the database at base, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') OR (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col03') THEN version_num END) = 1 FROM "main"."migrator_version"));
CREATE TEMP TRIGGER migrator_done BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 1
BEGIN
  SELECT RAISE(ABORT, 'already applied: the database is at col03, nothing was changed');
END;
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: upgrade.sql needs the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'script'), (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col03') THEN version_num END) = 1 FROM "main"."migrator_version");
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

-- ==== revision col01 Columns of every type, with defaults of each kind. ====
-- from base to col01, revisions/01_columns_of_every.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision col01';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision col01');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision col01' WHERE (SELECT count(*) = 0 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision col01 needs the database at base, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision col01') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision col01 needs the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision col01'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- create table thing (18 columns) (revisions/01_columns_of_every.ts:16)
create table `thing` (
  `id` integer not null,
  `short` varchar(20) not null default 'plain',
  `quoted` varchar(40) not null default 'it''s a \ and a ;',
  `empty` varchar(10) default '',
  `count` integer not null default '-1',
  `big` bigint default '9007199254740993',
  `price` float not null default '9.5',
  `ratio` float default '0.1',
  `active` boolean not null default '1',
  `hidden` boolean not null default '0',
  `day` date default '2026-01-31',
  `made_at` datetime not null default CURRENT_TIMESTAMP,
  `seen_at` datetime,
  `opens` time,
  `code` char(3) not null default 'abc',
  `remark` text,
  `picture` blob,
  `doubled` integer default (1 + 1),
  primary key (`id`)
);

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'col01', 'up', 'Columns of every type, with defaults of each kind.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      'bd0fd28a49700b9cc9294d45cae3ab0c5a4daf6276cedbbcaf6761b3898c3072', '1f36b0abb4cec1d61a31e5ce2b39cdc6064dfd6808540c8cc3fc3d2ed3fffc7e', 0
    FROM "main"."migrator_version_log";
INSERT INTO "main"."migrator_version" (version_num) VALUES ('col01');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision col01 should leave the database at col01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col01') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision col01: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== revision col02 A column comes. ====
-- from col01 to col02, revisions/02_a_column_comes.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision col02';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision col02');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision col02' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col01') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision col02 needs the database at col01, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision col02') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision col02 needs the database at col01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision col02'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- add column thing.colour (varchar(10)) (revisions/02_a_column_comes.ts:16)
alter table `thing` add column `colour` varchar(10);

-- add column thing.weight (integer, NOT NULL) (revisions/02_a_column_comes.ts:17)
alter table `thing` add column `weight` integer not null default '0';

-- add column thing.checked (boolean, NOT NULL) (revisions/02_a_column_comes.ts:18)
alter table `thing` add column `checked` boolean not null default '0';

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'col02', 'up', 'A column comes.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      '153e0ff359b83b04daae1b049b54885c0c9ca3165e19b46017d7746cdeda73bf', '1f36b0abb4cec1d61a31e5ce2b39cdc6064dfd6808540c8cc3fc3d2ed3fffc7e', 0
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = 'col02' WHERE version_num = 'col01';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision col02 should leave the database at col02');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col02') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision col02: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== revision col03 Columns of every type are renamed and dropped. ====
-- from col02 to col03, revisions/03_another_name.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision col03';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision col03');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision col03' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col02') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision col03 needs the database at col02, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision col03') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision col03 needs the database at col02');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision col03'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- revision col03 stops here, with their number and where the first is, when there are
--   values of thing.price, which would be lost
--   values of thing.seen_at, which would be lost
DELETE FROM temp.migrator_pass WHERE asked = 'revision col03, check 1';
INSERT INTO temp.migrator_gate (asked) VALUES ('revision col03, check 1');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision col03, check 1' WHERE (SELECT COUNT(*) FROM `thing` WHERE `price` IS NOT NULL) = 0;
SELECT 'migration refused: revision col03 would lose ' || (SELECT COUNT(*) FROM `thing` WHERE `price` IS NOT NULL) || ' value' || CASE WHEN (SELECT COUNT(*) FROM `thing` WHERE `price` IS NOT NULL) = 1 THEN '' ELSE 's' END || ' of thing.price' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `thing` WHERE `price` IS NOT NULL ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `thing` WHERE `price` IS NOT NULL ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision col03, check 1');
SELECT 'Nothing of this revision was changed. Those before it stay done: keep what is needed and ask for a script that starts where the database stands now, or have the revision say why it may go: { dataLoss: ''...'' }, and bundle anew from where the database stands.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision col03, check 1');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision col03 would lose values of thing.price');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'revision col03, check 1';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'revision col03, check 2';
INSERT INTO temp.migrator_gate (asked) VALUES ('revision col03, check 2');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision col03, check 2' WHERE (SELECT COUNT(*) FROM `thing` WHERE `seen_at` IS NOT NULL) = 0;
SELECT 'migration refused: revision col03 would lose ' || (SELECT COUNT(*) FROM `thing` WHERE `seen_at` IS NOT NULL) || ' value' || CASE WHEN (SELECT COUNT(*) FROM `thing` WHERE `seen_at` IS NOT NULL) = 1 THEN '' ELSE 's' END || ' of thing.seen_at' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `thing` WHERE `seen_at` IS NOT NULL ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `thing` WHERE `seen_at` IS NOT NULL ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision col03, check 2');
SELECT 'Nothing of this revision was changed. Those before it stay done: keep what is needed and ask for a script that starts where the database stands now, or have the revision say why it may go: { dataLoss: ''...'' }, and bundle anew from where the database stands.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision col03, check 2');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision col03 would lose values of thing.seen_at');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'revision col03, check 2';
DROP TRIGGER temp.migrator_found;

-- rename column thing.short to label (revisions/03_another_name.ts:16)
alter table `thing` rename column `short` to `label`;

-- rename column thing.remark to note (revisions/03_another_name.ts:17)
alter table `thing` rename column `remark` to `note`;

-- drop column thing.price (revisions/03_another_name.ts:18)
alter table `thing` drop column `price`;

-- drop column thing.seen_at (revisions/03_another_name.ts:19)
alter table `thing` drop column `seen_at`;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'col03', 'up', 'Columns of every type are renamed and dropped.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      '3f082bf3ac149ef9a866747df9a11f0875f1fa70d799330bfe455e6ff9888a69', '1f36b0abb4cec1d61a31e5ce2b39cdc6064dfd6808540c8cc3fc3d2ed3fffc7e', 0
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = 'col03' WHERE version_num = 'col02';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision col03 should leave the database at col03');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col03') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision col03: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


CREATE TEMP TRIGGER migrator_incomplete BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration not complete: upgrade.sql should leave the database at col03');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col03') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass)), 0;
SELECT 'done: the database is at col03'
  WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col03') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));
DROP TABLE IF EXISTS temp.migrator_gate;
DROP TABLE IF EXISTS temp.migrator_pass;
DROP TABLE IF EXISTS temp.migrator_verdict;
DROP TABLE IF EXISTS temp.migrator_moved;
