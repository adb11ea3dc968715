-- upgrade.sql: made by migrator for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   ac03
-- Version table: migrator_version
-- Script: bc3080d76604c3064081793c45cbdbed792c48240d195035f1f65e671b4d7637
--
-- Revisions, in this order:
--   1. up ac01 A table to change.
--      sha256 c6699425c7e81aa77e0648a7e9e588ca1159b90a8e17d170580e0b976e72b452
--   2. up ac02 Wider and stricter.
--      sha256 c76117ba7875b8f9e8e391db26ef246329308ff9fb08bbd2eb37d57431313548
--   3. up ac03 A column gets another name, another type and another default at once.
--      sha256 fd583f8b9d78ccd613dff1aaa328fe226625a1e863165c771b3fc091b4dc1e9b
--
-- Run it:
--   sqlite3 -bail -echo DATABASE.db < upgrade.sql > upgrade.log && grep '^done: ' upgrade.log
-- Look at the version rows:
--   sqlite3 DATABASE.db 'SELECT version_num FROM "main"."migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:ac03 --target sqlite
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
  SELECT 'script' WHERE (SELECT count(*) = 0 FROM "main"."migrator_version") AND NOT (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac03') THEN version_num END) = 1 FROM "main"."migrator_version");
SELECT 'migration refused: upgrade.sql needs the database at base, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') OR (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac03') THEN version_num END) = 1 FROM "main"."migrator_version"));
CREATE TEMP TRIGGER migrator_done BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 1
BEGIN
  SELECT RAISE(ABORT, 'already applied: the database is at ac03, nothing was changed');
END;
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: upgrade.sql needs the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'script'), (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac03') THEN version_num END) = 1 FROM "main"."migrator_version");
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

-- ==== revision ac01 A table to change. ====
-- from base to ac01, revisions/01_a_table.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision ac01';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision ac01');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision ac01' WHERE (SELECT count(*) = 0 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision ac01 needs the database at base, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision ac01') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision ac01 needs the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision ac01'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- create table account (6 columns) (revisions/01_a_table.ts:16)
create table `account` (
  `id` integer not null,
  `holder` varchar(40) not null default 'nobody',
  `points` integer default '0',
  `iban` varchar(34),
  `balance` float,
  `open` boolean not null default '1',
  primary key (`id`)
);

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ac01', 'up', 'A table to change.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      '5e965a67d3b65aa3eea76c915f16c521dc572afe0fea8b1cfe1b05a5a15484ab', 'bc3080d76604c3064081793c45cbdbed792c48240d195035f1f65e671b4d7637', 0
    FROM "main"."migrator_version_log";
INSERT INTO "main"."migrator_version" (version_num) VALUES ('ac01');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision ac01 should leave the database at ac01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac01') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision ac01: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== revision ac02 Wider and stricter. ====
-- from ac01 to ac02, revisions/02_wider_and_stricter.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision ac02';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision ac02');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision ac02' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac01') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision ac02 needs the database at ac01, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision ac02') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision ac02 needs the database at ac01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision ac02'), 0;
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

-- revision ac02 stops here, with their number and where the first is, when there are
--   NULLs in account.points, with which a statement below would fail
--   NULLs in account.iban, with which a statement below would fail
DELETE FROM temp.migrator_pass WHERE asked = 'revision ac02, check 1';
INSERT INTO temp.migrator_gate (asked) VALUES ('revision ac02, check 1');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision ac02, check 1' WHERE (SELECT COUNT(*) FROM `account` WHERE `points` IS NULL) = 0;
SELECT 'migration refused: revision ac02 finds ' || (SELECT COUNT(*) FROM `account` WHERE `points` IS NULL) || ' NULL' || CASE WHEN (SELECT COUNT(*) FROM `account` WHERE `points` IS NULL) = 1 THEN '' ELSE 's' END || ' in account.points' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `account` WHERE `points` IS NULL ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `account` WHERE `points` IS NULL ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision ac02, check 1');
SELECT 'Nothing of this revision was changed. Mend the rows, and ask for a script that starts where the database stands now.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision ac02, check 1');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision ac02 finds NULLs in account.points');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'revision ac02, check 1';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'revision ac02, check 2';
INSERT INTO temp.migrator_gate (asked) VALUES ('revision ac02, check 2');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision ac02, check 2' WHERE (SELECT COUNT(*) FROM `account` WHERE `iban` IS NULL) = 0;
SELECT 'migration refused: revision ac02 finds ' || (SELECT COUNT(*) FROM `account` WHERE `iban` IS NULL) || ' NULL' || CASE WHEN (SELECT COUNT(*) FROM `account` WHERE `iban` IS NULL) = 1 THEN '' ELSE 's' END || ' in account.iban' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `account` WHERE `iban` IS NULL ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `account` WHERE `iban` IS NULL ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision ac02, check 2');
SELECT 'Nothing of this revision was changed. Mend the rows, and ask for a script that starts where the database stands now.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision ac02, check 2');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision ac02 finds NULLs in account.iban');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'revision ac02, check 2';
DROP TRIGGER temp.migrator_found;

