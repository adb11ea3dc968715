-- verify.sql: made by migrator for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- It compares a database with what the revisions up to c5386ab0 say of it: tables, keys, indexes and other
-- objects by the catalog, the version rows, and what the ledger and the log say.
-- Run it after upgrade.sql.
-- Things that no revision speaks of are not looked at, but for what stands in one of their tables.
--
-- To: c5386ab0
-- It only reads: it changes nothing, and may run again at any time.
--
-- Version table: migrator_version
-- Script: 8771dd6d3118a10f74ded08fac46cf3700fe990b9ffec350fafbb436a999d4b6
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
DROP TABLE IF EXISTS temp.migrator_count;
DROP TABLE IF EXISTS temp.migrator_verdict;
CREATE TEMP TABLE migrator_verdict (fits INTEGER);
CREATE TEMP TRIGGER migrator_bad BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'not verified: the database is not what the revisions say');
END;
CREATE TEMP VIEW migrator_question_1 AS
SELECT kind, place || '.' || name AS name,
    COALESCE(MAX(expected), 'nothing') AS expected, COALESCE(MAX(found), 'nothing') AS found
FROM (
SELECT kind AS kind, CASE place WHEN '.' THEN 'main' ELSE place END AS place, name AS name, says AS expected, NULL AS found
  FROM (SELECT column1 AS kind, column2 AS place, column3 AS name, column4 AS says FROM (VALUES
    ('table', '.', 'item', 'table'),
    ('column', '.', 'item.id', 'not null'),
    ('type', '.', 'item.id', 'integer'),
    ('default', '.', 'item.id', 'no'),
    ('column', '.', 'item.name', 'not null'),
    ('type', '.', 'item.name', 'varchar(40)'),
    ('default', '.', 'item.name', 'no'),
    ('column', '.', 'item.state', 'not null'),
    ('type', '.', 'item.state', 'varchar(10)'),
    ('default', '.', 'item.state', 'yes'),
    ('column', '.', 'item.amount', 'not null'),
    ('type', '.', 'item.amount', 'integer'),
    ('default', '.', 'item.amount', 'yes'),
    ('column', '.', 'item.price', 'null'),
    ('type', '.', 'item.price', 'integer'),
    ('default', '.', 'item.price', 'no'),
    ('column', '.', 'item.due', 'null'),
    ('type', '.', 'item.due', 'date'),
    ('default', '.', 'item.due', 'no')
  )) told
UNION ALL
SELECT kind AS kind, place AS place, name AS name, NULL AS expected, says AS found
  FROM (SELECT 'table' AS kind, 'main' AS place, m.name AS name, 'table' AS says FROM sqlite_master m
  WHERE m.type = 'table' AND m.name IN (
    'item')) here
UNION ALL
SELECT kind AS kind, place AS place, name AS name, NULL AS expected, says AS found
  FROM (SELECT 'column' AS kind, 'main' AS place, m.name || '.' || c.name AS name, CASE WHEN c.[notnull] OR (c.pk > 0 AND 1 = 0) THEN 'not null' ELSE 'null' END AS says
    FROM sqlite_master m JOIN pragma_table_xinfo(m.name) c
  WHERE m.type = 'table' AND c.hidden <> 1 AND m.name IN (
    'item')) here
UNION ALL
SELECT kind AS kind, place AS place, name AS name, NULL AS expected, says AS found
  FROM (SELECT 'type' AS kind, 'main' AS place, m.name || '.' || c.name AS name, replace(replace(lower(c.type), ', ', ','), ' (', '(') AS says
    FROM sqlite_master m JOIN pragma_table_xinfo(m.name) c
  WHERE m.type = 'table' AND c.hidden <> 1 AND m.name IN (
    'item') AND NOT 1 = 0) here
UNION ALL
SELECT kind AS kind, place AS place, name AS name, NULL AS expected, says AS found
  FROM (SELECT 'default' AS kind, 'main' AS place, m.name || '.' || c.name AS name, CASE WHEN c.dflt_value IS NULL OR lower(c.dflt_value) = 'null' THEN 'no' ELSE 'yes' END AS says
    FROM sqlite_master m JOIN pragma_table_xinfo(m.name) c
  WHERE m.type = 'table' AND c.hidden <> 1 AND m.name IN (
    'item')) here
) facts
GROUP BY kind, place, name
HAVING (MAX(expected) IS NULL AND kind IN ('column', 'primary key', 'unique', 'foreign key', 'check', 'exclude', 'index'))
    OR (MAX(found) IS NULL AND kind NOT IN ('type', 'default'))
    OR (MAX(expected) <> MAX(found))
