-- upgrade.sql: made by migrator for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   ktt02
-- Version table: migrator_version
-- Script: 6fb0605de9bda667e1617e2174951b446f50d5342fdca93194b7e432357f189b
--
-- Revisions, in this order:
--   1. up ktt01 Every text that knex has a word for, and what travels as text.
--      sha256 46e441c8fceb56b7f2a9c14e968214dba0af289112c86b1e1ff702fbcbe08d55
--   2. up ktt02 An enum of its own where the database has such, and a longer name.
--      sha256 fe13c26f9161c430f2da85533c3e0c2cda60c23f583512500cf071ae4182b863
--
-- Run it:
--   sqlite3 -bail -echo DATABASE.db < upgrade.sql > upgrade.log && grep '^done: ' upgrade.log
-- Look at the version rows:
--   sqlite3 DATABASE.db 'SELECT version_num FROM "main"."migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:ktt02 --target sqlite
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
  SELECT 'script' WHERE (SELECT count(*) = 0 FROM "main"."migrator_version") AND NOT (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktt02') THEN version_num END) = 1 FROM "main"."migrator_version");
SELECT 'migration refused: upgrade.sql needs the database at base, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') OR (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktt02') THEN version_num END) = 1 FROM "main"."migrator_version"));
CREATE TEMP TRIGGER migrator_done BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 1
BEGIN
  SELECT RAISE(ABORT, 'already applied: the database is at ktt02, nothing was changed');
END;
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: upgrade.sql needs the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'script'), (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktt02') THEN version_num END) = 1 FROM "main"."migrator_version");
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

-- ==== revision ktt01 Every text that knex has a word for, and what travels as text. ====
-- from base to ktt01, revisions/01_text.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision ktt01';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision ktt01');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision ktt01' WHERE (SELECT count(*) = 0 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision ktt01 needs the database at base, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision ktt01') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision ktt01 needs the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision ktt01'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- create table text (15 columns) (revisions/01_text.ts:16)
create table `text` (
  `id` integer not null,
  `usual` varchar(255) not null,
  `short` varchar(10) default 'none',
  `long` text,
  `longer` text,
  `longest` text,
  `state` text check (`state` in ('open', 'closed', 'on hold')) not null default 'open',
  `kind` text check (`kind` in ('a', 'b')),
  `key` char(36),
  `packed` binary(16),
  `loose` json,
  `strict` json not null,
  `picture` blob,
  `digest` blob,
  `country` char(2) not null default 'at',
  primary key (`id`)
);

-- add unique constraint text_usual_unique on usual to table text, as a unique index (revisions/01_text.ts:16)
create unique index `text_usual_unique` on `text` (`usual`);

-- create index text_country on text (country) (revisions/01_text.ts:16)
create index `text_country` on `text` (`country`);

-- create table keyed (2 columns) (revisions/01_text.ts:33)
create table `keyed` (`id` char(36) not null, `name` varchar(30) not null, primary key (`id`));

-- insert 2 rows into text; insert 1 row into text (revisions/01_text.ts:37)
insert into `text` (`id`, `usual`, `long`, `key`, `strict`) values
  (1, 'Käse', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', '0f8fad5b-d9cb-469f-a165-70867728950e', '{"a":[1,2]}');

-- insert 1 row into text (revisions/01_text.ts:37)
insert into `text` (`id`, `usual`, `state`, `kind`, `strict`, `loose`, `picture`) values
  (2, 'O''Brien', 'on hold', 'b', '{}', '{"b":null}', x'6869');

-- insert 1 row into keyed (revisions/01_text.ts:49)
insert into `keyed` (`id`, `name`) values
  ('0f8fad5b-d9cb-469f-a165-70867728950e', 'Zoë');

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ktt01', 'up', 'Every text that knex has a word for, and what travels as text.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      '5ea096a6cf8735b60340820daaacf74e710ae7cb64fd3e412aa830be62b2254d', '6fb0605de9bda667e1617e2174951b446f50d5342fdca93194b7e432357f189b', 0
    FROM "main"."migrator_version_log";
INSERT INTO "main"."migrator_version" (version_num) VALUES ('ktt01');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision ktt01 should leave the database at ktt01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktt01') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision ktt01: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== revision ktt02 An enum of its own where the database has such, and a longer name. ====
-- from ktt01 to ktt02, revisions/02_enums.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision ktt02';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision ktt02');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision ktt02' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktt01') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision ktt02 needs the database at ktt01, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision ktt02') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision ktt02 needs the database at ktt01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision ktt02'), 0;
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

