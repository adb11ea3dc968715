-- upgrade.sql: made by migrator for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   e8b24f17
-- Version table: migrator_version
-- Script: 0643960b4668da2aa813fdfe3ed8ca87d3c284d658c23bb9b4984ffb5f6bb682
--
-- Revisions, in this order:
--   1. up e8a1c3d0 Columns whose values are listed
--      sha256 87adb75357b4faf06e8c5808220aa7b2d515f63ac1b8017023eb0400c9c43f47
--   2. up e8b24f17 The list of values that a column takes becomes another: longer, or none
--      sha256 cf7b94d0e4e7ea3a893a1532fcbdfd89ed781c23d64c9e9f43e1d6418b4219f1
--
-- Run it:
--   sqlite3 -bail -echo DATABASE.db < upgrade.sql > upgrade.log && grep '^done: ' upgrade.log
-- Look at the version rows:
--   sqlite3 DATABASE.db 'SELECT version_num FROM "main"."migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:e8b24f17 --target sqlite
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
  SELECT 'script' WHERE (SELECT count(*) = 0 FROM "main"."migrator_version") AND NOT (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8b24f17') THEN version_num END) = 1 FROM "main"."migrator_version");
SELECT 'migration refused: upgrade.sql needs the database at base, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') OR (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8b24f17') THEN version_num END) = 1 FROM "main"."migrator_version"));
CREATE TEMP TRIGGER migrator_done BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 1
BEGIN
  SELECT RAISE(ABORT, 'already applied: the database is at e8b24f17, nothing was changed');
END;
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: upgrade.sql needs the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'script'), (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8b24f17') THEN version_num END) = 1 FROM "main"."migrator_version");
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

-- ==== revision e8a1c3d0 Columns whose values are listed ====
-- from base to e8a1c3d0, revisions/e8a1c3d0_tickets.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision e8a1c3d0';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision e8a1c3d0');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision e8a1c3d0' WHERE (SELECT count(*) = 0 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision e8a1c3d0 needs the database at base, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision e8a1c3d0') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision e8a1c3d0 needs the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision e8a1c3d0'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- create table ticket (5 columns) (revisions/e8a1c3d0_tickets.ts:8)
create table `ticket` (
  `id` integer not null,
  `state` text check (`state` in ('open', 'done')) not null default 'open',
  `kind` text check (`kind` in ('a', 'b')) not null,
  `size` text check (`size` in ('s', 'm', 'l')),
  `sort` text check (`sort` in ('x', 'y')),
  primary key (`id`)
);

-- insert 1 row into ticket (revisions/e8a1c3d0_tickets.ts:15)
insert into `ticket` (`id`, `state`, `kind`, `size`, `sort`) values
  (1, 'open', 'a', 'l', 'y');

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'e8a1c3d0', 'up', 'Columns whose values are listed', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      'b688d2f0f3b479f3056d29f1dada4093dde7e318b68ec4b8ee926333d27a91e1', '0643960b4668da2aa813fdfe3ed8ca87d3c284d658c23bb9b4984ffb5f6bb682', 0
    FROM "main"."migrator_version_log";
INSERT INTO "main"."migrator_version" (version_num) VALUES ('e8a1c3d0');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision e8a1c3d0 should leave the database at e8a1c3d0');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8a1c3d0') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision e8a1c3d0: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== revision e8b24f17 The list of values that a column takes becomes another: longer, or none ====
-- from e8a1c3d0 to e8b24f17, revisions/e8b24f17_lists.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision e8b24f17';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision e8b24f17');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision e8b24f17' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8a1c3d0') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision e8b24f17 needs the database at e8a1c3d0, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision e8b24f17') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision e8b24f17 needs the database at e8a1c3d0');
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

-- alter column ticket.state: type text; make table ticket anew, as migrator_new_ticket
--   (revisions/e8b24f17_lists.ts:8)
create table `migrator_new_ticket` (
  `id` integer not null,
  `state` text check (`state` in ('open', 'done', 'gone')) not null default 'open',
  `kind` text check (`kind` in ('a', 'b')) not null,
  `size` text check (`size` in ('s', 'm', 'l')),
  `sort` text check (`sort` in ('x', 'y')),
  primary key (`id`)
);

-- copy the rows of table ticket (revisions/e8b24f17_lists.ts:8)
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

-- drop the old table ticket (revisions/e8b24f17_lists.ts:8)
drop table `ticket`;

-- let the new name spread to nothing else (revisions/e8b24f17_lists.ts:8)
pragma legacy_alter_table = on;

