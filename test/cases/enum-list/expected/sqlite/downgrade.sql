-- downgrade.sql: made by migrator for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: e8b24f17
-- To:   base
-- Version table: migrator_version
-- Script: f0e71fc52058e91679be96086aa889dc5ab6ab23fd3b62d8150721e43f983a29
--
-- Revisions, in this order:
--   1. down e8b24f17 The list of values that a column takes becomes another: longer, or none
--      sha256 cf7b94d0e4e7ea3a893a1532fcbdfd89ed781c23d64c9e9f43e1d6418b4219f1
--   2. down e8a1c3d0 Columns whose values are listed
--      sha256 87adb75357b4faf06e8c5808220aa7b2d515f63ac1b8017023eb0400c9c43f47
--
-- Steps that lose data:
--   e8a1c3d0 loses the rows of table ticket.
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
CREATE TEMP TRIGGER migrator_absent BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: there is no version table main.migrator_version that this user can see, and downgrade.sql needs the database at e8b24f17');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT count(*), 0 FROM "main".sqlite_master WHERE type = 'table' AND name = 'migrator_version' COLLATE NOCASE;
DROP TRIGGER temp.migrator_absent;
DELETE FROM temp.migrator_pass WHERE asked = 'script';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('script');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'script' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8b24f17') THEN version_num END) = 1 FROM "main"."migrator_version") AND NOT (SELECT count(*) = 0 FROM "main"."migrator_version");
SELECT 'migration refused: downgrade.sql needs the database at e8b24f17, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') OR (SELECT count(*) = 0 FROM "main"."migrator_version"));
CREATE TEMP TRIGGER migrator_done BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 1
BEGIN
  SELECT RAISE(ABORT, 'already applied: the database is at base, nothing was changed');
END;
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: downgrade.sql needs the database at e8b24f17');
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

-- ==== undoing revision e8b24f17 The list of values that a column takes becomes another: longer, or none ====
-- from e8b24f17 to e8a1c3d0, revisions/e8b24f17_lists.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision e8b24f17';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision e8b24f17');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision e8b24f17' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8b24f17') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision e8b24f17 needs the database at e8b24f17, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision e8b24f17') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision e8b24f17 needs the database at e8b24f17');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision e8b24f17'), 0;
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

