-- downgrade.sql: made by migrator 0.1.0 for SQLite 3.40 and sqlite3
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: 7bd9035ea6f2
-- To:   base
-- Version table: migrator_version
-- Script: 528dc17ed1b0ba5e8185954d2ad9ecf057e2822df02deee6445c5e80977acb76
--
-- Revisions, in this order:
--   1. down 7bd9035ea6f2 Find employees by name, without stopping the writers meanwhile.
--      sha256 2459a36e123944e628c0a81c9f3f46f48b78ee74be2f3955741895259e2a7ada
--   2. down 68a2c47fe0b5 Bring the people and the catalogue together.
--      sha256 9955addb06fe1f286d4998bd71d189593dc42294a69097674321833472d19eb5
--   3. down 4de87a15c093 Employees have an e-mail address.
--      sha256 dc08a4dc3a8759e3b93db3b7ed8fb341c04e7b51f93dcce9ea6dded5e20fb2b9
--   4. down 5f60b9e3d71c Products can be discontinued.
--      sha256 316890a6c9f5e58d28f85791f7069ab4a9b1b56fb10b1a95bf32c24fbdf235f6
--   5. down 37b1d2f0a8ce The first rows of every table.
--      sha256 6b8e7a3041af87dacbc37e13d74f870cb0289acf73ec53dbc137ec09330936cd
--   6. down 2c90e5d41f6a Accounts and products.
--      sha256 08771171770041af32b76db256fc41f1a84f54fbabb178a5ac38157e7018b6c5
--   7. down 1a3f08c2b7d4 Departments, employees, and who works where.
--      sha256 1b09daaf5f82f5b314fbfacfad2f03a2fefc92b5557d196eaf7f1e7c64bc0d90
--
-- Steps that lose data:
--   4de87a15c093 loses the values of column employee.email.
--   5f60b9e3d71c loses the values of column product.discontinued_on.
--   5f60b9e3d71c loses the values of column product.discontinued.
--   37b1d2f0a8ce loses rows of table product, which it deletes.
--   37b1d2f0a8ce loses rows of table account, which it deletes.
--   37b1d2f0a8ce loses rows of table department_employee, which it deletes.
--   37b1d2f0a8ce loses rows of table employee, which it deletes.
--   37b1d2f0a8ce loses rows of table department, which it deletes.
--   2c90e5d41f6a loses the rows of table product.
--   2c90e5d41f6a loses the rows of table account.
--   1a3f08c2b7d4 loses the rows of table department_employee.
--   1a3f08c2b7d4 loses the rows of table employee.
--   1a3f08c2b7d4 loses the rows of table department.
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
  SELECT RAISE(ABORT, 'migration refused: there is no version table main.migrator_version that this user can see, and downgrade.sql needs the database at 7bd9035ea6f2');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT count(*), 0 FROM "main".sqlite_master WHERE type = 'table' AND name = 'migrator_version' COLLATE NOCASE;
DROP TRIGGER temp.migrator_absent;
DELETE FROM temp.migrator_pass WHERE asked = 'script';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('script');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'script' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('7bd9035ea6f2') THEN version_num END) = 1 FROM "main"."migrator_version") AND NOT (SELECT count(*) = 0 FROM "main"."migrator_version");
SELECT 'migration refused: downgrade.sql needs the database at 7bd9035ea6f2, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script') OR (SELECT count(*) = 0 FROM "main"."migrator_version"));
CREATE TEMP TRIGGER migrator_done BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 1
BEGIN
  SELECT RAISE(ABORT, 'already applied: the database is at base, nothing was changed');
END;
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: downgrade.sql needs the database at 7bd9035ea6f2');
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

