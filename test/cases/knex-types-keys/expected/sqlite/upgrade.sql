-- upgrade.sql: made by migrator for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   ktk02
-- Version table: migrator_version
-- Script: db2c4ee3317bb47cac16559620767d3cc29851b6e5e15adce4a0bd23aebf18f0
--
-- Revisions, in this order:
--   1. up ktk01 Keys and indexes in the ways that knex lets them be said.
--      sha256 10ec76d9f79022b15aeb7efeee8f99aab64b12a66767c7e58438b3985d5638dd
--   2. up ktk02 The same on tables that are there.
--      sha256 976d7b79f2d11a5405db01472fb90bae7a074ca61da8cbde4868e54a412a21d6
--
-- Run it:
--   sqlite3 -bail -echo DATABASE.db < upgrade.sql > upgrade.log && grep '^done: ' upgrade.log
-- Look at the version rows:
--   sqlite3 DATABASE.db 'SELECT version_num FROM "main"."migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:ktk02 --target sqlite
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
  SELECT 'script' WHERE (SELECT count(*) = 0 FROM "main"."migrator_version") AND NOT (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk02') THEN version_num END) = 1 FROM "main"."migrator_version");
SELECT 'migration refused: upgrade.sql needs the database at base, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') OR (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk02') THEN version_num END) = 1 FROM "main"."migrator_version"));
CREATE TEMP TRIGGER migrator_done BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 1
BEGIN
  SELECT RAISE(ABORT, 'already applied: the database is at ktk02, nothing was changed');
END;
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: upgrade.sql needs the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'script'), (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk02') THEN version_num END) = 1 FROM "main"."migrator_version");
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

-- ==== revision ktk01 Keys and indexes in the ways that knex lets them be said. ====
-- from base to ktk01, revisions/01_keys.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision ktk01';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision ktk01');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision ktk01' WHERE (SELECT count(*) = 0 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision ktk01 needs the database at base, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision ktk01') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision ktk01 needs the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision ktk01'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- create table firm (4 columns) (revisions/01_keys.ts:16)
create table `firm` (
  `id` integer not null primary key autoincrement,
  `name` varchar(60) not null,
  `country` varchar(2) not null,
  `number` integer not null
);

-- add unique constraint firm_name_once on name to table firm, as a unique index (revisions/01_keys.ts:16)
create unique index `firm_name_once` on `firm` (`name`);

-- add unique constraint firm_country_number_unique on country, number to table firm, as a unique index
--   (revisions/01_keys.ts:16)
create unique index `firm_country_number_unique` on `firm` (`country`, `number`);

-- create table worker (8 columns) (revisions/01_keys.ts:23)
create table `worker` (
  `id` integer not null primary key autoincrement,
  `firm_id` integer not null,
  `second_firm_id` integer,
  `boss_id` bigint,
  `firm_country` varchar(2),
  `firm_number` integer,
  `name` varchar(60) not null,
  `mail` varchar(80),
  foreign key(`firm_id`) references `firm`(`id`) on delete CASCADE,
  foreign key(`second_firm_id`) references `firm`(`id`),
  foreign key(`boss_id`) references `worker`(`id`),
  constraint `worker_firm_number` foreign key (`firm_country`, `firm_number`) references `firm` (`country`, `number`)
);

-- create index worker_second_firm_id_index on worker (second_firm_id) (revisions/01_keys.ts:23)
create index `worker_second_firm_id_index` on `worker` (`second_firm_id`);

-- create index worker_name_index on worker (name) (revisions/01_keys.ts:23)
create index `worker_name_index` on `worker` (`name`);

-- add unique constraint worker_mail_unique on mail to table worker, as a unique index (revisions/01_keys.ts:23)
create unique index `worker_mail_unique` on `worker` (`mail`);

-- create index worker_name_mail on worker (name, mail) (revisions/01_keys.ts:23)
create index `worker_name_mail` on `worker` (`name`, `mail`);

-- create table badge (3 columns) (revisions/01_keys.ts:35)
create table `badge` (
  `code` varchar(10) not null,
  `issue` integer not null,
  `worker_id` bigint,
  constraint `badge_worker` foreign key(`worker_id`) references `worker`(`id`),
  primary key (`code`, `issue`)
);