-- undoing revision e8b24f17 stops here, with their number and where the first is, when there are
--   values of ticket.sort that are not among x, y, with which a statement below would fail
--   values of ticket.size that are not among s, m, l, with which a statement below would fail
--   values of ticket.kind that are not among a, b, with which a statement below would fail
--   values of ticket.state that are not among open, done, with which a statement below would fail
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision e8b24f17, check 1';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision e8b24f17, check 1');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision e8b24f17, check 1' WHERE (SELECT COUNT(*) FROM `ticket` WHERE `sort` IS NOT NULL AND CAST(`sort` AS text) NOT IN ('x', 'y')) = 0;
SELECT 'migration refused: undoing revision e8b24f17 finds ' || (SELECT COUNT(*) FROM `ticket` WHERE `sort` IS NOT NULL AND CAST(`sort` AS text) NOT IN ('x', 'y')) || ' value' || CASE WHEN (SELECT COUNT(*) FROM `ticket` WHERE `sort` IS NOT NULL AND CAST(`sort` AS text) NOT IN ('x', 'y')) = 1 THEN '' ELSE 's' END || ' of ticket.sort that are not among x, y' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `ticket` WHERE `sort` IS NOT NULL AND CAST(`sort` AS text) NOT IN ('x', 'y') ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `ticket` WHERE `sort` IS NOT NULL AND CAST(`sort` AS text) NOT IN ('x', 'y') ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision e8b24f17, check 1');
SELECT 'Nothing of this revision was changed. Mend the rows, and run the script again.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision e8b24f17, check 1');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision e8b24f17 finds values of ticket.sort that are not among x, y');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision e8b24f17, check 1';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision e8b24f17, check 2';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision e8b24f17, check 2');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision e8b24f17, check 2' WHERE (SELECT COUNT(*) FROM `ticket` WHERE `size` IS NOT NULL AND CAST(`size` AS text) NOT IN ('s', 'm', 'l')) = 0;
SELECT 'migration refused: undoing revision e8b24f17 finds ' || (SELECT COUNT(*) FROM `ticket` WHERE `size` IS NOT NULL AND CAST(`size` AS text) NOT IN ('s', 'm', 'l')) || ' value' || CASE WHEN (SELECT COUNT(*) FROM `ticket` WHERE `size` IS NOT NULL AND CAST(`size` AS text) NOT IN ('s', 'm', 'l')) = 1 THEN '' ELSE 's' END || ' of ticket.size that are not among s, m, l' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `ticket` WHERE `size` IS NOT NULL AND CAST(`size` AS text) NOT IN ('s', 'm', 'l') ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `ticket` WHERE `size` IS NOT NULL AND CAST(`size` AS text) NOT IN ('s', 'm', 'l') ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision e8b24f17, check 2');
SELECT 'Nothing of this revision was changed. Mend the rows, and run the script again.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision e8b24f17, check 2');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision e8b24f17 finds values of ticket.size that are not among s, m, l');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision e8b24f17, check 2';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision e8b24f17, check 3';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision e8b24f17, check 3');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision e8b24f17, check 3' WHERE (SELECT COUNT(*) FROM `ticket` WHERE `kind` IS NOT NULL AND CAST(`kind` AS text) NOT IN ('a', 'b')) = 0;
SELECT 'migration refused: undoing revision e8b24f17 finds ' || (SELECT COUNT(*) FROM `ticket` WHERE `kind` IS NOT NULL AND CAST(`kind` AS text) NOT IN ('a', 'b')) || ' value' || CASE WHEN (SELECT COUNT(*) FROM `ticket` WHERE `kind` IS NOT NULL AND CAST(`kind` AS text) NOT IN ('a', 'b')) = 1 THEN '' ELSE 's' END || ' of ticket.kind that are not among a, b' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `ticket` WHERE `kind` IS NOT NULL AND CAST(`kind` AS text) NOT IN ('a', 'b') ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `ticket` WHERE `kind` IS NOT NULL AND CAST(`kind` AS text) NOT IN ('a', 'b') ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision e8b24f17, check 3');
SELECT 'Nothing of this revision was changed. Mend the rows, and run the script again.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision e8b24f17, check 3');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision e8b24f17 finds values of ticket.kind that are not among a, b');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision e8b24f17, check 3';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision e8b24f17, check 4';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision e8b24f17, check 4');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision e8b24f17, check 4' WHERE (SELECT COUNT(*) FROM `ticket` WHERE `state` IS NOT NULL AND CAST(`state` AS text) NOT IN ('open', 'done')) = 0;
SELECT 'migration refused: undoing revision e8b24f17 finds ' || (SELECT COUNT(*) FROM `ticket` WHERE `state` IS NOT NULL AND CAST(`state` AS text) NOT IN ('open', 'done')) || ' value' || CASE WHEN (SELECT COUNT(*) FROM `ticket` WHERE `state` IS NOT NULL AND CAST(`state` AS text) NOT IN ('open', 'done')) = 1 THEN '' ELSE 's' END || ' of ticket.state that are not among open, done' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `ticket` WHERE `state` IS NOT NULL AND CAST(`state` AS text) NOT IN ('open', 'done') ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `ticket` WHERE `state` IS NOT NULL AND CAST(`state` AS text) NOT IN ('open', 'done') ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision e8b24f17, check 4');
SELECT 'Nothing of this revision was changed. Mend the rows, and run the script again.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision e8b24f17, check 4');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision e8b24f17 finds values of ticket.state that are not among open, done');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision e8b24f17, check 4';
DROP TRIGGER temp.migrator_found;

-- alter column ticket.sort: type text; make table ticket anew, as migrator_new_ticket
--   (revisions/e8b24f17_lists.ts:15)
create table `migrator_new_ticket` (
  `id` integer not null,
  `state` text check (`state` in ('open', 'done', 'gone')) not null default 'open',
  `kind` text check (`kind` in ('a', 'b', 'c')) not null,
  `size` text check (`size` in ('s', 'm', 'l', 'x')),
  `sort` text check (`sort` in ('x', 'y')),
  primary key (`id`)
);

