-- downgrade.sql: made by migrator for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: c0c4a25e
-- To:   base
-- Version table: migrator_version
-- Script: 194697eac592243929aecafe5d011692ded5741b91b6bea66de70127ed89d502
--
-- Revisions, in this order:
--   1. down c0c4a25e A character set that is said alone brings its usual collation, and a collation its character set
--      derived from its upgrade
--      sha256 279135aaa9af23e77450d3db150afd6eec99687155ffc86f3ca77763e00d68d4
--   2. down b0c4a25e The table's new columns have another character set, and those that are there keep theirs
--      derived from its upgrade
--      sha256 092ceaaac02fe5fa4bf3a3f4002ee2e2a8b223caa6fdd37b655e53e1574dc099
--   3. down a0c4a25e A table in a character set of its own
--      sha256 6d59fc5bce7f03c8bb009559342702f84bda902d52bc89d568a47b81d7403a13
--
-- Steps that lose data:
--   b0c4a25e loses values of column letter.body that varchar(40) cannot hold, unless the database refuses them.
--   b0c4a25e loses the values of column letter.subject.
--   a0c4a25e loses the rows of table letter.
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
  SELECT RAISE(ABORT, 'migration refused: there is no version table main.migrator_version that this user can see, and downgrade.sql needs the database at c0c4a25e');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT count(*), 0 FROM "main".sqlite_master WHERE type = 'table' AND name = 'migrator_version' COLLATE NOCASE;
DROP TRIGGER temp.migrator_absent;
DELETE FROM temp.migrator_pass WHERE asked = 'script';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('script');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'script' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c0c4a25e') THEN version_num END) = 1 FROM "main"."migrator_version") AND NOT (SELECT count(*) = 0 FROM "main"."migrator_version");
SELECT 'migration refused: downgrade.sql needs the database at c0c4a25e, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') OR (SELECT count(*) = 0 FROM "main"."migrator_version"));
CREATE TEMP TRIGGER migrator_done BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 1
BEGIN
  SELECT RAISE(ABORT, 'already applied: the database is at base, nothing was changed');
END;
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: downgrade.sql needs the database at c0c4a25e');
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

-- ==== undoing revision c0c4a25e A character set that is said alone brings its usual collation, and a collation
--   its character set ====
-- from c0c4a25e to b0c4a25e, revisions/c_sets_alone.ts
-- Derived from the upgrade, because the revision exports no downgrade.
-- It changes nothing on SQLite but the version rows.


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision c0c4a25e';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision c0c4a25e');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision c0c4a25e' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('c0c4a25e') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision c0c4a25e needs the database at c0c4a25e, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision c0c4a25e') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision c0c4a25e needs the database at c0c4a25e');
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
    SELECT COALESCE(MAX(entry), 0) + 1, 'c0c4a25e', 'down', 'A character set that is said alone brings its usual collation, and a collation its character set', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '194697eac592243929aecafe5d011692ded5741b91b6bea66de70127ed89d502', EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss')
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = 'b0c4a25e' WHERE version_num = 'c0c4a25e';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision c0c4a25e should leave the database at b0c4a25e');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b0c4a25e') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision c0c4a25e: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== undoing revision b0c4a25e The table's new columns have another character set, and those that are there
--   keep theirs ====
-- from b0c4a25e to a0c4a25e, revisions/b_utf8.ts
-- Derived from the upgrade, because the revision exports no downgrade.
-- It loses values of column letter.body that varchar(40) cannot hold, unless the database refuses them.
-- It loses the values of column letter.subject.


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision b0c4a25e';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision b0c4a25e');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision b0c4a25e' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('b0c4a25e') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision b0c4a25e needs the database at b0c4a25e, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision b0c4a25e') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision b0c4a25e needs the database at b0c4a25e');
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

