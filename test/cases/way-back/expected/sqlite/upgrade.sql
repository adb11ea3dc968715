-- upgrade.sql: made by migrator for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   back_2
-- Version table: migrator_version
-- Script: c1d1a42e5e96f33f7005a3177c3415bfdb11e035941aeca8af865d4b4250cd4e
--
-- Revisions, in this order:
--   1. up back_1 Tables, and no downgrade
--      sha256 8f4bf45d1bc861848c326713285342e39cf36b7a9cc7c31ed48dd7129b14c690
--   2. up back_2 Everything changes, and no downgrade: all of it is derived.
--      sha256 383603dcd0a00f3018958645a34e446b04308eccd2a83b76fd68cbcd4077fdf5
--
-- Run it:
--   sqlite3 -bail -echo DATABASE.db < upgrade.sql > upgrade.log && grep '^done: ' upgrade.log
-- Look at the version rows:
--   sqlite3 DATABASE.db 'SELECT version_num FROM "main"."migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:back_2 --target sqlite
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
  SELECT 'script' WHERE (SELECT count(*) = 0 FROM "main"."migrator_version") AND NOT (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('back_2') THEN version_num END) = 1 FROM "main"."migrator_version");
SELECT 'migration refused: upgrade.sql needs the database at base, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') OR (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('back_2') THEN version_num END) = 1 FROM "main"."migrator_version"));
CREATE TEMP TRIGGER migrator_done BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 1
BEGIN
  SELECT RAISE(ABORT, 'already applied: the database is at back_2, nothing was changed');
END;
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: upgrade.sql needs the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'script'), (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('back_2') THEN version_num END) = 1 FROM "main"."migrator_version");
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

-- ==== revision back_1 Tables, and no downgrade ====
-- from base to back_1, revisions/01_tables.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision back_1';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision back_1');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision back_1' WHERE (SELECT count(*) = 0 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision back_1 needs the database at base, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision back_1') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision back_1 needs the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision back_1'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- create table customer (5 columns) (revisions/01_tables.ts:13)
create table `customer` (
  `id` integer not null,
  `name` varchar(40) not null,
  `email` varchar(80),
  `note` varchar(80),
  `level` integer not null default '3',
  primary key (`id`)
);

-- add unique constraint customer_email on email to table customer, as a unique index (revisions/01_tables.ts:13)
create unique index `customer_email` on `customer` (`email`);

-- create index customer_by_note on customer (note) (revisions/01_tables.ts:13)
create index `customer_by_note` on `customer` (`note`);

-- create table invoice (3 columns) (revisions/01_tables.ts:20)
create table `invoice` (
  `number` integer not null,
  `customer_id` integer not null,
  `total` float not null,
  constraint `invoice_customer` foreign key (`customer_id`) references `customer` (`id`) on delete cascade,
  primary key (`number`),
  constraint invoice_total_positive check (`total` >= 0)
);

-- create index invoice_by_total on invoice (total) (revisions/01_tables.ts:20)
create index `invoice_by_total` on `invoice` (`total`);

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'back_1', 'up', 'Tables, and no downgrade', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      'e0624fec9871937d04b577726dec9731888a1aff4dba3034bedd8d459e1bd79e', 'c1d1a42e5e96f33f7005a3177c3415bfdb11e035941aeca8af865d4b4250cd4e', 0
    FROM "main"."migrator_version_log";
INSERT INTO "main"."migrator_version" (version_num) VALUES ('back_1');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision back_1 should leave the database at back_1');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('back_1') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision back_1: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== revision back_2 Everything changes, and no downgrade: all of it is derived. ====
-- from back_1 to back_2, revisions/02_everything_changes.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision back_2';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision back_2');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision back_2' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('back_1') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision back_2 needs the database at back_1, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision back_2') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision back_2 needs the database at back_1');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision back_2'), 0;
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

-- revision back_2 stops here, with their number and where the first is, when there are
--   rows of invoice, which would be lost
--   values of customer.note, which would be lost
DELETE FROM temp.migrator_pass WHERE asked = 'revision back_2, check 1';
INSERT INTO temp.migrator_gate (asked) VALUES ('revision back_2, check 1');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision back_2, check 1' WHERE (SELECT COUNT(*) FROM `invoice`) = 0;
SELECT 'migration refused: revision back_2 would lose ' || (SELECT COUNT(*) FROM `invoice`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `invoice`) = 1 THEN '' ELSE 's' END || ' of invoice' || CASE WHEN (SELECT 'number = ' || substr(CAST(`number` AS text), 1, 60) FROM `invoice` ORDER BY `number` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'number = ' || substr(CAST(`number` AS text), 1, 60) FROM `invoice` ORDER BY `number` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision back_2, check 1');
SELECT 'Nothing of this revision was changed. Those before it stay done: keep what is needed and ask for a script that starts where the database stands now, or have the revision say why it may go: { dataLoss: ''...'' }, and bundle anew from where the database stands.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision back_2, check 1');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision back_2 would lose rows of invoice');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'revision back_2, check 1';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'revision back_2, check 2';
INSERT INTO temp.migrator_gate (asked) VALUES ('revision back_2, check 2');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision back_2, check 2' WHERE (SELECT COUNT(*) FROM `customer` WHERE `note` IS NOT NULL) = 0;
SELECT 'migration refused: revision back_2 would lose ' || (SELECT COUNT(*) FROM `customer` WHERE `note` IS NOT NULL) || ' value' || CASE WHEN (SELECT COUNT(*) FROM `customer` WHERE `note` IS NOT NULL) = 1 THEN '' ELSE 's' END || ' of customer.note' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `customer` WHERE `note` IS NOT NULL ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `customer` WHERE `note` IS NOT NULL ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision back_2, check 2');
SELECT 'Nothing of this revision was changed. Those before it stay done: keep what is needed and ask for a script that starts where the database stands now, or have the revision say why it may go: { dataLoss: ''...'' }, and bundle anew from where the database stands.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision back_2, check 2');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision back_2 would lose values of customer.note');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'revision back_2, check 2';
DROP TRIGGER temp.migrator_found;

