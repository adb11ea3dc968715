-- preflight.sql: made by migrator for SQLite 3.40 and plain
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- It looks whether upgrade.sql would run now: where the database stands, what else it needs, how big the
-- tables are that it touches, and what its checks would find.
--
-- From: r1
-- To:   r3
-- It only reads: it changes nothing, and may run again at any time.
--
-- Version table: migrator_version
-- Script: 9c92b99588e3dadfe86fb76c931337099c4ec81121de19dee7705e7549dab993
--
-- Run it:
--   open preflight.sql in your SQL tool and run all of it as a script
-- Under each question stands what it found. The last result is the verdict; so is an error, where what was found
-- leaves nothing more to ask.

PRAGMA busy_timeout = 10000;
-- What is made here is made beside the database, and ends with the session. After that nothing can write until
--   the
-- questions are answered.
DROP TABLE IF EXISTS temp.migrator_count;
DROP TABLE IF EXISTS temp.migrator_verdict;
CREATE TEMP TABLE migrator_count (found INTEGER);
CREATE TEMP TABLE migrator_verdict (found INTEGER CONSTRAINT "upgrade.sql would refuse: see what was found above" CHECK (found = 0));
ATTACH ':memory:' AS migrator_absent;
CREATE TABLE migrator_absent."migrator_version" (version_num);
CREATE TABLE migrator_absent."migrator_version_log" (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss);
CREATE TEMP VIEW migrator_question_1 AS
SELECT finding FROM (
SELECT CASE WHEN CAST(sqlite_version() AS INTEGER) * 1000000 + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER) * 1000 + CAST(substr(substr(sqlite_version(), instr(sqlite_version(), '.') + 1), instr(substr(sqlite_version(), instr(sqlite_version(), '.') + 1), '.') + 1) AS INTEGER) < 3040000 THEN 'expects SQLite 3.40 or later, but the shell has SQLite ' || sqlite_version() END AS finding
) asked WHERE finding IS NOT NULL;
CREATE TEMP VIEW migrator_question_2 AS
SELECT 'already applied: the database is at r3; upgrade.sql would change nothing' AS finding
WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('r3') THEN version_num END) = 1 FROM "migrator_version");
PRAGMA query_only = ON;
BEGIN;

SELECT '1. The server and the database are those that it was made for. (finding)' AS migrator;
SELECT * FROM temp.migrator_question_1;

SELECT '2. upgrade.sql is still to be applied. (finding)' AS migrator;
SELECT * FROM temp.migrator_question_2;

ROLLBACK;
PRAGMA query_only = OFF;
INSERT INTO temp.migrator_count (found) SELECT (SELECT count(*) FROM temp.migrator_question_1) + (SELECT count(*) FROM temp.migrator_question_2);
DROP VIEW temp.migrator_question_1;
DROP VIEW temp.migrator_question_2;
DETACH migrator_absent;

INSERT INTO temp.migrator_verdict (found) SELECT sum(found) FROM temp.migrator_count;
ATTACH ':memory:' AS migrator_absent;
CREATE TABLE migrator_absent."migrator_version" (version_num);
CREATE TABLE migrator_absent."migrator_version_log" (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss);
CREATE TEMP VIEW migrator_question_3 AS
SELECT 'upgrade.sql needs the database at r1, but it is at ' || COALESCE((SELECT group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', ') FROM (SELECT version_num FROM "migrator_version" ORDER BY version_num)), 'base') AS finding
WHERE NOT ((SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('r1') THEN version_num END) = 1 FROM "migrator_version"));
PRAGMA query_only = ON;
BEGIN;

SELECT '3. The database is at r1. (finding)' AS migrator;
SELECT * FROM temp.migrator_question_3;

ROLLBACK;
PRAGMA query_only = OFF;
INSERT INTO temp.migrator_count (found) SELECT (SELECT count(*) FROM temp.migrator_question_3);
DROP VIEW temp.migrator_question_3;
DETACH migrator_absent;

