-- upgrade.sql: made by migrator for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   ktn02
-- Version table: migrator_version
-- Script: 2f87654b8e3a9ffeea0c73fcc839ea6674aac60e5d67055570c16091c00aa0dd
--
-- Revisions, in this order:
--   1. up ktn01 Every number that knex has a word for.
--      sha256 e1a05c7ffda81b8914c30ff462a5da34be5483ba80b535492fe4ffa1e3172a28
--   2. up ktn02 Some come, some grow.
--      sha256 33c190558a1babc1debd40992ab6d624127c7667d9a4a816f4e3405c31279aed
--
-- Run it:
--   sqlite3 -bail -echo DATABASE.db < upgrade.sql > upgrade.log && grep '^done: ' upgrade.log
-- Look at the version rows:
--   sqlite3 DATABASE.db 'SELECT version_num FROM "main"."migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:ktn02 --target sqlite
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
  SELECT 'script' WHERE (SELECT count(*) = 0 FROM "main"."migrator_version") AND NOT (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktn02') THEN version_num END) = 1 FROM "main"."migrator_version");
SELECT 'migration refused: upgrade.sql needs the database at base, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') OR (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktn02') THEN version_num END) = 1 FROM "main"."migrator_version"));
CREATE TEMP TRIGGER migrator_done BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 1
BEGIN
  SELECT RAISE(ABORT, 'already applied: the database is at ktn02, nothing was changed');
END;
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: upgrade.sql needs the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'script'), (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktn02') THEN version_num END) = 1 FROM "main"."migrator_version");
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

-- ==== revision ktn01 Every number that knex has a word for. ====
-- from base to ktn01, revisions/01_numbers.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision ktn01';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision ktn01');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision ktn01' WHERE (SELECT count(*) = 0 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision ktn01 needs the database at base, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision ktn01') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision ktn01 needs the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision ktn01'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- create table number (17 columns) (revisions/01_numbers.ts:16)
create table `number` (
  `id` integer not null primary key autoincrement,
  `plain` integer not null default '-7',
  `positive` integer default '0',
  `tiny` tinyint not null default '1',
  `small` integer,
  `medium` integer default '70000',
  `big` bigint not null default '9007199254740993',
  `bigger` bigint default '-1',
  `ratio` float default '0.5',
  `exact` float,
  `twice` float not null default '-2.25',
  `price` float default '9.5',
  `total` float not null default '0.0001',
  `whole` float,
  `open` boolean not null default '1',
  `maybe` boolean default '0',
  `rank` smallint not null default '3'
);

-- create index number_plain_index on number (plain) (revisions/01_numbers.ts:16)
create index `number_plain_index` on `number` (`plain`);

-- create table large (2 columns) (revisions/01_numbers.ts:35)
create table `large` (
  `large_id` integer not null primary key autoincrement,
  `worth` integer default (1 + 1)
);

-- create table paired (2 columns) (revisions/01_numbers.ts:39)
create table `paired` (
  `number` integer not null,
  `code` varchar(10) not null,
  primary key (`number`, `code`)
);

-- insert 2 rows into number; insert 1 row into number (revisions/01_numbers.ts:46)
insert into `number` (`plain`, `positive`, `small`, `exact`, `whole`) values
  (2147483647, 2000000000, 30000, 1234.5, 12);

-- insert 1 row into number (revisions/01_numbers.ts:46)
insert into `number` (`plain`, `tiny`, `bigger`, `price`, `open`, `maybe`) values
  (-2147483648, 0, -9007199254740993, 12.25, 0, 1);

-- insert 1 row into large (revisions/01_numbers.ts:50)
insert into `large` (`worth`) values
  (5);

-- insert 1 row into paired (revisions/01_numbers.ts:51)
insert into `paired` (`number`, `code`) values
  (1, 'one');

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ktn01', 'up', 'Every number that knex has a word for.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      '7c4dd90ef89835ddd68d8bba651ec59a211c51f2cba01521fffa07af68af66b0', '2f87654b8e3a9ffeea0c73fcc839ea6674aac60e5d67055570c16091c00aa0dd', 0
    FROM "main"."migrator_version_log";
INSERT INTO "main"."migrator_version" (version_num) VALUES ('ktn01');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision ktn01 should leave the database at ktn01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktn01') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision ktn01: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== revision ktn02 Some come, some grow. ====
-- from ktn01 to ktn02, revisions/02_changed.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision ktn02';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision ktn02');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision ktn02' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktn01') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision ktn02 needs the database at ktn01, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision ktn02') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision ktn02 needs the database at ktn01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision ktn02'), 0;
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

