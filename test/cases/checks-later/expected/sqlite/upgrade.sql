-- upgrade.sql: made by migrator for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   cl02
-- Version table: migrator_version
-- Script: 20882a55d3c42f994eb53f57a1ce382c87ea60b2f1129158dd991c680c67f421
--
-- Revisions, in this order:
--   1. up cl01 Without checks.
--      sha256 c8d156426de283e56dcd7d53811d3a8a82dc8a416a6c4e027b3d24fcc4fb5519
--   2. up cl02 Checks for a table that is there.
--      sha256 9a4b7312c3bc171af5156d7eb0fb9ea04ba20389646ac710bbc9a682741af66c
--
-- Run it:
--   sqlite3 -bail -echo DATABASE.db < upgrade.sql > upgrade.log && grep '^done: ' upgrade.log
-- Look at the version rows:
--   sqlite3 DATABASE.db 'SELECT version_num FROM "main"."migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:cl02 --target sqlite
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
  SELECT 'script' WHERE (SELECT count(*) = 0 FROM "main"."migrator_version") AND NOT (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('cl02') THEN version_num END) = 1 FROM "main"."migrator_version");
SELECT 'migration refused: upgrade.sql needs the database at base, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') OR (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('cl02') THEN version_num END) = 1 FROM "main"."migrator_version"));
CREATE TEMP TRIGGER migrator_done BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 1
BEGIN
  SELECT RAISE(ABORT, 'already applied: the database is at cl02, nothing was changed');
END;
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: upgrade.sql needs the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'script'), (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('cl02') THEN version_num END) = 1 FROM "main"."migrator_version");
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

-- ==== revision cl01 Without checks. ====
-- from base to cl01, revisions/01_without_checks.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision cl01';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision cl01');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision cl01' WHERE (SELECT count(*) = 0 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision cl01 needs the database at base, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision cl01') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision cl01 needs the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision cl01'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- create table offer (2 columns) (revisions/01_without_checks.ts:16)
create table `offer` (`id` integer not null, `price` integer not null, primary key (`id`));

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'cl01', 'up', 'Without checks.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      '5b473e77813f07f1db61028ecc00622c8fba21ab7fcf19aef55d03da70a3b4e8', '20882a55d3c42f994eb53f57a1ce382c87ea60b2f1129158dd991c680c67f421', 0
    FROM "main"."migrator_version_log";
INSERT INTO "main"."migrator_version" (version_num) VALUES ('cl01');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision cl01 should leave the database at cl01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('cl01') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision cl01: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== revision cl02 Checks for a table that is there. ====
-- from cl01 to cl02, revisions/02_checks_for.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision cl02';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision cl02');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision cl02' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('cl01') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision cl02 needs the database at cl01, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision cl02') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision cl02 needs the database at cl01');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision cl02'), 0;
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

-- revision cl02 stops here, with their number and where the first is, when there are
--   rows of offer against the check offer_price, with which a statement below would fail
--   rows of offer against the check offer_odd, with which a statement below would fail
DELETE FROM temp.migrator_pass WHERE asked = 'revision cl02, check 1';
INSERT INTO temp.migrator_gate (asked) VALUES ('revision cl02, check 1');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision cl02, check 1' WHERE (SELECT COUNT(*) FROM `offer` WHERE NOT (price > 0)) = 0;
SELECT 'migration refused: revision cl02 finds ' || (SELECT COUNT(*) FROM `offer` WHERE NOT (price > 0)) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `offer` WHERE NOT (price > 0)) = 1 THEN '' ELSE 's' END || ' of offer against the check offer_price' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `offer` WHERE NOT (price > 0) ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `offer` WHERE NOT (price > 0) ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision cl02, check 1');
SELECT 'Nothing of this revision was changed. Mend the rows, and ask for a script that starts where the database stands now.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision cl02, check 1');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision cl02 finds rows of offer against the check offer_price');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'revision cl02, check 1';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'revision cl02, check 2';
INSERT INTO temp.migrator_gate (asked) VALUES ('revision cl02, check 2');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision cl02, check 2' WHERE (SELECT COUNT(*) FROM `offer` WHERE NOT (id <> 13 and price < 1000000)) = 0;
SELECT 'migration refused: revision cl02 finds ' || (SELECT COUNT(*) FROM `offer` WHERE NOT (id <> 13 and price < 1000000)) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `offer` WHERE NOT (id <> 13 and price < 1000000)) = 1 THEN '' ELSE 's' END || ' of offer against the check offer_odd' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `offer` WHERE NOT (id <> 13 and price < 1000000) ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `offer` WHERE NOT (id <> 13 and price < 1000000) ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision cl02, check 2');
SELECT 'Nothing of this revision was changed. Mend the rows, and ask for a script that starts where the database stands now.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision cl02, check 2');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision cl02 finds rows of offer against the check offer_odd');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'revision cl02, check 2';
DROP TRIGGER temp.migrator_found;