-- alter column account.holder: type varchar(120); make table account anew, as migrator_new_account
--   (revisions/02_wider_and_stricter.ts:16)
create table `migrator_new_account` (
  `id` integer not null,
  `holder` varchar(120) not null default 'nobody',
  `points` integer default '0',
  `iban` varchar(34),
  `balance` float,
  `open` boolean not null default '1',
  primary key (`id`)
);

-- copy the rows of table account (revisions/02_wider_and_stricter.ts:16)
insert into
  `migrator_new_account` (`id`, `holder`, `points`, `iban`, `balance`, `open`)
select
  `id`,
  `holder`,
  `points`,
  `iban`,
  `balance`,
  `open`
from
  `account`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'account' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ()
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('account', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'holder', 'points', 'iban', 'balance', 'open');
SELECT 'migration undone: making table account anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table account cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'account'
  WHERE (SELECT count(*) FROM "account") = (SELECT count(*) FROM "migrator_new_account")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- drop the old table account (revisions/02_wider_and_stricter.ts:16)
drop table `account`;

-- let the new name spread to nothing else (revisions/02_wider_and_stricter.ts:16)
pragma legacy_alter_table = on;

-- put the new table in the place of account (revisions/02_wider_and_stricter.ts:16)
alter table `migrator_new_account` rename to `account`;

-- let names spread again (revisions/02_wider_and_stricter.ts:16)
pragma legacy_alter_table = off;

-- alter column account.points: type bigint, NOT NULL, a new default; make table account anew, as
--   migrator_new_account (revisions/02_wider_and_stricter.ts:17)
create table `migrator_new_account` (
  `id` integer not null,
  `holder` varchar(120) not null default 'nobody',
  `points` bigint not null default '10',
  `iban` varchar(34),
  `balance` float,
  `open` boolean not null default '1',
  primary key (`id`)
);

-- copy the rows of table account (revisions/02_wider_and_stricter.ts:17)
insert into
  `migrator_new_account` (`id`, `holder`, `points`, `iban`, `balance`, `open`)
select
  `id`,
  `holder`,
  `points`,
  `iban`,
  `balance`,
  `open`
from
  `account`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'account' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ()
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('account', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'holder', 'points', 'iban', 'balance', 'open');
SELECT 'migration undone: making table account anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table account cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'account'
  WHERE (SELECT count(*) FROM "account") = (SELECT count(*) FROM "migrator_new_account")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- drop the old table account (revisions/02_wider_and_stricter.ts:17)
drop table `account`;

-- let the new name spread to nothing else (revisions/02_wider_and_stricter.ts:17)
pragma legacy_alter_table = on;

-- put the new table in the place of account (revisions/02_wider_and_stricter.ts:17)
alter table `migrator_new_account` rename to `account`;

-- let names spread again (revisions/02_wider_and_stricter.ts:17)
pragma legacy_alter_table = off;

-- alter column account.iban: NOT NULL; make table account anew, as migrator_new_account
--   (revisions/02_wider_and_stricter.ts:18)
create table `migrator_new_account` (
  `id` integer not null,
  `holder` varchar(120) not null default 'nobody',
  `points` bigint not null default '10',
  `iban` varchar(34) not null,
  `balance` float,
  `open` boolean not null default '1',
  primary key (`id`)
);

-- copy the rows of table account (revisions/02_wider_and_stricter.ts:18)
insert into
  `migrator_new_account` (`id`, `holder`, `points`, `iban`, `balance`, `open`)
select
  `id`,
  `holder`,
  `points`,
  `iban`,
  `balance`,
  `open`
from
  `account`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'account' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ()
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('account', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'holder', 'points', 'iban', 'balance', 'open');
SELECT 'migration undone: making table account anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table account cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'account'
  WHERE (SELECT count(*) FROM "account") = (SELECT count(*) FROM "migrator_new_account")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- drop the old table account (revisions/02_wider_and_stricter.ts:18)
drop table `account`;

-- let the new name spread to nothing else (revisions/02_wider_and_stricter.ts:18)
pragma legacy_alter_table = on;

-- put the new table in the place of account (revisions/02_wider_and_stricter.ts:18)
alter table `migrator_new_account` rename to `account`;

-- let names spread again (revisions/02_wider_and_stricter.ts:18)
pragma legacy_alter_table = off;