-- insert 1 row into firm (revisions/01_keys.ts:42)
insert into `firm` (`name`, `country`, `number`) values
  ('Acme', 'at', 7);

-- insert 1 row into worker (revisions/01_keys.ts:43)
insert into `worker` (`firm_id`, `name`, `firm_country`, `firm_number`) values
  (1, 'Ann', 'at', 7);

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ktk01', 'up', 'Keys and indexes in the ways that knex lets them be said.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      'fafd7ed45c1b7d1d3176ffad527ee9f32c87c5d431af9f1e1d2452a9f7e6025c', 'db2c4ee3317bb47cac16559620767d3cc29851b6e5e15adce4a0bd23aebf18f0', 0
    FROM "main"."migrator_version_log";
INSERT INTO "main"."migrator_version" (version_num) VALUES ('ktk01');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision ktk01 should leave the database at ktk01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk01') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision ktk01: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== revision ktk02 The same on tables that are there. ====
-- from ktk01 to ktk02, revisions/02_later.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision ktk02';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision ktk02');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision ktk02' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk01') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision ktk02 needs the database at ktk01, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision ktk02') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision ktk02 needs the database at ktk01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision ktk02'), 0;
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

-- revision ktk02 stops here, with their number and where the first is, when there are
--   duplicates in worker (name, firm_id), with which a statement below would fail
DELETE FROM temp.migrator_pass WHERE asked = 'revision ktk02, check 1';
INSERT INTO temp.migrator_gate (asked) VALUES ('revision ktk02, check 1');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision ktk02, check 1' WHERE (SELECT COUNT(*) FROM (SELECT 1 AS one FROM `worker` WHERE `name` IS NOT NULL AND `firm_id` IS NOT NULL GROUP BY `name`, `firm_id` HAVING COUNT(*) > 1) migrator_found) = 0;
SELECT 'migration refused: revision ktk02 finds ' || (SELECT COUNT(*) FROM (SELECT 1 AS one FROM `worker` WHERE `name` IS NOT NULL AND `firm_id` IS NOT NULL GROUP BY `name`, `firm_id` HAVING COUNT(*) > 1) migrator_found) || ' duplicate' || CASE WHEN (SELECT COUNT(*) FROM (SELECT 1 AS one FROM `worker` WHERE `name` IS NOT NULL AND `firm_id` IS NOT NULL GROUP BY `name`, `firm_id` HAVING COUNT(*) > 1) migrator_found) = 1 THEN '' ELSE 's' END || ' in worker (name, firm_id)' || CASE WHEN (SELECT 'name = ' || substr(CAST(`name` AS text), 1, 60) || ', firm_id = ' || substr(CAST(`firm_id` AS text), 1, 60) FROM `worker` WHERE `name` IS NOT NULL AND `firm_id` IS NOT NULL GROUP BY `name`, `firm_id` HAVING COUNT(*) > 1 ORDER BY `name`, `firm_id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'name = ' || substr(CAST(`name` AS text), 1, 60) || ', firm_id = ' || substr(CAST(`firm_id` AS text), 1, 60) FROM `worker` WHERE `name` IS NOT NULL AND `firm_id` IS NOT NULL GROUP BY `name`, `firm_id` HAVING COUNT(*) > 1 ORDER BY `name`, `firm_id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision ktk02, check 1');
SELECT 'Nothing of this revision was changed. Mend the rows, and ask for a script that starts where the database stands now.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision ktk02, check 1');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision ktk02 finds duplicates in worker (name, firm_id)');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'revision ktk02, check 1';
DROP TRIGGER temp.migrator_found;

-- drop foreign key worker_firm_number of table worker; drop index worker_name_mail of table worker; drop unique
--   constraint worker_mail_unique of table worker; make table worker anew, as migrator_new_worker
--   (revisions/02_later.ts:16)
create table `migrator_new_worker` (
  `id` integer not null primary key autoincrement,
  `firm_id` integer not null,
  `second_firm_id` integer,
  `boss_id` bigint,
  `firm_country` varchar(2),
  `firm_number` integer,
  `name` varchar(60) not null,
  `mail` varchar(80),
  constraint `worker_firm_id_foreign` foreign key (`firm_id`) references `firm` (`id`) on delete CASCADE,
  constraint `worker_second_firm_id_foreign` foreign key (`second_firm_id`) references `firm` (`id`),
  constraint `worker_boss_id_foreign` foreign key (`boss_id`) references `worker` (`id`)
);

