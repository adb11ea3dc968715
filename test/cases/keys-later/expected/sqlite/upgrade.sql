-- upgrade.sql: made by migrator for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   kl02
-- Version table: migrator_version
-- Script: 2e54b6b2e2cd123ce47f2517aaf3aa13322340cbc07741ac0dd63427202d8326
--
-- Revisions, in this order:
--   1. up kl01 Tables without keys.
--      sha256 b97292d442b735cd18505af53dd14cfd1cc29275658a25f0fcef7f26c6ecbff3
--   2. up kl02 Keys for tables that are there.
--      sha256 bb882ed5a48d3d544578164fd2b1f0ae122c041af48c4c35c92b1ee97e73748b
--
-- Run it:
--   sqlite3 -bail -echo DATABASE.db < upgrade.sql > upgrade.log && grep '^done: ' upgrade.log
-- Look at the version rows:
--   sqlite3 DATABASE.db 'SELECT version_num FROM "main"."migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:kl02 --target sqlite
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
  SELECT 'script' WHERE (SELECT count(*) = 0 FROM "main"."migrator_version") AND NOT (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('kl02') THEN version_num END) = 1 FROM "main"."migrator_version");
SELECT 'migration refused: upgrade.sql needs the database at base, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') OR (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('kl02') THEN version_num END) = 1 FROM "main"."migrator_version"));
CREATE TEMP TRIGGER migrator_done BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 1
BEGIN
  SELECT RAISE(ABORT, 'already applied: the database is at kl02, nothing was changed');
END;
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: upgrade.sql needs the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'script'), (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('kl02') THEN version_num END) = 1 FROM "main"."migrator_version");
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

-- ==== revision kl01 Tables without keys. ====
-- from base to kl01, revisions/01_tables_without_keys.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision kl01';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision kl01');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision kl01' WHERE (SELECT count(*) = 0 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision kl01 needs the database at base, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision kl01') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision kl01 needs the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision kl01'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- create table country (2 columns) (revisions/01_tables_without_keys.ts:16)
create table `country` (`code` varchar(2) not null, `name` varchar(60) not null);

-- create table city (4 columns) (revisions/01_tables_without_keys.ts:20)
create table `city` (
  `id` integer not null,
  `country` varchar(2) not null,
  `name` varchar(60) not null,
  `mayor` integer
);

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'kl01', 'up', 'Tables without keys.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      'a0b2a5eb65c1eb353c010101cc0fccaf9cfe1193620f2dcac5aa770b2f293948', '2e54b6b2e2cd123ce47f2517aaf3aa13322340cbc07741ac0dd63427202d8326', 0
    FROM "main"."migrator_version_log";
INSERT INTO "main"."migrator_version" (version_num) VALUES ('kl01');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision kl01 should leave the database at kl01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('kl01') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision kl01: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== revision kl02 Keys for tables that are there. ====
-- from kl01 to kl02, revisions/02_their_keys.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision kl02';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision kl02');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision kl02' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('kl01') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision kl02 needs the database at kl01, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision kl02') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision kl02 needs the database at kl01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision kl02'), 0;
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

