-- upgrade.sql: made by migrator for MariaDB 10.11 and mariadb
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   rt02
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. up rt01 A table of the less usual types.
--      sha256 0b733919fd7019b7c881b09afcdb92d92dde4b13af37c9a20374c7fe64c3495b
--   2. up rt02 Its rows, numbered by hand.
--      sha256 9f7a7b86c27093b7749838a8f735fb4ea2cd0c254438375aca10b89691d78270
--
-- Run it:
--   mariadb --default-character-set=utf8mb4 DATABASE < upgrade.sql
-- Look at the version rows:
--   mariadb DATABASE -e 'SELECT version_num FROM `migrator_version` ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:rt02
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
    SELECT count(*) = 0,
        count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('rt02') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
        COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
      INTO migrator_fits, migrator_done, migrator_found FROM `migrator_version`;
  ELSE
    SET migrator_fits = 1, migrator_done = 0, migrator_found = 'base';
  END IF;
  SET migrator_no = CASE
    WHEN migrator_no IS NOT NULL THEN migrator_no
    WHEN migrator_done = 1 THEN 'already applied: the database is at rt02, nothing was changed'
    WHEN @migrator_frozen THEN 'migration refused: the session was read-only before this script began; whoever made it so must allow writing first'
    WHEN migrator_fits = 1 THEN NULL
    ELSE CONCAT('migration refused: upgrade.sql needs the database at base, but it is at ', migrator_found)
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

-- ==== revision rt01 A table of the less usual types. ====
-- from base to rt01, revisions/01_a_table.ts

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
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision rt01 needs the database at base, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
END//
DELIMITER ;
SET autocommit = 0;

-- create table sample (6 columns) (revisions/01_a_table.ts:16)
create table `sample` (
  `id` int unsigned not null auto_increment primary key,
  `key` char(36) not null,
  `data` json,
  `long` text,
  `ratio` double,
  `size` enum('s', 'm', 'l''')
);
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_done INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; SET SESSION tx_read_only = 1; RESIGNAL; END;
  INSERT INTO `migrator_version` (version_num) VALUES ('rt01');
  SET migrator_moved = migrator_moved + ROW_COUNT();
  IF migrator_moved <> 1 THEN
    SET migrator_no = CONCAT('migration undone: ', migrator_moved, ' rows of the version table moved instead of 1');
  END IF;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('rt01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only THEN
    SET migrator_no = 'migration undone: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration undone: revision rt01 should leave the database at rt01, but it is at ', migrator_found);
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
SELECT 'revision rt01: committed' AS migrator FROM DUAL WHERE NOT @@tx_read_only;

-- ==== revision rt02 Its rows, numbered by hand. ====
-- from rt01 to rt02, revisions/02_its_rows_numbered.ts

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_done INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; SET SESSION tx_read_only = 1; RESIGNAL; END;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('rt01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision rt02 needs the database at rt01, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
END//
DELIMITER ;
SET autocommit = 0;

-- insert 2 rows into sample (revisions/02_its_rows_numbered.ts:16)
insert into `sample` (`id`, `key`, `data`, `long`, `ratio`, `size`) values
  (101, '0f8fad5b-d9cb-469f-a165-70867728950e', concat('{"text":"it''s ', char(92,92 using utf8mb4), ' ', char(92 using utf8mb4), '"quoted', char(92 using utf8mb4), '"', char(92 using utf8mb4), 'n","list":[1,2.5,null,true],"nested":{"a":{}}}'), 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 1e-7, 'l'''),
  (102, '7c9e6679-7425-40de-944b-e07fc1f90ae7', '[]', concat('many', char(10 using utf8mb4), 'lines', char(10 using utf8mb4), 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy'), -0.5, 's');
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

-- insert 1 row into sample (revisions/02_its_rows_numbered.ts:34)
insert into `sample` (`key`, `size`) values
  ('16fd2706-8baf-433b-82eb-8c7fada847da', 'm');
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_done INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; SET SESSION tx_read_only = 1; RESIGNAL; END;
  UPDATE `migrator_version` SET version_num = 'rt02' WHERE version_num = 'rt01';
  SET migrator_moved = migrator_moved + ROW_COUNT();
  IF migrator_moved <> 1 THEN
    SET migrator_no = CONCAT('migration undone: ', migrator_moved, ' rows of the version table moved instead of 1');
  END IF;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('rt02') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only THEN
    SET migrator_no = 'migration undone: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration undone: revision rt02 should leave the database at rt02, but it is at ', migrator_found);
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
SELECT 'revision rt02: committed' AS migrator FROM DUAL WHERE NOT @@tx_read_only;

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_done INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; SET SESSION tx_read_only = 1; RESIGNAL; END;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('rt02') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only THEN
    SET migrator_no = 'migration not complete: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration not complete: upgrade.sql should leave the database at rt02, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Read the messages above this one: something failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  SELECT 'done: the database is at rt02' AS migrator;
END//
DELIMITER ;
SET @migrator_frozen = IF(@@tx_read_only, @migrator_frozen, NULL);
DO IF(@@tx_read_only, 0, RELEASE_LOCK(CONCAT('migrator:', MD5(CONCAT(DATABASE(), '.', '`migrator_version`')))));