-- alter column account.iban: a new default; make table account anew, as migrator_new_account
--   (revisions/02_wider_and_stricter.ts:19)
create table `migrator_new_account` (
  `id` integer not null,
  `holder` varchar(120) not null default 'nobody',
  `points` bigint not null default '10',
  `iban` varchar(34) not null default 'it''s missing',
  `balance` float,
  `open` boolean not null default '1',
  primary key (`id`)
);

-- copy the rows of table account (revisions/02_wider_and_stricter.ts:19)
insert into
  `migrator_new_account` (`id`, `holder`, `points`, `iban`, `balance`, `open`)
select
  `id`,
  `holder`,
  `points`,
  `iban`,
  `balance`,
  `open`
from
  `account`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'account' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ()
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('account', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'holder', 'points', 'iban', 'balance', 'open');
SELECT 'migration undone: making table account anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table account cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'account'
  WHERE (SELECT count(*) FROM "account") = (SELECT count(*) FROM "migrator_new_account")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- drop the old table account (revisions/02_wider_and_stricter.ts:19)
drop table `account`;

-- let the new name spread to nothing else (revisions/02_wider_and_stricter.ts:19)
pragma legacy_alter_table = on;

-- put the new table in the place of account (revisions/02_wider_and_stricter.ts:19)
alter table `migrator_new_account` rename to `account`;

-- let names spread again (revisions/02_wider_and_stricter.ts:19)
pragma legacy_alter_table = off;

-- alter column account.balance: type float; make table account anew, as migrator_new_account
--   (revisions/02_wider_and_stricter.ts:21)
create table `migrator_new_account` (
  `id` integer not null,
  `holder` varchar(120) not null default 'nobody',
  `points` bigint not null default '10',
  `iban` varchar(34) not null default 'it''s missing',
  `balance` float,
  `open` boolean not null default '1',
  primary key (`id`)
);

-- copy the rows of table account (revisions/02_wider_and_stricter.ts:21)
insert into
  `migrator_new_account` (`id`, `holder`, `points`, `iban`, `balance`, `open`)
select
  `id`,
  `holder`,
  `points`,
  `iban`,
  `balance`,
  `open`
from
  `account`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'account' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ()
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('account', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'holder', 'points', 'iban', 'balance', 'open');
SELECT 'migration undone: making table account anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table account cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'account'
  WHERE (SELECT count(*) FROM "account") = (SELECT count(*) FROM "migrator_new_account")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- drop the old table account (revisions/02_wider_and_stricter.ts:21)
drop table `account`;

-- let the new name spread to nothing else (revisions/02_wider_and_stricter.ts:21)
pragma legacy_alter_table = on;

-- put the new table in the place of account (revisions/02_wider_and_stricter.ts:21)
alter table `migrator_new_account` rename to `account`;

-- let names spread again (revisions/02_wider_and_stricter.ts:21)
pragma legacy_alter_table = off;

-- alter column account.open: no default; make table account anew, as migrator_new_account
--   (revisions/02_wider_and_stricter.ts:22)
create table `migrator_new_account` (
  `id` integer not null,
  `holder` varchar(120) not null default 'nobody',
  `points` bigint not null default '10',
  `iban` varchar(34) not null default 'it''s missing',
  `balance` float,
  `open` boolean not null,
  primary key (`id`)
);

-- copy the rows of table account (revisions/02_wider_and_stricter.ts:22)
insert into
  `migrator_new_account` (`id`, `holder`, `points`, `iban`, `balance`, `open`)
select
  `id`,
  `holder`,
  `points`,
  `iban`,
  `balance`,
  `open`
from
  `account`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'account' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ()
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('account', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'holder', 'points', 'iban', 'balance', 'open');
SELECT 'migration undone: making table account anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table account cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'account'
  WHERE (SELECT count(*) FROM "account") = (SELECT count(*) FROM "migrator_new_account")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- drop the old table account (revisions/02_wider_and_stricter.ts:22)
drop table `account`;

-- let the new name spread to nothing else (revisions/02_wider_and_stricter.ts:22)
pragma legacy_alter_table = on;

-- put the new table in the place of account (revisions/02_wider_and_stricter.ts:22)
alter table `migrator_new_account` rename to `account`;

-- let names spread again (revisions/02_wider_and_stricter.ts:22)
pragma legacy_alter_table = off;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ac02', 'up', 'Wider and stricter.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      'a1062e13d508829021c13c98ce3d0e3cef025041ccc998cc7af4aa60070f5754', 'bc3080d76604c3064081793c45cbdbed792c48240d195035f1f65e671b4d7637', 0
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = 'ac02' WHERE version_num = 'ac01';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision ac02 should leave the database at ac02');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac02') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
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
  SELECT RAISE(ROLLBACK, 'migration undone: revision ac02 would lose rows or leave foreign keys that refer to nothing');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT count(*) = 7 AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass)), 0
    FROM temp.migrator_rebuilt;
