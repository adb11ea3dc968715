-- downgrade.sql: made by migrator for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: b9c4ec5b
-- To:   base
-- Version table: migrator_version
-- Script: 6810b801b6bbd070fa485ad4d9065899420261cdfde2e852e37a88f1f34b3ebb
--
-- Revisions, in this order:
--   1. down b9c4ec5b The columns of those checks become others
--      sha256 2675156ee09e3a78fac39ffcb348ab28bfc21688f33ef070735f343a6bef7302
--   2. down a9c4ec5b Checks beside columns, and of the table
--      sha256 1bb907eec678d34d183a7591e027c38b6b04a4c0064e1247612d58db1d8db7d9
--
-- Steps that lose data:
--   a9c4ec5b loses the rows of table rack.
--   a9c4ec5b loses the rows of table shelf.
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
  SELECT RAISE(ABORT, 'migration refused: there is no version table main.migrator_version that this user can see, and downgrade.sql needs the database at b9c4ec5b');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT count(*), 0 FROM "main".sqlite_master WHERE type = 'table' AND name = 'migrator_version' COLLATE NOCASE;
DROP TRIGGER temp.migrator_absent;
DELETE FROM temp.migrator_pass WHERE asked = 'script';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('script');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'script' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b9c4ec5b') THEN version_num END) = 1 FROM "main"."migrator_version") AND NOT (SELECT count(*) = 0 FROM "main"."migrator_version");
SELECT 'migration refused: downgrade.sql needs the database at b9c4ec5b, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') OR (SELECT count(*) = 0 FROM "main"."migrator_version"));
CREATE TEMP TRIGGER migrator_done BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 1
BEGIN
  SELECT RAISE(ABORT, 'already applied: the database is at base, nothing was changed');
END;
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: downgrade.sql needs the database at b9c4ec5b');
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

-- ==== undoing revision b9c4ec5b The columns of those checks become others ====
-- from b9c4ec5b to a9c4ec5b, revisions/b_after.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision b9c4ec5b';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision b9c4ec5b');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision b9c4ec5b' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b9c4ec5b') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision b9c4ec5b needs the database at b9c4ec5b, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision b9c4ec5b') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision b9c4ec5b needs the database at b9c4ec5b');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision b9c4ec5b'), 0;
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

-- undoing revision b9c4ec5b stops here, with their number and where the first is, when there are
--   NULLs in shelf.width, with which a statement below would fail
--   NULLs in shelf.height, with which a statement below would fail
--   NULLs in rack.width, with which a statement below would fail
--   NULLs in rack.height, with which a statement below would fail
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision b9c4ec5b, check 1';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision b9c4ec5b, check 1');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision b9c4ec5b, check 1' WHERE (SELECT COUNT(*) FROM `shelf` WHERE `width` IS NULL) = 0;
SELECT 'migration refused: undoing revision b9c4ec5b finds ' || (SELECT COUNT(*) FROM `shelf` WHERE `width` IS NULL) || ' NULL' || CASE WHEN (SELECT COUNT(*) FROM `shelf` WHERE `width` IS NULL) = 1 THEN '' ELSE 's' END || ' in shelf.width' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `shelf` WHERE `width` IS NULL ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `shelf` WHERE `width` IS NULL ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision b9c4ec5b, check 1');
SELECT 'Nothing of this revision was changed. Mend the rows, and run the script again.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision b9c4ec5b, check 1');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision b9c4ec5b finds NULLs in shelf.width');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision b9c4ec5b, check 1';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision b9c4ec5b, check 2';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision b9c4ec5b, check 2');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision b9c4ec5b, check 2' WHERE (SELECT COUNT(*) FROM `shelf` WHERE `height` IS NULL) = 0;
SELECT 'migration refused: undoing revision b9c4ec5b finds ' || (SELECT COUNT(*) FROM `shelf` WHERE `height` IS NULL) || ' NULL' || CASE WHEN (SELECT COUNT(*) FROM `shelf` WHERE `height` IS NULL) = 1 THEN '' ELSE 's' END || ' in shelf.height' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `shelf` WHERE `height` IS NULL ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `shelf` WHERE `height` IS NULL ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision b9c4ec5b, check 2');
SELECT 'Nothing of this revision was changed. Mend the rows, and run the script again.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision b9c4ec5b, check 2');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision b9c4ec5b finds NULLs in shelf.height');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision b9c4ec5b, check 2';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision b9c4ec5b, check 3';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision b9c4ec5b, check 3');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision b9c4ec5b, check 3' WHERE (SELECT COUNT(*) FROM `rack` WHERE `width` IS NULL) = 0;
SELECT 'migration refused: undoing revision b9c4ec5b finds ' || (SELECT COUNT(*) FROM `rack` WHERE `width` IS NULL) || ' NULL' || CASE WHEN (SELECT COUNT(*) FROM `rack` WHERE `width` IS NULL) = 1 THEN '' ELSE 's' END || ' in rack.width' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `rack` WHERE `width` IS NULL ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `rack` WHERE `width` IS NULL ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision b9c4ec5b, check 3');
SELECT 'Nothing of this revision was changed. Mend the rows, and run the script again.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision b9c4ec5b, check 3');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision b9c4ec5b finds NULLs in rack.width');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision b9c4ec5b, check 3';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision b9c4ec5b, check 4';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision b9c4ec5b, check 4');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision b9c4ec5b, check 4' WHERE (SELECT COUNT(*) FROM `rack` WHERE `height` IS NULL) = 0;
SELECT 'migration refused: undoing revision b9c4ec5b finds ' || (SELECT COUNT(*) FROM `rack` WHERE `height` IS NULL) || ' NULL' || CASE WHEN (SELECT COUNT(*) FROM `rack` WHERE `height` IS NULL) = 1 THEN '' ELSE 's' END || ' in rack.height' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `rack` WHERE `height` IS NULL ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `rack` WHERE `height` IS NULL ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision b9c4ec5b, check 4');
SELECT 'Nothing of this revision was changed. Mend the rows, and run the script again.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision b9c4ec5b, check 4');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision b9c4ec5b finds NULLs in rack.height');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision b9c4ec5b, check 4';
DROP TRIGGER temp.migrator_found;