-- revision kl02 stops here, with their number and where the first is, when there are
--   duplicates in country (code), with which a statement below would fail
--   duplicates in city (id), with which a statement below would fail
--   duplicates in city (country, name), with which a statement below would fail
--   rows of city whose country no row of country has, with which a statement below would fail
DELETE FROM temp.migrator_pass WHERE asked = 'revision kl02, check 1';
INSERT INTO temp.migrator_gate (asked) VALUES ('revision kl02, check 1');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision kl02, check 1' WHERE (SELECT COUNT(*) FROM (SELECT 1 AS one FROM `country` WHERE `code` IS NOT NULL GROUP BY `code` HAVING COUNT(*) > 1) migrator_found) = 0;
SELECT 'migration refused: revision kl02 finds ' || (SELECT COUNT(*) FROM (SELECT 1 AS one FROM `country` WHERE `code` IS NOT NULL GROUP BY `code` HAVING COUNT(*) > 1) migrator_found) || ' duplicate' || CASE WHEN (SELECT COUNT(*) FROM (SELECT 1 AS one FROM `country` WHERE `code` IS NOT NULL GROUP BY `code` HAVING COUNT(*) > 1) migrator_found) = 1 THEN '' ELSE 's' END || ' in country (code)' || CASE WHEN (SELECT 'code = ' || substr(CAST(`code` AS text), 1, 60) FROM `country` WHERE `code` IS NOT NULL GROUP BY `code` HAVING COUNT(*) > 1 ORDER BY `code` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'code = ' || substr(CAST(`code` AS text), 1, 60) FROM `country` WHERE `code` IS NOT NULL GROUP BY `code` HAVING COUNT(*) > 1 ORDER BY `code` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision kl02, check 1');
SELECT 'Nothing of this revision was changed. Mend the rows, and ask for a script that starts where the database stands now.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision kl02, check 1');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision kl02 finds duplicates in country (code)');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'revision kl02, check 1';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'revision kl02, check 2';
INSERT INTO temp.migrator_gate (asked) VALUES ('revision kl02, check 2');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision kl02, check 2' WHERE (SELECT COUNT(*) FROM (SELECT 1 AS one FROM `city` WHERE `id` IS NOT NULL GROUP BY `id` HAVING COUNT(*) > 1) migrator_found) = 0;
SELECT 'migration refused: revision kl02 finds ' || (SELECT COUNT(*) FROM (SELECT 1 AS one FROM `city` WHERE `id` IS NOT NULL GROUP BY `id` HAVING COUNT(*) > 1) migrator_found) || ' duplicate' || CASE WHEN (SELECT COUNT(*) FROM (SELECT 1 AS one FROM `city` WHERE `id` IS NOT NULL GROUP BY `id` HAVING COUNT(*) > 1) migrator_found) = 1 THEN '' ELSE 's' END || ' in city (id)' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `city` WHERE `id` IS NOT NULL GROUP BY `id` HAVING COUNT(*) > 1 ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `city` WHERE `id` IS NOT NULL GROUP BY `id` HAVING COUNT(*) > 1 ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision kl02, check 2');
SELECT 'Nothing of this revision was changed. Mend the rows, and ask for a script that starts where the database stands now.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision kl02, check 2');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision kl02 finds duplicates in city (id)');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'revision kl02, check 2';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'revision kl02, check 3';
INSERT INTO temp.migrator_gate (asked) VALUES ('revision kl02, check 3');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision kl02, check 3' WHERE (SELECT COUNT(*) FROM (SELECT 1 AS one FROM `city` WHERE `country` IS NOT NULL AND `name` IS NOT NULL GROUP BY `country`, `name` HAVING COUNT(*) > 1) migrator_found) = 0;
SELECT 'migration refused: revision kl02 finds ' || (SELECT COUNT(*) FROM (SELECT 1 AS one FROM `city` WHERE `country` IS NOT NULL AND `name` IS NOT NULL GROUP BY `country`, `name` HAVING COUNT(*) > 1) migrator_found) || ' duplicate' || CASE WHEN (SELECT COUNT(*) FROM (SELECT 1 AS one FROM `city` WHERE `country` IS NOT NULL AND `name` IS NOT NULL GROUP BY `country`, `name` HAVING COUNT(*) > 1) migrator_found) = 1 THEN '' ELSE 's' END || ' in city (country, name)' || CASE WHEN (SELECT 'country = ' || substr(CAST(`country` AS text), 1, 60) || ', name = ' || substr(CAST(`name` AS text), 1, 60) FROM `city` WHERE `country` IS NOT NULL AND `name` IS NOT NULL GROUP BY `country`, `name` HAVING COUNT(*) > 1 ORDER BY `country`, `name` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'country = ' || substr(CAST(`country` AS text), 1, 60) || ', name = ' || substr(CAST(`name` AS text), 1, 60) FROM `city` WHERE `country` IS NOT NULL AND `name` IS NOT NULL GROUP BY `country`, `name` HAVING COUNT(*) > 1 ORDER BY `country`, `name` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision kl02, check 3');
SELECT 'Nothing of this revision was changed. Mend the rows, and ask for a script that starts where the database stands now.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision kl02, check 3');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision kl02 finds duplicates in city (country, name)');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'revision kl02, check 3';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'revision kl02, check 4';
INSERT INTO temp.migrator_gate (asked) VALUES ('revision kl02, check 4');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision kl02, check 4' WHERE (SELECT COUNT(*) FROM `city` migrator_row WHERE migrator_row.`country` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `country` migrator_other WHERE migrator_other.`code` = migrator_row.`country`)) = 0;
SELECT 'migration refused: revision kl02 finds ' || (SELECT COUNT(*) FROM `city` migrator_row WHERE migrator_row.`country` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `country` migrator_other WHERE migrator_other.`code` = migrator_row.`country`)) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `city` migrator_row WHERE migrator_row.`country` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `country` migrator_other WHERE migrator_other.`code` = migrator_row.`country`)) = 1 THEN '' ELSE 's' END || ' of city whose country no row of country has' || CASE WHEN (SELECT 'country = ' || substr(CAST(migrator_row.`country` AS text), 1, 60) FROM `city` migrator_row WHERE migrator_row.`country` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `country` migrator_other WHERE migrator_other.`code` = migrator_row.`country`) LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'country = ' || substr(CAST(migrator_row.`country` AS text), 1, 60) FROM `city` migrator_row WHERE migrator_row.`country` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `country` migrator_other WHERE migrator_other.`code` = migrator_row.`country`) LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision kl02, check 4');
SELECT 'Nothing of this revision was changed. Mend the rows, and ask for a script that starts where the database stands now.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision kl02, check 4');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision kl02 finds rows of city whose country no row of country has');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'revision kl02, check 4';
DROP TRIGGER temp.migrator_found;

