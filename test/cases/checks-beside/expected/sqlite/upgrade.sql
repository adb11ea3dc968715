-- upgrade.sql: made by migrator for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   b9c4ec5b
-- Version table: migrator_version
-- Script: 9629debbcd0d2b049d7e0ab19a814b162e398c80893ec1d05500986c02c6b9e2
--
-- Revisions, in this order:
--   1. up a9c4ec5b Checks beside columns, and of the table
--      sha256 1bb907eec678d34d183a7591e027c38b6b04a4c0064e1247612d58db1d8db7d9
--   2. up b9c4ec5b The columns of those checks become others
--      sha256 2675156ee09e3a78fac39ffcb348ab28bfc21688f33ef070735f343a6bef7302
--
-- Run it:
--   sqlite3 -bail -echo DATABASE.db < upgrade.sql > upgrade.log && grep '^done: ' upgrade.log
-- Look at the version rows:
--   sqlite3 DATABASE.db 'SELECT version_num FROM "main"."migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:b9c4ec5b --target sqlite
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
  SELECT 'script' WHERE (SELECT count(*) = 0 FROM "main"."migrator_version") AND NOT (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b9c4ec5b') THEN version_num END) = 1 FROM "main"."migrator_version");
SELECT 'migration refused: upgrade.sql needs the database at base, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') OR (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b9c4ec5b') THEN version_num END) = 1 FROM "main"."migrator_version"));
CREATE TEMP TRIGGER migrator_done BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 1
BEGIN
  SELECT RAISE(ABORT, 'already applied: the database is at b9c4ec5b, nothing was changed');
END;
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: upgrade.sql needs the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'script'), (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b9c4ec5b') THEN version_num END) = 1 FROM "main"."migrator_version");
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

-- ==== revision a9c4ec5b Checks beside columns, and of the table ====
-- from base to a9c4ec5b, revisions/a_beside.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision a9c4ec5b';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision a9c4ec5b');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision a9c4ec5b' WHERE (SELECT count(*) = 0 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision a9c4ec5b needs the database at base, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision a9c4ec5b') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision a9c4ec5b needs the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision a9c4ec5b'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- create table shelf (3 columns) (revisions/a_beside.ts:8)
create table `shelf` (
  `id` integer not null,
  `width` integer not null check (`width` > 0),
  `height` integer not null,
  primary key (`id`),
  check (`height` > 2)
);

-- add column shelf.depth (integer); add check constraint to table shelf (revisions/a_beside.ts:14)
alter table `shelf` add column `depth` integer check (`depth` > 0);

-- create table rack (3 columns) (revisions/a_beside.ts:16)
create table `rack` (
  `id` integer not null,
  `width` integer not null check (`width` > 0),
  `height` integer not null,
  primary key (`id`),
  check (`height` > 2)
);

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'a9c4ec5b', 'up', 'Checks beside columns, and of the table', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      'decfa98737d679d0e6737eb638f408e54200be1cc33d19a331527a2803b97061', '9629debbcd0d2b049d7e0ab19a814b162e398c80893ec1d05500986c02c6b9e2', 0
    FROM "main"."migrator_version_log";
INSERT INTO "main"."migrator_version" (version_num) VALUES ('a9c4ec5b');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision a9c4ec5b should leave the database at a9c4ec5b');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a9c4ec5b') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision a9c4ec5b: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== revision b9c4ec5b The columns of those checks become others ====
-- from a9c4ec5b to b9c4ec5b, revisions/b_after.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision b9c4ec5b';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision b9c4ec5b');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision b9c4ec5b' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a9c4ec5b') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision b9c4ec5b needs the database at a9c4ec5b, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision b9c4ec5b') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision b9c4ec5b needs the database at a9c4ec5b');
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

-- alter column shelf.width: NULL allowed; make table shelf anew, as migrator_new_shelf (revisions/b_after.ts:9)
create table `migrator_new_shelf` (
  `id` integer not null,
  `width` integer,
  `height` integer not null,
  `depth` integer,
  primary key (`id`),
  check (`height` > 2),
  check (`width` > 0),
  check (`depth` > 0)
);

-- copy the rows of table shelf (revisions/b_after.ts:9)
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

-- drop the old table shelf (revisions/b_after.ts:9)
drop table `shelf`;

-- let the new name spread to nothing else (revisions/b_after.ts:9)
pragma legacy_alter_table = on;

-- put the new table in the place of shelf (revisions/b_after.ts:9)
alter table `migrator_new_shelf` rename to `shelf`;