ORDER BY kind, place, name;
CREATE TEMP VIEW migrator_question_2 AS
SELECT kind, place || '.' || name AS name,
    COALESCE(MAX(expected), 'nothing') AS expected, COALESCE(MAX(found), 'nothing') AS found
FROM (
SELECT kind AS kind, CASE place WHEN '.' THEN 'main' ELSE place END AS place, name AS name, says AS expected, NULL AS found
  FROM (SELECT column1 AS kind, column2 AS place, column3 AS name, column4 AS says FROM (VALUES
    ('primary key', '.', 'item', '(id)'),
    ('check', '.', 'item.item_amount', 'check')
  )) told
UNION ALL
SELECT kind AS kind, place AS place, name AS name, NULL AS expected, says AS found
  FROM (SELECT 'primary key' AS kind, 'main' AS place, tbl AS name, '(' || group_concat(name, ', ') || ')' AS says
    FROM (SELECT m.name AS tbl, c.* FROM sqlite_master m JOIN pragma_table_info(m.name) c
      WHERE m.type = 'table' AND m.name IN (
    'item') ORDER BY m.name, c.pk) WHERE pk > 0 GROUP BY tbl) here
UNION ALL
SELECT kind AS kind, place AS place, name AS name, NULL AS expected, says AS found
  FROM (SELECT 'foreign key' AS kind, 'main' AS place, tbl || '.(' || group_concat([from], ', ') || ')' AS name, 'references ' || max([table]) AS says
    FROM (SELECT m.name AS tbl, c.* FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) c
      WHERE m.type = 'table' AND m.name IN (
    'item') ORDER BY m.name, c.id, c.seq) GROUP BY tbl, id) here
UNION ALL
SELECT kind AS kind, place AS place, name AS name, NULL AS expected, says AS found
  FROM (SELECT 'check' AS kind, 'main' AS place, k.column1 || '.' || k.column2 AS name, 'check' AS says
    FROM (VALUES ('item', 'item_amount')) k
    JOIN sqlite_master m ON m.type = 'table' AND m.name = k.column1 AND instr(replace(replace(m.sql, '``', '`'), '""', '"'), replace(replace(k.column2, '``', '`'), '""', '"')) > 0) here
) facts
GROUP BY kind, place, name
HAVING (MAX(expected) IS NULL AND kind IN ('column', 'primary key', 'unique', 'foreign key', 'check', 'exclude', 'index'))
    OR (MAX(found) IS NULL AND kind NOT IN ('type', 'default'))
    OR (MAX(expected) <> MAX(found))
ORDER BY kind, place, name;
CREATE TEMP VIEW migrator_question_3 AS
SELECT kind, place || '.' || name AS name,
    COALESCE(MAX(expected), 'nothing') AS expected, COALESCE(MAX(found), 'nothing') AS found
FROM (
SELECT kind AS kind, place AS place, name AS name, NULL AS expected, says AS found
  FROM (SELECT 'index' AS kind, 'main' AS place, m.tbl_name || '.' || m.name AS name,
      CASE WHEN l.[unique] THEN 'unique ' ELSE '' END || '(' || (SELECT group_concat(coalesce(p.name, 'an expression'), ', ') FROM (SELECT * FROM pragma_index_info(m.name) ORDER BY seqno) p) || ')' AS says
    FROM sqlite_master m JOIN pragma_index_list(m.tbl_name) l ON l.name = m.name
  WHERE m.type = 'index' AND m.sql IS NOT NULL AND m.tbl_name IN (
    'item')) here
) facts
GROUP BY kind, place, name
HAVING (MAX(expected) IS NULL AND kind IN ('column', 'primary key', 'unique', 'foreign key', 'check', 'exclude', 'index'))
    OR (MAX(found) IS NULL AND kind NOT IN ('type', 'default'))
    OR (MAX(expected) <> MAX(found))
