-- downgrade.sql: made by migrator for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: ktn02
-- To:   base
-- Version table: migrator_version
-- Script: 0efc9d691ee196a4bf571827987d3d27e59d79fbc304d38bd4abe0df8395bc7a
--
-- Revisions, in this order:
--   1. down ktn02 Some come, some grow.
--      sha256 33c190558a1babc1debd40992ab6d624127c7667d9a4a816f4e3405c31279aed
--   2. down ktn01 Every number that knex has a word for.
--      sha256 e1a05c7ffda81b8914c30ff462a5da34be5483ba80b535492fe4ffa1e3172a28
--
-- Steps that lose data:
--   ktn02 loses values of column number.plain that integer cannot hold, unless the database refuses them.
--   ktn02 loses the values of column number.rate.
--   ktn02 loses the values of column number.level.
--   ktn01 loses the rows of table paired.
--   ktn01 loses the rows of table large.
--   ktn01 loses the rows of table number.
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
  SELECT RAISE(ABORT, 'migration refused: there is no version table main.migrator_version that this user can see, and downgrade.sql needs the database at ktn02');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT count(*), 0 FROM "main".sqlite_master WHERE type = 'table' AND name = 'migrator_version' COLLATE NOCASE;
DROP TRIGGER temp.migrator_absent;
DELETE FROM temp.migrator_pass WHERE asked = 'script';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('script');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'script' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktn02') THEN version_num END) = 1 FROM "main"."migrator_version") AND NOT (SELECT count(*) = 0 FROM "main"."migrator_version");
SELECT 'migration refused: downgrade.sql needs the database at ktn02, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') OR (SELECT count(*) = 0 FROM "main"."migrator_version"));
CREATE TEMP TRIGGER migrator_done BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 1
BEGIN
  SELECT RAISE(ABORT, 'already applied: the database is at base, nothing was changed');
END;
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: downgrade.sql needs the database at ktn02');
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

-- ==== undoing revision ktn02 Some come, some grow. ====
-- from ktn02 to ktn01, revisions/02_changed.ts
-- It loses values of column number.plain that integer cannot hold, unless the database refuses them.
-- It loses the values of column number.rate.
-- It loses the values of column number.level.


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision ktn02';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision ktn02');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision ktn02' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktn02') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision ktn02 needs the database at ktn02, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision ktn02') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision ktn02 needs the database at ktn02');
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

-- undoing revision ktn02 stops here, with their number and where the first is, when there are
--   values of number.rate, which would be lost
--   values of number.level, which would be lost
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision ktn02, check 1';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision ktn02, check 1');
SELECT 'loss accepted: undoing revision ktn02 would lose ' || (SELECT COUNT(*) FROM `number` WHERE `rate` IS NOT NULL) || ' value' || CASE WHEN (SELECT COUNT(*) FROM `number` WHERE `rate` IS NOT NULL) = 1 THEN '' ELSE 's' END || ' of number.rate' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `number` WHERE `rate` IS NOT NULL ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `number` WHERE `rate` IS NOT NULL ORDER BY `id` LIMIT 1) || ')' END
  WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') AND (SELECT COUNT(*) FROM `number` WHERE `rate` IS NOT NULL) > 0;
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision ktn02, check 1' WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') OR (SELECT COUNT(*) FROM `number` WHERE `rate` IS NOT NULL) = 0;
SELECT 'migration refused: undoing revision ktn02 would lose ' || (SELECT COUNT(*) FROM `number` WHERE `rate` IS NOT NULL) || ' value' || CASE WHEN (SELECT COUNT(*) FROM `number` WHERE `rate` IS NOT NULL) = 1 THEN '' ELSE 's' END || ' of number.rate' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `number` WHERE `rate` IS NOT NULL ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `number` WHERE `rate` IS NOT NULL ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision ktn02, check 1');
SELECT 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision ktn02, check 1');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision ktn02 would lose values of number.rate');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision ktn02, check 1';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision ktn02, check 2';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision ktn02, check 2');
SELECT 'loss accepted: undoing revision ktn02 would lose ' || (SELECT COUNT(*) FROM `number` WHERE `level` IS NOT NULL) || ' value' || CASE WHEN (SELECT COUNT(*) FROM `number` WHERE `level` IS NOT NULL) = 1 THEN '' ELSE 's' END || ' of number.level' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `number` WHERE `level` IS NOT NULL ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `number` WHERE `level` IS NOT NULL ORDER BY `id` LIMIT 1) || ')' END
  WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') AND (SELECT COUNT(*) FROM `number` WHERE `level` IS NOT NULL) > 0;
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision ktn02, check 2' WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') OR (SELECT COUNT(*) FROM `number` WHERE `level` IS NOT NULL) = 0;
SELECT 'migration refused: undoing revision ktn02 would lose ' || (SELECT COUNT(*) FROM `number` WHERE `level` IS NOT NULL) || ' value' || CASE WHEN (SELECT COUNT(*) FROM `number` WHERE `level` IS NOT NULL) = 1 THEN '' ELSE 's' END || ' of number.level' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `number` WHERE `level` IS NOT NULL ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `number` WHERE `level` IS NOT NULL ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision ktn02, check 2');
SELECT 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision ktn02, check 2');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision ktn02 would lose values of number.level');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision ktn02, check 2';
DROP TRIGGER temp.migrator_found;

