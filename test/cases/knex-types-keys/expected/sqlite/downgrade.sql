-- downgrade.sql: made by migrator for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: ktk02
-- To:   base
-- Version table: migrator_version
-- Script: 7aff23e9586b54db0839b892f0ea7c9d525e9fb41678907ec14a3b232d31d406
--
-- Revisions, in this order:
--   1. down ktk02 The same on tables that are there.
--      sha256 976d7b79f2d11a5405db01472fb90bae7a074ca61da8cbde4868e54a412a21d6
--   2. down ktk01 Keys and indexes in the ways that knex lets them be said.
--      sha256 10ec76d9f79022b15aeb7efeee8f99aab64b12a66767c7e58438b3985d5638dd
--
-- Steps that lose data:
--   ktk02 loses the values of column pass.until.
--   ktk02 loses the values of column worker.third_firm_id.
--   ktk01 loses the rows of table badge.
--   ktk01 loses the rows of table worker.
--   ktk01 loses the rows of table firm.
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
  SELECT RAISE(ABORT, 'migration refused: there is no version table main.migrator_version that this user can see, and downgrade.sql needs the database at ktk02');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT count(*), 0 FROM "main".sqlite_master WHERE type = 'table' AND name = 'migrator_version' COLLATE NOCASE;
DROP TRIGGER temp.migrator_absent;
DELETE FROM temp.migrator_pass WHERE asked = 'script';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('script');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'script' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk02') THEN version_num END) = 1 FROM "main"."migrator_version") AND NOT (SELECT count(*) = 0 FROM "main"."migrator_version");
SELECT 'migration refused: downgrade.sql needs the database at ktk02, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') OR (SELECT count(*) = 0 FROM "main"."migrator_version"));
CREATE TEMP TRIGGER migrator_done BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 1
BEGIN
  SELECT RAISE(ABORT, 'already applied: the database is at base, nothing was changed');
END;
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: downgrade.sql needs the database at ktk02');
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

-- ==== undoing revision ktk02 The same on tables that are there. ====
-- from ktk02 to ktk01, revisions/02_later.ts
-- It loses the values of column pass.until.
-- It loses the values of column worker.third_firm_id.


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision ktk02';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision ktk02');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision ktk02' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk02') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision ktk02 needs the database at ktk02, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision ktk02') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision ktk02 needs the database at ktk02');
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