-- add check constraint offer_price to table offer; make table offer anew, as migrator_new_offer
--   (revisions/02_checks_for.ts:17)
create table `migrator_new_offer` (
  `id` integer not null,
  `price` integer not null,
  primary key (`id`),
  constraint `offer_price` check (price > 0)
);

-- copy the rows of table offer (revisions/02_checks_for.ts:17)
insert into `migrator_new_offer` (`id`, `price`) select `id`, `price` from `offer`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'offer' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ()
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('offer', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'price');
SELECT 'migration undone: making table offer anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table offer cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'offer'
  WHERE (SELECT count(*) FROM "offer") = (SELECT count(*) FROM "migrator_new_offer")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- drop the old table offer (revisions/02_checks_for.ts:17)
drop table `offer`;

-- let the new name spread to nothing else (revisions/02_checks_for.ts:17)
pragma legacy_alter_table = on;

-- put the new table in the place of offer (revisions/02_checks_for.ts:17)
alter table `migrator_new_offer` rename to `offer`;

-- let names spread again (revisions/02_checks_for.ts:17)
pragma legacy_alter_table = off;

-- add check constraint offer_odd to table offer; make table offer anew, as migrator_new_offer
--   (revisions/02_checks_for.ts:18)
create table `migrator_new_offer` (
  `id` integer not null,
  `price` integer not null,
  primary key (`id`),
  constraint `offer_price` check (price > 0),
  constraint `offer_odd` check (id <> 13 and price < 1000000)
);

-- copy the rows of table offer (revisions/02_checks_for.ts:18)
insert into `migrator_new_offer` (`id`, `price`) select `id`, `price` from `offer`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'offer' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ()
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('offer', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'price');
SELECT 'migration undone: making table offer anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table offer cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'offer'
  WHERE (SELECT count(*) FROM "offer") = (SELECT count(*) FROM "migrator_new_offer")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- drop the old table offer (revisions/02_checks_for.ts:18)
drop table `offer`;

-- let the new name spread to nothing else (revisions/02_checks_for.ts:18)
pragma legacy_alter_table = on;

-- put the new table in the place of offer (revisions/02_checks_for.ts:18)
alter table `migrator_new_offer` rename to `offer`;

-- let names spread again (revisions/02_checks_for.ts:18)
pragma legacy_alter_table = off;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'cl02', 'up', 'Checks for a table that is there.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      'c5b7014c94a8d2659478002d437d45a34446a38fbaad9dd38e615c4f93e9208b', '20882a55d3c42f994eb53f57a1ce382c87ea60b2f1129158dd991c680c67f421', 0
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = 'cl02' WHERE version_num = 'cl01';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision cl02 should leave the database at cl02');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('cl02') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
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
  SELECT RAISE(ROLLBACK, 'migration undone: revision cl02 would lose rows or leave foreign keys that refer to nothing');
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
SELECT 'revision cl02: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


CREATE TEMP TRIGGER migrator_incomplete BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration not complete: upgrade.sql should leave the database at cl02');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('cl02') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass)), 0;
SELECT 'done: the database is at cl02'
  WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('cl02') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));
DROP TABLE IF EXISTS temp.migrator_gate;
DROP TABLE IF EXISTS temp.migrator_pass;
DROP TABLE IF EXISTS temp.migrator_verdict;
DROP TABLE IF EXISTS temp.migrator_moved;