DROP TRIGGER temp.migrator_unsound;
COMMIT;
PRAGMA foreign_keys = OFF;
DROP TABLE IF EXISTS temp.migrator_orphans;
DROP TABLE IF EXISTS temp.migrator_strange;
DROP TABLE IF EXISTS temp.migrator_rebuilt;
SELECT 'revision ac02: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== revision ac03 A column gets another name, another type and another default at once. ====
-- from ac02 to ac03, revisions/03_another_name_another.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision ac03';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision ac03');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision ac03' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac02') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision ac03 needs the database at ac02, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision ac03') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision ac03 needs the database at ac02');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision ac03'), 0;
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

-- revision ac03 stops here, with their number and where the first is, when there are
--   values of account.points that float does not hold exactly, which would be lost
DELETE FROM temp.migrator_pass WHERE asked = 'revision ac03, check 1';
INSERT INTO temp.migrator_gate (asked) VALUES ('revision ac03, check 1');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision ac03, check 1' WHERE (SELECT COUNT(*) FROM `account` WHERE typeof(`points`) = 'integer' AND CAST(`points` AS REAL) <> `points`) = 0;
SELECT 'migration refused: revision ac03 would lose ' || (SELECT COUNT(*) FROM `account` WHERE typeof(`points`) = 'integer' AND CAST(`points` AS REAL) <> `points`) || ' value' || CASE WHEN (SELECT COUNT(*) FROM `account` WHERE typeof(`points`) = 'integer' AND CAST(`points` AS REAL) <> `points`) = 1 THEN '' ELSE 's' END || ' of account.points that float does not hold exactly' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `account` WHERE typeof(`points`) = 'integer' AND CAST(`points` AS REAL) <> `points` ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `account` WHERE typeof(`points`) = 'integer' AND CAST(`points` AS REAL) <> `points` ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision ac03, check 1');
SELECT 'Nothing of this revision was changed. Those before it stay done: keep what is needed and ask for a script that starts where the database stands now, or have the revision say why it may go: { dataLoss: ''...'' }, and bundle anew from where the database stands.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision ac03, check 1');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision ac03 would lose values of account.points that float does not hold exactly');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'revision ac03, check 1';
DROP TRIGGER temp.migrator_found;

-- alter column account.points: type float, a new default, a new comment; make table account anew, as
--   migrator_new_account (revisions/03_another_name_another.ts:16)
create table `migrator_new_account` (
  `id` integer not null,
  `holder` varchar(120) not null default 'nobody',
  `points` float not null default 0.5,
  `iban` varchar(34) not null default 'it''s missing',
  `balance` float,
  `open` boolean not null,
  primary key (`id`)
);

-- copy the rows of table account (revisions/03_another_name_another.ts:16)
insert into
  `migrator_new_account` (`id`, `holder`, `points`, `iban`, `balance`, `open`)
select
  `id`,
  `holder`,
  `points`,
  `iban`,
  `balance`,
  `open`
from
  `account`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'account' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ()
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('account', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'holder', 'points', 'iban', 'balance', 'open');
SELECT 'migration undone: making table account anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table account cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'account'
  WHERE (SELECT count(*) FROM "account") = (SELECT count(*) FROM "migrator_new_account")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- drop the old table account (revisions/03_another_name_another.ts:16)
drop table `account`;

-- let the new name spread to nothing else (revisions/03_another_name_another.ts:16)
pragma legacy_alter_table = on;

-- put the new table in the place of account (revisions/03_another_name_another.ts:16)
alter table `migrator_new_account` rename to `account`;

-- let names spread again (revisions/03_another_name_another.ts:16)
pragma legacy_alter_table = off;

-- rename column account.points to score (revisions/03_another_name_another.ts:16)
alter table `account` rename column `points` to `score`;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ac03', 'up', 'A column gets another name, another type and another default at once.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      'a3088b5abb6b0a84b7a1a5d7a42fff7bdcb29784af80c567bc530b5a04b56de7', 'bc3080d76604c3064081793c45cbdbed792c48240d195035f1f65e671b4d7637', 0
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = 'ac03' WHERE version_num = 'ac02';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision ac03 should leave the database at ac03');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac03') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
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
  SELECT RAISE(ROLLBACK, 'migration undone: revision ac03 would lose rows or leave foreign keys that refer to nothing');
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
SELECT 'revision ac03: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


CREATE TEMP TRIGGER migrator_incomplete BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration not complete: upgrade.sql should leave the database at ac03');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac03') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass)), 0;
SELECT 'done: the database is at ac03'
  WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ac03') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));
DROP TABLE IF EXISTS temp.migrator_gate;
DROP TABLE IF EXISTS temp.migrator_pass;
DROP TABLE IF EXISTS temp.migrator_verdict;
DROP TABLE IF EXISTS temp.migrator_moved;
