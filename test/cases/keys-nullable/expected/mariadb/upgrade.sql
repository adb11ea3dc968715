-- upgrade.sql: made by migrator for MariaDB 10.11 and mariadb
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   kn02
-- Version table: migrator_version
-- Script: 7f164fb7c5322b1449192366dd8cba022b9ea455c1c864eb4524a92411dacdea
--
-- Revisions, in this order:
--   1. up kn01 Primary keys of columns that do not say NOT NULL: NULL in them where SQLite lets it be, also after the table is made anew
--      sha256 fda851c3dc8e2bcb879248a8399a378be32f763408d5a894aa99892dd31a4fc9
--   2. up kn02
--      sha256 d7ba8b3a1caf1cc102a1a716abdfd4a92e43c16f9369c7d05b1b321cefe54d36
--
-- Run it:
--   mariadb --default-character-set=utf8mb4 --verbose DATABASE < upgrade.sql > upgrade.log && grep '^done: ' upgrade.log
-- Look at the version rows:
--   mariadb DATABASE -e 'SELECT version_num FROM `migrator_version` ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:kn02 --target mariadb
-- It refuses, too, unless what it expects holds:
--   it expects a server that takes changes
--   it expects an engine that can undo what fails, as InnoDB can, of migrator_version
--   it expects innodb_force_primary_key = OFF for what is left without a primary key: bill
--
-- Where the database is at "To" already, it says so, changes nothing, and ends with a status other than 0.
--
-- It waits at most 30 s for a lock (lock_wait_timeout).
-- A statement that waited too long fails (Lock wait timeout exceeded), and what was committed before it stays.
-- See who holds the lock, and run the same file again:
--   SELECT trx_mysql_thread_id, trx_started, trx_query FROM information_schema.innodb_trx