-- ==== undoing revision 7bd9035ea6f2 Find employees by name, without stopping the writers meanwhile. ====
-- from 7bd9035ea6f2 to 68a2c47fe0b5, revisions/7bd9035ea6f2_find_employees_by_name.ts


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision 7bd9035ea6f2';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision 7bd9035ea6f2');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision 7bd9035ea6f2' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('7bd9035ea6f2') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision 7bd9035ea6f2 needs the database at 7bd9035ea6f2, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision 7bd9035ea6f2') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision 7bd9035ea6f2 needs the database at 7bd9035ea6f2');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision 7bd9035ea6f2'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- drop index employee_by_name of table employee (revisions/7bd9035ea6f2_find_employees_by_name.ts:22)
drop index `employee_by_name`;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '7bd9035ea6f2', 'down', 'Find employees by name, without stopping the writers meanwhile.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      '378453385c370815c1626649cffba3e27da044e16043975df16ee3ed4363b2bb', '528dc17ed1b0ba5e8185954d2ad9ecf057e2822df02deee6445c5e80977acb76', EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss')
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = '68a2c47fe0b5' WHERE version_num = '7bd9035ea6f2';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision 7bd9035ea6f2 should leave the database at 68a2c47fe0b5');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('68a2c47fe0b5') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision 7bd9035ea6f2: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== undoing revision 68a2c47fe0b5 Bring the people and the catalogue together. ====
-- from 68a2c47fe0b5 to 4de87a15c093, 5f60b9e3d71c, revisions/68a2c47fe0b5_people_and_catalogue.ts
-- It changes nothing on SQLite but the version rows.


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision 68a2c47fe0b5';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision 68a2c47fe0b5');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision 68a2c47fe0b5' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('68a2c47fe0b5') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision 68a2c47fe0b5 needs the database at 68a2c47fe0b5, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision 68a2c47fe0b5') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision 68a2c47fe0b5 needs the database at 68a2c47fe0b5');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision 68a2c47fe0b5'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '68a2c47fe0b5', 'down', 'Bring the people and the catalogue together.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '528dc17ed1b0ba5e8185954d2ad9ecf057e2822df02deee6445c5e80977acb76', EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss')
    FROM "main"."migrator_version_log";
DELETE FROM "main"."migrator_version" WHERE version_num IN ('68a2c47fe0b5');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
INSERT INTO "main"."migrator_version" (version_num) VALUES ('4de87a15c093');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
INSERT INTO "main"."migrator_version" (version_num) VALUES ('5f60b9e3d71c');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision 68a2c47fe0b5 should leave the database at 4de87a15c093, 5f60b9e3d71c');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 3
    AND (SELECT count(*) = 2 AND count(DISTINCT CASE WHEN version_num IN ('4de87a15c093', '5f60b9e3d71c') THEN version_num END) = 2 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision 68a2c47fe0b5: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== undoing revision 4de87a15c093 Employees have an e-mail address. ====
-- from 4de87a15c093, 5f60b9e3d71c to 5f60b9e3d71c, revisions/4de87a15c093_employee_email.ts
-- It loses the values of column employee.email.


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision 4de87a15c093';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision 4de87a15c093');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision 4de87a15c093' WHERE (SELECT count(*) = 2 AND count(DISTINCT CASE WHEN version_num IN ('4de87a15c093', '5f60b9e3d71c') THEN version_num END) = 2 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision 4de87a15c093 needs the database at 4de87a15c093, 5f60b9e3d71c, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision 4de87a15c093') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision 4de87a15c093 needs the database at 4de87a15c093, 5f60b9e3d71c');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision 4de87a15c093'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- undoing revision 4de87a15c093 stops here, with their number and where the first is, when there are
--   values of employee.email, which would be lost
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision 4de87a15c093, check 1';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision 4de87a15c093, check 1');
SELECT 'loss accepted: undoing revision 4de87a15c093 would lose ' || (SELECT COUNT(*) FROM `employee` WHERE `email` IS NOT NULL) || ' value' || CASE WHEN (SELECT COUNT(*) FROM `employee` WHERE `email` IS NOT NULL) = 1 THEN '' ELSE 's' END || ' of employee.email' || CASE WHEN (SELECT 'number = ' || substr(CAST(`number` AS text), 1, 60) FROM `employee` WHERE `email` IS NOT NULL ORDER BY `number` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'number = ' || substr(CAST(`number` AS text), 1, 60) FROM `employee` WHERE `email` IS NOT NULL ORDER BY `number` LIMIT 1) || ')' END
  WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') AND (SELECT COUNT(*) FROM `employee` WHERE `email` IS NOT NULL) > 0;
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision 4de87a15c093, check 1' WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') OR (SELECT COUNT(*) FROM `employee` WHERE `email` IS NOT NULL) = 0;
SELECT 'migration refused: undoing revision 4de87a15c093 would lose ' || (SELECT COUNT(*) FROM `employee` WHERE `email` IS NOT NULL) || ' value' || CASE WHEN (SELECT COUNT(*) FROM `employee` WHERE `email` IS NOT NULL) = 1 THEN '' ELSE 's' END || ' of employee.email' || CASE WHEN (SELECT 'number = ' || substr(CAST(`number` AS text), 1, 60) FROM `employee` WHERE `email` IS NOT NULL ORDER BY `number` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'number = ' || substr(CAST(`number` AS text), 1, 60) FROM `employee` WHERE `email` IS NOT NULL ORDER BY `number` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision 4de87a15c093, check 1');
SELECT 'Nothing of this revision was changed. Those before it stay done: ask for a script that starts where the database stands now, and keep what is needed, or accept the loss with the switch at its top.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision 4de87a15c093, check 1');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision 4de87a15c093 would lose values of employee.email');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision 4de87a15c093, check 1';
DROP TRIGGER temp.migrator_found;