-- alter column shelf.width: NOT NULL; make table shelf anew, as migrator_new_shelf (revisions/b_after.ts:16)
create table `migrator_new_shelf` (
  `id` integer not null,
  `width` integer not null,
  `height` integer,
  `depth` integer default '7',
  primary key (`id`),
  check (`height` > 2),
  check (`width` > 0),
  check (`depth` > 0)
);

-- copy the rows of table shelf (revisions/b_after.ts:16)
insert into
  `migrator_new_shelf` (`id`, `width`, `height`, `depth`)
select
  `id`,
  `width`,
  `height`,
  `depth`
from
  `shelf`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'shelf' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ()
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('shelf', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'width', 'height', 'depth');
SELECT 'migration undone: making table shelf anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table shelf cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'shelf'
  WHERE (SELECT count(*) FROM "shelf") = (SELECT count(*) FROM "migrator_new_shelf")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- drop the old table shelf (revisions/b_after.ts:16)
drop table `shelf`;

-- let the new name spread to nothing else (revisions/b_after.ts:16)
pragma legacy_alter_table = on;

-- put the new table in the place of shelf (revisions/b_after.ts:16)
alter table `migrator_new_shelf` rename to `shelf`;

-- let names spread again (revisions/b_after.ts:16)
pragma legacy_alter_table = off;

-- alter column shelf.height: NOT NULL; make table shelf anew, as migrator_new_shelf (revisions/b_after.ts:16)
create table `migrator_new_shelf` (
  `id` integer not null,
  `width` integer not null,
  `height` integer not null,
  `depth` integer default '7',
  primary key (`id`),
  check (`height` > 2),
  check (`width` > 0),
  check (`depth` > 0)
);

-- copy the rows of table shelf (revisions/b_after.ts:16)
insert into
  `migrator_new_shelf` (`id`, `width`, `height`, `depth`)
select
  `id`,
  `width`,
  `height`,
  `depth`
from
  `shelf`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'shelf' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ()
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('shelf', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'width', 'height', 'depth');
SELECT 'migration undone: making table shelf anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table shelf cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'shelf'
  WHERE (SELECT count(*) FROM "shelf") = (SELECT count(*) FROM "migrator_new_shelf")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- drop the old table shelf (revisions/b_after.ts:16)
drop table `shelf`;

