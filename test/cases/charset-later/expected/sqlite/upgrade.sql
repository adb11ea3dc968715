-- upgrade.sql: made by migrator for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   c0c4a25e
-- Version table: migrator_version
-- Script: f004c58c7138521b75f7f90f1267353665b3898241aeb1d24dc4299b36f9318e
--
-- Revisions, in this order:
--   1. up a0c4a25e A table in a character set of its own
--      sha256 6d59fc5bce7f03c8bb009559342702f84bda902d52bc89d568a47b81d7403a13
--   2. up b0c4a25e The table's new columns have another character set, and those that are there keep theirs
--      sha256 092ceaaac02fe5fa4bf3a3f4002ee2e2a8b223caa6fdd37b655e53e1574dc099
--   3. up c0c4a25e A character set that is said alone brings its usual collation, and a collation its character set
--      sha256 279135aaa9af23e77450d3db150afd6eec99687155ffc86f3ca77763e00d68d4
--
-- Run it:
--   sqlite3 -bail -echo DATABASE.db < upgrade.sql > upgrade.log && grep '^done: ' upgrade.log
-- Look at the version rows:
--   sqlite3 DATABASE.db 'SELECT version_num FROM "main"."migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:c0c4a25e --target sqlite
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
  SELECT 'script' WHERE (SELECT count(*) = 0 FROM "main"."migrator_version") AND NOT (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c0c4a25e') THEN version_num END) = 1 FROM "main"."migrator_version");
SELECT 'migration refused: upgrade.sql needs the database at base, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') OR (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c0c4a25e') THEN version_num END) = 1 FROM "main"."migrator_version"));
CREATE TEMP TRIGGER migrator_done BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 1
BEGIN
  SELECT RAISE(ABORT, 'already applied: the database is at c0c4a25e, nothing was changed');
END;
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: upgrade.sql needs the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'script'), (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c0c4a25e') THEN version_num END) = 1 FROM "main"."migrator_version");
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

-- ==== revision a0c4a25e A table in a character set of its own ====
-- from base to a0c4a25e, revisions/a_latin.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision a0c4a25e';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision a0c4a25e');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision a0c4a25e' WHERE (SELECT count(*) = 0 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision a0c4a25e needs the database at base, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision a0c4a25e') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision a0c4a25e needs the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision a0c4a25e'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- create table letter (3 columns) (revisions/a_latin.ts:8)
create table `letter` (
  `id` integer not null,
  `body` varchar(40),
  `sender` varchar(40),
  primary key (`id`)
);

-- insert 1 row into letter (revisions/a_latin.ts:17)
insert into `letter` (`id`, `body`, `sender`) values
  (1, 'Grüße', 'Käthe');

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'a0c4a25e', 'up', 'A table in a character set of its own', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      'c2e9e5c07ca945219d6ec6c6da4ad38a837f02b2940647c6cffa620debdefe23', 'f004c58c7138521b75f7f90f1267353665b3898241aeb1d24dc4299b36f9318e', 0
    FROM "main"."migrator_version_log";
INSERT INTO "main"."migrator_version" (version_num) VALUES ('a0c4a25e');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision a0c4a25e should leave the database at a0c4a25e');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a0c4a25e') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision a0c4a25e: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== revision b0c4a25e The table's new columns have another character set, and those that are there keep
--   theirs ====
-- from a0c4a25e to b0c4a25e, revisions/b_utf8.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision b0c4a25e';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision b0c4a25e');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision b0c4a25e' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a0c4a25e') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision b0c4a25e needs the database at a0c4a25e, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision b0c4a25e') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision b0c4a25e needs the database at a0c4a25e');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision b0c4a25e'), 0;
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

-- revision b0c4a25e stops here, with their number and where the first is, when there are
--   NULLs in letter.sender, with which a statement below would fail
DELETE FROM temp.migrator_pass WHERE asked = 'revision b0c4a25e, check 1';
INSERT INTO temp.migrator_gate (asked) VALUES ('revision b0c4a25e, check 1');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision b0c4a25e, check 1' WHERE (SELECT COUNT(*) FROM `letter` WHERE `sender` IS NULL) = 0;
SELECT 'migration refused: revision b0c4a25e finds ' || (SELECT COUNT(*) FROM `letter` WHERE `sender` IS NULL) || ' NULL' || CASE WHEN (SELECT COUNT(*) FROM `letter` WHERE `sender` IS NULL) = 1 THEN '' ELSE 's' END || ' in letter.sender' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `letter` WHERE `sender` IS NULL ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `letter` WHERE `sender` IS NULL ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision b0c4a25e, check 1');
SELECT 'Nothing of this revision was changed. Mend the rows, and ask for a script that starts where the database stands now.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision b0c4a25e, check 1');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision b0c4a25e finds NULLs in letter.sender');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'revision b0c4a25e, check 1';
DROP TRIGGER temp.migrator_found;

-- add column letter.subject (varchar(40)) (revisions/b_utf8.ts:11)
alter table `letter` add column `subject` varchar(40);