-- undoing revision b0c4a25e stops here, with their number and where the first is, when there are
--   values of letter.subject, which would be lost
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision b0c4a25e, check 1';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision b0c4a25e, check 1');
SELECT 'loss accepted: undoing revision b0c4a25e would lose ' || (SELECT COUNT(*) FROM `letter` WHERE `subject` IS NOT NULL) || ' value' || CASE WHEN (SELECT COUNT(*) FROM `letter` WHERE `subject` IS NOT NULL) = 1 THEN '' ELSE 's' END || ' of letter.subject' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `letter` WHERE `subject` IS NOT NULL ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `letter` WHERE `subject` IS NOT NULL ORDER BY `id` LIMIT 1) || ')' END
  WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') AND (SELECT COUNT(*) FROM `letter` WHERE `subject` IS NOT NULL) > 0;
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision b0c4a25e, check 1' WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') OR (SELECT COUNT(*) FROM `letter` WHERE `subject` IS NOT NULL) = 0;
SELECT 'migration refused: undoing revision b0c4a25e would lose ' || (SELECT COUNT(*) FROM `letter` WHERE `subject` IS NOT NULL) || ' value' || CASE WHEN (SELECT COUNT(*) FROM `letter` WHERE `subject` IS NOT NULL) = 1 THEN '' ELSE 's' END || ' of letter.subject' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `letter` WHERE `subject` IS NOT NULL ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `letter` WHERE `subject` IS NOT NULL ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision b0c4a25e, check 1');
SELECT 'Nothing of this revision was changed. Those before it stay done: ask for a script that starts where the database stands now, and keep what is needed, or accept the loss with the switch at its top.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision b0c4a25e, check 1');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision b0c4a25e would lose values of letter.subject');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision b0c4a25e, check 1';
DROP TRIGGER temp.migrator_found;

-- alter column letter.sender: NULL allowed; make table letter anew, as migrator_new_letter
--   (revisions/b_utf8.ts:13)
create table `migrator_new_letter` (
  `id` integer not null,
  `body` varchar(60),
  `sender` varchar(40),
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

-- alter column letter.body: type varchar(40); make table letter anew, as migrator_new_letter
--   (revisions/b_utf8.ts:12)
create table `migrator_new_letter` (
  `id` integer not null,
  `body` varchar(40),
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

-- drop column letter.subject (revisions/b_utf8.ts:11)
alter table `letter` drop column `subject`;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'b0c4a25e', 'down', 'The table''s new columns have another character set, and those that are there keep theirs', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      '5f575ee18c5f59205487e07717c860e02df27442bcaf21f505c7702e065450a1', '194697eac592243929aecafe5d011692ded5741b91b6bea66de70127ed89d502', EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss')
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = 'a0c4a25e' WHERE version_num = 'b0c4a25e';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision b0c4a25e should leave the database at a0c4a25e');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a0c4a25e') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
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


-- ==== undoing revision a0c4a25e A table in a character set of its own ====
-- from a0c4a25e to base, revisions/a_latin.ts
-- It loses the rows of table letter.


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision a0c4a25e';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision a0c4a25e');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision a0c4a25e' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('a0c4a25e') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision a0c4a25e needs the database at a0c4a25e, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision a0c4a25e') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision a0c4a25e needs the database at a0c4a25e');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision a0c4a25e'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- undoing revision a0c4a25e stops here, with their number and where the first is, when there are
--   rows of letter, which would be lost
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision a0c4a25e, check 1';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision a0c4a25e, check 1');
SELECT 'loss accepted: undoing revision a0c4a25e would lose ' || (SELECT COUNT(*) FROM `letter`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `letter`) = 1 THEN '' ELSE 's' END || ' of letter' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `letter` ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `letter` ORDER BY `id` LIMIT 1) || ')' END
  WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') AND (SELECT COUNT(*) FROM `letter`) > 0;
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision a0c4a25e, check 1' WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') OR (SELECT COUNT(*) FROM `letter`) = 0;
SELECT 'migration refused: undoing revision a0c4a25e would lose ' || (SELECT COUNT(*) FROM `letter`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `letter`) = 1 THEN '' ELSE 's' END || ' of letter' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `letter` ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `letter` ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision a0c4a25e, check 1');
SELECT 'Nothing of this revision was changed. Those before it stay done: ask for a script that starts where the database stands now, and keep what is needed, or accept the loss with the switch at its top.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision a0c4a25e, check 1');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision a0c4a25e would lose rows of letter');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision a0c4a25e, check 1';
DROP TRIGGER temp.migrator_found;

-- drop table letter (revisions/a_latin.ts:21)
drop table `letter`;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'a0c4a25e', 'down', 'A table in a character set of its own', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      'e9f0488697145dba69078ce9252609d794250e272a96da8ac80d7900a2830360', '194697eac592243929aecafe5d011692ded5741b91b6bea66de70127ed89d502', EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss')
    FROM "main"."migrator_version_log";
DELETE FROM "main"."migrator_version" WHERE version_num IN ('a0c4a25e');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision a0c4a25e should leave the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 0 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision a0c4a25e: committed'
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
