-- verify.sql: made by migrator 0.1.0 for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- It compares a database with what the revisions up to 7bd9035ea6f2 say of it: tables, keys, indexes and other
-- objects by the catalog, the version rows, and what the ledger and the log say.
-- Run it after upgrade.sql.
-- Things that no revision speaks of are not looked at, but for what stands in one of their tables.
--
-- To: 7bd9035ea6f2
-- It only reads: it changes nothing, and may run again at any time.
--
-- Version table: migrator_version
-- Script: 42e19d7c90083e8457f6c58487209f43c1ec6eac5bfa2c1b3567e0c9f69fae07
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
    ('table', '.', 'account', 'table'),
    ('column', '.', 'account.id', 'not null'),
    ('column', '.', 'account.holder', 'not null'),
    ('type', '.', 'account.holder', 'varchar(120)'),
    ('default', '.', 'account.holder', 'no'),
    ('column', '.', 'account.balance', 'not null'),
    ('type', '.', 'account.balance', 'float'),
    ('default', '.', 'account.balance', 'yes'),
    ('column', '.', 'account.closed', 'not null'),
    ('type', '.', 'account.closed', 'boolean'),
    ('default', '.', 'account.closed', 'yes'),
    ('column', '.', 'account.opened_on', 'not null'),
    ('type', '.', 'account.opened_on', 'date'),
    ('default', '.', 'account.opened_on', 'no'),
    ('column', '.', 'account.terms', 'null'),
    ('type', '.', 'account.terms', 'text'),
    ('default', '.', 'account.terms', 'no'),
    ('table', '.', 'department', 'table'),
    ('column', '.', 'department.code', 'not null'),
    ('type', '.', 'department.code', 'varchar(8)'),
    ('default', '.', 'department.code', 'no'),
    ('column', '.', 'department.name', 'not null'),
    ('type', '.', 'department.name', 'varchar(80)'),
    ('default', '.', 'department.name', 'no'),
    ('column', '.', 'department.budget', 'null'),
    ('type', '.', 'department.budget', 'float'),
    ('default', '.', 'department.budget', 'no'),
    ('table', '.', 'department_employee', 'table'),
    ('column', '.', 'department_employee.department_code', 'not null'),
    ('type', '.', 'department_employee.department_code', 'varchar(8)'),
    ('default', '.', 'department_employee.department_code', 'no'),
    ('column', '.', 'department_employee.employee_number', 'not null'),
    ('type', '.', 'department_employee.employee_number', 'integer'),
    ('default', '.', 'department_employee.employee_number', 'no'),
    ('column', '.', 'department_employee.since', 'not null'),
    ('type', '.', 'department_employee.since', 'date'),
    ('default', '.', 'department_employee.since', 'no'),
    ('table', '.', 'employee', 'table'),
    ('column', '.', 'employee.number', 'not null'),
    ('type', '.', 'employee.number', 'integer'),
    ('default', '.', 'employee.number', 'no'),
    ('column', '.', 'employee.first_name', 'not null'),
    ('type', '.', 'employee.first_name', 'varchar(80)'),
    ('default', '.', 'employee.first_name', 'no'),
    ('column', '.', 'employee.last_name', 'not null'),
    ('type', '.', 'employee.last_name', 'varchar(80)'),
    ('default', '.', 'employee.last_name', 'no'),
    ('column', '.', 'employee.born_on', 'null'),
    ('type', '.', 'employee.born_on', 'date'),
    ('default', '.', 'employee.born_on', 'no'),
    ('column', '.', 'employee.part_time', 'not null'),
    ('type', '.', 'employee.part_time', 'boolean'),
    ('default', '.', 'employee.part_time', 'yes'),
    ('column', '.', 'employee.remark', 'null'),
    ('type', '.', 'employee.remark', 'text'),
    ('default', '.', 'employee.remark', 'no'),
    ('column', '.', 'employee.entered_at', 'not null'),
    ('type', '.', 'employee.entered_at', 'datetime'),
    ('default', '.', 'employee.entered_at', 'yes'),
    ('column', '.', 'employee.email', 'null'),
    ('type', '.', 'employee.email', 'varchar(120)'),
    ('default', '.', 'employee.email', 'no'),
    ('table', '.', 'product', 'table'),
    ('column', '.', 'product.sku', 'not null'),
    ('type', '.', 'product.sku', 'varchar(20)'),
    ('default', '.', 'product.sku', 'no'),
    ('column', '.', 'product.title', 'not null'),
    ('type', '.', 'product.title', 'varchar(120)'),
    ('default', '.', 'product.title', 'no'),
    ('column', '.', 'product.price', 'not null'),
    ('type', '.', 'product.price', 'float'),
    ('default', '.', 'product.price', 'no'),
    ('column', '.', 'product.discontinued', 'not null'),
    ('type', '.', 'product.discontinued', 'boolean'),
    ('default', '.', 'product.discontinued', 'yes'),
    ('column', '.', 'product.discontinued_on', 'null'),
    ('type', '.', 'product.discontinued_on', 'date'),
    ('default', '.', 'product.discontinued_on', 'no')
  )) told