-- copy the rows of table worker (revisions/02_later.ts:16)
insert into
  `migrator_new_worker` (`id`, `firm_id`, `second_firm_id`, `boss_id`, `firm_country`, `firm_number`, `name`, `mail`)
select
  `id`,
  `firm_id`,
  `second_firm_id`,
  `boss_id`,
  `firm_country`,
  `firm_number`,
  `name`,
  `mail`
from
  `worker`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'worker' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ('worker_mail_unique', 'worker_second_firm_id_index', 'worker_name_index', 'worker_name_mail')
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('worker', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'firm_id', 'second_firm_id', 'boss_id', 'firm_country', 'firm_number', 'name', 'mail');
SELECT 'migration undone: making table worker anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table worker cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'worker'
  WHERE (SELECT count(*) FROM "worker") = (SELECT count(*) FROM "migrator_new_worker")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- keep the count of the numbers that table worker has given (revisions/02_later.ts:16)
delete from `sqlite_sequence` where name = 'migrator_new_worker';

-- keep the count of the numbers that table worker has given (revisions/02_later.ts:16)
insert into
  `sqlite_sequence` (name, seq)
select
  'migrator_new_worker',
  seq
from
  `sqlite_sequence`
where
  name = 'worker';

-- drop the old table worker (revisions/02_later.ts:16)
drop table `worker`;

-- let the new name spread to nothing else (revisions/02_later.ts:16)
pragma legacy_alter_table = on;

-- put the new table in the place of worker (revisions/02_later.ts:16)
alter table `migrator_new_worker` rename to `worker`;

-- let names spread again (revisions/02_later.ts:16)
pragma legacy_alter_table = off;

-- create index worker_second_firm_id_index (revisions/02_later.ts:16)
create index `worker_second_firm_id_index` on `worker` (`second_firm_id`);

-- create index worker_name_index (revisions/02_later.ts:16)
create index `worker_name_index` on `worker` (`name`);

-- add column worker.third_firm_id (integer); add foreign key worker_third_firm_id_foreign on third_firm_id to
--   firm (id) to table worker (revisions/02_later.ts:21)
alter table `worker`
add column `third_firm_id` integer constraint `worker_third_firm_id_foreign` references `firm` (`id`);

-- add unique constraint worker_name_in_firm on name, firm_id to table worker, as a unique index
--   (revisions/02_later.ts:21)
create unique index `worker_name_in_firm` on `worker` (`name`, `firm_id`);

-- create index worker_name_firm_id_mail_index on worker (name, firm_id, mail) (revisions/02_later.ts:21)
create index `worker_name_firm_id_mail_index` on `worker` (`name`, `firm_id`, `mail`);

-- rename table badge to pass (revisions/02_later.ts:26)
alter table `badge` rename to `pass`;

-- add column pass.until (date) (revisions/02_later.ts:27)
alter table `pass` add column `until` date;

-- rename column pass.issue to edition (revisions/02_later.ts:27)
alter table `pass` rename column `issue` to `edition`;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ktk02', 'up', 'The same on tables that are there.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      '4776233374a3aeb5768cfa3a77d2f085a08c6351b4d7938f64f12d3a4a924bf8', 'db2c4ee3317bb47cac16559620767d3cc29851b6e5e15adce4a0bd23aebf18f0', 0
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = 'ktk02' WHERE version_num = 'ktk01';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision ktk02 should leave the database at ktk02');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk02') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
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
  SELECT RAISE(ROLLBACK, 'migration undone: revision ktk02 would lose rows or leave foreign keys that refer to nothing');
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
SELECT 'revision ktk02: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


CREATE TEMP TRIGGER migrator_incomplete BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration not complete: upgrade.sql should leave the database at ktk02');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk02') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass)), 0;
SELECT 'done: the database is at ktk02'
  WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk02') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));
DROP TABLE IF EXISTS temp.migrator_gate;
DROP TABLE IF EXISTS temp.migrator_pass;
DROP TABLE IF EXISTS temp.migrator_verdict;
DROP TABLE IF EXISTS temp.migrator_moved;