-- drop column employee.email (revisions/4de87a15c093_employee_email.ts:21)
alter table `employee` drop column `email`;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '4de87a15c093', 'down', 'Employees have an e-mail address.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      '135103be99d2e96ffae4a764c72ff661d2af0e7b59a4e6d1c2dc089bc3a7265a', '528dc17ed1b0ba5e8185954d2ad9ecf057e2822df02deee6445c5e80977acb76', EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss')
    FROM "main"."migrator_version_log";
DELETE FROM "main"."migrator_version" WHERE version_num IN ('4de87a15c093');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision 4de87a15c093 should leave the database at 5f60b9e3d71c');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('5f60b9e3d71c') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision 4de87a15c093: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== undoing revision 5f60b9e3d71c Products can be discontinued. ====
-- from 5f60b9e3d71c to 37b1d2f0a8ce, revisions/5f60b9e3d71c_discontinued_products.ts
-- It loses the values of column product.discontinued_on.
-- It loses the values of column product.discontinued.


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision 5f60b9e3d71c';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision 5f60b9e3d71c');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision 5f60b9e3d71c' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('5f60b9e3d71c') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision 5f60b9e3d71c needs the database at 5f60b9e3d71c, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision 5f60b9e3d71c') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision 5f60b9e3d71c needs the database at 5f60b9e3d71c');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision 5f60b9e3d71c'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- undoing revision 5f60b9e3d71c stops here, with their number and where the first is, when there are
--   values of product.discontinued_on, which would be lost
--   values of product.discontinued, which would be lost
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision 5f60b9e3d71c, check 1';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision 5f60b9e3d71c, check 1');
SELECT 'loss accepted: undoing revision 5f60b9e3d71c would lose ' || (SELECT COUNT(*) FROM `product` WHERE `discontinued_on` IS NOT NULL) || ' value' || CASE WHEN (SELECT COUNT(*) FROM `product` WHERE `discontinued_on` IS NOT NULL) = 1 THEN '' ELSE 's' END || ' of product.discontinued_on' || CASE WHEN (SELECT 'sku = ' || substr(CAST(`sku` AS text), 1, 60) FROM `product` WHERE `discontinued_on` IS NOT NULL ORDER BY `sku` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'sku = ' || substr(CAST(`sku` AS text), 1, 60) FROM `product` WHERE `discontinued_on` IS NOT NULL ORDER BY `sku` LIMIT 1) || ')' END
  WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') AND (SELECT COUNT(*) FROM `product` WHERE `discontinued_on` IS NOT NULL) > 0;
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision 5f60b9e3d71c, check 1' WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') OR (SELECT COUNT(*) FROM `product` WHERE `discontinued_on` IS NOT NULL) = 0;
SELECT 'migration refused: undoing revision 5f60b9e3d71c would lose ' || (SELECT COUNT(*) FROM `product` WHERE `discontinued_on` IS NOT NULL) || ' value' || CASE WHEN (SELECT COUNT(*) FROM `product` WHERE `discontinued_on` IS NOT NULL) = 1 THEN '' ELSE 's' END || ' of product.discontinued_on' || CASE WHEN (SELECT 'sku = ' || substr(CAST(`sku` AS text), 1, 60) FROM `product` WHERE `discontinued_on` IS NOT NULL ORDER BY `sku` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'sku = ' || substr(CAST(`sku` AS text), 1, 60) FROM `product` WHERE `discontinued_on` IS NOT NULL ORDER BY `sku` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision 5f60b9e3d71c, check 1');
SELECT 'Nothing of this revision was changed. Those before it stay done: ask for a script that starts where the database stands now, and keep what is needed, or accept the loss with the switch at its top.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision 5f60b9e3d71c, check 1');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision 5f60b9e3d71c would lose values of product.discontinued_on');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision 5f60b9e3d71c, check 1';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision 5f60b9e3d71c, check 2';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision 5f60b9e3d71c, check 2');
SELECT 'loss accepted: undoing revision 5f60b9e3d71c would lose ' || (SELECT COUNT(*) FROM `product` WHERE `discontinued` IS NOT NULL) || ' value' || CASE WHEN (SELECT COUNT(*) FROM `product` WHERE `discontinued` IS NOT NULL) = 1 THEN '' ELSE 's' END || ' of product.discontinued' || CASE WHEN (SELECT 'sku = ' || substr(CAST(`sku` AS text), 1, 60) FROM `product` WHERE `discontinued` IS NOT NULL ORDER BY `sku` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'sku = ' || substr(CAST(`sku` AS text), 1, 60) FROM `product` WHERE `discontinued` IS NOT NULL ORDER BY `sku` LIMIT 1) || ')' END
  WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') AND (SELECT COUNT(*) FROM `product` WHERE `discontinued` IS NOT NULL) > 0;
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision 5f60b9e3d71c, check 2' WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') OR (SELECT COUNT(*) FROM `product` WHERE `discontinued` IS NOT NULL) = 0;
SELECT 'migration refused: undoing revision 5f60b9e3d71c would lose ' || (SELECT COUNT(*) FROM `product` WHERE `discontinued` IS NOT NULL) || ' value' || CASE WHEN (SELECT COUNT(*) FROM `product` WHERE `discontinued` IS NOT NULL) = 1 THEN '' ELSE 's' END || ' of product.discontinued' || CASE WHEN (SELECT 'sku = ' || substr(CAST(`sku` AS text), 1, 60) FROM `product` WHERE `discontinued` IS NOT NULL ORDER BY `sku` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'sku = ' || substr(CAST(`sku` AS text), 1, 60) FROM `product` WHERE `discontinued` IS NOT NULL ORDER BY `sku` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision 5f60b9e3d71c, check 2');
SELECT 'Nothing of this revision was changed. Those before it stay done: ask for a script that starts where the database stands now, and keep what is needed, or accept the loss with the switch at its top.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision 5f60b9e3d71c, check 2');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision 5f60b9e3d71c would lose values of product.discontinued');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision 5f60b9e3d71c, check 2';
DROP TRIGGER temp.migrator_found;