INSERT INTO temp.migrator_verdict (found) SELECT sum(found) FROM temp.migrator_count;
ATTACH ':memory:' AS migrator_absent;
CREATE TABLE migrator_absent."migrator_version" (version_num);
CREATE TABLE migrator_absent."migrator_version_log" (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss);
CREATE TEMP VIEW migrator_question_4 AS
SELECT 'item' AS name, CAST((SELECT count(*) FROM "item") AS TEXT) AS rows_about, 'of the file: ' || (SELECT page_count * page_size FROM pragma_page_count, pragma_page_size) AS bytes;
CREATE TEMP VIEW migrator_question_5 AS
SELECT finding FROM (
SELECT (SELECT CASE count(*) WHEN 1 THEN 'makes table ' ELSE 'makes tables ' END || group_concat('' || name, ', ') || CASE count(*) WHEN 1 THEN ', but that name is taken already' ELSE ', but those names are taken already' END
      FROM (SELECT name FROM "main".sqlite_master
      WHERE type <> 'trigger' AND name COLLATE NOCASE IN ('thing', 'it''s') ORDER BY name)) AS finding
UNION ALL
SELECT (SELECT CASE count(*) WHEN 1 THEN 'makes key ' ELSE 'makes keys ' END || group_concat('' || name, ', ') || CASE count(*) WHEN 1 THEN ', but that name is taken already' ELSE ', but those names are taken already' END
      FROM (SELECT name FROM "main".sqlite_master
      WHERE type <> 'trigger' AND name COLLATE NOCASE IN ('it''s u') ORDER BY name)) AS finding
UNION ALL
SELECT (SELECT min('makes column item.' || name || ', but that name is taken already')
      FROM pragma_table_xinfo('item') WHERE name COLLATE NOCASE IN ('it''s n', 'other')) AS finding
) asked WHERE finding IS NOT NULL;
CREATE TEMP VIEW migrator_question_6 AS
SELECT found, (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `item` WHERE `it's` IS NOT NULL ORDER BY `id` LIMIT 1) AS first_one FROM (SELECT (SELECT COUNT(*) FROM `item` WHERE `it's` IS NOT NULL) AS found) asked WHERE found > 0;
CREATE TEMP VIEW migrator_question_7 AS
SELECT 'revision r2: duplicates in item (it''s n)' AS finding
UNION ALL
SELECT 'revision r3: values of item.n' AS finding;
PRAGMA query_only = ON;
BEGIN;

SELECT '4. It touches these tables. (name | rows_about | bytes)' AS migrator;
SELECT * FROM temp.migrator_question_4;

SELECT '5. Nothing has the names of what it makes. (finding)' AS migrator;
SELECT * FROM temp.migrator_question_5;

SELECT '6. Revision r2 loses no values of item.it''s. (found | first_one)' AS migrator;
SELECT * FROM temp.migrator_question_6;

SELECT '7. Asked while it runs, because something before it makes or changes what it looks at. (finding)' AS migrator;
SELECT * FROM temp.migrator_question_7;

ROLLBACK;
PRAGMA query_only = OFF;
INSERT INTO temp.migrator_count (found) SELECT (SELECT count(*) FROM temp.migrator_question_5) + (SELECT count(*) FROM temp.migrator_question_6);
DROP VIEW temp.migrator_question_4;
DROP VIEW temp.migrator_question_5;
DROP VIEW temp.migrator_question_6;
DROP VIEW temp.migrator_question_7;
DETACH migrator_absent;
SELECT CASE WHEN stages < 3 THEN 'the questions were not answered: an error stands above'
    WHEN found = 0 THEN 'upgrade.sql would run' ELSE 'upgrade.sql would refuse: see what was found above: ' || found || ' found' END AS migrator
  FROM (SELECT count(*) AS stages, sum(found) AS found FROM temp.migrator_count);