SET NAMES utf8mb4;
SELECT 'this script is for MariaDB (dialect = "mariadb"), and the server is MySQL: it needs a script of its own' AS migrator FROM DUAL WHERE VERSION() NOT LIKE '%MariaDB%';
SET SESSION sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION';
SET autocommit = 1;
SET SESSION default_storage_engine = InnoDB;
SET SESSION foreign_key_checks = 1;
SET SESSION unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 30;
SET SESSION innodb_lock_wait_timeout = 30;
SET SESSION group_concat_max_len = 65535;
SET SESSION sql_safe_updates = 0, sql_big_selects = 1, sql_select_limit = DEFAULT;
SET @migrator_frozen = IF(@@tx_read_only, COALESCE(@migrator_frozen, 1), 0);
SET @migrator_place = NULL;
-- The session stays read-only until the guard below has passed.
SET SESSION TRANSACTION READ ONLY;

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_done INT DEFAULT 0;
  DECLARE migrator_place INT DEFAULT 0;
  DECLARE migrator_left INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  SET migrator_no = CASE WHEN DATABASE() IS NULL THEN 'migration refused: no database is selected' END;
  IF migrator_no IS NULL AND NOT COALESCE(GET_LOCK(CONCAT('migrator:', MD5(CONCAT(DATABASE(), '.', '`migrator_version`'))), 0), 0) THEN
    SET migrator_no = 'migration refused: another session is running a script on this database';
  END IF;
  IF migrator_no IS NULL AND EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migrator_version') THEN
    SELECT count(*) = 0,
        count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('kn02') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
        COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
      INTO migrator_fits, migrator_done, migrator_found FROM `migrator_version`;
  ELSE
    SET migrator_fits = 1, migrator_done = 0, migrator_found = 'base';
  END IF;
  IF migrator_no IS NULL AND EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migrator_version_ledger') THEN
    SET migrator_left = EXISTS (SELECT 1 FROM `migrator_version_ledger` WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '7f164fb7c5322b1449192366dd8cba022b9ea455c1c864eb4524a92411dacdea');
    IF migrator_fits = 0 THEN
      SET migrator_place = IF(EXISTS (SELECT 1 FROM `migrator_version_ledger` WHERE script = '7f164fb7c5322b1449192366dd8cba022b9ea455c1c864eb4524a92411dacdea'), COALESCE(CASE migrator_found
      WHEN 'kn01' THEN 1
    END, 0), 0);
    END IF;
  END IF;
  SET migrator_no = CASE
    WHEN migrator_no IS NOT NULL THEN migrator_no
    WHEN migrator_left THEN 'migration refused: another script left a revision half done'
    WHEN migrator_done = 1 THEN 'already applied: the database is at kn02, nothing was changed'
    WHEN @migrator_frozen THEN 'migration refused: the session was read-only before this script began; whoever made it so must allow writing first'
    WHEN migrator_fits <> 1 AND migrator_place = 0 THEN CONCAT('migration refused: upgrade.sql needs the database at base, but it is at ', migrator_found)
  END;
  IF migrator_no IS NULL THEN
    SET migrator_no = CONCAT('migration refused: upgrade.sql ', COALESCE(
    CASE WHEN CAST(@@global.read_only AS CHAR) NOT IN ('0', 'OFF')
        AND NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('READ_ONLY ADMIN'))
        AND CURRENT_ROLE() IS NULL THEN CONCAT('expects a server that takes changes, but read_only is ON, and ', CURRENT_USER(), ' lacks READ_ONLY ADMIN') END,
    (SELECT MIN(CONCAT('expects table ', t.table_name, ' to undo what fails, but its engine ', t.engine, ' cannot'))
      FROM information_schema.tables t WHERE t.table_schema = DATABASE() AND CAST(t.table_name AS BINARY) IN ('migrator_version')
        AND t.engine NOT IN (SELECT e.engine FROM information_schema.engines e WHERE e.transactions = 'YES')),
    CASE WHEN EXISTS (SELECT 1 FROM information_schema.global_variables WHERE variable_name = 'innodb_force_primary_key' AND variable_value = 'ON') THEN 'expects innodb_force_primary_key = OFF for what is left without a primary key: bill' END));
  END IF;
  IF migrator_no IS NOT NULL THEN DO RELEASE_LOCK(CONCAT('migrator:', MD5(CONCAT(DATABASE(), '.', '`migrator_version`')))); END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, CASE WHEN migrator_no LIKE 'migration refused: upgrade.sql expects %' OR migrator_no LIKE 'migration refused: upgrade.sql makes %' THEN 'Nothing was changed. Mend what it names, or have the script made for what is there.' WHEN migrator_no = 'migration refused: another script left a revision half done' THEN 'Nothing was changed. `migrator_version_ledger` shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM `migrator_version_ledger`.' WHEN LOCATE('upgrade.sql needs the database at base', migrator_no) > 0 THEN 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.' ELSE 'Nothing was changed.' END AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF migrator_place > 0 THEN SELECT 'goes on where an earlier run of this script stopped' AS migrator; END IF;
  SET @migrator_place = migrator_place;
  SET SESSION tx_read_only = 0;
END//
DELIMITER ;