-- let the new name spread to nothing else (revisions/b_after.ts:16)
pragma legacy_alter_table = on;

-- put the new table in the place of shelf (revisions/b_after.ts:16)
alter table `migrator_new_shelf` rename to `shelf`;

-- let names spread again (revisions/b_after.ts:16)
pragma legacy_alter_table = off;

-- alter column rack.width: NOT NULL; make table rack anew, as migrator_new_rack (revisions/b_after.ts:16)
create table `migrator_new_rack` (
  `id` integer not null,
  `width` integer not null,
  `height` integer,
  primary key (`id`),
  check (`height` > 2),
  check (`width` > 0)
);

-- copy the rows of table rack (revisions/b_after.ts:16)
insert into `migrator_new_rack` (`id`, `width`, `height`) select `id`, `width`, `height` from `rack`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'rack' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ()
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('rack', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'width', 'height');
SELECT 'migration undone: making table rack anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table rack cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'rack'
  WHERE (SELECT count(*) FROM "rack") = (SELECT count(*) FROM "migrator_new_rack")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- drop the old table rack (revisions/b_after.ts:16)
drop table `rack`;

-- let the new name spread to nothing else (revisions/b_after.ts:16)
pragma legacy_alter_table = on;

-- put the new table in the place of rack (revisions/b_after.ts:16)
alter table `migrator_new_rack` rename to `rack`;

-- let names spread again (revisions/b_after.ts:16)
pragma legacy_alter_table = off;

-- alter column rack.height: NOT NULL; make table rack anew, as migrator_new_rack (revisions/b_after.ts:16)
create table `migrator_new_rack` (
  `id` integer not null,
  `width` integer not null,
  `height` integer not null,
  primary key (`id`),
  check (`height` > 2),
  check (`width` > 0)
);

-- copy the rows of table rack (revisions/b_after.ts:16)
insert into `migrator_new_rack` (`id`, `width`, `height`) select `id`, `width`, `height` from `rack`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'rack' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ()
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('rack', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'width', 'height');
SELECT 'migration undone: making table rack anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table rack cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'rack'
  WHERE (SELECT count(*) FROM "rack") = (SELECT count(*) FROM "migrator_new_rack")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- drop the old table rack (revisions/b_after.ts:16)
drop table `rack`;

-- let the new name spread to nothing else (revisions/b_after.ts:16)
pragma legacy_alter_table = on;

-- put the new table in the place of rack (revisions/b_after.ts:16)
alter table `migrator_new_rack` rename to `rack`;

-- let names spread again (revisions/b_after.ts:16)
pragma legacy_alter_table = off;

-- alter column shelf.depth: no default; make table shelf anew, as migrator_new_shelf (revisions/b_after.ts:18)
create table `migrator_new_shelf` (
  `id` integer not null,
  `width` integer not null,
  `height` integer not null,
  `depth` integer,
  primary key (`id`),
  check (`height` > 2),
  check (`width` > 0),
  check (`depth` > 0)
);

-- copy the rows of table shelf (revisions/b_after.ts:18)
insert into
  `migrator_new_shelf` (`id`, `width`, `height`, `depth`)
select
  `id`,
  `width`,
  `height`,
  `depth`
from
  `shelf`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'shelf' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ()
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('shelf', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'width', 'height', 'depth');
SELECT 'migration undone: making table shelf anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table shelf cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'shelf'
  WHERE (SELECT count(*) FROM "shelf") = (SELECT count(*) FROM "migrator_new_shelf")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- drop the old table shelf (revisions/b_after.ts:18)
drop table `shelf`;

-- let the new name spread to nothing else (revisions/b_after.ts:18)
pragma legacy_alter_table = on;

-- put the new table in the place of shelf (revisions/b_after.ts:18)
alter table `migrator_new_shelf` rename to `shelf`;

-- let names spread again (revisions/b_after.ts:18)
pragma legacy_alter_table = off;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'b9c4ec5b', 'down', 'The columns of those checks become others', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      'bb5c684cdb5c64c35630122bae33732305424d5889b41deb1e0182a1b9d087f0', '6810b801b6bbd070fa485ad4d9065899420261cdfde2e852e37a88f1f34b3ebb', EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss')
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = 'a9c4ec5b' WHERE version_num = 'b9c4ec5b';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision b9c4ec5b should leave the database at a9c4ec5b');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a9c4ec5b') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
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
  SELECT RAISE(ROLLBACK, 'migration undone: revision b9c4ec5b would lose rows or leave foreign keys that refer to nothing');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT count(*) = 6 AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass)), 0
    FROM temp.migrator_rebuilt;