-- undoing revision ktk02 stops here, with their number and where the first is, when there are
--   values of pass.until, which would be lost
--   values of worker.third_firm_id, which would be lost
--   duplicates in worker (mail), with which a statement below would fail
--   rows of worker whose firm_country, firm_number no row of firm has, with which a statement below would fail
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision ktk02, check 1';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision ktk02, check 1');
SELECT 'loss accepted: undoing revision ktk02 would lose ' || (SELECT COUNT(*) FROM `pass` WHERE `until` IS NOT NULL) || ' value' || CASE WHEN (SELECT COUNT(*) FROM `pass` WHERE `until` IS NOT NULL) = 1 THEN '' ELSE 's' END || ' of pass.until' || CASE WHEN (SELECT 'code = ' || substr(CAST(`code` AS text), 1, 60) || ', edition = ' || substr(CAST(`edition` AS text), 1, 60) FROM `pass` WHERE `until` IS NOT NULL ORDER BY `code`, `edition` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'code = ' || substr(CAST(`code` AS text), 1, 60) || ', edition = ' || substr(CAST(`edition` AS text), 1, 60) FROM `pass` WHERE `until` IS NOT NULL ORDER BY `code`, `edition` LIMIT 1) || ')' END
  WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') AND (SELECT COUNT(*) FROM `pass` WHERE `until` IS NOT NULL) > 0;
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision ktk02, check 1' WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') OR (SELECT COUNT(*) FROM `pass` WHERE `until` IS NOT NULL) = 0;
SELECT 'migration refused: undoing revision ktk02 would lose ' || (SELECT COUNT(*) FROM `pass` WHERE `until` IS NOT NULL) || ' value' || CASE WHEN (SELECT COUNT(*) FROM `pass` WHERE `until` IS NOT NULL) = 1 THEN '' ELSE 's' END || ' of pass.until' || CASE WHEN (SELECT 'code = ' || substr(CAST(`code` AS text), 1, 60) || ', edition = ' || substr(CAST(`edition` AS text), 1, 60) FROM `pass` WHERE `until` IS NOT NULL ORDER BY `code`, `edition` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'code = ' || substr(CAST(`code` AS text), 1, 60) || ', edition = ' || substr(CAST(`edition` AS text), 1, 60) FROM `pass` WHERE `until` IS NOT NULL ORDER BY `code`, `edition` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision ktk02, check 1');
SELECT 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision ktk02, check 1');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision ktk02 would lose values of pass.until');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision ktk02, check 1';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision ktk02, check 2';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision ktk02, check 2');
SELECT 'loss accepted: undoing revision ktk02 would lose ' || (SELECT COUNT(*) FROM `worker` WHERE `third_firm_id` IS NOT NULL) || ' value' || CASE WHEN (SELECT COUNT(*) FROM `worker` WHERE `third_firm_id` IS NOT NULL) = 1 THEN '' ELSE 's' END || ' of worker.third_firm_id' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `worker` WHERE `third_firm_id` IS NOT NULL ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `worker` WHERE `third_firm_id` IS NOT NULL ORDER BY `id` LIMIT 1) || ')' END
  WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') AND (SELECT COUNT(*) FROM `worker` WHERE `third_firm_id` IS NOT NULL) > 0;
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision ktk02, check 2' WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') OR (SELECT COUNT(*) FROM `worker` WHERE `third_firm_id` IS NOT NULL) = 0;
SELECT 'migration refused: undoing revision ktk02 would lose ' || (SELECT COUNT(*) FROM `worker` WHERE `third_firm_id` IS NOT NULL) || ' value' || CASE WHEN (SELECT COUNT(*) FROM `worker` WHERE `third_firm_id` IS NOT NULL) = 1 THEN '' ELSE 's' END || ' of worker.third_firm_id' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `worker` WHERE `third_firm_id` IS NOT NULL ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `worker` WHERE `third_firm_id` IS NOT NULL ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision ktk02, check 2');
SELECT 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision ktk02, check 2');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision ktk02 would lose values of worker.third_firm_id');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision ktk02, check 2';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision ktk02, check 3';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision ktk02, check 3');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision ktk02, check 3' WHERE (SELECT COUNT(*) FROM (SELECT 1 AS one FROM `worker` WHERE `mail` IS NOT NULL GROUP BY `mail` HAVING COUNT(*) > 1) migrator_found) = 0;
SELECT 'migration refused: undoing revision ktk02 finds ' || (SELECT COUNT(*) FROM (SELECT 1 AS one FROM `worker` WHERE `mail` IS NOT NULL GROUP BY `mail` HAVING COUNT(*) > 1) migrator_found) || ' duplicate' || CASE WHEN (SELECT COUNT(*) FROM (SELECT 1 AS one FROM `worker` WHERE `mail` IS NOT NULL GROUP BY `mail` HAVING COUNT(*) > 1) migrator_found) = 1 THEN '' ELSE 's' END || ' in worker (mail)' || CASE WHEN (SELECT 'mail = ' || substr(CAST(`mail` AS text), 1, 60) FROM `worker` WHERE `mail` IS NOT NULL GROUP BY `mail` HAVING COUNT(*) > 1 ORDER BY `mail` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'mail = ' || substr(CAST(`mail` AS text), 1, 60) FROM `worker` WHERE `mail` IS NOT NULL GROUP BY `mail` HAVING COUNT(*) > 1 ORDER BY `mail` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision ktk02, check 3');
SELECT 'Nothing of this revision was changed. Mend the rows, and run the script again.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision ktk02, check 3');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision ktk02 finds duplicates in worker (mail)');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision ktk02, check 3';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision ktk02, check 4';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision ktk02, check 4');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision ktk02, check 4' WHERE (SELECT COUNT(*) FROM `worker` migrator_row WHERE migrator_row.`firm_country` IS NOT NULL AND migrator_row.`firm_number` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `firm` migrator_other WHERE migrator_other.`country` = migrator_row.`firm_country` AND migrator_other.`number` = migrator_row.`firm_number`)) = 0;
SELECT 'migration refused: undoing revision ktk02 finds ' || (SELECT COUNT(*) FROM `worker` migrator_row WHERE migrator_row.`firm_country` IS NOT NULL AND migrator_row.`firm_number` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `firm` migrator_other WHERE migrator_other.`country` = migrator_row.`firm_country` AND migrator_other.`number` = migrator_row.`firm_number`)) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `worker` migrator_row WHERE migrator_row.`firm_country` IS NOT NULL AND migrator_row.`firm_number` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `firm` migrator_other WHERE migrator_other.`country` = migrator_row.`firm_country` AND migrator_other.`number` = migrator_row.`firm_number`)) = 1 THEN '' ELSE 's' END || ' of worker whose firm_country, firm_number no row of firm has' || CASE WHEN (SELECT 'id = ' || substr(CAST(migrator_row.`id` AS text), 1, 60) FROM `worker` migrator_row WHERE migrator_row.`firm_country` IS NOT NULL AND migrator_row.`firm_number` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `firm` migrator_other WHERE migrator_other.`country` = migrator_row.`firm_country` AND migrator_other.`number` = migrator_row.`firm_number`) ORDER BY migrator_row.`id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(migrator_row.`id` AS text), 1, 60) FROM `worker` migrator_row WHERE migrator_row.`firm_country` IS NOT NULL AND migrator_row.`firm_number` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `firm` migrator_other WHERE migrator_other.`country` = migrator_row.`firm_country` AND migrator_other.`number` = migrator_row.`firm_number`) ORDER BY migrator_row.`id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision ktk02, check 4');
SELECT 'Nothing of this revision was changed. Mend the rows, and run the script again.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision ktk02, check 4');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision ktk02 finds rows of worker whose firm_country, firm_number no row of firm has');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision ktk02, check 4';
DROP TRIGGER temp.migrator_found;

