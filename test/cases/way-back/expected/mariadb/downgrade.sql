-- downgrade.sql: made by migrator for MariaDB 10.11 and mariadb
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: back_2
-- To:   base
-- Version table: migrator_version
-- Script: 5851119bdde25a934dda44d5d50d4ca8e9ccc60514db44bd4768c8ad33defa73
--
-- Revisions, in this order:
--   1. down back_2 Everything changes, and no downgrade: all of it is derived.
--      derived from its upgrade
--      sha256 383603dcd0a00f3018958645a34e446b04308eccd2a83b76fd68cbcd4077fdf5
--   2. down back_1 Tables, and no downgrade
--      derived from its upgrade
--      sha256 8f4bf45d1bc861848c326713285342e39cf36b7a9cc7c31ed48dd7129b14c690
--
-- Steps that lose data:
--   back_2 loses values of column customer.name that varchar(40) cannot hold, unless the database refuses them.
--   back_2 loses the values of column customer.born.
--   back_2 loses the rows of table level.
--   back_1 loses the rows of table invoice.
--   back_1 loses the rows of table customer.
--
-- Run it:
--   mariadb --default-character-set=utf8mb4 --verbose DATABASE < downgrade.sql > downgrade.log && grep '^done: ' downgrade.log
-- Look at the version rows:
--   mariadb DATABASE -e 'SELECT version_num FROM `migrator_version` ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator downgrade --sql WHERE_IT_IS:base --target mariadb
-- It refuses, too, unless what it expects holds:
--   it expects a server that takes changes
--   it expects an engine that can undo what fails, as InnoDB can, of migrator_version
--
-- Where the database is at "To" already, it says so, changes nothing, and ends with a status other than 0.
--
-- Before a revision loses rows or values it counts them, and refuses when there are any. To accept that
-- they are lost, turn on the switch that is marked SWITCH below:
--   mariadb --init-command='SET @migrator_accept_loss = 1' --default-character-set=utf8mb4 --verbose DATABASE < downgrade.sql > downgrade.log && grep '^done: ' downgrade.log
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
-- ==== SWITCH: off unless you accept that the rows and values counted below are lost ====
-- On: SET @migrator_accept_loss = 1 before it, as the head of this script shows
SET @migrator_accept_loss = COALESCE(@migrator_accept_loss, 0);
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
    SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_2') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
        count(*) = 0,
        COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
      INTO migrator_fits, migrator_done, migrator_found FROM `migrator_version`;
  ELSE
    SET migrator_no = COALESCE(migrator_no, 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at back_2');
  END IF;
  IF migrator_no IS NULL AND EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migrator_version_ledger') THEN
    SET migrator_left = EXISTS (SELECT 1 FROM `migrator_version_ledger` WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '5851119bdde25a934dda44d5d50d4ca8e9ccc60514db44bd4768c8ad33defa73');
    IF migrator_fits = 0 THEN
      SET migrator_place = IF(EXISTS (SELECT 1 FROM `migrator_version_ledger` WHERE script = '5851119bdde25a934dda44d5d50d4ca8e9ccc60514db44bd4768c8ad33defa73'), COALESCE(CASE migrator_found
      WHEN 'back_1' THEN 1
    END, 0), 0);
    END IF;
  END IF;
  SET migrator_no = CASE
    WHEN migrator_no IS NOT NULL THEN migrator_no
    WHEN migrator_left THEN 'migration refused: another script left a revision half done'
    WHEN migrator_done = 1 THEN 'already applied: the database is at base, nothing was changed'
    WHEN @migrator_frozen THEN 'migration refused: the session was read-only before this script began; whoever made it so must allow writing first'
    WHEN migrator_fits <> 1 AND migrator_place = 0 THEN CONCAT('migration refused: downgrade.sql needs the database at back_2, but it is at ', migrator_found)
  END;
  IF migrator_no IS NULL THEN
    SET migrator_no = CONCAT('migration refused: downgrade.sql ', COALESCE(
    CASE WHEN CAST(@@global.read_only AS CHAR) NOT IN ('0', 'OFF')
        AND NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('READ_ONLY ADMIN'))
        AND CURRENT_ROLE() IS NULL THEN CONCAT('expects a server that takes changes, but read_only is ON, and ', CURRENT_USER(), ' lacks READ_ONLY ADMIN') END,
    (SELECT MIN(CONCAT('expects table ', t.table_name, ' to undo what fails, but its engine ', t.engine, ' cannot'))
      FROM information_schema.tables t WHERE t.table_schema = DATABASE() AND CAST(t.table_name AS BINARY) IN ('migrator_version')
        AND t.engine NOT IN (SELECT e.engine FROM information_schema.engines e WHERE e.transactions = 'YES'))));
  END IF;
  IF migrator_no IS NOT NULL THEN DO RELEASE_LOCK(CONCAT('migrator:', MD5(CONCAT(DATABASE(), '.', '`migrator_version`')))); END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, CASE WHEN migrator_no LIKE 'migration refused: downgrade.sql expects %' OR migrator_no LIKE 'migration refused: downgrade.sql makes %' THEN 'Nothing was changed. Mend what it names, or have the script made for what is there.' WHEN migrator_no = 'migration refused: another script left a revision half done' THEN 'Nothing was changed. `migrator_version_ledger` shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM `migrator_version_ledger`.' WHEN LOCATE('downgrade.sql needs the database at back_2', migrator_no) > 0 THEN 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.' ELSE 'Nothing was changed.' END AS hint;
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