-- create table paint (2 columns) (revisions/02_enums.ts:16)
create table `paint` (
  `id` integer not null,
  `colour` text check (`colour` in ('red', 'light blue')) not null,
  primary key (`id`)
);

-- insert 1 row into paint (revisions/02_enums.ts:20)
insert into `paint` (`id`, `colour`) values
  (1, 'light blue');

-- add column text.extra (varchar(5), NOT NULL); alter column text.short: type varchar(40), NULL allowed, a new
--   default; add unique constraint text_country_extra_id_unique on country, extra, id to table text; make table
--   text anew, as migrator_new_text (revisions/02_enums.ts:21)
create table `migrator_new_text` (
  `id` integer not null,
  `usual` varchar(255) not null,
  `short` varchar(40) default 'none',
  `long` text,
  `longer` text,
  `longest` text,
  `state` text check (`state` in ('open', 'closed', 'on hold')) not null default 'open',
  `kind` text check (`kind` in ('a', 'b')),
  `key` char(36),
  `packed` binary(16),
  `loose` json,
  `strict` json not null,
  `picture` blob,
  `digest` blob,
  `country` char(2) not null default 'at',
  `extra` varchar(5) not null default '',
  primary key (`id`)
);

-- copy the rows of table text (revisions/02_enums.ts:21)
insert into
  `migrator_new_text` (
    `id`,
    `usual`,
    `short`,
    `long`,
    `longer`,
    `longest`,
    `state`,
    `kind`,
    `key`,
    `packed`,
    `loose`,
    `strict`,
    `picture`,
    `digest`,
    `country`
  )
select
  `id`,
  `usual`,
  `short`,
  `long`,
  `longer`,
  `longest`,
  `state`,
  `kind`,
  `key`,
  `packed`,
  `loose`,
  `strict`,
  `picture`,
  `digest`,
  `country`
from
  `text`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'text' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ('text_usual_unique', 'text_country')
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('text', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'usual', 'short', 'long', 'longer', 'longest', 'state', 'kind', 'key', 'packed', 'loose',
    'strict', 'picture', 'digest', 'country');
SELECT 'migration undone: making table text anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table text cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'text'
  WHERE (SELECT count(*) FROM "text") = (SELECT count(*) FROM "migrator_new_text")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- drop the old table text (revisions/02_enums.ts:21)
drop table `text`;

-- let the new name spread to nothing else (revisions/02_enums.ts:21)
pragma legacy_alter_table = on;

-- put the new table in the place of text (revisions/02_enums.ts:21)
alter table `migrator_new_text` rename to `text`;

-- let names spread again (revisions/02_enums.ts:21)
pragma legacy_alter_table = off;

-- create index text_usual_unique (revisions/02_enums.ts:21)
create unique index `text_usual_unique` on `text` (`usual`);

-- create index text_country_extra_id_unique (revisions/02_enums.ts:21)
create unique index `text_country_extra_id_unique` on `text` (`country`, `extra`, `id`);

-- create index text_country (revisions/02_enums.ts:21)
create index `text_country` on `text` (`country`);

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ktt02', 'up', 'An enum of its own where the database has such, and a longer name.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      '87436ba75104f85b4b7aa25c2191d2c88aac3729a458578ffe635f7f8046d327', '6fb0605de9bda667e1617e2174951b446f50d5342fdca93194b7e432357f189b', 0
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = 'ktt02' WHERE version_num = 'ktt01';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision ktt02 should leave the database at ktt02');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktt02') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
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
  SELECT RAISE(ROLLBACK, 'migration undone: revision ktt02 would lose rows or leave foreign keys that refer to nothing');
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
SELECT 'revision ktt02: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


CREATE TEMP TRIGGER migrator_incomplete BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration not complete: upgrade.sql should leave the database at ktt02');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktt02') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass)), 0;
SELECT 'done: the database is at ktt02'
  WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktt02') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));
DROP TABLE IF EXISTS temp.migrator_gate;
DROP TABLE IF EXISTS temp.migrator_pass;
DROP TABLE IF EXISTS temp.migrator_verdict;
DROP TABLE IF EXISTS temp.migrator_moved;
