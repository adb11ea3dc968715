-- verify.sql: made by migrator for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- It compares a database with what the revisions up to raw02 say of it: tables, keys, indexes and other
-- objects by the catalog, the version rows, and what the ledger and the log say.
-- Run it after upgrade.sql.
-- Things that no revision speaks of are not looked at, but for what stands in one of their tables.
--
-- What raw SQL did is not verified, because nothing says what it does:
--   revisions/01_sql_written_by.ts:25: -- in front update `word` / * it's in the middle; * / set `...
--   revisions/02_a_trigger.ts:88: create trigger word_trim after insert on word begin updat...
-- Not looked at, because it may have changed them: word.
-- Things that it may have added to other tables are let be.
--
-- To: raw02
-- It only reads: it changes nothing, and may run again at any time.
--
-- Version table: migrator_version
-- Script: f543883d19aea545089861ae9971d8ecb3cef14d8ccd7f0f78703f8df9d0a4f5
--
-- Run it:
--   sqlite3 -bail DATABASE.db < verify.sql
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
CREATE TEMP TABLE migrator_verdict (fits INTEGER);
CREATE TEMP TRIGGER migrator_bad BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'not verified: the database is not what the revisions say');
END;
CREATE TEMP VIEW migrator_question_1 AS
SELECT 'version row' AS kind, name,
    COALESCE(MAX(expected), 'nothing') AS expected, COALESCE(MAX(found), 'nothing') AS found
FROM (
SELECT name AS name, says AS expected, NULL AS found
  FROM (SELECT column1 AS kind, column2 AS place, column3 AS name, column4 AS says FROM (VALUES
    ('version row', '.', 'raw02', 'there')
  )) told
UNION ALL
SELECT name AS name, NULL AS expected, says AS found
  FROM (SELECT version_num AS name, 'there' AS says FROM "migrator_version") here
) facts
GROUP BY name
HAVING MAX(expected) IS NULL OR MAX(found) IS NULL OR MAX(expected) <> MAX(found)
ORDER BY name;
CREATE TEMP VIEW migrator_question_2 AS
SELECT 'log row' AS kind, name,
    COALESCE(MAX(expected), 'nothing') AS expected, COALESCE(MAX(found), 'nothing') AS found
FROM (
SELECT name AS name, says AS expected, NULL AS found
  FROM (SELECT column1 AS kind, column2 AS place, column3 AS name, column4 AS says FROM (VALUES
    ('log row', '.', 'raw01', 'up 04af820382728c3df42f232751dea62834acd57d39d3b953d081d3ba6793e1de'),
    ('log row', '.', 'raw02', 'up 92521f075d7c8783f85f217a59debdcbcedb6438e4c3d9f144dc76489a2048b6')
  )) told
UNION ALL
SELECT name AS name, NULL AS expected, says AS found
  FROM (SELECT revision AS name, direction || ' ' || digest AS says FROM "migrator_version_log"
    WHERE entry IN (SELECT MAX(entry) FROM "migrator_version_log" GROUP BY revision) AND revision IN (
    'raw01', 'raw02')) here
) facts
GROUP BY name
HAVING MAX(expected) IS NULL OR MAX(found) IS NULL OR MAX(expected) <> MAX(found)
ORDER BY name;
PRAGMA query_only = ON;
BEGIN;

SELECT '1. The version rows are: raw02. (kind | name | expected | found)';
SELECT * FROM temp.migrator_question_1;

SELECT '2. The log says that these revisions were applied last, as they are written here. (kind | name | expected | found)';
SELECT * FROM temp.migrator_question_2;

SELECT CASE WHEN found = 0 THEN 'verified: the database is what the revisions say at raw02' ELSE 'not verified: the database is not what the revisions say: ' || found END
  FROM (SELECT (SELECT count(*) FROM temp.migrator_question_1) + (SELECT count(*) FROM temp.migrator_question_2) AS found);
ROLLBACK;
PRAGMA query_only = OFF;
INSERT INTO temp.migrator_verdict (fits) SELECT (SELECT count(*) FROM temp.migrator_question_1) + (SELECT count(*) FROM temp.migrator_question_2) = 0;
