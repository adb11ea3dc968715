-- downgrade.sql: made by migrator for MariaDB 10.11 and mariadb
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: ind03
-- To:   base
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. down ind03 Without stopping the writers.
--      sha256 6f1db3e28e0a9a6b5ad9bb2ce669fc4a704e185d82e5b14daac1925fd792c77e
--   2. down ind02 More indexes, and one less.
--      sha256 f91296f4ba8f6470ebf5ee63dd12d53793b6f11ad06e8022071bbe71cbdb0ae0
--   3. down ind01 A table to look things up in.
--      sha256 c3faf5194138b2487fb48d95b9123533981807c9f7271bc451dcf0ca70ee6934
--
-- Run it:
--   mariadb --default-character-set=utf8mb4 DATABASE < downgrade.sql
-- Look at the version rows:
--   mariadb DATABASE -e 'SELECT version_num FROM `migrator_version` ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator downgrade --sql WHERE_IT_IS:base
-- Where the database is at "To" already, it says so, changes nothing, and ends with a status other than 0.

SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION';
SET autocommit = 1;
SET SESSION default_storage_engine = InnoDB;
SET SESSION foreign_key_checks = 1;
SET SESSION unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 30;
SET SESSION group_concat_max_len = 65535;
SET @migrator_frozen = IF(@@tx_read_only, COALESCE(@migrator_frozen, 1), 0);
-- The session stays read-only until the guard below has passed.
SET SESSION tx_read_only = 1;

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_done INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; SET SESSION tx_read_only = 1; RESIGNAL; END;
  SET migrator_no = CASE WHEN DATABASE() IS NULL THEN 'migration refused: no database is selected' END;
  IF migrator_no IS NULL AND NOT COALESCE(GET_LOCK(CONCAT('migrator:', MD5(CONCAT(DATABASE(), '.', '`migrator_version`'))), 0), 0) THEN
    SET migrator_no = 'migration refused: another session is running a script on this database';
  END IF;
  IF EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migrator_version') THEN
    SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('ind03') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
        count(*) = 0,
        COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
      INTO migrator_fits, migrator_done, migrator_found FROM `migrator_version`;
  ELSE
    SET migrator_no = COALESCE(migrator_no, 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at ind03');
  END IF;
  SET migrator_no = CASE
    WHEN migrator_no IS NOT NULL THEN migrator_no
    WHEN migrator_done = 1 THEN 'already applied: the database is at base, nothing was changed'
    WHEN @migrator_frozen THEN 'migration refused: the session was read-only before this script began; whoever made it so must allow writing first'
    WHEN migrator_fits = 1 THEN NULL
    ELSE CONCAT('migration refused: downgrade.sql needs the database at ind03, but it is at ', migrator_found)
  END;
  IF migrator_no IS NOT NULL THEN DO RELEASE_LOCK(CONCAT('migrator:', MD5(CONCAT(DATABASE(), '.', '`migrator_version`')))); END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  SET SESSION tx_read_only = 0;
END//
DELIMITER ;

CREATE TABLE IF NOT EXISTS `migrator_version` (
  version_num VARCHAR(32) NOT NULL,
  CONSTRAINT `migrator_version_pkc` PRIMARY KEY (version_num)
) ENGINE = InnoDB;

-- ==== undoing revision ind03 Without stopping the writers. ====
-- from ind03 to ind02, revisions/03_without_stopping.ts

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_done INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; SET SESSION tx_read_only = 1; RESIGNAL; END;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('ind03') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision ind03 needs the database at ind03, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
END//
DELIMITER ;
SET autocommit = 0;

-- create index log_status on log (status) (revisions/03_without_stopping.ts:22)
alter table `log` add index `log_status`(`status`);
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

-- drop column log.size (revisions/03_without_stopping.ts:23)
alter table `log` drop `size`;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

-- drop index log_user_status of table log (revisions/03_without_stopping.ts:24)
alter table `log` drop index `log_user_status`;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_done INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; SET SESSION tx_read_only = 1; RESIGNAL; END;
  UPDATE `migrator_version` SET version_num = 'ind02' WHERE version_num = 'ind03';
  SET migrator_moved = migrator_moved + ROW_COUNT();
  IF migrator_moved <> 1 THEN
    SET migrator_no = CONCAT('migration undone: ', migrator_moved, ' rows of the version table moved instead of 1');
  END IF;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('ind02') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only THEN
    SET migrator_no = 'migration undone: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration undone: revision ind03 should leave the database at ind02, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'This transaction was undone. Another session may have changed the version table.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
END//
DELIMITER ;

COMMIT;
SET autocommit = 1;
SELECT 'revision ind03: committed' AS migrator FROM DUAL WHERE NOT @@tx_read_only;

-- ==== undoing revision ind02 More indexes, and one less. ====
-- from ind02 to ind01, revisions/02_more_indexes.ts

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_done INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; SET SESSION tx_read_only = 1; RESIGNAL; END;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('ind02') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision ind02 needs the database at ind02, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
END//
DELIMITER ;
SET autocommit = 0;

-- create index log_host_status on log (host, status) (revisions/02_more_indexes.ts:22)
alter table `log` add index `log_host_status`(`host`, `status`);
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

-- drop index log_once of table log (revisions/02_more_indexes.ts:23)
alter table `log` drop index `log_once`;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

-- drop index log_status of table log (revisions/02_more_indexes.ts:24)
alter table `log` drop index `log_status`;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_done INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; SET SESSION tx_read_only = 1; RESIGNAL; END;
  UPDATE `migrator_version` SET version_num = 'ind01' WHERE version_num = 'ind02';
  SET migrator_moved = migrator_moved + ROW_COUNT();
  IF migrator_moved <> 1 THEN
    SET migrator_no = CONCAT('migration undone: ', migrator_moved, ' rows of the version table moved instead of 1');
  END IF;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('ind01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only THEN
    SET migrator_no = 'migration undone: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration undone: revision ind02 should leave the database at ind01, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'This transaction was undone. Another session may have changed the version table.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
END//
DELIMITER ;

COMMIT;
SET autocommit = 1;
SELECT 'revision ind02: committed' AS migrator FROM DUAL WHERE NOT @@tx_read_only;

-- ==== undoing revision ind01 A table to look things up in. ====
-- from ind01 to base, revisions/01_a_table.ts

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_done INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; SET SESSION tx_read_only = 1; RESIGNAL; END;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('ind01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision ind01 needs the database at ind01, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
END//
DELIMITER ;
SET autocommit = 0;

-- drop table log (revisions/01_a_table.ts:27)
drop table `log`;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_done INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; SET SESSION tx_read_only = 1; RESIGNAL; END;
  DELETE FROM `migrator_version` WHERE version_num IN ('ind01');
  SET migrator_moved = migrator_moved + ROW_COUNT();
  IF migrator_moved <> 1 THEN
    SET migrator_no = CONCAT('migration undone: ', migrator_moved, ' rows of the version table moved instead of 1');
  END IF;
  SELECT count(*) = 0,
      COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only THEN
    SET migrator_no = 'migration undone: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration undone: revision ind01 should leave the database at base, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'This transaction was undone. Another session may have changed the version table.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
END//
DELIMITER ;

COMMIT;
SET autocommit = 1;
SELECT 'revision ind01: committed' AS migrator FROM DUAL WHERE NOT @@tx_read_only;

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_done INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; SET SESSION tx_read_only = 1; RESIGNAL; END;
  SELECT count(*) = 0,
      COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only THEN
    SET migrator_no = 'migration not complete: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration not complete: downgrade.sql should leave the database at base, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Read the messages above this one: something failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  SELECT 'done: the database is at base' AS migrator;
END//
DELIMITER ;
SET @migrator_frozen = IF(@@tx_read_only, @migrator_frozen, NULL);
DO IF(@@tx_read_only, 0, RELEASE_LOCK(CONCAT('migrator:', MD5(CONCAT(DATABASE(), '.', '`migrator_version`')))));
