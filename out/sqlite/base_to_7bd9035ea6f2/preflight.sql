-- preflight.sql: made by migrator 0.1.0 for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- It looks whether upgrade.sql would run now: where the database stands, what else it needs, how big the
-- tables are that it touches, and what its checks would find.
--
-- From: base
-- To:   7bd9035ea6f2
-- It only reads: it changes nothing, and may run again at any time.
--
-- Version table: migrator_version
-- Script: 42e19d7c90083e8457f6c58487209f43c1ec6eac5bfa2c1b3567e0c9f69fae07
--
-- Run it:
--   sqlite3 -bail DATABASE.db < preflight.sql
-- Under each question stands what it found. The last line is the verdict; the client ends with status 0 when it
-- is good, and with another one when it is not.

.bail on
.timeout 10000
-- What is made here is made beside the database, and ends with the session. After that nothing can write until
--   the
-- questions are answered.
ATTACH ':memory:' AS migrator_absent;
CREATE TABLE migrator_absent."migrator_version" (version_num);
CREATE TABLE migrator_absent."migrator_version_log" (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss);
DROP TABLE IF EXISTS temp.migrator_count;
DROP TABLE IF EXISTS temp.migrator_verdict;
CREATE TEMP TABLE migrator_verdict (fits INTEGER);
CREATE TEMP TRIGGER migrator_bad BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'upgrade.sql would refuse: see what was found above');
END;
CREATE TEMP VIEW migrator_question_1 AS
SELECT finding FROM (
SELECT CASE WHEN CAST(sqlite_version() AS INTEGER) * 1000000 + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER) * 1000 + CAST(substr(substr(sqlite_version(), instr(sqlite_version(), '.') + 1), instr(substr(sqlite_version(), instr(sqlite_version(), '.') + 1), '.') + 1) AS INTEGER) < 3040000 THEN 'expects SQLite 3.40 or later, but the shell has SQLite ' || sqlite_version() END AS finding
) asked WHERE finding IS NOT NULL;
CREATE TEMP VIEW migrator_question_2 AS
SELECT 'already applied: the database is at 7bd9035ea6f2; upgrade.sql would change nothing' AS finding
WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('7bd9035ea6f2') THEN version_num END) = 1 FROM "migrator_version");
CREATE TEMP VIEW migrator_question_3 AS
SELECT 'upgrade.sql needs the database at base, but it is at ' || COALESCE((SELECT group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', ') FROM (SELECT version_num FROM "migrator_version" ORDER BY version_num)), 'base') AS finding
WHERE NOT ((SELECT count(*) = 0 FROM "migrator_version"));
CREATE TEMP VIEW migrator_question_4 AS
SELECT finding FROM (
SELECT (SELECT CASE count(*) WHEN 1 THEN 'makes table ' ELSE 'makes tables ' END || group_concat('' || name, ', ') || CASE count(*) WHEN 1 THEN ', but that name is taken already' ELSE ', but those names are taken already' END
      FROM (SELECT name FROM "main".sqlite_master
      WHERE type <> 'trigger' AND name COLLATE NOCASE IN ('department', 'employee', 'department_employee', 'account', 'product') ORDER BY name)) AS finding
UNION ALL
SELECT (SELECT CASE count(*) WHEN 1 THEN 'makes index ' ELSE 'makes indexes ' END || group_concat('' || name, ', ') || CASE count(*) WHEN 1 THEN ', but that name is taken already' ELSE ', but those names are taken already' END
      FROM (SELECT name FROM "main".sqlite_master
      WHERE type <> 'trigger' AND name COLLATE NOCASE IN ('employee_by_name') ORDER BY name)) AS finding
UNION ALL
SELECT (SELECT CASE count(*) WHEN 1 THEN 'makes key ' ELSE 'makes keys ' END || group_concat('' || name, ', ') || CASE count(*) WHEN 1 THEN ', but that name is taken already' ELSE ', but those names are taken already' END
      FROM (SELECT name FROM "main".sqlite_master
      WHERE type <> 'trigger' AND name COLLATE NOCASE IN ('department_name_unique') ORDER BY name)) AS finding
) asked WHERE finding IS NOT NULL;
PRAGMA query_only = ON;
BEGIN;

SELECT '1. The server and the database are those that it was made for. (finding)';
SELECT * FROM temp.migrator_question_1;

SELECT '2. upgrade.sql is still to be applied. (finding)';
SELECT * FROM temp.migrator_question_2;
SELECT 'upgrade.sql would refuse: see what was found above: ' || found FROM (SELECT (SELECT count(*) FROM temp.migrator_question_1) + (SELECT count(*) FROM temp.migrator_question_2) AS found) WHERE found > 0;
PRAGMA query_only = OFF;
INSERT INTO temp.migrator_verdict (fits) SELECT (SELECT count(*) FROM temp.migrator_question_1) + (SELECT count(*) FROM temp.migrator_question_2) = 0;
PRAGMA query_only = ON;

SELECT '3. The database is at base. (finding)';
SELECT * FROM temp.migrator_question_3;
SELECT 'upgrade.sql would refuse: see what was found above: ' || found FROM (SELECT (SELECT count(*) FROM temp.migrator_question_1) + (SELECT count(*) FROM temp.migrator_question_2) + (SELECT count(*) FROM temp.migrator_question_3) AS found) WHERE found > 0;
PRAGMA query_only = OFF;
INSERT INTO temp.migrator_verdict (fits) SELECT (SELECT count(*) FROM temp.migrator_question_1) + (SELECT count(*) FROM temp.migrator_question_2) + (SELECT count(*) FROM temp.migrator_question_3) = 0;
PRAGMA query_only = ON;

SELECT '4. Nothing has the names of what it makes. (finding)';
SELECT * FROM temp.migrator_question_4;

SELECT CASE WHEN found = 0 THEN 'upgrade.sql would run' ELSE 'upgrade.sql would refuse: see what was found above: ' || found END
  FROM (SELECT (SELECT count(*) FROM temp.migrator_question_1) + (SELECT count(*) FROM temp.migrator_question_2) + (SELECT count(*) FROM temp.migrator_question_3) + (SELECT count(*) FROM temp.migrator_question_4) AS found);
ROLLBACK;
PRAGMA query_only = OFF;
CREATE TEMP TABLE migrator_count AS SELECT (SELECT count(*) FROM temp.migrator_question_1) + (SELECT count(*) FROM temp.migrator_question_2) + (SELECT count(*) FROM temp.migrator_question_3) + (SELECT count(*) FROM temp.migrator_question_4) AS found;
DROP VIEW temp.migrator_question_1;
DROP VIEW temp.migrator_question_2;
DROP VIEW temp.migrator_question_3;
DROP VIEW temp.migrator_question_4;
DETACH migrator_absent;
INSERT INTO temp.migrator_verdict (fits) SELECT found = 0 FROM temp.migrator_count;
DROP TABLE IF EXISTS temp.migrator_count;
DROP TABLE IF EXISTS temp.migrator_verdict;