-- drop column pass.until (revisions/02_later.ts:34)
alter table `pass` drop column `until`;

-- rename column pass.edition to issue (revisions/02_later.ts:34)
alter table `pass` rename column `edition` to `issue`;

-- rename table pass to badge (revisions/02_later.ts:38)
alter table `pass` rename to `badge`;

-- drop index worker_name_firm_id_mail_index of table worker; drop unique constraint worker_name_in_firm of table
--   worker; drop foreign key worker_third_firm_id_foreign of table worker; make table worker anew, as
--   migrator_new_worker (revisions/02_later.ts:39)
create table `migrator_new_worker` (
  `id` integer not null primary key autoincrement,
  `firm_id` integer not null,
  `second_firm_id` integer,
  `boss_id` bigint,
  `firm_country` varchar(2),
  `firm_number` integer,
  `name` varchar(60) not null,
  `mail` varchar(80),
  `third_firm_id` integer,
  constraint `worker_firm_id_foreign` foreign key (`firm_id`) references `firm` (`id`) on delete CASCADE,
  constraint `worker_second_firm_id_foreign` foreign key (`second_firm_id`) references `firm` (`id`),
  constraint `worker_boss_id_foreign` foreign key (`boss_id`) references `worker` (`id`)
);

-- copy the rows of table worker (revisions/02_later.ts:39)
insert into
  `migrator_new_worker` (`id`, `firm_id`, `second_firm_id`, `boss_id`, `firm_country`, `firm_number`, `name`, `mail`, `third_firm_id`)
select
  `id`,
  `firm_id`,
  `second_firm_id`,
  `boss_id`,
  `firm_country`,
  `firm_number`,
  `name`,
  `mail`,
  `third_firm_id`
from
  `worker`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'worker' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ('worker_name_in_firm', 'worker_second_firm_id_index', 'worker_name_index',
    'worker_name_firm_id_mail_index')
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('worker', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'firm_id', 'second_firm_id', 'boss_id', 'firm_country', 'firm_number', 'name', 'mail',
    'third_firm_id');
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

-- keep the count of the numbers that table worker has given (revisions/02_later.ts:39)
delete from `sqlite_sequence` where name = 'migrator_new_worker';

-- keep the count of the numbers that table worker has given (revisions/02_later.ts:39)
insert into
  `sqlite_sequence` (name, seq)
select
  'migrator_new_worker',
  seq
from
  `sqlite_sequence`
where
  name = 'worker';

-- drop the old table worker (revisions/02_later.ts:39)
drop table `worker`;

-- let the new name spread to nothing else (revisions/02_later.ts:39)
pragma legacy_alter_table = on;

-- put the new table in the place of worker (revisions/02_later.ts:39)
alter table `migrator_new_worker` rename to `worker`;

-- let names spread again (revisions/02_later.ts:39)
pragma legacy_alter_table = off;

