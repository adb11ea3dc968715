-- upgrade.sql: made by migrator for MySQL 8.0 and mysql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   fac01
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. up fac01 Foreign keys that do something when a row goes.
--      sha256 f36c09888df70490ab310373968318cd6d045f4c1a6fd8b75d00b1e1b13e25de
--
-- Run it:
--   mysql --default-character-set=utf8mb4 DATABASE < upgrade.sql
-- Look at the version rows:
--   mysql DATABASE -e 'SELECT version_num FROM `migrator_version` ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:fac01
-- Where the database is at "To" already, it says so, changes nothing, and ends with a status other than 0.

SET NAMES utf8mb4;
SET SESSION sql_mode = 'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET autocommit = 1;
SET SESSION default_storage_engine = InnoDB;
SET SESSION foreign_key_checks = 1;
SET SESSION unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 30;
SET SESSION group_concat_max_len = 65535;
SET @migrator_frozen = IF(@@transaction_read_only, COALESCE(@migrator_frozen, 1), 0);
-- The session stays read-only until the guard below has passed.
SET SESSION transaction_read_only = 1;

SET @migrator_no = CASE WHEN DATABASE() IS NULL THEN 'migration refused: no database is selected' END;
SET @migrator_no = CASE
  WHEN @migrator_no IS NOT NULL THEN @migrator_no
  WHEN GET_LOCK(CONCAT('migrator:', MD5(CONCAT(DATABASE(), '.', '`migrator_version`'))), 0) = 1 THEN NULL
  ELSE 'migration refused: another session is running a script on this database'
END;
SET @migrator_found = 'base', @migrator_fits = 1, @migrator_done = 0;
SET @migrator_there = EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migrator_version');
SET @migrator_sql = IF(@migrator_there,
  CONCAT('SELECT count(*) = 0, ',
    '    count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN (''fac01'') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1, ',
    '    COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR '', ''), ''base'') ',
    '  INTO @migrator_fits, @migrator_done, @migrator_found FROM `migrator_version` '),
  'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_no = CASE
  WHEN @migrator_no IS NOT NULL THEN @migrator_no
  WHEN @migrator_done = 1 THEN 'already applied: the database is at fac01, nothing was changed'
  WHEN @migrator_frozen THEN 'migration refused: the session was read-only before this script began; whoever made it so must allow writing first'
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: upgrade.sql needs the database at base, but it is at ', @migrator_found)
END;
DO IF(@migrator_no IS NULL, 0, RELEASE_LOCK(CONCAT('migrator:', MD5(CONCAT(DATABASE(), '.', '`migrator_version`')))));
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

CREATE TABLE IF NOT EXISTS `migrator_version` (
  version_num VARCHAR(32) NOT NULL,
  CONSTRAINT `migrator_version_pkc` PRIMARY KEY (version_num)
) ENGINE = InnoDB;

-- ==== revision fac01 Foreign keys that do something when a row goes. ====
-- from base to fac01, revisions/01_foreign_keys_that.ts

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 0,
    COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision fac01 needs the database at base, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET autocommit = 0;

-- create table parent (1 column) (revisions/01_foreign_keys_that.ts:16)
create table `parent` (`id` int not null, primary key (`id`));
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0);

-- create table child (3 columns) (revisions/01_foreign_keys_that.ts:19)
create table `child` (`id` int not null, `of` int, `other` int, primary key (`id`));
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0);

-- add foreign key child_of_foreign on of to parent (id) to table child (revisions/01_foreign_keys_that.ts:19)
alter table `child`
add constraint `child_of_foreign` foreign key (`of`) references `parent` (`id`) on delete CASCADE;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0);

-- add foreign key child_other_foreign on other to parent (id) to table child
--   (revisions/01_foreign_keys_that.ts:19)
alter table `child`
add constraint `child_other_foreign` foreign key (`other`) references `parent` (`id`) on delete SET NULL;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0);

SET @migrator_moved = 0;
INSERT INTO `migrator_version` (version_num) VALUES ('fac01');
SET @migrator_moved = @migrator_moved + ROW_COUNT();
SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('fac01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only THEN 'migration undone: an earlier statement of this script failed'
  WHEN @migrator_moved <> 1 THEN
    CONCAT('migration undone: ', @migrator_moved, ' rows of the version table moved instead of 1')
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration undone: revision fac01 should leave the database at fac01, but it is at ', @migrator_found)
END;

SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'COMMIT', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
ROLLBACK;
SET autocommit = 1;
SELECT 'revision fac01: committed' AS migrator FROM DUAL WHERE @migrator_no IS NULL;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('fac01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only THEN 'migration not complete: an earlier statement of this script failed'
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration not complete: upgrade.sql should leave the database at fac01, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Read the messages above this one: something failed.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SELECT 'done: the database is at fac01' AS migrator FROM DUAL WHERE @migrator_no IS NULL;
SET @migrator_frozen = IF(@@transaction_read_only, @migrator_frozen, NULL);
DO IF(@@transaction_read_only, 0, RELEASE_LOCK(CONCAT('migrator:', MD5(CONCAT(DATABASE(), '.', '`migrator_version`')))));
