-- downgrade.sql: made by migrator for MariaDB 10.11 and mariadb
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: col03
-- To:   base
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. down col03 Another name, and one column less.
--      sha256 35f5b3b1ca1d4c966fa651b2c0c01d4f6fcb54a33a847665ed283cc70add222b
--   2. down col02 A column comes.
--      sha256 2e32ac34b3a599ad74694525a3d9a43eb32e6310f853582e8b5c619877bd7894
--   3. down col01 Columns of every type, with defaults of each kind.
--      sha256 81be68e770c2f0fba94c84a5ee8a81e3e3ad03bfeda02f78a496c836c14dadeb
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
    SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('col03') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
        count(*) = 0,
        COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
      INTO migrator_fits, migrator_done, migrator_found FROM `migrator_version`;
  ELSE
    SET migrator_no = COALESCE(migrator_no, 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at col03');
  END IF;
  SET migrator_no = CASE
    WHEN migrator_no IS NOT NULL THEN migrator_no
    WHEN migrator_done = 1 THEN 'already applied: the database is at base, nothing was changed'
    WHEN @migrator_frozen THEN 'migration refused: the session was read-only before this script began; whoever made it so must allow writing first'
    WHEN migrator_fits = 1 THEN NULL
    ELSE CONCAT('migration refused: downgrade.sql needs the database at col03, but it is at ', migrator_found)
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

-- ==== undoing revision col03 Another name, and one column less. ====
-- from col03 to col02, revisions/03_another_name.ts

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_done INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; SET SESSION tx_read_only = 1; RESIGNAL; END;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('col03') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision col03 needs the database at col03, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
END//
DELIMITER ;
SET autocommit = 0;

-- add column thing.seen_at (datetime) (revisions/03_another_name.ts:23)
alter table `thing` add `seen_at` datetime;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

-- add column thing.price (decimal(10, 2), NOT NULL) (revisions/03_another_name.ts:24)
alter table `thing` add `price` decimal(10, 2) not null default '9.5';
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

-- rename column thing.note to remark (revisions/03_another_name.ts:25)
alter table `thing` rename column `note` to `remark`;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

-- rename column thing.label to short (revisions/03_another_name.ts:26)
alter table `thing` rename column `label` to `short`;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_done INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; SET SESSION tx_read_only = 1; RESIGNAL; END;
  UPDATE `migrator_version` SET version_num = 'col02' WHERE version_num = 'col03';
  SET migrator_moved = migrator_moved + ROW_COUNT();
  IF migrator_moved <> 1 THEN
    SET migrator_no = CONCAT('migration undone: ', migrator_moved, ' rows of the version table moved instead of 1');
  END IF;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('col02') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only THEN
    SET migrator_no = 'migration undone: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration undone: revision col03 should leave the database at col02, but it is at ', migrator_found);
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
SELECT 'revision col03: committed' AS migrator FROM DUAL WHERE NOT @@tx_read_only;

-- ==== undoing revision col02 A column comes. ====
-- from col02 to col01, revisions/02_a_column_comes.ts

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_done INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; SET SESSION tx_read_only = 1; RESIGNAL; END;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('col02') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision col02 needs the database at col02, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
END//
DELIMITER ;
SET autocommit = 0;

-- drop column thing.checked (revisions/02_a_column_comes.ts:22)
alter table `thing` drop `checked`;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

-- drop column thing.weight (revisions/02_a_column_comes.ts:23)
alter table `thing` drop `weight`;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

-- drop column thing.colour (revisions/02_a_column_comes.ts:24)
alter table `thing` drop `colour`;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_done INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; SET SESSION tx_read_only = 1; RESIGNAL; END;
  UPDATE `migrator_version` SET version_num = 'col01' WHERE version_num = 'col02';
  SET migrator_moved = migrator_moved + ROW_COUNT();
  IF migrator_moved <> 1 THEN
    SET migrator_no = CONCAT('migration undone: ', migrator_moved, ' rows of the version table moved instead of 1');
  END IF;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('col01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only THEN
    SET migrator_no = 'migration undone: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration undone: revision col02 should leave the database at col01, but it is at ', migrator_found);
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
SELECT 'revision col02: committed' AS migrator FROM DUAL WHERE NOT @@tx_read_only;

-- ==== undoing revision col01 Columns of every type, with defaults of each kind. ====
-- from col01 to base, revisions/01_columns_of_every.ts

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_done INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; SET SESSION tx_read_only = 1; RESIGNAL; END;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('col01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision col01 needs the database at col01, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
END//
DELIMITER ;
SET autocommit = 0;

-- drop table thing (revisions/01_columns_of_every.ts:39)
drop table `thing`;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_done INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; SET SESSION tx_read_only = 1; RESIGNAL; END;
  DELETE FROM `migrator_version` WHERE version_num IN ('col01');
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
    SET migrator_no = CONCAT('migration undone: revision col01 should leave the database at base, but it is at ', migrator_found);
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
SELECT 'revision col01: committed' AS migrator FROM DUAL WHERE NOT @@tx_read_only;

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