-- create index worker_second_firm_id_index (revisions/02_later.ts:39)
create index `worker_second_firm_id_index` on `worker` (`second_firm_id`);

-- create index worker_name_index (revisions/02_later.ts:39)
create index `worker_name_index` on `worker` (`name`);

-- drop column worker.third_firm_id; add unique constraint worker_mail_unique on mail to table worker; create
--   index worker_name_mail on worker (name, mail); add foreign key worker_firm_number on firm_country,
--   firm_number to firm (country, number) to table worker; make table worker anew, as migrator_new_worker
--   (revisions/02_later.ts:44)
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
  constraint `worker_boss_id_foreign` foreign key (`boss_id`) references `worker` (`id`),
  constraint `worker_firm_number` foreign key (`firm_country`, `firm_number`) references `firm` (`country`, `number`)
);

-- copy the rows of table worker (revisions/02_later.ts:44)
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
    AND name COLLATE NOCASE NOT IN ('worker_second_firm_id_index', 'worker_name_index')
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('worker', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'firm_id', 'second_firm_id', 'boss_id', 'firm_country', 'firm_number', 'name', 'mail',
    'third_firm_id');
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

-- keep the count of the numbers that table worker has given (revisions/02_later.ts:44)
delete from `sqlite_sequence` where name = 'migrator_new_worker';

-- keep the count of the numbers that table worker has given (revisions/02_later.ts:44)
insert into
  `sqlite_sequence` (name, seq)
select
  'migrator_new_worker',
  seq
from
  `sqlite_sequence`
where
  name = 'worker';

-- drop the old table worker (revisions/02_later.ts:44)
drop table `worker`;

-- let the new name spread to nothing else (revisions/02_later.ts:44)
pragma legacy_alter_table = on;

-- put the new table in the place of worker (revisions/02_later.ts:44)
alter table `migrator_new_worker` rename to `worker`;

-- let names spread again (revisions/02_later.ts:44)
pragma legacy_alter_table = off;

-- create index worker_mail_unique (revisions/02_later.ts:44)
create unique index `worker_mail_unique` on `worker` (`mail`);

-- create index worker_second_firm_id_index (revisions/02_later.ts:44)
create index `worker_second_firm_id_index` on `worker` (`second_firm_id`);

-- create index worker_name_index (revisions/02_later.ts:44)
create index `worker_name_index` on `worker` (`name`);

-- create index worker_name_mail (revisions/02_later.ts:44)
create index `worker_name_mail` on `worker` (`name`, `mail`);

-- have every view and trigger read again (revisions/02_later.ts:44)
alter table `worker` rename column `id` to `id`;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ktk02', 'down', 'The same on tables that are there.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      'aa8b93765a022cae2b397e780da34e8fe0c95717c58ae814fe95297f6306b9e0', '7aff23e9586b54db0839b892f0ea7c9d525e9fb41678907ec14a3b232d31d406', EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss')
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = 'ktk01' WHERE version_num = 'ktk02';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision ktk02 should leave the database at ktk01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk01') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
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
  SELECT count(*) = 3 AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass)), 0
    FROM temp.migrator_rebuilt;
