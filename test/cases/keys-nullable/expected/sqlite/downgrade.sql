-- downgrade.sql: made by migrator for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: kn02
-- To:   base
-- Version table: migrator_version
-- Script: 20cbcd1040afc08d65b46bd8669650f7010d8ada894efc78ba1af9bee57b12b6
--
-- Revisions, in this order:
--   1. down kn02
--      derived from its upgrade
--      sha256 d7ba8b3a1caf1cc102a1a716abdfd4a92e43c16f9369c7d05b1b321cefe54d36
--   2. down kn01 Primary keys of columns that do not say NOT NULL: NULL in them where SQLite lets it be, also after the table is made anew
--      derived from its upgrade
--      sha256 fda851c3dc8e2bcb879248a8399a378be32f763408d5a894aa99892dd31a4fc9
--
-- Steps that lose data:
--   kn01 loses the rows of table bill.
--   kn01 loses the rows of table room.
--   kn01 loses the rows of table stay.
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
  SELECT RAISE(ABORT, 'migration refused: there is no version table main.migrator_version that this user can see, and downgrade.sql needs the database at kn02');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT count(*), 0 FROM "main".sqlite_master WHERE type = 'table' AND name = 'migrator_version' COLLATE NOCASE;
DROP TRIGGER temp.migrator_absent;
DELETE FROM temp.migrator_pass WHERE asked = 'script';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('script');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'script' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('kn02') THEN version_num END) = 1 FROM "main"."migrator_version") AND NOT (SELECT count(*) = 0 FROM "main"."migrator_version");
SELECT 'migration refused: downgrade.sql needs the database at kn02, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') OR (SELECT count(*) = 0 FROM "main"."migrator_version"));
CREATE TEMP TRIGGER migrator_done BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 1
BEGIN
  SELECT RAISE(ABORT, 'already applied: the database is at base, nothing was changed');
END;
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: downgrade.sql needs the database at kn02');
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

-- ==== undoing revision kn02 ====
-- from kn02 to kn01, revisions/02_what_makes_them_anew.ts
-- Derived from the upgrade, because the revision exports no downgrade.
-- It does not bring back the rows of table room.


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision kn02';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision kn02');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision kn02' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('kn02') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision kn02 needs the database at kn02, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision kn02') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision kn02 needs the database at kn02');
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

-- create table room (2 columns) (revisions/02_what_makes_them_anew.ts:10)
create table `room` (`code` varchar(8), `view` varchar(40) default 'sea', primary key (`code`));

-- drop primary key bill_key of table bill; make table bill anew, as migrator_new_bill
--   (revisions/02_what_makes_them_anew.ts:9)
create table `migrator_new_bill` (`number` integer, `paid` varchar(40));

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

-- alter column room.view: no default; make table room anew, as migrator_new_room
--   (revisions/02_what_makes_them_anew.ts:8)
create table `migrator_new_room` (`code` varchar(8), `view` varchar(40), primary key (`code`));

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