-- put the new table in the place of ticket (revisions/e8b24f17_lists.ts:8)
alter table `migrator_new_ticket` rename to `ticket`;

-- let names spread again (revisions/e8b24f17_lists.ts:8)
pragma legacy_alter_table = off;

-- alter column ticket.kind: type text; make table ticket anew, as migrator_new_ticket
--   (revisions/e8b24f17_lists.ts:9)
create table `migrator_new_ticket` (
  `id` integer not null,
  `state` text check (`state` in ('open', 'done', 'gone')) not null default 'open',
  `kind` text check (`kind` in ('a', 'b', 'c')) not null,
  `size` text check (`size` in ('s', 'm', 'l')),
  `sort` text check (`sort` in ('x', 'y')),
  primary key (`id`)
);

-- copy the rows of table ticket (revisions/e8b24f17_lists.ts:9)
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

-- drop the old table ticket (revisions/e8b24f17_lists.ts:9)
drop table `ticket`;

-- let the new name spread to nothing else (revisions/e8b24f17_lists.ts:9)
pragma legacy_alter_table = on;

-- put the new table in the place of ticket (revisions/e8b24f17_lists.ts:9)
alter table `migrator_new_ticket` rename to `ticket`;

-- let names spread again (revisions/e8b24f17_lists.ts:9)
pragma legacy_alter_table = off;

-- alter column ticket.size: type text; make table ticket anew, as migrator_new_ticket
--   (revisions/e8b24f17_lists.ts:10)
create table `migrator_new_ticket` (
  `id` integer not null,
  `state` text check (`state` in ('open', 'done', 'gone')) not null default 'open',
  `kind` text check (`kind` in ('a', 'b', 'c')) not null,
  `size` text check (`size` in ('s', 'm', 'l', 'x')),
  `sort` text check (`sort` in ('x', 'y')),
  primary key (`id`)
);

-- copy the rows of table ticket (revisions/e8b24f17_lists.ts:10)
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

-- drop the old table ticket (revisions/e8b24f17_lists.ts:10)
drop table `ticket`;

-- let the new name spread to nothing else (revisions/e8b24f17_lists.ts:10)
pragma legacy_alter_table = on;

-- put the new table in the place of ticket (revisions/e8b24f17_lists.ts:10)
alter table `migrator_new_ticket` rename to `ticket`;

-- let names spread again (revisions/e8b24f17_lists.ts:10)
pragma legacy_alter_table = off;

-- alter column ticket.sort: type varchar(1); make table ticket anew, as migrator_new_ticket
--   (revisions/e8b24f17_lists.ts:11)
create table `migrator_new_ticket` (
  `id` integer not null,
  `state` text check (`state` in ('open', 'done', 'gone')) not null default 'open',
  `kind` text check (`kind` in ('a', 'b', 'c')) not null,
  `size` text check (`size` in ('s', 'm', 'l', 'x')),
  `sort` varchar(1),
  primary key (`id`)
);

-- copy the rows of table ticket (revisions/e8b24f17_lists.ts:11)
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

-- drop the old table ticket (revisions/e8b24f17_lists.ts:11)
drop table `ticket`;

-- let the new name spread to nothing else (revisions/e8b24f17_lists.ts:11)
pragma legacy_alter_table = on;

-- put the new table in the place of ticket (revisions/e8b24f17_lists.ts:11)
alter table `migrator_new_ticket` rename to `ticket`;

-- let names spread again (revisions/e8b24f17_lists.ts:11)
pragma legacy_alter_table = off;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'e8b24f17', 'up', 'The list of values that a column takes becomes another: longer, or none', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      '356d25671b1990b8e0d35e7fad167e15a386175a2d090ab7c066f3e1a7e869ee', '0643960b4668da2aa813fdfe3ed8ca87d3c284d658c23bb9b4984ffb5f6bb682', 0
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = 'e8b24f17' WHERE version_num = 'e8a1c3d0';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision e8b24f17 should leave the database at e8b24f17');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8b24f17') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
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


CREATE TEMP TRIGGER migrator_incomplete BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration not complete: upgrade.sql should leave the database at e8b24f17');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8b24f17') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass)), 0;
SELECT 'done: the database is at e8b24f17'
  WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('e8b24f17') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));
DROP TABLE IF EXISTS temp.migrator_gate;
DROP TABLE IF EXISTS temp.migrator_pass;
DROP TABLE IF EXISTS temp.migrator_verdict;
DROP TABLE IF EXISTS temp.migrator_moved;
