-- upgrade.sql: made by migrator for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   e5f00002
-- Version table: migrator_version
-- Script: 8cbf44a492fbd137160527fbc722514907da9d107513580db81a5ddf2a840db9
--
-- Revisions, in this order:
--   1. up e5f00001 Columns whose defaults are of another type than they will be
--      sha256 0ea4282239d2df48e0d382844922077a17fe0526ffb75f468ecb2d44b11c5327
--   2. up e5f00002 Types change, and defaults go along
--      sha256 48e00e97ff90a03e8cecac8cb46a579b7138e565bb89013cf056a8dc4f8f06a7
--
-- Run it:
--   sqlite3 -bail -echo DATABASE.db < upgrade.sql > upgrade.log && grep '^done: ' upgrade.log
-- Look at the version rows:
--   sqlite3 DATABASE.db 'SELECT version_num FROM "main"."migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:e5f00002 --target sqlite
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
  SELECT 'script' WHERE (SELECT count(*) = 0 FROM "main"."migrator_version") AND NOT (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e5f00002') THEN version_num END) = 1 FROM "main"."migrator_version");
SELECT 'migration refused: upgrade.sql needs the database at base, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') OR (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e5f00002') THEN version_num END) = 1 FROM "main"."migrator_version"));
CREATE TEMP TRIGGER migrator_done BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 1
BEGIN
  SELECT RAISE(ABORT, 'already applied: the database is at e5f00002, nothing was changed');
END;
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: upgrade.sql needs the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'script'), (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e5f00002') THEN version_num END) = 1 FROM "main"."migrator_version");
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

-- ==== revision e5f00001 Columns whose defaults are of another type than they will be ====
-- from base to e5f00001, revisions/e5f00001_texts.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision e5f00001';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision e5f00001');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision e5f00001' WHERE (SELECT count(*) = 0 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision e5f00001 needs the database at base, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision e5f00001') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision e5f00001 needs the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision e5f00001'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- create table setting (5 columns) (revisions/e5f00001_texts.ts:8)
create table `setting` (
  `id` integer not null primary key autoincrement,
  `amount` varchar(10) not null default '5',
  `day` varchar(10) default '2020-01-31',
  `open` boolean not null default '1',
  `net` integer not null default '1'
);

-- insert 1 row into setting (revisions/e5f00001_texts.ts:19)
insert into `setting` (`amount`, `day`, `open`, `net`) values
  ('7', '2021-02-03', 0, 2);

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'e5f00001', 'up', 'Columns whose defaults are of another type than they will be', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      '332b75933da6b1c872a35fb4af1991d40c3635011871373e36127f2d2cb88bdb', '8cbf44a492fbd137160527fbc722514907da9d107513580db81a5ddf2a840db9', 0
    FROM "main"."migrator_version_log";
INSERT INTO "main"."migrator_version" (version_num) VALUES ('e5f00001');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision e5f00001 should leave the database at e5f00001');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e5f00001') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision e5f00001: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== revision e5f00002 Types change, and defaults go along ====
-- from e5f00001 to e5f00002, revisions/e5f00002_types.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision e5f00002';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision e5f00002');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision e5f00002' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e5f00001') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision e5f00002 needs the database at e5f00001, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision e5f00002') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision e5f00002 needs the database at e5f00001');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision e5f00002'), 0;
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