CREATE TABLE IF NOT EXISTS `migrator_version` (
  version_num VARCHAR(32) NOT NULL,
  CONSTRAINT `migrator_version_pkc` PRIMARY KEY (version_num)
) ENGINE = InnoDB;
CREATE TABLE IF NOT EXISTS `migrator_version_ledger` (
  revision VARCHAR(32) NOT NULL,
  direction VARCHAR(5) NOT NULL,
  step INT NOT NULL,
  steps INT NOT NULL,
  state VARCHAR(8) NOT NULL,
  digest VARCHAR(64) NOT NULL,
  script VARCHAR(64) NOT NULL,
  CONSTRAINT `migrator_version_ledger_pkc` PRIMARY KEY (revision)
) ENGINE = InnoDB;
CREATE TABLE IF NOT EXISTS `migrator_version_log` (
  entry INT NOT NULL,
  revision VARCHAR(32) NOT NULL,
  direction VARCHAR(5) NOT NULL,
  message VARCHAR(200),
  applied_at DATETIME(6) NOT NULL,
  applied_by VARCHAR(128),
  digest VARCHAR(64) NOT NULL,
  script VARCHAR(64) NOT NULL,
  accepted_loss INT NOT NULL,
  CONSTRAINT `migrator_version_log_pkc` PRIMARY KEY (entry)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- ==== revision kn01 Primary keys of columns that do not say NOT NULL: NULL in them where SQLite lets it be,
--   also after the table is made anew ====
-- from base to kn01, revisions/01_keys_without_not_null.ts

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  SET @migrator_step = NULL, @migrator_begun = 0;
  IF @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Read the messages above this one: something failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  SET @migrator_step = 0;
  IF @migrator_place > 0 THEN
    SET @migrator_step = 1000000;
    SELECT 'revision kn01: applied already' AS migrator;
  ELSE
    SELECT COALESCE(MAX(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0),
    COALESCE(MAX(CASE WHEN state = 'started' THEN step END), 0)
  INTO @migrator_step, @migrator_begun FROM `migrator_version_ledger` WHERE revision = 'kn01' AND direction = 'up' AND digest = '5b00cd74536ff7575cc6842e2ade0fc0604224ae2ccb90f08278654047f52af4';
  END IF;
END//
DELIMITER ;

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 1 THEN
    IF NOT EXISTS (SELECT 1 FROM `migrator_version_ledger` WHERE revision = 'kn01' AND direction = 'up' AND digest = '5b00cd74536ff7575cc6842e2ade0fc0604224ae2ccb90f08278654047f52af4') THEN
      DELETE FROM `migrator_version_ledger`;
      INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    VALUES ('kn01', 'up', 0, 4, 'done', '5b00cd74536ff7575cc6842e2ade0fc0604224ae2ccb90f08278654047f52af4', '7f164fb7c5322b1449192366dd8cba022b9ea455c1c864eb4524a92411dacdea');
    END IF;
  END IF;
END//
DELIMITER ;

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 1 THEN
  SELECT count(*) = 0,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision kn01 needs the database at base, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 1 THEN
    SET migrator_no = 'migration refused: step 1 of 4 of revision kn01 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (create table stay (3 columns) (revisions/01_keys_without_not_null.ts:11)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 0, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- create table stay (3 columns) (revisions/01_keys_without_not_null.ts:11)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 0, state = 'done'
  WHERE revision = 'kn01' AND direction = 'up' AND digest = '5b00cd74536ff7575cc6842e2ade0fc0604224ae2ccb90f08278654047f52af4' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 1 THEN
    UPDATE `migrator_version_ledger` SET step = 1, state = 'started'
  WHERE revision = 'kn01' AND direction = 'up' AND digest = '5b00cd74536ff7575cc6842e2ade0fc0604224ae2ccb90f08278654047f52af4';
    create table `stay` (`room` int, `night` int, `guest` varchar(40), primary key (`room`, `night`));
    UPDATE `migrator_version_ledger` SET step = 1, state = 'done'
  WHERE revision = 'kn01' AND direction = 'up' AND digest = '5b00cd74536ff7575cc6842e2ade0fc0604224ae2ccb90f08278654047f52af4';
  END IF;
END//
DELIMITER ;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'DO 0');

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 2 THEN
  SELECT count(*) = 0,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision kn01 needs the database at base, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 2 THEN
    SET migrator_no = 'migration refused: step 2 of 4 of revision kn01 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (create table room (2 columns) (revisions/01_keys_without_not_null.ts:17)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 1, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- create table room (2 columns) (revisions/01_keys_without_not_null.ts:17)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 1, state = 'done'
  WHERE revision = 'kn01' AND direction = 'up' AND digest = '5b00cd74536ff7575cc6842e2ade0fc0604224ae2ccb90f08278654047f52af4' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 2 THEN
    UPDATE `migrator_version_ledger` SET step = 2, state = 'started'
  WHERE revision = 'kn01' AND direction = 'up' AND digest = '5b00cd74536ff7575cc6842e2ade0fc0604224ae2ccb90f08278654047f52af4';
    create table `room` (`code` varchar(8), `view` varchar(40), primary key (`code`));
    UPDATE `migrator_version_ledger` SET step = 2, state = 'done'
  WHERE revision = 'kn01' AND direction = 'up' AND digest = '5b00cd74536ff7575cc6842e2ade0fc0604224ae2ccb90f08278654047f52af4';
  END IF;
END//
DELIMITER ;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'DO 0');

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 3 THEN
  SELECT count(*) = 0,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision kn01 needs the database at base, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 3 THEN
    SET migrator_no = 'migration refused: step 3 of 4 of revision kn01 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (create table bill (2 columns) (revisions/01_keys_without_not_null.ts:21)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 2, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- create table bill (2 columns) (revisions/01_keys_without_not_null.ts:21)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 2, state = 'done'
  WHERE revision = 'kn01' AND direction = 'up' AND digest = '5b00cd74536ff7575cc6842e2ade0fc0604224ae2ccb90f08278654047f52af4' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 3 THEN
    UPDATE `migrator_version_ledger` SET step = 3, state = 'started'
  WHERE revision = 'kn01' AND direction = 'up' AND digest = '5b00cd74536ff7575cc6842e2ade0fc0604224ae2ccb90f08278654047f52af4';
    create table `bill` (`number` int, `paid` varchar(40));
    UPDATE `migrator_version_ledger` SET step = 3, state = 'done'
  WHERE revision = 'kn01' AND direction = 'up' AND digest = '5b00cd74536ff7575cc6842e2ade0fc0604224ae2ccb90f08278654047f52af4';
  END IF;