-- drop column product.discontinued_on (revisions/5f60b9e3d71c_discontinued_products.ts:21)
alter table `product` drop column `discontinued_on`;

-- drop column product.discontinued (revisions/5f60b9e3d71c_discontinued_products.ts:22)
alter table `product` drop column `discontinued`;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '5f60b9e3d71c', 'down', 'Products can be discontinued.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      'a7faed24994c95c026b7b5fc91e4d3508171c0e73b33c5370f9056b325d2bf4b', '528dc17ed1b0ba5e8185954d2ad9ecf057e2822df02deee6445c5e80977acb76', EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss')
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = '37b1d2f0a8ce' WHERE version_num = '5f60b9e3d71c';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision 5f60b9e3d71c should leave the database at 37b1d2f0a8ce');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('37b1d2f0a8ce') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision 5f60b9e3d71c: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== undoing revision 37b1d2f0a8ce The first rows of every table. ====
-- from 37b1d2f0a8ce to 2c90e5d41f6a, revisions/37b1d2f0a8ce_first_rows.ts
-- It loses rows of table product, which it deletes.
-- It loses rows of table account, which it deletes.
-- It loses rows of table department_employee, which it deletes.
-- It loses rows of table employee, which it deletes.
-- It loses rows of table department, which it deletes.


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision 37b1d2f0a8ce';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision 37b1d2f0a8ce');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision 37b1d2f0a8ce' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('37b1d2f0a8ce') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision 37b1d2f0a8ce needs the database at 37b1d2f0a8ce, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision 37b1d2f0a8ce') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision 37b1d2f0a8ce needs the database at 37b1d2f0a8ce');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision 37b1d2f0a8ce'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- delete from product (revisions/37b1d2f0a8ce_first_rows.ts:26)
delete from `product` where `sku` in ('A-100', 'B-7/2', 'Ç-3');