DROP TRIGGER temp.migrator_unsound;
COMMIT;
PRAGMA foreign_keys = OFF;
DROP TABLE IF EXISTS temp.migrator_orphans;
DROP TABLE IF EXISTS temp.migrator_strange;
DROP TABLE IF EXISTS temp.migrator_rebuilt;
SELECT 'revision b9c4ec5b: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== undoing revision a9c4ec5b Checks beside columns, and of the table ====
-- from a9c4ec5b to base, revisions/a_beside.ts
-- It loses the rows of table rack.
-- It loses the rows of table shelf.


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision a9c4ec5b';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision a9c4ec5b');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision a9c4ec5b' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a9c4ec5b') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision a9c4ec5b needs the database at a9c4ec5b, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision a9c4ec5b') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision a9c4ec5b needs the database at a9c4ec5b');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision a9c4ec5b'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- undoing revision a9c4ec5b stops here, with their number and where the first is, when there are
--   rows of rack, which would be lost
--   rows of shelf, which would be lost
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision a9c4ec5b, check 1';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision a9c4ec5b, check 1');
SELECT 'loss accepted: undoing revision a9c4ec5b would lose ' || (SELECT COUNT(*) FROM `rack`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `rack`) = 1 THEN '' ELSE 's' END || ' of rack' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `rack` ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `rack` ORDER BY `id` LIMIT 1) || ')' END
  WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') AND (SELECT COUNT(*) FROM `rack`) > 0;
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision a9c4ec5b, check 1' WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') OR (SELECT COUNT(*) FROM `rack`) = 0;
SELECT 'migration refused: undoing revision a9c4ec5b would lose ' || (SELECT COUNT(*) FROM `rack`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `rack`) = 1 THEN '' ELSE 's' END || ' of rack' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `rack` ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `rack` ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision a9c4ec5b, check 1');
SELECT 'Nothing of this revision was changed. Those before it stay done: ask for a script that starts where the database stands now, and keep what is needed, or accept the loss with the switch at its top.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision a9c4ec5b, check 1');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision a9c4ec5b would lose rows of rack');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision a9c4ec5b, check 1';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision a9c4ec5b, check 2';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision a9c4ec5b, check 2');
SELECT 'loss accepted: undoing revision a9c4ec5b would lose ' || (SELECT COUNT(*) FROM `shelf`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `shelf`) = 1 THEN '' ELSE 's' END || ' of shelf' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `shelf` ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `shelf` ORDER BY `id` LIMIT 1) || ')' END
  WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') AND (SELECT COUNT(*) FROM `shelf`) > 0;
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision a9c4ec5b, check 2' WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') OR (SELECT COUNT(*) FROM `shelf`) = 0;
SELECT 'migration refused: undoing revision a9c4ec5b would lose ' || (SELECT COUNT(*) FROM `shelf`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `shelf`) = 1 THEN '' ELSE 's' END || ' of shelf' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `shelf` ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `shelf` ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision a9c4ec5b, check 2');
SELECT 'Nothing of this revision was changed. Those before it stay done: ask for a script that starts where the database stands now, and keep what is needed, or accept the loss with the switch at its top.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision a9c4ec5b, check 2');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision a9c4ec5b would lose rows of shelf');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision a9c4ec5b, check 2';
DROP TRIGGER temp.migrator_found;

-- drop table rack (revisions/a_beside.ts:29)
drop table `rack`;

-- drop table shelf (revisions/a_beside.ts:30)
drop table `shelf`;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'a9c4ec5b', 'down', 'Checks beside columns, and of the table', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      '71ef52e613fc1635d3055b219bb4ca8201fa82b7893fb8de97d25bf8803a8387', '6810b801b6bbd070fa485ad4d9065899420261cdfde2e852e37a88f1f34b3ebb', EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss')
    FROM "main"."migrator_version_log";
DELETE FROM "main"."migrator_version" WHERE version_num IN ('a9c4ec5b');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision a9c4ec5b should leave the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 0 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision a9c4ec5b: committed'
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
