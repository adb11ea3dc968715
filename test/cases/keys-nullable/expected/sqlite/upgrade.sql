-- upgrade.sql: made by migrator for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   kn02
-- Version table: migrator_version
-- Script: c42b5f1120641c8cbbef01546d9e9d730f5d0defb020a1b71605fee55d63c324
--
-- Revisions, in this order:
--   1. up kn01 Primary keys of columns that do not say NOT NULL: NULL in them where SQLite lets it be, also after the table is made anew
--      sha256 fda851c3dc8e2bcb879248a8399a378be32f763408d5a894aa99892dd31a4fc9
--   2. up kn02
--      sha256 d7ba8b3a1caf1cc102a1a716abdfd4a92e43c16f9369c7d05b1b321cefe54d36
--
-- Run it:
--   sqlite3 -bail -echo DATABASE.db < upgrade.sql > upgrade.log && grep '^done: ' upgrade.log
-- Look at the version rows:
--   sqlite3 DATABASE.db 'SELECT version_num FROM "main"."migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:kn02 --target sqlite
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
  SELECT 'script' WHERE (SELECT count(*) = 0 FROM "main"."migrator_version") AND NOT (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('kn02') THEN version_num END) = 1 FROM "main"."migrator_version");
SELECT 'migration refused: upgrade.sql needs the database at base, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') OR (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('kn02') THEN version_num END) = 1 FROM "main"."migrator_version"));
CREATE TEMP TRIGGER migrator_done BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 1
BEGIN
  SELECT RAISE(ABORT, 'already applied: the database is at kn02, nothing was changed');
END;
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: upgrade.sql needs the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'script'), (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('kn02') THEN version_num END) = 1 FROM "main"."migrator_version");
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

-- ==== revision kn01 Primary keys of columns that do not say NOT NULL: NULL in them where SQLite lets it be,
--   also after the table is made anew ====
-- from base to kn01, revisions/01_keys_without_not_null.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision kn01';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision kn01');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision kn01' WHERE (SELECT count(*) = 0 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision kn01 needs the database at base, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision kn01') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision kn01 needs the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision kn01'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- create table stay (3 columns) (revisions/01_keys_without_not_null.ts:11)
create table `stay` (
  `room` integer,
  `night` integer,
  `guest` varchar(40),
  primary key (`room`, `night`)
);

-- create table room (2 columns) (revisions/01_keys_without_not_null.ts:17)
create table `room` (`code` varchar(8), `view` varchar(40), primary key (`code`));

-- create table bill (2 columns) (revisions/01_keys_without_not_null.ts:21)
create table `bill` (`number` integer, `paid` varchar(40));

-- insert 2 rows into stay (revisions/01_keys_without_not_null.ts:26)
insert into `stay` (`room`, `night`, `guest`) values
  (1, NULL, 'Ada'),
  (2, NULL, 'Grace');

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'kn01', 'up', 'Primary keys of columns that do not say NOT NULL: NULL in them where SQLite lets it be, also after t', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      '9ef1fa9636aec20d655948fcb17ce7117d6dd5bbe9c4c29444ddd4bbd1082e0d', 'c42b5f1120641c8cbbef01546d9e9d730f5d0defb020a1b71605fee55d63c324', 0
    FROM "main"."migrator_version_log";
INSERT INTO "main"."migrator_version" (version_num) VALUES ('kn01');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision kn01 should leave the database at kn01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('kn01') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision kn01: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== revision kn02 ====
-- from kn01 to kn02, revisions/02_what_makes_them_anew.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision kn02';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision kn02');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision kn02' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('kn01') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision kn02 needs the database at kn01, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision kn02') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision kn02 needs the database at kn01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision kn02'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
DROP TABLE IF EXISTS temp.migrator_orphans;
DROP TABLE IF EXISTS temp.migrator_strange;
DROP TABLE IF EXISTS temp.migrator_rebuilt;
CREATE TEMP TABLE migrator_orphans (child TEXT, rows INTEGER);
CREATE TEMP TABLE migrator_strange (what TEXT);
CREATE TEMP TABLE migrator_rebuilt (what TEXT);
BEGIN IMMEDIATE;
INSERT INTO temp.migrator_orphans (child, rows)
  SELECT "table", count(*) FROM pragma_foreign_key_check GROUP BY 1;