END//
DELIMITER ;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'DO 0');

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 4 THEN
  SELECT count(*) = 0,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision kn01 needs the database at base, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;
SET autocommit = 0;

-- insert 2 rows into stay (revisions/01_keys_without_not_null.ts:26)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 4 THEN
    insert into `stay` (`room`, `night`, `guest`) values
  (1, 0, 'Ada'),
  (2, 0, 'Grace');
  END IF;
END//
DELIMITER ;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'DO 0');

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 4 THEN
  INSERT INTO `migrator_version` (version_num) VALUES ('kn01');
  SET migrator_moved = migrator_moved + ROW_COUNT();
  IF migrator_moved <> 1 THEN
    SET migrator_no = CONCAT('migration undone: ', migrator_moved, ' rows of the version table moved instead of 1');
  END IF;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('kn01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration undone: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration undone: revision kn01 should leave the database at kn01, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'This transaction was undone. Another session may have changed the version table.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  DELETE FROM `migrator_version_ledger`;
  INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    VALUES ('kn01', 'up', 4, 4, 'done', '5b00cd74536ff7575cc6842e2ade0fc0604224ae2ccb90f08278654047f52af4', '7f164fb7c5322b1449192366dd8cba022b9ea455c1c864eb4524a92411dacdea');
  INSERT INTO `migrator_version_log`
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'kn01', 'up', 'Primary keys of columns that do not say NOT NULL: NULL in them where SQLite lets it be, also after t', CURRENT_TIMESTAMP(6), LEFT(USER(), 128),
      '5b00cd74536ff7575cc6842e2ade0fc0604224ae2ccb90f08278654047f52af4', '7f164fb7c5322b1449192366dd8cba022b9ea455c1c864eb4524a92411dacdea', 0
    FROM `migrator_version_log`;
  END IF;
END//
DELIMITER ;

EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'COMMIT');
SET autocommit = 1;
SELECT 'revision kn01: committed' AS migrator FROM DUAL WHERE NOT @@tx_read_only AND @migrator_step < 4;