-- delete from account (revisions/37b1d2f0a8ce_first_rows.ts:32)
delete from `account` where `holder` in ('Müller & Söhne', 'D''Arcy, Ltd.');

-- delete from department_employee (revisions/37b1d2f0a8ce_first_rows.ts:38)
delete from `department_employee` where `employee_number` in (1001, 1002, 1003);

-- delete from employee (revisions/37b1d2f0a8ce_first_rows.ts:44)
delete from `employee` where `number` in (1001, 1002, 1003);

-- delete from department (revisions/37b1d2f0a8ce_first_rows.ts:50)
delete from `department` where `code` in ('R&D', 'HR', 'OPS');

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '37b1d2f0a8ce', 'down', 'The first rows of every table.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      '904659744bcd34b701ce5b1214210434bf3a2581a125bfb5a39a059ec581f1d0', '528dc17ed1b0ba5e8185954d2ad9ecf057e2822df02deee6445c5e80977acb76', EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss')
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = '2c90e5d41f6a' WHERE version_num = '37b1d2f0a8ce';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision 37b1d2f0a8ce should leave the database at 2c90e5d41f6a');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('2c90e5d41f6a') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision 37b1d2f0a8ce: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== undoing revision 2c90e5d41f6a Accounts and products. ====
-- from 2c90e5d41f6a to 1a3f08c2b7d4, revisions/2c90e5d41f6a_accounts_and_products.ts
-- It loses the rows of table product.
-- It loses the rows of table account.


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision 2c90e5d41f6a';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision 2c90e5d41f6a');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision 2c90e5d41f6a' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('2c90e5d41f6a') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision 2c90e5d41f6a needs the database at 2c90e5d41f6a, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision 2c90e5d41f6a') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision 2c90e5d41f6a needs the database at 2c90e5d41f6a');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision 2c90e5d41f6a'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- undoing revision 2c90e5d41f6a stops here, with their number and where the first is, when there are
--   rows of product, which would be lost
--   rows of account, which would be lost
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision 2c90e5d41f6a, check 1';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision 2c90e5d41f6a, check 1');
SELECT 'loss accepted: undoing revision 2c90e5d41f6a would lose ' || (SELECT COUNT(*) FROM `product`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `product`) = 1 THEN '' ELSE 's' END || ' of product' || CASE WHEN (SELECT 'sku = ' || substr(CAST(`sku` AS text), 1, 60) FROM `product` ORDER BY `sku` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'sku = ' || substr(CAST(`sku` AS text), 1, 60) FROM `product` ORDER BY `sku` LIMIT 1) || ')' END
  WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') AND (SELECT COUNT(*) FROM `product`) > 0;
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision 2c90e5d41f6a, check 1' WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') OR (SELECT COUNT(*) FROM `product`) = 0;
SELECT 'migration refused: undoing revision 2c90e5d41f6a would lose ' || (SELECT COUNT(*) FROM `product`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `product`) = 1 THEN '' ELSE 's' END || ' of product' || CASE WHEN (SELECT 'sku = ' || substr(CAST(`sku` AS text), 1, 60) FROM `product` ORDER BY `sku` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'sku = ' || substr(CAST(`sku` AS text), 1, 60) FROM `product` ORDER BY `sku` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision 2c90e5d41f6a, check 1');
SELECT 'Nothing of this revision was changed. Those before it stay done: ask for a script that starts where the database stands now, and keep what is needed, or accept the loss with the switch at its top.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision 2c90e5d41f6a, check 1');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision 2c90e5d41f6a would lose rows of product');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision 2c90e5d41f6a, check 1';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision 2c90e5d41f6a, check 2';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision 2c90e5d41f6a, check 2');
SELECT 'loss accepted: undoing revision 2c90e5d41f6a would lose ' || (SELECT COUNT(*) FROM `account`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `account`) = 1 THEN '' ELSE 's' END || ' of account' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `account` ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `account` ORDER BY `id` LIMIT 1) || ')' END
  WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') AND (SELECT COUNT(*) FROM `account`) > 0;
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision 2c90e5d41f6a, check 2' WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') OR (SELECT COUNT(*) FROM `account`) = 0;
SELECT 'migration refused: undoing revision 2c90e5d41f6a would lose ' || (SELECT COUNT(*) FROM `account`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `account`) = 1 THEN '' ELSE 's' END || ' of account' || CASE WHEN (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `account` ORDER BY `id` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'id = ' || substr(CAST(`id` AS text), 1, 60) FROM `account` ORDER BY `id` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision 2c90e5d41f6a, check 2');
SELECT 'Nothing of this revision was changed. Those before it stay done: ask for a script that starts where the database stands now, and keep what is needed, or accept the loss with the switch at its top.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision 2c90e5d41f6a, check 2');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision 2c90e5d41f6a would lose rows of account');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision 2c90e5d41f6a, check 2';
DROP TRIGGER temp.migrator_found;