-- alter column letter.body: type varchar(60); make table letter anew, as migrator_new_letter
--   (revisions/b_utf8.ts:12)
create table `migrator_new_letter` (
  `id` integer not null,
  `body` varchar(60),
  `sender` varchar(40),
  `subject` varchar(40),
  primary key (`id`)
);

-- copy the rows of table letter (revisions/b_utf8.ts:12)
insert into
  `migrator_new_letter` (`id`, `body`, `sender`, `subject`)
select
  `id`,
  `body`,
  `sender`,
  `subject`
from
  `letter`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'letter' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ()
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('letter', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'body', 'sender', 'subject');
SELECT 'migration undone: making table letter anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table letter cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'letter'
  WHERE (SELECT count(*) FROM "letter") = (SELECT count(*) FROM "migrator_new_letter")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- drop the old table letter (revisions/b_utf8.ts:12)
drop table `letter`;

-- let the new name spread to nothing else (revisions/b_utf8.ts:12)
pragma legacy_alter_table = on;

-- put the new table in the place of letter (revisions/b_utf8.ts:12)
alter table `migrator_new_letter` rename to `letter`;

-- let names spread again (revisions/b_utf8.ts:12)
pragma legacy_alter_table = off;

-- alter column letter.sender: NOT NULL; make table letter anew, as migrator_new_letter (revisions/b_utf8.ts:13)
create table `migrator_new_letter` (
  `id` integer not null,
  `body` varchar(60),
  `sender` varchar(40) not null,
  `subject` varchar(40),
  primary key (`id`)
);

-- copy the rows of table letter (revisions/b_utf8.ts:13)
insert into
  `migrator_new_letter` (`id`, `body`, `sender`, `subject`)
select
  `id`,
  `body`,
  `sender`,
  `subject`
from
  `letter`;
DELETE FROM temp.migrator_strange;
INSERT INTO temp.migrator_strange (what)
  SELECT type || ' ' || name FROM "main".sqlite_master
    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'letter' COLLATE NOCASE
    AND name COLLATE NOCASE NOT IN ()
  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('letter', 'main')
    WHERE name COLLATE NOCASE NOT IN ('id', 'body', 'sender', 'subject');
SELECT 'migration undone: making table letter anew would lose its ' || what || ', which no revision declares' FROM temp.migrator_strange;
CREATE TEMP TRIGGER migrator_lost BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration undone: table letter cannot be made anew without losing something');
END;
INSERT INTO temp.migrator_rebuilt (what)
  SELECT 'letter'
  WHERE (SELECT count(*) FROM "letter") = (SELECT count(*) FROM "migrator_new_letter")
    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);
INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;
DROP TRIGGER temp.migrator_lost;

-- drop the old table letter (revisions/b_utf8.ts:13)
drop table `letter`;

-- let the new name spread to nothing else (revisions/b_utf8.ts:13)
pragma legacy_alter_table = on;

-- put the new table in the place of letter (revisions/b_utf8.ts:13)
alter table `migrator_new_letter` rename to `letter`;

-- let names spread again (revisions/b_utf8.ts:13)
pragma legacy_alter_table = off;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'b0c4a25e', 'up', 'The table''s new columns have another character set, and those that are there keep theirs', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      'e21bc86430e5cfeb88684628be64ece2c4473c6c0c6d855d1e2ada805d00c300', 'f004c58c7138521b75f7f90f1267353665b3898241aeb1d24dc4299b36f9318e', 0
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = 'b0c4a25e' WHERE version_num = 'a0c4a25e';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision b0c4a25e should leave the database at b0c4a25e');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b0c4a25e') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
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
  SELECT RAISE(ROLLBACK, 'migration undone: revision b0c4a25e would lose rows or leave foreign keys that refer to nothing');
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
SELECT 'revision b0c4a25e: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== revision c0c4a25e A character set that is said alone brings its usual collation, and a collation its
--   character set ====
-- from b0c4a25e to c0c4a25e, revisions/c_sets_alone.ts
-- It changes nothing on SQLite but the version rows.


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision c0c4a25e';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision c0c4a25e');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision c0c4a25e' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b0c4a25e') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision c0c4a25e needs the database at b0c4a25e, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision c0c4a25e') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision c0c4a25e needs the database at b0c4a25e');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision c0c4a25e'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'c0c4a25e', 'up', 'A character set that is said alone brings its usual collation, and a collation its character set', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'f004c58c7138521b75f7f90f1267353665b3898241aeb1d24dc4299b36f9318e', 0
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = 'c0c4a25e' WHERE version_num = 'b0c4a25e';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision c0c4a25e should leave the database at c0c4a25e');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c0c4a25e') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision c0c4a25e: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


CREATE TEMP TRIGGER migrator_incomplete BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration not complete: upgrade.sql should leave the database at c0c4a25e');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c0c4a25e') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass)), 0;
SELECT 'done: the database is at c0c4a25e'
  WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c0c4a25e') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));
DROP TABLE IF EXISTS temp.migrator_gate;
DROP TABLE IF EXISTS temp.migrator_pass;
DROP TABLE IF EXISTS temp.migrator_verdict;
DROP TABLE IF EXISTS temp.migrator_moved;