UNION ALL
SELECT kind AS kind, place AS place, name AS name, NULL AS expected, says AS found
  FROM (SELECT 'table' AS kind, 'main' AS place, m.name AS name, 'table' AS says FROM sqlite_master m
  WHERE m.type = 'table' AND m.name IN (
    'account', 'department', 'department_employee', 'employee', 'product')) here
UNION ALL
SELECT kind AS kind, place AS place, name AS name, NULL AS expected, says AS found
  FROM (SELECT 'column' AS kind, 'main' AS place, m.name || '.' || c.name AS name, CASE WHEN c.[notnull] OR (c.pk > 0 AND 1 = 0) THEN 'not null' ELSE 'null' END AS says
    FROM sqlite_master m JOIN pragma_table_xinfo(m.name) c
  WHERE m.type = 'table' AND c.hidden <> 1 AND m.name IN (
    'account', 'department', 'department_employee', 'employee', 'product')) here
UNION ALL
SELECT kind AS kind, place AS place, name AS name, NULL AS expected, says AS found
  FROM (SELECT 'type' AS kind, 'main' AS place, m.name || '.' || c.name AS name, replace(replace(lower(c.type), ', ', ','), ' (', '(') AS says
    FROM sqlite_master m JOIN pragma_table_xinfo(m.name) c
  WHERE m.type = 'table' AND c.hidden <> 1 AND m.name IN (
    'account', 'department', 'department_employee', 'employee', 'product') AND NOT 1 = 0) here
UNION ALL
SELECT kind AS kind, place AS place, name AS name, NULL AS expected, says AS found
  FROM (SELECT 'default' AS kind, 'main' AS place, m.name || '.' || c.name AS name, CASE WHEN c.dflt_value IS NULL OR lower(c.dflt_value) = 'null' THEN 'no' ELSE 'yes' END AS says
    FROM sqlite_master m JOIN pragma_table_xinfo(m.name) c
  WHERE m.type = 'table' AND c.hidden <> 1 AND m.name IN (
    'account', 'department', 'department_employee', 'employee', 'product')) here
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
    ('primary key', '.', 'account', '(id)'),
    ('primary key', '.', 'department', '(code)'),
    ('foreign key', '.', 'department_employee.(department_code)', 'references department'),
    ('foreign key', '.', 'department_employee.(employee_number)', 'references employee'),
    ('primary key', '.', 'department_employee', '(department_code, employee_number)'),
    ('primary key', '.', 'employee', '(number)'),
    ('primary key', '.', 'product', '(sku)'),
    ('check', '.', 'product.product_price_not_negative', 'check')
  )) told
UNION ALL
SELECT kind AS kind, place AS place, name AS name, NULL AS expected, says AS found
  FROM (SELECT 'primary key' AS kind, 'main' AS place, tbl AS name, '(' || group_concat(name, ', ') || ')' AS says
    FROM (SELECT m.name AS tbl, c.* FROM sqlite_master m JOIN pragma_table_info(m.name) c
      WHERE m.type = 'table' AND m.name IN (
    'account', 'department', 'department_employee', 'employee', 'product') ORDER BY m.name, c.pk) WHERE pk > 0 GROUP BY tbl) here