-- copy the rows of table ticket (revisions/e8b24f17_lists.ts:15)
insert into
  `migrator_new_ticket` (`id`, `state`, `kind`, `size`, `sort`)
select
  `id`,
  `state`,
  `kind`,
  `size`,
  `sort`
from
  `ticket`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'ticket' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ()
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('ticket', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'state', 'kind', 'size', 'sort');
SELECT 'migration undone: making table ticket anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table ticket cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'ticket'
  WHERE (SELECT count(*) FROM "ticket") = (SELECT count(*) FROM "migrator_new_ticket")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- drop the old table ticket (revisions/e8b24f17_lists.ts:15)
drop table `ticket`;

-- let the new name spread to nothing else (revisions/e8b24f17_lists.ts:15)
pragma legacy_alter_table = on;

-- put the new table in the place of ticket (revisions/e8b24f17_lists.ts:15)
alter table `migrator_new_ticket` rename to `ticket`;

-- let names spread again (revisions/e8b24f17_lists.ts:15)
pragma legacy_alter_table = off;

-- alter column ticket.size: type text; make table ticket anew, as migrator_new_ticket
--   (revisions/e8b24f17_lists.ts:16)
create table `migrator_new_ticket` (
  `id` integer not null,
  `state` text check (`state` in ('open', 'done', 'gone')) not null default 'open',
  `kind` text check (`kind` in ('a', 'b', 'c')) not null,
  `size` text check (`size` in ('s', 'm', 'l')),
  `sort` text check (`sort` in ('x', 'y')),
  primary key (`id`)
);

-- copy the rows of table ticket (revisions/e8b24f17_lists.ts:16)
insert into
  `migrator_new_ticket` (`id`, `state`, `kind`, `size`, `sort`)
select
  `id`,
  `state`,
  `kind`,
  `size`,
  `sort`
from
  `ticket`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'ticket' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ()
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('ticket', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'state', 'kind', 'size', 'sort');
SELECT 'migration undone: making table ticket anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table ticket cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'ticket'
  WHERE (SELECT count(*) FROM "ticket") = (SELECT count(*) FROM "migrator_new_ticket")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- drop the old table ticket (revisions/e8b24f17_lists.ts:16)
drop table `ticket`;

-- let the new name spread to nothing else (revisions/e8b24f17_lists.ts:16)
pragma legacy_alter_table = on;

-- put the new table in the place of ticket (revisions/e8b24f17_lists.ts:16)
alter table `migrator_new_ticket` rename to `ticket`;

-- let names spread again (revisions/e8b24f17_lists.ts:16)
pragma legacy_alter_table = off;

-- alter column ticket.kind: type text; make table ticket anew, as migrator_new_ticket
--   (revisions/e8b24f17_lists.ts:17)
create table `migrator_new_ticket` (
  `id` integer not null,
  `state` text check (`state` in ('open', 'done', 'gone')) not null default 'open',
  `kind` text check (`kind` in ('a', 'b')) not null,
  `size` text check (`size` in ('s', 'm', 'l')),
  `sort` text check (`sort` in ('x', 'y')),
  primary key (`id`)
);

-- copy the rows of table ticket (revisions/e8b24f17_lists.ts:17)
insert into
  `migrator_new_ticket` (`id`, `state`, `kind`, `size`, `sort`)
select
  `id`,
  `state`,
  `kind`,
  `size`,
  `sort`
from
  `ticket`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'ticket' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ()
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('ticket', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'state', 'kind', 'size', 'sort');
SELECT 'migration undone: making table ticket anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table ticket cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'ticket'
  WHERE (SELECT count(*) FROM "ticket") = (SELECT count(*) FROM "migrator_new_ticket")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- drop the old table ticket (revisions/e8b24f17_lists.ts:17)
drop table `ticket`;

-- let the new name spread to nothing else (revisions/e8b24f17_lists.ts:17)
pragma legacy_alter_table = on;

