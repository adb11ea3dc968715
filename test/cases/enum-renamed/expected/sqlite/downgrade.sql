-- downgrade.sql: made by migrator for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: e7d1b002
-- To:   base
-- Version table: migrator_version
-- Script: 380230cd9aef3a766667a4e69a1680c8ae505b96b052242d3fe2fa515e09fff1
--
-- Revisions, in this order:
--   1. down e7d1b002 Table and columns get other names, and the columns other values
--      sha256 c37ebf9edd3e0a2b6c6e1c7d153deb5c5d63b4822dd86e5d0b7e15b886d13b2c
--   2. down e7d1a001 Columns whose values are listed, under names that they will not keep
--      sha256 8a0000b568684cc08cc1f4ac8a8a84361feeed9d420e9a52833f941c62bbd92e
--
-- Steps that lose data:
--   e7d1a001 loses the rows of table orders.
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
CREATE TEMP TRIGGER migrator_absent BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: there is no version table main.migrator_version that this user can see, and downgrade.sql needs the database at e7d1b002');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT count(*), 0 FROM "main".sqlite_master WHERE type = 'table' AND name = 'migrator_version' COLLATE NOCASE;
DROP TRIGGER temp.migrator_absent;
DELETE FROM temp.migrator_pass WHERE asked = 'script';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('script');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'script' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e7d1b002') THEN version_num END) = 1 FROM "main"."migrator_version") AND NOT (SELECT count(*) = 0 FROM "main"."migrator_version");
SELECT 'migration refused: downgrade.sql needs the database at e7d1b002, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') OR (SELECT count(*) = 0 FROM "main"."migrator_version"));
CREATE TEMP TRIGGER migrator_done BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 1
BEGIN
  SELECT RAISE(ABORT, 'already applied: the database is at base, nothing was changed');
END;
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: downgrade.sql needs the database at e7d1b002');
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

-- ==== undoing revision e7d1b002 Table and columns get other names, and the columns other values ====
-- from e7d1b002 to e7d1a001, revisions/e7d1b002_renamed.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision e7d1b002';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision e7d1b002');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision e7d1b002' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e7d1b002') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision e7d1b002 needs the database at e7d1b002, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision e7d1b002') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision e7d1b002 needs the database at e7d1b002');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision e7d1b002'), 0;
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

-- undoing revision e7d1b002 stops here, with their number and where the first is, when there are
--   values of purchase.sort that are not among a, b, with which a statement below would fail
--   values of purchase.state that are not among open, done, with which a statement below would fail
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision e7d1b002, check 1';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision e7d1b002, check 1');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision e7d1b002, check 1' WHERE (SELECT COUNT(*) FROM `purchase` WHERE `sort` IS NOT NULL AND CAST(`sort` AS text) NOT IN ('a', 'b')) = 0;
SELECT 'migration refused: undoing revision e7d1b002 finds ' || (SELECT COUNT(*) FROM `purchase` WHERE `sort` IS NOT NULL AND CAST(`sort` AS text) NOT IN ('a', 'b')) || ' value' || CASE WHEN (SELECT COUNT(*) FROM `purchase` WHERE `sort` IS NOT NULL AND CAST(`sort` AS text) NOT IN ('a', 'b')) = 1 THEN '' ELSE 's' END || ' of purchase.sort that are not among a, b' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `purchase` WHERE `sort` IS NOT NULL AND CAST(`sort` AS text) NOT IN ('a', 'b') ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `purchase` WHERE `sort` IS NOT NULL AND CAST(`sort` AS text) NOT IN ('a', 'b') ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision e7d1b002, check 1');
SELECT 'Nothing of this revision was changed. Mend the rows, and run the script again.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision e7d1b002, check 1');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision e7d1b002 finds values of purchase.sort that are not among a, b');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision e7d1b002, check 1';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision e7d1b002, check 2';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision e7d1b002, check 2');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision e7d1b002, check 2' WHERE (SELECT COUNT(*) FROM `purchase` WHERE `state` IS NOT NULL AND CAST(`state` AS text) NOT IN ('open', 'done')) = 0;
SELECT 'migration refused: undoing revision e7d1b002 finds ' || (SELECT COUNT(*) FROM `purchase` WHERE `state` IS NOT NULL AND CAST(`state` AS text) NOT IN ('open', 'done')) || ' value' || CASE WHEN (SELECT COUNT(*) FROM `purchase` WHERE `state` IS NOT NULL AND CAST(`state` AS text) NOT IN ('open', 'done')) = 1 THEN '' ELSE 's' END || ' of purchase.state that are not among open, done' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `purchase` WHERE `state` IS NOT NULL AND CAST(`state` AS text) NOT IN ('open', 'done') ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `purchase` WHERE `state` IS NOT NULL AND CAST(`state` AS text) NOT IN ('open', 'done') ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision e7d1b002, check 2');
SELECT 'Nothing of this revision was changed. Mend the rows, and run the script again.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision e7d1b002, check 2');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision e7d1b002 finds values of purchase.state that are not among open, done');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision e7d1b002, check 2';
DROP TRIGGER temp.migrator_found;