UNION ALL
SELECT kind AS kind, place AS place, name AS name, NULL AS expected, says AS found
  FROM (SELECT 'foreign key' AS kind, 'main' AS place, tbl || '.(' || group_concat([from], ', ') || ')' AS name, 'references ' || max([table]) AS says
    FROM (SELECT m.name AS tbl, c.* FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) c
      WHERE m.type = 'table' AND m.name IN (
    'account', 'department', 'department_employee', 'employee', 'product') ORDER BY m.name, c.id, c.seq) GROUP BY tbl, id) here
UNION ALL
SELECT kind AS kind, place AS place, name AS name, NULL AS expected, says AS found
  FROM (SELECT 'check' AS kind, 'main' AS place, k.column1 || '.' || k.column2 AS name, 'check' AS says
    FROM (VALUES ('product', 'product_price_not_negative')) k
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
SELECT kind AS kind, CASE place WHEN '.' THEN 'main' ELSE place END AS place, name AS name, says AS expected, NULL AS found
  FROM (SELECT column1 AS kind, column2 AS place, column3 AS name, column4 AS says FROM (VALUES
    ('index', '.', 'department.department_name_unique', 'unique (name)'),
    ('index', '.', 'employee.employee_by_name', '(last_name, first_name)')
  )) told
UNION ALL
SELECT kind AS kind, place AS place, name AS name, NULL AS expected, says AS found
  FROM (SELECT 'index' AS kind, 'main' AS place, m.tbl_name || '.' || m.name AS name,
      CASE WHEN l.[unique] THEN 'unique ' ELSE '' END || '(' || (SELECT group_concat(coalesce(p.name, 'an expression'), ', ') FROM (SELECT * FROM pragma_index_info(m.name) ORDER BY seqno) p) || ')' AS says
    FROM sqlite_master m JOIN pragma_index_list(m.tbl_name) l ON l.name = m.name
  WHERE m.type = 'index' AND m.sql IS NOT NULL AND m.tbl_name IN (
    'account', 'department', 'department_employee', 'employee', 'product')) here
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
    ('version row', '.', '7bd9035ea6f2', 'there')
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
    ('log row', '.', '1a3f08c2b7d4', 'up 37b6e2903aa59ffe527d87ec50307194006408df8d83ab9f24403fdb787b1b5e'),
    ('log row', '.', '2c90e5d41f6a', 'up 4a117edeced61308667af02498d090255ff866ce15cc4ecd205fd8ced724c50d'),
    ('log row', '.', '37b1d2f0a8ce', 'up fdb9a012a840d0343557fbb3e58d7623cc871cf1da017dac6a571e93af250bb4'),
    ('log row', '.', '5f60b9e3d71c', 'up e36d3458366ebe1336e154348dbc2d0f15c770d09135ec003e470983693fb81c'),
    ('log row', '.', '4de87a15c093', 'up abe8d3ec35bdc2eab613c67773e42fcbe933935d88ef6cc6be79cf0ebf9a1178'),
    ('log row', '.', '68a2c47fe0b5', 'up e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'),
    ('log row', '.', '7bd9035ea6f2', 'up da43bb6d8677155b308d2ce21b571b70aa2451aa247b3f99fd2c75d63288257e')
  )) told
UNION ALL
SELECT name AS name, NULL AS expected, says AS found
  FROM (SELECT revision AS name, direction || ' ' || digest AS says FROM "migrator_version_log"
    WHERE entry IN (SELECT MAX(entry) FROM "migrator_version_log" GROUP BY revision) AND revision IN (
    '1a3f08c2b7d4', '2c90e5d41f6a', '37b1d2f0a8ce', '5f60b9e3d71c', '4de87a15c093', '68a2c47fe0b5',
    '7bd9035ea6f2')) here
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

SELECT '4. The version rows are: 7bd9035ea6f2. (kind | name | expected | found)';
SELECT * FROM temp.migrator_question_4;

SELECT '5. The log says that these revisions were applied last, as they are written here. (kind | name | expected | found)';
SELECT * FROM temp.migrator_question_5;

SELECT CASE WHEN found = 0 THEN 'verified: the database is what the revisions say at 7bd9035ea6f2' ELSE 'not verified: the database is not what the revisions say: ' || found END
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