-- add primary key country_key on code to table country; make table country anew, as migrator_new_country
--   (revisions/02_their_keys.ts:16)
create table `migrator_new_country` (
  `code` varchar(2) not null,
  `name` varchar(60) not null,
  constraint `country_key` primary key (`code`)
);

-- copy the rows of table country (revisions/02_their_keys.ts:16)
insert into `migrator_new_country` (`code`, `name`) select `code`, `name` from `country`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'country' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ()
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('country', 'main')
    WHERE name COLLATE NOCASE NOT IN ('code', 'name');
SELECT 'migration undone: making table country anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table country cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'country'
  WHERE (SELECT count(*) FROM "country") = (SELECT count(*) FROM "migrator_new_country")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- drop the old table country (revisions/02_their_keys.ts:16)
drop table `country`;

-- let the new name spread to nothing else (revisions/02_their_keys.ts:16)
pragma legacy_alter_table = on;

-- put the new table in the place of country (revisions/02_their_keys.ts:16)
alter table `migrator_new_country` rename to `country`;

-- let names spread again (revisions/02_their_keys.ts:16)
pragma legacy_alter_table = off;

-- add primary key city_key on id to table city; make table city anew, as migrator_new_city
--   (revisions/02_their_keys.ts:17)
create table `migrator_new_city` (
  `id` integer not null,
  `country` varchar(2) not null,
  `name` varchar(60) not null,
  `mayor` integer,
  constraint `city_key` primary key (`id`)
);

-- copy the rows of table city (revisions/02_their_keys.ts:17)
insert into
  `migrator_new_city` (`id`, `country`, `name`, `mayor`)
select
  `id`,
  `country`,
  `name`,
  `mayor`
from
  `city`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'city' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ()
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('city', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'country', 'name', 'mayor');
SELECT 'migration undone: making table city anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table city cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'city'
  WHERE (SELECT count(*) FROM "city") = (SELECT count(*) FROM "migrator_new_city")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- drop the old table city (revisions/02_their_keys.ts:17)
drop table `city`;

-- let the new name spread to nothing else (revisions/02_their_keys.ts:17)
pragma legacy_alter_table = on;

-- put the new table in the place of city (revisions/02_their_keys.ts:17)
alter table `migrator_new_city` rename to `city`;

-- let names spread again (revisions/02_their_keys.ts:17)
pragma legacy_alter_table = off;

-- add unique constraint city_name_once on country, name to table city, as a unique index
--   (revisions/02_their_keys.ts:18)
create unique index `city_name_once` on `city` (`country`, `name`);

-- add foreign key city_country on country to country (code) to table city; make table city anew, as
--   migrator_new_city (revisions/02_their_keys.ts:19)
create table `migrator_new_city` (
  `id` integer not null,
  `country` varchar(2) not null,
  `name` varchar(60) not null,
  `mayor` integer,
  constraint `city_key` primary key (`id`),
  constraint `city_country` foreign key (`country`) references `country` (`code`)
);

-- copy the rows of table city (revisions/02_their_keys.ts:19)
insert into
  `migrator_new_city` (`id`, `country`, `name`, `mayor`)
select
  `id`,
  `country`,
  `name`,
  `mayor`
from
  `city`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'city' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ('city_name_once')
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('city', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'country', 'name', 'mayor');
SELECT 'migration undone: making table city anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table city cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'city'
  WHERE (SELECT count(*) FROM "city") = (SELECT count(*) FROM "migrator_new_city")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- drop the old table city (revisions/02_their_keys.ts:19)
drop table `city`;

-- let the new name spread to nothing else (revisions/02_their_keys.ts:19)
pragma legacy_alter_table = on;

-- put the new table in the place of city (revisions/02_their_keys.ts:19)
alter table `migrator_new_city` rename to `city`;

-- let names spread again (revisions/02_their_keys.ts:19)
pragma legacy_alter_table = off;

-- create index city_name_once (revisions/02_their_keys.ts:19)
create unique index `city_name_once` on `city` (`country`, `name`);

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'kl02', 'up', 'Keys for tables that are there.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      '4261a1c6c0cdeab8fbe74d8bacc90d1352232e6e8d869aa79a56d705dafeaee2', '2e54b6b2e2cd123ce47f2517aaf3aa13322340cbc07741ac0dd63427202d8326', 0
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = 'kl02' WHERE version_num = 'kl01';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision kl02 should leave the database at kl02');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('kl02') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
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
  SELECT RAISE(ROLLBACK, 'migration undone: revision kl02 would lose rows or leave foreign keys that refer to nothing');
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
SELECT 'revision kl02: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


CREATE TEMP TRIGGER migrator_incomplete BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration not complete: upgrade.sql should leave the database at kl02');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('kl02') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass)), 0;
SELECT 'done: the database is at kl02'
  WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('kl02') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));
DROP TABLE IF EXISTS temp.migrator_gate;
DROP TABLE IF EXISTS temp.migrator_pass;
DROP TABLE IF EXISTS temp.migrator_verdict;
DROP TABLE IF EXISTS temp.migrator_moved;