ORDER BY kind, place, name;
CREATE TEMP VIEW migrator_question_4 AS
SELECT 'version row' AS kind, name,
    COALESCE(MAX(expected), 'nothing') AS expected, COALESCE(MAX(found), 'nothing') AS found
FROM (
SELECT name AS name, says AS expected, NULL AS found
  FROM (SELECT column1 AS kind, column2 AS place, column3 AS name, column4 AS says FROM (VALUES
    ('version row', '.', 'c5386ab0', 'there')
  )) told
UNION ALL
SELECT name AS name, NULL AS expected, says AS found
  FROM (SELECT version_num AS name, 'there' AS says FROM "migrator_version") here
) facts
GROUP BY name
HAVING MAX(expected) IS NULL OR MAX(found) IS NULL OR MAX(expected) <> MAX(found)
ORDER BY name;
CREATE TEMP VIEW migrator_question_5 AS
SELECT 'log row' AS kind, name,
    COALESCE(MAX(expected), 'nothing') AS expected, COALESCE(MAX(found), 'nothing') AS found
FROM (
SELECT name AS name, says AS expected, NULL AS found
  FROM (SELECT column1 AS kind, column2 AS place, column3 AS name, column4 AS says FROM (VALUES
    ('log row', '.', 'a5386ab0', 'up 7d0a3015516dd5cc62644e89f048d17b9697479e5fa4483ba0bdb6e5b53c505d'),
    ('log row', '.', 'b5386ab0', 'up e28eec51db2b554d9cf20a6ec7dd8322895621cf3dfb5bc30dd97b4e15fc96d1'),
    ('log row', '.', 'c5386ab0', 'up e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  )) told
UNION ALL
SELECT name AS name, NULL AS expected, says AS found
  FROM (SELECT revision AS name, direction || ' ' || digest AS says FROM "migrator_version_log"
    WHERE entry IN (SELECT MAX(entry) FROM "migrator_version_log" GROUP BY revision) AND revision IN (
    'a5386ab0', 'b5386ab0', 'c5386ab0')) here
) facts
GROUP BY name
HAVING MAX(expected) IS NULL OR MAX(found) IS NULL OR MAX(expected) <> MAX(found)
ORDER BY name;
PRAGMA query_only = ON;
BEGIN;

SELECT '1. Tables and columns are as the revisions say. (kind | name | expected | found)';
SELECT * FROM temp.migrator_question_1;

SELECT '2. Keys and checks are as the revisions say. (kind | name | expected | found)';
SELECT * FROM temp.migrator_question_2;

SELECT '3. Indexes are as the revisions say. (kind | name | expected | found)';
SELECT * FROM temp.migrator_question_3;

SELECT '4. The version rows are: c5386ab0. (kind | name | expected | found)';
SELECT * FROM temp.migrator_question_4;

SELECT '5. The log says that these revisions were applied last, as they are written here. (kind | name | expected | found)';
SELECT * FROM temp.migrator_question_5;

SELECT CASE WHEN found = 0 THEN 'verified: the database is what the revisions say at c5386ab0' ELSE 'not verified: the database is not what the revisions say: ' || found END
  FROM (SELECT (SELECT count(*) FROM temp.migrator_question_1) + (SELECT count(*) FROM temp.migrator_question_2) + (SELECT count(*) FROM temp.migrator_question_3) + (SELECT count(*) FROM temp.migrator_question_4) + (SELECT count(*) FROM temp.migrator_question_5) AS found);
ROLLBACK;
PRAGMA query_only = OFF;
CREATE TEMP TABLE migrator_count AS SELECT (SELECT count(*) FROM temp.migrator_question_1) + (SELECT count(*) FROM temp.migrator_question_2) + (SELECT count(*) FROM temp.migrator_question_3) + (SELECT count(*) FROM temp.migrator_question_4) + (SELECT count(*) FROM temp.migrator_question_5) AS found;
DROP VIEW temp.migrator_question_1;
DROP VIEW temp.migrator_question_2;
DROP VIEW temp.migrator_question_3;
DROP VIEW temp.migrator_question_4;
DROP VIEW temp.migrator_question_5;
DETACH migrator_absent;
INSERT INTO temp.migrator_verdict (fits) SELECT found = 0 FROM temp.migrator_count;
DROP TABLE IF EXISTS temp.migrator_count;
DROP TABLE IF EXISTS temp.migrator_verdict;