-- drop table product (revisions/2c90e5d41f6a_accounts_and_products.ts:34)
drop table `product`;

-- drop table account (revisions/2c90e5d41f6a_accounts_and_products.ts:35)
drop table `account`;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '2c90e5d41f6a', 'down', 'Accounts and products.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      'cc057b5eb15ced4bd2532843e76c82f46f976a38ea04791c456d70b0fe325eeb', '528dc17ed1b0ba5e8185954d2ad9ecf057e2822df02deee6445c5e80977acb76', EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss')
    FROM "main"."migrator_version_log";
UPDATE "main"."migrator_version" SET version_num = '1a3f08c2b7d4' WHERE version_num = '2c90e5d41f6a';
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision 2c90e5d41f6a should leave the database at 1a3f08c2b7d4');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('1a3f08c2b7d4') THEN version_num END) = 1 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision 2c90e5d41f6a: committed'
  WHERE EXISTS (SELECT 1 FROM temp.migrator_moved) AND NOT EXISTS (SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass));


-- ==== undoing revision 1a3f08c2b7d4 Departments, employees, and who works where. ====
-- from 1a3f08c2b7d4 to base, revisions/1a3f08c2b7d4_staff.ts
-- It loses the rows of table department_employee.
-- It loses the rows of table employee.
-- It loses the rows of table department.


PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM temp.migrator_pass WHERE asked = 'revision 1a3f08c2b7d4';
DELETE FROM temp.migrator_moved;
INSERT INTO temp.migrator_gate (asked) VALUES ('revision 1a3f08c2b7d4');
INSERT INTO temp.migrator_pass (asked)
  SELECT 'revision 1a3f08c2b7d4' WHERE (SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('1a3f08c2b7d4') THEN version_num END) = 1 FROM "main"."migrator_version") AND EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'script');
SELECT 'migration refused: revision 1a3f08c2b7d4 needs the database at 1a3f08c2b7d4, but it is at ' || (SELECT coalesce(group_concat(CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('"' || version_num || '"', 'NULL') END, ', '), 'base')
    FROM (SELECT version_num FROM "main"."migrator_version" ORDER BY version_num))
  WHERE NOT (EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'revision 1a3f08c2b7d4') OR 0);