-- revision kn02 stops here, with their number and where the first is, when there are
--   rows of room, which would be lost
--   NULLs in stay.guest, with which a statement below would fail
--   NULLs in bill.number, with which a statement below would fail
--   duplicates in bill (number), with which a statement below would fail
DELETE FROM temp.migrator_pass WHERE asked = 'revision kn02, check 1';
INSERT INTO temp.migrator_gate (asked) VALUES ('revision kn02, check 1');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision kn02, check 1' WHERE (SELECT COUNT(*) FROM `stay` WHERE `guest` IS NULL) = 0;
SELECT 'migration refused: revision kn02 finds ' || (SELECT COUNT(*) FROM `stay` WHERE `guest` IS NULL) || ' NULL' || CASE WHEN (SELECT COUNT(*) FROM `stay` WHERE `guest` IS NULL) = 1 THEN '' ELSE 's' END || ' in stay.guest' || CASE WHEN (SELECT 'room = ' || substr(CAST(`room` AS text), 1, 60) || ', night = ' || substr(CAST(`night` AS text), 1, 60) FROM `stay` WHERE `guest` IS NULL ORDER BY `room`, `night` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'room = ' || substr(CAST(`room` AS text), 1, 60) || ', night = ' || substr(CAST(`night` AS text), 1, 60) FROM `stay` WHERE `guest` IS NULL ORDER BY `room`, `night` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision kn02, check 1');
SELECT 'Nothing of this revision was changed. Mend the rows, and ask for a script that starts where the database stands now.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision kn02, check 1');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision kn02 finds NULLs in stay.guest');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'revision kn02, check 1';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'revision kn02, check 2';
INSERT INTO temp.migrator_gate (asked) VALUES ('revision kn02, check 2');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision kn02, check 2' WHERE (SELECT COUNT(*) FROM `bill` WHERE `number` IS NULL) = 0;
SELECT 'migration refused: revision kn02 finds ' || (SELECT COUNT(*) FROM `bill` WHERE `number` IS NULL) || ' NULL' || CASE WHEN (SELECT COUNT(*) FROM `bill` WHERE `number` IS NULL) = 1 THEN '' ELSE 's' END || ' in bill.number'
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision kn02, check 2');
SELECT 'Nothing of this revision was changed. Mend the rows, and ask for a script that starts where the database stands now.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision kn02, check 2');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision kn02 finds NULLs in bill.number');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'revision kn02, check 2';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'revision kn02, check 3';
INSERT INTO temp.migrator_gate (asked) VALUES ('revision kn02, check 3');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision kn02, check 3' WHERE (SELECT COUNT(*) FROM (SELECT 1 AS one FROM `bill` WHERE `number` IS NOT NULL GROUP BY `number` HAVING COUNT(*) > 1) migrator_found) = 0;
SELECT 'migration refused: revision kn02 finds ' || (SELECT COUNT(*) FROM (SELECT 1 AS one FROM `bill` WHERE `number` IS NOT NULL GROUP BY `number` HAVING COUNT(*) > 1) migrator_found) || ' duplicate' || CASE WHEN (SELECT COUNT(*) FROM (SELECT 1 AS one FROM `bill` WHERE `number` IS NOT NULL GROUP BY `number` HAVING COUNT(*) > 1) migrator_found) = 1 THEN '' ELSE 's' END || ' in bill (number)' || CASE WHEN (SELECT 'number = ' || substr(CAST(`number` AS text), 1, 60) FROM `bill` WHERE `number` IS NOT NULL GROUP BY `number` HAVING COUNT(*) > 1 ORDER BY `number` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'number = ' || substr(CAST(`number` AS text), 1, 60) FROM `bill` WHERE `number` IS NOT NULL GROUP BY `number` HAVING COUNT(*) > 1 ORDER BY `number` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision kn02, check 3');
SELECT 'Nothing of this revision was changed. Mend the rows, and ask for a script that starts where the database stands now.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision kn02, check 3');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision kn02 finds duplicates in bill (number)');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'revision kn02, check 3';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'revision kn02, check 4';
INSERT INTO temp.migrator_gate (asked) VALUES ('revision kn02, check 4');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision kn02, check 4' WHERE (SELECT COUNT(*) FROM `room`) = 0;
SELECT 'migration refused: revision kn02 would lose ' || (SELECT COUNT(*) FROM `room`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `room`) = 1 THEN '' ELSE 's' END || ' of room' || CASE WHEN (SELECT 'code = ' || substr(CAST(`code` AS text), 1, 60) FROM `room` ORDER BY `code` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'code = ' || substr(CAST(`code` AS text), 1, 60) FROM `room` ORDER BY `code` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision kn02, check 4');
SELECT 'Nothing of this revision was changed. Those before it stay done: keep what is needed and ask for a script that starts where the database stands now, or have the revision say why it may go: { dataLoss: ''...'' }, and bundle anew from where the database stands.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision kn02, check 4');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision kn02 would lose rows of room');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'revision kn02, check 4';
DROP TRIGGER temp.migrator_found;

-- alter column stay.guest: NOT NULL; make table stay anew, as migrator_new_stay
--   (revisions/02_what_makes_them_anew.ts:7)
create table `migrator_new_stay` (
  `room` integer,
  `night` integer,
  `guest` varchar(40) not null,
  primary key (`room`, `night`)
);

-- copy the rows of table stay (revisions/02_what_makes_them_anew.ts:7)
insert into
  `migrator_new_stay` (`room`, `night`, `guest`)
select
  `room`,
  `night`,
  `guest`
from
  `stay`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'stay' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ()
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('stay', 'main')
    WHERE name COLLATE NOCASE NOT IN ('room', 'night', 'guest');
SELECT 'migration undone: making table stay anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table stay cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'stay'
  WHERE (SELECT count(*) FROM "stay") = (SELECT count(*) FROM "migrator_new_stay")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- drop the old table stay (revisions/02_what_makes_them_anew.ts:7)