-- ==== revision kn02 ====
-- from kn01 to kn02, revisions/02_what_makes_them_anew.ts

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  SET @migrator_step = NULL, @migrator_begun = 0;
  IF @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Read the messages above this one: something failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  SET @migrator_step = 0;
  IF @migrator_place > 1 THEN
    SET @migrator_step = 1000000;
    SELECT 'revision kn02: applied already' AS migrator;
  ELSE
    SELECT COALESCE(MAX(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0),
    COALESCE(MAX(CASE WHEN state = 'started' THEN step END), 0)
  INTO @migrator_step, @migrator_begun FROM `migrator_version_ledger` WHERE revision = 'kn02' AND direction = 'up' AND digest = '19e6d953171df1191f3c7795ebf76d30c24861f445cfc55ee24f47690b86923d';
  END IF;
END//
DELIMITER ;

-- revision kn02 stops here, with their number and where the first is, when there are
--   rows of room, which would be lost
--   NULLs in stay.guest, with which a statement below would fail
--   NULLs in bill.number, with which a statement below would fail
--   duplicates in bill (number), with which a statement below would fail
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 1 THEN
  IF @migrator_begun <> 1 THEN
  SET @migrator_count = (SELECT COUNT(*) FROM `stay` WHERE `guest` IS NULL);
  IF @migrator_count > 0 THEN
    SET @migrator_first = (SELECT CONCAT('room = ', LEFT(CAST(`room` AS char), 60), ', night = ', LEFT(CAST(`night` AS char), 60)) FROM `stay` WHERE `guest` IS NULL ORDER BY `room`, `night` LIMIT 1);
    SET migrator_no = CONCAT('migration refused: revision kn02 finds ', @migrator_count, ' NULL', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' in stay.guest', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing of this revision was changed. Mend the rows, and run the script again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  SET @migrator_count = (SELECT COUNT(*) FROM `bill` WHERE `number` IS NULL);
  IF @migrator_count > 0 THEN
    SET migrator_no = CONCAT('migration refused: revision kn02 finds ', @migrator_count, ' NULL', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' in bill.number');
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing of this revision was changed. Mend the rows, and run the script again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  SET @migrator_count = (SELECT COUNT(*) FROM (SELECT 1 AS one FROM `bill` WHERE `number` IS NOT NULL GROUP BY `number` HAVING COUNT(*) > 1) migrator_found);
  IF @migrator_count > 0 THEN
    SET @migrator_first = (SELECT CONCAT('number = ', LEFT(CAST(`number` AS char), 60)) FROM `bill` WHERE `number` IS NOT NULL GROUP BY `number` HAVING COUNT(*) > 1 ORDER BY `number` LIMIT 1);
    SET migrator_no = CONCAT('migration refused: revision kn02 finds ', @migrator_count, ' duplicate', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' in bill (number)', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing of this revision was changed. Mend the rows, and run the script again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  SET @migrator_count = (SELECT COUNT(*) FROM `room`);
  IF @migrator_count > 0 THEN
    SET @migrator_first = (SELECT CONCAT('code = ', LEFT(CAST(`code` AS char), 60)) FROM `room` ORDER BY `code` LIMIT 1);
    SET migrator_no = CONCAT('migration refused: revision kn02 would lose ', @migrator_count, ' row', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of room', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing of this revision was changed. Keep what is needed, or have the revision say why it may go: { dataLoss: ''...'' }, and bundle anew from where the database stands.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
  END IF;
END//
DELIMITER ;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'DO 0');

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 1 THEN
    IF NOT EXISTS (SELECT 1 FROM `migrator_version_ledger` WHERE revision = 'kn02' AND direction = 'up' AND digest = '19e6d953171df1191f3c7795ebf76d30c24861f445cfc55ee24f47690b86923d') THEN
      DELETE FROM `migrator_version_ledger`;
      INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    VALUES ('kn02', 'up', 0, 5, 'done', '19e6d953171df1191f3c7795ebf76d30c24861f445cfc55ee24f47690b86923d', '7f164fb7c5322b1449192366dd8cba022b9ea455c1c864eb4524a92411dacdea');
    END IF;
  END IF;
END//
DELIMITER ;

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 1 THEN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('kn01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision kn02 needs the database at kn01, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 1 THEN
    SET migrator_no = 'migration refused: step 1 of 5 of revision kn02 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (alter column stay.guest: NOT NULL (revisions/02_what_makes_them_anew.ts:7)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 0, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- alter column stay.guest: NOT NULL (revisions/02_what_makes_them_anew.ts:7)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 0, state = 'done'
  WHERE revision = 'kn02' AND direction = 'up' AND digest = '19e6d953171df1191f3c7795ebf76d30c24861f445cfc55ee24f47690b86923d' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 1 THEN
    UPDATE `migrator_version_ledger` SET step = 1, state = 'started'
  WHERE revision = 'kn02' AND direction = 'up' AND digest = '19e6d953171df1191f3c7795ebf76d30c24861f445cfc55ee24f47690b86923d';
    alter table `stay` modify `guest` varchar(40) not null;
    UPDATE `migrator_version_ledger` SET step = 1, state = 'done'
  WHERE revision = 'kn02' AND direction = 'up' AND digest = '19e6d953171df1191f3c7795ebf76d30c24861f445cfc55ee24f47690b86923d';
  END IF;
END//
DELIMITER ;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'DO 0');

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 2 THEN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('kn01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision kn02 needs the database at kn01, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 2 THEN
    SET migrator_no = 'migration refused: step 2 of 5 of revision kn02 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (alter column room.view: a new default (revisions/02_what_makes_them_anew.ts:8)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 1, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- alter column room.view: a new default (revisions/02_what_makes_them_anew.ts:8)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 1, state = 'done'
  WHERE revision = 'kn02' AND direction = 'up' AND digest = '19e6d953171df1191f3c7795ebf76d30c24861f445cfc55ee24f47690b86923d' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 2 THEN
    UPDATE `migrator_version_ledger` SET step = 2, state = 'started'
  WHERE revision = 'kn02' AND direction = 'up' AND digest = '19e6d953171df1191f3c7795ebf76d30c24861f445cfc55ee24f47690b86923d';
    alter table `room` modify `view` varchar(40) null default 'sea';
    UPDATE `migrator_version_ledger` SET step = 2, state = 'done'
  WHERE revision = 'kn02' AND direction = 'up' AND digest = '19e6d953171df1191f3c7795ebf76d30c24861f445cfc55ee24f47690b86923d';
  END IF;
END//
DELIMITER ;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'DO 0');

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 3 THEN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('kn01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision kn02 needs the database at kn01, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 3 THEN
    SET migrator_no = 'migration refused: step 3 of 5 of revision kn02 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (add primary key bill_key on number to table bill (revisions/02_what_makes_them_anew.ts:9)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 2, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- add primary key bill_key on number to table bill (revisions/02_what_makes_them_anew.ts:9)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 2, state = 'done'
  WHERE revision = 'kn02' AND direction = 'up' AND digest = '19e6d953171df1191f3c7795ebf76d30c24861f445cfc55ee24f47690b86923d' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 3 THEN
    UPDATE `migrator_version_ledger` SET step = 3, state = 'started'
  WHERE revision = 'kn02' AND direction = 'up' AND digest = '19e6d953171df1191f3c7795ebf76d30c24861f445cfc55ee24f47690b86923d';
    alter table `bill` add primary key `bill_key`(`number`);
    UPDATE `migrator_version_ledger` SET step = 3, state = 'done'
  WHERE revision = 'kn02' AND direction = 'up' AND digest = '19e6d953171df1191f3c7795ebf76d30c24861f445cfc55ee24f47690b86923d';
  END IF;
END//
DELIMITER ;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'DO 0');

-- revision kn02 stops here, with their number and where the first is, when there are
--   rows of room, which would be lost
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 4 THEN
  IF @migrator_begun <> 4 THEN
  SET @migrator_count = (SELECT COUNT(*) FROM `room`);
  IF @migrator_count > 0 THEN
    SET @migrator_first = (SELECT CONCAT('code = ', LEFT(CAST(`code` AS char), 60)) FROM `room` ORDER BY `code` LIMIT 1);
    SET migrator_no = CONCAT('migration refused: revision kn02 would lose ', @migrator_count, ' row', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of room', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'What this revision did before stays: see the comments above. Keep what is needed, or have the revision say why it may go: { dataLoss: ''...'' }, and bundle anew from where the database stands.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
  END IF;
END//
DELIMITER ;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'DO 0');

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 4 THEN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('kn01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision kn02 needs the database at kn01, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 4 THEN
    SET migrator_no = 'migration refused: step 4 of 5 of revision kn02 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (drop table room (revisions/02_what_makes_them_anew.ts:10)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 3, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- drop table room (revisions/02_what_makes_them_anew.ts:10)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 3, state = 'done'
  WHERE revision = 'kn02' AND direction = 'up' AND digest = '19e6d953171df1191f3c7795ebf76d30c24861f445cfc55ee24f47690b86923d' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 4 THEN
    UPDATE `migrator_version_ledger` SET step = 4, state = 'started'
  WHERE revision = 'kn02' AND direction = 'up' AND digest = '19e6d953171df1191f3c7795ebf76d30c24861f445cfc55ee24f47690b86923d';
    drop table `room`;
    UPDATE `migrator_version_ledger` SET step = 4, state = 'done'
  WHERE revision = 'kn02' AND direction = 'up' AND digest = '19e6d953171df1191f3c7795ebf76d30c24861f445cfc55ee24f47690b86923d';
  END IF;
END//
DELIMITER ;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'DO 0');

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 5 THEN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('kn01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision kn02 needs the database at kn01, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;
SET autocommit = 0;

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 5 THEN
  UPDATE `migrator_version` SET version_num = 'kn02' WHERE version_num = 'kn01';
  SET migrator_moved = migrator_moved + ROW_COUNT();
  IF migrator_moved <> 1 THEN
    SET migrator_no = CONCAT('migration undone: ', migrator_moved, ' rows of the version table moved instead of 1');
  END IF;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('kn02') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration undone: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration undone: revision kn02 should leave the database at kn02, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'This transaction was undone. Another session may have changed the version table.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  DELETE FROM `migrator_version_ledger`;
  INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    VALUES ('kn02', 'up', 5, 5, 'done', '19e6d953171df1191f3c7795ebf76d30c24861f445cfc55ee24f47690b86923d', '7f164fb7c5322b1449192366dd8cba022b9ea455c1c864eb4524a92411dacdea');
  INSERT INTO `migrator_version_log`
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'kn02', 'up', NULL, CURRENT_TIMESTAMP(6), LEFT(USER(), 128),
      '19e6d953171df1191f3c7795ebf76d30c24861f445cfc55ee24f47690b86923d', '7f164fb7c5322b1449192366dd8cba022b9ea455c1c864eb4524a92411dacdea', 0
    FROM `migrator_version_log`;
  END IF;
END//
DELIMITER ;

EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'COMMIT');
SET autocommit = 1;
SELECT 'revision kn02: committed' AS migrator FROM DUAL WHERE NOT @@tx_read_only AND @migrator_step < 5;


DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('kn02') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration not complete: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration not complete: upgrade.sql should leave the database at kn02, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Read the messages above this one: something failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  DELETE FROM `migrator_version_ledger`;
  SELECT 'done: the database is at kn02' AS migrator;
END//
DELIMITER ;
SET @migrator_frozen = IF(@@tx_read_only, @migrator_frozen, NULL);
DO IF(@@tx_read_only, 0, RELEASE_LOCK(CONCAT('migrator:', MD5(CONCAT(DATABASE(), '.', '`migrator_version`')))));