-- put the new table in the place of ticket (revisions/e8b24f17_lists.ts:17)
alter table `migrator_new_ticket` rename to `ticket`;

-- let names spread again (revisions/e8b24f17_lists.ts:17)
pragma legacy_alter_table = off;

-- alter column ticket.state: type text; make table ticket anew, as migrator_new_ticket
--   (revisions/e8b24f17_lists.ts:18)
create table `migrator_new_ticket` (
  `id` integer not null,
  `state` text check (`state` in ('open', 'done')) not null default 'open',
  `kind` text check (`kind` in ('a', 'b')) not null,
  `size` text check (`size` in ('s', 'm', 'l')),
  `sort` text check (`sort` in ('x', 'y')),
  primary key (`id`)
);

-- copy the rows of table ticket (revisions/e8b24f17_lists.ts:18)
insert into
  `migrator_new_ticket` (`id`, `state`, `kind`, `size`, `sort`)
select
  `id`,
  `state`,
  `kind`,
  `size`,
  `sort`
from
  `ticket`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'ticket' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ()
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('ticket', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'state', 'kind', 'size', 'sort');
SELECT 'migration undone: making table ticket anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table ticket cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'ticket'
  WHERE (SELECT count(*) FROM "ticket") = (SELECT count(*) FROM "migrator_new_ticket")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- drop the old table ticket (revisions/e8b24f17_lists.ts:18)
drop table `ticket`;

-- let the new name spread to nothing else (revisions/e8b24f17_lists.ts:18)
pragma legacy_alter_table = on;

-- put the new table in the place of ticket (revisions/e8b24f17_lists.ts:18)
alter table `migrator_new_ticket` rename to `ticket`;

-- let names spread again (revisions/e8b24f17_lists.ts:18)
pragma legacy_alter_table = off;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'e8b24f17', 'down', 'The list of values that a column takes becomes another: longer, or none', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      '55aaef977aec5a036e6449f3f4b9edfdf0addf80b45a16fe47cb36230f108e9f', 'f0e71fc52058e91679be96086aa889dc5ab6ab23fd3b62d8150721e43f983a29', EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss')
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = 'e8a1c3d0' WHERE version_num = 'e8b24f17';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision e8b24f17 should leave the database at e8a1c3d0');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8a1c3d0') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
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
  SELECT RAISE(ROLLBACK, 'migration undone: revision e8b24f17 would lose rows or leave foreign keys that refer to nothing');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT count(*) = 5 AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass)), 0
    FROM temp.migrator_rebuilt;
DROP TRIGGER temp.migrator_unsound;
COMMIT;
PRAGMA foreign_keys = OFF;
DROP TABLE IF EXISTS temp.migrator_orphans;
DROP TABLE IF EXISTS temp.migrator_strange;
DROP TABLE IF EXISTS temp.migrator_rebuilt;
SELECT 'revision e8b24f17: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== undoing revision e8a1c3d0 Columns whose values are listed ====
-- from e8a1c3d0 to base, revisions/e8a1c3d0_tickets.ts
-- It loses the rows of table ticket.


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision e8a1c3d0';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision e8a1c3d0');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision e8a1c3d0' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8a1c3d0') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision e8a1c3d0 needs the database at e8a1c3d0, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision e8a1c3d0') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision e8a1c3d0 needs the database at e8a1c3d0');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision e8a1c3d0'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- loss accepted: the tickets are samples
-- drop table ticket (revisions/e8a1c3d0_tickets.ts:19)
drop table `ticket`;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'e8a1c3d0', 'down', 'Columns whose values are listed', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      '718d5456b7ba2dad288993009d0da84f6d8b8b0c48223b26444ac174fe4057c7', 'f0e71fc52058e91679be96086aa889dc5ab6ab23fd3b62d8150721e43f983a29', EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss')
    FROM "main"."migrator_version_log";
DELETE FROM "main"."migrator_version" WHERE version_num IN ('e8a1c3d0');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision e8a1c3d0 should leave the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 0 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision e8a1c3d0: committed'
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