-- revision e5f00002 stops here, with their number and where the first is, when there are
--   values of setting.amount that integer does not hold exactly, which would be lost
--   values of setting.day that date does not hold exactly, which would be lost
DELETE FROM temp.migrator_pass WHERE asked = 'revision e5f00002, check 1';
INSERT INTO temp.migrator_gate (asked) VALUES ('revision e5f00002, check 1');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision e5f00002, check 1' WHERE (SELECT COUNT(*) FROM `setting` WHERE typeof(`amount`) = 'text' AND `amount` = CAST(`amount` AS NUMERIC) AND CAST(CAST(`amount` AS NUMERIC) AS TEXT) <> `amount`) = 0;
SELECT 'migration refused: revision e5f00002 would lose ' || (SELECT COUNT(*) FROM `setting` WHERE typeof(`amount`) = 'text' AND `amount` = CAST(`amount` AS NUMERIC) AND CAST(CAST(`amount` AS NUMERIC) AS TEXT) <> `amount`) || ' value' || CASE WHEN (SELECT COUNT(*) FROM `setting` WHERE typeof(`amount`) = 'text' AND `amount` = CAST(`amount` AS NUMERIC) AND CAST(CAST(`amount` AS NUMERIC) AS TEXT) <> `amount`) = 1 THEN '' ELSE 's' END || ' of setting.amount that integer does not hold exactly' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `setting` WHERE typeof(`amount`) = 'text' AND `amount` = CAST(`amount` AS NUMERIC) AND CAST(CAST(`amount` AS NUMERIC) AS TEXT) <> `amount` ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `setting` WHERE typeof(`amount`) = 'text' AND `amount` = CAST(`amount` AS NUMERIC) AND CAST(CAST(`amount` AS NUMERIC) AS TEXT) <> `amount` ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision e5f00002, check 1');
SELECT 'Nothing of this revision was changed. Those before it stay done: keep what is needed and ask for a script that starts where the database stands now, or have the revision say why it may go: { dataLoss: ''...'' }, and bundle anew from where the database stands.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision e5f00002, check 1');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision e5f00002 would lose values of setting.amount that integer does not hold exactly');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'revision e5f00002, check 1';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'revision e5f00002, check 2';
INSERT INTO temp.migrator_gate (asked) VALUES ('revision e5f00002, check 2');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision e5f00002, check 2' WHERE (SELECT COUNT(*) FROM `setting` WHERE typeof(`day`) = 'text' AND `day` = CAST(`day` AS NUMERIC) AND CAST(CAST(`day` AS NUMERIC) AS TEXT) <> `day`) = 0;
SELECT 'migration refused: revision e5f00002 would lose ' || (SELECT COUNT(*) FROM `setting` WHERE typeof(`day`) = 'text' AND `day` = CAST(`day` AS NUMERIC) AND CAST(CAST(`day` AS NUMERIC) AS TEXT) <> `day`) || ' value' || CASE WHEN (SELECT COUNT(*) FROM `setting` WHERE typeof(`day`) = 'text' AND `day` = CAST(`day` AS NUMERIC) AND CAST(CAST(`day` AS NUMERIC) AS TEXT) <> `day`) = 1 THEN '' ELSE 's' END || ' of setting.day that date does not hold exactly' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `setting` WHERE typeof(`day`) = 'text' AND `day` = CAST(`day` AS NUMERIC) AND CAST(CAST(`day` AS NUMERIC) AS TEXT) <> `day` ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `setting` WHERE typeof(`day`) = 'text' AND `day` = CAST(`day` AS NUMERIC) AND CAST(CAST(`day` AS NUMERIC) AS TEXT) <> `day` ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision e5f00002, check 2');
SELECT 'Nothing of this revision was changed. Those before it stay done: keep what is needed and ask for a script that starts where the database stands now, or have the revision say why it may go: { dataLoss: ''...'' }, and bundle anew from where the database stands.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision e5f00002, check 2');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision e5f00002 would lose values of setting.day that date does not hold exactly');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'revision e5f00002, check 2';
DROP TRIGGER temp.migrator_found;

-- alter column setting.amount: type integer; make table setting anew, as migrator_new_setting
--   (revisions/e5f00002_types.ts:8)
create table `migrator_new_setting` (
  `id` integer not null primary key autoincrement,
  `amount` integer not null default '5',
  `day` varchar(10) default '2020-01-31',
  `open` boolean not null default '1',
  `net` integer not null default '1'
);

-- copy the rows of table setting (revisions/e5f00002_types.ts:8)
insert into
  `migrator_new_setting` (`id`, `amount`, `day`, `open`, `net`)
select
  `id`,
  `amount`,
  `day`,
  `open`,
  `net`
from
  `setting`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'setting' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ()
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('setting', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'amount', 'day', 'open', 'net');
SELECT 'migration undone: making table setting anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table setting cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'setting'
  WHERE (SELECT count(*) FROM "setting") = (SELECT count(*) FROM "migrator_new_setting")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- keep the count of the numbers that table setting has given (revisions/e5f00002_types.ts:8)
delete from `sqlite_sequence` where name = 'migrator_new_setting';

-- keep the count of the numbers that table setting has given (revisions/e5f00002_types.ts:8)
insert into
  `sqlite_sequence` (name, seq)
select
  'migrator_new_setting',
  seq
from
  `sqlite_sequence`
where
  name = 'setting';

-- drop the old table setting (revisions/e5f00002_types.ts:8)
drop table `setting`;

-- let the new name spread to nothing else (revisions/e5f00002_types.ts:8)
pragma legacy_alter_table = on;

-- put the new table in the place of setting (revisions/e5f00002_types.ts:8)
alter table `migrator_new_setting` rename to `setting`;

-- let names spread again (revisions/e5f00002_types.ts:8)
pragma legacy_alter_table = off;