-- alter column stay.guest: NULL allowed; make table stay anew, as migrator_new_stay
--   (revisions/02_what_makes_them_anew.ts:7)
create table `migrator_new_stay` (
  `room` integer,
  `night` integer,
  `guest` varchar(40),
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

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'kn02', 'down', NULL, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      '0a8e6c2f6a24f8d593d20bfb037b4b3c94ab3eb998f14965ea5d3c63d6fda414', '20cbcd1040afc08d65b46bd8669650f7010d8ada894efc78ba1af9bee57b12b6', EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss')
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = 'kn01' WHERE version_num = 'kn02';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision kn02 should leave the database at kn01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('kn01') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
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


-- ==== undoing revision kn01 Primary keys of columns that do not say NOT NULL: NULL in them where SQLite lets it
--   be, also after the table is made anew ====
-- from kn01 to base, revisions/01_keys_without_not_null.ts
-- Derived from the upgrade, because the revision exports no downgrade.
-- It loses the rows of table bill.
-- It loses the rows of table room.
-- It loses the rows of table stay.


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision kn01';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision kn01');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision kn01' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('kn01') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision kn01 needs the database at kn01, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision kn01') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision kn01 needs the database at kn01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision kn01'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- undoing revision kn01 stops here, with their number and where the first is, when there are
--   rows of bill, which would be lost
--   rows of room, which would be lost
--   rows of stay, which would be lost
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision kn01, check 1';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision kn01, check 1');
SELECT 'loss accepted: undoing revision kn01 would lose ' || (SELECT COUNT(*) FROM `bill`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `bill`) = 1 THEN '' ELSE 's' END || ' of bill'
  WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') AND (SELECT COUNT(*) FROM `bill`) > 0;
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision kn01, check 1' WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') OR (SELECT COUNT(*) FROM `bill`) = 0;
SELECT 'migration refused: undoing revision kn01 would lose ' || (SELECT COUNT(*) FROM `bill`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `bill`) = 1 THEN '' ELSE 's' END || ' of bill'
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision kn01, check 1');
SELECT 'Nothing of this revision was changed. Those before it stay done: ask for a script that starts where the database stands now, and keep what is needed, or accept the loss with the switch at its top.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision kn01, check 1');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision kn01 would lose rows of bill');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision kn01, check 1';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision kn01, check 2';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision kn01, check 2');
SELECT 'loss accepted: undoing revision kn01 would lose ' || (SELECT COUNT(*) FROM `room`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `room`) = 1 THEN '' ELSE 's' END || ' of room' || CASE WHEN (SELECT 'code = ' || substr(CAST(`code` AS text), 1, 60) FROM `room` ORDER BY `code` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'code = ' || substr(CAST(`code` AS text), 1, 60) FROM `room` ORDER BY `code` LIMIT 1) || ')' END
  WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') AND (SELECT COUNT(*) FROM `room`) > 0;
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision kn01, check 2' WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') OR (SELECT COUNT(*) FROM `room`) = 0;
SELECT 'migration refused: undoing revision kn01 would lose ' || (SELECT COUNT(*) FROM `room`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `room`) = 1 THEN '' ELSE 's' END || ' of room' || CASE WHEN (SELECT 'code = ' || substr(CAST(`code` AS text), 1, 60) FROM `room` ORDER BY `code` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'code = ' || substr(CAST(`code` AS text), 1, 60) FROM `room` ORDER BY `code` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision kn01, check 2');
SELECT 'Nothing of this revision was changed. Those before it stay done: ask for a script that starts where the database stands now, and keep what is needed, or accept the loss with the switch at its top.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision kn01, check 2');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision kn01 would lose rows of room');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision kn01, check 2';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision kn01, check 3';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision kn01, check 3');
SELECT 'loss accepted: undoing revision kn01 would lose ' || (SELECT COUNT(*) FROM `stay`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `stay`) = 1 THEN '' ELSE 's' END || ' of stay' || CASE WHEN (SELECT 'room = ' || substr(CAST(`room` AS text), 1, 60) || ', night = ' || substr(CAST(`night` AS text), 1, 60) FROM `stay` ORDER BY `room`, `night` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'room = ' || substr(CAST(`room` AS text), 1, 60) || ', night = ' || substr(CAST(`night` AS text), 1, 60) FROM `stay` ORDER BY `room`, `night` LIMIT 1) || ')' END
  WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') AND (SELECT COUNT(*) FROM `stay`) > 0;
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision kn01, check 3' WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') OR (SELECT COUNT(*) FROM `stay`) = 0;
SELECT 'migration refused: undoing revision kn01 would lose ' || (SELECT COUNT(*) FROM `stay`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `stay`) = 1 THEN '' ELSE 's' END || ' of stay' || CASE WHEN (SELECT 'room = ' || substr(CAST(`room` AS text), 1, 60) || ', night = ' || substr(CAST(`night` AS text), 1, 60) FROM `stay` ORDER BY `room`, `night` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'room = ' || substr(CAST(`room` AS text), 1, 60) || ', night = ' || substr(CAST(`night` AS text), 1, 60) FROM `stay` ORDER BY `room`, `night` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision kn01, check 3');
SELECT 'Nothing of this revision was changed. Those before it stay done: ask for a script that starts where the database stands now, and keep what is needed, or accept the loss with the switch at its top.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision kn01, check 3');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision kn01 would lose rows of stay');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision kn01, check 3';
DROP TRIGGER temp.migrator_found;

-- drop table bill (revisions/01_keys_without_not_null.ts:21)
drop table `bill`;

-- drop table room (revisions/01_keys_without_not_null.ts:17)
drop table `room`;

-- drop table stay (revisions/01_keys_without_not_null.ts:11)
drop table `stay`;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'kn01', 'down', 'Primary keys of columns that do not say NOT NULL: NULL in them where SQLite lets it be, also after t', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      'c755f7904e68b873597184c6d987265456dc7834f4cd0046607835bc62a087a9', '20cbcd1040afc08d65b46bd8669650f7010d8ada894efc78ba1af9bee57b12b6', EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss')
    FROM "main"."migrator_version_log";
DELETE FROM "main"."migrator_version" WHERE version_num IN ('kn01');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision kn01 should leave the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 0 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision kn01: committed'
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