-- alter column purchase.sort: type text; make table purchase anew, as migrator_new_purchase
--   (revisions/e7d1b002_renamed.ts:15)
create table `migrator_new_purchase` (
  `id` integer not null,
  `state` text check (`state` in ('open', 'done', 'gone')) not null,
  `sort` text check (`sort` in ('a', 'b')),
  primary key (`id`)
);

-- copy the rows of table purchase (revisions/e7d1b002_renamed.ts:15)
insert into
  `migrator_new_purchase` (`id`, `state`, `sort`)
select
  `id`,
  `state`,
  `sort`
from
  `purchase`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'purchase' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ()
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('purchase', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'state', 'sort');
SELECT 'migration undone: making table purchase anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table purchase cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'purchase'
  WHERE (SELECT count(*) FROM "purchase") = (SELECT count(*) FROM "migrator_new_purchase")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- drop the old table purchase (revisions/e7d1b002_renamed.ts:15)
drop table `purchase`;

-- let the new name spread to nothing else (revisions/e7d1b002_renamed.ts:15)
pragma legacy_alter_table = on;

-- put the new table in the place of purchase (revisions/e7d1b002_renamed.ts:15)
alter table `migrator_new_purchase` rename to `purchase`;

-- let names spread again (revisions/e7d1b002_renamed.ts:15)
pragma legacy_alter_table = off;

-- alter column purchase.state: type text; make table purchase anew, as migrator_new_purchase
--   (revisions/e7d1b002_renamed.ts:16)
create table `migrator_new_purchase` (
  `id` integer not null,
  `state` text check (`state` in ('open', 'done')) not null,
  `sort` text check (`sort` in ('a', 'b')),
  primary key (`id`)
);

-- copy the rows of table purchase (revisions/e7d1b002_renamed.ts:16)
insert into
  `migrator_new_purchase` (`id`, `state`, `sort`)
select
  `id`,
  `state`,
  `sort`
from
  `purchase`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'purchase' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ()
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('purchase', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'state', 'sort');
SELECT 'migration undone: making table purchase anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table purchase cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'purchase'
  WHERE (SELECT count(*) FROM "purchase") = (SELECT count(*) FROM "migrator_new_purchase")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- drop the old table purchase (revisions/e7d1b002_renamed.ts:16)
drop table `purchase`;

-- let the new name spread to nothing else (revisions/e7d1b002_renamed.ts:16)
pragma legacy_alter_table = on;

-- put the new table in the place of purchase (revisions/e7d1b002_renamed.ts:16)
alter table `migrator_new_purchase` rename to `purchase`;

-- let names spread again (revisions/e7d1b002_renamed.ts:16)
pragma legacy_alter_table = off;

-- rename column purchase.sort to kind (revisions/e7d1b002_renamed.ts:17)
alter table `purchase` rename column `sort` to `kind`;

-- rename table purchase to orders (revisions/e7d1b002_renamed.ts:18)
alter table `purchase` rename to `orders`;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'e7d1b002', 'down', 'Table and columns get other names, and the columns other values', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      '0cccd8b225284fb4ea13e80e39925b201cc5c682445323ff3715bcb0c4104d76', '380230cd9aef3a766667a4e69a1680c8ae505b96b052242d3fe2fa515e09fff1', EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss')
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = 'e7d1a001' WHERE version_num = 'e7d1b002';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision e7d1b002 should leave the database at e7d1a001');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e7d1a001') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
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
  SELECT RAISE(ROLLBACK, 'migration undone: revision e7d1b002 would lose rows or leave foreign keys that refer to nothing');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT count(*) = 3 AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass)), 0
    FROM temp.migrator_rebuilt;
DROP TRIGGER temp.migrator_unsound;
COMMIT;
PRAGMA foreign_keys = OFF;
DROP TABLE IF EXISTS temp.migrator_orphans;
DROP TABLE IF EXISTS temp.migrator_strange;
DROP TABLE IF EXISTS temp.migrator_rebuilt;
SELECT 'revision e7d1b002: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== undoing revision e7d1a001 Columns whose values are listed, under names that they will not keep ====
-- from e7d1a001 to base, revisions/e7d1a001_orders.ts
-- It loses the rows of table orders.


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision e7d1a001';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision e7d1a001');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision e7d1a001' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e7d1a001') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision e7d1a001 needs the database at e7d1a001, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision e7d1a001') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision e7d1a001 needs the database at e7d1a001');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision e7d1a001'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- loss accepted: the orders are samples
-- drop table orders (revisions/e7d1a001_orders.ts:17)
drop table `orders`;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'e7d1a001', 'down', 'Columns whose values are listed, under names that they will not keep', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      '02a45babca0fa161053c3736616971fa281e07a1160bbd9f91cdef4e80ab4274', '380230cd9aef3a766667a4e69a1680c8ae505b96b052242d3fe2fa515e09fff1', EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss')
    FROM "main"."migrator_version_log";
DELETE FROM "main"."migrator_version" WHERE version_num IN ('e7d1a001');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision e7d1a001 should leave the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 0 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision e7d1a001: committed'
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