-- let names spread again (revisions/b_after.ts:9)
pragma legacy_alter_table = off;

-- alter column shelf.height: NULL allowed; make table shelf anew, as migrator_new_shelf (revisions/b_after.ts:9)
create table `migrator_new_shelf` (
  `id` integer not null,
  `width` integer,
  `height` integer,
  `depth` integer,
  primary key (`id`),
  check (`height` > 2),
  check (`width` > 0),
  check (`depth` > 0)
);

-- copy the rows of table shelf (revisions/b_after.ts:9)
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

-- drop the old table shelf (revisions/b_after.ts:9)
drop table `shelf`;

-- let the new name spread to nothing else (revisions/b_after.ts:9)
pragma legacy_alter_table = on;

-- put the new table in the place of shelf (revisions/b_after.ts:9)
alter table `migrator_new_shelf` rename to `shelf`;

-- let names spread again (revisions/b_after.ts:9)
pragma legacy_alter_table = off;

-- alter column rack.width: NULL allowed; make table rack anew, as migrator_new_rack (revisions/b_after.ts:9)
create table `migrator_new_rack` (
  `id` integer not null,
  `width` integer,
  `height` integer not null,
  primary key (`id`),
  check (`height` > 2),
  check (`width` > 0)
);

-- copy the rows of table rack (revisions/b_after.ts:9)
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

-- drop the old table rack (revisions/b_after.ts:9)
drop table `rack`;

-- let the new name spread to nothing else (revisions/b_after.ts:9)
pragma legacy_alter_table = on;

-- put the new table in the place of rack (revisions/b_after.ts:9)
alter table `migrator_new_rack` rename to `rack`;

-- let names spread again (revisions/b_after.ts:9)
pragma legacy_alter_table = off;

-- alter column rack.height: NULL allowed; make table rack anew, as migrator_new_rack (revisions/b_after.ts:9)
create table `migrator_new_rack` (
  `id` integer not null,
  `width` integer,
  `height` integer,
  primary key (`id`),
  check (`height` > 2),
  check (`width` > 0)
);

-- copy the rows of table rack (revisions/b_after.ts:9)
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

-- drop the old table rack (revisions/b_after.ts:9)
drop table `rack`;

-- let the new name spread to nothing else (revisions/b_after.ts:9)
pragma legacy_alter_table = on;

-- put the new table in the place of rack (revisions/b_after.ts:9)
alter table `migrator_new_rack` rename to `rack`;

-- let names spread again (revisions/b_after.ts:9)
pragma legacy_alter_table = off;

-- alter column shelf.depth: a new default; make table shelf anew, as migrator_new_shelf
--   (revisions/b_after.ts:11)
create table `migrator_new_shelf` (
  `id` integer not null,
  `width` integer,
  `height` integer,
  `depth` integer default '7',
  primary key (`id`),
  check (`height` > 2),
  check (`width` > 0),
  check (`depth` > 0)
);

-- copy the rows of table shelf (revisions/b_after.ts:11)
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

-- drop the old table shelf (revisions/b_after.ts:11)
drop table `shelf`;

-- let the new name spread to nothing else (revisions/b_after.ts:11)
pragma legacy_alter_table = on;

-- put the new table in the place of shelf (revisions/b_after.ts:11)
alter table `migrator_new_shelf` rename to `shelf`;

-- let names spread again (revisions/b_after.ts:11)
pragma legacy_alter_table = off;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'b9c4ec5b', 'up', 'The columns of those checks become others', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      '587c3b1c2521d66a45cd6fef58af0f73cd22a3257de7ac5724ceab7e8b3e9d8d', '9629debbcd0d2b049d7e0ab19a814b162e398c80893ec1d05500986c02c6b9e2', 0
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = 'b9c4ec5b' WHERE version_num = 'a9c4ec5b';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision b9c4ec5b should leave the database at b9c4ec5b');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b9c4ec5b') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
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


CREATE TEMP TRIGGER migrator_incomplete BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration not complete: upgrade.sql should leave the database at b9c4ec5b');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b9c4ec5b') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass)), 0;
SELECT 'done: the database is at b9c4ec5b'
  WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b9c4ec5b') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));
DROP TABLE IF EXISTS temp.migrator_gate;
DROP TABLE IF EXISTS temp.migrator_pass;
DROP TABLE IF EXISTS temp.migrator_verdict;
DROP TABLE IF EXISTS temp.migrator_moved;