CREATE TEMP TRIGGER migrator_refused BEFORE INSERT ON migrator_verdict WHEN NEW.done IS 0 AND NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: revision 1a3f08c2b7d4 needs the database at 1a3f08c2b7d4');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT count(*) FROM temp.migrator_pass WHERE asked = 'revision 1a3f08c2b7d4'), 0;
DROP TRIGGER temp.migrator_refused;
COMMIT;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- undoing revision 1a3f08c2b7d4 stops here, with their number and where the first is, when there are
--   rows of department_employee, which would be lost
--   rows of employee, which would be lost
--   rows of department, which would be lost
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision 1a3f08c2b7d4, check 1';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision 1a3f08c2b7d4, check 1');
SELECT 'loss accepted: undoing revision 1a3f08c2b7d4 would lose ' || (SELECT COUNT(*) FROM `department_employee`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `department_employee`) = 1 THEN '' ELSE 's' END || ' of department_employee' || CASE WHEN (SELECT 'department_code = ' || substr(CAST(`department_code` AS text), 1, 60) || ', employee_number = ' || substr(CAST(`employee_number` AS text), 1, 60) FROM `department_employee` ORDER BY `department_code`, `employee_number` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'department_code = ' || substr(CAST(`department_code` AS text), 1, 60) || ', employee_number = ' || substr(CAST(`employee_number` AS text), 1, 60) FROM `department_employee` ORDER BY `department_code`, `employee_number` LIMIT 1) || ')' END
  WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') AND (SELECT COUNT(*) FROM `department_employee`) > 0;
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision 1a3f08c2b7d4, check 1' WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') OR (SELECT COUNT(*) FROM `department_employee`) = 0;
SELECT 'migration refused: undoing revision 1a3f08c2b7d4 would lose ' || (SELECT COUNT(*) FROM `department_employee`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `department_employee`) = 1 THEN '' ELSE 's' END || ' of department_employee' || CASE WHEN (SELECT 'department_code = ' || substr(CAST(`department_code` AS text), 1, 60) || ', employee_number = ' || substr(CAST(`employee_number` AS text), 1, 60) FROM `department_employee` ORDER BY `department_code`, `employee_number` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'department_code = ' || substr(CAST(`department_code` AS text), 1, 60) || ', employee_number = ' || substr(CAST(`employee_number` AS text), 1, 60) FROM `department_employee` ORDER BY `department_code`, `employee_number` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision 1a3f08c2b7d4, check 1');
SELECT 'Nothing of this revision was changed. Those before it stay done: ask for a script that starts where the database stands now, and keep what is needed, or accept the loss with the switch at its top.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision 1a3f08c2b7d4, check 1');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision 1a3f08c2b7d4 would lose rows of department_employee');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision 1a3f08c2b7d4, check 1';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision 1a3f08c2b7d4, check 2';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision 1a3f08c2b7d4, check 2');
SELECT 'loss accepted: undoing revision 1a3f08c2b7d4 would lose ' || (SELECT COUNT(*) FROM `employee`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `employee`) = 1 THEN '' ELSE 's' END || ' of employee' || CASE WHEN (SELECT 'number = ' || substr(CAST(`number` AS text), 1, 60) FROM `employee` ORDER BY `number` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'number = ' || substr(CAST(`number` AS text), 1, 60) FROM `employee` ORDER BY `number` LIMIT 1) || ')' END
  WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') AND (SELECT COUNT(*) FROM `employee`) > 0;
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision 1a3f08c2b7d4, check 2' WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') OR (SELECT COUNT(*) FROM `employee`) = 0;
SELECT 'migration refused: undoing revision 1a3f08c2b7d4 would lose ' || (SELECT COUNT(*) FROM `employee`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `employee`) = 1 THEN '' ELSE 's' END || ' of employee' || CASE WHEN (SELECT 'number = ' || substr(CAST(`number` AS text), 1, 60) FROM `employee` ORDER BY `number` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'number = ' || substr(CAST(`number` AS text), 1, 60) FROM `employee` ORDER BY `number` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision 1a3f08c2b7d4, check 2');
SELECT 'Nothing of this revision was changed. Those before it stay done: ask for a script that starts where the database stands now, and keep what is needed, or accept the loss with the switch at its top.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision 1a3f08c2b7d4, check 2');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision 1a3f08c2b7d4 would lose rows of employee');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision 1a3f08c2b7d4, check 2';
DROP TRIGGER temp.migrator_found;
DELETE FROM temp.migrator_pass WHERE asked = 'undoing revision 1a3f08c2b7d4, check 3';
INSERT INTO temp.migrator_gate (asked) VALUES ('undoing revision 1a3f08c2b7d4, check 3');
SELECT 'loss accepted: undoing revision 1a3f08c2b7d4 would lose ' || (SELECT COUNT(*) FROM `department`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `department`) = 1 THEN '' ELSE 's' END || ' of department' || CASE WHEN (SELECT 'code = ' || substr(CAST(`code` AS text), 1, 60) FROM `department` ORDER BY `code` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'code = ' || substr(CAST(`code` AS text), 1, 60) FROM `department` ORDER BY `code` LIMIT 1) || ')' END
  WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') AND (SELECT COUNT(*) FROM `department`) > 0;