drop table `stay`;

-- let the new name spread to nothing else (revisions/02_what_makes_them_anew.ts:7)
pragma legacy_alter_table = on;

-- put the new table in the place of stay (revisions/02_what_makes_them_anew.ts:7)
alter table `migrator_new_stay` rename to `stay`;

-- let names spread again (revisions/02_what_makes_them_anew.ts:7)
pragma legacy_alter_table = off;

-- alter column room.view: a new default; make table room anew, as migrator_new_room
--   (revisions/02_what_makes_them_anew.ts:8)
create table `migrator_new_room` (
  `code` varchar(8),
  `view` varchar(40) default 'sea',
  primary key (`code`)
);

-- copy the rows of table room (revisions/02_what_makes_them_anew.ts:8)
insert into `migrator_new_room` (`code`, `view`) select `code`, `view` from `room`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'room' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ()
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('room', 'main')
    WHERE name COLLATE NOCASE NOT IN ('code', 'view');
SELECT 'migration undone: making table room anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table room cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'room'
  WHERE (SELECT count(*) FROM "room") = (SELECT count(*) FROM "migrator_new_room")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- drop the old table room (revisions/02_what_makes_them_anew.ts:8)
drop table `room`;

-- let the new name spread to nothing else (revisions/02_what_makes_them_anew.ts:8)
pragma legacy_alter_table = on;

-- put the new table in the place of room (revisions/02_what_makes_them_anew.ts:8)
alter table `migrator_new_room` rename to `room`;

-- let names spread again (revisions/02_what_makes_them_anew.ts:8)
pragma legacy_alter_table = off;

-- add primary key bill_key on number to table bill; make table bill anew, as migrator_new_bill
--   (revisions/02_what_makes_them_anew.ts:9)
create table `migrator_new_bill` (
  `number` integer,
  `paid` varchar(40),
  constraint `bill_key` primary key (`number`)
);

-- copy the rows of table bill (revisions/02_what_makes_them_anew.ts:9)
insert into `migrator_new_bill` (`number`, `paid`) select `number`, `paid` from `bill`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'bill' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ()
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('bill', 'main')
    WHERE name COLLATE NOCASE NOT IN ('number', 'paid');
SELECT 'migration undone: making table bill anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table bill cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'bill'
  WHERE (SELECT count(*) FROM "bill") = (SELECT count(*) FROM "migrator_new_bill")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- drop the old table bill (revisions/02_what_makes_them_anew.ts:9)
drop table `bill`;

-- let the new name spread to nothing else (revisions/02_what_makes_them_anew.ts:9)
pragma legacy_alter_table = on;

-- put the new table in the place of bill (revisions/02_what_makes_them_anew.ts:9)
alter table `migrator_new_bill` rename to `bill`;

-- let names spread again (revisions/02_what_makes_them_anew.ts:9)
pragma legacy_alter_table = off;

-- drop table room (revisions/02_what_makes_them_anew.ts:10)
drop table `room`;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'kn02', 'up', NULL, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      'cf653c25a9d57850319dd71495e8d41e718695195d40c1fa6bbbe340c2daf147', 'c42b5f1120641c8cbbef01546d9e9d730f5d0defb020a1b71605fee55d63c324', 0
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = 'kn02' WHERE version_num = 'kn01';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision kn02 should leave the database at kn02');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('kn02') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

SELECT 'migration undone: ' || found.rows || ' rows of table ' || found."table" || ' refer to nothing, and ' || coalesce(before.rows, 0) || ' did before'
  FROM (SELECT "table", count(*) AS rows FROM pragma_foreign_key_check GROUP BY 1) AS found
    LEFT JOIN temp.migrator_orphans AS before ON before.child = found."table"
    WHERE found.rows > coalesce(before.rows, 0);
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'foreign keys' WHERE NOT EXISTS (SELECT 1
  FROM (SELECT "table", count(*) AS rows FROM pragma_foreign_key_check GROUP BY 1) AS found
    LEFT JOIN temp.migrator_orphans AS before ON before.child = found."table"
    WHERE found.rows > coalesce(before.rows, 0));
CREATE TEMP TRIGGER migrator_unsound BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision kn02 would lose rows or leave foreign keys that refer to nothing');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT count(*) = 4 AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass)), 0
    FROM temp.migrator_rebuilt;
DROP TRIGGER temp.migrator_unsound;
COMMIT;
PRAGMA foreign_keys = OFF;
DROP TABLE IF EXISTS temp.migrator_orphans;
DROP TABLE IF EXISTS temp.migrator_strange;
DROP TABLE IF EXISTS temp.migrator_rebuilt;
SELECT 'revision kn02: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


CREATE TEMP TRIGGER migrator_incomplete BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration not complete: upgrade.sql should leave the database at kn02');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('kn02') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass)), 0;
SELECT 'done: the database is at kn02'
  WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('kn02') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));
DROP TABLE IF EXISTS temp.migrator_gate;
DROP TABLE IF EXISTS temp.migrator_pass;
DROP TABLE IF EXISTS temp.migrator_verdict;
DROP TABLE IF EXISTS temp.migrator_moved;