-- add column number.level (integer, NOT NULL); add column number.rate (float); alter column number.plain: type
--   bigint, NOT NULL, a new default; make table number anew, as migrator_new_number (revisions/02_changed.ts:16)
create table `migrator_new_number` (
  `id` integer not null primary key autoincrement,
  `plain` bigint not null default '-7',
  `positive` integer default '0',
  `tiny` tinyint not null default '1',
  `small` integer,
  `medium` integer default '70000',
  `big` bigint not null default '9007199254740993',
  `bigger` bigint default '-1',
  `ratio` float default '0.5',
  `exact` float,
  `twice` float not null default '-2.25',
  `price` float default '9.5',
  `total` float not null default '0.0001',
  `whole` float,
  `open` boolean not null default '1',
  `maybe` boolean default '0',
  `rank` smallint not null default '3',
  `level` integer not null default '1',
  `rate` float
);

-- copy the rows of table number (revisions/02_changed.ts:16)
insert into
  `migrator_new_number` (
    `id`,
    `plain`,
    `positive`,
    `tiny`,
    `small`,
    `medium`,
    `big`,
    `bigger`,
    `ratio`,
    `exact`,
    `twice`,
    `price`,
    `total`,
    `whole`,
    `open`,
    `maybe`,
    `rank`
  )
select
  `id`,
  `plain`,
  `positive`,
  `tiny`,
  `small`,
  `medium`,
  `big`,
  `bigger`,
  `ratio`,
  `exact`,
  `twice`,
  `price`,
  `total`,
  `whole`,
  `open`,
  `maybe`,
  `rank`
from
  `number`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'number' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ('number_plain_index')
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('number', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'plain', 'positive', 'tiny', 'small', 'medium', 'big', 'bigger', 'ratio', 'exact', 'twice',
    'price', 'total', 'whole', 'open', 'maybe', 'rank');
SELECT 'migration undone: making table number anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table number cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'number'
  WHERE (SELECT count(*) FROM "number") = (SELECT count(*) FROM "migrator_new_number")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- keep the count of the numbers that table number has given (revisions/02_changed.ts:16)
delete from `sqlite_sequence` where name = 'migrator_new_number';

-- keep the count of the numbers that table number has given (revisions/02_changed.ts:16)
insert into
  `sqlite_sequence` (name, seq)
select
  'migrator_new_number',
  seq
from
  `sqlite_sequence`
where
  name = 'number';

-- drop the old table number (revisions/02_changed.ts:16)
drop table `number`;

-- let the new name spread to nothing else (revisions/02_changed.ts:16)
pragma legacy_alter_table = on;

-- put the new table in the place of number (revisions/02_changed.ts:16)
alter table `migrator_new_number` rename to `number`;

-- let names spread again (revisions/02_changed.ts:16)
pragma legacy_alter_table = off;

-- create index number_plain_index (revisions/02_changed.ts:16)
create index `number_plain_index` on `number` (`plain`);

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ktn02', 'up', 'Some come, some grow.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      'b7069da54f560e7e0e2e6da9fd6593c4bbdb51e2348135eafc57760929f60e69', '2f87654b8e3a9ffeea0c73fcc839ea6674aac60e5d67055570c16091c00aa0dd', 0
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = 'ktn02' WHERE version_num = 'ktn01';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision ktn02 should leave the database at ktn02');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktn02') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
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
  SELECT RAISE(ROLLBACK, 'migration undone: revision ktn02 would lose rows or leave foreign keys that refer to nothing');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT count(*) = 2 AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass)), 0
    FROM temp.migrator_rebuilt;
DROP TRIGGER temp.migrator_unsound;
COMMIT;
PRAGMA foreign_keys = OFF;
DROP TABLE IF EXISTS temp.migrator_orphans;
DROP TABLE IF EXISTS temp.migrator_strange;
DROP TABLE IF EXISTS temp.migrator_rebuilt;
SELECT 'revision ktn02: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


CREATE TEMP TRIGGER migrator_incomplete BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration not complete: upgrade.sql should leave the database at ktn02');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktn02') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass)), 0;
SELECT 'done: the database is at ktn02'
  WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktn02') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));
DROP TABLE IF EXISTS temp.migrator_gate;
DROP TABLE IF EXISTS temp.migrator_pass;
DROP TABLE IF EXISTS temp.migrator_verdict;
DROP TABLE IF EXISTS temp.migrator_moved;