-- alter column number.plain: type integer, NOT NULL, a new default; drop column number.rate; drop column
--   number.level; make table number anew, as migrator_new_number (revisions/02_changed.ts:24)
create table `migrator_new_number` (
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

-- copy the rows of table number (revisions/02_changed.ts:24)
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
    'price', 'total', 'whole', 'open', 'maybe', 'rank', 'level', 'rate');
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

-- keep the count of the numbers that table number has given (revisions/02_changed.ts:24)
delete from `sqlite_sequence` where name = 'migrator_new_number';

-- keep the count of the numbers that table number has given (revisions/02_changed.ts:24)
insert into
  `sqlite_sequence` (name, seq)
select
  'migrator_new_number',
  seq
from
  `sqlite_sequence`
where
  name = 'number';

-- drop the old table number (revisions/02_changed.ts:24)
drop table `number`;

-- let the new name spread to nothing else (revisions/02_changed.ts:24)
pragma legacy_alter_table = on;

-- put the new table in the place of number (revisions/02_changed.ts:24)
alter table `migrator_new_number` rename to `number`;

-- let names spread again (revisions/02_changed.ts:24)
pragma legacy_alter_table = off;

-- create index number_plain_index (revisions/02_changed.ts:24)
create index `number_plain_index` on `number` (`plain`);

-- have every view and trigger read again (revisions/02_changed.ts:24)
alter table `number` rename column `id` to `id`;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ktn02', 'down', 'Some come, some grow.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      '803bd305feb0b885131ee21929d06d012b6769cafe5753b55ee33617e62590d8', '0efc9d691ee196a4bf571827987d3d27e59d79fbc304d38bd4abe0df8395bc7a', EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss')
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = 'ktn01' WHERE version_num = 'ktn02';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision ktn02 should leave the database at ktn01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktn01') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
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


