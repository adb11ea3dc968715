-- upgrade.sql: made by migrator for MariaDB 10.11 and mariadb
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   tab03
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. up tab01 Tables with comments.
--      sha256 d7344eb62335e7c2b18dae99f9ff70d4783bb62abe00b927ffd7b94f70678533
--   2. up tab02 Other names and other comments.
--      sha256 ee97dd6c281ebcf30b4d425a9dc8b7f0b59cdfa44d114b1b996d5872616c9a47
--   3. up tab03 One table less.
--      sha256 91b15a4e08add655c27de1ce21613b7c4bd7dac2b179bb49501fdfc88b094301
--
-- Run it:
--   mariadb --default-character-set=utf8mb4 DATABASE < upgrade.sql
-- Look at the version rows:
--   mariadb DATABASE -e 'SELECT version_num FROM `migrator_version` ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:tab03
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
        count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('tab03') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
        COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
      INTO migrator_fits, migrator_done, migrator_found FROM `migrator_version`;
  ELSE
    SET migrator_fits = 1, migrator_done = 0, migrator_found = 'base';
  END IF;
  SET migrator_no = CASE
    WHEN migrator_no IS NOT NULL THEN migrator_no
    WHEN migrator_done = 1 THEN 'already applied: the database is at tab03, nothing was changed'
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

-- ==== revision tab01 Tables with comments. ====
-- from base to tab01, revisions/01_tables_with_comments.ts

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
    SET migrator_no = CONCAT('migration refused: revision tab01 needs the database at base, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
END//
DELIMITER ;
SET autocommit = 0;

-- create table author (2 columns) (revisions/01_tables_with_comments.ts:16)
create table `author` (
  `id` int not null,
  `name` varchar(80) not null comment 'The author''s own spelling, "as is"',
  primary key (`id`)
) comment = 'Who wrote it: it''s O''Neill''s list';
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

-- create table book (2 columns) (revisions/01_tables_with_comments.ts:24)
create table `book` (`id` int not null, `title` varchar(200) not null, primary key (`id`));
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

-- create table book (1 column) unless it exists (revisions/01_tables_with_comments.ts:28)
create table if not exists `book` (`id` int not null);
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

-- create table draft (1 column) (revisions/01_tables_with_comments.ts:29)
create table `draft` (`id` int not null, primary key (`id`));
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_done INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; SET SESSION tx_read_only = 1; RESIGNAL; END;
  INSERT INTO `migrator_version` (version_num) VALUES ('tab01');
  SET migrator_moved = migrator_moved + ROW_COUNT();
  IF migrator_moved <> 1 THEN
    SET migrator_no = CONCAT('migration undone: ', migrator_moved, ' rows of the version table moved instead of 1');
  END IF;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('tab01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only THEN
    SET migrator_no = 'migration undone: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration undone: revision tab01 should leave the database at tab01, but it is at ', migrator_found);
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
SELECT 'revision tab01: committed' AS migrator FROM DUAL WHERE NOT @@tx_read_only;

-- ==== revision tab02 Other names and other comments. ====
-- from tab01 to tab02, revisions/02_other_names.ts

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_done INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; SET SESSION tx_read_only = 1; RESIGNAL; END;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('tab01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision tab02 needs the database at tab01, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
END//
DELIMITER ;
SET autocommit = 0;

-- rename table book to publication (revisions/02_other_names.ts:16)
rename table `book` to `publication`;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

-- comment on table publication (revisions/02_other_names.ts:17)
alter table `publication` comment = 'It''s new';
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

-- remove the comment on table author (revisions/02_other_names.ts:18)
alter table `author` comment = '';
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_done INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; SET SESSION tx_read_only = 1; RESIGNAL; END;
  UPDATE `migrator_version` SET version_num = 'tab02' WHERE version_num = 'tab01';
  SET migrator_moved = migrator_moved + ROW_COUNT();
  IF migrator_moved <> 1 THEN
    SET migrator_no = CONCAT('migration undone: ', migrator_moved, ' rows of the version table moved instead of 1');
  END IF;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('tab02') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only THEN
    SET migrator_no = 'migration undone: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration undone: revision tab02 should leave the database at tab02, but it is at ', migrator_found);
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
SELECT 'revision tab02: committed' AS migrator FROM DUAL WHERE NOT @@tx_read_only;

-- ==== revision tab03 One table less. ====
-- from tab02 to tab03, revisions/03_one_table_less.ts

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_done INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; SET SESSION tx_read_only = 1; RESIGNAL; END;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('tab02') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision tab03 needs the database at tab02, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
END//
DELIMITER ;
SET autocommit = 0;

-- drop table draft (revisions/03_one_table_less.ts:16)
drop table `draft`;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

-- drop table never_there if it exists (revisions/03_one_table_less.ts:17)
drop table if exists `never_there`;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0);

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_done INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; SET SESSION tx_read_only = 1; RESIGNAL; END;
  UPDATE `migrator_version` SET version_num = 'tab03' WHERE version_num = 'tab02';
  SET migrator_moved = migrator_moved + ROW_COUNT();
  IF migrator_moved <> 1 THEN
    SET migrator_no = CONCAT('migration undone: ', migrator_moved, ' rows of the version table moved instead of 1');
  END IF;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('tab03') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only THEN
    SET migrator_no = 'migration undone: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration undone: revision tab03 should leave the database at tab03, but it is at ', migrator_found);
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
SELECT 'revision tab03: committed' AS migrator FROM DUAL WHERE NOT @@tx_read_only;

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_done INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; SET SESSION tx_read_only = 1; RESIGNAL; END;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('tab03') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only THEN
    SET migrator_no = 'migration not complete: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration not complete: upgrade.sql should leave the database at tab03, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Read the messages above this one: something failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  SELECT 'done: the database is at tab03' AS migrator;
END//
DELIMITER ;
SET @migrator_frozen = IF(@@tx_read_only, @migrator_frozen, NULL);
DO IF(@@tx_read_only, 0, RELEASE_LOCK(CONCAT('migrator:', MD5(CONCAT(DATABASE(), '.', '`migrator_version`')))));