DROP TRIGGER temp.migrator_unsound;
COMMIT;
PRAGMA foreign_keys = OFF;
DROP TABLE IF EXISTS temp.migrator_orphans;
DROP TABLE IF EXISTS temp.migrator_strange;
DROP TABLE IF EXISTS temp.migrator_rebuilt;
SELECT 'revision ktk02: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== undoing revision ktk01 Keys and indexes in the ways that knex lets them be said. ====
-- from ktk01 to base, revisions/01_keys.ts
-- It loses the rows of table badge.
-- It loses the rows of table worker.
-- It loses the rows of table firm.


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision ktk01';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision ktk01');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision ktk01' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk01') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision ktk01 needs the database at ktk01, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision ktk01') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision ktk01 needs the database at ktk01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision ktk01'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- undoing revision ktk01 stops here, with their number and where the first is, when there are
--   rows of badge, which would be lost
--   rows of worker, which would be lost
--   rows of firm, which would be lost
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision ktk01, check 1';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision ktk01, check 1');
SELECT 'loss accepted: undoing revision ktk01 would lose ' || (SELECT COUNT(*) FROM `badge`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `badge`) = 1 THEN '' ELSE 's' END || ' of badge' || CASE WHEN (SELECT 'code = ' || substr(CAST(`code` AS text), 1, 60) || ', issue = ' || substr(CAST(`issue` AS text), 1, 60) FROM `badge` ORDER BY `code`, `issue` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'code = ' || substr(CAST(`code` AS text), 1, 60) || ', issue = ' || substr(CAST(`issue` AS text), 1, 60) FROM `badge` ORDER BY `code`, `issue` LIMIT 1) || ')' END
  WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') AND (SELECT COUNT(*) FROM `badge`) > 0;
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision ktk01, check 1' WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') OR (SELECT COUNT(*) FROM `badge`) = 0;
SELECT 'migration refused: undoing revision ktk01 would lose ' || (SELECT COUNT(*) FROM `badge`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `badge`) = 1 THEN '' ELSE 's' END || ' of badge' || CASE WHEN (SELECT 'code = ' || substr(CAST(`code` AS text), 1, 60) || ', issue = ' || substr(CAST(`issue` AS text), 1, 60) FROM `badge` ORDER BY `code`, `issue` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'code = ' || substr(CAST(`code` AS text), 1, 60) || ', issue = ' || substr(CAST(`issue` AS text), 1, 60) FROM `badge` ORDER BY `code`, `issue` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision ktk01, check 1');
SELECT 'Nothing of this revision was changed. Those before it stay done: ask for a script that starts where the database stands now, and keep what is needed, or accept the loss with the switch at its top.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision ktk01, check 1');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision ktk01 would lose rows of badge');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision ktk01, check 1';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision ktk01, check 2';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision ktk01, check 2');
SELECT 'loss accepted: undoing revision ktk01 would lose ' || (SELECT COUNT(*) FROM `worker`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `worker`) = 1 THEN '' ELSE 's' END || ' of worker' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `worker` ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `worker` ORDER BY `id` LIMIT 1) || ')' END
  WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') AND (SELECT COUNT(*) FROM `worker`) > 0;
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision ktk01, check 2' WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') OR (SELECT COUNT(*) FROM `worker`) = 0;
SELECT 'migration refused: undoing revision ktk01 would lose ' || (SELECT COUNT(*) FROM `worker`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `worker`) = 1 THEN '' ELSE 's' END || ' of worker' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `worker` ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `worker` ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision ktk01, check 2');
SELECT 'Nothing of this revision was changed. Those before it stay done: ask for a script that starts where the database stands now, and keep what is needed, or accept the loss with the switch at its top.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision ktk01, check 2');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision ktk01 would lose rows of worker');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision ktk01, check 2';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision ktk01, check 3';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision ktk01, check 3');
SELECT 'loss accepted: undoing revision ktk01 would lose ' || (SELECT COUNT(*) FROM `firm`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `firm`) = 1 THEN '' ELSE 's' END || ' of firm' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `firm` ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `firm` ORDER BY `id` LIMIT 1) || ')' END
  WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') AND (SELECT COUNT(*) FROM `firm`) > 0;
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision ktk01, check 3' WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') OR (SELECT COUNT(*) FROM `firm`) = 0;
SELECT 'migration refused: undoing revision ktk01 would lose ' || (SELECT COUNT(*) FROM `firm`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `firm`) = 1 THEN '' ELSE 's' END || ' of firm' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `firm` ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `firm` ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision ktk01, check 3');
SELECT 'Nothing of this revision was changed. Those before it stay done: ask for a script that starts where the database stands now, and keep what is needed, or accept the loss with the switch at its top.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision ktk01, check 3');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision ktk01 would lose rows of firm');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision ktk01, check 3';
DROP TRIGGER temp.migrator_found;

-- drop table badge (revisions/01_keys.ts:47)
drop table `badge`;

-- drop table worker (revisions/01_keys.ts:47)
drop table `worker`;

-- drop table firm (revisions/01_keys.ts:47)
drop table `firm`;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ktk01', 'down', 'Keys and indexes in the ways that knex lets them be said.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      '63d670b98a4116089e56b0abca7de9ded47b610884ebb2b6567943d2d759c2fe', '7aff23e9586b54db0839b892f0ea7c9d525e9fb41678907ec14a3b232d31d406', EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss')
    FROM "main"."migrator_version_log";
DELETE FROM "main"."migrator_version" WHERE version_num IN ('ktk01');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision ktk01 should leave the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 0 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision ktk01: committed'
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