-- drop table invoice (revisions/02_everything_changes.ts:13)
drop table `invoice`;

-- create table level (2 columns) (revisions/02_everything_changes.ts:14)
create table `level` (`id` integer not null, `title` varchar(20) not null, primary key (`id`));

-- insert 2 rows into level (revisions/02_everything_changes.ts:18)
insert into `level` (`id`, `title`) values
  (1, 'bronze'),
  (2, 'silver');

-- update level (revisions/02_everything_changes.ts:22)
update `level` set `title` = 'gold' where `id` = 2;

-- create index level_by_title on level (title) (revisions/02_everything_changes.ts:23)
create index `level_by_title` on `level` (`title`);

-- drop index customer_by_note with it (revisions/02_everything_changes.ts:24)
drop index `customer_by_note`;

-- drop column customer.note (revisions/02_everything_changes.ts:24)
alter table `customer` drop column `note`;

-- add column customer.born (date) (revisions/02_everything_changes.ts:25)
alter table `customer` add column `born` date;

-- alter column customer.name: type varchar(120); make table customer anew, as migrator_new_customer
--   (revisions/02_everything_changes.ts:26)
create table `migrator_new_customer` (
  `id` integer not null,
  `name` varchar(120) not null,
  `email` varchar(80),
  `level` integer not null default '3',
  `born` date,
  primary key (`id`)
);

-- copy the rows of table customer (revisions/02_everything_changes.ts:26)
insert into
  `migrator_new_customer` (`id`, `name`, `email`, `level`, `born`)
select
  `id`,
  `name`,
  `email`,
  `level`,
  `born`
from
  `customer`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'customer' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ('customer_email')
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('customer', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'name', 'email', 'level', 'born');
SELECT 'migration undone: making table customer anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table customer cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'customer'
  WHERE (SELECT count(*) FROM "customer") = (SELECT count(*) FROM "migrator_new_customer")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- drop the old table customer (revisions/02_everything_changes.ts:26)
drop table `customer`;

-- let the new name spread to nothing else (revisions/02_everything_changes.ts:26)
pragma legacy_alter_table = on;

-- put the new table in the place of customer (revisions/02_everything_changes.ts:26)
alter table `migrator_new_customer` rename to `customer`;

-- let names spread again (revisions/02_everything_changes.ts:26)
pragma legacy_alter_table = off;

-- create index customer_email (revisions/02_everything_changes.ts:26)
create unique index `customer_email` on `customer` (`email`);

-- rename column customer.name to full_name (revisions/02_everything_changes.ts:26)
alter table `customer` rename column `name` to `full_name`;

-- drop unique constraint customer_email of table customer, which is a unique index
--   (revisions/02_everything_changes.ts:27)
drop index `customer_email`;

-- create index customer_by_name on customer (full_name) (revisions/02_everything_changes.ts:28)
create index `customer_by_name` on `customer` (`full_name`);

-- rename table customer to client (revisions/02_everything_changes.ts:29)
alter table `customer` rename to `client`;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'back_2', 'up', 'Everything changes, and no downgrade: all of it is derived.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      'c9cc2a96acab6bc5ad23e908d98d72d4bb6cdba0307ccb36b874c0b9cbeeeef6', 'c1d1a42e5e96f33f7005a3177c3415bfdb11e035941aeca8af865d4b4250cd4e', 0
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = 'back_2' WHERE version_num = 'back_1';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision back_2 should leave the database at back_2');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('back_2') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
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
  SELECT RAISE(ROLLBACK, 'migration undone: revision back_2 would lose rows or leave foreign keys that refer to nothing');
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
SELECT 'revision back_2: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


CREATE TEMP TRIGGER migrator_incomplete BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration not complete: upgrade.sql should leave the database at back_2');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('back_2') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass)), 0;
SELECT 'done: the database is at back_2'
  WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('back_2') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));
DROP TABLE IF EXISTS temp.migrator_gate;
DROP TABLE IF EXISTS temp.migrator_pass;
DROP TABLE IF EXISTS temp.migrator_verdict;
DROP TABLE IF EXISTS temp.migrator_moved;
