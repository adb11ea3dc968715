-- upgrade.sql: made by migrator for MariaDB 10.11 and mariadb
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   ac03
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. up ac01 A table to change.
--      sha256 c6699425c7e81aa77e0648a7e9e588ca1159b90a8e17d170580e0b976e72b452
--   2. up ac02 Wider and stricter.
--      sha256 c76117ba7875b8f9e8e391db26ef246329308ff9fb08bbd2eb37d57431313548
--   3. up ac03 Another name, another type and another default at once.
--      sha256 53c3fa3d2f8c2fd24157ef25e51ada05363d848d9b16a669f44b74f005370190
--
-- Run it:
--   mariadb --default-character-set=utf8mb4 DATABASE < upgrade.sql
-- Look at the version rows:
--   mariadb DATABASE -e 'SELECT version_num FROM `migrator_version` ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:ac03
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
        count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('ac03') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
        COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
      INTO migrator_fits, migrator_done, migrator_found FROM `migrator_version`;
  ELSE
    SET migrator_fits = 1, migrator_done = 0, migrator_found = 'base';
  END IF;
  SET migrator_no = CASE
    WHEN migrator_no IS NOT NULL THEN migrator_no
    WHEN migrator_done = 1 THEN 'already applied: the database is at ac03, nothing was changed'
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

-- ==== revision ac01 A table to change. ====
-- from base to ac01, revisions/01_a_table.ts

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
    SET migrator_no = CONCAT('migration refused: revision ac01 needs the database at base, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
END//
DELIMITER ;
SET autocommit = 0;

-- create table account (6 columns) (revisions/01_a_table.ts:16)
create table `account` (
  `id` int not null,
  `holder` varchar(40) not null default 'nobody' comment 'The holder''s name',
  `points` int default '0',
  `iban` varchar(34),
  `balance` decimal(10, 2),
  `open` boolean not null default '1',
  primary key (`id`)
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
  INSERT INTO `migrator_version` (version_num) VALUES ('ac01');
  SET migrator_moved = migrator_moved + ROW_COUNT();
  IF migrator_moved <> 1 THEN
    SET migrator_no = CONCAT('migration undone: ', migrator_moved, ' rows of the version table moved instead of 1');
  END IF;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('ac01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only THEN
    SET migrator_no = 'migration undone: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration undone: revision ac01 should leave the database at ac01, but it is at ', migrator_found);
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
SELECT 'revision ac01: committed' AS migrator FROM DUAL WHERE NOT @@tx_read_only;

-- ==== revision ac02 Wider and stricter. ====
-- from ac01 to ac02, revisions/02_wider_and_stricter.ts

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_done INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; SET SESSION tx_read_only = 1; RESIGNAL; END;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('ac01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision ac02 needs the database at ac01, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
END//
DELIMITER ;
SET autocommit = 0;

-- alter column account.holder: type varchar(120) (revisions/02_wider_and_stricter.ts:16)
alter table `account`
modify `holder` varchar(120) not null default 'nobody' comment 'The holder''s name';
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

-- alter column account.points: type bigint, NOT NULL, a new default (revisions/02_wider_and_stricter.ts:17)
alter table `account` modify `points` bigint not null default 10;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

-- alter column account.iban: NOT NULL (revisions/02_wider_and_stricter.ts:18)
alter table `account` modify `iban` varchar(34) not null;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

-- alter column account.iban: a new default (revisions/02_wider_and_stricter.ts:19)
alter table `account` modify `iban` varchar(34) not null default 'it''s missing';
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

-- alter column account.balance: a new comment (revisions/02_wider_and_stricter.ts:20)
alter table `account` modify `balance` decimal(10, 2) null comment 'In the account''s currency';
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

-- alter column account.balance: type decimal(14, 4) (revisions/02_wider_and_stricter.ts:21)
alter table `account` modify `balance` decimal(14, 4) null comment 'In the account''s currency';
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

-- alter column account.open: no default (revisions/02_wider_and_stricter.ts:22)
alter table `account` modify `open` boolean not null;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_done INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; SET SESSION tx_read_only = 1; RESIGNAL; END;
  UPDATE `migrator_version` SET version_num = 'ac02' WHERE version_num = 'ac01';
  SET migrator_moved = migrator_moved + ROW_COUNT();
  IF migrator_moved <> 1 THEN
    SET migrator_no = CONCAT('migration undone: ', migrator_moved, ' rows of the version table moved instead of 1');
  END IF;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('ac02') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only THEN
    SET migrator_no = 'migration undone: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration undone: revision ac02 should leave the database at ac02, but it is at ', migrator_found);
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
SELECT 'revision ac02: committed' AS migrator FROM DUAL WHERE NOT @@tx_read_only;

-- ==== revision ac03 Another name, another type and another default at once. ====
-- from ac02 to ac03, revisions/03_another_name_another.ts

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_done INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; SET SESSION tx_read_only = 1; RESIGNAL; END;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('ac02') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision ac03 needs the database at ac02, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
END//
DELIMITER ;
SET autocommit = 0;

-- alter column account.points: type decimal(12, 2), a new default, a new comment
--   (revisions/03_another_name_another.ts:16)
alter table `account` modify `points` decimal(12, 2) not null default 0.5 comment 'Was points';
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

-- rename column account.points to score (revisions/03_another_name_another.ts:16)
alter table `account` rename column `points` to `score`;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_done INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; SET SESSION tx_read_only = 1; RESIGNAL; END;
  UPDATE `migrator_version` SET version_num = 'ac03' WHERE version_num = 'ac02';
  SET migrator_moved = migrator_moved + ROW_COUNT();
  IF migrator_moved <> 1 THEN
    SET migrator_no = CONCAT('migration undone: ', migrator_moved, ' rows of the version table moved instead of 1');
  END IF;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('ac03') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only THEN
    SET migrator_no = 'migration undone: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration undone: revision ac03 should leave the database at ac03, but it is at ', migrator_found);
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
SELECT 'revision ac03: committed' AS migrator FROM DUAL WHERE NOT @@tx_read_only;

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_done INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; SET SESSION tx_read_only = 1; RESIGNAL; END;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('ac03') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only THEN
    SET migrator_no = 'migration not complete: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration not complete: upgrade.sql should leave the database at ac03, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Read the messages above this one: something failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  SELECT 'done: the database is at ac03' AS migrator;
END//
DELIMITER ;
SET @migrator_frozen = IF(@@tx_read_only, @migrator_frozen, NULL);
DO IF(@@tx_read_only, 0, RELEASE_LOCK(CONCAT('migrator:', MD5(CONCAT(DATABASE(), '.', '`migrator_version`')))));