INSERT INTO temp.migrator_pass (asked)
  SELECT 'undoing revision 1a3f08c2b7d4, check 3' WHERE EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss') OR (SELECT COUNT(*) FROM `department`) = 0;
SELECT 'migration refused: undoing revision 1a3f08c2b7d4 would lose ' || (SELECT COUNT(*) FROM `department`) || ' row' || CASE WHEN (SELECT COUNT(*) FROM `department`) = 1 THEN '' ELSE 's' END || ' of department' || CASE WHEN (SELECT 'code = ' || substr(CAST(`code` AS text), 1, 60) FROM `department` ORDER BY `code` LIMIT 1) IS NULL THEN '' ELSE ' (first: ' || (SELECT 'code = ' || substr(CAST(`code` AS text), 1, 60) FROM `department` ORDER BY `code` LIMIT 1) || ')' END
  WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision 1a3f08c2b7d4, check 3');
SELECT 'Nothing of this revision was changed. Those before it stay done: ask for a script that starts where the database stands now, and keep what is needed, or accept the loss with the switch at its top.' WHERE NOT EXISTS (SELECT 1 FROM temp.migrator_pass WHERE asked = 'undoing revision 1a3f08c2b7d4, check 3');
CREATE TEMP TRIGGER migrator_found BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'migration refused: undoing revision 1a3f08c2b7d4 would lose rows of department');
END;
INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = 'undoing revision 1a3f08c2b7d4, check 3';
DROP TRIGGER temp.migrator_found;

-- drop table department_employee (revisions/1a3f08c2b7d4_staff.ts:43)
drop table `department_employee`;

-- drop table employee (revisions/1a3f08c2b7d4_staff.ts:44)
drop table `employee`;

-- drop table department (revisions/1a3f08c2b7d4_staff.ts:45)
drop table `department`;

INSERT INTO "main"."migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '1a3f08c2b7d4', 'down', 'Departments, employees, and who works where.', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL,
      '6eee84ae13efbd794258cfaff8136580d32ccdb468ec0188a3a3850ff52da727', '528dc17ed1b0ba5e8185954d2ad9ecf057e2822df02deee6445c5e80977acb76', EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss')
    FROM "main"."migrator_version_log";
DELETE FROM "main"."migrator_version" WHERE version_num IN ('1a3f08c2b7d4');
INSERT INTO temp.migrator_moved (rows) SELECT changes();
CREATE TEMP TRIGGER migrator_undone BEFORE INSERT ON migrator_verdict WHEN NEW.fits IS NOT 1
BEGIN
  SELECT RAISE(ROLLBACK, 'migration undone: revision 1a3f08c2b7d4 should leave the database at base');
END;
INSERT INTO temp.migrator_verdict (fits, done)
  SELECT (SELECT total(rows) FROM temp.migrator_moved) = 1
    AND (SELECT count(*) = 0 FROM "main"."migrator_version"), 0;
DROP TRIGGER temp.migrator_undone;

COMMIT;
PRAGMA foreign_keys = OFF;
SELECT 'revision 1a3f08c2b7d4: committed'
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