-- ==== undoing revision back_2 Everything changes, and no downgrade: all of it is derived. ====
-- from back_2 to back_1, revisions/02_everything_changes.ts
-- Derived from the upgrade, because the revision exports no downgrade.
-- It needs no two rows of customer to be alike in email.
-- It loses values of column customer.name that varchar(40) cannot hold, unless the database refuses them.
-- It loses the values of column customer.born.
-- It does not bring back the values of column customer.note.
-- It loses the rows of table level.
-- It does not bring back the rows of table invoice.

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
    SELECT 'revision back_2: applied already' AS migrator;
  ELSE
    SELECT COALESCE(MAX(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0),
    COALESCE(MAX(CASE WHEN state = 'started' THEN step END), 0)
  INTO @migrator_step, @migrator_begun FROM `migrator_version_ledger` WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903';
  END IF;
END//
DELIMITER ;

-- undoing revision back_2 stops here, with their number and where the first is, when there are
--   rows of level, which would be lost
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 1 THEN
  IF @migrator_begun <> 1 THEN
  SET @migrator_count = (SELECT COUNT(*) FROM `level`);
  IF @migrator_count > 0 THEN
    SET @migrator_first = (SELECT CONCAT('id = ', LEFT(CAST(`id` AS char), 60)) FROM `level` ORDER BY `id` LIMIT 1);
    IF @migrator_accept_loss THEN SELECT CONCAT('loss accepted: undoing revision back_2 would lose ', @migrator_count, ' row', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of level', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END) AS migrator; ELSE
    SET migrator_no = CONCAT('migration refused: undoing revision back_2 would lose ', @migrator_count, ' row', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of level', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END);
    END IF;
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.' AS hint;
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
    IF NOT EXISTS (SELECT 1 FROM `migrator_version_ledger` WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903') THEN
      DELETE FROM `migrator_version_ledger`;
      INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    VALUES ('back_2', 'down', 0, 13, 'done', '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903', '5851119bdde25a934dda44d5d50d4ca8e9ccc60514db44bd4768c8ad33defa73');
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_2') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision back_2 needs the database at back_2, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 1 THEN
    SET migrator_no = 'migration refused: step 1 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (rename table client to customer (revisions/02_everything_changes.ts:29)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 0, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- rename table client to customer (revisions/02_everything_changes.ts:29)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 0, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 1 THEN
    UPDATE `migrator_version_ledger` SET step = 1, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903';
    rename table `client` to `customer`;
    UPDATE `migrator_version_ledger` SET step = 1, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_2') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision back_2 needs the database at back_2, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 2 THEN
    SET migrator_no = 'migration refused: step 2 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (drop index customer_by_name of table customer (revisions/02_everything_changes.ts:28)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 1, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- drop index customer_by_name of table customer (revisions/02_everything_changes.ts:28)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 1, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 2 THEN
    UPDATE `migrator_version_ledger` SET step = 2, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903';
    alter table `customer` drop index `customer_by_name`;
    UPDATE `migrator_version_ledger` SET step = 2, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903';
  END IF;
END//
DELIMITER ;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'DO 0');

-- undoing revision back_2 stops here, with their number and where the first is, when there are
--   duplicates in customer (email), with which a statement below would fail
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 3 THEN
  IF @migrator_begun <> 3 THEN
  SET @migrator_count = (SELECT COUNT(*) FROM (SELECT 1 AS one FROM `customer` WHERE `email` IS NOT NULL GROUP BY `email` HAVING COUNT(*) > 1) migrator_found);
  IF @migrator_count > 0 THEN
    SET @migrator_first = (SELECT CONCAT('email = ', LEFT(CAST(`email` AS char), 60)) FROM `customer` WHERE `email` IS NOT NULL GROUP BY `email` HAVING COUNT(*) > 1 ORDER BY `email` LIMIT 1);
    SET migrator_no = CONCAT('migration refused: undoing revision back_2 finds ', @migrator_count, ' duplicate', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' in customer (email)', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'What this revision did before stays: see the comments above. Mend the rows, and run the script again.' AS hint;
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
  IF @migrator_step < 3 THEN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_2') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision back_2 needs the database at back_2, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 3 THEN
    SET migrator_no = 'migration refused: step 3 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (add unique constraint customer_email on email to table customer (revisions/02_everything_changes.ts:27)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 2, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- add unique constraint customer_email on email to table customer (revisions/02_everything_changes.ts:27)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 2, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 3 THEN
    UPDATE `migrator_version_ledger` SET step = 3, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903';
    alter table `customer` add unique `customer_email`(`email`);
    UPDATE `migrator_version_ledger` SET step = 3, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_2') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision back_2 needs the database at back_2, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 4 THEN
    SET migrator_no = 'migration refused: step 4 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (rename column customer.full_name to name (revisions/02_everything_changes.ts:26)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 3, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- rename column customer.full_name to name (revisions/02_everything_changes.ts:26)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 3, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 4 THEN
    UPDATE `migrator_version_ledger` SET step = 4, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903';
    alter table `customer` rename column `full_name` to `name`;
    UPDATE `migrator_version_ledger` SET step = 4, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903';
  END IF;
END//
DELIMITER ;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'DO 0');

-- undoing revision back_2 stops here, with their number and where the first is, when there are
--   values of customer.name too long for varchar(40), with which a statement below would fail
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 5 THEN
  IF @migrator_begun <> 5 THEN
  SET @migrator_count = (SELECT COUNT(*) FROM `customer` WHERE CHAR_LENGTH(`name`) > 40);
  IF @migrator_count > 0 THEN
    SET @migrator_first = (SELECT CONCAT('id = ', LEFT(CAST(`id` AS char), 60)) FROM `customer` WHERE CHAR_LENGTH(`name`) > 40 ORDER BY `id` LIMIT 1);
    SET migrator_no = CONCAT('migration refused: undoing revision back_2 finds ', @migrator_count, ' value', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of customer.name too long for varchar(40)', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'What this revision did before stays: see the comments above. Mend the rows, and run the script again.' AS hint;
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
  IF @migrator_step < 5 THEN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_2') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision back_2 needs the database at back_2, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 5 THEN
    SET migrator_no = 'migration refused: step 5 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (alter column customer.name: type varchar(40) (revisions/02_everything_changes.ts:26)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 4, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- alter column customer.name: type varchar(40) (revisions/02_everything_changes.ts:26)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 4, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 5 THEN
    UPDATE `migrator_version_ledger` SET step = 5, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903';
    alter table `customer` modify `name` varchar(40) not null;
    UPDATE `migrator_version_ledger` SET step = 5, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903';
  END IF;
END//
DELIMITER ;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'DO 0');

-- undoing revision back_2 stops here, with their number and where the first is, when there are
--   values of customer.born, which would be lost
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 6 THEN
  IF @migrator_begun <> 6 THEN
  SET @migrator_count = (SELECT COUNT(*) FROM `customer` WHERE `born` IS NOT NULL);
  IF @migrator_count > 0 THEN
    SET @migrator_first = (SELECT CONCAT('id = ', LEFT(CAST(`id` AS char), 60)) FROM `customer` WHERE `born` IS NOT NULL ORDER BY `id` LIMIT 1);
    IF @migrator_accept_loss THEN SELECT CONCAT('loss accepted: undoing revision back_2 would lose ', @migrator_count, ' value', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of customer.born', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END) AS migrator; ELSE
    SET migrator_no = CONCAT('migration refused: undoing revision back_2 would lose ', @migrator_count, ' value', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of customer.born', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END);
    END IF;
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'What this revision did before stays: see the comments above. Keep what is needed, or accept the loss with the switch at the top of this script.' AS hint;
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
  IF @migrator_step < 6 THEN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_2') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision back_2 needs the database at back_2, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 6 THEN
    SET migrator_no = 'migration refused: step 6 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (drop column customer.born (revisions/02_everything_changes.ts:25)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 5, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- drop column customer.born (revisions/02_everything_changes.ts:25)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 5, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 6 THEN
    UPDATE `migrator_version_ledger` SET step = 6, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903';
    alter table `customer` drop `born`;
    UPDATE `migrator_version_ledger` SET step = 6, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903';
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
  IF @migrator_step < 7 THEN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_2') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision back_2 needs the database at back_2, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 7 THEN
    SET migrator_no = 'migration refused: step 7 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (add column customer.note (varchar(80)) (revisions/02_everything_changes.ts:24)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 6, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- add column customer.note (varchar(80)) (revisions/02_everything_changes.ts:24)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 6, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 7 THEN
    UPDATE `migrator_version_ledger` SET step = 7, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903';
    alter table `customer` add `note` varchar(80);
    UPDATE `migrator_version_ledger` SET step = 7, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903';
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
  IF @migrator_step < 8 THEN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_2') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision back_2 needs the database at back_2, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 8 THEN
    SET migrator_no = 'migration refused: step 8 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (create index customer_by_note on customer (note) (revisions/02_everything_changes.ts:24)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 7, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- create index customer_by_note on customer (note) (revisions/02_everything_changes.ts:24)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 7, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 8 THEN
    UPDATE `migrator_version_ledger` SET step = 8, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903';
    alter table `customer` add index `customer_by_note`(`note`);
    UPDATE `migrator_version_ledger` SET step = 8, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903';
  END IF;
END//
DELIMITER ;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'DO 0');

-- undoing revision back_2 stops here, with their number and where the first is, when there are
--   rows of level, which would be lost
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 9 THEN
  IF @migrator_begun <> 9 THEN
  SET @migrator_count = (SELECT COUNT(*) FROM `level`);
  IF @migrator_count > 0 THEN
    SET @migrator_first = (SELECT CONCAT('id = ', LEFT(CAST(`id` AS char), 60)) FROM `level` ORDER BY `id` LIMIT 1);
    IF @migrator_accept_loss THEN SELECT CONCAT('loss accepted: undoing revision back_2 would lose ', @migrator_count, ' row', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of level', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END) AS migrator; ELSE
    SET migrator_no = CONCAT('migration refused: undoing revision back_2 would lose ', @migrator_count, ' row', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of level', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END);
    END IF;
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'What this revision did before stays: see the comments above. Keep what is needed, or accept the loss with the switch at the top of this script.' AS hint;
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
  IF @migrator_step < 9 THEN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_2') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision back_2 needs the database at back_2, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 9 THEN
    SET migrator_no = 'migration refused: step 9 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (drop table level (revisions/02_everything_changes.ts:14)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 8, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- drop table level (revisions/02_everything_changes.ts:14)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 8, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 9 THEN
    UPDATE `migrator_version_ledger` SET step = 9, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903';
    drop table `level`;
    UPDATE `migrator_version_ledger` SET step = 9, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903';
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
  IF @migrator_step < 10 THEN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_2') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision back_2 needs the database at back_2, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 10 THEN
    SET migrator_no = 'migration refused: step 10 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (create table invoice (3 columns) (revisions/02_everything_changes.ts:13)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 9, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- create table invoice (3 columns) (revisions/02_everything_changes.ts:13)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 9, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 10 THEN
    UPDATE `migrator_version_ledger` SET step = 10, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903';
    create table `invoice` (
  `number` int not null,
  `customer_id` int not null,
  `total` decimal(12, 2) not null,
  primary key (`number`),
  constraint invoice_total_positive check (`total` >= 0)
);
    UPDATE `migrator_version_ledger` SET step = 10, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903';
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
  IF @migrator_step < 11 THEN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_2') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision back_2 needs the database at back_2, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 11 THEN
    SET migrator_no = 'migration refused: step 11 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (add foreign key invoice_customer on customer_id to customer (id) to table invoice (revisions/02_everything_changes.ts:13)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 10, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- add foreign key invoice_customer on customer_id to customer (id) to table invoice
--   (revisions/02_everything_changes.ts:13)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 10, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 11 THEN
    UPDATE `migrator_version_ledger` SET step = 11, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903';
    alter table `invoice`
add constraint `invoice_customer` foreign key (`customer_id`) references `customer` (`id`) on delete cascade;
    UPDATE `migrator_version_ledger` SET step = 11, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903';
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
  IF @migrator_step < 12 THEN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_2') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision back_2 needs the database at back_2, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 12 THEN
    SET migrator_no = 'migration refused: step 12 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (create index invoice_by_total on invoice (total) (revisions/02_everything_changes.ts:13)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 11, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- create index invoice_by_total on invoice (total) (revisions/02_everything_changes.ts:13)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 11, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 12 THEN
    UPDATE `migrator_version_ledger` SET step = 12, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903';
    alter table `invoice` add index `invoice_by_total`(`total`);
    UPDATE `migrator_version_ledger` SET step = 12, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903';
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
  IF @migrator_step < 13 THEN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_2') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision back_2 needs the database at back_2, but it is at ', migrator_found);
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
  IF @migrator_step < 13 THEN
  UPDATE `migrator_version` SET version_num = 'back_1' WHERE version_num = 'back_2';
  SET migrator_moved = migrator_moved + ROW_COUNT();
  IF migrator_moved <> 1 THEN
    SET migrator_no = CONCAT('migration undone: ', migrator_moved, ' rows of the version table moved instead of 1');
  END IF;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_1') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration undone: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration undone: revision back_2 should leave the database at back_1, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'This transaction was undone. Another session may have changed the version table.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  DELETE FROM `migrator_version_ledger`;
  INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    VALUES ('back_2', 'down', 13, 13, 'done', '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903', '5851119bdde25a934dda44d5d50d4ca8e9ccc60514db44bd4768c8ad33defa73');
  INSERT INTO `migrator_version_log`
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'back_2', 'down', 'Everything changes, and no downgrade: all of it is derived.', CURRENT_TIMESTAMP(6), LEFT(USER(), 128),
      '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903', '5851119bdde25a934dda44d5d50d4ca8e9ccc60514db44bd4768c8ad33defa73', COALESCE(@migrator_accept_loss, 0)
    FROM `migrator_version_log`;
  END IF;
END//
DELIMITER ;

EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'COMMIT');
SET autocommit = 1;
SELECT 'revision back_2: committed' AS migrator FROM DUAL WHERE NOT @@tx_read_only AND @migrator_step < 13;


-- ==== undoing revision back_1 Tables, and no downgrade ====
-- from back_1 to base, revisions/01_tables.ts
-- Derived from the upgrade, because the revision exports no downgrade.
-- It loses the rows of table invoice.
-- It loses the rows of table customer.

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
    SELECT 'revision back_1: applied already' AS migrator;
  ELSE
    SELECT COALESCE(MAX(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0),
    COALESCE(MAX(CASE WHEN state = 'started' THEN step END), 0)
  INTO @migrator_step, @migrator_begun FROM `migrator_version_ledger` WHERE revision = 'back_1' AND direction = 'down' AND digest = 'ad0efbda83eb3004dd51268d80e22575026b0177e1c003dbb96454f2dc486117';
  END IF;
END//
DELIMITER ;

-- undoing revision back_1 stops here, with their number and where the first is, when there are
--   rows of invoice, which would be lost
--   rows of customer, which would be lost
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 1 THEN
  IF @migrator_begun <> 1 THEN
  SET @migrator_count = (SELECT COUNT(*) FROM `invoice`);
  IF @migrator_count > 0 THEN
    SET @migrator_first = (SELECT CONCAT('number = ', LEFT(CAST(`number` AS char), 60)) FROM `invoice` ORDER BY `number` LIMIT 1);
    IF @migrator_accept_loss THEN SELECT CONCAT('loss accepted: undoing revision back_1 would lose ', @migrator_count, ' row', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of invoice', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END) AS migrator; ELSE
    SET migrator_no = CONCAT('migration refused: undoing revision back_1 would lose ', @migrator_count, ' row', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of invoice', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END);
    END IF;
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  SET @migrator_count = (SELECT COUNT(*) FROM `customer`);
  IF @migrator_count > 0 THEN
    SET @migrator_first = (SELECT CONCAT('id = ', LEFT(CAST(`id` AS char), 60)) FROM `customer` ORDER BY `id` LIMIT 1);
    IF @migrator_accept_loss THEN SELECT CONCAT('loss accepted: undoing revision back_1 would lose ', @migrator_count, ' row', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of customer', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END) AS migrator; ELSE
    SET migrator_no = CONCAT('migration refused: undoing revision back_1 would lose ', @migrator_count, ' row', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of customer', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END);
    END IF;
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.' AS hint;
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
    IF NOT EXISTS (SELECT 1 FROM `migrator_version_ledger` WHERE revision = 'back_1' AND direction = 'down' AND digest = 'ad0efbda83eb3004dd51268d80e22575026b0177e1c003dbb96454f2dc486117') THEN
      DELETE FROM `migrator_version_ledger`;
      INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    VALUES ('back_1', 'down', 0, 3, 'done', 'ad0efbda83eb3004dd51268d80e22575026b0177e1c003dbb96454f2dc486117', '5851119bdde25a934dda44d5d50d4ca8e9ccc60514db44bd4768c8ad33defa73');
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_1') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision back_1 needs the database at back_1, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 1 THEN
    SET migrator_no = 'migration refused: step 1 of 3 of revision back_1 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (drop table invoice (revisions/01_tables.ts:20)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 0, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- drop table invoice (revisions/01_tables.ts:20)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 0, state = 'done'
  WHERE revision = 'back_1' AND direction = 'down' AND digest = 'ad0efbda83eb3004dd51268d80e22575026b0177e1c003dbb96454f2dc486117' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 1 THEN
    UPDATE `migrator_version_ledger` SET step = 1, state = 'started'
  WHERE revision = 'back_1' AND direction = 'down' AND digest = 'ad0efbda83eb3004dd51268d80e22575026b0177e1c003dbb96454f2dc486117';
    drop table `invoice`;
    UPDATE `migrator_version_ledger` SET step = 1, state = 'done'
  WHERE revision = 'back_1' AND direction = 'down' AND digest = 'ad0efbda83eb3004dd51268d80e22575026b0177e1c003dbb96454f2dc486117';
  END IF;
END//
DELIMITER ;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'DO 0');

-- undoing revision back_1 stops here, with their number and where the first is, when there are
--   rows of customer, which would be lost
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 2 THEN
  IF @migrator_begun <> 2 THEN
  SET @migrator_count = (SELECT COUNT(*) FROM `customer`);
  IF @migrator_count > 0 THEN
    SET @migrator_first = (SELECT CONCAT('id = ', LEFT(CAST(`id` AS char), 60)) FROM `customer` ORDER BY `id` LIMIT 1);
    IF @migrator_accept_loss THEN SELECT CONCAT('loss accepted: undoing revision back_1 would lose ', @migrator_count, ' row', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of customer', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END) AS migrator; ELSE
    SET migrator_no = CONCAT('migration refused: undoing revision back_1 would lose ', @migrator_count, ' row', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of customer', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END);
    END IF;
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'What this revision did before stays: see the comments above. Keep what is needed, or accept the loss with the switch at the top of this script.' AS hint;
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
  IF @migrator_step < 2 THEN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_1') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision back_1 needs the database at back_1, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 2 THEN
    SET migrator_no = 'migration refused: step 2 of 3 of revision back_1 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (drop table customer (revisions/01_tables.ts:13)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 1, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- drop table customer (revisions/01_tables.ts:13)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 1, state = 'done'
  WHERE revision = 'back_1' AND direction = 'down' AND digest = 'ad0efbda83eb3004dd51268d80e22575026b0177e1c003dbb96454f2dc486117' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 2 THEN
    UPDATE `migrator_version_ledger` SET step = 2, state = 'started'
  WHERE revision = 'back_1' AND direction = 'down' AND digest = 'ad0efbda83eb3004dd51268d80e22575026b0177e1c003dbb96454f2dc486117';
    drop table `customer`;
    UPDATE `migrator_version_ledger` SET step = 2, state = 'done'
  WHERE revision = 'back_1' AND direction = 'down' AND digest = 'ad0efbda83eb3004dd51268d80e22575026b0177e1c003dbb96454f2dc486117';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_1') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision back_1 needs the database at back_1, but it is at ', migrator_found);
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
  IF @migrator_step < 3 THEN
  DELETE FROM `migrator_version` WHERE version_num IN ('back_1');
  SET migrator_moved = migrator_moved + ROW_COUNT();
  IF migrator_moved <> 1 THEN
    SET migrator_no = CONCAT('migration undone: ', migrator_moved, ' rows of the version table moved instead of 1');
  END IF;
  SELECT count(*) = 0,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration undone: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration undone: revision back_1 should leave the database at base, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'This transaction was undone. Another session may have changed the version table.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  DELETE FROM `migrator_version_ledger`;
  INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    VALUES ('back_1', 'down', 3, 3, 'done', 'ad0efbda83eb3004dd51268d80e22575026b0177e1c003dbb96454f2dc486117', '5851119bdde25a934dda44d5d50d4ca8e9ccc60514db44bd4768c8ad33defa73');
  INSERT INTO `migrator_version_log`
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'back_1', 'down', 'Tables, and no downgrade', CURRENT_TIMESTAMP(6), LEFT(USER(), 128),
      'ad0efbda83eb3004dd51268d80e22575026b0177e1c003dbb96454f2dc486117', '5851119bdde25a934dda44d5d50d4ca8e9ccc60514db44bd4768c8ad33defa73', COALESCE(@migrator_accept_loss, 0)
    FROM `migrator_version_log`;
  END IF;
END//
DELIMITER ;

EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'COMMIT');
SET autocommit = 1;
SELECT 'revision back_1: committed' AS migrator FROM DUAL WHERE NOT @@tx_read_only AND @migrator_step < 3;


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
  SELECT count(*) = 0,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration not complete: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration not complete: downgrade.sql should leave the database at base, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Read the messages above this one: something failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  DELETE FROM `migrator_version_ledger`;
  SELECT 'done: the database is at base' AS migrator;
END//
DELIMITER ;
SET @migrator_frozen = IF(@@tx_read_only, @migrator_frozen, NULL);
DO IF(@@tx_read_only, 0, RELEASE_LOCK(CONCAT('migrator:', MD5(CONCAT(DATABASE(), '.', '`migrator_version`')))));