-- alter column setting.day: type date; make table setting anew, as migrator_new_setting
--   (revisions/e5f00002_types.ts:9)
create table `migrator_new_setting` (
  `id` integer not null primary key autoincrement,
  `amount` integer not null default '5',
  `day` date default '2020-01-31',
  `open` boolean not null default '1',
  `net` integer not null default '1'
);

-- copy the rows of table setting (revisions/e5f00002_types.ts:9)
insert into
  `migrator_new_setting` (`id`, `amount`, `day`, `open`, `net`)
select
  `id`,
  `amount`,
  `day`,
  `open`,
  `net`
from
  `setting`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'setting' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ()
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('setting', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'amount', 'day', 'open', 'net');
SELECT 'migration undone: making table setting anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table setting cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'setting'
  WHERE (SELECT count(*) FROM "setting") = (SELECT count(*) FROM "migrator_new_setting")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- keep the count of the numbers that table setting has given (revisions/e5f00002_types.ts:9)
delete from `sqlite_sequence` where name = 'migrator_new_setting';

-- keep the count of the numbers that table setting has given (revisions/e5f00002_types.ts:9)
insert into
  `sqlite_sequence` (name, seq)
select
  'migrator_new_setting',
  seq
from
  `sqlite_sequence`
where
  name = 'setting';

-- drop the old table setting (revisions/e5f00002_types.ts:9)
drop table `setting`;

-- let the new name spread to nothing else (revisions/e5f00002_types.ts:9)
pragma legacy_alter_table = on;

-- put the new table in the place of setting (revisions/e5f00002_types.ts:9)
alter table `migrator_new_setting` rename to `setting`;

-- let names spread again (revisions/e5f00002_types.ts:9)
pragma legacy_alter_table = off;

-- alter column setting.open: type integer; make table setting anew, as migrator_new_setting
--   (revisions/e5f00002_types.ts:10)
create table `migrator_new_setting` (
  `id` integer not null primary key autoincrement,
  `amount` integer not null default '5',
  `day` date default '2020-01-31',
  `open` integer not null default '1',
  `net` integer not null default '1'
);

-- copy the rows of table setting (revisions/e5f00002_types.ts:10)
insert into
  `migrator_new_setting` (`id`, `amount`, `day`, `open`, `net`)
select
  `id`,
  `amount`,
  `day`,
  `open`,
  `net`
from
  `setting`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'setting' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ()
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('setting', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'amount', 'day', 'open', 'net');
SELECT 'migration undone: making table setting anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table setting cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'setting'
  WHERE (SELECT count(*) FROM "setting") = (SELECT count(*) FROM "migrator_new_setting")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- keep the count of the numbers that table setting has given (revisions/e5f00002_types.ts:10)
delete from `sqlite_sequence` where name = 'migrator_new_setting';

-- keep the count of the numbers that table setting has given (revisions/e5f00002_types.ts:10)
insert into
  `sqlite_sequence` (name, seq)
select
  'migrator_new_setting',
  seq
from
  `sqlite_sequence`
where
  name = 'setting';

-- drop the old table setting (revisions/e5f00002_types.ts:10)
drop table `setting`;

-- let the new name spread to nothing else (revisions/e5f00002_types.ts:10)
pragma legacy_alter_table = on;

-- put the new table in the place of setting (revisions/e5f00002_types.ts:10)
alter table `migrator_new_setting` rename to `setting`;

-- let names spread again (revisions/e5f00002_types.ts:10)
pragma legacy_alter_table = off;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'e5f00002', 'up', 'Types change, and defaults go along', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      'a6795b6d232a476b1ab24ece0947b97101889d470b2e97122b2f359acae4b402', '8cbf44a492fbd137160527fbc722514907da9d107513580db81a5ddf2a840db9', 0
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = 'e5f00002' WHERE version_num = 'e5f00001';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision e5f00002 should leave the database at e5f00002');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e5f00002') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
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
  SELECT RAISE(ROLLBACK, 'migration undone: revision e5f00002 would lose rows or leave foreign keys that refer to nothing');
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
SELECT 'revision e5f00002: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


CREATE TEMP TRIGGER migrator_incomplete BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration not complete: upgrade.sql should leave the database at e5f00002');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e5f00002') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass)), 0;
SELECT 'done: the database is at e5f00002'
  WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e5f00002') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));
DROP TABLE IF EXISTS temp.migrator_gate;
DROP TABLE IF EXISTS temp.migrator_pass;
DROP TABLE IF EXISTS temp.migrator_verdict;
DROP TABLE IF EXISTS temp.migrator_moved;