-- ==== undoing revision ktn01 Every number that knex has a word for. ====
-- from ktn01 to base, revisions/01_numbers.ts
-- It loses the rows of table paired.
-- It loses the rows of table large.
-- It loses the rows of table number.


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision ktn01';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision ktn01');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision ktn01' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktn01') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision ktn01 needs the database at ktn01, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision ktn01') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision ktn01 needs the database at ktn01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision ktn01'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- undoing revision ktn01 stops here, with their number and where the first is, when there are
--   rows of paired, which would be lost
--   rows of large, which would be lost
--   rows of number, which would be lost
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision ktn01, check 1';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision ktn01, check 1');
SELECT 'loss accepted: undoing revision ktn01 would lose ' || (SELECT COUNT(*) FROM `paired`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `paired`) = 1 THEN '' ELSE 's' END || ' of paired' || CASE WHEN (SELECT 'number = ' || substr(CAST(`number` AS text), 1, 60) || ', code = ' || substr(CAST(`code` AS text), 1, 60) FROM `paired` ORDER BY `number`, `code` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'number = ' || substr(CAST(`number` AS text), 1, 60) || ', code = ' || substr(CAST(`code` AS text), 1, 60) FROM `paired` ORDER BY `number`, `code` LIMIT 1) || ')' END
  WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') AND (SELECT COUNT(*) FROM `paired`) > 0;
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision ktn01, check 1' WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') OR (SELECT COUNT(*) FROM `paired`) = 0;
SELECT 'migration refused: undoing revision ktn01 would lose ' || (SELECT COUNT(*) FROM `paired`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `paired`) = 1 THEN '' ELSE 's' END || ' of paired' || CASE WHEN (SELECT 'number = ' || substr(CAST(`number` AS text), 1, 60) || ', code = ' || substr(CAST(`code` AS text), 1, 60) FROM `paired` ORDER BY `number`, `code` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'number = ' || substr(CAST(`number` AS text), 1, 60) || ', code = ' || substr(CAST(`code` AS text), 1, 60) FROM `paired` ORDER BY `number`, `code` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision ktn01, check 1');
SELECT 'Nothing of this revision was changed. Those before it stay done: ask for a script that starts where the database stands now, and keep what is needed, or accept the loss with the switch at its top.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision ktn01, check 1');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision ktn01 would lose rows of paired');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision ktn01, check 1';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision ktn01, check 2';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision ktn01, check 2');
SELECT 'loss accepted: undoing revision ktn01 would lose ' || (SELECT COUNT(*) FROM `large`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `large`) = 1 THEN '' ELSE 's' END || ' of large' || CASE WHEN (SELECT 'large_id = ' || substr(CAST(`large_id` AS text), 1, 60) FROM `large` ORDER BY `large_id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'large_id = ' || substr(CAST(`large_id` AS text), 1, 60) FROM `large` ORDER BY `large_id` LIMIT 1) || ')' END
  WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') AND (SELECT COUNT(*) FROM `large`) > 0;
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision ktn01, check 2' WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') OR (SELECT COUNT(*) FROM `large`) = 0;
SELECT 'migration refused: undoing revision ktn01 would lose ' || (SELECT COUNT(*) FROM `large`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `large`) = 1 THEN '' ELSE 's' END || ' of large' || CASE WHEN (SELECT 'large_id = ' || substr(CAST(`large_id` AS text), 1, 60) FROM `large` ORDER BY `large_id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'large_id = ' || substr(CAST(`large_id` AS text), 1, 60) FROM `large` ORDER BY `large_id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision ktn01, check 2');
SELECT 'Nothing of this revision was changed. Those before it stay done: ask for a script that starts where the database stands now, and keep what is needed, or accept the loss with the switch at its top.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision ktn01, check 2');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision ktn01 would lose rows of large');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision ktn01, check 2';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision ktn01, check 3';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision ktn01, check 3');
SELECT 'loss accepted: undoing revision ktn01 would lose ' || (SELECT COUNT(*) FROM `number`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `number`) = 1 THEN '' ELSE 's' END || ' of number' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `number` ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `number` ORDER BY `id` LIMIT 1) || ')' END
  WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') AND (SELECT COUNT(*) FROM `number`) > 0;
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision ktn01, check 3' WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') OR (SELECT COUNT(*) FROM `number`) = 0;
SELECT 'migration refused: undoing revision ktn01 would lose ' || (SELECT COUNT(*) FROM `number`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `number`) = 1 THEN '' ELSE 's' END || ' of number' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `number` ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `number` ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision ktn01, check 3');
SELECT 'Nothing of this revision was changed. Those before it stay done: ask for a script that starts where the database stands now, and keep what is needed, or accept the loss with the switch at its top.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision ktn01, check 3');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision ktn01 would lose rows of number');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision ktn01, check 3';
DROP TRIGGER temp.migrator_found;

-- drop table paired (revisions/01_numbers.ts:55)
drop table `paired`;

-- drop table large (revisions/01_numbers.ts:55)
drop table `large`;

-- drop table number (revisions/01_numbers.ts:55)
drop table `number`;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ktn01', 'down', 'Every number that knex has a word for.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      '3b5593dd86fc46af17dd218c3bc79b12987af658b27c2f7fd03b531f55fc6174', '0efc9d691ee196a4bf571827987d3d27e59d79fbc304d38bd4abe0df8395bc7a', EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss')
    FROM "main"."migrator_version_log";
DELETE FROM "main"."migrator_version" WHERE version_num IN ('ktn01');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision ktn01 should leave the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 0 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision ktn01: committed'
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
